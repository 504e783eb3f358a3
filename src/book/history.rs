//! All edits of one field. The latest one is current; concurrent edits both stay until a user resolves them. How a record
//! holds them is in `record`.

use std::sync::Arc;

use super::stamp::Stamp;

/// One edit of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Timestamp and device.
    pub stamp: Stamp,
    /// The text written; `None` if the field was cleared. Shared: most texts of a book occur often.
    pub value: Option<Arc<str>>,
    /// The edit that it replaced, as seen by its author.
    pub after: Option<Stamp>,
}

/// An edit with the stored key of its field. Ordered by key, then by edit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Keyed {
    pub(super) key: Arc<str>,
    pub(super) edit: Edit,
}

/// The edits of one field, sorted by stamp: a view of what a record holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct History<'a> {
    edits: &'a [Keyed],
}

impl<'a> History<'a> {
    /// The history of edits that all have the same key, sorted.
    pub(super) const fn of(edits: &'a [Keyed]) -> History<'a> {
        History { edits }
    }

    /// The current text.
    pub fn text(self) -> Option<&'a str> {
        self.latest()?.value.as_deref()
    }

    /// The current edit. Of two with equal stamps the one with the greater text wins, on every device.
    pub fn latest(self) -> Option<&'a Edit> {
        self.edits.last().map(|keyed| &keyed.edit)
    }

    /// All edits, oldest first.
    pub fn edits(self) -> impl DoubleEndedIterator<Item = &'a Edit> + ExactSizeIterator + Clone {
        self.edits.iter().map(|keyed| &keyed.edit)
    }

    /// The edit with this stamp.
    pub fn edit(self, stamp: Stamp) -> Option<&'a Edit> {
        self.edits().find(|edit| edit.stamp == stamp)
    }

    /// The value before `edit`: the edit that its author saw, or else the latest earlier one.
    pub fn before(self, edit: &Edit) -> Option<&'a Edit> {
        let mut earlier = self.edits().rev().filter(|other| other.stamp < edit.stamp);
        let latest = earlier.clone().next();
        earlier.find(|other| Some(other.stamp) == edit.after).or(latest)
    }

    /// Edits not replaced by any other, the current one last. An edit always replaces earlier ones
    /// of the same device, even if those between are missing.
    pub fn heads(self) -> Vec<&'a Edit> {
        let mut heads: Vec<&Edit> = Vec::new();
        let mut rest = self.edits();
        while let Some(edit) = rest.next() {
            let replaced = |other: &Edit| other.after == Some(edit.stamp) || other.stamp.device == edit.stamp.device;
            if !rest.clone().any(|other| other.stamp > edit.stamp && replaced(other)) {
                heads.push(edit);
            }
        }
        heads
    }

    /// The heads, if they disagree; the current one comes last.
    pub fn disputed(self) -> Option<Vec<&'a Edit>> {
        // A single device cannot conflict with itself, which is the common case.
        let mut devices = self.edits().map(|edit| edit.stamp.device);
        let first = devices.next()?;
        if devices.all(|device| device == first) {
            return None;
        }
        let heads = self.heads();
        heads.iter().any(|edit| edit.value.as_deref() != self.text()).then_some(heads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(ms: u64, device: u32) -> Stamp {
        Stamp { ms, count: 0, device }
    }

    /// Milliseconds, device, text, and milliseconds and device of the replaced edit.
    type Row<'a> = (u64, u32, &'a str, Option<(u64, u32)>);

    fn history(edits: &[Row]) -> Vec<Keyed> {
        let mut all = Vec::new();
        for (ms, device, text, after) in edits {
            let after = after.map(|(ms, device)| stamp(ms, device));
            let edit = Edit { stamp: stamp(*ms, *device), value: Some(Arc::from(*text)), after };
            all.push(Keyed { key: Arc::from("key"), edit });
        }
        all.sort();
        all
    }

    #[track_caller]
    fn check(edits: &[Row], disputed: &[&str]) {
        let history = history(edits);
        let found = History::of(&history).disputed().unwrap_or_default();
        assert_eq!(found.iter().filter_map(|edit| edit.value.as_deref()).collect::<Vec<_>>(), disputed);
    }

    #[test]
    fn edits_side_by_side_are_disputed_until_someone_has_seen_both() {
        check(&[(1, 1, "a", None)], &[]);
        check(&[(1, 1, "a", None), (2, 2, "b", Some((1, 1)))], &[]);
        check(&[(1, 1, "a", None), (2, 2, "b", None)], &["a", "b"]);
        check(&[(1, 1, "a", None), (2, 2, "a", None)], &[]);
        // Two heads after a common ancestor.
        check(&[(1, 1, "a", None), (2, 2, "b", Some((1, 1))), (3, 1, "c", Some((1, 1)))], &["b", "c"]);
        // The second device continues without having seen the first.
        check(&[(1, 1, "a", None), (2, 2, "b", None), (3, 2, "c", Some((2, 2)))], &["a", "c"]);
        // Resolving replaces both.
        check(&[(1, 1, "a", None), (2, 2, "b", None), (3, 1, "b", Some((1, 1))), (4, 1, "b", Some((2, 2)))], &[]);
        // A missing edit does not revive older ones of the same device.
        check(&[(1, 1, "a", None), (5, 2, "b", Some((3, 1)))], &["a", "b"]);
        check(&[(1, 1, "a", None), (3, 1, "c", Some((2, 1))), (5, 2, "b", Some((3, 1)))], &[]);
    }

    #[test]
    fn what_stood_before_is_what_the_author_saw() {
        let edits = history(&[(1, 1, "a", None), (2, 2, "b", None), (3, 1, "c", Some((1, 1)))]);
        let history = History::of(&edits);
        let before = |edit: &Edit| history.before(edit)?.value.as_deref();
        assert_eq!(history.edits().map(before).collect::<Vec<_>>(), [None, Some("a"), Some("a")]);
    }
}
