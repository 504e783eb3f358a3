//! The rooms of `src/domain`: which of them each may know, and which files of one room know each other in
//! a circle. ARCHITECTURE.md names both.

use std::collections::{BTreeMap, BTreeSet};

use super::{files, program};

/// The rooms in reading order, each with those that it may name.
const ROOMS: &[(&str, &[&str])] = &[
    ("value", &[]),
    ("regulation", &["value"]),
    ("schema", &["value"]),
    ("ledger", &["value", "regulation", "schema"]),
    ("admission", &["value", "regulation", "schema", "ledger"]),
    ("checks", &["value", "regulation", "schema", "ledger", "admission"]),
    ("calculator", &["value", "regulation", "schema", "ledger", "admission"]),
    ("reconcile", &["value", "schema", "ledger", "calculator"]),
];

/// Files of one room that cannot be read one after the other, with the reason in ARCHITECTURE.md.
const CIRCLES: &[&[&str]] = &[
    &["calculator/forecast", "calculator/progress"],
    &["ledger", "ledger/index", "ledger/life"],
    &[
        "reconcile",
        "reconcile/across",
        "reconcile/changes",
        "reconcile/checks",
        "reconcile/judge",
        "reconcile/lists",
        "reconcile/parse",
        "reconcile/slips",
        "reconcile/tables",
    ],
];

/// The code of a file without comments and tests.
fn code(text: &str) -> String {
    program(text).lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Paths that begin with a prefix, as far as they are written out, with the names in braces one by one.
fn paths(code: &str, prefix: &str) -> Vec<String> {
    let plain = |c: char| c.is_ascii_lowercase() || c == '_' || c == ':';
    let mut found = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == ':' || c == '_') {
            continue;
        }
        let rest = code.get(at + prefix.len()..).unwrap_or_default();
        let path: String = rest.chars().take_while(|c| plain(*c)).collect();
        let group = rest.strip_prefix(path.as_str()).and_then(|rest| rest.strip_prefix('{'));
        let names = group.and_then(|group| group.split('}').next()).unwrap_or_default();
        found.extend(names.split(',').map(|name| format!("{path}{}", name.trim())));
    }
    found
}

/// Where a file of the domain names a room that it may not know.
fn wrong_arrows(path: &str, text: &str) -> Vec<String> {
    let Some(room) = path.strip_prefix("src/domain/").and_then(|path| path.split_once('/')).map(|(room, _)| room)
    else {
        return Vec::new();
    };
    let Some((_, known)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{path}: no room of this name")];
    };
    let code = code(text);
    let mut wrong = Vec::new();
    for target in paths(&code, "crate::domain::") {
        let to = target.split("::").next().unwrap_or_default();
        if to != room && !known.contains(&to) {
            wrong.push(format!("{path}: {target}"));
        }
    }
    // Out of the room by steps upwards is no way to name another one.
    let upwards = if path.ends_with("/mod.rs") { "super::" } else { "super::super::" };
    wrong.extend(paths(&code, upwards).into_iter().map(|target| format!("{path}: {upwards}{target}")));
    wrong
}

#[test]
fn rooms_know_only_those_before_them() {
    let wrong: Vec<String> = files().iter().flat_map(|(path, text)| wrong_arrows(path, text)).collect();
    assert_eq!(wrong, [] as [String; 0]);
    let order: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    for (place, (room, known)) in ROOMS.iter().enumerate() {
        assert!(known.iter().all(|known| order.iter().take(place).any(|before| before == known)), "{room}");
    }
}

#[test]
fn an_arrow_upwards_is_seen() {
    let check = |path: &str, text: &str, expected: &[&str]| assert_eq!(wrong_arrows(path, text), expected);
    check("src/domain/value/day.rs", "use crate::domain::value::letters::fold;\n", &[]);
    check(
        "src/domain/value/phone.rs",
        "use crate::domain::schema::entry::Problem;\n",
        &["src/domain/value/phone.rs: schema::entry::"],
    );
    check(
        "src/domain/checks/vote.rs",
        "use crate::domain::{calculator, ledger};\n",
        &["src/domain/checks/vote.rs: calculator"],
    );
    check("src/domain/ledger/mod.rs", "use super::checks;\n", &["src/domain/ledger/mod.rs: super::checks"]);
    check(
        "src/domain/ledger/tree.rs",
        "let x = super::super::checks::record();\n",
        &["src/domain/ledger/tree.rs: super::super::checks::record"],
    );
}

/// The file that a path of a room leads to.
fn file_of(names: &BTreeSet<String>, path: &str) -> Option<String> {
    let mut parts = path.split("::");
    let room = parts.next()?;
    let file = parts.next().map(|part| format!("{room}/{part}")).filter(|file| names.contains(file));
    file.or_else(|| names.get(room).cloned())
}

/// Which files each file of the domain names.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let domain = |path: &str| {
        let name = path.strip_prefix("src/domain/")?.strip_suffix(".rs")?;
        Some(name.strip_suffix("/mod").unwrap_or(name).to_owned()).filter(|name| name != "mod")
    };
    let files: Vec<(String, String)> =
        files().into_iter().filter_map(|(path, text)| Some((domain(&path)?, code(&text)))).collect();
    let names: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let mut arrows = BTreeMap::new();
    for (name, code) in files {
        let room = name.split('/').next().unwrap_or_default();
        let own = |path: String| format!("{room}::{path}");
        let mut to: Vec<String> = paths(&code, "crate::domain::");
        if name == room {
            // The room's own file names its parts without a prefix.
            let parts = names.iter().filter_map(|part| part.strip_prefix(room)?.strip_prefix('/'));
            let named = parts.filter(|part| !paths(&code, &format!("{part}::")).is_empty());
            to.extend(named.map(|part| own(part.to_owned())));
        } else {
            to.extend(paths(&code, "super::").into_iter().map(own));
        }
        let to: BTreeSet<String> =
            to.iter().filter_map(|path| file_of(&names, path)).filter(|to| *to != name).collect();
        arrows.insert(name, to);
    }
    arrows
}

/// Everything that can be reached from a file.
fn reach(arrows: &BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(at) = open.pop() {
        for to in arrows.get(&at).into_iter().flatten() {
            if found.insert(to.clone()) {
                open.push(to.clone());
            }
        }
    }
    found
}

#[test]
fn circles_lie_inside_one_room_and_are_named() {
    let arrows = arrows();
    assert!(arrows.len() > 60, "{}", arrows.len());
    let reached: BTreeMap<&str, BTreeSet<String>> =
        arrows.keys().map(|name| (name.as_str(), reach(&arrows, name))).collect();
    let mut circles: BTreeSet<Vec<&str>> = BTreeSet::new();
    for (name, here) in &reached {
        if here.contains(*name) {
            let both = |other: &&str| here.contains(*other) && reached.get(other).is_some_and(|to| to.contains(*name));
            circles.insert(reached.keys().copied().filter(both).collect());
        }
    }
    let known: BTreeSet<Vec<&str>> = CIRCLES.iter().map(|circle| circle.to_vec()).collect();
    assert_eq!(circles, known);
    let map = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/ARCHITECTURE.md")).unwrap_or_default();
    for circle in CIRCLES {
        let named = circle.iter().map(|file| format!("`{file}`")).collect::<Vec<_>>().join(", ");
        assert!(map.contains(&named), "ARCHITECTURE.md names {named}");
    }
}
