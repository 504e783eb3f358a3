//! The compact encoding of a book as rows of short texts: a dictionary of words, the device
//! numbers, and the rest as variable-length integers. A change takes some 10 characters instead of
//! 90, so that a commune's book with its history fits into local storage twice. `docs/FORMAT.md`
//! describes it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::book::Book;
use crate::book::change::Change;
use crate::book::stamp::Stamp;
use crate::domain::schema::id::RecordId;
use crate::domain::value::letters::number;
use crate::domain::value::rows::{Row, Rows};

/// The 64 digits of integers: five bits each, least significant first; the sixth bit marks continuation.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// How an edit's predecessor is encoded: none, the previous edit written, or an explicit stamp.
const NOTHING: u64 = 0;
const PREVIOUS: u64 = 1;
const NAMED: u64 = 2;
/// Flag: the stamp has a nonzero count.
const COUNTED: u64 = 4;
/// The kinds and the flag above take the low three bits; the device index follows.
const DEVICE: u64 = 8;

/// Encodes a book as a row of words, a row of devices and a row with the integers.
pub fn write(book: &Book) -> Rows {
    let mut writer = Writer::default();
    for (id, record) in book.all() {
        writer.word(id.as_str());
        writer.number(record.fields().count() as u64);
        for (key, history) in record.fields() {
            writer.word(key);
            writer.number(history.edits().len() as u64);
            let mut previous = None;
            for edit in history.edits() {
                let kind = match edit.after {
                    None => NOTHING,
                    after if after == previous => PREVIOUS,
                    Some(_) => NAMED,
                };
                writer.stamp(edit.stamp, kind);
                if let (NAMED, Some(after)) = (kind, edit.after) {
                    writer.stamp(after, NOTHING);
                }
                match &edit.value {
                    None => writer.number(0),
                    Some(text) => writer.word_after(text, 1),
                }
                previous = Some(edit.stamp);
            }
        }
    }
    let row = |texts: Vec<String>| texts.into_iter().map(Some).collect();
    vec![
        row(writer.words.all.into_iter().map(str::to_owned).collect()),
        row(writer.devices.iter().map(u32::to_string).collect()),
        row(vec![writer.numbers]),
    ]
}

#[derive(Default)]
struct Writer<'a> {
    words: Words<'a>,
    devices: Vec<u32>,
    numbers: String,
    /// Time of the last stamp written: the next one is encoded as a difference.
    ms: u64,
}

impl<'a> Writer<'a> {
    fn number(&mut self, mut number: u64) {
        loop {
            let bits = (number & 31) as usize;
            number >>= 5;
            let more = if number > 0 { 32 } else { 0 };
            self.numbers.extend(DIGITS.get(bits | more).map(|digit| *digit as char));
            if number == 0 {
                return;
            }
        }
    }

    fn word(&mut self, word: &'a str) {
        self.word_after(word, 0);
    }

    /// Writes a word: `first` for the next new one, `first + 1 + index` for a known one.
    fn word_after(&mut self, word: &'a str, first: u64) {
        let place = self.words.place(word);
        self.number(place.map_or(first, |place| first + 1 + place as u64));
    }

    fn stamp(&mut self, stamp: Stamp, kind: u64) {
        let device = self.devices.iter().position(|device| *device == stamp.device).unwrap_or_else(|| {
            self.devices.push(stamp.device);
            self.devices.len() - 1
        });
        let counted = if stamp.count > 0 { COUNTED } else { 0 };
        self.number(device as u64 * DEVICE + counted + kind);
        // Zigzag encoding: the sign is the lowest bit.
        let (later, distance) = (stamp.ms >= self.ms, stamp.ms.abs_diff(self.ms));
        self.number(distance * 2 + u64::from(!later));
        if stamp.count > 0 {
            self.number(stamp.count.into());
        }
        self.ms = stamp.ms;
    }
}

/// Dictionary of the words written so far, with their indices.
#[derive(Default)]
struct Words<'a> {
    all: Vec<&'a str>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Words<'a> {
    /// Index of a known word; a new one is added and gives `None`.
    fn place(&mut self, word: &'a str) -> Option<usize> {
        let known = self.places.get(word).copied();
        if known.is_none() {
            self.places.insert(word, self.all.len());
            self.all.push(word);
        }
        known
    }
}

/// Decodes a book, passing each change to `take`; `None` if the rows are malformed.
pub fn read(rows: Rows, take: &mut dyn FnMut(&Change)) -> Option<()> {
    let [words, device_numbers, numbers]: [Row; 3] = rows.try_into().ok()?;
    let words = words.into_iter().map(|word| word.map(Into::into)).collect();
    let mut devices = Vec::new();
    for device in &device_numbers {
        devices.push(number(device.as_deref()?, 10)?.try_into().ok()?);
    }
    let mut reader = Reader { words, fresh: 0, devices, numbers: numbers.first()?.as_deref()?.bytes(), ms: 0 };
    while reader.numbers.len() > 0 {
        let id = reader.number()?;
        let record = RecordId::parse(&reader.word(id)?)?;
        // Reused for all edits of the record, to save allocations.
        let mut change = Change { stamp: Stamp::default(), after: None, record, key: "".into(), value: None };
        for _ in 0..reader.number()? {
            let key = reader.number()?;
            change.key = reader.word(key)?;
            let mut previous = None;
            for _ in 0..reader.number()? {
                let (stamp, kind) = reader.stamp()?;
                change.after = match kind {
                    NOTHING => None,
                    PREVIOUS => previous,
                    NAMED => Some(reader.stamp()?.0),
                    _ => return None,
                };
                change.stamp = stamp;
                change.value = match reader.number()? {
                    0 => None,
                    word => Some(reader.word(word - 1)?),
                };
                take(&change);
                previous = Some(stamp);
            }
        }
    }
    Some(())
}

struct Reader<'a> {
    /// Shared by all edits that have them.
    words: Vec<Option<Arc<str>>>,
    /// Number of dictionary words used so far.
    fresh: usize,
    devices: Vec<u32>,
    numbers: std::str::Bytes<'a>,
    ms: u64,
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let digit = self.numbers.next()?;
            let bits = match digit {
                b'A'..=b'Z' => digit - b'A',
                b'a'..=b'z' => digit - b'a' + 26,
                b'0'..=b'9' => digit - b'0' + 52,
                b'-' => 62,
                b'_' => 63,
                _ => return None,
            };
            // Ten digits hold more than any stamp.
            if shift > 50 {
                return None;
            }
            number |= u64::from(bits & 31) << shift;
            shift += 5;
            if bits < 32 {
                return Some(number);
            }
        }
    }

    fn word(&mut self, number: u64) -> Option<Arc<str>> {
        let place = match number.checked_sub(1) {
            Some(place) => usize::try_from(place).ok()?,
            None => {
                self.fresh += 1;
                self.fresh - 1
            }
        };
        self.words.get(place)?.clone()
    }

    fn stamp(&mut self) -> Option<(Stamp, u64)> {
        let tag = self.number()?;
        let device = *self.devices.get(usize::try_from(tag / DEVICE).ok()?)?;
        let distance = self.number()?;
        self.ms = match distance % 2 {
            0 => self.ms.checked_add(distance / 2)?,
            _ => self.ms.checked_sub(distance / 2)?,
        };
        let count = if tag & COUNTED > 0 { self.number()?.try_into().ok()? } else { 0 };
        Some((Stamp::at(self.ms, count, device)?, tag & (COUNTED - 1)))
    }
}
