//! Parsing of a report line: the first known kind of claim that its words and numbers match. Claims about a change are
//! in `changes`.

use super::changes::{growth, movement, rises};
use super::words::{Figure, Token, tokens};
use super::{Claim, Near, Reached};
use crate::domain::value::day::Day;
use crate::domain::value::ratio::Ratio;

/// Parses a line. `None` if it matches no kind of claim.
pub fn parse(line: &str) -> Option<Claim> {
    if let Some(usual) = document(line) {
        return Some(Claim::Document(usual));
    }
    let tokens = tokens(line);
    let has = |word: &str| tokens.iter().any(|token| matches!(token, Token::Word(other) if other == word));
    if tokens.contains(&Token::Sign('=')) {
        return equation(&tokens, has("vien"));
    }
    days(&tokens)
        .or_else(|| villages(&tokens))
        .or_else(|| within(&tokens))
        .or_else(|| movement(&tokens))
        .or_else(|| if has("tang") || has("giam") || has("xuong") || rises(&tokens) { growth(&tokens) } else { None })
        .or_else(|| target(&tokens))
        .or_else(|| share(&tokens))
}

/// Matches `27/KH/TU` and returns the usual spelling, `27-KH/TU`.
fn document(line: &str) -> Option<String> {
    line.split([' ', ',', ';', '(', ')']).find_map(|word| {
        let parts: Vec<&str> = word.split('/').collect();
        let [digits, kind, body] = parts.as_slice() else { return None };
        let capitals = |part: &str| !part.is_empty() && part.chars().all(char::is_uppercase);
        let number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        (number && capitals(kind) && capitals(body)).then(|| format!("{digits}-{kind}/{body}"))
    })
}

/// Index of the words that introduce pending dossiers: `đang trình`, `đang làm hồ sơ`, `chờ`. The next word is
/// required, because folded `đang` equals `đảng`.
fn waiting(tokens: &[Token]) -> usize {
    let begins = |place: &usize| {
        let (here, next) = (tokens.get(*place), tokens.get(*place + 1));
        is_word(here, &["cho"])
            || (is_word(here, &["dang"]) && is_word(next, &["lam", "trinh", "hoan", "cho", "xet", "gui"]))
    };
    (0..tokens.len()).find(begins).unwrap_or(tokens.len())
}

/// The number of pending dossiers.
fn pending(tokens: &[Token]) -> u64 {
    let rest = tokens.get(waiting(tokens)..).unwrap_or_default();
    counts(rest).first().copied().unwrap_or(0)
}

/// The tokens before the words that introduce pending dossiers.
fn done_part(tokens: &[Token]) -> &[Token] {
    tokens.get(..waiting(tokens)).unwrap_or(tokens)
}

fn equation(all: &[Token], members: bool) -> Option<Claim> {
    let pending = pending(all);
    let tokens = done_part(all);
    // `10 ha × 60 tạ/ha = 60 tấn`: units of their own.
    let measured =
        |token: &Token| is_word(Some(token), &["ta", "tan", "kg", "ha", "trieu", "nghin", "ty", "yen", "km"]);
    let times = |token: &Token| *token == Token::Sign('×') || is_word(Some(token), &["x"]);
    if tokens.iter().any(times) && tokens.iter().any(measured) {
        return None;
    }
    let mut sides = tokens.split(|token| *token == Token::Sign('='));
    let (left, right) = (sides.next()?, sides.next()?);
    if sides.next().is_some() {
        return None;
    }
    // `17/30 = 56,7%` is a share.
    let percent = |side: &[Token]| {
        side.iter().find_map(|token| if let Token::Figure(figure) = token { Some(*figure) } else { None })
    };
    if let ([Token::Fraction(part, whole)], Some(given)) = (figures(left).as_slice(), percent(right))
        && given.percent
    {
        return Some(Claim::Share { part: *part, whole: *whole, given: Some(given), near: near(right) });
    }
    // `3,5% của 200 = 7` is also a share.
    if let ([Token::Figure(given), Token::Figure(whole)], [Token::Figure(part)]) =
        (figures(left).as_slice(), figures(right).as_slice())
        && given.percent
        && left.iter().any(|token| is_word(Some(token), &["cua"]))
    {
        return Some(Claim::Share {
            part: part.count()?,
            whole: whole.count()?,
            given: Some(*given),
            near: near(left),
        });
    }
    // `đạt 26,7%, tăng 6,7% so với khóa trước (3/15 = 20%)`: what the fraction is of, the words know.
    if percent(right).is_some_and(|given| given.percent) && matches!(left.last(), Some(Token::Fraction(..))) {
        return None;
    }
    // A percentage beside what is none: words between say of what it is.
    let shares = |side: &[Token]| side.iter().any(|token| matches!(token, Token::Figure(figure) if figure.percent));
    if shares(left) != shares(right) {
        return None;
    }
    let ((left, some, fine), (right, others, finer)) = (side(left)?, side(right)?);
    let decimals = fine.max(finer);
    Some(Claim::Equation { left, right, terms: some.max(others), decimals, members, pending })
}

/// The tokens of a side without its words.
fn figures(side: &[Token]) -> Vec<Token> {
    side.iter().filter(|token| !matches!(token, Token::Word(_))).cloned().collect()
}

/// Evaluates a side of an equation: its value, number of terms, and decimals.
fn side(side: &[Token]) -> Option<(Ratio, usize, u32)> {
    let (mut sum, mut product): (Ratio, Option<Ratio>) = (Ratio::ZERO, None);
    let (mut minus, mut times, mut terms, mut decimals) = (false, false, 0, 0);
    let add = |sum: Ratio, product: Option<Ratio>, minus: bool| match product {
        Some(product) if minus => product.times(-1, 1).and_then(|less| sum.plus(less)),
        Some(product) => sum.plus(product),
        None => Some(sum),
    };
    for (place, token) in side.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| side.get(place));
        let value = match token {
            // A label: a year, a quarter, a month.
            Token::Figure(_) if is_word(before, &["nam", "quy", "thang"]) => continue,
            Token::Figure(figure) => {
                decimals = decimals.max(figure.decimals);
                figure.value
            }
            Token::Fraction(numerator, denominator) => {
                Ratio::new(i64::try_from(*numerator).ok()?, i64::try_from(*denominator).ok()?)?
            }
            Token::Sign('×') => {
                times = true;
                continue;
            }
            Token::Sign(sign @ ('+' | '-')) => {
                sum = add(sum, product.take(), minus)?;
                minus = *sign == '-';
                continue;
            }
            _ => continue,
        };
        product = match product {
            Some(product) if times => product.times(value.rounded(1000), 1000),
            // Two numbers with only words in between: the first one is a label, such as a year.
            Some(_) | None => Some(value),
        };
        terms += 1;
        times = false;
    }
    product?;
    Some((add(sum, product, minus)?, terms, decimals))
}

pub(super) fn near(tokens: &[Token]) -> Near {
    let has = |words: &[&str]| {
        tokens.iter().any(|token| matches!(token, Token::Word(word) if words.contains(&word.as_str())))
    };
    if has(&["gan"]) {
        Near::Below
    } else if has(&["hon", "tren"]) {
        Near::Above
    } else {
        Near::Exactly
    }
}

pub(super) fn percent_of(tokens: &[Token]) -> Option<Figure> {
    tokens.iter().rev().find_map(|token| match token {
        Token::Figure(figure) if figure.percent => Some(*figure),
        _ => None,
    })
}

fn counts(tokens: &[Token]) -> Vec<u64> {
    let count = |token: &Token| if let Token::Figure(figure) = token { figure.count() } else { None };
    tokens.iter().filter_map(count).collect()
}

pub(super) fn is_word(token: Option<&Token>, words: &[&str]) -> bool {
    matches!(token, Some(Token::Word(word)) if words.contains(&word.as_str()))
}

fn days(tokens: &[Token]) -> Option<Claim> {
    let mut until = None;
    for (place, token) in tokens.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| tokens.get(place));
        let day = match (token, until) {
            (Token::Day(day), _) => *day,
            (Token::DayOfYear(day, month), Some(until)) => Day::new(Day::year(until), *month, *day)?,
            _ => continue,
        };
        match until {
            None if is_word(before, &["den", "het"]) => until = Some(day),
            None => return None,
            Some(until) => return Some(Claim::Cut { until, other: day }),
        }
    }
    None
}

fn villages(tokens: &[Token]) -> Option<Claim> {
    let after = |words: &[&str]| {
        let mut last = None;
        for (place, token) in tokens.iter().enumerate() {
            if let Token::Figure(figure) = token {
                last = figure.count();
            }
            let here = tokens.get(place..place + words.len()).unwrap_or_default();
            if !here.is_empty() && here.iter().zip(words).all(|(token, word)| is_word(Some(token), &[*word])) {
                return last;
            }
        }
        None
    };
    let none =
        |what: &[&str]| after(&[&["chua", "co"], what].concat()).or_else(|| after(&[&["khong", "co"], what].concat()));
    let no_member = none(&["dang", "vien"])?;
    let no_organization = none(&["to", "chuc"]).or_else(|| none(&["chi", "bo"]))?;
    Some(Claim::Villages { no_member, no_organization })
}

fn within(tokens: &[Token]) -> Option<Claim> {
    let place = tokens.iter().position(|token| is_word(Some(token), &["trong"]))?;
    let (before, after) = (tokens.get(..place)?, tokens.get(place..)?);
    let (inner, outer) = (*counts(before).last()?, *counts(after).first()?);
    percent_of(tokens).is_none().then_some(Claim::Within { inner, outer })
}

fn target(all: &[Token]) -> Option<Claim> {
    let pending = pending(all);
    let tokens = done_part(all);
    let given = percent_of(tokens).map(|percent| {
        let beyond = tokens.iter().any(|token| is_word(Some(token), &["vuot"]));
        (if beyond { Reached::Beyond } else { Reached::Reached }, percent)
    });
    // Not `tiểu học`.
    let is_target = |pair: &[Token]| is_word(pair.first(), &["chi", "muc"]) && is_word(pair.get(1), &["tieu"]);
    let Some(place) = tokens.windows(2).position(is_target).map(|place| place + 1) else {
        // `134/100 vượt 34%`, `1/12 (đang trình 1)`.
        let fraction = tokens.iter().find_map(|token| match token {
            Token::Fraction(done, target) => Some((*done, *target)),
            _ => None,
        });
        let (done, target) =
            fraction.filter(|_| pending > 0 || given.is_some_and(|(kind, _)| kind == Reached::Beyond))?;
        return Some(Claim::Target { done, targets: vec![(target, target)], pending, given });
    };
    let (before, after) = (tokens.get(..place)?, tokens.get(place..)?);
    let mut targets = Vec::new();
    let ends = |token: &Token| is_word(Some(token), &["thuc", "dat", "ket", "vuot", "nay"]);
    let end = after.iter().position(ends).unwrap_or(after.len());
    let later = counts(after.get(end..).unwrap_or_default()).first().copied();
    for token in after.get(..end).unwrap_or_default() {
        match token {
            Token::Figure(figure) => targets.extend(figure.count().map(|count| (count, count))),
            Token::Range(least, most) => targets.push((*least, *most)),
            _ => {}
        }
    }
    if targets.is_empty() {
        return None;
    }
    // `vượt 4 người so với chỉ tiêu 10`: the excess, not the result.
    let results = before.iter().enumerate().filter(|(place, _)| {
        let word = place.checked_sub(1).and_then(|place| before.get(place));
        !is_word(word, &["vuot", "thieu", "hut"])
    });
    let results: Vec<Token> = results.map(|(_, token)| token.clone()).collect();
    match counts(&results).last().copied().or(later) {
        Some(done) => Some(Claim::Target { done, targets, pending, given }),
        None => (targets.len() > 1).then_some(Claim::Targets(targets)),
    }
}

fn share(tokens: &[Token]) -> Option<Claim> {
    let fraction = tokens.iter().find_map(|token| match token {
        Token::Fraction(part, whole) => Some((*part, *whole)),
        _ => None,
    });
    let (part, whole) = fraction?;
    Some(Claim::Share { part, whole, given: percent_of(tokens), near: near(tokens) })
}
