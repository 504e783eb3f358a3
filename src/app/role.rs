//! What a person is, asked at the first start.

use crate::domain::schema::choice::OrganizationKind;

/// What a person is, asked at the first start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Secretary of a cell.
    Cell,
    /// Works for a committee.
    Committee,
}

impl Role {
    /// The kind of organization that this person begins with.
    pub const fn kind(self) -> OrganizationKind {
        match self {
            Role::Cell => OrganizationKind::Village,
            Role::Committee => OrganizationKind::Committee,
        }
    }
}
