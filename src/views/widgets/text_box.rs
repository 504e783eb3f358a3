//! A text box that never interferes with typing: its text is in `data-shows` and is applied by
//! `platform::dom::show_all` after rendering, unless the box is focused. So input methods can
//! compose and the caret stays.

use super::field_row::FieldRow;
use crate::app::action::Action;
use crate::platform::dom;
use crate::views::Act;
use crate::views::el::{El, To, el};

/// Renders the text box of a row. `keyboard` is the input mode: `text`, `numeric`, `tel` or `search`.
pub fn text_box(act: &Act, row: &FieldRow, value: &str, keyboard: &'static str, to: To) -> El {
    let text_box = el("input", "box").fixed("type", "text").fixed("inputmode", keyboard);
    filled(text_box, act, row, value, to)
}

/// Renders a multi-line text box.
pub fn text_area(act: &Act, row: &FieldRow, value: &str, to: To) -> El {
    filled(el("textarea", "box").fixed("rows", "8"), act, row, value, to)
}

fn filled(text_box: El, act: &Act, row: &FieldRow, value: &str, to: To) -> El {
    let leaves = matches!(to, To::Field(..) | To::AsOf);
    let text_box = text_box
        .attr("id", &row.id)
        .attr(dom::SHOWS, value)
        .fixed("autocomplete", "off")
        .maybe("placeholder", row.placeholder)
        .maybe("aria-describedby", row.described_by().as_deref())
        .flag("aria-invalid", row.blocked)
        .flag("aria-required", row.needed)
        .writes("input", act, to.clone())
        // Some ways of filling or clearing a text box only send `change`.
        .writes("change", act, to);
    if leaves { text_box.tells("blur", act, Action::Left) } else { text_box }
}
