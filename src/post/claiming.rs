//! Claims written into a book. What they mean, and reading them, is in `claims`.

use super::claims::{
    ASKS, GAVE, GIVEN, RECEIPT, SENT, asks as known_asks, got, key, knowledge, own, record_of, stamps,
};
use crate::book::Book;
use crate::book::change::Change;
use crate::book::stamp::Stamp;
use crate::book::version::Version;
use crate::domain::schema::choice::Level;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// Writes claims into a book, as edits of its own device.
#[derive(Debug)]
pub struct Claiming<'a> {
    /// The book.
    pub book: &'a mut Book,
    /// What was in it for certain before the file: see [`Keeper::own`](super::claims::Keeper::own).
    pub own: Version,
    /// Now, in milliseconds since the Unix epoch.
    pub now: u64,
    /// The local day.
    pub day: Day,
    /// What was written.
    pub changes: Vec<Change>,
}

impl Claiming<'_> {
    /// A file goes to the organization above.
    pub fn sends(&mut self, organization: &RecordId, level: Level, number: u64) {
        let has = stamps(&knowledge(self.book, organization, level, &self.own));
        let text = format!("{number};{};{};{};{has}", self.day.iso(), level.key(), organization.as_str());
        self.write(SENT, text);
    }

    /// A file goes to cells: its number, and what is asked for if that is new.
    pub fn gives(&mut self, number: u64, asks: Level) {
        self.write(GIVEN, format!("{number};{}", self.day.iso()));
        if known_asks(self.book) != asks {
            self.write(ASKS, asks.key().to_owned());
        }
    }

    /// A receipt for an organization, if there is something new to confirm.
    pub fn receipt(&mut self, organization: &RecordId) {
        let mut lines: Vec<String> = Vec::new();
        let mut above = Version::default();
        for level in Level::ALL.iter().rev() {
            let got = got(self.book, organization, *level, &self.own);
            if got != above {
                lines.push(format!("{}:{}", level.key(), stamps(&got)));
                above = got;
            }
        }
        self.write_new(&key(RECEIPT, organization), lines.join(";"));
    }

    /// An organization is given what is known of it.
    pub fn gave(&mut self, organization: &RecordId) {
        let had = stamps(&got(self.book, organization, Level::Steps, &self.own));
        self.write_new(&key(GAVE, organization), format!("{};{had}", self.day.iso()));
    }

    fn write_new(&mut self, key: &str, text: String) {
        let known = own(self.book).and_then(|record| record.text(key));
        // This device's own stamp grows with every edit, and alone is no news.
        let device = self.book.device();
        let plain = |text: &str| text.split([' ', ';', ':']).filter(|part| !is_of(part, device)).collect::<String>();
        if known.is_none_or(|known| plain(known) != plain(&text)) {
            self.write(key, text);
        }
    }

    fn write(&mut self, key: &str, text: String) {
        if let Some(id) = record_of(self.book.device()) {
            self.changes.push(self.book.edit(self.now, &id, key, Some(text)));
            self.book.thin(&id);
        }
    }
}

fn is_of(stamp: &str, device: u32) -> bool {
    Stamp::parse(stamp).is_some_and(|stamp| stamp.device == device)
}
