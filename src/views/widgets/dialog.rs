//! A modal question. The shell focuses it; Escape is the harmless answer.

use super::button::{Weight, button};
use crate::app::action::Action;
use crate::text::words;
use crate::views::Act;
use crate::views::el::{El, el};

/// Element id, for the focus.
pub const ID: &str = "question";

/// Renders the dialog. `about` explains the consequence of `yes`, the label of the confirming
/// button; `weight` says whether it is destructive.
pub fn dialog(act: &Act, title: &str, about: &str, yes: &str, weight: Weight) -> El {
    let no = if weight == Weight::Danger { words::CANCEL } else { words::CLOSE };
    let answers = el("div", "dialog-answers").child(button(no, Weight::Plain, act, Action::Dismissed)).child(button(
        yes,
        weight,
        act,
        Action::Confirmed,
    ));
    let dialog = el("div", "dialog")
        .fixed("id", ID)
        .fixed("role", "alertdialog")
        .fixed("aria-modal", "true")
        .fixed("aria-labelledby", "question-title")
        .fixed("aria-describedby", "question-about")
        .fixed("tabindex", "-1")
        .escapes(act, Action::Dismissed)
        .child(el("h2", "").fixed("id", "question-title").text(title))
        .child(el("p", "").fixed("id", "question-about").text(about))
        .child(answers);
    el("div", "dialog-shade").child(dialog)
}
