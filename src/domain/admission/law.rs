//! Which regulation a dossier is checked by and why, what is new for it since it was begun, and whether the program's
//! knowledge of the regulation is too old for the day.

use super::dossier::Dossier;
use super::finding::{Finding, Rule, Stale};
use crate::domain::regulation::{Instrument, Key, Regulation, Turned};
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;

/// Days after which new instruments may have come that the program does not know of.
const FRESH: i64 = 180;

/// Why a day selects the regulation, see [`limits::law_day`](super::limits::law_day).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The cell met or will meet on it.
    Meeting,
    /// The decision is of that day, and the meeting is not noted.
    Decision,
    /// The ceremony was on it, and nothing before is noted.
    Ceremony,
    /// It is today, since the cell has no day to meet yet.
    Today,
}

/// The regulation of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// The instrument that implements the Charter on the day; `None` before the first one known.
    pub set: Option<&'static Instrument>,
    /// The law day.
    pub day: Day,
    /// Why that day.
    pub why: Why,
    /// Values that changed between the first day of the dossier and the law day, while the cell has not met.
    pub news: Vec<Turned>,
}

/// The regulation of a dossier.
pub fn of(dossier: &Dossier<'_>) -> Law {
    let (regulation, day) = (dossier.regulation(), dossier.on());
    let why = match (dossier.meeting, dossier.day(Field::Decision), dossier.day(Field::Ceremony)) {
        (Some(_), ..) => Why::Meeting,
        (None, Some(_), _) => Why::Decision,
        (None, None, Some(_)) => Why::Ceremony,
        (None, None, None) => Why::Today,
    };
    let open = !dossier.has_met() && matches!(why, Why::Meeting | Why::Today);
    let begun = [Field::Introduced, Field::Application, Field::Resume, Field::SelfAsked];
    let begun = begun.into_iter().filter_map(|field| dossier.day(field)).min().filter(|begun| open && *begun < day);
    let news = begun.map(|begun| news(regulation, begun, day, dossier.was_member())).unwrap_or_default();
    Law { set: regulation.set_of(day), day, why, news }
}

/// The values that differ between two days and concern the applicant.
fn news(regulation: &Regulation, begun: Day, day: Day, was_member: bool) -> Vec<Turned> {
    let again = [
        Key::ReadmissionMonths,
        Key::ReadmissionCrimeMonths,
        Key::ReadmissionPopulationMonths,
        Key::ReadmissionBarred,
        Key::ReadmissionTimes,
    ];
    let mut news = Vec::new();
    for key in Key::ALL.iter().filter(|key| was_member || !again.contains(key)) {
        let (old, new) = (regulation.in_force(*key, begun), regulation.in_force(*key, day));
        if old.map(|old| old.cited.value) != new.map(|new| new.cited.value) {
            news.push((*key, old, new));
        }
    }
    news
}

/// Until when new instruments were looked for, if that is too long before `today`.
pub fn stale_since(regulation: &Regulation, today: Day) -> Option<Day> {
    regulation.followed_to().filter(|followed| followed.days_until(today) > FRESH)
}

/// What is too old for a finding on `today`. A value of an instrument that has ended does not age.
pub fn stale(regulation: &Regulation, finding: &Finding, today: Day) -> Option<Stale> {
    let beyond = |last: Day| regulation.calendar().known_to().filter(|known| *known < last);
    let calendar = match &finding.rule {
        Rule::Overdue { limit, .. } | Rule::ProbationOver { limit, .. } => beyond(limit.last),
        _ => None,
    };
    let source = finding.source?;
    let open = source.silent_in.unwrap_or(source.instrument).to.is_none();
    let followed = regulation.known_to(source).filter(|followed| open && followed.days_until(today) > FRESH);
    followed.map(Stale::Regulation).or(calendar.map(Stale::Calendar))
}
