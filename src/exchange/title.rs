//! What the lines above a table say of all its rows: what is counted and the year, the day of a count, the cell of the people.
//! Where the headings stand is in `heading_rows`.

use super::lists::{List, SheetLine};
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;

/// What is said of all rows of a list, as fields and texts.
pub(super) fn given(list: List, above: &[SheetLine], headings: &str) -> Vec<(Field, String)> {
    let day = |field| day(above).map(|day| (field, day.iso())).into_iter().collect();
    match list {
        List::Targets => counted(above, headings)
            .map(of_year([Field::TargetIndicator, Field::TargetFrom, Field::TargetTo]))
            .unwrap_or_default(),
        List::Results => counted(above, headings)
            .map(of_year([Field::TotalIndicator, Field::TotalFrom, Field::TotalTo]))
            .unwrap_or_default(),
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

/// “CHỈ TIÊU KẾT NẠP ĐẢNG VIÊN NĂM 2026”: admissions, and the year. Part of a year is another period.
fn counted(above: &[SheetLine], headings: &str) -> Option<i32> {
    let title = words(above);
    let whole = !["quy ", "thang ", "6 thang", "9 thang", "nhiem ky"].iter().any(|part| title.contains(part));
    // “Đã kết nạp” beside the targets says it too.
    let admitted = title.contains("ket nap") || headings.contains("da ket nap");
    year(&title).filter(|_| admitted && whole)
}

fn of_year([indicator, from, to]: [Field; 3]) -> impl Fn(i32) -> Vec<(Field, String)> {
    move |year| {
        vec![(indicator, "admissions".to_owned()), (from, format!("{year}-01-01")), (to, format!("{year}-12-31"))]
    }
}

/// All words of these lines, without marks.
pub(super) fn words(lines: &[SheetLine]) -> String {
    lines.iter().flat_map(|line| &line.cells).map(|cell| fold(cell)).collect::<Vec<_>>().join(" ")
}

/// The only year that is named.
pub(super) fn year(title: &str) -> Option<i32> {
    let years = title.match_indices("nam ").filter_map(|(at, _)| title.get(at + 4..at + 8)?.parse::<i32>().ok());
    let mut years = years.filter(|year| (2000..2100).contains(year));
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// The day of a count: “(Tính đến ngày 31/10/2026)”, “Thời điểm khảo sát: 15/4/2026”.
pub(super) fn day(above: &[SheetLine]) -> Option<Day> {
    let of = |cell: &String| {
        let words = fold(cell);
        if !["tinh den", "den ngay", "thoi diem", "ngay khao sat", "den thoi diem"]
            .iter()
            .any(|word| words.contains(word))
        {
            return None;
        }
        let slashed =
            words.split([' ', '(', ')', ':', ',', ';']).find_map(|word| Day::parse(word.trim_end_matches('.')).ok());
        slashed.or_else(|| {
            let part = |before: &str| {
                words.split_once(before)?.1.split(' ').next()?.trim_matches([',', ')', '.']).parse::<i32>().ok()
            };
            let at = words.rfind("ngay ")?;
            let day = words.get(at + 5..)?.split(' ').next()?.parse::<u8>().ok()?;
            Day::new(part(" nam ")?, u8::try_from(part(" thang ")?).ok()?, day)
        })
    };
    let mut days = above.iter().flat_map(|line| &line.cells).filter_map(of);
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

/// Words of titles that are more than the name of a cell.
const MORE: [&str; 7] = ["de nghi", "danh sach", "gioi thieu", "cong nhan", "theo doi", "cac chi bo", "truc thuoc"];

/// The cell whose list it is: “CHI BỘ BẢN THỬ” stands above alone.
fn cell(above: &[SheetLine]) -> Option<String> {
    let named = |cell: &&String| {
        let words = fold(cell);
        words.starts_with("chi bo ") && words.split(' ').count() <= 8 && !MORE.iter().any(|more| words.contains(more))
    };
    let mut cells = above.iter().flat_map(|line| &line.cells).filter(named);
    let cell = cells.next()?;
    cells.all(|other| fold(other) == fold(cell)).then(|| written(cell.trim()))
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
        check(List::Targets, "CHỈ TIÊU KẾT NẠP QUÝ I NĂM 2026", &[]);
        check(List::Targets, "CHỈ TIÊU KẾT NẠP NĂM 2025, NĂM 2026", &[]);
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
