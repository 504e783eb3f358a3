//! Short names for the folders of this machine, which would otherwise be in the program, in
//! every place that can panic. What else the compiler is told stands in `.cargo/config.toml`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fingerprint;
use crate::outcome::{Explain, Outcome};
use crate::process;
use crate::project::Project;

/// Where Cargo looks for flags besides those of `.cargo/config.toml`. The more general
/// `RUSTFLAGS` would count instead of them, and for the tasks themselves too.
pub const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The flags that take the folders' names out of the program.
pub fn short_names(project: &Project) -> Outcome<String> {
    Ok(renamed(&folders(project)?, &rust()?))
}

/// A folder that the program may name, by which name.
fn renamed(folders: &[PathBuf], rust: &Rust) -> String {
    let none = folders.iter().map(|folder| (folder.clone(), String::new()));
    let mut flags = Vec::new();
    for (folder, name) in none.chain(rust.sources()).filter(|(folder, _)| can_be_said(folder)) {
        flags.push(format!("--remap-path-prefix={}={name}", folder.display()));
    }
    flags.join(" ")
}

/// The folders whose names do not belong into the program, inner ones after outer ones, since
/// the last that fits counts: this machine's Rust, the project, and the packages from registries.
pub fn folders(project: &Project) -> Outcome<Vec<PathBuf>> {
    let mut folders = vec![rust()?.folder, project.root().to_path_buf()];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    if let Some(home) = home {
        let sources = home.join("registry").join("src");
        folders.push(home);
        let registries = sources.read_dir().into_iter().flatten().flatten();
        folders.extend(registries.map(|registry| registry.path()));
    }
    folders.retain(|folder| can_be_said(folder));
    Ok(folders)
}

/// The flags that have the linker tell what `split` has to know: the names of functions, and
/// where which piece of data lies. Cargo keeps what it built with other flags, so the list has
/// another name with each.
pub fn link(project: &Project, others: &str) -> String {
    let map = project.target().join(format!("ket-nap-{}.map", fingerprint::of_bytes(others.as_bytes())));
    let map = map.strip_prefix(project.root()).unwrap_or(&map);
    format!(" -Clink-arg=--keep-section=name -Clink-arg=--table-base={SLOTS} {MAP}{}", map.display())
}

/// Number of the first function that is called by its number. The linker would begin with 1, and
/// then every small count in the program might be a function's number for all that `split` knows.
/// Beyond 8,191 a number takes a byte more.
const SLOTS: u32 = 7_500;

const MAP: &str = "-Clink-arg=-Map=";

/// The linker's list of everything in the program, when it was built with such flags.
pub fn map(project: &Project) -> Option<PathBuf> {
    listed(&std::env::var(VARIABLE).ok()?).map(|map| project.root().join(map))
}

fn listed(flags: &str) -> Option<&str> {
    flags.split(' ').find_map(|flag| flag.strip_prefix(MAP))
}

/// Cargo divides the variable at every space.
fn can_be_said(folder: &Path) -> bool {
    folder.to_str().is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace))
}

/// This machine's Rust.
#[derive(Debug)]
struct Rust {
    folder: PathBuf,
    /// Of which commit it is made, when it is a release.
    commit: Option<String>,
}

impl Rust {
    /// Where the standard library's sources lie when they are installed, and what the program calls
    /// them when they are not: an editor's wish for them must not make another program.
    fn sources(&self) -> Option<(PathBuf, String)> {
        let commit = self.commit.as_deref()?;
        Some((self.folder.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
    }
}

fn rust() -> Outcome<Rust> {
    let said = |arguments: &[&str]| {
        let printed = process::output(Command::new("rustc").args(arguments))?;
        String::from_utf8(printed).explain(|| "reading what Rust is here".into())
    };
    let folder = PathBuf::from(said(&["--print", "sysroot"])?.trim());
    Ok(Rust { folder, commit: commit(&said(&["--version", "--verbose"])?) })
}

/// Reads it from what `rustc` says of itself.
fn commit(version: &str) -> Option<String> {
    let hash = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?.trim();
    hash.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| hash.to_owned())
}

/// The first of `names` that is in a file.
pub fn told<'a>(content: &[u8], names: &'a [PathBuf]) -> Option<&'a PathBuf> {
    names.iter().filter(|name| can_be_said(name)).find(|name| {
        let name = name.as_os_str().as_encoded_bytes();
        content.windows(name.len()).any(|part| part == name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_library_has_one_name_with_its_sources_and_without() {
        let version = "rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\ncommit-hash: 59807616e1\n";
        assert_eq!(commit(version).as_deref(), Some("59807616e1"));
        assert_eq!(commit("rustc 1.95.0\ncommit-hash: unknown\n"), None);
        let rust = Rust { folder: "/r".into(), commit: commit(version) };
        assert_eq!(
            renamed(&["/r".into(), "/home/lan".into(), "/with a space".into()], &rust),
            "--remap-path-prefix=/r= --remap-path-prefix=/home/lan= \
             --remap-path-prefix=/r/lib/rustlib/src/rust=/rustc/59807616e1"
        );
    }

    /// It sinks what several branches have in common in the order in which that lies in memory, another one
    /// in each run (docs/decisions/0026).
    #[test]
    fn no_pass_of_the_compiler_goes_by_where_things_lie_in_memory() -> Outcome {
        let flags = Project::find()?.read(".cargo/config.toml")?;
        assert!(!flags.contains("enable-gvn-sink"), "{flags}");
        Ok(())
    }

    #[test]
    fn the_list_of_the_linker_is_found_by_the_flags() -> Outcome {
        let project = Project::find()?;
        let flags = link(&project, "-Cx");
        assert!(listed(&flags).is_some_and(|map| map.ends_with("ket-nap-0a88f42d929f41cf.map")), "{flags}");
        assert_ne!(flags, link(&project, "-Cy"));
        assert_eq!(listed("-Cx"), None);
        Ok(())
    }

    #[test]
    fn a_folder_in_a_file_is_noticed() {
        let names = [PathBuf::from(""), PathBuf::from("/home/lan")];
        assert_eq!(told(b"..../home/lan/x.rs...", &names), names.last());
        assert_eq!(told(b"src/x.rs", &names), None);
    }
}
