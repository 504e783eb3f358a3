//! Words of a committee at a glance: cells beside each other, years beside each other, periods by name.

use super::{numbers, standing, words};
use crate::domain::bound::Bound;
use crate::domain::choice::Indicator;
use crate::domain::day::{Day, Period};
use crate::domain::figures::Compared;
use crate::domain::letters::joined;
use crate::domain::overview::{Row, Year};
use crate::domain::progress::{Progress, Status};

/// Other periods.
pub const PERIODS: &str = "Xem kỳ khác:";
/// Organizations directly below.
pub const BELOW: &str = "Từng tổ chức trực thuộc";
/// How they are ordered, and what a bar shows.
pub const BELOW_ABOUT: &str = "Nơi chậm nhất đứng trước. Vạch đứng trên thanh là mức phải có đến nay nếu đi đều. Chạm vào một nơi để xem những ai đã được tính.";
/// Beyond the first ones.
pub const MORE_ROWS: &str = "Xem tất cả";
/// The years.
pub const YEARS: &str = "Qua các năm";
/// What the comparison rests on.
pub const YEARS_ABOUT: &str = "Tỉ lệ tăng, giảm lấy năm trước làm gốc. Năm chưa hết thì so thêm bình quân mỗi tháng. Năm chưa có số liệu để trống, không coi là 0.";
/// Heading of a column.
pub const YEAR: &str = "Năm";
/// Heading of a column.
pub const NUMBER: &str = "Số lượng";
/// Heading of a column.
pub const CHANGE: &str = "So với năm trước, với chỉ tiêu";
/// What was counted of an organization without a target.
pub const COUNTED: &str = "Đã tính trong kỳ";
/// No target for the period.
pub const NO_TARGET: &str = "Chưa có chỉ tiêu kỳ này";
/// Nothing to compare with.
const NOTHING: &str = "–";

/// Leads to all organizations.
pub fn all_rows(number: usize) -> String {
    format!("Xem cả {} tổ chức", numbers::count(number as u64))
}

/// How many organizations stand where: `289 tổ chức: 12 vượt, 40 đạt; 120 chưa kết nạp được ai`.
pub fn summary(rows: &[Row], indicator: Indicator) -> String {
    let at = |status: Option<Status>| {
        let of = rows.iter().filter(|row| row.target.as_ref().map(|(_, progress)| progress.status) == status);
        of.fold(0_u64, |number, _| number + 1)
    };
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
    for status in known {
        let number = at(Some(status));
        if number > 0 {
            parts.push(format!("{} {}", numbers::count(number), lower(standing::status(status))));
        }
    }
    let without = at(None);
    if without > 0 {
        parts.push(format!("{} chưa có chỉ tiêu", numbers::count(without)));
    }
    let none = rows.iter().filter(|row| row.counted == 0).fold(0, |number, _| number + 1);
    let mut told = format!("{} tổ chức: {}", numbers::count(rows.len() as u64), joined(&parts, ", "));
    if none > 0 && indicator == Indicator::Admissions {
        told.push_str(&format!(". {} nơi chưa kết nạp được ai trong kỳ", numbers::count(none)));
    }
    told
}

/// How one organization stands, in a line.
pub fn row(row: &Row, bound: Option<Bound>, own: Option<Bound>) -> String {
    let mut parts = vec![match (&row.target, bound) {
        (Some((_, progress)), Some(bound)) => standing::bar(progress, bound),
        _ => format!("{}, {}", numbers::count(row.counted), lower(NO_TARGET)),
    }];
    if let Some(range) = row.range.filter(|range| range.possible > range.counted) {
        parts.push(format!("dự báo {}", span(range.sure, range.possible)));
    }
    if let Some(own) = own {
        parts.push(format!("tự đăng ký {}", numbers::bound(own)));
    }
    joined(&parts, " · ")
}

fn span(least: u64, most: u64) -> String {
    if least == most { numbers::count(most) } else { format!("{}–{}", numbers::count(least), numbers::count(most)) }
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| match first {
        'Đ' => 'đ',
        other => other.to_ascii_lowercase(),
    });
    first.into_iter().chain(letters).collect()
}

/// A year, and up to when where it is not over.
pub fn year(year: &Year) -> String {
    let last = year.period.last();
    if last == last.year_end() {
        last.year().to_string()
    } else {
        format!("{} (đến {}/{})", last.year(), last.day(), last.month())
    }
}

/// What was counted in a year.
pub fn counted(year: &Year) -> String {
    year.counted.map_or_else(|| NOTHING.to_owned(), numbers::count)
}

/// The change from the year before.
pub fn change(year: &Year, before: Option<u64>) -> String {
    let (Some(compared), Some(before), Some(counted)) = (year.compared, before, year.counted) else {
        return NOTHING.to_owned();
    };
    format!("{} {}", numbers::difference(before, counted), growth(compared))
}

/// Growth, and per month where periods are unlike: `(+3,0%; bình quân tháng 6,3 so với 5,6: +13,4%)`.
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

/// A target of a year with its percentage: `90: 76,7%`.
pub fn asked(bound: Option<Bound>, issuer: Option<&str>, progress: &Progress) -> String {
    let asked = bound.map(numbers::bound).unwrap_or_default();
    let percent = standing::percent(progress).unwrap_or_else(|| NOTHING.to_owned());
    match issuer {
        Some(issuer) => format!("{asked} ({issuer}): {percent}"),
        None => format!("{asked}: {percent}"),
    }
}

/// What the columns show, for a screen reader.
pub fn columns(years: &[Year], indicator: Indicator) -> String {
    let told: Vec<String> = years.iter().map(|found| format!("{} {}", year(found), counted(found))).collect();
    format!("{}: {}", indicator.name(), joined(&told, ", "))
}

/// A period by its name, months and quarters too: `tháng 11/2026`, `quý IV/2026`.
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

/// A period at the head of a line.
pub fn period_title(of: Period) -> String {
    let words = period(of);
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// Heading of the page.
pub fn heading(name: &str, of: Period) -> String {
    format!("{}: {name}, {}", words::OVERVIEW, period(of))
}

/// By when figures are counted.
pub fn until(as_of: Day) -> String {
    format!("{} {}", words::AS_OF, numbers::day(as_of))
}
