//! Citizen cards beside the page's book, as a plan.

use super::people::{Beside, Person, put};
use super::places;
use crate::exchange::card;
use crate::exchange::plan::Plan;
use crate::text::lists::{self, cards as texts};

/// Whether a file has texts of cards.
pub fn are_in(text: &str) -> bool {
    text.lines().any(card::is_meant)
}

/// Puts the cards of a file into the plan, a line each.
pub fn read(plan: &mut Plan, beside: &Beside, name: &str, text: &str) {
    let matching = beside.matching();
    let alone = text.lines().filter(|text| !text.trim().is_empty()).count() == 1;
    let open = beside.open.filter(|open| alone && beside.ledger.candidate(open).is_some());
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let place = texts::place(name, line);
        match card::read(text) {
            Err(why) => plan.troubles.push(lists::of_file(&place, texts::trouble(why))),
            Ok(card) => {
                let year = card.birth.is_none().then_some(texts::YEAR_ALONE);
                let contradicts = card.contradicts().then_some(texts::CONTRADICTS);
                let mut made = card.candidate(beside.cell());
                let address = places::bring_up_to_date(&mut made.texts);
                let notes = year.into_iter().chain(contradicts).map(str::to_owned).chain(address).collect();
                let open = open.cloned();
                let person = Person { made, guesses: Vec::new(), notes, open, place, differs: texts::differs };
                put(plan, beside, &matching, &person);
            }
        }
    }
}
