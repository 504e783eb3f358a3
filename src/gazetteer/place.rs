//! What was found: a unit of today or of before, where it stands in a text, and how near the text is to it.

use super::table::{Commune, Former};

/// A unit that was found.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// One since 1 July 2025.
    Now(&'a Commune),
    /// One until 30 June 2025.
    Former(&'a Former),
}

/// A place that is meant, or may be.
#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    /// The place.
    pub place: Place<'a>,
    /// Byte at which it begins in the text; what stands before it is a village, a street or a house.
    pub from: usize,
    /// Whether the text names all of it: the unit and its province, and its district if it had one.
    pub whole: bool,
    /// Whether the text goes on behind the unit's own name and no province of today follows there: a district is meant.
    pub district: bool,
    /// How far the text is from it: 0 if the unit's own name is complete, its kind is right and so are its marks, if there are any.
    pub distance: u8,
    /// Bytes of the text, folded, that are taken for names.
    pub(super) named: usize,
}

impl Match<'_> {
    /// What stands before the place in the text it was found in: a village, a street or a house.
    pub fn before<'t>(&self, text: &'t str) -> &'t str {
        text.get(..self.from).unwrap_or_default().trim_end_matches([' ', ',', '-', '–', ';', '(', '/'])
    }
}

impl Place<'_> {
    /// Its name, without the kind.
    pub fn name(&self) -> &'static str {
        match self {
            Place::Now(commune) => commune.name,
            Place::Former(former) => former.name(),
        }
    }

    pub(super) fn now(self) -> Option<Commune> {
        match self {
            Place::Now(commune) => Some(*commune),
            Place::Former(_) => None,
        }
    }
}
