//! One limit, one answer: whatever asks for it, checks, timeline, to-do list, outlook and report give the same
//! day for any dossier on any day.

use ket_nap::domain::admission::dossier::Dossier;
use ket_nap::domain::admission::finding::{Finding, Rule};
use ket_nap::domain::admission::limits::{self, MeetingLimits};
use ket_nap::domain::admission::procedure::{self, Step};
use ket_nap::domain::admission::{deadlines, todo};
use ket_nap::domain::calculator::outlook::{Outlook, outlook};
use ket_nap::domain::calculator::progress::Forecast;
use ket_nap::domain::calculator::report::{Asked, report};
use ket_nap::domain::checks;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::regulation::Regulation;
use ket_nap::domain::schema::choice::Indicator;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::{Day, Period};
use proptest::prelude::*;

use crate::common::{Texts, day, id, ledger, texts};

/// A small dossier with everything that asks about it.
struct Asking {
    ledger: Ledger,
    record: RecordId,
    texts: Texts,
    today: Day,
}

impl Asking {
    fn new(row: &str, today: Day) -> Asking {
        let record = id("candidate:this");
        let row = format!("name Lò Thị Mẫu, cell organization:a, {row}");
        let book = format!(
            "organization:a: name Chi bộ bản Mẫu, kind village
             target:t: organization organization:a, indicator admissions, from 1/1/2000, to 31/12/2099, bound 5
             candidate:this: {row}"
        );
        Asking { ledger: ledger(&book), texts: texts(&record, &row), record, today }
    }

    fn dossier(&self) -> Dossier<'_> {
        Dossier::new(&self.ledger, &self.record, &self.texts, self.today)
    }

    fn findings(&self) -> Vec<Finding> {
        checks::record(&self.ledger, &self.record, &self.texts, self.today)
    }

    fn tasks(&self) -> Vec<todo::Task> {
        todo::of(&self.dossier(), &self.dossier().candidate())
    }

    fn stand(&self, step: Step) -> procedure::Stand {
        procedure::timeline(&self.dossier())
            .into_iter()
            .find(|stand| stand.step == step)
            .unwrap_or_else(|| unreachable!("{step:?}"))
    }

    fn outlook(&self, indicator: Indicator) -> Option<Outlook> {
        outlook(&self.ledger, &self.dossier().candidate(), indicator, self.today)
    }

    /// What the report says of the person.
    fn reported(&self) -> Option<Outlook> {
        let organization = id("organization:a");
        let period = Period::new(Day::new(2000, 1, 1)?, Day::new(2099, 12, 31)?)?;
        let asked = Asked { organization: &organization, period, as_of: self.today, forecast: Forecast::On };
        let found = report(&self.ledger, asked, &|_| None)?;
        found.ahead?.1.people.first().map(|person| person.outlook)
    }
}

fn written(field: &str, day: Option<Day>) -> String {
    day.map(|day| format!("{field} {}, ", day.iso())).unwrap_or_default()
}

/// A day around the turns of 2025, when instruments followed one another; not before guidance of September 2021,
/// the first that says how long a certificate is good.
fn any_day() -> impl Strategy<Value = Day> {
    (-1_300_i64..1_500).prop_map(|days| day("15/6/2025").plus_days(days).unwrap_or(Day::LAST))
}

/// A birthday of somebody who is about to be old enough or too old around those turns.
fn any_birth() -> impl Strategy<Value = Day> {
    (any_day(), prop_oneof![Just(18), Just(30), Just(60)])
        .prop_map(|(day, years)| day.plus_months(-12 * years).unwrap_or(day))
}

proptest! {
    #[test]
    fn the_meetings_limits_are_one_everywhere(
        birth in any_birth(),
        certificate in any_day(),
        since in any_day(),
        meeting in proptest::option::of(any_day()),
        today in any_day(),
    ) {
        // Everything else is done, so that nothing but the limits moves the meeting.
        let row = format!(
            "application 1/1/2019, resume 1/1/2019, self_answered 1/1/2019, bodies_heard 1/1/2019, {}{}{}{}",
            written("birth", Some(birth)),
            written("certificate", Some(certificate)),
            written("introducer_1_since", Some(since)),
            written("cell_meeting", meeting),
        );
        let asking = Asking::new(&row, today);
        let law = limits::law_day(meeting, None, None, today);
        let expected = MeetingLimits::on(Regulation::built_in(), law);
        let ends = expected.certificate_ends(certificate).unwrap();
        let (first, last) = (expected.first_day_of_age(birth).unwrap(), expected.last_day_of_age(birth).unwrap());
        let introducing = expected.introducer_first(since).unwrap();

        let findings = asking.findings();
        let told = |wanted: &dyn Fn(&Rule) -> Option<Day>| findings.iter().find_map(|finding| wanted(&finding.rule));
        let expired = told(&|rule| match rule { Rule::CertificateExpired { last } => Some(*last), _ => None });
        prop_assert_eq!(expired, (law > ends).then_some(ends));
        let young = told(&|rule| match rule { Rule::AgeUnder { first, .. } => *first, _ => None });
        prop_assert_eq!(young, (law < first).then_some(first));
        let old = findings.iter().any(|finding| matches!(finding.rule, Rule::AgeOver { .. }));
        prop_assert_eq!(old, law > last);
        let short = told(&|rule| match rule { Rule::IntroducerTooShort { first, .. } => *first, _ => None });
        prop_assert_eq!(short, (law < introducing).then_some(introducing));

        let stand = asking.stand(Step::Meeting);
        prop_assert_eq!(stand.latest.map(|limit| limit.last), Some(ends.min(last)));
        prop_assert_eq!(stand.earliest, Some(first.max(introducing)));

        let again = asking.tasks().into_iter().find(|task| task.what == todo::What::Certificate);
        if let Some(task) = again {
            prop_assert_eq!(task.due.map(|due| due.last), Some(ends));
        } else if procedure::next(&asking.dossier()).is_some_and(|step| step <= Step::Meeting) {
            prop_assert!(today.days_until(ends) > 60);
        }
        let quiet = todo::is_quiet(Regulation::built_in(), &asking.dossier().candidate(), &MeetingLimits::on(Regulation::built_in(), today), today);
        prop_assert!(!quiet || meeting.is_none() && today.days_until(ends) > 60);

        let ahead = asking.outlook(Indicator::Admissions);
        prop_assert_eq!(ahead, asking.reported());
        // A meeting that is planned: too old by then is barred, and without a good certificate it comes later.
        if let (Some(planned), Some(ahead)) = (meeting.filter(|meeting| *meeting > today), ahead) {
            prop_assert!(ahead.earliest >= planned.max(first).max(introducing));
            if certificate <= today && ends >= planned && planned >= first.max(introducing) {
                prop_assert_eq!(ahead.barred, old);
            }
            if (certificate..=ends).contains(&today) {
                let fresh = row.replace(&written("certificate", Some(certificate)), &written("certificate", Some(today)));
                let good = Asking::new(&fresh, today).outlook(Indicator::Admissions).unwrap();
                let meets = planned.max(first).max(introducing);
                let fresh_ends = expected.certificate_ends(today).unwrap();
                if meets <= fresh_ends {
                    prop_assert_eq!(ahead.earliest > good.earliest, meets > ends);
                }
            }
        }
    }

    #[test]
    fn the_ends_of_probation_are_one_everywhere(ceremony in any_day(), today in any_day()) {
        let row = written("ceremony", Some(ceremony));
        let asking = Asking::new(&row, today);
        let ends = limits::probation_ends(Regulation::built_in(), ceremony).unwrap();
        let review = limits::review_due(Regulation::built_in(), ceremony).unwrap().limit;

        let over = asking.findings().into_iter().find_map(|finding| match finding.rule {
            Rule::ProbationOver { ended, limit } => Some((ended, limit)),
            _ => None,
        });
        prop_assert_eq!(over, (ends <= today && today <= review.last).then_some((ends, review)));
        let late = asking.findings().into_iter().find_map(|finding| match finding.rule {
            Rule::Overdue { limit, since: Field::Recognition, .. } => Some(limit),
            _ => None,
        });
        prop_assert_eq!(late, (today > review.last).then_some(review));
        let early = written("ceremony", Some(ceremony)) + &written("recognition", ends.plus_days(-1));
        let early = Asking::new(&early, today).findings().into_iter().find_map(|finding| match finding.rule {
            Rule::ProbationIncomplete { first } => Some(first),
            _ => None,
        });
        prop_assert_eq!(early, Some(ends));

        prop_assert_eq!(procedure::probation_ends(&asking.dossier()), Some(ends));
        prop_assert_eq!(asking.stand(Step::RecognitionMeeting).earliest, Some(ends));
        prop_assert_eq!(asking.stand(Step::RecognitionMeeting).latest, Some(review));
        let deadline = deadlines::of_field(&asking.dossier(), Field::Recognition).unwrap();
        prop_assert_eq!(deadline.limit.last, ends);
        let task = asking.tasks().into_iter().find(|task| task.what == todo::What::ProbationEnds);
        prop_assert_eq!(task.and_then(|task| task.due).map(|due| due.last), (0..=30).contains(&today.days_until(ends)).then_some(ends));
        let ahead = asking.outlook(Indicator::Recognitions).unwrap();
        prop_assert_eq!(ahead.earliest, ends.max(today));
    }

    #[test]
    fn the_limits_of_decision_and_ceremony_are_one_everywhere(
        meeting in any_day(),
        decision in proptest::option::of(0_i64..200),
        received in proptest::option::of(0_i64..40),
        today in any_day(),
    ) {
        let decision = decision.and_then(|days| meeting.plus_days(days));
        let received = decision.zip(received).and_then(|(day, days)| day.plus_days(days));
        let row = format!(
            "votes_for 9, official_members 9, {}{}{}",
            written("cell_meeting", Some(meeting)),
            written("decision", decision),
            written("decision_received", received),
        );
        let asking = Asking::new(&row, today);
        let overdue = |since: &[Field]| asking.findings().into_iter().find_map(|finding| match finding.rule {
            Rule::Overdue { limit, since: from, .. } if since.contains(&from) => Some(limit),
            _ => None,
        });
        let due = limits::decision_due(Regulation::built_in(), meeting).unwrap().limit;
        // Received is decided: the day alone is not noted.
        let done = decision.unwrap_or(today);
        prop_assert_eq!(overdue(&[Field::CellMeeting]), (done > due.last).then_some(due));
        prop_assert_eq!(asking.stand(Step::Decision).latest, Some(due));
        let tasks = asking.tasks();
        let task = |step| tasks.iter().find(|task| task.what == todo::What::Step(step)).and_then(|task| task.due);
        if let Some(decision) = decision {
            let due = limits::ceremony_due(Regulation::built_in(), Some(decision), received).unwrap().1.limit;
            let since = [Field::Decision, Field::DecisionReceived];
            prop_assert_eq!(overdue(&since), (today > due.last).then_some(due));
            prop_assert_eq!(asking.stand(Step::Ceremony).latest, Some(due));
            prop_assert_eq!(task(Step::Ceremony), Some(due));
            let ahead = asking.outlook(Indicator::Admissions).unwrap();
            let sure = (decision <= today && due.last >= today).then(|| due.last.max(ahead.earliest));
            prop_assert_eq!(ahead.sure, sure);
            prop_assert_eq!(asking.reported(), Some(ahead));
        } else if meeting <= today {
            prop_assert_eq!(task(Step::SentUp), Some(due));
        }
    }
}
