//! All edits of one field. The latest one is current; concurrent edits both stay until a user resolves them.

use super::stamp::Stamp;

/// One edit of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Timestamp and device.
    pub stamp: Stamp,
    /// The text written; `None` if the field was cleared.
    pub value: Option<String>,
    /// The edit that it replaced, as seen by its author.
    pub after: Option<Stamp>,
}

/// The edits of one field as a set, sorted by stamp. Applying edits is set union: commutative and idempotent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    edits: Vec<Edit>,
}

impl History {
    /// Adds an edit. Returns whether the current text changed.
    pub fn take(&mut self, edit: Edit) -> bool {
        // Nearly every edit is the latest: no search then.
        let place = match self.edits.last() {
            Some(last) if edit <= *last => self.edits.binary_search(&edit),
            _ => Err(self.edits.len()),
        };
        let Err(place) = place else { return false };
        let latest = place == self.edits.len();
        let differs = latest && self.text() != edit.value.as_deref();
        if self.edits.is_empty() {
            // Most fields are written once, and there are tens of thousands of them: do not overallocate.
            self.edits.reserve_exact(1);
        }
        self.edits.insert(place, edit);
        differs
    }

    /// Removes the edit `stamp` if it is the latest: used while the user is still typing.
    pub(super) fn take_back(&mut self, stamp: Stamp) -> Option<Edit> {
        if self.edits.last()?.stamp == stamp { self.edits.pop() } else { None }
    }

    /// Whether exactly this edit is in the history.
    pub fn has(&self, edit: &Edit) -> bool {
        self.edits.binary_search(edit).is_ok()
    }

    /// The current text.
    pub fn text(&self) -> Option<&str> {
        self.edits.last()?.value.as_deref()
    }

    /// The current edit. Of two with equal stamps the one with the greater text wins, on every device.
    pub fn latest(&self) -> Option<&Edit> {
        self.edits.last()
    }

    /// All edits, oldest first.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The edit with this stamp.
    pub fn edit(&self, stamp: Stamp) -> Option<&Edit> {
        self.edits.iter().find(|edit| edit.stamp == stamp)
    }

    /// The value before `edit`: the edit that its author saw, or else the latest earlier one.
    pub fn before(&self, edit: &Edit) -> Option<&Edit> {
        let earlier = self.edits.split(|other| other.stamp >= edit.stamp).next()?;
        earlier.iter().rfind(|other| Some(other.stamp) == edit.after).or_else(|| earlier.last())
    }

    /// Edits not replaced by any other, the current one last. An edit always replaces earlier ones
    /// of the same device, even if those between are missing.
    pub fn heads(&self) -> Vec<&Edit> {
        let mut heads: Vec<&Edit> = Vec::new();
        let mut rest = self.edits.as_slice();
        while let Some((edit, later)) = rest.split_first() {
            let replaced = |other: &Edit| other.after == Some(edit.stamp) || other.stamp.device == edit.stamp.device;
            if !later.iter().any(|other| other.stamp > edit.stamp && replaced(other)) {
                heads.push(edit);
            }
            rest = later;
        }
        heads
    }

    /// The heads, if they disagree; the current one comes last.
    pub fn disputed(&self) -> Option<Vec<&Edit>> {
        // A single device cannot conflict with itself, which is the common case.
        let mut devices = self.edits.iter().map(|edit| edit.stamp.device);
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

    fn history(edits: &[Row]) -> History {
        let mut history = History::default();
        for (ms, device, text, after) in edits {
            history.take(Edit {
                stamp: stamp(*ms, *device),
                value: Some((*text).to_owned()),
                after: after.map(|(ms, device)| stamp(ms, device)),
            });
        }
        history
    }

    #[track_caller]
    fn check(edits: &[Row], disputed: &[&str]) {
        let history = history(edits);
        let found = history.disputed().unwrap_or_default();
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
        let history = history(&[(1, 1, "a", None), (2, 2, "b", None), (3, 1, "c", Some((1, 1)))]);
        let before = |place: usize| {
            let edit = history.edits().get(place)?;
            history.before(edit)?.value.clone()
        };
        assert_eq!((before(0), before(1), before(2)), (None, Some("a".into()), Some("a".into())));
    }
}
