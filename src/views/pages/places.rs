//! Places of an organization: how many have no member or no cell of their own, the change since the term began, each place
//! with what it lacks, and the numbers entered where there is no list.

use super::{about, actions, movement, overview, progress as progress_page, section};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::calculator::coverage::{self, Listed, PlaceStatus, Places};
use crate::domain::calculator::outlook;
use crate::domain::calculator::progress::Forecast;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, in_order};
use crate::text::places::{self as texts, OnTheWay};
use crate::text::words;
use crate::views::el::{El, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, button};
use crate::views::widgets::list::{empty, list, row};
use crate::views::widgets::target_card::target_card;
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act, organization: &RecordId) -> Vec<El> {
    if !state.ledger.has(organization) {
        return vec![overview::gone()];
    }
    let of = |field: Field| vec![(field, organization.as_str().to_owned())];
    let begin = |kind: RecordKind, field: Field| Action::Begin { kind, given: of(field) };
    let mut parts = vec![
        about(texts::ABOUT),
        actions(vec![
            button(texts::ADD_PLACE, Weight::Main, act, begin(RecordKind::Village, Field::VillageCommittee)),
            button(texts::ADD_NUMBERS, Weight::Plain, act, begin(RecordKind::Coverage, Field::CoverageOrganization)),
        ]),
        progress_page::day_asked(state, act),
    ];
    parts.push(progress_page::day_told(state, act));
    let on = state.as_of_day();
    let found = coverage::all(&state.ledger, organization, on);
    if found.is_empty() {
        parts.push(empty(texts::NOTHING));
    }
    // The day before the term began.
    let term = selectors::usual_periods(state).into_iter().next_back();
    let eve = term.and_then(|term| term.first().plus_days(-1));
    let mut numbers = Vec::new();
    for (kind, places) in &found {
        let mut card = el("article", "card").child(el("h3", "card-title").text(kind.name()));
        card = card.child(el("p", "").text(&texts::line(places)));
        let before = eve.map(|eve| (eve, coverage::places(&state.ledger, organization, *kind, eve)));
        // Numbers are those of the day on which they were counted.
        let counted = |old: &Places, eve: Day| old.entered.iter().map(|entered| entered.day).max().unwrap_or(eve);
        let change = before.and_then(|(eve, old)| texts::since(&old, places, counted(&old, eve)));
        card = card.each(change.into_iter().map(|words| about(&words)));
        if places.differs {
            card = card.child(el("p", "finding").toned(Tone::Warn).text(texts::DIFFERS));
        }
        numbers.push(card);
    }
    if !numbers.is_empty() {
        parts.push(section(texts::NUMBERS, vec![el("div", "cards").children(numbers)]));
    }
    let about_places = [Indicator::VillagesCleared, Indicator::VillagesWithCell];
    let standings = selectors::standings(state, organization);
    let standings =
        standings.iter().filter(|(_, target, _)| target.indicator.is_some_and(|of| about_places.contains(&of)));
    let cards: Vec<El> = standings.map(|standing| target_card(state, standing)).collect();
    if !cards.is_empty() {
        parts.push(section(words::PROGRESS, vec![el("div", "cards").children(cards)]));
    }
    let listed: Vec<&Listed> = found.iter().flat_map(|(_, places)| &places.listed).collect();
    let statuses =
        [PlaceStatus::Nobody, PlaceStatus::Elsewhere, PlaceStatus::Shared, PlaceStatus::Unknown, PlaceStatus::Own];
    for status in statuses {
        let here = listed.iter().filter(|listed| listed.status == status);
        let here = here.map(|listed| (*listed, on_the_way(state, listed)));
        // Where somebody may be admitted first stands first.
        let order = |(listed, people): &(&Listed, Vec<OnTheWay>)| {
            let day = people.iter().filter_map(|one| one.admitted).min().unwrap_or(Day::LAST);
            format!("{} {}", day.iso(), fold(&name_of(state, &listed.place)))
        };
        let rows = in_order(here, order).into_iter().map(|(listed, people)| one(state, listed, &people));
        let rows: Vec<El> = rows.collect();
        if !rows.is_empty() {
            parts.push(section(texts::status(status), vec![list(rows)]));
        }
    }
    // Its own of all days, and those of others that are counted.
    let counted = |id: &RecordId| found.iter().flat_map(|(_, places)| &places.entered).any(|entered| entered.id == *id);
    let here = coverage::entered(&state.ledger)
        .filter(|entered| entered.organization == *organization || counted(&entered.id));
    let here = in_order(here, |entered| format!("{} {}", entered.day.iso(), entered.kind.key()));
    let entered: Vec<El> = here
        .iter()
        .rev()
        .map(|entered| {
            let of = name_of(state, &entered.organization);
            row(&Route::Record(entered.id.clone()), &texts::entered(entered.kind, entered.day), Some(&of), Vec::new())
        })
        .collect();
    if !entered.is_empty() {
        parts.push(section(texts::ENTERED, vec![list(entered)]));
    }
    parts.extend(movement::weak(state, organization, on));
    parts
}

/// Who lives at a place and is followed, those who may be admitted first before the others.
fn on_the_way(state: &State, listed: &Listed) -> Vec<OnTheWay> {
    let on = state.as_of_day();
    let ahead = state.forecast() == Forecast::On;
    let here = state.ledger.candidates().filter(|(_, candidate)| {
        candidate.place.as_ref() == Some(&listed.place)
            && candidate.ceremony.is_none_or(|day| day > on)
            && !candidate.has_ended(on)
    });
    let people = here.map(|(id, candidate)| {
        let found = outlook::outlook(&state.ledger, candidate, Indicator::Admissions, on).filter(|_| ahead);
        let admitted = found.map(|found| found.likely.unwrap_or(found.earliest));
        OnTheWay { name: name_of(state, id), stage: candidate.stage(on), admitted }
    });
    in_order(people, |one| format!("{} {}", one.admitted.unwrap_or(Day::LAST).iso(), fold(&one.name)))
}

/// A place as a row: what it has and lacks, and who of it is on the way.
fn one(state: &State, listed: &Listed, people: &[OnTheWay]) -> El {
    let about = texts::listed(listed, people);
    let about = (!about.is_empty()).then_some(about);
    row(&Route::Record(listed.place.clone()), &name_of(state, &listed.place), about.as_deref(), Vec::new())
}
