//! What a target asks for: an exact number, a minimum, a range, or a percentage of the members. The number that a
//! percentage comes to for one organization is computed in `progress`.

use super::letters::{fold, number, split};
use super::ratio::Ratio;

/// The bound of a target.
#[doc(alias = "mức giao")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Exactly this number.
    Exactly(u32),
    /// This number or more.
    AtLeast(u32),
    /// From `least` to `most`, both included; `least` is not above `most`.
    Range {
        /// Lower end.
        least: u32,
        /// Upper end.
        most: u32,
    },
    /// Percentage of the organization's members on the base day.
    PercentOfBase {
        /// The percentage: 7 stands for 7 %.
        percent: Ratio,
        /// The day whose member count is taken.
        base: BaseDay,
    },
}

/// The day whose member count a percentage refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseDay {
    /// The first day of the target's period.
    #[doc(alias = "đầu kỳ")]
    PeriodStart,
    /// The as-of day.
    #[doc(alias = "hiện có")]
    AsOf,
}

/// Why a text is not a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundProblem {
    /// A range from high to low.
    Reversed,
    /// A percentage without its base day.
    BaseMissing,
    /// More than [`LARGEST`].
    TooLarge,
    /// None of the accepted spellings.
    Unreadable,
}

/// Largest number a target may ask for.
pub const LARGEST: u32 = 10_000_000;

impl Bound {
    /// The bound as [`Bound::parse`] reads it; `None` for a percentage, which means another number for each organization.
    pub fn written(self) -> Option<String> {
        Some(match self {
            Bound::Exactly(number) => number.to_string(),
            Bound::AtLeast(number) => format!("≥ {number}"),
            Bound::Range { least, most } => format!("{least}-{most}"),
            Bound::PercentOfBase { .. } => return None,
        })
    }

    /// Parses `100`, `≥ 30`, `30 trở lên`, `từ 30`, `6-8`, `6 – 8`, `6 đến 8`, `từ 6 đến 8`, `7% đầu kỳ` or
    /// `5,74 % hiện có`, with or without diacritics.
    ///
    /// # Errors
    /// Why the text is not a bound.
    pub fn parse(text: &str) -> Result<Bound, BoundProblem> {
        let folded = fold(text);
        if let Some((percent, rest)) = folded.split_once('%') {
            let percent = Ratio::parse(percent.trim()).ok_or(BoundProblem::Unreadable)?;
            let base = match rest.trim() {
                "dau ky" | "dau nam" | "dau nhiem ky" | "so dang vien dau ky" | "so dang vien dau nam" => {
                    BaseDay::PeriodStart
                }
                "hien co" | "hien nay" | "so dang vien hien co" => BaseDay::AsOf,
                "" => return Err(BoundProblem::BaseMissing),
                _ => return Err(BoundProblem::Unreadable),
            };
            return Ok(Bound::PercentOfBase { percent, base });
        }
        let mut words = split(&folded, &|c| matches!(c, ' ' | '-' | '–' | '—' | '≥' | '>' | '='));
        words.retain(|word| !word.is_empty());
        let dashed = folded.chars().any(|c| matches!(c, '-' | '–' | '—'));
        // Text after a number is an error: its meaning is not guessed.
        let above = folded.starts_with('≥') || folded.starts_with(">=");
        match words.as_slice() {
            ["tu", least, "den", most] | [least, "den", most] => range(least, most),
            ["tu", least, most] | [least, most] if dashed => range(least, most),
            ["tu", least, "tro", "len"] | [least, "tro", "len"] | ["tu", least] | ["it", "nhat", least] => {
                count(least).map(Bound::AtLeast)
            }
            [least] if above => count(least).map(Bound::AtLeast),
            [_] if !dashed => count(&folded).map(Bound::Exactly),
            _ => Err(BoundProblem::Unreadable),
        }
    }
}

fn range(least: &str, most: &str) -> Result<Bound, BoundProblem> {
    let (least, most) = (count(least)?, count(most)?);
    if least <= most { Ok(Bound::Range { least, most }) } else { Err(BoundProblem::Reversed) }
}

/// Parses an integer with or without thousands separators.
fn count(text: &str) -> Result<u32, BoundProblem> {
    match parse_count(text) {
        Some(number) if number <= u64::from(LARGEST) => u32::try_from(number).map_err(|_| BoundProblem::TooLarge),
        Some(_) => Err(BoundProblem::TooLarge),
        None => Err(BoundProblem::Unreadable),
    }
}

/// Parses `17`, `01`, `1.713` or `1 713`; each group after a dot or space must have three digits.
pub fn parse_count(text: &str) -> Option<u64> {
    let text = text.trim();
    let groups = split(text, &|c| matches!(c, '.' | ' '));
    let (first, more) = groups.split_first()?;
    let all_digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let fits = all_digits(first)
        && (more.is_empty() || first.len() <= 3)
        && more.iter().all(|group| all_digits(group) && group.len() == 3);
    if !fits || text.len() > 19 {
        return None;
    }
    let mut plain = String::new();
    groups.iter().for_each(|group| plain.push_str(group));
    number(&plain, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<Bound, BoundProblem>) {
        assert_eq!(Bound::parse(text), expected, "{text}");
    }

    fn percent(text: &str, base: BaseDay) -> Result<Bound, BoundProblem> {
        Ratio::parse(text).map(|percent| Bound::PercentOfBase { percent, base }).ok_or(BoundProblem::Unreadable)
    }

    #[test]
    fn what_is_written_is_read_again() {
        for bound in
            [Bound::Exactly(0), Bound::AtLeast(30), Bound::Range { least: 6, most: 8 }, Bound::Exactly(LARGEST)]
        {
            assert_eq!(bound.written().map(|text| Bound::parse(&text)), Some(Ok(bound)));
        }
    }

    #[test]
    fn every_spelling_of_a_target_is_parsed() {
        for text in ["100", " 100 ", "0100"] {
            check(text, Ok(Bound::Exactly(100)));
        }
        check("1.713", Ok(Bound::Exactly(1713)));
        for text in [
            "≥ 30",
            "≥30",
            ">= 30",
            "30 trở lên",
            "từ 30",
            "từ 30 trở lên",
            "tu 30 tro len",
            "ít nhất 30",
            "30 TRỞ LÊN",
        ] {
            check(text, Ok(Bound::AtLeast(30)));
        }
        for text in ["6-8", "6 – 8", "6 - 8", "6 đến 8", "từ 6 đến 8", "Từ 6-8", "6—8"] {
            check(text, Ok(Bound::Range { least: 6, most: 8 }));
        }
        check("7% đầu kỳ", percent("7", BaseDay::PeriodStart));
        check("7 % đầu năm", percent("7", BaseDay::PeriodStart));
        check("5,74% hiện có", percent("5,74", BaseDay::AsOf));
        check("7% số đảng viên hiện có", percent("7", BaseDay::AsOf));
    }

    #[test]
    fn what_is_not_a_target_says_why() {
        check("8-6", Err(BoundProblem::Reversed));
        check("7%", Err(BoundProblem::BaseMissing));
        check("7% của tỉnh", Err(BoundProblem::Unreadable));
        check("99999999", Err(BoundProblem::TooLarge));
        for text in ["", "ba mươi", "-5", "3,5", "1.71", "6-", "17/30", "≥", "99999999999999999999999"] {
            check(text, Err(BoundProblem::Unreadable));
        }
    }
}
