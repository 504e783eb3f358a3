//! Every sentence that a person reads, as a file to proof-read (`docs/SENTENCES.md`, written by `UPDATE=1 cargo test --test wording`), and
//! the words that the style sheet (`docs/STYLE.md`) rules out.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ket_nap::text::{guide, words};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// A text in the code: the line of its file, what its item is, and how it reads.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    line: usize,
    about: String,
    words: String,
}

/// The texts of a source before its tests.
fn said(source: &str) -> Vec<Said> {
    let (mut found, mut about) = (Vec::new(), String::new());
    let source = source.split("#[cfg(test)]").next().unwrap_or(source);
    let mut open: Option<Said> = None;
    for (place, line) in source.lines().enumerate() {
        let bare = line.trim_start();
        if open.is_none() && bare.starts_with("//") {
            if let Some(doc) = bare.strip_prefix("///") {
                about = doc.trim().to_owned();
            }
            continue;
        }
        let mut signs = line.chars().peekable();
        // A text goes on in the next line behind a backslash.
        if open.is_some() {
            while signs.next_if(|sign| sign.is_whitespace()).is_some() {}
        }
        while let Some(sign) = signs.next() {
            match (&mut open, sign) {
                (Some(text), '\\') => match signs.next() {
                    Some('n') => text.words.push(' '),
                    Some(escaped) => text.words.push(escaped),
                    None => {}
                },
                (Some(_), '"') => found.extend(open.take()),
                (Some(text), sign) => text.words.push(sign),
                // A sign in quotes, as '"'.
                (None, '\'') => {
                    let mut ahead = signs.clone();
                    if let (Some(_), Some('\'')) = (ahead.next(), ahead.next()) {
                        signs = ahead;
                    }
                }
                (None, '"') => open = Some(Said { line: place + 1, about: about.clone(), words: String::new() }),
                (None, '/') if signs.peek() == Some(&'/') => break,
                (None, _) => {}
            }
        }
    }
    found.retain(|text| is_read(&text.words));
    found
}

/// Whether a text is for people: keys, words of addresses and signs are not.
fn is_read(words: &str) -> bool {
    let letters = words.chars().filter(|sign| sign.is_alphabetic()).count();
    letters > 1 && (!words.is_ascii() || words.contains(' ') || words.starts_with(char::is_uppercase))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(())
}

/// All files with texts, by their names within `src`.
fn files() -> Outcome<Vec<(String, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root.join("text"), &mut found)?;
    found.extend(["field", "choice", "lists", "section"].map(|name| root.join(format!("domain/schema/{name}.rs"))));
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root)?.display().to_string().replace('\\', "/");
        Ok((name, fs::read_to_string(&path)?))
    };
    found.into_iter().map(read).collect()
}

#[test]
fn all_sentences_stand_in_a_file_to_proof_read() -> Outcome {
    let mut page = "# All sentences\n\nWritten by a test: `UPDATE=1 cargo test --test wording`. Each heading is a file of `src/`; behind a dash stands what the \
        text is. How texts are worded: [STYLE.md](STYLE.md).\n"
        .to_owned();
    let mut count = 0;
    for (name, source) in files()? {
        let told = said(&source);
        if told.is_empty() {
            continue;
        }
        write!(page, "\n## {name}\n\n")?;
        let mut about = String::new();
        for text in told {
            count += 1;
            let is_new = text.about != about && !text.about.is_empty();
            let behind = if is_new { format!(" — *{}*", text.about.replace('*', "\\*")) } else { String::new() };
            writeln!(page, "- {}{behind}", text.words.replace('<', "\\<").trim())?;
            about = text.about;
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/SENTENCES.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &page)?;
    }
    assert!(count > 2_000, "{count} texts");
    assert!(fs::read_to_string(&file)? == page, "docs/SENTENCES.md: UPDATE=1 cargo test --test wording");
    Ok(())
}

/// The words of the style sheet's table that are not written.
fn ruled_out(sheet: &str) -> Vec<String> {
    let rows = sheet.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let not = rows.filter_map(|row| row.split(" | ").nth(1)).filter(|not| !not.contains("---"));
    not.skip(1).flat_map(|not| not.split(", ").map(str::to_lowercase).collect::<Vec<_>>()).collect()
}

/// A text without the places in it where something is put, `{file}`.
fn without_places(words: &str) -> String {
    let parts = words.split('{').enumerate().map(|(place, part)| match part.split_once('}') {
        Some((_, behind)) if place > 0 => behind,
        _ => part,
    });
    parts.collect()
}

#[test]
fn no_text_has_a_word_that_the_style_sheet_rules_out() -> Outcome {
    let sheet = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/STYLE.md"))?;
    let not = ruled_out(&sheet);
    assert!(not.len() > 10, "{not:?}");
    let mut wrong = Vec::new();
    for (name, source) in files()? {
        for text in said(&source) {
            let lower = without_places(&text.words).to_lowercase();
            let is_word = |at: usize, word: &str| {
                let before = lower.get(..at).and_then(|before| before.chars().next_back());
                let after = lower.get(at + word.len()..).and_then(|after| after.chars().next());
                // `--passphrase-file` is a name.
                let ends = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphabetic() && sign != '-');
                ends(before) && ends(after)
            };
            for word in not.iter().filter(|word| lower.match_indices(word.as_str()).any(|(at, _)| is_word(at, word))) {
                wrong.push(format!("{name}:{} “{}” has “{word}”", text.line, text.words));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn texts_are_found_in_every_way_of_writing_them() {
    let source = r#"
/// What it is.
pub const A: &str = "Một \"hai\" ba";
// "Không đọc"
fn f(sign: char) { if sign == '"' { return "key"; } g("Dòng một \
    dòng hai"); }
#[cfg(test)]
mod tests { const T: &str = "Thử nghiệm"; }
"#;
    let one = |line, words: &str| Said { line, about: "What it is.".to_owned(), words: words.to_owned() };
    assert_eq!(said(source), [one(3, "Một \"hai\" ba"), one(5, "Dòng một dòng hai")]);
    assert_eq!(ruled_out("| Viết | Không viết |\n| --- | --- |\n| tệp | file, Tập tin |\n"), ["file", "tập tin"]);
}

/// What stands in “…” in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('“').skip(1).filter_map(|rest| rest.split('”').next())
}

/// Whatever the guide calls by its name is called so on the page.
#[test]
fn the_guide_names_what_there_is() -> Outcome {
    let files = files()?;
    let others = files.iter().filter(|(name, _)| !name.ends_with("guide.rs"));
    let words: HashSet<String> = others.flat_map(|(_, source)| said(source)).map(|text| text.words).collect();
    let mut seen = 0;
    for name in guide::PARTS.iter().flat_map(|part| part.steps).flat_map(|step| quoted(step)) {
        assert!(words.contains(name), "“{name}”");
        seen += 1;
    }
    assert!(seen > 30, "{seen}");
    Ok(())
}

/// `docs/huong-dan.md` is the guide of the page, with its pictures.
#[test]
fn the_guide_stands_beside_the_program() -> Outcome {
    let mut page = format!("# Kết Nạp: {}\n\n{}\n", guide::GUIDE.to_lowercase(), words::ABOUT);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for (number, part) in guide::PARTS.iter().enumerate() {
        let picture = format!("huong-dan/{:02}.png", number + 1);
        assert!(folder.join(&picture).exists(), "{picture}");
        write!(
            page,
            "\n## {}. {}\n\n<img src=\"{picture}\" alt=\"\" width=\"240\" align=\"right\">\n\n",
            number + 1,
            part.title
        )?;
        for (number, step) in part.steps.iter().enumerate() {
            writeln!(page, "{}. {step}", number + 1)?;
        }
        page.push_str("\n<br clear=\"all\">\n");
    }
    let file = folder.join("huong-dan.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &page)?;
    }
    assert!(fs::read_to_string(&file)? == page, "docs/huong-dan.md: UPDATE=1 cargo test --test wording");
    Ok(())
}
