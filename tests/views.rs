//! Pages drawn to HTML on the host: every box has a label, every finding is tied to its field,
//! every page draws in every state.

use ket_nap::app::action::Action;
use ket_nap::app::state::{Moment, Role, State};
use ket_nap::app::update::update;
use ket_nap::domain::day::Day;
use ket_nap::domain::field::Field;
use ket_nap::domain::id::{RecordId, RecordKind};
use ket_nap::exchange::sample;
use ket_nap::store::journal::Unread;
use ket_nap::store::medium::MediumError;
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

#[tokio::test(flavor = "current_thread")]
async fn trouble_is_told_on_every_page() {
    let mut state = state();
    let unread = vec![Unread { name: "ket-nap/book/strange".into(), why: None }];
    let preferences = ket_nap::store::preferences::Preferences::default();
    does(&mut state, Action::Opened { changes: Vec::new(), unread, denied: Some(MediumError::Denied), preferences });
    does(&mut state, Action::VersionWaits);
    does(&mut state, Action::RemoveSamples);
    let page = html(&state).await;
    for words in [
        "không cho trang này ghi",
        "ket-nap/book/strange",
        "Có bản mới",
        "Xóa toàn bộ dữ liệu mẫu?",
        "role=\"alertdialog\"",
    ] {
        assert!(page.contains(words), "{words}");
    }
    check(&page, "trouble");
}
