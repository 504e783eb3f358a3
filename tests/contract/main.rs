//! What the program and the loader's scripts agree on: `web/contract.js` lists it, and both sides are held to the list,
//! the scripts as they are written, the program by the constants of `src/platform/contract.rs` and `src/store/`.

mod messages;
mod names;
mod scan;
mod seen;
mod sides;

use std::collections::BTreeSet;

use serde_json::Value;

use sides::Sides;

/// Everything in which the sides and the list differ.
fn problems(sides: &Sides) -> Vec<String> {
    let list = sides.list();
    let mut found = Vec::new();
    events(sides, &list, &mut found);
    names::globals(sides, &list, &mut found);
    names::words(sides, &list, &mut found);
    names::elements(sides, &list, &mut found);
    names::attributes(sides, &list, &mut found);
    names::stored(sides, &list, &mut found);
    names::unlisted(sides, &list, &mut found);
    messages::check(sides, &list, &mut found);
    found
}

/// What stands in the list below these names; nothing where it has no such part.
fn part<'a>(list: &'a Value, names: &[&str]) -> &'a Value {
    names.iter().try_fold(list, |of, name| of.get(name)).unwrap_or(&Value::Null)
}

/// The texts of a part of the list.
fn texts(of: &Value) -> BTreeSet<&str> {
    of.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The names of a part of the list with what is said of each.
fn rows<'a>(list: &'a Value, part: &str) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
    let rows = list.get(part).and_then(Value::as_object);
    assert!(rows.is_some(), "the list has no part {part}");
    rows.into_iter().flatten().map(|(name, row)| (name.as_str(), row))
}

/// Notes where two sets differ, in words.
fn compare(what: &str, listed: &BTreeSet<&str>, seen: &BTreeSet<&str>, found: &mut Vec<String>) {
    found.extend(seen.difference(listed).map(|one| format!("{what}: {one} is not in the list")));
    found.extend(listed.difference(seen).map(|one| format!("{what}: {one} is in the list, but not seen")));
}

/// Who sends and who listens to each event.
fn events(sides: &Sides, list: &Value, found: &mut Vec<String>) {
    let (sent, heard) = (sides.sent(), sides.heard());
    for (name, row) in rows(list, "events") {
        let ends = [("from", &sent, "sends it"), ("to", &heard, "listens to it")];
        for (end, seen, what) in ends {
            let listed = texts(&row[end]);
            if listed.is_empty() {
                found.push(format!("{name}: nobody {what}"));
            }
            let seen = seen.iter().filter(|(_, event)| event == name).map(|(who, _)| who.as_str()).collect();
            compare(&format!("{name}: who {what}"), &listed, &seen, found);
        }
    }
    for (who, name) in sent.iter().chain(&heard) {
        if list["events"].get(name).is_none() {
            found.push(format!("{name}: {who} uses it, and it is not in the list"));
        }
    }
    // What a script says outright in the same call; what it says by a variable is known to tsc.
    for (who, name, word) in sides.told_words() {
        if !texts(part(list, &["events", &name, "detail"])).contains(word.as_str()) {
            found.push(format!("{name}: {who} says {word:?}, which is not in the list"));
        }
    }
    for unused in sides.unused_constants() {
        found.push(format!("{unused} is used nowhere in the program"));
    }
}

#[test]
fn both_sides_keep_to_the_list() {
    assert_eq!(problems(&Sides::read()), [] as [String; 0]);
}

#[test]
fn the_list_is_whole() {
    let list = Sides::read().list();
    assert_eq!(rows(&list, "events").count(), 36);
    for part in ["events", "globals", "elements", "attributes", "names", "questions", "state", "notes", "broadcasts"] {
        for (name, row) in rows(&list, part) {
            assert!(row["says"].as_str().is_some_and(|says| !says.is_empty()), "{part}: {name} says nothing");
        }
    }
}

/// The page says how long a transfer takes, the script how long each code stands.
#[test]
fn codes_stand_as_long_as_the_page_says() {
    let figures = |text: &str| {
        let (_, rest) = text.split_once("STANDS").unwrap_or_default();
        let (_, rest) = rest.split_once('=').unwrap_or_default();
        let list = rest.trim_start().trim_start_matches('[');
        list.split_once(']').map(|(list, _)| list.to_owned())
    };
    let page = figures(include_str!("../../src/views/pages/codes.rs"));
    assert!(page.as_deref().is_some_and(|list| list.split(", ").count() == 3), "{page:?}");
    assert_eq!(page, figures(include_str!("../../web/codes.js")));
}
