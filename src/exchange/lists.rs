//! Lists in office spreadsheets: which lists there are, with their columns, and what a sheet that was read holds. How headings
//! are written is in `headings`, finding them and the rows below in `tables`, building records in `intake`.

use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetLine {
    /// Its line in the file, from 1.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
    /// Texts of cells that begin in a line above and reach down to this one, with their columns from 0. Where they stand
    /// here is empty.
    pub from_above: Vec<(usize, String)>,
}

impl SheetLine {
    /// Number of cells in which something stands.
    pub fn filled(&self) -> usize {
        self.filled_cells().count()
    }

    /// The cells in which something stands, with their columns from 0.
    pub fn filled_cells(&self) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.cells.iter().map(|cell| cell.trim()).enumerate();
        cells.filter(|(_, cell)| !cell.is_empty())
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
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
    /// Surveys of sources.
    Surveys,
    /// Points of an emulation.
    Points,
    /// Candidates.
    Candidates,
    /// The register of members.
    Members,
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
const NEEDED: [Field; 34] = [
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
    Field::SurveyOrganization,
    Field::SurveyDay,
    Field::PointsOrganization,
    Field::MemberName,
    Field::Name,
];

impl List {
    /// All lists; of two that match a sheet equally well, the earlier one wins.
    pub const ALL: [List; 13] = [
        List::Candidates,
        List::Members,
        List::Targets,
        List::Results,
        List::Organizations,
        List::Events,
        List::Places,
        List::KeyPeople,
        List::Classes,
        List::Reasons,
        List::Surveys,
        List::Points,
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
            List::Surveys => RecordKind::Survey,
            List::Points => RecordKind::Points,
            List::Candidates => RecordKind::Candidate,
            List::Members => RecordKind::Member,
        }
    }

    /// The field that says of which cell somebody is, in lists of people: its name may stand above them.
    pub const fn cell(self) -> Option<Field> {
        match self {
            List::Candidates => Some(Field::CandidateCell),
            List::Members => Some(Field::MemberCell),
            _ => None,
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

/// A column as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its number, from 1.
    pub column: usize,
    /// Its heading.
    pub heading: String,
    /// The field that it was taken for.
    pub field: Option<Field>,
    /// Whether it is known to say nothing of a record.
    pub beside: bool,
    /// Some of its cells.
    pub samples: Vec<String>,
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
    /// All columns with a heading.
    pub all: Vec<ColumnRead>,
    /// Columns that are not understood: number from 1, and heading.
    pub ignored: Vec<(usize, String)>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Cells to the right of the last heading: line and column.
    pub beyond: Vec<(u64, usize)>,
    /// Remarks beside people that say what became of them: line, column from 1, and text.
    pub noted: Vec<(u64, usize, String)>,
    /// Cells that say that no target is set: line, column from 1, and how the first of each column is written.
    pub unset: Vec<(u64, usize, String)>,
}

/// Why a sheet is not a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoList {
    /// No line looks like headings of a list; with the words that stand where headings could.
    Unknown(Vec<String>),
    /// A table that was made of a book: figures, or parts of dossiers.
    Report,
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
