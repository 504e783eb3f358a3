//! Pages drawn to HTML on the host: every box has a label, every finding is tied to its field,
//! every page draws in every state.

use ket_nap::app::action::Action;
use ket_nap::app::past;
use ket_nap::app::state::{Found, Moment, Notice, Role, State, Store};
use ket_nap::app::update::update;
use ket_nap::domain::day::Day;
use ket_nap::domain::field::Field;
use ket_nap::domain::id::{RecordId, RecordKind};
use ket_nap::exchange::sample;
use ket_nap::store::backup::{File, Generation, Known, Trouble};
use ket_nap::store::journal::{Kept, Second};
use ket_nap::store::medium::MediumError;
use ket_nap::store::open::Unread;
use ket_nap::store::preferences::Preferences;
use ket_nap::store::snapshot::Large;
use ket_nap::views::frame::frame;
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
    frame(&shown.state, &Callback::noop())
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
    for effect in update(state, action) {
        use ket_nap::app::effect::Effect;
        if let Effect::Go(route) | Effect::Replace(route) = effect {
            does(state, Action::Navigated(route.href()));
        }
    }
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
    for tag in ["<input", "<select"] {
        for input in html.split(tag).skip(1).filter_map(|rest| rest.split('>').next()) {
            let radio = input.contains("type=\"radio\"");
            let id = values(input, "id").first().copied().unwrap_or_default().to_owned();
            assert!(radio || labelled.contains(&id.as_str()), "{page}: {tag}{input} has a label");
        }
    }
    assert_eq!(html.matches("<h1").count(), 1, "{page}: one heading");
    assert!(!html.contains("undefined") && !html.contains("None"), "{page}");
}

#[tokio::test(flavor = "current_thread")]
async fn every_page_of_every_sample_is_labelled_and_whole() {
    for sample in sample::all() {
        let mut state = state();
        check(&html(&state).await, "first start");
        does(&mut state, Action::OpenSample(sample.key.clone()));
        let mut addresses: Vec<String> = [
            "#/",
            "#/candidates",
            "#/progress",
            "#/organizations",
            "#/settings",
            "#/kitchen",
            "#/safety",
            "#/history",
            "#/deleted",
            "#/disputes",
            "#/nowhere",
            "#/candidates/gone",
        ]
        .map(str::to_owned)
        .into();
        addresses.extend(sample.records.iter().map(|(id, _)| ket_nap::app::route::Route::Record(id.clone()).href()));
        for address in addresses {
            does(&mut state, Action::Navigated(address.clone()));
            check(&html(&state).await, &address);
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn new_records_of_every_kind_draw_their_form() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Committee));
    for kind in RecordKind::ALL {
        does(&mut state, Action::Navigated(ket_nap::app::route::Route::New(kind).href()));
        let page = html(&state).await;
        check(&page, "new");
        for field in Field::of(kind) {
            assert!(page.contains(field.spec().column), "{field:?}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn findings_are_tied_to_every_field_they_are_about() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    does(&mut state, Action::Navigated("#/candidates/new".into()));
    let ket_nap::app::route::Route::Record(record) = state.route.clone() else { unreachable!() };
    for (field, text) in [
        (Field::Name, "Ờ".repeat(10_000)),
        (Field::Birth, "1/1/1999".into()),
        (Field::SexOfCandidate, "male".into()),
        (Field::CitizenId, "011199000123".into()),
        (Field::Application, "31/02/2026".into()),
    ] {
        does(&mut state, Action::Edited { record: record.clone(), field, text });
    }
    let page = html(&state).await;
    check(&page, "wrong candidate");
    for words in
        ["Dài 10.000 chữ, chỉ chứa được 120", "Không có ngày này trong lịch", "Theo số căn cước thì giới tính là nữ"]
    {
        assert!(page.contains(words), "{words}");
    }
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
    assert!(box_of("f-application").contains("aria-invalid=\"true\""));
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

fn selectors_home(state: &State) -> RecordId {
    ket_nap::app::selectors::home(state).unwrap_or_else(|| unreachable!("no organization"))
}

/// Opens a store that held this.
fn opens(state: &mut State, store: Store, backup: Known) {
    let (book, preferences) = (state.book.clone(), Preferences::default());
    does(state, Action::Opened(std::rc::Rc::new(Found { book, store, preferences, backup })));
}

#[tokio::test(flavor = "current_thread")]
async fn trouble_is_told_on_every_page() {
    let mut state = state();
    let name = "ket-nap/book/strange".to_owned();
    let unread = vec![Unread { name, why: None, elsewhere: false }];
    let denied = Some(MediumError::Denied);
    opens(&mut state, Store { unread, denied, second: denied, ..Store::default() }, Known::default());
    does(&mut state, Action::VersionWaits);
    does(&mut state, Action::RemoveSamples);
    let page = html(&state).await;
    for words in [
        "không cho trang này ghi",
        "1 mẩu dữ liệu trong máy không đọc được",
        "Có bản mới",
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
async fn the_page_says_how_surely_everything_is_kept() {
    let mut state = state();
    let full = Some(MediumError::Full);
    let refused = Second::Refused(MediumError::Denied);
    for (local, second, words, more) in [
        (None, Second::Writing, "đang ghi…", ""),
        (full, Second::Writing, "đang ghi…", ""),
        (None, Second::Confirmed, "đã lưu", ""),
        (full, Second::Confirmed, "đã lưu một bản", "Sổ chỉ có một bản trong trình duyệt"),
        (None, refused, "đã ghi vào máy", "Sổ chỉ có một bản trong trình duyệt"),
        (full, refused, "", "đã đầy"),
    ] {
        does(&mut state, Action::Kept(Kept { local, second }));
        let page = html(&state).await;
        assert!(page.contains(&format!("role=\"status\">{words}</p>")), "{local:?} {second:?}: {words}");
        assert!(page.contains(more), "{local:?} {second:?}: {more}");
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
async fn files_and_generations_are_told_with_their_time() {
    let mut state = state();
    does(&mut state, Action::StartNew(Role::Cell));
    let ms = 1_795_305_600_000;
    let moment = Moment { ms, ..state.moment };
    does(&mut state, Action::At(moment));
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
    let mut other = ket_nap::book::Book::new(0xabcd);
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
        state.notices = vec![ket_nap::app::state::Told { notice: notice.clone(), seen: false }];
        let page = html(&state).await;
        assert!(page.contains("notice-title"), "{notice:?}");
        check(&page, "notice");
    }
}
