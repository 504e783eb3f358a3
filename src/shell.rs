//! The root component, where program, views and browser meet: passes events to the program and
//! renders what it asks for.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::figures::Further;
use crate::app::run::Program;
use crate::app::vault;
use crate::platform::browser::Browser;
use crate::platform::dom::element;
use crate::platform::events::StoreEvent;
use crate::platform::{bridge, dom, events, page};
use crate::views::{self, frame};

/// The root component.
#[derive(Debug)]
pub struct Shell {
    program: Program<Browser>,
    in_notice: bool,
    asked: bool,
    /// Goes on with the figures check once the browser has drawn.
    pause: Option<Timeout>,
    _listeners: Vec<EventListener>,
}

/// Messages of the component.
#[derive(Debug)]
pub enum Event {
    /// An action of the page.
    Act(Box<Action>),
    /// An event of the stores.
    Store(StoreEvent),
}

/// The callback by which views send actions.
fn acts(ctx: &Context<Shell>) -> views::Act {
    ctx.link().callback(|action| Event::Act(Box::new(action)))
}

impl Component for Shell {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let mut program = Program::new(Browser::default());
        program.state.build = page::build();
        program.state.can_install = bridge::can_install();
        let mut shell = Shell {
            program,
            in_notice: false,
            asked: false,
            pause: None,
            // Before the first request: its answer may come synchronously.
            _listeners: events::listen(&acts(ctx), &ctx.link().callback(Event::Store)),
        };
        shell.program.start(bridge::chunks(), page::hash());
        shell
    }

    fn update(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        self.in_notice |= dom::is_in_notice();
        let mut quiet = false;
        match event {
            Event::Act(action) => self.program.take(*action),
            Event::Store(StoreEvent::Stale) => self.program.open(),
            Event::Store(StoreEvent::Answered(answer)) => {
                let shown = frame::shown(&self.program.state);
                self.program.answered(answer);
                quiet = shown.is_some() && shown == frame::shown(&self.program.state);
            }
        }
        let state = &self.program.state;
        // The answer follows every letter: but for its word nothing is drawn again.
        let drawn = std::mem::take(&mut self.program.left.page) || !quiet;
        if !drawn {
            dom::says(element::KEEPING, frame::keeping(state));
        }
        let secret = state.vault.is_some() && vault::vault_waits(state);
        if secret || state.figures.checks.is_pending() {
            let acts = acts(ctx);
            // The browser is to have drawn before.
            self.pause = Some(Timeout::new(if secret { 60 } else { 0 }, move || {
                acts.emit(if secret { vault::vault_go_on() } else { Action::Figures(Further::Judge) });
            }));
        }
        drawn
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (state, acts) = (&self.program.state, acts(ctx));
        frame::frame(state, &acts, views::pages::page(state, &acts))
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Program { state, left, .. } = &mut self.program;
        let asked = state.question.is_some();
        if asked && !std::mem::replace(&mut self.asked, asked) {
            dom::focus(views::widgets::dialog::ID);
        }
        self.asked = asked;
        // If the focused button disappeared with its notice, keyboard focus must not fall back to
        // the top of the page.
        if std::mem::take(&mut self.in_notice) && dom::is_lost() {
            page::focus_in_place("main");
        }
        dom::show_all();
        dom::says(element::KEEPING, frame::keeping(state));
        page::title(&frame::title(state));
        if std::mem::take(&mut left.to_top) {
            page::to_top();
        }
        if let Some((_, field)) = left.focus.take_if(|(page, _)| *page == state.route) {
            dom::jump_to(&views::widgets::field_row::element_id(field));
        }
    }
}
