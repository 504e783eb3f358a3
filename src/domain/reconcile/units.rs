//! What figures count, as far as it tells them apart: people, organizations, places, households, money. Households are no part of
//! members.

use super::figure::{Figure, Sentence};

/// First words of what is counted, by kind.
const KINDS: [&[&str]; 6] = [
    &["dang", "dong", "nguoi", "quan", "doan", "hoi", "nu", "nam_", "can", "hoc", "em", "dv", "sinh", "dai", "cong"],
    &["chi", "to"],
    &["thon", "ban", "xom", "xa", "ap", "buon", "lang", "khu", "tinh", "huyen"],
    &["ho"],
    &["ty", "ti", "trieu", "nghin"],
    &["lop", "cuoc", "vu", "buoi", "hoi_nghi"],
];

/// The kind of what a figure counts; `None` where the word behind it does not tell.
fn kind(read: &Sentence, figure: &Figure) -> Option<usize> {
    let after = read.after(figure.at, 2);
    let first = after.first()?;
    // `đảng bộ` and `hội đồng` are no people; `ti lệ` is no money.
    if matches!(
        after.as_slice(),
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

/// Whether a figure certainly counts people.
pub(super) fn are_people(read: &Sentence, figure: &Figure) -> bool {
    kind(read, figure) == Some(0)
}

/// Whether a figure may count people.
pub(super) fn is_people(read: &Sentence, figure: &Figure) -> bool {
    kind(read, figure).is_none_or(|kind| kind == 0)
}

/// Whether two figures certainly count unlike things.
pub(super) fn differ(read: &Sentence, one: &Figure, other: &Figure) -> bool {
    kind(read, one).zip(kind(read, other)).is_some_and(|(one, other)| one != other)
}
