//! What `ketnap check` says of a record: a finding of the rules, or what reading its list left open, with stable names.

use crate::domain::admission::finding::{Finding, Severity};
use crate::domain::schema::field::Field;
use crate::exchange::cells::Mended;
use crate::text::{cli as texts, findings};

/// What is said.
#[derive(Debug)]
pub enum Said {
    /// A finding of the rules, and what stands in the field where that cannot be read.
    Finding(Finding, Option<String>),
    /// A cell that was read as another text, or may mean another one.
    Cell(Field, Mended, String),
    /// A row with more cells than headings: nothing was read of it.
    Moved,
    /// A column that nothing was read of.
    Column(usize, String),
    /// Somebody else with the same name and birth date, and no other number: file and row, where there is one.
    Namesake(Option<(String, u64)>),
    /// A number of no day, which is not taken.
    Undated(Field),
    /// A remark beside a person that says what became of the person.
    Noted(Field, String),
    /// Cells that say that no target is set: how the first is written, and how many there are.
    Unset(String, usize),
}

impl Said {
    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Said::Finding(finding, _) => finding.severity,
            Said::Moved => Severity::Blocks,
            Said::Cell(_, Mended::As(_) | Mended::Unread | Mended::NoDay, _) | Said::Unset(..) => Severity::Hints,
            Said::Cell(..) | Said::Column(..) | Said::Namesake(_) | Said::Undated(_) | Said::Noted(..) => {
                Severity::Warns
            }
        }
    }

    /// The field that it is about.
    pub fn field(&self) -> Option<Field> {
        match self {
            Said::Finding(finding, _) => {
                finding.fields.first().or(finding.attached.first().map(|(_, field)| field)).copied()
            }
            Said::Cell(field, ..) | Said::Undated(field) | Said::Noted(field, _) => Some(*field),
            Said::Namesake(_) => Some(Field::Name),
            Said::Unset(..) => Some(Field::TargetBound),
            Said::Column(..) | Said::Moved => None,
        }
    }

    /// The stable name of the rule.
    pub fn rule(&self) -> &'static str {
        match self {
            Said::Finding(finding, _) => finding.id().as_str(),
            Said::Cell(_, Mended::As(_), _) => "list.mended",
            Said::Cell(_, Mended::MonthFirst(_), _) => "list.month_first",
            Said::Cell(_, Mended::InDoubt, _) => "list.day_or_month",
            Said::Cell(_, Mended::Failed | Mended::Formula | Mended::Rounded, _) => "list.error_cell",
            Said::Cell(_, Mended::Unread, _) => "list.unread",
            Said::Cell(_, Mended::NoDay, _) => "list.no_day",
            Said::Column(..) => "list.column",
            Said::Moved => "list.moved",
            Said::Namesake(_) => "list.namesake",
            Said::Undated(_) => "list.undated",
            Said::Noted(..) => "list.note",
            Said::Unset(..) => "list.unset",
        }
    }

    /// The sentence.
    pub fn message(&self) -> String {
        match self {
            Said::Finding(finding, Some(written)) => texts::cell_says(written, &findings::message(finding)),
            Said::Finding(finding, None) => findings::message(finding),
            Said::Cell(.., words) => words.clone(),
            Said::Column(column, heading) => texts::unread_column(*column, heading),
            Said::Moved => texts::MOVED.to_owned(),
            Said::Undated(_) => texts::undated(),
            Said::Noted(_, text) => texts::noted(text),
            Said::Unset(written, cells) => texts::unset(written, *cells),
            Said::Namesake(other) => texts::namesake(other.as_ref().map(|(file, row)| (file.as_str(), *row))),
        }
    }

    /// The source of the rule.
    pub fn source(&self) -> Option<String> {
        match self {
            Said::Finding(finding, _) => findings::source(finding),
            _ => None,
        }
    }
}
