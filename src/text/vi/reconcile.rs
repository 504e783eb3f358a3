//! Reconciliation of a report: how a line was parsed, its computed value, the most likely slip.

use super::numbers;
use crate::domain::calculator::figures::{growth, share};
use crate::domain::reconcile::figure::{ONE, Value};
use crate::domain::reconcile::fit::Fit;
use crate::domain::reconcile::reading::{Hint, Reading, Relation};
use crate::domain::reconcile::{CheckedLine, Claim, Slip, Verdict};
use crate::domain::value::letters::joined;
use crate::domain::value::ratio::Ratio;

/// Explanation of the page.
pub const ABOUT: &str = "Gõ hoặc dán số liệu của một báo cáo, mỗi dòng một ý. Chương trình tính lại từng dòng và chỉ ra chỗ không khớp. Không ghi gì vào sổ.";
/// Label of the text box.
pub const LINES: &str = "Số liệu cần đối chiếu";
/// Syntax of the lines.
pub const HELP: &str = "Ví dụ: 17 = 7 + 8 + 2 · 17/30 = 56,7% · từ 68 (12 tháng) lên 101 (21 tháng) tăng 33% · đạt 69, chỉ tiêu 90 và 110 · 1713 + 862 = 2473 đảng viên";
/// Verdict on a line, in a word.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unread => "chưa hiểu",
        Verdict::Fits => "khớp",
        Verdict::Rounding => "làm tròn",
        Verdict::Ambiguous => "chưa rõ",
        Verdict::Soft => "lưu ý",
        Verdict::Wrong => "không khớp",
    }
}

/// No lines.
pub const NOTHING: &str = "Chưa có dòng nào.";

/// What the words of a line say about its figures, each relation with what it comes to.
pub fn read(line: &CheckedLine) -> Vec<String> {
    line.readings.found.iter().map(reading).collect()
}

/// What a percentage without its whole allows.
pub fn hint(hint: &Hint) -> String {
    let whole = |number: i64| fixed(number, 1, 0);
    let of = format!("{} là {}% của", written(hint.part), written(hint.given));
    match hint.least == hint.most {
        true => format!("{of} {}", whole(hint.least)),
        false => format!("{of} một số từ {} đến {}", whole(hint.least), whole(hint.most)),
    }
}

/// Label of the corrected sentence.
pub const CORRECTED: &str = "Nếu các số khác đúng thì viết:";
/// Button: copy the corrected sentence.
pub const COPY: &str = "Chép câu đã sửa";

/// The line with the one figure put right that does not fit, if all others are right.
pub fn corrected(line: &CheckedLine) -> Option<String> {
    let mut wrong = line.readings.found.iter().filter(|reading| reading.fit == Fit::No);
    let (reading, None) = (wrong.next()?, wrong.next()) else { return None };
    let minus = |one: &Value, other: &Value| {
        let (place, parts) = (one.place.min(other.place), one.parts - other.parts);
        Some(Value { parts, place }).filter(|value| value.parts > 0).map(written)
    };
    let percent =
        |part: i64, whole: i64, given: &Value| Some(fixed(part.abs().saturating_mul(100), whole, places(*given)));
    let value = match &reading.relation {
        Relation::Share { part, whole, given } => percent(part.parts, whole.parts, given),
        Relation::Beyond { done, asked, given } if done > asked => {
            percent(done.parts - asked.parts, asked.parts, given)
        }
        Relation::Growth { old, new, given } => percent(new.parts - old.parts, old.parts, given),
        Relation::Difference { one, other, .. } => minus(one, other),
        Relation::Rest { whole, part, .. } => minus(whole, part),
        Relation::Sum { parts, .. } => {
            let total = parts.iter().map(|part| part.parts).sum();
            let place = parts.iter().map(|part| part.place).min()?;
            (place <= ONE).then(|| written(Value { parts: total, place }))
        }
        _ => None,
    }?;
    let (from, to) = *reading.spans.last()?;
    Some(format!("{}{value}{}", line.text.get(..from)?, line.text.get(to..)?))
}

/// One relation, worked out, and how the given figure agrees.
pub fn reading(reading: &Reading) -> String {
    let percent = |part: i64, whole: i64, given: Value| {
        let places = places(given) + u32::from(reading.fit != Fit::Exact);
        format!("{}%", fixed(part.saturating_mul(100), whole, places))
    };
    let of = |value: Value| written(value);
    let sum = |one: Value, sign: i64, other: Value| {
        let place = one.place.min(other.place);
        Value { parts: one.parts + sign * other.parts, place }
    };
    let words = match &reading.relation {
        Relation::Share { part, whole, given } => {
            format!("{}/{} = {}", of(*part), of(*whole), percent(part.parts, whole.parts, *given))
        }
        Relation::NoPart { whole, given } => {
            format!("không có số nguyên nào trong {} bằng {}%", of(*whole), of(*given))
        }
        Relation::Beyond { done, asked, given } => {
            let over = percent(done.parts - asked.parts, asked.parts, *given);
            format!("{} so với {}: vượt {over}", of(*done), of(*asked))
        }
        Relation::Growth { old, new, given } => {
            let change = percent(new.parts - old.parts, old.parts, *given);
            format!("{} → {}: {}", of(*old), of(*new), change.replace('-', "−"))
        }
        Relation::Difference { one, other, .. } => {
            format!("{} − {} = {}", of(*one), of(*other), of(sum(*one, -1, *other)))
        }
        Relation::Sum { whole, parts } => {
            let total = parts.iter().copied().reduce(|one, other| sum(one, 1, other)).unwrap_or(*whole);
            let parts: Vec<String> = parts.iter().map(|part| of(*part)).collect();
            format!("{} = {}", joined(&parts, " + "), of(total))
        }
        Relation::Rest { whole, part, .. } => {
            format!("{} − {} = {}", of(*whole), of(*part), of(sum(*whole, -1, *part)))
        }
        Relation::Mean { total, over, given } => {
            let mean = fixed(total.parts, over.parts, places(*given));
            format!("{} : {} = {mean}", of(*total), of(*over))
        }
        Relation::Times { one, other, given } => {
            let times = fixed(one.parts, other.parts, places(*given));
            format!("{} : {} = {times}", of(*one), of(*other))
        }
    };
    let given = match &reading.relation {
        Relation::Sum { whole, .. } => of(*whole),
        Relation::NoPart { .. } => return words,
        Relation::Share { given, .. } | Relation::Beyond { given, .. } | Relation::Growth { given, .. } => {
            format!("{}%", of(*given))
        }
        Relation::Difference { given, .. }
        | Relation::Rest { given, .. }
        | Relation::Mean { given, .. }
        | Relation::Times { given, .. } => of(*given),
    };
    match reading.fit {
        Fit::Exact => words,
        Fit::About => format!("{words}, ghi gần đúng {given}"),
        Fit::Cut => format!("{words}, ghi {given}: bỏ phần lẻ, không làm tròn"),
        Fit::LastPlace => format!("{words}, ghi {given}: lệch ở chữ số cuối"),
        Fit::Swapped | Fit::No => format!("{words}, ghi {given}"),
    }
}

/// Number of decimals of a figure.
fn places(value: Value) -> u32 {
    let (mut places, mut place) = (0, value.place);
    while place < ONE && places < 6 {
        place *= 10;
        places += 1;
    }
    places
}

/// A value with its own decimals.
fn written(value: Value) -> String {
    fixed(value.parts, ONE, places(value))
}

/// `number / of` with this number of decimals, halves away from zero.
#[inline(never)]
fn fixed(number: i64, of: i64, places: u32) -> String {
    if of == 0 {
        return "?".to_owned();
    }
    let scale = 10_u64.pow(places.min(6));
    let (size, whole) = (u128::from(number.unsigned_abs()), u128::from(of.unsigned_abs()));
    let scaled = u64::try_from((size * 2 * u128::from(scale) + whole) / (2 * whole)).unwrap_or(u64::MAX);
    let sign = if scaled == 0 || (number < 0) == (of < 0) { "" } else { "−" };
    let (whole, part) = (numbers::count(scaled / scale), (scaled % scale).to_string());
    let zeros = (places as usize).saturating_sub(part.len());
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole},{}{part}", "0".repeat(zeros)) }
}

/// The computed value of a line.
pub fn computed(line: &CheckedLine) -> Option<String> {
    if line.claim.is_none() && !line.readings.found.is_empty() {
        let fitting = line.readings.found.iter().filter(|reading| reading.fit.is_some());
        let told: Vec<String> = fitting.map(reading).collect();
        return (!told.is_empty()).then(|| joined(&told, "; "));
    }
    if line.claim.is_none() && !line.readings.hints.is_empty() {
        let told: Vec<String> = line.readings.hints.iter().map(hint).collect();
        return Some(joined(&told, "; "));
    }
    Some(match line.claim.as_ref()? {
        Claim::Equation { left, right, .. } => format!("{} và {}", plain(*left), plain(*right)),
        Claim::Share { part, whole, .. } => {
            format!("{}/{} = {}", count(*part), count(*whole), percent(share(*part, *whole)))
        }
        Claim::Target { done, targets, pending, .. } => {
            let of = |(least, most): &(u64, u64)| {
                let reached = |end: u64| format!("{}/{} = {}", count(*done), count(end), percent(share(*done, end)));
                let ends =
                    if least == most { reached(*least) } else { format!("{}, {}", reached(*least), reached(*most)) };
                let beyond = done.saturating_sub(*most);
                let short = least.saturating_sub(*done);
                match (beyond, short) {
                    (0, 0) => format!("{ends}, đạt"),
                    (0, short) => format!("{ends}, còn thiếu {}", count(short)),
                    (beyond, _) => format!("{ends}, vượt {}", count(beyond)),
                }
            };
            let mut parts: Vec<String> = targets.iter().map(of).collect();
            if *pending > 0 {
                parts.push(format!("đang làm hồ sơ {}, không tính", count(*pending)));
            }
            joined(&parts, "; ")
        }
        Claim::Growth { old, new, .. } => {
            let change = growth(*old, *new).map_or_else(|| "không tính được".to_owned(), numbers::growth);
            format!("{} → {}: {} ({change})", count(*old), count(*new), numbers::difference(*old, *new))
        }
        Claim::Within { inner, outer } => format!("{} trong {}", count(*inner), count(*outer)),
        Claim::Villages { no_member, no_organization } => {
            format!("{} nơi chưa có đảng viên, {} nơi chưa có tổ chức đảng", count(*no_member), count(*no_organization))
        }
        Claim::Cut { until, other } => {
            format!("số liệu đến {}, có ngày {}", numbers::day(*until), numbers::day(*other))
        }
        Claim::Document(usual) => format!("thường viết {usual}"),
        Claim::Targets(targets) => {
            let each: Vec<String> = targets.iter().map(|(least, _)| count(*least)).collect();
            format!("các mức {}", joined(&each, ", "))
        }
    })
}

/// An inconsistency and the most likely slip.
pub fn slip(slip: &Slip) -> String {
    match slip {
        Slip::SidesDiffer(difference) => format!("Hai bên lệch nhau {}", signed(*difference)),
        Slip::LossesMissing(number) => format!(
            "Lệch {}: có thể chưa kể số giảm (chuyển đi, từ trần, xóa tên, ra khỏi Đảng). Lập đủ: đầu kỳ + tăng − giảm = cuối kỳ",
            count(*number)
        ),
        Slip::AdditionsMissing(number) => {
            format!("Lệch {}: có thể chưa kể số tăng khác (chuyển đến, khôi phục)", count(*number))
        }
        Slip::PendingCounted(number) => {
            format!("Có thể đã tính cả {} hồ sơ đang làm. Chưa kết nạp thì không tính", count(*number))
        }
        Slip::Rounded(difference) => format!("Lệch {} do làm tròn từng phần", signed(*difference)),
        Slip::PercentDiffers(right) => format!("Tính lại được {}", numbers::percent(*right)),
        Slip::WrongBase(right) => {
            format!(
                "Tính lại được {}: có thể đã chia cho số mới. Tăng, giảm phải chia cho số kỳ trước",
                numbers::percent(*right)
            )
        }
        Slip::UnlikePeriods { old, new, per_month } => format!(
            "Hai kỳ dài ngắn khác nhau ({old} tháng và {new} tháng). Tính theo từng tháng: {}",
            numbers::growth(*per_month)
        ),
        Slip::Rises => "Nói giảm nhưng số sau lớn hơn số trước".to_owned(),
        Slip::BeyondWhole => "Phần lớn hơn tổng. Chỉ đúng nếu gồm cả người của kỳ trước".to_owned(),
        Slip::SeveralTargets => {
            "Có nhiều mức giao khác nhau. Báo cáo riêng theo từng mức, nêu rõ cơ quan giao".to_owned()
        }
        Slip::NestedReversed { apart } => format!(
            "Nơi chưa có đảng viên thì cũng chưa có tổ chức đảng, nên số sau phải bằng hoặc lớn hơn số trước. Nếu là hai nhóm riêng thì cả thảy {} nơi chưa có tổ chức đảng",
            count(*apart)
        ),
        Slip::AfterCut => "Có việc sau ngày chốt số liệu: xem đã tính vào chưa".to_owned(),
        Slip::DocumentStyle => "Cách viết số văn bản của Đảng khác".to_owned(),
        Slip::UnitDiffers { one, other } => format!("Cùng một tên mà gọi khác loại: “{one}” và “{other}”"),
        Slip::NoLosses => "Không kể số giảm nào, trong khi dòng khác cho thấy có người giảm".to_owned(),
        Slip::Relation(found) if found.fit == Fit::Swapped => {
            format!("Có thể đảo hai chữ số, nếu các số này đi với nhau: {}", reading(found))
        }
        Slip::Relation(found) => format!("Không khớp: {}", reading(found)),
        Slip::NoBase => "Không tính được: số chia bằng 0".to_owned(),
    }
}

fn count(number: u64) -> String {
    numbers::count(number)
}

fn plain(ratio: Ratio) -> String {
    numbers::plain(ratio)
}

fn signed(ratio: Ratio) -> String {
    let sign = if ratio.rounded(1000) > 0 { "+" } else { "" };
    format!("{sign}{}", numbers::plain(ratio))
}

fn percent(ratio: Option<Ratio>) -> String {
    ratio.map_or_else(|| "không tính".to_owned(), numbers::percent)
}
