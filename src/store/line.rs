//! The encoding of a bundle of changes: version, length and checksum, then JSON, so that truncation
//! and damage are detected. `docs/FORMAT.md` describes it.

use thiserror::Error;

use super::packed;
use crate::book::Book;
use crate::book::change::Change;
use crate::book::stamp::Stamp;
use crate::domain::schema::id::RecordId;
use crate::domain::value::letters::number;
use crate::domain::value::rows::{self, Rows};

/// Version 1: one row per change, uncompressed. Only read.
const FULL: &str = "1";
/// Version 2, see [`packed`]. Read and written.
const PACKED: &str = "2";

/// How a sealed text begins, see [`super::vault`]. What comes from behind the vault is open, or begins with a reason.
pub const SEALED: &str = "3;";
/// The reasons.
const OTHER: &str = "3;other";
const ALTERED: &str = "3;altered";

/// Why a text could not be decoded as a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LineError {
    /// Unknown version.
    #[error("written by a newer version")]
    Newer,
    /// Length or checksum does not match, or the payload is malformed.
    #[error("damaged")]
    Damaged,
    /// Sealed by another vault.
    #[error("sealed by another vault")]
    OtherVault,
    /// Sealed, and changed since by somebody.
    #[error("sealed, and changed since")]
    Altered,
    /// Older than a text written after it says: somebody has put it back.
    #[error("an older text put back")]
    Older,
    /// Not a bundle at all.
    #[error("not a bundle of changes")]
    Foreign,
}

/// What stands for a sealed text that the vault could not open.
pub fn shut(why: LineError) -> String {
    if why == LineError::OtherVault { OTHER } else { ALTERED }.to_owned()
}

/// Encodes changes as a bundle.
pub fn write(changes: &[Change]) -> String {
    let mut book = Book::new(0);
    for change in changes {
        book.apply(change);
    }
    write_book(&book, Vec::new())
}

/// Encodes a whole book as `2;LENGTH;CHECKSUM;JSON`, in ASCII, with the rows `more` appended.
pub fn write_book(book: &Book, more: Rows) -> String {
    let mut rows = packed::write(book);
    rows.extend(more);
    let payload = ascii(&rows::write(&rows));
    format!("{PACKED};{};{:016x};{payload}", payload.len(), checksum(payload.as_bytes()))
}

/// Escapes non-ASCII characters. Browsers store an ASCII-only string in half the space, and no
/// transport corrupts it.
fn ascii(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() {
            ascii.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            ascii.push_str("\\u");
            for place in [12, 8, 4, 0] {
                ascii.extend(char::from_digit(u32::from(*unit >> place) & 15, 16));
            }
        }
    }
    ascii
}

/// Splits into version, length, checksum and payload.
fn parts(text: &str) -> Option<[&str; 4]> {
    let (form, rest) = text.split_once(';')?;
    let (length, rest) = rest.split_once(';')?;
    let (sum, payload) = rest.split_once(';')?;
    Some([form, length, sum, payload])
}

/// The header (version, length, checksum), which identifies a text without decoding it.
pub fn mark(text: &str) -> &str {
    let end = parts(text).map(|[form, length, sum, _]| form.len() + length.len() + sum.len() + 2);
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// Whether length and checksum match the payload.
pub fn is_whole(text: &str) -> bool {
    let Some([_, length, sum, payload]) = parts(text) else { return false };
    number(length, 10) == Some(payload.len() as u64) && number(sum, 16) == Some(checksum(payload.as_bytes()))
}

/// Decodes a bundle, passing each change to `take`, and returns the appended rows.
///
/// # Errors
/// If the text is not a bundle or is damaged. `take` may have been called by then; the changes
/// passed are valid all the same.
pub fn read(text: &str, take: &mut dyn FnMut(&Change)) -> Result<Rows, LineError> {
    let Some([version, _, _, payload]) = parts(text) else {
        match text {
            OTHER => return Err(LineError::OtherVault),
            ALTERED => return Err(LineError::Altered),
            _ => {}
        }
        let version = text.split_once(';').map_or("", |(version, _)| version);
        return Err(if version == FULL || version == PACKED { LineError::Damaged } else { LineError::Foreign });
    };
    if version != FULL && version != PACKED {
        return Err(if number(version, 10).is_some() { LineError::Newer } else { LineError::Foreign });
    }
    let mut rows = is_whole(text).then(|| rows::parse(payload)).flatten().ok_or(LineError::Damaged)?;
    if version == FULL {
        for row in rows {
            take(&full(&row).ok_or(LineError::Damaged)?);
        }
        return Ok(Rows::new());
    }
    let more = if rows.len() > 3 { rows.split_off(3) } else { Rows::new() };
    packed::read(rows, take).ok_or(LineError::Damaged)?;
    Ok(more)
}

fn full(row: &[Option<String>]) -> Option<Change> {
    let [Some(stamp), Some(record), Some(key), value] = row else { return None };
    let (stamp, record) = (Stamp::parse(stamp)?, RecordId::parse(record)?);
    Some(Change { stamp, after: None, record, key: key.as_str().into(), value: value.as_deref().map(Into::into) })
}

/// FNV-1a, 64 bits: detects accidental damage, not tampering.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn collect(text: &str) -> Result<Vec<Change>, LineError> {
        let mut changes = Vec::new();
        read(text, &mut |change| changes.push(change.clone())).map(|_| changes)
    }

    fn stamp() -> impl Strategy<Value = Stamp> {
        (0_u64..(1 << 48), prop_oneof![Just(0_u16), any::<u16>()], prop_oneof![Just(7_u32), any::<u32>()])
            .prop_map(|(ms, count, device)| Stamp { ms, count, device })
    }

    fn change() -> impl Strategy<Value = Change> {
        let value = proptest::option::of("\\PC{0,20}");
        (stamp(), proptest::option::of(stamp()), "[a-z]{1,3}:[0-9a-z]{1,2}", "[a-c]", value).prop_map(
            |(stamp, after, record, key, value)| {
                let record = RecordId::parse(&record).unwrap_or_else(|| unreachable!());
                Change { stamp, after, record, key: key.into(), value: value.map(Into::into) }
            },
        )
    }

    fn merged(changes: &[Change]) -> Vec<Change> {
        let mut book = Book::new(0);
        for change in changes {
            book.apply(change);
        }
        book.changes()
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(changes in proptest::collection::vec(change(), 0..12)) {
            let text = write(&changes);
            prop_assert!(text.is_ascii());
            prop_assert_eq!(collect(&text), Ok(merged(&changes)));
        }

        #[test]
        fn no_cut_and_no_swapped_character_goes_unnoticed(changes in proptest::collection::vec(change(), 1..4), at in any::<proptest::sample::Index>()) {
            let written = write(&changes);
            let at = at.index(written.len());
            prop_assert!(collect(&written[..at]).is_err());
            let swapped: String = written.char_indices().map(|(i, c)| if i == at { '\u{1}' } else { c }).collect();
            prop_assert!(collect(&swapped).is_err());
        }

        #[test]
        fn any_text_at_all_is_read_without_harm(text in "\\PC{0,40}|[12];[0-9]{1,3};[0-9a-f]{16};.{0,20}") {
            let _ = collect(&text);
        }

        #[test]
        fn any_numbers_are_read_without_harm(words in proptest::collection::vec("[a-z:]{0,4}", 0..4), numbers in "[A-Za-z0-9_-]{0,40}") {
            let row = |texts: &[String]| texts.iter().cloned().map(Some).collect::<Vec<_>>();
            let rows = vec![row(&words), row(&["7".to_owned()]), row(&[numbers])];
            let payload = rows::write(&rows);
            let text = format!("2;{};{:016x};{payload}", payload.len(), checksum(payload.as_bytes()));
            let _ = collect(&text);
        }
    }

    #[test]
    fn other_texts_say_what_they_are() {
        assert_eq!(collect("hello"), Err(LineError::Foreign));
        assert_eq!(collect("3;1;0;x"), Err(LineError::Newer));
        assert_eq!(collect("1;2"), Err(LineError::Damaged));
        assert_eq!(collect("2;2"), Err(LineError::Damaged));
        assert_eq!(collect("{\"a\":1;2;3;4}"), Err(LineError::Foreign));
    }

    #[test]
    fn the_first_versions_bundles_are_read() {
        let payload = "[[\"0000000000050000000000a1\",\"candidate:a\",\"name\",\"Lò\"]]";
        let text = format!("1;{};{:016x};{payload}", payload.len(), checksum(payload.as_bytes()));
        let changes = collect(&text).unwrap_or_default();
        let found: Vec<_> =
            changes.iter().map(|change| (change.stamp.ms, change.after, change.value.as_deref())).collect();
        assert_eq!(found, [(5, None, Some("Lò"))]);
    }

    #[test]
    fn the_form_is_what_the_document_says() {
        let mut book = Book::new(0x2a);
        let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
        book.edit(1_000, &id, "name", Some("Lò".to_owned()));
        book.edit(2_000, &id, "name", Some("Lò Thị Mẫu".to_owned()));
        book.edit(2_000, &id, "cell", None);
        assert_eq!(
            write_book(&book, Vec::new()),
            "2;103;8a2c6eb72d2587bb;[[\"candidate:a\",\"cell\",\"name\",\"L\\u00f2\",\"L\\u00f2 Th\\u1ecb M\\u1eabu\"],[\"42\"],[\"ACABEg9DBAACAx-BBBw-BB\"]]"
        );
    }
}
