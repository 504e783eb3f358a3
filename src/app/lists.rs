//! Lists from files: what the reader found in them, what a person says of it, taking it in as one step. The files are read by
//! `reader`, in a worker; what it answers comes as the text of a file that was opened.

use super::effect::{Effect, Request, to_loader};
use super::keep;
use super::notices::Notice;
use super::parcels;
use super::past::device_record;
use super::planned::{Lists, ListsAction, Planned, Shown};
use super::route::Route;
use super::safety;
use super::selectors;
use super::state::State;
use super::steps::append;
use super::vaulted::VaultForm;
use crate::book::change::Change;
use crate::book::record::Record;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters;
use crate::domain::value::rows::{self, Row};
use crate::exchange::mapping::HEADINGS;
use crate::exchange::plan::{Plan, RowState};
use crate::store::backup;

/// How everything begins that the worker says of files, besides the plan.
const SAYS: &str = "ket-nap-lists;";

/// Whether a text comes from the reader.
pub fn looks_like(text: &str) -> bool {
    text.starts_with(SAYS) || Plan::is_written(text)
}

/// Something came from the reader.
pub fn read(state: &mut State, text: &str) -> Vec<Effect> {
    let said = text.strip_prefix(SAYS).and_then(|rest| rest.split_once(';'));
    match said {
        Some(("chosen", number)) => {
            let files = letters::number(number, 10).unwrap_or(1);
            let of = match Lists::of_mut(&mut state.lists) {
                Some(Lists::Looking { of, .. }) => of.take(),
                _ => open_candidate(state),
            };
            let mut effects = ask(state, files, Vec::new(), of);
            if !matches!(state.route, Route::Lists) {
                effects.push(Effect::Ask(Request::Go(Route::Lists)));
            }
            return effects;
        }
        Some(("part", part)) => {
            if let Some(Lists::Reading { part: known, .. }) = Lists::of_mut(&mut state.lists) {
                *known = letters::number(part, 10).unwrap_or_default();
            }
        }
        Some(("made", _)) => {
            if matches!(Lists::of(&state.lists), Some(Lists::Making)) {
                state.lists = None;
            }
            state.tell(Notice::Exported);
        }
        Some(("waiting", number)) => {
            let files = letters::number(number, 10).unwrap_or(1);
            state.lists = Lists::Waiting(files).held();
            state.tell(Notice::FilesWait(usize::try_from(files).unwrap_or(1)));
        }
        Some(("picture", number)) => {
            state.lists = Lists::NoCode { strange: number == "1" }.held();
            let there = matches!(state.route, Route::Lists);
            return (!there).then_some(Effect::Ask(Request::Go(Route::Lists))).into_iter().collect();
        }
        Some(("erased", left)) => state.tell(Notice::Erased(left == "0")),
        Some(("nothing", _)) => state.lists = Lists::Nothing.held(),
        Some(("sent", _)) => return told_sent(state),
        Some((word @ ("codes" | "heard" | "strange" | "camera" | "closed"), number)) => {
            parcels::heard(state, word, letters::number(number, 10).unwrap_or_default());
        }
        Some((word, _)) => {
            // Who asked for a workbook elsewhere is told where lists are.
            let making = matches!(Lists::of(&state.lists), Some(Lists::Making));
            state.lists = if word == "unfetched" { Lists::NoReader } else { Lists::Failed }.held();
            if making && !matches!(state.route, Route::Lists) {
                return vec![Effect::Ask(Request::Go(Route::Lists))];
            }
        }
        None => {
            let plan = Plan::read(text).unwrap_or_default();
            // What was said of columns is said of the same files again.
            let said = match Lists::of_mut(&mut state.lists) {
                Some(Lists::Reading { said, .. }) => std::mem::take(said),
                _ => Vec::new(),
            };
            let outside = plan.rows.iter().enumerate().filter(|(_, row)| row.state == RowState::Outside);
            let left_out = outside.map(|(place, _)| place).collect();
            state.lists = Lists::Planned(Box::new(Planned { plan, said, left_out, ..Planned::default() })).held();
        }
    }
    Vec::new()
}

/// The parcel that was made has gone.
fn told_sent(state: &mut State) -> Vec<Effect> {
    let effects = parcels::sent(state);
    if !effects.is_empty() {
        state.tell(Notice::ParcelSent);
    }
    effects
}

/// The candidate whose record is open: a card may be of this person.
fn open_candidate(state: &State) -> Option<RecordId> {
    match &state.route {
        Route::Record(id) | Route::Part(id, _) if id.is(RecordKind::Candidate) => Some(id.clone()),
        _ => None,
    }
}

/// Has the chosen files read beside the book.
fn ask(state: &mut State, files: u64, said: Vec<(String, String)>, of: Option<RecordId>) -> Vec<Effect> {
    let mut row = book_row(state);
    row.extend([selectors::home(state), of].map(|id| id.map(|id| id.as_str().to_owned())));
    row.extend(said.iter().flat_map(|(heading, field)| [Some(heading.clone()), Some(field.clone())]));
    state.lists = Lists::Reading { files, part: 0, said }.held();
    vec![Effect::Ask(Request::ReadLists(rows::write(&vec![row])))]
}

/// Does what a person wants.
pub fn act(state: &mut State, action: ListsAction) -> Vec<Effect> {
    match &action {
        ListsAction::Drop => {
            state.lists = None;
            if state.vault.is_some() {
                state.vault = VaultForm::taken(&mut state.vault).afresh(None, String::new()).held();
            }
            return vec![to_loader("", "")];
        }
        ListsAction::Look => {
            let of = match Lists::of_mut(&mut state.lists) {
                // Once more, after the camera was refused.
                Some(Lists::Looking { of, .. }) => of.take(),
                _ => open_candidate(state),
            };
            state.lists = Lists::Looking { part: 0, trouble: None, strange: false, of }.held();
            let there = matches!(state.route, Route::Lists);
            let go = (!there).then_some(Effect::Ask(Request::Go(Route::Lists)));
            return go.into_iter().chain([to_loader("camera", "")]).collect();
        }
        ListsAction::Paste => return vec![to_loader("paste", "")],
        ListsAction::Resume => return vec![to_loader("resume", "")],
        ListsAction::Sent => return told_sent(state),
        _ => {}
    }
    if let ListsAction::Make(wanted) = action {
        let mut asked = rows::parse(&wanted).unwrap_or_default();
        asked.push(book_row(state));
        if state.lists.is_none() {
            state.lists = Lists::Making.held();
        }
        // An edit that is in a file must not be replaced by continued typing.
        let mut effects = keep::settle(state);
        effects.push(Effect::Ask(Request::ReadLists(rows::write(&asked))));
        return effects;
    }
    let Some(Lists::Planned(planned)) = Lists::of_mut(&mut state.lists) else { return Vec::new() };
    match action {
        ListsAction::Column(place, field) => {
            let mut columns = planned.plan.tables.iter_mut().flat_map(|table| &mut table.columns);
            let Some(column) = columns.nth(place as usize) else { return Vec::new() };
            planned.said.retain(|(heading, _)| *heading != column.heading);
            if !field.is_empty() {
                planned.said.push((column.heading.clone(), field.clone()));
            }
            column.field = field;
            planned.altered = true;
        }
        ListsAction::Again => {
            let said = std::mem::take(&mut planned.said);
            return ask(state, 1, said, None);
        }
        ListsAction::Decide(row, same) => {
            planned.decided.retain(|(known, _)| *known != row);
            planned.decided.push((row, same));
        }
        ListsAction::Want(row, wanted) => {
            planned.left_out.retain(|known| *known != row);
            if !wanted {
                planned.left_out.push(row);
            }
        }
        ListsAction::Theirs(theirs) => planned.theirs = theirs,
        ListsAction::Take => {
            let planned = std::mem::take(planned);
            state.lists = None;
            return if planned.is_of_parcels() { parcels::take(state, &planned) } else { take(state, &planned) };
        }
        ListsAction::Send => {
            let Some((name, text)) = planned.plan.parcel.clone() else { return Vec::new() };
            let mut effects = parcels::sent(state);
            effects.extend(safety::export(state, name, text));
            return effects;
        }
        ListsAction::Show(density) => {
            planned.shown = Some(Shown { density, codes: None });
            return parcels::parcel(planned, |_, text| to_loader("show", &format!("{density};{text}")));
        }
        ListsAction::Hide => {
            planned.shown = None;
            return vec![to_loader("close", "")];
        }
        ListsAction::Share => {
            return parcels::parcel(planned, |name, text| to_loader("share", &format!("{name};{text}")));
        }
        ListsAction::Copy => return parcels::parcel(planned, |_, text| to_loader("copy", text)),
        ListsAction::Drop
        | ListsAction::Make(_)
        | ListsAction::Look
        | ListsAction::Paste
        | ListsAction::Resume
        | ListsAction::Sent => {}
    }
    Vec::new()
}

/// The book and the day, as the reader is told them.
fn book_row(state: &State) -> Row {
    vec![Some(backup::write(&state.book, state.moment.ms)), Some(state.moment.today.iso())]
}

/// Takes the rows into the book, as one step.
fn take(state: &mut State, planned: &Planned) -> Vec<Effect> {
    let (mut changes, mut taken) = (Vec::new(), 0);
    for (place, row) in planned.plan.rows.iter().enumerate() {
        let Some(first) = planned.target(place, row) else { continue };
        let before = changes.len();
        for (nth, record) in row.records.iter().enumerate() {
            let id = if nth == 0 { first } else { &record.id };
            write(state, id, &record.texts, planned.theirs, &mut changes);
        }
        taken += usize::from(changes.len() > before);
    }
    remember(state, &planned.said, &mut changes);
    state.tell(Notice::ListsTaken(taken));
    let mut effects = append(state, changes);
    effects.push(to_loader("", ""));
    effects
}

/// Writes what the book lacks of a record; what it has otherwise only if `theirs` counts.
fn write(state: &mut State, id: &RecordId, texts: &[(String, String)], theirs: bool, changes: &mut Vec<Change>) {
    let (ms, known) = (state.moment.ms, state.book.record(id));
    let anew = known.is_none_or(Record::is_deleted);
    if known.is_none() {
        changes.extend(keep::create(state, id, &[]));
    } else if anew {
        changes.push(state.book.restore(ms, id));
    }
    for (key, text) in texts {
        let Some(record) = state.book.record(id) else { continue };
        if record.text(key).is_none_or(|before| before != text && (theirs || anew)) {
            changes.push(state.book.edit(ms, id, key, Some(text.clone())));
        }
    }
    state.refresh(id);
}

/// Keeps what was said of headings, for the next list of this shape.
fn remember(state: &mut State, said: &[(String, String)], changes: &mut Vec<Change>) {
    let Some(id) = device_record(state.book.device()) else { return };
    if said.is_empty() {
        return;
    }
    let mut lines: Vec<String> = said.iter().map(|(heading, field)| format!("{heading}\t{field}")).collect();
    if let Some(record) = state.book.record(&id) {
        for line in record.text(HEADINGS).unwrap_or_default().lines() {
            let heading = line.split('\t').next().unwrap_or_default();
            if said.iter().all(|(other, _)| other != heading) {
                lines.push(line.to_owned());
            }
        }
    }
    let ms = state.moment.ms;
    changes.push(state.book.edit(ms, &id, HEADINGS, Some(lines.join("\n"))));
}
