//! What the runner does with a vault: makes and opens it, and has the stores written again. Typed secrets come with the effect and
//! go no further.

use std::any::Any;
use std::rc::Rc;

use super::action::Action;
use super::facts::{Erasing, Lock};
use super::platform::Platform;
use super::vaulted::{FileTask, Handed, Outcome, Sealed, SecretBox, Task, VaultAction, VaultForm, VaultTrouble};
use crate::store::age::{self, Fresh, vault_open_file, vault_seal_file};
use crate::store::backup::{GENERATIONS, Trouble};
use crate::store::journal::Journal;
use crate::store::line::LineError;
use crate::store::names;
use crate::store::open::{self, How, Opened, Stores, Unread};
use crate::store::vault::guard::{self, Guard};
use crate::store::vault::guarded::put_before;
use crate::store::vault::header::{Header, Shut};
use crate::store::vault::key::{Cost, Passphrase, vault_derive};
use crate::store::vault::rescue;
use crate::store::vault::turning::{
    self, Made, vault_change, vault_forget, vault_make, vault_paper, vault_settle, vault_unlock,
};

/// Does what an effect asks for. What needs a secret takes a second, on purpose.
#[inline(never)]
pub(super) fn vault_run(
    what: &Handed,
    locked: &Locked,
    platform: &mut impl Platform,
    journal: &mut Journal,
) -> Option<Action> {
    let done = match what.of::<Sealed>()? {
        Sealed::Do(Task::File, form) => VaultAction::Done(file(form, platform).map_err(VaultTrouble::File)),
        Sealed::Do(task, form) => {
            VaultAction::Done(run(*task, form, locked, platform, journal).map_err(VaultTrouble::Shut))
        }
        Sealed::Erasing(begins) => {
            if *begins {
                journal.note(platform.local(), names::ERASING, "1");
            } else {
                journal.forget(platform.local(), names::ERASING);
            }
            return Some(Action::Kept(journal.kept()));
        }
        Sealed::Read(text) => return Some(Action::FileRead(text.clone())),
        Sealed::Generations(found) => generations(found, platform),
        Sealed::File(text) => {
            let opened = rescue::vault_opened(platform.local().guard()?, text);
            return Some(opened.map_or(Action::FileFailed(Trouble::Sealed), Action::FileRead));
        }
        Sealed::Write(texts) => {
            let guard = platform.local().guard()?;
            let seal = |text: &String| guard.vault_file(text.clone());
            VaultAction::Write(texts.iter().map(|(name, text)| (*name, text.as_ref().map(seal))).collect())
        }
    };
    Some(Action::Vault(done.handed()))
}

fn run(
    task: Task,
    form: &VaultForm,
    locked: &Locked,
    platform: &mut impl Platform,
    journal: &mut Journal,
) -> Result<Outcome, Shut> {
    let (current, new) = (form.secret(SecretBox::Current), form.secret(SecretBox::New));
    match task {
        Task::Unlock => {
            let stores = locked.as_ref().and_then(|stores| stores.downcast_ref::<Stores>());
            let mut headers = stores.map(Stores::headers).unwrap_or_default();
            headers.extend(form.headers.iter().filter_map(|text| Header::parse(text)));
            let made = vault_unlock(&headers, current, &|| platform.secret())?;
            // Of two headers the newer one holds from now on, in both stores.
            let older = |header: &Header| header.id == made.header.id && *header != made.header;
            if headers.iter().any(older) || !form.headers.is_empty() {
                journal.note(platform.local(), names::VAULT, &made.header.write());
            }
            hold(platform, made);
            Ok(Outcome::Unlocked)
        }
        Task::TurnOn => {
            let cost = calibrated(platform);
            let Made { mut header, guard } = vault_make(new, cost, &|| platform.secret())?;
            let code = vault_paper(&mut header, &guard, Cost::LEAST, &|| platform.secret())?;
            journal.note(platform.local(), names::VAULT, &header.write());
            // Nothing is sealed whose header is not kept.
            if journal.kept().local.is_some() {
                journal.take_back(names::VAULT);
                return Err(Shut::NotKept);
            }
            hold(platform, Made { header, guard });
            Ok(Outcome::TurnedOn(code.shown()))
        }
        Task::Change => {
            let (mut header, guard) = opened(platform, current)?;
            let cost = calibrated(platform);
            vault_change(&mut header, &guard, new, cost, &|| platform.secret())?;
            renew(platform, journal, &header)?;
            Ok(Outcome::Changed)
        }
        Task::Paper => {
            let (mut header, guard) = opened(platform, current)?;
            let code = vault_paper(&mut header, &guard, Cost::LEAST, &|| platform.secret())?;
            renew(platform, journal, &header)?;
            Ok(Outcome::Paper(code.shown()))
        }
        Task::TurnOff => {
            opened(platform, current)?;
            if let Some(guard) = platform.local().guard() {
                guard.release();
            }
            Ok(Outcome::TurnedOff)
        }
        // Not of the vault.
        Task::File => Err(Shut::NoHeader),
    }
}

/// Seals or opens the text of a file.
fn file(form: &VaultForm, platform: &impl Platform) -> Result<Outcome, age::Shut> {
    if form.file == Some(FileTask::Open) {
        let open = vault_open_file(form.text.as_bytes(), form.secret(SecretBox::Current))?;
        // Texts of this program are ASCII, but for what people wrote into parcels of lists.
        return String::from_utf8(open.to_vec()).map(Outcome::File).map_err(|_| age::Shut::Damaged);
    }
    let secret: turning::Random<'_> = &|| platform.secret();
    let fresh = || {
        let key = zeroize::Zeroizing::new(turning::bytes(secret).ok()?);
        Some(Fresh { key, salt: turning::bytes(secret).ok()?, nonce: turning::bytes(secret).ok()? })
    };
    let fresh = fresh().ok_or(age::Shut::NoRandom)?;
    let sealed = vault_seal_file(&form.text, form.secret(SecretBox::New), age::COST, &fresh);
    sealed.map(Outcome::File).ok_or(age::Shut::NoMemory)
}

/// What a passphrase may cost on this device.
fn calibrated(platform: &impl Platform) -> Cost {
    let before = platform.now().ms;
    // Only the time matters.
    let _ = vault_derive(&Passphrase::new("0"), &[0; 16], Cost::LEAST);
    Cost::calibrated(platform.now().ms.saturating_sub(before))
}

/// The header of the vault and a guard, once more by a secret: of whoever wants to alter it.
fn opened(platform: &mut impl Platform, secret: &Passphrase) -> Result<(Header, Guard), Shut> {
    let guard = platform.local().guard().ok_or(Shut::NoHeader)?;
    let header = Header::parse(guard.header()).ok_or(Shut::NoHeader)?;
    vault_unlock(&[header], secret, &|| platform.secret()).map(|made| (made.header, made.guard))
}

/// Keeps a changed header in place of the one before.
fn renew(platform: &mut impl Platform, journal: &mut Journal, header: &Header) -> Result<(), Shut> {
    journal.note(platform.local(), names::VAULT, &header.write());
    if journal.kept().local.is_some() {
        journal.take_back(names::VAULT);
        return Err(Shut::NotKept);
    }
    // The key is the same.
    if let Some(guard) = platform.local().guard() {
        guard.carries(header.write());
    }
    Ok(())
}

fn hold(platform: &mut impl Platform, made: Made) {
    let Made { header, mut guard } = made;
    guard.carries(header.write());
    // One that was dismissed goes.
    platform.local().guard();
    put_before(platform.medium(), guard);
}

/// What is held of locked stores, of a kind that only the chunks behind know.
pub(super) type Locked = Option<Rc<dyn Any>>;

/// Opens stores that are not blank; of locked ones nothing. `before` is the page's journal so far.
#[inline(never)]
pub(super) fn stored_opened(
    mut stores: Stores,
    before: Journal,
    platform: &mut impl Platform,
    how: How,
    locked: &mut Locked,
) -> Opened {
    let (is_guarded, is_locked) = stands(&stores, &before, platform);
    let mut opened = if is_locked {
        stores.begin(platform.local(), How { writes: false, ..how })
    } else {
        open::stored_open(platform.local(), &mut stores, how)
    };
    if before.is_unsure() && !is_locked {
        open::stored_unsure(&mut opened.book, &before);
        if opened.erasing == Erasing::Clean {
            opened.erasing = Erasing::Begun;
        }
    }
    opened.journal.go_on(before);
    *locked = None;
    if is_locked {
        opened.lock = Lock::Locked;
        *locked = Some(Rc::new(stores));
    } else if is_guarded {
        vault_opened(&stores, &mut opened, platform, how.writes);
    }
    opened
}

/// Whether this page's guard is the one of the stores, and whether they are locked. Another page may have turned the vault off, or
/// made another one, or changed who may open it.
fn stands(stores: &Stores, before: &Journal, platform: &mut impl Platform) -> (bool, bool) {
    let Some(guard) = platform.local().guard() else { return (false, stores.are_sealed()) };
    let headers = stores.headers();
    let own = headers.iter().filter(|header| header.id == guard.id()).max_by_key(|header| header.revision);
    match own {
        Some(header) => {
            guard.carries(header.write());
            (true, false)
        }
        // Lost, or on its way.
        None if headers.is_empty() && (guard.has_seen() || before.is_unsure()) => (true, false),
        None => {
            guard.dismiss();
            (false, !headers.is_empty())
        }
    }
}

/// After the stores were opened by a guard: has the rest written as it is to be, and says what somebody has changed.
#[inline(never)]
fn vault_opened(stores: &Stores, opened: &mut Opened, platform: &mut impl Platform, writes: bool) {
    let Some(guard) = platform.local().guard() else { return };
    let (seals, unlike) = (guard.seals(), turning::unlike(guard));
    let older = guard.older().into_iter().map(|name| Unread { name, why: Some(LineError::Older), elsewhere: false });
    opened.unread.extend(older);
    let header = guard.header().to_owned();
    opened.lock = if seals { Lock::Open } else { Lock::Opening };
    if !writes {
        return;
    }
    if seals && !stores.are_sealed() {
        opened.journal.note(platform.local(), names::VAULT, &header);
    }
    opened.left = vault_settle(stores, opened, (&unlike.0, &unlike.1), platform.local());
    let (local, replica) = stores.are_read();
    if !seals && opened.left == 0 && local {
        vault_forget(opened, platform.local(), replica);
        if let Some(guard) = platform.local().guard() {
            guard.dismiss();
        }
        opened.lock = Lock::Off;
    }
}

/// Opens generations, and finds those that have to be written again.
fn generations(found: &[(String, String)], platform: &mut impl Platform) -> VaultAction {
    let mut opened = Vec::new();
    let mut unlike = Vec::new();
    if let Some(held) = platform.local().guard() {
        for (name, text) in found {
            let header = guard::header_of(text);
            let is_sealed = header.is_some();
            let open = if is_sealed { held.vault_of_file(text) } else { Ok(text.clone()) };
            // One of another vault stays as it is.
            let Ok(text) = open else { continue };
            // Sealed where it is not to be, open, or with a header whose secrets are no longer those.
            let is_right = is_sealed == held.seals() && (!is_sealed || header == Some(held.header()));
            let own = GENERATIONS.into_iter().find(|own| own == name).filter(|_| !is_right);
            unlike.extend(own.map(|own| (own, Some(text.clone()))));
            opened.push((name.clone(), text));
        }
    }
    VaultAction::Generations(opened, unlike)
}
