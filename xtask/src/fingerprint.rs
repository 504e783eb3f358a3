//! Whether the finished page still belongs to the sources: one number over all inputs.

use std::fs;
use std::path::{Path, PathBuf};

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

/// A 64-bit FNV-1a hash: short names for files by their content. Not for security.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Mixes more bytes in.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// Sixteen hexadecimal digits.
    pub fn hex(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// The hash of one content.
pub fn of_bytes(bytes: &[u8]) -> String {
    let mut hash = Fnv::default();
    hash.add(bytes);
    hash.hex()
}

/// The fingerprint of all inputs as they are now.
pub fn of_inputs(project: &Project) -> Outcome<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&project.root().join(input), &mut files)?;
    }
    files.sort();
    let mut hash = Fnv::default();
    for file in files {
        let content = fs::read(&file).explain(|| format!("reading {}", file.display()))?;
        let name = file.strip_prefix(project.root()).unwrap_or(&file);
        hash.add(name.to_string_lossy().as_bytes());
        hash.add(&(content.len() as u64).to_le_bytes());
        hash.add(&content);
    }
    Ok(hash.hex())
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
    use super::of_bytes;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(of_bytes(b""), "cbf29ce484222325");
        assert_eq!(of_bytes(b"foobar"), "85944171f73967e8");
    }
}
