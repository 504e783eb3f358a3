//! Selection of one entry: radio buttons if there are few, otherwise a select element or a text box
//! with suggestions.

use super::button::{Weight, button};
use super::field_row::FieldRow;
use super::text_box::text_box;
use crate::app::action::Action;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::schema::lists::{self, Choice};
use crate::text::{hints, words};
use crate::views::Act;
use crate::views::el::{El, To, el};

/// An option: stored value and label.
pub type Entry = (String, String);

/// Maximum number of entries shown as radio buttons.
const FEW: usize = 3;

/// Whether `entries` options are shown as radio buttons with a group label, not as a select element.
pub const fn is_group(entries: usize) -> bool {
    entries <= FEW
}

/// A select element. A value that is not among the entries is shown as `unknown`, so that it is not lost.
pub fn list(act: &Act, row: &FieldRow, entries: &[Entry], chosen: &str, unknown: &str, to: To) -> El {
    let option = |key: &str, name: &str| {
        let option = el("option", "").key(key).attr("value", key);
        if key == chosen { option.fixed("selected", "") } else { option }.text(name)
    };
    let mut options = vec![option("", words::NOT_CHOSEN)];
    options.extend(entries.iter().map(|(key, name)| option(key, name)));
    if !chosen.is_empty() && entries.iter().all(|(key, _)| key != chosen) {
        options.push(option(chosen, unknown));
    }
    el("select", "box")
        .attr("id", &row.id)
        .maybe("aria-describedby", row.described_by().as_deref())
        .writes("change", act, to)
        .children(options)
}

/// Maximum number of suggestions under a text box.
const OFFERED: usize = 6;

/// A text box for an entry of a long list, in any spelling, with suggestions below. `shown` is the
/// label, `stored` the stored value: a key, or the text typed so far.
pub fn typed(act: &Act, row: &FieldRow, list: &'static [Choice], shown: &str, stored: &str, to: &To) -> El {
    let text_box = text_box(act, row, shown, "text", to.clone());
    let mut offers = el("div", "offers").fixed("aria-live", "polite");
    if !stored.is_empty() && lists::find(list, stored).is_none() {
        for meant in lists::beginning(list, stored).into_iter().take(OFFERED) {
            let Some(takes) = to.written(meant.key.to_owned()) else { continue };
            let offer = el("button", Weight::Plain.class()).fixed("type", "button").text(meant.name);
            offers = offers.child(offer.takes(act, takes).key(meant.key));
        }
    }
    el("div", "").child(text_box).child(offers)
}

/// Suggestions from this book for a field. What comes of itself once the box is left, keys pass over.
pub fn suggested(act: &Act, about: &str, suggestions: Vec<String>, record: &RecordId, field: Field, comes: bool) -> El {
    let mut offers = el("div", "offers").key("offers").child(el("p", "field-help").text(about));
    for text in suggestions {
        let shown = hints::in_box(field, &text);
        let offer = el("button", Weight::Plain.class()).fixed("type", "button").text(&shown).key(&text);
        let offer = if comes { offer.fixed("tabindex", "-1") } else { offer };
        offers = offers.child(offer.takes(act, Action::Edited { record: record.clone(), field, text }));
    }
    offers
}

/// Radio buttons. With `clearable`, the selection can be removed.
pub fn group(act: &Act, row: &FieldRow, entries: &[Entry], chosen: &str, clearable: bool, to: &To) -> El {
    let id = &row.id;
    let option = |place: usize, key: &str, name: &str| {
        // Links to the field lead to its first control.
        let own = if place == 0 { id.clone() } else { format!("{id}-{place}") };
        let radio = el("input", "")
            .fixed("type", "radio")
            .attr("name", id)
            .attr("id", &own)
            .attr("value", key)
            .checked(key == chosen)
            .writes("change", act, to.clone());
        el("label", "option").key(key).child(radio).child(el("span", "").text(name))
    };
    let mut group = el("div", "options")
        .fixed("role", "radiogroup")
        .attr("aria-labelledby", &format!("{id}-label"))
        .maybe("aria-describedby", row.described_by().as_deref());
    for (place, (key, name)) in entries.iter().enumerate() {
        group = group.child(option(place, key, name));
    }
    match to.written(String::new()).filter(|_| clearable && !chosen.is_empty()) {
        Some(clears) => group.child(button(words::CLEAR, Weight::Plain, act, clears).key("clear")),
        None => group,
    }
}
