//! Lines that say how organizations change, as a decision puts them: `Chi bộ bản A + Chi bộ bản B thành Chi bộ bản C`. Each
//! becomes a change of known organizations, or the reason why it is not understood. Making records of them is in
//! `app::reorganize`.

use super::names::{Mention, Names};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::EventKind;
use crate::domain::schema::id::RecordId;
use crate::domain::value::letters::fold;

/// An organization that others become or come under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// One of the book, which goes on.
    Known(RecordId),
    /// One that is new with this change.
    New(String),
}

/// What one line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happens.
    pub kind: EventKind,
    /// The organizations that it happens to. For a split, the one that is left smaller.
    pub of: Vec<RecordId>,
    /// The one that they become, come under, or that comes out of them; for a new name, that name.
    pub other: Option<Named>,
}

/// Why a line is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// It does not say what happens.
    NoVerb,
    /// It does not say to whom, or into what.
    Half,
    /// No organization has this name.
    Unknown(String),
    /// Several organizations have this name.
    Several(String, usize),
    /// The organization becomes part of itself, or stands below itself.
    Itself(String),
    /// An earlier line already ends this organization.
    Twice(String),
}

/// A line with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line as written.
    pub text: String,
    /// What it says.
    pub said: Result<Change, LineProblem>,
}

/// Words between what changes and what it becomes, longest first; without diacritics.
const VERBS: [(&str, EventKind); 27] = [
    ("hop nhat thanh", EventKind::Merged),
    ("sap nhap thanh", EventKind::Merged),
    ("hop nhat vao", EventKind::Merged),
    ("sap nhap vao", EventKind::Merged),
    ("thanh lap moi", EventKind::Merged),
    ("thanh lap", EventKind::Merged),
    ("doi ten thanh", EventKind::Renamed),
    ("doi ten la", EventKind::Renamed),
    ("doi ten", EventKind::Renamed),
    ("chuyen ve truc thuoc", EventKind::Moved),
    ("chuyen giao ve", EventKind::Moved),
    ("chuyen giao cho", EventKind::Moved),
    ("ve truc thuoc", EventKind::Moved),
    ("chuyen ve", EventKind::Moved),
    ("chuyen den", EventKind::Moved),
    ("truc thuoc", EventKind::Moved),
    ("tach ra tu", EventKind::Split),
    ("tach tu", EventKind::Split),
    ("ket thuc hoat dong", EventKind::Ended),
    ("ket thuc", EventKind::Ended),
    ("giai the", EventKind::Ended),
    ("nhap vao", EventKind::Merged),
    ("gop vao", EventKind::Merged),
    ("thanh", EventKind::Merged),
    ("→", EventKind::Merged),
    ("=>", EventKind::Merged),
    ("=", EventKind::Merged),
];

/// Reads all lines. What one line ends is not there for the others, whatever their order, so that a name that is given
/// away in one and taken in another means a new organization.
pub fn read(ledger: &Ledger, text: &str) -> Vec<Line> {
    let names = there(ledger);
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines.push((line, parse(&names, ledger, line)));
    }
    // Two that take an organization in divide it; any other second end is a mistake.
    let mut ending: Vec<(RecordId, EventKind, Option<Named>)> = Vec::new();
    let mut read = Vec::new();
    for (text, said) in &lines {
        let said = said.clone().and_then(|said| {
            let ends = matches!(said.kind, EventKind::Merged | EventKind::Ended);
            for of in said.of.iter().filter(|of| ends && said.other != Some(Named::Known((*of).clone()))) {
                let twice = |(known, kind, other): &(RecordId, EventKind, Option<Named>)| {
                    let divides = (*kind, said.kind) == (EventKind::Merged, EventKind::Merged) && *other != said.other;
                    known == of && !divides
                };
                if ending.iter().any(twice) {
                    return Err(LineProblem::Twice(ledger.organization_name(of).unwrap_or_default().to_owned()));
                }
                ending.push((of.clone(), said.kind, said.other.clone()));
            }
            Ok(said)
        });
        read.push(Line { text: (*text).to_owned(), said });
    }
    for line in &mut read {
        let Ok(change) = &mut line.said else { continue };
        let Some(Named::Known(other)) = change.other.clone() else { continue };
        if change.kind == EventKind::Merged && ending.iter().any(|(known, ..)| *known == other) {
            change.other = ledger.organization_name(&other).map(|name| Named::New(name.to_owned()));
        }
        // The one that goes on takes the others in.
        change.of.retain(|of| *of != other);
        if change.of.is_empty() {
            line.said = Err(LineProblem::Itself(ledger.organization_name(&other).unwrap_or_default().to_owned()));
        }
    }
    read
}

/// The names of the organizations that are there: an ended one may have given its name away.
fn there(ledger: &Ledger) -> Names {
    let mut names = Names::default();
    for (_, id) in ledger.tree() {
        let parent = ledger.parent(&id).and_then(|parent| ledger.organization_name(parent));
        names.know(ledger.organization_name(&id).unwrap_or_default(), parent, &id);
        names.know_code(ledger.organization(&id).and_then(|found| found.code.as_deref()), &id);
    }
    names
}

fn parse(names: &Names, ledger: &Ledger, line: &str) -> Result<Change, LineProblem> {
    let (left, kind, right) = split(names, line)?;
    if left.is_empty() || (right.is_empty() && kind != EventKind::Ended) {
        return Err(LineProblem::Half);
    }
    // Of a split, what comes out stands in front and what it came from behind.
    let (of, other) = if kind == EventKind::Split { (right, left) } else { (left, right) };
    let mut all = Vec::new();
    for part in parts(names, of) {
        all.push(known(names, part)?);
    }
    let other = match kind {
        EventKind::Ended => None,
        EventKind::Renamed => Some(Named::New(other.to_owned())),
        EventKind::Moved => Some(Named::Known(known(names, other)?)),
        EventKind::Split => Some(Named::New(other.to_owned())),
        EventKind::Merged | EventKind::Changed => Some(match known(names, other) {
            Ok(id) => Named::Known(id),
            Err(LineProblem::Unknown(_)) => Named::New(other.to_owned()),
            Err(problem) => return Err(problem),
        }),
    };
    match &other {
        Some(Named::Known(id)) if kind == EventKind::Moved && all.contains(id) => {
            Err(LineProblem::Itself(ledger.organization_name(id).unwrap_or_default().to_owned()))
        }
        _ => Ok(Change { kind, of: all, other }),
    }
}

/// Divides a line at the verb for which the names make most sense: a name may have a verb's word in it.
fn split<'a>(names: &Names, line: &'a str) -> Result<(&'a str, EventKind, &'a str), LineProblem> {
    if let Some((left, right)) = line.split_once('\t') {
        return Ok((left.trim(), EventKind::Merged, right.trim()));
    }
    let mut best: Option<(usize, (&str, EventKind, &str))> = None;
    for (verb, kind) in VERBS {
        for (at, after) in places(line, verb) {
            let (left, right) = (line.get(..at).unwrap_or_default().trim(), line.get(after..).unwrap_or_default());
            let right = right.trim_start_matches(':').trim();
            let of = if kind == EventKind::Split { right } else { left };
            let unknown = parts(names, of).iter().filter(|part| known(names, part).is_err()).count();
            if best.as_ref().is_none_or(|(known, _)| unknown < *known) {
                best = Some((unknown, (left, kind, right)));
            }
        }
    }
    best.map(|(_, found)| found).ok_or(LineProblem::NoVerb)
}

/// Where a verb stands in a line as whole words, as byte ranges of the line.
fn places(line: &str, verb: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let symbol = !verb.starts_with(|c: char| c.is_ascii_alphabetic());
    for (at, _) in line.char_indices() {
        let rest = line.get(at..).unwrap_or_default();
        let begins = symbol || at == 0 || line.get(..at).unwrap_or_default().ends_with(' ');
        if !begins {
            continue;
        }
        if symbol {
            if rest.starts_with(verb) {
                found.push((at, at + verb.len()));
            }
            continue;
        }
        // The shortest beginning that reads as the verb and ends with a word.
        let ends = rest.char_indices().map(|(place, _)| place).chain([rest.len()]);
        let mut ends =
            ends.filter(|end| rest.get(*end..).unwrap_or_default().starts_with([' ', ':']) || *end == rest.len());
        if let Some(end) = ends.find(|end| fold(rest.get(..*end).unwrap_or_default()) == verb) {
            found.push((at, at + end));
        }
    }
    found
}

/// The single names of a list, divided at `+`, `;`, and at commas and “và” where that leaves known names.
fn parts<'a>(names: &Names, list: &'a str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for part in list.split(['+', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let finer: Vec<&str> = part.split(',').flat_map(at_and).map(str::trim).collect();
        if known(names, part).is_err() && finer.len() > 1 {
            found.extend(finer.into_iter().filter(|part| !part.is_empty()));
        } else {
            found.push(part);
        }
    }
    found
}

/// Divides at the word for “and”.
fn at_and(list: &str) -> Vec<&str> {
    let (mut found, mut from) = (Vec::new(), 0);
    for (at, after) in places(list, "va") {
        found.extend(list.get(from..at));
        from = after;
    }
    found.extend(list.get(from..));
    found
}

/// The organization with this name that is there on the tree's day.
fn known(names: &Names, name: &str) -> Result<RecordId, LineProblem> {
    // A part of one is that one: it is divided when another line takes the rest.
    let part = places(name, "mot phan").into_iter().find(|(at, _)| *at == 0);
    let name = part.and_then(|(_, after)| name.get(after..)).unwrap_or(name).trim();
    match names.find(name) {
        Mention::One(id) => Ok(id),
        // What alters the life of an organization names it as it is called.
        Mention::Unknown | Mention::Like(..) => Err(LineProblem::Unknown(name.to_owned())),
        Mention::Several(number) => Err(LineProblem::Several(name.to_owned(), number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::schema::entry::Entries;
    use crate::domain::schema::field::Field;
    use crate::domain::schema::id::RecordKind;

    struct Name(&'static str);

    impl Entries for Name {
        fn text(&self, field: Field) -> Option<&str> {
            (field == Field::OrganizationName).then_some(self.0)
        }
    }

    /// What a line is read as, in a book of eight organizations.
    fn told(text: &str) -> Vec<String> {
        let mut ledger = Ledger::default();
        let names = [
            "Đảng bộ xã Nà A",
            "Đảng bộ xã Nà B",
            "Đảng bộ xã Đoàn Kết và Thành Công",
            "Tỉnh ủy Mẫu",
            "Chi bộ 1",
            "Chi bộ 2",
            "Chi bộ 3",
            "Chi bộ trường Tân Thành",
        ];
        for (place, name) in names.into_iter().enumerate() {
            let id = RecordId::of(RecordKind::Organization, &format!("o{place}"));
            ledger.put(&id.unwrap_or_else(|| unreachable!()), &Name(name));
        }
        let one = |line: Line| match line.said {
            Err(problem) => format!("{problem:?}"),
            Ok(change) => {
                let of: Vec<&str> = change.of.iter().map(RecordId::name).collect();
                let other = match change.other {
                    None => String::new(),
                    Some(Named::Known(id)) => format!(" {}", id.name()),
                    Some(Named::New(name)) => format!(" “{name}”"),
                };
                format!("{} {}{other}", change.kind.key(), of.join("+"))
            }
        };
        read(&ledger, text).into_iter().map(one).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(told(text), expected, "{text}");
    }

    #[test]
    fn lines_say_what_happens_to_whom() {
        for line in [
            "Đảng bộ xã Nà A + Đảng bộ xã Nà B = Đảng bộ xã Mới",
            "Đảng bộ xã Nà A, Đảng bộ xã Nà B → Đảng bộ xã Mới",
            "đảng bộ xã nà a và Đảng bộ xã Nà B hợp nhất thành Đảng bộ xã Mới",
            "Dang bo xa Na A; Dang bo xa Na B sáp nhập thành: Đảng bộ xã Mới",
            "Đảng bộ xã Nà A + Đảng bộ xã Nà B\tĐảng bộ xã Mới",
        ] {
            check(line, &["merged o0+o1 “Đảng bộ xã Mới”"]);
        }
        check("Chi bộ 2 sáp nhập vào Chi bộ 1", &["merged o5 o4"]);
        check("Chi bộ 1 + Chi bộ 2 thành Chi bộ 1", &["merged o5 o4"]);
        check("Chi bộ 1, Chi bộ 2 và Chi bộ 3 chuyển về trực thuộc Đảng bộ xã Nà B", &["moved o4+o5+o6 o1"]);
        check("Chi bộ 1 đổi tên thành Chi bộ bản Mẫu", &["renamed o4 “Chi bộ bản Mẫu”"]);
        check("Chi bộ trường mầm non tách ra từ Chi bộ trường Tân Thành", &["split o7 “Chi bộ trường mầm non”"]);
        check("Chi bộ 3 giải thể", &["ended o6"]);
        check("Chi bộ 1 và Chi bộ 2 kết thúc hoạt động", &["ended o4+o5"]);
        // A verb's word, “và” and a comma in a name.
        check("Chi bộ trường Tân Thành chuyển về Đảng bộ xã Nà A", &["moved o7 o0"]);
        check(
            "Đảng bộ xã Đoàn Kết và Thành Công + Đảng bộ xã Nà A thành Đảng bộ xã Tân Thành",
            &["merged o2+o0 “Đảng bộ xã Tân Thành”"],
        );
    }

    #[test]
    fn numbers_that_are_given_away_and_taken_mean_new_ones() {
        check("Chi bộ 1 + Chi bộ 2 = Chi bộ 1\nChi bộ 3 = Chi bộ 2", &["merged o5 o4", "merged o6 “Chi bộ 2”"]);
        check("Chi bộ 3 = Chi bộ 2\nChi bộ 2 = Chi bộ 1", &["merged o6 “Chi bộ 2”", "merged o5 o4"]);
    }

    #[test]
    fn an_organization_may_be_divided() {
        check(
            "Chi bộ 1 + một phần Chi bộ 2 thành Chi bộ Trên\nChi bộ 3, một phần Chi bộ 2 thành Chi bộ Dưới",
            &["merged o4+o5 “Chi bộ Trên”", "merged o6+o5 “Chi bộ Dưới”"],
        );
        check("Chi bộ 1 = Chi bộ Mới\nChi bộ 1 = Chi bộ Mới", &["merged o4 “Chi bộ Mới”", "Twice(\"Chi bộ 1\")"]);
    }

    #[test]
    fn what_is_not_understood_says_why() {
        check("Đảng bộ xã Nà A", &["NoVerb"]);
        check("Chi bộ 1 thành", &["Half"]);
        check("thành Chi bộ 1", &["Half"]);
        check("Chi bộ 9 = Chi bộ 1", &["Unknown(\"Chi bộ 9\")"]);
        check("Chi bộ 1 = Chi bộ 1", &["Itself(\"Chi bộ 1\")"]);
        check("Chi bộ 1 về trực thuộc Chi bộ 1", &["Itself(\"Chi bộ 1\")"]);
        check("Chi bộ 1 giải thể\nChi bộ 1 = Chi bộ 2", &["ended o4", "Twice(\"Chi bộ 1\")"]);
        check("\n  \n", &[]);
    }

    proptest::proptest! {
        #[test]
        fn any_lines_are_read_without_a_crash(text in "(\\PC|Chi bộ [1-3]| thành | = | và |\n|\t|, ){0,12}") {
            let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
            proptest::prop_assert_eq!(told(&text).len(), lines);
        }
    }
}
