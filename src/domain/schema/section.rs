//! Sections of forms. A section of a candidate's dossier also determines the level of keeping from which its content
//! is stored in the book, and the kind of its rows. The fields are in `field`.

use super::choice::Level;
use super::id::{RecordId, RecordKind};
use crate::domain::value::letters::split_last;

/// A section of a form, with its own heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the record is about.
    Main,
    /// Who the candidate is.
    Identity,
    /// Other names, places and numbers of the candidate.
    Details,
    /// Education and Youth Union, as far as rules check them.
    Learning,
    /// Other education and skills.
    Skills,
    /// A former membership.
    Readmission,
    /// The candidate's own account of their life.
    Life,
    /// Employment history by month.
    Jobs,
    /// Answers about certain historical periods.
    Times,
    /// Courses and schools.
    Studies,
    /// Stays abroad.
    Trips,
    /// Awards.
    Awards,
    /// Disciplinary measures.
    Disciplines,
    /// Relatives on both sides.
    Family,
    /// Self-assessment and pledge.
    Pledge,
    /// From introduction to application and résumé.
    Preparation,
    /// Members who help the candidate.
    Helpers,
    /// Changes of the cell that follows the candidate.
    Moves,
    /// Who introduces the candidate.
    Introducers,
    /// Requests for verification and whether they were answered.
    Verification,
    /// The cell's meeting and its vote.
    Meeting,
    /// Decision and ceremony.
    Admission,
    /// The twelve months of probation.
    Probation,
    /// The end of probation.
    Recognition,
    /// Why the dossier was returned.
    Returns,
    /// Why the person is no longer followed, other than by becoming a member.
    Ending,
    /// Consent, and the retention period of the record.
    Keeping,
    /// Parts of a total by professional qualification.
    ByQualification,
    /// Parts of a total by kind of cell.
    ByCellKind,
    /// Usual duration of each step.
    Usual,
    /// Minimum duration of each step.
    Least,
    /// Number of known people in each group.
    Known,
}

/// A group of dossier sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// The résumé.
    #[doc(alias = "lý lịch")]
    Resume,
    /// The steps until the person is a member.
    Steps,
    /// Retention of the record.
    Keeping,
}

impl Section {
    /// The sections of a dossier, in display order.
    pub const DOSSIER: [Section; 26] = [
        Section::Identity,
        Section::Details,
        Section::Learning,
        Section::Skills,
        Section::Readmission,
        Section::Life,
        Section::Jobs,
        Section::Times,
        Section::Studies,
        Section::Trips,
        Section::Awards,
        Section::Disciplines,
        Section::Family,
        Section::Pledge,
        Section::Preparation,
        Section::Helpers,
        Section::Introducers,
        Section::Verification,
        Section::Meeting,
        Section::Admission,
        Section::Probation,
        Section::Recognition,
        Section::Returns,
        Section::Moves,
        Section::Ending,
        Section::Keeping,
    ];

    /// Name in URLs and in ids of paper records. Never changes.
    pub const fn word(self) -> &'static str {
        match self {
            Section::Main => "main",
            Section::Identity => "identity",
            Section::Details => "details",
            Section::Learning => "learning",
            Section::Skills => "skills",
            Section::Readmission => "readmission",
            Section::Life => "life",
            Section::Jobs => "jobs",
            Section::Times => "times",
            Section::Studies => "studies",
            Section::Trips => "trips",
            Section::Awards => "awards",
            Section::Disciplines => "disciplines",
            Section::Family => "family",
            Section::Pledge => "pledge",
            Section::Preparation => "preparation",
            Section::Helpers => "helpers",
            Section::Moves => "moves",
            Section::Introducers => "introducers",
            Section::Verification => "verification",
            Section::Meeting => "meeting",
            Section::Admission => "admission",
            Section::Probation => "probation",
            Section::Recognition => "recognition",
            Section::Returns => "returns",
            Section::Ending => "ending",
            Section::Keeping => "keeping",
            Section::ByQualification => "qualification",
            Section::ByCellKind => "cells",
            Section::Usual => "usual",
            Section::Least => "least",
            Section::Known => "known",
        }
    }

    /// The dossier section named `word`.
    pub fn from_word(word: &str) -> Option<Section> {
        Section::DOSSIER.into_iter().find(|section| section.word() == word)
    }

    /// The lowest level of keeping at which the content is stored in the book.
    pub const fn level(self) -> Level {
        match self {
            Section::Life | Section::Jobs | Section::Times | Section::Family => Level::Full,
            Section::Details
            | Section::Skills
            | Section::Readmission
            | Section::Studies
            | Section::Trips
            | Section::Awards
            | Section::Disciplines
            | Section::Pledge => Level::Form,
            _ => Level::Steps,
        }
    }

    /// The kind of the section's rows, if it has any.
    pub const fn attached(self) -> Option<RecordKind> {
        Some(match self {
            Section::Jobs => RecordKind::Job,
            Section::Studies => RecordKind::Study,
            Section::Trips => RecordKind::Trip,
            Section::Awards => RecordKind::Award,
            Section::Disciplines => RecordKind::Discipline,
            Section::Family => RecordKind::Relative,
            Section::Helpers => RecordKind::Helper,
            Section::Moves => RecordKind::Move,
            Section::Verification => RecordKind::Inquiry,
            Section::Returns => RecordKind::Note,
            _ => return None,
        })
    }

    /// The dossier section whose rows are of this kind.
    pub fn of_attached(kind: RecordKind) -> Option<Section> {
        Section::DOSSIER.into_iter().find(|section| section.attached() == Some(kind))
    }

    /// The chapter of the section.
    pub const fn chapter(self) -> Chapter {
        match self {
            Section::Preparation
            | Section::Helpers
            | Section::Moves
            | Section::Introducers
            | Section::Verification
            | Section::Meeting
            | Section::Admission
            | Section::Probation
            | Section::Recognition
            | Section::Returns
            | Section::Ending => Chapter::Steps,
            Section::Keeping => Chapter::Keeping,
            _ => Chapter::Resume,
        }
    }

    /// The id of the record about this section of a candidate's dossier while it is kept on paper. Derived from the
    /// candidate's id, so that all devices use the same record.
    pub fn paper(self, candidate: &RecordId) -> Option<RecordId> {
        RecordId::attached(RecordKind::Paper, candidate, self.word())
    }

    /// The dossier section that a paper record is about.
    pub fn of_paper(paper: &RecordId) -> Option<Section> {
        Section::from_word(split_last(paper.name(), b'_')?.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_their_words() {
        let candidate = RecordId::new(RecordKind::Candidate, 3);
        for section in Section::DOSSIER {
            assert_eq!(Section::from_word(section.word()), Some(section));
            let paper = section.paper(&candidate);
            assert_eq!(paper.as_ref().and_then(Section::of_paper), Some(section));
            assert_eq!(paper.and_then(|paper| paper.candidate()), Some(candidate.clone()));
        }
        for kind in RecordKind::ALL.into_iter().filter(|kind| kind.is_attached() && *kind != RecordKind::Paper) {
            assert_eq!(Section::of_attached(kind).and_then(Section::attached), Some(kind));
        }
        assert_eq!(Section::from_word("main"), None);
    }
}
