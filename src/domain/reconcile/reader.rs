//! Reading a line: numbers in all their spellings, words, marks, sentences. What the figures say to each other is in
//! `shares`, `sums` and `growth`.

use super::aside;
use super::figure::{Figure, Item, Kind, LARGEST, Near, ONE, Sentence, Value};
use crate::domain::value::letters::fold;

/// Maximum number of bytes of a line that are read.
pub const LONGEST: usize = 20_000;
/// Words that without their marks look like words about figures: `thiểu số` like `thiếu`, `giám sát` like `giảm`, `giáo viên`
/// like `giao`, `con` like `còn`.
const ALIKE: [&str; 36] = [
    "nam", "thiểu", "giám", "giáo", "con", "đất", "bảng", "bàng", "tầng", "tạng", "hòn", "gán", "toàn", "khóa", "tự",
    "tử", "quan", "quán", "tặng", "gặp", "sở", "sổ", "dầu", "dấu", "đâu", "ký", "kỹ", "tiểu", "băng", "thiệu", "thiều",
    "phương", "trồng", "trống", "trọng", "gom",
];
/// Maximum number of figures of a line that are read.
const MOST: usize = 400;

/// Reads a line. Never fails: anything unknown is a word.
pub fn read(line: &str) -> Sentence {
    let mut reader = Reader { line, ..Reader::default() };
    reader.split();
    let mut read = reader.read;
    aside::set_aside(&mut read);
    read
}

#[derive(Default)]
struct Reader<'a> {
    line: &'a str,
    read: Sentence,
    sentence: usize,
    depth: usize,
}

/// A digit in any of the common forms.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '\u{ff10}'..='\u{ff19}' => Some(u32::from(c) - 0xff10),
        _ => None,
    }
}

/// A space between thousands that is not an ordinary one.
fn is_thin(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}')
}

impl Reader<'_> {
    fn split(&mut self) {
        let mut at = 0;
        while let Some(c) = self.line.get(at..).and_then(|rest| rest.chars().next()) {
            if at > LONGEST || self.read.figures.len() > MOST {
                return;
            }
            let end = if c == '[' {
                self.footnote(at)
            } else if digit(c).is_some() {
                self.number(at)
            } else if c.is_alphabetic() {
                self.word(at)
            } else {
                self.mark(c, at + c.len_utf8());
                at + c.len_utf8()
            };
            at = end.max(at + c.len_utf8());
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.line.get(at..).unwrap_or_default()
    }

    /// `[2]`: the number of a footnote.
    fn footnote(&mut self, at: usize) -> usize {
        let rest = self.rest(at + 1);
        let end = rest
            .find(']')
            .filter(|end| *end <= 3 && rest.get(..*end).is_some_and(|text| text.bytes().all(|b| b.is_ascii_digit())));
        match end {
            Some(end) => at + end + 2,
            None => {
                self.mark('[', at + 1);
                at + 1
            }
        }
    }

    fn word(&mut self, at: usize) -> usize {
        // Marks of letters that are written apart belong to them.
        let inside = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c);
        let rest = self.rest(at);
        let end = at + rest.find(|c: char| !inside(c)).unwrap_or(rest.len());
        let written = self.line.get(at..end).unwrap_or_default().to_lowercase();
        let mut word = fold(&written);
        // Without their marks these would be taken for words that say what a figure is.
        if ALIKE.contains(&written.as_str()) {
            word.push('_');
        }
        self.read.items.push(Item::Word(word));
        end
    }

    fn mark(&mut self, c: char, end: usize) {
        let mark = match c {
            '(' | '[' => {
                self.depth += 1;
                '('
            }
            ')' | ']' => {
                self.depth = self.depth.saturating_sub(1);
                ')'
            }
            '–' | '−' | '‑' => '-',
            '\n' | '!' | '?' => '.',
            '…' => {
                self.read.items.push(Item::Mark('…'));
                return;
            }
            '×' | '*' => '×',
            '.' | ',' | ';' | ':' | '+' | '-' | '=' | '/' | '%' | '\t' => c,
            _ => return,
        };
        // A full stop ends a sentence, unless it is that of an abbreviation.
        let next = self.rest(end).chars().find(|c| !c.is_whitespace());
        // `quý II.2018` goes on.
        let joined = self.rest(end).chars().next().is_some_and(|c| c.is_ascii_digit());
        let ends = mark == '.' && !joined && next.is_none_or(|next| !next.is_lowercase() && next != '.');
        if ends && self.depth == 0 {
            self.sentence += 1;
        }
        self.read.items.push(Item::Mark(mark));
    }

    /// A number with its separators; then the percent sign or the word of size behind it.
    fn number(&mut self, at: usize) -> usize {
        let mut text = String::new();
        let mut end = at;
        let characters: Vec<(usize, char)> = self.rest(at).char_indices().take(48).collect();
        for (place, (offset, c)) in characters.iter().enumerate() {
            let next = |further: usize| characters.get(place + further).and_then(|(_, c)| digit(*c));
            // Three digits and no fourth.
            let group = || (1..=3).all(|further| next(further).is_some()) && next(4).is_none();
            if let Some(digit) = digit(*c) {
                text.extend(char::from_digit(digit, 10));
            } else if matches!(c, '.' | ',') && next(1).is_some() {
                text.push(*c);
            } else if (is_thin(*c) || *c == ' ' && !text.contains(','))
                && text.len() <= 3 + 4 * spaces(&text)
                && group()
            {
                text.push(' ');
            } else {
                break;
            }
            end = at + offset + c.len_utf8();
        }
        let plain_group = text.contains(' ') && text.split(' ').next().is_some_and(|first| first.len() > 3);
        if plain_group {
            // `2020 300` are two numbers.
            let first = text.split(' ').next().unwrap_or_default().len();
            end = at + first;
            text.truncate(first);
        }
        let values = values(&text);
        let Some((value, other)) = values else {
            self.read.items.push(Item::Aside);
            return end;
        };
        let figure = Figure {
            span: (at, end),
            value,
            other,
            kind: Kind::Count,
            near: Near::Exactly,
            at: self.read.items.len(),
            sentence: self.sentence,
            depth: self.depth,
            over: None,
            minus: false,
        };
        self.read.items.push(Item::Figure(self.read.figures.len()));
        self.read.figures.push(figure);
        end
    }
}

fn spaces(text: &str) -> usize {
    text.chars().filter(|c| *c == ' ').count()
}

/// The value of a number as written, and the other one that it may have: `8.723` is eight thousand here, `8,723` may be
/// either.
fn values(text: &str) -> Option<(Value, Option<Value>)> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits > 15 {
        return None;
    }
    let plain = || decimal(&text.replace([' ', '.', ','], ""), "");
    let marks: Vec<char> = text.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let last = text.rsplit(['.', ',']).next().unwrap_or_default();
    match marks.as_slice() {
        [] => Some((plain()?, None)),
        [mark] => {
            let (whole, part) = text.split_once(*mark)?;
            let grouped = part.len() == 3 && !whole.starts_with('0') && whole.len() <= 3;
            match (grouped, mark) {
                (true, '.') => Some((plain()?, decimal(whole, part))),
                // The decimal comma; grouped as in English only where that fits.
                (true, _) => Some((decimal(whole, part)?, plain())),
                (false, _) => Some((decimal(&whole.replace(' ', ""), part)?, None)),
            }
        }
        [first, .., second] if first == second => {
            let groups: Vec<&str> = text.split(*first).collect();
            let good = groups.iter().skip(1).all(|group| group.len() == 3);
            if good { Some((plain()?, None)) } else { None }
        }
        [.., mark] => {
            let (whole, _) = text.rsplit_once(*mark)?;
            Some((decimal(&whole.replace([' ', '.', ','], ""), last)?, None))
        }
    }
}

fn decimal(whole: &str, part: &str) -> Option<Value> {
    if part.len() > 4 || whole.is_empty() {
        return None;
    }
    let mut place = ONE;
    for _ in 0..part.len() {
        place /= 10;
    }
    let digits: i64 = format!("{whole}{part}").parse().ok()?;
    let parts = digits.checked_mul(place).filter(|parts| *parts < LARGEST)?;
    Some(Value { parts, place })
}
