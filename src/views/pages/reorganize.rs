//! Several changes of organizations at once: lines as a decision puts them, what they say, and the names to tap.

use super::{about, actions, section};
use crate::app::action::Action;
use crate::app::facts::PlanField;
use crate::app::reorganize;
use crate::app::state::State;
use crate::domain::value::day::Day;
use crate::exchange::changes::{Line, Named};
use crate::text::{hints, life, numbers};
use crate::views::el::{El, To, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, button};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::text_box::{text_area, text_box};
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let plan = &state.plan;
    let mut row = FieldRow::new("plan-lines", life::LINES);
    row.help = Some(life::LINES_HELP);
    let lines_box = row.draw(text_area(act, &row, &plan.lines, To::Plan(PlanField::Lines)));
    let mut row = FieldRow::new("plan-day", life::PLAN_DAY);
    let wrong = !plan.day.trim().is_empty() && Day::parse(&plan.day).is_err();
    row.help = Some(if wrong { hints::WRONG_DAY } else { life::PLAN_DAY_HELP });
    row.blocked = wrong;
    let shown = Day::parse(&plan.day).map_or_else(|_| plan.day.clone(), numbers::day);
    let day = row.draw(text_box(act, &row, &shown, "numeric", To::Plan(PlanField::Day)));
    let row = FieldRow::new("plan-document", life::PLAN_DOCUMENT);
    let document = row.draw(text_box(act, &row, &plan.document, "text", To::Plan(PlanField::Document)));
    let lines = reorganize::lines(state);
    let mut said = el("div", "").fixed("aria-live", "polite");
    if !lines.is_empty() {
        let all = lines.iter().all(|line| line.said.is_ok());
        let mut parts = vec![el("ol", "edits").each(lines.iter().map(|line| one(state, line)))];
        parts.push(match (all, reorganize::day(plan)) {
            (false, _) => about(life::PLAN_NOT_ALL),
            (true, None) => about(life::PLAN_NO_DAY),
            (true, Some(_)) => {
                actions(vec![button(&life::take_plan(lines.len()), Weight::Main, act, Action::TakePlan)])
            }
        });
        said = said.child(section(life::PLAN_SAYS, parts));
    }
    let names =
        state.ledger.tree().into_iter().map(|(_, id)| {
            button(&name_of(state, &id), Weight::Plain, act, Action::PlanName(id.clone())).key(id.as_str())
        });
    let names = section(life::PLAN_NAMES, vec![actions(names.collect())]);
    vec![about(life::REORGANIZE_ABOUT), day, document, lines_box, said, names]
}

/// One line with what it says, or why it is not understood.
fn one(state: &State, line: &Line) -> El {
    let shown = el("li", "fact").child(el("p", "").text(&line.text));
    match &line.said {
        Ok(change) => {
            let of: Vec<String> = change.of.iter().map(|id| name_of(state, id)).collect();
            let (other, new) = match &change.other {
                None => (String::new(), false),
                Some(Named::Known(id)) => (name_of(state, id), false),
                Some(Named::New(name)) => (name.clone(), true),
            };
            shown.child(about(&life::said(change.kind, &of, &other, new)))
        }
        Err(problem) => shown.child(el("p", "finding").toned(Tone::Bad).text(&life::line_problem(problem))),
    }
}
