//! A candidate's dossier as a whole: the candidate's own fields, the attached records, and the level of keeping. Errors
//! in it are found by `checks`.

use super::finding::{Finding, Severity};
use super::limits::{self, MeetingLimits};
use crate::domain::ledger::Ledger;
use crate::domain::ledger::attached::{Attached, Note, Relative, Span, says_yes};
use crate::domain::ledger::candidate::Candidate;
use crate::domain::regulation::{InForce, Key, Regulation};
use crate::domain::schema::choice::{Level, OrganizationKind};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::{Field, Need};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::section::Section;
use crate::domain::value::day::Day;
use crate::domain::value::month::When;

/// A dossier, evaluated on a day.
#[derive(Clone, Copy)]
pub struct Dossier<'a> {
    /// The candidate.
    pub id: &'a RecordId,
    /// The candidate's texts.
    pub entries: &'a dyn Entries,
    /// The ledger with the attached records.
    pub ledger: &'a Ledger,
    /// The level of keeping.
    pub level: Level,
    /// The current day.
    pub today: Day,
    /// The day of the cell's meeting.
    pub meeting: Option<Day>,
}

fn cell(ledger: &Ledger, id: &RecordId, entries: &dyn Entries) -> Option<RecordId> {
    let first = entry::reference(entries, Field::CandidateCell);
    ledger.candidate(id).filter(|found| !found.moves.is_empty()).and_then(|found| found.cell.clone()).or(first)
}

impl<'a> Dossier<'a> {
    /// The dossier of a candidate.
    pub fn new(ledger: &'a Ledger, id: &'a RecordId, entries: &'a dyn Entries, today: Day) -> Dossier<'a> {
        let cell = cell(ledger, id, entries);
        let level = cell.map_or(Level::Steps, |cell| ledger.level(&cell));
        Dossier { id, entries, ledger, level, today, meeting: entry::day(entries, Field::CellMeeting) }
    }

    /// The law day: the day whose law applies and on which ages are computed; see [`limits::law_day`].
    pub fn on(&self) -> Day {
        limits::law_day(self.meeting, self.day(Field::Decision), self.day(Field::Ceremony), self.today)
    }

    /// The regulation, with what the book adds to it.
    pub fn regulation(&self) -> &'a Regulation {
        self.ledger.regulation()
    }

    /// The value of `key` by the law of [`Dossier::on`].
    pub fn in_force(&self, key: Key) -> Option<InForce> {
        self.regulation().in_force(key, self.on())
    }

    /// The limits for the cell's meeting by the law of [`Dossier::on`].
    pub fn limits(&self) -> MeetingLimits {
        MeetingLimits::on(self.regulation(), self.on())
    }

    /// The last day on which the class certificate is valid.
    pub fn certificate_ends(&self) -> Option<Day> {
        self.limits().certificate_ends(self.day(Field::Certificate)?)
    }

    /// The cell that follows the candidate, after all moves.
    pub fn cell(&self) -> Option<RecordId> {
        cell(self.ledger, self.id, self.entries)
    }

    /// The latest move that began by `on`, to another cell or from outside.
    pub fn moved(&self, on: Day) -> Option<Day> {
        let days = self.in_order(RecordKind::Move).into_iter().filter_map(|(_, found)| match found {
            Attached::Move(found) => found.day.filter(|day| *day <= on),
            _ => None,
        });
        days.max()
    }

    /// Whether the cell is one of a village or a street quarter.
    pub fn is_of_home(&self) -> bool {
        let kind = self.cell().and_then(|cell| self.ledger.organization(&cell)?.kind);
        matches!(kind, Some(OrganizationKind::Village | OrganizationKind::StreetQuarter))
    }

    /// Whether the cell has met. A day in the future is a planned meeting.
    pub fn has_met(&self) -> bool {
        self.meeting.is_some_and(|meeting| meeting <= self.today)
    }

    /// The date of a field with the precision entered.
    pub fn when(&self, field: Field) -> Option<When> {
        entry::when(self.entries, field)
    }

    /// The candidate's typed values.
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

    /// The key of the list entry in a field.
    pub fn chosen(&self, field: Field) -> Option<&'static str> {
        entry::chosen(self.entries, field).map(|choice| choice.key)
    }

    /// The answer in a yes-or-no field.
    pub fn says_yes(&self, field: Field) -> Option<bool> {
        says_yes(self.entries, field)
    }

    /// Whether a field is not empty.
    pub fn has(&self, field: Field) -> bool {
        self.entries.text(field).is_some_and(|text| !text.trim().is_empty())
    }

    /// Lowers a finding to a warning until the cell has met, since the defect may be corrected by then.
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

    /// Reasons why the dossier was returned.
    pub fn notes(&self) -> impl Iterator<Item = (&'a RecordId, &'a Note)> {
        self.ledger.attached(RecordKind::Note, self.id).filter_map(|(id, found)| match found {
            Attached::Note(note) => Some((id, note)),
            _ => None,
        })
    }

    /// Periods of a kind by first month; those without one come last.
    pub fn spans(&self, kind: RecordKind) -> Vec<(&'a RecordId, Span)> {
        let mut spans = Vec::new();
        for (id, found) in self.in_order(kind) {
            if let Attached::Span(span) = found {
                spans.push((id, *span));
            }
        }
        spans
    }

    /// Number of rows in a section.
    pub fn rows(&self, section: Section) -> usize {
        section.attached().map_or(0, |kind| self.ledger.attached(kind, self.id).fold(0, |rows, _| rows + 1))
    }

    /// Whether the content of a section stays on paper.
    pub fn on_paper(&self, section: Section) -> bool {
        section.level() > self.level
    }

    /// Whether a section applies: a former membership only if there was one.
    fn is_asked(&self, section: Section) -> bool {
        !self.on_paper(section) && (section != Section::Readmission || self.was_member())
    }

    /// Whether the résumé uses the form in force before 2025.
    pub fn old_form(&self) -> bool {
        self.day(Field::Resume).is_some_and(|day| day.year() < 2025)
    }

    /// The fields of a section in the order of the form used.
    pub fn order(&self, section: Section) -> Vec<Field> {
        let fields = Field::in_section(section);
        if !self.old_form() {
            return fields.collect();
        }
        crate::domain::value::letters::in_order(fields, |field| {
            field.old_item().map_or_else(|| "99".to_owned(), |item| format!("{:02}", item.0))
        })
    }

    /// The attached records of a kind in the order of [`Attached::order`].
    pub fn in_order(&self, kind: RecordKind) -> Vec<(&'a RecordId, &'a Attached)> {
        crate::domain::value::letters::in_order(self.ledger.attached(kind, self.id), |(_, found)| found.order())
    }

    /// Whether the person was a member before.
    pub fn was_member(&self) -> bool {
        self.says_yes(Field::WasMember) == Some(true) || self.has(Field::FirstAdmission)
    }

    /// The required fields of a section that are empty.
    pub fn missing(&self, section: Section) -> impl Iterator<Item = Field> + '_ {
        let needed = self.is_asked(section).then(|| Field::in_section(section)).into_iter().flatten();
        needed.filter(|field| field.spec().need != Need::Optional && !self.has(*field))
    }

    /// How complete a section is.
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

/// How complete a dossier section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Number of required fields.
    pub needed: usize,
    /// Number of these that are empty.
    pub missing: usize,
    /// Whether the section has any field or row.
    pub any: bool,
}
