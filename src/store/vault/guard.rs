//! An opened vault at work: seals the texts of the stores under their names, opens them, and tells what somebody has changed in them.
//! Which texts those are is in `store::names`; the store behind it in `guarded`.

use std::cell::Cell;
use std::fmt;

use super::key::{NONCE, SecretKey};
use super::log::SealedLog;
use crate::domain::value::letters::number;
use crate::store::line::{self, LineError};
use crate::store::names::{self, Kind};

/// Random bytes of a nonce; the rest is the generation.
pub const PREFIX: usize = NONCE - 8;

/// An opened vault.
pub struct Guard {
    id: String,
    key: SecretKey,
    /// Random for each page that opens the vault, so that no nonce comes twice.
    prefix: [u8; PREFIX],
    /// Whether what is written is sealed; otherwise the vault is being turned off.
    seals: bool,
    /// Whether it has nothing more to do.
    dismissed: bool,
    /// The written header, which goes along with files.
    header: String,
    /// The next generation: higher than all that were seen.
    next: Cell<u64>,
    log: Cell<[SealedLog; 2]>,
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Guard")
    }
}

/// Whether a text under this name says something of people, so that it is sealed.
pub fn is_sealed_kind(name: &str) -> bool {
    matches!(names::kind(name), Kind::Bundle(_) | Kind::Snapshot(_))
}

impl Guard {
    /// A guard with the key of the vault `id`.
    pub fn new(id: &str, key: SecretKey, prefix: [u8; PREFIX]) -> Guard {
        Guard {
            id: id.to_owned(),
            key,
            prefix,
            seals: true,
            dismissed: false,
            header: String::new(),
            next: Cell::new(1),
            log: Cell::default(),
        }
    }

    /// Name of the vault.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its key.
    pub fn key(&self) -> &SecretKey {
        &self.key
    }

    /// The written header.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// Sets the written header that goes along with files.
    pub fn carries(&mut self, header: String) {
        self.header = header;
    }

    /// From now on nothing is sealed any more: the vault is being turned off.
    pub fn release(&mut self) {
        self.seals = false;
    }

    /// The vault is turned off.
    pub fn dismiss(&mut self) {
        self.dismissed = true;
    }

    /// Whether it is.
    pub fn is_dismissed(&self) -> bool {
        self.dismissed
    }

    /// Whether what is written is sealed.
    pub fn seals(&self) -> bool {
        self.seals
    }

    fn about(&self, what: &str, name: &str, generation: u64) -> String {
        format!("ket-nap {what} {} {name} {generation}", self.id)
    }

    fn sealed(&self, what: &str, name: &str, text: &str) -> Option<(u64, String)> {
        let generation = self.next.get();
        self.next.set(generation.saturating_add(1));
        let mut nonce = [0; NONCE];
        let (prefix, rest) = nonce.split_at_mut(PREFIX);
        prefix.copy_from_slice(&self.prefix);
        rest.copy_from_slice(&generation.to_le_bytes());
        let letters = self.key.vault_seal(nonce, &self.about(what, name, generation), text.as_bytes())?;
        Some((generation, format!("{}{};{generation};{letters}", line::SEALED, self.id)))
    }

    fn opened(&self, what: &str, name: &str, text: &str) -> Result<(u64, String), LineError> {
        let mut parts = text.strip_prefix(line::SEALED).unwrap_or_default().splitn(3, ';');
        let (id, generation, letters) = (parts.next(), parts.next(), parts.next());
        if id != Some(self.id.as_str()) {
            return Err(LineError::OtherVault);
        }
        let opened = || {
            let generation = number(generation?, 10)?;
            let bytes = self.key.vault_open(&self.about(what, name, generation), letters?)?;
            Some((generation, std::str::from_utf8(&bytes).ok()?.to_owned()))
        };
        opened().ok_or(LineError::Altered)
    }

    fn note(&self, place: usize, change: impl FnOnce(&mut SealedLog)) {
        let mut logs = self.log.take();
        logs.get_mut(place).map(change);
        self.log.set(logs);
    }

    fn look<T>(&self, look: impl FnOnce(&[SealedLog; 2]) -> T) -> T {
        let logs = self.log.take();
        let found = look(&logs);
        self.log.set(logs);
        found
    }

    /// What is to be stored in `place` under `name`, of a text, with its generation; the text itself where that is not sealed, or
    /// the vault is being turned off. It tells what was written before it, so that an older text put back under that name is noticed.
    #[inline(never)]
    pub fn vault_sealed(&self, place: usize, name: &str, text: &str) -> (u64, String) {
        if !is_sealed_kind(name) || !self.seals {
            return (0, text.to_owned());
        }
        let before = self.look(|logs| logs.get(place).and_then(|log| log.behind(name).cloned()));
        let (last, generation) = before.unwrap_or_default();
        // Only a text beyond what the cipher takes is refused, some 256 GB.
        let sealed = self.sealed("text", name, &format!("{last} {generation}\n{text}"));
        sealed.unwrap_or_else(|| (0, text.to_owned()))
    }

    /// The store has taken a text of this generation.
    #[inline(never)]
    pub fn vault_written(&self, place: usize, name: &str, generation: u64) {
        self.note(place, |log| {
            log.set_unlike(name, false);
            if generation > 0 {
                log.wrote(name, generation);
            }
        });
    }

    /// The text that was stored in `place` under `name`. One that cannot be opened comes back with the reason in front.
    #[inline(never)]
    pub fn vault_opened(&self, place: usize, name: &str, text: String) -> String {
        if !is_sealed_kind(name) {
            return text;
        }
        if !text.starts_with(line::SEALED) {
            self.note(place, |log| log.set_unlike(name, self.seals));
            return text;
        }
        let (generation, opened) = match self.opened("text", name, &text) {
            Ok(opened) => opened,
            Err(why) => return line::shut(why),
        };
        let (before, rest) = opened.split_once('\n').unwrap_or_default();
        self.next.set(self.next.get().max(generation.saturating_add(1)));
        self.note(place, |log| {
            let before = before.split_once(' ').and_then(|(name, least)| Some((name, number(least, 10)?)));
            log.has_read(name, generation, before);
            log.set_unlike(name, !self.seals);
        });
        rest.to_owned()
    }

    /// Names of texts that are older than one written after them says: somebody has put them back. Only what is still there counts.
    pub fn older(&self) -> Vec<String> {
        self.look(|logs| {
            let mut older: Vec<String> = Vec::new();
            for name in logs.iter().flat_map(SealedLog::older) {
                if !older.contains(name) {
                    older.push(name.clone());
                }
            }
            older
        })
    }

    /// Names of texts in `place` that have to be written again: open ones, or sealed ones while the vault is turned off.
    pub fn unlike(&self, place: usize) -> Vec<String> {
        self.look(|logs| logs.get(place).map(|log| log.unlike().to_vec()).unwrap_or_default())
    }

    /// A text that stands in a file as it stood in a store, opened, without taking note of it.
    pub fn vault_elsewhere(&self, name: &str, text: &str) -> String {
        if !text.starts_with(line::SEALED) {
            return text.to_owned();
        }
        match self.opened("text", name, text) {
            Ok((_, opened)) => opened.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap_or_default(),
            Err(why) => line::shut(why),
        }
    }

    /// Forgets what was read from a store, which is read anew.
    pub fn begin(&self, place: usize) {
        self.note(place, |log| *log = SealedLog::default());
    }

    /// Whether any text that was read is sealed by this vault.
    pub fn has_seen(&self) -> bool {
        self.look(|logs| logs.iter().any(SealedLog::has_seen))
    }

    /// A text that leaves the stores, such as a generation of a backup: the header goes along, so that it can be opened alone.
    #[inline(never)]
    pub fn vault_file(&self, text: String) -> String {
        if !self.seals {
            return text;
        }
        let sealed = self.sealed("file", "", &text);
        sealed.map_or(text, |(_, sealed)| format!("{FILE}{}\n{sealed}\n", self.header))
    }

    /// The text of a sealed file of this vault.
    ///
    /// # Errors
    /// Why it is not opened.
    #[inline(never)]
    pub fn vault_of_file(&self, text: &str) -> Result<String, LineError> {
        let sealed =
            text.strip_prefix(FILE).and_then(|rest| rest.split_once('\n')).map(|(_, sealed)| sealed.trim_end());
        self.opened("file", "", sealed.unwrap_or_default()).map(|(_, text)| text)
    }
}

/// The first line of a sealed file; the second is the header.
const FILE: &str = "ket-nap;3;sealed";

/// The header in a sealed file; `None` if it is none.
pub fn header_of(text: &str) -> Option<&str> {
    text.strip_prefix(FILE)?.split('\n').next()
}

#[cfg(test)]
mod tests {
    use super::super::key::KEY;
    use super::*;
    use crate::store::copies::{LOCAL, REPLICA};

    const A: &str = "ket-nap/book/0000000001-0000002a";
    const B: &str = "ket-nap/book/0000000002-0000002a";

    fn guard() -> Guard {
        Guard::new("0000000000000abc", SecretKey::new([5; KEY]), [1; PREFIX])
    }

    fn seals(guard: &Guard, name: &str, text: &str) -> String {
        let (generation, sealed) = guard.vault_sealed(LOCAL, name, text);
        guard.vault_written(LOCAL, name, generation);
        sealed
    }

    fn reads(guard: &Guard, texts: &[(&str, &str)]) -> Vec<String> {
        texts.iter().map(|(name, text)| guard.vault_opened(LOCAL, name, (*text).to_owned())).collect()
    }

    #[test]
    fn a_text_is_opened_under_its_own_name_only() {
        let sealed = seals(&guard(), A, "2;1;x;Lò Thị Mẫu");
        assert!(sealed.starts_with("3;0000000000000abc;1;") && !sealed.contains("Mẫu"), "{sealed}");
        assert_eq!(reads(&guard(), &[(A, &sealed)]), ["2;1;x;Lò Thị Mẫu"]);
        assert_eq!(reads(&guard(), &[(B, &sealed)]), ["3;altered"]);
        let another = Guard::new("0000000000000abd", SecretKey::new([5; KEY]), [1; PREFIX]);
        assert_eq!(reads(&another, &[(A, &sealed)]), ["3;other"]);
        let renamed = sealed.replacen("abc", "abd", 1);
        assert_eq!(reads(&another, &[(A, &renamed)]), ["3;altered"]);
        assert_eq!(seals(&guard(), "ket-nap/preferences", "[]"), "[]");
    }

    #[test]
    fn every_byte_of_a_sealed_text_counts() {
        let sealed = seals(&guard(), A, "2;1;x;a");
        for (place, before) in sealed.char_indices() {
            for other in ['0', 'A', '~'].into_iter().filter(|other| *other != before) {
                let changed: String =
                    sealed.char_indices().map(|(at, c)| if at == place { other } else { c }).collect();
                let read = reads(&guard(), &[(A, &changed)]).concat();
                let shut = ["3;altered", "3;other"].contains(&read.as_str());
                assert!(shut || read == changed && place < 2, "{place} {read}");
            }
        }
    }

    #[test]
    fn an_older_text_that_was_put_back_is_told() {
        let page = guard();
        let first = seals(&page, A, "one");
        let second = seals(&page, A, "one two");
        let third = seals(&page, B, "three");
        let told = |texts: &[(&str, &str)]| {
            let guard = guard();
            reads(&guard, texts);
            guard.older()
        };
        assert_eq!(told(&[(A, &second), (B, &third)]), [""; 0]);
        assert_eq!(told(&[(A, &first), (B, &third)]), [A]);
        // Whoever types on in B knows still.
        let typed = seals(&page, B, "three four");
        assert_eq!(told(&[(A, &first), (B, &typed)]), [A]);
        let again = guard();
        reads(&again, &[(A, &second), (B, &typed)]);
        let later = seals(&again, B, "three four five");
        assert_eq!(told(&[(A, &first), (B, &later)]), [A]);
        // Removed by a snapshot.
        assert_eq!(told(&[(B, &third)]), [""; 0]);
        // The other store may be behind as a whole.
        let guard = guard();
        guard.vault_opened(REPLICA, A, first);
        reads(&guard, &[(A, &second), (B, &third)]);
        assert!(guard.older().is_empty());
        // The next page goes on above everything that it has read.
        assert!(seals(&guard, B, "four").starts_with("3;0000000000000abc;4;"));
    }

    #[test]
    fn open_texts_are_noted_to_be_sealed_and_sealed_ones_to_be_opened() {
        let mut guard = guard();
        let sealed = seals(&guard, A, "one");
        guard.begin(LOCAL);
        reads(&guard, &[(A, &sealed), (B, "2;1;x;two")]);
        assert_eq!(guard.unlike(LOCAL), [B]);
        seals(&guard, B, "2;1;x;two");
        assert!(guard.unlike(LOCAL).is_empty());
        guard.release();
        reads(&guard, &[(A, &sealed), (B, "2;1;x;two")]);
        assert_eq!(guard.unlike(LOCAL), [A]);
        assert_eq!(seals(&guard, A, "one"), "one");
    }

    #[test]
    fn a_file_carries_its_header() {
        let mut guard = guard();
        guard.carries("[[\"vault\"]]".to_owned());
        let file = guard.vault_file("ket-nap;1;backup;Mẫu".to_owned());
        assert_eq!(header_of(&file), Some("[[\"vault\"]]"));
        assert_eq!(guard.vault_of_file(&file), Ok("ket-nap;1;backup;Mẫu".to_owned()));
        assert_eq!(
            guard.vault_of_file(&file.replace("\n3;0000000000000abc", "\n3;0000000000000abd")),
            Err(LineError::OtherVault)
        );
        assert_eq!(
            guard.vault_of_file(&file.replace("\n3;0000000000000abc;1;", "\n3;0000000000000abc;2;")),
            Err(LineError::Altered)
        );
        assert_eq!(header_of("ket-nap;1;backup"), None);
    }
}
