//! The table of findings: every row can be told, has a name and a sentence, and stands in docs/FINDINGS.md.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::mem::{Discriminant, discriminant};
use std::path::Path;

use ket_nap::domain::admission::finding::{Finding, Rule, RuleId, Severity};
use ket_nap::domain::admission::life_rule::LifeRule;
use ket_nap::domain::regulation::Regulation;
use ket_nap::domain::regulation::working_days::Limit;
use ket_nap::domain::schema::choice::{DecidingBody, EventKind, Sex, Standing};
use ket_nap::domain::schema::entry::Problem;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::schema::lists::{PROVINCES, Province};
use ket_nap::domain::schema::section::Section;
use ket_nap::domain::value::bound::BoundProblem;
use ket_nap::domain::value::day::{Day, DayProblem};
use ket_nap::domain::value::month::Month;
use ket_nap::domain::value::phone::PhoneProblem;
use ket_nap::text::findings;

fn problems() -> Vec<Problem> {
    vec![
        Problem::Day(DayProblem::Impossible),
        Problem::Bound(BoundProblem::Unreadable),
        Problem::TooLong { characters: 130, most: 120 },
        Problem::NotACount,
        Problem::NotADecimal,
        Problem::CountTooLarge { most: 3_650 },
        Problem::UnknownChoice,
        Problem::SeveralCells { cells: 2 },
        Problem::Phone(PhoneProblem::Shape { digits: 8 }),
        Problem::Phone(PhoneProblem::Before2018 { now: 812_345_678 }),
        Problem::NotAReference,
        Problem::CitizenIdShape { digits: 9, other_characters: false },
        Problem::OrganizationCodeShape { digits: 9 },
    ]
}

/// One of each case. What is missing here is found by [`cases`], which does not compile without it.
fn samples() -> Vec<Rule> {
    let day = Day::FIRST_OF_2026;
    let limit = Limit { last: day, estimated: false };
    let month = Month::of(day);
    let instrument = Regulation::built_in().instruments().first().unwrap_or_else(|| unreachable!("no instrument"));
    let other = RecordId::new(RecordKind::Candidate, 1);
    let mut samples = vec![
        Rule::Missing,
        Rule::InFuture,
        Rule::OutOfOrder { before: Field::CellMeeting, after: Field::Decision },
        Rule::PeriodReversed,
        Rule::Gone,
        Rule::Circle,
        Rule::PartsDiffer { section: Section::ByCellKind, sum: 3, total: 4 },
        Rule::AgeUnder { on: day, years: 18, first: Some(day) },
        Rule::AgeOver { years: 60, on: day },
        Rule::AgeImplausible { years: 120 },
        Rule::CertificateExpired { last: day },
        Rule::NeededAtMeeting,
        Rule::EducationBelow { least: 2 },
        Rule::EducationByGuidance,
        Rule::YouthUnionMissing,
        Rule::YouthUnionYoung { years: 15 },
        Rule::IntroducersTooFew { named: 1, least: 2 },
        Rule::IntroducerNotOfficial,
        Rule::IntroducerTooShort { months: 12, first: Some(day) },
        Rule::IntroducerTwice,
        Rule::ApplicationAfterResume,
        Rule::RelativesUnverified { names: vec!["Lò Văn Mẫu".to_owned()] },
        Rule::ProbationIncomplete { first: day },
        Rule::ReadmissionTooEarly { months: 36, first: Some(day) },
        Rule::ReadmissionTwice,
        Rule::OrganizationCodeTwice { name: None },
        Rule::ReadmissionBarred,
        Rule::PaperOld { months: 12 },
        Rule::MonthsMissing { first: month, last: month },
        Rule::MonthsTwice { first: month, last: month },
        Rule::DeclaredOtherwise { rows: 0 },
        Rule::ProvinceElsewhere { now: Province(PROVINCES.first().unwrap_or_else(|| unreachable!("no province"))) },
        Rule::DocumentNumberStyle { usual: String::new() },
        Rule::SchoolingShape,
        Rule::GuidanceAhead { guidance: instrument, in_force: instrument },
        Rule::ConsentMissing,
        Rule::DeletionDue,
        Rule::CitizenIdProvince,
        Rule::CitizenIdSex { by_number: Sex::Male },
        Rule::CitizenIdBirthYear { by_number: 1990 },
        Rule::CitizenIdTwice { other, name: None },
        Rule::StepMissing { later: Field::Decision },
        Rule::BodyGone { body: DecidingBody::District, on: day },
        Rule::ProbationOver { ended: day, limit },
        Rule::MemberLeft { standing: Standing::Away, since: None },
        Rule::MembersDiffer { register: 9 },
        Rule::InquiryOverdue { letters: 2 },
        Rule::MemberTwice { cell: None },
        Rule::NothingAssigned,
        Rule::TooFewMembers { least: 3 },
        Rule::ExcusedBeyondMembers,
        Rule::ProbationBeyondMembers,
        Rule::LeastBeyondUsual { usual: 30 },
        Rule::VoteBeyondBase { base: 9 },
        Rule::VoteBelow { for_parts: 2, all_parts: 3, base: 9, needed: 6 },
    ];
    let since = [Field::CellMeeting, Field::DecisionReceived, Field::Recognition, Field::RecognitionMeeting];
    samples.extend(since.into_iter().map(|since| Rule::Overdue {
        days: 60,
        limit,
        extended: None,
        since,
        assumed: false,
    }));
    samples.extend(life().into_iter().map(Rule::Life));
    samples.extend(problems().into_iter().map(Rule::Unreadable));
    samples
}

fn life() -> Vec<LifeRule> {
    let (day, name) = (Day::FIRST_OF_2026, Some("Đảng bộ xã Mẫu".to_owned()));
    let mut all: Vec<LifeRule> = EventKind::ALL.iter().map(|kind| LifeRule::Lacks { kind: *kind }).collect();
    all.extend([
        LifeRule::Itself,
        LifeRule::BeforeFounded { founded: day },
        LifeRule::AfterEnd { day },
        LifeRule::OtherEnded { name: None, day },
        LifeRule::OtherLater { name: name.clone(), day },
        LifeRule::Divided,
        LifeRule::NoParent { name: name.clone(), day, under: name.clone() },
        LifeRule::Ended { day, heir: name },
        LifeRule::HelperBeforeMove { day },
        LifeRule::PlacesBeyond { all: 121 },
        LifeRule::PartBeyond { whole: 12 },
        LifeRule::NobodyBeyondCells { nobody: 38, without_cell: 33 },
        LifeRule::Counts { before: 20, after: 19 },
    ]);
    all
}

/// How many cases there are. A new one stops the compiler here: it needs a sample above.
fn cases(samples: &[Rule]) -> usize {
    let known: Vec<Discriminant<Rule>> = samples
        .iter()
        .map(|rule| match rule {
            Rule::Missing
            | Rule::Unreadable(_)
            | Rule::InFuture
            | Rule::OutOfOrder { .. }
            | Rule::PeriodReversed
            | Rule::Gone
            | Rule::Circle
            | Rule::Life(_)
            | Rule::PartsDiffer { .. }
            | Rule::AgeUnder { .. }
            | Rule::AgeOver { .. }
            | Rule::AgeImplausible { .. }
            | Rule::CertificateExpired { .. }
            | Rule::NeededAtMeeting
            | Rule::EducationBelow { .. }
            | Rule::EducationByGuidance
            | Rule::YouthUnionMissing
            | Rule::YouthUnionYoung { .. }
            | Rule::IntroducersTooFew { .. }
            | Rule::IntroducerNotOfficial
            | Rule::IntroducerTooShort { .. }
            | Rule::IntroducerTwice
            | Rule::ApplicationAfterResume
            | Rule::RelativesUnverified { .. }
            | Rule::Overdue { .. }
            | Rule::ProbationIncomplete { .. }
            | Rule::ReadmissionTooEarly { .. }
            | Rule::ReadmissionTwice
            | Rule::OrganizationCodeTwice { .. }
            | Rule::ReadmissionBarred
            | Rule::PaperOld { .. }
            | Rule::MonthsMissing { .. }
            | Rule::MonthsTwice { .. }
            | Rule::DeclaredOtherwise { .. }
            | Rule::ProvinceElsewhere { .. }
            | Rule::DocumentNumberStyle { .. }
            | Rule::SchoolingShape
            | Rule::GuidanceAhead { .. }
            | Rule::ConsentMissing
            | Rule::DeletionDue
            | Rule::CitizenIdProvince
            | Rule::CitizenIdSex { .. }
            | Rule::CitizenIdBirthYear { .. }
            | Rule::CitizenIdTwice { .. }
            | Rule::StepMissing { .. }
            | Rule::BodyGone { .. }
            | Rule::ProbationOver { .. }
            | Rule::MemberLeft { .. }
            | Rule::MembersDiffer { .. }
            | Rule::InquiryOverdue { .. }
            | Rule::MemberTwice { .. }
            | Rule::NothingAssigned
            | Rule::TooFewMembers { .. }
            | Rule::ExcusedBeyondMembers
            | Rule::ProbationBeyondMembers
            | Rule::LeastBeyondUsual { .. }
            | Rule::VoteBeyondBase { .. }
            | Rule::VoteBelow { .. } => discriminant(rule),
        })
        .collect();
    known.iter().collect::<std::collections::HashSet<_>>().len()
}

#[test]
fn every_case_has_a_sentence_and_every_row_is_a_case() {
    let samples = samples();
    assert_eq!(cases(&samples), 58, "a case without a sample");
    let mut told = BTreeSet::new();
    for rule in samples {
        // The field in front decides which of its rows a case stands for.
        for field in Field::ALL {
            let finding = Finding::new(rule.clone(), &[*field]);
            told.insert(finding.id());
            assert_eq!(finding.severity, finding.id().severity());
        }
        for severity in [Severity::Hints, Severity::Warns, Severity::Blocks] {
            let finding = Finding::new(rule.clone(), &[Field::Birth]).weighing(severity);
            assert!(findings::with_label(&finding).trim().chars().count() > 8, "{finding:?}");
        }
    }
    let silent: Vec<&RuleId> = RuleId::ALL.iter().filter(|id| !told.contains(id)).collect();
    assert!(silent.is_empty(), "rows that no finding has: {silent:?}");
}

#[test]
fn every_row_has_a_name_of_its_own_and_a_matter_with_a_file() {
    let mut ids = BTreeSet::new();
    for id in RuleId::ALL {
        let (group, own) = id.as_str().split_once('.').unwrap();
        let plain = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        assert!(!group.is_empty() && !own.is_empty() && plain(group) && plain(own), "{}", id.as_str());
        assert!(ids.insert(id.as_str()), "{} stands twice", id.as_str());
        assert!(!id.name().is_empty(), "{}", id.as_str());
        let subject = file_of(*id);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/checks").join(format!("{subject}.rs"));
        assert!(file.is_file(), "{} is a subject of {subject}, which is no file of checks", id.as_str());
    }
}

/// `YouthUnion` → `youth_union`.
fn file_of(id: RuleId) -> String {
    let mut word = String::new();
    for c in format!("{:?}", id.subject()).chars() {
        if c.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}

/// The page for those who work with lists and scripts. `UPDATE=1 cargo test --test findings` writes it anew.
#[test]
fn the_document_is_the_table() {
    let mut page = String::from(
        "# Findings\n\nEverything that the page and `ketnap check` can find, by its stable name, which never changes. The weight is \
         the usual one: before the cell has met, and where a value of the regulation is not verified, a finding weighs \
         less. Made from `src/domain/admission/rule_id.rs` by a test.\n\n\
         | name | usual weight | file of `src/domain/checks/` | short name |\n|---|---|---|---|\n",
    );
    for id in RuleId::ALL {
        let weight = format!("{:?}", id.severity()).to_lowercase();
        writeln!(page, "| `{}` | {weight} | `{}` | {} |", id.as_str(), file_of(*id), id.name()).unwrap();
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/FINDINGS.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap_or_default(), page);
}
