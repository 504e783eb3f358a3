//! The committee view of a book of Đức Thọ's size (289 cells, 8,723 members, 3,000 candidates) and of ten
//! times that: everything that the page shows, worked out anew after one edit. `cargo bench --bench committee`.

mod commune;

use commune::{CANDIDATES, CELLS};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ket_nap::domain::calculator::emulation;
use ket_nap::domain::calculator::movement::movements;
use ket_nap::domain::calculator::overview::{self, View};
use ket_nap::domain::calculator::progress::Forecast;
use ket_nap::domain::calculator::weak;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::schema::choice::Indicator;
use ket_nap::domain::schema::entry::Entries;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::value::day::{Day, Period};

/// As many cells and candidates as the report has, and two and ten times as many.
const TIMES: [u32; 3] = [1, 2, 10];

/// The texts of a record that the bench makes up.
struct Texts(Vec<(Field, String)>);

impl Entries for Texts {
    fn text(&self, field: Field) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }
}

/// Thirty members and a village for each cell.
fn register(ledger: &mut Ledger) {
    let cells: Vec<RecordId> = ledger.organizations().map(|(id, _)| id.clone()).collect();
    let mut number = 0;
    let mut put = |kind: RecordKind, texts: Vec<(Field, String)>| {
        number += 1;
        ledger.put(&RecordId::new(kind, number), &Texts(texts));
    };
    for cell in &cells {
        let home = cell.as_str().to_owned();
        let village = vec![(Field::VillageName, home.clone()), (Field::VillageCell, home.clone())];
        put(RecordKind::Village, village);
        for year in 1990..2020 {
            let member = vec![
                (Field::MemberName, format!("Mẫu {year}")),
                (Field::MemberCell, home.clone()),
                (Field::MemberAdmitted, format!("{year}-02-03")),
                (Field::MemberRecognition, format!("{}-02-03", year + 1)),
            ];
            put(RecordKind::Member, member);
        }
    }
}

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
        let mut whole = ledger.clone();
        register(&mut whole);
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
        // All that the page shows, with every member in the register and a village for each cell.
        group.bench_function(BenchmarkId::new("with a whole register", CANDIDATES * times), |bencher| {
            bencher.iter(|| {
                whole.put(id, record);
                let rows = overview::rows(&whole, view);
                let years = overview::years(&whole, view);
                let counted = overview::of(&whole, view, period);
                let moved = movements(&whole, organization, period);
                let weak = weak::weak(&whole, organization, view.as_of);
                let points = emulation::scores(&whole, &rows, true).len();
                (rows, years, counted, moved, weak, points)
            });
        });
        group.finish();
    }
}

criterion_group!(committee, benches);
criterion_main!(committee);
