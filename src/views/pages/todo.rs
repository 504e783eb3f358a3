//! Tasks over all candidates and probationary members, most urgent first; and the most urgent ones
//! for the start page.

use super::section;
use crate::app::action::Action;
use crate::app::people;
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::admission::todo::{Task, Urgency};
use crate::exchange::calendar::{self, Appointment};
use crate::text::procedure as texts;
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::{Shown, empty};
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let tasks = people::tasks(state);
    if tasks.is_empty() {
        return vec![empty(texts::NOBODY)];
    }
    let mut parts = Vec::new();
    let pressing = tasks.iter().any(|task| task.urgency != Urgency::Open);
    if !pressing {
        parts.push(el("p", "lead").text(texts::NOTHING_TODO));
    }
    let mut shown = Shown::of(state);
    for urgency in [Urgency::Late, Urgency::Soon, Urgency::Open] {
        let mut here: Vec<&Task> = tasks.iter().filter(|task| task.urgency == urgency).collect();
        let heading = texts::counted(urgency, here.len());
        shown.keep(&mut here);
        if !here.is_empty() {
            let rows = here.into_iter().map(|task| row(state, act, task, true));
            parts.push(section(&heading, vec![el("ul", "tasks").each(rows)]));
        }
    }
    parts.push(shown.more(act));
    parts.extend(calendar(state, act, &tasks));
    parts
}

/// The button that saves the last days to a calendar, if there are any.
pub fn calendar(state: &State, act: &Act, tasks: &[Task]) -> Vec<El> {
    let due: Vec<Appointment> =
        tasks.iter().filter_map(|task| texts::appointment(task, &name_of(state, &task.candidate))).collect();
    if due.is_empty() {
        return Vec::new();
    }
    let today = state.moment.today;
    let save = Action::Export(texts::calendar_file(today), calendar::write(&due, today));
    let save = button(texts::TO_CALENDAR, Weight::Plain, act, save);
    vec![super::actions(vec![save]), super::about(texts::CALENDAR_ABOUT)]
}

/// Maximum number of tasks on the start page.
const TOP: usize = 5;

/// The most urgent tasks, for the start page.
pub fn top(state: &State, act: &Act) -> Vec<El> {
    let (top, [late, soon, open]) = people::pressing(state, TOP);
    if late + soon + open == 0 {
        return vec![el("p", "lead").text(texts::NOBODY)];
    }
    let rows: Vec<El> = top.iter().map(|task| row(state, act, task, true)).collect();
    let about = if rows.is_empty() { texts::NOTHING_TODO.to_owned() } else { texts::summary(late, soon) };
    let all = link(texts::ALL_TODO, Weight::Plain, &Route::Todo);
    vec![el("p", "lead").text(&about), el("ul", "tasks").children(rows), super::actions(vec![all])]
}

/// One task: person, due day, and a button that leads to the field.
pub fn row(state: &State, act: &Act, task: &Task, named: bool) -> El {
    let (record, field) = &task.place;
    let mut words = el("div", "task-words");
    if named {
        let steps = Route::Procedure(task.candidate.clone());
        words = words.child(el("a", "card-link").leads_to(&steps).text(&name_of(state, &task.candidate)));
    }
    if let Some(due) = texts::due(task, state.moment.today) {
        let tone = match task.urgency {
            Urgency::Late => Tone::Bad,
            Urgency::Soon => Tone::Warn,
            Urgency::Open => Tone::Calm,
        };
        words = words.child(badge(tone, &due));
    }
    let weight = if task.urgency == Urgency::Open { Weight::Plain } else { Weight::Main };
    let does = button(&texts::task(task), weight, act, Action::Jump(record.clone(), *field));
    el("li", "task").child(words).child(does)
}
