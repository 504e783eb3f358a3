//! What actions of the vault do to the state. Keys and stores are `unlocking`'s.

use super::action::Action;
use super::effect::{Effect, Request, to_loader};
use super::facts::Lock;
use super::files;
use super::keep;
use super::notices::Notice;
use super::route::Route;
use super::safety;
use super::state::State;
use super::vaulted::{FileTask, Handed, Outcome, Sealed, SecretBox, Task, VaultAction, VaultForm, VaultTrouble};
use crate::store::journal::Replica;
use crate::store::vault::guard;
use crate::store::vault::key::Passphrase;

/// Handles an action of the vault. Only called once its chunk is loaded.
#[inline(never)]
pub(super) fn vault_update(state: &mut State, what: &Handed) -> Vec<Effect> {
    let Some(action) = what.of::<VaultAction>() else { return Vec::new() };
    let mut form = VaultForm::taken(&mut state.vault);
    let effects = match action {
        VaultAction::Typed(which, text) => {
            let [current, new, again] = &mut form.typed;
            let place = match which {
                SecretBox::Current => current,
                SecretBox::New => new,
                SecretBox::Again => again,
            };
            *place = Passphrase::new(text);
            form.trouble = None;
            Vec::new()
        }
        VaultAction::Show(shows) => {
            form.shows = *shows;
            Vec::new()
        }
        VaultAction::File(task) => {
            form = form.afresh(*task, String::new());
            Vec::new()
        }
        VaultAction::Ask(task) => {
            form.trouble = trouble(state, &form, *task);
            form.waits = form.trouble.is_none().then_some(*task);
            match form.waits {
                Some(Task::File) => files::given(state, &mut form),
                _ => Vec::new(),
            }
        }
        VaultAction::GoOn => match form.waits {
            Some(task) => vec![Effect::Vault(Sealed::Do(task, Box::new(form.clone())).handed())],
            None => Vec::new(),
        },
        VaultAction::Done(done) => {
            form.waits = None;
            match done {
                Ok(Outcome::File(text)) => {
                    let task = form.file.take();
                    form = form.afresh(None, String::new());
                    files::done(state, task, text)
                }
                Ok(outcome) => {
                    form = VaultForm { round: form.round + 1, ..VaultForm::default() };
                    let mut effects = done_well(state, &mut form, outcome);
                    // Those that are not yet as they are to be are written again; and both stores may have been lost. Heard once
                    // the stores are open.
                    effects.push(Effect::Ask(Request::ReadGenerations));
                    effects
                }
                Err(why) => {
                    form.trouble = Some(*why);
                    Vec::new()
                }
            }
        }
        VaultAction::Written => {
            form.code = None;
            Vec::new()
        }
        VaultAction::Lock if !matches!(state.store.lock, Lock::Open | Lock::Opening) => Vec::new(),
        // What only this page has must not go with it.
        VaultAction::Lock
            if state.kept.is_some_and(|kept| kept.local.is_some() && kept.replica != Replica::Confirmed) =>
        {
            form.trouble = Some(VaultTrouble::Unwritten);
            vec![Effect::Ask(Request::Go(Route::Safety))]
        }
        VaultAction::Lock => {
            let mut effects = keep::settle(state);
            effects.push(to_loader("lock", ""));
            effects
        }
        VaultAction::Write(texts) => vec![Effect::Ask(Request::WriteGenerations(texts.clone()))],
        VaultAction::Generations(found, unlike) => generations(state, found, unlike),
    };
    state.vault = (form != VaultForm::default()).then(|| form.held()).flatten();
    effects
}

/// Whether something is to be done once the page is drawn: trying a passphrase keeps the browser from drawing.
#[inline(never)]
pub fn vault_waits(state: &State) -> bool {
    VaultForm::of(&state.vault).is_some_and(|form| form.waits.is_some())
}

/// Does it.
#[inline(never)]
pub fn vault_go_on() -> Action {
    Action::Vault(VaultAction::GoOn.handed())
}

/// Why something that needs a secret is not begun.
fn trouble(state: &State, form: &VaultForm, task: Task) -> Option<VaultTrouble> {
    let seals = matches!(form.file, Some(FileTask::Backup | FileTask::Parcel)) && task == Task::File;
    if !matches!(task, Task::TurnOn | Task::Change) && !seals {
        return None;
    }
    if !seals && state.kept.is_some_and(|kept| kept.local.is_some()) {
        return Some(VaultTrouble::Unwritten);
    }
    let new = form.secret(SecretBox::New);
    let unlike = || (new != form.secret(SecretBox::Again)).then_some(VaultTrouble::Unlike);
    new.weakness().map(VaultTrouble::Weak).or_else(unlike)
}

fn done_well(state: &mut State, form: &mut VaultForm, outcome: &Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Unlocked => {
            // The runner opens the stores.
            (state.store.unopened, state.store.lock) = (true, Lock::Open);
            // A page that begins something does so once they are.
            vec![Effect::Ask(Request::Replace(state.route.clone()))]
        }
        Outcome::TurnedOn(code) => {
            state.store.lock = Lock::Open;
            form.code = Some(code.clone());
            state.tell(Notice::Vault(true));
            // What is open in both stores and in the generations is written again.
            vec![Effect::Settle, to_loader("reread", "")]
        }
        Outcome::Changed => {
            state.tell(Notice::PassphraseChanged);
            Vec::new()
        }
        Outcome::Paper(code) => {
            form.code = Some(code.clone());
            Vec::new()
        }
        Outcome::File(_) => Vec::new(),
        // The generations first: the guard that opens them is gone once the stores are open.
        Outcome::TurnedOff => {
            state.store.lock = Lock::Opening;
            vec![Effect::Settle]
        }
    }
}

/// Generations were read while there is a vault: they are opened, and written again as they are to be.
#[inline(never)]
pub(super) fn vault_generations(state: &mut State, found: Vec<(String, String)>) -> Vec<Effect> {
    match state.store.lock {
        Lock::Open | Lock::Opening => vec![Effect::Vault(Sealed::Generations(found).handed())],
        Lock::Off | Lock::Locked => {
            let headers: Vec<String> =
                found.iter().filter_map(|(_, text)| guard::header_of(text)).map(str::to_owned).collect();
            if headers.is_empty() {
                return safety::bring_back(state, &found);
            }
            // Both stores are empty; what is left opens by the passphrase alone.
            state.store.lock = Lock::Locked;
            state.vault = VaultForm { headers, ..VaultForm::default() }.held();
            Vec::new()
        }
    }
}

fn generations(
    state: &mut State,
    found: &[(String, String)],
    unlike: &[(&'static str, Option<String>)],
) -> Vec<Effect> {
    let mut effects = Vec::new();
    if !unlike.is_empty() {
        effects.push(safety::write_generations(state, unlike.to_vec()));
    }
    if state.store.lock == Lock::Opening {
        effects.push(to_loader("reread", ""));
    } else {
        effects.extend(safety::bring_back(state, found));
    }
    effects
}
