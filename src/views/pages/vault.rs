//! The lock: a locked page, and the section that turns the vault on and off. What they do is in `app::vault`.

use super::{about, actions, section};
use crate::app::action::Action;
use crate::app::facts::Lock;
use crate::app::state::State;
use crate::app::vaulted::{FileTask, SecretBox, Task, VaultAction, VaultForm, VaultTrouble};
use crate::platform::dom::element;
use crate::text::{erasing, vault as words};
use crate::views::Act;
use crate::views::el::{El, To, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, button};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::notice::notice;

/// A locked page. In the chunk of the vault.
#[inline(never)]
pub fn vault_page(state: &State, act: &Act) -> Vec<El> {
    let form = VaultForm::of(&state.vault).cloned().unwrap_or_default();
    let erase = actions(vec![button(erasing::ERASE, Weight::Danger, act, Action::Erase)]);
    let forgotten = el("details", "section").child(el("summary", "").text(words::FORGOTTEN));
    vec![
        el("p", "lead").text(words::LOCKED_ABOUT),
        el("div", "secrets").children(vec![
            told(&form),
            secret(act, &form, SecretBox::Current, words::PASSPHRASE, words::PASSPHRASE_ABOUT),
            actions(vec![asks(act, &form, words::UNLOCK, Weight::Main, Task::Unlock), shows(act, &form)]),
        ]),
        forgotten.child(about(words::FORGOTTEN_ABOUT)).child(erase),
    ]
}

/// Heading of a locked page.
#[inline(never)]
pub fn vault_heading() -> String {
    words::LOCKED.to_owned()
}

/// The code to be written down, if there is one: nothing else is on the page until it is.
pub fn code(state: &State, act: &Act) -> Option<Vec<El>> {
    let code = VaultForm::of(&state.vault)?.code.as_deref()?;
    let shown = el("p", "code-on-paper").fixed("translate", "no").text(code);
    let buttons = vec![
        button(words::PRINT, Weight::Plain, act, Action::Print),
        button(words::WRITTEN, Weight::Main, act, Action::Vault(VaultAction::Written.handed())),
    ];
    Some(vec![section(words::CODE, vec![shown, el("p", "").text(words::CODE_ABOUT), actions(buttons)])])
}

/// What a file needs before it is sealed or opened, if one is: nothing else is on the page meanwhile.
pub fn file(state: &State, act: &Act) -> Option<Vec<El>> {
    let form = VaultForm::of(&state.vault)?;
    let parts = match form.file? {
        FileTask::Parcel => return None,
        FileTask::Backup => {
            vec![el("p", "").text(words::SEAL_ABOUT), sealing(act, form, words::SEAL_BACKUP)]
        }
        FileTask::Open => vec![
            el("p", "").text(words::OPEN_ABOUT),
            secret(act, form, SecretBox::Current, words::FILE_PASSPHRASE, words::PASSPHRASE_ABOUT),
            told(form),
            actions(vec![
                asks(act, form, words::OPEN_FILE, Weight::Main, Task::File),
                shows(act, form),
                no_file(act, words::LEAVE_CLOSED),
            ]),
        ],
    };
    Some(vec![section(words::SEALED_FILE, parts)])
}

/// The same for the parcel that was made; `None` if no passphrase is asked for.
pub fn parcel(state: &State, act: &Act) -> Option<El> {
    let form = VaultForm::of(&state.vault).filter(|form| form.file == Some(FileTask::Parcel))?;
    let about = el("p", "").text(words::SEAL_PARCEL_ABOUT);
    Some(el("div", "plan-decisions").child(about).child(sealing(act, form, words::SEAL_PARCEL)))
}

/// Button that asks for a passphrase for what goes out.
pub fn seals(act: &Act, label: &str, task: FileTask) -> El {
    button(label, Weight::Plain, act, Action::Vault(VaultAction::File(Some(task)).handed()))
}

fn sealing(act: &Act, form: &VaultForm, label: &str) -> El {
    el("div", "secrets").children(vec![
        secret(act, form, SecretBox::New, words::FILE_PASSPHRASE, words::NEW_ABOUT),
        secret(act, form, SecretBox::Again, words::FILE_AGAIN, ""),
        told(form),
        actions(vec![
            asks(act, form, label, Weight::Main, Task::File),
            shows(act, form),
            no_file(act, words::SEAL_NOT),
        ]),
    ])
}

fn no_file(act: &Act, label: &str) -> El {
    button(label, Weight::Plain, act, Action::Vault(VaultAction::File(None).handed()))
}

/// The section of the page about keeping.
pub fn vault(state: &State, act: &Act) -> El {
    let form = VaultForm::of(&state.vault).cloned().unwrap_or_default();
    let new = |label| secret(act, &form, SecretBox::New, label, words::NEW_ABOUT);
    let again = || secret(act, &form, SecretBox::Again, words::AGAIN, "");
    if state.store.lock == Lock::Off {
        let buttons = vec![asks(act, &form, words::TURN_ON, Weight::Main, Task::TurnOn), shows(act, &form)];
        let parts = vec![
            el("p", "").text(words::VAULT_ABOUT),
            about(words::VAULT_LIMITS),
            new(words::NEW),
            again(),
            told(&form),
        ];
        return section(words::VAULT, parts.into_iter().chain([actions(buttons)]).collect());
    }
    let lock = button(words::LOCK, Weight::Main, act, Action::Vault(VaultAction::Lock.handed()));
    let changes = el("details", "section").child(el("summary", "").text(words::CHANGES)).children(vec![
        about(words::CHANGES_ABOUT),
        secret(act, &form, SecretBox::Current, words::CURRENT, words::PASSPHRASE_ABOUT),
        actions(vec![
            asks(act, &form, words::NEW_CODE, Weight::Plain, Task::Paper),
            asks(act, &form, words::TURN_OFF, Weight::Danger, Task::TurnOff),
        ]),
        new(words::NEW),
        again(),
        actions(vec![asks(act, &form, words::CHANGE, Weight::Plain, Task::Change), shows(act, &form)]),
    ]);
    let mut parts = vec![el("p", "").text(words::IS_ON), about(words::VAULT_LIMITS)];
    if state.store.left > 0 {
        parts.push(notice(Tone::Warn, words::LEFT, None, Vec::new()));
    }
    parts.extend([actions(vec![lock]), told(&form), changes]);
    section(words::VAULT, parts)
}

/// The button that locks the page from everywhere.
pub fn lock(act: &Act) -> El {
    let path = el("path", "").fixed("d", "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3");
    let drawing = el("svg", "icon").fixed("viewBox", "0 0 24 24").fixed("aria-hidden", "true").child(path);
    let button =
        el("button", "undo").fixed("type", "button").fixed("id", element::LOCK).fixed("aria-label", words::LOCK);
    button.fixed("title", words::LOCK).clicks(act, Action::Vault(VaultAction::Lock.handed())).child(drawing)
}

/// Why nothing was done, or that something is being done.
fn told(form: &VaultForm) -> El {
    let place = el("div", "").fixed("aria-live", "polite");
    if form.waits.is_some() {
        return place.child(notice(Tone::Calm, words::WORKING, None, Vec::new()));
    }
    let Some(trouble) = form.trouble else { return place };
    let words = match trouble {
        VaultTrouble::Weak(why) => words::weak(why),
        VaultTrouble::Unlike => words::UNLIKE.to_owned(),
        VaultTrouble::Shut(why) => words::shut(why).to_owned(),
        VaultTrouble::File(why) => words::file_shut(why).to_owned(),
        VaultTrouble::Unwritten => words::UNWRITTEN.to_owned(),
    };
    place.child(notice(Tone::Bad, &words, None, Vec::new()))
}

/// A box for a secret. Its letters are covered by the style sheet: a box for passwords would keep input methods from working, and
/// have the browser keep the word. They are nowhere in the page but in the box.
fn secret(act: &Act, form: &VaultForm, which: SecretBox, label: &'static str, help: &'static str) -> El {
    let (id, typed): (_, fn(String) -> Action) = match which {
        SecretBox::Current => ("secret", |text| typed(SecretBox::Current, text)),
        SecretBox::New => ("secret-new", |text| typed(SecretBox::New, text)),
        SecretBox::Again => ("secret-again", |text| typed(SecretBox::Again, text)),
    };
    let mut row = FieldRow::new(id, label);
    row.help = Some(help).filter(|help| !help.is_empty());
    let control = el("input", if form.shows { "box" } else { "box covered" })
        .fixed("type", "text")
        .fixed("id", id)
        .fixed("autocomplete", "off")
        .fixed("autocapitalize", "off")
        .fixed("spellcheck", "false")
        .maybe("aria-describedby", row.described_by().as_deref())
        .writes("input", act, To::Other(typed))
        .writes("change", act, To::Other(typed));
    // Once it has done its work it is another box, without letters.
    row.draw(control.key(&form.round.to_string()))
}

fn typed(which: SecretBox, text: String) -> Action {
    Action::Vault(VaultAction::Typed(which, text).handed())
}

/// A button for something that needs a secret.
fn asks(act: &Act, form: &VaultForm, label: &str, weight: Weight, task: Task) -> El {
    let button = button(label, weight, act, Action::Vault(VaultAction::Ask(task).handed()));
    if form.waits.is_some() { button.fixed("disabled", "") } else { button }
}

fn shows(act: &Act, form: &VaultForm) -> El {
    let label = if form.shows { words::HIDE } else { words::SHOW };
    button(label, Weight::Plain, act, Action::Vault(VaultAction::Show(!form.shows).handed()))
}
