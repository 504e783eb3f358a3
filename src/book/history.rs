//! Everything that was ever written into one field. The latest edit stands; two that had not
//! seen each other stand side by side until a person decides.

use super::stamp::Stamp;

/// One edit of the field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// When and where.
    pub stamp: Stamp,
    /// The text written; `None` where the field was emptied.
    pub value: Option<String>,
    /// The edit that it replaced, as its author saw it.
    pub after: Option<Stamp>,
}

/// The edits of one field: a set, kept in order, earliest first. Taking in edits is adding to
/// the set, so order and repetition do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    edits: Vec<Edit>,
}

impl History {
    /// Takes in an edit. Whether the field looks different now.
    pub fn take(&mut self, edit: Edit) -> bool {
        // Nearly always it is the latest: no search then.
        let place = match self.edits.last() {
            Some(last) if edit <= *last => self.edits.binary_search(&edit),
            _ => Err(self.edits.len()),
        };
        let Err(place) = place else { return false };
        let latest = place == self.edits.len();
        let differs = latest && self.text() != edit.value.as_deref();
        if self.edits.is_empty() {
            // Most fields are written once; there are tens of thousands of them.
            self.edits.reserve_exact(1);
        }
        self.edits.insert(place, edit);
        differs
    }

    /// Takes the edit of a stamp out again, if it is the latest and of this very device's sitting.
    pub(super) fn take_back(&mut self, stamp: Stamp) -> Option<Edit> {
        if self.edits.last()?.stamp == stamp { self.edits.pop() } else { None }
    }

    /// Whether this very edit is known.
    pub fn has(&self, edit: &Edit) -> bool {
        self.edits.binary_search(edit).is_ok()
    }

    /// The text that stands.
    pub fn text(&self) -> Option<&str> {
        self.edits.last()?.value.as_deref()
    }

    /// The edit that stands: of two with one stamp the one with the larger text, so that every
    /// device agrees.
    pub fn latest(&self) -> Option<&Edit> {
        self.edits.last()
    }

    /// Every edit, earliest first.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The edit of a stamp.
    pub fn edit(&self, stamp: Stamp) -> Option<&Edit> {
        self.edits.iter().find(|edit| edit.stamp == stamp)
    }

    /// What the field held before an edit: what its author saw, if that is known here, else
    /// whatever stands earlier.
    pub fn before(&self, edit: &Edit) -> Option<&Edit> {
        let earlier = self.edits.split(|other| other.stamp >= edit.stamp).next()?;
        earlier.iter().rfind(|other| Some(other.stamp) == edit.after).or_else(|| earlier.last())
    }

    /// Edits that nobody has replaced, the one that stands last. One device replaces what it
    /// wrote itself, even where the edit between was left out.
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

    /// The edits that a person has to choose from, if they say different things; the one that
    /// stands comes last.
    pub fn disputed(&self) -> Option<Vec<&Edit>> {
        // One device cannot disagree with itself: most fields end here.
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

    /// Milliseconds, device, text, and milliseconds and device of what it replaced.
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
        let told = history.disputed().unwrap_or_default();
        assert_eq!(told.iter().filter_map(|edit| edit.value.as_deref()).collect::<Vec<_>>(), disputed);
    }

    #[test]
    fn edits_side_by_side_are_disputed_until_someone_has_seen_both() {
        check(&[(1, 1, "a", None)], &[]);
        check(&[(1, 1, "a", None), (2, 2, "b", Some((1, 1)))], &[]);
        check(&[(1, 1, "a", None), (2, 2, "b", None)], &["a", "b"]);
        check(&[(1, 1, "a", None), (2, 2, "a", None)], &[]);
        // Two heads after one edit.
        check(&[(1, 1, "a", None), (2, 2, "b", Some((1, 1))), (3, 1, "c", Some((1, 1)))], &["b", "c"]);
        // The second device goes on without having seen the first.
        check(&[(1, 1, "a", None), (2, 2, "b", None), (3, 2, "c", Some((2, 2)))], &["a", "c"]);
        // A decision replaces both.
        check(&[(1, 1, "a", None), (2, 2, "b", None), (3, 1, "b", Some((1, 1))), (4, 1, "b", Some((2, 2)))], &[]);
        // Edits that a bundle left out do not bring older ones of the same device back.
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
