//! Headings of columns as offices write them, and what they mean. The first way is the field's label; this is the
//! dictionary of all others, gathered from published forms and exports (docs/HEADINGS.md). Which list a sheet is, and where
//! its headings stand, is in `tables`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::lists::List;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::value::letters::fold;

/// Which of several columns of one fact a column is: of a day, or of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOf {
    /// The first, under which the fact is told.
    First,
    /// A later one.
    Later,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A field of the list's records.
    Field(Field),
    /// A part of a day that stands in three columns, or of an address: “Quê quán” over “Xã” and “Tỉnh”.
    Part(Field, PartOf),
    /// What is said of men: a mark, or their birth dates.
    Men,
    /// What is said of women.
    Women,
    /// One of several facts that stand in the cell, in the order of these entries.
    Piece(Field),
    /// The name without the given name, which stands in the column beside it.
    FamilyName,
    /// Nothing to read: running numbers, signatures, remarks.
    Beside,
}

/// The dictionary: a line for each field, its ways behind.
const WAYS: &str = include_str!("headings.tsv");

/// Headings that a register of members has, and no list of candidates.
pub(super) const REGISTER: [&str; 12] = [
    "so the dang",
    "so the dang vien",
    "so the dv",
    "the dang",
    "so the",
    "ngay cap the dang",
    "ngay cap the dang vien",
    "tuoi dang",
    "huy hieu dang",
    "loai huy hieu",
    "so huy hieu",
    "trang thai dang vien",
];

/// Headings of tables that this program makes of a book: figures and parts of dossiers, which are no lists of records.
pub(super) const REPORTS: [&str; 5] =
    ["bieu 1 btctw", "bieu 2 btctw", "bieu 2b btctw", "ky cua chi tieu", "ho so cua quan chung"];

/// The lines of the dictionary: what is meant, and a way to write it.
fn ways() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = WAYS.lines().filter(|line| !line.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once('\t'));
    lines.flat_map(|(meant, ways)| ways.split("; ").map(move |way| (meant, way)))
}

/// The field that `candidate.name` means.
pub(super) fn field(meant: &str) -> Option<Field> {
    let (kind, key) = meant.split_once('.')?;
    let kind = RecordKind::ALL.into_iter().find(|known| known.prefix() == kind)?;
    Field::from_key(kind, key)
}

/// The meanings of one list's headings.
#[derive(Debug, Default)]
pub struct Dictionary {
    meanings: Option<HashMap<String, Meaning>>,
    /// Headings that name several fields of the list without a sign between.
    several: Vec<(&'static str, Vec<Field>)>,
}

impl Dictionary {
    /// The dictionary of a list.
    pub fn of(list: List) -> &'static Dictionary {
        static ALL: [OnceLock<Dictionary>; List::ALL.len()] = [const { OnceLock::new() }; List::ALL.len()];
        static NONE: Dictionary = Dictionary { meanings: None, several: Vec::new() };
        let place = List::ALL.iter().position(|known| *known == list);
        place.and_then(|place| ALL.get(place)).map_or(&NONE, |own| own.get_or_init(|| Dictionary::new(list)))
    }

    fn new(list: List) -> Dictionary {
        let mut meanings = HashMap::new();
        let columns = list.columns();
        // The list's own headings stand before all other ways.
        let own = columns.iter().map(|column| (column.heading, column.field));
        for (heading, field) in own.chain(columns.iter().map(|column| (column.field.label(), column.field))) {
            meanings.entry(plain(heading)).or_insert(Meaning::Field(field));
        }
        for (meant, way) in ways() {
            let meaning = match meant {
                "beside" => Some(Meaning::Beside),
                "family name" => Some(Meaning::FamilyName),
                _ => {
                    field(meant).filter(|field| columns.iter().any(|column| column.field == *field)).map(Meaning::Field)
                }
            };
            if let Some(meaning) = meaning {
                meanings.entry(way.to_owned()).or_insert(meaning);
            }
        }
        if list == List::Members {
            // A register has more columns than this one keeps: birth, number and residence stay in the file.
            let others =
                Dictionary::of(List::Candidates).meanings.iter().flatten().map(|(heading, _)| heading.as_str());
            for heading in others.chain(REGISTER) {
                meanings.entry(heading.to_owned()).or_insert(Meaning::Beside);
            }
        }
        let of_list = |field: &Field| columns.iter().any(|column| column.field == *field);
        let several = ways().filter_map(|(meant, way)| {
            let fields: Vec<Field> = meant.split('+').map(field).collect::<Option<_>>()?;
            (fields.len() > 1 && fields.iter().all(of_list)).then_some((way, fields))
        });
        Dictionary { meanings: Some(meanings), several: several.collect() }
    }

    /// The fields that a heading names together, where it is [`plain`].
    pub(super) fn several(&self, heading: &str) -> &[Field] {
        let found = self.several.iter().find(|(way, _)| *way == heading);
        found.map_or(&[], |(_, fields)| fields.as_slice())
    }

    /// What a heading means in this list, where it is [`plain`].
    pub fn meaning(&self, heading: &str) -> Option<Meaning> {
        self.meanings.as_ref()?.get(heading).copied()
    }
}

/// A heading as the dictionary has it: no marks and capitals, nothing in brackets, all ways to say “date” as one.
pub fn plain(heading: &str) -> String {
    words(heading.split('(').next().unwrap_or(heading))
}

/// The same with what stands in brackets.
pub fn whole(heading: &str) -> String {
    words(heading)
}

/// Longest heading that is looked at, in bytes: longer ones are texts.
const LONGEST: usize = 200;

fn words(heading: &str) -> String {
    if heading.len() > LONGEST {
        return String::new();
    }
    let words = fold(heading).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect::<String>();
    let mut words: Vec<&str> = words.split_whitespace().collect();
    // “Ngày KN”.
    words.iter_mut().filter(|word| **word == "kn").for_each(|word| *word = "ket nap");
    // “TĐ chuyên môn”.
    if let [level @ "td", _, ..] = words.as_mut_slice() {
        *level = "trinh do";
    }
    for date in [["ngay", "thang", "nam"].as_slice(), &["ngay", "thang"], &["thang", "nam"], &["thoi", "gian"]] {
        let Some(place) = words.windows(date.len()).position(|part| part == date) else { continue };
        // “Thời gian” alone is a period.
        if words.len() > date.len() {
            words.splice(place..place + date.len(), ["ngay"]);
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: List, heading: &str, expected: Option<Meaning>) {
        assert_eq!(Dictionary::of(list).meaning(&plain(heading)), expected, "{heading}");
    }

    #[test]
    fn a_heading_is_understood_in_the_ways_that_offices_write_it() {
        use Meaning::{Beside, FamilyName};
        let field = |field| Some(Meaning::Field(field));
        check(List::Candidates, "Họ và tên", field(Field::Name));
        check(List::Candidates, "HỌ TÊN\nKHAI SINH", field(Field::Name));
        check(List::Candidates, "Ngày, tháng, năm sinh", field(Field::Birth));
        check(List::Candidates, "Ngày/tháng/năm sinh (dd/mm/yyyy)", field(Field::Birth));
        check(List::Candidates, "Năm sinh", field(Field::Birth));
        check(List::Candidates, "Số CCCD", field(Field::CitizenId));
        check(List::Candidates, "CMND/CCCD", field(Field::CitizenId));
        check(List::Candidates, "Chi bộ công nhận", field(Field::CandidateCell));
        check(List::Candidates, "Ngày, tháng, năm vào Đảng", field(Field::Ceremony));
        check(List::Candidates, "Thời gian kết nạp", field(Field::Ceremony));
        check(List::Candidates, "T.T", Some(Beside));
        check(List::Candidates, "TT", Some(Beside));
        check(List::Candidates, "Ghi chú", Some(Beside));
        check(List::Candidates, "Họ đệm", Some(FamilyName));
        check(List::Candidates, "Ưu điểm", None);
        check(List::Targets, "Thời gian", None);
        check(List::Organizations, "Tổng số đảng viên", field(Field::HeadcountMembers));
    }

    #[test]
    fn every_way_is_written_as_it_is_looked_up() {
        for (meant, way) in ways() {
            assert_eq!(words(way), way, "{meant}");
            let fields = meant.split('+').all(|meant| field(meant).is_some());
            assert!(fields || ["beside", "family name"].contains(&meant), "{meant}");
        }
    }
}
