//! The procedure, tasks, and the inspection.

use super::{findings, numbers};
use crate::domain::admission::procedure::{Stand, Step, StepProgress};
use crate::domain::admission::sheet::Sheet;
use crate::domain::admission::todo::{Task, Urgency, What};
use crate::domain::regulation::{Form, Mark};
use crate::domain::value::day::Day;
use crate::exchange::calendar::Appointment;

/// Name of the page of steps.
pub const PROCEDURE: &str = "Quy trình";
/// Heading of the ten steps.
pub const TO_ADMISSION: &str = "Đến lễ kết nạp";
/// Heading of the steps of probation.
pub const TO_RECOGNITION: &str = "Dự bị và công nhận chính thức";
/// No tasks.
pub const NOTHING_TODO: &str = "Không có việc nào quá hạn hay sắp đến hạn.";
/// Link to all tasks.
pub const ALL_TODO: &str = "Xem tất cả việc cần làm";
/// No candidates.
pub const NOBODY: &str = "Chưa theo dõi ai.";
/// The person is no longer followed.
pub const ENDED: &str = "Đã dừng theo dõi";
/// Label of the deciding body.
pub const DECIDES: &str = "Cấp quyết định";
/// No deciding body was set.
pub const NOT_SET: &str = "Chưa chọn. Tạm tính theo ngày; hãy hỏi lại cấp trên.";
/// The deciding body does not exist on that day.
pub const BODY_GONE: &str = "không còn hoặc chưa có vào ngày này: cần chọn lại";
/// Link to set it.
pub const SET_AUTHORITY: &str = "Chọn cấp quyết định";
/// Heading of the deciding bodies on an organization's page.
pub const AUTHORITIES: &str = "Cấp quyết định kết nạp";
/// Heading of the printable sheets.
pub const SHEETS: &str = "In giấy tờ";
/// Heading of the helpers.
pub const HELPERS: &str = "Người giúp đỡ";
/// Name of the inspection.
pub const INSPECTION: &str = "Kiểm tra hồ sơ";
/// Explanation of the inspection.
pub const INSPECTION_ABOUT: &str =
    "Mọi chỗ cần xem trong tất cả hồ sơ đang theo dõi. In ra làm phiếu kiểm tra: đánh dấu từng ô khi đã xem.";
/// Heading: grouped by cell.
pub const BY_CELL: &str = "Theo chi bộ";
/// Heading: grouped by rule.
pub const BY_RULE: &str = "Theo nội dung";
/// No findings.
pub const ALL_WELL: &str = "Không có chỗ nào cần xem.";
/// Button that prints.
pub const PRINT: &str = "In phiếu";
/// Link to the form of a step.
pub const FILL_IN: &str = "Ghi bước này";
/// Button that adds a note to a returned dossier.
pub const RETURN: &str = "Ghi hồ sơ bị trả lại";
/// A note on a field.
pub const NOTE: &str = "Bị trả lại";
/// Button that resolves a note.
pub const MENDED: &str = "Đã sửa xong";
/// A letter whose answer is overdue.
pub const OVERDUE: &str = "quá hạn";
/// An answered letter.
pub const ANSWERED: &str = "đã trả lời";
/// A resolved note.
pub const NOTE_MENDED: &str = "đã sửa";
/// A step without a day before one with a day.
pub const GAP: &str = "chưa ghi";
/// A candidate without a cell.
pub const NO_CELL: &str = "Chưa rõ chi bộ";

/// Name of a step.
pub const fn step(step: Step) -> &'static str {
    match step {
        Step::Source => "Giới thiệu nguồn",
        Step::Class => "Học lớp bồi dưỡng nhận thức về Đảng",
        Step::Application => "Viết đơn xin vào Đảng",
        Step::Resume => "Khai lý lịch",
        Step::Verification => "Thẩm tra lý lịch",
        Step::Opinions => "Lấy ý kiến đoàn thể, nơi cư trú; đảng viên giới thiệu",
        Step::Meeting => "Chi bộ họp xét, ra nghị quyết",
        Step::SentUp => "Gửi hồ sơ lên cấp trên",
        Step::Branch => "Đảng ủy bộ phận thẩm định (nếu có)",
        Step::Base => "Đảng ủy cơ sở ra nghị quyết (nếu có)",
        Step::Decision => "Có quyết định kết nạp",
        Step::Ceremony => "Tổ chức lễ kết nạp",
        Step::MemberFile => "Khai lý lịch đảng viên",
        Step::NewMemberClass => "Học lớp bồi dưỡng đảng viên mới",
        Step::SelfReview => "Đảng viên dự bị tự kiểm điểm",
        Step::HelperRemark => "Đảng viên giúp đỡ nhận xét",
        Step::ProbationOpinions => "Lấy ý kiến đoàn thể, nơi cư trú",
        Step::RecognitionMeeting => "Chi bộ họp xét công nhận",
        Step::RecognitionBranch => "Đảng ủy bộ phận thẩm định (nếu có)",
        Step::RecognitionBase => "Đảng ủy cơ sở ra nghị quyết (nếu có)",
        Step::Recognition => "Có quyết định công nhận chính thức",
    }
}

/// Name of a step with its number among the ten.
pub fn title(of: Step) -> String {
    match of.number() {
        0 => step(of).to_owned(),
        number => format!("{number}. {}", step(of)),
    }
}

/// Status of a step.
pub fn progress(progress: StepProgress) -> String {
    match progress {
        StepProgress::Done(Some(day)) => format!("xong {}", numbers::day(day)),
        StepProgress::Done(None) => "xong".to_owned(),
        StepProgress::Next => "việc tiếp theo".to_owned(),
        StepProgress::Later => "chưa đến bước này".to_owned(),
        StepProgress::LeftOut => "bỏ qua".to_owned(),
        StepProgress::Gap => GAP.to_owned(),
    }
}

/// Earliest and latest day of a step: `sớm nhất 19/03/2026 · chậm nhất 05/05/2026`.
pub fn between(stand: &Stand) -> Option<String> {
    let mut parts: Vec<String> =
        stand.earliest.map(|day| format!("sớm nhất {}", numbers::day(day))).into_iter().collect();
    parts.extend(stand.latest.map(|limit| format!("chậm nhất {}", findings::limit(limit))));
    (!parts.is_empty()).then(|| crate::domain::value::letters::joined(&parts, " · "))
}

/// A form by title, then number: sources disagree on the numbers.
pub fn form(form: &Form) -> String {
    if form.code.is_empty() || form.mark == Mark::Unverified {
        form.title.clone()
    } else {
        format!("{} ({})", form.title, form.code)
    }
}

/// Missing fields of a step.
pub fn lacks(labels: &[String]) -> String {
    format!("Còn thiếu: {}", crate::domain::value::letters::joined(labels, "; "))
}

/// A task in a line.
pub fn task(task: &Task) -> String {
    match &task.what {
        What::Step(of) => step(*of).to_owned(),
        What::Returned(number) => format!("Sửa {number} mục của hồ sơ bị trả lại"),
        What::Inquiry(Some(place)) => format!("Nhắc trả lời thẩm tra: {place}"),
        What::Inquiry(None) => "Nhắc trả lời thẩm tra".to_owned(),
        What::Votes => "Ghi kết quả biểu quyết của chi bộ".to_owned(),
        What::Declined => "Chưa đủ phiếu: họp lại hoặc dừng theo dõi".to_owned(),
        What::AskAfter => "Liên lạc với người đi làm ăn xa".to_owned(),
        What::SendOn => "Chuyển hồ sơ đến nơi mới".to_owned(),
        What::Certificate if task.urgency == Urgency::Late => {
            "Giấy chứng nhận hết giá trị: học lại lớp bồi dưỡng nhận thức".to_owned()
        }
        What::Certificate => "Giấy chứng nhận sắp hết giá trị: họp xét trước ngày ấy".to_owned(),
        What::ProbationEnds => "Hết dự bị: chuẩn bị giấy tờ xét công nhận".to_owned(),
        What::Deletion => "Đến hạn xóa khỏi máy".to_owned(),
    }
}

/// Saves all due days to a calendar.
pub const TO_CALENDAR: &str = "Đưa các hạn vào lịch của máy";
/// What such a file tells, and what it does not.
pub const CALENDAR_ABOUT: &str = "Tệp .ics mở bằng ứng dụng lịch; nhắc trước 7 ngày và 1 ngày. Trong lịch chỉ ghi chữ đầu của tên, vì lịch thường được đồng bộ ra ngoài. Đưa vào lần nữa thì ngày cũ được thay.";
/// Name of the file, before the day.
const CALENDAR_FILE: &str = "ket-nap-lich";

/// A task with a last day as an appointment. A calendar is often copied to other machines: of the name only the first letters
/// stand in it.
pub fn appointment(task: &Task, name: &str) -> Option<Appointment> {
    let last = task.due?.last;
    let letters: Vec<String> =
        name.split_whitespace().filter_map(|word| Some(word.chars().next()?.to_string())).collect();
    let (_, field) = task.place;
    Some(Appointment {
        id: format!("{}-{}", task.candidate.name(), field.spec().key),
        day: last,
        title: format!("{} ({})", self::task(task), letters.join(".")),
        about: "Hạn cuối. Mở Kết Nạp, trang Việc cần làm.".to_owned(),
    })
}

/// The name of a calendar file.
pub fn calendar_file(day: Day) -> String {
    format!("{CALENDAR_FILE}-{}.ics", day.iso())
}

/// When a task is due, as of `today`.
pub fn due(task: &Task, today: Day) -> Option<String> {
    if matches!(task.what, What::Returned(_)) {
        return None;
    }
    let Some(due) = task.due else {
        return task.earliest.map(|day| format!("sớm nhất {}", numbers::day(day)));
    };
    let days = today.days_until(due.last);
    let far = match days {
        0 => "hôm nay".to_owned(),
        1 => "ngày mai".to_owned(),
        days if days < 0 => format!("quá {} ngày", numbers::count(days.unsigned_abs())),
        days => format!("còn {} ngày", numbers::count(days.unsigned_abs())),
    };
    Some(format!("{} · {far}", findings::limit(due)))
}

/// Heading of an urgency.
pub const fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Late => "Quá hạn",
        Urgency::Soon => "Sắp đến hạn",
        Urgency::Open => "Bước tiếp theo của từng người",
    }
}

/// Number of tasks of an urgency.
pub fn counted(of: Urgency, number: usize) -> String {
    format!("{} ({})", urgency(of), numbers::count(number as u64))
}

/// Number of overdue and soon due tasks, on the start page.
pub fn summary(late: usize, soon: usize) -> String {
    let count = |number: usize| numbers::count(number as u64);
    match (late, soon) {
        (0, soon) => format!("{} việc sắp đến hạn", count(soon)),
        (late, 0) => format!("{} việc quá hạn", count(late)),
        (late, soon) => format!("{} việc quá hạn, {} việc sắp đến hạn", count(late), count(soon)),
    }
}

/// Number of candidates that a member helps.
pub fn helps(number: usize) -> String {
    format!("đang giúp {number} người")
}

/// A note on a field: what to correct, by whom it was returned, when.
pub fn note(text: Option<&str>, by: Option<&str>, day: Option<Day>) -> String {
    let mut words = format!("{NOTE}: {}", text.unwrap_or("xem lại mục này"));
    let mut from: Vec<String> = by.map(str::to_owned).into_iter().collect();
    from.extend(day.map(numbers::day));
    if !from.is_empty() {
        words.push_str(&format!(" ({})", crate::domain::value::letters::joined(&from, ", ")));
    }
    words
}

/// Number of findings of a rule.
pub fn times(title: &str, number: usize) -> String {
    format!("{title} ({})", numbers::count(number as u64))
}

/// Name of a sheet.
pub const fn sheet(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Application => "Đơn xin vào Đảng",
        Sheet::Resume => "Lý lịch của người xin vào Đảng",
        Sheet::Introduction => "Giấy giới thiệu người vào Đảng",
        Sheet::Opinions => "Tổng hợp ý kiến nhận xét",
        Sheet::Resolution => "Nghị quyết đề nghị kết nạp đảng viên",
        Sheet::BaseResolution => "Nghị quyết của đảng ủy cơ sở",
        Sheet::Decision => "Quyết định kết nạp đảng viên",
        Sheet::Checklist => "Danh mục hồ sơ",
        Sheet::SelfReview => "Bản tự kiểm điểm của đảng viên dự bị",
        Sheet::HelperRemark => "Bản nhận xét của đảng viên được phân công giúp đỡ",
        Sheet::ProbationOpinions => "Tổng hợp ý kiến về đảng viên dự bị",
        Sheet::RecognitionResolution => "Nghị quyết đề nghị công nhận đảng viên chính thức",
        Sheet::RecognitionBase => "Nghị quyết của đảng ủy cơ sở về công nhận",
        Sheet::RecognitionDecision => "Quyết định công nhận đảng viên chính thức",
        Sheet::AllOfAdmission => "In cả bộ hồ sơ kết nạp",
        Sheet::AllOfRecognition => "In cả bộ hồ sơ công nhận",
    }
}
