//! Whether the page comes out the same, byte for byte, when it is built a second time in another
//! folder (docs/decisions/0026).

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outcome::{Explain, Failure, Outcome};
use crate::project::Project;
use crate::{process, release, sizes};

/// Builds the page here and in a copy of the sources elsewhere. Fails when any file differs; then
/// the copy stays for a closer look.
pub fn run(project: &Project) -> Outcome {
    release::build(project)?;
    // A longer name than most, so that not even its length may enter.
    let copy = env::temp_dir().join(format!("ket-nap-once-more-in-another-folder-{}", std::process::id()));
    process::step("build the page once more, from nothing", || build(project, &copy))?;
    let differing = differing(&project.dist(), &copy.join("dist"))?;
    if !differing.is_empty() {
        return Err(Failure::new(format!(
            "two builds of the same sources differ in {}: compare {} with {}",
            differing.join(", "),
            project.dist().display(),
            copy.join("dist").display()
        )));
    }
    println!("  the same {} files in both folders", sizes::all_names(&project.dist())?.len());
    fs::remove_dir_all(&copy).explain(|| format!("removing {}", copy.display()))
}

fn build(project: &Project, copy: &Path) -> Outcome {
    for name in sources(project)? {
        let (from, to) = (project.root().join(&name), copy.join(&name));
        // What is removed and not yet committed is listed, but not there.
        if !from.is_file() {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(copy))
            .explain(|| format!("creating the folder of {}", to.display()))?;
        fs::copy(&from, &to).explain(|| format!("copying {}", from.display()))?;
    }
    let mut again = process::cargo();
    again.args(["xtask", "build"]).current_dir(copy);
    // Nothing that was built here may be of use there.
    process::run(again.env("CARGO_TARGET_DIR", copy.join("target")))
}

/// All files that are not built: those that git knows, and new ones.
fn sources(project: &Project) -> Outcome<Vec<PathBuf>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(project.root());
    let names = String::from_utf8(process::output(&mut git)?).explain(|| "reading the names of the sources".into())?;
    Ok(names.split_terminator('\0').map(PathBuf::from).collect())
}

/// The names of files that are not the same in two folders, or in one of them only.
fn differing(one: &Path, other: &Path) -> Outcome<Vec<String>> {
    let names: BTreeSet<String> = sizes::all_names(one)?.into_iter().chain(sizes::all_names(other)?).collect();
    let content = |folder: &Path, name: &str| {
        let file = folder.join(name);
        file.is_file().then(|| fs::read(&file)).transpose().explain(|| format!("reading {}", file.display()))
    };
    let mut differing = Vec::new();
    for name in names {
        if content(one, &name)? != content(other, &name)? {
            differing.push(name);
        }
    }
    Ok(differing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_or_is_missing_is_named() -> Outcome {
        let top = env::temp_dir().join(format!("ket-nap-differing-{}", std::process::id()));
        let work = || -> Outcome<Vec<String>> {
            let files = [("a", "same", "1"), ("b", "same", "1"), ("a", "x/other.gz", "1"), ("b", "x/other.gz", "2")];
            for (folder, name, content) in files.into_iter().chain([("a", "one", ""), ("b", "two", "")]) {
                let file = top.join(folder).join(name);
                fs::create_dir_all(file.parent().unwrap_or(&top)).explain(|| "a folder".into())?;
                fs::write(&file, content).explain(|| name.into())?;
            }
            differing(&top.join("a"), &top.join("b"))
        };
        let result = work();
        let _ = fs::remove_dir_all(&top);
        assert_eq!(result?, ["one", "two", "x/other.gz"]);
        Ok(())
    }

    #[test]
    fn the_sources_are_those_that_a_build_needs() -> Outcome {
        let sources = sources(&Project::find()?)?;
        for name in ["Cargo.lock", ".cargo/config.toml", "index.html", "xtask/src/reproduce.rs"] {
            assert!(sources.contains(&PathBuf::from(name)), "{name}");
        }
        assert!(!sources.iter().any(|name| name.starts_with("dist") || name.starts_with("target")));
        Ok(())
    }
}
