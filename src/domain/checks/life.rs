//! The life of organizations: events that cannot be, results entered for an organization that has ended, member counts
//! that do not fit over a merger. What the events make of the tree is in `ledger::life`.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::admission::life_rule::LifeRule;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::attached::Attached;
use crate::domain::ledger::event::Event;
use crate::domain::ledger::life::End;
use crate::domain::schema::choice::EventKind;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

fn found(rule: LifeRule, fields: &[Field]) -> Finding {
    Finding::new(Rule::Life(rule), fields)
}

/// A candidate who moved and has no helper of the new cell. Once the cell has met, nobody needs one any more.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let Some(day) = dossier.moved(dossier.today).filter(|_| !dossier.has_met()) else { return Vec::new() };
    let helpers = dossier.in_order(RecordKind::Helper);
    let since = |found: &Attached| match found {
        Attached::Helper(helper) => helper.since,
        _ => None,
    };
    let Some((last, _)) =
        helpers.last().filter(|_| helpers.iter().all(|(_, found)| since(found).is_none_or(|since| since < day)))
    else {
        return Vec::new();
    };
    let at = vec![((*last).clone(), Field::HelperSince)];
    vec![found(LifeRule::HelperBeforeMove { day }, &[]).at(at)]
}

/// What is wrong with an event. All of it, since each hides the others' effect.
pub(super) fn event(ledger: &Ledger, id: &RecordId) -> Vec<Finding> {
    let Some((event, organization)) = ledger.event(id).and_then(|event| Some((event, event.organization.as_ref()?)))
    else {
        return Vec::new();
    };
    let mut findings: Vec<Finding> = lacks(event).into_iter().collect();
    if event.other.as_ref() == Some(organization) {
        findings.push(found(LifeRule::Itself, &[Field::EventOther, Field::EventOrganization]));
    }
    let Some((kind, day)) = event.kind.zip(event.day) else { return findings };
    let founded = |id: &RecordId| ledger.as_entered(id).and_then(|found| found.founded);
    if let Some(founded) = founded(organization).filter(|founded| day < *founded && kind != EventKind::Split) {
        findings.push(found(LifeRule::BeforeFounded { founded }, &[Field::EventDay]));
    }
    let (then, whole) = (ledger.on(day), ledger.on(Day::LAST));
    if let Some(end) = whole.end(organization).filter(|end| end.day < day || end.day == day && !ends(event, end)) {
        findings.push(found(LifeRule::AfterEnd { day: end.day }, &[Field::EventDay, Field::EventOrganization]));
    }
    if kind == EventKind::Merged && whole.end(organization).is_some_and(|end| end.divided && end.day == day) {
        findings.push(found(LifeRule::Divided, &[Field::EventOther]));
    }
    if let Some(other) = event.other.as_ref().filter(|other| *other != organization && needs_other(kind)) {
        let name = || then.organization_name(other).map(str::to_owned);
        // What a new one was split from may end on the same day.
        let gone = then.end(other).filter(|end| kind != EventKind::Split || end.day < day);
        if let Some(end) = gone {
            findings.push(found(LifeRule::OtherEnded { name: name(), day: end.day }, &[Field::EventOther]));
        }
        if let Some(founded) = founded(other).filter(|founded| day < *founded) {
            findings.push(found(LifeRule::OtherLater { name: name(), day: founded }, &[Field::EventOther]));
        }
    }
    if kind == EventKind::Moved && then.in_circle(organization) {
        findings.push(Finding::new(Rule::Circle, &[Field::EventOther]));
    }
    findings
}

/// Whether the event is what ends its organization.
fn ends(event: &Event, end: &End) -> bool {
    match event.kind {
        Some(EventKind::Merged) => end.divided || end.into == event.other,
        Some(EventKind::Ended) => end.into.is_none() && !end.divided,
        _ => false,
    }
}

const fn needs_other(kind: EventKind) -> bool {
    matches!(kind, EventKind::Merged | EventKind::Moved | EventKind::Split)
}

fn lacks(event: &Event) -> Option<Finding> {
    let kind = event.kind?;
    let (there, field) = match kind {
        EventKind::Merged | EventKind::Moved | EventKind::Split => (event.other.is_some(), Field::EventOther),
        EventKind::Renamed => (event.name.is_some(), Field::EventName),
        EventKind::Changed => (event.new_kind.is_some(), Field::EventNewKind),
        EventKind::Ended => return None,
    };
    (!there).then(|| found(LifeRule::Lacks { kind }, &[field]))
}

/// An organization whose superior has ended without one that continues it.
pub(super) fn no_parent(ledger: &Ledger, id: &RecordId) -> Option<Finding> {
    let stated = ledger.organization(id)?.parent.as_ref()?;
    let end = ledger.end(stated).filter(|end| end.into.is_none() && ledger.end(id).is_none())?;
    let name = |id: &RecordId| ledger.organization_name(id).map(str::to_owned);
    let under = ledger.parent(id).filter(|above| *above != stated).and_then(name);
    Some(found(LifeRule::NoParent { name: name(stated), day: end.day, under }, &[Field::OrganizationParent]))
}

/// A record about an organization that had ended by then.
pub(super) fn about_ended(ledger: &Ledger, id: &RecordId, entries: &dyn Entries) -> Option<Finding> {
    let (of, until) = match id.kind()? {
        RecordKind::Total => (Field::TotalOrganization, Field::TotalTo),
        RecordKind::Target => (Field::TargetOrganization, Field::TargetTo),
        RecordKind::Headcount => (Field::HeadcountOrganization, Field::HeadcountDay),
        _ => return None,
    };
    let organization = entry::reference(entries, of)?;
    let end = ledger.end(&organization)?;
    entry::day(entries, until).filter(|last| *last >= end.day)?;
    let heir = Some(ledger.heir(&organization)).filter(|heir| **heir != organization);
    let heir = heir.and_then(|heir| ledger.organization_name(heir)).map(str::to_owned);
    Some(found(LifeRule::Ended { day: end.day, heir }, &[until, of]))
}

/// A member count of the day of a merger that is not the sum of those before it.
pub(super) fn merged_counts(ledger: &Ledger, entries: &dyn Entries) -> Option<Finding> {
    let organization = entry::reference(entries, Field::HeadcountOrganization)?;
    let (day, after) = entry::day(entries, Field::HeadcountDay).zip(entry::count(entries, Field::HeadcountMembers))?;
    let eve = day.plus_days(-1)?;
    let before = |id: &RecordId| ledger.members(id, eve).filter(|(on, _)| *on == eve).map(|(_, members)| members);
    // An organization that was there before is part of the sum.
    let mut sum = match ledger.as_entered(&organization)?.founded {
        Some(founded) if founded == day => 0,
        _ => u64::from(before(&organization)?),
    };
    let mut merged = 0;
    for (_, event) in ledger.events() {
        let into = event.kind == Some(EventKind::Merged) && event.other.as_ref() == Some(&organization);
        if into && event.day == Some(day) {
            sum += u64::from(before(event.organization.as_ref()?)?);
            merged += 1;
        }
    }
    let fields = [Field::HeadcountMembers, Field::HeadcountDay];
    (merged > 0 && sum != u64::from(after)).then(|| found(LifeRule::Counts { before: sum, after }, &fields))
}
