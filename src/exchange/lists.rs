//! Lists in office spreadsheets: detects by its headings which list a sheet is, and assigns its
//! cells to fields. Reading files is up to the caller; building records is in `intake`.

use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::value::letters::fold;

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetLine {
    /// Its line in the file, from 1.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

impl SheetLine {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Kind of list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Organizations with member counts.
    Organizations,
    /// Villages and other places.
    Villages,
    /// Numbers of places.
    Places,
    /// Numbers of holders of posts.
    KeyPeople,
    /// Awareness classes.
    Classes,
    /// Why nobody was found.
    Reasons,
    /// Changes in the life of organizations.
    Events,
    /// Targets.
    Targets,
    /// Entered totals.
    Results,
    /// Candidates.
    Candidates,
}

/// A column of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// Its field.
    pub field: Field,
    /// Whether the list is useless without it.
    pub needed: bool,
}

/// Headings that are shorter than the field's label, which is written for a form.
const SHORT: [(Field, &str); 2] = [(Field::OrganizationName, "Tổ chức"), (Field::OrganizationKind, "Loại")];

/// Fields without which a row is useless.
const NEEDED: [Field; 30] = [
    Field::EventOrganization,
    Field::EventKind,
    Field::EventDay,
    Field::CoverageOrganization,
    Field::CoverageKind,
    Field::CoverageDay,
    Field::CoverageAll,
    Field::KeyPeopleOrganization,
    Field::KeyPeoplePost,
    Field::KeyPeopleDay,
    Field::KeyPeopleAll,
    Field::ClassName,
    Field::ClassOrganization,
    Field::ClassFrom,
    Field::ReasonOrganization,
    Field::ReasonYear,
    Field::ReasonKind,
    Field::OrganizationName,
    Field::VillageName,
    Field::TargetOrganization,
    Field::TargetIndicator,
    Field::TargetFrom,
    Field::TargetTo,
    Field::TargetBound,
    Field::TotalOrganization,
    Field::TotalIndicator,
    Field::TotalFrom,
    Field::TotalTo,
    Field::TotalCount,
    Field::Name,
];

impl List {
    /// All lists; of two that match a sheet equally well, the earlier one wins.
    pub const ALL: [List; 10] = [
        List::Candidates,
        List::Targets,
        List::Results,
        List::Organizations,
        List::Events,
        List::Places,
        List::KeyPeople,
        List::Classes,
        List::Reasons,
        List::Villages,
    ];

    /// The kind of record that a row stands for.
    pub const fn kind(self) -> RecordKind {
        match self {
            List::Organizations => RecordKind::Organization,
            List::Villages => RecordKind::Village,
            List::Places => RecordKind::Coverage,
            List::KeyPeople => RecordKind::KeyPeople,
            List::Classes => RecordKind::AwarenessClass,
            List::Reasons => RecordKind::Reason,
            List::Events => RecordKind::Event,
            List::Targets => RecordKind::Target,
            List::Results => RecordKind::Total,
            List::Candidates => RecordKind::Candidate,
        }
    }

    /// All columns of the list, in the order of the form.
    pub fn columns(self) -> Vec<Column> {
        let mut columns: Vec<Column> = Field::of(self.kind()).map(column).collect();
        if self == List::Organizations {
            // Several rows of one organization are its member counts on several days.
            let counts = Field::of(RecordKind::Headcount).filter(|field| *field != Field::HeadcountOrganization);
            columns.extend(counts.map(column));
        }
        columns
    }
}

/// Whether a row is useless without this field.
pub fn is_needed(field: Field) -> bool {
    NEEDED.contains(&field)
}

fn column(field: Field) -> Column {
    let short = SHORT.iter().find(|(known, _)| *known == field).map(|(_, heading)| *heading);
    Column { heading: short.unwrap_or(field.label()), field, needed: is_needed(field) }
}

/// A cell assigned to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The field.
    pub field: Field,
    /// Its column in the file, from 1.
    pub column: usize,
    /// Its text, trimmed.
    pub text: String,
}

/// A row that stands for a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file.
    pub line: u64,
    /// Its non-empty cells.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a field, unless it is empty.
    pub fn cell(&self, field: Field) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.field == field)
    }

    /// The text of a field's cell.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.cell(field).map(|cell| cell.text.as_str())
    }
}

/// A recognized sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worksheet {
    /// Kind of list.
    pub list: List,
    /// Line of the headings.
    pub headings: u64,
    /// Recognized columns: number from 1, and field.
    pub columns: Vec<(usize, Field)>,
    /// Unrecognized columns: number from 1, and heading.
    pub ignored: Vec<(usize, String)>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Cells to the right of the last heading: line and column.
    pub beyond: Vec<(u64, usize)>,
}

/// Why a sheet is not a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoList {
    /// No line looks like headings of a list.
    Unknown,
    /// Required headings are missing.
    Missing {
        /// The most likely kind of list.
        list: List,
        /// Line of the headings.
        line: u64,
        /// The missing headings.
        headings: Vec<&'static str>,
    },
}

/// How many lines are searched for headings: titles may stand above.
const TITLE_LINES: usize = 30;
/// Minimum number of known headings in a line of headings.
const LEAST: usize = 2;

/// Finds the headings of a sheet and reads the rows below.
///
/// # Errors
/// If no list matches, or a required column is missing.
pub fn read(lines: &[SheetLine]) -> Result<Worksheet, NoList> {
    let mut best: Option<(usize, usize, List)> = None;
    for (place, line) in lines.iter().enumerate().take(TITLE_LINES) {
        let names: Vec<String> = line.cells.iter().map(|cell| plain(cell)).collect();
        for list in List::ALL {
            let found = list.columns().iter().filter(|column| names.iter().any(|name| is(column, name))).count();
            // A list of names alone has a single heading.
            let alone = found == 1
                && names.iter().filter(|name| !name.is_empty()).count() == 1
                && list.columns().iter().all(|column| !column.needed || names.iter().any(|name| is(column, name)));
            if (found >= LEAST || alone) && best.is_none_or(|(most, ..)| found > most) {
                best = Some((found, place, list));
            }
        }
    }
    let Some((_, place, list)) = best else { return Err(NoList::Unknown) };
    let Some(headings) = lines.get(place) else { return Err(NoList::Unknown) };
    let possible = list.columns();
    let (mut columns, mut ignored) = (Vec::new(), Vec::new());
    for (at, heading) in headings.cells.iter().enumerate() {
        let name = plain(heading);
        let found = possible.iter().find(|column| is(column, &name)).map(|column| column.field);
        match found.filter(|field| columns.iter().all(|(_, known)| known != field)) {
            Some(field) => columns.push((at + 1, field)),
            None if name.is_empty() => {}
            None => ignored.push((at + 1, heading.trim().to_owned())),
        }
    }
    let lacks = |column: &&Column| column.needed && columns.iter().all(|(_, field)| *field != column.field);
    let missing: Vec<&'static str> = possible.iter().filter(lacks).map(|column| column.heading).collect();
    if !missing.is_empty() {
        return Err(NoList::Missing { list, line: headings.number, headings: missing });
    }
    let under = lines.iter().skip(place + 1).filter(|line| !line.is_empty());
    let rows = under.map(|line| row(line, &columns)).filter(|row| !row.cells.is_empty()).collect();
    let last = headings.cells.iter().rposition(|heading| !heading.trim().is_empty()).map_or(0, |place| place + 1);
    let beyond = lines.iter().skip(place + 1).filter_map(|line| {
        let behind = line.cells.iter().skip(last).position(|cell| !cell.trim().is_empty())?;
        Some((line.number, last + behind + 1))
    });
    Ok(Worksheet { list, headings: headings.number, columns, ignored, rows, beyond: beyond.collect() })
}

fn row(line: &SheetLine, columns: &[(usize, Field)]) -> Row {
    let cell = |(column, field): &(usize, Field)| {
        let text = line.cells.get(column - 1)?.trim();
        (!text.is_empty()).then(|| Cell { field: *field, column: *column, text: text.to_owned() })
    };
    Row { line: line.number, cells: columns.iter().filter_map(cell).collect() }
}

/// Whether a normalized heading names a column, by list heading or field label.
fn is(column: &Column, name: &str) -> bool {
    plain(column.heading) == name || plain(column.field.label()) == name
}

/// Normalizes a heading: no diacritics, case, punctuation or parenthesized text.
fn plain(heading: &str) -> String {
    let heading = heading.split('(').next().unwrap_or(heading);
    let words = fold(heading).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect::<String>();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<SheetLine> {
        let cells = |line: &str| line.split(';').map(str::to_owned).collect();
        text.lines().zip(1..).map(|(line, number)| SheetLine { number, cells: cells(line) }).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let summary = match read(&lines(text)) {
            Ok(sheet) => {
                let columns: Vec<&str> = sheet.columns.iter().map(|(_, field)| field.spec().key).collect();
                let ignored: Vec<&str> = sheet.ignored.iter().map(|(_, heading)| heading.as_str()).collect();
                let rows: Vec<u64> = sheet.rows.iter().map(|row| row.line).collect();
                format!("{:?}@{} {} !{} {rows:?}", sheet.list, sheet.headings, columns.join(","), ignored.join(","))
            }
            Err(NoList::Unknown) => "unknown".to_owned(),
            Err(NoList::Missing { list, line, headings }) => format!("{list:?}@{line} lacks {}", headings.join(",")),
        };
        assert_eq!(summary, expected, "{text}");
    }

    #[test]
    fn a_list_is_told_by_its_headings_in_any_order_and_spelling() {
        check("Tổ chức;Trực thuộc;Loại;Số đảng viên;Tại ngày\nA", "Organizations@1 name,parent,kind,members,day ! [2]");
        check("TRUC THUOC;to chuc\n\n;B", "Organizations@1 parent,name ! [3]");
        check(
            "Mức giao;Chỉ tiêu;Tổ chức;Đến ngày;Từ ngày;Cơ quan giao;Văn bản",
            "Targets@1 bound,indicator,organization,to,from,issuer,document ! []",
        );
        check(
            "Tổ chức;Nội dung;Từ ngày;Đến ngày;Số lượng;Đại học",
            "Results@1 organization,indicator,from,to,count,by_university ! []",
        );
        check("Họ và tên;Ngày sinh (ngày/tháng/năm);Chi bộ", "Candidates@1 name,birth,cell ! []");
        check("Tên thôn, bản;Thuộc địa bàn", "Villages@1 name,committee ! []");
    }

    #[test]
    fn titles_may_stand_above_and_numbers_beside() {
        check("DANH SÁCH\n\nSTT;Họ và tên;Ngày sinh\n1;Lò Văn Mẫu;1/2/1990", "Candidates@3 name,birth !STT [4]");
    }

    #[test]
    fn what_is_missing_is_named() {
        check("Tổ chức;Chỉ tiêu;Từ ngày;Đến ngày", "Targets@1 lacks Mức giao");
        check("Ngày sinh;Giới tính;Chi bộ", "Candidates@1 lacks Họ và tên");
        check("Một;Hai\n1;2", "unknown");
        check("", "unknown");
    }

    #[test]
    fn a_heading_that_comes_twice_counts_once() {
        check("Họ và tên;Ngày sinh;Ngày sinh\nA;1/1/1990;2/1/1990", "Candidates@1 name,birth !Ngày sinh [2]");
    }

    #[test]
    fn no_two_columns_of_a_list_go_by_one_heading() {
        for list in List::ALL {
            let columns = list.columns();
            for column in &columns {
                let same = columns.iter().filter(|other| is(other, &plain(column.heading)));
                assert_eq!(same.count(), 1, "{list:?} {}", column.heading);
            }
        }
    }
}
