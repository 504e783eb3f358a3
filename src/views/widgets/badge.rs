//! Small marks: where a target stands, how far a candidate is, how many findings there are.

use crate::domain::admission::finding::Severity;
use crate::domain::calculator::progress::Status;
use crate::domain::ledger::candidate::Stage;
use crate::text::vi::{findings, standing, words};
use crate::views::el::{El, el};

/// The tone of a mark: said by word and form too, never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Done.
    Good,
    /// Under way.
    Calm,
    /// To look at.
    Warn,
    /// Wrong.
    Bad,
}

impl Tone {
    /// Name by which the style sheets colour a widget in this tone.
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Good => "good",
            Tone::Calm => "calm",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
        }
    }
}

/// A mark with words.
pub fn badge(tone: Tone, words: &str) -> El {
    el("span", "badge").toned(tone).text(words)
}

/// Where a target stands.
pub fn status(at: Status) -> El {
    badge(status_tone(at), standing::status(at))
}

/// The tone of a status.
pub const fn status_tone(status: Status) -> Tone {
    match status {
        Status::Exceeded | Status::Met => Tone::Good,
        Status::OnPace | Status::NotComputable => Tone::Calm,
        Status::Behind => Tone::Warn,
        Status::Missed | Status::OutOfReach => Tone::Bad,
    }
}

/// How far a candidate has come.
pub fn stage(stage: Stage) -> El {
    let tone = if stage >= Stage::Admitted { Tone::Good } else { Tone::Calm };
    badge(tone, words::stage(stage))
}

/// The tone of a finding.
pub const fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Blocks => Tone::Bad,
        Severity::Warns => Tone::Warn,
        Severity::Hints => Tone::Calm,
    }
}

/// How much a finding weighs.
pub fn severity(severity: Severity) -> El {
    badge(severity_tone(severity), findings::severity(severity))
}
