//! The glossary against the code: what it names is there, and one name stands for one thing.

use super::{files, program};

/// Names that several types had once: each stands for one thing now.
const ONCE: &[&str] =
    &["Member", "Record", "Progress", "Step", "Replica", "Told", "Line", "Mark", "Sheet", "Standing", "Subject"];

/// The types that a file declares.
fn types(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in program(text).lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
        let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        for two in words.windows(2) {
            if let [kind @ ("struct" | "enum" | "type" | "trait"), name] = two
                && name.starts_with(|c: char| c.is_ascii_uppercase())
                && (line.starts_with(kind) || line.starts_with("pub"))
            {
                found.push(*name);
            }
        }
    }
    found
}

#[test]
fn names_that_were_shared_stand_for_one_type() {
    assert_eq!(types("pub(super) enum Sheet {\nstruct Line;\n// enum Mark\nlet x = Step;"), ["Sheet", "Line"]);
    let all = files();
    let sources: Vec<_> = all.iter().filter(|(path, _)| path.starts_with("src/")).collect();
    for name in ONCE {
        let homes: Vec<&str> =
            sources.iter().filter(|(_, text)| types(text).contains(name)).map(|(path, _)| path.as_str()).collect();
        assert!(homes.len() <= 1, "{name}: {homes:?}");
    }
}

/// What a text has between backquotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn everything_that_the_glossary_names_is_in_the_code() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/GLOSSARY.md")).unwrap_or_default();
    let all = files();
    let mut missing = Vec::new();
    for path in page.lines().filter(|line| line.starts_with("| ")).flat_map(quoted) {
        // `Status::{Met, Missed}` names each of them; a lower-case word in front is a module.
        let (module, rest) = path.split_once("::").unwrap_or(("", path));
        let is_module = module.starts_with(|c: char| c.is_ascii_lowercase()) && !module.is_empty();
        let homes: Vec<&str> = all
            .iter()
            .filter(|(file, _)| file.starts_with("src/"))
            .filter(|(file, _)| !is_module || file.split(['/', '.']).any(|part| part == module))
            .map(|(_, text)| text.as_str())
            .collect();
        let names = if is_module { rest } else { path };
        for name in names.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| name.len() > 1) {
            if !homes.iter().any(|text| text.contains(name))
                && !all.iter().any(|(file, _)| file.contains(&format!("/{name}.rs")))
            {
                missing.push(format!("{path}: {name}"));
            }
        }
    }
    assert_eq!(missing, [] as [String; 0]);
}
