//! Words about parcels: what a file holds, from whom to whom, why one is refused, and what it would alter.

use crate::domain::schema::choice::Level;
use crate::domain::schema::id::RecordKind;
use crate::domain::value::day::Day;
use crate::post::parcel::{Header, Unreadable, Way};
use crate::post::receiving::Refusal;
use crate::text::vi::{numbers, words};

/// Beginning of the names of files.
const FILE: &str = "ket-nap-gui";
/// Lists beside parcels.
pub const LISTS_BESIDE: &str = "mở danh sách riêng, sau khi nhận xong các tệp này";
/// A parcel where a whole book is wanted.
pub const NOT_WHOLE: &str =
    "đây là tệp gửi giữa các nơi, chỉ có phần mới, không phải cả sổ. Gộp vào sổ trước: ketnap merge";
/// The parcel has nothing that the book lacks.
pub const KNOWN: &str = "sổ đã có đủ những gì trong tệp này";
/// A record that may be none of the sender's business.
pub const OUTSIDE: &str =
    "ngoài phần của nơi gửi: chỉ tiêu, quy định do cấp trên đặt, hoặc người của chi bộ khác. Chỉ nhận khi đã hỏi lại";
/// A record that was deleted there.
pub const REMOVED: &str = "nơi gửi đã xóa; nhận thì ở đây cũng xóa, lấy lại được ở mục Đã xóa";
/// Two have written different texts.
pub const DISPUTED: &str = "hai nơi cùng sửa, chưa thấy bản của nhau; nhận xong sẽ hỏi lấy bản nào";
/// An organization that is there already under the same name.
pub const NAMESAKE: &str =
    "sổ này đã có một tổ chức cùng tên. Nếu là một thì người và số liệu đã nhập chuyển hết sang tổ chức trong tệp";
/// A field was emptied.
pub const EMPTIED: &str = "(để trống)";
/// An organization that no book on this machine knows.
pub const STRANGER: &str = "nơi gửi chưa có trong sổ này; nhận thì thành tổ chức mới. Hỏi lại trước khi nhận";
/// A first file from above.
pub const FIRST_FROM_ABOVE: &str = "lần đầu nhận tệp của nơi này";
/// A device that has not sent before.
pub const FIRST_TIME: &str = "máy bên kia gửi lần đầu; nếu không chờ tệp này thì hỏi lại nơi gửi";
/// No organization to send for.
pub const NO_ORGANIZATION: &str = "chưa biết gửi từ tổ chức nào";

/// Why a file cannot be read.
pub const fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Foreign => "đây không phải tệp của Kết Nạp",
        Unreadable::Newer => "tệp do bản Kết Nạp mới hơn lập. Cập nhật chương trình rồi mở lại; sổ chưa thay đổi gì",
        Unreadable::Damaged => "tệp hỏng hoặc bị thiếu khi chuyển. Hãy xin gửi lại; sổ chưa thay đổi gì",
    }
}

/// Who sends what to whom.
pub fn told(header: &Header) -> String {
    let to = match (&header.to, header.way) {
        (Some(_), _) if !header.to_name.is_empty() => format!(" gửi {}", header.to_name),
        (None, Way::Down) => " gửi mọi chi bộ".to_owned(),
        _ => String::new(),
    };
    format!("{}{to}, tệp số {} ngày {}", header.from_name, header.number, numbers::day(header.day))
}

/// Why a parcel is not taken in.
pub fn refusal(header: &Header, why: &Refusal) -> String {
    let told = told(header);
    match (why, header.way) {
        (Refusal::ForAnother, _) => format!("{told}: tệp không gửi cho nơi này. Sổ chưa thay đổi gì"),
        (Refusal::Gap(last), Way::Up) => {
            let last = last.map_or_else(
                || "chưa có tệp nào".to_owned(),
                |(number, day)| format!("mới có đến tệp số {number} ngày {}", numbers::day(day)),
            );
            format!(
                "{told}: còn thiếu tệp trước (của máy ấy {last}). Xin gửi lại tệp thiếu, hoặc xin một tệp “gửi toàn bộ”. Sổ chưa thay đổi gì"
            )
        }
        (Refusal::Gap(_), Way::Down) => {
            format!("{told}: máy này chưa có phần trước. Xin đảng ủy một tệp “gửi toàn bộ”. Sổ chưa thay đổi gì")
        }
    }
}

/// Name of the file: from whom, or for whom, its number and day.
pub fn file_name(header: &Header) -> String {
    let name = match header.way {
        Way::Up => header.from_name.as_str(),
        Way::Down if header.to_name.is_empty() => "moi chi bo",
        Way::Down => header.to_name.as_str(),
    };
    let mut plain = String::new();
    for c in crate::domain::value::letters::fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            plain.push(c);
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
    }
    format!("{FILE}-{}-{}-{}.txt", plain.trim_end_matches('-'), header.number, header.day.iso())
}

/// How much of dossiers goes along.
pub fn level(level: Level) -> String {
    match level {
        Level::Steps => "Hồ sơ: chỉ tên, ngày, các bước. Không có lý lịch, không có người thân".to_owned(),
        Level::Form => "Hồ sơ: các bước và lý lịch bản thân. Không có lịch sử bản thân, người thân".to_owned(),
        Level::Full => "Hồ sơ: đầy đủ, cả lịch sử bản thân và người thân. Chỉ gửi cho đúng người nhận".to_owned(),
    }
}

/// A file to all cells has no people in it.
pub const NOBODY: &str = "Không có quần chúng, đảng viên nào: chỉ tổ chức, chỉ tiêu, quy định, phân công và biên nhận";

/// How many records of a kind are in it.
pub fn counted(kind: RecordKind, count: usize) -> String {
    format!("{}: {}", words::record(kind), numbers::count(count as u64))
}

/// How large a file is.
pub fn size(bytes: usize) -> String {
    format!("Cỡ tệp: {} kB", numbers::count((bytes as u64).div_ceil(1_000)))
}

/// What the receiver is known to have is left out.
pub fn only_new(day: Option<Day>) -> String {
    match day {
        Some(day) => format!("Chỉ gồm phần cấp trên chưa xác nhận (biên nhận ngày {})", numbers::day(day)),
        None => "Gồm tất cả, vì chưa có biên nhận nào của cấp trên".to_owned(),
    }
}

/// Who wrote last, and when.
pub fn by(name: Option<&str>, day: Option<Day>) -> String {
    let day = day.map_or_else(|| "không rõ ngày (đồng hồ máy sai)".to_owned(), numbers::day);
    match name {
        Some(name) => format!("máy {name}, {day}"),
        None => day,
    }
}

/// A record whose fields are not told apart.
pub fn more(fields: usize) -> String {
    format!("và {} mục khác", numbers::count(fields as u64))
}

/// Parcels taken in, in a summary of the command line.
pub fn summary(header: &Header, records: usize, changes: usize) -> String {
    format!(
        "{}: {} bản ghi, {} lần ghi; {}",
        told(header),
        numbers::count(records as u64),
        numbers::count(changes as u64),
        numbers::lower(&level(header.level)),
    )
}

/// An organization that is not below the sender.
pub fn not_below(name: &str) -> String {
    format!("“{name}” không trực thuộc tổ chức gửi")
}

/// Heading of what is sent and received.
pub const POST: &str = "Gửi và nhận";
/// About it.
pub const POST_ABOUT: &str = "Tệp gửi chỉ có phần mới, gửi qua Zalo, Bluetooth, USB đều được; gửi hai lần hay đến muộn cũng không sao. Tệp nhận được: mở bằng nút “Chọn tệp” ở trên, xem trước rồi mới vào sổ.";
/// Nobody to send for.
pub const NO_HOME: &str = "Trong sổ chưa có tổ chức nào. Mở tệp của đảng ủy, hoặc thêm tổ chức của mình.";
/// For whom the person works.
pub const WHOSE: &str = "Làm việc ở tổ chức nào?";
/// To the organization above.
pub const SEND_UP: &str = "Lập tệp gửi cấp trên";
/// The same with everything.
pub const SEND_UP_WHOLE: &str = "Gửi toàn bộ lên cấp trên";
/// To all below.
pub const SEND_ALL: &str = "Lập tệp gửi mọi chi bộ";
/// To one below.
pub const SEND_ONE: &str = "Lập tệp gửi";
/// The same with everything, for a new phone.
pub const SEND_ONE_WHOLE: &str = "Gửi toàn bộ (máy mới)";
/// An organization below that has never sent.
pub const NEVER_SENT: &str = "chưa nhận tệp nào";

/// When an organization below has sent last.
pub fn sent_last(number: u64, day: Day) -> String {
    format!("đã nhận tệp số {number} ngày {}", numbers::day(day))
}

/// The same of one that has been silent for long.
pub fn silent_since(number: u64, day: Day) -> String {
    format!("từ ngày {} chưa nhận thêm gì (nhận đến tệp số {number})", numbers::day(day))
}

/// How many organizations below have sent.
pub fn heard(all: usize, silent: usize) -> String {
    let all = numbers::count(all as u64);
    match silent {
        0 => format!("{all} nơi trực thuộc, nơi nào cũng gửi trong 31 ngày qua"),
        _ => format!("{all} nơi trực thuộc, {} nơi quá 31 ngày chưa gửi", numbers::count(silent as u64)),
    }
}

/// How much of dossiers is asked for.
pub const ASKS: &str = "Yêu cầu chi bộ gửi hồ sơ đến mức nào";

/// What is asked for now.
pub fn asks_now(level: Level) -> String {
    let asked = match level {
        Level::Steps => "các bước",
        Level::Form => "các bước và lý lịch bản thân",
        Level::Full => "hồ sơ đầy đủ",
    };
    format!("Đang yêu cầu: {asked}. Chọn mức khác thì lập tệp gửi mọi chi bộ; chi bộ gửi theo mức ấy từ khi mở tệp.")
}

/// What a file to all cells asks for.
pub fn asks_told(level: Level) -> String {
    format!("Yêu cầu chi bộ gửi {}", numbers::lower(&self::level(level)))
}

/// Asks for so much.
pub const fn asks(level: Level) -> &'static str {
    match level {
        Level::Steps => "Chỉ yêu cầu các bước",
        Level::Form => "Yêu cầu cả lý lịch bản thân",
        Level::Full => "Yêu cầu hồ sơ đầy đủ",
    }
}

/// What came from an organization has not been confirmed yet.
pub const RECEIPT_OWED: &str = "chưa gửi biên nhận";

/// How many organizations wait for a receipt.
pub fn receipts_owed(organizations: usize) -> String {
    format!(
        "{} nơi đã gửi tệp mà chưa có biên nhận: bấm “Lập tệp gửi mọi chi bộ” rồi gửi, lần sau các nơi đó chỉ gửi phần mới.",
        numbers::count(organizations as u64)
    )
}
