//! The cell's resolution with its vote. The figures are those of the rule (`admission::vote`); what
//! was not counted is a blank.

use super::{decides, head, line, lines, name_line, organization, paper, places, sign, signed, title, to_write, value};
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::domain::admission::vote::{self, Share};
use crate::domain::schema::field::Field;
use crate::text::{numbers, procedure as steps, sheets as texts};
use crate::views::el::{El, el};

/// Lines for the cell's remarks.
const REMARKS: usize = 2;

/// Its single page.
pub fn pages(state: &State, dossier: &Dossier<'_>) -> Vec<El> {
    let places = places(state, dossier);
    let left = organization(&places).child(el("p", "").text(texts::STAR)).child(el("p", "").text(texts::NUMBER));
    let mut parts = vec![head(left, dossier.meeting)];
    parts.extend(title(dossier, Sheet::Resolution));
    parts.push(line(texts::MEETING, value(dossier, Field::CellMeeting).as_deref()));
    parts.extend(texts::MEETING_LINES.into_iter().map(|label| line(label, None)));
    parts.push(name_line(texts::CONSIDERED, value(dossier, Field::Name).as_deref()));
    parts.extend(lines(dossier, texts::PERSON));
    parts.push(line(steps::DECIDES, decides(state, dossier)));
    parts.push(to_write(texts::CELL_REMARKS, REMARKS));
    let sign = sign(None, &[texts::SIGNS_CELL, texts::SECRETARY], texts::BY_NAME, None);
    parts.extend(signed(vote_of(dossier), sign));
    vec![paper(parts)]
}

/// The figures of the vote. If there are more votes than members, the screen shows a finding and
/// the sheet no result.
fn vote_of(dossier: &Dossier<'_>) -> Vec<El> {
    let candidate = dossier.candidate();
    let base = vote::base(dossier.regulation(), &candidate, dossier.on()).filter(|base| *base > 0);
    let counted = base.zip(candidate.votes_for).filter(|(base, votes)| votes <= base);
    let percent = counted.and_then(|(base, votes)| texts::percent(votes, base));
    let outcome = counted.zip(Share::on(dossier.regulation(), dossier.on()));
    let outcome = outcome.map(|((base, votes), share)| texts::outcome(share, u64::from(votes) >= share.of(base)));
    let base = base.map(|base| numbers::count(base.into()));
    let figure = |field| value(dossier, field);
    vec![
        line(texts::MEMBERS, figure(Field::OfficialMembers).as_deref()),
        line(texts::EXCUSED, figure(Field::Excused).as_deref()),
        line(texts::BASE, base.as_deref()),
        line(texts::PRESENT, None),
        line(texts::VOTES_FOR, figure(Field::VotesFor).as_deref()),
        line(texts::VOTES_AGAINST, None),
        line(texts::PERCENT, percent.as_deref()),
        line(texts::OUTCOME, outcome.as_deref()),
        line(texts::PROPOSES, None),
        line(texts::RECEIVERS, None),
    ]
}
