//! Sheets to be filled in by hand where there is no phone: large boxes, in the order in which they are entered. The code in the
//! corner leads to their page.

use super::{Places, head, line, organization, paper};
use crate::app::route::{Aspect, Route};
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::roster::{Blank, Roster};
use crate::domain::schema::section::Section;
use crate::platform::dom::element;
use crate::text::roster as texts;
use crate::views::el::{El, el};

/// Rows on a sheet: as many as fit with room to write.
const ROWS: usize = 12;

/// Its one page.
pub fn pages(state: &State, id: &RecordId, blank: Blank) -> Vec<El> {
    let places = Places {
        cell: selectors::name(state, id),
        above: state.ledger.parent(id).and_then(|above| selectors::name(state, above)),
        top: None,
    };
    let there = Route::Of(id.clone(), Aspect::Blank(blank));
    let code = el("canvas", "sheet-code").fixed("id", element::SHEET_CODE).attr("data-text", &there.href());
    let mut parts = vec![head(organization(&places), None), code];
    parts.push(el("h2", "paper-title capitals").text(texts::blank(blank)));
    parts.push(line(texts::WRITER, None));
    parts.push(match blank {
        Blank::People => people(),
        Blank::Survey => survey(),
    });
    parts.push(el("p", "line").text(texts::BLANK_ABOUT));
    vec![paper(parts)]
}

/// One person a row.
fn people() -> El {
    let columns = Roster::People.columns();
    let names = columns.iter().map(|field| th(texts::column(*field)));
    let rows = (1..=ROWS).map(|number| {
        let boxes = columns
            .iter()
            .map(|field| el("td", "short").attr("data-label", texts::column(*field)).text(texts::to_complete(*field)));
        el("tr", "").child(el("td", "").fixed("data-label", texts::NUMBER).text(&number.to_string())).each(boxes)
    });
    table(el("tr", "").child(th(texts::NUMBER)).each(names), rows).fixed("data-kind", "people")
}

/// One group of people a row.
fn survey() -> El {
    let groups = Field::of(RecordKind::Survey).filter(|field| field.spec().section == Section::Known);
    let rows = groups.map(|field| {
        let says = [field.label(), "", ""].into_iter().zip(texts::TALLY);
        el("tr", "").each(says.map(|(says, name)| el("td", "").attr("data-label", name).text(says)))
    });
    table(el("tr", "").each(texts::TALLY.into_iter().map(th)), rows).fixed("data-kind", "groups")
}

fn th(name: &str) -> El {
    el("th", "").fixed("scope", "col").text(name)
}

fn table(names: El, rows: impl Iterator<Item = El>) -> El {
    el("table", "paper-table blank-table").child(el("thead", "").child(names)).child(el("tbody", "").each(rows))
}
