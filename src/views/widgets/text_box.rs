//! A box to type in that never gets in the way of typing. What it should show is written beside
//! it (`data-shows`) and put into it by `platform::dom::show_all` after drawing, unless the
//! person is in it: so input methods can compose and the caret stays.

use yew::Callback;
use yew::virtual_dom::ListenerKind;

use crate::platform::dom;
use crate::views::el::{El, el};

/// What a box needs.
#[derive(Clone, Debug)]
pub struct TextBox {
    /// Id of the element, for its label.
    pub id: String,
    /// The text it has while nobody is in it.
    pub value: String,
    /// What stands in it while it is empty.
    pub placeholder: Option<&'static str>,
    /// Keyboard to offer: `text`, `numeric` or `search`.
    pub keyboard: &'static str,
    /// Ids of help and findings.
    pub described_by: Option<String>,
    /// Whether a finding blocks here.
    pub invalid: bool,
    /// Whether the record needs it.
    pub required: bool,
    /// Every change of the text, composed.
    pub ontype: Callback<String>,
    /// The person leaves the box.
    pub onleave: Callback<()>,
}

impl TextBox {
    /// Draws the box.
    pub fn draw(&self) -> El {
        el("input", "box")
            .fixed("type", "text")
            .attr("id", &self.id)
            .attr(dom::SHOWS, &self.value)
            .fixed("inputmode", self.keyboard)
            .fixed("autocomplete", "off")
            .maybe("placeholder", self.placeholder)
            .maybe("aria-describedby", self.described_by.as_deref())
            .flag("aria-invalid", self.invalid)
            .flag("aria-required", self.required)
            .on(ListenerKind::oninput, self.ontype.reform(|event| dom::typed(&event)))
            .on(ListenerKind::onblur, self.onleave.reform(|_| ()))
    }
}
