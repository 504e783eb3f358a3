//! Building blocks of sheets on A4; each sheet is a module. Their appearance on screen and paper is
//! in `styles/6-print.css`. What the program does not store is a blank to write on.

mod application;
mod blank;
mod checklist;
mod further;
mod introduction;
mod resolution;
mod resume;

use crate::app::admissions;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::domain::regulation::Mark;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::schema::roster::Blank;
use crate::domain::value::day::Day;
use crate::domain::value::letters::joined;
use crate::text::{hints, procedure, sheets as texts};
use crate::views::el::{El, el};

/// The pages of a sheet.
pub fn pages(state: &State, dossier: &Dossier<'_>, sheet: Sheet) -> Vec<El> {
    match sheet {
        Sheet::Application => application::pages(state, dossier),
        Sheet::Resume => resume::pages(state, dossier),
        Sheet::Introduction => introduction::pages(state, dossier),
        Sheet::Resolution => resolution::pages(state, dossier),
        Sheet::Checklist => checklist::pages(state, dossier),
        Sheet::Opinions
        | Sheet::BaseResolution
        | Sheet::Decision
        | Sheet::SelfReview
        | Sheet::HelperRemark
        | Sheet::ProbationOpinions
        | Sheet::RecognitionResolution
        | Sheet::RecognitionBase
        | Sheet::RecognitionDecision => further::pages(state, dossier, sheet),
        Sheet::AllOfAdmission | Sheet::AllOfRecognition => {
            sheet.together().iter().flat_map(|one| pages(state, dossier, *one)).collect()
        }
    }
}

/// The pages of a sheet that is filled in by hand.
pub fn blanks(state: &State, organization: &RecordId, sheet: Blank) -> Vec<El> {
    blank::pages(state, organization, sheet)
}

/// Names of the candidate's cell, of the organization above it, and of the one above that.
struct Places {
    cell: Option<String>,
    above: Option<String>,
    top: Option<String>,
}

fn places(state: &State, dossier: &Dossier<'_>) -> Places {
    let cell = dossier.cell();
    let name = |id: &RecordId| selectors::name(state, id);
    let above = cell.as_ref().and_then(|cell| dossier.ledger.parent(cell));
    let top = above.and_then(|above| dossier.ledger.parent(above)).and_then(name);
    Places { cell: cell.as_ref().and_then(name), above: above.and_then(name), top }
}

/// The body that decides on the law day, without the days of its being.
fn decides(state: &State, dossier: &Dossier<'_>) -> Option<&'static str> {
    let body = admissions::deciding(state, dossier)?.body.name();
    Some(body.split_once(" (").map_or(body, |(name, _)| name))
}

/// Display form of a field's text; `None` if it is empty.
fn shown(entries: &dyn Entries, field: Field) -> Option<String> {
    entry::written(entries, field).map(|text| hints::in_box(field, text))
}

/// Display form of a field of the candidate; `None` if it is to stay on paper.
fn value(dossier: &Dossier<'_>, field: Field) -> Option<String> {
    shown(dossier.entries, field).filter(|_| !dossier.on_paper(field.spec().section))
}

/// A sheet of paper, or several if the content is longer.
fn paper(parts: Vec<El>) -> El {
    el("article", "paper").children(parts)
}

/// Header of a sheet: the author on the left, the Party's title on the right.
fn head(left: El, day: Option<Day>) -> El {
    let right = el("div", "paper-head-side").child(el("p", "paper-party").child(el("span", "").text(texts::PARTY)));
    el("div", "paper-head").child(left).child(right.child(el("p", "paper-dated").text(&texts::dated(day))))
}

/// Left side of the header if a person is the author.
fn nobody() -> El {
    el("div", "paper-head-side paper-head-empty")
}

/// Left side of the header if the cell is the author.
fn organization(places: &Places) -> El {
    el("div", "paper-head-side")
        .child(el("p", "capitals").text(&texts::above(places.above.as_deref())))
        .child(el("p", "capitals strong").text(&texts::cell(places.cell.as_deref())))
}

/// The title of a sheet, with the form number in the corner: sources disagree on the numbers.
fn title(dossier: &Dossier<'_>, sheet: Sheet) -> Vec<El> {
    let form = dossier.regulation().form(sheet.form());
    let words = form.map_or(procedure::sheet(sheet), |form| form.title.as_str());
    let mut title = vec![el("h2", "paper-title capitals").text(words)];
    let known = form.filter(|form| form.mark != Mark::Unverified);
    title.extend(known.and_then(texts::code).map(|code| el("p", "paper-code").text(&code)));
    title
}

/// The addressee of a sheet.
fn address(places: &Places) -> El {
    let to = |name: String| el("p", "").text(&name);
    let names = el("div", "").child(to(texts::to_cell(places.cell.as_deref())));
    let names = names.child(to(texts::to_above(places.above.as_deref())));
    el("div", "paper-to").child(el("p", "").text(texts::TO)).child(names)
}

/// A label with a value or a blank.
fn line(label: &str, said: Option<&str>) -> El {
    lettered("", label, said)
}

/// The same with a person's name, in capitals.
fn name_line(label: &str, said: Option<&str>) -> El {
    lettered("capitals strong", label, said)
}

fn lettered(class: &'static str, label: &str, said: Option<&str>) -> El {
    let label = el("span", "").text(&format!("{label}: "));
    match said {
        Some(said) => el("p", "line").child(label).child(el("span", class).text(said)),
        None => el("p", "line line-blank").child(label).child(el("span", "blank")),
    }
}

/// Lines of labels and fields.
fn lines(dossier: &Dossier<'_>, table: &[(&str, &[Field])]) -> Vec<El> {
    table.iter().map(|(label, fields)| line_of(dossier, label, fields)).collect()
}

/// A label with the values of several fields. An occupation in words takes precedence over its
/// statistical group.
fn line_of(dossier: &Dossier<'_>, label: &str, fields: &[Field]) -> El {
    let in_words = fields.contains(&Field::Work) && value(dossier, Field::Work).is_some();
    let fields = fields.iter().filter(|field| !in_words || **field != Field::Occupation);
    let is_person = fields.clone().any(|field| *field == Field::Name);
    let said: Vec<String> = fields.filter_map(|field| value(dossier, *field)).collect();
    let said = (!said.is_empty()).then(|| joined(&said, ", "));
    if is_person { name_line(label, said.as_deref()) } else { line(label, said.as_deref()) }
}

/// Ruled lines.
fn ruled(number: usize) -> El {
    el("div", "rules").each((0..number).map(|_| el("div", "rule")))
}

/// A label over ruled lines.
fn to_write(label: &str, number: usize) -> El {
    el("div", "paper-part").child(el("p", "line line-over").text(&format!("{label}:"))).child(ruled(number))
}

/// The end of a sheet: the signature block is never on a page without text.
fn end(sign: El) -> El {
    el("div", "together").child(ruled(2)).child(sign)
}

/// The lines of a vote and who signs it: the last two are never on another page than the signature.
fn signed(lines: Vec<El>, sign: El) -> Vec<El> {
    const LAST: usize = 2;
    let alone = lines.len().saturating_sub(LAST);
    let (mut parts, mut last) = (vec![el("h3", "").text(texts::VOTE)], el("div", "together"));
    for (place, line) in lines.into_iter().enumerate() {
        if place < alone {
            parts.push(line);
        } else {
            last = last.child(line);
        }
    }
    parts.push(last.child(sign));
    parts
}

/// A signature block: day, offices one below the other, and the name if known.
fn sign(day: Option<String>, offices: &[&str], how: &str, name: Option<&str>) -> El {
    let mut sign = el("div", "sign");
    if let Some(day) = day {
        sign = sign.child(el("p", "paper-dated").text(&day));
    }
    sign = sign.each(offices.iter().map(|office| el("p", "strong").text(office)));
    sign = sign.child(el("p", "paper-dated").text(how));
    sign.child(el("p", "sign-name strong").text(name.unwrap_or_default()))
}

/// A table cell; a short text is never broken.
fn cell(text: &str, short: bool) -> El {
    el("td", if short { "short" } else { "" }).text(text)
}

/// A table with `blank` empty rows at its end. On a narrow screen every row is stacked, with the
/// column names beside the cells.
fn table(columns: &[&str], rows: Vec<Vec<El>>, blank: usize) -> El {
    let names = columns.iter().map(|name| el("th", "").fixed("scope", "col").text(name));
    let is_blank = rows.is_empty();
    let labelled = |(cell, name): (El, &&str)| cell.attr("data-label", name);
    let rows = rows.into_iter().map(|row| el("tr", "").each(row.into_iter().zip(columns).map(labelled)));
    let empty = (0..blank).map(|_| {
        let cells = columns.iter().map(|name| labelled((el("td", ""), name)));
        el("tr", "row-blank").each(cells)
    });
    let body = el("tbody", "").each(rows).each(empty);
    el("table", if is_blank { "paper-table paper-table-blank" } else { "paper-table" })
        .child(el("thead", "").child(el("tr", "").each(names)))
        .child(body)
}
