//! The folders of the project and of its tools.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand};

use crate::outcome::{Explain, Failure, Outcome};
use crate::tools::WASM_TARGET;

/// Where things are.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    tools: PathBuf,
}

impl Project {
    /// Finds the project around the folder this is started in.
    pub fn find() -> Outcome<Self> {
        let here = env::current_dir().explain(|| "the current folder".into())?;
        // Cargo starts the task with this set, wherever in the workspace the person is.
        let start = env::var_os("CARGO_MANIFEST_DIR").map_or(here, PathBuf::from);
        let said = MetadataCommand::new().current_dir(start).no_deps().exec();
        let Metadata { workspace_root, target_directory, .. } =
            said.explain(|| "start this inside the project".into())?;
        let tools = tools_folder().ok_or_else(|| {
            Failure::new("no home folder for the build tools: set KET_NAP_TOOLS to a folder that may be filled")
        })?;
        Ok(Self { root: workspace_root.into(), target: target_directory.into(), tools })
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
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Reads a text file, named from the top folder.
    pub fn read(&self, name: &str) -> Outcome<String> {
        fs::read_to_string(self.root.join(name)).explain(|| format!("reading {name}"))
    }

    /// The version of a package of the page that `Cargo.lock` holds.
    pub fn locked_version(&self, package: &str) -> Outcome<String> {
        let said = MetadataCommand::new()
            .current_dir(&self.root)
            .other_options(["--filter-platform".into(), WASM_TARGET.into()])
            .exec()
            .explain(|| "reading which packages the page is made of".into())?;
        let found = said.packages.iter().find(|found| found.name == package);
        let found = found.ok_or_else(|| Failure::new(format!("the page has no package {package}")))?;
        Ok(found.version.to_string())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_is_found_with_its_folders() -> Outcome {
        let project = Project::find()?;
        assert!(project.root().join("Trunk.toml").is_file(), "{project:?}");
        // This test itself was built into it.
        assert!(env::current_exe().is_ok_and(|test| test.starts_with(project.target())), "{project:?}");
        Ok(())
    }

    #[test]
    fn the_version_is_of_exactly_that_package() -> Outcome {
        let project = Project::find()?;
        let version = project.locked_version("wasm-bindgen")?;
        assert!(version.starts_with("0.2."), "{version}");
        assert!(project.locked_version("wasm-bind").is_err());
        Ok(())
    }
}
