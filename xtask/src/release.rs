//! Building the page.

use crate::outcome::Outcome;
use crate::project::Project;
use crate::tools::Toolbox;
use crate::{fingerprint, flags, process, slices};

/// Builds the page for release, or leaves it when nothing has changed since the last time.
pub fn build(project: &Project) -> Outcome {
    let tools = Toolbox::ensure(project)?;
    let print = fingerprint::of_inputs(project)?;
    if fingerprint::is_current(project, &print) {
        println!("The page in {} is up to date.", project.dist().display());
        return Ok(());
    }
    let names = flags::short_names(project)?;
    let slices = process::step("look for names in Yew", || slices::written_out(project, &names))?;
    let flags = names + &slices;
    let flags = flags.clone() + &flags::link(project, &flags);
    process::step("build the page for release", || {
        let mut trunk = tools.command("trunk");
        trunk
            .args(["build", "--release"])
            .current_dir(project.root())
            // Either would replace the flags that old browsers need (.cargo/config.toml).
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env(flags::VARIABLE, flags)
            // Trunk reads this variable as an option and stops at the value `1`.
            .env_remove("NO_COLOR");
        process::run(&mut trunk)
    })?;
    fingerprint::remember(project, &print)
}
