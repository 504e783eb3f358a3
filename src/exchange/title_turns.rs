//! What the title of a list of people makes of its columns: days of a recognition, days that are only planned. What it gives as facts of all
//! rows is in `title`.

use super::heading_rows::Headings;
use super::headings::Meaning;
use super::lists::{List, SheetLine};
use super::mapping::Mapping;
use super::title;
use crate::domain::schema::field::{Field, Kind};
use crate::domain::value::letters::fold;

/// How headings and titles say that something has not happened yet.
const PLANNED: [&str; 3] = ["du kien", "den han", "theo ke hoach"];

/// Turns the columns of a list of people into what its title says that they are.
pub(super) fn turn(headings: &mut Headings, above: &[SheetLine], mapping: &Mapping) {
    if headings.list.cell().is_none() {
        return;
    }
    if headings.list == List::Candidates && recognizes(above) {
        to_recognition(headings);
    }
    leave_planned(headings, &title::words(above), mapping);
}

/// A day on which somebody is to be admitted is none on which he was.
fn leave_planned(headings: &mut Headings, title: &str, mapping: &Mapping) {
    let is_day = |field: Field| matches!(field.spec().kind, Kind::Day { .. } | Kind::When);
    let admitted = [Field::Decision, Field::Ceremony, Field::MemberAdmitted, Field::MemberJoined];
    let of_title = title.contains("du kien ket nap");
    let mut left: Vec<(usize, String)> = Vec::new();
    for (column, written) in &headings.written {
        let planned = PLANNED.iter().any(|word| fold(written).contains(word));
        let day = headings.meanings.iter().any(|(known, meaning)| {
            let field = match meaning {
                Meaning::Field(field) | Meaning::Piece(field) | Meaning::Part(field, _) => *field,
                _ => return false,
            };
            known == column && is_day(field) && (planned || of_title && admitted.contains(&field))
        });
        // What a person said of a column counts as it was said.
        if day && mapping.meaning(headings.list, written).is_none() {
            left.push((*column, written.clone()));
        }
    }
    headings.meanings.retain(|(column, _)| left.iter().all(|(known, _)| known != column));
    headings.unknown.extend(left);
}

/// In a list about recognition, “Số phiếu”, “Ngày họp chi bộ” and “Quyết định” are those of the recognition.
fn to_recognition(headings: &mut Headings) {
    let own = |field: Field| match field {
        Field::CellMeeting => Some(Field::RecognitionMeeting),
        Field::Decision => Some(Field::RecognitionDecision),
        Field::BaseResolution => Some(Field::RecognitionResolution),
        // What the record does not keep of a recognition.
        Field::DecisionNumber | Field::OfficialMembers | Field::Excused | Field::VotesFor => None,
        _ => Some(field),
    };
    let has: Vec<Field> = headings
        .meanings
        .iter()
        .filter_map(|(_, meaning)| match meaning {
            Meaning::Field(field) => Some(*field),
            _ => None,
        })
        .collect();
    // Of several facts in a cell none can be left out.
    let pieces: Vec<usize> = headings
        .meanings
        .iter()
        .filter(|(_, meaning)| matches!(meaning, Meaning::Piece(field) if own(*field).is_none()))
        .map(|(column, _)| *column)
        .collect();
    let mut lost = Vec::new();
    headings.meanings.retain_mut(|(column, meaning)| match meaning {
        Meaning::Piece(_) if pieces.contains(column) => {
            lost.push(*column);
            false
        }
        Meaning::Field(field) | Meaning::Piece(field) | Meaning::Part(field, _) => match own(*field) {
            Some(turned) if turned == *field || !has.contains(&turned) => {
                *field = turned;
                true
            }
            _ => {
                lost.push(*column);
                false
            }
        },
        _ => true,
    });
    headings.unknown.extend(headings.written.iter().filter(|(column, _)| lost.contains(column)).cloned());
}

/// Whether the title says that a list is about recognition: “DANH SÁCH ĐẢNG VIÊN DỰ BỊ ĐỀ NGHỊ CÔNG NHẬN CHÍNH THỨC”.
fn recognizes(above: &[SheetLine]) -> bool {
    let verbs = ["cong nhan", "chuyen dang chinh thuc", "chuyen chinh thuc", "xet chinh thuc"];
    let others = ["de nghi ket nap", "xet ket nap", "quan chung"];
    // The nearest line that speaks of either; what stands in brackets is about something else.
    for line in above.iter().rev() {
        let bare: Vec<String> =
            line.cells.iter().map(|cell| cell.split('(').next().unwrap_or(cell).to_owned()).collect();
        let words = title::words(&[SheetLine { cells: bare, ..SheetLine::default() }]);
        let recognized = words.contains("chinh thuc") && verbs.iter().any(|verb| words.contains(verb));
        if others.iter().any(|other| words.contains(other)) {
            return false;
        }
        if recognized {
            return true;
        }
    }
    false
}
