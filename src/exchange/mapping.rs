//! What a person says that the headings of a list mean: a table of headings and fields, as `ketnap columns` writes it. It
//! stands before the dictionary of `headings`.

use super::headings::{Dictionary, Meaning, field, plain, whole};
use super::lists::{List, SheetLine};

/// What a person said of headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Heading as the dictionary has it, and what it was said to mean.
    said: Vec<(String, String)>,
}

/// What is wrong with a table of headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingProblem {
    /// No line has the headings `heading` and `field`.
    NoHeadings,
    /// A field that no list has: line, column and what is written there.
    NoField(u64, usize, String),
}

/// Headings of the two columns of such a table.
const COLUMNS: [[&str; 2]; 2] = [["heading", "field"], ["tieu de", "muc"]];

/// Stored key of what was said of headings, among the fields of the record of a device: a heading, a tab and a field in each
/// line.
pub const HEADINGS: &str = "headings";
/// What is written for a column that is not to be read.
pub const NOT_READ: &str = "-";

impl Mapping {
    /// Reads a table.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(lines: &[SheetLine]) -> Result<Mapping, Vec<MappingProblem>> {
        let place = |line: &SheetLine, name: &str| line.cells.iter().position(|cell| plain(cell) == name);
        let columns = lines.iter().enumerate().find_map(|(at, line)| {
            let found = COLUMNS.iter().find_map(|[heading, field]| place(line, heading).zip(place(line, field)));
            found.map(|(heading, field)| (at, heading, field))
        });
        let Some((at, heading, field)) = columns else { return Err(vec![MappingProblem::NoHeadings]) };
        let (mut mapping, mut problems) = (Mapping::default(), Vec::new());
        for line in lines.iter().skip(at + 1) {
            let cell = |column: usize| line.cells.get(column).map_or("", |cell| cell.trim());
            let (name, meant) = (cell(heading), cell(field));
            if name.is_empty() || meant.is_empty() {
                continue;
            }
            if meant != NOT_READ && List::ALL.iter().all(|list| meaning(*list, meant).is_none()) {
                problems.push(MappingProblem::NoField(line.number, field + 1, meant.to_owned()));
                continue;
            }
            mapping.said.push((whole(name), meant.to_owned()));
        }
        if problems.is_empty() { Ok(mapping) } else { Err(problems) }
    }

    /// Adds what a person says of one heading: a field as `candidate.birth`, or [`NOT_READ`].
    pub fn say(&mut self, heading: &str, meant: &str) {
        self.said.push((whole(heading), meant.to_owned()));
    }

    /// Adds what another table says; what was said first stands.
    pub fn and(&mut self, other: Mapping) {
        self.said.extend(other.said);
    }

    /// What a heading was said to mean in a list.
    pub fn meaning(&self, list: List, heading: &str) -> Option<Meaning> {
        let name = whole(heading);
        let (_, meant) = self.said.iter().find(|(known, _)| *known == name)?;
        if meant == NOT_READ { Some(Meaning::Beside) } else { meaning(list, meant) }
    }
}

/// What a text means in a list: `candidate.birth`, or the field's label.
fn meaning(list: List, meant: &str) -> Option<Meaning> {
    let of_list = |field| list.columns().iter().any(|column| column.field == field);
    match field(meant) {
        Some(field) => of_list(field).then_some(Meaning::Field(field)),
        None => Dictionary::of(list).meaning(&plain(meant)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::schema::field::Field;

    fn lines(text: &str) -> Vec<SheetLine> {
        let cells = |line: &str| line.split(';').map(str::to_owned).collect();
        text.lines()
            .zip(1..)
            .map(|(line, number)| SheetLine { number, cells: cells(line), ..SheetLine::default() })
            .collect()
    }

    #[test]
    fn a_person_says_what_headings_mean() {
        let mapping = Mapping::read(&lines("heading;field\nMã;-\nNgày A;candidate.birth\nNgày B;Ngày kết nạp\nX;"));
        let mapping = mapping.unwrap_or_default();
        let field = |field| Some(Meaning::Field(field));
        assert_eq!(mapping.meaning(List::Candidates, "MÃ"), Some(Meaning::Beside));
        assert_eq!(mapping.meaning(List::Candidates, "Ngày A"), field(Field::Birth));
        assert_eq!(mapping.meaning(List::Candidates, "Ngày B"), field(Field::Ceremony));
        assert_eq!(mapping.meaning(List::Targets, "Ngày A"), None);
        assert_eq!(mapping.meaning(List::Candidates, "X"), None);
    }

    #[test]
    fn what_is_wrong_with_a_table_is_said_at_once() {
        assert_eq!(Mapping::read(&lines("a;b")), Err(vec![MappingProblem::NoHeadings]));
        let wrong = Mapping::read(&lines("Tiêu đề;Mục\nA;không có\nB;candidate.none\nC;Ngày sinh"));
        let no = |line, text: &str| MappingProblem::NoField(line, 2, text.to_owned());
        assert_eq!(wrong, Err(vec![no(2, "không có"), no(3, "candidate.none")]));
    }
}
