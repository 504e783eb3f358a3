//! What figures count, as far as it tells them apart: people, organizations, places, households, money. Households are no part of
//! members.

use super::figure::{Earlier, Figure, Sentence};

/// First words of what is counted, by kind.
const KINDS: [&[&str]; 6] = [
    &[
        "dang", "dong", "nguoi", "quan", "doan", "hoi", "nu", "nam_", "can", "hoc", "em", "dv", "sinh", "dai", "cong",
        "d", "dc", "khau",
    ],
    &["chi", "to"],
    &["thon", "ban", "xom", "xa", "ap", "buon", "lang", "khu", "tinh", "huyen"],
    &["ho"],
    &["ty", "ti", "trieu", "nghin"],
    &["lop", "cuoc", "vu", "buoi", "hoi_nghi"],
];

/// The kind of what a figure counts; `None` where the word behind it does not tell.
fn kind(read: &Sentence, figure: &Figure) -> Option<usize> {
    kind_of(&read.after(figure.at, 2))
}

/// The kind that words name.
fn kind_of(after: &[&str]) -> Option<usize> {
    let first = after.first()?;
    // `đảng bộ` and `hội đồng` are no people; `ti lệ` is no money.
    if matches!(
        after,
        ["dang", "bo" | "uy"] | ["ti" | "ty", "le"] | ["doan", "the" | "co" | "cong" | "kiem"] | ["cong", "trinh"]
    ) {
        return None;
    }
    KINDS.iter().position(|words| words.contains(first))
}

/// Whether two figures count things of one kind.
pub(super) fn same(read: &Sentence, one: &Figure, other: &Figure) -> bool {
    kind(read, one).is_some_and(|kind_of_one| kind(read, other) == Some(kind_of_one))
}

/// Whether a figure of a line before counts things of the kind of a part of this line, as far as their words tell: `15 con trâu` is no whole of
/// members.
pub(super) fn agree(read: &Sentence, part: &Figure, earlier: &Earlier) -> bool {
    let words: Vec<&str> = earlier.unit.iter().map(String::as_str).collect();
    let own = read.after(part.at, 2);
    match (kind(read, part), kind_of(&words)) {
        (Some(one), Some(other)) => one == other,
        (_, None) if !words.is_empty() && !own.is_empty() => words.first() == own.first(),
        _ => true,
    }
}

/// Whether another figure of the line certainly counts what a part does.
pub(super) fn alike(read: &Sentence, part: &Figure, other: &Figure) -> bool {
    let (own, words) = (read.after(part.at, 1), read.after(other.at, 1));
    same(read, part, other) || !own.is_empty() && own == words
}

/// Whether a figure certainly counts people.
pub(super) fn are_people(read: &Sentence, figure: &Figure) -> bool {
    kind(read, figure) == Some(0)
}

/// Whether a figure certainly counts organizations or places, each of which is in one part of a list.
pub(super) fn are_bodies(read: &Sentence, figure: &Figure) -> bool {
    matches!(kind(read, figure), Some(1 | 2))
}

/// Whether a figure may count people.
pub(super) fn is_people(read: &Sentence, figure: &Figure) -> bool {
    kind(read, figure).is_none_or(|kind| kind == 0)
}

/// Whether two figures count unlike things by their words: of unlike kinds, or named by other words where the kind is not known.
pub(super) fn unlike(read: &Sentence, one: &Figure, other: &Figure) -> bool {
    match (kind(read, one), kind(read, other)) {
        (Some(one), Some(other)) => one != other,
        _ => {
            let (one, other) = (read.after(one.at, 1), read.after(other.at, 1));
            !one.is_empty() && !other.is_empty() && one != other
        }
    }
}

/// Whether two figures certainly count unlike things.
pub(super) fn differ(read: &Sentence, one: &Figure, other: &Figure) -> bool {
    kind(read, one).zip(kind(read, other)).is_some_and(|(one, other)| one != other)
}
