//! Checking the figures of a report. Nothing is stored.
//!
//! Short notation (`17/30 = 56,7%`) is parsed as one claim by its grammar: `words`, `parse`, `changes`, checked in `slips`.
//! Sentences are read by what their words say. `reader` makes figures of numbers (`kinds`, `units`, `labels`; `aside` for those that are none).
//! What is stated: `percentage` with `wholes`, `certain`, `hidden`, `shares`, `beyond`, `no_part`, `hundred`, `lone`, `respectively`; `change` with `roles`,
//! `growth`, `by_number`, `meant`, `ways`, `points`, `means`, `rest`, `movement`; `partition` with `sums`, `alike`, `classes`, `complements`, `paired`, `within`; `lists` and `tables` over several lines. Whether it holds:
//! `fit`, `interval`; or would with two digits put back: `swaps`, `transposed`. `judge` brings both together, `checks` keeps what did not
//! change, `across` sees what only several lines tell, `recorded` what the book has beside them.

mod across;
mod alike;
mod aside;
mod aside_words;
mod beyond;
mod by_number;
mod certain;
mod change;
mod changes;
mod checks;
mod classes;
mod complements;
pub mod figure;
pub mod fit;
mod growth;
mod hidden;
mod hundred;
mod interval;
mod judge;
mod kinds;
mod labels;
mod lists;
mod lone;
mod means;
mod meant;
mod movement;
mod no_part;
mod paired;
mod parse;
mod partition;
mod percentage;
mod points;
mod reader;
pub mod reading;
pub mod recorded;
mod respectively;
mod rest;
mod roles;
mod shares;
mod slip;
mod slips;
mod sums;
mod swaps;
mod tables;
mod transposed;
mod units;
mod ways;
mod wholes;
mod within;
pub mod words;

use crate::domain::value::day::Day;
use crate::domain::value::ratio::Ratio;
pub use checks::Checks;
use fit::Fit;
use reading::Readings;
pub use slip::Slip;
pub use words::Figure;

/// The statement made by a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Two evaluated sides of an equation; of percents both sides are percents.
    Equation {
        /// The left side.
        left: Ratio,
        /// The right side.
        right: Ratio,
        /// Largest number of terms on a side.
        terms: usize,
        /// Maximum number of decimals.
        decimals: u32,
        /// Whether it is about members, that is a movement.
        members: bool,
        /// Pending dossiers mentioned in the line.
        pending: u64,
    },
    /// A part of a whole, with a percentage.
    Share {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
        /// The given percentage.
        given: Option<Figure>,
        /// The precision claimed.
        near: Near,
    },
    /// A result against one or more targets.
    Target {
        /// The given result.
        done: u64,
        /// The lower and upper end of each target.
        targets: Vec<(u64, u64)>,
        /// Pending dossiers mentioned in the line.
        pending: u64,
        /// The given percentage, of the result or of its excess.
        given: Option<(Reached, Figure)>,
    },
    /// From one number to another.
    Growth {
        /// The earlier number.
        old: u64,
        /// The later number.
        new: u64,
        /// Months of both periods, if given.
        months: Option<(u64, u64)>,
        /// The given percentage.
        given: Option<Figure>,
        /// The precision claimed.
        near: Near,
        /// Whether the line claims a decrease.
        falls: bool,
    },
    /// A part of a group: `17 trong 16`.
    Within {
        /// The part.
        inner: u64,
        /// The group.
        outer: u64,
    },
    /// Villages without members, and villages without an organization.
    Villages {
        /// Villages without members.
        no_member: u64,
        /// Villages without an organization of their own.
        no_organization: u64,
    },
    /// A cut-off day of figures, and a later day in the same line.
    Cut {
        /// The cut-off day.
        until: Day,
        /// The other day.
        other: Day,
    },
    /// A document number not in the usual spelling; holds the usual one.
    Document(String),
    /// Targets without a result.
    Targets(Vec<(u64, u64)>),
}

/// The precision of a given figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// Exact.
    Exactly,
    /// The value is slightly below the figure.
    Below,
    /// The value is slightly above the figure.
    Above,
}

/// What a percentage of a target refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// The whole result.
    Reached,
    /// The excess over the target.
    Beyond,
}

/// The result of checking a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The line could not be parsed.
    Unread,
    /// No mismatch.
    Fits,
    /// Figures agree but for the last place, cut off instead of rounded.
    Rounding,
    /// There are figures, and no certain relation between them.
    Ambiguous,
    /// Hints only.
    Soft,
    /// A mismatch.
    Wrong,
}

impl CheckedLine {
    /// The result of checking the line.
    pub fn verdict(&self) -> Verdict {
        let fits = |least: Fit, most: Fit| self.readings.found.iter().any(|one| one.fit >= least && one.fit <= most);
        match (&self.claim, self.slips.as_slice()) {
            (_, slips) if slips.iter().any(|slip| !slip.is_soft()) => Verdict::Wrong,
            (_, [_, ..]) => Verdict::Soft,
            (Some(_), []) => Verdict::Fits,
            (None, []) if fits(Fit::Exact, Fit::About) => Verdict::Fits,
            (None, []) if fits(Fit::Cut, Fit::LastPlace) => Verdict::Rounding,
            (None, []) if self.readings.unclear > 0 => Verdict::Ambiguous,
            (None, []) => Verdict::Unread,
        }
    }
}

/// A checked line of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedLine {
    /// Line number, from 1.
    pub number: usize,
    /// The line as written, trimmed.
    pub text: String,
    /// The claim; `None` if it could not be parsed.
    pub claim: Option<Claim>,
    /// What its words say about its figures.
    pub readings: Readings,
    /// The mismatches.
    pub slips: Vec<Slip>,
}

/// Checks every line that is not blank.
pub fn check(text: &str) -> Vec<CheckedLine> {
    let mut checks = Checks::default();
    checks.renew(text);
    while !checks.go_on(usize::MAX) {}
    checks.take()
}
