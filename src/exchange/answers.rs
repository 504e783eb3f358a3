//! Synonyms of closed-list entries as they occur in office spreadsheets.

use super::lists::Cell;
use crate::domain::schema::field::Field;
use crate::domain::schema::lists::{self, EDUCATION, ETHNIC_GROUP};
use crate::domain::value::letters::fold;

/// Synonyms of entries, normalized by [`fold`].
const OTHER_NAMES: &[(Field, &str, &[&str])] = &[
    (Field::LivesInHardArea, "yes", &["co", "x", "1", "dung", "yes"]),
    (
        Field::Education,
        "upper_secondary",
        &["thpt", "tot nghiep thpt", "tn thpt", "cap 3", "trung hoc pho thong", "cap iii"],
    ),
    (Field::Education, "lower_secondary", &["thcs", "tot nghiep thcs", "cap 2", "trung hoc co so", "cap ii"]),
    (Field::Education, "primary", &["tieu hoc", "cap 1", "cap i"]),
    (Field::Religion, "none", &["khong co", "khong theo", "khong theo ton giao", "ko", "k", "0", "/"]),
    (Field::Religion, "buddhist", &["phat", "dao phat"]),
    (Field::Religion, "catholic", &["thien chua giao", "thien chua", "dao thien chua", "cong giao"]),
    (Field::Religion, "protestant", &["dao tin lanh"]),
    (Field::EthnicGroup, "kinh", &["viet"]),
    (Field::EthnicGroup, "mong", &["meo", "hmong", "h'mong", "h mong"]),
    (Field::EthnicGroup, "gia_rai", &["jrai", "jarai", "j'rai"]),
    (Field::EthnicGroup, "kho_mu", &["khmu", "khomu", "kho mu"]),
    (Field::SexOfCandidate, "male", &["trai", "m"]),
    (Field::SexOfCandidate, "female", &["gai", "f"]),
    (Field::PoliticalTheory, "none", &["khong", "chua", "chua qua", "chua qua dao tao"]),
    (Field::PoliticalTheory, "elementary", &["sc", "so cap llct"]),
    (Field::Qualification, "none", &["khong", "chua", "chua qua", "chua qua dt", "chua co"]),
    (Field::MemberStanding, "active", &["dang sinh hoat dang", "sinh hoat binh thuong", "dang sh"]),
    (
        Field::MemberStanding,
        "exempt",
        &[
            "mien",
            "mien sinh hoat",
            "duoc mien",
            "duoc mien sinh hoat",
            "duoc mien cong tac sinh hoat",
            "mien sinh hoat dang",
        ],
    ),
    (
        Field::MemberStanding,
        "away",
        &[
            "tam thoi",
            "chuyen sinh hoat tam thoi",
            "sinh hoat tam thoi",
            "chuyen tam thoi",
            "sinh hoat noi khac tam thoi",
        ],
    ),
    (
        Field::MemberStanding,
        "moved",
        &[
            "da chuyen di",
            "chuyen di",
            "da chuyen sinh hoat",
            "chuyen sinh hoat chinh thuc",
            "chuyen sinh hoat di",
            "da chuyen",
        ],
    ),
    (Field::MemberStanding, "left", &["ra khoi dang", "xin ra khoi dang", "xin ra"]),
    (Field::MemberStanding, "struck", &["xoa ten"]),
    (Field::MemberStanding, "expelled", &["khai tru"]),
    (Field::MemberStanding, "died", &["da mat", "mat", "chet", "qua doi", "da tu tran", "da chet"]),
    (Field::TotalIndicator, "admissions", &["ket nap dang vien", "ket nap dang vien moi", "phat trien dang vien"]),
    // What these were called before.
    (
        Field::TotalIndicator,
        "villages_cleared",
        &["xoa ban chua co dang vien", "xoa ban trang dang vien", "xoa thon ban chua co dang vien"],
    ),
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
    (
        Field::OrganizationKind,
        "village",
        &["thon ban", "thon, ban", "thon", "ban", "xom", "chi bo thon", "chi bo ban", "chi bo thon ban", "nong thon"],
    ),
    (
        Field::OrganizationKind,
        "street_quarter",
        &["to dan pho", "tdp", "khu pho", "tieu khu", "chi bo to dan pho", "chi bo tieu khu"],
    ),
    (Field::OrganizationKind, "school", &["truong hoc", "truong", "nha truong", "giao duc", "chi bo truong"]),
    (Field::OrganizationKind, "military", &["quan su", "bchqs", "ban chi huy quan su"]),
    (Field::OrganizationKind, "police", &["cong an"]),
    (Field::OrganizationKind, "health_station", &["tram y te", "y te", "tyt"]),
    (Field::OrganizationKind, "office", &["co quan", "khoi co quan", "chi bo co quan xa"]),
    (Field::OrganizationKind, "enterprise", &["doanh nghiep", "hop tac xa", "htx", "cong ty"]),
    // What may be one kind or another.
    (
        Field::OrganizationKind,
        "other",
        &[
            "don vi su nghiep",
            "su nghiep",
            "luc luong vu trang",
            "vu trang",
            "khac",
            "loai khac",
            "chi bo don vi su nghiep",
        ],
    ),
    (
        Field::OrganizationKind,
        "branch_committee",
        &["dang bo bo phan", "dang uy bo phan", "dang bo truc thuoc", "dang bo truc thuoc dang uy co so"],
    ),
    (Field::OrganizationKind, "committee", &["dang bo", "dang uy co so", "dang bo co so", "huyen uy", "tinh uy"]),
];

/// The stored key that a cell's text stands for, if it is a synonym or a school class instead of a
/// level (`10/12`).
pub fn answered(cell: &Cell) -> Option<String> {
    let text = fold(&cell.text);
    let field = if cell.field == Field::TargetIndicator { Field::TotalIndicator } else { cell.field };
    let other = OTHER_NAMES.iter().find(|(of, _, names)| *of == field && names.contains(&text.as_str()));
    if let Some((_, key, _)) = other {
        return Some((*key).to_owned());
    }
    match cell.field {
        Field::Qualification => level(&text),
        Field::EthnicGroup => {
            let bare = text.strip_prefix("dan toc ").or_else(|| text.strip_prefix("nguoi ")).unwrap_or(&text);
            let known = |name: &str| lists::meant(ETHNIC_GROUP, name).map(|group| group.key.to_owned());
            // “Thái đen” and “Mông hoa” are groups of the Thái and the Mông.
            known(bare).filter(|_| bare != text).or_else(|| {
                let (group, part) = bare.split_once(' ')?;
                SUBGROUPS.contains(&part).then(|| {
                    known(OTHER_GROUPS.iter().find(|(name, _)| *name == group).map_or(group, |(_, name)| name))
                })?
            })
        }
        Field::Education => {
            // `12/12 (BTVH)`, `'12/12`, `12-12`, `lớp 12`: of twelve classes where nothing else is said.
            let text = text.split('(').next().unwrap_or(&text).trim_matches(['\'', '.', ' ']);
            let text = text.trim_end_matches("bt").trim_end_matches("bo tuc").trim();
            let (class, of) = text.split_once(['/', '-']).unwrap_or((text, "12"));
            let class: u32 = class
                .trim()
                .trim_start_matches("hoc ")
                .trim_start_matches("het ")
                .trim_start_matches("lop ")
                .parse()
                .ok()?;
            // Before 1989, school had ten classes.
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

/// What is said behind the name of an ethnic group of one of its parts, by dress and colour.
const SUBGROUPS: [&str; 12] =
    ["den", "trang", "hoa", "xanh", "do", "tien", "thanh y", "quan chet", "lan tien", "ao dai", "quan trang", "leng"];

/// Other names of groups before such words.
const OTHER_GROUPS: [(&str, &str); 2] = [("hmong", "mong"), ("h'mong", "mong")];

/// How words begin that tell a level of training, each with the entry that it stands for.
const LEVELS: &[(&str, &[&str])] = &[
    ("doctor", &["tien si", "ts"]),
    ("master", &["thac si", "ths", "th s", "cao hoc"]),
    ("university", &["dai hoc", "dh", "dhsp", "cu nhan", "ky su", "bac si", "duoc si", "cn"]),
    ("college", &["cao dang", "cd", "cdsp"]),
    ("intermediate", &["trung cap", "tc", "ytc", "trung hoc chuyen nghiep"]),
    ("elementary", &["so cap", "cong nhan ky thuat", "cnkt", "nghe"]),
];

/// The level that a qualification begins with: `ĐH Luật`, `Cử nhân Kế toán`, `Trung cấp Y`.
fn level(text: &str) -> Option<String> {
    let begins = |word: &&&str| text.strip_prefix(**word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    LEVELS.iter().find(|(_, words)| words.iter().any(|word| begins(&word))).map(|(key, _)| (*key).to_owned())
}
