//! Overview of a committee: its own targets, a bar for each organization below, and a comparison of years.

use super::{about, actions, candidates, movement, progress as progress_page, section};
use crate::app::action::Action;
use crate::app::route::{Account, Aspect, Route};
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::admission::planning::Points;
use crate::domain::calculator::emulation;
use crate::domain::calculator::overview::{self, Row, View, Year};
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Period;
use crate::domain::value::ratio::Ratio;
use crate::text::{emulation as points, overview as texts, report, sources, standing, words};
use crate::views::el::{El, el};
use crate::views::widgets::badge;
use crate::views::widgets::bar::bar;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::columns::{Column, columns};
use crate::views::widgets::icon::{Icon, icon};
use crate::views::widgets::list::{self, empty, row};
use crate::views::widgets::target_card::target_card;
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act, organization: &RecordId, period: Period) -> Vec<El> {
    if !state.ledger.has(organization) {
        return vec![gone()];
    }
    let view = view(state, organization, Indicator::Admissions, period);
    let mut parts = vec![periods(state, &|period| Route::Over(organization.clone(), period, Account::Overview))];
    parts.push(actions(vec![
        link(report::REPORT, Weight::Main, &Route::Over(organization.clone(), period, Account::Report)),
        link(sources::SOURCES, Weight::Plain, &Route::Of(organization.clone(), Aspect::Sources)),
        candidates::to_lists(),
    ]));
    parts.push(about(&texts::until(view.as_of)));
    parts.push(progress_page::day_told(state, act));
    parts.extend(progress_page::basis_asked(state, act));
    parts.push(about(standing::counted_by(state.ledger.counting_day(organization))));
    let standings = selectors::standings(state, organization);
    let cards: Vec<El> = standings
        .iter()
        .filter(|(_, target, _)| target.period == Some(period))
        .map(|standing| target_card(state, standing))
        .collect();
    let cards = if cards.is_empty() { about(texts::NO_TARGET) } else { el("div", "cards").children(cards) };
    parts.push(section(words::PROGRESS, vec![cards]));
    let rows = overview::rows(&state.ledger, view);
    parts.extend(below(state, view, &rows));
    parts.extend(years(state, view));
    parts.extend(counted(state, view));
    if let Some(until) = Period::new(period.first(), period.last().min(view.as_of)) {
        parts.extend(movement::over(state, organization, until));
        parts.extend(movement::weak(state, organization, view.as_of));
    }
    let own = [overview::own_row(&state.ledger, view)];
    parts.push(emulation(state, act, view, if rows.is_empty() { &own } else { &rows }));
    parts
}

/// Emulation points of the organizations below, and a link to the table of points.
fn emulation(state: &State, act: &Act, view: View<'_>, rows: &[Row]) -> El {
    let organization = view.organization;
    let own = Points::entered(&state.ledger).find(|(_, found)| found.organization.as_ref() == Some(organization));
    let way = match own {
        Some((id, _)) => link(points::TABLE, Weight::Plain, &Route::Record(id.clone())),
        None => {
            let given = vec![(Field::PointsOrganization, organization.as_str().to_owned())];
            button(points::TABLE, Weight::Plain, act, Action::Begin { kind: RecordKind::Points, given })
        }
    };
    let scores = emulation::scores(&state.ledger, rows, view.as_of <= view.period.last());
    let lines = scores.iter().map(|(row, score)| {
        let how = Points::of(&state.ledger, &row.organization);
        let how = how.map(|table| points::derivation(score, &table)).unwrap_or_default();
        let words = el("div", "").text(&name_of(state, &row.organization)).child(el("span", "row-about").text(&how));
        let sum = el("dd", "").text(&points::points(score.points));
        el("div", "").child(el("dt", "").child(words)).child(sum)
    });
    let about_it = about(if scores.is_empty() { points::NO_TABLE } else { points::ABOUT });
    let summary = el("summary", "").text(points::EMULATION);
    let folded = el("details", "section").child(summary).child(about_it);
    folded.child(el("dl", "shares").each(lines)).child(actions(vec![way]))
}

/// Placeholder if the organization does not exist.
pub fn gone() -> El {
    empty(words::GONE).child(link(words::BACK, Weight::Main, &Route::Progress))
}

/// The view of an organization, an indicator and a period on the as-of day.
pub fn view<'a>(state: &State, organization: &'a RecordId, indicator: Indicator, period: Period) -> View<'a> {
    View { organization, indicator, period, as_of: state.as_of_day(), forecast: state.forecast() }
}

/// Link to the overview.
pub fn to(organization: &RecordId, period: Period) -> El {
    link(words::OVERVIEW, Weight::Plain, &Route::Over(organization.clone(), period, Account::Overview))
}

/// Links to other periods.
pub fn periods(state: &State, to: &dyn Fn(Period) -> Route) -> El {
    let links = selectors::usual_periods(state).into_iter();
    let links = links.map(|period| link(&texts::period_title(period), Weight::Plain, &to(period)));
    el("nav", "").fixed("aria-label", texts::PERIODS).child(about(texts::PERIODS)).child(actions(links.collect()))
}

/// Renders all organizations below, one line each.
pub fn cells(state: &State, organization: &RecordId, period: Period) -> Vec<El> {
    let view = view(state, organization, Indicator::Admissions, period);
    let rows = overview::rows(&state.ledger, view);
    if rows.is_empty() {
        return vec![empty(texts::NONE_BELOW).child(to(organization, period))];
    }
    let lines = rows.iter().map(|row| plain(state, view, row)).collect();
    vec![
        about(&texts::until(view.as_of)),
        el("p", "").text(&texts::summary(&rows, view.indicator)),
        list::list(lines),
        actions(vec![to(organization, period)]),
    ]
}

/// Rows shown before the rest is collapsed.
const SHOWN: usize = 40;

/// The organizations directly below with their bars; `None` if there are none.
pub fn below(state: &State, view: View<'_>, rows: &[Row]) -> Option<El> {
    if rows.is_empty() {
        return None;
    }
    let mut parts = vec![el("p", "").text(&texts::summary(rows, view.indicator)), about(texts::BELOW_ABOUT)];
    let shown = rows.iter().take(SHOWN).map(|row| cell(state, view, row));
    parts.push(el("ul", "list").each(shown));
    if rows.len() > SHOWN {
        // On a separate page: hundreds of rows would be rendered again at every edit, and few users
        // look at them.
        let all = Route::Over(view.organization.clone(), view.period, Account::Cells);
        parts.push(actions(vec![link(&texts::all_rows(rows.len()), Weight::Plain, &all)]));
    }
    Some(section(texts::BELOW, parts))
}

/// Target of a row's link: the people behind its figure.
fn way(view: View<'_>, row: &Row) -> Route {
    match &row.target {
        Some((target, _)) => Route::Record(target.clone()),
        None => Route::Over(row.organization.clone(), view.period, Account::Overview),
    }
}

fn line(state: &State, row: &Row) -> String {
    texts::row(row, &|id| state.ledger.target(id))
}

/// One organization: name, status, bar.
fn cell(state: &State, view: View<'_>, row: &Row) -> El {
    let line = line(state, row);
    let mut link = el("a", "row").leads_to(&way(view, row));
    link = link.child(list::words(&name_of(state, &row.organization), Some(&line)));
    for (_, progress) in row.target.iter().chain(&row.others) {
        let pace = progress.lower.and_then(|lower| progress.expected?.divided_by(lower));
        let tone = badge::status_tone(progress.status);
        link = link.child(el("span", "row-marks").child(badge::status(progress.status)));
        link = link.child(bar(tone, progress.percent.unwrap_or(Ratio::ZERO), pace, &line));
    }
    el("li", "").key(row.organization.as_str()).child(link.child(icon(Icon::Onward)))
}

fn plain(state: &State, view: View<'_>, found: &Row) -> El {
    row(&way(view, found), &name_of(state, &found.organization), Some(&line(state, found)), Vec::new())
}

/// The years as columns and as a table; `None` if only one year has data.
pub fn years(state: &State, view: View<'_>) -> Option<El> {
    let years = overview::years(&state.ledger, view);
    if years.len() < 2 {
        return None;
    }
    let whole = |ratio: Ratio| ratio.ceiling();
    let column = |year: &Year| Column {
        label: year.period.last().year().to_string(),
        figure: texts::counted(year),
        value: year.counted,
        goal: year.targets.first().and_then(|(_, progress)| progress.lower).map(whole),
        open: year.period.last() != year.period.last().year_end(),
    };
    let chart = columns(&years.iter().map(column).collect::<Vec<_>>(), &texts::columns(&years, view.indicator));
    let heading = |words: &str| el("th", "").fixed("scope", "col").text(words);
    let titles = [texts::YEAR, texts::NUMBER, texts::CHANGE];
    let mut rows = Vec::new();
    for year in &years {
        let cell = |words: &str| el("td", "").attr("data-label", texts::NUMBER).text(words);
        let asked = year.targets.iter().map(|(id, progress)| {
            let target = state.ledger.target(id);
            let words = texts::asked(
                target.and_then(|target| target.bound),
                target.and_then(|target| target.issuer.as_deref()),
                progress,
            );
            el("a", "card-link").leads_to(&Route::Record(id.clone())).text(&words)
        });
        let change = el("p", "").text(&texts::change(year, &|id| name_of(state, id)));
        let line = el("tr", "").child(el("th", "short").fixed("scope", "row").text(&texts::year(year)));
        rows.push(
            line.child(cell(&texts::counted(year)))
                .child(el("td", "").attr("data-label", texts::CHANGE).child(change).each(asked)),
        );
    }
    let head = el("thead", "").child(el("tr", "").each(titles.into_iter().map(heading)));
    let table = el("table", "ages stack").child(head).child(el("tbody", "").children(rows));
    Some(section(texts::YEARS, vec![about(texts::YEARS_ABOUT), chart, table]))
}

/// People and totals counted in the period.
pub fn counted(state: &State, view: View<'_>) -> Option<El> {
    let tally = overview::of(&state.ledger, view, view.period);
    let mut rows = Vec::new();
    for id in &tally.totals {
        let name = selectors::name(state, id);
        rows.extend(state.ledger.total(id).map(|total| progress_page::total(id, total, name.as_deref())));
    }
    let shown = tally.dated.iter().take(SHOWN);
    rows.extend(shown.map(|id| row(&Route::Record(id.clone()), &name_of(state, id), None, Vec::new())));
    if rows.is_empty() {
        return None;
    }
    let mut parts = vec![list::list(rows)];
    if tally.dated.len() > SHOWN {
        let rest = tally.dated.iter().skip(SHOWN);
        let rest = rest
            .map(|id| el("li", "").child(el("a", "").leads_to(&Route::Record(id.clone())).text(&name_of(state, id))));
        let summary = el("summary", "").text(texts::MORE_ROWS);
        parts.push(el("details", "section").child(summary).child(el("ul", "facts").each(rest)));
    }
    Some(section(words::COUNTED_ONES, parts))
}
