//! Choosing one of several: side by side while they are few, in a list when they are many.

use yew::prelude::*;

use crate::platform::dom;
use crate::text::vi::words;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What is stored.
    pub key: String,
    /// What people read.
    pub name: String,
}

/// Most entries that are shown side by side.
const FEW: usize = 3;

/// Whether so many entries are shown side by side, with a group label, or in a list with a plain one.
pub const fn is_group(entries: usize) -> bool {
    entries <= FEW
}

/// A choice. `chosen` may be something that is not in the list: it is shown, not lost. With
/// `clearable`, nothing can be chosen again.
pub fn choice(
    id: &str,
    entries: &[Entry],
    chosen: &str,
    clearable: bool,
    described_by: Option<String>,
    pick: &Callback<String>,
) -> Html {
    if is_group(entries.len()) {
        return group(id, entries, chosen, clearable, described_by, pick);
    }
    list(id, entries, chosen, chosen, described_by, pick)
}

/// A list to choose from, however short. What is chosen and not in it is shown as `unknown`.
pub fn list(
    id: &str,
    entries: &[Entry],
    chosen: &str,
    unknown: &str,
    described_by: Option<String>,
    pick: &Callback<String>,
) -> Html {
    let known = chosen.is_empty() || entries.iter().any(|entry| entry.key == chosen);
    let onchange = pick.reform(|event: Event| dom::typed(&event));
    html! {
        <select class="box" id={id.to_owned()} aria-describedby={described_by} {onchange}>
            <option value="" selected={chosen.is_empty()}>{ words::NOT_CHOSEN }</option>
            { for entries.iter().map(|entry| html! {
                <option key={entry.key.clone()} value={entry.key.clone()} selected={entry.key == chosen}>{ &entry.name }</option>
            }) }
            { for (!known).then(|| html! { <option value={chosen.to_owned()} selected=true>{ unknown }</option> }) }
        </select>
    }
}

fn group(
    id: &str,
    entries: &[Entry],
    chosen: &str,
    clearable: bool,
    described_by: Option<String>,
    pick: &Callback<String>,
) -> Html {
    let radio = |place: usize, key: String, name: &str| {
        let checked = key == chosen;
        let onchange = pick.reform({
            let key = key.clone();
            move |_: Event| key.clone()
        });
        // The label of the field points at the first one.
        let own = if place == 0 { id.to_owned() } else { format!("{id}-{place}") };
        html! {
            <label class="option" key={key.clone()}>
                <input type="radio" name={id.to_owned()} id={own} value={key} {checked} {onchange} />
                <span>{ name }</span>
            </label>
        }
    };
    html! {
        <div class="options" role="radiogroup" aria-labelledby={format!("{id}-label")} aria-describedby={described_by}>
            { for entries.iter().enumerate().map(|(place, entry)| radio(place, entry.key.clone(), &entry.name)) }
            { for clearable.then(|| radio(entries.len(), String::new(), words::NOT_CHOSEN)) }
        </div>
    }
}
