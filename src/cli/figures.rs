//! `ketnap figures`: reconciles the figures of a report line by line, see `domain::reconcile`.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::output::{self, Format};
use super::rows::{self, Value};
use super::trouble::Trouble;
use super::{Outcome, files};
use crate::domain::reconcile::reading::Reading;
use crate::domain::reconcile::{self, CheckedLine, Verdict};
use crate::text::{cli as texts, reconcile as words};

/// Column names, in order. Stable: other programs rely on them.
pub const NAMES: [&str; 7] = ["file", "row", "text", "verdict", "computed", "slips", "readings"];

/// Names of the values of a reading.
const READING: &[&str] = &["relation", "fit", "words", "spans"];

/// Checks every line of the texts.
///
/// # Errors
/// All errors in reading the files.
pub fn run(named: &[PathBuf], format: Format) -> Result<Outcome, Vec<Trouble>> {
    let mut found: Vec<(String, CheckedLine)> = Vec::new();
    let mut troubles = Vec::new();
    for path in named {
        match read(path) {
            Ok(text) => {
                found.extend(reconcile::check(&text).into_iter().map(|line| (path.display().to_string(), line)))
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    if found.is_empty() && troubles.is_empty() {
        troubles.extend(named.first().map(|path| Trouble::new(path, texts::NO_FIGURES)));
    }
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let wrong = found.iter().any(|(_, line)| line.verdict() == Verdict::Wrong);
    let several = named.len() > 1;
    output::write(|to| match format {
        Format::Json => rows::json(to, &NAMES, &found.iter().map(row).collect::<Vec<_>>()),
        Format::Csv => rows::csv(to, &NAMES, &found.iter().map(row).collect::<Vec<_>>()),
        Format::Table => {
            for (file, line) in &found {
                let place = if several { format!("{file}:{}", line.number) } else { line.number.to_string() };
                writeln!(to, "{place}: {} [{}]", line.text, words::verdict(line.verdict()))?;
                for words in words::computed(line).into_iter().chain(line.slips.iter().map(words::slip)) {
                    writeln!(to, "    {words}")?;
                }
            }
            Ok(())
        }
    })?;
    Ok(if wrong { Outcome::Blocks } else { Outcome::Nothing })
}

fn read(path: &Path) -> Result<String, Trouble> {
    if path != Path::new("-") {
        return files::read_text(path);
    }
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    read.map_err(|_| Trouble::new(path, texts::NOT_UTF_8))?;
    Ok(files::composed(text))
}

fn row((file, line): &(String, CheckedLine)) -> Vec<Value> {
    let verdict = match line.verdict() {
        Verdict::Unread => "unread",
        Verdict::Fits => "fits",
        Verdict::Soft => "note",
        Verdict::Rounding => "rounding",
        Verdict::Ambiguous => "ambiguous",
        Verdict::Wrong => "wrong",
    };
    vec![
        Value::Text(file.clone()),
        Value::Count(line.number as u64),
        Value::Text(line.text.clone()),
        Value::Text(verdict.to_owned()),
        Value::text(words::computed(line)),
        Value::Warnings(line.slips.iter().map(|slip| (slip.id(), words::slip(slip))).collect()),
        Value::Objects(READING, line.readings.found.iter().map(|found| reading(&line.text, found)).collect()),
    ]
}

/// A reading: relation, how it agrees, in words, and where its figures stand, in characters of the text from 0.
fn reading(text: &str, found: &Reading) -> Vec<Value> {
    let character = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    let spans = found.spans.iter().map(|(from, to)| format!("{}-{}", character(*from), character(*to)));
    let spans: Vec<String> = spans.collect();
    vec![
        Value::Text(found.relation.name().to_owned()),
        Value::Text(found.fit.name().to_owned()),
        Value::Text(words::reading(found)),
        Value::Text(spans.join(" ")),
    ]
}
