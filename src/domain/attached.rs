//! Records that belong to a candidate, as typed values: relatives, and times of work, study and
//! stays abroad. What they come to together is in `dossier`.

use super::choice::{Answer, Relation};
use super::day::Day;
use super::entry::{self, Entries};
use super::field::Field;
use super::id::RecordKind;
use super::month::{Month, When};

/// A relative: what rules ask about one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Name.
    pub name: Option<String>,
    /// What the person is to the applicant.
    pub relation: Option<Relation>,
    /// Birth, as well as it is known.
    pub birth: Option<When>,
    /// Whether the person has died.
    pub died: bool,
    /// Whether the person is a member whose file declares everything.
    pub is_member: bool,
    /// Whether no verification is asked for, for whatever reason.
    pub is_exempt: bool,
    /// Day on which verification was asked for.
    pub asked: Option<Day>,
    /// Day of the answer.
    pub answered: Option<Day>,
}

/// A time of work, study or a stay abroad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First month.
    pub from: Option<Month>,
    /// Last month; `None` up to now.
    pub to: Option<Month>,
}

/// A record that belongs to a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attached {
    /// A relative.
    Relative(Relative),
    /// A time of something.
    Span(Span),
    /// An award or a measure: when.
    Dated(Option<When>),
    /// What is known of a paper.
    Paper,
}

impl Attached {
    /// Reads the texts of a record of this kind.
    pub fn read(kind: RecordKind, entries: &dyn Entries) -> Attached {
        let span =
            |(from, to)| Attached::Span(Span { from: entry::month(entries, from), to: entry::month(entries, to) });
        match kind {
            RecordKind::Relative => Attached::Relative(Relative::read(entries)),
            RecordKind::Award => Attached::Dated(entry::when(entries, Field::AwardWhen)),
            RecordKind::Discipline => Attached::Dated(entry::when(entries, Field::DisciplineWhen)),
            _ => months(kind).map_or(Attached::Paper, span),
        }
    }

    /// Sort key: relatives in the order of their list, everything else by its time; what has none
    /// comes last.
    pub fn order(&self) -> String {
        let time = match self {
            Attached::Relative(relative) => {
                let place = relative.relation.map_or(99, |relation| relation as u8);
                return format!("{place:02} {}", relative.birth.map(When::iso).unwrap_or_default());
            }
            Attached::Span(span) => span.from.map(Month::iso),
            Attached::Dated(when) => when.map(When::iso),
            Attached::Paper => None,
        };
        time.unwrap_or_else(|| "~".to_owned())
    }
}

/// The fields of first and last month of a kind of record that has them.
pub const fn months(kind: RecordKind) -> Option<(Field, Field)> {
    Some(match kind {
        RecordKind::Job => (Field::JobFrom, Field::JobTo),
        RecordKind::Study => (Field::StudyFrom, Field::StudyTo),
        RecordKind::Trip => (Field::TripFrom, Field::TripTo),
        _ => return None,
    })
}

impl Relative {
    fn read(entries: &dyn Entries) -> Relative {
        let yes = |field| says_yes(entries, field) == Some(true);
        Relative {
            name: entry::text(entries, Field::RelativeName),
            relation: entry::written(entries, Field::RelativeRelation).and_then(Relation::from_key),
            birth: entry::when(entries, Field::RelativeBirth),
            died: entries.text(Field::RelativeDeath).is_some(),
            is_member: yes(Field::RelativeIsMember),
            is_exempt: yes(Field::RelativeIsExempt),
            asked: entry::day(entries, Field::RelativeAsked),
            answered: entry::day(entries, Field::RelativeAnswered),
        }
    }
}

/// The answer in a field of yes and no.
pub fn says_yes(entries: &dyn Entries, field: Field) -> Option<bool> {
    let answer = Answer::from_key(entry::written(entries, field)?)?;
    Some(answer == Answer::Yes)
}
