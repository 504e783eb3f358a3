//! Elements, built by calls instead of by Yew's `html!`: each element that the macro writes out
//! costs some 400 bytes of program, a call some 60 (docs/decisions/0003). Attributes and texts
//! are escaped by Yew as always.

use std::rc::Rc;

use yew::virtual_dom::{Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html};

use super::Act;
use super::widgets::badge::Tone;
use crate::app::action::Action;
use crate::app::route::Route;

/// An element under construction. Boxed: a call passes it on as one word.
#[derive(Debug)]
pub struct El(Box<VTag>);

/// Begins an element of this tag and class; an empty class is none.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let mut element = VTag::new(AttrValue::Static(tag));
    if !class.is_empty() {
        element.add_attribute("class", AttrValue::Static(class));
    }
    El(Box::new(element))
}

/// A text.
#[inline(never)]
pub fn text(text: &str) -> Html {
    VText::new(AttrValue::from(text.to_owned())).into()
}

/// Elements side by side, with nothing around them.
pub fn all(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

impl El {
    /// With an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> El {
        self.0.add_attribute(name, AttrValue::from(value.to_owned()));
        self
    }

    /// With an attribute whose value never changes.
    #[inline(never)]
    pub fn fixed(mut self, name: &'static str, value: &'static str) -> El {
        self.0.add_attribute(name, AttrValue::Static(value));
        self
    }

    /// With an attribute, if there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> El {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With an attribute that is there or not.
    pub fn flag(self, name: &'static str, on: bool) -> El {
        if on { self.fixed(name, "true") } else { self }
    }

    /// Coloured in a tone.
    pub fn toned(self, tone: Tone) -> El {
        self.fixed("data-tone", tone.name())
    }

    /// Told from its neighbours by this text.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> El {
        self.0.key = Some(Key::from(key.to_owned()));
        self
    }

    /// Checked or not, for radio buttons.
    pub fn checked(mut self, on: bool) -> El {
        self.0.set_checked(on);
        self
    }

    /// With a text in it.
    #[inline(never)]
    pub fn text(self, words: &str) -> El {
        self.html(text(words))
    }

    /// With an element in it.
    #[inline(never)]
    pub fn child(self, child: El) -> El {
        self.html(child.done())
    }

    /// With anything in it.
    #[inline(never)]
    pub fn html(mut self, child: Html) -> El {
        self.0.add_child(child);
        self
    }

    /// With many things in it.
    #[inline(never)]
    pub fn children(mut self, children: Vec<Html>) -> El {
        self.0.add_children(children);
        self
    }

    /// Calls back on an event.
    #[inline(never)]
    pub fn on(mut self, kind: ListenerKind, call: Callback<web_sys::Event>) -> El {
        self.0.add_listener(Rc::new(On { kind, call }));
        self
    }

    /// Tells an action when it is clicked.
    #[inline(never)]
    pub fn clicks(self, act: &Act, action: Action) -> El {
        self.on(ListenerKind::onclick, tells(act, action))
    }

    /// Leads to a page.
    #[inline(never)]
    pub fn leads_to(self, route: &Route) -> El {
        self.attr("href", &route.href())
    }

    /// The finished element.
    #[inline(never)]
    pub fn done(self) -> Html {
        (*self.0).into()
    }
}

/// A callback that tells one action, whatever the event.
#[inline(never)]
pub fn tells(act: &Act, action: Action) -> Callback<web_sys::Event> {
    act.reform(move |_| action.clone())
}

/// A listener of any kind: one type for all, where Yew's macro has one for each.
struct On {
    kind: ListenerKind,
    call: Callback<web_sys::Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: web_sys::Event) {
        self.call.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
