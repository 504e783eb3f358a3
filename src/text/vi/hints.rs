//! Help under a field: what to enter and how, and how the input was parsed.

use super::numbers;
use crate::domain::schema::entry::{self, Value};
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::lists::{self, OldProvince};
use crate::domain::value::letters::number;

/// Invalid day.
pub const WRONG_DAY: &str = "Không đọc được ngày. Ghi ngày/tháng/năm, ví dụ 3/2/2026";

/// Help of a field that is on the way to a first candidate; `None` if the label is enough.
pub fn hint(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Name => "Viết như trong giấy khai sinh",
        Field::CitizenId => "12 chữ số",
        Field::OrganizationCode => "14 chữ số, như 38.168.053.000.001; không có thì để trống",
        Field::TargetTakesOver => {
            "Chọn “Có” khi chỉ tiêu này nhận bàn giao từ các tổ chức đã nhập vào, trong cùng thời gian"
        }
        Field::Occupation => "Nhóm nghề để lập biểu thống kê",
        Field::LivesInHardArea => "Ở đó trình độ học vấn được xét thấp hơn",
        Field::OrganizationLevel => {
            "Các bước: chỉ tên, ngày, số văn bản. Lý lịch: thêm các mục của bản thân. Đầy đủ: thêm lịch sử, người thân; chỉ chọn khi máy có khóa và cấp ủy đồng ý. Để trống thì theo cấp trên"
        }
        Field::TargetBound => "Ví dụ: 100 · 30 trở lên · 6-8 · 7% đầu kỳ · 7% hiện có",
        Field::TargetIssuer => "Để trống nếu do cấp trên trực tiếp giao",
        Field::TargetDocument => "Ví dụ: 27-KH/TU",
        Field::OrganizationCountingDay => "Để trống thì theo cấp trên; cấp trên cũng để trống thì theo ngày tổ chức lễ",
        Field::OrganizationRegister => {
            "Chọn Có khi mọi đảng viên của chi bộ đã có tên: số phiếu, chỉ tiêu phần trăm sẽ dựa vào sổ"
        }
        Field::TargetOrigin => "Để trống là cấp trên giao. Chỉ tiêu tự đăng ký chỉ hiện bên cạnh, không cộng vào",
        Field::TargetSince => "Chỉ ghi khi thay cho mức đã giao trước đó. Mức cũ vẫn được giữ lại để xem",
        Field::SourceGroup => "Đoàn viên, phụ nữ, dân tộc, tôn giáo thì chương trình tự biết qua các mục khác",
        _ => return None,
    })
}

/// Help of every other field. Free text fields say what must not be entered. In the last chunk.
#[inline(never)]
pub fn deferred_hint(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Phone => "10 chữ số, bắt đầu bằng 0",
        Field::BirthPlace => "Tên hiện nay",
        Field::OldBirthPlace => "Như trong giấy khai sinh, nếu nay đã đổi tên",
        Field::Residence => "Thôn (bản), xã (phường)",
        Field::ReligiousRank => "Để trống nếu không có",
        Field::Schooling => "Ví dụ: 9/12, 7/10, tốt nghiệp THPT",
        Field::Degree => "Kèm năm, ví dụ: Cử nhân (2021)",
        Field::ForeignLanguage => "Ví dụ: Tiếng Anh B1",
        Field::Life => "Kể theo thời gian. Không ghi kết quả thẩm tra, đơn thư, án tích hay bệnh tật",
        Field::Times => "Ghi “không” nếu không có. Không ghi nhận xét, kết luận của cơ quan nào",
        Field::SelfAssessment => "Không ghi chuyện của người khác, không ghi kết luận thẩm tra",
        Field::JobsDeclared => "Liên tục từng tháng, từ khi đi làm đến nay",
        Field::TripsDeclared => "Chỉ ghi chuyến từ 3 tháng trở lên",
        Field::AwardsDeclared => "Từ bằng khen trở lên, hoặc mức cao nhất",
        Field::DisciplinesDeclared => "Chỉ ghi hình thức và thời gian, không ghi nội dung vụ việc",
        Field::RelativesDeclared => "Ông bà hai bên, cha mẹ, vợ (chồng), anh chị em hai bên, các con",
        Field::Introducer1Since | Field::Introducer2Since => {
            "Cùng công tác, học tập, cư trú với người vào Đảng từ khi nào. Chỉ năm cũng được"
        }
        Field::SelfAnswered => "Chỉ ghi ngày. Kết quả thẩm tra không bao giờ ghi vào máy",
        Field::VerifierRemark | Field::CellRemark | Field::Certification => "Chỉ ghi ngày, không ghi nội dung",
        Field::DecisionNumber => "Ví dụ: 27-QĐ/ĐU",
        Field::DecisionReceived => "Hạn tổ chức lễ tính từ ngày này; từ 26/7/2026 thì tính từ ngày quyết định",
        Field::Consent => "Ngày người này biết và đồng ý cho chi bộ giữ thông tin trong máy",
        Field::DeleteBy => "Đến ngày ấy chương trình sẽ nhắc",
        Field::RecognitionDecision => "Ngày ký. Ngày được tính là chính thức ghi ở dưới",
        Field::Recognition => "Ngày được tính là chính thức, thường là ngày hết 12 tháng dự bị",
        Field::Introducer1 | Field::Introducer2 => "Chỉ ghi họ tên",
        Field::Work | Field::Holder | Field::FirstIntroducers => "Chỉ ghi tên người, nơi, cơ quan; không ghi nhận xét",
        Field::YouthUnion => "Chỉ tháng/năm cũng được",
        Field::OfficialMembers => "Tổng số đảng viên chính thức của chi bộ, không kể dự bị",
        Field::Excused => {
            "Đảng viên sinh hoạt tạm thời nơi khác, người được miễn sinh hoạt không dự họp. Không trừ người vắng có phép. Chỉ trừ với cuộc họp từ 1/7/2025"
        }
        Field::BranchAppraisal | Field::BaseResolution | Field::RecognitionAppraisal | Field::RecognitionResolution => {
            "Để trống nếu nơi đây không có bước này"
        }
        Field::DecidedBy => "Để trống thì theo cấp quyết định đã đặt cho tổ chức",
        Field::SelfReview | Field::HelperRemark | Field::ProbationOpinions => "Chỉ ghi ngày, không ghi nội dung",
        Field::EndedBecause => "Ghi rồi thì không nhắc việc, không tính là nguồn nữa. Hồ sơ vẫn còn",
        Field::MovedTo => "Chỉ ghi tên chi bộ, đảng ủy nơi đến; không ghi lý do",
        Field::AwayHeard => "Quá 90 ngày không có tin thì chương trình nhắc liên lạc",
        Field::MoveTo => {
            "Chi bộ trong sổ này. Kết quả đến trước ngày chuyển vẫn tính cho chi bộ cũ; các bước đã làm giữ nguyên. Chi bộ mới phân công người giúp đỡ khác"
        }
        Field::MovePlace => "Ghi khi người này từ nơi ngoài sổ chuyển đến. Chỉ ghi tên chi bộ, đảng ủy",
        Field::MoveLetter => {
            "Giấy do nơi chuyển đi cấp cho người đang được xem xét kết nạp; không có thì hỏi lại nơi đó"
        }
        Field::EventDay => "Ngày thay đổi có hiệu lực, ví dụ 1/7/2025",
        Field::EventOther => "Hợp nhất: nơi tiếp nhận. Chuyển: cấp trên mới. Tách: tổ chức cũ. Việc khác thì để trống",
        Field::EventName => "Chỉ ghi khi đổi tên",
        Field::EventNewKind => "Chỉ chọn khi đổi loại tổ chức",
        Field::RelativeAnswered => "Chỉ ghi ngày. Kết quả thẩm tra không bao giờ ghi vào máy",
        Field::PaperHolder
        | Field::RelativeWork
        | Field::RelativeResidence
        | Field::RelativeAskedAt
        | Field::JobPlace
        | Field::TripPurpose
        | Field::TripDecidedBy => "Chỉ ghi tên người, nơi, cơ quan; không ghi nhận xét",
        Field::RelativeName => "Không ghi án tích, bệnh tật, nhận xét về người này",
        Field::RelativeBirth | Field::RelativeDeath => "Chỉ năm, hoặc tháng/năm, hoặc đủ ngày",
        Field::RelativeIsMember => "Cha mẹ, con là đảng viên đã khai đầy đủ thì không phải thẩm tra",
        Field::JobTo => "Để trống nếu đang làm",
        Field::JobWork => "Không ghi chuyện thuộc bí mật của cơ quan",
        Field::AwardForm => "Ví dụ: Bằng khen",
        Field::AuthorityFrom => "Từ ngày này trở đi, cho đến khi có lần đặt khác",
        Field::AssignmentOrganization => "Gồm cả các tổ chức trực thuộc",
        Field::MemberAdmitted => "Ngày ghi trên quyết định kết nạp: tuổi đảng tính từ ngày này",
        Field::MemberRecognition => "Để trống nếu còn dự bị hoặc không rõ ngày",
        Field::MemberJoined => "Chỉ ghi khi chuyển từ nơi khác đến",
        Field::MemberStanding => "Để trống là đang sinh hoạt",
        Field::MemberMeetsAt => "Chỉ ghi nếu đang sinh hoạt ở nơi khác",
        Field::InquiryPlace => "Tên cấp ủy, cơ quan nhận công văn",
        Field::InquiryDue => "Như ghi trong công văn; để trống thì ước tính 30 ngày làm việc (chưa kiểm chứng)",
        Field::InquiryAnswered => "Chỉ ghi ngày. Kết quả thẩm tra không bao giờ ghi vào máy",
        Field::HelperUntil => "Để trống nếu đang giúp",
        Field::NoteItem => "Sửa mục ấy thì ghi chú này tự hết",
        Field::NoteText => {
            "Ví dụ: thiếu năm. Chỉ nêu chỗ phải sửa; không chép nội dung lý lịch, kết luận thẩm tra, nhận xét về người"
        }
        Field::NoteBy | Field::AuthorityDocument => "Chỉ ghi tên cơ quan, số văn bản",
        Field::HelperName | Field::AssignmentName | Field::MemberName => "Chỉ ghi họ tên",
        Field::MemberOfficial => "Chỉ cần khi không rõ ngày công nhận",
        Field::TotalCount => "Chỉ ghi số đã hoàn thành, không ghi người đang làm hồ sơ",
        Field::HeadcountProbation => "Để trống nếu không rõ",
        Field::MemberArrival => "Để trống là chuyển từ nơi khác đến",
        Field::SurveyOrganization | Field::KeyPeopleOrganization | Field::ReasonOrganization => {
            "Chỉ ghi số người, không ghi tên ai"
        }
        Field::KeyPeoplePlace => "Để trống là của cả tổ chức, gồm mọi thôn, bản trực thuộc",
        Field::ReasonPlace => "Để trống là của cả tổ chức",
        Field::ReasonOwn => "Chọn “Lý do khác” rồi ghi ở đây. Những nơi ghi giống nhau được đếm chung",
        Field::ClassCertificates | Field::ClassFrom => "Ghi được cho cả lớp bằng một nút ở dưới",
        Field::PointsOrganization | Field::DurationsOrganization => "Dùng cho cả các tổ chức trực thuộc",
        Field::PointsWithoutAny => "Chỉ trừ nếu cả kỳ không kết nạp được ai",
        Field::HeadcountMembers => "Cả chính thức và dự bị",
        _ => return None,
    })
}

/// Placeholder of an empty text box: the order of day, month and year.
pub fn placeholder(field: Field) -> Option<&'static str> {
    match field.spec().kind {
        Kind::Day { .. } => Some("ngày/tháng/năm"),
        Kind::Month => Some("tháng/năm"),
        Kind::Choice(list) if lists::is_long(list.entries()) => Some("Gõ vài chữ, không cần dấu"),
        _ => None,
    }
}

/// Display form of a stored text in its text box: days and names formatted, all else unchanged.
pub fn in_box(field: Field, stored: &str) -> String {
    match (field.spec().kind, entry::parse(field.spec().kind, stored)) {
        (_, Ok(Value::Day(day))) => numbers::day(day),
        (_, Ok(Value::Month(month))) => numbers::month(month),
        (_, Ok(Value::When(when))) => numbers::when(when),
        (Kind::Choice(_), Ok(Value::Choice(choice))) => choice.name.to_owned(),
        (Kind::Phone, Ok(Value::Text(figures))) => numbers::phone(&figures),
        _ => stored.to_owned(),
    }
}

/// How the input was parsed, if that differs from what was typed.
pub fn understood(value: &Value, typed: &str) -> Option<String> {
    match value {
        Value::Bound(bound) => {
            Some(numbers::bound(*bound)).filter(|read| read != typed).map(|read| format!("Hiểu là: {read}"))
        }
        Value::Text(digits) if digits.len() == 12 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            let code = digits.get(..3).and_then(|code| number(code, 10)).and_then(|code| u16::try_from(code).ok());
            code.and_then(OldProvince::of_code)
                .map(|province| format!("Ba số đầu là nơi đăng ký khai sinh: {}", province.0.name))
        }
        _ => None,
    }
}
