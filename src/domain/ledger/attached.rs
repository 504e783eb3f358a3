//! Records that belong to a candidate, as typed values: relatives, times of work, study and stays
//! abroad, letters about verification, helpers, notes. What they come to together is in `dossier`.

use crate::domain::schema::choice::{Answer, InquirySubject, Relation};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::value::day::Day;
use crate::domain::value::month::{Month, When};

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

/// A letter that asks for verification.
#[doc(alias = "yêu cầu thẩm tra")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inquiry {
    /// Where it went.
    pub place: Option<String>,
    /// Whom it asks about.
    pub subject: Option<InquirySubject>,
    /// Day on which it went.
    pub sent: Option<Day>,
    /// Day by which an answer is due, as written in it.
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
    /// Whether the member helps on a day.
    pub fn helps(&self, on: Day) -> bool {
        self.since.is_none_or(|since| since <= on) && self.until.is_none_or(|until| on <= until)
    }
}

/// What a dossier came back for.
#[doc(alias = "hồ sơ trả lại")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The field that is to be mended.
    pub item: Option<Field>,
    /// What is to be mended.
    pub text: Option<String>,
    /// Who sent it back.
    pub by: Option<String>,
    /// When.
    pub day: Option<Day>,
    /// Whether it still waits to be mended.
    pub open: bool,
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
    /// A letter about verification.
    Inquiry(Inquiry),
    /// A member who helps.
    Helper(Helper),
    /// What the dossier came back for.
    Note(Note),
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
            Attached::Inquiry(inquiry) => inquiry.sent.map(Day::iso),
            Attached::Helper(helper) => helper.since.map(Day::iso),
            Attached::Note(note) => note.day.map(Day::iso),
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
