//! Tokenizing report lines: numbers in Vietnamese notation, fractions, ranges, days, operators, and folded words.

use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, number};
use crate::domain::value::ratio::Ratio;

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The value; for a percentage the number before the sign, so 7 for `7%`.
    pub value: Ratio,
    /// Number of decimals.
    pub decimals: u32,
    /// Whether a percent sign follows.
    pub percent: bool,
}

impl Figure {
    /// The value, if it is an integer without a percent sign.
    pub fn count(self) -> Option<u64> {
        let whole = !self.percent && self.decimals == 0;
        if whole { u64::try_from(self.value.rounded(1)).ok() } else { None }
    }

    /// Whether `ratio`, rounded to the decimals of this percentage, has the same digits.
    pub fn is(self, ratio: Ratio) -> bool {
        let scale = 10u32.pow(self.decimals.min(3));
        ratio.rounded(100 * scale) == self.value.rounded(scale)
    }
}

/// A token of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A number.
    Figure(Figure),
    /// `17/30`.
    Fraction(u64, u64),
    /// `6-8`.
    Range(u64, u64),
    /// `30/9/2022`.
    Day(Day),
    /// `30/9` after a word that introduces a day.
    DayOfYear(u8, u8),
    /// `+`, `-`, `×`, `=`.
    Sign(char),
    /// A folded word.
    Word(String),
}

/// Maximum number of characters that are tokenized.
const LONGEST: usize = 2_000;

/// Splits a line into tokens. Never fails: anything unknown is a word.
pub fn tokens(line: &str) -> Vec<Token> {
    let folded = fold(line);
    let mut characters: Vec<char> = folded.chars().take(LONGEST).collect();
    characters.push(' ');
    let mut tokens: Vec<Token> = Vec::new();
    let mut word = String::new();
    for character in characters {
        let inside = word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/'));
        match character {
            '0'..='9' if inside => word.push(character),
            '.' | ',' | '/' if inside && !word.is_empty() => word.push(character),
            'a'..='z' | '0'..='9' => {
                if inside && !word.is_empty() {
                    ends(&mut tokens, &mut word);
                }
                word.push(character);
            }
            _ => {
                ends(&mut tokens, &mut word);
                match character {
                    '%' => {
                        if let Some(Token::Figure(last)) = tokens.last_mut() {
                            last.percent = true;
                        }
                    }
                    '+' | '=' => tokens.push(Token::Sign(character)),
                    '-' | '–' | '−' => tokens.push(Token::Sign('-')),
                    '×' | '*' => tokens.push(Token::Sign('×')),
                    _ => {}
                }
            }
        }
    }
    ranges(tokens)
}

/// Completes the token in `word`, which consists of letters or of digits and separators.
fn ends(tokens: &mut Vec<Token>, word: &mut String) {
    let text = std::mem::take(word);
    let mut text = text.as_str();
    while let Some(shorter) = text.strip_suffix(['.', ',', '/']) {
        text = shorter;
    }
    if text.is_empty() {
        return;
    }
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        // `x` after a number is a multiplication sign.
        let sign = text == "x" && matches!(tokens.last(), Some(Token::Figure(_)));
        tokens.push(if sign { Token::Sign('×') } else { Token::Word(text.to_owned()) });
        return;
    }
    let before = tokens.last().and_then(|token| match token {
        Token::Word(word) => Some(word.as_str()),
        _ => None,
    });
    let of_days = before.is_some_and(|word| matches!(word, "ngay" | "den" | "het" | "tu"));
    let parts: Vec<&str> = text.split('/').collect();
    let token = match parts.as_slice() {
        [day, month, year] => Day::parse(&format!("{day}/{month}/{year}")).ok().map(Token::Day),
        [first, second] => whole(first).zip(whole(second)).map(|(first, second)| {
            let day = u8::try_from(first).ok().filter(|day| (1..=31).contains(day));
            let month = u8::try_from(second).ok().filter(|month| (1..=12).contains(month));
            match day.zip(month).filter(|_| of_days) {
                Some((day, month)) => Token::DayOfYear(day, month),
                None => Token::Fraction(first, second),
            }
        }),
        [number] => parse(number).map(Token::Figure),
        _ => None,
    };
    tokens.push(token.unwrap_or_else(|| Token::Word(text.to_owned())));
}

/// Parses a number with dots between thousands and a decimal comma.
fn parse(text: &str) -> Option<Figure> {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    let grouped = groups.len() == 1 || groups.iter().skip(1).all(|group| group.len() == 3);
    let digits: String = groups.concat() + decimals;
    if !grouped || decimals.len() > 3 || digits.len() > 12 {
        return None;
    }
    let count = u32::try_from(decimals.len()).ok()?;
    let value = Ratio::new(i64::try_from(number(&digits, 10)?).ok()?, 10i64.pow(count))?;
    Some(Figure { value, decimals: count, percent: false })
}

fn whole(text: &str) -> Option<u64> {
    parse(text)?.count()
}

/// Joins two numbers with a hyphen in between, outside of an equation, into a range.
fn ranges(tokens: Vec<Token>) -> Vec<Token> {
    if tokens.contains(&Token::Sign('=')) {
        return tokens;
    }
    let mut found: Vec<Token> = Vec::new();
    for token in tokens {
        if let (Token::Figure(most), [.., Token::Figure(least), Token::Sign('-')]) = (&token, found.as_slice())
            && let (Some(least), Some(most)) = (least.count(), most.count())
        {
            found.truncate(found.len() - 2);
            found.push(Token::Range(least, most));
        } else {
            found.push(token);
        }
    }
    found
}
