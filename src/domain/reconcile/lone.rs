//! Percentages that no words tie to a whole, where the line has only one, or where two of them cannot be of one whole. Notes, never
//! accusations. Percentages of a known whole are in `shares`.

use super::figure::{Figure, Item, Kind, Near, ONE, Sentence, any};
use super::fit::Fit;
use super::hidden::wholes;
use super::percentage::{Claim, claim, is_count};
use super::reading::{Readings, Relation};
use super::units;

/// Reads percentages that are left over.
pub fn lone(read: &Sentence, found: &mut Readings) {
    let open = |found: &Readings, figure: &Figure| {
        figure.kind == Kind::Percent && figure.near == Near::Exactly && !found.has(figure.span)
    };
    let mut earlier: Option<(&Figure, Claim)> = None;
    for (place, given) in read.figures.iter().enumerate() {
        if !open(found, given) || given.value.parts <= 0 || given.value.parts >= 100 * ONE {
            continue;
        }
        let claim = claim(read, place, given);
        let beside = claim.parts.first().copied().filter(|part| claim.is_beside(part) && plain(part));
        let Some(part) = beside.filter(|_| is_plain_share(&claim)) else { continue };
        let (fit, whole, spans) = match only_whole(read, &claim, part) {
            Some(whole) => (Fit::Doubtful, whole.value, vec![part.span, whole.span, given.span]),
            None => {
                let other = earlier.as_ref().and_then(|(first, before)| {
                    unlike(read, (first, before), (part, &claim)).map(|whole| (Fit::Doubtful, whole))
                });
                let Some((fit, whole)) = other else {
                    earlier.get_or_insert((part, claim));
                    continue;
                };
                (fit, whole, vec![part.span, given.span])
            }
        };
        let relation = Relation::Share { part: part.value, whole, given: given.value };
        found.found.push(super::reading::Reading { relation, fit, spans });
        found.unclear = found.unclear.saturating_sub(1);
    }
}

fn plain(figure: &Figure) -> bool {
    figure.near == Near::Exactly && figure.value.is_whole() && figure.over.is_none()
}

/// A share by its words, of nothing that is named: `chiếm 45%`, `(45%)`.
fn is_plain_share(claim: &Claim) -> bool {
    let bracket = matches!(claim.read.previous(claim.given.at), Some(Item::Mark('(')));
    let said = bracket
        || claim.link.last().is_some_and(|word| matches!(*word, "chiem" | "bang" | "dat"))
        || claim.is_at_rate();
    said && !claim.changes() && !claim.is_beyond() && !claim.is_target() && claim.after().is_empty()
}

/// The only other number of the line, before the part and larger, of the same kind.
fn only_whole<'a>(read: &'a Sentence, claim: &Claim, part: &Figure) -> Option<&'a Figure> {
    let mut others = read.figures.iter().filter(|figure| is_count(figure) && figure.span != part.span);
    let whole = others.next()?;
    let alone = others.next().is_none() && claim.tail.is_empty();
    let here = whole.at < part.at && whole.sentence == part.sentence && !units::differ(read, whole, part);
    // `Chỉ tiêu 15; kết nạp 5 (33,3%)` and `Có 24 …, 16 được kết nạp, đạt 66,7%`.
    let marks = read.has_mark(whole.at, part.at, &['.', ':']);
    // `1.348 hội viên, đạt 29%; 832 hội viên, đạt 29,7%`: each of its own.
    let own =
        read.figures.iter().any(|figure| figure.kind == Kind::Percent && figure.at > whole.at && figure.at < part.at);
    let changes = own || super::change::change(read, part).is_some() || super::change::change(read, whole).is_some();
    (alone && here && plain(whole) && !marks && !changes && whole.value > part.value).then_some(whole)
}

/// The whole that the first of two shares gives, where the second is of the same things and cannot be of it.
fn unlike(
    read: &Sentence,
    (first, before): (&Figure, &Claim),
    (part, claim): (&Figure, &Claim),
) -> Option<super::figure::Value> {
    let same = first.sentence == part.sentence && before.tail == claim.tail && first.depth == part.depth;
    let unit = |figure: &Figure| read.after(figure.at, 1).first().map(|word| (*word).to_owned());
    let alike =
        unit(first).is_some() && unit(first) == unit(part) || any(&before.link, &["chiem"]) && unit(part).is_none();
    let chained = any(&before.link, &["chiem", "bang"]) && any(&claim.link, &["chiem", "bang"])
        || [before, claim].iter().all(|one| matches!(read.previous(one.given.at), Some(Item::Mark('('))));
    // A whole that is told is none that both have in common.
    let told = read.figures.iter().any(|figure| is_count(figure) && figure.at < first.at && figure.value > first.value);
    let ((least, most), (low, high)) = (wholes(first, before.given)?, wholes(part, claim.given)?);
    let apart = most < low || high < least;
    let middle = (least + most) / 2;
    (same && alike && chained && !told && apart && middle > part.value.parts / ONE)
        .then(|| super::figure::Value::whole(middle))
}
