//! The text of a citizen card's QR code. On cards with a chip (front, since 2021) it is number, number of the identity card before it,
//! name, birth date, sex, address and day of issue, with `|` between; cards of the Law on Identification (back, since July 2024) have four more,
//! of which those of children name father and mother. What is in the machine-readable lines and the chip is not here.
//!
//! Sources: Circular 06/2021/TT-BCA (form of the card), Circular 17/2024/TT-BCA (form since 1 July 2024); the order of the parts as
//! public programs that read them have it.

use crate::domain::checks::citizen_id;
use crate::domain::schema::choice::Sex;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, mend};
use crate::exchange::intake::Made;
use crate::exchange::names::number;

/// What a card says of its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Citizen number, 12 digits.
    pub number: String,
    /// Number of the identity card of before, 9 digits, if there was one.
    pub former: Option<String>,
    /// Name.
    pub name: String,
    /// Birth date; `None` for who has only a year.
    pub birth: Option<Day>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Residence, as it was on the day of issue.
    pub residence: String,
    /// Day of issue.
    pub issued: Option<Day>,
}

impl Card {
    /// The candidate that it is of, in a cell if that is known. By its number: the same card read twice is the same record, on every
    /// machine.
    pub fn candidate(&self, cell: Option<&RecordId>) -> Made {
        let fields = [
            (Field::Name, Some(self.name.clone())),
            (Field::CandidateCell, cell.map(|cell| cell.as_str().to_owned())),
            (Field::Birth, self.birth.map(Day::iso)),
            (Field::SexOfCandidate, self.sex.map(|sex| sex.key().to_owned())),
            (Field::CitizenId, Some(self.number.clone())),
            (Field::Residence, Some(self.residence.clone()).filter(|text| !text.is_empty())),
        ];
        let texts = fields.into_iter().filter_map(|(field, text)| Some((field, text?))).collect();
        let id = RecordId::new(RecordKind::Candidate, number(&["card", &self.number]));
        Made { id, texts, sheet: 0, line: Some(1) }
    }

    /// Whether its number says another birth year, another sex or no province that is known: see
    /// [`citizen_id`].
    pub fn contradicts(&self) -> bool {
        !citizen_id::compared(&self.number, self.sex, self.birth).is_empty()
    }
}

/// Why a text is no card that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardTrouble {
    /// A payment code of a bank (EMVCo, VietQR).
    Payment,
    /// A health insurance card.
    HealthInsurance,
    /// An address of the web.
    Link,
    /// Something else.
    Foreign,
    /// A card, cut off.
    Half,
    /// A card with a number that has not 12 digits.
    Number,
    /// A card whose birth date is no day that can be.
    Birth,
}

/// Signs that programs put between the parts beside `|`.
const BAR: [char; 3] = ['|', '¦', '│'];
/// Parts of a card: of before July 2024, and of the cards since.
const PARTS: [usize; 2] = [7, 11];
/// Bytes of a text that is looked at: no card has more.
const MOST: usize = 1_000;

/// Whether a text looks as if somebody had meant it for a card.
pub fn is_meant(text: &str) -> bool {
    let mut parts = text.trim().split(BAR);
    let first = parts.next().map(value).unwrap_or_default();
    text.len() <= MOST && (9..=13).contains(&first.len()) && is_number(first) && parts.next().is_some()
}

/// Reads the text of a card's code.
///
/// # Errors
/// If it is another text, or not all of it.
pub fn read(text: &str) -> Result<Card, CardTrouble> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\0');
    if !is_meant(text) {
        return Err(foreign(text));
    }
    let mut parts: Vec<String> = text.split(BAR).map(|part| mend(value(part))).collect();
    // Programs that leave out the number of before when there is none.
    if parts.get(1).is_some_and(|second| second.chars().any(char::is_alphabetic)) {
        parts.insert(1, String::new());
    }
    let part = |place: usize| parts.get(place).map(String::as_str).unwrap_or_default();
    if !is_number(part(0)) || part(0).len() != 12 {
        return Err(CardTrouble::Number);
    }
    if parts.len() < PARTS[0] - 1 || part(2).is_empty() || part(3).is_empty() || parts.len() > PARTS[1] + 1 {
        return Err(CardTrouble::Half);
    }
    let birth =
        if part(3).len() == 4 && is_number(part(3)) { None } else { Some(day(part(3)).ok_or(CardTrouble::Birth)?) };
    let former = Some(part(1)).filter(|former| is_number(former) && [9, 12].contains(&former.len()));
    Ok(Card {
        number: part(0).to_owned(),
        former: former.map(str::to_owned),
        name: named(part(2)),
        birth,
        sex: sex(part(4)),
        residence: part(5).to_owned(),
        issued: day(part(6)),
    })
}

fn foreign(text: &str) -> CardTrouble {
    let starts = |with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    // EMVCo QR: the payload format indicator comes first.
    if starts("000201") {
        return CardTrouble::Payment;
    }
    if starts("http://") || starts("https://") {
        return CardTrouble::Link;
    }
    // Two letters and digits, then the name in hexadecimal.
    let mut parts = text.split('|');
    let insured = parts.next().is_some_and(|number| {
        number.len() == 15 && number.chars().take(2).all(|c| c.is_ascii_uppercase())
            || number.len() == 10 && is_number(number)
    });
    let hexadecimal = parts.next().is_some_and(|name| name.len() > 4 && name.chars().all(|c| c.is_ascii_hexdigit()));
    if insured && hexadecimal { CardTrouble::HealthInsurance } else { CardTrouble::Foreign }
}

/// Labels that some scanners put before the parts, folded.
const LABELS: [&str; 14] = [
    "cccd",
    "so cccd",
    "can cuoc",
    "so can cuoc",
    "cmnd",
    "so cmnd",
    "ho ten",
    "ho va ten",
    "ngay sinh",
    "gioi tinh",
    "dia chi",
    "noi thuong tru",
    "noi cu tru",
    "ngay cap",
];

/// A part without its label: `CCCD: …`.
fn value(part: &str) -> &str {
    let part = part.trim();
    match part.split_once(':') {
        Some((label, value)) if LABELS.contains(&fold(label.trim()).as_str()) => value.trim(),
        _ => part,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `ddmmyyyy`, or with signs between.
fn day(text: &str) -> Option<Day> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let signs = text.chars().all(|c| c.is_ascii_digit() || "/-.".contains(c));
    let part = |from: usize, to: usize| {
        digits.get(from..to)?.bytes().try_fold(0_i32, |sum, byte| Some(sum * 10 + i32::from(byte - b'0')))
    };
    let (day, month, year) = (part(0, 2)?, part(2, 4)?, part(4, 8)?);
    (signs && digits.len() == 8).then(|| Day::new(year, month.try_into().ok()?, day.try_into().ok()?)).flatten()
}

fn sex(text: &str) -> Option<Sex> {
    match text.to_lowercase().as_str() {
        "nam" | "male" => Some(Sex::Male),
        "nữ" | "nu" | "female" => Some(Sex::Female),
        _ => None,
    }
}

/// A name in capitals, as some cards have it, in letters as people write it.
pub(super) fn named(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
