//! Who was admitted in a period: by sex, ethnic group, religion, Youth Union, occupation, age,
//! education, qualification and kind of cell (forms 2-BTCTW and 2b). The parts of each sum to the
//! total; of whom nothing is noted is a part of its own. How many were admitted is in `tally`.

use super::choice::{Choice, Indicator, List};
use super::day::Day;
use super::entry::{self, Entries};
use super::field::Field;
use super::id::RecordId;
use super::ledger::Ledger;
use super::ratio::Ratio;
use super::tally::{self, Query};

/// By what people are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Sex.
    Sex,
    /// Ethnic group.
    EthnicGroup,
    /// Religion.
    Religion,
    /// Whether in the Youth Union.
    YouthUnion,
    /// Occupation, as statistics count it.
    Occupation,
    /// Age on the day that counts.
    Age,
    /// General education.
    Education,
    /// Professional qualification.
    Qualification,
    /// Kind of the cell.
    CellKind,
}

/// Youngest and oldest whole years of each band of age; the last one is open.
pub const BANDS: [(i32, i32); 8] =
    [(18, 30), (31, 35), (36, 40), (41, 45), (46, 50), (51, 55), (56, 60), (61, i32::MAX)];

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// An entry of a list.
    Choice(&'static Choice),
    /// A band of age, in whole years.
    Band(i32, i32),
    /// Has a day of joining the Youth Union.
    InYouthUnion,
    /// Younger than the first band.
    Younger,
    /// Nothing is noted of them.
    Unknown,
}

/// The parts of one dimension, those without anybody left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// By what.
    pub dimension: Dimension,
    /// Each part with how many; what is not noted stands last.
    pub parts: Vec<(Part, u64)>,
}

/// All breakdowns of what a query counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admitted {
    /// How many were admitted: what every breakdown sums to.
    pub total: u64,
    /// The breakdowns.
    pub by: Vec<Breakdown>,
    /// Mean age in years of those whose age is known, and of how many.
    pub mean_age: Option<(Ratio, u64)>,
}

/// A dimension, the list of its entries, the field of a candidate, and the fields of a total that
/// have its parts.
type Listed = (Dimension, List, Field, &'static [(Field, &'static str)]);

const LISTED: [Listed; 6] = [
    (Dimension::Sex, List::Sexes, Field::SexOfCandidate, &[]),
    (Dimension::EthnicGroup, List::EthnicGroup, Field::EthnicGroup, &[]),
    (Dimension::Religion, List::Religion, Field::Religion, &[]),
    (Dimension::Occupation, List::Occupations, Field::Occupation, &[]),
    (Dimension::Education, List::Education, Field::Education, &[]),
    (
        Dimension::Qualification,
        List::Qualification,
        Field::Qualification,
        &[
            (Field::TotalUntrained, "none"),
            (Field::TotalElementary, "elementary"),
            (Field::TotalIntermediate, "intermediate"),
            (Field::TotalCollege, "college"),
            (Field::TotalUniversity, "university"),
        ],
    ),
];

const CELL_KINDS: [(Field, &str); 9] = [
    (Field::TotalVillage, "village"),
    (Field::TotalStreetQuarter, "street_quarter"),
    (Field::TotalSchool, "school"),
    (Field::TotalMilitary, "military"),
    (Field::TotalPolice, "police"),
    (Field::TotalHealthStation, "health_station"),
    (Field::TotalOffice, "office"),
    (Field::TotalEnterprise, "enterprise"),
    (Field::TotalOther, "other"),
];

/// Tells apart what a query for admissions counts. `texts` gives the texts of a record.
pub fn admitted<'a>(ledger: &Ledger, query: &Query, texts: &dyn Fn(&RecordId) -> Option<&'a dyn Entries>) -> Admitted {
    let tally = tally::tally(ledger, query);
    let counting = ledger.counting_day(query.organization);
    let mut by = Vec::new();
    for (dimension, list, field, of_totals) in LISTED {
        let mut counts = Counts::new(list);
        for id in &tally.dated {
            counts.add(texts(id).and_then(|texts| entry::chosen(texts, field)).map(|choice| choice.key), 1);
        }
        counts.add_totals(&tally.totals, texts, of_totals);
        by.push(Breakdown { dimension, parts: counts.parts() });
    }
    let mut kinds = Counts::new(List::OrganizationKinds);
    let (mut young, mut bands, mut ages) = ((0, 0), [0u64; BANDS.len()], Ages::default());
    for id in &tally.dated {
        let candidate = ledger.candidate(id);
        let cell = candidate.and_then(|found| ledger.organization(found.cell.as_ref()?)?.kind);
        kinds.add(cell.map(|kind| kind.key()), 1);
        let joined = texts(id).is_some_and(|texts| texts.text(Field::YouthUnion).is_some());
        young = if joined { (young.0 + 1, young.1) } else { (young.0, young.1 + 1) };
        let on = candidate.and_then(|found| found.counting_day(Indicator::Admissions, counting));
        ages.add(candidate.and_then(|found| found.birth).zip(on), &mut bands);
    }
    kinds.add_totals(&tally.totals, texts, &CELL_KINDS);
    by.push(Breakdown { dimension: Dimension::CellKind, parts: kinds.parts() });
    let entered = tally.counted.saturating_sub(tally.dated.len() as u64);
    let some = |parts: Vec<(Part, u64)>| parts.into_iter().filter(|(_, number)| *number > 0).collect();
    let union = vec![(Part::InYouthUnion, young.0), (Part::Unknown, young.1 + entered)];
    by.push(Breakdown { dimension: Dimension::YouthUnion, parts: some(union) });
    let mut by_age = vec![(Part::Younger, ages.younger)];
    by_age.extend(BANDS.iter().zip(bands).map(|((least, most), number)| (Part::Band(*least, *most), number)));
    by_age.push((Part::Unknown, ages.unknown + entered));
    by.push(Breakdown { dimension: Dimension::Age, parts: some(by_age) });
    by.sort_by_key(|breakdown| breakdown.dimension);
    Admitted { total: tally.counted, by, mean_age: ages.mean() }
}

/// How many of each entry of a list.
struct Counts {
    counts: Vec<(&'static Choice, u64)>,
    unknown: u64,
}

impl Counts {
    fn new(list: List) -> Counts {
        Counts { counts: list.entries().iter().map(|choice| (choice, 0)).collect(), unknown: 0 }
    }

    fn add(&mut self, key: Option<&str>, number: u64) {
        let known = key.and_then(|key| self.counts.iter_mut().find(|(choice, _)| choice.key == key));
        match known {
            Some((_, count)) => *count += number,
            None => self.unknown += number,
        }
    }

    /// The parts that were entered with totals; what is left of each is not known.
    fn add_totals<'a>(
        &mut self,
        totals: &[RecordId],
        texts: &dyn Fn(&RecordId) -> Option<&'a dyn Entries>,
        fields: &[(Field, &str)],
    ) {
        for total in totals.iter().filter_map(texts) {
            let mut left = u64::from(entry::count(total, Field::TotalCount).unwrap_or(0));
            for (field, key) in fields {
                // Parts beyond the total are named where they are entered; here they end with it.
                let part = u64::from(entry::count(total, *field).unwrap_or(0)).min(left);
                self.add(Some(key), part);
                left -= part;
            }
            self.unknown += left;
        }
    }

    fn parts(self) -> Vec<(Part, u64)> {
        let known = self.counts.into_iter().map(|(choice, number)| (Part::Choice(choice), number));
        known.chain([(Part::Unknown, self.unknown)]).filter(|(_, number)| *number > 0).collect()
    }
}

/// Ages on the days that count.
#[derive(Default)]
struct Ages {
    months: i64,
    known: u64,
    younger: u64,
    unknown: u64,
}

impl Ages {
    fn add(&mut self, birth_and_day: Option<(Day, Day)>, bands: &mut [u64; BANDS.len()]) {
        let Some((birth, on)) = birth_and_day.filter(|(birth, on)| birth <= on) else {
            self.unknown += 1;
            return;
        };
        let months = birth.whole_months_until(on);
        self.months += i64::from(months);
        self.known += 1;
        let years = months.div_euclid(12);
        let place = BANDS.iter().position(|(least, most)| (*least..=*most).contains(&years));
        match place.and_then(|place| bands.get_mut(place)) {
            Some(band) => *band += 1,
            None => self.younger += 1,
        }
    }

    fn mean(&self) -> Option<(Ratio, u64)> {
        let people = i64::try_from(self.known).ok()?;
        Some((Ratio::new(self.months, people.checked_mul(12)?)?, self.known)).filter(|_| self.known > 0)
    }
}
