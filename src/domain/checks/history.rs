//! The work history: no gap and no overlap, by month, up to the day of the résumé (form 2-KNĐ, item 15). The last month
//! of one occupation may be the first of the next.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::value::month::Month;

/// Gaps and overlaps, each with the rows on both sides.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let now = Month::of(dossier.day(Field::Resume).unwrap_or(dossier.today));
    // The row with the latest last month so far.
    let mut furthest: Option<(&crate::domain::schema::id::RecordId, Month)> = None;
    for (id, span) in dossier.spans(RecordKind::Job) {
        let Some(from) = span.from else { continue };
        let to = span.to.unwrap_or(now).max(from);
        if let Some((before, last)) = furthest {
            let places = vec![(id.clone(), Field::JobFrom), (before.clone(), Field::JobTo)];
            if from > last.plus(1) {
                let rule = Rule::MonthsMissing { first: last.plus(1), last: from.plus(-1) };
                findings.push(Finding::new(rule, &[Field::JobsDeclared]).at(places));
            } else if from < last {
                let rule = Rule::MonthsTwice { first: from, last: last.min(to) };
                findings.push(Finding::new(rule, &[Field::JobsDeclared]).at(places));
            }
        }
        if furthest.is_none_or(|(_, last)| to >= last) {
            furthest = Some((id, to));
        }
    }
    if let Some((id, last)) = furthest.filter(|(_, last)| *last < now) {
        let rule = Rule::MonthsMissing { first: last.plus(1), last: now };
        findings.push(Finding::new(rule, &[Field::JobsDeclared]).at(vec![(id.clone(), Field::JobTo)]));
    }
    findings
}
