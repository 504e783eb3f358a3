//! Where the headings of a table stand, in one row or several, and which list they make it. How headings stand over each other
//! is in `heading_names`, what each means in `headings`, the rows below in `tables`.

use super::heading_names::{MOST_ROWS, Named, could_be_below, day_parts, divides, is_below, named, place_parts, sex};
use super::headings::{Dictionary, Meaning, REGISTER, plain};
use super::lists::{Column, List, SheetLine};
use super::mapping::Mapping;
use super::members_beside::counted;
use super::{several, title, title_turns};
use crate::domain::schema::field::Field;
use crate::domain::value::letters::fold;

/// How many lines are searched for headings: titles may stand above.
pub(super) const TITLE_LINES: usize = 60;
/// Minimum number of known headings in a line of headings.
pub(super) const LEAST: usize = 2;

/// Headings, and what they mean in one list.
#[derive(Debug)]
pub(super) struct Headings {
    /// The list.
    pub(super) list: List,
    /// Index of their line, and of the line after them.
    pub(super) lines: (usize, usize),
    /// All headings as they are written, with their columns.
    pub(super) written: Vec<(usize, String)>,
    /// What each column holds, with its index.
    pub(super) meanings: Vec<(usize, Meaning)>,
    /// Columns with a heading that is not understood.
    pub(super) unknown: Vec<(usize, String)>,
    /// What the title says of all rows.
    pub(super) given: Vec<(Field, String)>,
}

impl Headings {
    /// Number of fields that are known.
    fn known(&self) -> usize {
        self.meanings.iter().filter(|(_, meaning)| *meaning != Meaning::Beside).count()
    }

    fn has(&self, field: Field) -> bool {
        let of = |meaning: &Meaning| matches!(meaning, Meaning::Field(known) | Meaning::Piece(known) | Meaning::Part(known, _) if *known == field);
        self.meanings.iter().any(|(_, meaning)| of(meaning))
    }

    /// The facts in a cell of a column that has several. Empty for other columns, and for a cell that cannot be cut.
    pub(super) fn facts(&self, column: usize, text: &str) -> Vec<(Field, String)> {
        let fields: Vec<Field> = self.pieces(column).collect();
        if fields.is_empty() || text.is_empty() {
            return Vec::new();
        }
        let parts = several::cut(Dictionary::of(self.list), &fields, text);
        fields.into_iter().zip(parts.unwrap_or_default()).collect()
    }

    /// Columns of several facts in which a line has a cell that cannot be cut.
    pub(super) fn uncut(&self, line: &SheetLine) -> impl Iterator<Item = usize> {
        let pieces = self.meanings.iter().filter(|(_, meaning)| matches!(meaning, Meaning::Piece(_)));
        pieces.map(|(column, _)| *column).filter(|column| {
            let text = line.cells.get(*column).map_or("", |cell| cell.trim());
            !text.is_empty() && self.facts(*column, text).is_empty()
        })
    }

    /// The fields of a column that has several.
    fn pieces(&self, column: usize) -> impl Iterator<Item = Field> {
        self.meanings.iter().filter(move |(known, _)| *known == column).filter_map(|(_, meaning)| match meaning {
            Meaning::Piece(field) => Some(*field),
            _ => None,
        })
    }

    pub(super) fn lacks(&self) -> Vec<&'static str> {
        let given = |field: Field| self.given.iter().any(|(known, _)| *known == field);
        let lacking = |column: &Column| column.needed && !self.has(column.field) && !given(column.field);
        self.list.columns().into_iter().filter(lacking).map(|column| column.heading).collect()
    }
}

/// The headings of the first table.
pub(super) fn find(lines: &[SheetLine], within: usize, mapping: &Mapping) -> Option<Headings> {
    let mut best: Option<Headings> = None;
    for (place, line) in lines.iter().enumerate().take(within) {
        if line.is_empty() {
            continue;
        }
        // One cell alone above the headings is a title.
        let alone = line.filled() < LEAST;
        let below = lines.get(place + 1..).unwrap_or_default().iter().zip(1..);
        let follows = |(below, more): &(&SheetLine, u64)| {
            let next = below.number == line.number + more;
            next && (could_be_below(below) || is_below(line, below) || divides(line, below))
        };
        let rows = 1 + if alone { 0 } else { below.clone().take(MOST_ROWS - 1).take_while(follows).count() };
        let certainly = |(below, _): &(&SheetLine, u64)| is_below(line, below) || divides(line, below);
        let least = 1 + below.take(rows - 1).take_while(certainly).count();
        for height in least..=rows {
            let names = named(lines.get(place..place + height).unwrap_or_default());
            let register = is_register(lines.get(..place).unwrap_or_default(), &names);
            for list in List::ALL {
                // Both are lists of people: only one of them can be meant.
                if register && list == List::Candidates || !register && list == List::Members {
                    continue;
                }
                let mut found = meanings(list, (place, place + height), &names, mapping);
                let of_title = title::given(
                    list,
                    lines.get(..place).unwrap_or_default(),
                    &title::words(std::slice::from_ref(line)),
                );
                // A heading says more than the title.
                let said = found.given.clone();
                found
                    .given
                    .extend(of_title.into_iter().filter(|(field, _)| said.iter().all(|(known, _)| known != field)));
                // “Tên chi bộ | Họ tên Bí thư | Số điện thoại” is no list of people.
                if list.cell().is_some() && !found.has(Field::title(list.kind())) && names.iter().any(is_of_secretary) {
                    continue;
                }
                title_turns::turn(&mut found, lines.get(..place).unwrap_or_default(), mapping);
                let known = found.known();
                // A list of names alone has a single heading.
                let alone = known == 1 && names.len() == 1 && found.lacks().is_empty();
                // A row above that adds nothing is a title.
                let tighter = |best: &Headings| {
                    known == best.known()
                        && place > best.lines.0
                        && place + height == best.lines.1
                        && list == best.list
                        && best.lacks().len() >= found.lacks().len()
                };
                // A further row that stands below headings and gives more columns their own.
                let deeper = |best: &Headings| {
                    known == best.known()
                        && place == best.lines.0
                        && list == best.list
                        && names.len() > best.written.len()
                };
                let better = |best: &Headings| known > best.known() || tighter(best) || deeper(best);
                if (known >= LEAST || alone) && best.as_ref().is_none_or(better) {
                    best = Some(found);
                }
            }
        }
    }
    let best = best?;
    Some(above(lines, best.lines.0, mapping).unwrap_or(best))
}

/// The headings of another table above the one with the most headings: it has all that its list needs, and a row below it.
fn above(lines: &[SheetLine], next: usize, mapping: &Mapping) -> Option<Headings> {
    let lines = lines.get(..next)?;
    let found = find(lines, next, mapping)?;
    let row = |line: &SheetLine| line.filled() >= LEAST && !are_headings(line);
    let below = lines.get(found.lines.1..)?;
    (found.lacks().is_empty() && below.iter().any(row)).then_some(found)
}

/// Whether a line is nothing but headings of one list, of another one perhaps than the table above it.
pub(super) fn are_headings(line: &SheetLine) -> bool {
    // Most rows have a day or a number: they need not be looked up.
    if line.cells.iter().any(|cell| cell.bytes().filter(u8::is_ascii_digit).count() > 1) {
        return false;
    }
    let cells: Vec<String> = line.cells.iter().map(|cell| plain(cell)).filter(|cell| !cell.is_empty()).collect();
    let of = |list: &List| {
        let meanings: Option<Vec<Meaning>> = cells.iter().map(|cell| Dictionary::of(*list).meaning(cell)).collect();
        let fields = |meanings: &Vec<Meaning>| meanings.iter().filter(|one| matches!(one, Meaning::Field(_))).count();
        meanings.is_some_and(|meanings| fields(&meanings) >= LEAST)
    };
    cells.len() >= LEAST && List::ALL.iter().any(of)
}

/// Whether a list of people is one of members and not of candidates: it has a column that only a register has, or says so
/// above.
fn is_register(above: &[SheetLine], names: &[Named]) -> bool {
    let told = |line: &SheetLine| {
        let words = line.cells.iter().map(|cell| fold(cell)).collect::<Vec<_>>().join(" ");
        let members = ["danh sach dang vien", "so danh sach dang vien", "danh sach trich ngang dang vien"];
        let others = ["du bi", "ket nap", "moi", "chuyen chinh thuc", "gioi thieu", "quan chung"];
        members.iter().any(|title| words.contains(title)) && !others.iter().any(|word| words.contains(word))
    };
    let own = |name: &Named| name.ways.iter().any(|way| REGISTER.contains(&way.as_str()));
    names.iter().any(own) || above.iter().any(told)
}

/// Whether a heading is of the secretary of a cell.
fn is_of_secretary(name: &Named) -> bool {
    name.ways.first().is_some_and(|way| way.contains("bi thu"))
}

/// “DT” is the ethnic group and “ĐT” the phone, where marks are written or the phone stands elsewhere.
fn people(list: List, name: &Named, names: &[Named]) -> Option<Meaning> {
    let written = name.written.trim_matches(['.', ' ', ':']);
    if list != List::Candidates || !["DT", "dt", "Dt", "D.T"].contains(&written) {
        return None;
    }
    let marks = names.iter().any(|name| !name.written.is_ascii());
    marks.then_some(Meaning::Field(Field::EthnicGroup))
}

pub(super) fn meanings(list: List, lines: (usize, usize), names: &[Named], mapping: &Mapping) -> Headings {
    let dictionary = Dictionary::of(list);
    let written = names.iter().map(|name| (name.column, name.written.clone())).collect();
    let mut headings = Headings { list, lines, written, meanings: Vec::new(), unknown: Vec::new(), given: Vec::new() };
    let mut parts = day_parts(names, dictionary);
    parts.extend(place_parts(names, dictionary));
    let counted = counted(list, names);
    for (place, name) in names.iter().enumerate() {
        let said = mapping.meaning(list, &name.written);
        let told = || parts.get(&place).copied().or_else(|| sex(list, names, place));
        let of_ways = || name.ways.iter().find_map(|way| dictionary.meaning(way));
        // Of several days the last one counts.
        if let Some((last, day)) = counted
            && last == place
        {
            headings.given.push((Field::HeadcountDay, day.iso()));
            headings.meanings.push((name.column, Meaning::Field(Field::HeadcountMembers)));
            continue;
        }
        let found = said.or_else(told).or_else(|| people(list, name, names)).or_else(of_ways);
        match found {
            Some(Meaning::Field(field)) if headings.has(field) => {
                headings.unknown.push((name.column, name.written.clone()));
            }
            Some(meaning) => headings.meanings.push((name.column, meaning)),
            None => match several::fields(dictionary, &name.lines) {
                // A cell alone is a title.
                fields if !fields.is_empty() && names.len() > 1 && !fields.iter().any(|field| headings.has(*field)) => {
                    headings.meanings.extend(fields.into_iter().map(|field| (name.column, Meaning::Piece(field))));
                }
                _ => headings.unknown.push((name.column, name.written.clone())),
            },
        }
    }
    headings
}
