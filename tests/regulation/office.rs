//! Regulation files of offices: what is refused and why, and what a file that is taken in changes.

use ket_nap::domain::ledger::{Ledger, rules};
use ket_nap::domain::regulation::{FileProblem, InstrumentId, Key, Mark, OfficeFile, Regulation, RowProblem};

use ket_nap::domain::schema::entry::Entries;
use ket_nap::domain::schema::field::Field;

use super::common::day;

struct Fields(Vec<(Field, String)>);

impl Entries for Fields {
    fn text(&self, field: Field) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }
}

const HEAD: &str = r#"["quydinh","1"],["office","Ban Tổ chức Tỉnh ủy Mẫu"],["read_by","Nguyễn Văn Mẫu","2026-12-10"]"#;
const NEW: &str =
    r#"["number","300-QĐ/TW"],["issued","2026-12-01"],["from","2026-12-05"],["replaces","208-QĐ/TW","2026-07-26"]"#;

fn file(rows: &str) -> String {
    format!("[{HEAD},{rows}]")
}

/// Which rows are refused, and how many rules are taken in.
#[track_caller]
fn check(rows: &str, taken: usize, refused: &[(usize, RowProblem)]) {
    let (found, all) = match OfficeFile::read(&file(rows), Regulation::built_in(), day("10/12/2026")) {
        Ok(read) => (read.rules.len(), read.refused),
        Err((problem, all)) => {
            assert_eq!(problem, FileProblem::Nothing, "{rows}");
            (0, all)
        }
    };
    let all: Vec<_> = all.into_iter().map(|refusal| (refusal.row, refusal.problem)).collect();
    assert_eq!((found, all), (taken, refused.to_vec()), "{rows}");
}

#[test]
fn foreign_large_and_newer_files_are_refused_as_a_whole() {
    let problem = |text: &str| {
        OfficeFile::read(text, Regulation::built_in(), day("10/12/2026")).map(|_| ()).map_err(|(why, _)| why)
    };
    for text in
        ["", "[]", "[[]]", "{}", r#"{"quydinh":1}"#, r#"[["number","300-QĐ/TW"]]"#, "[[1]]", "[[\"quydinh\"", "\0"]
    {
        assert_eq!(problem(text), Err(FileProblem::Foreign), "{text}");
    }
    assert_eq!(problem(r#"[["quydinh","2"]]"#), Err(FileProblem::Newer));
    assert_eq!(problem(r#"[["quydinh","1"]]"#), Err(FileProblem::Nothing));
    assert_eq!(problem(&" ".repeat(10_000_000)), Err(FileProblem::TooLarge));
    let deep = format!("{}{}", "[".repeat(400_000), "]".repeat(400_000));
    assert_eq!(problem(&deep), Err(FileProblem::Foreign));
    assert_eq!(problem(&format!("\u{feff}{}", file(NEW))), Ok(()));
}

#[test]
fn rows_that_cannot_be_taken_in_say_why() {
    let value = |row: &str| format!(r#"{NEW},["value",{row},"office","1.1","bản gốc"]"#);
    let range = |key, least, most| RowProblem::Value { key, least, most };
    check(&value(r#""decide_days","45""#), 1, &[]);
    check(&value(r#""decide_day","45""#), 1, &[(8, RowProblem::UnknownKey("decide_day".to_owned()))]);
    for wrong in ["", "0", "-1", "4.5", "601", "x", "99999999999999999999"] {
        check(&value(&format!(r#""decide_days","{wrong}""#)), 1, &[(8, range(Key::DecideDays, 1, 600))]);
    }
    check(&value(r#""age_least_months","18""#), 1, &[(8, range(Key::AgeLeast, 12, 1_200))]);
    check(&value(r#""district_ended","2""#), 1, &[(8, range(Key::DistrictEnded, 0, 1))]);
    let twice = format!(r#"{},["end","decide_days","office","2","x"]"#, value(r#""decide_days","45""#));
    check(&twice, 1, &[(9, RowProblem::Twice(Key::DecideDays))]);
    check(&format!(r#"{NEW},["value","decide_days","45"]"#), 1, &[(8, RowProblem::Short)]);
    check(&format!(r#"{NEW},["form","1-KNĐ"]"#), 1, &[(8, RowProblem::Short)]);
    check(&format!(r#"{NEW},["note","x"],["color","red"]"#), 1, &[(9, RowProblem::UnknownWord("color".to_owned()))]);
    check(r#"["from","2026-12-05"]"#, 0, &[(4, RowProblem::NoInstrument)]);
    check(r#"["year","2028","office","x","13-40"]"#, 0, &[(4, RowProblem::Day("2028".to_owned()))]);
    check(r#"["year","2028","office","x","01-03","+01-08"]"#, 1, &[]);
}

#[test]
fn an_instrument_whose_head_is_wrong_is_not_taken_in() {
    let head = |from: &str, to: &str, replaces: &str| {
        format!(
            r#"["number","300-QĐ/TW"],["issued","2026-12-01"],["from",{from}],["to",{to}],["replaces",{replaces}],
            ["value","decide_days","45","office","1","x"]"#
        )
    };
    let old = r#""208-QĐ/TW","2026-07-26""#;
    let id = |number: &str, issued: &str| InstrumentId { number: number.to_owned(), issued: Some(day(issued)) };
    check(&head(r#""2026-12-05""#, "null", old), 1, &[]);
    check(&head("null", "null", old), 0, &[(4, RowProblem::NoFrom)]);
    check(&head(r#""5/12/2026""#, "null", old), 0, &[(6, RowProblem::Day("5/12/2026".to_owned()))]);
    check(&head(r#""2026-12-05""#, r#""2026-12-04""#, old), 0, &[(4, RowProblem::EndsBefore)]);
    check(&head(r#""2026-07-26""#, "null", old), 0, &[(4, RowProblem::Overlaps(id("208-QĐ/TW", "26/7/2026")))]);
    let twice = r#""20-QĐ/TW","2026-04-08""#;
    check(&head(r#""2026-12-05""#, "null", twice), 0, &[(4, RowProblem::Overlaps(id("20-QĐ/TW", "8/4/2026")))]);
    let unknown = r#""7-QĐ/TW","2026-01-01""#;
    let problem = RowProblem::UnknownInstrument(id("7-QĐ/TW", "1/1/2026"));
    check(&head(r#""2026-12-05""#, "null", unknown), 0, &[(4, problem)]);
    let bare = r#"["number","300-QĐ/TW"],["issued","2026-12-01"],["from","2026-12-05"],["note","x"]"#;
    check(bare, 0, &[(4, RowProblem::NoPredecessor)]);
    check(&format!("{NEW},{NEW}"), 1, &[(8, RowProblem::Again)]);
    check(r#"["number",""],["issued","2026-12-01"]"#, 0, &[(4, RowProblem::NoNumber)]);
    check(r#"["number","9-HD/TW"],["from","2026-12-05"],["note","x"]"#, 0, &[(4, RowProblem::NoIssued)]);
    check(r#"["number","9-HD/TW"],["issued","2026-12-01"],["from","2026-12-05"]"#, 0, &[(4, RowProblem::Empty)]);
    // Two that take the place of one: the first stands.
    let other = NEW.replace("300-QĐ", "301-QĐ");
    check(&format!("{NEW},{other}"), 1, &[(8, RowProblem::Overlaps(id("208-QĐ/TW", "26/7/2026")))]);
}

/// A ledger with what is in a file.
fn with(text: &str) -> Ledger {
    let mut ledger = Ledger::default();
    let read =
        OfficeFile::read(text, ledger.regulation(), day("10/12/2026")).unwrap_or_else(|why| unreachable!("{why:?}"));
    read.rules.iter().for_each(|rules| ledger.put_rules(rules));
    ledger
}

#[test]
fn a_new_instrument_takes_the_place_of_the_last_and_is_the_offices() {
    let ledger = with(&file(&format!(
        r#"{NEW},["value","decide_days","45","","4.3.1","bản gốc"],["end","readmission_times","","3.5","bản gốc"],
        ["year","2028","","thông báo mẫu","01-03"]"#
    )));
    let regulation = ledger.regulation();
    let said = |key, on: &str| {
        let found = regulation.in_force(key, day(on))?;
        Some((found.instrument.id.number.as_str(), found.cited.value, found.cited.mark, found.is_weak()))
    };
    assert_eq!(said(Key::DecideDays, "4/12/2026"), Some(("294-QĐ/TW", 60, Mark::Secondary, true)));
    assert_eq!(said(Key::DecideDays, "5/12/2026"), Some(("300-QĐ/TW", 45, Mark::Office, false)));
    assert_eq!(said(Key::AgeMost, "4/12/2026"), Some(("208-QĐ/TW", 720, Mark::Secondary, false)));
    assert_eq!(said(Key::AgeMost, "5/12/2026"), Some(("208-QĐ/TW", 720, Mark::Secondary, true)));
    assert_eq!(said(Key::ReadmissionTimes, "5/12/2026"), None);
    assert_eq!(regulation.set_of(day("5/12/2026")).map(|set| set.id.number.as_str()), Some("300-QĐ/TW"));
    assert_eq!(regulation.followed_to(), Some(day("10/12/2026")));
    let after = |from: &str| regulation.calendar().after(day(from), 1).map(|limit| (limit.last, limit.estimated));
    assert_eq!(after("31/12/2027"), Some((day("4/1/2028"), false)));
    // Taken out, all is as before.
    let mut ledger = ledger;
    for (id, _) in ledger.office_rules() {
        ledger.remove(&id);
    }
    assert_eq!(ledger.regulation(), Regulation::built_in());
}

#[test]
fn without_a_reader_the_values_only_hint() {
    let text = file(&format!(r#"{NEW},["value","decide_days","45","","4.3.1","bản gốc"]"#));
    let ledger = with(&text.replace(r#"["read_by","Nguyễn Văn Mẫu","2026-12-10"],"#, ""));
    let found = ledger.regulation().in_force(Key::DecideDays, day("5/12/2026"));
    assert_eq!(found.map(|found| (found.cited.mark, found.is_weak())), Some((Mark::Unverified, true)));
}

#[test]
fn the_programs_later_knowledge_of_an_instrument_wins_unless_the_offices_is_kept() {
    let text = |read: &str| {
        let rows =
            r#"["number","208-QĐ/TW"],["issued","2026-07-26"],["value","decide_days","45","","4.3.1","bản gốc"]"#;
        file(rows).replace("2026-12-10", read)
    };
    let days = |ledger: &Ledger| {
        let found = ledger.regulation().in_force(Key::DecideDays, day("1/9/2026"));
        found.map(|found| (found.cited.value, found.is_weak()))
    };
    // A correction of a known instrument: all else of it stays.
    let ledger = with(&text("2026-11-29"));
    assert_eq!(days(&ledger), Some((45, false)));
    let age = ledger.regulation().in_force(Key::AgeMost, day("1/9/2026"));
    assert_eq!(age.map(|found| (found.instrument.id.number.as_str(), found.cited.value)), Some(("208-QĐ/TW", 720)));
    // Read before the program was last compared.
    let ledger = with(&text("2026-11-01"));
    assert_eq!(days(&ledger), Some((60, true)));
    let mut kept = Ledger::default();
    for (_, rules) in ledger.office_rules() {
        assert!(rules::is_outdated(&rules));
        let (id, mut fields) = (rules::record(&rules), rules::fields(&rules));
        fields.push((Field::RulesKeep, "yes".to_owned()));
        kept.put(&id.unwrap_or_else(|| unreachable!("no record")), &Fields(fields));
    }
    assert_eq!(days(&kept), Some((45, false)));
}

#[test]
fn the_records_of_a_file_are_the_same_on_every_device() {
    let text = file(&format!(r#"{NEW},["year","2028","","x","01-03"]"#));
    let ids: Vec<String> = with(&text).office_rules().into_iter().map(|(id, _)| id.as_str().to_owned()).collect();
    assert_eq!(ids, ["rules:300-qd-tw_2026-12-01", "rules:nghi-le_2028"]);
}

#[test]
fn nobody_has_read_an_instrument_on_a_day_to_come() {
    let rows = format!(r#"{NEW},["value","age_least_months","240","","1.1","bản gốc"]"#);
    for (today, refused) in [("10/12/2026", None), ("9/12/2026", Some(RowProblem::NotYet(day("10/12/2026"))))] {
        let read = OfficeFile::read(&file(&rows), Regulation::built_in(), day(today));
        let read = read.unwrap_or_else(|why| unreachable!("{why:?}"));
        // Without a reader the values hint only.
        assert_eq!(read.reader.is_some(), refused.is_none(), "{today}");
        assert_eq!(read.refused.into_iter().map(|refusal| refusal.problem).next(), refused, "{today}");
        assert_eq!(read.rules.len(), 1, "{today}");
    }
}
