//! The written form of a bundle of changes: version, length and checksum in front of a JSON
//! list, so that a torn or damaged text is recognised. `docs/FORMAT.md` describes it.

use thiserror::Error;

use crate::book::change::Change;
use crate::book::stamp::Stamp;
use crate::domain::id::RecordId;
use crate::domain::letters::number;
use crate::domain::rows;

/// Version of the form that is written.
const VERSION: &str = "1";

/// Why a text is not a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LineError {
    /// A form that this version does not know.
    #[error("written by a newer version")]
    Newer,
    /// Shorter or longer than it says, or other letters than were written.
    #[error("damaged")]
    Damaged,
    /// Not written by this program.
    #[error("not a bundle of changes")]
    Foreign,
}

/// Writes a bundle: `1;LENGTH;CHECKSUM;[[stamp, record, field, text], …]`.
pub fn write(changes: &[Change]) -> String {
    let mut rows = Vec::new();
    for Change { stamp, record, key, value } in changes {
        let record = record.as_str().to_owned();
        rows.push(vec![Some(stamp.to_string()), Some(record), Some(key.clone()), value.clone()]);
    }
    let payload = rows::write(&rows);
    format!("{VERSION};{};{:016x};{payload}", payload.len(), checksum(payload.as_bytes()))
}

/// Reads a bundle.
///
/// # Errors
/// If the text is not one, or is not whole.
pub fn read(text: &str) -> Result<Vec<Change>, LineError> {
    let mut parts = text.splitn(4, ';');
    let (Some(version), Some(length), Some(sum), Some(payload)) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(if text.starts_with("1;") { LineError::Damaged } else { LineError::Foreign });
    };
    if version != VERSION {
        return Err(if number(version, 10).is_some() { LineError::Newer } else { LineError::Foreign });
    }
    let whole =
        number(length, 10) == Some(payload.len() as u64) && sum == format!("{:016x}", checksum(payload.as_bytes()));
    let rows = whole.then(|| rows::read(payload)).flatten().ok_or(LineError::Damaged)?;
    let mut changes = Vec::new();
    for row in rows {
        changes.push(change(&row).ok_or(LineError::Damaged)?);
    }
    Ok(changes)
}

fn change(row: &[Option<String>]) -> Option<Change> {
    let [Some(stamp), Some(record), Some(key), value] = row else { return None };
    Some(Change {
        stamp: Stamp::parse(stamp)?,
        record: RecordId::parse(record)?,
        key: key.clone(),
        value: value.clone(),
    })
}

/// FNV-1a with 64 bits: tells damage from wholeness, protects against nobody.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bundle(texts: &[String]) -> Vec<Change> {
        let record = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
        let change = |(ms, text): (usize, &String)| Change {
            stamp: Stamp { ms: ms as u64, count: 0, device: 1 },
            record: record.clone(),
            key: "name".to_owned(),
            value: Some(text.clone()),
        };
        texts.iter().enumerate().map(change).collect()
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(texts in proptest::collection::vec("\\PC{0,20}", 0..5)) {
            let changes = bundle(&texts);
            prop_assert_eq!(read(&write(&changes)), Ok(changes));
        }

        #[test]
        fn no_cut_and_no_swapped_sign_goes_unnoticed(text in "\\PC{1,20}", at in any::<proptest::sample::Index>()) {
            let written = write(&bundle(&[text]));
            let signs: Vec<char> = written.chars().collect();
            let at = at.index(signs.len());
            let cut: String = signs.iter().take(at).collect();
            prop_assert!(read(&cut).is_err());
            let swapped: String = signs.iter().enumerate().map(|(i, c)| if i == at { '\u{1}' } else { *c }).collect();
            prop_assert!(read(&swapped).is_err());
        }

        #[test]
        fn any_text_at_all_is_read_without_harm(text in "\\PC{0,40}|1;[0-9]{1,3};[0-9a-f]{16};.{0,20}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn other_texts_say_what_they_are() {
        assert_eq!(read("hello"), Err(LineError::Foreign));
        assert_eq!(read("2;1;0;x"), Err(LineError::Newer));
        assert_eq!(read("1;2"), Err(LineError::Damaged));
        assert_eq!(read("{\"a\":1;2;3;4}"), Err(LineError::Foreign));
    }
}
