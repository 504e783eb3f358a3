//! The résumé: a cover, then every item in the order of the form that the résumé is written on.
//! What is not kept, or is to stay on paper, is a blank.

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
use crate::text::vi::{dossier as words, sheets as told};
use crate::views::el::{El, el};

/// Blank rows under rows that are not all there yet.
const MORE: usize = 2;
/// Rows of an empty table.
const EMPTY: usize = 4;
/// Lines for what others write.
const REMARKS: usize = 7;

/// One item of the form.
struct Item {
    number: Option<FormItem>,
    /// Key by which items are put in order.
    order: String,
    fields: Vec<Field>,
}

/// The cover, and the rest.
pub fn pages(state: &State, dossier: &Dossier<'_>) -> Vec<El> {
    let mut cover = vec![head(organization(&places(state, dossier)), dossier.day(Field::Resume))];
    cover.push(el("p", "photo").text(told::PHOTO));
    cover.extend(title(Sheet::Resume));
    cover.extend(lines(dossier, told::COVER));
    cover.push(line(told::FILE_NUMBER, None));
    let items = items(dossier).iter().map(|item| drawn(state, dossier, item)).collect();
    vec![paper(cover), paper(items)]
}

/// The items in their order. Where the order of the older form is not known, they follow it
/// without numbers, in the order of the present one.
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
        // It asks for the name in use first, and for the birth name too.
        items.push(Item { number: Some(FormItem(3)), order: "03".to_owned(), fields: Vec::new() });
    }
    in_order(items.into_iter(), |item| item.order.clone())
}

fn drawn(state: &State, dossier: &Dossier<'_>, item: &Item) -> El {
    let number = item.number.map(words::item).unwrap_or_default();
    let Some((&first, rest)) = item.fields.split_first() else {
        return el("div", "item").child(line(&format!("{number}{}", told::BIRTH_NAME), None));
    };
    let label = if first == Field::Name && dossier.old_form() { told::NAME } else { told::label(first) };
    let label = format!("{number}{label}");
    let heading = el("h3", "").text(&label);
    match first {
        Field::Pledged => {
            let sign = signed(dossier, first, &[told::SIGNS_RESUME], told::BY_NAME, value(dossier, Field::Name));
            el("div", "item together").child(heading).child(ruled(2)).child(sign)
        }
        Field::VerifierRemark => remark(dossier, first, heading, &[told::SIGNS_VERIFIER]),
        Field::CellRemark => remark(dossier, first, heading, &[told::SIGNS_CELL, told::SECRETARY]),
        Field::Certification => remark(dossier, first, heading, &[told::SIGNS_BASE]),
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

/// An item whose fields stand one below the other; a province stands behind its place.
fn fields(dossier: &Dossier<'_>, label: &str, first: Field, rest: &[Field]) -> El {
    let mut rows = vec![(label.to_owned(), vec![first])];
    for &field in rest {
        match rows.last_mut() {
            Some((_, row)) if is_province(field) => row.push(field),
            _ => rows.push((told::label(field).to_owned(), vec![field])),
        }
    }
    el("div", "item").each(rows.iter().map(|(label, row)| line_of(dossier, label, row)))
}

fn is_province(field: Field) -> bool {
    matches!(field, Field::BirthProvince | Field::HomeProvince | Field::ResidenceProvince)
}

/// The rows that hang on an item, with blank ones where there is nothing; and what was declared
/// about them.
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
    // That everything is listed, the rows say themselves.
    let nothing = dossier.chosen(declared).and_then(Declared::from_key) == Some(Declared::Nothing);
    let said = value(dossier, declared).filter(|_| nothing);
    let mut parts: Vec<El> = said.iter().map(|said| el("p", "line").text(said)).collect();
    if said.is_none() || !rows.is_empty() {
        // What is still to come is written by hand, unless everything is there.
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

/// What somebody else writes and signs. The book keeps the day only.
fn remark(dossier: &Dossier<'_>, day: Field, heading: El, offices: &[&str]) -> El {
    let sign = signed(dossier, day, offices, told::BY_SEAL, None);
    el("div", "item together").child(heading).child(ruled(REMARKS)).child(sign)
}

fn signed(dossier: &Dossier<'_>, day: Field, offices: &[&str], how: &str, name: Option<String>) -> El {
    let day = dossier.day(day).filter(|_| !dossier.on_paper(day.spec().section));
    sign(Some(told::dated(day)), offices, how, name.as_deref())
}
