//! Vietnamese phone numbers, and the mobile prefixes that changed in 2018.

use super::letters::number;

/// Mobile prefixes before and after the change of 15/9/2018, without the leading zero.
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
    /// The wrong characters or the wrong number of digits.
    Shape {
        /// Digits found.
        digits: usize,
    },
    /// An eleven-digit mobile number with a prefix that was replaced in 2018.
    Before2018 {
        /// The same number with its present prefix, without the leading zero.
        now: u64,
    },
}

/// Parses a mobile number of ten digits or a landline number of ten or eleven (02…) and returns its digits. `+84`
/// and `84` stand for the leading zero.
///
/// # Errors
/// Why the text is not a valid number today.
pub fn parse(text: &str) -> Result<String, PhoneProblem> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let shape = PhoneProblem::Shape { digits: digits.len() };
    if text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '.' | '-' | '+' | '(' | ')')) {
        return Err(shape);
    }
    let rest = match digits.strip_prefix("84").filter(|rest| rest.len() >= 9) {
        Some(rest) => rest.strip_prefix('0').unwrap_or(rest),
        None => digits.strip_prefix('0').ok_or(shape)?,
    };
    let value = number(rest, 10).ok_or(shape)?;
    let old = PREFIXES.iter().find(|(old, _)| rest.len() == 10 && value / 10_000_000 == *old);
    if let Some((_, now)) = old {
        return Err(PhoneProblem::Before2018 { now: now * 10_000_000 + value % 10_000_000 });
    }
    let first = rest.chars().next();
    match (first, rest.len()) {
        (Some('3' | '5' | '7' | '8' | '9'), 9) | (Some('2'), 9 | 10) => Ok(format!("0{rest}")),
        _ => Err(shape),
    }
}
