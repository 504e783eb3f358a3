//! `ketnap generate`: a fictitious province for trials and benchmarks: one book per cell, and one
//! of the province with its communes. All people are invented. The same seed gives the same files.

use std::fs;
use std::path::{Path, PathBuf};

use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;

use super::bar::Bar;
use super::trouble::Trouble;
use super::{Outcome, merge};
use crate::book::Book;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::store::backup;
use crate::text::cli as texts;

/// Cells per commune.
const CELLS: u32 = 40;
/// Cells per folder.
const FOLDER: u32 = 1_000;
/// The year of the targets.
const YEAR: i32 = 2026;
/// Start of that year in Viet Nam, in milliseconds since the Unix epoch.
const BEGUN: u64 = 1_767_200_400_000;

/// Seeded pseudorandom numbers.
struct Numbers(SplitMix64);

impl Numbers {
    fn new(seed: u64) -> Numbers {
        Numbers(SplitMix64::seed_from_u64(seed))
    }

    fn next(&mut self) -> u64 {
        self.0.next_u64()
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        usize::try_from(self.below(list.len() as u64))
            .ok()
            .and_then(|place| list.get(place))
            .copied()
            .unwrap_or_default()
    }

    fn day(&mut self, from: Day, days: u64) -> Day {
        from.plus_days(i64::try_from(self.below(days)).unwrap_or_default()).unwrap_or(from)
    }
}

/// Writes a book as a user would: some seconds between two fields.
struct Writer {
    book: Book,
    now: u64,
    numbers: Numbers,
}

impl Writer {
    fn new(seed: u64, part: u64) -> Writer {
        let mut numbers = Numbers::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ part);
        let device = u32::try_from(numbers.below(u64::from(u32::MAX))).unwrap_or_default();
        Writer { book: Book::new(device), now: BEGUN, numbers }
    }

    fn put(&mut self, id: &RecordId, texts: &[(Field, String)]) {
        for (field, text) in texts {
            self.now += 2_000 + self.numbers.below(40_000);
            self.book.edit(self.now, id, field.spec().key, Some(text.clone()));
        }
    }

    fn add(&mut self, kind: RecordKind, texts: &[(Field, String)]) -> RecordId {
        let id = RecordId::new(kind, self.numbers.next());
        self.put(&id, texts);
        id
    }

    fn target(&mut self, organization: &RecordId, indicator: &str, bound: String) {
        self.add(
            RecordKind::Target,
            &[
                (Field::TargetOrganization, organization.as_str().to_owned()),
                (Field::TargetIndicator, indicator.to_owned()),
                (Field::TargetFrom, format!("{YEAR}-01-01")),
                (Field::TargetTo, format!("{YEAR}-12-31")),
                (Field::TargetBound, bound),
            ],
        );
    }

    fn save(&self, path: &Path) -> Result<(), Trouble> {
        merge::put(path, backup::write(&self.book, BEGUN).as_bytes(), false)
    }
}

/// Ids shared by several files are derived from numbers.
fn province(seed: u64) -> RecordId {
    RecordId::new(RecordKind::Organization, Numbers::new(seed).next())
}

fn commune(seed: u64, number: u32) -> RecordId {
    RecordId::new(RecordKind::Organization, Numbers::new(seed ^ (u64::from(number) + 1) << 32).next())
}

/// Writes the province into a new or empty folder.
///
/// # Errors
/// If the folder is not empty or cannot be written.
pub fn run(seed: u64, cells: u32, candidates: u32, out: &Path) -> Result<Outcome, Vec<Trouble>> {
    let failed = |error: std::io::Error| vec![Trouble::new(out, texts::unopened(&error))];
    fs::create_dir_all(out).map_err(failed)?;
    if fs::read_dir(out).map_err(failed)?.next().is_some() {
        return Err(vec![Trouble::new(out, texts::NOT_EMPTY)]);
    }
    above(seed, cells, candidates).save(&out.join("tinh.txt")).map_err(|trouble| vec![trouble])?;
    let bar = Bar::new(texts::WRITING, cells as usize);
    let folders = (0..cells.div_ceil(FOLDER)).map(folder);
    for folder in folders {
        fs::create_dir_all(out.join(folder)).map_err(failed)?;
    }
    let write = |number: u32| {
        let path = out.join(folder(number / FOLDER)).join(format!("chi-bo-{number:05}.txt"));
        let saved = cell(seed, number, candidates).save(&path);
        bar.step();
        saved.map_err(|trouble| vec![trouble])
    };
    (0..cells).into_par_iter().map(write).collect::<Result<Vec<()>, _>>()?;
    drop(bar);
    println!("{}", texts::generated(out, cells, u64::from(cells) * u64::from(candidates)));
    Ok(Outcome::Nothing)
}

fn folder(number: u32) -> PathBuf {
    PathBuf::from(format!("{number:02}"))
}

/// The province with its communes and their targets.
fn above(seed: u64, cells: u32, candidates: u32) -> Writer {
    let mut writer = Writer::new(seed, 0);
    let root = province(seed);
    let name = |name: String| [(Field::OrganizationName, name), (Field::OrganizationKind, "committee".to_owned())];
    writer.put(&root, &name("Tỉnh ủy Mẫu".to_owned()));
    writer.target(&root, "admissions", format!("{} trở lên", u64::from(cells) * u64::from(candidates) / 5));
    for number in 0..cells.div_ceil(CELLS) {
        let id = commune(seed, number);
        writer.put(&id, &name(format!("Đảng ủy xã Mẫu {}", number + 1)));
        writer.put(&id, &[(Field::OrganizationParent, root.as_str().to_owned())]);
        if number % 5 == 1 {
            writer.put(&id, &[(Field::OrganizationCountingDay, "decision".to_owned())]);
        }
        writer.target(&id, "admissions", (CELLS.min(cells - number * CELLS) * candidates.div_ceil(5)).to_string());
    }
    writer
}

const FAMILY: [&str; 12] =
    ["Lò", "Vàng", "Giàng", "Nguyễn", "Trần", "Hà", "Lường", "Quàng", "Sùng", "Hoàng", "Bàn", "Triệu"];
const MIDDLE: [&str; 8] = ["Thị", "Văn", "A", "Đức", "Minh", "Hồng", "Xuân", "Ngọc"];
const GIVEN: [&str; 8] = ["Mẫu", "Thử", "Ví Dụ", "Giả Định", "Mẫu Một", "Mẫu Hai", "Thử Nghiệm", "Minh Họa"];
const GROUPS: [&str; 6] = ["thai", "mong", "kinh", "dao", "tay", "muong"];
const LEVELS: [&str; 3] = ["lower_secondary", "upper_secondary", "upper_secondary"];

/// A cell with its target, its member count and its candidates.
fn cell(seed: u64, number: u32, candidates: u32) -> Writer {
    let mut writer = Writer::new(seed, u64::from(number) + 1);
    let above = commune(seed, number / CELLS);
    let home = writer.add(
        RecordKind::Organization,
        &[
            (Field::OrganizationName, format!("Chi bộ bản Mẫu {}", number + 1)),
            (Field::OrganizationKind, "village".to_owned()),
            (Field::OrganizationParent, above.as_str().to_owned()),
        ],
    );
    // Targets of every kind, so that an engine that counts differently is detected.
    let few = candidates.div_ceil(5);
    let bound = match number % 7 {
        0 => format!("{few}-{}", few + 2),
        1 => "7,5% đầu kỳ".to_owned(),
        2 => few.to_string(),
        3 => "12% hiện có".to_owned(),
        _ => format!("từ {few}"),
    };
    writer.target(&home, "admissions", bound);
    if number.is_multiple_of(10) {
        writer.target(&home, "introductions", (few + 1).to_string());
        let until = ["06-30", "09-30", "12-31"];
        let until = writer.numbers.of(&until);
        let count = writer.numbers.below(6);
        writer.add(
            RecordKind::Total,
            &[
                (Field::TotalOrganization, home.as_str().to_owned()),
                (Field::TotalIndicator, "introductions".to_owned()),
                (Field::TotalFrom, format!("{YEAR}-01-01")),
                (Field::TotalTo, format!("{YEAR}-{until}")),
                (Field::TotalCount, count.to_string()),
            ],
        );
    }
    let members = 8 + writer.numbers.below(40);
    writer.add(
        RecordKind::Headcount,
        &[
            (Field::HeadcountOrganization, home.as_str().to_owned()),
            (Field::HeadcountDay, format!("{}-12-31", YEAR - 1)),
            (Field::HeadcountMembers, members.to_string()),
        ],
    );
    for _ in 0..candidates {
        candidate(&mut writer, &home);
    }
    writer
}

/// A candidate at a random step.
fn candidate(writer: &mut Writer, home: &RecordId) {
    let numbers = &mut writer.numbers;
    let name = [numbers.of(&FAMILY), numbers.of(&MIDDLE), numbers.of(&GIVEN)].join(" ");
    let (group, level, sex) = (numbers.of(&GROUPS), numbers.of(&LEVELS), numbers.of(&["male", "female"]));
    let birth = Day::new(1970, 1, 1).map_or(Day::FIRST_OF_2026, |first| numbers.day(first, 12_500));
    let mut texts = vec![
        (Field::Name, name),
        (Field::CandidateCell, home.as_str().to_owned()),
        (Field::Birth, birth.iso()),
        (Field::SexOfCandidate, sex.to_owned()),
        (Field::EthnicGroup, group.to_owned()),
        (Field::Education, level.to_owned()),
    ];
    let mut on = Day::new(YEAR - 2, 6, 1).map_or(Day::FIRST_OF_2026, |first| numbers.day(first, 400));
    let steps = [
        (Field::Introduced, 60),
        (Field::SentToClass, 90),
        (Field::Certificate, 30),
        (Field::Application, 60),
        (Field::Resume, 20),
        (Field::CellMeeting, 60),
        (Field::Decision, 40),
        (Field::Ceremony, 30),
        (Field::Recognition, 500),
    ];
    let reached = usize::try_from(numbers.below(steps.len() as u64 + 1)).unwrap_or_default();
    for (field, days) in steps.into_iter().take(reached) {
        texts.push((field, on.iso()));
        on = numbers.day(on.plus_days(1).unwrap_or(on), days);
    }
    writer.add(RecordKind::Candidate, &texts);
}
