//! What the program is made of comes from where it is said, as it was: each package of both lock files is named with a hash, and none
//! comes from elsewhere than the registry. Licences and known faults are `cargo deny check`'s (deny.toml), which needs a network.

use std::fs;

/// The only place where crates come from.
const REGISTRY: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Names of packages of `Cargo.lock` that come from elsewhere or have no hash. Those of this repository have neither.
fn doubtful_crates(lock: &str) -> Vec<&str> {
    let packages = lock.split("[[package]]").skip(1);
    let is_doubtful = |package: &&str| {
        let source = package.lines().find(|line| line.starts_with("source = "));
        source.is_some_and(|source| source != REGISTRY || !package.contains("\nchecksum = \""))
    };
    packages.filter(is_doubtful).filter_map(|package| package.lines().find(|line| line.starts_with("name"))).collect()
}

/// Paths of packages of `package-lock.json` that have no hash, or come from an address.
fn doubtful_modules(lock: &str) -> Option<Vec<String>> {
    let lock: serde_json::Value = serde_json::from_str(lock).ok()?;
    let packages = lock.get("packages")?.as_object()?;
    let is_whole = |package: &serde_json::Value| {
        let hash = package.get("integrity").and_then(serde_json::Value::as_str);
        hash.is_some_and(|hash| hash.starts_with("sha512-")) && package.get("resolved").is_none()
    };
    let doubtful = packages.iter().filter(|(path, package)| !path.is_empty() && !is_whole(package));
    Some(doubtful.map(|(path, _)| path.clone()).collect())
}

#[test]
fn every_package_comes_from_the_registry_with_its_hash() {
    let lock = |path: &str| fs::read_to_string(path).unwrap_or_default();
    assert_eq!(doubtful_crates(&lock("Cargo.lock")), [""; 0]);
    assert_eq!(doubtful_modules(&lock("package-lock.json")), Some(Vec::new()));
}

#[test]
fn one_that_does_not_is_seen() {
    let git = "[[package]]\nname = \"a\"\nsource = \"git+https://example.org/a#1\"\n[[package]]\nname = \"own\"\n";
    assert_eq!(doubtful_crates(git), ["name = \"a\""]);
    let bare = "{\"packages\":{\"\":{},\"node_modules/a\":{\"version\":\"1\"}}}";
    assert_eq!(doubtful_modules(bare), Some(vec!["node_modules/a".to_owned()]));
}
