//! Tables of targets and results with a column for each year, quarter or indicator: “Chi bộ | Năm 2025 | Năm 2026”, “Chi bộ | Kết nạp |
//! Cử học lớp nhận thức”. Their rows are read in `wide_rows`; tables with a row for each are in `tables`.

use super::heading_names::{Named, named};
use super::heading_rows::are_headings;
use super::headings::{Dictionary, Meaning};
use super::lists::{List, SheetLine, Worksheet};
use super::mapping::Mapping;
use super::measure_columns::measures;
use super::measure_words::{counts_members, says};
use super::measures::Above;
use super::wide_rows::{Columns, is_none, sheets};
use super::{members_beside, title};
use crate::domain::schema::field::Field;

/// Rows of headings that are tried.
const ROWS: usize = 3;
/// Lines of a title above a table that stands below another one.
const TITLES: usize = 6;
/// Columns that make such a table.
const LEAST: usize = 2;
/// Headings of what cells are below.
const COMMITTEE: &[&str] = &["dang bo", "ten dang bo", "dang uy", "dang bo xa"];

/// Reads such a table, and tells how many lines it has with what stands above it; nothing if the sheet has none.
pub(super) fn read(lines: &[SheetLine], within: usize, mapping: &Mapping) -> Option<(Vec<Worksheet>, usize)> {
    for place in 0..within.min(lines.len()) {
        let line = lines.get(place)?;
        // Another table comes first.
        if are_headings(line) && !begins(line, lines.get(..place)?) {
            return None;
        }
        // One cell alone is a title.
        if line.filled() < LEAST {
            continue;
        }
        for height in (1..=ROWS).rev() {
            let Some(rows) = lines.get(place..place + height) else { continue };
            let names = named(rows);
            // What a person said of a column counts as it was said.
            if names.iter().any(|name| mapping.meaning(List::Targets, &name.written).is_some()) {
                continue;
            }
            let above = Above::of(lines.get(..place)?);
            if let Some(columns) = columns(&names, &above) {
                let rows = lines.get(place + height..)?;
                let rows = rows.get(..end(rows, line))?;
                if is_counted(rows, &columns) {
                    let line = lines.get(place)?.number;
                    return Some((sheets(rows, line, &names, &columns), place + height + rows.len()));
                }
            }
        }
    }
    None
}

/// How many lines belong to a table: until another begins below it, with its title.
fn end(rows: &[SheetLine], headings: &SheetLine) -> usize {
    let next = (0..rows.len()).find(|place| {
        let (line, above) = (rows.get(*place), rows.get(..*place).unwrap_or_default());
        // The same headings once more stand on another printed page.
        line.is_some_and(|line| line.cells != headings.cells && (are_headings(line) || begins(line, above)))
    });
    let Some(next) = next else { return rows.len() };
    let title = |line: &&SheetLine| line.filled() < LEAST;
    next - rows.get(..next).unwrap_or_default().iter().rev().take_while(title).count()
}

/// Whether a line begins such a table below another one; what stands alone in the lines above is its title.
pub(super) fn begins(line: &SheetLine, above: &[SheetLine]) -> bool {
    let alone = |line: &&SheetLine| line.filled() < LEAST;
    let titles = above.iter().rev().take(TITLES).take_while(alone).count();
    // Most lines have no word of such headings.
    says(&title::words(std::slice::from_ref(line))) && {
        let above = Above::of(above.get(above.len() - titles..).unwrap_or_default());
        columns(&named(std::slice::from_ref(line)), &above).is_some()
    }
}

/// The column of the organization and those that count something: all of them different, two at least.
fn columns(names: &[Named], above: &Above) -> Option<Columns> {
    let means = |list: List, name: &Named| name.ways.iter().find_map(|way| Dictionary::of(list).meaning(way));
    let of_kind = |name: &Named, kinds: &[&str]| name.ways.first().is_some_and(|way| kinds.contains(&way.as_str()));
    // A person has a name, a row of its own has days.
    let by_row = |name: &Named| name.ways.first().is_some_and(|way| way.starts_with("noi dung"));
    // “QCƯT” over numbers is how many there are.
    let sources = |name: &Named| of_kind(name, &["qcut", "quan chung", "quan chung uu tu", "so quan chung uu tu"]);
    let other = |name: &Named| {
        means(List::Candidates, name) == Some(Meaning::Field(Field::Name)) && !sources(name)
            || matches!(means(List::Targets, name), Some(Meaning::Field(Field::TargetFrom | Field::TargetTo)))
            || matches!(means(List::Organizations, name), Some(Meaning::Field(Field::OrganizationParent)))
                && !of_kind(name, COMMITTEE)
    };
    let named = |name: &&Named| means(List::Targets, name) == Some(Meaning::Field(Field::TargetOrganization));
    // “Đảng bộ | Chi bộ”: the cells, each with what it is below.
    let all = || names.iter().filter(named);
    let cells = names.iter().find(|name| of_kind(name, &["chi bo", "ten chi bo", "chi bo truc thuoc"]));
    let committee = names.iter().find(|name| of_kind(name, COMMITTEE));
    let organization = cells.filter(|_| committee.is_some()).or_else(|| all().next())?;
    let committee = committee.filter(|committee| committee.column != organization.column).map(|name| name.column);
    if names.iter().any(|name| other(name) || by_row(name)) {
        return None;
    }
    let measures = measures(
        names.iter().filter(|name| name.column != organization.column && Some(name.column) != committee),
        above,
    );
    let differ = measures
        .iter()
        .enumerate()
        .all(|(place, one)| measures.iter().skip(place + 1).all(|other| !one.is_like(other)));
    // A single one beside the counts of another list says something of that list.
    let members = members_beside::column(names, above.day());
    let is_of_members = |name: &Named| {
        name.ways.first().is_some_and(|way| counts_members(way))
            || members.is_some_and(|(column, _)| column == name.column)
    };
    let counted = |name: &&Named| {
        !is_of_members(name)
            && Some(name.column) != committee
            && name.column != organization.column
            && measures.iter().all(|one| one.column != name.column)
    };
    let of_others = || {
        let inner = |name: &&Named| name.ways.first().is_some_and(|way| way.starts_with("trong do"));
        names.iter().filter(counted).filter(|name| !sources(name) && !inner(name)).any(|name| {
            // “Trong đó nữ, dân tộc thiểu số” of those admitted is no survey.
            let own = [List::Targets, List::Results, List::Surveys];
            let lists = List::ALL.into_iter().filter(|list| !own.contains(list));
            let fields = lists.filter_map(|list| means(list, name));
            fields.filter(|meaning| matches!(meaning, Meaning::Field(_))).count() > 0
        })
    };
    let enough = measures.len() >= LEAST || measures.len() == 1 && !of_others();
    (enough && differ).then_some(Columns { organization: organization.column, committee, members, measures })
}

/// Whether numbers stand in the columns, where an organization has a name: signatures stand below them.
fn is_counted(rows: &[SheetLine], Columns { organization, measures, .. }: &Columns) -> bool {
    let named = |line: &&SheetLine| line.cells.get(*organization).is_some_and(|cell| !cell.trim().is_empty());
    // A further row of headings.
    let words = |cell: &String| cell.chars().any(char::is_alphabetic) && !is_none(cell);
    let of = |line: &SheetLine| measures.iter().filter_map(|measure| line.cells.get(measure.column)).any(words);
    if rows.first().is_some_and(|line| !named(&line) && of(line)) {
        return false;
    }
    let rows = rows.iter().filter(named);
    let cells = rows.flat_map(|line| measures.iter().filter_map(|measure| line.cells.get(measure.column)));
    let (mut numbers, mut others) = (0, 0);
    for cell in cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty() && !is_none(cell)) {
        if cell.chars().any(|c| c.is_ascii_digit()) { numbers += 1 } else { others += 1 }
    }
    numbers > 0 && numbers > others * 4
}

#[cfg(test)]
mod tests {
    use super::super::lists::Row;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let cells = |line: &str| line.split(';').map(str::to_owned).collect();
        let lines: Vec<SheetLine> = text
            .lines()
            .zip(1..)
            .map(|(line, number)| SheetLine { number, cells: cells(line), ..SheetLine::default() })
            .collect();
        let (found, _) = read(&lines, 30, &Mapping::default()).unwrap_or_default();
        let row = |list: List, row: &Row| {
            let texts: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            format!("{list:?} {}", texts.join(" "))
        };
        let rows: Vec<String> =
            found.iter().flat_map(|sheet| sheet.rows.iter().map(|one| row(sheet.list, one))).collect();
        assert_eq!(rows, expected, "{text}");
    }

    #[test]
    fn each_filled_cell_is_a_record() {
        check(
            "GIAO CHỈ TIÊU KẾT NẠP ĐẢNG VIÊN GIAI ĐOẠN 2025 - 2026\nTT;Chi bộ;Năm 2025;Năm 2026;Cộng\n1;Bản A;2;3;5\n2;Bản B;;1;1\n;Cộng;2;4;6",
            &[
                "Targets Bản A admissions 2025-01-01 2025-12-31 2",
                "Targets Bản A admissions 2026-01-01 2026-12-31 3",
                "Targets Bản B admissions 2026-01-01 2026-12-31 1",
            ],
        );
        check(
            "BẢNG GIAO CHỈ TIÊU NĂM 2026\nTT;Chi bộ;Kết nạp đảng viên;Cử học lớp bồi dưỡng nhận thức về Đảng\n1;Bản A;1-2;5",
            &["Targets Bản A admissions 2026-01-01 2026-12-31 1-2", "Targets Bản A class 2026-01-01 2026-12-31 5"],
        );
        check(
            "KẾT QUẢ KẾT NẠP ĐẢNG VIÊN NĂM 2025\nTT;Chi bộ;Chỉ tiêu;Kết quả thực hiện;;Tỷ lệ %\n;;;Quý I;Quý II;\n1;Bản A;3;1;0;33",
            &[
                "Targets Bản A admissions 2025-01-01 2025-12-31 3",
                "Results Bản A admissions 2025-01-01 2025-03-31 1",
                "Results Bản A admissions 2025-04-01 2025-06-30 0",
            ],
        );
    }

    #[test]
    fn what_was_done_so_far_includes_what_came_before() {
        let so_far = |last: &str, count: u8| format!("Results Bản A admissions 2026-01-01 {last} {count} includes");
        let target = "Targets Bản A admissions 2026-01-01 2026-12-31 3";
        let table = |title: &str, columns: &str| format!("{title}\nTT;Chi bộ;{columns}\n1;Bản A;3;1;2\n2;Bản B;;;");
        let both = |title: &str, columns: &str, last: &str| {
            check(&table(title, columns), &[target, &so_far(last, 2)]);
        };
        both(
            "KẾT QUẢ KẾT NẠP ĐẢNG VIÊN THÁNG 5 NĂM 2026",
            "Chỉ tiêu năm 2026;Kết quả tháng 5;Lũy kế từ đầu năm",
            "2026-05-31",
        );
        both("PHÁT TRIỂN ĐẢNG VIÊN QUÝ II/2026, NĂM 2026", "Chỉ tiêu;Kết nạp trong quý;Kết nạp lũy kế", "2026-06-30");
        both("KẾT QUẢ KẾT NẠP NĂM 2026\n(Tính đến ngày 20/2/2026)", "Chỉ tiêu;Tỷ lệ %;Đã kết nạp", "2026-02-20");
        both("KẾT QUẢ KẾT NẠP 9 THÁNG ĐẦU NĂM 2026", "Chỉ tiêu;Còn thiếu;Kết quả", "2026-09-30");
        both("KẾT NẠP ĐẢNG VIÊN NĂM 2026", "Chỉ tiêu;Tỷ lệ %;Kết quả đến ngày 28/2/2026", "2026-02-28");
        // Nobody knows to when.
        check(&table("KẾT QUẢ KẾT NẠP NĂM 2026", "Chỉ tiêu;Tỷ lệ %;Lũy kế"), &[target]);
        check(
            "KẾT QUẢ KẾT NẠP NĂM 2026\nTT;Chi bộ;Tháng 1;Tháng 2;Lũy kế\n1;Bản A;1;0;1",
            &["Results Bản A admissions 2026-01-01 2026-01-31 1", "Results Bản A admissions 2026-02-01 2026-02-28 0"],
        );
    }

    #[test]
    fn one_column_is_enough_where_it_says_all() {
        let target = "Targets Bản A admissions 2026-01-01 2026-12-31 2";
        check("PHÂN BỔ CHỈ TIÊU KẾT NẠP NĂM 2026\nTT;Chi bộ;Chỉ tiêu\n1;Bản A;2", &[target]);
        check("KẾT NẠP ĐẢNG VIÊN\nTT;Chi bộ;Chỉ tiêu năm 2026\n1;Bản A;2", &[target]);
        check(
            "KẾT QUẢ THỰC HIỆN CHỈ TIÊU KẾT NẠP NĂM 2026\nTT;Chi bộ;Chỉ tiêu;Kết quả;Tỷ lệ\n1;Bản A;2;1;50",
            &[target],
        );
        let result = |last: &str, more: &str| format!("Results Bản A admissions 2026-{last} 1{more}");
        let one = |title: &str, column: &str, expected: &str| {
            check(&format!("{title}\nTT;Chi bộ;{column}\n1;Bản A;1"), &[expected]);
        };
        one("KẾT QUẢ KẾT NẠP THÁNG 10 NĂM 2026", "Số lượng kết nạp", &result("10-01 2026-10-31", ""));
        one("KẾT QUẢ KẾT NẠP QUÝ III/2026, NĂM 2026", "Kết nạp", &result("07-01 2026-09-30", ""));
        one("KẾT QUẢ KẾT NẠP 6 THÁNG CUỐI NĂM 2026", "Kết nạp", &result("07-01 2026-12-31", ""));
        one("KẾT QUẢ KẾT NẠP NĂM 2026 (Tính đến 31/10/2026)", "Kết nạp", &result("01-01 2026-10-31", " includes"));
    }

    #[test]
    fn sums_and_parts_of_a_row_count_once() {
        let target = |from: &str, to: &str, n: u8| format!("Targets Bản A admissions 2026-{from} 2026-{to} {n}");
        check(
            "CHỈ TIÊU KẾT NẠP NĂM 2026\nTT;Chi bộ;Chỉ tiêu năm 2026;Quý I;Quý II\n1;Bản A;2;1;\n2;Bản B;2;;",
            &[
                &target("01-01", "12-31", 2),
                &target("01-01", "03-31", 1),
                "Targets Bản B admissions 2026-01-01 2026-12-31 2",
            ],
        );
        let result = |from: &str, to: &str, n: u8| format!("Results Bản A admissions 2026-{from} 2026-{to} {n}");
        check(
            "KẾT QUẢ KẾT NẠP NĂM 2026\nTT;Chi bộ;Tháng 1;Tháng 2;Tháng 3;Quý I\n1;Bản A;0;1;;1",
            &[&result("01-01", "01-31", 0), &result("02-01", "02-28", 1)],
        );
        // Nothing else is known of the row.
        check("KẾT QUẢ KẾT NẠP NĂM 2026\nTT;Chi bộ;T1;T2;Quý I\n1;Bản A;;;1", &[&result("01-01", "03-31", 1)]);
        check(
            "KẾT QUẢ KẾT NẠP\nTT;Chi bộ;Năm 2025;9 tháng đầu năm 2026\n1;Bản A;1;2",
            &[
                "Results Bản A admissions 2025-01-01 2025-12-31 1",
                "Results Bản A admissions 2026-01-01 2026-09-30 2 includes",
            ],
        );
        check(
            "KẾT NẠP NĂM 2026\nTT;Chi bộ;Quý I;;Quý II;\n;;CT;TH;CT;TH\n1;Bản A;1;1;2;0",
            &[
                &target("01-01", "03-31", 1),
                &target("04-01", "06-30", 2),
                &result("01-01", "03-31", 1),
                &result("04-01", "06-30", 0),
            ],
        );
    }

    #[test]
    fn other_tables_are_none() {
        check("Tổ chức;Chỉ tiêu;Từ ngày;Đến ngày;Mức giao\nA;Kết nạp;1/1/2026;31/12/2026;3", &[]);
        check(
            "DANH SÁCH NĂM 2026\nHọ và tên;Chi bộ;Ngày kết nạp;Ngày công nhận chính thức\nLò Văn Mẫu;A;3/2/2025;3/2/2026",
            &[],
        );
        check("Tên chi bộ;Số đảng viên;Đảng viên chính thức;Dự bị\nA;12;10;2", &[]);
        check("Chi bộ;Số đảng viên;Kết nạp năm 2026\nA;12;1", &[]);
        check("GIAO CHỈ TIÊU KẾT NẠP\nChi bộ;Năm 2025;Năm 2025\nA;1;2", &[]);
    }
}
