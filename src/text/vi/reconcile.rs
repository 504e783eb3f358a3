//! Reconciliation of a report: how a line was parsed, its computed value, the most likely slip.

use super::numbers;
use crate::domain::calculator::figures::{growth, share};
use crate::domain::reconcile::fit::Fit;
use crate::domain::reconcile::recorded::{Recorded, What};
use crate::domain::reconcile::{CheckedLine, Claim, Slip, Verdict};
use crate::domain::value::letters::joined;
use crate::domain::value::ratio::Ratio;

pub use super::readings::{COPY, CORRECTED, corrected, hint, reading};

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

/// How many lines are checked so far.
pub fn checking(judged: usize, all: usize) -> String {
    format!("Đang đối chiếu: {}/{} dòng", count(judged as u64), count(all as u64))
}

/// How many lines need a look.
pub fn found(look: usize, all: usize) -> String {
    match look {
        0 => format!("{} dòng, không dòng nào phải xem lại", count(all as u64)),
        _ => format!("{} dòng, {} dòng nên xem lại", count(all as u64), count(look as u64)),
    }
}

/// Button: see only lines that need a look.
pub const ONLY_TO_LOOK_AT: &str = "Chỉ hiện dòng nên xem lại";
/// Button: see all lines.
pub const ALL_LINES: &str = "Hiện tất cả các dòng";

/// Button: see more lines.
pub fn more(left: usize) -> String {
    format!("Xem thêm (còn {} dòng)", count(left as u64))
}

/// No lines.
pub const NOTHING: &str = "Chưa có dòng nào.";

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
            format!("Lệch {}: có thể chưa kể số tăng khác (chuyển đến, phục hồi đảng tịch)", count(*number))
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
        Slip::DocumentStyle => "Số văn bản của Đảng không viết như vậy".to_owned(),
        Slip::UnitDiffers { one, other } => format!("Cùng một tên mà gọi khác loại: “{one}” và “{other}”"),
        Slip::NoLosses => "Không kể số giảm nào, trong khi dòng khác cho thấy có người giảm".to_owned(),
        Slip::Relation(found) if found.fit == Fit::Loose => {
            format!("Ghi “vượt” nhưng đó là tỉ lệ đạt: {}", reading(found))
        }
        Slip::Relation(found) if found.fit == Fit::Swapped => {
            format!("Có thể hai chữ số bị đảo chỗ, nếu các số này cùng một phép tính: {}", reading(found))
        }
        Slip::Relation(found) if found.fit == Fit::Doubtful => {
            format!("Nên xem lại, nếu các số này cùng một phép tính: {}", reading(found))
        }
        Slip::Relation(found) => format!("Không khớp: {}", reading(found)),
        Slip::NoBase => "Không tính được: số chia bằng 0".to_owned(),
    }
}

/// What the book has beside a line, of an organization by its name.
pub fn recorded(found: &Recorded, name: &str) -> String {
    let of = match found.what {
        What::Admitted(period) => format!("kết nạp, {name}, {}", numbers::period(period)),
        What::Members(day) => format!("đảng viên, {name}, {}", numbers::day(day)),
    };
    match found.said == found.found {
        true => format!("Trong sổ cũng là {} ({of})", count(found.found)),
        false => format!("Trong sổ là {} ({of})", count(found.found)),
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
