//! Ways for a parcel from one machine to another beside files: codes on the screen and before the camera, the share sheet, messages.
//! What codes are drawn and read is the loader's; here is only their place on the page.

use super::{about, actions, vault};
use crate::app::action::Action;
use crate::app::planned::{CameraTrouble, ListsAction, Planned, Shown};
use crate::app::state::State;
use crate::app::vaulted::FileTask;
use crate::domain::value::ratio::Ratio;
use crate::platform::dom::element;
use crate::text::lists::{self, codes as texts};
use crate::text::vault as lock;
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::bar::bar;
use crate::views::widgets::button::{Weight, button};
use crate::views::widgets::notice::notice;

/// Milliseconds for which a code stands, by density, the sparsest first: `web/codes.js` has the same.
const STANDS: [u64; 3] = [350, 220, 160];
/// The density to begin with.
const USUAL: usize = 1;

fn does(act: &Act, words: &str, weight: Weight, action: ListsAction) -> El {
    button(words, weight, act, Action::Lists(action))
}

/// The button that opens the camera.
pub(super) fn look(act: &Act, words: &str) -> El {
    does(act, words, Weight::Plain, ListsAction::Look)
}

/// What the camera sees, and how much it has brought.
pub(super) fn looking(act: &Act, part: u64, trouble: Option<CameraTrouble>, strange: bool) -> Vec<El> {
    let ends = does(act, texts::LOOK_NO_MORE, Weight::Plain, ListsAction::Drop);
    if let Some(trouble) = trouble {
        let words = match trouble {
            CameraTrouble::Absent => texts::CAMERA_ABSENT,
            CameraTrouble::Refused => texts::CAMERA_REFUSED,
            CameraTrouble::Taken => texts::CAMERA_TAKEN,
        };
        return vec![notice(Tone::Warn, words, None, vec![look(act, texts::LOOK_AGAIN), ends])];
    }
    let told = if strange && part == 0 { texts::STRANGE.to_owned() } else { texts::heard(part) };
    let done = Ratio::new(i64::try_from(part).unwrap_or_default(), 100);
    let mut parts = vec![
        about(texts::LOOK_ABOUT),
        el("div", "camera")
            .fixed("id", element::CAMERA)
            .fixed("data-name", texts::LOOKED)
            .fixed("data-light", texts::LIGHT)
            .fixed("data-nearer", texts::NEARER),
    ];
    parts.push(el("p", "lead").fixed("role", "status").text(&told));
    parts.extend(done.map(|done| bar(Tone::Calm, done, None, &told)));
    parts.push(actions(vec![ends]));
    parts
}

/// The box for what came in a message.
pub(super) fn pasting(act: &Act) -> El {
    let area = el("textarea", "box")
        .fixed("aria-label", texts::PASTE)
        .fixed("id", element::PASTED)
        .fixed("data-name", texts::PASTED)
        .fixed("rows", "4")
        .fixed("spellcheck", "false");
    let read = does(act, texts::PASTE_READ, Weight::Plain, ListsAction::Paste);
    let details = el("details", "plan-columns").child(el("summary", "").text(texts::PASTE));
    details.child(about(texts::PASTE_ABOUT)).child(area).child(actions(vec![read]))
}

/// The ways for a parcel that was made.
pub(super) fn ways(state: &State, act: &Act, planned: &Planned) -> El {
    if let Some(shown) = &planned.shown {
        return codes(act, *shown);
    }
    if let Some(asked) = vault::parcel(state, act) {
        return asked;
    }
    let mut ways = vec![
        el("span", "share").child(does(act, texts::SHARE, Weight::Main, ListsAction::Share)),
        does(act, lists::SAVE_PARCEL, Weight::Main, ListsAction::Send),
    ];
    let drop = does(act, lists::NOT_SENT, Weight::Plain, ListsAction::Drop);
    if planned.sealed {
        ways.push(drop);
        let told = el("p", "").fixed("role", "status").text(lock::PARCEL_SEALED);
        return el("div", "plan-decisions").child(told).child(actions(ways));
    }
    ways.extend([
        does(act, texts::SHOW, Weight::Plain, ListsAction::Show(USUAL)),
        vault::seals(act, lock::SEAL_FIRST, FileTask::Parcel),
        drop,
    ]);
    let copy = does(act, texts::COPY, Weight::Plain, ListsAction::Copy);
    let sent = does(act, texts::MESSAGE_SENT, Weight::Plain, ListsAction::Sent);
    let others = el("details", "plan-columns").child(el("summary", "").text(texts::OTHER_WAYS));
    let others = others.child(about(texts::COPY_ABOUT)).child(actions(vec![copy, sent]));
    el("div", "plan-decisions").child(actions(ways)).child(others)
}

/// The codes on the screen.
fn codes(act: &Act, shown: Shown) -> El {
    let Shown { density, codes } = shown;
    let told = match codes {
        None => texts::PREPARING.to_owned(),
        Some(0) => texts::TOO_LONG.to_owned(),
        Some(number) => texts::codes(number, STANDS.get(density).copied().unwrap_or_default()),
    };
    let status = el("p", "lead").fixed("role", "status").text(&told);
    let mut buttons = Vec::new();
    if codes != Some(0) {
        buttons.push(does(act, texts::RECEIVED, Weight::Main, ListsAction::Sent));
        let sparser = density.checked_sub(1).map(|density| (texts::SPARSER, density));
        let denser = Some((texts::DENSER, density + 1)).filter(|(_, density)| *density < STANDS.len());
        let others = sparser.into_iter().chain(denser);
        buttons.extend(others.map(|(words, density)| does(act, words, Weight::Plain, ListsAction::Show(density))));
    }
    buttons.push(does(act, texts::HIDE, Weight::Plain, ListsAction::Hide));
    let place = el("div", "codes").fixed("id", element::CODES);
    el("div", "plan-decisions").child(status).child(place).child(about(texts::SHOW_ABOUT)).child(actions(buttons))
}
