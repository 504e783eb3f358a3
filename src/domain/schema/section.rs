//! Parts of forms. Those of a candidate's dossier also say from which level of keeping on their
//! content is kept in the book, and which records hang on them. Their fields are in `field`.

use super::choice::Level;
use super::id::{RecordId, RecordKind};
use crate::domain::value::letters::split_last;

/// Part of a form under a heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the record is about.
    Main,
    /// Who the candidate is.
    Identity,
    /// Other names, places and numbers of the candidate.
    Details,
    /// Education and Youth Union, as far as rules ask for them.
    Learning,
    /// What else the candidate has learnt.
    Skills,
    /// An earlier membership.
    Readmission,
    /// The candidate's own account of their life.
    Life,
    /// Occupations, month by month.
    Jobs,
    /// What is asked of certain times in history.
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
    /// From being introduced to application and résumé.
    Preparation,
    /// Members who help the candidate.
    Helpers,
    /// Who introduces the candidate.
    Introducers,
    /// Requests for verification, and whether answers came.
    Verification,
    /// The cell's meeting and its vote.
    Meeting,
    /// Decision and ceremony.
    Admission,
    /// What is done in the twelve months of probation.
    Probation,
    /// The end of probation.
    Recognition,
    /// What the dossier came back for.
    Returns,
    /// The end of following the person, short of membership.
    Ending,
    /// Consent, and how long the record may be kept.
    Keeping,
    /// Parts of a total by professional qualification.
    ByQualification,
    /// Parts of a total by kind of cell.
    ByCellKind,
    /// How long steps usually take.
    Usual,
    /// How long steps take at least.
    Least,
    /// How many people of each group are known.
    Known,
}

/// What several parts of a dossier have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// The résumé.
    #[doc(alias = "lý lịch")]
    Resume,
    /// What is done until the person is a member.
    Steps,
    /// How the record is kept.
    Keeping,
}

impl Section {
    /// The parts of a dossier, in the order of its pages.
    pub const DOSSIER: [Section; 25] = [
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
        Section::Ending,
        Section::Keeping,
    ];

    /// Name in addresses and in ids of papers. Never changes.
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

    /// The part of a dossier of this name.
    pub fn from_word(word: &str) -> Option<Section> {
        Section::DOSSIER.into_iter().find(|section| section.word() == word)
    }

    /// The lowest level at which its content is kept in the book.
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

    /// The kind of records that hang on the part.
    pub const fn attached(self) -> Option<RecordKind> {
        Some(match self {
            Section::Jobs => RecordKind::Job,
            Section::Studies => RecordKind::Study,
            Section::Trips => RecordKind::Trip,
            Section::Awards => RecordKind::Award,
            Section::Disciplines => RecordKind::Discipline,
            Section::Family => RecordKind::Relative,
            Section::Helpers => RecordKind::Helper,
            Section::Verification => RecordKind::Inquiry,
            Section::Returns => RecordKind::Note,
            _ => return None,
        })
    }

    /// The part of a dossier that records of this kind hang on.
    pub fn of_attached(kind: RecordKind) -> Option<Section> {
        Section::DOSSIER.into_iter().find(|section| section.attached() == Some(kind))
    }

    /// What the part belongs to.
    pub const fn chapter(self) -> Chapter {
        match self {
            Section::Preparation
            | Section::Helpers
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

    /// The record that says what is known of this part of a candidate's dossier while it is kept
    /// on paper: one and the same on every device.
    pub fn paper(self, candidate: &RecordId) -> Option<RecordId> {
        RecordId::attached(RecordKind::Paper, candidate, self.word())
    }

    /// The part of a dossier that a paper's record stands for.
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
