//! Element builder, used instead of Yew's `html!`: an element takes some 400 bytes of code in the
//! macro's expansion and some 60 as calls (docs/decisions/0003). Yew escapes attributes and texts
//! as usual.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Html};

use super::Act;
use super::widgets::badge::Tone;
use crate::app::action::Action;
use crate::app::batch::RosterAction;
use crate::app::facts::PlanField;
use crate::app::planned::ListsAction;
use crate::app::route::Route;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::platform::dom;

/// An element under construction. Boxed, so that each call passes a single word.
#[derive(Debug)]
pub struct El(Box<Parts>);

/// Parts of an element. Children and listeners are passed to Yew at the end: its methods for one at a time take more code.
#[derive(Debug)]
struct Parts {
    tag: VTag,
    children: Vec<Html>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
}

/// Starts an element with this tag and class; an empty class is omitted.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let mut tag = VTag::new(AttrValue::Static(tag));
    tag.attributes = Attributes::IndexMap(Rc::default());
    let element = El(Box::new(Parts { tag, children: Vec::new(), listeners: Vec::new() }));
    if class.is_empty() { element } else { element.fixed("class", class) }
}

/// A text node.
#[inline(never)]
pub fn text(text: &str) -> Html {
    VText::new(AttrValue::from(text.to_owned())).into()
}

/// A fragment of elements without a parent.
pub fn all(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> El {
        self.set(name, AttrValue::from(value.to_owned()))
    }

    /// Sets an attribute whose value never changes.
    #[inline(never)]
    pub fn fixed(self, name: &'static str, value: &'static str) -> El {
        self.set(name, AttrValue::Static(value))
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> El {
        // Not shared yet.
        if let Attributes::IndexMap(map) = &mut self.0.tag.attributes
            && let Some(map) = Rc::get_mut(map)
        {
            map.insert(AttrValue::Static(name), AttributeOrProperty::Attribute(value));
        }
        self
    }

    /// Sets an attribute if there is a value.
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> El {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets a boolean attribute.
    pub fn flag(self, name: &'static str, on: bool) -> El {
        if on { self.fixed(name, "true") } else { self }
    }

    /// Sets the colour tone.
    pub fn toned(self, tone: Tone) -> El {
        self.fixed("data-tone", tone.name())
    }

    /// Sets the key for list reconciliation.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> El {
        self.0.tag.key = Some(Key::from(key.to_owned()));
        self
    }

    /// Sets the checked state of a radio button.
    pub fn checked(mut self, on: bool) -> El {
        self.0.tag.set_checked(on);
        self
    }

    /// Appends a text.
    #[inline(never)]
    pub fn text(self, words: &str) -> El {
        self.html(text(words))
    }

    /// Appends an element.
    #[inline(never)]
    pub fn child(self, child: El) -> El {
        self.html(child.done())
    }

    /// Appends any node.
    #[inline(never)]
    pub fn html(mut self, child: Html) -> El {
        self.0.children.push(child);
        self
    }

    /// Appends elements.
    #[inline(never)]
    pub fn children(self, children: Vec<El>) -> El {
        self.each(children.into_iter())
    }

    /// Appends all elements of an iterator.
    pub fn each(mut self, children: impl Iterator<Item = El>) -> El {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Sends an action on click.
    pub fn clicks(self, act: &Act, action: Action) -> El {
        self.tells("click", act, action)
    }

    /// Sends an action on click and removes the focus: the value of a focused box is never updated.
    pub fn takes(self, act: &Act, action: Action) -> El {
        self.on("click", act, Does::Take(Cell::new(Some(action))))
    }

    /// Sends an action on this event.
    pub fn tells(self, event: &'static str, act: &Act, action: Action) -> El {
        self.on(event, act, Does::Tell(Cell::new(Some(action))))
    }

    /// Sends the control's value on this event.
    pub fn writes(self, event: &'static str, act: &Act, to: To) -> El {
        self.on(event, act, Does::Write(to))
    }

    /// Sends an action when Escape is pressed.
    pub fn escapes(self, act: &Act, action: Action) -> El {
        self.on("keydown", act, Does::Escape(Cell::new(Some(action))))
    }

    /// Jumps to an element of the page on click.
    pub fn jumps(self, act: &Act, id: String) -> El {
        self.on("click", act, Does::Jump(id))
    }

    #[inline(never)]
    fn on(mut self, event: &'static str, act: &Act, does: Does) -> El {
        self.0.listeners.push(Some(Rc::new(On { event, act: act.clone(), does })));
        self
    }

    /// Links to a page.
    #[inline(never)]
    pub fn leads_to(self, route: &Route) -> El {
        self.attr("href", &route.href())
    }

    /// Builds the node.
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

/// Target of a control's value.
#[derive(Clone, Debug)]
pub enum To {
    /// A field of a record.
    Field(RecordId, Field),
    /// A field of a candidate who is not in the book yet.
    Newcomer(Field),
    /// A field of all candidates who are marked.
    Group(Field),
    /// The search for candidates.
    Search,
    /// The lines of a report to check.
    Lines,
    /// A column of a list from a file, by its place among all columns of the tables.
    Column(u32),
    /// A box of the plan.
    Plan(PlanField),
    /// Elsewhere: whoever draws the control knows what it means.
    Other(fn(String) -> Action),
    /// The as-of day.
    AsOf,
    /// Today's day, while the clock is wrong.
    Today,
    /// The name of this device.
    DeviceName,
    /// Nowhere: the control is for display only.
    Nowhere,
}

impl To {
    /// What it means that a text is written there.
    #[inline(never)]
    pub fn written(&self, text: String) -> Option<Action> {
        match self {
            To::Field(record, field) => Some(Action::Edited { record: record.clone(), field: *field, text }),
            To::Newcomer(field) => Some(Action::Roster(RosterAction::Begin(*field, text))),
            To::Group(field) => Some(Action::Roster(RosterAction::Text(*field, text))),
            To::Search => Some(Action::Search(text)),
            To::Lines => Some(Action::Reconcile(text)),
            To::Column(place) => Some(Action::Lists(ListsAction::Column(*place, text))),
            To::DeviceName => Some(Action::NameDevice(text)),
            To::Plan(field) => Some(Action::Plan(*field, text)),
            To::Other(meant) => Some(meant(text)),
            To::AsOf => Some(Action::SetAsOf(text)),
            To::Today => Some(Action::SetToday(text)),
            To::Nowhere => None,
        }
    }
}

/// What an event does. The action is moved out, not cloned (a kilobyte of code): it renders the page anew, with new listeners.
enum Does {
    Tell(Cell<Option<Action>>),
    Take(Cell<Option<Action>>),
    Write(To),
    Escape(Cell<Option<Action>>),
    Jump(String),
}

/// A listener for any event, as a single type: Yew's macro generates one per event and a closure per element.
struct On {
    event: &'static str,
    act: Act,
    does: Does,
}

impl On {
    /// The action for an event.
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
            Does::Write(to) => to.written(dom::typed(event)),
        }
    }
}

impl Listener for On {
    /// Always by name: cloning Yew's enum of a hundred kinds takes 1.5 kB of code.
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
