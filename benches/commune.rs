//! A book like a commune's, made up: cells with their member counts and targets, candidates
//! with the history of their dossiers over three years. For benches and for tests of size.

use ket_nap::book::Book;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Members of all cells together, as one published report has them (Đức Thọ, 30/9/2022).
const MEMBERS: u32 = 8_723;
/// Cells of that report.
pub const CELLS: u32 = 289;
/// Candidates of a large commune over a term.
pub const CANDIDATES: u32 = 3_000;

const FAMILY: [&str; 12] =
    ["Lò", "Vàng", "Giàng", "Nguyễn", "Trần", "Hà", "Lường", "Quàng", "Sùng", "Hoàng", "Bàn", "Triệu"];
const MIDDLE: [&str; 8] = ["Thị", "Văn", "A", "Đức", "Minh", "Hồng", "Xuân", "Ngọc"];
const GIVEN: [&str; 16] = [
    "Mẫu",
    "An",
    "Bình",
    "Chung",
    "Dũng",
    "Đào",
    "Giang",
    "Hòa",
    "Khánh",
    "Liên",
    "Mai",
    "Nga",
    "Oanh",
    "Phượng",
    "Quỳnh",
    "Thử",
];

/// Numbers that look random and are the same every time.
struct Numbers(SplitMix64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0.next_u64()
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list.get(self.below(list.len() as u64) as usize).copied().unwrap_or_default()
    }

    fn day(&mut self, year: u64) -> String {
        format!("{:04}-{:02}-{:02}", year, 1 + self.below(12), 1 + self.below(28))
    }
}

/// Writes as a person does: some seconds between one box and the next.
struct Writer {
    book: Book,
    now: u64,
    numbers: Numbers,
}

impl Writer {
    fn write(&mut self, id: &RecordId, key: &str, text: String) {
        self.now += 2_000 + self.numbers.below(40_000);
        self.book.edit(self.now, id, key, Some(text));
    }

    fn begin(&mut self, kind: RecordKind, day: &str) -> RecordId {
        let id = RecordId::new(kind, self.numbers.next());
        self.book.create(self.now, &id, day);
        id
    }
}

/// A book of so many cells and candidates.
pub fn book(cells: u32, candidates: u32) -> Book {
    let begun = 1_672_531_200_000;
    let numbers = Numbers(SplitMix64::seed_from_u64(0x9e37_79b9_7f4a_7c15));
    let mut writer = Writer { book: Book::new(0x2a_17_c4_99), now: begun, numbers };
    let committee = writer.begin(RecordKind::Organization, "2023-01-01");
    writer.write(&committee, "name", "Đảng ủy xã Mẫu".into());
    writer.write(&committee, "kind", "committee".into());
    let mut homes = Vec::new();
    for number in 0..cells {
        let cell = writer.begin(RecordKind::Organization, "2023-01-02");
        writer.write(&cell, "name", format!("Chi bộ bản Mẫu {number}"));
        writer.write(&cell, "kind", "village".into());
        writer.write(&cell, "parent", committee.as_str().into());
        let target = writer.begin(RecordKind::Target, "2023-01-03");
        writer.write(&target, "organization", cell.as_str().into());
        writer.write(&target, "indicator", "admissions".into());
        writer.write(&target, "from", "2023-01-01".into());
        writer.write(&target, "to", "2023-12-31".into());
        writer.write(&target, "bound", format!("từ {}", 1 + number % 4));
        let headcount = writer.begin(RecordKind::Headcount, "2023-01-03");
        writer.write(&headcount, "organization", cell.as_str().into());
        writer.write(&headcount, "day", "2022-12-31".into());
        writer.write(&headcount, "members", (MEMBERS / CELLS + u32::from(number < MEMBERS % CELLS)).to_string());
        homes.push(cell.as_str().to_owned());
    }
    for number in 0..candidates {
        // Three years of three thousand: some eight a day.
        writer.now = begun + u64::from(number) * 94_608_000_000 / u64::from(candidates.max(1));
        candidate(&mut writer, homes.get((number % cells.max(1)) as usize).map_or("", String::as_str));
    }
    writer.book
}

/// One dossier, filled in step by step, with a slip mended here and there.
fn candidate(writer: &mut Writer, home: &str) {
    let id = writer.begin(RecordKind::Candidate, "2023-02-01");
    let numbers = &mut writer.numbers;
    let name = [numbers.of(&FAMILY), numbers.of(&MIDDLE), numbers.of(&GIVEN)].join(" ");
    let stage = numbers.below(12) + 10;
    let birth = 1970 + numbers.below(35);
    let filled = [
        ("name", name),
        ("cell", home.to_owned()),
        ("birth", numbers.day(birth)),
        ("sex", numbers.of(&["male", "female"]).to_owned()),
        ("citizen_id", format!("{:012}", numbers.below(99_999_999_999))),
        ("ethnic_group", numbers.of(&["thai", "mong", "kinh", "dao", "muong"]).to_owned()),
        ("religion", "none".to_owned()),
        ("residence", format!("Bản Mẫu {}, xã Mẫu, tỉnh Thử", numbers.below(40))),
        ("education", numbers.of(&["upper_secondary", "lower_secondary"]).to_owned()),
        ("qualification", numbers.of(&["none", "intermediate", "university"]).to_owned()),
        ("introduced", numbers.day(2023)),
        ("youth_union", numbers.day(birth + 16)),
        ("sent_to_class", numbers.day(2023)),
        ("certificate", numbers.day(2024)),
        ("application", numbers.day(2024)),
        ("cell_meeting", numbers.day(2024)),
        ("official_members", (3 + numbers.below(30)).to_string()),
        ("votes_for", (3 + numbers.below(30)).to_string()),
        ("decision", numbers.day(2025)),
        ("decision_number", format!("{}-QĐ/ĐU", numbers.below(400))),
        ("ceremony", numbers.day(2025)),
    ];
    for (place, (key, text)) in filled.into_iter().enumerate().take(stage as usize) {
        if writer.numbers.below(3) == 0 {
            let slip = text.chars().rev().collect();
            writer.write(&id, key, slip);
        }
        if place > 9 {
            // The next step is weeks later.
            writer.now += 86_400_000 * (1 + writer.numbers.below(30));
        }
        writer.write(&id, key, text);
    }
}
