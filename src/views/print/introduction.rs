//! The introduction: a page for each introducing member. A mass organization uses a form of its own.

use super::{address, end, head, line, lines, name_line, nobody, paper, places, sign, title, to_write, value};
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::domain::schema::choice::IntroducedBy;
use crate::domain::schema::field::Field;
use crate::text::sheets as texts;
use crate::views::el::El;

/// Lines for the remarks.
const REMARKS: usize = 7;

const MEMBERS: [(Field, Field); 2] =
    [(Field::Introducer1, Field::Introducer1Since), (Field::Introducer2, Field::Introducer2Since)];

/// A page for each introducing member.
pub fn pages(state: &State, dossier: &Dossier<'_>) -> Vec<El> {
    let by = dossier.chosen(Field::IntroducedBy).and_then(IntroducedBy::from_key);
    if by.is_none_or(|by| by == IntroducedBy::Members) {
        return MEMBERS.iter().map(|member| page(state, dossier, *member)).collect();
    }
    // The member beside the mass organization may be in either field.
    let member = MEMBERS.iter().find(|(name, _)| dossier.has(*name)).or(MEMBERS.first());
    member.map(|member| page(state, dossier, *member)).into_iter().collect()
}

fn page(state: &State, dossier: &Dossier<'_>, (member, since): (Field, Field)) -> El {
    let member = value(dossier, member);
    let mut parts = vec![head(nobody(), None)];
    parts.extend(title(dossier, Sheet::Introduction));
    parts.push(address(&places(state, dossier)));
    parts.push(name_line(texts::I_AM, member.as_deref()));
    parts.push(line(texts::CELL_OF, None));
    parts.push(name_line(texts::WHOM, value(dossier, Field::Name).as_deref()));
    parts.extend(lines(dossier, texts::PERSON));
    parts.push(line(texts::TOGETHER, value(dossier, since).as_deref()));
    parts.push(to_write(texts::REMARKS, REMARKS));
    parts.push(end(sign(None, &[texts::SIGNS_INTRODUCTION], texts::BY_NAME, member.as_deref())));
    paper(parts)
}
