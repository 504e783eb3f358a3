//! Words of the sheets between introduction and recognition: opinions, resolutions of committees, decisions, reviews. Those of the
//! others are in `sheets`.

use super::sheets::{BASE, EXCUSED, MEMBERS, OUTCOME, PERCENT, PRESENT, PROPOSES, RECEIVERS, VOTES_AGAINST, VOTES_FOR};
use crate::domain::admission::sheet::Sheet;

/// Signatory for the cell's committee.
pub const SIGNS_CELL_COMMITTEE: &str = "T/M CHI ỦY";
/// Signatory for the committee above the cell.
pub const SIGNS_COMMITTEE: &str = "T/M ĐẢNG ỦY";
/// Signatory for whichever body decides.
pub const ON_BEHALF: &str = "T/M ………………………………";
/// Signatory of a self-review.
pub const SIGNS_PROBATIONER: &str = "ĐẢNG VIÊN DỰ BỊ";
/// Signatory of a helper's remark.
pub const SIGNS_REMARK: &str = "NGƯỜI NHẬN XÉT";
/// Blank number of a committee's resolution.
pub const NUMBER_OF_COMMITTEE: &str = "Số ………-NQ/ĐU";
/// Blank number of a decision.
pub const NUMBER_OF_DECISION: &str = "Số ………-QĐ/ĐU";
/// Label of the applicant that opinions are about.
pub const APPLICANT: &str = "Người xin vào Đảng";
/// Label of the member on probation.
pub const PROBATIONER: &str = "Đảng viên dự bị";
/// Whose opinions are gathered: of the mass bodies, and of the place of residence.
pub const OPINIONS: [&str; 2] = ["Ý kiến của đoàn thể, tổ chức chính trị - xã hội", "Ý kiến của chi ủy nơi cư trú"];
/// Label of the day on which somebody was heard.
pub const HEARD: &str = "Lấy ý kiến ngày";
/// Label of strengths.
pub const STRENGTHS: &str = "Ưu điểm";
/// Label of weaknesses.
pub const WEAKNESSES: &str = "Khuyết điểm, hạn chế";
/// Label of how many agree.
pub const AGREE: &str = "Số người được hỏi, số tán thành";
/// Label of a committee's remarks.
pub const COMMITTEE_REMARKS: &str = "Nhận xét của cấp ủy";
/// Label of the day of the cell's resolution.
pub const RESOLVED_BY_CELL: &str = "Nghị quyết của chi bộ ngày";
/// Label of the day of the committee's resolution.
pub const RESOLVED_BY_COMMITTEE: &str = "Nghị quyết của đảng ủy cơ sở ngày";
/// Lines of a committee's vote.
pub const COMMITTEE_VOTE: &[&str] =
    &["Tổng số cấp ủy viên", "Số có mặt", VOTES_FOR, VOTES_AGAINST, OUTCOME, "Đảng ủy đề nghị", RECEIVERS];
/// Lines of the cell's vote on recognition.
pub const CELL_VOTE: &[&str] =
    &[MEMBERS, EXCUSED, BASE, PRESENT, VOTES_FOR, VOTES_AGAINST, PERCENT, OUTCOME, PROPOSES, RECEIVERS];
/// Label of the day of admission.
pub const ADMITTED: &str = "Được kết nạp vào Đảng ngày";
/// Label of what is to be done about weaknesses.
pub const AMENDS: &str = "Hướng khắc phục, đề nghị với chi bộ";
/// Label of the person helped.
pub const HELPED: &str = "Được phân công giúp đỡ đảng viên dự bị";
/// Label of the day since when.
pub const HELPED_SINCE: &str = "Giúp đỡ từ ngày";
/// Label of the helper's proposal.
pub const PROPOSAL: &str = "Đề nghị với chi bộ";
/// Label of the basis of a decision.
pub const BASIS: &str = "Căn cứ";
/// Label of who decides.
pub const WHO_DECIDES: &str = "Nơi quyết định";
/// Label of the person that a decision is about.
pub const COMRADE: &str = "Họ và tên";
/// Label of the day of recognition.
pub const OFFICIAL_FROM: &str = "Là đảng viên chính thức từ ngày";
/// Label of who carries a decision out.
pub const WHO_CARRIES_OUT: &str = "Nơi thi hành, việc phải làm";

/// The articles of a decision.
pub const fn articles(sheet: Sheet) -> (&'static str, &'static str) {
    let first = match sheet {
        Sheet::RecognitionDecision => "Điều 1. Công nhận đảng viên chính thức",
        _ => "Điều 1. Kết nạp vào Đảng Cộng sản Việt Nam",
    };
    (first, "Điều 2. Thi hành")
}

/// The number of a decision.
pub fn numbered(number: &str) -> String {
    format!("Số {number}")
}
