//! Packages of the operating system, where they can be installed without asking.

use std::process::Command;

use crate::outcome::{Failure, Outcome};
use crate::process;

/// Installs Debian packages when this is Debian (or a relative) and we are root; otherwise
/// fails with `by_hand`, which says what the person can do.
pub fn install(packages: &[&str], by_hand: &str) -> Outcome {
    let list = packages.join(" ");
    if process::on_path("apt-get").is_none() || !is_root() {
        return Err(Failure::new(by_hand));
    }
    process::step(&format!("install {list}"), || {
        let apt = || {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive");
            command
        };
        process::run(apt().args(["update", "-qq"]))
            .and_then(|()| process::run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages)))
            .map_err(|failure| Failure::new(format!("{failure}\nPackages {list} could not be installed.\n{by_hand}")))
    })
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|text| text.trim_ascii() == b"0")
}
