//! One edit of one field: what journals, files and the history of a record are lists of.

use super::stamp::Stamp;
use crate::domain::schema::id::RecordId;

/// One edit of one field by one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When and where, in the order that every device agrees on.
    pub stamp: Stamp,
    /// The edit of this field that the person saw and replaced; `None` where the field was
    /// never filled in. Tells edits that followed each other from edits side by side.
    pub after: Option<Stamp>,
    /// The record edited.
    pub record: RecordId,
    /// Stored name of the field; names of a newer version are carried along.
    pub key: String,
    /// The new text; `None` where the field was emptied.
    pub value: Option<String>,
}
