//! Reads files of lists for the page: what they would bring into its book, as a plan; and makes workbooks of the book. Runs in a
//! worker as a program of its own (`bin/reader.rs`); it knows nothing of browsers, and the command line's tests run it too.
//! Taking the plan in is up to `app`.

mod making;
mod refused;
mod rows;

use std::collections::HashSet;

use crate::book::Book;
use crate::courier::beside::{book, ledger};
use crate::courier::parcels;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::rows::{self as texts_of, at};
use crate::exchange::files::{self, Content, FileProblem, FileTrouble, Limits, Opened};
use crate::exchange::intake;
use crate::exchange::lists::{List, NoList, SheetLine, Worksheet};
use crate::exchange::mapping::{HEADINGS, Mapping, NOT_READ};
use crate::exchange::names::Names;
use crate::exchange::output::Output;
use crate::exchange::plan::{Plan, PlanColumn, PlanTable};
use crate::exchange::remarks::Matter;
use crate::exchange::{sheet_names, tables};
use crate::store::age;
use crate::text::{lists as texts, post};

/// A file that was chosen.
#[derive(Debug)]
pub struct File {
    name: String,
    opened: Result<Opened, FileTrouble>,
}

impl File {
    /// Opens a file of this name.
    pub fn new(name: String, bytes: Vec<u8>) -> File {
        let opened = if age::is_sealed(&bytes) {
            Err(FileTrouble { problem: FileProblem::Sealed, line: None, column: None })
        } else {
            files::open(bytes, &Limits::PAGE)
        };
        File { name, opened }
    }
}

/// What the page asks with.
#[derive(Clone, Debug)]
struct Asked<'a> {
    /// The page's book as saved to a file.
    book: &'a str,
    /// What a person has said of headings: heading, and field.
    said: &'a [(String, String)],
    /// Today.
    today: Day,
    /// Whom the page's person works for.
    home: Option<RecordId>,
}

/// What the page is answered.
#[derive(Debug)]
pub enum Answer {
    /// What the files would bring.
    Plan(Plan),
    /// A workbook: name of its file, and bytes.
    File(String, Vec<u8>),
    /// The workbook cannot be made.
    Nothing,
}

/// Answers rows of texts: the book, today, whom its person works for, whose record is open, then headings and their fields. A row before it stands for
/// something that is to be made of the book, instead of reading the files.
pub fn answer(files: &[File], text: &str) -> Answer {
    let mut rows = texts_of::parse(text).unwrap_or_default().into_iter().rev();
    let (row, wanted) = (rows.next().unwrap_or_default(), rows.next());
    let book = at(&row, 0).unwrap_or_default();
    let today = at(&row, 1).and_then(Day::from_iso).unwrap_or(Day::LAST);
    if let Some(wanted) = wanted {
        let made = Output::read(&wanted).and_then(|wanted| making::make(book, &wanted, today));
        return made.map_or(Answer::Nothing, |(name, bytes)| Answer::File(name, bytes));
    }
    let home = at(&row, 2).and_then(RecordId::parse);
    let said = row.get(4..).unwrap_or_default().chunks_exact(2);
    let said: Vec<(String, String)> =
        said.filter_map(|pair| Some((at(pair, 0)?.to_owned(), at(pair, 1)?.to_owned()))).collect();
    Answer::Plan(plan(files, &Asked { book, said: &said, today, home }))
}

/// A table of a file.
struct Table<'a> {
    /// Name of the file, and of the sheet if it has several.
    place: String,
    lines: &'a [SheetLine],
    /// Whether its cells were told by signs between them: one comma too many moves all cells behind it.
    is_text: bool,
}

/// What the files would bring into the book.
fn plan(files: &[File], asked: &Asked) -> Plan {
    let mut plan = Plan::default();
    let book = match book(asked.book) {
        Some(book) => book,
        None if asked.book.is_empty() => Book::new(0),
        None => {
            plan.troubles.push(texts::NO_BOOK.to_owned());
            return plan;
        }
    };
    let (mut parcels, mut lists) = (Vec::new(), Vec::new());
    for file in files {
        let read = match &file.opened {
            Ok(Opened { content: Content::Book(text), .. }) => parcels::read(&file.name, text, &mut plan),
            _ => None,
        };
        match read {
            Some(read) => parcels.extend(read.map(|parcel| (file.name.as_str(), parcel))),
            None => lists.push(file),
        }
    }
    if !parcels.is_empty() {
        let beside = lists.iter().map(|file| texts::of_file(&file.name, post::LISTS_BESIDE));
        plan.troubles.extend(beside);
        parcels::receive(&mut plan, &book, asked.home.as_ref(), &parcels);
        return plan;
    }
    let mapping = mapping(&book, asked.said);
    let (mut tables, mut sheets) = (Vec::new(), Vec::new());
    for file in lists {
        let is_text = matches!(&file.opened, Ok(Opened { content: Content::Table(_), .. }));
        for (name, lines) in lines(file, &mut plan) {
            let place = name.map_or_else(|| file.name.clone(), |sheet| texts::sheet(&file.name, sheet));
            match tables::read(&sheet_names::titled(name, lines), &mapping) {
                Ok(found) => {
                    for sheet in found {
                        if sheet.rows.is_empty() {
                            plan.troubles.push(texts::of_file(&place, texts::NO_ROWS));
                        }
                        let bare = sheet.ignored.iter().filter(|(_, heading)| heading.is_empty());
                        let bare = bare.map(|(column, _)| texts::unread_column(*column, ""));
                        plan.notes.extend(bare.map(|words| texts::of_file(&place, &words)));
                        plan.tables.push(table(&place, &sheet));
                        tables.push(Table { place: place.clone(), lines, is_text });
                        sheets.push(sheet);
                    }
                }
                Err(why) => unread(&mut plan, &place, lines, &why, &mapping),
            }
        }
    }
    let ledger = ledger(&book);
    let mut names = Names::of(&ledger);
    let known = |id: &_| book.record(id).is_some_and(|record| !record.is_deleted());
    let (made, remarks) = intake::take(&sheets, &mut names, &known);
    let unset = remarks.iter().filter_map(|remark| match &remark.matter {
        Matter::Unset(written, cells) => {
            let place = tables.get(remark.sheet).map_or("", |table| table.place.as_str());
            Some(texts::of_file(place, &texts::unset(written, *cells)))
        }
        _ => None,
    });
    plan.notes.extend(unset);
    let work = rows::Work { sheets: &sheets, tables: &tables, made: &made, remarks: &remarks, today: asked.today };
    plan.rows = rows::rows(&work, &book, &ledger);
    plan.refused = refused::list(&work, &plan.rows);
    plan
}

/// The sheets of a file; what is wrong with it goes into the plan.
fn lines<'a>(file: &'a File, plan: &mut Plan) -> Vec<(Option<&'a str>, &'a [SheetLine])> {
    match &file.opened {
        Ok(opened) => {
            plan.notes.extend(opened.notes.iter().map(|note| texts::of_file(&file.name, &texts::file_note(note))));
            match &opened.content {
                Content::Book(_) => {
                    plan.troubles.push(texts::of_file(&file.name, texts::BOOK_AMONG_LISTS));
                    Vec::new()
                }
                Content::Table(lines) => vec![(None, lines.as_slice())],
                Content::Sheets(sheets) => {
                    sheets.iter().map(|(name, lines)| (name.as_deref(), lines.as_slice())).collect()
                }
            }
        }
        Err(trouble) => {
            plan.troubles.push(texts::of_file(&file.name, &texts::file_trouble(trouble)));
            Vec::new()
        }
    }
}

/// A sheet of which no list was understood: its columns, for a person to say what they are.
fn unread(plan: &mut Plan, place: &str, lines: &[SheetLine], why: &NoList, mapping: &Mapping) {
    if lines.iter().all(SheetLine::is_empty) {
        return;
    }
    plan.troubles.push(texts::of_file(place, &texts::no_list(why, texts::BY_HAND)));
    // Of what was made of a book no column is to be understood.
    if *why == NoList::Report {
        return;
    }
    if let Some((line, columns)) = tables::columns(lines, mapping) {
        let list = if let NoList::Missing { list, .. } = why { *list } else { List::Candidates };
        let title = texts::table(list, place, line);
        plan.tables.push(PlanTable { title, columns: columns.iter().map(column).collect(), choices: choices(list) });
    }
}

fn table(place: &str, sheet: &Worksheet) -> PlanTable {
    PlanTable {
        title: texts::table(sheet.list, place, sheet.headings),
        columns: sheet.all.iter().map(column).collect(),
        choices: choices(sheet.list),
    }
}

fn column(read: &crate::exchange::lists::ColumnRead) -> PlanColumn {
    let field = read.field.map(|field| format!("{}.{}", field.spec().record.prefix(), field.spec().key));
    PlanColumn {
        heading: read.heading.clone(),
        field: field.or_else(|| read.beside.then(|| NOT_READ.to_owned())).unwrap_or_default(),
        samples: read.samples.join(" | "),
    }
}

/// What a column of a list may be.
fn choices(list: List) -> Vec<(String, String)> {
    let columns = list.columns().into_iter().map(|column| {
        let spec = column.field.spec();
        (format!("{}.{}", spec.record.prefix(), spec.key), column.heading.to_owned())
    });
    [(NOT_READ.to_owned(), texts::NOT_READ.to_owned())].into_iter().chain(columns).collect()
}

/// What was said of headings, now and on any device before.
fn mapping(book: &Book, said: &[(String, String)]) -> Mapping {
    let mut mapping = Mapping::default();
    let mut told = HashSet::new();
    let before = book.all().iter().filter(|(id, _)| id.as_str().starts_with("device:"));
    let before = before.filter_map(|(_, record)| record.text(HEADINGS)).flat_map(str::lines);
    let before = before.filter_map(|line| line.split_once('\t'));
    for (heading, field) in said.iter().map(|(heading, field)| (heading.as_str(), field.as_str())).chain(before) {
        if told.insert(heading) {
            mapping.say(heading, field);
        }
    }
    mapping
}
