//! Numbers of an organization that include everything below it: where several levels have entered one, the uppermost
//! counts, and those of the nearest ones below where it has none.

use crate::domain::ledger::Ledger;
use crate::domain::schema::id::RecordId;

/// Rows of the tree that a number includes: the first one, and the one after the last.
pub type Rows = (usize, usize);

/// What counts for an organization, parents first, with the rows of the tree that it includes. `own` returns what an
/// organization has entered.
pub fn nearest<T>(ledger: &Ledger, organization: &RecordId, own: impl Fn(&RecordId) -> Option<T>) -> Vec<(Rows, T)> {
    let mut found: Vec<(Rows, T)> = Vec::new();
    let mut after = 0;
    for id in ledger.organizations_within(organization) {
        let Some(rows) = ledger.span(id) else { continue };
        // Parents come before what is below them.
        if rows.0 < after {
            continue;
        }
        if let Some(own) = own(id) {
            after = rows.1;
            found.push((rows, own));
        }
    }
    found
}
