//! Every widget in every state, for looking at: what a change of styles does shows here first.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors::Standing;
use crate::app::state::State;
use crate::domain::bound::Bound;
use crate::domain::check::{Finding, Rule};
use crate::domain::choice::Indicator;
use crate::domain::day::Period;
use crate::domain::field::Field;
use crate::domain::id::RecordId;
use crate::domain::progress::{Progress, Status};
use crate::domain::ratio::Ratio;
use crate::domain::records::{Stage, Target};
use crate::text::vi::{hints, words};
use crate::views::Act;
use crate::views::widgets::badge::{self, Tone};
use crate::views::widgets::bar::bar;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::choice::{Entry, choice};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::icon::Icon;
use crate::views::widgets::list::{Row, empty, list};
use crate::views::widgets::notice::notice;
use crate::views::widgets::target_card::target_card;
use crate::views::widgets::text_box::TextBox;

const TONES: [Tone; 4] = [Tone::Good, Tone::Calm, Tone::Warn, Tone::Bad];
const STATUSES: [Status; 7] = [
    Status::Exceeded,
    Status::Met,
    Status::OnPace,
    Status::Behind,
    Status::Missed,
    Status::OutOfReach,
    Status::NotComputable,
];

/// The page.
pub fn page(state: &State, act: &Act) -> Html {
    html! {
        <>
            <h1 tabindex="-1">{ words::KITCHEN }</h1>
            <section class="section"><h2>{ "button" }</h2><div class="actions">
                { button(words::ADD_TARGET, Weight::Main, act, || Action::Left) }
                { button(words::CLOSE, Weight::Plain, act, || Action::Left) }
                { button(words::DELETE, Weight::Danger, act, || Action::RemoveSamples) }
                { link(words::ADD_CANDIDATE, Weight::Main, Some(Icon::Plus), &Route::Kitchen) }
            </div></section>
            <section class="section"><h2>{ "field_row" }</h2>{ for fields() }</section>
            <section class="section"><h2>{ "choice" }</h2>{ choices() }</section>
            <section class="section"><h2>{ "badge" }</h2><p class="row-marks">
                { for STATUSES.iter().map(|status| badge::status(*status)) }
                { badge::stage(Stage::Applied) }{ badge::stage(Stage::Recognised) }
            </p></section>
            <section class="section"><h2>{ "bar" }</h2>
                { for TONES.iter().enumerate().map(|(place, tone)| {
                    let part = |over| Ratio::new(over, 4).unwrap_or(Ratio::ZERO);
                    bar(*tone, part(place as i128 + 1), Some(part(2)), words::PROGRESS)
                }) }
            </section>
            <section class="section"><h2>{ "target_card" }</h2><div class="cards">{ for cards(state) }</div></section>
            <section class="section"><h2>{ "list" }</h2>
                { list((0..3).map(row).collect()) }
                { empty(words::NO_CANDIDATES, button(words::ADD_CANDIDATE, Weight::Main, act, || Action::Left)) }
            </section>
            <section class="section"><h2>{ "notice" }</h2>
                { for TONES.iter().map(|tone| notice(*tone, words::SAMPLES_HERE, Some(words::STAYS_HERE), button(words::CLOSE, Weight::Plain, act, || Action::Left))) }
            </section>
        </>
    }
}

fn row(depth: usize) -> Row {
    Row {
        route: Route::Kitchen,
        title: words::NAMELESS.repeat(depth * 3 + 1),
        about: Some(words::ROLE_CELL_ABOUT.to_owned()),
        marks: badge::stage(Stage::Applied),
        depth,
    }
}

/// A field without anything, with help, with each weight of finding.
fn fields() -> Vec<Html> {
    let findings = [
        None,
        Some(Finding::hints(Rule::InFuture, &[Field::Birth])),
        Some(Finding::warns(Rule::CitizenIdBirthYear { by_number: 1990 }, &[Field::Birth])),
        Some(Finding::blocks(Rule::VoteBelow { base: 9, needed: 6 }, &[Field::Birth])),
    ];
    findings
        .into_iter()
        .enumerate()
        .map(|(place, finding)| {
            let id = format!("kitchen-{place}");
            let row = FieldRow {
                label: Field::Birth.spec().column,
                optional: place == 0,
                help: hints::hint(Field::Birth).filter(|_| place > 0),
                understood: None,
                blocked: place == 3,
                findings: finding.map(|finding| (format!("{id}-finding"), finding)).into_iter().collect(),
                described_elsewhere: Vec::new(),
                id: id.clone(),
            };
            let described_by = row.described_by().map(AttrValue::from);
            row.draw(html! { <TextBox {id} value="03/02/1990" {described_by} invalid={place == 3} ontype={Callback::noop()} /> }, false)
        })
        .collect()
}

fn choices() -> Html {
    let entries = |count: usize| -> Vec<Entry> {
        Indicator::ALL
            .iter()
            .take(count)
            .map(|of| Entry { key: of.key().to_owned(), name: of.name().to_owned() })
            .collect()
    };
    let one = |id: &str, count: usize, chosen: &str| {
        html! {
            <div class="field">
                { if count > 3 {
                    html! { <label class="field-label" for={id.to_owned()}>{ words::PROGRESS }</label> }
                } else {
                    html! { <span class="field-label" id={format!("{id}-label")}>{ words::PROGRESS }</span> }
                } }
                { choice(id, &entries(count), chosen, true, None, &Callback::noop()) }
            </div>
        }
    };
    html! { <>{ one("kitchen-few", 2, "admissions") }{ one("kitchen-many", 6, "class") }{ one("kitchen-strange", 6, "???") }</> }
}

/// A card for each status.
fn cards(state: &State) -> Vec<Html> {
    let today = state.moment.today;
    let Some(id) = RecordId::parse("target:kitchen") else { return Vec::new() };
    let target = Target {
        organization: None,
        indicator: Some(Indicator::Admissions),
        period: Period::new(today.year_start(), today.year_end()),
        bound: Some(Bound::Range { least: 6, most: 8 }),
        issuer: Some(words::ROLE_COMMITTEE.to_owned()),
        document: None,
    };
    STATUSES
        .iter()
        .zip(0_u64..)
        .map(|(status, counted)| {
            let progress = Progress {
                lower: Some(Ratio::whole(6)),
                upper: Some(8),
                base: None,
                counted,
                pending: Some(2),
                percent: Ratio::new(i128::from(counted), 6),
                percent_of_upper: Ratio::new(i128::from(counted), 8),
                share_of_base: None,
                over: Some(0),
                short: Some(6_u64.saturating_sub(counted)),
                expected: Ratio::new(9, 2),
                of_pace: None,
                status: *status,
                children_sum: Some(Ratio::whole(4)),
                children_below: counted == 0,
                dated: Vec::new(),
                totals: Vec::new(),
                doubts: Vec::new(),
            };
            let standing: Standing = (&id, &target, Some(progress));
            target_card(state, &standing)
        })
        .collect()
}
