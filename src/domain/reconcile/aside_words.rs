//! Words by which a number is told to be no figure: before years, documents and ordinals, and the nouns that are counted. What is set aside
//! is in `aside`.

use super::figure::{Item, Sentence};

/// Words before a number that names something rather than counts it.
pub(super) const NAMES: [&str; 59] = [
    "thu", "khoa", "khoa_", "dot", "quy", "thang", "tuan", "dieu", "khoan", "muc", "cau", "bang", "bieu", "phu", "luc",
    "duong", "quoc", "ngay", "mung", "hang", "lop", "khoi", "to", "phuong", "quan", "thon", "ban", "xom", "ap", "buon",
    "bon", "lang", "khu", "pho", "tieu_", "doi", "ca", "tap", "so", "chuong", "phan", "vong", "kenh", "loai", "cap",
    "cum", "nhom", "km", "diem", "huyen", "xa", "nam", "trang", "tr", "mau", "bac", "chi", "hinh", "don",
];

/// Nouns of documents. `Công an 12` is none.
pub(super) const DOCUMENTS: [[&str; 2]; 20] = [
    ["quyet", "dinh"],
    ["nghi", "quyet"],
    ["ke", "hoach"],
    ["chi", "thi"],
    ["ket", "luan"],
    ["huong", "dan"],
    ["quy", "dinh"],
    ["cong", "van"],
    ["de", "an"],
    ["thong", "tu"],
    ["luat", "so"],
    ["chuong", "trinh"],
    ["thong", "bao"],
    ["bao", "cao"],
    ["to", "trinh"],
    ["nghi", "dinh"],
    ["du", "an"],
    ["phap", "lenh"],
    ["quy", "che"],
    ["thong", "tri"],
];

/// Words before a year.
pub(super) const BEFORE_YEARS: [&str; 17] = [
    "nam_", "nam", "tu", "den", "doan", "ky", "dau", "cuoi", "het", "toi", "nien", "voi", "thang", "quy", "truoc",
    "sau", "va",
];

/// Whether capitals and marks of a document follow: `NQ-HĐND`, `KH/TU`.
pub(super) fn is_code(read: &Sentence, at: usize) -> bool {
    matches!(read.items.get(at), Some(Item::Word(word)) if word.len() >= 2 && !is_unit(word) && word.chars().all(|c| !matches!(c, 'a' | 'i' | 'e' | 'o' | 'y')) || word_is_code(word))
}

/// Letters of kinds of documents.
pub(super) fn word_is_code(word: &str) -> bool {
    matches!(
        word,
        "nq" | "qd"
            | "ct"
            | "kl"
            | "kh"
            | "hd"
            | "da"
            | "qdi"
            | "cv"
            | "tb"
            | "bc"
            | "ctr"
            | "cthd"
            | "tt"
            | "nd"
            | "ttr"
            | "knd"
            | "qdtw"
    )
}

/// First words of nouns that are counted.
const UNITS: [&str; 63] = [
    "tieu_", "dang", "nguoi", "dong", "quan", "chi", "thon", "ban", "xa", "ho", "to", "truong", "doan", "hoi", "hoc",
    "can", "cap", "nu", "nam", "tinh", "huyen", "lop", "luot", "vu", "xom", "cong", "hop", "uy", "bi", "ung", "dai",
    "tieu", "ap", "buon", "lang", "khu", "don", "ca", "cuoc", "doi", "ty", "trieu", "nghin", "ngan", "co", "giao",
    "phieu", "em", "dv", "thanh", "phuong", "mo", "mot", "sinh", "chuc", "nhan", "vien", "cai", "ngoi", "tan", "ha",
    "km", "tap",
];

/// Whether a word begins a noun that is counted.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}
