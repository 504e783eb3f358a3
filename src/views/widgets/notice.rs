//! Notices: something to know, with what can be done about it.

use super::badge::Tone;
use crate::views::el::{El, el};

/// A notice. Those that tell of trouble interrupt a screen reader, others wait.
pub fn notice(tone: Tone, words: &str, more: Option<&str>, actions: Vec<El>) -> El {
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    let mut told = el("div", "notice-words").child(el("p", "notice-title").text(words));
    if let Some(more) = more {
        told = told.child(el("p", "").text(more));
    }
    let actions = el("div", "notice-actions").children(actions);
    el("div", "notice").toned(tone).fixed("role", role).child(told).child(actions)
}
