//! A box to type in that never gets in the way of typing: while the person is in it, nothing is
//! written back, so that input methods can compose and the caret stays.

use yew::prelude::*;

use crate::platform::dom;

/// What a box needs.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Id of the element, for its label.
    pub id: AttrValue,
    /// The text it has while nobody is in it.
    pub value: AttrValue,
    /// Keyboard to offer: `text`, `numeric` or `search`.
    #[prop_or(AttrValue::Static("text"))]
    pub keyboard: AttrValue,
    /// Ids of help and findings.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Whether a finding blocks here.
    #[prop_or_default]
    pub invalid: bool,
    /// Whether the record needs it.
    #[prop_or_default]
    pub required: bool,
    /// Every change of the text, composed.
    pub ontype: Callback<String>,
    /// The person leaves the box.
    #[prop_or_default]
    pub onleave: Callback<()>,
}

/// The box.
#[derive(Debug)]
pub struct TextBox {
    input: NodeRef,
}

impl Component for TextBox {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        TextBox { input: NodeRef::default() }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let oninput = props.ontype.reform(|event: InputEvent| dom::typed(&event));
        let onblur = props.onleave.reform(|_: FocusEvent| ());
        html! {
            <input class="box" type="text" id={props.id.clone()} ref={self.input.clone()} inputmode={props.keyboard.clone()}
                autocomplete="off" aria-describedby={props.described_by.clone()} aria-invalid={props.invalid.then_some("true")}
                aria-required={props.required.then_some("true")} {oninput} {onblur} />
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        dom::show(&self.input, &ctx.props().value);
    }
}
