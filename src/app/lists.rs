//! Lists from files: what the reader found in them, what a person says of it, taking it in as one step. The files are read by
//! `reader`, in a worker; what it answers comes as the text of a file that was opened.

use super::effect::{Effect, Request};
use super::facts::Notice;
use super::keep;
use super::past::device_record;
use super::planned::{Lists, ListsAction, Planned};
use super::route::Route;
use super::safety;
use super::selectors;
use super::state::State;
use super::steps::{append, step};
use super::undo::revert;
use crate::book::change::Change;
use crate::book::record::Record;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::letters;
use crate::domain::value::rows::{self, Row};
use crate::exchange::mapping::HEADINGS;
use crate::exchange::plan::{Plan, RowState};
use crate::store::{backup, line};

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
            let mut effects = ask(state, files, Vec::new());
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

/// Has the chosen files read beside the book.
fn ask(state: &mut State, files: u64, said: Vec<(String, String)>) -> Vec<Effect> {
    let mut row = book_row(state);
    row.push(selectors::home(state).map(|home| home.as_str().to_owned()));
    row.extend(said.iter().flat_map(|(heading, field)| [Some(heading.clone()), Some(field.clone())]));
    state.lists = Lists::Reading { files, part: 0, said }.held();
    vec![Effect::Ask(Request::ReadLists(rows::write(&vec![row])))]
}

/// Does what a person wants.
pub fn act(state: &mut State, action: ListsAction) -> Vec<Effect> {
    if let ListsAction::Drop = action {
        state.lists = None;
        return vec![Effect::Ask(Request::ReadLists(String::new()))];
    }
    if let ListsAction::Make(wanted) = action {
        let mut asked = vec![book_row(state)];
        asked.extend(rows::parse(&wanted).unwrap_or_default());
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
            return ask(state, 1, said);
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
            return if planned.is_of_parcels() { take_parcels(state, &planned) } else { take(state, &planned) };
        }
        ListsAction::Send => {
            let Some((name, text)) = planned.plan.parcel.take() else { return Vec::new() };
            let said = changes_of(&planned.plan);
            state.lists = None;
            apply(state, &said);
            let mut effects =
                vec![Effect::Settle, Effect::Append(said), Effect::Ask(Request::ReadLists(String::new()))];
            effects.extend(safety::export(state, name, text));
            return effects;
        }
        ListsAction::Drop | ListsAction::Make(_) => {}
    }
    Vec::new()
}

/// The book and the day, as the reader is told them.
fn book_row(state: &State) -> Row {
    vec![Some(backup::write(&state.book, state.moment.ms)), Some(state.moment.today.iso())]
}

/// The changes that come with a plan. It was made by the reader, which has them from a whole file.
fn changes_of(plan: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    match line::read(&plan.changes, &mut |change| changes.push(change.clone())) {
        Ok(_) => changes,
        Err(_) => Vec::new(),
    }
}

/// Applies changes of others. Of what devices say of themselves only the last word is kept.
fn apply(state: &mut State, changes: &[Change]) {
    for change in changes {
        state.book.apply(change);
    }
    let mut records: Vec<&RecordId> = changes.iter().map(|change| &change.record).collect();
    records.dedup();
    for record in records {
        if record.kind().is_none() {
            state.book.thin(record);
        }
        state.refresh(record);
    }
}

/// Takes parcels in: all of their changes, since the sender has to learn what is here. What the person does not want is
/// written back at once, and that travels like any other edit.
fn take_parcels(state: &mut State, planned: &Planned) -> Vec<Effect> {
    let changes = changes_of(&planned.plan);
    let left_out: Vec<&RecordId> = planned
        .left_out
        .iter()
        .filter_map(|place| planned.plan.rows.get(*place))
        .flat_map(|row| row.records.iter().map(|record| &record.id))
        .collect();
    apply(state, &changes);
    let (unwanted, rest): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| left_out.contains(&&change.record));
    let (said, mut wanted): (Vec<Change>, Vec<Change>) =
        rest.into_iter().partition(|change| change.record.kind().is_none());
    let step = step(state, &unwanted);
    let (back, _) = revert(state, &step);
    state.tell(Notice::ListsTaken(planned.taken()));
    let mut effects = Vec::new();
    for (place, row) in planned.plan.rows.iter().enumerate() {
        let (Some(true), Some(own), Some(new)) = (planned.decision(place), &row.other, row.records.first()) else {
            continue;
        };
        adopt(state, own, &new.id, &mut wanted);
        if state.preferences.home.as_deref() == Some(own.as_str()) {
            state.preferences.home = Some(new.id.as_str().to_owned());
            effects.push(Effect::Prefer(state.preferences.clone()));
        }
    }
    effects.extend(append(state, wanted));
    effects.extend([said, unwanted, back].map(Effect::Append));
    effects.push(Effect::Ask(Request::ReadLists(String::new())));
    effects
}

/// An organization that was begun here is one that came from above: everything that names it names that one instead.
fn adopt(state: &mut State, own: &RecordId, new: &RecordId, changes: &mut Vec<Change>) {
    let ms = state.moment.ms;
    let mut named: Vec<(RecordId, &str)> = Vec::new();
    for (id, record) in state.book.records() {
        let fields = id.kind().into_iter().flat_map(Field::of).map(Field::spec);
        let fields = fields.filter(|spec| spec.kind.is_reference() && record.text(spec.key) == Some(own.as_str()));
        named.extend(fields.map(|spec| (id.clone(), spec.key)));
    }
    for (id, key) in named {
        changes.push(state.book.edit(ms, &id, key, Some(new.as_str().to_owned())));
        state.refresh(&id);
    }
    changes.push(state.book.delete(ms, own));
    state.refresh(own);
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
    effects.push(Effect::Ask(Request::ReadLists(String::new())));
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
