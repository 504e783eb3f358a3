//! Names of cells and villages in the short ways that lists have: “Pá”, “bản Pá”, “CB Pá” and “Chi bộ bản Pá” are one cell. What is
//! left out may be understood, what is said may not be passed over: “Đảng bộ Pá” and “Thôn Pá” are others. Looking up an
//! organization is in `names`.

use crate::domain::value::letters::fold;

/// Words before a name, each with the ways to write it, without marks; longer ones first.
type Words = [(&'static str, &'static [&'static str])];

/// Kinds of organizations.
const ORGANIZATIONS: &Words = &[("cell", &["chi bo", "cb"]), ("committee", &["dang bo", "db", "dang uy"])];

/// Kinds of places where people live.
const PLACES: &Words = &[
    ("neighbourhood", &["to dan pho", "tdp"]),
    ("quarter", &["khu pho", "kp"]),
    ("area", &["khu dan cu", "kdc"]),
    ("sub-area", &["tieu khu", "tk"]),
    ("thon", &["thon"]),
    ("ban", &["ban"]),
    ("xom", &["xom"]),
    ("ap", &["ap"]),
    ("buon", &["buon"]),
    ("bon", &["bon"]),
    ("lang", &["lang"]),
    ("soc", &["soc", "phum"]),
    ("khom", &["khom"]),
];

/// A name in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnitName {
    organization: Option<&'static str>,
    place: Option<&'static str>,
    /// The name proper, in small letters with its marks.
    rest: String,
    /// Whether it is written without any marks.
    bare: bool,
}

impl UnitName {
    /// The parts of a name in small letters with single spaces.
    pub(super) fn of(name: &str) -> UnitName {
        let words: Vec<&str> = name.split(' ').collect();
        let (organization, words) = without(ORGANIZATIONS, &words);
        let (place, mut words) = without(PLACES, words);
        // “Tổ dân phố số 4” is number 4.
        if let [number, rest @ ..] = words
            && fold(number) == "so"
            && rest.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        {
            words = rest;
        }
        UnitName { organization, place, rest: words.join(" "), bare: fold(name) == name }
    }

    /// What names that may mean the same have in common.
    pub(super) fn key(&self) -> String {
        fold(&self.rest)
    }

    /// Whether both may be ways to write one name.
    pub(super) fn is_like(&self, other: &UnitName) -> bool {
        let left_out = |one: Option<&str>, other: Option<&str>| one.is_none() || other.is_none() || one == other;
        let key = self.key();
        let same = self.rest == other.rest || (self.bare || other.bare) && key == other.key();
        // A number alone is no name: there is a first village, and a first quarter.
        let named = key.chars().filter(char::is_ascii_alphabetic).count() > 1;
        let place = if named { left_out(self.place, other.place) } else { self.place == other.place };
        !key.is_empty()
            && same
            && place
            && (named || self.place.is_some())
            && left_out(self.organization, other.organization)
    }
}

/// The words without the kind that they begin with, if a name is left.
fn without<'a, 'b>(kinds: &Words, words: &'a [&'b str]) -> (Option<&'static str>, &'a [&'b str]) {
    for (kind, ways) in kinds {
        for way in *ways {
            let length = way.split(' ').count();
            let begins = words.get(..length).is_some_and(|begin| fold(&begin.join(" ")) == *way);
            if let (true, Some(rest @ [_, ..])) = (begins, words.get(length..)) {
                return (Some(kind), rest);
            }
        }
    }
    (None, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        let (one_name, other_name) = (UnitName::of(one), UnitName::of(other));
        assert_eq!(one_name.is_like(&other_name), expected, "{one} and {other}");
        assert_eq!(other_name.is_like(&one_name), expected, "{other} and {one}");
    }

    #[test]
    fn short_ways_to_write_a_name_are_one() {
        check("pá", "chi bộ bản pá", true);
        check("bản pá", "chi bộ bản pá", true);
        check("cb pá", "chi bộ bản pá", true);
        check("cb bản pá", "bản pá", true);
        check("cb ban pa", "chi bộ bản pá", true);
        check("chi bộ tdp số 4", "chi bộ tổ dân phố 4", true);
        check("cb thôn 3", "chi bộ thôn 3", true);
        check("công an xã", "chi bộ công an xã", true);
    }

    #[test]
    fn what_is_said_is_not_passed_over() {
        check("thôn pá", "bản pá", false);
        check("đảng bộ pá", "chi bộ pá", false);
        check("bản pà", "bản pá", false);
        check("bản pa", "bản pá", false);
        check("bản pá 1", "bản pá", false);
        check("chi bộ 1", "chi bộ thôn 1", false);
        check("1", "chi bộ thôn 1", false);
        check("thôn 1", "tổ dân phố 1", false);
        check("chi bộ", "chi bộ pá", false);
        check("", "chi bộ pá", false);
    }
}
