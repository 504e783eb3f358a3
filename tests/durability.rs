//! Whether anything is ever lost: every call to a store fails once and for good, the power goes
//! at any moment, texts are torn, missing, flipped, two pages write in turn, and there is no
//! room. What was told to be kept has to be there.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::journal::{Journal, Kept, Second};
use ket_nap::store::medium::{Medium, MediumError};
use ket_nap::store::open::{self, How, Opened};

type Texts = BTreeMap<String, String>;

/// Which calls to the stores of one machine fail.
#[derive(Clone, Copy, Debug, Default)]
struct Faults {
    /// The first call that fails, counted from 0; `None` for none.
    from: Option<usize>,
    /// Whether every call after it fails too.
    for_good: bool,
    /// How.
    how: Option<MediumError>,
}

/// A browser: local storage and the second copy, with faults.
#[derive(Debug, Default)]
struct Machine {
    local: RefCell<Texts>,
    second: RefCell<Texts>,
    /// Characters that local storage takes.
    room: Option<usize>,
    /// Whether the browser refuses the second copy.
    no_second: bool,
    faults: Cell<Faults>,
    calls: Cell<usize>,
    /// Local storage after each of its writes, if they are to be remembered.
    past: RefCell<Option<Vec<Texts>>>,
}

impl Machine {
    /// Counts a call; fails if it is to fail.
    fn call(&self) -> Result<(), MediumError> {
        let number = self.calls.replace(self.calls.get() + 1);
        let Faults { from, for_good, how } = self.faults.get();
        match (from, how) {
            (Some(from), Some(how)) if number == from || for_good && number > from => Err(how),
            _ => Ok(()),
        }
    }

    fn take(&self, texts: impl IntoIterator<Item = (String, Option<String>)>) -> Result<(), MediumError> {
        self.call()?;
        if self.no_second {
            return Err(MediumError::Denied);
        }
        let mut second = self.second.borrow_mut();
        for (name, text) in texts {
            match text {
                Some(text) => second.insert(name, text),
                None => second.remove(&name),
            };
        }
        Ok(())
    }

    fn remember(&self) {
        if let Some(past) = self.past.borrow_mut().as_mut() {
            past.push(self.local.borrow().clone());
        }
    }
}

/// Local storage of a machine.
struct Local(Rc<Machine>);

impl Medium for Local {
    fn names(&self) -> Result<Vec<String>, MediumError> {
        self.0.call()?;
        Ok(self.0.local.borrow().keys().cloned().collect())
    }

    fn read(&self, name: &str) -> Result<Option<String>, MediumError> {
        self.0.call()?;
        Ok(self.0.local.borrow().get(name).cloned())
    }

    fn write(&mut self, name: &str, text: &str) -> Result<(), MediumError> {
        self.0.call()?;
        let mut local = self.0.local.borrow_mut();
        let others: usize =
            local.iter().filter(|(other, _)| *other != name).map(|(name, text)| name.len() + text.len()).sum();
        if self.0.room.is_some_and(|room| others + name.len() + text.len() > room) {
            return Err(MediumError::Full);
        }
        local.insert(name.to_owned(), text.to_owned());
        drop(local);
        self.0.remember();
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Result<(), MediumError> {
        self.0.call()?;
        self.0.local.borrow_mut().remove(name);
        self.0.remember();
        Ok(())
    }
}

/// A page on a machine, with a person who edits.
struct Page {
    machine: Rc<Machine>,
    local: Local,
    journal: Journal,
    book: Book,
    /// Changes that the page has told to be kept, and those that it has not.
    told: Vec<Change>,
    waiting: Vec<Change>,
}

const FOLD_AFTER: usize = 8;

fn opened(machine: &Rc<Machine>, random: u64, writes: bool) -> (Local, Opened) {
    let mut local = Local(Rc::clone(machine));
    // The loader reads the second copy; where that fails it says so.
    let second =
        (machine.call().is_ok() && !machine.no_second).then(|| machine.second.borrow().clone().into_iter().collect());
    let how = How { random: 7 << 32 | random, writes, fold_after: FOLD_AFTER };
    let opened = open::open(&mut local, second, how);
    (local, opened)
}

impl Page {
    fn open(machine: &Rc<Machine>, random: u64) -> Page {
        let (local, opened) = opened(machine, random, true);
        let mut page = Page {
            machine: Rc::clone(machine),
            local,
            journal: opened.journal,
            book: opened.book,
            told: Vec::new(),
            waiting: Vec::new(),
        };
        page.second();
        page
    }

    fn second(&mut self) {
        while let Some(puts) = self.journal.batch() {
            let answer = self.machine.take(puts.iter().cloned().collect::<Vec<_>>());
            self.journal.answered(answer);
            if answer.is_err() {
                break;
            }
        }
    }

    /// Hands changes to the store; whether it says that they are kept at all.
    fn append(&mut self, changes: Vec<Change>) -> Kept {
        self.waiting.extend(changes.iter().cloned());
        self.journal.append(&mut self.local, changes);
        self.second();
        let kept = self.journal.kept();
        if kept.local.is_none() || kept.second == Second::Confirmed {
            self.told.append(&mut self.waiting);
        }
        kept
    }

    /// “đã lưu” is said of everything typed so far, not only of the last edit.
    fn second_alone_has_what_it_confirmed(&self) {
        if self.journal.kept().second == Second::Confirmed {
            let opened = found(&Texts::new(), &self.machine.second.borrow());
            assert_eq!(lost(&opened.book, &self.told), 0, "{:?}", self.machine.faults.get());
        }
    }

    /// One of 200 things that a person does.
    fn does(&mut self, step: u64) -> Kept {
        // Typing goes on in one record for three steps.
        let person = if matches!(step % 10, 7 | 8) { step - (step % 10 - 6) } else { step };
        let id = RecordId::parse(&format!("candidate:{:02}", person * 7 % 23)).unwrap_or_else(|| unreachable!());
        let now = 1_000 + step * 3;
        let changes = match step % 10 {
            0 => {
                self.journal.settle();
                vec![self.book.create(now, &id, "2026-11-22"), self.book.edit(now, &id, "cell", Some("a".into()))]
            }
            4 => {
                self.journal.settle();
                vec![self.book.delete(now, &id)]
            }
            5 => vec![self.book.restore(now, &id)],
            6..=8 => {
                // Typing on in one field.
                let key = "name";
                let text = Some("Lò Thị Mẫu".chars().take((step % 10) as usize).collect());
                let last = self.book.history(&id, key).and_then(|history| history.latest()).map(|edit| edit.stamp);
                vec![match last.filter(|_| step % 10 > 6) {
                    Some(last) => self.book.retype(now, &id, key, text, last),
                    None => self.book.edit(now, &id, key, text),
                }]
            }
            9 => {
                self.journal.settle();
                vec![self.book.edit(now, &id, "birth", Some(format!("2000-01-{:02}", step % 28 + 1)))]
            }
            _ => vec![self.book.edit(now, &id, &format!("field{}", step % 3), Some(format!("{step}")))],
        };
        self.append(changes)
    }
}

const STEPS: u64 = 200;
/// Steps in a sitting: how long the page is open at a time where that does not vary.
const SITTING: u64 = 25;

/// Whether the page is closed and opened again after this step. Long sittings end in a snapshot,
/// short ones leave everything to the texts that are there.
fn sitting_ends(step: u64) -> bool {
    matches!(step % 50, 2 | 4 | 24 | 27 | 49)
}

/// Does the whole script on a machine; what was told to be kept comes back.
fn script(machine: &Rc<Machine>) -> Vec<Change> {
    let mut told: Vec<Change> = Vec::new();
    let mut page = Page::open(machine, 1);
    for step in 0..STEPS {
        page.does(step);
        if sitting_ends(step) {
            page.second_alone_has_what_it_confirmed();
            told.append(&mut page.told);
            page = Page::open(machine, step + 2);
        }
    }
    page.second_alone_has_what_it_confirmed();
    told.append(&mut page.told);
    told
}

/// The book that a healthy browser finds on a machine's stores.
fn found(local: &Texts, second: &Texts) -> Opened {
    let machine = Machine::default();
    *machine.local.borrow_mut() = local.clone();
    *machine.second.borrow_mut() = second.clone();
    opened(&Rc::new(machine), 999, true).1
}

/// Whether everything told is there: the very change, or, where typing went on in its field,
/// one that took its place.
fn lost(book: &Book, told: &[Change]) -> usize {
    let there = |change: &Change| {
        let later = |history: &ket_nap::book::history::History| {
            history.edits().iter().any(|edit| edit.stamp >= change.stamp && edit.stamp.device == change.stamp.device)
        };
        book.history(&change.record, &change.key).is_some_and(later)
    };
    told.iter().filter(|change| !there(change)).count()
}

#[test]
fn no_failing_call_loses_what_was_told_to_be_kept() {
    let healthy = Rc::new(Machine::default());
    script(&healthy);
    let calls = healthy.calls.get();
    assert!(calls > 600, "the script makes {calls} calls");
    let whole = found(&healthy.local.borrow(), &healthy.second.borrow()).book.changes().len();
    let ways = [MediumError::Full, MediumError::Denied, MediumError::Failed].map(|how| [(how, false), (how, true)]);
    let runs = std::thread::scope(|scope| {
        let fail = |(how, for_good): (MediumError, bool)| {
            for from in 0..calls {
                let machine = Rc::new(Machine::default());
                machine.faults.set(Faults { from: Some(from), for_good, how: Some(how) });
                let told = script(&machine);
                let opened = found(&machine.local.borrow(), &machine.second.borrow());
                let case = format!("call {from} of {calls}, {how:?}, for good: {for_good}");
                assert_eq!(lost(&opened.book, &told), 0, "{case}");
                assert_eq!(opened.unread, [], "{case}");
                // A failure that passes costs nothing at all: what waited went in with the next.
                assert!(for_good || opened.book.changes().len() >= whole, "{case}");
            }
            calls
        };
        let each: Vec<_> = ways.into_iter().flatten().map(|way| scope.spawn(move || fail(way))).collect();
        each.into_iter().map(|run| run.join().unwrap_or_else(|_| unreachable!("a run has failed"))).sum::<usize>()
    });
    println!("{runs} runs of {STEPS} edits with a failing call: nothing told was lost");
}

/// A machine after every step: local storage at every moment, the second copy as confirmed, and
/// what was told by then to be on the disk.
struct Moment {
    local_writes: usize,
    second: Texts,
    sure: Vec<Change>,
}

fn moments() -> (Vec<Texts>, Vec<Moment>) {
    let machine = Rc::new(Machine::default());
    *machine.past.borrow_mut() = Some(vec![Texts::new()]);
    let mut page = Page::open(&machine, 1);
    let mut moments = Vec::new();
    for step in 0..STEPS {
        let kept = page.does(step);
        assert_eq!(kept, Kept { local: None, second: Second::Confirmed });
        let local_writes = machine.past.borrow().as_ref().map_or(0, Vec::len);
        let second = machine.second.borrow().clone();
        moments.push(Moment { local_writes, second, sure: page.book.changes() });
        if sitting_ends(step) {
            page = Page::open(&machine, step + 2);
        }
    }
    let past = machine.past.borrow_mut().take().unwrap_or_default();
    (past, moments)
}

#[test]
fn a_power_cut_at_any_moment_loses_nothing_that_was_confirmed() {
    let (past, moments) = moments();
    let mut cuts = 0;
    for (step, moment) in moments.iter().enumerate() {
        // What local storage had by then: nothing, everything, and every state in between.
        for (place, local) in past.iter().take(moment.local_writes).enumerate() {
            let opened = found(local, &moment.second);
            assert_eq!(lost(&opened.book, &moment.sure), 0, "step {step}");
            cuts += 1;
            // All but the last write made it: the commonest cut.
            let commonest = place + 2 == moment.local_writes;
            if !commonest && (step % 20 != 0 || place % 10 != 0) {
                continue;
            }
            // A start brings both copies in line: from then on either alone is enough.
            let machine = Rc::new(Machine::default());
            machine.local.replace(local.clone());
            machine.second.replace(moment.second.clone());
            Page::open(&machine, 777);
            let (local, second) = (machine.local.borrow(), machine.second.borrow());
            assert_eq!(lost(&found(&local, &Texts::new()).book, &moment.sure), 0, "step {step}, local alone");
            assert_eq!(lost(&found(&Texts::new(), &second).book, &moment.sure), 0, "step {step}, second alone");
        }
        if step % 5 != 0 {
            continue;
        }
        let Some(local) = past.get(moment.local_writes - 1) else { continue };
        for (name, text) in local {
            let half: String = text.chars().take(text.chars().count() / 2).collect();
            let flipped: String = text.chars().enumerate().map(|(at, c)| if at == 40 { '~' } else { c }).collect();
            for damaged in [None, Some(half), Some(flipped), Some(String::new())] {
                let mut local = local.clone();
                match damaged {
                    Some(text) => local.insert(name.clone(), text),
                    None => local.remove(name),
                };
                let opened = found(&local, &moment.second);
                assert_eq!(lost(&opened.book, &moment.sure), 0, "step {step}, {name}");
                cuts += 1;
            }
        }
    }
    println!("{cuts} power cuts: nothing confirmed was lost");
}

#[test]
fn without_the_second_copy_no_single_damaged_snapshot_costs_anything() {
    let (past, moments) = moments();
    let mut snapshots = 0;
    for moment in &moments {
        let Some(local) = past.get(moment.local_writes - 1) else { continue };
        assert_eq!(lost(&found(local, &Texts::new()).book, &moment.sure), 0);
        for (name, text) in local.iter().filter(|(name, _)| name.starts_with("ket-nap/folded/")) {
            // Torn, or a single sign wrong: then its mark still says that it is what it was.
            let one_sign = text.strip_suffix(']').map(|rest| format!("{rest}}}")).unwrap_or_default();
            for damaged in ["2;9;0;damaged".to_owned(), one_sign] {
                let mut local = local.clone();
                local.insert(name.clone(), damaged);
                let opened = found(&local, &Texts::new());
                assert_eq!(lost(&opened.book, &moment.sure), 0, "{name}");
                assert_eq!(opened.unread.len(), 1, "and the damage is told");
            }
            snapshots += 1;
        }
    }
    assert!(snapshots > 100, "{snapshots}");
}

#[test]
fn what_cannot_be_read_is_told_and_stays() {
    let (past, moments) = moments();
    let (Some(local), Some(last)) = (past.last(), moments.last()) else { unreachable!() };
    let mut local = local.clone();
    let strange = [
        ("ket-nap/book/0000000901-00000001", "9;1;0;x"),
        ("ket-nap/book/0000000902-00000001", "1;9;0;[]"),
        ("ket-nap/book/nonsense", "1;2;3;4"),
        ("ket-nap/what", "hello"),
    ];
    for (name, text) in strange {
        local.insert(name.to_owned(), text.to_owned());
    }
    local.insert("someone-else".into(), "not ours".into());
    let machine = Rc::new(Machine::default());
    *machine.local.borrow_mut() = local;
    *machine.second.borrow_mut() = last.second.clone();
    for sitting in 0..12 {
        let mut page = Page::open(&machine, 5_000 + sitting);
        for step in 0..SITTING {
            page.does(step);
        }
        let (_, opened) = opened(&machine, 9_000 + sitting, false);
        let told: Vec<&str> = opened.unread.iter().map(|unread| unread.name.as_str()).collect();
        assert_eq!(told, strange.map(|(name, _)| name));
        for (name, text) in strange {
            assert_eq!(machine.local.borrow().get(name).map(String::as_str), Some(text));
        }
    }
}

#[test]
fn snapshots_and_bundles_stay_few() {
    let machine = Rc::new(Machine::default());
    script(&machine);
    for step in 0..40 {
        let mut page = Page::open(&machine, 1_000 + step);
        for turn in 0..SITTING {
            page.does(step * SITTING + turn);
        }
    }
    Page::open(&machine, 3_000);
    for store in [&machine.local, &machine.second] {
        let store = store.borrow();
        let snapshots = store.keys().filter(|name| name.starts_with("ket-nap/folded/")).count();
        assert_eq!(snapshots, 2);
        assert!(store.len() < 80, "{} texts after 40 sittings", store.len());
    }
    assert_eq!(*machine.local.borrow(), *machine.second.borrow(), "both copies hold the same");
}

#[test]
fn two_pages_that_write_in_turn_lose_nothing() {
    let machine = Rc::new(Machine::default());
    let (mut one, mut two) = (Page::open(&machine, 1), Page::open(&machine, 2));
    for step in 0..STEPS {
        if step % 3 == 0 {
            one.does(step)
        } else {
            two.does(step)
        };
        if step % 40 == 39 {
            // A third page comes and goes, and folds what it finds.
            Page::open(&machine, 100 + step);
        }
    }
    let opened = found(&machine.local.borrow(), &machine.second.borrow());
    for page in [&one, &two] {
        assert_eq!(lost(&opened.book, &page.book.changes()), 0);
    }
    let alone = found(&machine.local.borrow(), &Texts::new());
    assert_eq!(alone.book.changes(), opened.book.changes(), "either copy alone has everything");
    assert_eq!(found(&Texts::new(), &machine.second.borrow()).book.changes(), opened.book.changes());
}

#[test]
fn confirmed_is_said_when_everything_is_and_not_before() {
    let machine = Rc::new(Machine::default());
    let mut page = Page::open(&machine, 1);
    let second = |page: &Page| page.journal.kept().second;
    assert_eq!(second(&page), Second::Confirmed);
    let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
    let write = |page: &mut Page, text: &str| {
        let change = page.book.edit(1, &id, text, Some(text.to_owned()));
        page.journal.append(&mut page.local, vec![change]);
    };
    write(&mut page, "one");
    assert_eq!(second(&page), Second::Writing, "nothing was handed over yet");
    assert_eq!(page.journal.batch().map(|puts| puts.iter().count()), Some(1));
    write(&mut page, "two");
    assert!(page.journal.batch().is_none(), "one transaction at a time");
    page.journal.answered(Ok(()));
    assert_eq!(second(&page), Second::Writing, "the second edit is not confirmed");
    assert_eq!(page.journal.batch().map(|puts| puts.iter().count()), Some(1));
    page.journal.answered(Err(MediumError::Full));
    assert_eq!(second(&page), Second::Refused(MediumError::Full));
    write(&mut page, "three");
    assert_eq!(page.journal.batch().map(|puts| puts.iter().count()), Some(2), "what was refused goes along");
    page.journal.answered(Ok(()));
    assert_eq!(second(&page), Second::Confirmed);
}

#[test]
fn an_answer_that_comes_after_reading_anew_is_not_taken_for_another() {
    let machine = Rc::new(Machine::default());
    let mut page = Page::open(&machine, 1);
    let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
    let change = page.book.edit(1, &id, "one", Some("1".into()));
    page.journal.append(&mut page.local, vec![change]);
    assert!(page.journal.batch().is_some());
    // The stores are read anew while the second copy is still at it.
    let (local, mut opened) = opened(&machine, 2, true);
    opened.go_on(page.journal);
    let (mut journal, mut local) = (opened.journal, local);
    let change = opened.book.edit(2, &id, "two", Some("2".into()));
    journal.append(&mut local, vec![change]);
    assert!(journal.batch().is_none(), "the first transaction is not answered yet");
    journal.answered(Ok(()));
    assert_eq!(journal.kept().second, Second::Writing, "only the first is confirmed");
    assert!(
        journal
            .batch()
            .is_some_and(|puts| puts.iter().any(|(_, text)| text.as_deref().is_some_and(|text| text.contains("two"))))
    );
}

#[test]
fn a_page_that_only_reads_writes_nothing() {
    let machine = Rc::new(Machine::default());
    script(&machine);
    let before = (machine.local.borrow().clone(), machine.second.borrow().clone());
    let (_, mut opened) = opened(&machine, 5, false);
    assert!(opened.journal.batch().is_none());
    assert_eq!((machine.local.borrow().clone(), machine.second.borrow().clone()), before);
}

#[test]
fn local_storage_filled_to_the_last_sign_is_told_and_nothing_typed_is_lost() {
    for room in (100..6_000).step_by(97) {
        for second in [true, false] {
            let machine = Rc::new(Machine { room: Some(room), no_second: !second, ..Machine::default() });
            let mut page = Page::open(&machine, 1);
            let mut full = false;
            for step in 0..STEPS {
                page.journal.settle();
                let kept = page.does(step);
                full |= kept.local == Some(MediumError::Full);
                assert_eq!(kept.second == Second::Confirmed, second, "room {room}, step {step}");
            }
            assert!(full, "room {room} is too much for this test");
            let local: usize = machine.local.borrow().iter().map(|(name, text)| name.len() + text.len()).sum();
            assert!(local <= room);
            let opened = found(&machine.local.borrow(), &machine.second.borrow());
            assert_eq!(lost(&opened.book, &page.told), 0, "room {room}");
            if second {
                assert_eq!(lost(&opened.book, &page.book.changes()), 0);
            }
        }
    }
}
