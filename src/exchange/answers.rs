//! Answers as lists give them, where the program has finer ones or other names.

use super::lists::Cell;
use crate::domain::schema::field::Field;
use crate::domain::schema::lists::EDUCATION;
use crate::domain::value::letters::fold;

/// Other names that lists have for entries of the program's own, without marks and signs.
const OTHER_NAMES: &[(Field, &str, &[&str])] = &[
    (Field::LivesInHardArea, "yes", &["co", "x", "1", "dung", "yes"]),
    (Field::Education, "upper_secondary", &["thpt", "tot nghiep thpt", "cap 3", "trung hoc pho thong", "cap iii"]),
    (Field::Education, "lower_secondary", &["thcs", "tot nghiep thcs", "cap 2", "trung hoc co so", "cap ii"]),
    (Field::Education, "primary", &["tieu hoc", "cap 1", "cap i"]),
    (Field::TotalIndicator, "admissions", &["ket nap dang vien", "ket nap dang vien moi", "phat trien dang vien"]),
    (Field::TotalIndicator, "introductions", &["gioi thieu nguon ket nap", "tao nguon"]),
    (
        Field::TotalIndicator,
        "class",
        &[
            "cu hoc lop nhan thuc ve dang",
            "hoc lop boi duong nhan thuc ve dang",
            "cu hoc lop boi duong nhan thuc ve dang",
        ],
    ),
    (Field::TotalIndicator, "recognitions", &["cong nhan dang vien chinh thuc", "chuyen dang chinh thuc"]),
    (Field::OrganizationCountingDay, "decision", &["ngay quyet dinh", "quyet dinh", "theo ngay quyet dinh"]),
    (Field::OrganizationCountingDay, "ceremony", &["ngay ket nap", "ngay le", "le ket nap", "theo ngay ket nap"]),
    (Field::OrganizationKind, "committee", &["dang bo", "dang uy co so", "dang bo co so", "huyen uy", "tinh uy"]),
];

/// Answers that lists give where the form has finer ones: whether the place is hard to live in, and the class that was
/// finished instead of the level.
pub fn answered(cell: &Cell) -> Option<String> {
    let text = fold(&cell.text);
    let field = if cell.field == Field::TargetIndicator { Field::TotalIndicator } else { cell.field };
    let other = OTHER_NAMES.iter().find(|(of, _, names)| *of == field && names.contains(&text.as_str()));
    if let Some((_, key, _)) = other {
        return Some((*key).to_owned());
    }
    match cell.field {
        Field::Education => {
            let (class, of) = text.split_once('/')?;
            let class: u32 = class.trim().trim_start_matches("lop ").parse().ok()?;
            // The schools of before 1989 had ten classes.
            let ends = match of.trim() {
                "12" => [12, 9, 5],
                "10" => [10, 7, 4],
                _ => return None,
            };
            let level = ends.iter().position(|end| class >= *end).map_or(0, |place| ends.len() - place);
            EDUCATION
                .get(level)
                .filter(|_| ends.first().is_some_and(|last| class <= *last))
                .map(|level| level.key.to_owned())
        }
        _ => None,
    }
}
