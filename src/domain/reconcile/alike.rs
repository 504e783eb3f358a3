//! Sums of figures with one unit among figures with others: `kiểm tra 914 tổ chức đảng và 3.057 đảng viên, trong đó tỉnh 898 tổ chức đảng
//! và 3.028 đảng viên, Trung ương 16 tổ chức đảng và 29 đảng viên`. Plain lists are in `sums`.

use super::change;
use super::figure::{Figure, Item, Kind, Near, ONE, Sentence};
use super::fit::Fit;
use super::reading::Readings;
use super::sums::told;
use super::swaps::is_swapped;

/// Most parts.
const MOST: usize = 12;

/// The unit of a figure: up to two words behind it.
fn unit<'a>(read: &'a Sentence, figure: &Figure) -> Vec<&'a str> {
    read.after(figure.at, 2)
}

/// Reads sums over figures of one unit, behind a word that begins a list.
pub fn alike(read: &Sentence, found: &mut Readings) {
    for (place, whole) in read.figures.iter().enumerate() {
        let of = unit(read, whole);
        let plain = |figure: &Figure| {
            figure.kind == Kind::Count
                && figure.near == Near::Exactly
                && figure.over.is_none()
                && figure.value.place >= ONE
                && change::change(read, figure).is_none()
        };
        if of.is_empty() || !plain(whole) || whole.value.parts < 20 * ONE || found.has(whole.span) {
            continue;
        }
        let behind = read.figures.get(place + 1..).unwrap_or_default().iter();
        let parts: Vec<&Figure> = behind
            .take_while(|figure| figure.sentence <= whole.sentence + 1)
            .filter(|figure| plain(figure) && unit(read, figure) == of)
            .take(MOST)
            .collect();
        let Some(first) = parts.first().filter(|_| parts.len() > 1) else { continue };
        if !begins(read, whole, first) {
            continue;
        }
        let runs = || (2..=parts.len()).filter_map(|to| parts.get(..to));
        let total = |run: &[&Figure]| run.iter().map(|part| part.value.parts).sum::<i64>();
        let whole_list = all_alike(read, whole, &parts);
        if let Some(run) = runs().find(|run| total(run) == whole.value.parts) {
            found.found.push(told(whole, run, Fit::Exact));
        } else if whole.value.parts >= 100 * ONE && is_swapped(whole, &parts) && parts.len() < 5 {
            found.found.push(told(whole, &parts, Fit::Swapped));
        } else if whole_list {
            found.found.push(told(whole, &parts, Fit::No));
        }
    }
}

/// Whether a word between a whole and its first part begins a list.
fn begins(read: &Sentence, whole: &Figure, first: &Figure) -> bool {
    let items = read.items.get(whole.at..first.at).unwrap_or_default();
    items.windows(2).any(|pair| match pair {
        [Item::Word(one), Item::Word(other)] => {
            one == "trong" && other == "do" || one == "cu" && other == "the" || other == "gom"
        }
        [_, Item::Word(word)] => word == "gom",
        [_, Item::Mark(mark)] => *mark == ':',
        _ => false,
    })
}

/// Whether a list that says `gồm` has parts of one unit only, so that none is missing: in the sentence of the whole, no other unit
/// among them.
fn all_alike(read: &Sentence, whole: &Figure, parts: &[&Figure]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let words = read.words(whole.at, first.at);
    let partial = ["ca", "chua", "khong", "nhu", "rieng", "chu", "dien", "mot", "nhieu"];
    let said = words.contains(&"gom") && !words.iter().any(|word| partial.contains(word));
    let here = last.sentence == whole.sentence && unit(read, whole).len() > 1;
    let behind = read.figures.iter().filter(|figure| figure.at > last.at && figure.sentence == whole.sentence);
    let next = behind.map(|figure| figure.at).min();
    let ended = next.is_none_or(|next| {
        read.has_mark(last.at, next, &[')', ';'])
            || !read.has_mark(last.at, next, &[',']) && !read.words(last.at, next).contains(&"va")
    });

    let joined = parts.windows(2).all(|pair| match pair {
        [one, other] => read.has_mark(one.at, other.at, &[',', ';']) || read.words(one.at, other.at).contains(&"va"),
        _ => true,
    });
    said && here && ended && joined
}
