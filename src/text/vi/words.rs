//! Single words, labels and short standing sentences.

use crate::domain::calculator::indicator::{CountedKind, Waiting};
use crate::domain::ledger::candidate::Stage;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::id::RecordKind;
use crate::domain::schema::section::{Chapter, Section};
use crate::store::preferences::{Letters, Theme};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $text:literal;)+) => {$($(#[$doc])* pub const $name: &str = $text;)+};
}

words! {
    /// Name of the program.
    PROGRAM "Kết Nạp";
    /// What the program is, in one line.
    ABOUT "Sổ theo dõi phát triển đảng viên, dùng được khi không có mạng";
    /// Link over everything, for keyboards and screen readers.
    SKIP "Đến nội dung chính";
    /// Label of the navigation.
    NAVIGATION "Các trang";
    /// Start page.
    HOME "Trang đầu";
    /// Candidates.
    CANDIDATES "Quần chúng";
    /// Targets and progress.
    PROGRESS "Chỉ tiêu";
    /// Organizations.
    ORGANIZATIONS "Tổ chức";
    /// Preferences.
    SETTINGS "Cài đặt";
    /// Every widget.
    KITCHEN "Bảng mẫu giao diện";
    /// Way back.
    BACK "Quay lại";
    /// Close, take away.
    CLOSE "Đóng";
    /// Yes to deleting.
    DELETE "Xóa";
    /// No.
    CANCEL "Không, giữ lại";
    /// Take a deletion back.
    UNDO "Hoàn tác";
    /// An organization, candidate or village without a name.
    NAMELESS "(chưa đặt tên)";
    /// A choice that was not made.
    NOT_CHOSEN "— Chưa chọn —";
    /// A choice whose record is not there any more.
    GONE_CHOICE "(không còn trong sổ)";
    /// A field that the record is incomplete without.
    NEEDED "cần điền";
    /// Nothing to type after: everything is kept by itself.
    AUTOSAVE "Mọi thứ tự ghi vào máy ngay khi nhập, không cần bấm lưu.";
    /// A page that does not exist.
    UNKNOWN_PAGE "Không có trang này";
    /// A record that is not there.
    GONE "Mục này không còn hoặc chưa có trên máy này.";

    /// The later part of the program is on its way.
    LATER_COMES "Đang tải phần này…";
    /// It was asked for before it was there.
    LATER_EARLY "Phần còn lại của chương trình đang được tải, tải xong mới làm được việc này.";
    /// It did not arrive.
    LATER_FAILED "Chưa tải được phần còn lại của chương trình";
    /// What to do then.
    LATER_FAILED_ABOUT "Kiểm tra mạng rồi bấm Thử lại. Những gì đã nhập vẫn còn trong máy.";
    /// Try to get it again.
    FETCH_AGAIN "Thử lại";

    /// Welcome.
    WELCOME "Bắt đầu";
    /// Question of the first start.
    WHO "Anh/chị làm việc ở đâu?";
    /// A cell.
    ROLE_CELL "Chi bộ";
    /// What that gives.
    ROLE_CELL_ABOUT "Ghi quần chúng ưu tú và theo dõi chỉ tiêu của chi bộ mình";
    /// A committee.
    ROLE_COMMITTEE "Đảng ủy";
    /// What that gives.
    ROLE_COMMITTEE_ABOUT "Giao chỉ tiêu và tổng hợp tiến độ của các chi bộ";
    /// Samples.
    SAMPLES "Dữ liệu mẫu";
    /// What samples are.
    SAMPLES_ABOUT "Số liệu của năm báo cáo đã công bố, người trong đó là hư cấu. Mở để xem thử, xóa lúc nào cũng được.";
    /// Delete the samples.
    REMOVE_SAMPLES "Xóa dữ liệu mẫu";
    /// Samples are in the book.
    SAMPLES_HERE "Trong sổ đang có dữ liệu mẫu.";
    /// Where data stays.
    STAYS_HERE "Dữ liệu chỉ nằm trong máy này, không gửi đi đâu.";

    /// Add a candidate.
    ADD_CANDIDATE "Thêm quần chúng";
    /// Add a target.
    ADD_TARGET "Thêm chỉ tiêu";
    /// Add a result.
    ADD_TOTAL "Nhập kết quả";
    /// Add an organization.
    ADD_ORGANIZATION "Thêm tổ chức";
    /// Add a village.
    ADD_VILLAGE "Thêm thôn, bản";
    /// Add a member count.
    ADD_HEADCOUNT "Nhập số đảng viên";

    /// What is to be done.
    TODO "Việc cần làm";
    /// An organization at a glance.
    OVERVIEW "Tổng hợp";
    /// Too many organizations to show all.
    MANY_BELOW "Các tổ chức trực thuộc xem ở “Tổng hợp”, mỗi nơi một dòng.";
    /// Figures of a report, checked.
    RECONCILE "Đối chiếu số liệu";
    /// Heading of a column of names.
    NAME "Họ và tên";
    /// Search box.
    SEARCH "Tìm theo tên hoặc chi bộ";
    /// Help of the search box.
    SEARCH_HELP "Gõ không dấu cũng tìm được";
    /// No candidates yet.
    NO_CANDIDATES "Chưa có quần chúng nào trong sổ.";
    /// Search without result.
    NOTHING_FOUND "Không tìm thấy ai khớp.";
    /// No targets yet.
    NO_TARGETS "Chưa có chỉ tiêu nào.";
    /// No organizations yet.
    NO_ORGANIZATIONS "Chưa có tổ chức nào.";

    /// The day asked about.
    AS_OF "Tính đến ngày";
    /// Help of that.
    AS_OF_HELP "Để trống là hôm nay";
    /// Back to today.
    TO_TODAY "Về hôm nay";
    /// Records without an organization.
    ASTRAY "Chưa rõ của tổ chức nào";
    /// A target that lacks something.
    INCOMPLETE "Chưa nhập đủ: mở ra để điền tiếp";
    /// Open the record.
    OPEN "Mở";
    /// People behind a figure.
    COUNTED_ONES "Đã tính vào kết quả";

    /// Member counts.
    HEADCOUNTS "Số đảng viên qua các thời điểm";
    /// Villages.
    VILLAGES "Thôn, bản";
    /// Organizations below.
    BELOW "Tổ chức trực thuộc";
    /// Work for this organization.
    MAKE_HOME "Chọn làm tổ chức của tôi";
    /// This is the person's organization.
    IS_HOME "Tổ chức của tôi";
    /// No cell covers the village.
    NO_CELL "Chưa có chi bộ phụ trách";

    /// Colours.
    THEME "Màu sắc";
    /// Size of letters.
    LETTERS "Cỡ chữ";
    /// Looking ahead.
    FORECAST "Xét cả nguồn đang có";
    /// What looking ahead does.
    FORECAST_ABOUT "Khi bật, chỉ tiêu được báo “Không đủ nguồn” nếu cộng cả những người trong sổ còn kịp trong kỳ vẫn chưa đủ.";
    /// Off.
    OFF "Tắt";
    /// On.
    ON "Bật";
    /// Install.
    INSTALL "Cài lên màn hình chính";
    /// What installing gives.
    INSTALL_ABOUT "Mở nhanh như một ứng dụng, không cần mạng.";
    /// The program itself.
    THE_PROGRAM "Về chương trình";
    /// Version.
    VERSION "Phiên bản";
    /// Add the first candidate.
    FIRST_STEPS "Việc nên làm trước";
    /// Name the organization.
    STEP_NAME "Đặt tên cho tổ chức";
    /// Enter the target.
    STEP_TARGET "Nhập chỉ tiêu được giao";
    /// Enter the first candidate.
    STEP_CANDIDATE "Ghi quần chúng đầu tiên";
    /// Targets that run on the day asked about.
    CURRENT_TARGETS "Chỉ tiêu đang thực hiện";
    /// Figure: people followed.
    FOLLOWED "đang theo dõi";
    /// Figure: applied.
    APPLIED "đã làm đơn, chưa kết nạp";
    /// Figure: on probation.
    ON_PROBATION "đảng viên dự bị";
    /// All targets.
    ALL_TARGETS "Xem tất cả chỉ tiêu";
    /// What is wrong with a record, over its form.
    TO_MEND "Cần xem lại";
    /// Fields that are asked for and empty.
    MISSING "Còn thiếu:";
    /// Periods to take with one tap.
    PERIODS "Chọn nhanh thời gian:";
    /// Parts of a total.
    SHARES "Tỉ lệ từng phần";
}

/// How many findings block a record.
pub fn to_mend(number: usize) -> String {
    format!("{number} chỗ sai")
}

/// A kind of record, as a page's heading has it.
pub const fn record(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Organization => "Tổ chức",
        RecordKind::Village => "Thôn, bản",
        RecordKind::Headcount => "Số đảng viên",
        RecordKind::Target => "Chỉ tiêu",
        RecordKind::Total => "Kết quả",
        RecordKind::Durations => "Thời gian các bước",
        RecordKind::Survey => "Khảo sát nguồn",
        RecordKind::Points => "Điểm thi đua",
        RecordKind::Authority => "Cấp quyết định",
        RecordKind::Assignment => "Phân công",
        RecordKind::Member => "Đảng viên",
        RecordKind::Candidate => "Quần chúng",
        RecordKind::Paper => "Trên giấy",
        RecordKind::Relative => "Người thân",
        RecordKind::Job => "Công tác",
        RecordKind::Study => "Đào tạo",
        RecordKind::Trip => "Đi nước ngoài",
        RecordKind::Award => "Khen thưởng",
        RecordKind::Discipline => "Kỷ luật",
        RecordKind::Inquiry => "Công văn thẩm tra",
        RecordKind::Helper => "Người giúp đỡ",
        RecordKind::Note => "Mục phải sửa",
    }
}

/// What the button says that adds a record to a part of a dossier.
pub const fn add(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Relative => "Thêm người thân",
        RecordKind::Job => "Thêm thời gian công tác",
        RecordKind::Study => "Thêm lớp, khóa học",
        RecordKind::Trip => "Thêm chuyến đi",
        RecordKind::Award => "Thêm khen thưởng",
        RecordKind::Discipline => "Thêm kỷ luật",
        RecordKind::Inquiry => "Thêm công văn thẩm tra",
        RecordKind::Helper => "Thêm người giúp đỡ",
        RecordKind::Note => "Ghi mục phải sửa",
        _ => "Thêm",
    }
}

/// Heading of a part of a form; `None` where there is only one part.
pub const fn section(section: Section) -> Option<&'static str> {
    Some(match section {
        Section::Main => return None,
        Section::Identity => "Bản thân",
        Section::Details => "Tên gọi, quê quán, nơi ở",
        Section::Learning => "Học vấn và Đoàn",
        Section::Skills => "Trình độ",
        Section::Readmission => "Đã từng vào Đảng",
        Section::Life => "Lịch sử bản thân",
        Section::Jobs => "Quá trình công tác",
        Section::Times => "Đặc điểm lịch sử",
        Section::Studies => "Đào tạo, bồi dưỡng",
        Section::Trips => "Đi nước ngoài",
        Section::Awards => "Khen thưởng",
        Section::Disciplines => "Kỷ luật",
        Section::Family => "Hoàn cảnh gia đình",
        Section::Pledge => "Tự nhận xét, cam đoan",
        Section::Preparation => "Bồi dưỡng, đơn và lý lịch",
        Section::Helpers => "Người giúp đỡ",
        Section::Introducers => "Người giới thiệu",
        Section::Verification => "Thẩm tra và ý kiến",
        Section::Meeting => "Chi bộ họp xét",
        Section::Admission => "Quyết định và kết nạp",
        Section::Probation => "Thời gian dự bị",
        Section::Recognition => "Công nhận chính thức",
        Section::Returns => "Hồ sơ bị trả lại",
        Section::Ending => "Dừng theo dõi",
        Section::Keeping => "Giữ hồ sơ",
        Section::ByQualification => "Trong đó, theo trình độ chuyên môn",
        Section::ByCellKind => "Trong đó, theo loại chi bộ",
        Section::Usual => "Thường mất bao nhiêu ngày",
        Section::Least => "Nhanh nhất mất bao nhiêu ngày",
        Section::Known => "Có bao nhiêu người",
    })
}

/// Heading over several parts of a dossier.
pub const fn chapter(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Resume => "Lý lịch (mẫu 2-KNĐ)",
        Chapter::Steps => "Các bước",
        Chapter::Keeping => "Giữ hồ sơ",
    }
}

/// Colours of the page.
pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "Theo máy",
        Theme::Light => "Sáng",
        Theme::Dark => "Tối",
        Theme::Contrast => "Tương phản cao",
    }
}

/// Size of letters.
pub const fn letters(letters: Letters) -> &'static str {
    match letters {
        Letters::Normal => "Vừa",
        Letters::Large => "Lớn",
        Letters::Largest => "Rất lớn",
    }
}

/// How far a candidate has come.
pub const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Followed => "Đang theo dõi",
        Stage::Introduced => "Đã giới thiệu nguồn",
        Stage::InClass => "Đã cử đi học",
        Stage::Certified => "Có giấy chứng nhận",
        Stage::Applied => "Đã làm đơn",
        Stage::Considered => "Chi bộ đã họp xét",
        Stage::Decided => "Có quyết định",
        Stage::Admitted => "Đảng viên dự bị",
        Stage::Recognised => "Đảng viên chính thức",
    }
}

/// What one unit of an indicator is called after a number.
pub const fn unit(indicator: Indicator) -> &'static str {
    match CountedKind::of(indicator) {
        CountedKind::Villages => "thôn, bản",
        CountedKind::Organizations => "chi bộ",
        CountedKind::Candidates(_) => "người",
    }
}

/// Those who are told beside a number as not counted yet.
pub const fn waiting(indicator: Indicator) -> &'static str {
    match CountedKind::of(indicator) {
        CountedKind::Candidates(Waiting::Admitted) => "người đang dự bị",
        CountedKind::Candidates(Waiting::Applied) => "người đã làm đơn",
        CountedKind::Candidates(Waiting::Nobody) | CountedKind::Villages | CountedKind::Organizations => "",
    }
}
