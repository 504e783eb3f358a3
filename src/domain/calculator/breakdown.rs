//! Composition of the admissions in a period: by sex, ethnic group, religion, Youth Union, occupation, age,
//! education, qualification and kind of cell (forms 2-BTCTW and 2b). The parts of each breakdown, including the unknown
//! part, sum to the total. Counting admissions is in `tally`.

use super::figures;
use super::tally::{self, Query};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::{Indicator, List};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::schema::lists::Choice;
use crate::domain::value::day::Day;
use crate::domain::value::ratio::Ratio;

/// A property by which people are grouped.
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
    /// Occupation, by the categories of the statistics.
    Occupation,
    /// Age on the counting day.
    Age,
    /// General education.
    Education,
    /// Professional qualification.
    Qualification,
    /// Kind of the cell.
    CellKind,
}

/// Minimum and maximum age of each band in whole years; the last one is open.
pub const BANDS: [(i32, i32); 8] =
    [(18, 30), (31, 35), (36, 40), (41, 45), (46, 50), (51, 55), (56, 60), (61, i32::MAX)];

/// A part of a breakdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// An entry of a list.
    Choice(&'static Choice),
    /// An age band, in whole years.
    Band(i32, i32),
    /// Members of the Youth Union: a day of joining is entered.
    InYouthUnion,
    /// Younger than the first band.
    Younger,
    /// No value is entered.
    Unknown,
}

/// The non-empty parts of one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The dimension.
    pub dimension: Dimension,
    /// Each part with its number; the unknown part comes last.
    pub parts: Vec<(Part, u64)>,
    /// The candidates in each part, in the order of `parts`. Totals contribute numbers only.
    pub people: Vec<Vec<RecordId>>,
}

/// A part, its number and its candidates.
type Slice = (Part, u64, Vec<RecordId>);

impl Breakdown {
    fn new(dimension: Dimension, slices: Vec<Slice>) -> Breakdown {
        let (mut parts, mut people) = (Vec::new(), Vec::new());
        for (part, number, who) in slices.into_iter().filter(|(_, number, _)| *number > 0) {
            parts.push((part, number));
            people.push(who);
        }
        Breakdown { dimension, parts, people }
    }

    /// Sum of the shares in tenths of a percent, each rounded to one decimal: about 1000.
    pub fn rounded_sum(&self, total: u64) -> i64 {
        let shares = self.parts.iter().filter_map(|(_, number)| figures::share(*number, total));
        shares.map(|share| share.rounded(1000)).sum()
    }
}

/// All breakdowns of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admitted {
    /// Number of admissions; each breakdown sums to it.
    pub total: u64,
    /// The breakdowns.
    pub by: Vec<Breakdown>,
    /// Mean age in years, and the number of people whose age is known.
    pub mean_age: Option<(Ratio, u64)>,
}

/// A dimension, its list of entries, the field of a candidate, and the corresponding fields of a total.
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

/// Computes the breakdowns of a query for admissions. `texts` returns the texts of a record.
pub fn admitted<'a>(ledger: &Ledger, query: &Query, texts: &dyn Fn(&RecordId) -> Option<&'a dyn Entries>) -> Admitted {
    let tally = tally::tally(ledger, query);
    let counting = ledger.counting_day(query.organization);
    let mut by = Vec::new();
    for (dimension, list, field, of_totals) in LISTED {
        let mut counts = Counts::new(list);
        for id in &tally.dated {
            counts.add(texts(id).and_then(|texts| entry::chosen(texts, field)).map(|choice| choice.key), id);
        }
        counts.add_totals(&tally.totals, texts, of_totals);
        by.push(Breakdown::new(dimension, counts.slices()));
    }
    let mut kinds = Counts::new(List::OrganizationKinds);
    let entered = tally.counted.saturating_sub(tally.dated.len() as u64);
    let mut union: [Slice; 2] = [(Part::InYouthUnion, 0, Vec::new()), (Part::Unknown, entered, Vec::new())];
    let mut ages = Ages::new(entered);
    for id in &tally.dated {
        let candidate = ledger.candidate(id);
        let cell = candidate.and_then(|found| ledger.organization(found.cell.as_ref()?)?.kind);
        kinds.add(cell.map(|kind| kind.key()), id);
        let joined = texts(id).is_some_and(|texts| texts.text(Field::YouthUnion).is_some());
        if let Some((_, number, people)) = union.get_mut(usize::from(!joined)) {
            *number += 1;
            people.push(id.clone());
        }
        let on = candidate.and_then(|found| found.counting_day(Indicator::Admissions, counting));
        ages.add(candidate.and_then(|found| found.birth).zip(on), id);
    }
    for total in &tally.totals {
        // The parts entered with the total; without any, all admissions of a cell belong to its kind.
        let parts = texts(total).is_some_and(|texts| CELL_KINDS.iter().any(|(field, _)| texts.text(*field).is_some()));
        let of = ledger.total(total).and_then(|found| Some((found.count?, found.organization.as_ref()?)));
        let kind = of.and_then(|(count, of)| Some((count, ledger.organization(of)?.kind?)));
        match kind.filter(|(_, kind)| !kind.is_committee() && !parts) {
            Some((count, kind)) => *kinds.of(Some(kind.key())).0 += u64::from(count),
            None => kinds.add_totals(std::slice::from_ref(total), texts, &CELL_KINDS),
        }
    }
    by.push(Breakdown::new(Dimension::CellKind, kinds.slices()));
    by.push(Breakdown::new(Dimension::YouthUnion, union.into()));
    let mean_age = ages.mean();
    by.push(Breakdown::new(Dimension::Age, ages.slices));
    by.sort_by_key(|breakdown| breakdown.dimension);
    Admitted { total: tally.counted, by, mean_age }
}

/// Number and candidates per entry of a list.
struct Counts {
    counts: Vec<(&'static Choice, u64, Vec<RecordId>)>,
    unknown: (u64, Vec<RecordId>),
}

impl Counts {
    fn new(list: List) -> Counts {
        let counts = list.entries().iter().map(|choice| (choice, 0, Vec::new())).collect();
        Counts { counts, unknown: (0, Vec::new()) }
    }

    /// Number and candidates of an entry; those of the unknown part if `key` is `None` or not in the list.
    fn of(&mut self, key: Option<&str>) -> (&mut u64, &mut Vec<RecordId>) {
        let known = key.and_then(|key| self.counts.iter_mut().find(|(choice, ..)| choice.key == key));
        match known {
            Some((_, number, people)) => (number, people),
            None => (&mut self.unknown.0, &mut self.unknown.1),
        }
    }

    fn add(&mut self, key: Option<&str>, person: &RecordId) {
        let (number, people) = self.of(key);
        *number += 1;
        people.push(person.clone());
    }

    /// Adds the parts entered with totals; the rest of each total is unknown.
    fn add_totals<'a>(
        &mut self,
        totals: &[RecordId],
        texts: &dyn Fn(&RecordId) -> Option<&'a dyn Entries>,
        fields: &[(Field, &str)],
    ) {
        for total in totals.iter().filter_map(texts) {
            let mut left = u64::from(entry::count(total, Field::TotalCount).unwrap_or(0));
            for (field, key) in fields {
                // Parts beyond the total are reported by `checks`; here they are cut off.
                let part = u64::from(entry::count(total, *field).unwrap_or(0)).min(left);
                *self.of(Some(key)).0 += part;
                left -= part;
            }
            self.unknown.0 += left;
        }
    }

    fn slices(self) -> Vec<Slice> {
        let (number, people) = self.unknown;
        let known = self.counts.into_iter().map(|(choice, number, people)| (Part::Choice(choice), number, people));
        known.chain([(Part::Unknown, number, people)]).collect()
    }
}

/// Age distribution on the counting days.
struct Ages {
    months: i64,
    known: u64,
    /// Younger, each band, unknown.
    slices: Vec<Slice>,
}

impl Ages {
    fn new(unknown: u64) -> Ages {
        let mut slices = vec![(Part::Younger, 0, Vec::new())];
        slices.extend(BANDS.into_iter().map(|(least, most)| (Part::Band(least, most), 0, Vec::new())));
        slices.push((Part::Unknown, unknown, Vec::new()));
        Ages { months: 0, known: 0, slices }
    }

    fn add(&mut self, birth_and_day: Option<(Day, Day)>, person: &RecordId) {
        let months = birth_and_day.filter(|(birth, on)| birth <= on).map(|(birth, on)| birth.whole_months_until(on));
        let years = months.map(|months| months.div_euclid(12));
        let belongs = |part: &Part| match (part, years) {
            (Part::Unknown, None) => true,
            (Part::Band(least, most), Some(years)) => (*least..=*most).contains(&years),
            (Part::Younger, Some(years)) => BANDS.iter().all(|(least, _)| years < *least),
            _ => false,
        };
        if let Some((_, number, people)) = self.slices.iter_mut().find(|(part, ..)| belongs(part)) {
            *number += 1;
            people.push(person.clone());
        }
        if let Some(months) = months {
            self.months += i64::from(months);
            self.known += 1;
        }
    }

    fn mean(&self) -> Option<(Ratio, u64)> {
        let people = i64::try_from(self.known).ok()?;
        Some((Ratio::new(self.months, people.checked_mul(12)?)?, self.known)).filter(|_| self.known > 0)
    }
}
