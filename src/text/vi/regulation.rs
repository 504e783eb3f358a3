//! The page about the regulation: subject, unit and reliability of each value.

use super::numbers;
use crate::domain::admission::finding::Stale;
use crate::domain::admission::law::{Law, Why};
use crate::domain::regulation::{InForce, Instrument, Key, Mark, Unit};
use crate::domain::schema::lists::EDUCATION;
use crate::domain::value::day::Day;

/// Name of the page.
pub const REGULATION: &str = "Quy định";
/// Explanation of the page.
pub const ABOUT: &str = "Chương trình xét theo quy định có hiệu lực vào ngày chi bộ họp. Dưới đây là từng giá trị, văn bản quy định và nơi đã đọc. Giá trị chưa kiểm chứng chỉ để gợi ý, không bao giờ làm hồ sơ bị coi là sai.";
/// Heading of the values in force.
pub const IN_FORCE: &str = "Đang áp dụng";
/// Heading of the instruments.
pub const INSTRUMENTS: &str = "Các văn bản";
/// Heading of the changes.
pub const CHANGES: &str = "Những lần thay đổi";
/// Heading of the holidays.
pub const HOLIDAYS: &str = "Ngày nghỉ khi tính ngày làm việc";
/// How working days are counted.
pub const HOLIDAYS_ABOUT: &str = "Từ thứ Hai đến thứ Sáu, trừ ngày nghỉ lễ, Tết và ngày hoán đổi của từng năm. Năm chưa có trong bảng thì hạn là ước tính. Quy định không nói thứ Bảy có tính hay không; ở đây không tính.";
/// No values changed.
pub const SAME: &str = "Không giá trị nào thay đổi.";
/// Heading of the forms of an instrument.
pub const FORMS: &str = "Mẫu giấy tờ";
/// Heading of the values of an instrument.
pub const VALUES: &str = "Giá trị";
/// No data.
const NONE: &str = "chưa có dữ liệu";

/// Subject of a value.
pub const fn key(key: Key) -> &'static str {
    match key {
        Key::AgeLeast => "Tuổi thấp nhất khi chi bộ họp xét",
        Key::AgeMost => "Tuổi cao nhất khi chi bộ họp xét, tính theo tháng",
        Key::EducationLeast => "Trình độ học vấn thấp nhất",
        Key::EducationHardLeast => "Trình độ thấp nhất ở địa bàn khó khăn",
        Key::EducationElderLeast => "Trình độ thấp nhất của già làng, trưởng bản, người có uy tín",
        Key::YouthUnionLeast => "Tuổi vào Đoàn thấp nhất",
        Key::YouthUnionMost => "Đến tuổi này còn phải là đoàn viên, nơi có tổ chức Đoàn",
        Key::CertificateMonths => "Giấy chứng nhận lớp bồi dưỡng nhận thức có giá trị",
        Key::DossierNeeded => "Khi họp xét phải có giấy chứng nhận, đơn, lý lịch, ý kiến nhận xét",
        Key::PapersMonths => "Ý kiến nhận xét, nghị quyết giới thiệu có giá trị trong hồ sơ",
        Key::ApplicationFirst => "Đơn làm trước lý lịch",
        Key::Introducers => "Số người hoặc tổ chức giới thiệu",
        Key::IntroducerOfficial => "Người giới thiệu là đảng viên chính thức",
        Key::IntroducerMonths => "Người giới thiệu cùng nơi với người vào Đảng ít nhất",
        Key::VerificationNeeded => "Thẩm tra bản thân, cha mẹ, cha mẹ vợ (chồng), vợ (chồng), con đã thành niên",
        Key::VerificationSpouseGuardian => "Thẩm tra cả người trực tiếp nuôi dưỡng vợ (chồng)",
        Key::VerificationSkip => "Không thẩm tra cha mẹ, con là đảng viên đã khai đầy đủ",
        Key::MeetingLeastMembers => "Số đảng viên chính thức ít nhất để biểu quyết",
        Key::VoteAllParts => "Biểu quyết: chia số đảng viên được tính thành mấy phần",
        Key::VoteForParts => "Biểu quyết: mấy phần phải tán thành",
        Key::VoteLessExcused => "Trừ đảng viên chuyển sinh hoạt tạm thời, được miễn sinh hoạt mà không dự họp",
        Key::InquiryDays => "Thời gian chờ trả lời thẩm tra ở trong nước",
        Key::DistrictEnded => "Không còn cấp ủy cấp huyện",
        Key::CommuneDecides => "Đảng bộ xã, phường là cấp trên trực tiếp của tổ chức cơ sở đảng (thí điểm)",
        Key::BaseStandingDecides => "Ban thường vụ đảng ủy cơ sở quyết định kết nạp, không phải cả đảng ủy",
        Key::DecideDays => "Hạn ra quyết định kết nạp, từ ngày chi bộ họp",
        Key::RecogniseDays => "Hạn quyết định công nhận, từ ngày chi bộ họp",
        Key::ExtendDays => "Được gia hạn thêm nhiều nhất",
        Key::CeremonyDays => "Hạn tổ chức lễ, từ ngày nhận hoặc ngày ra quyết định",
        Key::CeremonyFromDecision => "Hạn tổ chức lễ tính từ ngày ra quyết định",
        Key::ProbationMonths => "Thời gian dự bị, từ ngày tổ chức lễ",
        Key::ReviewDays => "Hạn chi bộ họp xét công nhận, sau khi hết dự bị",
        Key::MemberFileDays => "Đảng viên mới khai lý lịch đảng viên, từ ngày tổ chức lễ",
        Key::ReadmissionMonths => "Kết nạp lại: ra khỏi Đảng ít nhất",
        Key::ReadmissionCrimeMonths => "Kết nạp lại sau khi phạm tội: xóa án tích ít nhất",
        Key::ReadmissionPopulationMonths => "Kết nạp lại sau khi vi phạm chính sách dân số: ra khỏi Đảng ít nhất",
        Key::ReadmissionBarred => {
            "Không kết nạp lại người tự bỏ sinh hoạt, xin ra không vì gia đình khó khăn, gây mất đoàn kết nghiêm trọng, tham nhũng, phạm tội nghiêm trọng"
        }
        Key::ReadmissionTimes => "Số lần được kết nạp lại",
    }
}

/// A value with its unit.
pub fn value(key: Key, number: u32) -> String {
    match key.unit() {
        Unit::Age => format!("{} tuổi", number / 12),
        Unit::Months => format!("{number} tháng"),
        Unit::WorkingDays => format!("{number} ngày làm việc"),
        Unit::Number => number.to_string(),
        Unit::Holds => if number == 1 { "có" } else { "không" }.to_owned(),
        Unit::Education => {
            let level = usize::try_from(number).ok().and_then(|place| EDUCATION.get(place));
            level.map_or(NONE, |choice| choice.name).to_owned()
        }
    }
}

/// A value before and after a change, or that it was not found in the new instrument.
pub fn change(of: Key, before: Option<InForce>, after: Option<InForce>) -> String {
    let shown = |found: Option<InForce>| found.map_or_else(|| NONE.to_owned(), |found| value(of, found.cited.value));
    if let (Some(old), Some(new)) = (before, after)
        && old.cited.value == new.cited.value
    {
        let again = if new.silent_in.is_some() {
            "chưa đọc được, tạm theo quy định trước"
        } else {
            "đã đọc được"
        };
        return format!("{}: {again} ({})", key(of), shown(after));
    }
    if after.is_none() {
        return format!("{}: {} → thôi áp dụng", key(of), shown(before));
    }
    let doubt = after.filter(|found| found.is_weak()).map_or("", |_| " (chưa kiểm chứng)");
    if before.is_none() {
        return format!("{}: {}, trước chưa thấy nêu{doubt}", key(of), shown(after));
    }
    format!("{}: {} → {}{doubt}", key(of), shown(before), shown(after))
}

/// Reliability of a value.
pub const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Verified => "đã đọc ở nguồn",
        Mark::Office => "theo tệp của cơ quan",
        Mark::Secondary => "nguồn thứ cấp",
        Mark::Unverified => "chưa kiểm chứng",
    }
}

/// Number and date of an instrument.
pub fn title(instrument: &Instrument) -> String {
    match instrument.id.issued {
        Some(day) => format!("{} ngày {}", instrument.id.number, numbers::day(day)),
        None => instrument.id.number.clone(),
    }
}

/// Period in which an instrument is in force, and until when it was followed.
pub fn force(instrument: &Instrument) -> String {
    let known =
        instrument.known_to.map(|day| format!(". Đã cập nhật đến ngày {}", numbers::day(day))).unwrap_or_default();
    let force = match (instrument.from, instrument.to) {
        (None, _) => "Chưa rõ ngày có hiệu lực: không dùng để xét".to_owned(),
        (Some(from), None) => format!("Có hiệu lực từ {}", numbers::day(from)),
        (Some(from), Some(to)) => format!("Có hiệu lực từ {} đến {}", numbers::day(from), numbers::day(to)),
    };
    format!("{force}{known}")
}

/// The instrument of the day in which nothing about a value was found.
pub fn silent(instrument: &Instrument) -> String {
    format!("Theo quy định trước; chưa đọc được ở {}, nên chỉ để gợi ý", title(instrument))
}

/// Article of a value, and the source it was read in.
pub fn place(article: &str, source: &str) -> String {
    format!("{article} · Đọc ở: {source}")
}

/// Source of a value with its reliability: `Căn cứ: 24-QĐ/TW (30/07/2021), 1.1`.
pub fn source(found: InForce) -> String {
    let issued = |instrument: &Instrument| {
        instrument.id.issued.map(|day| format!(" ({})", numbers::day(day))).unwrap_or_default()
    };
    let place = format!("{}{}, {}", found.instrument.id.number, issued(found.instrument), found.cited.article);
    let from = match found.cited.mark {
        Mark::Unverified => format!("Chưa kiểm chứng, có thể liên quan: {place}"),
        _ if found.silent_in.is_some() => format!("Theo quy định trước: {place}"),
        Mark::Verified => format!("Căn cứ: {place}"),
        Mark::Office => format!("Căn cứ (theo tệp của cơ quan): {place}"),
        Mark::Secondary => format!("Căn cứ (theo nguồn thứ cấp): {place}"),
    };
    match found.silent_in {
        Some(now) => format!("{from}; chưa đọc được ở {}{}", now.id.number, issued(now)),
        None => from,
    }
}

/// The day of a list of values.
pub fn on(day: Day) -> String {
    format!("Vào ngày {}", numbers::day(day))
}

/// Holidays of a year in a line.
pub fn holidays(off: &[Day], worked: &[Day]) -> String {
    let days = |days: &[Day]| {
        let days: Vec<String> = days.iter().map(|day| format!("{}/{}", day.day(), day.month())).collect();
        crate::domain::value::letters::joined(&days, ", ")
    };
    let bridge = if worked.is_empty() { String::new() } else { format!(". Làm bù: {}", days(worked)) };
    format!("Nghỉ: {}{bridge}", days(off))
}

/// Knowledge that is too old for a finding.
pub fn stale(stale: Stale) -> String {
    match stale {
        Stale::Regulation(day) => format!(
            "Chương trình chỉ theo dõi văn bản này đến ngày {}: hỏi cấp trên xem đã có quy định mới chưa",
            numbers::day(day)
        ),
        Stale::Calendar(day) => format!("Bảng ngày nghỉ chỉ có đến ngày {}: hạn là ước tính", numbers::day(day)),
    }
}

/// Which set a dossier is checked by, and why.
pub fn checked_by(law: &Law) -> String {
    let set = law.set.map_or_else(|| "Chưa biết quy định nào".to_owned(), title);
    let day = numbers::day(law.day);
    let why = match law.why {
        Why::Meeting => format!("có hiệu lực vào ngày chi bộ họp, {day}"),
        Why::Decision => format!("có hiệu lực vào ngày quyết định, {day} (chưa ghi ngày họp)"),
        Why::Ceremony => format!("có hiệu lực vào ngày tổ chức lễ, {day} (chưa ghi ngày họp)"),
        Why::Today => "đang có hiệu lực hôm nay, vì chưa ghi ngày chi bộ họp".to_owned(),
    };
    format!("Xét theo {set}, {why}.")
}

/// Heading of what changed since a dossier was begun.
pub const NEWS: &str = "Quy định đã đổi từ khi lập hồ sơ";

/// Until when the whole table was followed, with a warning when that is long ago.
pub fn followed(day: Day, is_stale: bool) -> String {
    let known = format!("Cả bảng đã cập nhật đến ngày {}.", numbers::day(day));
    if is_stale {
        format!(
            "{known} Đã hơn 180 ngày: hỏi cấp trên xem có quy định mới, cập nhật chương trình hoặc mở tệp quy định."
        )
    } else {
        known
    }
}
