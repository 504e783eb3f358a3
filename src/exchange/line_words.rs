//! What the words of a line say of what it is: a sum, an end, a number, a remark between the rows. Which line is a record is in
//! `lines`.

use crate::domain::value::letters::fold;

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

/// Whether what follows “tổng” speaks of a sum: a person may have this name.
pub(super) fn is_sum(rest: &str) -> bool {
    let rest = rest.trim_start_matches([':', ' ']);
    rest.is_empty()
        || rest.starts_with(|c: char| c.is_ascii_digit())
        || ["so", "cong", "chung", "danh sach", "ca", "toan"].iter().any(|word| rest.starts_with(word))
}

/// “Trang sau”, “(Còn tiếp)”, “Ngoài ra …”: what stands between the rows and is none.
pub(super) fn is_remark(text: &str, own: usize) -> bool {
    let lower = text.trim_start_matches(['*', '-', '+', '(', ' ']).to_lowercase();
    let any = |all: &[&str]| all.iter().any(|begin| lower.starts_with(begin));
    any(&["trang sau", "trang trước", "mang sang", "chuyển trang", "cộng dồn", "tỷ lệ ", "tỉ lệ "])
        || any(&["trong đó:", "trong đó "]) && own <= 2
        || own == 1
            && (any(&["còn tiếp", "ngoài ra", "ghi chú", "không có", "trang "]) && !lower.starts_with("trang thị"))
}

/// “Cộng I+II”, “Tổng (I+II)”, “Cộng khối thôn bản”, “Toàn đảng bộ”: with its marks, since Tống and Cống are families.
pub(super) fn is_sum_of_groups(text: &str) -> bool {
    let lower = text.trim_start_matches(['*', '-', '+', ' ']).to_lowercase();
    let rest = ["cộng ", "tổng "].iter().find_map(|sum| lower.strip_prefix(sum));
    let groups = |rest: &str| {
        let bare = rest.trim_matches(['(', ')', ' ', ':', '.']);
        let numbers = !bare.is_empty() && bare.chars().all(|c| "ivx+,&abc123 ".contains(c));
        numbers
            || [
                "khối", "các ", "mục ", "phần ", "chi bộ", "nhóm ", "trang", "dồn", "hai ", "ba ", "mang", "chuyển",
                "toàn",
            ]
            .iter()
            .any(|word| rest.starts_with(word))
    };
    rest.is_some_and(groups) || ["toàn đảng bộ", "toàn xã", "toàn huyện", "toàn tỉnh"].contains(&lower.as_str())
}

/// `I`, `II.`, `A`, `B)`: what numbers groups.
pub(super) fn is_letter_or_roman(cell: &str) -> bool {
    let bare = cell.trim_end_matches(['.', ')', '/']);
    is_roman(cell) || bare.len() == 1 && bare.chars().all(|c| c.is_ascii_uppercase())
}

/// `I`, `II.`
pub(super) fn is_roman(cell: &str) -> bool {
    cell.contains(['I', 'V', 'X']) && cell.chars().all(|c| "IVX.)".contains(c))
}

pub(super) fn ends(folded: &str) -> bool {
    ENDS.iter().any(|end| folded.starts_with(end))
}

/// “Mẫu, ngày 5 tháng 6 năm 2025”, filled in or not.
pub(super) fn is_dated(folded: &str) -> bool {
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
pub(super) fn is_example(begin: &str) -> bool {
    let word = fold(begin);
    matches!(word.trim_end_matches([':', '.', ' ']), "vd" | "vi du" | "mau" | "dong mau")
}

/// What stands in the place of a name where there is nobody: “Không có”, “Chưa có nguồn”, `0`.
pub(super) fn is_nobody(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let bare = lower.trim_matches(['-', '/', '.', '(', ')', ' ', '0', '–']);
    bare.is_empty() || ["không có", "chưa có", "không còn"].iter().any(|no| bare.starts_with(no)) || bare == "không"
}

/// `1`, `1.`, `(1)`, `I`, `IV.`, `a)`.
pub(super) fn is_number(cell: &str) -> bool {
    let bare = cell.trim_matches(['(', ')', '.', '/', '-', ' ']);
    !bare.is_empty()
        && (bare.chars().all(|c| c.is_ascii_digit()) && bare.len() < 6
            || bare.chars().all(|c| "IVX".contains(c))
            || bare.len() == 1 && cell.ends_with([')', '.']))
}

/// A running number before a name in the same cell: `1. Chi bộ …`, `II - Chi bộ …`.
pub(super) fn without_number(text: &str) -> &str {
    let text = text.trim_start_matches(['*', '-', '+', '•', '–', ' ']);
    match text.split_once([' ', '.', ')', '-']) {
        Some((number, rest)) if is_number(number) => rest.trim_start_matches([' ', '.', ')', '-', '–']),
        // “A. CHI BỘ …”, and no name that begins with a letter.
        Some((letter, rest)) if is_letter_or_roman(letter) && !text.starts_with(&format!("{letter} ")) => {
            rest.trim_start_matches([' ', '.', ')', '-', '–'])
        }
        _ => text,
    }
}

/// The line below the headings that numbers the columns: `1`, `(2)`, `A`, `5=3+4`.
pub(super) fn is_number_of_column(cell: &str) -> bool {
    let bare = cell.trim_matches(['(', ')', '[', ']', ' ']);
    let counts = |c: char| c.is_ascii_digit() || "=+-*/:%. ".contains(c);
    !bare.is_empty()
        && bare.len() <= 12
        && (bare.len() == 1
            || bare.starts_with(|c: char| c.is_ascii_digit()) && bare.len() < 3
            || bare.contains('=') && bare.chars().all(counts))
}
