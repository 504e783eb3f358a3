//! Turning the vault on and off: a new header with its key, and the texts in the stores written again as they are to be from now on.
//! Whatever of it fails is done at the next opening; until then every text can be read, since what is still open is read as it is.

use super::guard::{Guard, PREFIX};
use super::header::{Fresh, Header, RecoveryCode, Shut, Way};
use super::key::{Cost, Passphrase, SecretKey};
use crate::store::copies::{LOCAL, REPLICA};
use crate::store::medium::{Medium, MediumError};
use crate::store::names;
use crate::store::open::{Opened, Stores};

/// Secure random bytes, as many as are asked for; `None` where the browser has none.
pub type Random<'a> = &'a dyn Fn() -> Option<u64>;

/// Random bytes of any number.
pub fn bytes<const N: usize>(random: Random<'_>) -> Result<[u8; N], Shut> {
    let mut all = [0; N];
    for part in all.chunks_mut(8) {
        let number = random().ok_or(Shut::NoRandom)?.to_le_bytes();
        part.iter_mut().zip(number).for_each(|(byte, random)| *byte = random);
    }
    Ok(all)
}

fn fresh(random: Random<'_>) -> Result<Fresh, Shut> {
    Ok(Fresh { salt: bytes(random)?, nonce: bytes(random)? })
}

/// A vault that was just made.
#[derive(Debug)]
pub struct Made {
    /// Its header.
    pub header: Header,
    /// It, opened.
    pub guard: Guard,
}

/// Makes a vault that a passphrase opens.
///
/// # Errors
/// If the device has not got the memory or the random numbers.
#[inline(never)]
pub fn vault_make(secret: &Passphrase, cost: Cost, random: Random<'_>) -> Result<Made, Shut> {
    let id = random().ok_or(Shut::NoRandom)?;
    let key = SecretKey::new(bytes(random)?);
    let mut header = Header::new(id);
    header.vault_let(Way::Passphrase, secret, cost, &key, fresh(random)?)?;
    let guard = Guard::new(&header.id, key, bytes::<PREFIX>(random)?);
    Ok(Made { header, guard })
}

/// Opens a vault by the first of its headers that the secret opens. Returns the guard, and the header that holds: the one of the
/// highest revision.
///
/// # Errors
/// Why it stays shut.
#[inline(never)]
pub fn vault_unlock(headers: &[Header], secret: &Passphrase, random: Random<'_>) -> Result<Made, Shut> {
    let holds = headers.iter().max_by_key(|header| header.revision).ok_or(Shut::NoHeader)?;
    let mut shut = Shut::Wrong;
    for header in std::iter::once(holds).chain(headers.iter().filter(|header| *header != holds)) {
        match header.vault_key(secret) {
            Ok((_, key)) => {
                let guard = Guard::new(&header.id, key, bytes::<PREFIX>(random)?);
                let header = if header.id == holds.id { holds } else { header };
                return Ok(Made { header: header.clone(), guard });
            }
            Err(why) => shut = why,
        }
    }
    Err(shut)
}

/// Lets another passphrase open an opened vault.
///
/// # Errors
/// If the device has not got the memory or the random numbers.
#[inline(never)]
pub fn vault_change(
    header: &mut Header,
    guard: &Guard,
    secret: &Passphrase,
    cost: Cost,
    random: Random<'_>,
) -> Result<(), Shut> {
    header.vault_let(Way::Passphrase, secret, cost, guard.key(), fresh(random)?)
}

/// Lets a new code on paper open an opened vault; the one before opens it no longer.
///
/// # Errors
/// If the device has not got the memory or the random numbers.
#[inline(never)]
pub fn vault_paper(header: &mut Header, guard: &Guard, cost: Cost, random: Random<'_>) -> Result<RecoveryCode, Shut> {
    let code = RecoveryCode::new(bytes(random)?);
    header.vault_let(Way::Paper, code.secret(), cost, guard.key(), fresh(random)?)?;
    Ok(code)
}

/// Writes again what is not yet as it is to be, after the stores were opened by a guard. Returns how many texts of local storage are
/// left as they were, since it refused them. `local` is behind the guard.
#[inline(never)]
pub fn vault_settle(
    stores: &Stores,
    opened: &mut Opened,
    guard: (&[String], &[String]),
    local: &mut dyn Medium,
) -> usize {
    let (here, there) = guard;
    let mut left = 0;
    for name in here {
        let Ok(Some(text)) = local.read(name) else { continue };
        match local.write(name, &text) {
            Ok(()) => {}
            // A sealed text is longer. The replica has it.
            Err(MediumError::Full) if !there.contains(name) && stores.text(name, REPLICA) == Some(text.as_str()) => {
                left += usize::from(local.remove(name).is_err());
            }
            Err(_) => left += 1,
        }
    }
    for name in there {
        if let Some(text) = stores.text(name, REPLICA)
            && !opened.journal.has_queued(name)
        {
            opened.journal.put_replica(name, Some(text));
        }
    }
    left
}

/// Takes the header away, once everything is open again. From a replica that could not be read it is not: what is sealed there opens
/// by nothing else.
pub fn vault_forget(opened: &mut Opened, local: &mut dyn Medium, replica: bool) {
    if replica {
        opened.journal.forget(local, names::VAULT);
    } else {
        // What is left of it is asked for at the next start.
        let _ = local.remove(names::VAULT);
    }
}

/// Names that have to be written again, of local storage and of the replica.
pub fn unlike(guard: &Guard) -> (Vec<String>, Vec<String>) {
    (guard.unlike(LOCAL), guard.unlike(REPLICA))
}
