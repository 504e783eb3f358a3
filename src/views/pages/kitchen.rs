//! Gallery of all widgets in all states, to see the effect of style changes.

use super::{actions, section};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::calculator::progress::{Progress, Status};
use crate::domain::ledger::candidate::Stage;
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::{Indicator, TargetOrigin};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::bound::Bound;
use crate::domain::value::day::Period;
use crate::domain::value::ratio::Ratio;
use crate::text::{hints, words};
use crate::views::Act;
use crate::views::el::{El, To, el};
use crate::views::widgets::badge::{self, Tone};
use crate::views::widgets::button::{Weight, add, button};
use crate::views::widgets::choice;
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::list::{empty, list, row_at};
use crate::views::widgets::notice::notice;
use crate::views::widgets::target_card::target_card;
use crate::views::widgets::text_box::text_box;

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

/// Renders the page. The button that deletes opens the dialog.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let buttons = vec![
        add(words::ADD_CANDIDATE, Weight::Main, &Route::Kitchen),
        button(words::CLOSE, Weight::Plain, act, Action::Left),
        button(words::DELETE, Weight::Danger, act, Action::RemoveSamples),
    ];
    let badges = STATUSES.iter().map(|status| badge::status(*status));
    let rows = (0..3).map(|depth| {
        let title = words::NAMELESS.repeat(depth * 3 + 1);
        row_at(depth, &Route::Kitchen, &title, Some(words::ROLE_CELL_ABOUT), vec![badge::stage(Stage::Applied)])
    });
    let notices = TONES.map(|tone| {
        notice(
            tone,
            words::SAMPLES_HERE,
            Some(words::STAYS_HERE),
            vec![button(words::CLOSE, Weight::Plain, act, Action::Left)],
        )
    });
    vec![
        section("button", vec![actions(buttons)]),
        section("field_row", fields(act)),
        section(
            "choice",
            vec![
                choices(act, "kitchen-few", 2, "admissions"),
                choices(act, "kitchen-many", 6, "class"),
                choices(act, "kitchen-other", 6, "?"),
            ],
        ),
        section("badge", vec![el("p", "actions").each(badges)]),
        section("target_card", vec![el("div", "cards").children(cards(state))]),
        section("list", vec![list(rows.collect()), empty(words::NO_CANDIDATES)]),
        section("notice", notices.into()),
    ]
}

/// A field without anything, with help, and with each severity of finding.
fn fields(act: &Act) -> Vec<El> {
    let birth = &[Field::Birth];
    let findings = [
        None,
        Some(Finding::new(Rule::InFuture, birth)),
        Some(Finding::new(Rule::CitizenIdBirthYear { by_number: 1990 }, birth)),
        Some(Finding::new(Rule::VoteBelow { for_parts: 2, all_parts: 3, base: 9, needed: 6 }, birth)),
    ];
    let rows = findings.iter().enumerate().map(|(place, finding)| {
        let mut row = FieldRow::new(format!("kitchen-{place}"), Field::Birth.label());
        row.needed = place > 0;
        row.help = hints::hint(Field::CitizenId).filter(|_| place > 0);
        row.placeholder = hints::placeholder(Field::Birth);
        row.blocked = place == 3;
        row.findings.extend(finding.as_ref().map(|finding| (format!("kitchen-{place}-finding"), finding)));
        let input = text_box(act, &row, "03/02/1990", "numeric", To::Nowhere);
        row.draw(input)
    });
    rows.collect()
}

fn choices(act: &Act, id: &str, entries: usize, chosen: &str) -> El {
    let entries: Vec<choice::Entry> =
        Indicator::ALL.iter().take(entries).map(|of| (of.key().to_owned(), of.name().to_owned())).collect();
    let mut row = FieldRow::new(id, words::PROGRESS);
    row.group = choice::is_group(entries.len());
    let control = if row.group {
        choice::group(act, &row, &entries, chosen, true, &To::Nowhere)
    } else {
        choice::list(act, &row, &entries, chosen, chosen, To::Nowhere)
    };
    row.draw(control)
}

/// A card for each status.
fn cards(state: &State) -> Vec<El> {
    let today = state.moment.today;
    let target = Target {
        organization: None,
        indicator: Some(Indicator::Admissions),
        period: Period::new(today.year_start(), today.year_end()),
        bound: Some(Bound::Range { least: 6, most: 8 }),
        issuer: Some(words::ROLE_COMMITTEE.to_owned()),
        document: None,
        origin: TargetOrigin::Handed,
        since: None,
        takes_over: false,
    };
    let cards = STATUSES.iter().zip(0_u32..).filter_map(|(status, counted)| {
        let id = RecordId::parse(&format!("target:kitchen-{counted}"))?;
        let progress = Progress {
            lower: Some(Ratio::whole(6)),
            upper: Some(8),
            base: None,
            counted: counted.into(),
            pending: Some(2),
            percent: Ratio::new(i64::from(counted), 6),
            percent_of_upper: Ratio::new(i64::from(counted), 8),
            share_of_base: None,
            over: Some(0),
            short: Some(6_u64.saturating_sub(counted.into())),
            expected: Ratio::new(9, 2),
            of_pace: None,
            status: *status,
            children_sum: Some(Ratio::whole(4)),
            years_sum: None,
            children_below: counted == 0,
            dated: Vec::new(),
            totals: Vec::new(),
            doubts: Vec::new(),
        };
        Some(target_card(state, &(&id, &target, Some(progress))))
    });
    cards.collect()
}
