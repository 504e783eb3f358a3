//! The generated report: paragraphs and tables in which each figure has a link to its origin, and
//! the same as plain text. Its sentences are in `sentences`, its tables in `tables`.

mod sentences;
mod tables;

use super::{forecast as ahead, groundwork, numbers, overview, places, sources, standing};
use crate::domain::calculator::report::{Report, Trace};
use crate::domain::ledger::records::{Target, Total};
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Period;
use crate::domain::value::letters::{fold, joined};
use sentences::{Sentence, below, classes, key_people, made_up, results, stock, weak};
use tables::{breakdowns, organizations, reasons, targets};

/// Link to the report.
pub const REPORT: &str = "Viết báo cáo";
/// Explanation of the page.
pub const ABOUT: &str = "Báo cáo được viết từ số liệu trong sổ. Bấm vào một con số để xem số ấy lấy từ đâu.";
/// Button that copies the text.
pub const COPY: &str = "Chép văn bản";
/// Button that saves the text.
pub const SAVE: &str = "Lưu thành tệp";
/// The period has not begun.
pub const AHEAD: &str = "Kỳ này chưa bắt đầu vào ngày đang xem.";
/// Title of the report.
pub const TITLE: &str = "Báo cáo kết quả phát triển đảng viên";

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A figure and its origin.
    Figure(String, Trace),
}

/// A table with a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Heading.
    pub title: &'static str,
    /// Column headings.
    pub columns: Vec<&'static str>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Piece>>,
}

/// Lookup of records by id.
pub trait Known {
    /// Display name of a record.
    fn name(&self, id: &RecordId) -> String;
    /// A target.
    fn target(&self, id: &RecordId) -> Option<&Target>;
    /// An entered total.
    fn total(&self, id: &RecordId) -> Option<&Total>;
}

/// The report in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Lines under the title: organization, period, day of counting.
    pub heads: Vec<String>,
    /// Headings with their paragraphs.
    pub paragraphs: Vec<(&'static str, Vec<Piece>)>,
    /// Tables.
    pub tables: Vec<Table>,
}

/// Writes the report of an organization for a period.
pub fn write(report: &Report, organization: &RecordId, period: Period, known: &dyn Known) -> Written {
    let name = known.name(organization);
    let heads = vec![
        format!("{name}, {}", overview::period(period)),
        format!("Số liệu đến {}. {}.", numbers::day(report.until.last()), standing::counted_by(report.counting)),
    ];
    let mut paragraphs = vec![("Kết quả", results(report, &name, organization, period, known).0)];
    paragraphs
        .extend(report.admitted.as_ref().and_then(|found| Some(("Cơ cấu", made_up(found, organization, period)?.0))));
    paragraphs.extend(below(report, known).map(|found| ("Từng tổ chức", found.0)));
    paragraphs.extend(stock(report).map(|found| ("Đảng viên", found.0)));
    let places = report.places.iter().map(|(kind, found)| format!("{}: {}", kind.name(), places::line(found)));
    let places: Vec<String> = places.collect();
    if !places.is_empty() {
        paragraphs.push((places::PLACES, Sentence::default().say(&joined(&places, "; ")).say(".").0));
    }
    paragraphs.extend(key_people(report).map(|found| (groundwork::KEY_PEOPLE, found.0)));
    paragraphs.extend(weak(report, known).map(|found| (super::members::WEAK, found.0)));
    paragraphs.extend(report.ahead.as_ref().and_then(|(target, found)| {
        let asked = known.target(target)?;
        let of = asked.bound.map(numbers::bound).unwrap_or_default();
        let issued = standing::issued(asked).map(|issued| format!(" ({issued})")).unwrap_or_default();
        let until = asked.period.map(overview::period).unwrap_or_default();
        let begin = format!("Chỉ tiêu {of}{issued}, đến hết {until}: ");
        let sentence = Sentence::default().say(&begin);
        let mut sentence = sentence.figure(ahead::reckoned(&found.range), Trace::Record(target.clone())).say(".");
        for words in ahead::more(found).into_iter().chain(ahead::begin_by(found, report.until.last())) {
            sentence = sentence.say(" ").say(&words).say(".");
        }
        Some(("Dự báo (ước tính)", sentence.0))
    }));
    if report.sources.all.followed > 0 {
        let year = format!("Trong sổ, từ đầu năm {}: ", report.until.last().year());
        let sentence = Sentence::default().say(&year);
        let sentence = sentence.figure(sources::line(&report.sources.all), Trace::Sources(organization.clone()));
        let next = report.sources.next_year.len() as u64;
        let next = match next {
            0 => String::new(),
            some => format!(
                " {} người đã học hoặc đang học lớp bồi dưỡng trong năm là nguồn của năm sau.",
                numbers::count(some)
            ),
        };
        paragraphs.push(("Nguồn", sentence.say(".").say(&next).0));
    }
    paragraphs.extend(classes(report).map(|found| (groundwork::CLASSES, found.0)));
    let mut tables: Vec<Table> = targets(report, known).into_iter().collect();
    tables.extend(organizations(report, known));
    tables.extend(report.admitted.as_ref().and_then(breakdowns));
    tables.extend(reasons(report));
    Written { heads, paragraphs, tables }
}

/// The report as plain text, with tabs between table cells, as word processors and spreadsheets accept.
pub fn plain(written: &Written) -> String {
    let text = |pieces: &[Piece]| -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) | Piece::Figure(words, _) => words.as_str(),
            })
            .collect()
    };
    let mut lines = vec![TITLE.to_owned()];
    lines.extend(written.heads.iter().cloned());
    for (heading, pieces) in &written.paragraphs {
        lines.push(String::new());
        lines.push(format!("{heading}: {}", text(pieces)));
    }
    for table in &written.tables {
        lines.push(String::new());
        lines.push(table.title.to_owned());
        lines.push(table.columns.join("\t"));
        lines.extend(table.rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| text(std::slice::from_ref(cell))).collect();
            cells.join("\t")
        }));
    }
    lines.join("\n") + "\n"
}

/// Heading of the page.
pub fn heading(name: &str, period: Period) -> String {
    format!("Báo cáo: {name}, {}", overview::period(period))
}

/// File name, specific to the organization and the period.
pub fn file_name(name: &str, period: Period) -> String {
    let plain: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let plain: String = plain.trim_matches('-').chars().take(60).collect();
    format!("bao-cao-{plain}-{}-{}.txt", period.first().iso(), period.last().iso())
}
