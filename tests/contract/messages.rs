//! What pages and the service worker say to each other.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::scan::{Token, after, inside, texts_after};
use crate::sides::Sides;
use crate::{compare, part, rows, texts};

const WORKER: &str = "keeper.js";

/// Compares what the worker says and understands, and what pages do, with the list.
pub fn check(sides: &Sides, list: &Value, found: &mut Vec<String>) {
    let worker = sides.script(WORKER);
    questions(sides, worker, list, found);
    answers(sides, worker, list, found);
    notes(sides, worker, list, found);
    broadcasts(sides, worker, list, found);
}

/// The keys of a part of the list.
fn keys<'a>(list: &'a Value, part: &str) -> BTreeSet<&'a str> {
    rows(list, part).map(|(name, _)| name).collect()
}

/// The words right after each place where these are written.
fn words_after<'a>(tokens: &'a [Token], written: &[&str]) -> Vec<&'a str> {
    let word = |rest: &'a [Token]| if let Some(Token::Word(word)) = rest.first() { Some(word.as_str()) } else { None };
    after(tokens, written).into_iter().filter_map(word).collect()
}

fn questions(sides: &Sides, worker: &[Token], list: &Value, found: &mut Vec<String>) {
    compare(
        "questions to the worker",
        &keys(list, "questions"),
        &texts_after(worker, &["case"]).into_iter().collect(),
        found,
    );
    let mut asked = BTreeSet::new();
    for (who, tokens) in sides.scripts() {
        for call in [["ask", "("], ["talk", "("]] {
            let questions =
                after(tokens, &call).into_iter().filter_map(|rest| inside(rest).iter().find_map(Token::text));
            asked.extend(questions.map(|question| (who, question)));
        }
    }
    for (question, row) in rows(list, "questions") {
        let who = asked.iter().filter(|(_, one)| *one == question).map(|(who, _)| *who).collect();
        compare(&format!("question {question}: who asks it"), &texts(&row["from"]), &who, found);
    }
    let strange = asked.iter().filter(|(_, one)| list["questions"].get(one).is_none());
    found.extend(strange.map(|(who, one)| format!("question {one}: {who} asks it, and it is not in the list")));
}

fn answers(sides: &Sides, worker: &[Token], list: &Value, found: &mut Vec<String>) {
    let refusal = list["refusal"].as_str().unwrap_or_default();
    let mut answers: BTreeSet<&str> = rows(list, "questions").flat_map(|(_, row)| texts(&row["answers"])).collect();
    answers.insert(refusal);
    let reasons = texts(part(list, &["broadcasts", "missed", "words"]));
    let said: BTreeSet<&str> =
        texts_after(worker, &["return"]).into_iter().filter(|word| !reasons.contains(word)).collect();
    compare("answers of the worker", &answers, &said, found);
    // A page that did not know the refusal would take it for what it asked for.
    let known: BTreeSet<&str> =
        texts_after(sides.script("versions.js"), &["data", "=", "=", "="]).into_iter().collect();
    if !known.contains(refusal) {
        found.push(format!("answers of the worker: versions.js does not know {refusal}"));
    }
    let in_page = texts_after(sides.script("index.html"), &["said", "=", "=", "="]);
    let strange = in_page.into_iter().filter(|word| !answers.contains(word));
    found.extend(
        strange.map(|word| format!("answers of the worker: index.html knows {word}, which is not in the list")),
    );

    let state =
        after(worker, &["function", "asked", "(", ")", "{"]).into_iter().flat_map(inside).cloned().collect::<Vec<_>>();
    let object: Vec<Token> = after(&state, &["return", "{"]).into_iter().flat_map(inside).cloned().collect();
    let mut depth = 0;
    let mut parts = BTreeSet::new();
    for two in object.windows(2) {
        match two {
            [Token::Word(name), Token::Mark(':')] if depth == 0 => _ = parts.insert(name.as_str()),
            [Token::Mark('(' | '[' | '{'), _] => depth += 1,
            [Token::Mark(')' | ']' | '}'), _] => depth -= 1,
            _ => {}
        }
    }
    compare("parts of the worker's state", &keys(list, "state"), &parts, found);
    for (name, row) in rows(list, "state") {
        for who in texts(&row["reads"]) {
            if !sides.script(who).iter().any(|token| token.is(name)) {
                found.push(format!("part {name} of the worker's state: {who} does not read it"));
            }
        }
    }
    let read = words_after(sides.script("index.html"), &["known", "."])
        .into_iter()
        .filter(|name| list["state"].get(name).is_none());
    found.extend(
        read.map(|name| format!("part {name} of the worker's state: index.html reads it, and it is not in the list")),
    );
}

fn notes(sides: &Sides, worker: &[Token], list: &Value, found: &mut Vec<String>) {
    compare(
        "notes to the worker",
        &keys(list, "notes"),
        &words_after(worker, &["data", "."]).into_iter().collect(),
        found,
    );
    let sent = |note: &str| {
        let sends = |tokens: &[Token]| words_after(tokens, &["postMessage", "(", "{"]).contains(&note);
        sides.scripts().filter(|(_, tokens)| sends(tokens)).map(|(who, _)| who).collect()
    };
    for (note, row) in rows(list, "notes") {
        compare(&format!("note {note}: who says it"), &texts(&row["from"]), &sent(note), found);
    }
    for (who, tokens) in sides.scripts() {
        let strange = words_after(tokens, &["postMessage", "(", "{"])
            .into_iter()
            .filter(|word| list["notes"].get(word).is_none());
        found.extend(strange.map(|word| format!("note {word}: {who} says it, and it is not in the list")));
    }
}

fn broadcasts(sides: &Sides, worker: &[Token], list: &Value, found: &mut Vec<String>) {
    let mut said: BTreeSet<&str> = texts_after(worker, &["tellPages", "("]).into_iter().collect();
    said.extend(texts_after(worker, &["end", "("]));
    said.extend(words_after(worker, &["end", "(", "{"]));
    compare("what the worker tells pages", &keys(list, "broadcasts"), &said, found);
    for (name, row) in rows(list, "broadcasts") {
        let listed = texts(&row["to"]);
        let heard = |tokens: &[Token]| {
            let outright = texts_after(tokens, &["data", "=", "=", "="]).contains(&name);
            outright || words_after(tokens, &["(", "data", ")", "."]).contains(&name)
        };
        let seen =
            sides.scripts().filter(|(who, tokens)| *who != WORKER && heard(tokens)).map(|(who, _)| who).collect();
        compare(&format!("{name} of the worker: who listens to it"), &listed, &seen, found);
    }
    // The reasons go on to the program as they come.
    let reasons = texts(part(list, &["broadcasts", "missed", "words"]));
    let worker_says: BTreeSet<&str> =
        worker.iter().filter_map(Token::text).filter(|word| reasons.contains(word)).collect();
    compare("reasons of the worker", &reasons, &worker_says, found);
    compare(
        "reasons for kn-version-failed",
        &texts(part(list, &["events", "kn-version-failed", "detail"])),
        &reasons,
        found,
    );
    let offline = texts(part(list, &["events", "kn-offline", "detail"]));
    found.extend(reasons.difference(&offline).map(|word| format!("kn-offline: does not know {word}")));
}
