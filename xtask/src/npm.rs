//! The helpers that come from npm: wasm-opt, esbuild, tsc, axe-core and DuckDB.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::outcome::{Failure, Outcome};
use crate::project::Project;
use crate::{process, system};

const BY_HAND: &str = "Node.js 20 or newer with npm is needed for the build (not for the program). \
    Install it from your system's packages or from https://nodejs.org and start again.";

/// The folder of the helpers' programs.
pub fn programs(project: &Project) -> PathBuf {
    project.root().join("node_modules").join(".bin")
}

/// Installs the helpers when they are missing or older than the lock file; gives back the
/// folder of their programs.
pub fn ensure(project: &Project) -> Outcome<PathBuf> {
    if process::on_path("node").is_none() || process::on_path("npm").is_none() {
        system::install(&["nodejs", "npm"], BY_HAND)?;
    }
    let lock = project.root().join("package-lock.json");
    // npm writes this file last, so a broken installation is done again.
    let installed = project.root().join("node_modules").join(".package-lock.json");
    if !is_current(&installed, &lock) {
        process::step("install the build helpers of npm", || {
            install(project.root(), &[]).map_err(|failure| {
                Failure::new(format!("{failure}\nThis needs the network once. By hand: `npm ci` in the top folder."))
            })
        })?;
    }
    Ok(programs(project))
}

/// Installs exactly what the lock file of a folder names.
pub fn install(folder: &Path, options: &[&str]) -> Outcome {
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(name);
    process::run(command.args(["ci", "--no-audit", "--no-fund"]).args(options).current_dir(folder))
}

fn is_current(installed: &Path, lock: &Path) -> bool {
    match (changed(installed), changed(lock)) {
        (Some(installed), Some(lock)) => installed >= lock,
        _ => false,
    }
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}
