//! Parcels for the page: what those that were opened would alter in its book, and what one that is made holds, both as a plan.

use super::beside::{self, ledger, shown};
use crate::book::Book;
use crate::book::change::Change;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::Level;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;
use crate::exchange::output::Output;
use crate::exchange::plan::{Plan, PlanRow, PlannedRecord, RowState};
use crate::post::claims::{self, Keeper};
use crate::post::making::{self, Recipient, Wanted};
use crate::post::parcel::{Parcel, Way};
use crate::post::receiving;
use crate::post::review::{Altered, Reviewed, review};
use crate::post::travel;
use crate::store::{backup, line};
use crate::text::{lists, post as texts, words};

/// Fields of a record that are told one by one.
const TOLD: usize = 12;

/// The parcel in a file of this name, if it is one; what is wrong with it goes into the plan. `None` for whole books.
pub fn read(name: &str, text: &str, plan: &mut Plan) -> Option<Option<Parcel>> {
    if text.starts_with("ket-nap;1;") {
        return None;
    }
    let read = Parcel::read(text);
    if let Err(why) = &read {
        plan.troubles.push(lists::of_file(name, texts::unreadable(*why)));
    }
    Some(read.ok())
}

/// What parcels would alter, and what they bring.
/// The page's person works for `home`.
pub fn receive(plan: &mut Plan, book: &Book, home: Option<&RecordId>, parcels: &[(&str, Parcel)]) {
    let mut after = book.clone();
    let alone: Vec<Parcel> = parcels.iter().map(|(_, parcel)| parcel.clone()).collect();
    let received = receiving::take(&mut after, Keeper::Page, home, &alone);
    let named = |place: usize| parcels.get(place);
    for (place, why) in &received.refused {
        if let Some((file, parcel)) = named(*place) {
            plan.troubles.push(lists::of_file(file, &texts::refusal(&parcel.header, why)));
        }
    }
    let taken: Vec<&(&str, Parcel)> = received.taken.iter().filter_map(|place| named(*place)).collect();
    for (file, parcel) in &taken {
        plan.notes.push(lists::of_file(file, &told(book, parcel)));
    }
    let parcels: Vec<&Parcel> = taken.iter().map(|(_, parcel)| parcel).collect();
    let found = review(book, &after, &received.changes, &parcels);
    let (before, then) = (ledger(book), ledger(&after));
    plan.rows = found.iter().map(|one| row(&before, &then, &after, &parcels, one)).collect();
    for (row, one) in plan.rows.iter_mut().zip(&found).filter(|(row, _)| row.state == RowState::New) {
        if let Some(own) = namesake(book, &before, &parcels, &one.record) {
            row.state = RowState::Doubtful;
            row.says.push(texts::NAMESAKE.to_owned());
            row.other = Some(own);
        }
    }
    if !received.changes.is_empty() {
        plan.changes = line::write(&received.changes);
    }
}

/// An organization of the book that an organization from above may be: one of the same name, which was begun here before
/// the file came, and of which nobody above knows.
fn namesake(book: &Book, before: &Ledger, parcels: &[&Parcel], id: &RecordId) -> Option<RecordId> {
    let parcel = parcels.iter().find(|parcel| parcel.book.record(id).is_some())?;
    if !id.is(RecordKind::Organization) || parcel.header.way == Way::Up {
        return None;
    }
    let name = fold(parcel.book.record(id)?.text(Field::OrganizationName.spec().key)?);
    let mut own = book.records().map(|(id, _)| id).filter(|id| id.is(RecordKind::Organization));
    own.find(|own| {
        let same = before.organization_name(own).is_some_and(|own| fold(own) == name);
        same && parcels.iter().all(|parcel| parcel.book.record(own).is_none())
    })
    .cloned()
}

/// What is said of a parcel that is taken in.
fn told(book: &Book, parcel: &Parcel) -> String {
    let header = &parcel.header;
    let mut said = vec![texts::told(header)];
    if parcel.book.each_change().all(|change| !receiving::is_lacking(book, &change)) {
        said.push(texts::KNOWN.to_owned());
    } else if !travel::knows(book, &header.from) && book.records().next().is_some() {
        said.push(if header.way == Way::Down { texts::FIRST_FROM_ABOVE } else { texts::STRANGER }.to_owned());
    } else if header.way == Way::Up && !claims::claims(book).any(|claim| claim.device == header.device) {
        said.push(texts::FIRST_TIME.to_owned());
    }
    said.join("; ")
}

fn row(before: &Ledger, then: &Ledger, after: &Book, parcels: &[&Parcel], one: &Reviewed) -> PlanRow {
    let state = match one.altered {
        Altered::Outside => RowState::Outside,
        Altered::Disputed => RowState::Disputed,
        Altered::Removed => RowState::Removed,
        Altered::Changed => RowState::Changed,
        Altered::New => RowState::New,
        Altered::Nothing => RowState::Same,
    };
    let mut says: Vec<String> = match one.altered {
        Altered::Outside => vec![texts::OUTSIDE.to_owned()],
        Altered::Disputed => vec![texts::DISPUTED.to_owned()],
        Altered::Removed => vec![texts::REMOVED.to_owned()],
        _ => Vec::new(),
    };
    if matches!(one.altered, Altered::Changed | Altered::Disputed | Altered::Outside) {
        let words = one.fields.iter().take(TOLD).map(|field| {
            let after = field.after.as_deref().map_or(texts::EMPTIED.to_owned(), |text| shown(then, field.field, text));
            match &field.before {
                Some(text) => lists::differs(field.field, &shown(before, field.field, text), &after),
                None => lists::added(field.field, &after),
            }
        });
        says.extend(words);
        says.extend((one.fields.len() > TOLD).then(|| texts::more(one.fields.len() - TOLD)));
    }
    let (device, ms) = one.by;
    let name = claims::record_of(device).and_then(|id| after.record(&id)?.text("name").map(str::to_owned));
    let now = parcels.iter().map(|parcel| parcel.header.day).max();
    let day = day_of(ms);
    // A clock that is ahead of the file's own day says nothing.
    let day = day.filter(|day| now.is_none_or(|now| now.days_until(*day) <= 1));
    PlanRow {
        state,
        name: called(then, before, after, &one.record),
        place: texts::by(name.as_deref(), day),
        says,
        other: None,
        records: one.records.iter().map(|id| PlannedRecord { id: id.clone(), texts: Vec::new() }).collect(),
    }
}

/// The day of a moment (milliseconds since the Unix epoch) in Viet Nam.
fn day_of(ms: u64) -> Option<Day> {
    const DAY: u64 = 86_400_000;
    const AHEAD: u64 = 7 * 3_600_000;
    i64::try_from(ms.saturating_add(AHEAD) / DAY).ok().and_then(Day::from_days_since_1970)
}

/// What a record is called: its kind, and what its form has as title.
fn called(then: &Ledger, before: &Ledger, after: &Book, id: &RecordId) -> String {
    let Some(kind) = id.kind() else { return String::new() };
    let title = Field::title(kind);
    let text = after.record(id).and_then(|record| record.text(title.spec().key)).unwrap_or_default();
    let title = Some(shown(then, title, text)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| shown(before, Field::title(kind), text));
    format!("{}: {title}", words::record(kind))
}

/// Makes a parcel: what is in it as rows, what the device says of it as changes. `None` if the book cannot be read.
pub(super) fn make(text: &str, wanted: &[Option<String>], today: Day) -> Option<Plan> {
    let Output::Parcel { from, to, whole, asks } = &Output::read(wanted)? else { return None };
    let (to, whole, asks) = (to.as_str(), *whole, Level::from_key(asks));
    let mut book = beside::book(text)?;
    let contents = backup::read(text, &mut |_| {}).ok()?;
    let to = match to {
        Output::ABOVE => Recipient::Above,
        Output::BELOW => Recipient::AllBelow,
        id => Recipient::Below(RecordId::parse(id)?),
    };
    let wanted = Wanted { from, to, whole, asks, keeper: Keeper::Page, now: contents.ms, day: today };
    let receipt = claims::receipt_ms(&book, from);
    let (parcel, said): (Parcel, Vec<Change>) = making::make(&mut book, &wanted);
    let file = parcel.write(contents.ms);
    let ledger = ledger(&book);
    let counted = |kind: RecordKind| {
        let count = parcel.book.all().iter().filter(|(id, _)| id.is(kind)).count();
        (count > 0).then(|| texts::counted(kind, count))
    };
    let header = &parcel.header;
    let to_all = header.way == Way::Down && header.to.is_none();
    let people = if to_all { texts::NOBODY.to_owned() } else { texts::level(header.level) };
    let mut notes = vec![texts::told(header), people];
    if parcel.header.way == Way::Up && !whole {
        notes.push(texts::only_new(receipt.and_then(day_of)));
    }
    if to_all {
        notes.push(texts::asks_told(claims::asks(&book)));
    }
    notes.extend(RecordKind::ALL.into_iter().filter_map(counted));
    notes.push(texts::size(file.len()));
    let rows = parcel.book.all().iter().filter(|(id, _)| id.kind().is_some_and(|kind| !kind.is_attached()));
    let rows = rows.map(|(id, _)| PlanRow {
        state: RowState::New,
        name: called(&ledger, &ledger, &book, id),
        place: String::new(),
        says: Vec::new(),
        other: None,
        records: Vec::new(),
    });
    Some(Plan {
        rows: rows.collect(),
        notes,
        changes: line::write(&said),
        parcel: Some((texts::file_name(&parcel.header), file)),
        ..Plan::default()
    })
}
