//! Which regulation a dossier is checked by and why, what is new for it, and when the program's knowledge is too old.

use ket_nap::domain::admission::dossier::Dossier;
use ket_nap::domain::admission::law::{self, Law, Why};
use ket_nap::domain::checks;
use ket_nap::domain::regulation::OfficeFile;
use ket_nap::text::{findings, regulation};

use ket_nap::domain::value::day::Day;

use super::common::{day, id, ledger, texts};
use super::{WHOLE, complete, found};

fn law(row: &str, today: &str) -> Law {
    let book = ledger("organization:a: name Chi bộ bản Mẫu, kind village");
    let record = id("candidate:this");
    law::of(&Dossier::new(&book, &record, &texts(&record, &format!("{row}, {WHOLE}")), day(today)))
}

#[test]
fn the_day_of_the_meeting_selects_the_set_or_today() {
    let told = |row: &str, today: &str| {
        let law = law(row, today);
        (law.set.map(|set| set.id.number.as_str()), law.why, regulation::checked_by(&law))
    };
    let (set, why, words) = told("cell_meeting 15/9/2026", "20/9/2026");
    assert_eq!((set, why), (Some("208-QĐ/TW"), Why::Meeting));
    assert_eq!(words, "Xét theo 208-QĐ/TW ngày 26/07/2026, có hiệu lực vào ngày chi bộ họp, 15/09/2026.");
    let (set, why, words) = told("application 1/3/2026", "1/6/2026");
    assert_eq!((set, why), (Some("20-QĐ/TW"), Why::Today));
    assert_eq!(words, "Xét theo 20-QĐ/TW ngày 08/04/2026, đang có hiệu lực hôm nay, vì chưa ghi ngày chi bộ họp.");
    assert_eq!(told("decision 1/3/2026", "1/9/2026").0, Some("294-QĐ/TW"));
    assert_eq!(told("ceremony 1/3/2022", "1/9/2026"), {
        let words =
            "Xét theo 24-QĐ/TW ngày 30/07/2021, có hiệu lực vào ngày tổ chức lễ, 01/03/2022 (chưa ghi ngày họp).";
        (Some("24-QĐ/TW"), Why::Ceremony, words.to_owned())
    });
    assert_eq!(told("cell_meeting 1/3/2015", "1/9/2026").0, None);
}

#[test]
fn what_changed_since_an_open_dossier_was_begun_is_told() {
    let news = |row: &str, today: &str| {
        let keys: Vec<&str> = law(row, today).news.iter().map(|(key, ..)| key.name()).collect();
        keys
    };
    let of_208 = ["verification_spouse_guardian", "commune_decides", "base_standing_decides", "ceremony_from_decision"];
    assert_eq!(news("application 1/3/2026", "1/9/2026"), of_208);
    // A meeting that is planned is not past.
    assert_eq!(news("application 1/3/2026, cell_meeting 15/9/2026", "1/9/2026"), of_208);
    assert_eq!(news("application 1/3/2026, cell_meeting 15/8/2026", "1/9/2026"), [""; 0]);
    assert_eq!(news("application 1/8/2026", "1/9/2026"), [""; 0]);
    assert_eq!(news("", "1/9/2026"), [""; 0]);
}

#[test]
fn after_180_days_without_a_look_findings_say_so() {
    let said = |today: &str| {
        let all = found(&format!("birth 22/11/2015, {WHOLE}"), today);
        let age = all.iter().find(|finding| finding.id().as_str() == "age.under_18");
        age.and_then(findings::source).unwrap_or_default()
    };
    assert!(!said("27/5/2027").contains("hỏi cấp trên"), "{}", said("27/5/2027"));
    assert!(said("28/5/2027").contains("đến ngày 28/11/2026: hỏi cấp trên"), "{}", said("28/5/2027"));
    // What has ended does not age: the meeting of that day stays what it was.
    let ended = found(&complete("1/3/2026", "birth 2/3/2008, youth_union 1/3/2026"), "1/1/2028");
    let source = ended.iter().find_map(findings::source).unwrap_or_default();
    assert!(source.contains("294-QĐ/TW") && !source.contains("hỏi cấp trên"), "{source}");
}

/// An office has read a regulation lately, but the days off of the year are not known.
#[test]
fn a_limit_beyond_the_table_of_days_off_says_so() {
    let file = r#"[["quydinh","1"],["office","Tỉnh ủy Mẫu"],["read_by","Nguyễn Văn Mẫu","2028-01-10"],
        ["number","300-QĐ/TW"],["issued","2027-06-01"],["from","2027-06-01"],["replaces","208-QĐ/TW","2026-07-26"],
        ["value","decide_days","60","","4.3.1","bản gốc"]]"#;
    let mut book = ledger("organization:a: name Chi bộ trường Mẫu, kind school, level full");
    let read = OfficeFile::read(file, book.regulation(), Day::LAST).unwrap_or_else(|why| unreachable!("{why:?}"));
    read.rules.iter().for_each(|rules| book.put_rules(rules));
    let record = id("candidate:this");
    let row = texts(&record, &complete("15/11/2027", ""));
    let late = |today: &str| {
        let all = checks::record(&book, &record, &row, day(today));
        let late = all.into_iter().find(|finding| finding.id().as_str() == "deadline.decision_overdue");
        late.as_ref().and_then(findings::source).unwrap_or_default()
    };
    let words = late("1/3/2028");
    assert!(words.contains("300-QĐ/TW") && words.contains("Bảng ngày nghỉ chỉ có đến ngày 31/12/2027"), "{words}");
    assert!(late("1/9/2028").contains("đến ngày 10/01/2028: hỏi cấp trên"), "{}", late("1/9/2028"));
}
