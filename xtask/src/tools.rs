//! The Rust side of the tools: the wasm target, Trunk and wasm-bindgen in the right versions.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::npm;
use crate::outcome::{Explain, Failure, Outcome};
use crate::process;
use crate::project::Project;

/// The newest Trunk that builds with the oldest Rust this project supports.
const TRUNK: &str = "0.21.14";

/// What speaks WebDriver for Firefox.
const GECKODRIVER: &str = "0.37.1";

/// What the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The folders of all build tools, in the order in which they are looked through.
#[derive(Debug, Clone)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Installs whatever of the build's tools is missing.
    pub fn ensure(project: &Project) -> Outcome<Self> {
        ensure_wasm_target()?;
        let mut folders = vec![npm::ensure(project)?];
        let bindgen = project.locked_version("wasm-bindgen")?;
        let wanted = [
            // Without default features: no server with TLS, no updates, half the time to build.
            Wanted {
                program: "trunk",
                version: TRUNK,
                package: "trunk",
                options: &["--locked", "--no-default-features"],
            },
            // Without its lock file, which may name releases that were withdrawn.
            Wanted { program: "wasm-bindgen", version: &bindgen, package: "wasm-bindgen-cli", options: &[] },
        ];
        for tool in &wanted {
            folders.extend(tool.ensure(project.tools())?);
        }
        Ok(Self { folders })
    }

    /// The tools that are there, without installing any: for the hook, which runs inside a
    /// build that has installed them.
    pub fn present(project: &Project) -> Self {
        Self { folders: vec![npm::programs(project)] }
    }

    /// A command for one of the tools, which finds the others too.
    pub fn command(&self, name: &str) -> Command {
        let found = self.folders.iter().find_map(|folder| process::in_folder(folder.clone(), name));
        let mut command = Command::new(found.unwrap_or_else(|| PathBuf::from(name)));
        command.env("PATH", self.path());
        command
    }

    fn path(&self) -> OsString {
        let before = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(std::env::split_paths(&before));
        std::env::join_paths(folders).unwrap_or(before)
    }
}

/// The driver of Firefox, installed when it is missing.
pub fn ensure_geckodriver(project: &Project) -> Outcome<PathBuf> {
    const NAME: &str = "geckodriver";
    let wanted = Wanted { program: NAME, version: GECKODRIVER, package: NAME, options: &[] };
    let folder = wanted.ensure(project.tools())?;
    let found = folder.and_then(|folder| process::in_folder(folder, NAME)).or_else(|| process::on_path(NAME));
    found.ok_or_else(|| Failure::new("geckodriver was installed and is not there"))
}

/// A Rust program, wanted in exactly one version.
struct Wanted<'a> {
    program: &'a str,
    version: &'a str,
    package: &'a str,
    options: &'a [&'a str],
}

impl Wanted<'_> {
    /// The folder to add to `PATH`; nothing when the right version is already there.
    fn ensure(&self, tools: &Path) -> Outcome<Option<PathBuf>> {
        if process::on_path(self.program).is_some_and(|found| self.is_right(&found)) {
            return Ok(None);
        }
        let root = tools.join(format!("{}-{}", self.program, self.version));
        let folder = root.join("bin");
        if process::in_folder(folder.clone(), self.program).is_some_and(|found| self.is_right(&found)) {
            return Ok(Some(folder));
        }
        self.install(&root)?;
        Ok(Some(folder))
    }

    fn is_right(&self, program: &Path) -> bool {
        // Trunk takes this variable for an option of its own and stops at the value `1`.
        process::output(Command::new(program).arg("--version").env_remove("NO_COLOR"))
            .is_ok_and(|text| says_version(&String::from_utf8_lossy(&text), self.version))
    }

    fn install(&self, root: &Path) -> Outcome {
        let (program, version, package) = (self.program, self.version, self.package);
        process::step(&format!("install {program} {version} (once, some minutes)"), || {
            std::fs::create_dir_all(root).explain(|| format!("creating {}", root.display()))?;
            let mut command = process::cargo();
            // A debug build: it is ready in a fifth of the time and works as fast for one page.
            command
                .args(["install", package, "--version", version, "--debug", "--root"])
                .arg(root)
                .args(self.options)
                .current_dir(root)
                .env_remove("CARGO_TARGET_DIR")
                .env_remove("RUSTFLAGS");
            process::run(&mut command).map_err(|failure| {
                Failure::new(format!(
                    "{failure}\n{program} {version} could not be installed. It needs the network once. \
                     By hand: put {program} {version} on PATH, or copy the folder\n  {}\n\
                     from a machine that has it.",
                    root.display()
                ))
            })
        })
    }
}

/// Whether `text`, as printed by `--version`, names exactly this version.
fn says_version(text: &str, version: &str) -> bool {
    text.split_whitespace().any(|word| word == version)
}

/// Adds the wasm target when it is missing.
pub fn ensure_wasm_target() -> Outcome {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot).trim());
    if sysroot.join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    process::step("install the wasm target of Rust", || rustup(&["target", "add", WASM_TARGET]))
}

/// Adds rustfmt and clippy when they are missing.
pub fn ensure_components() -> Outcome {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !process::succeeds(process::cargo().args([subcommand, "--version"])) {
            process::step(&format!("install {component}"), || rustup(&["component", "add", component]))?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Outcome {
    let shown = arguments.join(" ");
    if process::on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "rustup is missing, so `rustup {shown}` cannot be done. Install Rust by rustup (https://rustup.rs), \
             or add the same with the tool your Rust came from."
        )));
    }
    process::run(Command::new("rustup").args(arguments))
        .map_err(|failure| Failure::new(format!("{failure}\nThis needs the network once. By hand: `rustup {shown}`.")))
}

#[cfg(test)]
mod tests {
    use super::says_version;

    #[test]
    fn only_the_exact_version_will_do() {
        assert!(says_version("trunk 0.21.14\n", "0.21.14"));
        assert!(!says_version("trunk 0.21.1\n", "0.21.14"));
        assert!(!says_version("trunk 0.21.14-rc\n", "0.21.14"));
        assert!(says_version("wasm-bindgen 0.2.130 (abc)", "0.2.130"));
    }
}
