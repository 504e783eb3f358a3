//! The résumé: a cover, then all items in the order of the form. What is not stored, or is to stay
//! on paper, is a blank.

use super::{cell, head, line, line_of, lines, organization, paper, places, ruled, shown, sign, table, title, value};
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::domain::schema::choice::Declared;
use crate::domain::schema::entry;
use crate::domain::schema::field::{Field, FormItem, Kind};
use crate::domain::schema::id::RecordKind;
use crate::domain::schema::section::Section;
use crate::domain::value::letters::in_order;
use crate::text::{dossier as words, sheets as texts};
use crate::views::el::{El, el};

/// Blank rows after rows that are not complete.
const MORE: usize = 2;
/// Rows of an empty table.
const EMPTY: usize = 4;
/// Lines for remarks of others.
const REMARKS: usize = 7;

/// One item of the form.
struct Item {
    number: Option<FormItem>,
    /// Sort key.
    order: String,
    fields: Vec<Field>,
}

/// The cover and the other pages.
pub fn pages(state: &State, dossier: &Dossier<'_>) -> Vec<El> {
    let mut cover = vec![head(organization(&places(state, dossier)), dossier.day(Field::Resume))];
    cover.push(el("p", "photo").text(texts::PHOTO));
    cover.extend(title(dossier, Sheet::Resume));
    cover.extend(lines(dossier, texts::COVER));
    cover.push(line(texts::FILE_NUMBER, None));
    let items = items(dossier).iter().map(|item| drawn(state, dossier, item)).collect();
    vec![paper(cover), el("article", "paper paper-numbered").children(items)]
}

/// The items in order. If the order of the older form is unknown, items follow without numbers, in
/// the order of the present form.
fn items(dossier: &Dossier<'_>) -> Vec<Item> {
    let old = dossier.old_form();
    let mut items: Vec<Item> = Vec::new();
    for field in Section::DOSSIER.into_iter().flat_map(|section| dossier.order(section)) {
        let Some(asked) = field.spec().item else { continue };
        let number = field.item(old);
        let order = number.map_or_else(|| format!("~{:02}", asked.0), |item| format!("{:02}", item.0));
        match items.iter_mut().find(|item| item.order == order) {
            Some(item) => item.fields.push(field),
            None => items.push(Item { number, order, fields: vec![field] }),
        }
    }
    if old {
        // The form asks for the name in use first, then for the birth name.
        items.push(Item { number: Some(FormItem(3)), order: "03".to_owned(), fields: Vec::new() });
    }
    in_order(items.into_iter(), |item| item.order.clone())
}

fn drawn(state: &State, dossier: &Dossier<'_>, item: &Item) -> El {
    let number = item.number.map(words::item).unwrap_or_default();
    let Some((&first, rest)) = item.fields.split_first() else {
        return el("div", "item").child(line(&format!("{number}{}", texts::BIRTH_NAME), None));
    };
    let label = if first == Field::Name && dossier.old_form() { texts::NAME } else { texts::label(first) };
    let label = format!("{number}{label}");
    let heading = el("h3", "").text(&label);
    match first {
        Field::Pledged => {
            let sign = signed(dossier, first, &[texts::SIGNS_RESUME], texts::BY_NAME, value(dossier, Field::Name));
            el("div", "item together").child(heading).child(ruled(2)).child(sign)
        }
        Field::VerifierRemark => remark(dossier, first, heading, &[texts::SIGNS_VERIFIER]),
        Field::CellRemark => remark(dossier, first, heading, &[texts::SIGNS_CELL, texts::SECRETARY]),
        Field::Certification => remark(dossier, first, heading, &[texts::SIGNS_BASE]),
        _ if matches!(first.spec().kind, Kind::Text { .. }) => {
            let account = match value(dossier, first) {
                Some(account) => el("p", "account").text(&account),
                None => ruled(if first == Field::Life { 24 } else { 8 }),
            };
            el("div", "item").child(heading).child(account)
        }
        _ => match first.spec().section.attached() {
            Some(kind) => el("div", "item").child(heading).children(listed(state, dossier, first, kind)),
            None => fields(dossier, &label, first, rest),
        },
    }
}

/// An item with its fields one below the other; a province follows its place.
fn fields(dossier: &Dossier<'_>, label: &str, first: Field, rest: &[Field]) -> El {
    let mut rows = vec![(label.to_owned(), vec![first])];
    for &field in rest {
        match rows.last_mut() {
            Some((_, row)) if is_province(field) => row.push(field),
            _ => rows.push((texts::label(field).to_owned(), vec![field])),
        }
    }
    el("div", "item").each(rows.iter().map(|(label, row)| line_of(dossier, label, row)))
}

fn is_province(field: Field) -> bool {
    matches!(field, Field::BirthProvince | Field::HomeProvince | Field::ResidenceProvince)
}

/// The records that belong to an item, with blank rows if there are none, and what was declared about them.
fn listed(state: &State, dossier: &Dossier<'_>, declared: Field, kind: RecordKind) -> Vec<El> {
    let columns: Vec<Field> = Field::of(kind).filter(|field| field.spec().item.is_some()).collect();
    let names: Vec<&str> = columns.iter().map(|field| field.label()).collect();
    let on_paper = dossier.on_paper(declared.spec().section);
    let mut rows = Vec::new();
    for (id, _) in if on_paper { Vec::new() } else { dossier.in_order(kind) } {
        let Some(record) = state.book.record(id) else { continue };
        let cells = columns.iter().map(|field| {
            let is_date = matches!(field.spec().kind, Kind::Month | Kind::When);
            let short = is_date && entry::value(record, *field).is_some_and(|value| value.is_ok());
            cell(&shown(record, *field).unwrap_or_default(), short)
        });
        rows.push(cells.collect());
    }
    // A complete list needs no declaration.
    let nothing = dossier.chosen(declared).and_then(Declared::from_key) == Some(Declared::Nothing);
    let said = value(dossier, declared).filter(|_| nothing);
    let mut parts: Vec<El> = said.iter().map(|said| el("p", "line").text(said)).collect();
    if said.is_none() || !rows.is_empty() {
        // Missing rows are written by hand, unless the list is declared complete.
        let whole = dossier.chosen(declared).and_then(Declared::from_key) == Some(Declared::Listed);
        let blank = match (rows.is_empty(), whole) {
            (true, _) => EMPTY,
            (false, true) => 0,
            (false, false) => MORE,
        };
        parts.push(table(&names, rows, blank));
    }
    parts
}

/// A remark that somebody else writes and signs. The book has only its day.
fn remark(dossier: &Dossier<'_>, day: Field, heading: El, offices: &[&str]) -> El {
    let sign = signed(dossier, day, offices, texts::BY_SEAL, None);
    el("div", "item together").child(heading).child(ruled(REMARKS)).child(sign)
}

fn signed(dossier: &Dossier<'_>, day: Field, offices: &[&str], how: &str, name: Option<String>) -> El {
    let day = dossier.day(day).filter(|_| !dossier.on_paper(day.spec().section));
    sign(Some(texts::dated(day)), offices, how, name.as_deref())
}
