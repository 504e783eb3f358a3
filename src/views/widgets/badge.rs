//! Badges: status of a target, stage of a candidate, number of findings.

use crate::domain::admission::finding::Severity;
use crate::domain::calculator::progress::Status;
use crate::domain::ledger::candidate::Stage;
use crate::text::{findings, standing, words};
use crate::views::el::{El, el};

/// Tone of a badge. Always expressed by wording and shape too, never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Done.
    Good,
    /// In progress.
    Calm,
    /// Needs attention.
    Warn,
    /// Wrong.
    Bad,
}

impl Tone {
    /// Name used by the style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Good => "good",
            Tone::Calm => "calm",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
        }
    }
}

/// A badge with a text.
pub fn badge(tone: Tone, words: &str) -> El {
    el("span", "badge").toned(tone).text(words)
}

/// Badge of a target's status.
pub fn status(at: Status) -> El {
    badge(status_tone(at), standing::status(at))
}

/// Tone of a status.
pub const fn status_tone(status: Status) -> Tone {
    match status {
        Status::Exceeded | Status::Met => Tone::Good,
        Status::OnPace | Status::NotComputable => Tone::Calm,
        Status::Behind => Tone::Warn,
        Status::Missed | Status::OutOfReach => Tone::Bad,
    }
}

/// Badge of a candidate's stage.
pub fn stage(stage: Stage) -> El {
    let tone = if stage >= Stage::Admitted { Tone::Good } else { Tone::Calm };
    badge(tone, words::stage(stage))
}

/// Tone of a severity.
pub const fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Blocks => Tone::Bad,
        Severity::Warns => Tone::Warn,
        Severity::Hints => Tone::Calm,
    }
}

/// Badge of a severity.
pub fn severity(severity: Severity) -> El {
    badge(severity_tone(severity), findings::severity(severity))
}
