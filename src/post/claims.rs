//! What devices say of themselves in the book, as texts of their `device:` records: what a file carried (`sent`), what was
//! got from an organization (`receipt_…`), what was given to it (`gave_…`), how many files went to cells (`given`), and what
//! a committee asks for (`asks`). They are changes like all others, so that who has merged the books knows them too; only
//! the latest of each counts, and the others are given up.

use crate::book::Book;
use crate::book::history::Edit;
use crate::book::record::Record;
use crate::book::stamp::Stamp;
use crate::book::version::Version;
use crate::domain::schema::choice::Level;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::letters::number;

use super::travel::is_within;

const PREFIX: &str = "device:";
pub(super) const SENT: &str = "sent";
pub(super) const GIVEN: &str = "given";
pub(super) const ASKS: &str = "asks";
pub(super) const RECEIPT: &str = "receipt_";
pub(super) const GAVE: &str = "gave_";

/// The record of a device; its kind has no form.
pub fn record_of(device: u32) -> Option<RecordId> {
    RecordId::parse(&format!("{PREFIX}{device:08x}"))
}

/// The device that a record is about, if it is about one.
pub fn device_of(id: &RecordId) -> Option<u32> {
    let digits = id.as_str().strip_prefix(PREFIX).filter(|digits| digits.len() == 8)?;
    number(digits, 16)?.try_into().ok()
}

/// A file that a device made for the organization above: whoever took it in has everything of the organization up to `has`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The device.
    pub device: u32,
    /// When it was made.
    pub stamp: Stamp,
    /// Number of the file among those of the device, from 1.
    pub number: u64,
    /// Local day on which it was made.
    pub day: Day,
    /// How much of dossiers went along.
    pub level: Level,
    /// The organization that it was made for.
    pub organization: RecordId,
    /// What the device had.
    pub has: Version,
}

impl Claim {
    fn read(device: u32, edit: &Edit) -> Option<Claim> {
        let mut parts = edit.value.as_deref()?.split(';');
        let number = number(parts.next()?, 10)?;
        let day = Day::from_iso(parts.next()?)?;
        let level = Level::from_key(parts.next()?)?;
        let organization = RecordId::parse(parts.next()?)?;
        let mut has = version(parts.next()?);
        // The command line says it for a book that may not be kept.
        if has.of(device).is_some() {
            has.observe(edit.stamp);
        }
        Some(Claim { device, stamp: edit.stamp, number, day, level, organization, has })
    }
}

/// In whose hands a book is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// The page of a device: sure of what it has written itself.
    Page,
    /// The command line, which has a file with a whole book: all of it counts.
    File,
}

impl Keeper {
    /// What is in the book for certain, whatever others say.
    pub fn own(self, book: &Book) -> Version {
        let mut own = Version::default();
        match self {
            Keeper::File => own.join(book.version()),
            Keeper::Page => book.version().of(book.device()).into_iter().for_each(|stamp| own.observe(stamp)),
        }
        own
    }
}

/// The last claim of each device.
pub fn claims(book: &Book) -> impl Iterator<Item = Claim> {
    devices(book).filter_map(|(device, record)| Claim::read(device, record.history(SENT).latest()?))
}

/// The last claim of each device of an organization.
pub fn claims_of<'a>(book: &'a Book, organization: &'a RecordId) -> impl Iterator<Item = Claim> + 'a {
    claims(book).filter(move |claim| claim.organization == *organization)
}

/// What the book has of an organization at `level` for certain: what its devices have sent, and `own` (see [`Keeper::own`]).
pub fn got(book: &Book, organization: &RecordId, level: Level, own: &Version) -> Version {
    let mut got = own.clone();
    claims_of(book, organization).filter(|claim| claim.level >= level).for_each(|claim| got.join(&claim.has));
    got
}

/// What the organization above has confirmed to have at `level`, by its latest receipt.
pub fn confirmed(book: &Book, organization: &RecordId, level: Level) -> Version {
    let latest = latest(book, &key(RECEIPT, organization));
    let mut confirmed = Version::default();
    for line in latest.and_then(|edit| edit.value.as_deref()).unwrap_or_default().split(';') {
        let Some((of, stamps)) = line.split_once(':') else { continue };
        if Level::from_key(of).is_some_and(|of| of >= level) {
            confirmed.join(&version(stamps));
        }
    }
    confirmed
}

/// When the latest receipt was given, in milliseconds since the Unix epoch.
pub fn receipt_ms(book: &Book, organization: &RecordId) -> Option<u64> {
    latest(book, &key(RECEIPT, organization)).map(|edit| edit.stamp.ms)
}

/// Whether an organization has sent something of which its latest receipt does not say that it was got.
pub fn is_owed_a_receipt(book: &Book, organization: &RecordId) -> bool {
    claims_of(book, organization).any(|claim| !confirmed(book, organization, claim.level).covers(&claim.has))
}

/// What this device has of its organization at `level` for certain: what it and the phones beside it have written, what came
/// from above, and what organizations below have sent.
pub fn knowledge(book: &Book, organization: &RecordId, level: Level, own: &Version) -> Version {
    let gave = key(GAVE, organization);
    let mut known = own.clone();
    for claim in claims(book) {
        let below = || claim.level >= level && is_within(book, &claim.organization, organization);
        if claim.organization == *organization || below() {
            known.join(&claim.has);
        }
    }
    for (_, record) in devices(book) {
        if let Some(stamps) = record.text(&gave).and_then(|text| text.rsplit(';').next()) {
            known.join(&version(stamps));
        }
    }
    // Before the first parcel a book has come together by whole books only.
    if !devices(book).any(|(_, record)| record.edits().any(|(key, _)| is_of_post(key))) {
        known.join(book.version());
    }
    known
}

/// How much of dossiers the organization above asks for.
pub fn asked(book: &Book) -> Level {
    let others = devices(book).filter(|(device, _)| *device != book.device());
    let latest = others.filter_map(|(_, record)| record.history(ASKS).latest()).max_by_key(|edit| edit.stamp);
    latest.and_then(|edit| Level::from_key(edit.value.as_deref()?)).unwrap_or(Level::Steps)
}

/// How much of dossiers this device asks its cells for.
pub fn asks(book: &Book) -> Level {
    let own = own(book).and_then(|record| Level::from_key(record.text(ASKS)?));
    own.unwrap_or(Level::Steps)
}

/// Number of the next file to the organization above.
pub fn next_number(book: &Book) -> u64 {
    let last = own(book).and_then(|record| Claim::read(book.device(), record.history(SENT).latest()?));
    last.map_or(1, |claim| claim.number.saturating_add(1))
}

/// Number of the next file to cells.
pub fn next_given(book: &Book) -> u64 {
    let last = own(book).and_then(|record| number(record.text(GIVEN)?.split(';').next()?, 10));
    last.unwrap_or_default().saturating_add(1)
}

/// Whether a key of a device's record is written here.
fn is_of_post(key: &str) -> bool {
    [SENT, GIVEN, ASKS].contains(&key) || key.starts_with(RECEIPT) || key.starts_with(GAVE)
}

/// Whether what a committee's device says under a key goes along in a file for an organization, or for all of them. What was
/// given goes with what was given, and nowhere else.
pub fn is_for(key: &str, to: Option<&RecordId>) -> bool {
    let own = |name: &str| to.is_some_and(|to| to.name() == name);
    match (key.strip_prefix(GAVE), key.strip_prefix(RECEIPT)) {
        (Some(name), _) => own(name),
        (_, Some(name)) => to.is_none() || own(name),
        _ => true,
    }
}

pub(super) fn key(prefix: &str, organization: &RecordId) -> String {
    format!("{prefix}{}", organization.name())
}

/// What devices say of themselves. Records are sorted by id: those of devices stand together.
fn devices(book: &Book) -> impl Iterator<Item = (u32, &Record)> {
    let all = book.all();
    let first = all.partition_point(|(id, _)| id.as_str() < PREFIX);
    let those = all.get(first..).unwrap_or_default().iter().take_while(|(id, _)| id.as_str().starts_with(PREFIX));
    those.filter_map(|(id, record)| Some((device_of(id)?, record)))
}

pub(super) fn own(book: &Book) -> Option<&Record> {
    book.record(&record_of(book.device())?)
}

/// The latest edit of a key in any device's record.
fn latest<'a>(book: &'a Book, key: &str) -> Option<&'a Edit> {
    devices(book).filter_map(|(_, record)| record.history(key).latest()).max_by_key(|edit| edit.stamp)
}

/// The written form of a version vector.
pub fn stamps(version: &Version) -> String {
    version.stamps().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Reads it; what is no stamp is left out.
pub fn version(text: &str) -> Version {
    let mut version = Version::default();
    text.split(' ').filter_map(Stamp::parse).for_each(|stamp| version.observe(stamp));
    version
}
