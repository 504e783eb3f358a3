//! The part of `update` that is in the last chunk (docs/decisions/0014): rare actions, and those of pages
//! in that chunk. If the chunk is not loaded yet, `forms` hands such an action back.

use super::action::Action;
use super::effect::{Effect, Request, to_loader};
use super::facts::{Erasing, Moment, NewVersion, Offline, Question};
use super::notices::Notice;
use super::selectors;
use super::state::State;
use super::{classes, clock, erasing, keep, lists, reorganize, roster, rules, safety, start, undo, vault};
use crate::domain::regulation::OfficeFile;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::value::day::Day;
use crate::store::preferences::Preferences;

/// How parcels begin (`post::parcel`).
const PARCEL: &str = "ket-nap;2;parcel;";

/// Handles the actions that `update` and `forms` leave over. Only called once the last chunk is loaded.
#[inline(never)]
pub(super) fn deferred_update(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::EnterMember(candidate) => keep::enter_member(state, &candidate),
        Action::Delete(id) => keep::delete(state, &id),
        Action::EraseRecord(id) => {
            state.question = Some(Question::EraseRecord(id));
            Vec::new()
        }
        Action::Restore(id) => keep::restore(state, &id),
        Action::Confirmed => match state.question.take() {
            Some(Question::DeleteOrganization { id, .. }) => keep::deleted(state, &id),
            Some(Question::RemoveSamples) => start::remove_samples(state),
            Some(Question::TakeIn { book, .. }) => safety::take_in_book(state, &book),
            Some(Question::ReplaceGenerations) => safety::replace_generations(state),
            Some(Question::Erase) => vec![to_loader("erase", "")],
            Some(Question::EraseRecord(id)) => erasing::erase(state, &id),
            None => Vec::new(),
        },
        Action::OpenSample(key) => start::open_sample(state, &key),
        Action::RemoveSamples => {
            state.question = Some(Question::RemoveSamples);
            Vec::new()
        }
        Action::SetTheme(theme) => prefer(state, |preferences| preferences.theme = theme),
        Action::SetLetters(letters) => prefer(state, |preferences| preferences.letters = letters),
        Action::SetToday(text) => {
            let day = Day::parse(&text).ok().filter(|day| clock::trouble(*day, &state.book).is_none());
            state.today = text;
            let Some(day) = day else { return Vec::new() };
            let device = state.clock.day;
            let effects = prefer(state, |preferences| preferences.clock = Some((device, day)));
            let moment = Moment { today: device, ..state.moment };
            (state.clock, state.moment) = clock::read(moment, &state.book, &state.preferences);
            effects
        }
        Action::SetForecast(on) => prefer(state, |preferences| preferences.forecast = on),
        Action::SetBasis(basis) => prefer(state, |preferences| preferences.basis = basis),
        Action::Reconcile(text) => {
            state.figures.typed(text);
            Vec::new()
        }
        Action::Figures(what) => {
            state.figures.further(what);
            Vec::new()
        }
        Action::Undo => undo::undo(state),
        Action::Redo => undo::redo(state),
        Action::TakeBack(mark) => undo::take_back(state, mark),
        Action::Decide(mark) => undo::decide(state, &mark),
        Action::NameDevice(name) => keep::name_device(state, &name),
        Action::SaveFile => safety::save_file(state),
        Action::FileSaved(checked) => safety::file_saved(state, checked),
        Action::FileRead(text) if lists::looks_like(&text) => lists::read(state, &text),
        Action::FileRead(text) if OfficeFile::looks_like(&text) => rules::read(state, &text),
        // A parcel that was sealed: read beside the book like one that was not.
        Action::FileRead(text) if text.starts_with(PARCEL) => vec![to_loader("given", &text)],
        Action::FileRead(text) => safety::file_read(state, &text),
        Action::Lists(action) => lists::act(state, action),
        Action::Plan(field, text) => reorganize::edited(state, field, text),
        Action::PlanName(id) => reorganize::add(state, &id),
        Action::TakeBackEvents(event) => reorganize::take_back(state, &event),
        Action::Roster(action) => roster::act(state, action),
        Action::ClassDays(class) => classes::fill(state, &class),
        Action::HandOver(target) => reorganize::hand_over(state, &target),
        Action::TakePlan => reorganize::take(state),
        Action::TakeRules => rules::take(state),
        Action::DropRules => {
            state.rules = None;
            Vec::new()
        }
        Action::FileFailed(trouble) => safety::file_failed(state, trouble),
        // Cut off the last time.
        Action::Idle if state.store.erasing != Erasing::Off => vec![to_loader("erasing", "")],
        Action::Idle => safety::make_generation(state),
        Action::GenerationsFound(found) => vault::vault_generations(state, found),
        Action::GenerationsWritten(done) => safety::generations_written(state, done),
        Action::Erase => {
            state.question = Some(Question::Erase);
            Vec::new()
        }
        Action::ReplaceGenerations => {
            state.question = Some(Question::ReplaceGenerations);
            Vec::new()
        }
        Action::SetAsOf(text) => {
            state.as_of = text;
            Vec::new()
        }
        Action::Measured(used) => {
            state.store.used = used;
            Vec::new()
        }
        Action::Persisted(yes) => {
            state.store.persisted = Some(yes);
            Vec::new()
        }
        Action::Rescue => vec![Effect::Ask(Request::Rescue)],
        Action::NoticeRead(place) => {
            if place < state.notices.len() {
                state.notices.remove(place);
            }
            Vec::new()
        }
        Action::Version(version) => {
            state.new_version = Some(version);
            Vec::new()
        }
        Action::FetchVersion => {
            state.new_version = Some(NewVersion::Coming(0));
            vec![Effect::Ask(Request::FetchVersion)]
        }
        Action::TakeVersion => vec![Effect::Ask(Request::TakeVersion)],
        Action::VersionLater => {
            state.new_version = None;
            Vec::new()
        }
        Action::VersionSwitchedElsewhere => {
            state.new_version = None;
            state.tell(Notice::VersionSwitchedElsewhere);
            Vec::new()
        }
        Action::OfflineReady => {
            state.tell(Notice::OfflineReady);
            Vec::new()
        }
        Action::Offline(offline) => {
            // The loader retries repeatedly: one notice per cause.
            if state.offline.replace(offline) != Some(offline) {
                state.notices.retain(|seen| !matches!(seen.notice, Notice::NotKept(_)));
                if let Offline::Missing(cause) = offline {
                    state.tell(Notice::NotKept(cause));
                }
            }
            Vec::new()
        }
        Action::CanInstall => {
            state.can_install = true;
            Vec::new()
        }
        Action::Install => {
            state.can_install = false;
            vec![Effect::Ask(Request::Install)]
        }
        Action::Installed => {
            state.tell(Notice::Installed);
            Vec::new()
        }
        Action::Print => vec![Effect::Ask(Request::Print)],
        Action::Copy(text) => vec![Effect::Ask(Request::Copy(text))],
        Action::Copied(done) => {
            state.tell(Notice::Copied(done));
            Vec::new()
        }
        Action::Export(name, text) => safety::export(state, name, text),
        // Handled in the first chunk. Listed exhaustively, so that a new action does not compile
        // until it is placed.
        Action::Opened(_)
        | Action::Navigated(_)
        | Action::Left
        | Action::DeviceLooksChanged
        | Action::Kept(_)
        | Action::KeepAgain
        | Action::Hidden
        | Action::OpenFile
        | Action::BecameReader
        | Action::TakeOver
        | Action::Chunks(_)
        | Action::FetchChunks
        | Action::GiveUp
        // Handled in the chunk of the vault.
        | Action::Vault(_)
        // Handled in the chunk of forms.
        | Action::Edited { .. }
        | Action::SetPeriod(..)
        | Action::StartNew(_)
        | Action::BeginNew(_)
        | Action::Begin { .. }
        | Action::BeginAttached(..)
        | Action::Jump(..)
        | Action::Dismissed
        | Action::SetHome(_)
        | Action::Search(_)
        | Action::MoreRows => Vec::new(),
    }
}

fn prefer(state: &mut State, choose: impl FnOnce(&mut Preferences)) -> Vec<Effect> {
    choose(&mut state.preferences);
    vec![Effect::Prefer(state.preferences.clone())]
}

/// What most targets and totals count.
pub(super) const ADMISSIONS: &str = "admissions";

/// Fields preset in a new record of a kind that has no early form; `home` is whom the user works for.
#[inline(never)]
pub(super) fn deferred_given(state: &State, kind: RecordKind, home: String) -> Vec<(Field, String)> {
    let today = state.as_of_day();
    match kind {
        RecordKind::Member => {
            let cell = selectors::only_cell(state);
            cell.map(|cell| (Field::MemberCell, cell.as_str().to_owned())).into_iter().collect()
        }
        RecordKind::Assignment => vec![(Field::AssignmentSince, state.moment.today.iso())],
        RecordKind::Total => vec![
            (Field::TotalOrganization, home),
            (Field::TotalIndicator, ADMISSIONS.to_owned()),
            (Field::TotalFrom, today.year_start().iso()),
            (Field::TotalTo, today.iso()),
        ],
        RecordKind::Coverage => {
            vec![(Field::CoverageOrganization, home), (Field::CoverageDay, state.moment.today.iso())]
        }
        RecordKind::Headcount => {
            vec![(Field::HeadcountOrganization, home), (Field::HeadcountDay, state.moment.today.iso())]
        }
        RecordKind::Authority => {
            vec![(Field::AuthorityOrganization, home), (Field::AuthorityFrom, state.moment.today.iso())]
        }
        RecordKind::Durations => vec![(Field::DurationsOrganization, home)],
        RecordKind::Survey => vec![(Field::SurveyOrganization, home), (Field::SurveyDay, state.moment.today.iso())],
        RecordKind::KeyPeople => {
            vec![(Field::KeyPeopleOrganization, home), (Field::KeyPeopleDay, state.moment.today.iso())]
        }
        RecordKind::AwarenessClass => vec![(Field::ClassOrganization, home)],
        RecordKind::Reason => {
            vec![(Field::ReasonOrganization, home), (Field::ReasonYear, today.year().to_string())]
        }
        RecordKind::Points => vec![(Field::PointsOrganization, home)],
        RecordKind::Village => vec![(Field::VillageCommittee, home)],
        RecordKind::Event => vec![(Field::EventDay, state.moment.today.iso())],
        // Those of `forms`, and those that are never begun by themselves.
        RecordKind::Organization
        | RecordKind::Target
        | RecordKind::Candidate
        | RecordKind::OfficeRules
        | RecordKind::Paper
        | RecordKind::Relative
        | RecordKind::Job
        | RecordKind::Study
        | RecordKind::Trip
        | RecordKind::Award
        | RecordKind::Discipline
        | RecordKind::Inquiry
        | RecordKind::Helper
        | RecordKind::Note
        | RecordKind::Move => Vec::new(),
    }
}
