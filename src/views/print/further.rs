//! The sheets between introduction and recognition that need no module of their own: opinions, resolutions of committees,
//! decisions, self-review and helper's remark. What stands on each comes from the points of 01-HD/TW of 2021 that ask for it
//! (3.5 to 3.7, 4.2 to 4.7); wording without a source is a blank.

use super::{
    Places, address, decides, end, head, line, lines, name_line, nobody, organization, paper, places, sign, signed,
    title, to_write, value,
};
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::domain::ledger::attached::Attached;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::value::day::Day;
use crate::text::{further_sheets as own, numbers, procedure as steps, sheets as texts};
use crate::views::el::{El, el};

/// The single page of such a sheet.
pub fn pages(state: &State, dossier: &Dossier<'_>, sheet: Sheet) -> Vec<El> {
    let places = places(state, dossier);
    let parts = match sheet {
        Sheet::Opinions => opinions(dossier, &places, sheet, &[Field::BodiesHeard, Field::ResidenceHeard]),
        Sheet::ProbationOpinions => opinions(dossier, &places, sheet, &[Field::ProbationOpinions; 2]),
        Sheet::BaseResolution => base(state, dossier, &places, sheet, Field::BaseResolution, Field::CellMeeting),
        Sheet::RecognitionBase => {
            base(state, dossier, &places, sheet, Field::RecognitionResolution, Field::RecognitionMeeting)
        }
        Sheet::RecognitionResolution => recognition(state, dossier, &places),
        Sheet::SelfReview => self_review(dossier, &places),
        Sheet::HelperRemark => helper_remark(dossier, &places),
        Sheet::RecognitionDecision => {
            let before = [Field::RecognitionMeeting, Field::RecognitionResolution];
            decision(state, dossier, &places, sheet, Field::RecognitionDecision, before)
        }
        _ => decision(state, dossier, &places, sheet, Field::Decision, [Field::CellMeeting, Field::BaseResolution]),
    };
    vec![paper(parts)]
}

/// Header and title of a sheet.
fn begin(dossier: &Dossier<'_>, sheet: Sheet, author: El, day: Option<Day>) -> Vec<El> {
    let mut parts = vec![head(author, day)];
    parts.extend(title(dossier, sheet));
    parts
}

/// The author of a numbered sheet.
fn numbered(author: El, number: &str) -> El {
    author.child(el("p", "").text(texts::STAR)).child(el("p", "").text(number))
}

/// The committee above the cell as the author.
fn committee(places: &Places, number: &str) -> El {
    let side = el("div", "paper-head-side").child(el("p", "capitals").text(&texts::above(places.top.as_deref())));
    numbered(side.child(el("p", "capitals strong").text(&texts::to_above(places.above.as_deref()))), number)
}

/// The candidate's name below a label, and who that is.
fn person(dossier: &Dossier<'_>, label: &str) -> Vec<El> {
    let mut parts = vec![name_line(label, value(dossier, Field::Name).as_deref())];
    parts.extend(lines(dossier, texts::PERSON));
    parts
}

fn day_line(dossier: &Dossier<'_>, label: &str, field: Field) -> El {
    line(label, value(dossier, field).as_deref())
}

/// What a vote needs, to be filled in by hand, and who signs it.
fn vote(labels: &[&str], sign: El) -> Vec<El> {
    signed(labels.iter().map(|label| line(label, None)).collect(), sign)
}

/// Opinions gathered by the cell: of mass bodies, then of the place of residence.
fn opinions(dossier: &Dossier<'_>, places: &Places, sheet: Sheet, heard: &[Field]) -> Vec<El> {
    let mut parts = begin(dossier, sheet, organization(places), None);
    parts.extend(person(dossier, if sheet == Sheet::Opinions { own::APPLICANT } else { own::PROBATIONER }));
    for (heading, day) in own::OPINIONS.into_iter().zip(heard) {
        parts.push(el("h3", "").text(heading));
        parts.push(day_line(dossier, own::HEARD, *day));
        parts.push(to_write(own::STRENGTHS, 2));
        parts.push(to_write(own::WEAKNESSES, 1));
        parts.push(line(own::AGREE, None));
    }
    parts.push(to_write(own::COMMITTEE_REMARKS, 1));
    parts.push(end(sign(None, &[own::SIGNS_CELL_COMMITTEE, texts::SECRETARY], texts::BY_NAME, None)));
    parts
}

/// The resolution of the committee above the cell.
fn base(state: &State, dossier: &Dossier<'_>, places: &Places, sheet: Sheet, day: Field, of_cell: Field) -> Vec<El> {
    let mut parts = begin(dossier, sheet, committee(places, own::NUMBER_OF_COMMITTEE), dossier.day(day));
    parts.push(day_line(dossier, texts::MEETING, day));
    parts.extend(texts::MEETING_LINES.into_iter().map(|label| line(label, None)));
    parts.push(day_line(dossier, own::RESOLVED_BY_CELL, of_cell));
    parts.extend(person(dossier, if sheet == Sheet::BaseResolution { texts::CONSIDERED } else { own::PROBATIONER }));
    parts.push(line(steps::DECIDES, decides(state, dossier)));
    parts.push(to_write(own::COMMITTEE_REMARKS, 2));
    let sign = sign(None, &[own::SIGNS_COMMITTEE, texts::SECRETARY], texts::BY_SEAL, None);
    parts.extend(vote(own::COMMITTEE_VOTE, sign));
    parts
}

/// The cell's resolution on recognition.
fn recognition(state: &State, dossier: &Dossier<'_>, places: &Places) -> Vec<El> {
    let day = Field::RecognitionMeeting;
    let author = numbered(organization(places), texts::NUMBER);
    let mut parts = begin(dossier, Sheet::RecognitionResolution, author, dossier.day(day));
    parts.push(day_line(dossier, texts::MEETING, day));
    parts.extend(texts::MEETING_LINES.into_iter().map(|label| line(label, None)));
    parts.extend(person(dossier, own::PROBATIONER));
    parts.push(day_line(dossier, own::ADMITTED, Field::Ceremony));
    parts.push(line(steps::DECIDES, decides(state, dossier)));
    parts.push(to_write(texts::CELL_REMARKS, 1));
    let sign = sign(None, &[texts::SIGNS_CELL, texts::SECRETARY], texts::BY_NAME, None);
    parts.extend(vote(own::CELL_VOTE, sign));
    parts
}

/// The new member's own review.
fn self_review(dossier: &Dossier<'_>, places: &Places) -> Vec<El> {
    let name = value(dossier, Field::Name);
    let mut parts = begin(dossier, Sheet::SelfReview, nobody(), dossier.day(Field::SelfReview));
    parts.push(address(places));
    parts.extend(person(dossier, texts::I_AM));
    parts.push(day_line(dossier, own::ADMITTED, Field::Ceremony));
    parts.push(line(texts::CELL_OF, places.cell.as_deref()));
    parts.push(to_write(own::STRENGTHS, 4));
    parts.push(to_write(own::WEAKNESSES, 3));
    parts.push(to_write(own::AMENDS, 2));
    parts.push(end(sign(None, &[own::SIGNS_PROBATIONER], texts::BY_NAME, name.as_deref())));
    parts
}

/// The remark of the member who helps at the end of probation.
fn helper_remark(dossier: &Dossier<'_>, places: &Places) -> Vec<El> {
    let helpers = dossier.in_order(RecordKind::Helper);
    let helper = helpers.into_iter().rev().find_map(|(_, found)| match found {
        Attached::Helper(helper) => Some(helper),
        _ => None,
    });
    let name = helper.and_then(|helper| helper.name.clone());
    let since = helper.and_then(|helper| helper.since).map(numbers::day);
    let mut parts = begin(dossier, Sheet::HelperRemark, nobody(), dossier.day(Field::HelperRemark));
    parts.push(address(places));
    parts.push(name_line(texts::I_AM, name.as_deref()));
    parts.push(line(texts::CELL_OF, places.cell.as_deref()));
    parts.extend(person(dossier, own::HELPED));
    parts.push(line(own::HELPED_SINCE, since.as_deref()));
    parts.push(day_line(dossier, own::ADMITTED, Field::Ceremony));
    parts.push(to_write(own::STRENGTHS, 3));
    parts.push(to_write(own::WEAKNESSES, 3));
    parts.push(to_write(own::PROPOSAL, 1));
    parts.push(end(sign(None, &[own::SIGNS_REMARK], texts::BY_NAME, name.as_deref())));
    parts
}

/// A decision, with its articles; `before` are the days of the resolutions that it rests on.
fn decision(
    state: &State,
    dossier: &Dossier<'_>,
    places: &Places,
    sheet: Sheet,
    day: Field,
    before: [Field; 2],
) -> Vec<El> {
    let number = value(dossier, Field::DecisionNumber).filter(|_| sheet == Sheet::Decision);
    let number = number.map_or_else(|| own::NUMBER_OF_DECISION.to_owned(), |number| own::numbered(&number));
    let mut parts = begin(dossier, sheet, committee(places, &number), dossier.day(day));
    parts.push(line(own::BASIS, None));
    let before = [own::RESOLVED_BY_CELL, own::RESOLVED_BY_COMMITTEE].into_iter().zip(before);
    parts.extend(before.map(|(label, field)| day_line(dossier, label, field)));
    parts.push(name_line(own::WHO_DECIDES, decides(state, dossier)));
    let (first, second) = own::articles(sheet);
    parts.push(el("h3", "").text(first));
    parts.extend(person(dossier, own::COMRADE));
    parts.push(line(texts::CELL_OF, places.cell.as_deref()));
    if sheet == Sheet::RecognitionDecision {
        parts.push(day_line(dossier, own::OFFICIAL_FROM, Field::Recognition));
    }
    parts.push(el("h3", "").text(second));
    parts.push(to_write(own::WHO_CARRIES_OUT, 2));
    parts.push(line(texts::RECEIVERS, None));
    parts.push(end(sign(None, &[own::ON_BEHALF, texts::SECRETARY], texts::BY_SEAL, None)));
    parts
}
