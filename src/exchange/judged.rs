//! Findings about records that come from lists: a list has fewer columns than a form has boxes, and what it does not have is
//! not missing in it. The rules themselves are in `domain::checks`.

use super::lists::is_needed;
use crate::domain::admission::finding::{Finding, Severity};
use crate::domain::admission::rule::Rule;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};

/// Leaves of the findings about a row's record those that its list can have caused. `has_column` tells whether the list has
/// a column for a field, `is_unread` whether the row's cell has words that were not read: such a cell is not empty.
pub fn of_row(
    findings: &mut Vec<Finding>,
    entries: &dyn Entries,
    has_column: &dyn Fn(Field) -> bool,
    is_unread: &dyn Fn(Field) -> bool,
) {
    findings.retain(|finding| {
        let about = finding.about.or(finding.fields.first().copied());
        let told = about.is_none_or(|field| entry::written(entries, field).is_some() || has_column(field));
        told && (finding.rule != Rule::Missing || !finding.fields.iter().any(|field| is_unread(*field)))
    });
    // On the page these may be filled in later; a list row without them is useless.
    for finding in findings {
        if finding.rule == Rule::Missing && finding.fields.first().is_some_and(|field| is_needed(*field)) {
            finding.severity = Severity::Blocks;
        }
    }
}

/// The field with the name of a record.
pub fn name_of(id: &RecordId) -> Field {
    match id.kind() {
        Some(RecordKind::Organization) => Field::OrganizationName,
        Some(RecordKind::Village) => Field::VillageName,
        Some(RecordKind::Member) => Field::MemberName,
        Some(RecordKind::Relative) => Field::RelativeName,
        Some(RecordKind::AwarenessClass) => Field::ClassName,
        _ => Field::Name,
    }
}
