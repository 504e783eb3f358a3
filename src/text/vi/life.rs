//! The life of organizations: events as sentences, what is wrong with them, and by which tree figures are counted.

use super::{numbers, words};
use crate::domain::admission::life_rule::LifeRule;
use crate::domain::ledger::event::Event;
use crate::domain::ledger::life::{Basis, End};
use crate::domain::schema::choice::EventKind;
use crate::domain::value::bound::Bound;
use crate::domain::value::day::Day;
use crate::domain::value::letters::joined;
use crate::exchange::changes::LineProblem;

/// Heading of the events of an organization.
pub const EVENTS: &str = "Thay đổi qua các năm";
/// Button: enter an event.
pub const ADD_EVENT: &str = "Ghi một thay đổi";
/// Heading of the ended organizations.
pub const ENDED: &str = "Đã kết thúc";
/// Label of the choice of the tree.
pub const BASIS: &str = "Cộng số liệu theo tổ chức";

/// Name of a basis, as a choice.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Then => "Như lúc đó",
        Basis::Now => "Như hiện nay",
    }
}

/// What a basis means, below the choice.
pub const fn basis_about(basis: Basis) -> &'static str {
    match basis {
        Basis::Then => {
            "Kết quả tính cho tổ chức cấp trên của chi bộ vào ngày có kết quả. Tổ chức đã kết thúc chỉ có kết quả đến ngày cuối của mình"
        }
        Basis::Now => {
            "Kết quả cũ của các tổ chức đã hợp nhất, chuyển đi được cộng vào tổ chức đang tiếp nhận, nên so được với các năm trước"
        }
    }
}

/// One event, told with its day. `other` is the name of the other organization.
pub fn event(event: &Event, other: Option<&str>) -> String {
    let day = event.day.map_or_else(|| words::INCOMPLETE.to_owned(), |day| format!("Từ {}", numbers::day(day)));
    let other = other.unwrap_or("…");
    let name = event.name.as_deref().unwrap_or("…");
    let what = match event.kind {
        Some(EventKind::Merged) => format!("hợp nhất, sáp nhập vào {other}"),
        Some(EventKind::Moved) => format!("chuyển về trực thuộc {other}"),
        Some(EventKind::Split) => format!("tách ra từ {other}"),
        Some(EventKind::Renamed) => format!("đổi tên thành {name}"),
        Some(EventKind::Changed) => format!("là {}", event.new_kind.map_or("…", |kind| kind.name())),
        Some(EventKind::Ended) => "kết thúc hoạt động".to_owned(),
        None => words::INCOMPLETE.to_owned(),
    };
    let document = event.document.as_deref().map(|text| format!(" ({text})")).unwrap_or_default();
    format!("{day}: {what}{document}")
}

/// The same event seen from the other organization. `one` is the name of the organization that it happens to.
pub fn event_here(event: &Event, one: &str) -> String {
    let day = event.day.map_or_else(|| words::INCOMPLETE.to_owned(), |day| format!("Từ {}", numbers::day(day)));
    let what = match event.kind {
        Some(EventKind::Merged) => "tiếp nhận",
        Some(EventKind::Moved) => "có thêm tổ chức trực thuộc",
        _ => "có tổ chức tách ra",
    };
    format!("{day}: {what} {one}")
}

/// That an organization has ended, and what continues it.
pub fn ended(end: &End, heir: Option<&str>) -> String {
    let day = numbers::day(end.day);
    match (end.divided, heir) {
        (true, _) => format!("Kết thúc từ {day}, chia về nhiều nơi"),
        (false, Some(heir)) if end.into.is_some() => format!("Từ {day} thuộc {heir}"),
        _ => format!("Kết thúc từ {day}"),
    }
}

/// By which tree the figures of a page are counted, where that matters.
pub fn counted_by(basis: Basis, day: Day) -> String {
    match basis {
        Basis::Then => "Cộng theo tổ chức như vào ngày có kết quả.".to_owned(),
        Basis::Now => {
            format!("Cộng theo tổ chức như ngày {}: nơi đã hợp nhất tính vào nơi tiếp nhận.", numbers::day(day))
        }
    }
}

/// That two numbers are compared by the tree of today; `now` is the present one.
pub fn by_tree(now: u64) -> String {
    format!(" (cộng theo tổ chức hiện nay, kỳ này {})", numbers::count(now))
}

/// Both numbers of a comparison by the tree of today.
pub fn compared_by_tree(before: u64, now: u64) -> String {
    format!(" (theo tổ chức hiện nay: {} → {})", numbers::count(before), numbers::count(now))
}

/// That nothing is compared, and why.
pub fn undivided(name: &str) -> String {
    format!("không so được với kỳ trước, vì kết quả ghi chung của {name} trước khi chia tách không chia được")
}

/// Base organizations, after a number.
pub const BASE_ORGANIZATIONS: &str = "tổ chức cơ sở đảng";
/// Cells, after a number.
pub const CELLS: &str = "chi bộ";

/// A number of organizations, with the change since an earlier one: `46 tổ chức cơ sở đảng (+13)`.
pub fn bodies(what: &str, before: Option<u32>, number: u32) -> String {
    let change = before.map(|before| format!(" ({})", numbers::difference(before.into(), number.into())));
    format!("{} {what}{}", numbers::count(number.into()), change.unwrap_or_default())
}

/// Heading of the page on which several changes are entered at once.
pub const REORGANIZE: &str = "Sắp xếp tổ chức";
/// What the page does.
pub const REORGANIZE_ABOUT: &str = "Ghi mỗi việc một dòng, như trong quyết định. Tất cả được ghi cùng một lượt, bấm “Hoàn tác” là bỏ cả lượt. Chi bộ tự đi theo cấp ủy nhận bàn giao, không phải ghi từng chi bộ.";
/// Label of the lines.
pub const LINES: &str = "Các thay đổi";
/// How to write a line.
pub const LINES_HELP: &str = "Ví dụ: Chi bộ bản 1 + Chi bộ bản 2 thành Chi bộ bản Mẫu. Dùng: thành, sáp nhập vào, chuyển về, tách ra từ, đổi tên thành, kết thúc. Tên chưa có trong sổ là tổ chức mới. Dán được hai cột của bảng tính: tổ chức cũ, tổ chức mới";
/// Label of the day.
pub const PLAN_DAY: &str = "Từ ngày";
/// Help of the day.
pub const PLAN_DAY_HELP: &str = "Ngày đầu tiên theo tổ chức mới, ví dụ 1/7/2025";
/// Label of the document.
pub const PLAN_DOCUMENT: &str = "Văn bản";
/// Heading of what the lines say.
pub const PLAN_SAYS: &str = "Sẽ ghi";
/// Heading of the names to tap.
pub const PLAN_NAMES: &str = "Bấm vào tên để thêm vào dòng cuối";
/// Without a day nothing can be entered.
pub const PLAN_NO_DAY: &str = "Điền ngày thì mới ghi được";
/// Not every line is understood.
pub const PLAN_NOT_ALL: &str = "Còn dòng chưa hiểu, nên chưa ghi gì";

/// The button that enters the plan.
pub fn take_plan(lines: usize) -> String {
    format!("Ghi {lines} việc")
}

/// That changes were entered.
pub fn reorganized(number: usize) -> String {
    format!("Đã ghi, {number} tổ chức thay đổi")
}

/// That changes entered at once were taken back.
pub const REORGANIZED_BACK: &str = "Đã bỏ lần ghi này, tổ chức trở lại như trước";

/// The button that takes back everything that was entered at once.
pub fn take_back(events: usize) -> String {
    format!("Bỏ cả lần ghi này ({events} thay đổi)")
}

/// What stays when it is taken back.
pub const TAKE_BACK_ABOUT: &str = "Số liệu đã nhập vẫn còn. Tổ chức mới chỉ bị bỏ khi chưa ghi gì vào đó.";

/// What a line of the plan says. `of` are the names of the organizations that it happens to.
pub fn said(kind: EventKind, of: &[String], other: &str, new: bool) -> String {
    let of = joined(of, ", ");
    let new = if new { " (mới)" } else { "" };
    match kind {
        EventKind::Merged => format!("{of} hợp nhất, sáp nhập vào {other}{new}"),
        EventKind::Moved => format!("{of} chuyển về trực thuộc {other}{new}"),
        EventKind::Split => format!("{other}{new} tách ra từ {of}"),
        EventKind::Renamed => format!("{of} đổi tên thành {other}"),
        EventKind::Changed => format!("{of} đổi loại"),
        EventKind::Ended => format!("{of} kết thúc hoạt động"),
    }
}

/// Why a line is not understood.
pub fn line_problem(problem: &LineProblem) -> String {
    match problem {
        LineProblem::NoVerb => {
            "Chưa nói việc gì. Thêm một từ như: thành, sáp nhập vào, chuyển về, tách ra từ, đổi tên thành, kết thúc"
                .to_owned()
        }
        LineProblem::Half => "Còn thiếu tổ chức ở trước hoặc sau".to_owned(),
        LineProblem::Unknown(name) => {
            format!("Trong sổ không có “{name}” đang hoạt động. Xem lại tên, hoặc bấm vào tên ở dưới")
        }
        LineProblem::Several(name, number) => {
            format!("Có {number} tổ chức tên “{name}”. Ghi thêm cấp trên trong ngoặc: {name} (tên cấp trên)")
        }
        LineProblem::Itself(name) => format!("{name} không thể nhập vào hay chuyển về chính nó"),
        LineProblem::Twice(name) => format!("{name} đã kết thúc ở một dòng trên"),
    }
}

/// Heading of the targets of merged organizations.
pub const MERGED_TARGETS: &str = "Chỉ tiêu của các tổ chức đã nhập vào";
/// Heading of the way to hand a target over.
pub const HANDING_OVER: &str = "Bàn giao chỉ tiêu";
/// What handing over does.
pub const HANDING_OVER_ABOUT: &str = "Chỉ tiêu này giữ nguyên và chỉ tính đến ngày cuối của tổ chức, không tự chia theo tháng. Nếu cấp trên giao lại cho nơi tiếp nhận thì ghi ở đó; mức là tổng của các nơi nhập lại, sửa được";

/// How the targets of merged organizations are counted beside this one.
pub const fn merged_targets(takes_over: bool) -> &'static str {
    if takes_over {
        "Chỉ tiêu này nhận bàn giao từ các nơi dưới đây: kết quả trước ngày hợp nhất tính cả ở đây lẫn ở chỉ tiêu cũ. Khi cộng toàn cấp trên thì mỗi người vẫn chỉ tính một lần"
    } else {
        "Các nơi dưới đây còn chỉ tiêu riêng trong cùng thời gian. Nếu chỉ tiêu này nhận bàn giao từ đó thì chọn “Có” ở mục tính cả kết quả; nếu giao thêm thì cộng cả hai sẽ trùng"
    }
}

/// The button that hands a target over.
pub fn hand_over(heir: &str, bound: Bound) -> String {
    format!("Giao lại cho {heir} ({})", numbers::bound(bound))
}

/// That a target was handed over.
pub fn handed_over(heir: &str, day: Day) -> String {
    format!("Từ {} chỉ tiêu này đã bàn giao cho {heir}; ở đây chỉ tính kết quả trước ngày ấy", numbers::day(day))
}

fn named(name: Option<&String>) -> &str {
    name.map_or("Tổ chức liên quan", String::as_str)
}

/// What is wrong.
pub fn rule(rule: &LifeRule) -> String {
    match rule {
        LifeRule::Lacks { kind } => {
            let lacks = match kind {
                EventKind::Merged => "nơi tiếp nhận",
                EventKind::Moved => "cấp trên mới",
                EventKind::Split => "tổ chức cũ",
                EventKind::Renamed => "tên mới",
                EventKind::Changed | EventKind::Ended => "loại mới",
            };
            format!("Chưa ghi {lacks}, nên việc này chưa được tính")
        }
        LifeRule::Itself => "Tổ chức không thể nhập vào, chuyển về hoặc tách ra từ chính nó. Chọn tổ chức khác".to_owned(),
        LifeRule::BeforeFounded { founded } => format!(
            "Trước ngày thành lập ({}), nên việc này chưa được tính. Xem lại ngày",
            numbers::day(*founded)
        ),
        LifeRule::AfterEnd { day } => {
            format!("Tổ chức này đã kết thúc từ {}, nên việc này chưa được tính", numbers::day(*day))
        }
        LifeRule::OtherEnded { name, day } => {
            format!("{} đã kết thúc từ {}. Chọn tổ chức đang tiếp nhận", named(name.as_ref()), numbers::day(*day))
        }
        LifeRule::OtherLater { name, day } => {
            format!("{} đến {} mới thành lập. Xem lại hai ngày", named(name.as_ref()), numbers::day(*day))
        }
        LifeRule::Divided => "Cùng ngày nhập về hai nơi: kết quả và số đảng viên chỉ ghi một số cho cả tổ chức thì không chia được, tính cho cấp trên. Chi bộ nào về đâu thì ghi “chuyển về” ở chi bộ ấy".to_owned(),
        LifeRule::NoParent { name, day, under } => {
            let under = under.as_deref().map(|under| format!(", tạm tính thuộc {under}")).unwrap_or_default();
            format!(
                "Cấp trên ({}) đã kết thúc từ {}{under}. Ghi thay đổi “chuyển về trực thuộc” cho tổ chức này",
                name.as_deref().unwrap_or("…"),
                numbers::day(*day)
            )
        }
        LifeRule::Ended { day, heir } => {
            let heir = heir.as_deref().map(|heir| format!("; từ ngày ấy kết quả tính cho {heir}"));
            format!("Tổ chức này đã kết thúc từ {}{}", numbers::day(*day), heir.unwrap_or_default())
        }
        LifeRule::HelperBeforeMove { day } => format!(
            "Người này chuyển đến chi bộ từ {}: chi bộ mới phân công đảng viên chính thức khác giúp đỡ, không phụ thuộc thời gian cùng công tác (01-HD/TW 28/9/2021, đọc qua nguồn thứ cấp)",
            numbers::day(*day)
        ),
        LifeRule::PlacesBeyond { all: whole } | LifeRule::PartBeyond { whole } => {
            format!("Nhiều hơn tổng số ({whole})")
        },
        LifeRule::NobodyBeyondCells { nobody, without_cell } => format!(
            "Nơi chưa có đảng viên thì cũng chưa có chi bộ riêng: {nobody} nơi chưa có đảng viên mà chỉ {without_cell} nơi chưa có chi bộ riêng. Xem lại: có thể hai số tính riêng nhau (cộng lại {}), hoặc chi bộ ghép đã được coi là có chi bộ",
            nobody.saturating_add(*without_cell)
        ),
        LifeRule::Counts { before, after } => format!(
            "Ngày trước đó các nơi nhập lại có tất cả {} đảng viên, ở đây ghi {}. Xem lại, hoặc ghi người chuyển đi, chuyển đến ngày ấy",
            numbers::count(*before),
            numbers::count((*after).into())
        ),
    }
}
