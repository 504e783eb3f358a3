//! On the page of the regulation: the file of an office that was opened, with what it would change, and what offices
//! added before.

use super::{about, actions, section};
use crate::app::action::Action;
use crate::app::facts::{Proposal, RulesFile};
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::ledger::rules;
use crate::domain::regulation::{InForce, OfficeRules, Refusal};
use crate::domain::schema::choice::Answer;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::text::{office_rules as texts, regulation};
use crate::views::el::{El, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, button};
use crate::views::widgets::list::{list, row};
use crate::views::widgets::notice::notice;
use crate::views::{Act, name_of};

/// Dossiers shown by name.
const SHOWN: usize = 10;

/// The file that was opened, if any.
pub fn opened(state: &State, act: &Act) -> Option<El> {
    Some(match &**state.rules.as_ref()? {
        RulesFile::Refused(problem, refused) => {
            let words = texts::file_problem(*problem);
            let drop = button(texts::DROP, Weight::Plain, act, Action::DropRules);
            section(texts::PROPOSED, vec![notice(Tone::Bad, words, None, vec![drop]), refusals(refused)])
        }
        RulesFile::Proposed(proposal) => section(texts::PROPOSED, proposed(state, act, proposal)),
    })
}

fn proposed(state: &State, act: &Act, proposal: &Proposal) -> Vec<El> {
    let file = &proposal.file;
    let titles: Vec<String> = file.rules.iter().map(texts::office_title).collect();
    let mut parts = vec![
        el("p", "").text(&texts::contents(&titles)),
        about(&texts::from_office(&file.office, file.reader.as_ref())),
        refusals(&file.refused),
    ];
    if proposal.changes.is_empty() {
        parts.push(el("p", "").text(texts::NO_CHANGE));
    }
    for (day, turned) in &proposal.changes {
        let value = |found: &Option<InForce>| found.map(|found| found.cited.value);
        // What is another value first; what only lost its text behind.
        let (mut first, mut behind) = (Vec::new(), Vec::new());
        for (key, old, new) in turned {
            let list = if value(old) == value(new) { &mut behind } else { &mut first };
            list.push(el("li", "").text(&regulation::change(*key, *old, *new)));
        }
        first.append(&mut behind);
        parts.push(el("h3", "").text(&texts::from_day(*day, state.moment.today)));
        parts.push(el("ul", "facts").children(first));
    }
    if proposal.affected.is_empty() {
        parts.push(el("p", "").text(texts::NOBODY));
    } else {
        parts.push(el("p", "").text(&texts::affected(proposal.affected.len())));
        let one = |id: &RecordId| row(&Route::Record(id.clone()), &name_of(state, id), None, Vec::new());
        parts.push(list(proposal.affected.iter().take(SHOWN).map(one).collect()));
        let more = proposal.affected.len().saturating_sub(SHOWN);
        parts.extend((more > 0).then(|| about(&texts::and_more(more))));
    }
    parts.push(actions(vec![
        button(texts::TAKE, Weight::Main, act, Action::TakeRules),
        button(texts::DROP, Weight::Plain, act, Action::DropRules),
    ]));
    parts
}

fn refusals(refused: &[Refusal]) -> El {
    el("ul", "facts").each(refused.iter().map(|refusal| el("li", "").text(&texts::refusal(refusal))))
}

/// What offices added, and the button that opens a file.
pub fn added(state: &State, act: &Act) -> El {
    let mut parts = vec![about(texts::OPEN_FILE_ABOUT)];
    let records = state.ledger.office_rules();
    let one = |(id, rules): &(RecordId, OfficeRules)| office(state, act, id, rules);
    if !records.is_empty() {
        parts.push(el("ul", "edits").children(records.iter().map(one).collect()));
    }
    parts.push(actions(vec![button(texts::OPEN_FILE, Weight::Plain, act, Action::OpenFile)]));
    section(texts::FROM_OFFICES, parts)
}

/// What one record adds, with the way to take it out again.
fn office(state: &State, act: &Act, id: &RecordId, rules: &OfficeRules) -> El {
    let title = el("p", "card-title").text(&texts::office_title(rules));
    let mut fact = el("li", "fact").child(title);
    fact = fact.child(about(&texts::from_office(&rules.office, rules.reader.as_ref())));
    let mut buttons = Vec::new();
    let choose = |answer: &str| Action::Edited { record: id.clone(), field: Field::RulesKeep, text: answer.to_owned() };
    if rules.keep {
        buttons.push(button(texts::USE_PROGRAM, Weight::Plain, act, choose("")));
    } else if rules::is_outdated(rules) {
        fact = fact.child(el("p", "").text(texts::OUTDATED));
        buttons.push(button(texts::KEEP_OFFICE, Weight::Plain, act, choose(Answer::Yes.key())));
    }
    if !state.store.read_only {
        buttons.push(button(texts::TAKE_OUT, Weight::Danger, act, Action::Delete(id.clone())));
    }
    fact.child(actions(buttons))
}
