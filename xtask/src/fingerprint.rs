//! Whether the finished page still belongs to the sources: one number over all inputs.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::outcome::{Explain, Outcome};
use crate::project::Project;

/// Everything that can change the finished page.
const INPUTS: [&str; 14] = [
    ".cargo",
    "assets",
    "rules",
    "samples",
    "src",
    "styles",
    "web",
    "xtask",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "package-lock.json",
    "package.json",
];

/// How many digits of a hash tell files apart that nobody forges, in names that people may read.
const SHORT: usize = 16;

/// SHA-256 of a content, in hexadecimal digits: the one hash of all tasks.
pub fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The beginning of a content's hash, for names.
pub fn of_bytes(content: &[u8]) -> String {
    sha256(content).chars().take(SHORT).collect()
}

/// The fingerprint of all inputs as they are now.
pub fn of_inputs(project: &Project) -> Outcome<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&project.root().join(input), &mut files)?;
    }
    files.sort();
    let mut list = String::new();
    for file in files {
        let content = fs::read(&file).explain(|| format!("reading {}", file.display()))?;
        let name = file.strip_prefix(project.root()).unwrap_or(&file);
        list.push_str(&format!("{} {}\n", sha256(&content), name.display()));
    }
    Ok(of_bytes(list.as_bytes()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in fs::read_dir(path).explain(|| format!("reading {}", path.display()))? {
            collect(&entry.explain(|| format!("reading {}", path.display()))?.path(), files)?;
        }
    }
    Ok(())
}

fn note(project: &Project) -> PathBuf {
    project.target().join("dist.fingerprint")
}

/// Whether the finished page was built from exactly these inputs.
pub fn is_current(project: &Project, fingerprint: &str) -> bool {
    project.dist().join("index.html").is_file()
        && fs::read_to_string(note(project)).is_ok_and(|noted| noted == fingerprint)
}

/// Notes what the finished page was built from.
pub fn remember(project: &Project, fingerprint: &str) -> Outcome {
    fs::write(note(project), fingerprint).explain(|| "noting the fingerprint of the build".into())
}

/// Forgets the note: the finished page is about to change.
pub fn forget(project: &Project) {
    // Nothing to forget is fine, and a note that cannot be removed only costs a build.
    let _ = fs::remove_file(note(project));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(of_bytes(b"abc"), "ba7816bf8f01cfea");
    }
}
