//! Five published reports of local party committees, reproduced to the digit. Each case names
//! the row of the report it stands for; figures printed in a report are marked "given", figures
//! that follow from them "derived", rows that leave something open "AMB", with both readings. What
//! the figures check says about the reports' own claims is in `claims`.

#[path = "reference_reports/claims.rs"]
mod claims;
mod common;
#[path = "common/lines.rs"]
mod lines;

use common::{day, id, ledger};
use ket_nap::domain::calculator::coverage;
use ket_nap::domain::calculator::figures::{compare, growth, share};
use ket_nap::domain::calculator::overview::{View, years};
use ket_nap::domain::calculator::progress::{Forecast, Progress, Status, progress};
use ket_nap::domain::calculator::targets;
use ket_nap::domain::checks;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::schema::choice::{Indicator, PlaceKind};
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::{Day, Period};
use ket_nap::exchange::sample;
use ket_nap::text::{findings, life, numbers, overview, places as places_told};

/// A sample as the program sees it.
struct Report {
    ledger: Ledger,
    as_of: Day,
}

struct Fields(Vec<(ket_nap::domain::schema::field::Field, String)>);

impl ket_nap::domain::schema::entry::Entries for Fields {
    fn text(&self, field: ket_nap::domain::schema::field::Field) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }
}

fn report(key: &str) -> Report {
    let sample = sample::all().into_iter().find(|sample| sample.key == key).unwrap_or_else(|| unreachable!("{key}"));
    let mut ledger = Ledger::default();
    for (id, fields) in sample.records {
        ledger.put(&id, &Fields(fields));
    }
    Report { ledger, as_of: sample.as_of }
}

impl Report {
    fn target(&self, name: &str) -> Progress {
        self.target_on(name, self.as_of)
    }

    fn target_on(&self, name: &str, as_of: Day) -> Progress {
        let target = self.ledger.target(&id(&format!("target:mau-{name}")));
        let found = target.and_then(|target| progress(&self.ledger, target, as_of, Forecast::Off));
        found.unwrap_or_else(|| unreachable!("{name}"))
    }

    fn total(&self, name: &str) -> u64 {
        let total = self.ledger.total(&id(&format!("total:mau-{name}"))).and_then(|total| total.count);
        total.unwrap_or_else(|| unreachable!("{name}")).into()
    }

    fn members(&self, name: &str) -> Vec<u64> {
        let mut counts: Vec<_> = self
            .ledger
            .headcounts()
            .filter(|(_, count)| count.organization == Some(id(&format!("organization:mau-{name}"))))
            .map(|(_, count)| (count.day, count.members.map(u64::from)))
            .collect();
        counts.sort();
        counts.into_iter().filter_map(|(_, members)| members).collect()
    }
}

/// `counted / percent / over or short / expected / status` in one line.
fn line(progress: &Progress) -> String {
    let beyond = match (progress.over, progress.short) {
        (Some(over @ 1..), _) => format!("+{over}"),
        (_, Some(short @ 1..)) => format!("-{short}"),
        _ => "0".to_owned(),
    };
    let percent = progress.percent.map_or("–".to_owned(), numbers::percent_figure);
    let expected = progress.expected.map_or("–".to_owned(), numbers::decimal);
    format!("{} | {percent} | {beyond} | {expected} | {:?}", progress.counted, progress.status)
}

#[track_caller]
fn stands(progress: &Progress, expected: &str) {
    assert_eq!(line(progress), expected);
}

#[track_caller]
fn percent(part: u64, whole: u64, expected: &str) {
    assert_eq!(share(part, whole).map(numbers::percent_figure).as_deref(), Some(expected), "{part}/{whole}");
}

#[test]
fn mai_chau() {
    let report = report("mai-chau");
    // 0.1 given: 13 cells = 4 + 4 + 4 + 1.
    let below = report.ledger.children(&id("organization:mau-mc"));
    let kinds = |wanted: &str| {
        let kind = |id: &RecordId| report.ledger.organization(id).and_then(|found| found.kind);
        below.iter().filter(|id| kind(id).is_some_and(|kind| kind.key() == wanted)).count()
    };
    assert_eq!((below.len(), kinds("street_quarter"), kinds("school"), kinds("police")), (13, 8, 4, 1));
    // 0.3 and 0.4 given: 17 = 7 + 8 + 2, 56,7 % of the term's 30; 0.7 and 0.8 derived: 13 short, 14,5 expected.
    stands(&report.target("mc-nk"), "17 | 56,7 | -13 | 14,5 | OnPace");
    assert_eq!(report.total("mc-20") + report.total("mc-21") + report.total("mc-22"), 17);
    assert_eq!(report.target("mc-nk").of_pace.map(numbers::percent_figure).as_deref(), Some("117,2"));
    // 0.5 derived: the years.
    stands(&report.target("mc-20"), "7 | 116,7 | +1 | 6,0 | Exceeded");
    stands(&report.target("mc-21"), "8 | 133,3 | +2 | 6,0 | Exceeded");
    stands(&report.target("mc-22"), "2 | 33,3 | -4 | 2,5 | Behind");
    // 0.6 derived: two dossiers wait and are in no percentage.
    assert_eq!((report.target("mc-22").pending, report.target("mc-nk").pending), (Some(2), Some(2)));
    percent(2 + 2, 6, "66,7");
    percent(17 + 2, 30, "63,3");
    // 0.9 derived: share of the members.
    assert_eq!(report.members("mc"), [548]);
    percent(17, 548, "3,1");
    // 0.2 AMB: six a year are 30 over the five years from congress to congress, 36 over six calendar years.
    percent(17, 6 * 5, "56,7");
    percent(17, 6 * 6, "47,2");
    // 0.13 AMB: 2 of the 10 admitted since 2021; the dossier that is ready is one of the two that wait, or a third.
    percent(2, 8 + 2, "20,0");
    percent(17 + 2, 30, "63,3");
    percent(17 + 3, 30, "66,7");
}

#[test]
fn duc_tho() {
    let report = report("duc-tho");
    // 1.1 derived.
    assert_eq!(report.members("dt"), [8723]);
    assert_eq!(share(8723, 289).map(numbers::decimal).as_deref(), Some("30,2"));
    assert_eq!(share(8723, 35).map(numbers::decimal).as_deref(), Some("249,2"));
    // 1.2 derived: 33 more than in 2020.
    assert_eq!((report.total("dt-21"), report.total("dt-20")), (101, 101 - 33));
    // 1.5 derived: schools.
    let schools = [10, 17, 26];
    assert_eq!(schools.iter().sum::<u64>(), 53);
    percent(53, 101, "52,5");
    for (part, expected) in schools.into_iter().zip(["9,9", "16,8", "25,7"]) {
        percent(part, 101, expected);
    }
    // 1.3 and 1.4: growth by the right base, and per month, since 21 months stand against 12.
    let period =
        |first: &str, last: &str| Period::new(day(first), day(last)).unwrap_or_else(|| unreachable!("{first}"));
    let compared = compare((68, period("1/1/2020", "31/12/2020")), (101, period("1/1/2021", "30/9/2022")));
    assert_eq!(overview::growth(compared), "(+48,5%; bình quân tháng 4,8 so với 5,7: −15,1%)");
    // 1.6 derived.
    percent(101, 8723, "1,2");
}

#[test]
fn dien_ban() {
    let report = report("dien-ban");
    // 2.1 and 2.2 given: 134 = 117 + 17 of 100, 34 over; 2.9 derived: 74,8 expected, 179,2 % of pace.
    let town = report.target("db-22");
    stands(&town, "134 | 134,0 | +34 | 74,8 | Exceeded");
    assert_eq!(town.of_pace.map(numbers::percent_figure).as_deref(), Some("179,2"));
    assert_eq!(town.doubts, []);
    percent(117, 134, "87,3");
    percent(17, 134, "12,7");
    // 2.3 derived: 12 = 1 + 2 + the rest.
    assert_eq!(report.total("db-dh") - 1 - 2, 9);
    // 2.4 derived: the range 6–8.
    let range = report.target("db-dh");
    stands(&range, "12 | 200,0 | +4 | 4,5 | Exceeded");
    assert_eq!(range.percent_of_upper.map(numbers::percent_figure).as_deref(), Some("150,0"));
    // 2.5 given and 2.6 derived.
    stands(&report.target("db-dd"), "11 | 137,5 | +3 | 6,0 | Exceeded");
    // 2.7 and 2.8 derived.
    percent(report.total("db-ht2"), 9, "22,2");
    assert_eq!(share(report.total("db-lop"), 2).map(numbers::plain).as_deref(), Some("68"));
}

#[test]
fn nam_po() {
    let report = report("nam-po");
    // 3.1, 3.2 derived; 3.5 and 3.12 given.
    percent(38, 121, "31,4");
    percent(33, 121, "27,3");
    stands(&report.target("np-ban"), "38 | 100,0 | 0 | 36,6 | Met");
    stands(&report.target("np-nn-ban"), "3 | 100,0 | 0 | 2,9 | Met");
    // 3.4 and 3.16 derived.
    percent(27, 121, "22,3");
    percent(121 - 27, 121, "77,7");
    percent(121, 121, "100,0");
    // 3.7 derived: growth, admissions alone, admissions a year.
    let members = report.members("np");
    assert_eq!(members, [1713, 2473]);
    assert_eq!(growth(1713, 2473).map(numbers::growth).as_deref(), Some("+44,4%"));
    assert_eq!(numbers::difference(1713, 2473), "+760");
    percent(report.total("np-kn"), 1713, "50,3");
    assert_eq!(share(report.total("np-kn"), 5).map(numbers::decimal).as_deref(), Some("172,4"));
    // 3.8 derived.
    percent(report.total("np-kn"), report.total("np-lop"), "50,9");
    // 3.9 derived: base organizations from 33 to 46.
    assert_eq!(growth(46 - 13, 46).map(numbers::growth).as_deref(), Some("+39,4%"));
    // 3.10 and 3.11 given: 34 + 33 = 67, 3 + 4 = 7 cells.
    assert_eq!(report.members("np-nn"), [34, 34 + report.total("np-nn-kn")]);
    assert_eq!(growth(34, 67).map(numbers::growth).as_deref(), Some("+97,1%"));
    let cells = report.ledger.children(&id("organization:mau-np-nn"));
    assert_eq!(cells.len(), 3 + 4);
    // 3.13 derived: seven cells in six villages.
    let village = |id: &&RecordId| {
        report.ledger.organization(id).and_then(|found| found.kind).is_some_and(|kind| kind.key() == "village")
    };
    assert_eq!(cells.len() - cells.iter().filter(village).count(), 1);
    // 3.4 AMB: six fewer than the 33, or 44 fewer than the 71 that there are if the groups have none in common.
    assert_eq!((numbers::difference(33, 27), numbers::difference(38 + 33, 27)), ("−6".to_owned(), "−44".to_owned()));
    percent(38 + 33, 121, "58,7");
    // 3.14 AMB: one or two a year of each of seven cells are 7 to 14 introductions, which no admission counts
    // towards; taken for admissions, the 33 would be far beyond.
    let asked = |indicator: &str| {
        let mut ledger = report.ledger.clone();
        let row = format!(
            "organization organization:mau-np-nn, indicator {indicator}, from 1/1/2015, to 12/10/2020, bound 7-14"
        );
        let id = id("target:mau-np-nn-gt");
        ledger.put(&id, &common::texts(&id, &row));
        let target = ledger.target(&id).cloned();
        let found = target.and_then(|target| progress(&ledger, &target, report.as_of, Forecast::Off));
        line(&found.unwrap_or_else(|| unreachable!()))
    };
    assert_eq!(asked("introductions"), "0 | 0,0 | -7 | 7,0 | Behind");
    assert_eq!(asked("admissions"), "33 | 471,4 | +19 | 7,0 | Exceeded");
    // 3.15 derived: health stations.
    let places = |kind, on: &str| coverage::places(&report.ledger, &id("organization:mau-np"), kind, day(on));
    let stations = places(PlaceKind::HealthStation, "12/10/2020");
    assert_eq!(places_told::line(&stations), "chưa có chi bộ riêng 2/15 (13,3%)");
    assert_eq!(stations.with_cell(), Some(13));
    percent(13, 15, "86,7");
    // 3.1, 3.2 given and 3.4, 3.16 derived: of 121 villages, at the beginning and on the day of the report.
    let villages = ["1/1/2015", "12/10/2020"].map(|on| places(PlaceKind::Village, on));
    let told = villages.each_ref().map(places_told::line);
    assert_eq!(
        told,
        [
            "chưa có đảng viên 38/121 (31,4%) · chưa có chi bộ riêng 33/121 (27,3%)",
            "chưa có đảng viên 0/121 (0,0%) · chưa có chi bộ riêng 27/121 (22,3%)"
        ]
    );
    let [begin, now] = &villages;
    assert_eq!(now.with_cell(), Some(94));
    assert_eq!(
        places_told::since(begin, now, day("1/1/2015")).as_deref(),
        Some("So với 01/01/2015: chưa có đảng viên 38 → 0 (−38) · chưa có chi bộ riêng 33 → 27 (−6)")
    );
    // 3.3 FLAG: the report's own contradiction is named.
    let record = id("coverage:mau-np-15");
    let row = "organization organization:mau-np, kind village, day 1/1/2015, all 121, nobody 38, without_cell 33";
    let found = checks::alone(&report.ledger, &record, &common::texts(&record, row), report.as_of);
    assert_eq!(found.iter().map(|finding| finding.id().as_str()).collect::<Vec<_>>(), ["coverage.contradicts"]);
    assert!(found.iter().all(|finding| findings::message(finding).contains("71")));
    // 3.9 given: 46 base organizations, 13 more; 3.11 given: three cells and seven.
    let bodies = |of: &str| -> Vec<_> {
        let found = report.ledger.headcounts().filter(|(_, found)| found.organization == Some(id(of)));
        found.map(|(_, found)| (found.base, found.cells)).collect()
    };
    assert_eq!(bodies("organization:mau-np"), [(Some(46 - 13), None), (Some(46), None)]);
    assert_eq!(bodies("organization:mau-np-nn"), [(None, Some(3)), (None, Some(3 + 4))]);
    assert_eq!(life::bodies(life::BASE_ORGANIZATIONS, Some(33), 46), "46 tổ chức cơ sở đảng (+13)");
    // 3.12 given: six villages, three without a member, three cleared.
    let commune =
        |on: &str| coverage::places(&report.ledger, &id("organization:mau-np-nn"), PlaceKind::Village, day(on));
    assert_eq!(
        (commune("1/1/2015").nobody, commune("12/10/2020").nobody, commune("12/10/2020").all),
        (Some(3), Some(0), 6)
    );
}

#[test]
fn bac_kan() {
    let report = report("bac-kan");
    // 4.2 derived: 2021 against both issuers.
    stands(&report.target("bk-tp-21"), "67 | 74,4 | -23 | 90,0 | Missed");
    stands(&report.target("bk-tinh-21"), "67 | 60,9 | -43 | 110,0 | Missed");
    // 4.3 and 4.4 derived: 2022 up to 27/11, with the pace.
    let (city, province) = (report.target("bk-tp-22"), report.target("bk-tinh-22"));
    stands(&city, "69 | 76,7 | -21 | 81,6 | Behind");
    stands(&province, "69 | 62,7 | -41 | 99,8 | Behind");
    let pace = |progress: &Progress| progress.of_pace.map(numbers::percent_figure);
    assert_eq!((pace(&city).as_deref(), pace(&province).as_deref()), (Some("84,5"), Some("69,2")));
    // 4.1: both issuers side by side, 20 apart.
    assert_eq!(growth(90, 110).map(numbers::growth).as_deref(), Some("+22,2%"));
    let target = report.ledger.target(&id("target:mau-bk-tp-22")).unwrap_or_else(|| unreachable!());
    let beside = targets::beside(&report.ledger, &id("target:mau-bk-tp-22"), target, report.as_of);
    assert_eq!(beside.iter().map(|(id, _)| id.name()).collect::<Vec<_>>(), ["mau-bk-tinh-22"]);
    // 4.5 AMB: +3,0 % as the numbers stand, +13,4 % per month.
    let committee = id("organization:mau-bk");
    let view = View {
        organization: &committee,
        indicator: Indicator::Admissions,
        period: target.period.unwrap_or_else(|| unreachable!()),
        as_of: report.as_of,
        forecast: Forecast::Off,
    };
    let years = years(&report.ledger, view);
    let change: Vec<String> = years.iter().map(|year| overview::change(year, &|_| unreachable!())).collect();
    assert_eq!(change, ["–", "+2 (+3,0%; bình quân tháng 6,3 so với 5,6: +13,4%)"]);
    // 4.7 and 4.13: nothing is known of 2020, and a target that begins in 2021 does not count it.
    assert!(years.iter().all(|year| year.period.first().year() > 2020));
    let term = ledger(
        "organization:a: name A, kind committee
         target:t: organization organization:a, indicator admissions, from 1/1/2021, to 31/12/2025, bound 450
         total:1: organization organization:a, indicator admissions, from 1/1/2020, to 31/12/2020, count 60
         total:2: organization organization:a, indicator admissions, from 1/1/2021, to 31/12/2021, count 67",
    );
    let found =
        term.target(&id("target:t")).and_then(|target| progress(&term, target, day("31/12/2021"), Forecast::Off));
    assert_eq!(found.map(|found| found.counted), Some(67));
    // 4.6 and 4.7 derived: two years and the term.
    let both = report.total("bk-21") + report.total("bk-22");
    for (of, expected) in [(180, "75,6"), (220, "61,8"), (450, "30,2"), (550, "24,7")] {
        percent(both, of, expected);
    }
    // 4.8 given; 4.9: the dossier that waits is not counted; 4.10 given.
    stands(&report.target("bk-dq-21"), "4 | 50,0 | -4 | 8,0 | Missed");
    let waiting = report.target("bk-dq-22");
    stands(&waiting, "0 | 0,0 | -12 | 10,9 | Behind");
    assert_eq!(waiting.pending, Some(1));
    percent(1, 12, "8,3");
    assert_eq!(growth(8, 12).map(numbers::growth).as_deref(), Some("+50,0%"));
    stands(&report.target("bk-nt-21"), "13 | 108,3 | +1 | 12,0 | Exceeded");
    stands(&report.target("bk-nt-22"), "13 | 108,3 | +1 | 10,9 | Exceeded");
    percent(26, 24, "108,3");
    // What the city handed to the two communes is below its own.
    assert!(city.children_below);
    assert_eq!(city.children_sum.map(numbers::plain).as_deref(), Some("24"));
}

#[test]
fn before_and_after_a_period() {
    let report = report("bac-kan");
    let on = |text: &str| report.target_on("bk-dq-22", Day::parse(text).unwrap_or(report.as_of));
    assert_eq!(
        (on("31/12/2021").status, on("31/12/2021").expected.map(numbers::decimal)),
        (Status::OnPace, Some("0,0".into()))
    );
    assert_eq!(on("31/12/2022").status, Status::Behind);
    assert_eq!(on("1/1/2023").status, Status::Missed);
}

/// How many rows each report has.
const ROWS: [usize; 5] = [13, 7, 11, 16, 13];

#[test]
fn every_row_is_named_by_a_test() {
    let sources = [include_str!("reference_reports.rs"), include_str!("reference_reports/claims.rs")];
    let comments = sources.iter().flat_map(|source| source.lines()).filter_map(|line| line.trim().strip_prefix("// "));
    let mut named: Vec<String> = Vec::new();
    for comment in comments {
        let words: Vec<&str> = comment.split([' ', ',', ':', ';']).collect();
        for (place, word) in words.iter().enumerate() {
            named.push((*word).trim_end_matches('.').to_owned());
            // `2.1 to 2.7` names all between.
            let range = (words.get(place + 1), words.get(place + 2));
            if let (Some(&"to"), Some(last)) = range
                && let (Some((report, first)), Some((_, last))) =
                    (word.split_once('.'), last.trim_end_matches('.').split_once('.'))
                && let (Ok(first), Ok(last)) = (first.parse::<usize>(), last.parse::<usize>())
            {
                named.extend((first..=last).map(|row| format!("{report}.{row}")));
            }
        }
    }
    for (report, rows) in ROWS.iter().enumerate() {
        for row in 1..=*rows {
            let row = format!("{report}.{row}");
            assert!(named.contains(&row), "{row} is in no test");
        }
    }
}
