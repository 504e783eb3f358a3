//! Shares of a small whole that no whole number gives; statisticians call it GRIM.

use super::figure::{Figure, Item, Kind, Near, ONE, Sentence, Value, any, has};
use super::fit::Fit;
use super::percentage::claim;
use super::reading::{Reading, Readings, Relation};

/// Shares of a small whole without the number: `Trong 7 đảng viên mới, nữ chiếm 45%`. No whole number may give it.
pub fn no_part(read: &Sentence, found: &mut Readings) {
    for (place, given) in read.figures.iter().enumerate().filter(|(_, figure)| figure.kind == Kind::Percent) {
        let claim = claim(read, place, given);
        // `5 đảng viên mới, trong đó nữ chiếm 45%`.
        let within = |only: &Figure| {
            let items = read.items.get(only.at..given.at).unwrap_or_default();
            let said = items
                .windows(2)
                .any(|pair| matches!(pair, [Item::Word(one), Item::Word(other)] if one == "trong" && other == "do"));
            said && only.sentence == given.sentence && !read.has_mark(only.at, given.at, &[';', '.', ':'])
        };
        let whole = match (claim.parts.as_slice(), claim.named_whole()) {
            ([only], None) if within(only) && claim.tail.is_empty() && claim.after().is_empty() => *only,
            ([only], Some(named)) if only.span == named.span && claim.after().is_empty() => named,
            ([], Some(named)) if claim.after().is_empty() => named,
            _ => continue,
        };
        let said = any(&claim.link, &["chiem"]) || has(&claim.link, &["dat", "ty", "le"]);
        let one_of = matches!(read.before(whole.at, 2).as_slice(), ["mot" | "nhung" | "cac", "trong"]);
        if found.has(given.span)
            || claim.changes()
            || claim.is_target()
            || !said
            || one_of
            || given.depth != whole.depth
        {
            continue;
        }
        let number = whole.value.parts / ONE;
        if !whole.value.is_whole() || number > 1_000 || given.near != Near::Exactly || whole.near != Near::Exactly {
            continue;
        }
        let one = Figure { value: Value::whole(0), ..given.clone() };
        let some = (0..=number).any(|part| {
            let part = Figure { value: Value::whole(part), ..one.clone() };
            claim.share(&part, whole).0 <= Fit::Cut
        });
        if !some {
            let relation = Relation::NoPart { whole: whole.value, given: given.value };
            found.found.push(Reading { relation, fit: Fit::No, spans: vec![whole.span, given.span] });
            found.unclear = found.unclear.saturating_sub(1);
        }
    }
}
