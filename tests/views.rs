//! Pages drawn to HTML on the host: every box has a label, every finding is tied to its field,
//! every page draws in every state.

use ket_nap::app::action::Action;
use ket_nap::app::batch::RosterAction;
use ket_nap::app::chunks::Chunks;
use ket_nap::app::effect::{Effect, Request};
use ket_nap::app::facts::Lock;
use ket_nap::app::figures::Further;
use ket_nap::app::past;
use ket_nap::app::route::{Account, Aspect, Route};
use ket_nap::app::run::run;
use ket_nap::app::selectors;
use ket_nap::app::state::{Cause, Found, Moment, NewVersion, Notice, Offline, Role, State, Store};
use ket_nap::app::vaulted::{FileTask, Outcome, SecretBox, Task, VaultAction, VaultTrouble};
use ket_nap::book::Book;
use ket_nap::domain::admission::sheet::Sheet;
use ket_nap::domain::schema::choice::Level;
use ket_nap::domain::schema::field::{Field, Kind};
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::schema::roster::{Blank, Roster};
use ket_nap::domain::schema::section::Section;
use ket_nap::domain::value::day::Day;
use ket_nap::exchange::sample;
use ket_nap::store::backup::{File, Generation, Known, Trouble};
use ket_nap::store::journal::{Kept, Replica};
use ket_nap::store::medium::MediumError;
use ket_nap::store::open::Unread;
use ket_nap::store::preferences::Preferences;
use ket_nap::store::snapshot::Large;
use ket_nap::store::vault::header::Shut;
use ket_nap::text::{vault as lock, words};
use ket_nap::views::frame::{frame, title};
use ket_nap::views::pages::{heading, page};
use yew::prelude::*;

#[derive(Clone, Properties)]
struct Shown {
    state: std::rc::Rc<State>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        std::rc::Rc::ptr_eq(&self.state, &other.state)
    }
}

#[component]
fn Whole(shown: &Shown) -> Html {
    frame(&shown.state, &Callback::noop(), page(&shown.state, &Callback::noop()))
}

async fn html(state: &State) -> String {
    let state = std::rc::Rc::new(state.clone());
    yew::LocalServerRenderer::<Whole>::with_props(Shown { state }).hydratable(false).render().await
}

fn state() -> State {
    let today = Day::new(2026, 11, 21).unwrap_or(Day::FIRST_OF_2026);
    State::new(Moment { ms: 1, today, zone_minutes: 420 }, 7, 1)
}

fn does(state: &mut State, action: Action) {
    let moment = state.moment;
    run(state, moment, action, &mut |effect| match effect {
        Effect::Ask(Request::Go(route) | Request::Replace(route)) => Some(Action::Navigated(route.href())),
        _ => None,
    });
}

/// Values of an attribute in the order of the page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What holds of every page.
fn check(html: &str, page: &str) {
    let ids = values(html, "id");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{page}: ids are unique");
    for name in ["for", "aria-labelledby", "aria-describedby"] {
        for id in values(html, name).into_iter().flat_map(str::split_whitespace) {
            assert!(ids.contains(&id), "{page}: {name} {id} leads somewhere");
        }
    }
    let labelled = values(html, "for");
    for tag in ["<input", "<select", "<textarea"] {
        for input in html.split(tag).skip(1).filter_map(|rest| rest.split('>').next()) {
            let radio = input.contains("type=\"radio\"") || input.contains("aria-label=");
            let id = values(input, "id").first().copied().unwrap_or_default().to_owned();
            assert!(radio || labelled.contains(&id.as_str()), "{page}: {tag}{input} has a label");
        }
    }
    assert_eq!(html.matches("<h1").count(), 1, "{page}: one heading");
    assert!(!html.contains("undefined") && !html.contains("None"), "{page}");
}

/// A page of each kind that needs no record.
const ADDRESSES: [&str; 19] = [
    "#/",
    "#/candidates",
    "#/progress",
    "#/organizations",
    "#/settings",
    "#/guide",
    "#/kitchen",
    "#/safety",
    "#/history",
    "#/deleted",
    "#/disputes",
    "#/regulation",
    "#/todo",
    "#/members",
    "#/assignments",
    "#/inspection",
    "#/reconcile",
    "#/nowhere",
    "#/candidates/gone",
];

#[tokio::test(flavor = "current_thread")]
async fn every_page_of_every_sample_is_labelled_and_whole() {
    for sample in sample::all() {
        let mut state = state();
        check(&html(&state).await, "first start");
        does(&mut state, Action::OpenSample(sample.key.clone()));
        let mut addresses: Vec<String> = ADDRESSES.map(str::to_owned).into();
        addresses.extend(sample.records.iter().map(|(id, _)| Route::Record(id.clone()).href()));
        for (id, _) in sample.records.iter().filter(|(id, _)| id.kind() == Some(RecordKind::Organization)) {
            addresses.push(Route::Of(id.clone(), Aspect::Sources).href());
            addresses.extend(Roster::ALL.map(|roster| Route::Of(id.clone(), Aspect::Table(roster)).href()));
            addresses.extend(Blank::ALL.map(|blank| Route::Of(id.clone(), Aspect::Blank(blank)).href()));
            for period in selectors::report_periods(&state) {
                addresses.push(Route::Over(id.clone(), period, Account::Overview).href());
                addresses.push(Route::Over(id.clone(), period, Account::Cells).href());
                addresses.push(Route::Over(id.clone(), period, Account::Report).href());
            }
        }
        for address in addresses {
            does(&mut state, Action::Navigated(address.clone()));
            check(&html(&state).await, &address);
        }
    }
}

/// The line of somebody new becomes that of a candidate while the first letter is typed: only if it has the same elements at the same
/// places does its box keep the focus.
#[tokio::test(flavor = "current_thread")]
async fn the_line_of_somebody_new_has_the_boxes_of_a_candidates() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    let home = selectors::home(&state).unwrap_or_else(|| unreachable!());
    does(&mut state, Action::Navigated(Route::Of(home, Aspect::Table(Roster::People)).href()));
    let last = |html: &str| {
        let line = html.rsplit("<tr").nth(1).map(|_| html.rsplit("<tr").collect::<Vec<_>>()).unwrap_or_default();
        line.into_iter().find(|line| line.contains("f-name-1")).map(shape).unwrap_or_default()
    };
    let before = last(&html(&state).await);
    does(&mut state, Action::Roster(RosterAction::Begin(Field::Name, "V".to_owned())));
    let after = last(&html(&state).await);
    assert!(before.contains("input"), "{before}");
    // Up to the boxes of the name and the ethnic group.
    assert_eq!(before, after);
    // Where one more is shown no longer, the line is still the same one.
    state.rows = 1;
    does(&mut state, Action::Roster(RosterAction::Begin(Field::Name, "L".to_owned())));
    let html = html(&state).await;
    for (id, is_there) in [("f-name-1", false), ("f-name-2", true), ("f-name-3", true), ("f-name-4", false)] {
        assert_eq!(html.contains(&format!("id=\"{id}\"")), is_there, "{id}");
    }
}

/// The tags of a line's cells but the first and the last, without what is in their attributes, below and in lists.
fn shape(line: &str) -> String {
    let cells: Vec<&str> = line.split("<td").collect();
    let inner = cells.get(2..cells.len().saturating_sub(1)).unwrap_or_default().join("<td");
    let tags = inner.split('<').skip(1).map(|tag| tag.split([' ', '>']).next().unwrap_or_default());
    tags.filter(|tag| !["option", "/option", "p", "/p"].contains(tag)).collect::<Vec<_>>().join(" ")
}

/// Browsers write titles down among the pages that were visited.
#[test]
fn nobodys_name_is_in_a_title() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    for (kind, field) in [
        (RecordKind::Candidate, Field::Name),
        (RecordKind::Member, Field::MemberName),
        (RecordKind::Assignment, Field::AssignmentName),
    ] {
        does(&mut state, Action::Begin { kind, given: vec![(field, "Vàng A Thử".to_owned())] });
        let (Route::Record(id) | Route::Part(id, _)) = state.route.clone() else { unreachable!() };
        let mut routes = vec![Route::Record(id.clone()), Route::History(Some(id.clone()))];
        if kind == RecordKind::Candidate {
            routes.extend([Route::Procedure(id.clone()), Route::Part(id.clone(), Section::Details)]);
            routes.extend(Sheet::ALL.map(|sheet| Route::Sheet(id.clone(), sheet)));
        }
        for route in routes {
            // Without leaving the record, which would be dropped since nothing of it was typed.
            state.route = route;
            assert!(heading(&state).contains("Vàng A Thử"), "{}", heading(&state));
            assert_eq!(title(&state), format!("{} – Kết Nạp", words::record(kind)));
        }
    }
}

/// A page is not drawn anew for what is said to stay in the frame: it has to look the same.
#[tokio::test(flavor = "current_thread")]
async fn what_stays_in_the_frame_alters_no_page() {
    let mut state = state();
    let sample = sample::all().into_iter().next().map(|sample| sample.key).unwrap_or_default();
    does(&mut state, Action::OpenSample(sample));
    let records = state.book.records().map(|(id, _)| Route::Record(id.clone()).href());
    let addresses: Vec<String> = ADDRESSES.into_iter().map(str::to_owned).chain(records).collect();
    for address in addresses {
        does(&mut state, Action::Navigated(address.clone()));
        for (action, staying) in [
            (Action::Version(NewVersion::Offered(1)), true),
            (Action::FetchVersion, true),
            (Action::Version(NewVersion::Failed(Cause::Line)), true),
            (Action::TakeVersion, true),
            (Action::VersionLater, true),
            (Action::VersionSwitchedElsewhere, true),
            (Action::OfflineReady, true),
            (Action::NoticeRead(0), true),
            (Action::Offline(Offline::Never), address != "#/settings"),
            (Action::CanInstall, false),
        ] {
            let told = format!("{address} {action:?}");
            assert_eq!(action.stays_in_frame(&state.route), staying, "{told}");
            let before = sheet(&html(&state).await);
            assert!(before.contains("<h1"), "{told}");
            does(&mut state, action);
            assert!(!staying || before == sheet(&html(&state).await), "{told}");
        }
        state.offline = None;
    }
}

/// The page without the frame around it.
fn sheet(page: &str) -> String {
    let sheet = page.split_once("<fieldset class=\"sheet\"").and_then(|(_, rest)| rest.split_once("</fieldset>"));
    sheet.map(|(sheet, _)| sheet.to_owned()).unwrap_or_default()
}

#[tokio::test(flavor = "current_thread")]
async fn pages_of_the_deferred_chunk_say_that_they_come() {
    let mut state = state();
    does(&mut state, Action::Chunks(Chunks::COMING));
    assert!(html(&state).await.contains("Đang tải phần này"), "the samples of the first start");
    for (later, words) in
        [(Chunks::COMING, "Đang tải phần này"), (Chunks { here: None, failed: true }, "Chưa tải được phần còn lại")]
    {
        does(&mut state, Action::Chunks(later));
        for address in ["#/candidates", "#/organizations", "#/settings", "#/safety", "#/history", "#/candidates/gone"] {
            does(&mut state, Action::Navigated(address.into()));
            let page = html(&state).await;
            check(&page, address);
            assert!(page.contains(words), "{address}");
        }
    }
    does(&mut state, Action::SaveFile);
    does(&mut state, Action::Navigated("#/progress".into()));
    let page = html(&state).await;
    assert!(page.contains("Chưa tải được phần còn lại") && page.contains("Thử lại"));
    does(&mut state, Action::Chunks(Chunks::COMING));
    assert!(html(&state).await.contains("tải xong mới làm được việc này"));
}

#[tokio::test(flavor = "current_thread")]
async fn new_records_of_every_kind_draw_their_form() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Committee));
    for kind in RecordKind::ALL.into_iter().filter(|kind| !kind.is_attached()) {
        does(&mut state, Action::Navigated(Route::New(kind).href()));
        let page = html(&state).await;
        check(&page, "new");
        // Never typed: it comes from a file, and has no form.
        if kind == RecordKind::OfficeRules {
            continue;
        }
        let first = Field::title(kind).spec().section;
        for field in Field::of(kind).filter(|field| kind != RecordKind::Candidate || field.spec().section == first) {
            assert!(page.contains(field.label()), "{field:?}");
        }
    }
}

/// A cell that keeps so much of a dossier, with a candidate begun.
fn begins(level: &str) -> (State, RecordId) {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    let cell = selectors_home(&state);
    does(&mut state, edit(&cell, Field::OrganizationLevel, level));
    does(&mut state, Action::Navigated("#/candidates/new".into()));
    let Route::Part(record, Section::Identity) = state.route.clone() else { unreachable!("{:?}", state.route) };
    does(&mut state, edit(&record, Field::Name, "Lò Thị Mẫu"));
    (state, record)
}

fn edit(record: &RecordId, field: Field, text: &str) -> Action {
    Action::Edited { record: record.clone(), field, text: text.to_owned() }
}

#[tokio::test(flavor = "current_thread")]
async fn at_the_full_level_every_item_of_the_form_has_a_labelled_box() {
    let (mut state, record) = begins("full");
    let mut items = std::collections::BTreeSet::new();
    for section in Section::DOSSIER {
        does(&mut state, Action::Navigated(Route::Part(record.clone(), section).href()));
        let page = html(&state).await;
        check(&page, section.word());
        for field in Field::in_section(section) {
            assert!(page.contains(&format!(" id=\"f-{}\"", field.spec().key)), "{field:?}");
            if let Some(item) = field.spec().item {
                assert!(page.contains(&format!("\">{}. </span>{}", item.0, field.label())), "{field:?}");
                items.insert(item.0);
            }
        }
    }
    let parts: Vec<_> = Section::DOSSIER.into_iter().filter_map(|part| Some((part, part.attached()?))).collect();
    assert_eq!(parts.len(), 10, "parts with rows that hang on the dossier");
    for (section, kind) in parts {
        does(&mut state, Action::BeginAttached(kind, record.clone()));
        let Route::Record(row) = state.route.clone() else { unreachable!("{:?}", state.route) };
        assert_eq!(row.candidate().as_ref(), Some(&record));
        let page = html(&state).await;
        check(&page, section.word());
        for field in Field::of(kind) {
            assert!(page.contains(&format!(" id=\"f-{}\"", field.spec().key)), "{field:?}");
        }
        // A row is written with its first edit, and then listed.
        let title = Field::of(kind).find(|field| matches!(field.spec().kind, Kind::Line { .. } | Kind::Choice(_)));
        let title = title.unwrap_or_else(|| unreachable!("{kind:?}"));
        does(&mut state, edit(&row, title, "Dòng thử"));
        does(&mut state, Action::Navigated(Route::Part(record.clone(), section).href()));
        assert!(html(&state).await.contains(&Route::Record(row).href()), "{kind:?}");
    }
    assert_eq!(items, (1..=26).collect(), "all 26 items of the form");
    does(&mut state, Action::Navigated(Route::Record(record).href()));
    let page = html(&state).await;
    check(&page, "dossier");
    assert!(page.contains("Mức lưu giữ: Đầy đủ") && !page.contains("trên giấy"));
}

#[tokio::test(flavor = "current_thread")]
async fn below_a_level_only_the_paper_is_asked_about() {
    for (level, kept) in [("", Level::Steps), ("form", Level::Form), ("full", Level::Full)] {
        let (mut state, record) = begins(level);
        for section in Section::DOSSIER {
            does(&mut state, Action::Navigated(Route::Part(record.clone(), section).href()));
            let page = html(&state).await;
            check(&page, section.word());
            let on_paper = section.level() > kept;
            assert_eq!(
                page.contains(" id=\"f-there\"") || page.contains("f-there-label"),
                on_paper,
                "{level} {section:?}"
            );
            for field in Field::in_section(section) {
                assert_eq!(page.contains(&format!(" id=\"f-{}\"", field.spec().key)), !on_paper, "{level} {field:?}");
            }
        }
    }
    // What stands above the level is shown all the same, with a word about it.
    let (mut state, record) = begins("form");
    does(&mut state, edit(&record, Field::Life, "Sinh ra và lớn lên ở bản."));
    let paper = Section::Life.paper(&record).unwrap_or_else(|| unreachable!());
    does(&mut state, edit(&paper, Field::PaperHolder, "Bí thư chi bộ"));
    does(&mut state, Action::Navigated(Route::Part(record, Section::Life).href()));
    let page = html(&state).await;
    assert!(page.contains("f-life") && page.contains("nhiều hơn mức lưu giữ hiện nay"));
    assert!(page.contains("data-shows=\"Bí thư chi bộ\""));
}

#[tokio::test(flavor = "current_thread")]
async fn a_long_list_offers_what_may_be_meant() {
    let (mut state, record) = begins("full");
    for (typed, offers, shown) in [
        ("da", &["Dao", "Xơ Đăng"][..], "da"),
        ("dao", &[], "Dao"),
        ("la h", &["La Hủ", "La Ha"], "la h"),
        ("", &[], ""),
        ("người trên núi", &[], "người trên núi"),
    ] {
        does(&mut state, edit(&record, Field::EthnicGroup, typed));
        let page = html(&state).await;
        check(&page, typed);
        let under =
            page.split("id=\"f-ethnic_group\"").nth(1).and_then(|rest| rest.split("offers").nth(1)).unwrap_or_default();
        let under = under.split("class=\"field\"").next().unwrap_or_default();
        for offer in offers {
            assert!(under.contains(&format!(">{offer}</button>")), "{typed}: {offer} in {under}");
        }
        assert_eq!(under.matches("</button>").count(), offers.len(), "{typed}");
        assert!(page.contains(&format!(" data-shows=\"{shown}\"")), "{typed}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_finding_about_two_parts_is_told_on_both_and_leads_there() {
    let (mut state, record) = begins("full");
    does(&mut state, edit(&record, Field::Birth, "21/12/2007"));
    does(&mut state, edit(&record, Field::CellMeeting, "20/12/2025"));
    does(&mut state, edit(&record, Field::Resume, "1/3/2022"));
    for (section, id) in [(Section::Identity, "f-birth-finding"), (Section::Meeting, "f-cell_meeting-finding")] {
        does(&mut state, Action::Navigated(Route::Part(record.clone(), section).href()));
        let page = html(&state).await;
        check(&page, section.word());
        assert!(
            page.contains("Chưa đủ 18 tuổi") && values(&page, "aria-describedby").iter().any(|ids| ids.contains(id))
        );
    }
    // The older form has its own numbers and order.
    does(&mut state, Action::Navigated(Route::Part(record.clone(), Section::Identity).href()));
    let page = html(&state).await;
    assert!(page.contains(">2. </span>Giới tính") && page.find("Giới tính") < page.find("Ngày sinh<"));
    assert_eq!(selectors::last_place(&state), Some((record.clone(), Section::Identity)));
    does(&mut state, Action::Navigated("#/".into()));
    assert!(html(&state).await.contains("Bản thân: Lò Thị Mẫu"));
    let mut effects = Vec::new();
    let moment = state.moment;
    run(&mut state, moment, Action::Jump(record.clone(), Field::CellMeeting), &mut |effect| {
        effects.push(effect);
        None
    });
    let there = Route::Part(record, Section::Meeting);
    assert_eq!(effects, [Effect::Ask(Request::Go(there.clone())), Effect::Focus(there, Field::CellMeeting)]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_regulation_is_shown_with_sources_and_changes() {
    let mut state = state();
    does(&mut state, Action::Navigated("#/regulation".into()));
    let page = html(&state).await;
    check(&page, "regulation");
    for words in [
        "Vào ngày 21/11/2026",
        "294-QĐ/TW ngày 26/05/2025",
        "Có hiệu lực từ 20/01/2025 đến 30/06/2025",
        "Trừ đảng viên chuyển sinh hoạt tạm thời, được miễn sinh hoạt mà không dự họp: có, trước chưa thấy nêu",
        "Tốt nghiệp trung học cơ sở",
        "60 ngày làm việc",
        "chưa kiểm chứng",
        "Lý lịch của người xin vào Đảng, 2-KNĐ",
        "Làm bù: 10/1, 22/8",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn findings_are_tied_to_every_field_they_are_about() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    does(&mut state, Action::Navigated("#/candidates/new".into()));
    let Route::Part(record, _) = state.route.clone() else { unreachable!() };
    for (field, text) in [
        (Field::Name, "Ờ".repeat(10_000)),
        (Field::Birth, "1/1/1999".into()),
        (Field::SexOfCandidate, "male".into()),
        (Field::CitizenId, "011199000123".into()),
        (Field::SentToClass, "31/02/2026".into()),
    ] {
        does(&mut state, Action::Edited { record: record.clone(), field, text });
    }
    does(&mut state, Action::Navigated(Route::Part(record.clone(), Section::Preparation).href()));
    let page = html(&state).await;
    check(&page, "wrong day");
    assert!(page.contains("Không có ngày này trong lịch"));
    assert!(page.contains("aria-invalid=\"true\""));
    does(&mut state, Action::Navigated(Route::Record(record.clone()).href()));
    let page = html(&state).await;
    check(&page, "wrong candidate");
    for words in
        ["Dài 10.000 chữ, chỉ chứa được 120", "Không có ngày này trong lịch", "Theo số căn cước thì giới tính là nữ"]
    {
        assert!(page.contains(words), "{words}");
    }
    does(&mut state, Action::Navigated(Route::Part(record, Section::Identity).href()));
    let page = html(&state).await;
    check(&page, "wrong identity");
    let box_of = |id: &str| {
        page.split("<input").find(|part| part.contains(&format!(" id=\"{id}\""))).unwrap_or_default().to_owned()
    };
    let described = |html: &str| values(html.split('>').next().unwrap_or_default(), "aria-describedby").concat();
    let number = described(&box_of("f-citizen_id"));
    assert!(number.contains("f-citizen_id-finding"), "{number}");
    // The sex is a group: the finding told at the number is named there too.
    let group = page
        .split("role=\"radiogroup\"")
        .find(|part| part.contains("aria-labelledby=\"f-sex-label\""))
        .unwrap_or_default();
    assert!(described(group).contains("f-citizen_id-finding"), "{}", described(group));
    assert!(box_of("f-name").contains("aria-invalid=\"true\""));
}

#[tokio::test(flavor = "current_thread")]
async fn text_from_records_never_becomes_markup() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    let record = selectors_home(&state);
    let text = "<img src=x onerror=alert(1)>".to_owned();
    does(&mut state, Action::Edited { record, field: Field::OrganizationName, text });
    for address in ["#/", "#/organizations", "#/progress", "#/candidates/new"] {
        does(&mut state, Action::Navigated(address.into()));
        let page = html(&state).await;
        assert!(!page.contains("<img"), "{address}");
    }
}

/// Texts that a program might take for something else.
const HOSTILE: [&str; 7] = [
    "</p><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "=HYPERLINK(\"http://127.0.0.1/\",\"x\")",
    "\u{202E}uẫM ịhT òL\u{2066}",
    "Lò\0Thị\u{1}Mẫu\u{FFFD}\u{FFFF}",
    "]]><!--&lt;&#x3C;img src=x>",
];

/// A book as somebody may send it, with such a text in every item of every record.
fn hostile(state: &State) -> (Book, Vec<RecordId>) {
    let (mut book, mut ids, mut texts) = (state.book.clone(), Vec::new(), HOSTILE.iter().cycle());
    let known: Vec<RecordId> = book.records().map(|(id, _)| id.clone()).collect();
    for kind in RecordKind::ALL {
        let person = known.iter().find(|id| id.is(RecordKind::Candidate)).filter(|_| kind.is_attached());
        ids.push(person.and_then(|id| RecordId::new_attached(kind, id, 7)).unwrap_or_else(|| RecordId::new(kind, 7)));
    }
    ids.extend(known.into_iter().take(40));
    for id in &ids {
        for field in id.kind().into_iter().flat_map(Field::of) {
            // Who belongs to whom stays, so that all of it is on some page.
            if !field.spec().kind.is_reference() && !matches!(field.spec().kind, Kind::Choice(_)) {
                book.edit(5, id, field.spec().key, texts.next().map(|text| (*text).to_owned()));
            }
        }
    }
    (book, ids)
}

#[tokio::test(flavor = "current_thread")]
async fn hostile_texts_stay_texts_on_every_page_and_sheet() {
    let mut state = state();
    let key =
        sample::all().into_iter().find(|sample| sample.records.iter().any(|(id, _)| id.is(RecordKind::Candidate)));
    does(&mut state, Action::OpenSample(key.map(|sample| sample.key).unwrap_or_default()));
    let (book, ids) = hostile(&state);
    let found =
        Found { book, store: Store::default(), preferences: state.preferences.clone(), backup: Known::default() };
    does(&mut state, Action::Opened(Box::new(found)));
    let mut addresses: Vec<String> = ADDRESSES.map(str::to_owned).into();
    for id in &ids {
        addresses.push(Route::Record(id.clone()).href());
        addresses.push(Route::History(Some(id.clone())).href());
        if id.is(RecordKind::Candidate) {
            addresses.push(Route::Procedure(id.clone()).href());
            addresses.extend(Section::DOSSIER.map(|section| Route::Part(id.clone(), section).href()));
            addresses.extend(Sheet::ALL.map(|sheet| Route::Sheet(id.clone(), sheet).href()));
        }
        if id.is(RecordKind::Organization) {
            addresses.extend(
                [Aspect::Places, Aspect::Sources, Aspect::Classes].map(|aspect| Route::Of(id.clone(), aspect).href()),
            );
            addresses.extend(Roster::ALL.map(|roster| Route::Of(id.clone(), Aspect::Table(roster)).href()));
            addresses.extend(Blank::ALL.map(|blank| Route::Of(id.clone(), Aspect::Blank(blank)).href()));
        }
    }
    let mut seen = 0;
    for address in addresses {
        does(&mut state, Action::Navigated(address.clone()));
        let page = html(&state).await;
        seen += usize::from(page.contains("alert(1)"));
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("<!--&"), "{address}");
        for link in values(&page, "href").into_iter().chain(values(&page, "src")) {
            assert!(
                link.starts_with("#/") || link.starts_with("https://") || link.starts_with("tel:"),
                "{address}: {link}"
            );
        }
    }
    assert!(seen > 60, "{seen}");
}

/// A text of a megabyte, as whoever wants to break a page may send it.
#[tokio::test(flavor = "current_thread")]
async fn a_text_of_a_megabyte_breaks_no_page() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    let mut book = state.book.clone();
    let id = RecordId::new(RecordKind::Candidate, 7);
    for field in [Field::Name, Field::Residence, Field::Birth, Field::CitizenId] {
        book.edit(5, &id, field.spec().key, Some("Lò ".repeat(262_144)));
    }
    let found =
        Found { book, store: Store::default(), preferences: state.preferences.clone(), backup: Known::default() };
    does(&mut state, Action::Opened(Box::new(found)));
    let route = Route::Record(id.clone()).href();
    for address in ["#/", "#/candidates", "#/todo", "#/history", "#/safety", &route] {
        does(&mut state, Action::Navigated(address.to_owned()));
        assert!(html(&state).await.contains("<h1"), "{address}");
    }
}

/// A backup, a parcel and a file that came are asked for their passphrase, nothing else; what is wrong stands beside the boxes.
#[tokio::test(flavor = "current_thread")]
async fn a_sealed_file_is_asked_about_alone() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    does(&mut state, Action::Navigated("#/safety".into()));
    assert!(html(&state).await.contains(lock::SEAL));
    does(&mut state, Action::Vault(VaultAction::File(Some(FileTask::Backup)).handed()));
    let page = html(&state).await;
    check(&page, "sealing");
    assert!(page.contains(lock::SEAL_BACKUP) && !page.contains(lock::TURN_ON));
    does(&mut state, Action::Vault(VaultAction::Ask(Task::File).handed()));
    assert!(html(&state).await.contains("ngắn quá"));
    does(&mut state, Action::Vault(VaultAction::File(None).handed()));
    does(&mut state, Action::FileRead("-----BEGIN AGE ENCRYPTED FILE-----\n…".into()));
    let page = html(&state).await;
    check(&page, "opening");
    assert!(page.contains(lock::OPEN_FILE) && page.contains(lock::LEAVE_CLOSED) && !page.contains(lock::TURN_ON));
}

fn selectors_home(state: &State) -> RecordId {
    selectors::home(state).unwrap_or_else(|| unreachable!("no organization"))
}

/// Opens a store that held this.
fn opens(state: &mut State, store: Store, backup: Known) {
    let (book, preferences) = (state.book.clone(), Preferences::default());
    does(state, Action::Opened(Box::new(Found { book, store, preferences, backup })));
}

#[tokio::test(flavor = "current_thread")]
async fn trouble_is_told_on_every_page() {
    let mut state = state();
    let name = "ket-nap/book/strange".to_owned();
    let unread = vec![Unread { name, why: None, elsewhere: false }];
    let denied = Some(MediumError::Denied);
    opens(&mut state, Store { unread, denied, replica: denied, ..Store::default() }, Known::default());
    does(&mut state, Action::Version(NewVersion::Offered(83_400)));
    does(&mut state, Action::RemoveSamples);
    let page = html(&state).await;
    for words in [
        "không cho trang này ghi",
        "1 mẩu dữ liệu trong máy không đọc được",
        "Có bản mới: cập nhật 84\u{a0}kB",
        "Tải về",
        "Xóa toàn bộ dữ liệu mẫu?",
        "role=\"alertdialog\"",
    ] {
        assert!(page.contains(words), "{words}");
    }
    check(&page, "trouble");
    does(&mut state, Action::Navigated("#/safety".into()));
    let page = html(&state).await;
    assert!(page.contains("ket-nap/book/strange") && page.contains("Lưu mọi thứ ra tệp cứu hộ"));
    check(&page, "safety in trouble");
}

#[tokio::test(flavor = "current_thread")]
async fn the_page_says_whether_it_opens_without_a_network() {
    for (offline, told, settings) in [
        (Offline::Ready, None, "Chương trình đã nằm trong máy"),
        (Offline::Never, None, "Ở đây trình duyệt không giữ được"),
        (Offline::Missing(Cause::Line), Some("Có mạng thì tự tải lại"), "Có mạng thì"),
        (Offline::Missing(Cause::Host), Some("tệp trên máy chủ không đúng"), "tệp trên máy chủ không đúng"),
        (Offline::Missing(Cause::Full), Some("máy không còn đủ chỗ"), "máy không còn đủ chỗ"),
    ] {
        let mut state = state();
        state.build = "1a2b3c4".to_owned();
        does(&mut state, Action::Offline(offline));
        let page = html(&state).await;
        assert_eq!(state.notices.len(), told.into_iter().count(), "{offline:?}");
        assert!(told.is_none_or(|words| page.contains(words)), "{offline:?}");
        // Told once, though it is tried again.
        does(&mut state, Action::NoticeRead(0));
        does(&mut state, Action::Offline(offline));
        assert!(state.notices.is_empty(), "{offline:?}");
        does(&mut state, Action::Navigated("#/settings".into()));
        let page = html(&state).await;
        assert!(page.contains(settings) && page.contains("(1a2b3c4)"), "{offline:?}");
        check(&page, "settings offline");
    }
    // Bad news does not come back from under the good.
    let mut state = state();
    for action in
        [Action::Offline(Offline::Missing(Cause::Line)), Action::Offline(Offline::Ready), Action::OfflineReady]
    {
        does(&mut state, action);
    }
    let told: Vec<_> = state.notices.iter().map(|told| told.notice.clone()).collect();
    assert_eq!(told, [Notice::OfflineReady]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_page_says_how_surely_everything_is_kept() {
    let mut state = state();
    let full = Some(MediumError::Full);
    let refused = Replica::Refused(MediumError::Denied);
    for (local, replica, words, more) in [
        (None, Replica::Writing, "đang ghi…", ""),
        (full, Replica::Writing, "đang ghi…", ""),
        (None, Replica::Confirmed, "đã lưu", ""),
        (full, Replica::Confirmed, "đã lưu một bản", "Sổ chỉ có một bản trong trình duyệt"),
        (None, refused, "đã ghi vào máy", "Sổ chỉ có một bản trong trình duyệt"),
        (full, refused, "", "đã đầy"),
    ] {
        does(&mut state, Action::Kept(Kept { local, replica }));
        let page = html(&state).await;
        assert!(page.contains(&format!("role=\"status\">{words}</p>")), "{local:?} {replica:?}: {words}");
        assert!(page.contains(more), "{local:?} {replica:?}: {more}");
        // Where something is in no store at all, the way out is beside the news.
        assert_eq!(page.contains("Sao lưu ngay"), words.is_empty());
        check(&page, words);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_page_that_only_reads_has_no_box_to_type_in_and_a_button_to_take_over() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    opens(&mut state, Store { read_only: true, ..Store::default() }, Known::default());
    let page = html(&state).await;
    let sheet = page.split("<fieldset").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
    assert!(sheet.contains(" disabled"), "{sheet}");
    assert!(!page.contains("Hoàn tác"));
    assert!(page.contains("Ghi ở trang này"));
    // The button is not among what is switched off.
    assert!(page.find("Ghi ở trang này") < page.find("<fieldset"));
    check(&page, "read only");
}

#[tokio::test(flavor = "current_thread")]
async fn a_locked_page_has_one_box_and_shows_nothing_of_people() {
    let mut state = state();
    does(&mut state, Action::Navigated("#/candidates".into()));
    opens(&mut state, Store { lock: Lock::Locked, read_only: true, ..Store::default() }, Known::default());
    let page = html(&state).await;
    for words in
        ["Sổ đang khóa", "Mở khóa", "Quên mật khẩu?", "id=\"secret\"", "class=\"box covered\"", "Xóa sạch máy này"]
    {
        assert!(page.contains(words), "{words}\n{page}");
    }
    // A page that only reads may be opened, too; there is nowhere else to go.
    assert!(!page.contains("fieldset class=\"sheet\" disabled") && !page.contains("<nav"));
    check(&page, "locked");
    does(&mut state, Action::Vault(VaultAction::Show(true).handed()));
    does(&mut state, Action::Vault(VaultAction::Typed(SecretBox::Current, "mưa trên bản".into()).handed()));
    does(&mut state, Action::Vault(VaultAction::Ask(Task::Unlock).handed()));
    let page = html(&state).await;
    assert!(page.contains("Đang kiểm tra mật khẩu") && page.contains("Che chữ đang gõ") && !page.contains("mưa trên"));
    does(&mut state, Action::Vault(VaultAction::Done(Err(VaultTrouble::Shut(Shut::Wrong))).handed()));
    assert!(html(&state).await.contains("Mật khẩu không đúng"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_lock_is_turned_on_changed_and_off_on_the_page_about_keeping() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    does(&mut state, Action::Navigated("#/safety".into()));
    let page = html(&state).await;
    assert!(page.contains("Bật khóa") && !page.contains("kn-lock"));
    does(&mut state, Action::Vault(VaultAction::Typed(SecretBox::New, "0912345678".into()).handed()));
    does(&mut state, Action::Vault(VaultAction::Ask(Task::TurnOn).handed()));
    assert!(html(&state).await.contains("Chỉ có chữ số thì dễ đoán"));
    opens(&mut state, Store { lock: Lock::Open, left: 1, ..Store::default() }, Known::default());
    let page = html(&state).await;
    for words in ["Khóa ngay", "id=\"kn-lock\"", "Còn phần chưa niêm phong được", "Làm mã khôi phục mới", "Tắt khóa"]
    {
        assert!(page.contains(words), "{words}\n{page}");
    }
    check(&page, "lock");
    // The code stands alone until it is written down.
    does(&mut state, Action::Vault(VaultAction::Done(Ok(Outcome::Paper("ABCDE-FGHJK".into()))).handed()));
    let page = html(&state).await;
    assert!(page.contains("ABCDE-FGHJK") && page.contains("Đã chép ra giấy") && !page.contains("Sao lưu ngay"));
    check(&page, "code");
    does(&mut state, Action::Vault(VaultAction::Written.handed()));
    assert!(!html(&state).await.contains("ABCDE"));
}

#[tokio::test(flavor = "current_thread")]
async fn files_and_generations_are_told_with_their_time() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    let ms = 1_795_305_600_000;
    state.moment.ms = ms;
    let version = state.book.version().clone();
    let backup = Known {
        file: Some(File { ms, checked: true, version }),
        generations: [Some(Generation { ms, records: 400 }), None],
    };
    let store = Store { large: Large(true), used: 2_621_440, persisted: Some(true), ..Store::default() };
    opens(&mut state, store, backup);
    does(&mut state, Action::Persisted(true));
    does(&mut state, Action::Navigated("#/safety".into()));
    let page = html(&state).await;
    for words in [
        "Lần sao lưu gần nhất: 07:00 22/11/2026 (đã kiểm tra), chưa có gì mới hơn.",
        "07:00 22/11/2026: 400 mục",
        "Bản dự phòng có nhiều mục hơn hẳn",
        "Sổ lớn:",
        "Đã dùng 50%",
        "cam kết không tự xóa",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    does(&mut state, Action::ReplaceGenerations);
    let page = html(&state).await;
    assert!(page.contains("Bỏ các bản dự phòng cũ?"));
    check(&page, "question about generations");
}

#[tokio::test(flavor = "current_thread")]
async fn history_deleted_records_and_disputes_draw_with_their_buttons() {
    let mut state = state();
    does(&mut state, Action::OpenSample("bac-kan".into()));
    let id = RecordId::of(RecordKind::Candidate, "mau-bk-dq-1").unwrap_or_else(|| unreachable!());
    let edit = |text: &str| Action::Edited { record: id.clone(), field: Field::SexOfCandidate, text: text.into() };
    does(&mut state, edit("male"));
    does(&mut state, Action::Left);
    does(&mut state, edit("female"));
    // The same field on another device that had not seen this.
    let mut other = Book::new(0xabcd);
    let change = other.edit(5, &id, Field::SexOfCandidate.spec().key, Some("male".into()));
    state.book.apply(&change);
    does(&mut state, Action::Navigated("#/history/candidates/mau-bk-dq-1".into()));
    let page = html(&state).await;
    assert!(page.contains("Nam → Nữ") && page.contains("máy số abcd") && page.contains("Lấy lại giá trị cũ"), "{page}");
    check(&page, "history");
    assert_eq!(past::disputes(&state).len(), 1);
    does(&mut state, Action::Navigated("#/disputes".into()));
    let page = html(&state).await;
    assert!(page.contains("đang dùng") && page.matches("Lấy giá trị này").count() == 2);
    check(&page, "disputes");
    does(&mut state, Action::Navigated("#/".into()));
    assert!(html(&state).await.contains("Có 1 chỗ hai máy ghi khác nhau"));
    does(&mut state, Action::Delete(id));
    does(&mut state, Action::Navigated("#/deleted".into()));
    check(&html(&state).await, "deleted");
}

#[tokio::test(flavor = "current_thread")]
async fn every_notice_about_keeping_draws() {
    let mut state = state();
    for notice in [
        Notice::Undone(0),
        Notice::Undone(3),
        Notice::Redone,
        Notice::FileSaved(true),
        Notice::FileSaved(false),
        Notice::FileChecked(0),
        Notice::FileChecked(12),
        Notice::FileTaken(1_234),
        Notice::FileTrouble(Trouble::Different),
        Notice::BroughtBack(0),
    ] {
        state.notices = vec![ket_nap::app::state::SeenNotice { notice: notice.clone(), seen: false }];
        let page = html(&state).await;
        assert!(page.contains("notice-title"), "{notice:?}");
        check(&page, "notice");
    }
}

/// Goes to a page, which has these words.
async fn shows(state: &mut State, hash: &str, words: &[&str]) {
    does(state, Action::Navigated(hash.to_owned()));
    let html = html(state).await;
    check(&html, hash);
    for words in words {
        assert!(html.contains(words), "{hash}: {words}\n{html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn steps_tasks_helpers_and_the_register_are_drawn_with_their_words() {
    let (mut state, person) = begins("full");
    for (field, text) in [
        (Field::Name, "Lò Thị Mẫu"),
        (Field::Certificate, "1/6/2025"),
        (Field::Application, "1/8/2025"),
        (Field::Resume, "5/8/2025"),
        (Field::SelfAnswered, "1/10/2025"),
        (Field::BodiesHeard, "1/11/2025"),
        (Field::CellMeeting, "1/12/2025"),
        (Field::OfficialMembers, "9"),
        (Field::VotesFor, "9"),
    ] {
        does(&mut state, edit(&person, field, text));
    }
    does(&mut state, Action::BeginAttached(RecordKind::Helper, person.clone()));
    let Route::Record(helper) = state.route.clone() else { unreachable!("{:?}", state.route) };
    does(&mut state, edit(&helper, Field::HelperName, "Vàng A Thử"));
    does(&mut state, edit(&helper, Field::HelperSince, "1/2/2025"));
    let steps = format!("#/candidates/{}/procedure", person.name());
    // 60 working days after 1/12/2025, over New Year and Tết.
    let due = "chậm nhất 03/03/2026";
    let papers = "Nghị quyết đề nghị kết nạp đảng viên (6-KNĐ)";
    shows(
        &mut state,
        &steps,
        &["10. Tổ chức lễ kết nạp", due, papers, "đang giúp 1 người", "Ban thường vụ đảng ủy xã"],
    )
    .await;
    shows(&mut state, "#/", &["1 việc quá hạn", "Gửi hồ sơ lên cấp trên"]).await;
    shows(&mut state, "#/todo", &["Quá hạn (1)", "Lò Thị Mẫu"]).await;
    shows(&mut state, "#/inspection", &["Theo chi bộ", "Quá hạn ra quyết định (1)"]).await;

    does(&mut state, Action::Navigated("#/members/new".to_owned()));
    let Route::Record(member) = state.route.clone() else { unreachable!("{:?}", state.route) };
    for (field, text) in [
        (Field::MemberName, "Giàng Thị Thí Dụ"),
        (Field::MemberAdmitted, "3/2/1997"),
        (Field::MemberRecognition, "3/2/1998"),
        (Field::MemberJoined, "1/6/2026"),
    ] {
        does(&mut state, edit(&member, field, text));
    }
    let home = selectors_home(&state);
    does(&mut state, edit(&home, Field::OrganizationRegister, "yes"));
    let words = [
        "Huy hiệu 30 năm · đợt 03/02/2027",
        "Biến động đảng viên",
        "Chuyển đến",
        "Còn 1 đảng viên: chi bộ phải có từ 3 đảng viên chính thức",
    ];
    shows(&mut state, "#/members", &words).await;

    does(&mut state, Action::Reconcile("17/30 = 56,7%\ntừ 68 lên 101, tăng 33%\nabc".to_owned()));
    let words = ["khớp", "không khớp", "chưa hiểu", "có thể đã chia cho số mới"];
    shows(&mut state, "#/reconcile", &words).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_report_is_checked_a_few_lines_at_a_time_and_beside_the_book() {
    let mut state = state();
    does(&mut state, Action::OpenSample("mai-chau".into()));
    does(&mut state, Action::Reconcile("Năm 2020 kết nạp 9 đảng viên mới".to_owned()));
    shows(&mut state, "#/reconcile", &["Trong sổ là 7 (kết nạp, ", "năm 2020)"]).await;

    let long = "Kế hoạch giao 80, kết nạp 92, đạt 115%.\n".repeat(60) + "17/30 = 65,7%";
    does(&mut state, Action::Reconcile(long));
    shows(&mut state, "#/reconcile", &["Đang đối chiếu: ", "kết nạp 9 đảng viên mới"]).await;
    while state.figures.checks.is_pending() {
        does(&mut state, Action::Figures(Further::Judge));
    }
    let words = ["61 dòng, 1 dòng nên xem lại", "Xem thêm (còn 21 dòng)", "Chỉ hiện dòng nên xem lại"];
    shows(&mut state, "#/reconcile", &words).await;
    does(&mut state, Action::Figures(Further::Short(true)));
    shows(&mut state, "#/reconcile", &["17/30 = ", "không khớp", "Hiện tất cả các dòng"]).await;
}

#[tokio::test(flavor = "current_thread")]
async fn another_day_holds_for_the_whole_start_page_or_the_part_says_that_it_does_not() {
    let (mut state, person) = begins("steps");
    does(&mut state, edit(&person, Field::Name, "Lò Thị Mẫu"));
    does(&mut state, Action::Navigated("#/".to_owned()));
    let of_today = "Việc cần làm luôn tính theo hôm nay, 21/11/2026";
    assert!(!html(&state).await.contains(of_today));
    does(&mut state, Action::SetAsOf("1/6/2026".to_owned()));
    let page = html(&state).await;
    assert!(page.contains("Đang xem số liệu đến 01/06/2026") && page.contains(of_today), "{page}");
}

#[tokio::test]
async fn who_has_only_a_file_from_above_is_asked_where_they_work() {
    let mut state = state();
    let mut book = Book::new(9);
    for (id, name, parent) in
        [("organization:xa", "Đảng ủy xã Mẫu", None), ("organization:pa", "Chi bộ bản Mẫu", Some("organization:xa"))]
    {
        let id = RecordId::parse(id).unwrap_or_else(|| unreachable!());
        book.create(5, &id, "2026-11-21");
        book.edit(5, &id, "name", Some(name.to_owned()));
        book.edit(5, &id, "parent", parent.map(str::to_owned));
    }
    does(&mut state, Action::FileRead(ket_nap::store::backup::write(&book, 5)));
    does(&mut state, Action::Confirmed);
    does(&mut state, Action::Navigated(Route::Lists.href()));
    let before = html(&state).await;
    assert!(before.contains("Làm việc ở tổ chức nào?") && !before.contains("Lập tệp gửi"), "{before}");
    let cell = RecordId::parse("organization:pa").unwrap_or_else(|| unreachable!());
    does(&mut state, Action::SetHome(cell));
    let cell = html(&state).await;
    assert!(cell.contains("Lập tệp gửi cấp trên") && !cell.contains("gửi mọi chi bộ"), "{cell}");
    let office = RecordId::parse("organization:xa").unwrap_or_else(|| unreachable!());
    does(&mut state, Action::SetHome(office));
    let office = html(&state).await;
    assert!(office.contains("gửi mọi chi bộ") && office.contains("1 nơi quá 31 ngày chưa gửi"), "{office}");
}
