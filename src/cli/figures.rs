//! `ketnap figures`: reconciles the figures of a report line by line, see `domain::reconcile`.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::files::Input;
use super::output::{self, Format};
use super::rows::{self, Value};
use super::trouble::Trouble;
use super::whole::{self, Whole};
use super::{Outcome, files};
use crate::domain::reconcile::figure::ONE;
use crate::domain::reconcile::reading::Reading;
use crate::domain::reconcile::{self, CheckedLine, Verdict, recorded};
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::exchange::files::FileProblem;
use crate::text::{cli as texts, reconcile as words, words as single};

/// Column names, in order. Stable: other programs rely on them.
pub const NAMES: [&str; 8] = ["file", "row", "text", "verdict", "computed", "slips", "readings", "book"];

/// Names of the values of a reading.
const READING: &[&str] = &["relation", "fit", "words", "least", "most", "spans"];

/// Arguments of the command.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Text files.
    pub files: Vec<PathBuf>,
    /// Books and lists.
    pub book: Vec<PathBuf>,
    /// As-of day of the book.
    pub as_of: Day,
    /// Output format.
    pub format: Format,
}

/// A line of a file, and what the book has beside it.
struct Found {
    file: String,
    line: CheckedLine,
    book: Option<String>,
}

/// Checks every line of the texts.
///
/// # Errors
/// All errors in reading the files.
pub fn run(asked: &Asked) -> Result<Outcome, Vec<Trouble>> {
    let Asked { files: named, format, .. } = asked;
    let beside = book(asked)?;
    let mut found: Vec<Found> = Vec::new();
    let mut troubles = Vec::new();
    for path in named {
        match read(path) {
            Ok(text) => found.extend(reconcile::check(&text).into_iter().map(|line| Found {
                file: path.display().to_string(),
                book: beside.as_ref().and_then(|beside| told(beside, &line, asked.as_of)),
                line,
            })),
            Err(trouble) => troubles.push(trouble),
        }
    }
    if found.is_empty() && troubles.is_empty() {
        troubles.extend(named.first().map(|path| Trouble::new(path, texts::NO_FIGURES)));
    }
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let wrong = found.iter().any(|found| found.line.verdict() == Verdict::Wrong);
    let several = named.len() > 1;
    output::write(|to| match format {
        Format::Json => rows::json(to, &NAMES, &found.iter().map(row).collect::<Vec<_>>()),
        Format::Csv => rows::csv(to, &NAMES, &found.iter().map(row).collect::<Vec<_>>()),
        Format::Table => {
            for Found { file, line, book } in &found {
                let place = if several { format!("{file}:{}", line.number) } else { line.number.to_string() };
                writeln!(to, "{place}: {} [{}]", line.text, words::verdict(line.verdict()))?;
                let told = words::computed(line).into_iter().chain(line.slips.iter().map(words::slip));
                for words in told.chain(book.clone()) {
                    writeln!(to, "    {words}")?;
                }
            }
            Ok(())
        }
    })?;
    Ok(if wrong { Outcome::Blocks } else { Outcome::Nothing })
}

/// The book that figures are shown beside, with the organization at its top.
fn book(asked: &Asked) -> Result<Option<(Whole, RecordId)>, Vec<Trouble>> {
    if asked.book.is_empty() {
        return Ok(None);
    }
    let whole = whole::read(&files::all(&Input { files: asked.book.clone(), map: Vec::new() })?)?;
    let home = whole.ledger.roots().into_iter().next();
    Ok(home.map(|home| (whole, home)))
}

/// What the book has beside a line, in words.
fn told((whole, home): &(Whole, RecordId), line: &CheckedLine, as_of: Day) -> Option<String> {
    let found = recorded::recorded(&whole.ledger, line, home, as_of)?;
    let name = whole.ledger.organization_name(&found.organization).unwrap_or(single::NAMELESS);
    Some(words::recorded(&found, name))
}

fn read(path: &Path) -> Result<String, Trouble> {
    if path != Path::new("-") {
        return files::read_text(path);
    }
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    read.map_err(|_| Trouble::new(path, texts::file_problem(&FileProblem::NotUtf8)))?;
    Ok(crate::exchange::files::composed(text))
}

fn row(Found { file, line, book }: &Found) -> Vec<Value> {
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
        Value::text(book.clone()),
    ]
}

/// A reading: relation, how it agrees, in words, and where its figures stand, in characters of the text from 0.
fn reading(text: &str, found: &Reading) -> Vec<Value> {
    let character = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    let spans = found.spans.iter().map(|(from, to)| format!("{}-{}", character(*from), character(*to)));
    let spans: Vec<String> = spans.collect();
    let (least, most) = found.interval(text).unzip();
    vec![
        Value::Text(found.relation.name().to_owned()),
        Value::Text(found.fit.name().to_owned()),
        Value::Text(words::reading(found)),
        decimal(least),
        decimal(most),
        Value::Text(spans.join(" ")),
    ]
}

/// Ten-thousandths as a decimal number.
fn decimal(parts: Option<i64>) -> Value {
    let Some(parts) = parts else { return Value::Nothing };
    let (size, sign) = (parts.unsigned_abs(), if parts < 0 { "-" } else { "" });
    let one = ONE.unsigned_abs();
    let text = format!("{sign}{}.{:04}", size / one, size % one);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    serde_json::from_str(text).map_or(Value::Nothing, Value::Exact)
}
