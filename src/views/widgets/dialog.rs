//! A question that keeps everything else waiting. The focus begins on the harmless answer, and
//! Escape gives it.

use yew::prelude::*;

use super::button::{Weight, button};
use crate::app::action::Action;
use crate::platform::dom;
use crate::text::vi::words;
use crate::views::Act;

/// What the dialog asks.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The question.
    pub title: AttrValue,
    /// What a yes means.
    pub about: AttrValue,
    /// The yes.
    pub yes: AttrValue,
    /// Where the answer goes.
    pub act: Act,
}

/// The dialog.
#[derive(Debug)]
pub struct Dialog {
    place: NodeRef,
}

impl Component for Dialog {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Dialog { place: NodeRef::default() }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { title, about, yes, act } = ctx.props();
        let escape = {
            let act = act.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    act.emit(Action::Dismissed);
                }
            })
        };
        html! {
            <div class="dialog-shade">
                <div class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="dialog-title" aria-describedby="dialog-about"
                    tabindex="-1" ref={self.place.clone()} onkeydown={escape}>
                    <h2 id="dialog-title">{ title }</h2>
                    <p id="dialog-about">{ about }</p>
                    <div class="dialog-answers">
                        { button(words::CANCEL, Weight::Plain, act, || Action::Dismissed) }
                        { button(yes, Weight::Danger, act, || Action::Confirmed) }
                    </div>
                </div>
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            dom::focus(&self.place);
        }
    }
}
