//! Vietnamese formats of numbers, days and periods: decimal comma, dot as thousands separator, day
//! before month.

use crate::domain::value::bound::{BaseDay, Bound};
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters::small;
use crate::domain::value::month::{Month, When};
use crate::domain::value::ratio::Ratio;

/// An integer: `8.723`.
pub fn count(number: u64) -> String {
    grouped(i64::try_from(number).unwrap_or(i64::MAX))
}

fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::from(if number < 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// A ratio with one decimal, half away from zero: `14,5`.
pub fn decimal(ratio: Ratio) -> String {
    tenths(ratio.rounded(10))
}

/// A percentage without its sign: `56,7`.
pub fn percent_figure(ratio: Ratio) -> String {
    tenths(ratio.rounded(1000))
}

/// A percentage: `56,7%`.
pub fn percent(ratio: Ratio) -> String {
    format!("{}%", percent_figure(ratio))
}

/// Growth with its sign: `+44,4%`, `−15,1%`.
pub fn growth(ratio: Ratio) -> String {
    let sign = if ratio.rounded(1000) > 0 { "+" } else { "" };
    format!("{sign}{}", percent(ratio))
}

/// A difference with its sign: `+760`.
pub fn difference(old: u64, new: u64) -> String {
    let wide = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let difference = wide(new) - wide(old);
    format!("{}{}", if difference > 0 { "+" } else { "" }, grouped(difference))
}

/// An integer with its sign: `+3`, `−102`.
pub fn signed(number: i64) -> String {
    format!("{}{}", if number > 0 { "+" } else { "" }, grouped(number))
}

/// An integer if the ratio is whole, otherwise one decimal: `90`, `25,1`.
pub fn plain(ratio: Ratio) -> String {
    if ratio.is_whole() { grouped(ratio.rounded(1)) } else { decimal(ratio) }
}

fn tenths(tenths: i64) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    let size = tenths.unsigned_abs();
    format!("{sign}{},{}", grouped(i64::try_from(size / 10).unwrap_or(i64::MAX)), size % 10)
}

/// A day: `01/06/2022`.
pub fn day(day: Day) -> String {
    format!("{:02}/{:02}/{:04}", u32::from(day.day()), u32::from(day.month()), day.year().unsigned_abs())
}

/// Figures of a telephone number in groups, as people read them out: `0912 345 671`.
pub fn phone(figures: &str) -> String {
    let part = |from: usize, to: usize| figures.get(from..to).unwrap_or_default();
    format!("{} {} {}", part(0, 4), part(4, 7), part(7, figures.len()))
}

/// A month: `06/2022`.
pub fn month(month: Month) -> String {
    format!("{:02}/{:04}", month.month().unsigned_abs(), month.year().unsigned_abs())
}

/// A date with its known precision: `1950`, `02/1950`, `03/02/1950`.
pub fn when(when: When) -> String {
    match when {
        When::Year(year) => year.to_string(),
        When::Month(of) => month(of),
        When::Day(of) => day(of),
    }
}

/// A period by its usual name: `năm 2022`, `2020–2024`, otherwise its first and last day.
pub fn period(period: Period) -> String {
    let (first, last) = (period.first(), period.last());
    if first == first.year_start() && last == last.year_end() {
        if first.year() == last.year() {
            return format!("năm {}", first.year());
        }
        return format!("giai đoạn {}–{}", first.year(), last.year());
    }
    format!("từ {} đến {}", day(first), day(last))
}

/// A period with an initial capital: `Năm 2022`.
pub fn period_title(of: Period) -> String {
    let words = period(of);
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// Lower-cases the first letter, for use within a sentence.
pub fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(small).into_iter().chain(letters).collect()
}

/// A bound: `30 trở lên`.
pub fn bound(bound: Bound) -> String {
    match bound {
        Bound::Exactly(number) => count(number.into()),
        Bound::AtLeast(number) => format!("{} trở lên", count(number.into())),
        Bound::Range { least, most } => format!("{}–{}", count(least.into()), count(most.into())),
        Bound::PercentOfBase { percent, base } => {
            let of = match base {
                BaseDay::PeriodStart => "số đảng viên đầu kỳ",
                BaseDay::AsOf => "số đảng viên hiện có",
            };
            let figure = if percent.is_whole() { grouped(percent.rounded(1)) } else { hundredths(percent) };
            format!("{figure}% {of}")
        }
    }
}

/// Up to two decimals, for percentages that are entered, not computed: `5,74`.
fn hundredths(ratio: Ratio) -> String {
    let size = ratio.rounded(100);
    let figure = format!("{},{:02}", size / 100, size % 100);
    figure.trim_end_matches('0').trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(over: i64, under: i64) -> Ratio {
        Ratio::new(over, under).unwrap_or(Ratio::ZERO)
    }

    #[test]
    fn numbers_are_written_with_comma_and_dots() {
        assert_eq!(percent(ratio(17, 30)), "56,7%");
        assert_eq!(percent(ratio(134, 100)), "134,0%");
        assert_eq!(percent(ratio(12_345, 1)), "1.234.500,0%");
        assert_eq!(growth(ratio(760, 1713)), "+44,4%");
        assert_eq!(growth(ratio(-151, 1000)), "−15,1%");
        assert_eq!(growth(ratio(0, 5)), "0,0%");
        assert_eq!(count(8723), "8.723");
        assert_eq!(count(100), "100");
        assert_eq!(count(1_000_000), "1.000.000");
        assert_eq!(difference(2473, 1713), "−760");
        assert_eq!(decimal(ratio(29, 2)), "14,5");
        assert_eq!(plain(ratio(90, 1)), "90");
    }

    #[test]
    fn words_go_on_in_a_sentence_with_a_small_letter_whatever_its_marks() {
        for (words, inside) in
            [("Đã vào Đảng", "đã vào Đảng"), ("Ở thôn", "ở thôn"), ("Ủy ban", "ủy ban"), ("Ý kiến", "ý kiến"), ("", "")]
        {
            assert_eq!(lower(words), inside);
        }
    }

    #[test]
    fn periods_and_targets_have_their_usual_names() {
        let between = |first: &str, last: &str| {
            let days = Day::parse(first).ok().zip(Day::parse(last).ok());
            days.and_then(|(first, last)| Period::new(first, last)).map(period)
        };
        assert_eq!(between("1/1/2022", "31/12/2022").as_deref(), Some("năm 2022"));
        assert_eq!(between("1/1/2020", "31/12/2024").as_deref(), Some("giai đoạn 2020–2024"));
        assert_eq!(between("1/1/2022", "1/6/2022").as_deref(), Some("từ 01/01/2022 đến 01/06/2022"));
        for (typed, written) in [
            ("1713", "1.713"),
            ("từ 30", "30 trở lên"),
            ("6-8", "6–8"),
            ("5,74% hiện có", "5,74% số đảng viên hiện có"),
            ("7% đầu kỳ", "7% số đảng viên đầu kỳ"),
            ("7,5% đầu kỳ", "7,5% số đảng viên đầu kỳ"),
        ] {
            assert_eq!(Bound::parse(typed).map(bound).as_deref(), Ok(written));
        }
    }
}
