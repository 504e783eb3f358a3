//! Figures of a report, checked: each line that a person types or pastes is read as one claim (a
//! sum, a share, a result against a target, growth, a movement of members …), worked out anew,
//! and what does not fit is told with the slip that it most likely is. Nothing of it is kept.
//! What counts as a line's words and numbers is in `words`, what a line says in `read` and `changes`, what does
//! not fit in `slips`, what lines tell only together in `across`.

mod across;
mod changes;
mod read;
mod slips;
pub mod words;

use crate::domain::value::day::Day;
use crate::domain::value::ratio::Ratio;
use read::read;
use slips::slips;
pub use words::Figure;

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Two sides of an equation, worked out; of percents both sides are percents.
    Equation {
        /// The left side.
        left: Ratio,
        /// The right side.
        right: Ratio,
        /// Largest number of terms on a side.
        terms: usize,
        /// Decimals that it is written with.
        decimals: u32,
        /// Whether it is about members: then it is a movement from a stock to another.
        members: bool,
        /// Dossiers that wait, as far as the line tells.
        pending: u64,
    },
    /// A part of a whole, with the percent that was given.
    Share {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
        /// The percent given.
        given: Option<Figure>,
        /// How near it is meant.
        near: Near,
    },
    /// A result against one or more targets.
    Target {
        /// The result given.
        done: u64,
        /// The lower and upper end of each target.
        targets: Vec<(u64, u64)>,
        /// Dossiers that wait, as far as the line tells.
        pending: u64,
        /// The percent that was reached, or by which it was exceeded.
        given: Option<(Reached, Figure)>,
    },
    /// From one number to another.
    Growth {
        /// The earlier number.
        old: u64,
        /// The later number.
        new: u64,
        /// Months of both periods, where they are told.
        months: Option<(u64, u64)>,
        /// The percent given.
        given: Option<Figure>,
        /// How near it is meant.
        near: Near,
        /// Whether the line speaks of a fall.
        falls: bool,
    },
    /// Some of others: `17 trong 16`.
    Within {
        /// The some.
        inner: u64,
        /// The others.
        outer: u64,
    },
    /// Villages with no member, and villages with no organization.
    Villages {
        /// Villages with no member.
        no_member: u64,
        /// Villages with no organization of their own.
        no_organization: u64,
    },
    /// A day up to which figures go, and a later day in the same line.
    Cut {
        /// Up to when.
        until: Day,
        /// The other day.
        other: Day,
    },
    /// A document's number that is not written as usual, with the usual way.
    Document(String),
    /// Targets without a result.
    Targets(Vec<(u64, u64)>),
}

/// How near a given figure is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// As it stands.
    Exactly,
    /// A little less than the figure.
    Below,
    /// A little more than the figure.
    Above,
}

/// What a percent against a target is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// All that was reached.
    Reached,
    /// What goes beyond.
    Beyond,
}

/// What does not fit, with the slip that it most likely is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The two sides differ by so much: left less right.
    SidesDiffer(Ratio),
    /// Members at the end are fewer than at the beginning and those admitted: so many left.
    LossesMissing(u64),
    /// Members at the end are more than the beginning and the additions: so many came otherwise.
    AdditionsMissing(u64),
    /// The figures fit once dossiers that wait are counted, which they are not.
    PendingCounted(u64),
    /// Rounded parts add up to a little less or more than the rounded whole: no slip.
    Rounded(Ratio),
    /// Another percent.
    PercentDiffers(Ratio),
    /// The percent was taken of the new number instead of the old one.
    WrongBase(Ratio),
    /// The two periods are of unlike length; growth per month.
    UnlikePeriods {
        /// Months of the earlier one.
        old: u64,
        /// Months of the later one.
        new: u64,
        /// Growth of what one month brought.
        per_month: Ratio,
    },
    /// It is said to fall and rises.
    Rises,
    /// More than there are.
    BeyondWhole,
    /// Several issuers ask for different numbers.
    SeveralTargets,
    /// A village with no member has no organization either: there cannot be more of them.
    NestedReversed {
        /// Villages without an organization of their own, if the two groups have none in common.
        apart: u64,
    },
    /// A day after the one up to which the figures go.
    AfterCut,
    /// The document's number is not written as usual.
    DocumentStyle,
    /// Nothing can be divided by it.
    NoBase,
    /// A place is called by two kinds, each as it is written.
    UnitDiffers {
        /// In an earlier line.
        one: String,
        /// In this one.
        other: String,
    },
    /// Nobody left here, while another line shows that some did.
    NoLosses,
}

impl Slip {
    /// Whether it is only worth knowing.
    pub const fn is_soft(&self) -> bool {
        matches!(
            self,
            Slip::Rounded(_)
                | Slip::BeyondWhole
                | Slip::SeveralTargets
                | Slip::DocumentStyle
                | Slip::UnitDiffers { .. }
                | Slip::NoLosses
        )
    }
}

impl Slip {
    /// The stable name of a slip, for scripts.
    pub const fn id(&self) -> &'static str {
        match self {
            Slip::SidesDiffer(_) => "sum.sides_differ",
            Slip::LossesMissing(_) => "movement.losses_missing",
            Slip::AdditionsMissing(_) => "movement.additions_missing",
            Slip::PendingCounted(_) => "sum.pending_counted",
            Slip::Rounded(_) => "sum.rounded",
            Slip::PercentDiffers(_) => "percent.differs",
            Slip::WrongBase(_) => "growth.wrong_base",
            Slip::UnlikePeriods { .. } => "growth.unlike_periods",
            Slip::Rises => "growth.rises",
            Slip::BeyondWhole => "part.beyond_whole",
            Slip::SeveralTargets => "target.several_issuers",
            Slip::NestedReversed { .. } => "villages.nested_reversed",
            Slip::AfterCut => "date.after_cut",
            Slip::DocumentStyle => "document_number.style",
            Slip::NoBase => "percent.no_base",
            Slip::UnitDiffers { .. } => "place.unit_differs",
            Slip::NoLosses => "movement.no_losses",
        }
    }
}

/// What looking at a line came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It could not be made out what it says.
    Unread,
    /// Nothing speaks against it.
    Fits,
    /// There is something worth knowing.
    Soft,
    /// It does not fit.
    Wrong,
}

impl CheckedLine {
    /// What looking at it came to.
    pub fn verdict(&self) -> Verdict {
        match (&self.claim, self.slips.as_slice()) {
            (None, []) => Verdict::Unread,
            (Some(_), []) => Verdict::Fits,
            (_, slips) if slips.iter().all(Slip::is_soft) => Verdict::Soft,
            _ => Verdict::Wrong,
        }
    }
}

/// A line of a report, looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedLine {
    /// Its place, from 1.
    pub number: usize,
    /// The line as it was written.
    pub text: String,
    /// What it says; `None` where that could not be made out.
    pub claim: Option<Claim>,
    /// What does not fit.
    pub slips: Vec<Slip>,
}

/// Looks at every line that is not empty.
pub fn check(text: &str) -> Vec<CheckedLine> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let look = |(place, line): (usize, &str)| {
        let claim = read(line);
        let slips = claim.as_ref().map(slips).unwrap_or_default();
        CheckedLine { number: place + 1, text: line.trim().to_owned(), claim, slips }
    };
    let mut lines: Vec<CheckedLine> = lines.map(look).collect();
    across::across(&mut lines);
    lines
}
