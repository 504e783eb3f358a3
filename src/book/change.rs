//! A change: one edit of one field, the unit of journals, files and histories.

use std::sync::Arc;

use super::stamp::Stamp;
use crate::domain::schema::id::RecordId;

/// One edit of one field by one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Hybrid logical timestamp: a total order that all devices agree on.
    pub stamp: Stamp,
    /// The edit of this field that the author saw and replaced; `None` if the field was never
    /// filled in. Distinguishes consecutive edits from concurrent ones.
    pub after: Option<Stamp>,
    /// The edited record.
    pub record: RecordId,
    /// Stored key of the field; keys of newer versions are preserved.
    pub key: Arc<str>,
    /// The new text; `None` if the field was cleared.
    pub value: Option<Arc<str>>,
}
