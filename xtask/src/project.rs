//! The folders of the project and of its tools.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::outcome::{Explain, Failure, Outcome};

/// Where things are.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    tools: PathBuf,
}

impl Project {
    /// Finds the project around the folder this is started in.
    pub fn find() -> Outcome<Self> {
        let here = env::current_dir().explain(|| "the current folder".into())?;
        // Cargo starts the task with this set, wherever in the workspace the person is.
        let start = env::var_os("CARGO_MANIFEST_DIR").map_or(here, PathBuf::from);
        let root = start
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file())
            .ok_or_else(|| Failure::new("start this inside the project: no Trunk.toml found above here"))?;
        let tools = tools_folder().ok_or_else(|| {
            Failure::new("no home folder for the build tools: set KET_NAP_TOOLS to a folder that may be filled")
        })?;
        Ok(Self { root: root.to_path_buf(), tools })
    }

    /// The top folder of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where build tools are installed: outside the repository, so that `cargo clean` and a
    /// second checkout do not cost minutes.
    pub fn tools(&self) -> &Path {
        &self.tools
    }

    /// The finished page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo's folder of built things.
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// Reads a text file, named from the top folder.
    pub fn read(&self, name: &str) -> Outcome<String> {
        fs::read_to_string(self.root.join(name)).explain(|| format!("reading {name}"))
    }

    /// The version of a package in `Cargo.lock`.
    pub fn locked_version(&self, package: &str) -> Outcome<String> {
        version_in_lock(&self.read("Cargo.lock")?, package)
            .ok_or_else(|| Failure::new(format!("Cargo.lock does not name {package}")))
    }
}

fn tools_folder() -> Option<PathBuf> {
    if let Some(folder) = env::var_os("KET_NAP_TOOLS") {
        return Some(PathBuf::from(folder));
    }
    let cache = if cfg!(windows) {
        PathBuf::from(env::var_os("LOCALAPPDATA")?)
    } else if let Some(folder) = env::var_os("XDG_CACHE_HOME") {
        PathBuf::from(folder)
    } else {
        PathBuf::from(env::var_os("HOME")?).join(".cache")
    };
    Some(cache.join("ket-nap").join("tools"))
}

/// Finds `version = "…"` in the `[[package]]` section of that name.
fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    let version = lines.nth(1)?.trim().strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"somewhere\"\n";

    #[test]
    fn reads_the_version_of_exactly_that_package() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
        assert_eq!(version_in_lock("", "wasm-bindgen"), None);
    }

    #[test]
    fn reads_the_lock_file_of_this_project() -> Outcome {
        let version = Project::find()?.locked_version("wasm-bindgen")?;
        assert!(version.starts_with("0.2."), "{version}");
        Ok(())
    }
}
