//! Elements, built by calls instead of by Yew's `html!`: each element that the macro writes out
//! costs some 400 bytes of program, a call some 60 (docs/decisions/0003). Attributes and texts
//! are escaped by Yew as always.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Html};

use super::Act;
use super::widgets::badge::Tone;
use crate::app::action::Action;
use crate::app::route::Route;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::platform::dom;

/// An element under construction. Boxed: a call passes it on as one word.
#[derive(Debug)]
pub struct El(Box<Parts>);

/// What an element is made of. Children and listeners are handed to Yew at the end, all at once:
/// its own ways of adding one are made for elements that somebody else may hold, and weigh more.
#[derive(Debug)]
struct Parts {
    tag: VTag,
    children: Vec<Html>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
}

/// Begins an element of this tag and class; an empty class is none.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let mut tag = VTag::new(AttrValue::Static(tag));
    tag.attributes = Attributes::IndexMap(Rc::default());
    let element = El(Box::new(Parts { tag, children: Vec::new(), listeners: Vec::new() }));
    if class.is_empty() { element } else { element.fixed("class", class) }
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
    pub fn attr(self, name: &'static str, value: &str) -> El {
        self.set(name, AttrValue::from(value.to_owned()))
    }

    /// With an attribute whose value never changes.
    #[inline(never)]
    pub fn fixed(self, name: &'static str, value: &'static str) -> El {
        self.set(name, AttrValue::Static(value))
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> El {
        // Nobody else holds the map yet.
        if let Attributes::IndexMap(map) = &mut self.0.tag.attributes
            && let Some(map) = Rc::get_mut(map)
        {
            map.insert(AttrValue::Static(name), AttributeOrProperty::Attribute(value));
        }
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
        self.0.tag.key = Some(Key::from(key.to_owned()));
        self
    }

    /// Checked or not, for radio buttons.
    pub fn checked(mut self, on: bool) -> El {
        self.0.tag.set_checked(on);
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
        self.0.children.push(child);
        self
    }

    /// With elements in it.
    #[inline(never)]
    pub fn children(self, children: Vec<El>) -> El {
        self.each(children.into_iter())
    }

    /// With every element that comes.
    pub fn each(mut self, children: impl Iterator<Item = El>) -> El {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Tells an action when it is clicked.
    pub fn clicks(self, act: &Act, action: Action) -> El {
        self.tells("click", act, action)
    }

    /// Tells an action when it is clicked, and leaves the box that the person is in: some browsers
    /// leave the focus there, and what a person is in is never written into.
    pub fn takes(self, act: &Act, action: Action) -> El {
        self.on("click", act, Does::Take(Cell::new(Some(action))))
    }

    /// Tells an action on an event of this name.
    pub fn tells(self, event: &'static str, act: &Act, action: Action) -> El {
        self.on(event, act, Does::Tell(Cell::new(Some(action))))
    }

    /// Hands on what is written or chosen in it, on an event of this name.
    pub fn writes(self, event: &'static str, act: &Act, to: To) -> El {
        self.on(event, act, Does::Write(to))
    }

    /// Tells an action when Escape is pressed in it.
    pub fn escapes(self, act: &Act, action: Action) -> El {
        self.on("keydown", act, Does::Escape(Cell::new(Some(action))))
    }

    /// Leads to an element of the same page when it is clicked.
    pub fn jumps(self, act: &Act, id: String) -> El {
        self.on("click", act, Does::Jump(id))
    }

    #[inline(never)]
    fn on(mut self, event: &'static str, act: &Act, does: Does) -> El {
        self.0.listeners.push(Some(Rc::new(On { event, act: act.clone(), does })));
        self
    }

    /// Leads to a page.
    #[inline(never)]
    pub fn leads_to(self, route: &Route) -> El {
        self.attr("href", &route.href())
    }

    /// The finished element.
    #[inline(never)]
    pub fn done(self) -> Html {
        let Parts { mut tag, children, listeners } = *self.0;
        if let Some(inside) = tag.children_mut() {
            *inside = all(children);
        }
        if !listeners.is_empty() {
            tag.set_listeners(listeners.into());
        }
        tag.into()
    }
}

/// Where a text goes that a person writes or chooses.
#[derive(Clone, Debug)]
pub enum To {
    /// Into a field of a record.
    Field(RecordId, Field),
    /// Into the search among candidates.
    Search,
    /// Into the lines of a report that are being checked.
    Lines,
    /// Into the day asked about.
    AsOf,
    /// Into the name of this device.
    DeviceName,
    /// Nowhere: the box is only there to be looked at.
    Nowhere,
}

/// What an element does on an event. An action is handed on as it is: whatever happens draws the
/// page anew, with new listeners. To copy actions of all kinds would take a kilobyte.
enum Does {
    Tell(Cell<Option<Action>>),
    Take(Cell<Option<Action>>),
    Write(To),
    Escape(Cell<Option<Action>>),
    Jump(String),
}

/// A listener for anything: one type, where Yew's macro has one for each kind of event and a
/// closure for each element.
struct On {
    event: &'static str,
    act: Act,
    does: Does,
}

impl On {
    /// The action that the event leads to.
    fn answer(&self, event: &web_sys::Event) -> Option<Action> {
        match &self.does {
            Does::Tell(action) => action.take(),
            Does::Take(action) => {
                dom::leave();
                action.take()
            }
            Does::Escape(action) if dom::is_escape(event) => action.take(),
            Does::Escape(_) => None,
            Does::Jump(id) => {
                dom::jump_to(id);
                None
            }
            Does::Write(to) => {
                let text = dom::typed(event);
                match to {
                    To::Field(record, field) => Some(Action::Edited { record: record.clone(), field: *field, text }),
                    To::Search => Some(Action::Search(text)),
                    To::Lines => Some(Action::Reconcile(text)),
                    To::DeviceName => Some(Action::NameDevice(text)),
                    To::AsOf => Some(Action::SetAsOf(text)),
                    To::Nowhere => None,
                }
            }
        }
    }
}

impl Listener for On {
    /// Always by name: to clone one of Yew's hundred kinds takes a kilobyte and a half.
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(Cow::Borrowed(self.event))
    }

    fn handle(&self, event: web_sys::Event) {
        if let Some(action) = self.answer(&event) {
            self.act.emit(action);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
