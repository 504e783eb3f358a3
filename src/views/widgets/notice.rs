//! Notices: something to know, with what can be done about it.

use yew::prelude::*;

use super::badge::Tone;

/// A notice. Those that tell of trouble interrupt a screen reader, others wait.
pub fn notice(tone: Tone, words: &str, more: Option<&str>, actions: Html) -> Html {
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    html! {
        <div class={classes!("notice", tone.class())} role={role}>
            <div class="notice-words">
                <p class="notice-title">{ words }</p>
                { for more.map(|more| html! { <p>{ more }</p> }) }
            </div>
            <div class="notice-actions">{ actions }</div>
        </div>
    }
}
