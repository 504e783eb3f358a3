//! What words of headings and titles say of counts: what is counted, targets or results, a year or a part of it. What a column counts is in
//! `measures`.

use super::lists::List;
use super::measures::Span;

/// How headings say that what came before is in it, and that they mean the time of the report.
pub(super) const SO_FAR: &[&str] = &["luy ke", "tu dau nam", "cong don"];
pub(super) const OF_REPORT: &[&str] =
    &["trong thang", "trong quy", "trong ky", "thang nay", "quy nay", "ky nay", "thang bao cao"];

/// What words say is counted.
pub(super) fn indicator(words: &str) -> Option<&'static str> {
    let has = |word: &str| words.contains(word);
    if has("nhan thuc") || has("lop ") {
        Some("class")
    } else if has("chuyen ct") || has("cong nhan ct") {
        Some("recognitions")
    } else if has("chinh thuc") {
        (has("cong nhan") || has("chuyen")).then_some("recognitions")
    } else if has("gioi thieu nguon") || has("tao nguon") {
        Some("introductions")
    } else {
        (has("ket nap") || has("phat trien dang")).then_some("admissions")
    }
}

/// Whether words speak of what is to be reached or of what was.
pub(super) fn list(words: &str) -> Option<List> {
    // “Tôn giáo”, “giáo viên” are not “giao”.
    let words = &["ton giao", "giao vien", "giao duc", "cong giao", "phat giao", "giao dan"]
        .iter()
        .fold(words.to_owned(), |words, other| words.replace(other, ""));
    let any = |all: &[&str]| all.iter().any(|word| words.contains(word));
    // “Quý I | CT | TH”.
    let short = |short: &str| words.split(' ').count() < 6 && words.split(' ').any(|word| word == short);
    // “Chuyển CT” are recognitions.
    let recognized = any(&["chuyen ct", "cong nhan ct"]);
    let target = any(&["chi tieu", "giao", "ke hoach", "phan bo"]) || short("ct") && !recognized || short("kh");
    // “Phân kỳ thực hiện từng năm”, “Kế hoạch thực hiện”: what is to be.
    let planned = any(&["phan ky", "ke hoach thuc hien", "lo trinh", "du kien"]);
    if planned && !any(&["ket qua", "da ket nap"]) {
        return Some(List::Targets);
    }
    match (target, any(&["thuc hien", "ket qua", "da ket nap"]) || short("th") || short("kq")) {
        (true, false) => Some(List::Targets),
        (_, true) => Some(List::Results),
        _ => None,
    }
}

/// The year in a heading; of “2025 - 2030” none.
pub(super) fn year(words: &str) -> Option<i32> {
    let mut years = years(words);
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

fn years(words: &str) -> impl Iterator<Item = i32> {
    words.split(' ').filter_map(|word| word.parse().ok()).filter(|year| (2000..2100).contains(year))
}

/// Whether words speak of a term, of which nobody says when it begins.
pub(super) fn is_of_term(words: &str) -> bool {
    words.contains("nhiem ky") || words.contains("giai doan") || words.split(' ').any(|word| word == "nk")
}

/// Whether a heading counts members and no admissions.
pub(super) fn counts_members(words: &str) -> bool {
    let of = ["so dang vien", "tong dang vien", "so dv", "tong so dv", "dang vien den", "dang vien nam"];
    let other = ["ket nap", "phat trien", "moi", "chi tieu", "giao", "ke hoach", "thuc hien", "ket qua", "cong nhan"];
    (of.iter().any(|word| words.contains(word)) || words == "dang vien")
        && !other.iter().any(|word| words.contains(word))
}

/// The quarter that words name, if it is the only one.
pub(super) fn quarter(words: &str) -> Option<u8> {
    let (_, behind) = words.split_once("quy ")?;
    match behind.split(|c: char| !c.is_ascii_alphanumeric()).next()? {
        "i" | "1" => Some(1),
        "ii" | "2" => Some(2),
        "iii" | "3" => Some(3),
        "iv" | "4" => Some(4),
        _ => None,
    }
}

/// What is worked out from other columns, or speaks of days.
const BESIDE: [&str; 11] = [
    " ty le ",
    " ti le ",
    " cong ",
    " tong ",
    " tang ",
    " giam ",
    " so voi ",
    " con ",
    " vuot ",
    " ngay ",
    " ghi chu ",
];

/// Whether a heading is of a column that no count stands in.
pub(super) fn is_beside(words: &str) -> bool {
    // “Công nhận” begins as “Cộng”.
    let words = format!(" {} ", words.replace("cong nhan", "").replace("cong don", ""));
    BESIDE.iter().any(|beside| words.contains(beside))
}

/// Whether the words of a heading speak of something that is counted.
pub(super) fn says(words: &str) -> bool {
    years(words).next().is_some()
        || part(words).is_some()
        || indicator(words).is_some()
        || list(words).is_some()
        || SO_FAR.iter().chain(&["ca nam"]).any(|word| words.contains(word))
}

/// The part of a year that words name.
pub(super) fn part(words: &str) -> Option<Span> {
    so_many_months(words).or_else(|| quarter(words).map(Span::quarter)).or_else(|| month(words).map(Span::month))
}

/// The month that words name: `thang 5`, `t5`. `thang 5 thang 6` are two.
pub(super) fn month(words: &str) -> Option<u8> {
    let number = |text: &str| text.split([' ', '/', ')', ',', '.']).next()?.parse::<u8>().ok();
    // “Kết quả thực hiện” over “T1”.
    let short = words.rsplit(' ').next().and_then(|word| word.strip_prefix('t')).filter(|rest| rest.len() < 3);
    let named = words.match_indices("thang ").filter_map(|(at, word)| words.get(at + word.len()..)).chain(short);
    let mut months = named.filter_map(number).filter(|month| (1..=12).contains(month));
    let day = words.contains("ngay ");
    let month = months.next().filter(|_| !day)?;
    months.all(|other| other == month).then_some(month)
}

/// `6 thang`, `9 thang dau nam`: the months from the beginning of the year; `6 thang cuoi nam`: those to its end.
pub(super) fn so_many_months(words: &str) -> Option<Span> {
    let before = |at: usize| words.get(..at)?.trim_end().rsplit([' ', '(']).next()?.parse::<u8>().ok();
    let counts = words.match_indices("thang").filter_map(|(at, _)| before(at));
    let mut counts = counts.filter(|count| (2..=12).contains(count));
    let count = counts.next().filter(|_| !words.contains("nhiem ky"))?;
    if !counts.all(|other| other == count) {
        return None;
    }
    if words.contains("cuoi nam") {
        return Some(Span { first: 13_u8.saturating_sub(count), ..Span::YEAR });
    }
    Some(Span { last: count, so_far: true, ..Span::YEAR })
}
