//! What lists would bring into a book, row by row, for a person to look at before it is taken in: made where the files are
//! read (`reader`), shown and taken in by the page. As text it is rows of strings, the first of each its kind.

use crate::domain::schema::id::RecordId;
use crate::domain::value::rows::{self, Row, at};

/// How such a text begins, in the first cell of its first row.
const OPENING: &str = "ket-nap-plan;1";

/// How a row stands to the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowState {
    /// The book does not have it.
    New,
    /// The book has it, and lacks something of it or says something else.
    Changed,
    /// The book has all of it.
    Same,
    /// The book may have it under another record: a person has to say.
    Doubtful,
    /// It cannot be taken in.
    Refused,
    /// It is none of the sender's business.
    Outside,
    /// Two devices have written different texts.
    Disputed,
    /// It would be deleted.
    Removed,
}

impl RowState {
    /// All of them, with their words in the text.
    const WORDS: [(RowState, &'static str); 8] = [
        (RowState::New, "new"),
        (RowState::Changed, "changed"),
        (RowState::Same, "same"),
        (RowState::Doubtful, "doubtful"),
        (RowState::Refused, "refused"),
        (RowState::Outside, "outside"),
        (RowState::Disputed, "disputed"),
        (RowState::Removed, "removed"),
    ];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(state, _)| *state == self).map_or("", |(_, word)| word)
    }
}

/// A record that a row stands for, with what the row says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRecord {
    /// The record of the book, or the id that it gets.
    pub id: RecordId,
    /// Stored keys of fields and texts.
    pub texts: Vec<(String, String)>,
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// How it stands to the book.
    pub state: RowState,
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub place: String,
    /// What a person has to know of it.
    pub says: Vec<String>,
    /// The record that it may be, of a doubtful one.
    pub other: Option<RecordId>,
    /// Its records.
    pub records: Vec<PlannedRecord>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanColumn {
    /// Its heading.
    pub heading: String,
    /// What it was taken for, as a code of [`PlanTable::choices`]; empty where it is not understood.
    pub field: String,
    /// Some of its cells.
    pub samples: String,
}

/// A table of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanTable {
    /// Which list it is, and where it stands.
    pub title: String,
    /// Its columns.
    pub columns: Vec<PlanColumn>,
    /// What a column may be: code and words.
    pub choices: Vec<(String, String)>,
}

/// What lists would bring into a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The tables that were found.
    pub tables: Vec<PlanTable>,
    /// Their rows.
    pub rows: Vec<PlanRow>,
    /// What a person has to know of the files.
    pub notes: Vec<String>,
    /// Why files or sheets were not read.
    pub troubles: Vec<String>,
    /// The rows that cannot be taken in, with the reasons, as a list to be mended; empty without such rows.
    pub refused: String,
    /// Of parcels the changes that the book lacks, and of one that is made what its device says of it: a bundle. Empty for
    /// lists.
    pub changes: String,
    /// A parcel that was made: name and text of its file.
    pub parcel: Option<(String, String)>,
}

impl Plan {
    /// Number of rows in a state.
    pub fn count(&self, state: RowState) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }

    /// Whether a column was not understood.
    pub fn has_unknown(&self) -> bool {
        self.tables.iter().any(|table| table.columns.iter().any(|column| column.field.is_empty()))
    }

    /// As text.
    pub fn write(&self) -> String {
        let mut rows: Vec<Row> = vec![rows::of(&[OPENING])];
        for table in &self.tables {
            rows.push(rows::of(&["table", &table.title]));
            rows.extend(table.columns.iter().map(|it| rows::of(&["column", &it.heading, &it.field, &it.samples])));
            rows.extend(table.choices.iter().map(|(code, words)| rows::of(&["choice", code, words])));
        }
        for it in &self.rows {
            let other = it.other.as_ref().map(|id| id.as_str().to_owned());
            let mut cells = rows::of(&["row", it.state.word(), &it.name, &it.place]);
            cells.push(other);
            rows.push(cells);
            rows.extend(it.says.iter().map(|words| rows::of(&["says", words])));
            for record in &it.records {
                let mut cells = rows::of(&["record", record.id.as_str()]);
                cells.extend(record.texts.iter().flat_map(|(key, text)| [Some(key.clone()), Some(text.clone())]));
                rows.push(cells);
            }
        }
        rows.extend(self.notes.iter().map(|words| rows::of(&["note", words])));
        rows.extend(self.troubles.iter().map(|words| rows::of(&["trouble", words])));
        if !self.refused.is_empty() {
            rows.push(rows::of(&["refused", &self.refused]));
        }
        if !self.changes.is_empty() {
            rows.push(rows::of(&["changes", &self.changes]));
        }
        rows.extend(self.parcel.iter().map(|(name, text)| rows::of(&["parcel", name, text])));
        rows::write(&rows)
    }

    /// Whether a text begins as one of a plan.
    pub fn is_written(text: &str) -> bool {
        text.strip_prefix("[[\"").is_some_and(|rest| rest.starts_with(OPENING))
    }

    /// Reads such a text; `None` if it is another one. What is not known is left out.
    pub fn read(text: &str) -> Option<Plan> {
        let rows = rows::parse(text)?;
        let (first, rows) = rows.split_first()?;
        if at(first, 0) != Some(OPENING) {
            return None;
        }
        let mut plan = Plan::default();
        for cells in rows {
            let text = |place: usize| at(cells, place).unwrap_or_default().to_owned();
            match at(cells, 0)? {
                "table" => plan.tables.push(PlanTable { title: text(1), ..PlanTable::default() }),
                "column" => {
                    let column = PlanColumn { heading: text(1), field: text(2), samples: text(3) };
                    plan.tables.last_mut()?.columns.push(column);
                }
                "choice" => plan.tables.last_mut()?.choices.push((text(1), text(2))),
                "row" => {
                    let word = text(1);
                    let (state, _) = RowState::WORDS.iter().find(|(_, known)| *known == word)?;
                    plan.rows.push(PlanRow {
                        state: *state,
                        name: text(2),
                        place: text(3),
                        says: Vec::new(),
                        other: id_at(cells, 4),
                        records: Vec::new(),
                    });
                }
                "says" => plan.rows.last_mut()?.says.push(text(1)),
                "record" => {
                    let mut record = PlannedRecord { id: id_at(cells, 1)?, texts: Vec::new() };
                    for pair in cells.get(2..).unwrap_or_default().chunks_exact(2) {
                        record.texts.push((at(pair, 0)?.to_owned(), at(pair, 1)?.to_owned()));
                    }
                    plan.rows.last_mut()?.records.push(record);
                }
                "note" => plan.notes.push(text(1)),
                "trouble" => plan.troubles.push(text(1)),
                "refused" => plan.refused = text(1),
                "changes" => plan.changes = text(1),
                "parcel" => plan.parcel = Some((text(1), text(2))),
                _ => {}
            }
        }
        Some(plan)
    }
}

fn id_at(cells: &[Option<String>], place: usize) -> Option<RecordId> {
    RecordId::parse(at(cells, place)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words() -> impl Strategy<Value = String> {
        "[a-zạ\"\\\\\n<>;]{0,8}"
    }

    prop_compose! {
        fn plan_row()(place in 0..8_usize, name in words(), says in proptest::collection::vec(words(), 0..3), id in "[a-z0-9]{1,6}", text in words(), other in any::<bool>()) -> PlanRow {
            let id = RecordId::parse(&format!("candidate:{id}")).unwrap_or_else(|| unreachable!());
            let (state, _) = RowState::WORDS[place];
            let other = other.then(|| id.clone());
            let records = vec![PlannedRecord { id, texts: vec![("name".to_owned(), text)] }];
            PlanRow { state, name, place: "dòng 1".to_owned(), says, other, records }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(rows in proptest::collection::vec(plan_row(), 0..4), note in words(), refused in words()) {
            let column = PlanColumn { heading: note.clone(), field: String::new(), samples: refused.clone() };
            let table = PlanTable { title: note.clone(), columns: vec![column], choices: vec![("-".to_owned(), note.clone())] };
            let plan = Plan { tables: vec![table], rows, notes: vec![note.clone()], troubles: Vec::new(), refused, changes: note.clone(), parcel: Some((note.clone(), note)) };
            prop_assert_eq!(Plan::read(&plan.write()), Some(plan));
        }

        #[test]
        fn any_other_text_is_no_plan(text in "\\PC{0,40}") {
            prop_assert_eq!(Plan::read(&text), None);
        }
    }
}
