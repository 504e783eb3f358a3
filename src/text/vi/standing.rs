//! Progress of targets.

use super::numbers;
use super::words;
use crate::domain::calculator::progress::{Progress, Status};
use crate::domain::calculator::tally::Doubt;
use crate::domain::ledger::records::{Target, Total};
use crate::domain::schema::choice::{CountingDay, Indicator, TargetOrigin};
use crate::domain::value::bound::Bound;
use crate::domain::value::letters::joined;

/// A status in one or two words.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::NotComputable => "Chưa tính được",
        Status::Exceeded => "Vượt",
        Status::Met => "Đạt",
        Status::Missed => "Không đạt",
        Status::OutOfReach => "Không đủ nguồn",
        Status::OnPace => "Đúng tiến độ",
        Status::Behind => "Chậm tiến độ",
    }
}

/// Heading of a target: `Kết nạp, năm 2022`.
pub fn title(target: &Target) -> String {
    let indicator = target.indicator.map_or(words::NAMELESS, Indicator::name);
    match target.period {
        Some(period) => format!("{indicator}, {}", numbers::period(period)),
        None => indicator.to_owned(),
    }
}

/// Heading of a total.
pub fn total(total: &Total) -> String {
    let indicator = total.indicator.map_or(words::NAMELESS, Indicator::name);
    match total.period {
        Some(period) => format!("{indicator}, {}", numbers::period(period)),
        None => indicator.to_owned(),
    }
}

/// Issuer and document of a target.
pub fn issued(target: &Target) -> Option<String> {
    let mut parts = Vec::new();
    if target.is_own() {
        parts.push(TargetOrigin::Own.name().to_owned());
    } else if let Some(issuer) = &target.issuer {
        parts.push(format!("{issuer} giao"));
    }
    parts.extend(target.document.clone());
    if let Some(since) = target.since {
        parts.push(format!("điều chỉnh từ {}", numbers::day(since)));
    }
    (!parts.is_empty()).then(|| joined(&parts, ", "))
}

/// Counted and asked for: `17 / 30 trở lên`.
pub fn done(progress: &Progress, bound: Bound) -> String {
    format!("{}{}", numbers::count(progress.counted), of(bound))
}

/// The bound after a count: ` / 30 trở lên`.
pub fn of(bound: Bound) -> String {
    format!(" / {}", numbers::bound(bound))
}

/// The percentage, or both for a range.
pub fn percent(progress: &Progress) -> Option<String> {
    let percent = numbers::percent(progress.percent?);
    Some(match progress.percent_of_upper {
        Some(upper) => format!("{percent} mức dưới, {} mức trên", numbers::percent(upper)),
        None => percent,
    })
}

/// All other facts, one sentence each.
pub fn facts(progress: &Progress, indicator: Indicator) -> Vec<String> {
    let unit = words::unit(indicator);
    let mut facts = Vec::new();
    if progress.status == Status::NotComputable {
        facts.push(match progress.lower {
            None => "Chưa có số đảng viên để tính phần trăm: nhập số đảng viên của tổ chức".to_owned(),
            Some(_) => "Chỉ tiêu bằng 0: không tính phần trăm".to_owned(),
        });
    }
    if let Some(over @ 1..) = progress.over {
        let share = progress.upper.and_then(|upper| crate::domain::calculator::figures::share(over, upper));
        let share = share.map(|share| format!(" ({})", numbers::percent(share))).unwrap_or_default();
        facts.push(format!("Vượt {} {unit}{share}", numbers::count(over)));
    }
    if let Some(short @ 1..) = progress.short {
        facts.push(format!("Còn thiếu {} {unit}", numbers::count(short)));
    }
    if let (Some(base), Some(lower)) = (progress.base, progress.lower) {
        facts.push(format!(
            "Mức giao tương ứng {} {unit} trên {} đảng viên",
            numbers::plain(lower),
            numbers::count(base.into())
        ));
    }
    if let Some(share) = progress.share_of_base {
        facts.push(format!("Đã đạt {} số đảng viên", numbers::percent(share)));
    }
    if let (Some(expected), Status::OnPace | Status::Behind | Status::OutOfReach) = (progress.expected, progress.status)
    {
        facts.push(format!("Nếu làm đều thì đến nay phải có {}", numbers::decimal(expected)));
    }
    // Whoever is pending can no longer count in a period that is over.
    if let (Some(pending @ 1..), true) = (progress.pending, progress.status != Status::Missed) {
        facts.push(format!("{} {}, chưa tính", numbers::count(pending), words::waiting(indicator)));
    }
    if let (Some(sum), false) = (progress.children_sum, progress.children_below) {
        facts.push(format!("Đã giao cho cấp dưới: {}", numbers::plain(sum)));
    }
    facts
}

/// The yearly targets do not sum to that of the term.
pub fn years_differ(progress: &Progress) -> Option<String> {
    let (sum, lower) = (progress.years_sum?, progress.lower?);
    (sum != lower).then(|| {
        format!(
            "Chỉ tiêu từng năm cộng lại là {}, khác chỉ tiêu cả giai đoạn ({}). Chỉ tiêu giai đoạn lấy theo số đã nhập",
            numbers::plain(sum),
            numbers::plain(lower)
        )
    })
}

/// The targets handed down do not sum to the organization's own.
pub fn children_below(progress: &Progress) -> Option<String> {
    let (sum, lower) = (progress.children_sum?, progress.lower?);
    progress.children_below.then(|| {
        format!(
            "Chỉ tiêu giao cho cấp dưới cộng lại là {}, thấp hơn chỉ tiêu của mình ({})",
            numbers::plain(sum),
            numbers::plain(lower)
        )
    })
}

/// A doubt about the count. `total` is the heading of the total in question.
pub fn doubt(doubt: &Doubt, total: &str) -> String {
    match doubt {
        Doubt::PartlyInside { .. } => {
            format!(
                "Không tính “{total}”: thời gian của số này không nằm trọn trong kỳ, hoặc chưa kết thúc vào ngày đang xem"
            )
        }
        Doubt::Overlap { dated, totals, .. } => {
            let mut parts = Vec::new();
            if *dated > 0 {
                parts.push(format!("{dated} trường hợp ghi riêng"));
            }
            if *totals > 0 {
                parts.push(format!("{totals} số tổng khác"));
            }
            format!(
                "Có thể tính hai lần: “{total}” trùng thời gian với {}. Đang cộng cả hai, cần quyết định",
                joined(&parts, " và ")
            )
        }
    }
}

/// The day by which admissions are counted.
pub const fn counted_by(day: CountingDay) -> &'static str {
    match day {
        CountingDay::Ceremony => "Kết nạp tính theo ngày tổ chức lễ",
        CountingDay::Decision => "Kết nạp tính theo ngày quyết định",
    }
}

/// Members on a day: `8.723 đảng viên (30/09/2022)`.
pub fn members(day: crate::domain::value::day::Day, members: u32) -> String {
    format!("{} đảng viên ({})", numbers::count(members.into()), numbers::day(day))
}

/// Change from the previous count: `+760 (+44,4%)`.
pub fn since(old: u32, new: u32) -> String {
    let difference = numbers::difference(old.into(), new.into());
    match crate::domain::calculator::figures::growth(old.into(), new.into()) {
        Some(growth) => format!("{difference} ({})", numbers::growth(growth)),
        None => difference,
    }
}

/// A part with its share of the whole: `53 (52,5%)`.
pub fn part(part: u32, whole: u32) -> String {
    match crate::domain::calculator::figures::share(part.into(), whole.into()) {
        Some(share) => format!("{} ({})", numbers::count(part.into()), numbers::percent(share)),
        None => numbers::count(part.into()),
    }
}

/// Number of totals.
pub fn totals(number: usize) -> String {
    format!("Kết quả đã nhập ({number})")
}

/// The day of the figures.
pub fn on(day: crate::domain::value::day::Day) -> String {
    format!("{} {}", words::AS_OF, numbers::day(day))
}

/// Tasks are as of today, not as of the day chosen.
pub fn todo_of(today: crate::domain::value::day::Day) -> String {
    format!("Việc cần làm luôn tính theo hôm nay, {}", numbers::day(today))
}

/// The as-of day, if not today.
pub fn as_of(day: crate::domain::value::day::Day) -> String {
    format!("Đang xem số liệu đến {}", numbers::day(day))
}

/// Description of a target's bar for screen readers.
pub fn bar(progress: &Progress, bound: Bound) -> String {
    match progress.percent {
        Some(percent) => format!("{}, {}", done(progress, bound), numbers::percent(percent)),
        None => done(progress, bound),
    }
}
