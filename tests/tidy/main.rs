//! Rules of the house that the compiler does not know: which way imports point (between the rooms of
//! `domain` in `rooms`), where the
//! browser is touched, where words for people live, how modules open; where packages come from (`supply`).

mod glossary;
mod rooms;
mod supply;

use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may import of the others. `platform::dom` alone stands for event unpacking.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("book", &["domain"]),
    ("store", &["domain", "book"]),
    ("exchange", &["domain", "book"]),
    ("post", &["domain", "book", "store", "exchange"]),
    ("text", &["domain", "store", "exchange", "post"]),
    ("app", &["domain", "book", "store", "exchange"]),
    ("views", &["domain", "app", "store", "exchange", "post", "text", "platform::dom"]),
    ("platform", &["domain", "store", "app"]),
    ("shell", &["app", "views", "platform"]),
    ("spreadsheets", &["domain", "book", "exchange", "text"]),
    ("gazetteer", &["domain", "text"]),
    ("courier", &["domain", "book", "store", "exchange", "gazetteer", "post", "text"]),
    ("reader", &["domain", "book", "store", "exchange", "post", "courier", "spreadsheets", "text"]),
    ("cli", &["domain", "book", "store", "exchange", "gazetteer", "post", "spreadsheets", "text"]),
];

/// The files of `app` in the order in which they are read: each may import only those before it.
const APP_ORDER: &[&str] = &[
    "ids",
    "chunks",
    "route",
    "belonging",
    "facts",
    "batch",
    "vaulted",
    "notices",
    "figures",
    "planned",
    "action",
    "effect",
    "state",
    "naming",
    "selectors",
    "search",
    "people",
    "suggestions",
    "admissions",
    "past",
    "clock",
    "steps",
    "keep",
    "leaving",
    "undo",
    "erasing",
    "safety",
    "rules",
    "parcels",
    "lists",
    "reorganize",
    "classes",
    "roster",
    "start",
    "files",
    "vault",
    "deferred",
    "forms",
    "update",
    "platform",
    "unlocking",
    "run",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file: its path from the project's root, and its text.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["src", "tests", "xtask/src"] {
        sources(&root.join(folder), &mut paths);
    }
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/");
        Some((name, fs::read_to_string(&path).ok()?))
    };
    let files: Vec<_> = paths.into_iter().filter_map(read).collect();
    assert!(files.len() > 60, "only {} files found", files.len());
    files
}

fn layer(path: &str) -> Option<&str> {
    path.strip_prefix("src/")?.split(['/', '.']).next()
}

/// The part of a file that is not its tests.
fn program(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

/// The part of a file that is its tests.
fn tests<'a>(path: &str, text: &'a str) -> &'a str {
    if path.starts_with("tests/") { text } else { text.get(program(text).len()..).unwrap_or_default() }
}

/// Where an import points the wrong way.
fn wrong_arrows(path: &str, text: &str) -> Vec<String> {
    let Some((own, allowed)) = layer(path).and_then(|layer| ARROWS.iter().find(|(own, _)| *own == layer)) else {
        return Vec::new();
    };
    let code = program(text).lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .filter(|target| !target.starts_with(own))
        .filter(|target| !allowed.iter().any(|allowed| target.starts_with(allowed)))
        .map(|target| format!("{path}: crate::{}", target.split(';').next().unwrap_or_default()))
        .collect()
}

#[test]
fn imports_point_one_way() {
    let wrong: Vec<String> = files().iter().flat_map(|(path, text)| wrong_arrows(path, text)).collect();
    assert_eq!(wrong, [] as [String; 0]);
}

#[test]
fn a_wrong_arrow_is_seen() {
    assert_eq!(
        wrong_arrows("src/domain/value/day.rs", "use crate::book::Book;\n"),
        ["src/domain/value/day.rs: crate::book::Book"]
    );
    assert_eq!(
        wrong_arrows("src/views/frame.rs", "use crate::platform::page;\n"),
        ["src/views/frame.rs: crate::platform::page"]
    );
    assert_eq!(wrong_arrows("src/views/frame.rs", "use crate::platform::dom;\n"), [] as [String; 0]);
    assert_eq!(
        wrong_arrows("src/book/mod.rs", "use crate::domain::schema::id::RecordId; // crate::x\n"),
        ["src/book/mod.rs: crate::x"]
    );
}

/// What a file of `app` imports that does not stand before it.
fn out_of_order(path: &str, text: &str) -> Vec<String> {
    let Some(own) = path.strip_prefix("src/app/").and_then(|name| name.strip_suffix(".rs")) else { return Vec::new() };
    let before = APP_ORDER.iter().position(|name| *name == own).and_then(|place| APP_ORDER.get(..place));
    let code: Vec<&str> = program(text).lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join(" ").replace("crate::app::", "super::");
    let named = code.split("super::").skip(1).flat_map(|rest| match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
        None => vec![rest],
    });
    named
        .filter_map(|name| name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next())
        .filter(|name| !name.is_empty() && !before.is_some_and(|before| before.contains(name)))
        .map(|name| format!("{path}: {name}"))
        .collect()
}

#[test]
fn files_of_the_app_use_only_those_before_them() {
    let files = files();
    let wrong: Vec<String> = files.iter().flat_map(|(path, text)| out_of_order(path, text)).collect();
    assert_eq!(wrong, [] as [String; 0]);
    let named = |path: &str| Some(path.strip_prefix("src/app/")?.strip_suffix(".rs")?.to_owned());
    let mut found: Vec<String> =
        files.iter().filter_map(|(path, _)| named(path)).filter(|name| name != "mod").collect();
    let mut listed: Vec<String> = APP_ORDER.iter().map(|name| (*name).to_owned()).collect();
    found.sort();
    listed.sort();
    assert_eq!(found, listed);
}

#[test]
fn a_file_of_the_app_that_uses_a_later_one_is_seen() {
    let found = |text: &str| out_of_order("src/app/keep.rs", text);
    assert_eq!(found("use super::steps::append;\nuse super::undo;\n"), ["src/app/keep.rs: undo"]);
    assert_eq!(found("use super::{\n    past, start::opened,\n};\n"), ["src/app/keep.rs: start"]);
    assert_eq!(
        found("let own = crate::app::run::run(state); // super::later\n"),
        ["src/app/keep.rs: run", "src/app/keep.rs: later"]
    );
    assert_eq!(found("/// super::undo\npub(super) fn edited() {}\n"), [] as [String; 0]);
}

#[test]
fn every_layer_is_listed() {
    let layers: std::collections::BTreeSet<String> = files()
        .iter()
        .filter_map(|(path, _)| layer(path).map(str::to_owned))
        .filter(|layer| !["lib", "main", "bin"].contains(&layer.as_str()))
        .collect();
    let listed: std::collections::BTreeSet<String> = ARROWS.iter().map(|(own, _)| (*own).to_owned()).collect();
    assert_eq!(layers, listed);
}

#[test]
fn only_the_platform_touches_the_browser() {
    let touching = |(path, text): &(String, String)| {
        let touches =
            ["js_sys", "gloo", "wasm_bindgen"].iter().any(|name| program(text).contains(&format!("{name}::")));
        let may = path.starts_with("src/platform/")
            || ["src/shell.rs", "src/bin/reader.rs", "src/bin/courier.rs"].contains(&path.as_str());
        (touches && path.starts_with("src/") && !may).then(|| path.clone())
    };
    let found: Vec<String> = files().iter().filter_map(touching).collect();
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn views_have_no_words_of_their_own() {
    let marked = |line: &&str| line.chars().any(|c| ('À'..='ỹ').contains(&c)) && !line.trim_start().starts_with("//");
    let found: Vec<String> = files()
        .iter()
        .filter(|(path, _)| path.starts_with("src/views/") || path.starts_with("src/app/") || path == "src/shell.rs")
        .flat_map(|(path, text)| program(text).lines().filter(marked).map(move |line| format!("{path}: {line}")))
        .collect();
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<String> =
        files().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect();
    assert_eq!(silent, [] as [String; 0]);
}

#[test]
fn files_stay_small_enough_to_be_one_thing() {
    // The field table, the lists and the words are tables: they may be long.
    let tables = [
        "src/domain/schema/field.rs",
        "src/domain/schema/choice.rs",
        "src/domain/schema/lists.rs",
        "src/text/vi/words.rs",
    ];
    let long: Vec<String> = files()
        .into_iter()
        .filter(|(path, text)| {
            path.starts_with("src/") && !tables.contains(&path.as_str()) && program(text).lines().count() > 300
        })
        .map(|(path, _)| path)
        .collect();
    assert_eq!(long, [] as [String; 0]);
}

/// The build finds them by name (docs/decisions/0014): written out in place they would be gone.
#[test]
fn what_leads_into_the_deferred_chunk_stays_a_function() {
    let gone = |text: &str| {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        lines
            .windows(2)
            .any(|two| matches!(two, [before, line] if line.contains("fn deferred_") && *before != "#[inline(never)]"))
    };
    let sources = files().into_iter().filter(|(path, _)| path.starts_with("src/"));
    let wrong: Vec<String> = sources.filter(|(_, text)| gone(text)).map(|(path, _)| path).collect();
    assert_eq!(wrong, [] as [String; 0]);
}

/// Ways in which test code leaves a case or a whole test without a word.
const SILENT: [&str; 5] = ["return", "return;", "return Ok(())", "return Ok(());", "continue"];

/// Where test code gives up without a word: `let … else` that only leaves, and tests all of whose
/// assertions wait behind `if let`.
fn given_up(path: &str, text: &str) -> Vec<String> {
    let tests = tests(path, text);
    // One space everywhere: an `else` block may be written on one line or on three.
    let joined = tests.split_whitespace().collect::<Vec<_>>().join(" ").replace("continue;", "continue");
    let leaves = SILENT.iter().map(|way| format!("else {{ {way} }}")).filter(|way| joined.contains(way.as_str()));
    let leaves = leaves.map(|way| format!("{path}: {way}"));
    leaves.chain(hidden(tests).into_iter().map(|test| format!("{path}: {test} asserts only behind `if let`"))).collect()
}

/// Names of tests that assert only behind an `if let` without an `else`. Told by the indentation
/// that rustfmt gives.
fn hidden(tests: &str) -> Vec<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (mut found, mut lines) = (Vec::new(), tests.lines());
    while let Some(line) = lines.next() {
        if !["#[test]", "#[tokio::test"].iter().any(|sign| line.trim_start().starts_with(sign)) {
            continue;
        }
        let Some(head) = lines.find(|line| line.contains("fn ")) else { break };
        let (mut open, mut asserts): (Vec<usize>, Vec<bool>) = (Vec::new(), Vec::new());
        for line in lines.by_ref().take_while(|line| *line != format!("{}}}", " ".repeat(indent(head)))) {
            // A condition may go over several lines, and its block begins with a brace of its own.
            let begins = ["&&", "||", "{"].iter().any(|sign| line.trim_start().starts_with(sign));
            while !begins && !line.trim().is_empty() && open.last().is_some_and(|block| indent(line) <= *block) {
                open.pop();
            }
            if line.trim_start().starts_with("if let ") {
                open.push(indent(line));
            }
            // What only makes ready for the assertions (`unwrap_or_else(|| unreachable!())`) is none.
            let fails = line.trim_start().starts_with("unreachable!");
            if fails || line.contains("assert") || line.contains("check(") {
                asserts.push(!open.is_empty());
            }
        }
        if !asserts.is_empty() && asserts.iter().all(|behind| *behind) {
            let name = head.split("fn ").nth(1).and_then(|rest| rest.split('(').next()).unwrap_or_default();
            found.push(name.to_owned());
        }
    }
    found
}

#[test]
fn no_test_passes_by_leaving_early() {
    let found: Vec<String> = files().iter().flat_map(|(path, text)| given_up(path, text)).collect();
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn a_test_that_leaves_early_is_seen() {
    let module = "#[cfg(test)]\nmod tests {\n";
    for way in ["return", "return;", "return Ok(())", "\n  return Ok(());\n", "continue", "\n    continue;\n"] {
        // In two pieces: this file is one of those that are looked through.
        let text = format!("let Some(id) = parse() {} {{ {way} }};", "else");
        assert_eq!(given_up("tests/a.rs", &text).len(), 1, "{way}");
        assert_eq!(given_up("src/a.rs", &text), [] as [String; 0], "what is no test may leave");
        assert_eq!(given_up("src/a.rs", &format!("{text}\n{module}{text}}}\n")).len(), 1, "{way}");
    }
    let loud =
        ["unreachable!()", "return Vec::new()", "break"].map(|way| format!("let Some(id) = x {} {{ {way} }};", "else"));
    assert_eq!(given_up("tests/a.rs", &loud.join("\n")), [] as [String; 0]);
}

#[test]
fn a_test_that_asserts_only_behind_a_condition_is_seen() {
    let test = |body: &str| format!("#[test]\nfn it() {{\n{body}}}\n");
    let behind = "    if let Some(it) = it() {\n        assert!(it);\n    }\n";
    assert_eq!(hidden(&test(behind)), ["it"]);
    assert_eq!(hidden(&format!("{}{}", test("    assert!(true);\n"), test(behind))), ["it"]);
    let long = "    if let Some(it) = it()\n        && it\n    {\n        for _ in 0..2 {\n            check(1);\n        }\n    }\n";
    assert_eq!(hidden(&test(long)), ["it"]);
    assert_eq!(hidden(&test(&format!("{behind}    assert!(true);\n"))), [] as [&str; 0]);
    let otherwise =
        "    if let Some(it) = it() {\n        assert!(it);\n    } else {\n        unreachable!();\n    }\n";
    assert_eq!(hidden(&test(otherwise)), [] as [&str; 0]);
}

#[test]
fn vietnamese_is_composed() {
    use unicode_normalization::is_nfc;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<(String, String)> = files();
    for name in ["index.html", "assets/manifest.webmanifest", "web/crash.js", "README.md"] {
        texts.push((
            name.to_owned(),
            fs::read_to_string(root.join(name)).unwrap_or_else(|error| unreachable!("{name}: {error}")),
        ));
    }
    for folder in ["rules", "samples"] {
        for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
            texts.push((entry.path().display().to_string(), fs::read_to_string(entry.path()).unwrap_or_default()));
        }
    }
    let apart: Vec<String> = texts.into_iter().filter(|(_, text)| !is_nfc(text)).map(|(path, _)| path).collect();
    assert_eq!(apart, [] as [String; 0]);
}

#[test]
fn the_test_command_is_one_and_the_same_everywhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).unwrap_or_default();
    let run = read(".ci/run");
    let commands: Vec<&str> =
        run.lines().filter(|line| line.contains("cargo")).filter(|line| !line.starts_with('#')).collect();
    assert_eq!(commands, ["cargo xtask test"]);
    let tasks = read("xtask/src/cli.rs");
    for task in ["run", "test", "build", "dist"] {
        assert!(read("README.md").contains(&format!("cargo xtask {task}")), "the README names {task}");
        assert!(tasks.contains(&format!("[\"{task}\"]")), "xtask knows {task}");
    }
}
