//! Places without members and without a cell of their own: statuses, how many of how many, what lacks.

use super::{numbers, words};
use crate::domain::calculator::coverage::{Listed, PlaceStatus, Places};
use crate::domain::calculator::figures;
use crate::domain::ledger::candidate::Stage;
use crate::domain::schema::choice::PlaceKind;
use crate::domain::value::day::Day;
use crate::domain::value::letters::joined;
use crate::domain::value::month::Month;

/// Heading of the page.
pub const PLACES: &str = "Địa bàn";
/// What the page shows.
pub const ABOUT: &str = "Thôn bản, trường học, trạm y tế, doanh nghiệp: nơi nào chưa có đảng viên, nơi nào chưa có chi bộ riêng, tính từ chi bộ và đảng viên trong sổ, hoặc từ con số nhập chung.";
/// Button: enter numbers without a list.
pub const ADD_NUMBERS: &str = "Nhập số liệu chung";
/// Button: enter a place.
pub const ADD_PLACE: &str = "Thêm địa bàn";
/// Heading of the entered numbers.
pub const ENTERED: &str = "Số liệu đã nhập";
/// Heading of the numbers.
pub const NUMBERS: &str = "Số nơi chưa có đảng viên, chưa có chi bộ riêng";
/// Nothing is entered.
pub const NOTHING: &str = "Chưa có địa bàn nào trong sổ.";
/// The list says otherwise than the number.
pub const DIFFERS: &str =
    "Số nơi chưa có đảng viên hoặc chi bộ trong danh sách nhiều hơn con số đã nhập. Xem lại một trong hai";
/// Column headings of the command.
pub const COLUMNS: [&str; 7] =
    ["Tổ chức", "Loại địa bàn", "Tổng số", "Chưa có đảng viên", "%", "Chưa có chi bộ riêng", "%"];

/// Heading of the places with a status.
pub const fn status(status: PlaceStatus) -> &'static str {
    match status {
        PlaceStatus::Nobody => "Chưa có đảng viên",
        PlaceStatus::Elsewhere => "Có đảng viên, sinh hoạt ở chi bộ khác",
        PlaceStatus::Shared => "Sinh hoạt ghép",
        PlaceStatus::Own => "Có chi bộ riêng",
        PlaceStatus::Unknown => "Chưa ghi chi bộ và đảng viên",
    }
}

/// How many of how many: `chưa có đảng viên 38/121 (31,4%) · chưa có chi bộ riêng 33/121 (27,3%)`.
pub fn line(places: &Places) -> String {
    let part = |words: &str, number: Option<u64>| {
        let number = number?;
        let share = figures::share(number, places.all).map(|share| format!(" ({})", numbers::percent(share)));
        Some(format!("{words} {}/{}{}", numbers::count(number), numbers::count(places.all), share.unwrap_or_default()))
    };
    let parts = [part("chưa có đảng viên", places.nobody), part("chưa có chi bộ riêng", places.without_cell)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        format!("{} nơi, chưa rõ tình trạng", numbers::count(places.all))
    } else {
        joined(&parts, " · ")
    }
}

/// The change since an earlier day, as far as both are known.
pub fn since(old: &Places, new: &Places, day: Day) -> Option<String> {
    let part = |words: &str, old: Option<u64>, new: Option<u64>| {
        let (old, new) = old.zip(new)?;
        Some(format!("{words} {} → {} ({})", numbers::count(old), numbers::count(new), numbers::difference(old, new)))
    };
    let parts = [
        part("chưa có đảng viên", old.nobody, new.nobody),
        part("chưa có chi bộ riêng", old.without_cell, new.without_cell),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (old.all > 0 && !parts.is_empty()).then(|| format!("So với {}: {}", numbers::day(day), joined(&parts, " · ")))
}

/// Somebody at a place who is followed.
#[derive(Clone, Debug)]
pub struct OnTheWay {
    /// Name.
    pub name: String,
    /// Stage reached.
    pub stage: Stage,
    /// The likely, else the earliest day of admission, as an estimate.
    pub admitted: Option<Day>,
}

/// What a listed place has, and what it lacks for a cell of its own (three official members).
pub fn listed(listed: &Listed, people: &[OnTheWay]) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(members) = listed.members.filter(|members| *members > 0) {
        parts.push(format!("{members} đảng viên tại chỗ"));
    }
    let few = listed.members.filter(|members| *members < 3 && listed.status != PlaceStatus::Own);
    parts.extend(few.map(|members| format!("cần thêm ít nhất {} để đủ 3 đảng viên chính thức", 3 - members)));
    match people {
        [] if matches!(listed.status, PlaceStatus::Nobody | PlaceStatus::Elsewhere) => {
            parts.push("chưa có ai đang theo dõi ở đây".to_owned());
        }
        people => parts.extend(people.iter().map(|one| {
            let admitted = one.admitted.map(Month::of).map(numbers::month);
            let admitted = admitted.map(|month| format!(", ước tính kết nạp {month}")).unwrap_or_default();
            format!("{}: {}{admitted}", one.name, numbers::lower(words::stage(one.stage)))
        })),
    }
    joined(&parts, " · ")
}

/// Numbers entered for a kind on a day.
pub fn entered(kind: PlaceKind, day: Day) -> String {
    format!("{}, {}", kind.name(), numbers::day(day))
}
