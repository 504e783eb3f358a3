//! What the columns of a table of targets and results count beside each other: who asks where several do, what one heading says for all,
//! what is of no period. What a heading says by itself is in `measures`.

use super::heading_names::Named;
use super::lists::List;
use super::measure_words::{indicator, list};
use super::measures::{Above, COUNT, Measure, Span, measure};
use crate::domain::value::letters::fold;

/// “KN | CT” of a report of results: those admitted and those recognized. The places of the second among the columns.
fn recognized(names: &[&Named], above: &Above) -> Vec<usize> {
    let is = |name: &&Named, all: &[&str]| name.ways.first().is_some_and(|way| all.contains(&way.as_str()));
    let admitted =
        names.iter().any(|name| is(name, &["ket nap", "so ket nap", "ket nap moi", "da ket nap", "sl ket nap"]));
    let found = names.iter().filter(|name| is(name, &["ct", "so ct", "chuyen ct", "da ct", "sl ct"]));
    let of_results = admitted && above.list() == Some(List::Results);
    found.filter(|_| of_results).map(|name| name.column).collect()
}

/// Who asks for a target by its heading: “Chỉ tiêu tỉnh giao”.
fn issuer(name: &Named) -> Option<String> {
    const OFFICES: [&str; 12] =
        ["tinh", "huyen", "xa", "phuong", "dang", "thi", "thanh", "ban", "cap", "trung", "quan", "cong"];
    let words: Vec<&str> = name.written.split_whitespace().collect();
    let given = words.iter().position(|word| fold(word) == "giao")?;
    let before = words.get(..given)?;
    let asked = |word: &&str| ["tieu", "hoach", "ct", "kh"].contains(&fold(word).as_str());
    let begins = before.iter().rposition(asked).map_or(0, |at| at + 1);
    let office = before.get(begins..)?;
    let known = office.first().is_some_and(|word| OFFICES.contains(&fold(word).as_str()));
    let text = office.join(" ");
    let mut letters = text.chars();
    let capital = letters.next().map(|first| first.to_uppercase().chain(letters).collect());
    capital.filter(|_| known && office.len() < 6)
}

/// Tells targets of one time apart by who asks for them.
fn by_issuer(measures: &mut [Measure], names: &[&Named]) {
    let alike: Vec<bool> = measures
        .iter()
        .map(|one| {
            let other = |other: &&Measure| other.column != one.column && other.is_like(one);
            one.list == List::Targets && measures.iter().any(|measure| other(&measure))
        })
        .collect();
    for (one, _) in measures.iter_mut().zip(alike).filter(|(_, alike)| *alike) {
        one.issuer = names.iter().find(|name| name.column == one.column).and_then(|name| issuer(name));
    }
}

/// What is counted where neither the title nor a heading of its own says it: what the only other heading says, “Chỉ tiêu 2026 | Kết nạp 2026”.
fn told_beside(names: &[&Named]) -> Option<&'static str> {
    let mut all: Vec<&'static str> = names.iter().filter_map(|name| indicator(name.ways.first()?)).collect();
    all.dedup();
    if let [only] = all.as_slice() { Some(only) } else { None }
}

/// What the columns of a table count.
pub(super) fn measures<'a>(names: impl Iterator<Item = &'a Named>, above: &Above) -> Vec<Measure> {
    let names: Vec<&Named> = names.collect();
    let recognized = recognized(&names, above);
    let targets = names.iter().any(|name| list(&name.own) == Some(List::Targets));
    let beside = told_beside(&names);
    let mut measures: Vec<Measure> = names.iter().filter_map(|name| measure(name, above, (targets, beside))).collect();
    // “Tổng số” with nothing beside it but “Trong đó”.
    let way = |name: &Named| name.ways.first().cloned().unwrap_or_default();
    let inner = names.iter().any(|name| way(name).starts_with("trong do"));
    let whole = names.iter().find(|name| ["tong so", "tong", "tong cong"].contains(&way(name).as_str()));
    if let (true, true, Some(whole)) = (measures.is_empty(), inner, whole) {
        let number = Named::simple(whole.column, COUNT);
        measures.extend(measure(&number, above, (false, None)));
    }
    by_issuer(&mut measures, &names);
    for one in measures.iter_mut().filter(|one| recognized.contains(&one.column)) {
        (one.list, one.indicator) = (List::Results, "recognitions");
    }
    if !measures.iter().any(|measure| measure.list == List::Targets) {
        // “Số lượng” of a report about a month.
        if let ([only], Some(span)) = (measures.as_mut_slice(), above.span)
            && only.span == Span::YEAR
            && above.year == Some(only.year)
        {
            only.span = span;
        }
        return measures;
    }
    // What was done so far, beside the targets of a year, is of no period; and its people may be in the book one by one.
    let last = measures.iter().map(|measure| measure.year).max();
    // A year before the last one that the table names is over.
    let over = |measure: &Measure| last.is_some_and(|last| measure.year < last);
    let timeless = |measure: &Measure| measure.span == Span::YEAR && measure.exact.is_none();
    let parts = measures.iter().any(|one| one.list == List::Results && one.span != Span::YEAR);
    measures.retain(|one| one.list == List::Targets || !timeless(one) || over(one) || parts);
    measures
}
