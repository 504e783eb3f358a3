//! Queries of the pages: sorted lists, names, findings. Read-only.

use super::chunks::Chunk;
pub use super::naming::name;
use super::route::Route;
use super::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Severity};
use crate::domain::calculator::progress::{self, Progress};
use crate::domain::calculator::targets;
use crate::domain::checks;
use crate::domain::ledger::records::{Headcount, Target, Total, Village};
use crate::domain::schema::choice::{Indicator, OrganizationKind};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::section::Section;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters::{fold, in_order};
use crate::exchange::sample;

/// The organization that the user works for: as chosen, or the one that continues it, or else the first root.
pub fn home(state: &State) -> Option<RecordId> {
    let chosen = state.preferences.home.as_deref().and_then(RecordId::parse);
    let chosen = chosen.map(|id| state.ledger.heir(&id).clone());
    chosen.filter(|id| state.ledger.organization(id).is_some()).or_else(|| state.ledger.roots().into_iter().next())
}

/// Whether the book is empty, as at the first start.
pub fn is_new(state: &State) -> bool {
    state.ledger.organizations().next().is_none() && state.ledger.candidates().next().is_none()
}

/// The user's cell, if there is only one candidate for it.
pub fn only_cell(state: &State) -> Option<RecordId> {
    only_cell_of(state, &home(state)?)
}

/// The only cell of an organization, if there is no more than one.
pub fn only_cell_of(state: &State, organization: &RecordId) -> Option<RecordId> {
    let is_committee = |kind: Option<OrganizationKind>| kind.is_some_and(OrganizationKind::is_committee);
    if !is_committee(state.ledger.organization(organization)?.kind) {
        return Some(organization.clone());
    }
    let mut cells = state.ledger.organizations().filter(|(id, found)| {
        !is_committee(found.kind) && state.ledger.end(id).is_none() && state.ledger.is_within(id, organization)
    });
    match (cells.next(), cells.next()) {
        (Some((cell, _)), None) => Some(cell.clone()),
        _ => None,
    }
}

/// A target with its progress; `None` if the target is incomplete.
pub type TargetStanding<'a> = (&'a RecordId, &'a Target, Option<Progress>);

/// The targets of an organization, sorted by indicator, period and issuer, without replaced ones.
pub fn standings<'a>(state: &'a State, organization: &RecordId) -> Vec<TargetStanding<'a>> {
    let as_of = state.as_of_day();
    let rows = state
        .ledger
        .targets_of(organization)
        .filter(|(id, target)| {
            // A target not yet in force is hidden, unless it is the first of its kind.
            let first = || targets::before(&state.ledger, id, target).is_empty();
            targets::replaced_by(&state.ledger, id, target, as_of).is_none()
                && (target.bound.is_none() || target.since.is_none_or(|since| since <= as_of) || first())
        })
        .map(|(id, target)| (id, target, progress::progress(&state.ledger, target, as_of, state.forecast())));
    in_order(rows, |(_, target, _)| {
        let issuer = target.issuer.as_deref().unwrap_or_default();
        format!("{} {issuer}", by_indicator_and_time(target.indicator, target.period))
    })
}

/// Sort key: indicators in the order of their list, then the latest period first.
fn by_indicator_and_time(indicator: Option<Indicator>, period: Option<Period>) -> String {
    let place = indicator.map_or(99, |indicator| indicator as u8);
    let last = period.map_or(0, |period| period.last().days_until(Day::LAST));
    let days = period.map_or(0, Period::days);
    format!("{place:02} {last:06} {days:06}")
}

/// The entered totals of an organization, latest first.
pub fn totals<'a>(state: &'a State, organization: &RecordId) -> Vec<(&'a RecordId, &'a Total)> {
    let rows = state.ledger.totals().filter(|(_, total)| total.organization.as_ref() == Some(organization));
    in_order(rows, |(_, total)| by_indicator_and_time(total.indicator, total.period))
}

/// Targets and totals whose organization is missing: no other list shows them.
pub fn astray(state: &State) -> Vec<&RecordId> {
    let gone = |organization: &Option<RecordId>| {
        organization.as_ref().is_none_or(|organization| state.ledger.organization(organization).is_none())
    };
    let targets = state.ledger.targets().filter(|(_, target)| gone(&target.organization)).map(|(id, _)| id);
    let totals = state.ledger.totals().filter(|(_, total)| gone(&total.organization)).map(|(id, _)| id);
    targets.chain(totals).collect()
}

/// The member counts of an organization, earliest first.
pub fn headcounts<'a>(state: &'a State, organization: &RecordId) -> Vec<(&'a RecordId, &'a Headcount)> {
    let rows = state.ledger.headcounts().filter(|(_, headcount)| headcount.organization.as_ref() == Some(organization));
    in_order(rows, |(_, headcount)| headcount.day.map(Day::iso).unwrap_or_default())
}

/// The villages in the area of an organization, or covered by it.
pub fn villages<'a>(state: &'a State, organization: &RecordId) -> Vec<(&'a RecordId, &'a Village)> {
    let here = |id: &Option<RecordId>| id.as_ref() == Some(organization);
    let rows = state.ledger.villages().filter(|(_, village)| here(&village.committee) || here(&village.cell));
    in_order(rows, |(_, village)| fold(village.name.as_deref().unwrap_or_default()))
}

/// The dossier of a candidate that is not deleted.
pub fn dossier<'a>(state: &'a State, id: &'a RecordId) -> Option<Dossier<'a>> {
    let record = state.book.record(id).filter(|record| !record.is_deleted())?;
    (id.kind() == Some(RecordKind::Candidate)).then(|| Dossier::new(&state.ledger, id, record, state.moment.today))
}

/// The section of a dossier edited last, while its candidate is still on the way.
pub fn last_place(state: &State) -> Option<(RecordId, Section)> {
    let Route::Part(id, section) = Route::parse(state.preferences.place.as_deref()?) else { return None };
    state.ledger.candidate(&id)?.recognition.is_none().then_some((id, section))
}

/// The findings whose fields are in `section`.
pub fn findings_of_part(found: Vec<Finding>, section: Section) -> Vec<Finding> {
    let mut shown = Vec::new();
    for mut finding in found {
        let here = |field: &Field| field.spec().section == section;
        finding.about = finding.fields.first().copied().filter(|first| !here(first));
        finding.fields.retain(here);
        if !finding.fields.is_empty() {
            shown.push(finding);
        }
    }
    shown
}

/// The findings on a record that belongs to a candidate: its own, and those of the dossier that refer to it.
pub fn findings_of_attached(state: &State, id: &RecordId) -> Vec<Finding> {
    let mut here = findings(state, id);
    for mut finding in id.candidate().map(|candidate| findings(state, &candidate)).unwrap_or_default() {
        finding.fields.clear();
        for (record, field) in &finding.attached {
            if record == id {
                finding.fields.push(*field);
            }
        }
        if !finding.fields.is_empty() {
            here.push(finding);
        }
    }
    here
}

/// Candidates whose record is due for deletion.
pub fn to_delete(state: &State) -> Vec<&RecordId> {
    let due =
        state.ledger.candidates().filter(|(_, found)| found.delete_by.is_some_and(|day| day <= state.moment.today));
    due.map(|(id, _)| id).collect()
}

/// Records that a reference field may refer to, in tree order or by name, with their depth.
pub fn options(state: &State, kind: RecordKind, for_record: Option<&RecordId>) -> Vec<(usize, RecordId)> {
    match kind {
        // What has ended is part of history.
        RecordKind::Organization if for_record.is_some_and(|id| id.is(RecordKind::Event)) => {
            let all = state.ledger.organizations_in_tree().iter();
            all.map(|id| (state.ledger.line(id).count().saturating_sub(1), id.clone())).collect()
        }
        RecordKind::Organization => state
            .ledger
            .tree()
            .into_iter()
            // An organization cannot be below itself.
            .filter(|(_, id)| !for_record.is_some_and(|own| state.ledger.is_within(id, own)))
            .collect(),
        RecordKind::Village => {
            let villages = state
                .ledger
                .villages()
                .map(|(id, village)| (id.clone(), fold(village.name.as_deref().unwrap_or_default())));
            in_order(villages, |(_, name)| name.clone()).into_iter().map(|(id, _)| (0, id)).collect()
        }
        _ => {
            let all = state.ledger.ids(kind).filter(|id| Some(*id) != for_record).cloned();
            in_order(all, |id| fold(&name(state, id).unwrap_or_default())).into_iter().map(|id| (0, id)).collect()
        }
    }
}

/// All findings of a record; before the last chunk is loaded, those about single fields.
pub fn findings(state: &State, id: &RecordId) -> Vec<Finding> {
    match state.book.record(id) {
        Some(_) if state.chunks.has(Chunk::Rest) => deferred_findings(state, id),
        Some(record) => checks::fields(&state.ledger, id, record, state.moment.today),
        None => Vec::new(),
    }
}

/// All findings of a record. In the last chunk, with the regulation.
#[inline(never)]
fn deferred_findings(state: &State, id: &RecordId) -> Vec<Finding> {
    let found = state.book.record(id).map(|record| checks::record(&state.ledger, id, record, state.moment.today));
    found.unwrap_or_default()
}

/// Findings of a record by itself, on pages of the last chunk: cheap enough for long lists.
pub fn findings_alone(state: &State, id: &RecordId) -> Vec<Finding> {
    deferred_alone(state, id)
}

/// Number of blocking findings. Ignores other records, so that it is cheap enough for long lists.
pub fn blocking(state: &State, id: &RecordId) -> usize {
    let found = match state.book.record(id) {
        Some(_) if state.chunks.has(Chunk::Rest) => deferred_alone(state, id),
        Some(record) => checks::fields(&state.ledger, id, record, state.moment.today),
        None => Vec::new(),
    };
    found.iter().filter(|finding| finding.severity == Severity::Blocks).fold(0, |count, _| count + 1)
}

/// All findings of a record by itself. In the last chunk, with the regulation.
#[inline(never)]
fn deferred_alone(state: &State, id: &RecordId) -> Vec<Finding> {
    let found = state.book.record(id).map(|record| checks::alone(&state.ledger, id, record, state.moment.today));
    found.unwrap_or_default()
}

/// The year of the as-of day.
pub fn year(state: &State) -> Option<Period> {
    let day = state.as_of_day();
    Period::new(day.year_start(), day.year_end())
}

/// Common periods of targets: the year of the as-of day, the year before, and its five-year term
/// (2020–2024, 2025–2029).
pub fn usual_periods(state: &State) -> Vec<Period> {
    let year = state.as_of_day().year();
    let term = year - year.rem_euclid(5);
    let years = |first: i32, last: i32| Period::new(Day::new(first, 1, 1)?, Day::new(last, 12, 31)?);
    [years(year, year), years(year - 1, year - 1), years(term, term + 4)].into_iter().flatten().collect()
}

/// Common periods of reports: month, quarter, year and term of the as-of day, and the previous
/// month, quarter and year.
pub fn report_periods(state: &State) -> Vec<Period> {
    let today = state.as_of_day();
    let of = |months: i32, back: i32| {
        let month = i32::from(today.month()) - 1;
        let into = if months == 60 { (today.year().rem_euclid(5)) * 12 + month } else { month.rem_euclid(months) };
        let first = Day::new(today.year(), today.month(), 1)?.plus_months(-into - back * months)?;
        Period::new(first, first.plus_months(months)?.plus_days(-1)?)
    };
    let wanted = [(1, 0), (1, 1), (3, 0), (3, 1), (12, 0), (12, 1), (60, 0)];
    wanted.into_iter().filter_map(|(months, back)| of(months, back)).collect()
}

/// Whether any record came with a sample.
pub fn has_samples(state: &State) -> bool {
    state.book.records().any(|(id, _)| sample::is_sample(id))
}
