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
        if of.is_empty() || !plain(whole) || whole.value.parts < 100 * ONE || found.has(whole.span) {
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
        if let Some(run) = runs().find(|run| total(run) == whole.value.parts) {
            found.found.push(told(whole, run, Fit::Exact));
        } else if is_swapped(whole, &parts) && parts.len() < 5 {
            found.found.push(told(whole, &parts, Fit::Swapped));
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
