//! Notices: a message with possible actions.

use super::badge::Tone;
use crate::views::el::{El, el};

/// A notice. Warnings and errors interrupt a screen reader, others wait.
pub fn notice(tone: Tone, words: &str, more: Option<&str>, actions: Vec<El>) -> El {
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    let mut body = el("div", "notice-words").child(el("p", "notice-title").text(words));
    if let Some(more) = more {
        body = body.child(el("p", "").text(more));
    }
    let actions = el("div", "notice-actions").children(actions);
    el("div", "notice").toned(tone).fixed("role", role).child(body).child(actions)
}
