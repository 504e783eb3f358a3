//! The laws of merging: three devices write, type on, delete, restore, decide and pass their
//! books around in any way; in the end all see the same.

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::line;
use proptest::prelude::*;

/// What one device does, or which book it takes in.
#[derive(Clone, Debug)]
enum Deed {
    Edit(u8, u8, String),
    TypeOn(u8, u8, String),
    Empty(u8, u8),
    Delete(u8),
    Restore(u8),
    Decide(u8, u8),
    /// Takes in all that another device has.
    TakeIn(usize),
}

const DEVICES: usize = 3;

fn deed() -> impl Strategy<Value = (usize, u64, Deed)> {
    let (record, key) = (0_u8..2, 0_u8..2);
    let text = "[a-c]{1,2}";
    let what = prop_oneof![
        4 => (record.clone(), key.clone(), text).prop_map(|(record, key, text)| Deed::Edit(record, key, text)),
        2 => (record.clone(), key.clone(), text).prop_map(|(record, key, text)| Deed::TypeOn(record, key, text)),
        1 => (record.clone(), key.clone()).prop_map(|(record, key)| Deed::Empty(record, key)),
        1 => record.clone().prop_map(Deed::Delete),
        1 => record.clone().prop_map(Deed::Restore),
        1 => (record, key).prop_map(|(record, key)| Deed::Decide(record, key)),
        3 => (0..DEVICES).prop_map(Deed::TakeIn),
    ];
    // Clocks stand anywhere: years apart, and going back.
    (0..DEVICES, prop_oneof![0_u64..5, Just(1_800_000_000_000), Just(4_000_000_000_000)], what)
}

fn id(record: u8) -> RecordId {
    RecordId::parse(&format!("candidate:{record}")).unwrap_or_else(|| unreachable!())
}

fn key(key: u8) -> &'static str {
    if key == 0 { "name" } else { "birth" }
}

fn merged(into: &Book, from: &Book) -> Book {
    let mut book = into.clone();
    from.changes().iter().for_each(|change| {
        book.apply(change);
    });
    book
}

/// What every device sees: all edits, in order. Which device a book is on does not matter.
fn seen(book: &Book) -> Vec<Change> {
    book.changes()
}

fn disputed(book: &Book) -> Vec<(RecordId, String)> {
    let fields = book.all().iter().flat_map(|(id, record)| record.fields().map(move |field| (id, field)));
    let disputed = fields.filter(|(_, (_, history))| history.disputed().is_some());
    disputed.map(|(id, (key, _))| (id.clone(), key.to_owned())).collect()
}

/// The book of a device.
fn of(books: &[Book], device: usize) -> &Book {
    books.get(device).unwrap_or_else(|| unreachable!("device {device}"))
}

/// The books of three devices after some deeds.
fn live(deeds: &[(usize, u64, Deed)]) -> Vec<Book> {
    let mut books: Vec<Book> = (1..=DEVICES as u32).map(Book::new).collect();
    for (device, now, deed) in deeds {
        let mut book = of(&books, *device).clone();
        match deed {
            Deed::Edit(record, field, text) => {
                book.edit(*now, &id(*record), key(*field), Some(text.clone()));
            }
            Deed::TypeOn(record, field, text) => {
                // Only over an edit of its own that nobody has taken in yet: a device settles before it gives.
                let latest = book.history(&id(*record), key(*field)).latest().cloned();
                let others: Vec<&Book> =
                    books.iter().enumerate().filter(|(at, _)| at != device).map(|(_, book)| book).collect();
                let own = latest.filter(|edit| {
                    edit.stamp.device == book.device()
                        && !others.iter().any(|other| other.version().has_stamp(edit.stamp))
                });
                if let Some(edit) = own {
                    book.retype(*now, &id(*record), key(*field), Some(text.clone()), edit.stamp);
                }
            }
            Deed::Empty(record, field) => {
                book.edit(*now, &id(*record), key(*field), None);
            }
            Deed::Delete(record) => {
                book.delete(*now, &id(*record));
            }
            Deed::Restore(record) => {
                book.restore(*now, &id(*record));
            }
            Deed::Decide(record, field) => {
                book.decide(*now, &id(*record), key(*field), Some("z"));
            }
            Deed::TakeIn(from) => {
                book = merged(&book, of(&books, *from));
            }
        }
        *books.get_mut(*device).unwrap_or_else(|| unreachable!("device {device}")) = book;
    }
    books
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(deeds in proptest::collection::vec(deed(), 0..30)) {
        let books = live(&deeds);
        let [a, b, c] = books.as_slice() else { unreachable!() };
        prop_assert_eq!(seen(&merged(a, b)), seen(&merged(b, a)));
        prop_assert_eq!(seen(&merged(&merged(a, b), c)), seen(&merged(a, &merged(b, c))));
        prop_assert_eq!(seen(&merged(a, a)), seen(a));
        prop_assert_eq!(seen(&merged(&merged(a, b), b)), seen(&merged(a, b)));
    }

    #[test]
    fn bundles_in_any_order_and_number_give_one_book(
        deeds in proptest::collection::vec(deed(), 0..30),
        cuts in proptest::collection::vec(1_usize..6, 0..20),
        order in proptest::collection::vec(any::<proptest::sample::Index>(), 1..40),
    ) {
        let books = live(&deeds);
        let changes: Vec<Change> = books.iter().flat_map(Book::changes).collect();
        // Written as bundles of any size, read in any order, some of them twice.
        let (mut texts, mut rest) = (Vec::new(), changes.as_slice());
        for cut in cuts.iter().chain(std::iter::repeat(&5)) {
            if rest.is_empty() {
                break;
            }
            let (bundle, after) = rest.split_at((*cut).min(rest.len()));
            texts.push(line::write(bundle));
            rest = after;
        }
        let mut book = Book::new(9);
        let mixed = order.iter().filter(|_| !texts.is_empty()).map(|at| at.get(&texts));
        for text in mixed.chain(texts.iter().rev()) {
            let read = line::read(text, &mut |change| {
                book.apply(change);
            });
            prop_assert!(read.is_ok());
        }
        let whole = books.iter().fold(Book::new(9), |book, other| merged(&book, other));
        prop_assert_eq!(seen(&book), seen(&whole));
    }

    #[test]
    fn a_version_knows_what_a_book_holds_and_what_it_lacks(deeds in proptest::collection::vec(deed(), 0..30)) {
        let books = live(&deeds);
        for book in &books {
            prop_assert!(book.changes().iter().all(|change| book.version().has_stamp(change.stamp)));
            for other in &books {
                let lacks = other.changes().into_iter().filter(|change| !book.version().has_stamp(change.stamp)).count();
                let grows = merged(book, other).edits().count() - book.edits().count();
                prop_assert_eq!(lacks, grows, "what the version lacks is what merging brings");
            }
        }
    }

    #[test]
    fn a_decision_settles_a_dispute_on_every_device(deeds in proptest::collection::vec(deed(), 0..30), by in 0..DEVICES) {
        let books = live(&deeds);
        let whole = books.iter().fold(Book::new(9), |book, other| merged(&book, other));
        let Some(mut one) = books.get(by).map(|book| merged(book, &whole)) else { unreachable!() };
        for (id, key) in disputed(&one) {
            one.decide(1, &id, &key, Some("quyết định"));
            prop_assert_eq!(one.record(&id).and_then(|record| record.text(&key)), Some("quyết định"));
        }
        for book in &books {
            prop_assert_eq!(disputed(&merged(book, &one)), []);
        }
    }

    #[test]
    fn what_nobody_else_wrote_is_never_disputed(deeds in proptest::collection::vec(deed(), 0..30)) {
        let alone: Vec<_> = deeds.into_iter().filter(|(device, ..)| *device == 0).collect();
        for book in live(&alone) {
            prop_assert_eq!(disputed(&book), []);
        }
    }
}
