//! Lines of a report as tokens: numbers as they are written in Viet Nam, fractions, ranges, days,
//! signs, and folded words.

use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, number};
use crate::domain::value::ratio::Ratio;

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its value; of a percent the percent itself.
    pub value: Ratio,
    /// Decimals that it was written with.
    pub decimals: u32,
    /// Whether it is a percent.
    pub percent: bool,
}

impl Figure {
    /// A whole number that is no percent.
    pub fn count(self) -> Option<u64> {
        let whole = !self.percent && self.decimals == 0;
        if whole { u64::try_from(self.value.rounded(1)).ok() } else { None }
    }

    /// Whether a ratio, written as this percent is, gives the same figures.
    pub fn is(self, ratio: Ratio) -> bool {
        let scale = 10u32.pow(self.decimals.min(3));
        ratio.rounded(100 * scale) == self.value.rounded(scale)
    }
}

/// A piece of a line.
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
    /// `30/9`, where the word before says that it is a day.
    DayOfYear(u8, u8),
    /// `+`, `-`, `×`, `=`.
    Sign(char),
    /// A word without marks, in small letters.
    Word(String),
}

/// Most letters of a line that are looked at.
const LONGEST: usize = 2_000;

/// Cuts a line into tokens. Total: what is nothing else is a word.
pub fn tokens(line: &str) -> Vec<Token> {
    let folded = fold(line);
    let mut letters: Vec<char> = folded.chars().take(LONGEST).collect();
    letters.push(' ');
    let mut tokens: Vec<Token> = Vec::new();
    let mut word = String::new();
    for letter in letters {
        let inside = word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/'));
        match letter {
            '0'..='9' if inside => word.push(letter),
            '.' | ',' | '/' if inside && !word.is_empty() => word.push(letter),
            'a'..='z' | '0'..='9' => {
                if inside && !word.is_empty() {
                    ends(&mut tokens, &mut word);
                }
                word.push(letter);
            }
            _ => {
                ends(&mut tokens, &mut word);
                match letter {
                    '%' => {
                        if let Some(Token::Figure(last)) = tokens.last_mut() {
                            last.percent = true;
                        }
                    }
                    '+' | '=' => tokens.push(Token::Sign(letter)),
                    '-' | '–' | '−' => tokens.push(Token::Sign('-')),
                    '×' | '*' => tokens.push(Token::Sign('×')),
                    _ => {}
                }
            }
        }
    }
    ranges(tokens)
}

/// Ends a piece of letters or figures.
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
        // `x` between two numbers is a sign.
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
        [over, under] => whole(over).zip(whole(under)).map(|(over, under)| {
            let day = u8::try_from(over).ok().filter(|day| (1..=31).contains(day));
            let month = u8::try_from(under).ok().filter(|month| (1..=12).contains(month));
            match day.zip(month).filter(|_| of_days) {
                Some((day, month)) => Token::DayOfYear(day, month),
                None => Token::Fraction(over, under),
            }
        }),
        [figure] => read(figure).map(Token::Figure),
        _ => None,
    };
    tokens.push(token.unwrap_or_else(|| Token::Word(text.to_owned())));
}

/// A number with a dot between thousands and a decimal comma.
fn read(text: &str) -> Option<Figure> {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    let grouped = groups.len() == 1 || groups.iter().skip(1).all(|group| group.len() == 3);
    let figures: String = groups.concat() + decimals;
    if !grouped || decimals.len() > 3 || figures.len() > 12 {
        return None;
    }
    let count = u32::try_from(decimals.len()).ok()?;
    let value = Ratio::new(i64::try_from(number(&figures, 10)?).ok()?, 10i64.pow(count))?;
    Some(Figure { value, decimals: count, percent: false })
}

fn whole(text: &str) -> Option<u64> {
    read(text)?.count()
}

/// Two numbers with a hyphen between, outside of an equation, are a range.
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
