//! The root component: the one place where program, drawing and browser meet. It hands what
//! happens to the program, and draws what that says is to be drawn.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::run::Program;
use crate::platform::browser::Browser;
use crate::platform::events::StoreEvent;
use crate::platform::{bridge, dom, events, page};
use crate::views;

/// The running page.
#[derive(Debug)]
pub struct Shell {
    program: Program<Browser>,
    /// What `pages` has drawn of the state; the frame around it is drawn anew each time.
    page: Html,
    in_notice: bool,
    asked: bool,
    _listeners: Vec<EventListener>,
}

/// What the component is told.
#[derive(Debug)]
pub enum Event {
    /// Something happened to the page.
    Act(Box<Action>),
    /// Something happened to the store.
    Store(StoreEvent),
}

impl Shell {
    /// Draws the page where it has changed: hundreds of figures are not worked out anew for a word
    /// in the frame.
    fn draw(&mut self, ctx: &Context<Self>) {
        if std::mem::take(&mut self.program.left.page) {
            self.page = views::pages::page(&self.program.state, &acts(ctx));
        }
    }
}

/// Where the page tells what happened to it.
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
            page: Html::default(),
            in_notice: false,
            asked: false,
            // Before anything is asked for: an answer may come at once.
            _listeners: events::listen(&acts(ctx), &ctx.link().callback(Event::Store)),
        };
        shell.program.start(bridge::later(), page::hash());
        shell.draw(ctx);
        shell
    }

    fn update(&mut self, ctx: &Context<Self>, told: Event) -> bool {
        self.in_notice |= dom::is_in_notice();
        match told {
            Event::Act(action) => self.program.take(*action),
            Event::Store(StoreEvent::Stale) => self.program.open(),
            Event::Store(StoreEvent::Answered(answer)) => self.program.answered(answer),
        }
        self.draw(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        views::frame::frame(&self.program.state, &acts(ctx), self.page.clone())
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Program { state, left, .. } = &mut self.program;
        let asked = state.question.is_some();
        if asked && !std::mem::replace(&mut self.asked, asked) {
            dom::focus(views::widgets::dialog::ID);
        }
        self.asked = asked;
        // A button that was pressed and is gone must not take a keyboard's place in the page with it.
        if std::mem::take(&mut self.in_notice) && dom::is_lost() {
            page::focus_in_place("main");
        }
        dom::show_all();
        page::title(&views::frame::title(state));
        if std::mem::take(&mut left.to_top) {
            page::to_top();
        }
        if let Some((_, field)) = left.focus.take_if(|(page, _)| *page == state.route) {
            dom::jump_to(&views::widgets::field_row::element_id(field));
        }
    }
}
