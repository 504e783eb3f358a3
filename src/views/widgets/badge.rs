//! Small marks: where a target stands, how far a candidate is, how many findings there are.

use yew::prelude::*;

use crate::domain::check::Severity;
use crate::domain::progress::Status;
use crate::domain::records::Stage;
use crate::text::vi::{findings, standing, words};

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
    /// Class that colours a widget in this tone.
    pub const fn class(self) -> &'static str {
        match self {
            Tone::Good => "tone-good",
            Tone::Calm => "tone-calm",
            Tone::Warn => "tone-warn",
            Tone::Bad => "tone-bad",
        }
    }
}

/// A mark with words.
pub fn badge(tone: Tone, words: &str) -> Html {
    html! { <span class={classes!("badge", tone.class())}>{ words }</span> }
}

/// Where a target stands.
pub fn status(at: Status) -> Html {
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
pub fn stage(stage: Stage) -> Html {
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
pub fn severity(severity: Severity) -> Html {
    badge(severity_tone(severity), findings::severity(severity))
}
