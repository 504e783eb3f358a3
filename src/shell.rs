//! The root component: the one place where state, drawing and browser meet. It hands every
//! action to `update`, runs the effects that come back, and draws.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::route::Route;
use crate::app::state::{Found, State, Store};
use crate::app::update::update;
use crate::domain::schema::field::Field;
use crate::platform::events::Second;
use crate::platform::storage::BrowserStorage;
use crate::platform::{bridge, clock, dom, events, page, random};
use crate::store::backup::{self, Known};
use crate::store::copies;
use crate::store::journal::Journal;
use crate::store::medium::Medium;
use crate::store::open::{self, How};
use crate::store::preferences;
use crate::store::snapshot::FOLD_AFTER;
use crate::views;

/// The running page.
#[derive(Debug)]
pub struct Shell {
    state: State,
    /// What `pages` has drawn of the state; the frame around it is drawn anew each time.
    page: Html,
    journal: Journal,
    storage: BrowserStorage,
    to_top: bool,
    to_focus: Option<(Route, Field)>,
    in_notice: bool,
    asked: bool,
    _listeners: Vec<EventListener>,
}

/// What the component is told.
#[derive(Debug)]
pub enum Told {
    /// Something happened to the page.
    Act(Box<Action>),
    /// Something happened to the store.
    Store(Second),
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
                self.journal.append(&mut self.storage, changes);
                return Some(self.kept());
            }
            Effect::Settle => self.journal.settle(),
            Effect::Prefer(chosen) => {
                page::prefer(&chosen);
                return self.note(preferences::NAME, &preferences::write(&chosen));
            }
            Effect::Note(known) => return self.note(backup::NAME, &known.write()),
            Effect::SaveFile(name, text) => bridge::ask("kn-file-save", [Some(name.as_str()), Some(&text)].into_iter()),
            Effect::Copy(text) => bridge::ask("kn-copy", [Some(text.as_str())].into_iter()),
            Effect::OpenFile => page::tell("kn-file-open"),
            Effect::WriteGenerations(texts) => {
                bridge::write("kn-backup-write", texts.iter().map(|(name, text)| (*name, text.as_deref())));
            }
            Effect::ReadGenerations => page::tell("kn-backup-read"),
            Effect::Measure => return Some(Action::Measured(copies::gather(&self.storage, None).used())),
            Effect::TakeOver => page::tell("kn-take-over"),
            Effect::Rescue => page::tell("kn-rescue"),
            Effect::Go(route) => page::go(&route.href()),
            Effect::Replace(route) => {
                page::replace(&route.href());
                return Some(Action::Navigated(route.href()));
            }
            Effect::ToTop => self.to_top = true,
            Effect::Focus(page, field) => self.to_focus = Some((page, field)),
            Effect::FetchVersion => page::tell("kn-fetch-version"),
            Effect::TakeVersion => page::tell("kn-activate-version"),
            Effect::Install => page::tell("kn-install"),
            Effect::Print => page::print(),
            Effect::FetchLater => page::tell("kn-fetch-later"),
        }
        None
    }

    /// Keeps a text that is no change, unless it is what is kept already.
    fn note(&mut self, name: &str, text: &str) -> Option<Action> {
        if self.storage.read(name).ok().flatten().as_deref() == Some(text) {
            return None;
        }
        self.journal.note(&mut self.storage, name, text);
        Some(self.kept())
    }

    /// Gives the second copy what it is to take next, and tells where everything is.
    fn kept(&mut self) -> Action {
        if let Some(puts) = self.journal.batch() {
            bridge::write_second(puts);
        }
        Action::Kept(self.journal.kept())
    }

    /// Reads both copies, at the start and when another page wrote.
    fn open(&mut self) {
        let second = bridge::second_copy();
        let refused = second.as_ref().err().copied();
        let writes = bridge::writes();
        let mut opened = open::open(
            &mut self.storage,
            second.ok(),
            How { random: random::number(), writes, fold_after: FOLD_AFTER },
        );
        opened.go_on(std::mem::take(&mut self.journal));
        let store = Store {
            unread: opened.unread,
            denied: opened.denied,
            second: refused,
            large: opened.large,
            used: opened.used,
            read_only: !writes,
            persisted: None,
            passing: bridge::passes(),
        };
        let found = Found {
            book: opened.book,
            store,
            preferences: preferences::read(opened.preferences.as_deref()),
            backup: Known::read(opened.backup.as_deref().unwrap_or_default()),
        };
        self.journal = opened.journal;
        self.take(Action::Opened(Rc::new(found)));
        // What one copy lacks goes there now, not with the next edit.
        self.kept();
    }
}

/// Where the page tells what happened to it.
fn acts(ctx: &Context<Shell>) -> views::Act {
    ctx.link().callback(|action| Told::Act(Box::new(action)))
}

impl Component for Shell {
    type Message = Told;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let act = acts(ctx);
        let mut shell = Shell {
            state: State::new(clock::now(), random::number(), 0),
            page: Html::default(),
            journal: Journal::default(),
            storage: BrowserStorage,
            to_top: false,
            to_focus: None,
            in_notice: false,
            asked: false,
            _listeners: events::listen(&act, &ctx.link().callback(Told::Store)),
        };
        shell.state.build = page::build();
        shell.state.can_install = bridge::can_install();
        shell.take(Action::Later(bridge::later()));
        shell.open();
        shell.take(Action::Navigated(page::hash()));
        shell.page = views::pages::page(&shell.state, &act);
        shell
    }

    fn update(&mut self, ctx: &Context<Self>, told: Told) -> bool {
        self.in_notice |= dom::is_in_notice();
        // Every edit is followed by an answer, and a start by news of versions: a page of hundreds of figures is
        // not worked out twice for a word in the frame.
        let in_frame = match &told {
            Told::Act(action) => action.stays_in_frame(&self.state.route),
            Told::Store(told) => matches!(told, Second::Answered(_)),
        };
        let one_copy = self.state.has_one_copy();
        match told {
            Told::Act(action) => self.take(*action),
            Told::Store(Second::Stale) => self.open(),
            Told::Store(Second::Answered(answer)) => {
                self.journal.answered(answer);
                // What it has refused is tried again with the next edit, not at once.
                let kept = if answer.is_ok() { self.kept() } else { Action::Kept(self.journal.kept()) };
                self.take(kept);
            }
        }
        if !in_frame || one_copy != self.state.has_one_copy() {
            self.page = views::pages::page(&self.state, &acts(ctx));
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        views::frame::frame(&self.state, &acts(ctx), self.page.clone())
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let asked = self.state.question.is_some();
        if asked && !std::mem::replace(&mut self.asked, asked) {
            dom::focus(views::widgets::dialog::ID);
        }
        self.asked = asked;
        // A button that was pressed and is gone must not take a keyboard's place in the page with it.
        if std::mem::take(&mut self.in_notice) && dom::is_lost() {
            page::focus_in_place("main");
        }
        dom::show_all();
        page::title(&views::frame::title(&self.state));
        if std::mem::take(&mut self.to_top) {
            page::to_top();
        }
        if let Some((_, field)) = self.to_focus.take_if(|(page, _)| *page == self.state.route) {
            dom::jump_to(&views::widgets::field_row::element_id(field));
        }
    }
}
