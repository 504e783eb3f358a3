//! Phone numbers in Viet Nam, and the mobile prefixes that changed in 2018.

use super::letters::number;

/// Prefixes of mobile numbers before and after the change of 15/9/2018, without the zero.
pub const PREFIXES: &[(u64, u64)] = &[
    (120, 70),
    (121, 79),
    (122, 77),
    (126, 76),
    (128, 78),
    (123, 83),
    (124, 84),
    (125, 85),
    (127, 81),
    (129, 82),
    (162, 32),
    (163, 33),
    (164, 34),
    (165, 35),
    (166, 36),
    (167, 37),
    (168, 38),
    (169, 39),
    (186, 56),
    (188, 58),
    (199, 59),
];

/// Why a text is not a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneProblem {
    /// Not the digits of a phone number.
    Shape {
        /// Digits found.
        digits: usize,
    },
    /// A mobile number of eleven digits, as they were until 2018.
    Before2018 {
        /// The same number since then, without the zero in front.
        now: u64,
    },
}

/// Ten digits of a mobile phone, or ten or eleven of a telephone at home (02…). `+84` and `84`
/// stand for the zero in front.
///
/// # Errors
/// Says what keeps the digits from being a number of today.
pub fn read(text: &str) -> Result<String, PhoneProblem> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let shape = PhoneProblem::Shape { digits: digits.len() };
    if text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '.' | '-' | '+' | '(' | ')')) {
        return Err(shape);
    }
    let rest = match digits.strip_prefix("84").filter(|rest| rest.len() >= 9) {
        Some(rest) => rest.strip_prefix('0').unwrap_or(rest),
        None => digits.strip_prefix('0').ok_or(shape)?,
    };
    let figures = number(rest, 10).ok_or(shape)?;
    let old = PREFIXES.iter().find(|(old, _)| rest.len() == 10 && figures / 10_000_000 == *old);
    if let Some((_, now)) = old {
        return Err(PhoneProblem::Before2018 { now: now * 10_000_000 + figures % 10_000_000 });
    }
    let first = rest.chars().next();
    match (first, rest.len()) {
        (Some('3' | '5' | '7' | '8' | '9'), 9) | (Some('2'), 9 | 10) => Ok(format!("0{rest}")),
        _ => Err(shape),
    }
}
