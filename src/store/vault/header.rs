//! The header of a vault: its name, and one slot for each secret that opens its key. It is kept open beside the sealed texts, and
//! goes along with whatever leaves them.

use super::key::{Cost, KEY, NONCE, Passphrase, SALT, SecretKey, letters, salt, vault_derive};
use crate::domain::value::letters::number;
use crate::domain::value::rows::{self, Row, Rows};

/// What the first row begins with: name and version of the form.
const OPENING: [&str; 2] = ["vault", "1"];

/// Which secret opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// What the person remembers.
    Passphrase,
    /// The code on a sheet of paper.
    Paper,
}

impl Way {
    const fn key(self) -> &'static str {
        match self {
            Way::Passphrase => "passphrase",
            Way::Paper => "paper",
        }
    }
}

/// The vault's key, sealed by one secret.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slot {
    way: Way,
    cost: Cost,
    salt: [u8; SALT],
    sealed: String,
}

/// The header of a vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Name of the vault: 16 hexadecimal figures. Sealed texts have it, too.
    pub id: String,
    /// Grows with each change of a secret: of two headers the higher one holds.
    pub revision: u64,
    slots: Vec<Slot>,
}

/// Why a vault was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// No slot opens by this secret.
    Wrong,
    /// The device has not got the memory that trying takes.
    NoMemory,
    /// There is no header that this version reads.
    NoHeader,
    /// The browser gives no secure random numbers.
    NoRandom,
    /// The stores did not take the header.
    NotKept,
}

/// Random bytes for a slot.
#[derive(Clone, Copy, Debug)]
pub struct Fresh {
    /// Mixed into the secret.
    pub salt: [u8; SALT],
    /// For the sealed key.
    pub nonce: [u8; NONCE],
}

impl Header {
    /// A header without slots.
    pub fn new(id: u64) -> Header {
        Header { id: format!("{id:016x}"), revision: 0, slots: Vec::new() }
    }

    /// What is associated with a sealed key.
    fn about(&self, way: Way) -> String {
        format!("ket-nap key {} {}", self.id, way.key())
    }

    /// Lets a secret open the key, in place of the one before of the same way.
    ///
    /// # Errors
    /// [`Shut::NoMemory`].
    #[inline(never)]
    pub fn vault_let(
        &mut self,
        way: Way,
        secret: &Passphrase,
        cost: Cost,
        key: &SecretKey,
        fresh: Fresh,
    ) -> Result<(), Shut> {
        let lock = vault_derive(secret, &fresh.salt, cost).ok_or(Shut::NoMemory)?;
        let sealed = lock.vault_seal(fresh.nonce, &self.about(way), key.bytes()).ok_or(Shut::NoMemory)?;
        self.slots.retain(|slot| slot.way != way);
        self.slots.push(Slot { way, cost, salt: fresh.salt, sealed });
        self.revision = self.revision.saturating_add(1);
        Ok(())
    }

    /// The key, by whichever slot the secret opens.
    ///
    /// # Errors
    /// Why there is none.
    #[inline(never)]
    pub fn vault_key(&self, secret: &Passphrase) -> Result<(Way, SecretKey), Shut> {
        let code = RecoveryCode::parse(secret.text());
        let mut shut = Shut::Wrong;
        for slot in &self.slots {
            let code = match (slot.way, &code) {
                (Way::Passphrase, _) => secret,
                (Way::Paper, Some(code)) => &code.0,
                (Way::Paper, None) => continue,
            };
            let Some(lock) = vault_derive(code, &slot.salt, slot.cost) else {
                shut = Shut::NoMemory;
                continue;
            };
            let key = lock.vault_open(&self.about(slot.way), &slot.sealed);
            if let Some(key) = key.and_then(|bytes| <[u8; KEY]>::try_from(bytes.as_slice()).ok()) {
                return Ok((slot.way, SecretKey::new(key)));
            }
        }
        Err(shut)
    }

    /// Whether a sheet of paper opens it.
    pub fn has_paper(&self) -> bool {
        self.slots.iter().any(|slot| slot.way == Way::Paper)
    }

    /// The written form: rows, in one line.
    pub fn write(&self) -> String {
        let row = |texts: &[&str]| texts.iter().map(|text| Some((*text).to_owned())).collect();
        let revision = self.revision.to_string();
        let mut all: Rows = vec![row(&[OPENING[0], OPENING[1], &self.id, &revision])];
        for Slot { way, cost, salt, sealed } in &self.slots {
            let (memory, passes) = (cost.memory.to_string(), cost.passes.to_string());
            all.push(row(&[way.key(), &memory, &passes, &letters(salt), sealed]));
        }
        rows::write(&all)
    }

    /// Reads the written form. Slots of a kind that this version does not know are passed over; `None` if it is no header.
    pub fn parse(text: &str) -> Option<Header> {
        let rows = rows::parse(text)?;
        let (first, rest) = rows.split_first()?;
        if OPENING.iter().enumerate().any(|(place, word)| rows::at(first, place) != Some(word)) {
            return None;
        }
        let id = rows::at(first, 2).filter(|id| id.len() == 16 && number(id, 16).is_some())?.to_owned();
        let revision = rows::at(first, 3).and_then(|text| number(text, 10))?;
        let slot = |row: &Row| {
            let way = [Way::Passphrase, Way::Paper].into_iter().find(|way| rows::at(row, 0) == Some(way.key()))?;
            let part = |place| rows::at(row, place).and_then(|text| u32::try_from(number(text, 10)?).ok());
            let cost = Cost { memory: part(1)?, passes: part(2)? };
            let sealed = rows::at(row, 4)?.to_owned();
            cost.is_possible().then_some(Slot { way, cost, salt: salt(rows::at(row, 3)?)?, sealed })
        };
        Some(Header { id, revision, slots: rest.iter().filter_map(slot).collect() })
    }
}

/// Letters of a code on paper: no I, L, O, U, which are taken for others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many there are in a code: 125 bits.
pub const CODE: usize = 25;

/// A code on a sheet of paper, which opens the vault like the passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCode(Passphrase);

impl RecoveryCode {
    /// A code of random bytes.
    pub fn new(bytes: [u8; CODE]) -> RecoveryCode {
        let letter = |byte: u8| LETTERS.get(usize::from(byte & 31)).map_or('0', |letter| char::from(*letter));
        RecoveryCode(Passphrase::new(&bytes.into_iter().map(letter).collect::<String>()))
    }

    /// Reads a code as it was copied from paper, whatever stands between its groups; `None` if it is none.
    pub fn parse(typed: &str) -> Option<RecoveryCode> {
        let mut code = String::with_capacity(CODE);
        for c in typed.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '–')) {
            code.push(match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c if u8::try_from(c).is_ok_and(|c| LETTERS.contains(&c)) => c,
                _ => return None,
            });
        }
        (code.len() == CODE).then(|| RecoveryCode(Passphrase::new(&code)))
    }

    /// In groups of five, to be printed.
    pub fn shown(&self) -> String {
        let letters: Vec<char> = self.0.text().to_ascii_uppercase().chars().collect();
        let groups: Vec<String> = letters.chunks(5).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }

    /// As what opens a slot.
    pub fn secret(&self) -> &Passphrase {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUICK: Cost = Cost { memory: 64, passes: 1 };
    const FRESH: Fresh = Fresh { salt: [3; SALT], nonce: [4; NONCE] };

    fn header() -> (Header, SecretKey, RecoveryCode) {
        let (mut header, key, code) = (Header::new(0xabc), SecretKey::new([9; KEY]), RecoveryCode::new([77; CODE]));
        assert_eq!(header.vault_let(Way::Passphrase, &Passphrase::new("mưa trên bản"), QUICK, &key, FRESH), Ok(()));
        assert_eq!(header.vault_let(Way::Paper, code.secret(), QUICK, &key, FRESH), Ok(()));
        (header, key, code)
    }

    #[test]
    fn passphrase_and_paper_open_the_same_key() {
        let (mut header, key, code) = header();
        let opens = |header: &Header, text: &str| header.vault_key(&Passphrase::new(text));
        assert_eq!(opens(&header, "mưa trên bản "), Ok((Way::Passphrase, key.clone())));
        assert_eq!(opens(&header, "MUA  tren ba\u{309}n"), Ok((Way::Passphrase, key.clone())));
        assert_eq!(opens(&header, "mưa trên nương"), Err(Shut::Wrong));
        assert_eq!(opens(&header, ""), Err(Shut::Wrong));
        let shown = code.shown();
        assert_eq!(shown, "DDDDD-DDDDD-DDDDD-DDDDD-DDDDD");
        assert_eq!(opens(&header, &shown.to_lowercase().replace('-', " ")), Ok((Way::Paper, key.clone())));
        // The key stays when the passphrase changes; so does the paper.
        let before = header.revision;
        assert_eq!(header.vault_let(Way::Passphrase, &Passphrase::new("nắng trên nương"), QUICK, &key, FRESH), Ok(()));
        assert!(header.revision > before);
        assert_eq!(opens(&header, "mưa trên bản"), Err(Shut::Wrong));
        assert_eq!(opens(&header, "nắng trên nương"), Ok((Way::Passphrase, key.clone())));
        assert_eq!(opens(&header, &shown), Ok((Way::Paper, key)));
    }

    #[test]
    fn a_header_is_read_back_and_a_changed_one_opens_nothing() {
        let (header, ..) = header();
        let text = header.write();
        assert_eq!(Header::parse(&text).as_ref(), Some(&header));
        for bad in ["", "[]", "[[\"vault\",\"2\",\"0000000000000abc\",\"1\"]]", "[[\"vault\",\"1\",\"x\",\"1\"]]"] {
            assert_eq!(Header::parse(bad), None, "{bad}");
        }
        // A cost that would freeze a phone is passed over with its slot.
        let dear = text.replacen("\"64\"", "\"4000000000\"", 1);
        assert_eq!(Header::parse(&dear).map(|header| header.slots.len()), Some(1));
        let renamed = Header::parse(&text.replace("0abc", "0abd")).unwrap_or_else(|| Header::new(0));
        assert_eq!(renamed.vault_key(&Passphrase::new("mưa trên bản")), Err(Shut::Wrong));
    }

    #[test]
    fn a_code_is_read_as_people_copy_it() {
        let code = RecoveryCode::new(std::array::from_fn(|place| place as u8));
        let shown = code.shown();
        assert_eq!(shown, "01234-56789-ABCDE-FGHJK-MNPQR");
        for typed in
            [&shown, "o1234 56789 abcde fghjk mnpqr", "0i234.56789.ABCDE.FGHJK.MNPQR", "0l23456789abcdefghjkmnpqr"]
        {
            assert_eq!(RecoveryCode::parse(typed), Some(code.clone()), "{typed}");
        }
        for typed in ["", "01234", "mưa trên bản", "U1234-56789-ABCDE-FGHJK-MNPQR"] {
            assert_eq!(RecoveryCode::parse(typed), None, "{typed}");
        }
    }
}
