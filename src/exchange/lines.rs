//! What a line below the headings of a table is: a record, the name of a cell that stands above its people, a sum, or the
//! end of the table, where the signatures begin.

use std::collections::BTreeSet;

use super::committees::is_committee;
use super::line_words::{
    ends, is_dated, is_example, is_letter_or_roman, is_nobody, is_number, is_number_of_column, is_remark, is_roman,
    is_sum, is_sum_of_groups, without_number,
};
use super::lists::{Cell, List, SheetLine};
use super::title::written;
use crate::domain::value::letters::fold;

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Empty, the numbers of the columns, an example, or a sum.
    Nothing,
    /// A heading between the rows; the cell of the people below, if it names one.
    Group(Option<Cell>),
    /// A record.
    Record,
    /// The first line after the table.
    End,
}

/// Cells of a line that has formulas of sums, at most; a record has more.
const FEW: usize = 3;

/// How sums begin.
const SUMS: [&str; 7] = ["tong cong", "tong so", "tong", "cong", "cong chung", "ts", "∑"];

/// How sums of parts begin.
const PARTS: [&str; 3] = ["cong ", "tong ", "trong do"];

/// How the names of units begin that stand above their people: with marks, since Bàn is a family name and Bản a village.
pub(super) const UNITS: [&str; 24] = [
    "bản ",
    "thôn ",
    "xóm ",
    "ấp ",
    "buôn ",
    "làng ",
    "tổ dân phố ",
    "tiểu khu ",
    "khu ",
    "khối ",
    "tổ ",
    "trạm ",
    "trường ",
    "công an ",
    "quân sự ",
    "ban chỉ huy ",
    "cơ quan ",
    "văn phòng ",
    "ubnd ",
    "hợp tác xã ",
    "công ty ",
    "doanh nghiệp ",
    "tdp ",
    "y tế ",
];

/// How the names of organizations begin that stand above their people.
const CELLS: [&str; 4] = ["chi bo", "dang bo", "chi uy", "dang uy"];

/// What is known of a table before its lines are read.
#[derive(Clone, Debug, Default)]
pub struct Table<'a> {
    /// The columns of the name.
    pub names: &'a [usize],
    /// Lines numbered I or A with one numbered 1 below them: they stand over a group.
    pub over: BTreeSet<u64>,
    /// All lines numbered I or A.
    pub lettered: BTreeSet<u64>,
    /// Its headings as they are written: they may stand on each printed page.
    pub headings: &'a [String],
}

impl Table<'_> {
    /// Of a table whose lines stand here.
    pub fn of<'a>(lines: &[SheetLine], names: &'a [usize], headings: &'a [String]) -> Table<'a> {
        let begin = |line: &SheetLine| {
            line.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default().to_owned()
        };
        let filled: Vec<(u64, String)> =
            lines.iter().filter(|line| !line.is_empty()).map(|line| (line.number, begin(line))).collect();
        let first = |cell: &str| {
            cell.trim_end_matches(['.', ')']) == "1"
                || cell.starts_with(|c: char| c.is_ascii_digit()) && is_number(cell)
        };
        let over = filled.windows(2).filter_map(|pair| match pair {
            [(number, one), (_, next)] if is_letter_or_roman(one) && first(next) => Some(*number),
            _ => None,
        });
        let lettered = filled.iter().filter(|(_, begin)| is_letter_or_roman(begin)).map(|(number, _)| *number);
        Table { names, over: over.collect(), lettered: lettered.collect(), headings }
    }

    /// Whether a line has nothing but the headings.
    fn repeats(&self, line: &SheetLine) -> bool {
        let cells = || line.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        !self.headings.is_empty()
            && cells().count() > 1
            && cells().all(|cell| self.headings.iter().any(|known| known == cell))
    }
}

/// Tells what a line is; `first` tells that no record stands above.
pub fn said(line: &SheetLine, list: List, table: &Table<'_>, first: bool) -> LineKind {
    let names = table.names;
    let filled: Vec<(usize, &str)> = line.filled_cells().collect();
    let Some((_, begin)) = filled.first() else { return LineKind::Nothing };
    if table.repeats(line) {
        return LineKind::Nothing;
    }
    if first && filled.len() > 2 && filled.iter().all(|(_, cell)| is_number_of_column(cell)) {
        return LineKind::Nothing;
    }
    let computed =
        |(_, cell): &(usize, &str)| ["=SUBTOTAL(", "=SUM(", "=COUNT"].iter().any(|sum| cell.starts_with(sum));
    if is_example(begin) || filled.iter().any(computed) && filled.len() <= FEW {
        return LineKind::Nothing;
    }
    // What the line says, without a running number before it.
    let lettered = filled.len() > 1 && is_letter_or_roman(begin);
    let number = is_number(begin) || lettered;
    let rest = filled.iter().skip(usize::from(lettered)).map(|(_, cell)| *cell);
    let text = rest.clone().find(|cell| !is_number(cell)).or_else(|| rest.clone().next()).unwrap_or_default();
    let (folded, own) = (fold(text), filled.len() - usize::from(number));
    // A numbered line is no sum: “2 | Tống Cộng”, “3 | Tổng Công ty Mẫu”.
    let counted = number && begin.starts_with(|c: char| c.is_ascii_digit());
    let enterprise =
        ["tổng công ty", "tổng cục", "tổng kho", "tổng đội"].iter().any(|kind| text.to_lowercase().starts_with(kind));
    if !counted
        && !enterprise
        && (SUMS.iter().any(|sum| {
            folded == *sum || folded.strip_prefix(sum).is_some_and(|rest| rest.starts_with([':', ' ']) && is_sum(rest))
        }) || is_sum_of_groups(text)
            || is_remark(text, own))
    {
        return LineKind::Nothing;
    }
    let over_group = table.over.contains(&line.number);
    let Some(cell_field) = list.cell() else {
        // “KHỐI THÔN BẢN” stands over the organizations of a kind, with their sum.
        let capitals = !text.chars().any(char::is_lowercase);
        // A committee has cells below it; a cell has none.
        let committee = is_committee(text) && (list == List::Organizations || !folded.contains("bo phan"));
        if over_group && !committee
            || folded.starts_with("khoi ") && list == List::Organizations && capitals && is_roman(begin)
        {
            return LineKind::Group(None);
        }
        return if own <= 3 && !number && !first && ends(&folded) { LineKind::End } else { LineKind::Record };
    };
    // “Cộng I”, “Trong đó nữ: 02”: a person of this name has more than a name. Tống and Cống are families.
    let counts = |word: &str| word.contains(|c: char| c.is_ascii_digit() || c == ':') || is_roman(word);
    let lower = text.to_lowercase();
    let part = text.is_ascii() && PARTS.iter().any(|part| folded.starts_with(part))
        || ["cộng ", "tổng ", "trong đó"].iter().any(|part| lower.starts_with(part));
    if own == 1 && !number && part && text.split(' ').any(counts) {
        return LineKind::Nothing;
    }
    let named = names.iter().any(|column| filled.iter().any(|(filled, _)| filled == column));
    // “3 | Chi bộ Quân sự | 0 | Không có nguồn”: nobody.
    if names.iter().any(|column| filled.iter().any(|(filled, cell)| filled == column && is_nobody(cell))) {
        return LineKind::Nothing;
    }
    if own <= 3 && !number && (ends(&folded) || is_dated(&folded)) {
        return if first { LineKind::Nothing } else { LineKind::End };
    }
    let roman = is_roman(begin);
    let column = filled.iter().find(|(_, cell)| *cell == text).map_or(0, |(column, _)| *column);
    let name = without_number(text);
    let unit = || UNITS.iter().any(|word| name.to_lowercase().starts_with(word)) && (roman || !number);
    let cell = || CELLS.iter().any(|word| fold(name).strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
    // Nobody is called “Chi bộ …”; how many its people are may stand beside it.
    let kind = name.to_lowercase().starts_with("khối ") || name.to_lowercase().starts_with("các ");
    if over_group && kind {
        return LineKind::Group(None);
    }
    let as_name = cell() && names.contains(&column) && own <= FEW;
    if own == 1 && cell() || as_name || over_group && (cell() || unit()) || own == 1 && unit() {
        let name = name.split(['(', ':']).next().unwrap_or(name).trim_end_matches([':', ' ', '.']);
        return LineKind::Group(Some(Cell { field: cell_field, column: column + 1, text: written(name) }));
    }
    // The title of another table, or what stands over a group.
    if over_group || own == 1 && (roman || (!named && !number) || folded.starts_with("danh sach ")) {
        return LineKind::Group(None);
    }
    LineKind::Record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &str, first: bool, expected: &str) {
        let line =
            SheetLine { number: 1, cells: cells.split(';').map(str::to_owned).collect(), ..SheetLine::default() };
        let over = [1].into_iter().filter(|_| cells.starts_with(['A', 'I']) && !first).collect();
        let table = Table { names: &[1], over, ..Table::default() };
        let told = match said(&line, List::Candidates, &table, first) {
            LineKind::Nothing => "nothing".to_owned(),
            LineKind::Group(cell) => format!("group {}", cell.map(|cell| cell.text).unwrap_or_default()),
            LineKind::Record => "record".to_owned(),
            LineKind::End => "end".to_owned(),
        };
        assert_eq!(told, expected, "{cells}");
    }

    #[test]
    fn a_line_is_taken_for_what_people_take_it_for() {
        check("1;Lò Văn Mẫu;5/3/1996", true, "record");
        check(";Lò Văn Mẫu;", false, "record");
        check("(1);(2);(3)", true, "nothing");
        check("A;B;1", true, "nothing");
        check("1;2;3=1+2", true, "nothing");
        check("I;Chi bộ bản Mẫu;", false, "group Chi bộ bản Mẫu");
        check("I. Chi bộ bản Mẫu (3 đồng chí):;;", false, "group Chi bộ bản Mẫu");
        check("II;Nguồn năm 2025;", false, "group ");
        check("II;Công an xã;", false, "group Công an xã");
        check(";Trạm Y tế xã;", false, "group Trạm Y tế xã");
        check(";Bản Nậm;", false, "group Bản Nậm");
        check(";Bàn Văn Mẫu;", false, "record");
        check(";* Chi bộ bản Thử;", false, "group Chi bộ bản Thử");
        check(";A. CHI BỘ BẢN NÀ MẪU;", false, "group Chi bộ bản Nà Mẫu");
        check(";A Chi Bộ;1/2/1990", false, "record");
        check("TS;;12", false, "nothing");
        check(";Cộng I;", false, "nothing");
        check(";Trong đó nữ: 02;", false, "nothing");
        check("4;Cộng Thị Mẫu;1/2/1990", false, "record");
        check("Tổng cộng;;12", false, "nothing");
        check(";Cộng I+II;;2", false, "nothing");
        check(";Tổng (I+II);;2", false, "nothing");
        check(";Toàn đảng bộ;;2", false, "nothing");
        check("5;Tổng Thị Mẫu;1/2/1990", false, "record");
        check("I;Chi bộ bản Mẫu;;;2", false, "group Chi bộ bản Mẫu");
        check(";Chi bộ bản Mẫu: 02 đ/c;", false, "group Chi bộ bản Mẫu");
        check("A;Khối thôn bản;;;7", false, "group ");
        check(";Tống Văn Giáp;", false, "record");
        check("2;Tống Cộng;1/1/2000", false, "record");
        check(";Cộng trang 1;4", false, "nothing");
        check(";(Còn tiếp);", false, "nothing");
        check(";Trang Thị Mẫu;", false, "record");
        check(";Tổng số: 12 người;", false, "nothing");
        check("3;Tống Thị Mẫu;1/2/1990", false, "record");
        check("Danh sách này có 12 người;;", false, "end");
        check(";;Mẫu, ngày … tháng … năm 2025", false, "end");
        check(";NGƯỜI LẬP BIỂU;T/M CHI BỘ", false, "end");
        check(";DANH SÁCH CHUYỂN CHÍNH THỨC;", false, "group ");
        check(";;", false, "nothing");
        check("VD:;Nguyễn Văn A;1/1/1990", true, "nothing");
        check("Ví dụ;Nguyễn Văn A;1/1/1990", false, "nothing");
    }
}
