//! Awareness classes: who was sent, how many were certified, how many of those are admitted, and which certificates run out
//! unused. Whether the certificate of one candidate is valid at the meeting is in `checks::certificate`.

use super::figures;
use super::sources::Texts;
use super::tally::{self, Query};
use crate::domain::admission::limits::{self, MeetingLimits};
use crate::domain::ledger::Ledger;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters::in_order;
use crate::domain::value::ratio::Ratio;

/// One class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The record.
    pub id: RecordId,
    /// The organization whose people attend.
    pub organization: RecordId,
    /// Its first day.
    pub from: Day,
    /// Places in the class.
    pub seats: Option<u64>,
    /// People sent: as entered, else those recorded.
    pub sent: Option<u64>,
    /// People certified: as entered, else those recorded.
    pub certified: Option<u64>,
    /// Issue day of the certificates.
    pub certificates: Option<Day>,
    /// Recorded candidates who attend.
    pub people: Vec<RecordId>,
    /// Recorded candidates with a certificate.
    pub with_certificate: u64,
    /// Recorded candidates who are admitted.
    pub admitted: u64,
    /// Whether more people are recorded than were sent or certified.
    pub differs: bool,
}

impl Class {
    /// Share of those certified among those sent; `None` where the numbers cannot be together.
    pub fn share(&self) -> Option<Ratio> {
        let sent = self.sent.filter(|sent| self.certified.is_some_and(|certified| certified <= *sent))?;
        figures::share(self.certified?, sent)
    }

    /// The class of the record, without its people.
    fn read(id: &RecordId, entries: &dyn Entries) -> Option<Class> {
        let count = |field| entry::count(entries, field).map(u64::from);
        Some(Class {
            id: id.clone(),
            organization: entry::reference(entries, Field::ClassOrganization)?,
            from: entry::day(entries, Field::ClassFrom)?,
            seats: count(Field::ClassSeats),
            sent: count(Field::ClassSent),
            certified: count(Field::ClassCertified),
            certificates: entry::day(entries, Field::ClassCertificates),
            people: Vec::new(),
            with_certificate: 0,
            admitted: 0,
            differs: false,
        })
    }

    /// The year that the class is counted in: that of its certificates, else that of its first day.
    pub fn year(&self) -> i32 {
        self.certificates.unwrap_or(self.from).year()
    }
}

/// What became of the certificates of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// The year.
    pub year: i32,
    /// Number of classes.
    pub classes: u64,
    /// People certified by the classes' numbers; `None` if a class has none.
    pub certified: Option<u64>,
    /// Candidates recorded with a certificate of the year.
    pub recorded: u64,
    /// Of these: admitted by the end of the year.
    pub same_year: u64,
    /// Of these: admitted in the following year.
    pub next_year: u64,
    /// Of these: admitted later.
    pub later: u64,
    /// Of these: no longer followed.
    pub ended: u64,
    /// All admissions of the following year, whoever is recorded; `None` if it has not begun.
    pub admissions_next: Option<u64>,
}

impl Certified {
    /// Recorded candidates with a certificate who are still followed.
    pub fn open(&self) -> u64 {
        self.recorded.saturating_sub(self.same_year + self.next_year + self.later + self.ended)
    }
}

/// A certificate that nobody has used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The candidate.
    pub candidate: RecordId,
    /// Last day on which it is valid, by the regulation of the as-of day.
    pub until: Day,
}

/// The classes of an organization and everything below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    /// The classes, latest first.
    pub classes: Vec<Class>,
    /// Certificates by year, latest first.
    pub years: Vec<Certified>,
    /// Unused certificates, those that run out first before the others.
    pub unused: Vec<Unused>,
}

/// Computes the classes as of `on`.
pub fn classes<'a>(ledger: &Ledger, organization: &RecordId, on: Day, texts: Texts<'_, 'a>) -> Classes {
    let all = ledger.unparsed(RecordKind::AwarenessClass).filter_map(|(id, texts)| Class::read(id, texts));
    let mut classes: Vec<Class> =
        all.filter(|class| ledger.is_within(ledger.heir(&class.organization), organization)).collect();
    let law = MeetingLimits::on(ledger.regulation(), limits::law_day(None, None, None, on));
    let mut unused: Vec<Unused> = Vec::new();
    let mut certified: Vec<(Day, &Candidate)> = Vec::new();
    for (id, candidate) in ledger.candidates_within(organization) {
        let certificate = candidate.certificate.filter(|day| *day <= on);
        let admitted = candidate.ceremony.is_some_and(|day| day <= on);
        let class = texts(id).and_then(|texts| entry::reference(texts, Field::CandidateClass));
        if let Some(class) = classes.iter_mut().find(|found| Some(&found.id) == class.as_ref()) {
            class.people.push(id.clone());
            class.with_certificate += u64::from(certificate.is_some());
            class.admitted += u64::from(admitted);
        }
        let Some(certificate) = certificate else { continue };
        certified.push((certificate, candidate));
        let met = candidate.cell_meeting.or(candidate.decision).is_some_and(|day| day <= on);
        if !admitted && !met && !candidate.has_ended(on) {
            let until = law.certificate_ends(certificate);
            unused.extend(until.map(|until| Unused { candidate: id.clone(), until }));
        }
    }
    for class in &mut classes {
        let here = class.people.len() as u64;
        class.differs = class.sent.is_some_and(|sent| here > sent)
            || class.certified.is_some_and(|certified| class.with_certificate > certified);
        class.sent = class.sent.or((here > 0).then_some(here));
        class.certified = class.certified.or((class.with_certificate > 0).then_some(class.with_certificate));
    }
    let mut classes = in_order(classes.into_iter(), |class| format!("{} {}", class.from.iso(), class.id.as_str()));
    classes.reverse();
    let unused = in_order(unused.into_iter(), |one| format!("{} {}", one.until.iso(), one.candidate.as_str()));
    let mut years: Vec<i32> = Vec::new();
    let held = classes.iter().filter(|class| class.from <= on).map(Class::year);
    for year in held.chain(certified.iter().map(|(day, _)| day.year())) {
        if !years.contains(&year) {
            years.push(year);
        }
    }
    let mut years = in_order(years.into_iter(), |year| year.to_string());
    years.reverse();
    let year = |year: i32| year_of(ledger, organization, on, year, &classes, &certified);
    Classes { years: years.into_iter().map(year).collect(), classes, unused }
}

/// What became of the certificates of a year.
fn year_of(
    ledger: &Ledger,
    organization: &RecordId,
    on: Day,
    year: i32,
    classes: &[Class],
    certified: &[(Day, &Candidate)],
) -> Certified {
    let here = classes.iter().filter(|class| class.year() == year && class.from <= on);
    let (mut number, mut sum) = (0, Some(0));
    for class in here {
        number += 1;
        sum = sum.zip(class.certified).map(|(sum, more): (u64, u64)| sum + more);
    }
    let next = Day::new(year + 1, 1, 1).and_then(|first| Period::new(first, first.year_end()));
    let next = next.filter(|next| next.first() <= on);
    let indicator = Indicator::Admissions;
    let count = |period| tally::tally(ledger, &Query { organization, indicator, period, as_of: on }).counted;
    let mut found = Certified {
        year,
        classes: number,
        certified: sum.filter(|_| number > 0),
        recorded: 0,
        same_year: 0,
        next_year: 0,
        later: 0,
        ended: 0,
        admissions_next: next.map(count),
    };
    for (_, candidate) in certified.iter().filter(|(day, _)| day.year() == year) {
        found.recorded += 1;
        match candidate.ceremony.filter(|day| *day <= on).map(Day::year) {
            Some(admitted) if admitted <= year => found.same_year += 1,
            Some(admitted) if admitted == year + 1 => found.next_year += 1,
            Some(_) => found.later += 1,
            None => found.ended += u64::from(candidate.has_ended(on)),
        }
    }
    found
}
