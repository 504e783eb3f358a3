//! A candidate's dossier as one thing: the candidate's own fields, the relatives and times that
//! belong to it, and how much of it this book keeps. What is wrong in it is in `check` and `rules`.

use super::finding::{Finding, Severity};
use super::limits::{self, MeetingLimits};
use crate::domain::ledger::Ledger;
use crate::domain::ledger::attached::{Attached, Note, Relative, Span, says_yes};
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::{Level, OrganizationKind};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::{Field, Need};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::section::Section;
use crate::domain::value::day::Day;
use crate::domain::value::month::When;

/// A dossier on a day.
#[derive(Clone, Copy)]
pub struct Dossier<'a> {
    /// Which candidate.
    pub id: &'a RecordId,
    /// The candidate's texts.
    pub entries: &'a dyn Entries,
    /// What belongs to the candidate.
    pub ledger: &'a Ledger,
    /// How much is kept.
    pub level: Level,
    /// The day on which it is looked at.
    pub today: Day,
    /// The day of the cell's meeting.
    pub meeting: Option<Day>,
}

impl<'a> Dossier<'a> {
    /// The dossier of a candidate.
    pub fn new(ledger: &'a Ledger, id: &'a RecordId, entries: &'a dyn Entries, today: Day) -> Dossier<'a> {
        let cell = entry::reference(entries, Field::CandidateCell);
        let level = cell.map_or(Level::Steps, |cell| ledger.level(&cell));
        Dossier { id, entries, ledger, level, today, meeting: entry::day(entries, Field::CellMeeting) }
    }

    /// The day by which rules are chosen and ages counted: that of the meeting, of what is known
    /// to have followed it, or today while there is nothing of the kind.
    pub fn on(&self) -> Day {
        limits::law_day(self.meeting, self.day(Field::Decision), self.day(Field::Ceremony), self.today)
    }

    /// The limits for the cell's meeting by the law of [`Dossier::on`].
    pub fn limits(&self) -> MeetingLimits {
        MeetingLimits::on(self.on())
    }

    /// The last day on which the class certificate is good.
    pub fn certificate_ends(&self) -> Option<Day> {
        self.limits().certificate_ends(self.day(Field::Certificate)?)
    }

    /// Whether the cell is one of a village or a street quarter.
    pub fn is_of_home(&self) -> bool {
        let cell = entry::reference(self.entries, Field::CandidateCell);
        let kind = cell.and_then(|cell| self.ledger.organization(&cell)?.kind);
        matches!(kind, Some(OrganizationKind::Village | OrganizationKind::StreetQuarter))
    }

    /// Whether the cell has met: a meeting may also be planned.
    pub fn has_met(&self) -> bool {
        self.meeting.is_some_and(|meeting| meeting <= self.today)
    }

    /// The date of a field, as well as it is known.
    pub fn when(&self, field: Field) -> Option<When> {
        entry::when(self.entries, field)
    }

    /// What rules and the calculator read.
    pub fn candidate(&self) -> Candidate {
        Candidate::read(self.entries)
    }

    /// The day of a field.
    pub fn day(&self, field: Field) -> Option<Day> {
        entry::day(self.entries, field)
    }

    /// The text of a field.
    pub fn text(&self, field: Field) -> Option<String> {
        entry::text(self.entries, field).filter(|text| !text.is_empty())
    }

    /// Key of the choice of a field.
    pub fn chosen(&self, field: Field) -> Option<&'static str> {
        entry::chosen(self.entries, field).map(|choice| choice.key)
    }

    /// Whether a field answers yes.
    pub fn says_yes(&self, field: Field) -> Option<bool> {
        says_yes(self.entries, field)
    }

    /// Whether anything stands in a field.
    pub fn has(&self, field: Field) -> bool {
        self.entries.text(field).is_some_and(|text| !text.trim().is_empty())
    }

    /// A finding that sends the dossier back once the cell has met; before that it only warns,
    /// since it may be right by then.
    pub fn weighs(&self, finding: Finding) -> Finding {
        if self.has_met() {
            return finding;
        }
        let severity = finding.severity.min(Severity::Warns);
        finding.weighing(severity)
    }

    /// The relatives.
    pub fn relatives(&self) -> impl Iterator<Item = (&'a RecordId, &'a Relative)> {
        self.ledger.attached(RecordKind::Relative, self.id).filter_map(|(id, found)| match found {
            Attached::Relative(relative) => Some((id, relative)),
            _ => None,
        })
    }

    /// What the dossier came back for.
    pub fn notes(&self) -> impl Iterator<Item = (&'a RecordId, &'a Note)> {
        self.ledger.attached(RecordKind::Note, self.id).filter_map(|(id, found)| match found {
            Attached::Note(note) => Some((id, note)),
            _ => None,
        })
    }

    /// Times of one kind, in the order of their first months; those without one last.
    pub fn spans(&self, kind: RecordKind) -> Vec<(&'a RecordId, Span)> {
        let mut spans = Vec::new();
        for (id, found) in self.in_order(kind) {
            if let Attached::Span(span) = found {
                spans.push((id, *span));
            }
        }
        spans
    }

    /// How many records hang on a part.
    pub fn rows(&self, section: Section) -> usize {
        section.attached().map_or(0, |kind| self.ledger.attached(kind, self.id).fold(0, |rows, _| rows + 1))
    }

    /// Whether the content of a part stays on paper.
    pub fn on_paper(&self, section: Section) -> bool {
        section.level() > self.level
    }

    /// Whether the part is asked about at all: an earlier membership is, once there was one.
    fn is_asked(&self, section: Section) -> bool {
        !self.on_paper(section) && (section != Section::Readmission || self.was_member())
    }

    /// Whether the résumé is written on the form of before 2025.
    pub fn old_form(&self) -> bool {
        self.day(Field::Resume).is_some_and(|day| day.year() < 2025)
    }

    /// The fields of a part in the order of the form that the résumé is written on.
    pub fn order(&self, section: Section) -> Vec<Field> {
        let fields = Field::in_section(section);
        if !self.old_form() {
            return fields.collect();
        }
        crate::domain::value::letters::in_order(fields, |field| {
            field.old_item().map_or_else(|| "99".to_owned(), |item| format!("{:02}", item.0))
        })
    }

    /// The records of a kind that hang on the dossier, in the order in which people look for them.
    pub fn in_order(&self, kind: RecordKind) -> Vec<(&'a RecordId, &'a Attached)> {
        crate::domain::value::letters::in_order(self.ledger.attached(kind, self.id), |(_, found)| found.order())
    }

    /// Whether the person has been a member before.
    pub fn was_member(&self) -> bool {
        self.says_yes(Field::WasMember) == Some(true) || self.has(Field::FirstAdmission)
    }

    /// The fields of a part that a complete dossier has, and that are empty.
    pub fn missing(&self, section: Section) -> impl Iterator<Item = Field> + '_ {
        let needed = self.is_asked(section).then(|| Field::in_section(section)).into_iter().flatten();
        needed.filter(|field| field.spec().need != Need::Optional && !self.has(*field))
    }

    /// How far a part is filled in.
    pub fn filled(&self, section: Section) -> Filled {
        let needed = Field::in_section(section).filter(|field| field.spec().need != Need::Optional);
        let all = if self.is_asked(section) { needed.fold(0, |count, _| count + 1) } else { 0 };
        let missing = self.missing(section).fold(0, |count, _| count + 1);
        let any = Field::in_section(section).any(|field| self.has(field)) || self.rows(section) > 0;
        Filled { needed: all, missing, any }
    }
}

impl std::fmt::Debug for Dossier<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "dossier of {} on {:?}", self.id, self.today)
    }
}

/// How far a part of a dossier is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Fields that a complete dossier has.
    pub needed: usize,
    /// Of them empty.
    pub missing: usize,
    /// Whether anything stands in the part.
    pub any: bool,
}
