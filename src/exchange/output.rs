//! What the page has made of its book by a worker: lists and reports by the reader, parcels by the courier. As text it is a row of
//! strings.

use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::rows::{self, at};

/// What the page asks a worker to make of its book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// The records as lists.
    Lists,
    /// The progress of targets and the statistical forms.
    Reports {
        /// The organization.
        organization: RecordId,
        /// The period.
        period: Period,
        /// The as-of day.
        as_of: Day,
    },
    /// A parcel; first as a plan that says what is in it.
    Parcel {
        /// The organization that it is from.
        from: RecordId,
        /// For whom: an id, [`Output::ABOVE`] or [`Output::BELOW`].
        to: String,
        /// Whether everything goes along.
        whole: bool,
        /// Key of the level of dossiers that cells are asked for; empty for as much as before.
        asks: String,
    },
}

impl Output {
    /// The word for lists.
    pub const LISTS: &str = "lists";
    /// The word for reports.
    pub const REPORTS: &str = "reports";
    /// The word for a parcel.
    pub const PARCEL: &str = "parcel";
    /// The organization above.
    pub const ABOVE: &str = "above";
    /// All organizations below.
    pub const BELOW: &str = "below";
    /// Everything goes along.
    pub const WHOLE: &str = "whole";

    /// As the text of a row: a word, and what it is asked about. Actions hold the text, so that how this type is copied and
    /// dropped is in the last chunk alone.
    pub fn write(&self) -> String {
        let row = match self {
            Output::Lists => vec![Some(Output::LISTS.to_owned())],
            Output::Reports { organization, period, as_of } => {
                let days = [period.first(), period.last(), *as_of].map(|day| Some(day.iso()));
                [Some(Output::REPORTS.to_owned()), Some(organization.as_str().to_owned())]
                    .into_iter()
                    .chain(days)
                    .collect()
            }
            Output::Parcel { from, to, whole, asks } => {
                let how = if *whole { Output::WHOLE } else { "" };
                rows::of(&[Output::PARCEL, from.as_str(), to, how, asks])
            }
        };
        rows::write(&vec![row])
    }

    /// Reads such a row.
    pub fn read(row: &[Option<String>]) -> Option<Output> {
        let organization = at(row, 1).and_then(RecordId::parse);
        let day = |place: usize| at(row, place).and_then(Day::from_iso);
        match at(row, 0)? {
            Output::LISTS => Some(Output::Lists),
            Output::REPORTS => {
                let period = Period::new(day(2)?, day(3)?)?;
                Some(Output::Reports { organization: organization?, period, as_of: day(4)? })
            }
            Output::PARCEL => {
                let to = at(row, 2)?.to_owned();
                let (whole, asks) = (at(row, 3) == Some(Output::WHOLE), at(row, 4).unwrap_or_default().to_owned());
                Some(Output::Parcel { from: organization?, to, whole, asks })
            }
            _ => None,
        }
    }
}
