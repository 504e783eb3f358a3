//! Starting, saving and compacting books of a commune's size and of several times that: whether
//! each grows in line with the book. `cargo bench --bench store`.

mod commune;

use std::hint::black_box;

use commune::{CANDIDATES, CELLS};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ket_nap::book::Book;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::rows::Rows;
use ket_nap::store::journal::Journal;
use ket_nap::store::medium::{Medium, Memory};
use ket_nap::store::open::{self, How};
use ket_nap::store::{line, names};

/// A tenth of a commune, a commune, and more than three.
const SIZES: [u32; 4] = [CANDIDATES / 10, CANDIDATES / 3, CANDIDATES, 10_000];

/// A store that holds a book as a snapshot.
fn store(book: &Book) -> Memory {
    let mut local = Memory::default();
    let text = line::write_book(book, Rows::new());
    let written = local.write(&names::snapshot(1, 1), &text);
    assert_eq!(written, Ok(()));
    local
}

const HOW: How = How { random: 7 << 32 | 7, writes: true, compact_after: 400 };

fn benches(criterion: &mut Criterion) {
    for candidates in SIZES {
        let book = commune::book(CELLS * candidates / CANDIDATES, candidates);
        let edits = book.edits().count() as u64;
        let local = store(&book);
        let name = |what: &str| BenchmarkId::new(what, candidates);
        let mut group = criterion.benchmark_group("book");
        group.sample_size(10).throughput(Throughput::Elements(edits));
        group.bench_function(name("start"), |bencher| {
            bencher.iter_batched(
                || local.clone(),
                |mut local| open::open(&mut local, Some(Vec::new()), HOW),
                BatchSize::LargeInput,
            );
        });
        group.bench_function(name("values"), |bencher| {
            bencher.iter(|| {
                let mut ledger = Ledger::default();
                for (id, record) in book.records() {
                    ledger.put(id, record);
                }
                ledger
            });
        });
        group.bench_function(name("compaction"), |bencher| {
            bencher.iter(|| line::write_book(black_box(&book), Rows::new()));
        });
        group.finish();
        save(criterion, &book, candidates);
    }
}

/// One edit of a candidate: into the book and into local storage.
fn save(criterion: &mut Criterion, book: &Book, candidates: u32) {
    let Some(id) = book.records().map(|(id, _)| id.clone()).find(|id: &RecordId| id.as_str().starts_with("candidate"))
    else {
        return;
    };
    criterion.bench_function(&format!("book/save/{candidates}"), |bencher| {
        let (mut book, mut local, mut journal) = (book.clone(), Memory::default(), Journal::default());
        let mut last = None;
        bencher.iter(|| {
            let (now, text) = (1_800_000_000_000, Some("Bản Mẫu 1".to_owned()));
            let change = match last {
                Some(last) => book.retype(now, &id, "residence", text, last),
                None => book.edit(now, &id, "residence", text),
            };
            last = Some(change.stamp);
            journal.forms_append(&mut local, vec![change]);
        });
    });
}

criterion_group!(store_benches, benches);
criterion_main!(store_benches);
