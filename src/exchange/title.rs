//! What the lines above a table say of all its rows: what is counted and the year, the day of a count, the cell of the people.
//! Where the headings stand is in `heading_rows`.

use super::line_words::{is_letter_or_roman, is_number};
use super::lines::UNITS;
use super::lists::{List, SheetLine};
use super::measures::Above;
use super::title_days::{day, undated};
use crate::domain::schema::choice::Overlap;
use crate::domain::schema::field::Field;
use crate::domain::value::letters::fold;

/// What is said of all rows of a list, as fields and texts.
pub(super) fn given(list: List, above: &[SheetLine], headings: &str) -> Vec<(Field, String)> {
    let day = |field| day(above).map(|day| (field, day.iso())).into_iter().collect();
    match list {
        List::Targets => targets(above, headings),
        List::Results => results(above),
        List::Organizations => day(Field::HeadcountDay),
        List::Surveys => day(Field::SurveyDay),
        List::Places => day(Field::CoverageDay),
        List::KeyPeople => day(Field::KeyPeopleDay),
        List::Candidates | List::Members => {
            list.cell().and_then(|field| Some((field, cell(above)?))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// “CHỈ TIÊU KẾT NẠP ĐẢNG VIÊN NĂM 2026”: admissions, and the year or the days that are said.
fn targets(above: &[SheetLine], headings: &str) -> Vec<(Field, String)> {
    let title = words(above);
    // “Đã kết nạp” beside the targets says it too.
    let admitted = title.contains("ket nap") || headings.contains("da ket nap");
    let Some([from, to]) = Above::of(above).days_of_targets().filter(|_| admitted && !title.contains("nhiem ky"))
    else {
        return Vec::new();
    };
    vec![(Field::TargetIndicator, "admissions".to_owned()), (Field::TargetFrom, from), (Field::TargetTo, to)]
}

/// All words of these lines, without marks.
pub(super) fn words(lines: &[SheetLine]) -> String {
    lines.iter().flat_map(|line| &line.cells).map(|cell| fold(cell)).collect::<Vec<_>>().join(" ")
}

/// “KẾT QUẢ KẾT NẠP ĐẢNG VIÊN QUÝ III/2026”: admissions, and the time that the report is about.
fn results(above: &[SheetLine]) -> Vec<(Field, String)> {
    let title = words(above);
    let Some(([from, to], includes)) = Above::of(above).days().filter(|_| title.contains("ket nap")) else {
        return Vec::new();
    };
    let mut given =
        vec![(Field::TotalIndicator, "admissions".to_owned()), (Field::TotalFrom, from), (Field::TotalTo, to)];
    if includes {
        given.push((Field::TotalOverlap, Overlap::Includes.key().to_owned()));
    }
    given
}

/// The words above a table that say when, without the days of papers. Where the line right above it is the heading of a section, “I. Chỉ
/// tiêu giao năm 2026”, that one says it alone.
pub(super) fn times(lines: &[SheetLine]) -> String {
    let of = |line: &SheetLine| undated(&words(std::slice::from_ref(line)));
    let section = |line: &&SheetLine| {
        let cell = line.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
        cell.split_once([' ', '.', ')']).is_some_and(|(number, _)| is_number(number) || is_letter_or_roman(number))
    };
    let nearest = lines.iter().rev().find(|line| !line.is_empty()).filter(section).map(of);
    let own = nearest.filter(|words| year(words).is_some());
    own.unwrap_or_else(|| lines.iter().map(of).collect::<Vec<_>>().join(" "))
}

/// The words of a title up to where it goes on with what is to come: “KẾT QUẢ THÁNG 6, PHƯƠNG HƯỚNG THÁNG 7”.
pub(super) fn reported(words: &str) -> &str {
    let past = ["ket qua", "bao cao", "tinh hinh"];
    let coming = ["phuong huong", "nhiem vu", "ke hoach thang", "ke hoach quy"];
    let until = coming.iter().filter_map(|word| words.find(word)).min().unwrap_or(words.len());
    let before = words.get(..until).unwrap_or(words);
    if past.iter().any(|word| before.contains(word)) { before } else { words }
}

/// The only year that is named.
pub(super) fn year(title: &str) -> Option<i32> {
    let named = |word: &'static str| title.match_indices(word).map(move |(at, _)| at + word.len());
    // “Quý III/2026”, “tháng 10/2026”: a year that belongs to no day.
    let after = |(at, _): (usize, &str)| {
        let before = title.get(..at)?.rsplit([' ', '(']).next()?;
        let part = before.chars().all(|c| c.is_ascii_alphanumeric()) && !before.is_empty();
        part.then_some(at + 1)
    };
    let places = named("nam ").chain(title.match_indices('/').filter_map(after));
    // “Năm 2025 và 2026”.
    let further = |at: &usize| {
        let rest = title.get(at + 4..).unwrap_or_default();
        let and = [" va ", ", ", " & "].iter().find(|and| rest.starts_with(**and))?;
        rest.get(and.len()..and.len() + 4)?.parse::<i32>().ok()
    };
    let places: Vec<usize> = places.collect();
    let also = places.iter().filter_map(further);
    let years = places.iter().filter_map(|at| title.get(*at..at + 4)?.parse::<i32>().ok()).chain(also);
    let mut years = years.filter(|year| (2000..2100).contains(year));
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// Words of titles that are more than the name of a cell.
const MORE: [&str; 7] = ["de nghi", "danh sach", "gioi thieu", "cong nhan", "theo doi", "cac chi bo", "truc thuoc"];

/// The cell whose list it is: “CHI BỘ BẢN THỬ” stands above alone, “Chi bộ: bản Thử”, or “… ƯU TÚ CHI BỘ BẢN THỬ NĂM 2026”.
pub(super) fn cell(above: &[SheetLine]) -> Option<String> {
    let named = |cell: &String| {
        // What stands in brackets is about other papers.
        let text = cell.split('(').next().unwrap_or(cell).split_whitespace().collect::<Vec<_>>().join(" ");
        let words = fold(&text);
        let place = words.contains("kem theo") || words.contains("to trinh") || words.contains("theo de nghi");
        let twice = words.matches("chi bo").count() > 1;
        (!place && !twice).then(|| alone(&text, &words).or_else(|| within(&text))).flatten()
    };
    let mut cells = above.iter().flat_map(|line| &line.cells).filter_map(named);
    let cell = cells.next()?;
    cells.all(|other| fold(&other) == fold(&cell)).then(|| written(&cell))
}

/// The committee that stands above alone: “ĐẢNG ỦY XÃ MẪU”, the lowest of several.
pub(super) fn committee(above: &[SheetLine]) -> Option<String> {
    let named = |cell: &String| {
        let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = fold(&text);
        let name = text.split(' ').skip(2).collect::<Vec<_>>().join(" ");
        let begins = ["dang bo ", "dang uy "].iter().any(|begin| words.starts_with(begin));
        let alone = begins && words.split(' ').count() <= 8 && !text.contains([',', ':']) && !name.is_empty();
        let kind = if text == text.to_uppercase() { "ĐẢNG BỘ" } else { "Đảng bộ" };
        alone.then(|| written(&format!("{kind} {name}")))
    };
    above.iter().flat_map(|line| &line.cells).filter_map(named).next_back()
}

/// A line that is nothing but the name of a cell.
fn alone(text: &str, words: &str) -> Option<String> {
    let more = MORE.iter().any(|more| words.contains(more)) || text.contains([',', ':']) || text.contains(" - ");
    let ends = text.split(' ').any(|word| ENDS.contains(&word.to_lowercase().as_str()));
    (words.starts_with("chi bo ") && words.split(' ').count() <= 8 && !more && !ends).then(|| text.to_owned())
}

/// Where the name of a cell ends in a title.
const ENDS: [&str; 17] = [
    "năm", "tháng", "quý", "đề", "đợt", "giai", "nhiệm", "tính", "thuộc", "theo", "giúp", "và", "phụ", "quản", "trực",
    "đảng", "ngày",
];

/// The cell that a title names among other words: what follows begins as the name of a unit.
fn within(title: &str) -> Option<String> {
    let words: Vec<&str> = title.split(' ').collect();
    let is = |word: Option<&&str>, wanted: &str| {
        word.is_some_and(|word| word.trim_end_matches(':').to_lowercase() == wanted)
    };
    let at = (0..words.len()).rfind(|at| is(words.get(*at), "chi") && is(words.get(at + 1), "bộ"))?;
    let name = words.get(at + 2..)?;
    let ends = |word: &&&str| {
        ENDS.contains(&word.trim_end_matches(',').to_lowercase().as_str()) || word.starts_with(['-', '–', ','])
    };
    let mut taken: Vec<&str> = name.iter().take_while(|word| !ends(word)).copied().collect();
    if let Some(comma) = taken.iter().position(|word| word.ends_with(',')) {
        taken.truncate(comma + 1);
    }
    let name = taken.join(" ").trim_end_matches([',', '.', ':']).to_owned();
    let lower = format!("{} ", name.to_lowercase());
    let number = lower.strip_prefix("số ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let unit = number || UNITS.iter().any(|unit| lower.starts_with(unit));
    let kind = if title == title.to_uppercase() { "CHI BỘ" } else { "Chi bộ" };
    (unit && name.split(' ').count() <= 8).then(|| format!("{kind} {name}"))
}

/// A name in capitals as it is written elsewhere: “CHI BỘ BẢN NẬM PÁ” is “Chi bộ bản Nậm Pá”.
pub(super) fn written(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    const COMMON: [&str; 22] = [
        "bộ",
        "đảng",
        "bản",
        "thôn",
        "xóm",
        "ấp",
        "buôn",
        "làng",
        "tổ",
        "dân",
        "phố",
        "khu",
        "khối",
        "tiểu",
        "xã",
        "trường",
        "trạm",
        "công",
        "an",
        "quân",
        "sự",
        "cơ",
    ];
    let word = |(place, word): (usize, &str)| {
        let small = word.to_lowercase();
        if place > 0 && COMMON.contains(&small.as_str()) {
            return small;
        }
        // “THCS”: a syllable has a vowel.
        if !fold(word).contains(['a', 'e', 'i', 'o', 'u', 'y']) {
            return word.to_owned();
        }
        let mut letters = small.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    };
    name.split_whitespace().enumerate().map(word).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: List, title: &str, expected: &[&str]) {
        let cells = title.split(';').map(str::to_owned).collect();
        let given = given(list, &[SheetLine { number: 1, cells, ..SheetLine::default() }], "");
        let texts: Vec<&str> = given.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, expected, "{title}");
    }

    #[test]
    fn a_title_says_what_holds_for_all_rows() {
        check(List::Targets, "CHỈ TIÊU KẾT NẠP ĐẢNG VIÊN NĂM 2026", &["admissions", "2026-01-01", "2026-12-31"]);
        check(List::Targets, "CHỈ TIÊU KẾT NẠP QUÝ I NĂM 2026", &["admissions", "2026-01-01", "2026-03-31"]);
        check(List::Targets, "CHỈ TIÊU KẾT NẠP ĐẾN NĂM 2030", &[]);
        check(List::Targets, "CHỈ TIÊU KẾT NẠP NĂM 2025, NĂM 2026", &[]);
        check(List::Targets, "CHỈ TIÊU KẾT NẠP NĂM 2025 VÀ 2026", &[]);
        check(
            List::Targets,
            "Mẫu, ngày 05 tháng 01 năm 2025;CHỈ TIÊU KẾT NẠP NĂM 2026",
            &["admissions", "2026-01-01", "2026-12-31"],
        );
        check(
            List::Results,
            "KẾT QUẢ KẾT NẠP 6 THÁNG ĐẦU NĂM, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026",
            &["admissions", "2026-01-01", "2026-06-30", "includes"],
        );
        check(
            List::Results,
            "KẾT QUẢ KẾT NẠP THÁNG 6 VÀ PHƯƠNG HƯỚNG THÁNG 7/2026",
            &["admissions", "2026-06-01", "2026-06-30"],
        );
        check(List::Organizations, "(Tính đến ngày 31/10/2026)", &["2026-10-31"]);
        check(List::Organizations, "Số liệu tính đến ngày 31 tháng 10 năm 2026", &["2026-10-31"]);
        check(List::Organizations, "Mẫu, ngày 31 tháng 10 năm 2026", &[]);
        check(List::Surveys, "(Thời điểm khảo sát: 15/4/2026)", &["2026-04-15"]);
        check(List::Candidates, "ĐẢNG BỘ XÃ MẪU;CHI BỘ BẢN NẬM PÁ", &["Chi bộ bản Nậm Pá"]);
        check(List::Members, "Chi bộ bản 17", &["Chi bộ bản 17"]);
        check(List::Candidates, "CHI BỘ A;CHI BỘ B", &[]);
        check(List::Candidates, "Chi bộ đề nghị kết nạp", &[]);
    }
}
