//! A committee at a glance, where candidates come from, emulation points, and the report that writes
//! itself: small books, with every figure written here as it was reckoned by hand.

mod common;

use std::collections::BTreeMap;

use common::{Texts, day, id, ledger, texts};
use ket_nap::domain::admission::planning::Points;
use ket_nap::domain::calculator::emulation;
use ket_nap::domain::calculator::overview::{self, View};
use ket_nap::domain::calculator::progress::Forecast;
use ket_nap::domain::calculator::report::{self, Asked, Trace};
use ket_nap::domain::calculator::sources;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::ledger::records::{Target, Total};
use ket_nap::domain::schema::choice::{Indicator, SourceGroup};
use ket_nap::domain::schema::entry::Entries;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::{Day, Period};
use ket_nap::text::{emulation as points, numbers, overview as glance, report as written};

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
            let name = book.ledger.organization_name(&row.organization).unwrap_or_default();
            format!("{name}: {}", glance::row(row, &|id| book.ledger.target(id)))
        })
        .collect();
    assert_eq!(
        lines,
        [
            // Both may still come, if every step is as quick as can be.
            "Chi bộ trường B: 0 / 4, 0,0% · dự báo 0–2",
            "Chi bộ công an: chưa có số liệu riêng, chưa có chỉ tiêu kỳ này",
            "Chi bộ bản A: 3 / 2, 150,0% · tự đăng ký 4",
        ]
    );
    let summary = glance::summary(&rows, Indicator::Admissions);
    assert_eq!(
        summary,
        "3 tổ chức: 1 vượt, 1 không đủ nguồn, 1 chưa có chỉ tiêu. 1 nơi chưa kết nạp được ai trong kỳ. 1 nơi chưa có số liệu riêng"
    );
}

#[test]
fn years_are_compared_with_the_right_base_and_per_month() {
    let book =
        book("total:23: organization organization:c, indicator admissions, from 1/1/2023, to 31/12/2023, count 0");
    let committee = id("organization:c");
    let shown = |as_of: &str| {
        let years = overview::years(&book.ledger, view(&committee, as_of));
        let lines = years.iter().map(|year| {
            let change = glance::change(year, &|_| unreachable!());
            format!("{} | {} | {change}", glance::year(year), glance::counted(year))
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
    assert_eq!(line(&of("organization:b", "30/9/2026").all), [3, 1, 1, 1, 0]);
}

#[test]
fn points_can_be_reckoned_again_by_hand() {
    #[track_caller]
    fn check(table: &str, expected: &[&str]) {
        let book = book(&format!("points:1: organization organization:c, {table}"));
        let committee = id("organization:c");
        let rows = overview::rows(&book.ledger, view(&committee, "22/11/2026"));
        let scores = emulation::scores(&book.ledger, &rows, false);
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
            // Nothing is known of the police's cell: nothing is taken off.
            "d 0: 0 người × 0,5 = 0",
            "b −5: 0,0% × 0,1 = 0; 0 người × 0,5 = 0; không kết nạp được ai: trừ 5 điểm; cộng −5",
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

    fn total(&self, id: &RecordId) -> Option<&Total> {
        self.0.total(id)
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
    let figures = found.paragraphs.iter().flat_map(|(_, pieces)| pieces).chain(cells).filter_map(|piece| match piece {
        written::Piece::Figure(figure, trace) => Some((figure, trace)),
        written::Piece::Words(_) => None,
    });
    let mut led = 0;
    for (figure, trace) in figures {
        match trace {
            Trace::Record(id) | Trace::Counted(id, _) | Trace::Sources(id) => {
                assert!(book.ledger.has(id), "{figure}");
                led += 1;
            }
            Trace::Members => {}
        }
    }
    assert!(led > 10, "{led} figures lead to a record");
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
    assert!(september.starts_with("Kết quả: Trong tháng 9/2026, Đảng ủy xã Mẫu đã kết nạp 1 người; lũy kế năm 2026 được 3 người, so với chỉ tiêu 10 (5-NQ/ĐU) đạt 30,0%, còn thiếu 7 người; lũy kế năm 2026 được 3 người, so với chỉ tiêu 12 trở lên (Tỉnh ủy giao) đạt 25,0%"), "{september}");
    let quarter = first(period("1/4/2026", "30/6/2026"), "22/11/2026");
    assert!(
        quarter
            .starts_with("Kết quả: Trong quý II/2026, Đảng ủy xã Mẫu đã kết nạp 1 người; lũy kế năm 2026 được 2 người"),
        "{quarter}"
    );
    assert_eq!(first(period("1/12/2026", "31/12/2026"), "22/11/2026"), "");
    let name = written::file_name("Đảng ủy xã Mẫu", period("1/9/2026", "30/9/2026"));
    assert_eq!(name, "bao-cao-dang-uy-xa-mau-2026-09-01-2026-09-30.txt");
    assert_eq!(glance::period(period("1/10/2026", "31/12/2026")), "quý IV/2026");
    assert_eq!(glance::period(period("1/2/2024", "29/2/2024")), "tháng 2/2024");
    assert_eq!(glance::period(period("1/2/2026", "30/4/2026")), "từ 01/02/2026 đến 30/04/2026");
    assert_eq!(numbers::day(day("1/9/2026")), "01/09/2026");
}

/// All of a report about one organization, from a small book of its own.
fn told(lines: &str, organization: &str, first: &str, last: &str, as_of: &str) -> String {
    let mut found = BTreeMap::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, row) = line.split_once(": ").unwrap_or((line, ""));
        found.insert(id(name), texts(&id(name), row));
    }
    let book = Book { ledger: ledger(lines), texts: found };
    report(&book, organization, period(first, last), day(as_of)).map(|found| written::plain(&found)).unwrap_or_default()
}

#[test]
fn a_year_that_is_over_is_told_as_over() {
    let lines = "organization:a: name Chi bộ A, kind village
        target:t: organization organization:a, indicator admissions, from 1/1/2025, to 31/12/2025, bound 3
        candidate:1: cell organization:a, ceremony 3/2/2025
        candidate:2: cell organization:a, certificate 1/10/2025";
    let year = |as_of: &str| told(lines, "organization:a", "1/1/2025", "31/12/2025", as_of);
    let over = year("10/2/2026");
    assert!(over.contains("đã kết nạp 1 người; so với chỉ tiêu 3 đạt 33,3%, thiếu 2 người."), "{over}");
    assert!(over.contains("\tKhông đạt") && !over.contains("Dự báo"), "{over}");
    let running = year("1/12/2025");
    assert!(
        running.contains("còn thiếu 2 người") && running.contains("Dự báo (ước tính): Chỉ tiêu 3, đến hết năm 2025"),
        "{running}"
    );
    // As of the middle of the year nobody had been in the class.
    assert!(
        year("1/7/2025").contains("theo dõi 2 · giới thiệu 1 · đi học 1 · có hồ sơ 1 · kết nạp 1"),
        "{}",
        year("1/7/2025")
    );
}

#[test]
fn what_is_not_known_is_not_told_as_none() {
    let lines = "organization:c: name Đảng ủy, kind committee
        organization:a: name Chi bộ A, kind village, parent organization:c
        organization:b: name Chi bộ B, kind village, parent organization:c
        target:c: organization organization:c, indicator admissions, from 1/1/2022, to 31/12/2022, bound 90
        total:1: organization organization:c, indicator admissions, from 1/1/2022, to 27/11/2022, count 69
        total:2: organization organization:c, indicator admissions, from 1/1/2015, to 31/12/2021, count 600
        candidate:1: cell organization:a, application 1/9/2022";
    // The total cannot be divided into months.
    let month = told(lines, "organization:c", "1/10/2022", "31/10/2022", "27/11/2022");
    assert!(month.contains("Trong tháng 10/2022, Đảng ủy chưa có số liệu riêng của kỳ này về: kết nạp"), "{month}");
    assert!(month.contains("Lưu ý: không tính “Kết nạp, từ 01/01/2022 đến 27/11/2022”"), "{month}");
    assert!(!month.contains(" 0 người") && !month.contains("lũy kế"), "{month}");
    // One number for all does not say who of them admitted nobody.
    let year = told(lines, "organization:c", "1/1/2022", "31/12/2022", "27/11/2022");
    assert!(year.contains("đã kết nạp 69 người"), "{year}");
    assert!(
        year.contains("2 tổ chức. 2 nơi chưa có số liệu riêng") && !year.contains("chưa kết nạp được ai"),
        "{year}"
    );
    // What the year before has reaches beyond it: nothing is compared.
    assert!(!year.contains("năm trước") && !year.contains("2021 được"), "{year}");
    let cell = told(lines, "organization:a", "1/1/2022", "31/12/2022", "27/11/2022");
    assert!(cell.contains("Chi bộ A chưa có số liệu riêng của kỳ này"), "{cell}");
    // A cell that stands for itself, with people followed and nobody admitted.
    let alone = "organization:a: name Chi bộ A, kind village
        candidate:1: cell organization:a, application 1/9/2022";
    let alone = told(alone, "organization:a", "1/1/2022", "31/12/2022", "27/11/2022");
    assert!(alone.contains("Chi bộ A chưa kết nạp được ai; 1 người đã làm đơn"), "{alone}");
}

#[test]
fn terms_are_compared_with_terms_and_february_with_february() {
    let lines = "organization:a: name Chi bộ A, kind village
        total:1: organization organization:a, indicator admissions, from 1/1/2020, to 31/12/2024, count 10
        total:2: organization organization:a, indicator admissions, from 1/1/2025, to 31/12/2025, count 3
        candidate:1: cell organization:a, ceremony 29/2/2024
        candidate:2: cell organization:a, ceremony 28/2/2026
        candidate:3: cell organization:a, ceremony 1/2/2023";
    let term = told(lines, "organization:a", "1/1/2025", "31/12/2029", "22/11/2026");
    assert!(term.contains("cả giai đoạn 2020–2024 được 12, giảm 8"), "{term}");
    let small = lines.lines().filter(|line| !line.contains("total:")).collect::<Vec<_>>().join("\n");
    let february =
        told(&small.replace("28/2/2026", "28/2/2025"), "organization:a", "1/2/2025", "28/2/2025", "22/11/2026");
    assert!(february.contains("đã kết nạp 1 người; bằng cùng kỳ năm trước."), "{february}");
    let leap = told(&small, "organization:a", "1/2/2024", "29/2/2024", "22/11/2026");
    assert!(leap.contains("đã kết nạp 1 người; bằng cùng kỳ năm trước."), "{leap}");
}
