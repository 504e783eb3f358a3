//! Words that say what follows them. Those with which places begin are in `value::place_words`.

use crate::domain::value::letters::fold;
use crate::domain::value::place_words::{ABOVE, COMMUNES, VILLAGES};

/// What a word before something says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Name,
    Birth,
    Sex,
    Ethnic,
    Religion,
    Citizen,
    Phone,
    Residence,
    Education,
    Cell,
    YouthUnion,
}

/// Words and what they say, folded; longer ones before those that they begin with.
pub(super) const LABELS: [(&str, Label); 46] = [
    ("ho va ten", Label::Name),
    ("ho ten", Label::Name),
    ("ten", Label::Name),
    ("dong chi", Label::Name),
    ("d/c", Label::Name),
    ("dc", Label::Name),
    ("quan chung", Label::Name),
    ("ngay thang nam sinh", Label::Birth),
    ("ngay, thang, nam sinh", Label::Birth),
    ("sinh ngay", Label::Birth),
    ("sinh nam", Label::Birth),
    ("ngay sinh", Label::Birth),
    ("nam sinh", Label::Birth),
    ("sinh", Label::Birth),
    ("sn", Label::Birth),
    ("ns", Label::Birth),
    ("gioi tinh", Label::Sex),
    ("dan toc", Label::Ethnic),
    ("dt", Label::Ethnic),
    ("ton giao", Label::Religion),
    ("theo dao", Label::Religion),
    ("dao", Label::Religion),
    ("tg", Label::Religion),
    ("so can cuoc", Label::Citizen),
    ("can cuoc cong dan", Label::Citizen),
    ("can cuoc", Label::Citizen),
    ("so cccd", Label::Citizen),
    ("cccd", Label::Citizen),
    ("so dien thoai", Label::Phone),
    ("dien thoai", Label::Phone),
    ("sdt", Label::Phone),
    ("lien he", Label::Phone),
    ("ll", Label::Phone),
    ("zalo", Label::Phone),
    ("noi cu tru", Label::Residence),
    ("noi o", Label::Residence),
    ("thuong tru", Label::Residence),
    ("tru tai", Label::Residence),
    ("dia chi", Label::Residence),
    ("o", Label::Residence),
    ("trinh do van hoa", Label::Education),
    ("trinh do", Label::Education),
    ("hoc het", Label::Education),
    ("het", Label::Education),
    ("chi bo", Label::Cell),
    ("vao doan", Label::YouthUnion),
];

/// What a text begins with, and the rest of it.
pub(super) fn labelled(text: &str) -> Option<(Label, String)> {
    label_of(text).map(|(label, _, rest)| (label, rest))
}

/// The same with the number of its words.
pub(super) fn label_of(text: &str) -> Option<(Label, usize, String)> {
    let folded = fold(text);
    let (words, label) = LABELS.iter().find(|(words, _)| {
        folded.strip_prefix(words).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
    })?;
    let count = words.split(' ').count();
    let rest: Vec<&str> = text.split_whitespace().skip(count).collect();
    // The colon may stand at the last of the words, or alone.
    let glued = text.split_whitespace().nth(count - 1).and_then(|word| word.split_once(':')).map(|(_, behind)| behind);
    let rest = [glued.unwrap_or_default(), &rest.join(" ")].join(" ");
    Some((*label, count, rest.trim().trim_start_matches(':').trim().to_owned()))
}

/// Whether a village, or a commune by the words that are nobody's name, is named by the word of its kind. Without their marks these are
/// known only in texts that have none: “Bàn” and “Tô” are names of families.
pub(super) fn is_place(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = |place: &str| begins(&lower, place).is_some_and(|rest| !rest.is_empty());
    let communes = COMMUNES.iter().filter(|kind| !kind.contains(' '));
    VILLAGES.iter().chain(communes).any(|place| begins(place) || text.is_ascii() && begins(&fold(place)))
}

/// Whether a text names what villages lie in by the word of its kind. Some of these are people's names, too.
pub(super) fn is_above(text: &str) -> bool {
    let lower = text.to_lowercase();
    let townships = COMMUNES.iter().filter(|kind| kind.contains(' '));
    ABOVE.iter().chain(townships).any(|kind| begins(&lower, kind).is_some())
}

/// What follows a word at the beginning of a text.
fn begins<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word)?.strip_prefix(' ')
}
