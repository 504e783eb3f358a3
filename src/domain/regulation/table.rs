//! The regulation as a whole: which instrument speaks about a value on a day, and what changed when. A value about which
//! the instruments of a day say nothing that was found comes from their predecessors and is weaker
//! (docs/decisions/0028). What one instrument says is in `instrument`.

use std::sync::OnceLock;

use super::instrument::{Cited, Form, Instrument, InstrumentId, Mark, once, parse};
use super::key::Key;
use super::office::OfficeRules;
use super::working_days::{Calendar, Year, built_in_years};
use crate::domain::value::day::Day;

/// A value in force on a day, and the instrument that sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The instrument that sets the value.
    pub instrument: &'static Instrument,
    /// The value and its source.
    pub cited: &'static Cited,
    /// The instrument of the day, if `instrument` is a predecessor of it and nothing about the value was found there.
    pub silent_in: Option<&'static Instrument>,
}

impl InForce {
    /// Whether it may hint but not block: from memory, or from a predecessor only.
    pub fn is_weak(&self) -> bool {
        self.cited.mark == Mark::Unverified || self.silent_in.is_some()
    }
}

const FILES: [&str; 15] = [
    include_str!("../../../rules/dieu-le-2011.json"),
    include_str!("../../../rules/qd-29-2016.json"),
    include_str!("../../../rules/hd-01-2016.json"),
    include_str!("../../../rules/hd-09-2017.json"),
    include_str!("../../../rules/qdi-05-2018.json"),
    include_str!("../../../rules/qd-24-2021.json"),
    include_str!("../../../rules/hd-01-2021.json"),
    include_str!("../../../rules/hd-12-2022.json"),
    include_str!("../../../rules/qd-232-2025.json"),
    include_str!("../../../rules/hd-06-2025.json"),
    include_str!("../../../rules/qd-294-2025.json"),
    include_str!("../../../rules/hd-38-2025.json"),
    include_str!("../../../rules/qd-20-2026.json"),
    include_str!("../../../rules/hd-01-2026.json"),
    include_str!("../../../rules/qd-208-2026.json"),
];

/// All instruments, in the order of their first days in force, and the calendar of working days. Never changes; another
/// one is built where something is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regulation {
    instruments: Vec<&'static Instrument>,
    calendar: Calendar,
}

/// A key whose value changed, with the values before and after; `None` if no value is known.
pub type Turned = (Key, Option<InForce>, Option<InForce>);

impl Regulation {
    /// The regulation that comes with the program.
    pub fn built_in() -> &'static Regulation {
        static FILED: OnceLock<Vec<Instrument>> = OnceLock::new();
        static WHOLE: OnceLock<Vec<Regulation>> = OnceLock::new();
        // A test parses every file; a damaged one would only be skipped here.
        let filed = once(&FILED, filed);
        let whole = once(&WHOLE, || vec![Regulation::of(filed.iter(), Calendar::of(built_in_years()))]);
        whole.first().unwrap_or_else(|| unreachable!("the list was made with one entry"))
    }

    /// A regulation of these instruments, in any order.
    fn of(all: impl Iterator<Item = &'static Instrument>, calendar: Calendar) -> Regulation {
        let mut instruments: Vec<&'static Instrument> = Vec::new();
        for instrument in all {
            let place = instruments.partition_point(|other| other.from <= instrument.from);
            instruments.insert(place, instrument);
        }
        Regulation { instruments, calendar }
    }

    /// The program's regulation with what offices add to it and correct in it. Instruments live as long as the program,
    /// as those built in do: what a book adds is little and changes rarely.
    pub fn with(offices: &[OfficeRules]) -> Regulation {
        let mut instruments = filed();
        let mut years: Vec<&'static Year> = Vec::new();
        for rules in offices {
            if let Some(given) = rules.instrument() {
                match instruments.iter_mut().find(|known| known.id == given.id) {
                    Some(known) if rules.is_outdated(known) => {}
                    Some(known) => known.correct(given),
                    None => instruments.push(given),
                }
            }
            for year in rules.years() {
                years.push(Box::leak(Box::new(year)));
            }
        }
        let replaced: Vec<(InstrumentId, Day)> =
            instruments.iter().filter_map(|one| Some((one.replaces.clone()?, one.from?))).collect();
        for (id, from) in replaced {
            let last = from.plus_days(-1);
            let old = instruments.iter_mut().find(|known| known.id == id);
            if let Some(old) = old.filter(|old| old.to.is_none_or(|to| to >= from)) {
                (old.to, old.known_to) = (last, None);
            }
        }
        years.extend(built_in_years());
        let kept = instruments.into_iter().map(|instrument| &*Box::leak(Box::new(instrument)));
        Regulation::of(kept, Calendar::of(years))
    }

    /// All instruments. Where two set the same value, the later one comes later.
    pub fn instruments(&self) -> &[&'static Instrument] {
        &self.instruments
    }

    /// The calendar of working days.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The value of `key` in force on `on`: that of the latest instrument in force that speaks about it, else the last
    /// one of their predecessors. `None` if there is none, or if it was ended.
    pub fn in_force(&self, key: Key, on: Day) -> Option<InForce> {
        let latest_first = || self.instruments.iter().rev().copied().filter(|instrument| instrument.has_begun(on));
        let said = |instrument: &'static Instrument| Some((instrument, instrument.says(key)?));
        if let Some((instrument, said)) = latest_first().filter(|one| one.in_force(on)).find_map(said) {
            return said.map(|cited| InForce { instrument, cited, silent_in: None });
        }
        let (instrument, said) = latest_first().find_map(said)?;
        Some(InForce { instrument, cited: said?, silent_in: Some(self.successor(&instrument.id, on)?) })
    }

    /// The instrument of `on` that has taken the place of one that ended, or else of the one that this explains.
    fn successor(&self, ended: &InstrumentId, on: Day) -> Option<&'static Instrument> {
        let mut found = None;
        for instrument in &self.instruments {
            let before = found.map_or(ended, |found: &Instrument| &found.id);
            if instrument.replaces.as_ref() == Some(before) && instrument.has_begun(on) {
                found = Some(*instrument);
            }
        }
        let explained = || self.instrument(ended)?.based_on.as_ref();
        found.or_else(|| self.successor(explained()?, on))
    }

    /// The instrument of this number and day of issue.
    pub fn instrument(&self, id: &InstrumentId) -> Option<&'static Instrument> {
        self.instruments.iter().copied().find(|instrument| instrument.id == *id)
    }

    /// The instrument that implements the Charter on `on`, by which a dossier of that day is checked.
    pub fn set_of(&self, on: Day) -> Option<&'static Instrument> {
        let set = |instrument: &&Instrument| instrument.in_force(on) && instrument.id.number.ends_with("-QĐ/TW");
        self.instruments.iter().rev().copied().find(|instrument| set(instrument))
    }

    /// Until when a value was followed: by the instrument that speaks, or that is silent about it; of one that has ended
    /// by its last day.
    pub fn known_to(&self, found: InForce) -> Option<Day> {
        let speaks = found.silent_in.unwrap_or(found.instrument);
        speaks.known_to.or(speaks.to)
    }

    /// Until when new instruments were looked for.
    pub fn followed_to(&self) -> Option<Day> {
        self.instruments.iter().filter_map(|instrument| instrument.known_to).max()
    }

    /// The form named `key` in the latest instrument that prescribes it. The numbers used by the successor of the last
    /// known set were not found (docs/decisions/0016).
    pub fn form(&self, key: &str) -> Option<&'static Form> {
        self.instruments.iter().rev().find_map(|instrument| instrument.forms.iter().find(|form| form.key == key))
    }

    /// Guidance that is in force on `on` although the instrument it explains is not yet, together with the instrument
    /// still in force.
    pub fn guidance_ahead(&self, on: Day) -> Option<(&'static Instrument, &'static Instrument)> {
        self.instruments.iter().copied().find_map(|guidance| {
            let base = guidance.based_on.as_ref().filter(|_| guidance.in_force(on))?;
            let base = self.instrument(base)?;
            let before = base.from.filter(|from| on < *from)?.plus_days(-1);
            let old = self.instruments.iter().copied().find(|other| other.to.is_some() && other.to == before)?;
            Some((guidance, old))
        })
    }

    /// The days on which the regulation changed: the first day of each instrument, in order.
    pub fn turns(&self) -> Vec<Day> {
        let mut days: Vec<Day> = self.instruments.iter().filter_map(|instrument| instrument.from).collect();
        days.dedup();
        days
    }

    /// The values on `day` that differ from those of the day before, or are weaker or stronger than before.
    pub fn turned(&self, day: Day) -> Vec<Turned> {
        let before = |key| day.plus_days(-1).and_then(|before| self.in_force(key, before));
        Key::ALL.iter().filter_map(|key| turned(*key, before(*key), self.in_force(*key, day))).collect()
    }

    /// The values on `day` that differ in `other`, or are weaker or stronger there.
    pub fn differences(&self, other: &Regulation, day: Day) -> Vec<Turned> {
        Key::ALL.iter().filter_map(|key| turned(*key, self.in_force(*key, day), other.in_force(*key, day))).collect()
    }
}

/// The instruments of the rule files. Parsed anew where they are to be corrected, which is smaller than copying them.
#[inline(never)]
fn filed() -> Vec<Instrument> {
    FILES.iter().filter_map(|file| parse(file)).collect()
}

/// What people see of a value: the number, and whether it may only hint.
pub fn seen(found: Option<InForce>) -> Option<(u32, bool)> {
    found.map(|found| (found.cited.value, found.is_weak()))
}

fn turned(key: Key, old: Option<InForce>, new: Option<InForce>) -> Option<Turned> {
    (seen(old) != seen(new)).then_some((key, old, new))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::rows;

    fn day((year, month, day): (i32, u8, u8)) -> Day {
        Day::new(year, month, day).unwrap_or_else(|| unreachable!("{year}-{month}-{day}"))
    }

    #[test]
    fn every_file_is_parsed_and_every_value_is_known() {
        let instruments = Regulation::built_in().instruments();
        assert_eq!(instruments.len(), FILES.len());
        for instrument in instruments {
            let number = &instrument.id.number;
            assert!(instrument.to.is_none_or(|to| instrument.from.is_some_and(|from| from <= to)), "{number}");
            assert!(!instrument.values.is_empty() || instrument.note.is_some(), "{number}");
            assert_eq!(instrument.to.is_some(), instrument.known_to.is_none(), "{number}");
            for (key, cited) in &instrument.values {
                assert!(!cited.article.is_empty() && !cited.source.is_empty(), "{key:?}");
            }
            for other in instrument.based_on.iter().chain(&instrument.replaces) {
                assert!(instruments.iter().any(|known| known.id == *other), "{number}: {other:?}");
            }
        }
    }

    #[test]
    fn every_key_is_spoken_of_and_every_row_is_of_a_known_kind() {
        let regulation = Regulation::built_in();
        for key in Key::ALL {
            assert!(
                regulation.instruments().iter().any(|one| one.values.iter().any(|(known, _)| known == key)),
                "{key:?}"
            );
        }
        let known =
            ["number", "issued", "from", "to", "known_to", "based_on", "replaces", "note", "value", "end", "form"];
        for file in FILES {
            for row in rows::parse(file).unwrap_or_default() {
                assert!(rows::at(&row, 0).is_some_and(|word| known.contains(&word)), "{row:?}");
            }
        }
    }

    #[test]
    fn between_9_and_30_june_2025_guidance_runs_ahead() {
        let ahead = |on| {
            let found = Regulation::built_in().guidance_ahead(day(on))?;
            Some((found.0.id.number.as_str(), found.1.id.number.as_str()))
        };
        assert_eq!(ahead((2025, 6, 8)), None);
        assert_eq!(ahead((2025, 6, 9)), Some(("06-HD/TW", "232-QĐ/TW")));
        assert_eq!(ahead((2025, 6, 30)), Some(("06-HD/TW", "232-QĐ/TW")));
        assert_eq!(ahead((2025, 7, 1)), None);
        assert_eq!(ahead((2026, 5, 19)), None);
    }

    #[test]
    fn the_instrument_of_the_day_speaks() {
        let number = |key, on| {
            let found = Regulation::built_in().in_force(key, day(on))?;
            Some((found.instrument.id.number.as_str(), found.silent_in.map(|silent| silent.id.number.as_str())))
        };
        let said = |number| Some((number, None));
        assert_eq!(number(Key::EducationLeast, (2016, 7, 24)), None);
        assert_eq!(number(Key::EducationLeast, (2016, 7, 25)), said("29-QĐ/TW"));
        assert_eq!(number(Key::EducationLeast, (2021, 7, 29)), said("29-QĐ/TW"));
        assert_eq!(number(Key::EducationLeast, (2021, 7, 30)), said("24-QĐ/TW"));
        assert_eq!(number(Key::EducationLeast, (2025, 6, 30)), said("232-QĐ/TW"));
        assert_eq!(number(Key::EducationLeast, (2025, 7, 1)), said("294-QĐ/TW"));
        assert_eq!(number(Key::EducationLeast, (2026, 4, 7)), said("294-QĐ/TW"));
        assert_eq!(number(Key::EducationLeast, (2026, 4, 8)), Some(("294-QĐ/TW", Some("20-QĐ/TW"))));
        assert_eq!(number(Key::EducationLeast, (2026, 7, 25)), Some(("294-QĐ/TW", Some("20-QĐ/TW"))));
        assert_eq!(number(Key::EducationLeast, (2026, 7, 26)), said("208-QĐ/TW"));
        assert_eq!(number(Key::DecideDays, (2026, 7, 26)), Some(("294-QĐ/TW", Some("208-QĐ/TW"))));
        assert_eq!(number(Key::AgeLeast, (2016, 7, 24)), said("Điều lệ Đảng"));
        assert_eq!(number(Key::AgeLeast, (2026, 4, 8)), said("Điều lệ Đảng"));
        assert_eq!(number(Key::CertificateMonths, (2025, 6, 8)), said("01-HD/TW"));
        assert_eq!(number(Key::CertificateMonths, (2025, 6, 9)), said("06-HD/TW"));
        // Between the end of the old guidance and the new one, the new regulation is the one that is silent.
        assert_eq!(number(Key::CertificateMonths, (2026, 4, 7)), said("06-HD/TW"));
        assert_eq!(number(Key::CertificateMonths, (2026, 4, 8)), Some(("06-HD/TW", Some("20-QĐ/TW"))));
        assert_eq!(number(Key::CertificateMonths, (2026, 5, 19)), said("01-HD/TW"));
        assert_eq!(number(Key::VerificationSkip, (2026, 5, 19)), Some(("06-HD/TW", Some("01-HD/TW"))));
        assert_eq!(number(Key::VoteLessExcused, (2025, 6, 30)), None);
        assert_eq!(number(Key::VoteLessExcused, (2025, 7, 1)), said("294-QĐ/TW"));
        assert_eq!(number(Key::VoteForParts, (2025, 7, 1)), said("Điều lệ Đảng"));
        // Ended by 208-QĐ/TW: the commune's committee is itself one of the grass roots.
        assert_eq!(number(Key::CommuneDecides, (2026, 7, 25)), Some(("294-QĐ/TW", Some("20-QĐ/TW"))));
        assert_eq!(number(Key::CommuneDecides, (2026, 7, 26)), None);
    }
}
