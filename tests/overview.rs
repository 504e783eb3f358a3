//! A committee at a glance, where candidates come from, emulation points, and the report that writes
//! itself: small books, with every figure written here as it was reckoned by hand.

mod common;

use std::collections::BTreeMap;

use common::{Texts, day, id, ledger, texts};
use ket_nap::domain::choice::{Indicator, SourceGroup};
use ket_nap::domain::day::{Day, Period};
use ket_nap::domain::emulation;
use ket_nap::domain::entry::Entries;
use ket_nap::domain::id::RecordId;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::overview::{self, View};
use ket_nap::domain::planning::Points;
use ket_nap::domain::progress::Forecast;
use ket_nap::domain::records::Target;
use ket_nap::domain::report::{self, Asked, Trace};
use ket_nap::domain::sources;
use ket_nap::text::vi::{emulation as points, numbers, overview as told, report as written};

const BOOK: &str = "organization:c: name Đảng ủy xã Mẫu, kind committee
organization:a: name Chi bộ bản A, kind village, parent organization:c
organization:b: name Chi bộ trường B, kind school, parent organization:c
organization:d: name Chi bộ công an, kind police, parent organization:c
headcount:1: organization organization:c, day 31/12/2025, members 120
headcount:2: organization organization:c, day 31/12/2026, members 121
target:c: organization organization:c, indicator admissions, from 1/1/2026, to 31/12/2026, bound 10, document 5-NQ/ĐU
target:p: organization organization:c, indicator admissions, from 1/1/2026, to 31/12/2026, bound 12 trở lên, issuer Tỉnh ủy
target:a: organization organization:a, indicator admissions, from 1/1/2026, to 31/12/2026, bound 2
target:aa: organization organization:a, indicator admissions, from 1/1/2026, to 31/12/2026, bound 4, origin own
target:b: organization organization:b, indicator admissions, from 1/1/2026, to 31/12/2026, bound 4
target:l: organization organization:c, indicator class, from 1/1/2026, to 31/12/2026, bound 5
total:25: organization organization:c, indicator admissions, from 1/1/2025, to 31/12/2025, count 2
candidate:1: name Lò Thị Mẫu, cell organization:a, birth 1/6/1996, sex female, ethnic_group thai, religion none, youth_union 1/1/2012, sent_to_class 1/2/2025, ceremony 3/2/2026
candidate:2: name Vàng A Thử, cell organization:a, birth 1/6/1990, sex male, ethnic_group mong, religion none, ceremony 19/5/2026
candidate:3: name Hà Văn Mẫu, cell organization:a, birth 1/6/2000, sex male, ethnic_group kinh, religion none, ceremony 2/9/2026
candidate:4: name Trần Thị Thử, cell organization:b, sex female, sent_to_class 1/3/2026, application 1/9/2026
candidate:5: name Bàn Văn Mẫu, cell organization:b, source_group soldiers, introduced 1/10/2026
candidate:6: name Triệu Văn Thử, cell organization:b, ended 1/10/2026
survey:1: organization organization:a, day 1/3/2026, known_women 10, known_soldiers 4
survey:2: organization organization:b, day 1/3/2026, known_women 6
survey:3: organization organization:b, day 1/6/2026, known_women 8, known_believers 3
survey:4: organization organization:b, day 1/6/2027, known_women 80";

struct Book {
    ledger: Ledger,
    texts: BTreeMap<RecordId, Texts>,
}

fn book(more: &str) -> Book {
    let all = format!("{BOOK}\n{more}");
    let mut found = BTreeMap::new();
    for line in all.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, row) = line.split_once(": ").unwrap_or((line, ""));
        found.insert(id(name), texts(&id(name), row));
    }
    Book { ledger: ledger(&all), texts: found }
}

fn period(first: &str, last: &str) -> Period {
    Period::new(day(first), day(last)).unwrap_or_else(|| unreachable!("{first} {last}"))
}

fn year() -> Period {
    period("1/1/2026", "31/12/2026")
}

fn view<'a>(organization: &'a RecordId, as_of: &str) -> View<'a> {
    View { organization, indicator: Indicator::Admissions, period: year(), as_of: day(as_of), forecast: Forecast::On }
}

#[test]
fn organizations_below_stand_in_the_order_of_need() {
    let book = book("");
    let committee = id("organization:c");
    let rows = overview::rows(&book.ledger, view(&committee, "22/11/2026"));
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let bound = |id: &Option<RecordId>| id.as_ref().and_then(|id| book.ledger.target(id)?.bound);
            let target = row.target.as_ref().map(|(id, _)| id.clone());
            let name = book.ledger.organization_name(&row.organization).unwrap_or_default();
            format!("{name}: {}", told::row(row, bound(&target), bound(&row.own)))
        })
        .collect();
    assert_eq!(
        lines,
        [
            // Both may still come, if every step is as quick as can be.
            "Chi bộ trường B: 0 / 4, 0,0% · dự báo 0–2",
            "Chi bộ công an: 0, chưa có chỉ tiêu kỳ này",
            "Chi bộ bản A: 3 / 2, 150,0% · tự đăng ký 4",
        ]
    );
    let summary = told::summary(&rows, Indicator::Admissions);
    assert_eq!(summary, "3 tổ chức: 1 vượt, 1 không đủ nguồn, 1 chưa có chỉ tiêu. 2 nơi chưa kết nạp được ai trong kỳ");
}

#[test]
fn years_are_compared_with_the_right_base_and_per_month() {
    let book =
        book("total:23: organization organization:c, indicator admissions, from 1/1/2023, to 31/12/2023, count 0");
    let committee = id("organization:c");
    let shown = |as_of: &str| {
        let mut before = None;
        let years = overview::years(&book.ledger, view(&committee, as_of));
        let lines = years.iter().map(|year| {
            let line = format!("{} | {} | {}", told::year(year), told::counted(year), told::change(year, before));
            before = year.counted;
            line
        });
        lines.collect::<Vec<_>>()
    };
    assert_eq!(
        shown("30/9/2026"),
        [
            "2023 | 0 | –",
            // Nothing is known of the year, so that nothing is compared with it.
            "2024 | – | –",
            "2025 | 2 | –",
            // Three in nine months: 0,33 a month after 0,17.
            "2026 (đến 30/9) | 3 | +1 (+50,0%; bình quân tháng 0,3 so với 0,2: +100,0%)",
        ]
    );
    assert_eq!(shown("31/12/2026").last().map(String::as_str), Some("2026 | 3 | +1 (+50,0%)"));
    // What lies ahead of the day asked about is not known.
    assert_eq!(shown("1/1/2025").last().map(String::as_str), Some("2025 (đến 1/1) | – | –"));
}

#[test]
fn a_funnel_counts_each_person_once_and_each_group_by_what_is_known() {
    let book = book("");
    let texts = |id: &RecordId| book.texts.get(id).map(|texts| texts as &dyn Entries);
    let of = |organization: &str, on: &str| sources::sources(&book.ledger, &id(organization), day(on), &texts);
    let all = of("organization:c", "22/11/2026");
    let line =
        |funnel: &sources::Funnel| [funnel.followed, funnel.introduced, funnel.class, funnel.dossier, funnel.admitted];
    assert_eq!(line(&all.all), [5, 5, 4, 4, 3]);
    let group = |group: SourceGroup| {
        let found = all.groups.iter().find(|found| found.group == group).unwrap_or_else(|| unreachable!());
        (found.funnel.known, line(&found.funnel))
    };
    // 10 of the village and, at the school, the 8 of its latest survey up to then.
    assert_eq!(group(SourceGroup::Women), (Some(18), [2, 2, 2, 2, 1]));
    assert_eq!(group(SourceGroup::Soldiers), (Some(4), [1, 1, 0, 0, 0]));
    assert_eq!(group(SourceGroup::Minorities), (None, [2, 2, 2, 2, 2]));
    assert_eq!(group(SourceGroup::YouthUnion), (None, [1, 1, 1, 1, 1]));
    // Known of, and nobody follows them.
    assert_eq!(group(SourceGroup::Believers), (Some(3), [0, 0, 0, 0, 0]));
    assert_eq!(all.of_no_group, 1);
    assert_eq!(all.next_year, [id("candidate:4")]);
    let below: Vec<_> = all.below.iter().map(|(id, funnel)| (id.name(), funnel.followed)).collect();
    assert_eq!(below, [("a", 3), ("d", 0), ("b", 2)]);
    // A year later those admitted before are no source any more; the one who stopped later was one until then.
    assert_eq!(line(&of("organization:c", "1/2/2027").all), [2, 2, 1, 1, 0]);
    assert_eq!(line(&of("organization:b", "30/9/2026").all), [3, 2, 1, 1, 0]);
}

#[test]
fn points_can_be_reckoned_again_by_hand() {
    #[track_caller]
    fn check(table: &str, expected: &[&str]) {
        let book = book(&format!("points:1: organization organization:c, {table}"));
        let committee = id("organization:c");
        let rows = overview::rows(&book.ledger, view(&committee, "22/11/2026"));
        let scores = emulation::scores(&book.ledger, &rows);
        let lines: Vec<String> = scores
            .iter()
            .map(|(row, score)| {
                let table = Points::of(&book.ledger, &row.organization).unwrap_or_else(|| unreachable!());
                format!(
                    "{} {}: {}",
                    row.organization.name(),
                    points::points(score.points),
                    points::derivation(score, &table)
                )
            })
            .collect();
        assert_eq!(lines, expected, "{table}");
    }
    check("document 1-HD/ĐU", &[]);
    check(
        "per_percent 0.1, per_admission 0.5, without_any 5",
        &[
            "a 16,5: 150,0% × 0,1 = 15; 3 người × 0,5 = 1,5; cộng 16,5",
            "b −5: 0,0% × 0,1 = 0; 0 người × 0,5 = 0; không kết nạp được ai, trừ 5; cộng −5",
            "d −5: 0 người × 0,5 = 0; không kết nạp được ai, trừ 5; cộng −5",
        ],
    );
    check(
        "per_admission 4, most 10",
        &["a 10: 3 người × 4 = 12; cộng 12, lấy mức tối đa 10", "b 0: 0 người × 4 = 0", "d 0: 0 người × 4 = 0"],
    );
    check("per_percent nhiều", &[]);
}

struct Named<'a>(&'a Ledger);

impl written::Known for Named<'_> {
    fn name(&self, id: &RecordId) -> String {
        let candidate = || self.0.candidate(id).and_then(|found| found.name.clone());
        self.0.organization_name(id).map(str::to_owned).or_else(candidate).unwrap_or_default()
    }

    fn target(&self, id: &RecordId) -> Option<&Target> {
        self.0.target(id)
    }
}

fn report(book: &Book, organization: &str, period: Period, as_of: Day) -> Option<written::Written> {
    let organization = id(organization);
    let texts = |id: &RecordId| book.texts.get(id).map(|texts| texts as &dyn Entries);
    let found = report::report(
        &book.ledger,
        Asked { organization: &organization, period, as_of, forecast: Forecast::On },
        &texts,
    )?;
    Some(written::write(&found, &organization, period, &Named(&book.ledger)))
}

#[test]
fn a_report_writes_itself() {
    let book = book("");
    let found = report(&book, "organization:c", year(), day("22/11/2026")).unwrap_or_else(|| unreachable!());
    let expected = include_str!("golden/report.txt");
    assert_eq!(written::plain(&found), expected);
    // Every figure leads to something that is there.
    let cells = found.tables.iter().flat_map(|table| table.rows.iter().flatten());
    for piece in found.paragraphs.iter().flat_map(|(_, pieces)| pieces).chain(cells) {
        let written::Piece::Figure(figure, trace) = piece else { continue };
        let id = match trace {
            Trace::Record(id) | Trace::Counted(id, _) | Trace::Sources(id) => id,
            Trace::Members => continue,
        };
        assert!(book.ledger.has(id), "{figure}");
    }
    for table in &found.tables {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.title);
    }
}

#[test]
fn a_month_counts_the_month_and_the_year_up_to_it() {
    let book = book("");
    let first = |period: Period, as_of: &str| {
        let found = report(&book, "organization:c", period, day(as_of));
        let text = found.map(|found| written::plain(&found)).unwrap_or_default();
        text.lines().find(|line| line.starts_with("Kết quả")).unwrap_or_default().to_owned()
    };
    let september = first(period("1/9/2026", "30/9/2026"), "22/11/2026");
    assert!(september.starts_with("Kết quả: Trong tháng 9/2026, Đảng ủy xã Mẫu đã kết nạp 1 người; lũy kế năm 2026 được 3, so với chỉ tiêu 10 (5-NQ/ĐU) đạt 30,0%, còn thiếu 7 người; lũy kế năm 2026 được 3, so với chỉ tiêu 12 trở lên (Tỉnh ủy giao) đạt 25,0%"), "{september}");
    let quarter = first(period("1/4/2026", "30/6/2026"), "22/11/2026");
    assert!(
        quarter.starts_with("Kết quả: Trong quý II/2026, Đảng ủy xã Mẫu đã kết nạp 1 người; lũy kế năm 2026 được 2"),
        "{quarter}"
    );
    assert_eq!(first(period("1/12/2026", "31/12/2026"), "22/11/2026"), "");
    let name = written::file_name(period("1/9/2026", "30/9/2026"));
    assert_eq!(name, "bao-cao-2026-09-01-2026-09-30.txt");
    assert_eq!(told::period(period("1/10/2026", "31/12/2026")), "quý IV/2026");
    assert_eq!(told::period(period("1/2/2024", "29/2/2024")), "tháng 2/2024");
    assert_eq!(told::period(period("1/2/2026", "30/4/2026")), "từ 01/02/2026 đến 30/04/2026");
    assert_eq!(numbers::day(day("1/9/2026")), "01/09/2026");
}
