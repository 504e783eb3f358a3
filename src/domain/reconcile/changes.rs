//! Parsing of claims about a change: growth from one number to another, and statements of members from the beginning to
//! the end of a period. All other claims are in `parse`.

use super::Claim;
use super::parse::{is_word, near, percent_of};
use super::words::Token;
use crate::domain::value::ratio::Ratio;

/// Matches `từ 68 lên 101`, but not `30 trở lên`.
pub(super) fn rises(tokens: &[Token]) -> bool {
    let mut pairs = tokens.iter().zip(tokens.iter().skip(1));
    pairs.any(|(before, word)| is_word(Some(word), &["len"]) && !is_word(Some(before), &["tro"]))
}

/// Parses `đầu kỳ 20, tăng 3, giảm 0, cuối kỳ 23`, a statement of members in words.
pub(super) fn movement(tokens: &[Token]) -> Option<Claim> {
    let (mut begin, mut end, mut moved, mut terms) = (None, None, 0_i64, 1);
    let mut what: Option<&str> = None;
    for (token, next) in tokens.iter().zip(tokens.iter().skip(1).map(Some).chain([None])) {
        match token {
            Token::Word(word) if is_word(next, &["ky", "nam", "nhiem"]) && (word == "dau" || word == "cuoi") => {
                what = Some(word);
            }
            Token::Word(word) if word == "tang" || word == "giam" => what = Some(word),
            Token::Figure(figure) => {
                let Some(count) = figure.count() else { continue };
                let number = i64::try_from(count).ok()?;
                match what.take() {
                    Some("dau") => begin = Some(count),
                    Some("cuoi") => end = Some(count),
                    Some("tang") => moved = moved.checked_add(number)?,
                    Some("giam") => moved = moved.checked_sub(number)?,
                    _ => continue,
                }
                terms += 1;
            }
            _ => {}
        }
    }
    let (begin, end) = (begin?, end?);
    let left = Ratio::whole(begin).plus(Ratio::new(moved, 1)?)?;
    let right = Ratio::whole(end);
    (terms > 3).then_some(Claim::Equation { left, right, terms, decimals: 0, members: true, pending: 0 })
}

/// Parses a growth from one number to another.
pub(super) fn growth(tokens: &[Token]) -> Option<Claim> {
    let mut base = None;
    let (mut numbers, mut months, mut rises_by) = (Vec::new(), Vec::new(), None);
    for (place, token) in tokens.iter().enumerate() {
        let Some(count) = (if let Token::Figure(figure) = token { figure.count() } else { None }) else { continue };
        let (before, after) = (place.checked_sub(1).and_then(|place| tokens.get(place)), tokens.get(place + 1));
        if is_word(after, &["thang"]) {
            months.push(count);
        } else if is_word(before, &["nam"]) {
            // A year.
        } else if is_word(before, &["voi"]) {
            // `tăng 20% so với 10`.
            base = Some(count);
        } else if is_word(before, &["tang", "giam"]) {
            rises_by = Some((count, is_word(before, &["giam"])));
        } else {
            numbers.push(count);
        }
    }
    // `Tinh giản 46, từ 812 xuống 766`: from what to what.
    let count_at = |place: usize| match tokens.get(place) {
        Some(Token::Figure(figure)) => figure.count(),
        _ => None,
    };
    let from = (1..tokens.len()).find(|place| is_word(tokens.get(place - 1), &["tu"]) && count_at(*place).is_some());
    let to = from.and_then(|from| (from + 1..tokens.len()).find(|place| count_at(*place).is_some()));
    if let (Some(old), Some(new), [_, _, _, ..]) = (from.and_then(count_at), to.and_then(count_at), numbers.as_slice())
    {
        numbers = vec![old, new];
    }
    let (old, new) = match (numbers.as_slice(), rises_by) {
        ([new], _) if base.is_some() => (base?, *new),
        ([old, new, ..], _) => (*old, *new),
        ([new], Some((by, false))) => (new.checked_sub(by)?, *new),
        ([new], Some((by, true))) => (new.checked_add(by)?, *new),
        _ => return None,
    };
    let months = if let [old, new, ..] = months.as_slice() { Some((*old, *new)) } else { None };
    // `tăng từ 1.986 lên 2.200, số chi bộ giảm 6`: what stands behind is of something else.
    let told = to.and_then(|to| tokens.get(..to)).unwrap_or(tokens);
    let falls = told.iter().any(|token| is_word(Some(token), &["giam", "xuong"]));
    Some(Claim::Growth { old, new, months, given: percent_of(tokens), near: near(tokens), falls })
}
