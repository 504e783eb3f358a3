//! What a line below the headings of a table is: a record, the name of a cell that stands above its people, a sum, or the
//! end of the table, where the signatures begin.

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

/// How the lines begin that stand below a table.
const ENDS: [&str; 22] = [
    "nguoi lap",
    "nguoi tong hop",
    "tm ",
    "t m ",
    "t/m",
    "bi thu",
    "pho bi thu",
    "noi nhan",
    "danh sach nay co",
    "danh sach co",
    "danh sach gom",
    "an dinh danh sach",
    "xac nhan",
    "thu truong",
    "chu tich",
    "hieu truong",
    "giam doc",
    "ky ten",
    "(ky",
    "ghi chu:",
    "luu y",
    "tong hop danh sach",
];

/// Cells of a line that has formulas of sums, at most; a record has more.
const FEW: usize = 3;

/// How sums begin.
const SUMS: [&str; 5] = ["tong cong", "tong so", "tong", "cong", "cong chung"];

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
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'a> {
    /// The columns of the name.
    pub names: &'a [usize],
    /// Whether its records are numbered 1, 2, 3: lines with I or A before them stand over a group.
    pub numbered: bool,
}

impl Table<'_> {
    /// Of a table whose lines stand here.
    pub fn of<'a>(lines: &[SheetLine], names: &'a [usize]) -> Table<'a> {
        let begin = |line: &SheetLine| {
            line.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let counts =
            |number: &str| lines.iter().filter_map(begin).any(|cell| cell.trim_end_matches(['.', ')']) == number);
        Table { names, numbered: counts("1") && (counts("I") || counts("A")) }
    }
}

/// Tells what a line is; `first` tells that no record stands above.
pub fn said(line: &SheetLine, list: List, table: Table<'_>, first: bool) -> LineKind {
    let names = table.names;
    let filled: Vec<(usize, &str)> = line
        .cells
        .iter()
        .enumerate()
        .map(|(column, cell)| (column, cell.trim()))
        .filter(|(_, cell)| !cell.is_empty())
        .collect();
    let Some((_, begin)) = filled.first() else { return LineKind::Nothing };
    if first && filled.len() > 2 && filled.iter().all(|(_, cell)| is_number_of_column(cell)) {
        return LineKind::Nothing;
    }
    let computed =
        |(_, cell): &(usize, &str)| ["=SUBTOTAL(", "=SUM(", "=COUNT"].iter().any(|sum| cell.starts_with(sum));
    if is_example(begin) || filled.iter().any(computed) && filled.len() <= FEW {
        return LineKind::Nothing;
    }
    // What the line says, without a running number before it.
    let number = is_number(begin);
    let text = filled.iter().map(|(_, cell)| *cell).find(|cell| !is_number(cell)).unwrap_or_default();
    let (folded, own) = (fold(text), filled.len() - usize::from(number));
    if SUMS.iter().any(|sum| {
        folded == *sum || folded.strip_prefix(sum).is_some_and(|rest| rest.starts_with([':', ' ']) && is_sum(rest))
    }) || is_sum_of_groups(text)
    {
        return LineKind::Nothing;
    }
    let over_group = table.numbered && is_letter_or_roman(begin);
    let Some(cell_field) = list.cell() else {
        // “KHỐI THÔN BẢN” stands over the organizations of a kind, with their sum.
        let capitals = !text.chars().any(char::is_lowercase);
        let kind = ["khoi ", "cac "].iter().any(|word| folded.starts_with(word));
        if kind && (over_group || list == List::Organizations && capitals && is_roman(begin)) {
            return LineKind::Group(None);
        }
        return if own <= 3 && !number && !first && ends(&folded) { LineKind::End } else { LineKind::Record };
    };
    // “Cộng I”, “Trong đó nữ: 02”: a person of this name has more than a name.
    let counts = |c: char| c.is_ascii_digit() || c == ':' || "IVX".contains(c);
    if own == 1 && !number && PARTS.iter().any(|part| folded.starts_with(part)) && text.chars().any(counts) {
        return LineKind::Nothing;
    }
    let named = names.iter().any(|column| filled.iter().any(|(filled, _)| filled == column));
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
    if cell() && (own <= FEW || over_group) || (own == 1 || over_group) && unit() {
        let name = name.split(['(', ':']).next().unwrap_or(name).trim_end_matches([':', ' ', '.']);
        return LineKind::Group(Some(Cell { field: cell_field, column: column + 1, text: written(name) }));
    }
    // The title of another table, or what stands over a group.
    if over_group || own == 1 && (roman || (!named && !number) || folded.starts_with("danh sach ")) {
        return LineKind::Group(None);
    }
    LineKind::Record
}

/// Whether what follows “tổng” speaks of a sum: a person may have this name.
fn is_sum(rest: &str) -> bool {
    let rest = rest.trim_start_matches([':', ' ']);
    rest.is_empty()
        || rest.starts_with(|c: char| c.is_ascii_digit())
        || ["so", "cong", "chung", "danh sach", "ca", "toan"].iter().any(|word| rest.starts_with(word))
}

/// “Cộng I+II”, “Tổng (I+II)”, “Cộng khối thôn bản”, “Toàn đảng bộ”: with its marks, since Tống and Cống are families.
fn is_sum_of_groups(text: &str) -> bool {
    let lower = text.trim_start_matches(['*', '-', '+', ' ']).to_lowercase();
    let rest = ["cộng ", "tổng "].iter().find_map(|sum| lower.strip_prefix(sum));
    let groups = |rest: &str| {
        let bare = rest.trim_matches(['(', ')', ' ', ':', '.']);
        let numbers = !bare.is_empty() && bare.chars().all(|c| "ivx+,&abc123 ".contains(c));
        numbers || ["khối ", "các ", "mục ", "phần ", "chi bộ", "nhóm "].iter().any(|word| rest.starts_with(word))
    };
    rest.is_some_and(groups) || ["toàn đảng bộ", "toàn xã", "toàn huyện", "toàn tỉnh"].contains(&lower.as_str())
}

/// `I`, `II.`, `A`, `B)`: what numbers groups.
fn is_letter_or_roman(cell: &str) -> bool {
    let bare = cell.trim_end_matches(['.', ')', '/']);
    is_roman(cell) || bare.len() == 1 && bare.chars().all(|c| c.is_ascii_uppercase())
}

/// `I`, `II.`
fn is_roman(cell: &str) -> bool {
    cell.contains(['I', 'V', 'X']) && cell.chars().all(|c| "IVX.)".contains(c))
}

fn ends(folded: &str) -> bool {
    ENDS.iter().any(|end| folded.starts_with(end))
}

/// “Mẫu, ngày 5 tháng 6 năm 2025”, filled in or not.
fn is_dated(folded: &str) -> bool {
    let mut rest = folded;
    ["ngay", "thang", "nam"].iter().all(|word| match rest.find(word) {
        Some(place) => {
            rest = rest.get(place + word.len()..).unwrap_or_default();
            true
        }
        None => false,
    })
}

/// “Ví dụ”, “VD:”, “Mẫu”: the line of a form shows how to fill in the others.
fn is_example(begin: &str) -> bool {
    let word = fold(begin);
    matches!(word.trim_end_matches([':', '.', ' ']), "vd" | "vi du" | "mau" | "dong mau")
}

/// `1`, `1.`, `(1)`, `I`, `IV.`, `a)`.
fn is_number(cell: &str) -> bool {
    let bare = cell.trim_matches(['(', ')', '.', '/', '-', ' ']);
    !bare.is_empty()
        && (bare.chars().all(|c| c.is_ascii_digit()) && bare.len() < 6
            || bare.chars().all(|c| "IVX".contains(c))
            || bare.len() == 1 && cell.ends_with([')', '.']))
}

/// A running number before a name in the same cell: `1. Chi bộ …`, `II - Chi bộ …`.
fn without_number(text: &str) -> &str {
    let text = text.trim_start_matches(['*', '-', '+', '•', '–', ' ']);
    match text.split_once([' ', '.', ')', '-']) {
        Some((number, rest)) if is_number(number) => rest.trim_start_matches([' ', '.', ')', '-', '–']),
        _ => text,
    }
}

/// The line below the headings that numbers the columns: `1`, `(2)`, `A`, `5=3+4`.
fn is_number_of_column(cell: &str) -> bool {
    let bare = cell.trim_matches(['(', ')', '[', ']', ' ']);
    let counts = |c: char| c.is_ascii_digit() || "=+-*/:%. ".contains(c);
    !bare.is_empty()
        && bare.len() <= 12
        && (bare.len() == 1
            || bare.starts_with(|c: char| c.is_ascii_digit()) && bare.len() < 3
            || bare.contains('=') && bare.chars().all(counts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &str, first: bool, expected: &str) {
        let line =
            SheetLine { number: 1, cells: cells.split(';').map(str::to_owned).collect(), ..SheetLine::default() };
        let numbered = cells.starts_with(['A', 'I']) && !first;
        let told = match said(&line, List::Candidates, Table { names: &[1], numbered }, first) {
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
