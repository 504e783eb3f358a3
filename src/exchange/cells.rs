//! Texts of cells as spreadsheets leave them, mended to what was typed: days with a time behind, numbers of days, months
//! before days, numbers that lost their zero. What cannot be told for certain is asked. What a field holds is in
//! `domain::schema::entry`.

use super::cell_days::{DayOrder, day, is_mark, is_taken_back, is_without_day};
use crate::domain::schema::entry;
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::RecordKind;
use crate::domain::value::bound::Bound;

/// What was done to a cell, or cannot be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// Read as another text than stands there.
    As(String),
    /// Read with the month first, as the rest of the column.
    MonthFirst(String),
    /// Day and month may have changed places.
    InDoubt,
    /// An error of the spreadsheet, as `#N/A`: nothing is known.
    Failed,
    /// A number of which the spreadsheet has lost the last figures.
    Rounded,
    /// A formula of which the file has no result.
    Formula,
    /// Words that are none of the entries that a form has: lists say more than forms.
    Unread,
    /// A year, or a month and a year, where a day is asked for.
    NoDay,
}

/// The field that a cell is about: under “Nghề nghiệp” a list has words, or an entry of the statistics.
pub fn meant(field: Field, text: &str) -> Field {
    let chosen = |field: Field| entry::parse(field.spec().kind, &entry::canonical(field.spec().kind, text)).is_ok();
    if field == Field::Occupation && !chosen(field) { Field::Work } else { field }
}

/// Whether lists write freely what a form has entries for.
pub fn is_free(field: Field) -> bool {
    matches!(field.spec().record, RecordKind::Candidate | RecordKind::Member)
        && matches!(field.spec().kind, Kind::Choice(_))
}

/// The text that was meant, and what was done to get it.
pub fn mended(field: Field, text: &str, order: DayOrder) -> (String, Option<Mended>) {
    if let Some(formula) = text.trim().strip_prefix('=') {
        // `="012096000123"`, as programs write numbers that shall keep their zeros.
        return match formula.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
            Some(constant) if !constant.contains('"') => mended(field, constant, order),
            _ => (String::new(), Some(Mended::Formula)),
        };
    }
    let text = text.strip_prefix('\'').unwrap_or(text).trim();
    if text.starts_with('#')
        && text.chars().skip(1).all(|c| c.is_ascii_uppercase() || "/!?0".contains(c))
        && text.len() > 3
    {
        return (String::new(), Some(Mended::Failed));
    }
    let asks = matches!(
        field.spec().kind,
        Kind::Day { .. } | Kind::When | Kind::CitizenId | Kind::Phone | Kind::Count { .. } | Kind::Bound
    );
    let says_no = |text: &str| {
        let small = text.to_lowercase();
        !text.contains(|c: char| c.is_ascii_digit())
            && ["không", "chưa"]
                .iter()
                .any(|no| small.strip_prefix(no).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    if is_nothing(text) || asks && says_no(text) {
        return (String::new(), None);
    }
    match field.spec().kind {
        Kind::Day { .. } if is_without_day(text) || is_mark(text) => (String::new(), Some(Mended::NoDay)),
        Kind::Day { .. } | Kind::When => day(text, order),
        // What stands in brackets has to be decided by a person.
        Kind::Count { .. } | Kind::Bound if is_taken_back(text) => (text.to_owned(), None),
        Kind::CitizenId if is_rounded(text) => (String::new(), Some(Mended::Rounded)),
        Kind::CitizenId => citizen_id(text),
        // “8/9”: of nine.
        Kind::Count { .. } if field == Field::VotesFor => votes(counted(text)),
        Kind::Phone => phone(text),
        // As a form stores it, so that the same target is the same record.
        Kind::Bound => (bound(text), None),
        Kind::Count { .. } => (counted(text).to_owned(), None),
        Kind::Line { .. } if is_name(field) => person(text),
        Kind::Line { .. } => (text.split_whitespace().collect::<Vec<_>>().join(" "), None),
        _ => (text.to_owned(), None),
    }
}

/// `1.1196E+10`: the figures behind are gone.
fn is_rounded(text: &str) -> bool {
    let parts = text.split_once(['E', 'e']).map(|(number, power)| (number, power.trim_start_matches('+')));
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    parts.is_some_and(|(number, power)| figures(number) && figures(power))
}

/// Votes for, where those who voted stand behind.
fn votes(text: &str) -> (String, Option<Mended>) {
    let number = |text: &str| text.split('(').next().unwrap_or(text).trim().parse::<u32>().ok();
    let of = text.split_once('/').and_then(|(votes, all)| Some((number(votes)?, number(all)?)));
    match of {
        Some((votes, all)) if votes <= all => (votes.to_string(), Some(Mended::As(votes.to_string()))),
        _ => (text.to_owned(), None),
    }
}

/// Words behind a number of people.
const UNITS: [&str; 11] =
    ["đ/c", "đc", "đồng chí", "đảng viên", "người", "quần chúng", "qc", "đv", "học viên", "hộ", "phiếu"];

/// A number of people without the word for them: `02 đ/c`.
fn counted(text: &str) -> &str {
    let text = without_decimals(text);
    // What stands in brackets is a part: `02 (01 nữ)`.
    let text = text.split_once('(').map_or(text, |(number, _)| number.trim());
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(digits).unwrap_or((text, ""));
    let unit = unit.trim().trim_end_matches('.').to_lowercase();
    if !number.is_empty() && UNITS.contains(&unit.as_str()) { number } else { text }
}

/// A target as a form stores it, so that the same target is the same record: `2 - 3 đ/c`, `>=3%`.
fn bound(text: &str) -> String {
    // What a form would take stays as it stands: records of lists are known again by it.
    let written = without_decimals(text).replace(['–', '—'], "-");
    if Bound::parse(&written).is_ok() {
        return written;
    }
    let text = text.split('(').next().unwrap_or(text).trim();
    let text = text.replace(['–', '—'], "-").replace(" - ", "-");
    let lowered = text.to_lowercase();
    let words = ["tối thiểu ", "ít nhất ", "không dưới "].iter().find_map(|word| lowered.strip_prefix(word));
    let more = lowered.strip_suffix("trở lên").map(str::trim);
    if let Some(number) = words.or(more).map(|rest| counted(rest.trim()))
        && !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit())
    {
        return format!("≥ {number}");
    }
    let at_least = ["≥", ">=", "=>"].iter().find_map(|sign| text.strip_prefix(sign));
    let (text, sign) = at_least.map_or((text.as_str(), ""), |rest| (rest.trim(), "≥ "));
    // A share needs a word about what it is of.
    let sign = if text.contains('%') { "" } else { sign };
    let lower = text.to_lowercase();
    let bare = UNITS.iter().find_map(|unit| lower.strip_suffix(unit)).map(str::trim_end);
    let text = bare.filter(|bare| bare.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(text);
    format!("{sign}{text}")
}

/// Whether a field holds the name of a person.
fn is_name(field: Field) -> bool {
    matches!(field, Field::Name | Field::MemberName)
}

/// How people are addressed before their names. “Ông” is a family name too.
const ADDRESSED: [&str; 6] = ["đ/c", "đ/c.", "đc", "đ.c", "đ.c.", "bà"];

/// The name of a person without how the person is addressed, and without what is said of the sex behind it.
fn person(text: &str) -> (String, Option<Mended>) {
    let small = text.to_lowercase();
    let bare = small.strip_suffix("(nữ)").or(small.strip_suffix("(nam)")).unwrap_or(&small).trim_end();
    let text: String = text.chars().take(bare.chars().count()).collect();
    // A number or a mark before the name, a note behind it: `1. Lò Văn Mẫu (Trưởng bản)`.
    let numbered = text.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let text = match numbered.strip_prefix(['.', ')', '-']) {
        Some(rest) if numbered.len() < text.len() => rest.trim_start().to_owned(),
        _ => text.trim_start_matches(['-', '+', '*', '•', ' ']).trim_end_matches(['*', ' ', '.']).to_owned(),
    };
    let noted = text.split_once(" (").filter(|(name, _)| name.contains(' ')).map(|(name, _)| name.trim().to_owned());
    if let Some(name) = noted {
        let (name, _) = person(&name);
        return (name.clone(), Some(Mended::As(name)));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.as_slice();
    let is = |place: usize, wanted: &[&str]| {
        words.get(place).is_some_and(|word| wanted.contains(&word.to_lowercase().trim_end_matches(':')))
    };
    let skipped = match words {
        _ if is(0, &["đồng"]) && is(1, &["chí"]) && words.len() > 3 => 2,
        [_, _, _, ..] if is(0, &ADDRESSED) => 1,
        [_, _, _, _, ..] if is(0, &["ông", "ông/bà"]) => 1,
        _ => 0,
    };
    let name = words.get(skipped..).unwrap_or_default().join(" ");
    let told = is(0, &["ông"]) && skipped == 1;
    (name.clone(), told.then_some(Mended::As(name)))
}

/// Whether a cell says that there is nothing to say.
pub fn is_nothing(text: &str) -> bool {
    let small = text.to_lowercase();
    ["-", "--", "–", "—", "none", "null", "nan", "n/a", "0000-00-00", "chưa cập nhật"].contains(&small.as_str())
}

/// A number of a citizen that lost its first zeros is mended where the rest says that it was one: the number of a province
/// and of a sex and century stand there.
fn citizen_id(text: &str) -> (String, Option<Mended>) {
    let text = without_decimals(text);
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    let whole = format!("{digits:0>12}");
    let province = whole.get(..3).and_then(|province| province.parse::<u32>().ok()).unwrap_or_default();
    let lost = (10..12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if lost && (1..=96).contains(&province) && !whole.starts_with("0000") {
        return (whole.clone(), Some(Mended::As(whole)));
    }
    (text.to_owned(), None)
}

/// `12099001236.0` as programs write numbers.
fn without_decimals(text: &str) -> &str {
    text.strip_suffix(".0").or(text.strip_suffix(",0")).unwrap_or(text)
}

/// A phone number that lost its zero.
fn phone(text: &str) -> (String, Option<Mended>) {
    let text = without_decimals(text.split_once('(').map_or(text, |(number, _)| number.trim()));
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    let lost = digits.len() == 9
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.starts_with(['3', '5', '7', '8', '9']);
    let whole = format!("0{digits}");
    if lost { (whole.clone(), Some(Mended::As(whole))) } else { (text.to_owned(), None) }
}

#[cfg(test)]
mod tests {
    use super::super::lists::Cell;
    use super::*;
    use crate::exchange::lists::Row;

    #[track_caller]
    fn check(field: Field, order: DayOrder, text: &str, read: &str, told: Option<Mended>) {
        assert_eq!(mended(field, text, order), (read.to_owned(), told), "{text}");
    }

    #[test]
    fn numbers_of_people_stand_without_their_words() {
        let check = |field, text: &str, read: &str| check(field, DayOrder::DayFirst, text, read, None);
        check(Field::HeadcountMembers, "20 đ/c", "20");
        check(Field::HeadcountMembers, "22 (DB: 1)", "22");
        check(Field::TargetBound, "tối thiểu 01", "≥ 01");
        check(Field::TargetBound, "01 đ/c trở lên", "≥ 01");
        check(Field::TargetBound, "02 (01 nữ)", "02");
        check(Field::TargetBound, "2 - 3 đ/c", "2-3");
        check(Field::TargetBound, "01 quần chúng", "01");
        check(Field::TargetBound, ">=2", ">=2");
        check(Field::TargetBound, "2.0", "2");
        check(Field::HeadcountMembers, "20.0", "20");
        check(Field::TargetBound, "≥ 1 người", "≥ 1");
        check(Field::TargetBound, ">=3%", "3%");
        check(Field::TargetBound, "không giao", "");
        check(Field::TargetBound, "7% hiện có", "7% hiện có");
    }

    #[test]
    fn cells_are_read_as_they_were_meant() {
        use DayOrder::{Both, DayFirst, MonthFirst};
        let as_read = |text: &str| Some(Mended::As(text.to_owned()));
        check(Field::Birth, DayFirst, "5/3/1996 0:00", "5/3/1996", None);
        check(Field::Birth, DayFirst, "1996-03-05T00:00:00", "1996-03-05", None);
        check(Field::Birth, DayFirst, "45000", "2023-03-15", as_read("2023-03-15"));
        check(Field::Birth, DayFirst, "1996", "", Some(Mended::NoDay));
        check(Field::Birth, DayFirst, "05031996", "05031996", None);
        check(Field::Birth, DayFirst, "#N/A", "", Some(Mended::Failed));
        check(Field::Birth, MonthFirst, "05/13/1996", "13/5/1996", None);
        check(Field::Birth, MonthFirst, "09/01/2025", "1/9/2025", Some(Mended::MonthFirst("1/9/2025".into())));
        check(Field::Birth, MonthFirst, "09/09/2025", "9/9/2025", None);
        check(Field::Birth, Both, "09/01/2025", "09/01/2025", Some(Mended::InDoubt));
        check(Field::Birth, Both, "23/01/2025", "23/01/2025", None);
        check(Field::CitizenId, DayFirst, "11096000123", "011096000123", as_read("011096000123"));
        check(Field::CitizenId, DayFirst, "'011096000123", "011096000123", None);
        check(Field::CitizenId, DayFirst, "1.1196E+10", "", Some(Mended::Rounded));
        check(Field::VotesFor, DayFirst, "8/9", "8", as_read("8"));
        check(Field::VotesFor, DayFirst, "9/8", "9/8", None);
        check(Field::Certificate, DayFirst, "chưa học", "", None);
        check(Field::CitizenId, DayFirst, "99096000123", "99096000123", None);
        check(Field::CitizenId, DayFirst, "045123456", "045123456", None);
        check(Field::Phone, DayFirst, "912345678", "0912345678", as_read("0912345678"));
        check(Field::Phone, DayFirst, "0912345678", "0912345678", None);
        check(Field::Phone, DayFirst, "0912345678 (Zalo)", "0912345678", None);
        check(Field::CitizenId, DayFirst, "12099001236.0", "012099001236", as_read("012099001236"));
        check(Field::CitizenId, DayFirst, "—", "", None);
        check(Field::Birth, DayFirst, "Chưa cập nhật", "", None);
        check(Field::Birth, DayFirst, "tháng 5/1996", "", Some(Mended::NoDay));
        check(Field::Decision, DayFirst, "03/02/2025 (QĐ số 12)", "03/02/2025", None);
        check(Field::Name, DayFirst, "Lò  Văn\u{A0} Mẫu", "Lò Văn Mẫu", None);
        check(Field::Name, DayFirst, "Đ/c Lò Văn Mẫu", "Lò Văn Mẫu", None);
        check(Field::Name, DayFirst, "Đồng chí: Lò Văn Mẫu", "Lò Văn Mẫu", None);
        check(Field::Name, DayFirst, "Bà Lò Thị Thử (nữ)", "Lò Thị Thử", None);
        check(Field::Name, DayFirst, "Ông Lò Văn Mẫu", "Lò Văn Mẫu", as_read("Lò Văn Mẫu"));
        check(Field::Name, DayFirst, "Ông Văn Mẫu", "Ông Văn Mẫu", None);
        check(Field::Name, DayFirst, "Lò Thị Nữ", "Lò Thị Nữ", None);
        check(Field::Residence, DayFirst, "Bà Triệu, bản Mẫu", "Bà Triệu, bản Mẫu", None);
        check(Field::CitizenId, DayFirst, "=\"011096000123\"", "011096000123", None);
        check(Field::Birth, DayFirst, "=DATE(1996;3;5)", "", Some(Mended::Formula));
        check(Field::Name, DayFirst, "'=A1", "=A1", None);
    }

    #[test]
    fn one_proven_day_tells_how_the_column_is_written() {
        let order = |days: &[&str]| {
            let cell = |text: &&str| Cell { field: Field::Birth, column: 1, text: (*text).to_owned() };
            let rows: Vec<Row> = days.iter().map(|day| Row { line: 1, cells: vec![cell(day)] }).collect();
            DayOrder::proven(rows.iter(), Field::Birth)
        };
        assert_eq!(order(&["09/01/2025", "05/13/1996"]), Some(DayOrder::MonthFirst));
        assert_eq!(order(&["09/01/2025", "13/05/1996"]), Some(DayOrder::DayFirst));
        assert_eq!(order(&["13/05/1996", "05/13/1996"]), Some(DayOrder::Both));
        assert_eq!(order(&["1/2/1996", "1996", "không rõ"]), None);
        assert_eq!(order(&["13/1/1996", "14/1/1996", "15/1/1996", "1/16/1996"]), Some(DayOrder::DayFirst));
    }
}
