//! Overview of a committee: comparison of cells and of years, names of periods.

use super::numbers::lower;
use super::{life, numbers, standing, words};
use crate::domain::calculator::figures::Compared;
use crate::domain::calculator::overview::{Row, Year};
use crate::domain::calculator::progress::{Progress, Status};
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::id::RecordId;
use crate::domain::value::bound::Bound;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters::joined;

/// Label of the links to other periods.
pub const PERIODS: &str = "Xem kỳ khác:";
/// Heading of the organizations directly below.
pub const BELOW: &str = "Từng tổ chức trực thuộc";
/// Their order, and what a bar shows.
pub const BELOW_ABOUT: &str = "Nơi chậm nhất đứng trước. Vạch đứng trên thanh là mức phải có đến nay nếu làm đều. Bấm vào một nơi để xem những ai đã được tính.";
/// Label of the collapsed rows.
pub const MORE_ROWS: &str = "Xem tất cả";
/// Heading of the years.
pub const YEARS: &str = "Qua các năm";
/// Basis of the comparison.
pub const YEARS_ABOUT: &str = "Tỉ lệ tăng, giảm lấy năm trước làm gốc. Năm chưa hết thì so thêm bình quân mỗi tháng. Năm chưa có số liệu để trống, không coi là 0.";
/// Heading of a column.
pub const YEAR: &str = "Năm";
/// Heading of a column.
pub const NUMBER: &str = "Số lượng";
/// Heading of a column.
pub const CHANGE: &str = "So với năm trước, với chỉ tiêu";
/// Heading of what was counted without a target.
pub const COUNTED: &str = "Đã tính trong kỳ";
/// No target for the period.
pub const NO_TARGET: &str = "Chưa có chỉ tiêu kỳ này";
/// Nothing to compare with.
const NOTHING: &str = "–";

/// Link to all organizations.
pub fn all_rows(number: usize) -> String {
    format!("Xem cả {} tổ chức", numbers::count(number as u64))
}

/// No organizations below.
pub const NONE_BELOW: &str = "Không có tổ chức trực thuộc.";

/// Number of organizations by status: `289 tổ chức: 12 vượt, 40 đạt. 120 nơi chưa kết nạp được ai
/// trong kỳ`. Organizations without data are left out.
pub fn summary(rows: &[Row], indicator: Indicator) -> String {
    let many =
        |wanted: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| wanted(row)).fold(0_u64, |number, _| number + 1);
    let known = [
        Status::Exceeded,
        Status::Met,
        Status::OnPace,
        Status::Behind,
        Status::OutOfReach,
        Status::Missed,
        Status::NotComputable,
    ];
    let mut parts = Vec::new();
    let status = |row: &Row| row.target.as_ref().map(|(_, progress)| progress.status);
    for at in known {
        let number = many(&|row| status(row) == Some(at));
        if number > 0 {
            parts.push(format!("{} {}", numbers::count(number), lower(standing::status(at))));
        }
    }
    let without = many(&|row| row.target.is_none());
    if without > 0 && !parts.is_empty() {
        parts.push(format!("{} chưa có chỉ tiêu", numbers::count(without)));
    }
    let all = format!("{} tổ chức", numbers::count(rows.len() as u64));
    let mut told = vec![if parts.is_empty() { all } else { format!("{all}: {}", joined(&parts, ", ")) }];
    let none = many(&|row| row.known && row.counted == 0);
    if none > 0 && indicator == Indicator::Admissions {
        told.push(format!("{} nơi chưa kết nạp được ai trong kỳ", numbers::count(none)));
    }
    let unknown = many(&|row| !row.known);
    if unknown > 0 {
        told.push(format!("{} nơi chưa có số liệu riêng", numbers::count(unknown)));
    }
    joined(&told, ". ")
}

/// Status of one organization in a line. `target` looks up the row's targets.
pub fn row<'a>(row: &Row, target: &dyn Fn(&RecordId) -> Option<&'a Target>) -> String {
    let mut parts = Vec::new();
    for (id, progress) in row.target.iter().chain(&row.others) {
        let Some((found, bound)) = target(id).and_then(|found| Some((found, found.bound?))) else { continue };
        let issuer = found.issuer.as_ref().map(|issuer| format!(" ({issuer})")).unwrap_or_default();
        parts.push(standing::bar(progress, bound) + &issuer);
    }
    if parts.is_empty() {
        let counted = if row.known { numbers::count(row.counted) } else { UNKNOWN.to_owned() };
        parts.push(format!("{counted}, {}", lower(NO_TARGET)));
    } else if !row.known {
        parts.push(UNKNOWN.to_owned());
    }
    if let Some(range) = row.range.filter(|range| range.possible > range.counted) {
        parts.push(format!("dự báo {}", span(range.sure, range.possible)));
    }
    if let Some(own) = row.own.as_ref().and_then(|id| target(id)?.bound) {
        parts.push(format!("tự đăng ký {}", numbers::bound(own)));
    }
    if row.target.as_ref().is_some_and(|(_, progress)| !progress.doubts.is_empty()) {
        parts.push("cần xem lại số tổng".to_owned());
    }
    joined(&parts, " · ")
}

/// No data of the organization itself.
const UNKNOWN: &str = "chưa có số liệu riêng";

fn span(least: u64, most: u64) -> String {
    if least == most { numbers::count(most) } else { format!("{}–{}", numbers::count(least), numbers::count(most)) }
}

/// A year, with its last counted day if it is not over.
pub fn year(year: &Year) -> String {
    let last = year.period.last();
    if last == last.year_end() {
        last.year().to_string()
    } else {
        format!("{} (đến {}/{})", last.year(), last.day(), last.month())
    }
}

/// Number counted in a year.
pub fn counted(year: &Year) -> String {
    year.counted.map_or_else(|| NOTHING.to_owned(), numbers::count)
}

/// Change from the previous year. `name` gives the name of an organization.
pub fn change(year: &Year, name: &dyn Fn(&RecordId) -> String) -> String {
    if let Some(id) = &year.undivided {
        return life::undivided(&name(id));
    }
    let Some((before, counted, compared)) = year.compared else { return NOTHING.to_owned() };
    let by_tree = if year.by_tree { life::compared_by_tree(before, counted) } else { String::new() };
    format!("{} {}{by_tree}", numbers::difference(before, counted), growth(compared)).trim_end().to_owned()
}

/// Growth, per month if the periods differ in length: `(+3,0%; bình quân tháng 6,3 so với 5,6: +13,4%)`.
pub fn growth(compared: Compared) -> String {
    let mut parts: Vec<String> = compared.growth.map(numbers::growth).into_iter().collect();
    if let Some(month) = compared.per_month {
        let growth = month.growth.map(|growth| format!(": {}", numbers::growth(growth))).unwrap_or_default();
        parts.push(format!(
            "bình quân tháng {} so với {}{growth}",
            numbers::decimal(month.new),
            numbers::decimal(month.old)
        ));
    }
    if parts.is_empty() { String::new() } else { format!("({})", joined(&parts, "; ")) }
}

/// A year's target with its percentage: `90: 76,7%`.
pub fn asked(bound: Option<Bound>, issuer: Option<&str>, progress: &Progress) -> String {
    let asked = bound.map(numbers::bound).unwrap_or_default();
    let percent = standing::percent(progress).unwrap_or_else(|| NOTHING.to_owned());
    match issuer {
        Some(issuer) => format!("{asked} ({issuer}): {percent}"),
        None => format!("{asked}: {percent}"),
    }
}

/// Description of the column chart for screen readers.
pub fn columns(years: &[Year], indicator: Indicator) -> String {
    let told: Vec<String> = years.iter().map(|found| format!("{} {}", year(found), counted(found))).collect();
    format!("{}: {}", indicator.name(), joined(&told, ", "))
}

/// A period by name, including months and quarters: `tháng 11/2026`, `quý IV/2026`.
pub fn period(of: Period) -> String {
    let (first, last) = (of.first(), of.last());
    let ends =
        |months: i32| first.day() == 1 && first.plus_months(months).and_then(|next| next.plus_days(-1)) == Some(last);
    match (ends(1), ends(3), first.month()) {
        (true, ..) => format!("tháng {}/{}", first.month(), first.year()),
        (_, true, month @ (1 | 4 | 7 | 10)) => {
            let quarter = match month {
                1 => "I",
                4 => "II",
                7 => "III",
                _ => "IV",
            };
            format!("quý {quarter}/{}", first.year())
        }
        _ => numbers::period(of),
    }
}

/// A period with an initial capital.
pub fn period_title(of: Period) -> String {
    let words = period(of);
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// Heading of the page.
pub fn heading(name: &str, of: Period) -> String {
    format!("{}: {name}, {}", words::OVERVIEW, period(of))
}

/// The last counted day.
pub fn until(as_of: Day) -> String {
    format!("{} {}", words::AS_OF, numbers::day(as_of))
}
