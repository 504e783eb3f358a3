//! Names that both sides use: properties of `window`, words, elements, attributes, and where texts are kept.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::scan::{Token, after, spelled_out, texts_after};
use crate::sides::Sides;
use crate::{compare, rows, texts};

/// Whether a name of the list is a file that is no script: there it is looked for as it is.
fn is_path(name: &str) -> bool {
    name.contains('/')
}

/// Those of the listed files in which a name stands.
fn files_with<'a>(sides: &Sides, listed: &BTreeSet<&'a str>, name: &str) -> BTreeSet<&'a str> {
    listed.iter().copied().filter(|path| is_path(path) && sides.text(path).contains(name)).collect()
}

/// Properties of `window` and of the service worker: who, name, whether it is set.
fn properties(sides: &Sides) -> Vec<(&str, &str, bool)> {
    let mut found = Vec::new();
    for (who, tokens) in sides.scripts() {
        for owner in ["window", "self"] {
            for rest in after(tokens, &[owner, "."]) {
                let sets = rest.iter().skip(1).take(2).map(|token| token.is("=")).eq([true, false]);
                if let Some(Token::Word(name)) = rest.first()
                    && name.strip_prefix("kn").is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase()))
                {
                    found.push((who, name.as_str(), sets));
                }
            }
        }
    }
    found
}

/// Who sets and who reads the properties of `window`.
pub fn globals(sides: &Sides, list: &Value, found: &mut Vec<String>) {
    let seen = properties(sides);
    let program = sides.texts_of("global");
    for (name, row) in rows(list, "globals") {
        let sets = texts(&row["sets"]);
        let reads = texts(&row["reads"]);
        let mut who_sets = files_with(sides, &sets, name);
        let mut who_reads = files_with(sides, &reads, name);
        for (who, _, is_set) in seen.iter().filter(|(_, seen, _)| *seen == name) {
            // Who sets it may look at it, which is no matter of anybody else.
            if *is_set {
                who_sets.insert(who);
            } else if !sets.contains(who) || reads.contains(who) {
                who_reads.insert(who);
            }
        }
        if program.contains(name) {
            who_reads.insert("program");
        }
        compare(&format!("{name}: who sets it"), &sets, &who_sets, found);
        compare(&format!("{name}: who reads it"), &reads, &who_reads, found);
        if sets.is_empty() || reads.is_empty() {
            found.push(format!("{name}: nobody sets or reads it"));
        }
        for (who, tokens) in sides.scripts() {
            let words = texts_after(tokens, &["window", ".", name, "=", "=", "="]);
            let strange = words.into_iter().filter(|word| !texts(&row["words"]).contains(word));
            found.extend(strange.map(|word| format!("{name}: {who} asks for {word:?}, which is not in the list")));
        }
    }
    let names = seen.iter().map(|(who, name, _)| (*who, *name));
    let names = names.chain(program.iter().map(|name| ("program", name.as_str())));
    let strange: BTreeSet<_> = names.filter(|(_, name)| list["globals"].get(name).is_none()).collect();
    found.extend(strange.into_iter().map(|(who, name)| format!("{name}: {who} uses it, and it is not in the list")));
}

/// The words that the program knows are those that come to it.
pub fn words(sides: &Sides, list: &Value, found: &mut Vec<String>) {
    let mut listed = BTreeSet::new();
    let events = rows(list, "events").map(|(name, row)| (name, row, &row["detail"], &row["to"]));
    let globals = rows(list, "globals").map(|(name, row)| (name, row, &row["words"], &row["reads"]));
    for (name, row, words, to) in events.chain(globals) {
        if !words.is_array() || !texts(to).contains("program") {
            continue;
        }
        let words = texts(words);
        let otherwise = row["otherwise"].as_str().unwrap_or_default();
        if !words.contains(otherwise) {
            found.push(format!("{name}: no word of it is the one that everything else counts as"));
        }
        listed.extend(words.into_iter().filter(|word| *word != otherwise && !word.is_empty()));
    }
    let known = sides.texts_of("word");
    compare("words of the program", &listed, &known.iter().map(String::as_str).collect(), found);
}

/// Elements by their id or class.
pub fn elements(sides: &Sides, list: &Value, found: &mut Vec<String>) {
    let program = sides.texts_of("element");
    let page = sides.text("index.html");
    for (name, row) in rows(list, "elements") {
        let listed = texts(&row["in"]);
        let mut seen = files_with(sides, &listed, name);
        seen.extend(sides.scripts().filter(|(_, tokens)| has(tokens, name)).map(|(who, _)| who));
        if page.contains(&format!("id=\"{name}\"")) {
            seen.insert("index.html");
        }
        if [format!("#{name} "), format!(".{name} ")].iter().any(|style| page.contains(style.as_str())) {
            seen.insert("index.html");
        }
        if program.contains(name) {
            seen.insert("program");
        }
        compare(&format!("element {name}"), &listed, &seen, found);
    }
}

fn has(tokens: &[Token], name: &str) -> bool {
    tokens.iter().filter_map(Token::text).any(|text| text == name)
}

/// Attributes of the loader's tag, which the build writes.
pub fn attributes(sides: &Sides, list: &Value, found: &mut Vec<String>) {
    let tag = sides.text("xtask/src/html.rs").split("#[cfg(test)]").next().unwrap_or_default();
    let written = |rest: &str| rest.split_once("=\\\"{").map(|(name, _)| name.to_owned());
    let written: BTreeSet<String> = tag
        .split("data-")
        .skip(1)
        .filter_map(written)
        .filter(|name| name.bytes().all(|letter| letter.is_ascii_lowercase()))
        .map(|name| format!("data-{name}"))
        .collect();
    let listed = rows(list, "attributes").map(|(name, _)| name).collect();
    compare("attributes that the build writes", &listed, &written.iter().map(String::as_str).collect(), found);
    let program = sides.texts_of("element");
    for (name, row) in rows(list, "attributes") {
        let word = name.trim_start_matches("data-");
        let listed = texts(&row["reads"]);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for (who, tokens) in sides.scripts() {
            // Some are handed on as they are and taken apart elsewhere.
            let is_taken = listed.contains(who) && tokens.iter().any(|token| token.is(word));
            if is_taken
                || after(tokens, &["dataset", "."]).iter().any(|rest| rest.first().is_some_and(|one| one.is(word)))
            {
                seen.insert(who);
            }
        }
        if program.contains(name) {
            seen.insert("program");
        }
        compare(&format!("attribute {name}: who reads it"), &listed, &seen, found);
    }
}

/// Whether a text of a file is a name of the list, or begins with one that something is put behind.
fn is_name(text: &str, name: &str) -> bool {
    let goes_on = |rest: &str| rest.is_empty() || rest.starts_with("${}") || name.ends_with("1;");
    text.strip_prefix(name).is_some_and(goes_on)
}

/// The texts of a file that may be names, with those that a regular expression looks for.
fn candidates(tokens: &[Token]) -> impl Iterator<Item = String> {
    tokens.iter().flat_map(|token| match token {
        Token::Text(text) => vec![text.clone()],
        Token::Pattern(pattern) => spelled_out(pattern),
        Token::Word(_) | Token::Mark(_) => Vec::new(),
    })
}

/// Where texts are kept, and what the two halves of a file's form are called.
pub fn stored(sides: &Sides, list: &Value, found: &mut Vec<String>) {
    for (name, row) in rows(list, "names") {
        let listed = texts(&row["in"]);
        let mut seen = files_with(sides, &listed, name);
        let holds = |tokens: &[Token]| candidates(tokens).any(|text| is_name(&text, name));
        seen.extend(sides.scripts().filter(|(_, tokens)| holds(tokens)).map(|(who, _)| who));
        let keeps = |path: &str| {
            ["src/store/", "src/app/", "src/post/", "src/domain/schema/", "src/exchange/own"]
                .iter()
                .any(|folder| path.starts_with(folder))
        };
        if sides.program().any(|(path, tokens)| keeps(path) && has(tokens, name)) {
            seen.insert("program");
        }
        // Of a short name no more can be told than that it is where it has to be.
        if !name.starts_with("k") {
            seen.retain(|who| listed.contains(who));
        }
        compare(&format!("name {name}"), &listed, &seen, found);
    }
}

/// Names of this program's kind that stand in a file and nowhere in the list.
pub fn unlisted(sides: &Sides, list: &Value, found: &mut Vec<String>) {
    let is_listed = |text: &str| {
        let exact = ["events", "elements"].iter().any(|part| list[*part].get(text).is_some());
        exact || rows(list, "names").any(|(name, _)| is_name(text, name))
    };
    for (who, tokens) in sides.scripts() {
        let strange = candidates(tokens)
            .filter(|text| text.starts_with("kn-") || text.starts_with("ket-nap"))
            .filter(|text| !is_listed(text));
        found.extend(strange.map(|text| format!("{who}: {text} is not in the list")));
    }
    // A store of a database has no name of this program's kind.
    for (who, tokens) in sides.scripts() {
        for call in ["objectStore", "createObjectStore", "transaction"] {
            let stores = texts_after(tokens, &[call, "("]).into_iter().filter(|store| !is_listed(store));
            found.extend(stores.map(|store| format!("{who}: the store {store} is not in the list")));
        }
    }
    for (path, tokens) in sides.program() {
        for text in tokens.iter().filter_map(Token::text) {
            let is_global = text.strip_prefix("kn").is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase()));
            if text.starts_with("kn-") || is_global {
                found.push(format!("{path}: {text} belongs into src/platform/contract.rs"));
            } else if (text.starts_with("ket-nap/") || text.starts_with("ket-nap;")) && !is_listed(text) {
                found.push(format!("{path}: {text} is not in the list"));
            }
        }
    }
}
