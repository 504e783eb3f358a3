//! Reading the part of JSON that rows are written in: lists, texts and `null`, as a data format
//! of serde. serde_json reads all of JSON, with floating-point numbers and a sentence for each
//! mistake: 11 kB of the page (gzip) that rows never need. It still writes, and is the measure
//! in the tests here.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use thiserror::Error;

/// The text is not JSON, or beyond this part of it, or not what was to be read. Nobody is told
/// where: these texts are written by programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not the JSON that was expected")]
pub struct Wrong;

impl serde::de::Error for Wrong {
    fn custom<T: std::fmt::Display>(_: T) -> Wrong {
        Wrong
    }
}

/// Reads a whole text.
///
/// # Errors
/// If it is not JSON of lists, texts and `null` in the shape of `T`.
pub fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Wrong> {
    let mut reader = Reader { rest: text };
    let value = T::deserialize(&mut reader)?;
    reader.skip_spaces();
    if reader.rest.is_empty() { Ok(value) } else { Err(Wrong) }
}

/// What is still to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Goes behind a sign or word, if it comes next.
    #[inline(never)]
    fn takes(&mut self, word: &str) -> bool {
        self.skip_spaces();
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// The text whose opening quote was taken.
    #[inline(never)]
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut signs = self.rest.chars();
        loop {
            // All that stands for itself at once.
            let rest = signs.as_str();
            let plain = rest.bytes().take_while(|sign| !matches!(sign, b'"' | b'\\' | 0..0x20)).count();
            let (plain, rest) = rest.split_at_checked(plain)?;
            text.push_str(plain);
            signs = rest.chars();
            text.push(match signs.next()? {
                '"' => break,
                '\\' => match signs.next()? {
                    sign @ ('"' | '\\' | '/') => sign,
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{C}',
                    'u' => {
                        let (sign, rest) = by_number(signs.as_str())?;
                        signs = rest.chars();
                        sign
                    }
                    _ => return None,
                },
                _ => return None,
            });
        }
        self.rest = signs.as_str();
        Some(text)
    }
}

/// The sign that is written as `\u` and four figures, or twice that beyond the first 65,536,
/// and what follows it. `text` begins behind the first `\u`.
fn by_number(text: &str) -> Option<(char, &str)> {
    let (first, rest) = four(text)?;
    let Some(high) = first.checked_sub(0xD800).filter(|high| *high < 0x400) else {
        return Some((char::from_u32(first)?, rest));
    };
    let (second, rest) = four(rest.strip_prefix("\\u")?)?;
    let low = second.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
    Some((char::from_u32(0x1_0000 + (high << 10) + low)?, rest))
}

fn four(text: &str) -> Option<(u32, &str)> {
    let (figures, rest) = text.split_at_checked(4)?;
    let mut number = 0;
    for figure in figures.chars() {
        number = number * 16 + figure.to_digit(16)?;
    }
    Some((number, rest))
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.takes("[") {
            return visitor.visit_seq(List { reader: self, begun: false });
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

/// The rest of a list, whose opening bracket was taken.
struct List<'r, 'a> {
    reader: &'r mut Reader<'a>,
    begun: bool,
}

impl<'a> SeqAccess<'a> for List<'_, 'a> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        if self.reader.takes("]") {
            return Ok(None);
        }
        if self.begun && !self.reader.takes(",") {
            return Err(Wrong);
        }
        self.begun = true;
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::value::rows::Rows;

    #[track_caller]
    fn as_serde_json_does(text: &str) {
        assert_eq!(read::<Rows>(text).ok(), serde_json::from_str::<Rows>(text).ok(), "{text}");
    }

    #[test]
    fn reads_what_serde_json_reads_and_refuses_what_it_refuses() {
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
        fn any_text_is_read_as_serde_json_reads_it(text in "[\\[\\]\",nul\\\\ a\u{1EC7}]{0,12}|\\PC{0,20}") {
            as_serde_json_does(&text);
        }

        #[test]
        fn what_serde_json_writes_is_read_back(rows in rows()) {
            let written = serde_json::to_string(&rows).unwrap_or_default();
            prop_assert_eq!(read::<Rows>(&written), Ok(rows));
        }
    }
}
