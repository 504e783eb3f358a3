//! How every target of an organization and of those below it stands, as a table: targets of the period's days.

use super::{Asked, Cell, OfficeTable};
use crate::domain::calculator::progress::{self, Forecast};
use crate::domain::ledger::Ledger;
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::Indicator;
use crate::domain::value::bound::Bound;
use crate::text::{numbers, spreadsheets as texts, standing};

/// The table.
pub(super) fn table(ledger: &Ledger, asked: &Asked<'_>) -> OfficeTable {
    let mut rows = Vec::new();
    for (_, id) in ledger.tree().into_iter().filter(|(_, id)| ledger.is_within(id, asked.organization)) {
        let targets = ledger.targets_of(&id).map(|(_, target)| target);
        let inside = targets.filter(|target| target.period.is_some_and(|period| period.overlaps(asked.period)));
        rows.extend(inside.map(|target| row(ledger, target, asked)));
    }
    OfficeTable {
        name: texts::PROGRESS_SHEET,
        file: texts::PROGRESS_FILE,
        office: String::new(),
        title: texts::PROGRESS_TITLE.to_owned(),
        about: String::new(),
        headings: texts::PROGRESS_HEADINGS.map(str::to_owned).into(),
        rows,
        notes: Vec::new(),
    }
}

fn row(ledger: &Ledger, target: &Target, asked: &Asked<'_>) -> Vec<Cell> {
    let found = progress::progress(ledger, target, asked.as_of, Forecast::Off);
    let found = found.as_ref();
    let bound = match target.bound {
        Some(Bound::Exactly(number)) => Cell::Count(u64::from(number)),
        bound => Cell::text(bound.map(numbers::bound)),
    };
    vec![
        Cell::text(target.organization.as_ref().and_then(|id| ledger.organization_name(id)).map(str::to_owned)),
        Cell::text(target.indicator.map(Indicator::name).map(str::to_owned)),
        Cell::text(target.period.map(numbers::period)),
        bound,
        Cell::count(found.map(|found| found.counted)),
        Cell::text(found.and_then(|found| found.percent).map(numbers::percent)),
        Cell::count(found.and_then(|found| found.short)),
        Cell::count(found.and_then(|found| found.over)),
        Cell::count(found.and_then(|found| found.pending)),
        Cell::text(found.map(|found| standing::status(found.status).to_owned())),
    ]
}
