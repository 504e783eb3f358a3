//! Labels and short texts.

use super::numbers;
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
    /// The program in one line.
    ABOUT "Sổ theo dõi phát triển đảng viên, dùng được khi không có mạng";
    /// Skip link for keyboards and screen readers.
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
    /// The widget gallery.
    KITCHEN "Bảng mẫu giao diện";
    /// Link back.
    BACK "Quay lại";
    /// Button that closes.
    CLOSE "Đóng";
    /// Opens what else can be done on a page.
    MORE_WAYS "Việc khác";
    /// Button that deletes.
    DELETE "Xóa";
    /// Button that cancels.
    CANCEL "Không, giữ lại";
    /// Button that undoes.
    UNDO "Hoàn tác";
    /// A record without a name.
    NAMELESS "(chưa đặt tên)";
    /// No entry selected.
    NOT_CHOSEN "— Chưa chọn —";
    /// Button that takes a choice back.
    CLEAR "Bỏ chọn";
    /// The selected record does not exist.
    GONE_CHOICE "(không còn trong sổ)";
    /// A required field.
    NEEDED "cần điền";
    /// Everything is saved automatically.
    AUTOSAVE "Mọi thứ tự ghi vào máy ngay khi nhập, không cần bấm lưu.";
    /// The page does not exist.
    UNKNOWN_PAGE "Không có trang này";
    /// The record does not exist.
    GONE "Mục này không còn hoặc chưa có trên máy này.";

    /// A later chunk is loading.
    DEFERRED_COMES "Đang tải phần này…";
    /// Button that gives up what waits for it.
    GIVE_UP "Thôi, không chờ";
    /// An action waits for a later chunk.
    DEFERRED_EARLY "Đang tải phần còn lại, tải xong mới làm được việc này.";
    /// Loading a later chunk failed.
    DEFERRED_FAILED "Chưa tải được phần còn lại của chương trình";
    /// What to do about it.
    DEFERRED_FAILED_ABOUT "Kiểm tra mạng rồi bấm Thử lại. Những gì đã nhập vẫn còn.";
    /// Button that retries.
    FETCH_AGAIN "Thử lại";

    /// Heading of the first start.
    WELCOME "Bắt đầu";
    /// Question of the first start.
    WHO "Làm việc ở chi bộ hay đảng ủy?";
    /// Role: cell.
    ROLE_CELL "Chi bộ";
    /// What that role does.
    ROLE_CELL_ABOUT "Ghi quần chúng ưu tú và theo dõi chỉ tiêu của chi bộ mình";
    /// Role: committee.
    ROLE_COMMITTEE "Đảng ủy";
    /// What that role does.
    ROLE_COMMITTEE_ABOUT "Giao chỉ tiêu và tổng hợp tiến độ của các chi bộ";
    /// Heading of the samples.
    SAMPLES "Dữ liệu mẫu";
    /// Explanation of the samples.
    SAMPLES_ABOUT "Số liệu lấy từ 5 báo cáo đã công bố và một lần hợp nhất giả định; người trong đó không có thật. Xem thử, xóa lúc nào cũng được.";
    /// Button that deletes the samples.
    REMOVE_SAMPLES "Xóa dữ liệu mẫu";
    /// The book contains samples.
    SAMPLES_HERE "Trong sổ đang có dữ liệu mẫu.";
    /// Data stay on the device.
    STAYS_HERE "Dữ liệu chỉ nằm trong máy này, không gửi đi đâu.";

    /// Button that adds a candidate.
    ADD_CANDIDATE "Thêm quần chúng";
    /// Button that adds a target.
    ADD_TARGET "Thêm chỉ tiêu";
    /// Button that adds a total.
    ADD_TOTAL "Nhập kết quả";
    /// Button that adds an organization.
    ADD_ORGANIZATION "Thêm tổ chức";
    /// Button that adds a village.
    ADD_VILLAGE "Thêm thôn, bản";
    /// Button that adds a member count.
    ADD_HEADCOUNT "Nhập số đảng viên";

    /// Name of the page of tasks.
    TODO "Việc cần làm";
    /// Name of the overview.
    OVERVIEW "Tổng hợp";
    /// Too many organizations to show all.
    MANY_BELOW "Các tổ chức trực thuộc xem ở “Tổng hợp”, mỗi nơi một dòng.";
    /// Name of the page of reconciliation.
    RECONCILE "Đối chiếu số liệu";
    /// Column heading of names.
    NAME "Họ và tên";
    /// Label of the search.
    SEARCH "Tìm quần chúng";
    /// Help of the search.
    SEARCH_HELP "Tên, chi bộ, năm sinh, dân tộc, bản, số điện thoại. Gõ không dấu cũng được";
    /// No candidates.
    NO_CANDIDATES "Chưa có quần chúng nào trong sổ.";
    /// No search results.
    NOTHING_FOUND "Không tìm thấy ai khớp.";
    /// No targets.
    NO_TARGETS "Chưa có chỉ tiêu nào.";
    /// No organizations.
    NO_ORGANIZATIONS "Chưa có tổ chức nào.";

    /// Opens the box for the as-of day.
    OTHER_DAY "Xem số liệu đến ngày khác";
    /// Label of the as-of day.
    AS_OF "Tính đến ngày";
    /// Help of the as-of day.
    AS_OF_HELP "Để trống là hôm nay";
    /// Button that goes back to today.
    TO_TODAY "Về hôm nay";
    /// Heading of records without an organization.
    ASTRAY "Chưa rõ của tổ chức nào";
    /// An incomplete target.
    INCOMPLETE "Chưa nhập đủ: mở ra để điền tiếp";
    /// Button that opens a record.
    OPEN "Mở";
    /// Heading of the people behind a figure.
    COUNTED_ONES "Đã tính vào kết quả";

    /// Heading of the member counts.
    HEADCOUNTS "Số đảng viên qua các thời điểm";
    /// Heading of the villages.
    VILLAGES "Thôn, bản";
    /// Heading of the organizations below.
    BELOW "Tổ chức trực thuộc";
    /// Button that sets the user's organization.
    MAKE_HOME "Chọn làm tổ chức của mình";
    /// Mark of the user's organization.
    IS_HOME "Tổ chức của mình";
    /// No cell covers the village.
    NO_CELL "Chưa có chi bộ phụ trách";

    /// Label of the colour theme.
    THEME "Màu sắc";
    /// Label of the font size.
    LETTERS "Cỡ chữ";
    /// Label of the forecast option.
    FORECAST "Xét cả nguồn đang có";
    /// Explanation of the forecast option.
    FORECAST_ABOUT "Khi bật, chỉ tiêu được báo “Không đủ nguồn” nếu cộng cả những người trong sổ còn kịp trong kỳ vẫn chưa đủ.";
    /// Heading of the keys.
    KEYS "Phím tắt";
    /// What they do.
    KEYS_ABOUT "Phím / đến ô tìm, phím n để thêm mới, mũi tên lên xuống để qua các dòng. Ô đang gõ thì chữ vẫn vào ô.";
    /// Button that turns them off.
    KEYS_OFF "Tắt phím / và n";
    /// Button that turns them on.
    KEYS_ON "Bật phím / và n";
    /// Off.
    OFF "Tắt";
    /// On.
    ON "Bật";
    /// Button that installs the page.
    INSTALL "Cài lên màn hình chính";
    /// Explanation of installing.
    INSTALL_ABOUT "Mở nhanh như một ứng dụng, không cần mạng.";
    /// Heading of the about section.
    THE_PROGRAM "Về chương trình";
    /// Version.
    VERSION "Phiên bản";
    /// Heading of the setup steps.
    FIRST_STEPS "Việc nên làm trước";
    /// Setup step: name the organization.
    STEP_NAME "Đặt tên cho tổ chức";
    /// Setup step: enter the target.
    STEP_TARGET "Nhập chỉ tiêu được giao";
    /// Setup step: enter the first candidate.
    STEP_CANDIDATE "Ghi quần chúng đầu tiên";
    /// Step: save a file.
    STEP_FILE "Sao lưu ra một tệp";
    /// Why.
    STEP_FILE_ABOUT "Để còn sổ khi mất máy";
    /// A step that is done.
    STEP_DONE "Xong";
    /// What else the step of the target may be.
    STEP_TARGET_ABOUT "Hoặc mở tệp cấp trên gửi, ở “Việc khác”";
    /// Heading of the targets on the as-of day.
    CURRENT_TARGETS "Chỉ tiêu đang thực hiện";
    /// Heading of the targets of the last period, where there is none for the day.
    ENDED_TARGETS "Chỉ tiêu kỳ vừa qua";
    /// Label of a figure: followed.
    FOLLOWED "đang theo dõi";
    /// Label of a figure: applied.
    APPLIED "đã làm đơn, chưa kết nạp";
    /// Label of a figure: probationary members.
    ON_PROBATION "đảng viên dự bị";
    /// Link to all targets.
    ALL_TARGETS "Xem tất cả chỉ tiêu";
    /// Heading of the findings over a form.
    TO_MEND "Cần xem lại";
    /// Label of the empty required fields.
    MISSING "Còn thiếu:";
    /// Label of the buttons for common periods.
    PERIODS "Chọn nhanh thời gian:";
    /// Heading of the parts of a total.
    SHARES "Tỉ lệ từng phần";
}

/// Number of blocking findings.
pub fn to_mend(number: usize) -> String {
    format!("{number} chỗ sai")
}

/// Button that shows more rows of a list.
pub fn more_rows(hidden: usize) -> String {
    format!("Xem thêm (còn {})", numbers::count(hidden as u64))
}

/// Name of a kind of record, in headings.
pub const fn record(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Organization => "Tổ chức",
        RecordKind::Event => "Thay đổi của tổ chức",
        RecordKind::Village => "Thôn, bản",
        RecordKind::Coverage => "Số liệu địa bàn",
        RecordKind::Headcount => "Số đảng viên",
        RecordKind::Target => "Chỉ tiêu",
        RecordKind::Total => "Kết quả",
        RecordKind::Durations => "Thời gian các bước",
        RecordKind::Survey => "Khảo sát nguồn",
        RecordKind::KeyPeople => "Cán bộ thôn, bản",
        RecordKind::AwarenessClass => "Lớp bồi dưỡng nhận thức",
        RecordKind::Reason => "Lý do chưa có nguồn",
        RecordKind::Points => "Điểm thi đua",
        RecordKind::Authority => "Cấp quyết định",
        RecordKind::Assignment => "Phân công",
        RecordKind::OfficeRules => "Quy định nhận từ tệp",
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
        RecordKind::Move => "Chuyển chi bộ",
    }
}

/// Label of the button that adds a record to a section of a dossier.
pub const fn add(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Relative => "Thêm người thân",
        RecordKind::Job => "Thêm thời gian công tác",
        RecordKind::Study => "Thêm lớp, khóa học",
        RecordKind::Trip => "Thêm chuyến đi",
        RecordKind::Award => "Thêm một lần khen thưởng",
        RecordKind::Discipline => "Thêm một lần kỷ luật",
        RecordKind::Inquiry => "Thêm công văn thẩm tra",
        RecordKind::Helper => "Thêm người giúp đỡ",
        RecordKind::Note => "Ghi mục phải sửa",
        RecordKind::Move => "Ghi một lần chuyển",
        _ => "Thêm",
    }
}

/// Heading of a section; `None` if it is the only one.
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
        Section::Moves => "Chuyển chi bộ, đi xa",
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

/// Heading of a chapter of a dossier.
pub const fn chapter(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Resume => "Lý lịch (mẫu 2-KNĐ)",
        Chapter::Steps => "Các bước",
        Chapter::Keeping => "Giữ hồ sơ",
    }
}

/// Name of a theme.
pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "Theo máy",
        Theme::Light => "Sáng",
        Theme::Dark => "Tối",
        Theme::Contrast => "Tương phản cao",
    }
}

/// Name of a font size.
pub const fn letters(letters: Letters) -> &'static str {
    match letters {
        Letters::Normal => "Vừa",
        Letters::Large => "Lớn",
        Letters::Largest => "Rất lớn",
    }
}

/// Name of a stage.
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

/// Unit of an indicator, after a number.
pub const fn unit(indicator: Indicator) -> &'static str {
    match CountedKind::of(indicator) {
        CountedKind::Villages | CountedKind::Level => "thôn, bản",
        CountedKind::Organizations => "chi bộ",
        CountedKind::Candidates(_) => "người",
    }
}

/// Description of pending people, beside a number.
pub const fn waiting(indicator: Indicator) -> &'static str {
    match CountedKind::of(indicator) {
        CountedKind::Candidates(Waiting::Admitted) => "người đang dự bị",
        CountedKind::Candidates(Waiting::Applied) => "người đã làm đơn",
        CountedKind::Candidates(Waiting::Nobody)
        | CountedKind::Villages
        | CountedKind::Organizations
        | CountedKind::Level => "",
    }
}
