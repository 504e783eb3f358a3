//! Movement of members this year and last year as a table, and cells and villages that lack members
//! or are about to. Parts of the page of members.

use super::{about, section};
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::calculator::movement::{self, Movement, Of};
use crate::domain::calculator::weak;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};
use crate::text::{members as texts, numbers};
use crate::views::el::{El, el};
use crate::views::name_of;
use crate::views::widgets::list::{list, row};

/// This year up to `on` and the whole previous year; `None` if there are no data.
pub fn table(state: &State, organization: &RecordId, on: Day) -> Option<El> {
    let before = on.plus_months(-12)?;
    let periods = [Period::new(on.year_start(), on)?, Period::new(before.year_start(), before.year_end())?];
    let found = periods.map(|period| (texts::column(period), movement::movement(&state.ledger, organization, period)));
    statement(&found)
}

/// One period for all, official and probationary members; `None` if there are no data.
pub fn over(state: &State, organization: &RecordId, period: Period) -> Option<El> {
    let titles = Of::ALL.map(|of| texts::of(of).to_owned()).into_iter();
    let found = titles.zip(movement::movements(&state.ledger, organization, period));
    statement(&found.collect::<Vec<_>>())
}

/// A table with a column for each movement.
fn statement(found: &[(String, Movement)]) -> Option<El> {
    let tells = |found: &Movement| found.begin.is_some() || found.end.is_some() || found.up() + found.down() > 0;
    if !found.iter().any(|(_, found)| tells(found)) {
        return None;
    }
    let heading = |words: &str| el("th", "").fixed("scope", "col").text(words);
    let titles = el("tr", "").child(heading(texts::LINE)).each(found.iter().map(|(title, _)| heading(title)));
    let line = |label: &str, figure: &dyn Fn(&Movement) -> String| {
        let cells = found.iter().map(|(title, found)| el("td", "").attr("data-label", title).text(&figure(found)));
        el("tr", "").child(el("th", "").fixed("scope", "row").text(label)).each(cells)
    };
    let stock = |stock: Option<(Day, u64)>| {
        stock.map_or_else(|| texts::UNKNOWN.to_owned(), |(day, number)| texts::stock(day, number))
    };
    let mut rows =
        vec![line(texts::BEGIN, &|found| stock(found.begin)), line(texts::UP, &|found| numbers::count(found.up()))];
    let causes = |adds: bool| {
        let some = movement::Cause::ALL.into_iter().filter(move |cause| cause.adds() == adds);
        some.filter(|cause| found.iter().any(|(_, found)| number(found, *cause) > 0))
    };
    rows.extend(causes(true).map(|cause| line(texts::cause(cause), &|found| numbers::count(number(found, cause)))));
    rows.push(line(texts::DOWN, &|found| {
        if found.recorded || found.down() > 0 { numbers::count(found.down()) } else { texts::NOT_NOTED.to_owned() }
    }));
    rows.extend(causes(false).map(|cause| line(texts::cause(cause), &|found| numbers::count(number(found, cause)))));
    rows.push(line(texts::END, &|found| stock(found.end)));
    if found.iter().any(|(_, found)| found.unexplained.is_some_and(|left| left != 0)) {
        rows.push(line(texts::UNEXPLAINED, &|found| found.unexplained.map_or_else(String::new, numbers::signed)));
    }
    let table = el("table", "ages stack").child(el("thead", "").child(titles)).child(el("tbody", "").children(rows));
    Some(section(texts::MOVEMENT, vec![about(texts::MOVEMENT_ABOUT), table]))
}

fn number(found: &Movement, cause: movement::Cause) -> u64 {
    found.causes.iter().find(|(known, _)| *known == cause).map_or(0, |(_, number)| *number)
}

/// Cells and villages that lack members, each with the reason.
pub fn weak(state: &State, organization: &RecordId, on: Day) -> Option<El> {
    let found = weak::weak(&state.ledger, organization, on);
    let rows = found.iter().map(|(id, lacks)| {
        row(&Route::Record(id.clone()), &name_of(state, id), Some(&texts::weak(*lacks)), Vec::new())
    });
    let rows: Vec<El> = rows.collect();
    (!rows.is_empty()).then(|| section(texts::WEAK, vec![list(rows)]))
}
