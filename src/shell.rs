//! The root component: the one place where state, drawing and browser meet. It hands every
//! action to `update`, runs the effects that come back, and draws.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::state::State;
use crate::app::update::update;
use crate::platform::storage::BrowserStorage;
use crate::platform::{clock, dom, events, page, random};
use crate::store::journal::{self, Journal};
use crate::store::preferences;
use crate::views;

/// The running page.
#[derive(Debug)]
pub struct Shell {
    state: State,
    journal: Journal,
    storage: BrowserStorage,
    to_top: bool,
    asked: bool,
    _listeners: Vec<EventListener>,
}

impl Shell {
    /// Alters the state by one action and does everything that follows from it.
    fn take(&mut self, action: Action) {
        update(&mut self.state, Action::At(clock::now()));
        let mut open = update(&mut self.state, action);
        while !open.is_empty() {
            let mut follow_ups = Vec::new();
            for effect in open.drain(..) {
                follow_ups.extend(self.run(effect));
            }
            for action in follow_ups {
                open.extend(update(&mut self.state, action));
            }
        }
    }

    /// Does one thing outside; returns what it led to.
    fn run(&mut self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::Append(changes) => {
                return Some(match self.journal.append(&mut self.storage, changes) {
                    Ok(()) => Action::Kept,
                    Err(error) => Action::NotKept(error),
                });
            }
            Effect::Settle => self.journal.settle(),
            Effect::Prefer(chosen) => {
                page::prefer(&chosen);
                if let Err(error) = preferences::write(&mut self.storage, &chosen) {
                    return Some(Action::NotKept(error));
                }
            }
            Effect::Go(route) => page::go(&route.href()),
            Effect::Replace(route) => {
                page::replace(&route.href());
                return Some(Action::Navigated(route.href()));
            }
            Effect::ToTop => self.to_top = true,
            Effect::TakeVersion => page::tell("kn-activate-version"),
            Effect::Install => page::tell("kn-install"),
        }
        None
    }
}

impl Component for Shell {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let act = ctx.link().callback(|action| action);
        let mut storage = BrowserStorage;
        let opened = journal::open(&mut storage, random::number());
        let preferences = preferences::read(&storage);
        let mut shell = Shell {
            state: State::new(clock::now(), random::number(), opened.device),
            journal: opened.journal,
            storage,
            to_top: false,
            asked: false,
            _listeners: events::listen(&act),
        };
        let (changes, unread, denied) = (opened.changes, opened.unread, opened.denied);
        shell.take(Action::Opened { changes, unread, denied, preferences });
        shell.take(Action::Navigated(page::hash()));
        shell
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        self.take(action);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let act = ctx.link().callback(|action| action);
        views::frame::frame(&self.state, &act)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let asked = self.state.question.is_some();
        if asked && !std::mem::replace(&mut self.asked, asked) {
            dom::focus(views::widgets::dialog::ID);
        }
        self.asked = asked;
        dom::show_all();
        page::title(&views::frame::title(&self.state));
        if std::mem::take(&mut self.to_top) {
            page::to_top();
        }
    }
}
