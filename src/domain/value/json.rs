//! A serde deserializer for the subset of JSON that rows use: arrays, strings and `null`. serde_json parses all of
//! JSON, with floating-point numbers and error messages, which costs 11 kB of the page (gzip) that rows never need.
//! It still serializes, and the tests here compare against it.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use thiserror::Error;

/// The text is not JSON, is outside this subset, or has another shape than expected. Carries no position, because
/// these texts are written by programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not the JSON that was expected")]
pub struct Wrong;

impl serde::de::Error for Wrong {
    fn custom<T: std::fmt::Display>(_: T) -> Wrong {
        Wrong
    }
}

/// Parses a complete text.
///
/// # Errors
/// If it is not JSON of arrays, strings and `null` in the shape of `T`.
pub fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Wrong> {
    let mut parser = Parser { rest: text };
    let value = T::deserialize(&mut parser)?;
    parser.skip_spaces();
    if parser.rest.is_empty() { Ok(value) } else { Err(Wrong) }
}

/// The input that is not consumed yet.
struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Consumes `word` if it comes next, after whitespace.
    #[inline(never)]
    fn takes(&mut self, word: &str) -> bool {
        self.skip_spaces();
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Parses a string after its opening quote.
    #[inline(never)]
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut chars = self.rest.chars();
        loop {
            // Copies a run of unescaped characters at once.
            let rest = chars.as_str();
            let plain = rest.bytes().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)).count();
            let (plain, rest) = rest.split_at_checked(plain)?;
            text.push_str(plain);
            chars = rest.chars();
            text.push(match chars.next()? {
                '"' => break,
                '\\' => match chars.next()? {
                    c @ ('"' | '\\' | '/') => c,
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{C}',
                    'u' => {
                        let (c, rest) = unicode_escape(chars.as_str())?;
                        chars = rest.chars();
                        c
                    }
                    _ => return None,
                },
                _ => return None,
            });
        }
        self.rest = chars.as_str();
        Some(text)
    }
}

/// Parses a `\uXXXX` escape, or a surrogate pair of two, and returns the character and the remaining text. `text`
/// begins after the first `\u`.
fn unicode_escape(text: &str) -> Option<(char, &str)> {
    let (first, rest) = four_digits(text)?;
    let Some(high) = first.checked_sub(0xD800).filter(|high| *high < 0x400) else {
        return Some((char::from_u32(first)?, rest));
    };
    let (second, rest) = four_digits(rest.strip_prefix("\\u")?)?;
    let low = second.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
    Some((char::from_u32(0x1_0000 + (high << 10) + low)?, rest))
}

fn four_digits(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let mut number = 0;
    for digit in digits.chars() {
        number = number * 16 + digit.to_digit(16)?;
    }
    Some((number, rest))
}

impl<'de> Deserializer<'de> for &mut Parser<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.takes("[") {
            return visitor.visit_seq(List { parser: self, begun: false });
        }
        if self.takes("\"") {
            return visitor.visit_string(self.text().ok_or(Wrong)?);
        }
        if self.takes("null") { visitor.visit_unit() } else { Err(Wrong) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.takes("null") { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The rest of an array after its opening bracket.
struct List<'r, 'a> {
    parser: &'r mut Parser<'a>,
    begun: bool,
}

impl<'a> SeqAccess<'a> for List<'_, 'a> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        if self.parser.takes("]") {
            return Ok(None);
        }
        if self.begun && !self.parser.takes(",") {
            return Err(Wrong);
        }
        self.begun = true;
        seed.deserialize(&mut *self.parser).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::value::rows::Rows;

    #[track_caller]
    fn as_serde_json_does(text: &str) {
        assert_eq!(parse::<Rows>(text).ok(), serde_json::from_str::<Rows>(text).ok(), "{text}");
    }

    #[test]
    fn accepts_what_serde_json_accepts_and_rejects_what_it_rejects() {
        for text in [
            "[]",
            " [ [ ] , [ null , \"a\" ] ]\n",
            "[[\"\\u0041\\ud83d\\uDE00\\n\\t\\r\\b\\f\\/\\\\\\\"\"]]",
            "[[\"\\ud83d\"]]",
            "[[\"\\ud83d\\u0041\"]]",
            "[[\"\\udc00\"]]",
            "[[\"\\u+041\"]]",
            "[[\"\\u00\"]]",
            "[[\"\\x\"]]",
            "[[\"a\nb\"]]",
            "[[\"a]]",
            "[[\"a\",]]",
            "[,[]]",
            "[[\"a\" \"b\"]]",
            "[[1]]",
            "[[true]]",
            "[[nul]]",
            "[{}]",
            "[[]] x",
            "[[[]]]",
            "null",
            "",
        ] {
            as_serde_json_does(text);
        }
    }

    fn rows() -> impl Strategy<Value = Rows> {
        let entry = proptest::option::of("(\\PC|[\0-\x1F]){0,6}");
        proptest::collection::vec(proptest::collection::vec(entry, 0..4), 0..4)
    }

    proptest! {
        #[test]
        fn any_text_is_parsed_as_serde_json_parses_it(text in "[\\[\\]\",nul\\\\ a\u{1EC7}]{0,12}|\\PC{0,20}") {
            as_serde_json_does(&text);
        }

        #[test]
        fn what_serde_json_writes_is_parsed_back(rows in rows()) {
            let written = serde_json::to_string(&rows).unwrap_or_default();
            prop_assert_eq!(parse::<Rows>(&written), Ok(rows));
        }
    }
}
