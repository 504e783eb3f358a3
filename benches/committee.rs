//! The committee view of a book of Đức Thọ's size (289 cells, 8,723 members, 3,000 candidates) and of ten
//! times that: everything that the page shows, worked out anew after one edit. `cargo bench --bench committee`.

mod commune;

use commune::{CANDIDATES, CELLS};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ket_nap::domain::choice::Indicator;
use ket_nap::domain::day::{Day, Period};
use ket_nap::domain::id::{RecordId, RecordKind};
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::overview::{self, View};
use ket_nap::domain::progress::Forecast;

/// As many cells and candidates as the report has, and two and ten times as many.
const TIMES: [u32; 3] = [1, 2, 10];

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day).unwrap_or(Day::LAST)
}

fn benches(criterion: &mut Criterion) {
    for times in TIMES {
        let book = commune::book(CELLS * times, CANDIDATES * times);
        let mut ledger = Ledger::default();
        for (id, record) in book.records() {
            ledger.put(id, record);
        }
        let committee: Vec<RecordId> = ledger.roots();
        let edited = book.records().find(|(id, _)| id.kind() == Some(RecordKind::Candidate));
        let (Some(organization), Some((id, record))) = (committee.first(), edited) else { continue };
        let Some(period) = Period::new(day(2023, 1, 1), day(2023, 12, 31)) else { continue };
        let view = View {
            organization,
            indicator: Indicator::Admissions,
            period,
            as_of: day(2023, 10, 1),
            forecast: Forecast::On,
        };
        let mut group = criterion.benchmark_group("committee");
        group.sample_size(20).throughput(Throughput::Elements(u64::from(CELLS * times)));
        group.bench_function(BenchmarkId::new("after one edit", CANDIDATES * times), |bencher| {
            bencher.iter(|| {
                ledger.put(id, record);
                let rows = overview::rows(&ledger, view);
                let years = overview::years(&ledger, view);
                let counted = overview::of(&ledger, view, period);
                (rows, years, counted)
            });
        });
        group.finish();
    }
}

criterion_group!(committee, benches);
criterion_main!(committee);
