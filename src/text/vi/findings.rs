//! Findings: what is wrong and, unless obvious, what to do about it.

use super::{numbers, problems, regulation, words};
use crate::domain::admission::finding::{Finding, Rule, Severity, Stale};
use crate::domain::regulation::InForce;
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::choice::{DecidingBody, Sex};
use crate::domain::schema::field::Field;
use crate::domain::schema::lists::EDUCATION;
use crate::domain::value::month::Month;

/// Message of a finding.
pub fn message(finding: &Finding) -> String {
    match &finding.rule {
        Rule::Missing => "Chưa điền".to_owned(),
        Rule::Unreadable(problem) => problems::unreadable(*problem),
        Rule::InFuture => "Ngày này chưa tới. Xem lại năm".to_owned(),
        Rule::Gone => "Mục đã chọn không còn trong sổ. Chọn lại".to_owned(),
        // Checks of more than one field are in the last chunk, and so are their findings.
        _ => deferred_message(finding),
    }
}

/// Message of a finding that involves more than a single field. In the last chunk.
#[inline(never)]
fn deferred_message(finding: &Finding) -> String {
    match &finding.rule {
        // Told by `message`. Listed exhaustively, so that a new finding does not compile without words.
        Rule::Missing | Rule::Unreadable(_) | Rule::InFuture | Rule::Gone => String::new(),
        Rule::OutOfOrder { before, after } => {
            format!("“{}” phải trước hoặc cùng ngày với “{}”", column(*before), column(*after))
        }
        Rule::PeriodReversed => "Ngày cuối đứng trước ngày đầu".to_owned(),
        Rule::Circle => "Tổ chức này đang trực thuộc chính nó qua các cấp. Chọn lại nơi trực thuộc".to_owned(),
        Rule::PartsDiffer { section, sum, total } => format!(
            "{}: cộng lại được {}, khác tổng số {}",
            words::section(*section).unwrap_or_default(),
            numbers::count(*sum),
            numbers::count((*total).into()),
        ),
        Rule::AgeUnder { on, years, first } => {
            let first = first.map(|first| format!(". Đủ tuổi từ {}", numbers::day(first))).unwrap_or_default();
            format!("Chưa đủ {years} tuổi vào ngày {}{first}", numbers::day(*on))
        }
        Rule::AgeOver { on, years } => format!(
            "Đã quá {years} tuổi (tính theo tháng) vào ngày {}. Phải do cấp ủy trực thuộc Trung ương xem xét",
            numbers::day(*on)
        ),
        Rule::AgeImplausible { years } => format!("Tính theo ngày sinh này là {years} tuổi. Xem lại năm sinh"),
        Rule::CertificateExpired { last } if finding.severity == Severity::Hints => {
            format!("Có thể đã hết giá trị sau ngày {} (chưa kiểm chứng). Hỏi cấp trên", numbers::day(*last))
        }
        Rule::CertificateExpired { last } => {
            format!("Giấy chứng nhận chỉ có giá trị đến {}. Phải học lại lớp bồi dưỡng", numbers::day(*last))
        }
        Rule::NeededAtMeeting => "Chưa có. Phải có trước khi chi bộ họp xét".to_owned(),
        Rule::EducationBelow { least } => format!("Chưa đủ trình độ: phải {} trở lên", level(*least)),
        Rule::EducationByGuidance => {
            "Thấp hơn mức chung. Trường hợp này được xét thấp hơn, nhưng chương trình chưa đọc được văn bản nêu mức cụ thể: hỏi cấp trên".to_owned()
        }
        Rule::YouthUnionMissing => {
            "Còn trong tuổi Đoàn mà chưa ghi ngày vào Đoàn. Nơi có tổ chức Đoàn thì phải là đoàn viên".to_owned()
        }
        Rule::YouthUnionYoung { years } => format!("Vào Đoàn khi chưa đủ {years} tuổi. Xem lại ngày"),
        Rule::IntroducersTooFew { named, least } => {
            format!("Cần {least} người hoặc tổ chức giới thiệu, mới ghi {named}")
        }
        Rule::IntroducerNotOfficial => "Người giới thiệu phải là đảng viên chính thức".to_owned(),
        Rule::IntroducerTooShort { months, first } => {
            let first = first.map(|first| format!(". Đủ từ {}", numbers::day(first))).unwrap_or_default();
            format!("Người giới thiệu phải cùng nơi công tác, học tập hoặc cư trú ít nhất {months} tháng{first}")
        }
        Rule::IntroducerTwice => "Hai người giới thiệu trùng tên. Xem lại".to_owned(),
        Rule::ApplicationAfterResume => "Đơn phải làm trước hoặc cùng ngày khai lý lịch".to_owned(),
        Rule::RelativesUnverified { names } if names.is_empty() => "Còn người thân chưa có trả lời thẩm tra".to_owned(),
        Rule::RelativesUnverified { names } => {
            format!("Chưa có trả lời thẩm tra: {}", crate::domain::value::letters::joined(names, ", "))
        }
        Rule::Overdue { days, limit: until, extended, since, assumed } => {
            let what = match since {
                Field::CellMeeting => "ra quyết định kết nạp",
                Field::Decision | Field::DecisionReceived => "tổ chức lễ kết nạp",
                Field::RecognitionMeeting => "quyết định công nhận",
                _ => "chi bộ họp xét công nhận",
            };
            let sure = if until.estimated { "Có thể đã quá" } else { "Quá" };
            let from = match (since, assumed) {
                (Field::Decision, true) => {
                    ". Tính tạm từ ngày quyết định: ghi ngày chi bộ nhận quyết định để tính đúng"
                }
                (_, true) => ". Tính tạm từ ngày nhận: ghi ngày quyết định để tính đúng",
                (_, false) => "",
            };
            let more = extended.map(|last| format!(". Nếu được gia hạn thì chậm nhất đến {}", limit(last)));
            format!("{sure} hạn {what}: {days} ngày làm việc, đến {}{}{from}", limit(*until), more.unwrap_or_default())
        }
        Rule::ProbationIncomplete { first } => {
            format!("Chưa hết thời gian dự bị. Sớm nhất từ {}", numbers::day(*first))
        }
        Rule::ReadmissionTooEarly { months, first } => {
            let first = first.map(|first| format!(". Đủ từ {}", numbers::day(first))).unwrap_or_default();
            format!("Kết nạp lại phải sau ít nhất {months} tháng kể từ ngày này{first}")
        }
        Rule::OrganizationCodeTwice { name } => {
            format!("Mã này đã ghi cho {}", name.as_deref().unwrap_or("một tổ chức khác"))
        }
        Rule::ReadmissionTwice => "Chỉ được kết nạp lại một lần".to_owned(),
        Rule::ReadmissionBarred => "Ra khỏi Đảng vì lý do này thì không xét kết nạp lại".to_owned(),
        Rule::PaperOld { months } => {
            format!("Đã quá {months} tháng khi chi bộ họp: làm lại giấy này, thẩm tra bổ sung")
        }
        Rule::MonthsMissing { first, last } => format!("Quá trình công tác thiếu {}", months(*first, *last)),
        Rule::MonthsTwice { first, last } => format!("Hai dòng công tác trùng nhau {}", months(*first, *last)),
        Rule::DeclaredOtherwise { rows: 0 } => "Đã chọn “Đã ghi đủ” mà chưa có dòng nào".to_owned(),
        Rule::DeclaredOtherwise { rows } => format!("Đã chọn “Không có” mà đang có {rows} dòng"),
        Rule::ProvinceElsewhere { now } => format!(
            "Tỉnh này từ 1/7/2025 thuộc {}. Xem lại, trừ khi giấy khai sinh ghi tên tỉnh trước khi chia tách",
            now.0.name
        ),
        Rule::DocumentNumberStyle { usual } if usual.is_empty() => {
            "Số văn bản của Đảng thường viết như 27-QĐ/ĐU: số, gạch nối, loại, gạch chéo, cơ quan".to_owned()
        }
        Rule::DocumentNumberStyle { usual } => format!("Số văn bản của Đảng viết: {usual}"),
        Rule::SchoolingShape => "Ghi lớp trên hệ 10 hoặc 12, ví dụ 9/12 hay 7/10".to_owned(),
        Rule::GuidanceAhead { guidance, in_force } => format!(
            "Chi bộ họp khi {} còn hiệu lực nhưng {} đã ban hành. Điều kiện xét theo {}, thủ tục theo {}",
            in_force.id.number, guidance.id.number, in_force.id.number, guidance.id.number
        ),
        Rule::ConsentMissing => "Ghi ngày người này đồng ý cho giữ lý lịch trong máy".to_owned(),
        Rule::DeletionDue => "Đã đến ngày phải xóa khỏi máy".to_owned(),
        Rule::CitizenIdProvince => {
            "Ba số đầu không phải mã tỉnh cũ nào. Xem lại, trừ khi khai sinh ở nước ngoài hoặc số cấp sau 1/7/2025".to_owned()
        }
        Rule::CitizenIdSex { by_number } => {
            format!(
                "Theo số căn cước thì giới tính là {}. Xem lại, trừ khi đã cải chính",
                match by_number {
                    Sex::Male => "nam",
                    Sex::Female => "nữ",
                }
            )
        }
        Rule::CitizenIdBirthYear { by_number } => {
            format!("Theo số căn cước thì năm sinh là {by_number}. Xem lại, trừ khi đã cải chính")
        }
        Rule::CitizenIdTwice { name, .. } => {
            format!("Trùng số căn cước với {}", name.as_deref().unwrap_or(words::NAMELESS))
        }
        Rule::StepMissing { later } => {
            format!("Chưa ghi ngày này mà đã có “{}”. Ghi bổ sung, hoặc xem lại bước sau", column(*later))
        }
        Rule::BodyGone { body: DecidingBody::District, on } => format!(
            "Ngày {} không còn cấp ủy cấp huyện. Chọn lại cấp quyết định, hoặc xem lại ngày",
            numbers::day(*on)
        ),
        Rule::BodyGone { on, .. } => format!(
            "Ngày {} đảng ủy xã, phường chưa phải cấp trên trực tiếp của tổ chức cơ sở đảng. Chọn lại cấp quyết định, hoặc xem lại ngày",
            numbers::day(*on)
        ),
        Rule::ProbationOver { ended, limit: until } if until.last == *ended => {
            format!("Đã quá 12 tháng dự bị (từ {}). Ghi ngày công nhận, hoặc sửa tình trạng", numbers::day(*ended))
        }
        Rule::ProbationOver { ended, limit: until } => format!(
            "Đã hết 12 tháng dự bị từ {}. Chi bộ họp xét công nhận, chậm nhất {}",
            numbers::day(*ended),
            limit(*until)
        ),
        Rule::MemberLeft { standing, since } => {
            let since = since.map(|since| format!(" từ {}", numbers::day(since))).unwrap_or_default();
            let instead = match finding.attached.first() {
                Some(_) => "Phân công người khác",
                None => "Chọn người giới thiệu khác",
            };
            format!("Theo sổ đảng viên, người này “{}”{since}. {instead}", standing.name())
        }
        Rule::MembersDiffer { register } => format!(
            "Theo sổ đảng viên, ngày ấy chi bộ có {} đảng viên chính thức. Xem lại số này hoặc sổ",
            numbers::count((*register).into())
        ),
        Rule::InquiryOverdue { letters } => {
            format!("{letters} công văn thẩm tra quá hạn chưa có trả lời. Nhắc nơi nhận, rồi ghi ngày nhắc")
        }
        Rule::MemberTwice { cell: Some(cell) } => {
            format!("Trùng tên và ngày vào Đảng với một người ở {cell}. Nếu là một người thì chỉ để ở một chi bộ")
        }
        Rule::MemberTwice { cell: None } => {
            "Trùng tên và ngày vào Đảng với một người khác trong chi bộ. Nếu là một người (có thể theo hồ sơ kết nạp) thì xóa một mục".to_owned()
        }
        Rule::Life(rule) => super::life::rule(rule),
        Rule::NothingAssigned => "Chọn tổ chức hoặc thôn, bản mà người này phụ trách".to_owned(),
        Rule::TooFewMembers { least } => {
            format!("Chi bộ dưới {least} đảng viên chính thức không biểu quyết kết nạp được")
        }
        Rule::ExcusedBeyondMembers => "Số được trừ phải nhỏ hơn số đảng viên chính thức".to_owned(),
        Rule::ProbationBeyondMembers => "Số dự bị không thể nhiều hơn số đảng viên".to_owned(),
        Rule::LeastBeyondUsual { usual } => {
            format!("Số ngày nhanh nhất không thể nhiều hơn số ngày thường mất ({usual} ngày). Đang dùng {usual} ngày cho cả hai")
        }
        Rule::VoteBeyondBase { base } => {
            format!("Số phiếu nhiều hơn số người được tính ({})", numbers::count((*base).into()))
        }
        Rule::VoteBelow { for_parts, all_parts, base, needed } => format!(
            "Chưa đủ {for_parts}/{all_parts}: tính trên {} đảng viên chính thức cần ít nhất {} phiếu",
            numbers::count((*base).into()),
            numbers::count(*needed)
        ),
    }
}

/// Message of a finding under a field, with the label of another field if it is about that one.
pub fn told(finding: &Finding) -> String {
    match finding.about {
        Some(field) => format!("{}: {}", column(field), message(finding)),
        None => message(finding),
    }
}

/// Source of the rule with its reliability.
pub fn source(finding: &Finding) -> Option<String> {
    finding.source.map(|source| deferred_source(source, finding.stale))
}

/// In the last chunk, with the regulation.
#[inline(never)]
fn deferred_source(source: InForce, stale: Option<Stale>) -> String {
    let source = regulation::source(source);
    match stale {
        Some(stale) => format!("{source}. {}", regulation::stale(stale)),
        None => source,
    }
}

/// A severity in one word.
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocks => "Sai",
        Severity::Warns => "Lưu ý",
        Severity::Hints => "Gợi ý",
    }
}

/// Message with the label of the finding's first field, for lists.
pub fn with_label(finding: &Finding) -> String {
    let first = finding.fields.first().or(finding.attached.first().map(|(_, field)| field));
    let label = first.map_or("", |field| column(*field));
    format!("{label}: {}", message(finding))
}

/// A deadline, marked if estimated.
pub fn limit(limit: Limit) -> String {
    let estimated = if limit.estimated { " (ước tính)" } else { "" };
    format!("{}{estimated}", numbers::day(limit.last))
}

/// A level of general education within a sentence.
fn level(place: u32) -> String {
    let name = usize::try_from(place).ok().and_then(|place| EDUCATION.get(place)).map_or("", |choice| choice.name);
    // By the library, although `numbers::lower` does the same: without its tables of case the divider of the program
    // keeps 1.6 kB more in the first part (docs/BYTES.md).
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().collect::<String>()).into_iter().collect::<String>()
        + letters.as_str()
}

fn months(first: Month, last: Month) -> String {
    if first == last {
        return format!("tháng {}", numbers::month(first));
    }
    format!("từ tháng {} đến tháng {}", numbers::month(first), numbers::month(last))
}

fn column(field: Field) -> &'static str {
    field.label()
}
