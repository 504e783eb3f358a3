//! What may be wrong with a line, named by its most likely cause.

use super::fit::Fit;
use super::reading::Reading;
use crate::domain::value::ratio::Ratio;

/// A mismatch in a claim, with its most likely cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The two sides differ by this amount: left minus right.
    SidesDiffer(Ratio),
    /// Members at the end are fewer than at the beginning plus admissions, by this number of losses.
    LossesMissing(u64),
    /// Members at the end are more than at the beginning plus additions, by this number.
    AdditionsMissing(u64),
    /// The figures match only if pending dossiers are counted, which they must not be.
    PendingCounted(u64),
    /// The sum of rounded parts differs from the rounded whole: not an error.
    Rounded(Ratio),
    /// The correct percentage is another one.
    PercentDiffers(Ratio),
    /// The percentage was computed from the new number instead of the old one.
    WrongBase(Ratio),
    /// The two periods differ in length; growth per month.
    UnlikePeriods {
        /// Months of the earlier period.
        old: u64,
        /// Months of the later period.
        new: u64,
        /// Growth per month.
        per_month: Ratio,
    },
    /// Claimed to decrease, but increases.
    Rises,
    /// A part larger than its whole.
    BeyondWhole,
    /// Issuers ask for different numbers.
    SeveralTargets,
    /// More villages without members than without an organization, although the former are part of the latter.
    NestedReversed {
        /// Villages without an organization of their own, if the two groups are disjoint.
        apart: u64,
    },
    /// A day after the cut-off day.
    AfterCut,
    /// The document number is not in the usual spelling.
    DocumentStyle,
    /// Division by zero.
    NoBase,
    /// A place is given two kinds, each as written.
    UnitDiffers {
        /// In an earlier line.
        one: String,
        /// In this one.
        other: String,
    },
    /// No losses here, although another line shows some.
    NoLosses,
    /// A relation that the words state does not hold.
    Relation(Reading),
}

impl Slip {
    /// Whether it is a hint only.
    pub const fn is_soft(&self) -> bool {
        matches!(
            self,
            Slip::Rounded(_)
                | Slip::BeyondWhole
                | Slip::SeveralTargets
                | Slip::DocumentStyle
                | Slip::UnitDiffers { .. }
                | Slip::NoLosses
                | Slip::AfterCut
                | Slip::Relation(Reading { fit: Fit::Swapped | Fit::Loose | Fit::Doubtful, .. })
        )
    }
}

impl Slip {
    /// The stable id, for scripts.
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
            Slip::Relation(_) => "relation.differs",
        }
    }
}
