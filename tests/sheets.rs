//! Sheets drawn to HTML on the host: everything that a dossier keeps stands on them, nothing that
//! is to stay on paper does, and what is not known is a blank.

use std::rc::Rc;

use ket_nap::app::action::Action;
use ket_nap::app::effect::{Effect, Request};
use ket_nap::app::route::Route;
use ket_nap::app::run::run;
use ket_nap::app::selectors;
use ket_nap::app::state::{Moment, Role, State};
use ket_nap::domain::admission::procedure::Step;
use ket_nap::domain::admission::sheet::Sheet;
use ket_nap::domain::regulation::{Mark, Regulation};
use ket_nap::domain::schema::choice::{Level, List};
use ket_nap::domain::schema::field::{Field, Kind};
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::schema::section::Section;
use ket_nap::domain::value::day::Day;
use ket_nap::text::{further_sheets, hints, sheets as told};
use ket_nap::views::frame::frame;
use ket_nap::views::pages::page;
use yew::prelude::*;

#[derive(Clone, Properties)]
struct Shown {
    state: Rc<State>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

#[component]
fn Whole(shown: &Shown) -> Html {
    frame(&shown.state, &Callback::noop(), page(&shown.state, &Callback::noop()))
}

/// The page of a sheet, from the paper on.
async fn sheet(state: &mut State, candidate: &RecordId, sheet: Sheet) -> String {
    does(state, Action::Navigated(Route::Sheet(candidate.clone(), sheet).href()));
    let shown = Shown { state: Rc::new(state.clone()) };
    let page = yew::LocalServerRenderer::<Whole>::with_props(shown).hydratable(false).render().await;
    assert!(page.contains("page page-paper") && page.matches("<h1").count() == 1, "{sheet:?}");
    assert!(page.contains(&format!(">{}</button>", told::PRINT)), "{sheet:?}");
    assert!(!page.contains("None") && !page.contains("Some("), "{sheet:?}");
    let (_, paper) = page.split_once("<article class=\"paper\">").unwrap_or_else(|| unreachable!("{page}"));
    paper.to_owned()
}

fn does(state: &mut State, action: Action) {
    let moment = state.moment;
    run(state, moment, action, &mut |effect| match effect {
        Effect::Ask(Request::Go(route) | Request::Replace(route)) => Some(Action::Navigated(route.href())),
        _ => None,
    });
}

fn edit(state: &mut State, record: &RecordId, field: Field, text: &str) {
    does(state, Action::Edited { record: record.clone(), field, text: text.to_owned() });
}

/// A candidate without a word, of a cell that keeps so much.
fn begins(level: &str) -> (State, RecordId) {
    let today = Day::new(2026, 11, 21).unwrap_or(Day::FIRST_OF_2026);
    let mut state = State::new(Moment { ms: 1, today, zone_minutes: 420 }, 7, 1);
    does(&mut state, Action::StartNew(Role::Cell));
    let cell = selectors::home(&state).unwrap_or_else(|| unreachable!());
    edit(&mut state, &cell, Field::OrganizationName, "Chi bộ bản Nà Mẫu");
    edit(&mut state, &cell, Field::OrganizationLevel, level);
    does(&mut state, Action::Navigated("#/candidates/new".into()));
    let Route::Part(candidate, _) = state.route.clone() else { unreachable!("{:?}", state.route) };
    // A record is begun with its first edit.
    edit(&mut state, &candidate, Field::Name, "Lò");
    edit(&mut state, &candidate, Field::Name, "");
    (state, candidate)
}

/// A text of its own for a field, as a person would type it.
fn text(field: Field) -> String {
    let place = Field::ALL.iter().position(|other| *other == field).unwrap_or_default();
    match field.spec().kind {
        Kind::Line { .. } => format!("Chữ {place}"),
        Kind::Text { .. } => format!("Dòng một {place}\n\nDòng hai {place}"),
        Kind::Month => format!("{:02}/{}", place % 12 + 1, 1990 + place % 30),
        Kind::When | Kind::Day { .. } => format!("{:02}/{:02}/{}", place % 28 + 1, place % 12 + 1, 2025 + place % 2),
        Kind::Phone => "0912345678".to_owned(),
        Kind::DocumentNumber => "27-QĐ/ĐU".to_owned(),
        Kind::Count { .. } => (place % 90 + 10).to_string(),
        Kind::Choice(list) => list.entries().last().map(|choice| choice.key.to_owned()).unwrap_or_default(),
        Kind::CitizenId => "011199000123".to_owned(),
        Kind::OrganizationCode => "38.168.053.000.001".to_owned(),
        Kind::Reference(_) | Kind::Bound | Kind::Decimal | Kind::Item => String::new(),
    }
}

/// A dossier in which every field says something, with two records of every kind that hangs on it.
fn whole(level: &str) -> (State, RecordId, Vec<(RecordId, Field)>) {
    let (mut state, candidate) = begins(level);
    let mut rows = Vec::new();
    for field in Field::of(RecordKind::Candidate).filter(|field| *field != Field::CandidateCell) {
        edit(&mut state, &candidate, field, &text(field));
    }
    for kind in Section::DOSSIER.into_iter().filter_map(Section::attached) {
        for _ in 0..2 {
            does(&mut state, Action::BeginAttached(kind, candidate.clone()));
            let Route::Record(row) = state.route.clone() else { unreachable!("{:?}", state.route) };
            for field in Field::of(kind) {
                edit(&mut state, &row, field, &text(field));
                rows.push((row.clone(), field));
            }
        }
    }
    (state, candidate, rows)
}

/// What a field of a record says on paper.
fn said(state: &State, record: &RecordId, field: Field) -> Option<String> {
    let stored = state.book.record(record)?.text(field.spec().key)?;
    let signed = [Field::Pledged, Field::VerifierRemark, Field::CellRemark, Field::Certification];
    if signed.contains(&field) {
        return Some(told::dated(Day::from_iso(stored)));
    }
    Some(hints::in_box(field, stored)).filter(|said| !said.is_empty())
}

/// A province has no label of its own.
fn is_behind_its_place(field: Field) -> bool {
    matches!(field.spec().kind, Kind::Choice(List::Provinces))
}

#[tokio::test(flavor = "current_thread")]
async fn everything_that_the_form_asks_for_stands_on_the_resume() {
    let (mut state, candidate, rows) = whole("full");
    let page = sheet(&mut state, &candidate, Sheet::Resume).await;
    let mut seen = 0;
    for field in Field::of(RecordKind::Candidate).filter(|field| field.spec().item.is_some()) {
        let said = said(&state, &candidate, field).unwrap_or_else(|| unreachable!("{field:?}"));
        assert!(page.contains(&said), "{field:?}: {said}");
        assert!(page.contains(told::label(field)) || is_behind_its_place(field), "{field:?}");
        seen += 1;
    }
    for (row, field) in rows.iter().filter(|(_, field)| field.spec().item.is_some()) {
        let said = said(&state, row, *field).unwrap_or_else(|| unreachable!("{field:?}"));
        // At the end of a cell: everything stands in a cell of its own.
        assert!(page.matches(&format!(">{said}</td>")).count() >= 2, "{field:?}: {said}");
        seen += 1;
    }
    assert!(seen > 90, "{seen}");
    // What hangs on the dossier but is no item of the form is nobody's business here.
    let others = rows.iter().filter(|(_, field)| field.spec().item.is_none());
    let lines: Vec<_> = others.filter(|(_, field)| matches!(field.spec().kind, Kind::Line { .. })).collect();
    assert!(lines.len() > 5, "{lines:?}");
    for (row, field) in lines {
        let said = said(&state, row, *field).unwrap_or_else(|| unreachable!("{field:?}"));
        assert!(!page.contains(&format!(">{said}<")), "{field:?}: {said}");
    }
    let numbers: Vec<Option<usize>> = (1..=26).map(|number| page.find(&format!(">{number}. "))).collect();
    assert!(numbers.iter().all(Option::is_some) && numbers.is_sorted(), "{numbers:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn the_other_sheets_say_what_they_are_to_say() {
    let (mut state, candidate, _) = whole("full");
    does(&mut state, Action::Edited { record: candidate.clone(), field: Field::IntroducedBy, text: "members".into() });
    let mut check = async |kind: Sheet, fields: &[Field]| {
        let page = sheet(&mut state, &candidate, kind).await;
        for field in fields {
            let said = said(&state, &candidate, *field).unwrap_or_else(|| unreachable!("{field:?}"));
            assert!(page.contains(&said), "{kind:?} {field:?}: {said}");
        }
        page
    };
    // Said in words, it stands for the group that statistics count it in.
    let stands = |field: &Field| *field != Field::Occupation;
    let application: Vec<Field> =
        told::APPLICATION.iter().flat_map(|(_, fields)| fields.iter().copied()).filter(stands).collect();
    let page = check(Sheet::Application, &application).await;
    assert!(page.contains("Chi ủy bản Nà Mẫu") && page.contains("Mẫu 1-KNĐ"));
    let person: Vec<Field> =
        told::PERSON.iter().flat_map(|(_, fields)| fields.iter().copied()).filter(stands).collect();
    check(Sheet::Introduction, &person).await;
    let introducers =
        [Field::Introducer1, Field::Introducer1Since, Field::Introducer2, Field::Introducer2Since, Field::Name];
    let page = check(Sheet::Introduction, &introducers).await;
    assert_eq!(page.matches("<article").count(), 1, "a second page for the second member");
    check(Sheet::Resolution, &person).await;
    check(Sheet::Resolution, &[Field::OfficialMembers, Field::Excused, Field::VotesFor, Field::CellMeeting]).await;
    let page = check(Sheet::Opinions, &[Field::BodiesHeard, Field::ResidenceHeard]).await;
    assert!(page.contains("T/M CHI ỦY") && page.contains("Mẫu 5-KNĐ"));
    let page = check(Sheet::BaseResolution, &[Field::BaseResolution, Field::CellMeeting]).await;
    assert!(
        page.contains("T/M ĐẢNG ỦY")
            && page.contains("Mẫu 8-KNĐ")
            && page.contains(further_sheets::NUMBER_OF_COMMITTEE)
    );
    let page = check(Sheet::Decision, &[Field::CellMeeting, Field::BaseResolution, Field::DecisionNumber]).await;
    assert!(page.contains("Mẫu 9-KNĐ") && page.contains("Điều 1. Kết nạp"));
    let page = check(Sheet::SelfReview, &[Field::Ceremony]).await;
    assert!(page.contains("Chi ủy bản Nà Mẫu") && page.contains("ĐẢNG VIÊN DỰ BỊ"));
    let page = check(Sheet::HelperRemark, &[Field::Ceremony]).await;
    assert!(page.contains(&text(Field::HelperName)) && page.contains(&text(Field::HelperSince)), "{page}");
    check(Sheet::ProbationOpinions, &[Field::ProbationOpinions]).await;
    check(Sheet::RecognitionResolution, &[Field::RecognitionMeeting, Field::Ceremony]).await;
    check(Sheet::RecognitionBase, &[Field::RecognitionMeeting, Field::RecognitionResolution]).await;
    let recognized = [Field::RecognitionMeeting, Field::RecognitionResolution, Field::Recognition];
    let page = check(Sheet::RecognitionDecision, &recognized).await;
    // The number that no source confirms is not printed.
    assert!(page.contains("Điều 1. Công nhận") && !page.contains("16-KNĐ"));
    for kind in Sheet::ALL.into_iter().filter(|kind| kind.together().is_empty()) {
        if ![Sheet::Resume, Sheet::Checklist].contains(&kind) {
            check(kind, &person).await;
        }
    }
    let page = check(Sheet::Checklist, &[Field::Name, Field::Birth]).await;
    for form in Step::ALL.iter().flat_map(|step| step.forms()).filter_map(|key| Regulation::built_in().form(key)) {
        assert!(page.contains(&form.title) && page.contains(&form.signer), "{form:?}");
        // A number that was not found in a source is not printed.
        let known = form.mark != Mark::Unverified;
        assert_eq!(page.contains(&format!("({})", form.code)), known && !form.code.is_empty(), "{form:?}");
    }
    for step in Step::ALL {
        let day = said(&state, &candidate, step.field()).unwrap_or_default();
        assert!(page.contains(&format!(">{day}</td>")), "{step:?} {day}");
    }
}

/// All sheets of a stage come in one print, each with a page of its own.
#[tokio::test(flavor = "current_thread")]
async fn all_sheets_of_a_stage_are_one_print() {
    let (mut state, candidate, _) = whole("full");
    does(&mut state, Action::Edited { record: candidate.clone(), field: Field::IntroducedBy, text: "members".into() });
    for kind in [Sheet::AllOfAdmission, Sheet::AllOfRecognition] {
        let (mut papers, mut bodies) = (0, Vec::new());
        for one in kind.together() {
            let page = sheet(&mut state, &candidate, *one).await;
            papers += page.matches("<article").count() + 1;
            bodies.push(page.split_once("</article>").map_or_else(String::new, |(paper, _)| paper.to_owned()));
        }
        let page = sheet(&mut state, &candidate, kind).await;
        assert_eq!(page.matches("<article").count() + 1, papers, "{kind:?}");
        let places: Vec<Option<usize>> = bodies.iter().map(|body| page.find(body.as_str())).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{kind:?} {places:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn beside_a_union_one_member_introduces() {
    let (mut state, candidate) = begins("");
    edit(&mut state, &candidate, Field::IntroducedBy, "youth_union");
    edit(&mut state, &candidate, Field::Introducer2, "Lò Văn Thử");
    let page = sheet(&mut state, &candidate, Sheet::Introduction).await;
    assert!(page.contains("Lò Văn Thử") && !page.contains("<article"));
    let page = sheet(&mut state, &candidate, Sheet::Checklist).await;
    assert!(page.contains("4-KNĐ") && !page.contains("4A-KNĐ"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_vote_is_counted_by_the_rule_of_the_day_and_only_when_it_is_known() {
    for (day, figures, base, percent, outcome) in [
        ("20/12/2025", ["12", "3", "6"], "9", "66,7%", "đạt từ 2/3"),
        ("20/12/2025", ["12", "3", "5"], "9", "55,6%", "không đạt 2/3"),
        // Nobody was taken off before July 2025.
        ("20/5/2025", ["12", "3", "8"], "12", "66,7%", "đạt từ 2/3"),
        ("20/5/2025", ["12", "3", "6"], "12", "50,0%", "không đạt 2/3"),
        ("20/12/2025", ["12", "3", ""], "9", "", ""),
        ("20/12/2025", ["12", "3", "11"], "9", "", ""),
        ("20/12/2025", ["", "3", "6"], "", "", ""),
        ("20/12/2025", ["2", "3", "1"], "", "", ""),
    ] {
        let (mut state, candidate) = begins("");
        edit(&mut state, &candidate, Field::CellMeeting, day);
        for (field, text) in [Field::OfficialMembers, Field::Excused, Field::VotesFor].into_iter().zip(figures) {
            edit(&mut state, &candidate, field, text);
        }
        let page = sheet(&mut state, &candidate, Sheet::Resolution).await;
        for (label, words) in [(told::BASE, base), (told::PERCENT, percent), (told::OUTCOME, outcome)] {
            let blank = format!("{label}: </span><span class=\"blank\"></span>");
            assert_eq!(page.contains(&blank), words.is_empty(), "{day} {figures:?}: {label}");
            assert!(page.contains(&format!("{label}: </span><span>{words}")) || words.is_empty(), "{day} {figures:?}");
        }
        assert!(page.contains("T/M CHI BỘ") && page.contains("BÍ THƯ") && page.contains(told::NUMBER));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn long_names_and_accounts_appear_whole() {
    let (mut state, candidate) = begins("full");
    let name = "Nguyễn Thị Hoàng ".repeat(4).trim().chars().take(60).collect::<String>();
    let account = format!("{}\n\nHết.", "Sinh ra và lớn lên ở bản. ".repeat(199));
    assert!(account.chars().count() > 5_000);
    edit(&mut state, &candidate, Field::Name, &name);
    edit(&mut state, &candidate, Field::Life, &account);
    let cell = selectors::home(&state).unwrap_or_else(|| unreachable!());
    edit(&mut state, &cell, Field::OrganizationName, &format!("Chi bộ {name}"));
    for kind in Sheet::ALL {
        let page = sheet(&mut state, &candidate, kind).await;
        assert!(page.contains(&name), "{kind:?}");
        let has_resume = kind == Sheet::Resume || kind.together().contains(&Sheet::Resume);
        assert_eq!(page.contains(&account), has_resume, "{kind:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_to_stay_on_paper_is_a_title_and_a_blank() {
    for (level, kept) in [("", Level::Steps), ("form", Level::Form)] {
        let (mut state, candidate, rows) = whole(level);
        for kind in Sheet::ALL {
            let page = sheet(&mut state, &candidate, kind).await;
            let above = |section: Section| section.level() > kept;
            for field in Field::of(RecordKind::Candidate).filter(|field| above(field.spec().section)) {
                let said = said(&state, &candidate, field).unwrap_or_default();
                // Choices such as “no” stand elsewhere too.
                if !matches!(field.spec().kind, Kind::Choice(_)) {
                    assert!(!page.contains(&format!(">{said}<")), "{level} {kind:?} {field:?}: {said}");
                }
                if kind == Sheet::Resume && field.spec().item.is_some() && !is_behind_its_place(field) {
                    assert!(page.contains(told::label(field)), "{level} {field:?}");
                }
            }
            let kinds = Section::DOSSIER.into_iter().filter(|section| above(*section)).filter_map(Section::attached);
            let kinds: Vec<RecordKind> = kinds.collect();
            for (row, field) in rows.iter().filter(|(_, field)| kinds.contains(&field.spec().record)) {
                let said = said(&state, row, *field).unwrap_or_default();
                assert!(!page.contains(&format!(">{said}</td>")), "{level} {kind:?} {field:?}: {said}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_empty_dossier_is_blank_sheets() {
    for level in ["", "form", "full"] {
        let (mut state, candidate) = begins(level);
        for kind in Sheet::ALL {
            let page = sheet(&mut state, &candidate, kind).await;
            assert!(page.contains("class=\"blank\""), "{level} {kind:?}");
            assert!(page.contains(told::PARTY) && page.contains("class=\"sign-name strong\""), "{level} {kind:?}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn texts_on_sheets_never_become_markup() {
    let (mut state, candidate, rows) = whole("full");
    let mut all: Vec<(RecordId, Field)> = rows;
    all.extend(Field::of(RecordKind::Candidate).map(|field| (candidate.clone(), field)));
    let cell = selectors::home(&state).unwrap_or_else(|| unreachable!());
    all.push((cell, Field::OrganizationName));
    for (record, field) in all.into_iter().filter(|(_, field)| *field != Field::CandidateCell) {
        edit(&mut state, &record, field, "<img src=x onerror=alert(1)>");
    }
    for kind in Sheet::ALL {
        let page = sheet(&mut state, &candidate, kind).await;
        assert!(!page.contains("<img") && page.contains("&lt;img"), "{kind:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_was_declared_stands_for_rows_only_where_there_are_none() {
    let (mut state, candidate) = begins("full");
    let tables = async |state: &mut State| {
        let page = sheet(state, &candidate, Sheet::Resume).await;
        (page.matches("<table").count(), page.matches(">Không có</p>").count(), page.contains("Đã ghi đủ"))
    };
    assert_eq!(tables(&mut state).await, (6, 0, false));
    edit(&mut state, &candidate, Field::TripsDeclared, "none");
    edit(&mut state, &candidate, Field::JobsDeclared, "listed");
    assert_eq!(tables(&mut state).await, (5, 1, false));
}

#[tokio::test(flavor = "current_thread")]
async fn the_older_form_has_its_own_order() {
    let (mut state, candidate, _) = whole("full");
    edit(&mut state, &candidate, Field::Resume, "1/3/2022");
    let page = sheet(&mut state, &candidate, Sheet::Resume).await;
    let (_, page) = page.split_once("<article").unwrap_or_else(|| unreachable!("no page after the cover"));
    let order = [
        ">1. Họ và tên",
        ">2. Giới tính",
        ">3. Họ và tên khai sinh",
        ">4. Tên gọi khác",
        ">5. Sinh ngày",
        ">6. Nơi đăng ký khai sinh",
        ">7. Quê quán",
        ">8. Nơi cư trú",
        ">9. Dân tộc",
        ">10. Tôn giáo",
        ">Số căn cước",
        ">Lịch sử bản thân",
        ">Hoàn cảnh gia đình",
        ">Chứng nhận của cấp ủy cơ sở",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|words| page.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    assert!(!page.contains(">11. "), "numbers that are not known");
    for field in Field::of(RecordKind::Candidate).filter(|field| field.spec().item.is_some()) {
        let said = said(&state, &candidate, field).unwrap_or_default();
        assert!(page.contains(&said), "{field:?}: {said}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn who_decides_and_by_which_regulation_follow_the_day() {
    for (day, body, set) in [
        ("20/5/2025", "Ban thường vụ cấp ủy cấp huyện", "232-QĐ/TW ngày 20/01/2025"),
        ("25/7/2026", "Ban thường vụ đảng ủy xã, phường, đặc khu", "20-QĐ/TW ngày 08/04/2026"),
        ("26/7/2026", "Ban thường vụ đảng ủy cơ sở", "208-QĐ/TW ngày 26/07/2026"),
    ] {
        let (mut state, candidate) = begins("");
        edit(&mut state, &candidate, Field::CellMeeting, day);
        for kind in [Sheet::Checklist, Sheet::Resolution] {
            let page = sheet(&mut state, &candidate, kind).await;
            assert!(page.contains(&format!("Cấp quyết định: </span><span>{body}<")), "{day} {kind:?}");
        }
        let page = sheet(&mut state, &candidate, Sheet::Checklist).await;
        assert!(page.contains(&format!("Xét theo {set}, có hiệu lực vào ngày chi bộ họp")), "{day}");
    }
}
