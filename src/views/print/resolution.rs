//! The cell's resolution with its vote. The figures are those of the rule (`rules::vote`); what was
//! not counted is a blank.

use super::{head, line, lines, name_line, organization, paper, places, sign, title, to_write, value};
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::domain::admission::vote::{self, Share};
use crate::domain::schema::field::Field;
use crate::text::vi::{numbers, sheets as told};
use crate::views::el::{El, el};

/// Lines for the cell's remarks.
const REMARKS: usize = 3;

/// Its one page.
pub fn pages(state: &State, dossier: &Dossier<'_>) -> Vec<El> {
    let places = places(state, dossier);
    let left = organization(&places).child(el("p", "").text(told::STAR)).child(el("p", "").text(told::NUMBER));
    let mut parts = vec![head(left, dossier.meeting)];
    parts.extend(title(Sheet::Resolution));
    parts.push(line(told::MEETING, value(dossier, Field::CellMeeting).as_deref()));
    parts.extend(told::MEETING_LINES.into_iter().map(|label| line(label, None)));
    parts.push(name_line(told::CONSIDERED, value(dossier, Field::Name).as_deref()));
    parts.extend(lines(dossier, told::PERSON));
    parts.push(to_write(told::CELL_REMARKS, REMARKS));
    let sign = sign(None, &[told::SIGNS_CELL, told::SECRETARY], told::BY_NAME, None);
    parts.push(vote_of(dossier).child(sign));
    vec![paper(parts)]
}

/// The figures of the vote. More votes than members are told on the screen; here they come to nothing.
fn vote_of(dossier: &Dossier<'_>) -> El {
    let candidate = dossier.candidate();
    let base = vote::base(&candidate, dossier.on()).filter(|base| *base > 0);
    let counted = base.zip(candidate.votes_for).filter(|(base, votes)| votes <= base);
    let percent = counted.and_then(|(base, votes)| told::percent(votes, base));
    let outcome = counted.zip(Share::on(dossier.on()));
    let outcome = outcome.map(|((base, votes), share)| told::outcome(share, u64::from(votes) >= share.of(base)));
    let base = base.map(|base| numbers::count(base.into()));
    let figure = |field| value(dossier, field);
    el("div", "paper-part together").child(el("h3", "").text(told::VOTE)).children(vec![
        line(told::MEMBERS, figure(Field::OfficialMembers).as_deref()),
        line(told::EXCUSED, figure(Field::Excused).as_deref()),
        line(told::BASE, base.as_deref()),
        line(told::PRESENT, None),
        line(told::VOTES_FOR, figure(Field::VotesFor).as_deref()),
        line(told::VOTES_AGAINST, None),
        line(told::PERCENT, percent.as_deref()),
        line(told::OUTCOME, outcome.as_deref()),
        line(told::PROPOSES, None),
        line(told::RECEIVERS, None),
    ])
}
