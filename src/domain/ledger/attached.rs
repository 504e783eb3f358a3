//! Typed records that belong to a candidate: relatives, periods of work, study and stays abroad, verification letters,
//! helpers, return notes. The dossier that they form is in `admission::dossier`.

use crate::domain::schema::choice::{Answer, InquirySubject, Relation};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::month::{Month, When};

/// A relative, as far as rules need one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Name.
    pub name: Option<String>,
    /// Relation to the applicant.
    pub relation: Option<Relation>,
    /// Birth date.
    pub birth: Option<When>,
    /// Whether a year or date of death is entered.
    pub died: bool,
    /// Whether the relative is a member whose file declares everything.
    pub is_member: bool,
    /// Whether the relative is exempt from verification for another reason.
    pub is_exempt: bool,
    /// Day verification was requested.
    pub asked: Option<Day>,
    /// Day of the answer.
    pub answered: Option<Day>,
}

/// A period of work, study or stay abroad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First month.
    pub from: Option<Month>,
    /// Last month; `None` if ongoing.
    pub to: Option<Month>,
}

/// A letter that asks for verification.
#[doc(alias = "yêu cầu thẩm tra")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inquiry {
    /// Addressee.
    pub place: Option<String>,
    /// Subject.
    pub subject: Option<InquirySubject>,
    /// Day it was sent.
    pub sent: Option<Day>,
    /// Day an answer is due, as stated in the letter.
    pub due: Option<Day>,
    /// Day of the last reminder.
    pub reminded: Option<Day>,
    /// Day of the answer.
    pub answered: Option<Day>,
}

/// A member who helps the candidate.
#[doc(alias = "đảng viên giúp đỡ")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Name.
    pub name: Option<String>,
    /// First day.
    pub since: Option<Day>,
    /// Last day.
    pub until: Option<Day>,
}

impl Helper {
    /// Whether the member helps on `on`.
    pub fn helps(&self, on: Day) -> bool {
        self.since.is_none_or(|since| since <= on) && self.until.is_none_or(|until| on <= until)
    }
}

/// A reason why a dossier was returned.
#[doc(alias = "hồ sơ trả lại")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The field to correct.
    pub item: Option<Field>,
    /// What to correct.
    pub text: Option<String>,
    /// Who returned the dossier.
    pub by: Option<String>,
    /// Day it was returned.
    pub day: Option<Day>,
    /// Whether it is not corrected yet.
    pub open: bool,
}

/// A change of the cell that follows the candidate.
#[doc(alias = "chuyển chi bộ")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// First day in the new cell.
    pub day: Option<Day>,
    /// The new cell; `None` if the person came from outside.
    pub to: Option<RecordId>,
    /// Where the person came from, if that is outside.
    pub place: Option<String>,
    /// Day of the old committee's paper.
    pub letter: Option<Day>,
}

/// A record that belongs to a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attached {
    /// A relative.
    Relative(Relative),
    /// A period.
    Span(Span),
    /// Date of an award or a disciplinary measure.
    Dated(Option<When>),
    /// A dossier section kept on paper.
    Paper,
    /// A verification letter.
    Inquiry(Inquiry),
    /// A member who helps.
    Helper(Helper),
    /// A reason why the dossier was returned.
    Note(Note),
    /// A change of cell.
    Move(Move),
}

impl Attached {
    /// Reads the typed values of a record of this kind.
    pub fn read(kind: RecordKind, entries: &dyn Entries) -> Attached {
        let span =
            |(from, to)| Attached::Span(Span { from: entry::month(entries, from), to: entry::month(entries, to) });
        match kind {
            RecordKind::Relative => Attached::Relative(Relative::read(entries)),
            RecordKind::Award => Attached::Dated(entry::when(entries, Field::AwardWhen)),
            RecordKind::Discipline => Attached::Dated(entry::when(entries, Field::DisciplineWhen)),
            RecordKind::Inquiry => Attached::Inquiry(Inquiry {
                place: entry::text(entries, Field::InquiryPlace),
                subject: entry::written(entries, Field::InquirySubject).and_then(InquirySubject::from_key),
                sent: entry::day(entries, Field::InquirySent),
                due: entry::day(entries, Field::InquiryDue),
                reminded: entry::day(entries, Field::InquiryReminded),
                answered: entry::day(entries, Field::InquiryAnswered),
            }),
            RecordKind::Helper => Attached::Helper(Helper {
                name: entry::text(entries, Field::HelperName),
                since: entry::day(entries, Field::HelperSince),
                until: entry::day(entries, Field::HelperUntil),
            }),
            RecordKind::Note => Attached::Note(Note {
                item: entry::written(entries, Field::NoteItem)
                    .and_then(|key| Field::from_key(RecordKind::Candidate, key)),
                text: entry::text(entries, Field::NoteText),
                by: entry::text(entries, Field::NoteBy),
                day: entry::day(entries, Field::NoteDay),
                open: entries.text(Field::NoteMended).is_none(),
            }),
            RecordKind::Move => Attached::Move(Move {
                day: entry::day(entries, Field::MoveDay),
                to: entry::reference(entries, Field::MoveTo),
                place: entry::text(entries, Field::MovePlace),
                letter: entry::day(entries, Field::MoveLetter),
            }),
            _ => months(kind).map_or(Attached::Paper, span),
        }
    }

    /// Sort key: relatives in the order of [`Relation`], everything else by date; undated records come last.
    pub fn order(&self) -> String {
        let time = match self {
            Attached::Relative(relative) => {
                let place = relative.relation.map_or(99, |relation| relation as u8);
                return format!("{place:02} {}", relative.birth.map(When::iso).unwrap_or_default());
            }
            Attached::Span(span) => span.from.map(Month::iso),
            Attached::Dated(when) => when.map(When::iso),
            Attached::Inquiry(inquiry) => inquiry.sent.map(Day::iso),
            Attached::Helper(helper) => helper.since.map(Day::iso),
            Attached::Note(note) => note.day.map(Day::iso),
            Attached::Move(found) => found.day.map(Day::iso),
            Attached::Paper => None,
        };
        time.unwrap_or_else(|| "~".to_owned())
    }
}

/// The fields of the first and last month, for kinds of record that have them.
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

/// The answer in a yes-or-no field.
pub fn says_yes(entries: &dyn Entries, field: Field) -> Option<bool> {
    let answer = Answer::from_key(entry::written(entries, field)?)?;
    Some(answer == Answer::Yes)
}
