//! Rosters: which fields of several candidates are filled in side by side, on the screen and on paper. What the fields are is in
//! `field`, how the table is filled in in `app::roster`.

use super::field::Field;

/// A choice of fields for several candidates at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "bảng nhập, phiếu ghi tay")]
pub enum Roster {
    /// People who are new to the book.
    People,
    /// A course that many have attended together.
    Class,
    /// Who introduces them.
    Introducers,
}

impl Roster {
    /// All rosters, in display order.
    pub const ALL: [Roster; 3] = [Roster::People, Roster::Class, Roster::Introducers];

    /// The fields, in the order in which people tell them; the same on the screen and on paper.
    pub const fn columns(self) -> &'static [Field] {
        match self {
            Roster::People => {
                &[Field::Name, Field::Birth, Field::SexOfCandidate, Field::EthnicGroup, Field::Residence, Field::Phone]
            }
            Roster::Class => &[Field::CandidateClass, Field::SentToClass, Field::Certificate],
            Roster::Introducers => &[Field::IntroducedBy, Field::Introducer1, Field::Introducer2],
        }
    }

    /// Whether new people are entered with it, so that names are written and not read.
    pub const fn takes_new(self) -> bool {
        matches!(self, Roster::People)
    }

    /// Whether a field may have the same text for many.
    pub const fn is_shared(field: Field) -> bool {
        !matches!(field, Field::Name | Field::Birth | Field::Phone)
    }
}

/// A sheet of paper to be filled in by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// One person a row.
    People,
    /// How many people of each group there are.
    Survey,
}

impl Blank {
    /// How the addresses of their pages begin: they stand in the codes on sheets of paper.
    pub const ADDRESS: &str = "#/blank-";

    /// All of them, in display order.
    pub const ALL: [Blank; 2] = [Blank::People, Blank::Survey];

    /// Whether a text is the address of such a page, at whatever host.
    pub fn is_address(text: &str) -> bool {
        text.contains(Blank::ADDRESS) && !text.contains(char::is_whitespace)
    }
}
