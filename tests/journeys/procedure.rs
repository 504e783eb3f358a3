//! One candidate from being found to being an official member, day by day: what is noted on the
//! day, and what the program then says is to be done and until when. Expected days were counted
//! by hand with the holidays of each year; Tết lies within both ways.

use ket_nap::app::action::Action;
use ket_nap::app::people;
use ket_nap::app::route::Route;
use ket_nap::app::state::Role;
use ket_nap::app::suggestions;
use ket_nap::domain::admission::authority;
use ket_nap::domain::admission::finding::Rule;
use ket_nap::domain::admission::procedure::{self, StepProgress};
use ket_nap::domain::admission::todo::Urgency;
use ket_nap::domain::ledger::members;
use ket_nap::domain::schema::choice::{DecidingBody, EndedFor};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::value::day::Day;
use ket_nap::store::medium::Memory;
use ket_nap::text::{findings, procedure as told};

use crate::commune;
use crate::page::Page;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|problem| unreachable!("{text}: {problem:?}"))
}

/// A cell of a village with a candidate of whom the name is known.
fn begun(today: &str) -> (Page, RecordId) {
    let mut page = Page::open(Memory::default(), 7);
    page.comes_to(day(today));
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    page.goes("#/candidates/new");
    let person = page.here();
    page.types(Field::Name, "Lò Thị Mẫu");
    page.does(Action::Edited { record: person.clone(), field: Field::Birth, text: "3/2/1999".to_owned() });
    (page, person)
}

/// What is to be done, with the last day.
fn tasks(page: &Page) -> Vec<String> {
    let today = page.state.moment.today;
    let line = |task: &ket_nap::domain::admission::todo::Task| {
        let due = told::due(task, today).map(|due| format!(" | {due}")).unwrap_or_default();
        format!("{}{due}", told::task(task))
    };
    people::tasks(&page.state).iter().map(line).collect()
}

/// Notes fields on a day and says what is then to be done.
#[track_caller]
fn on(page: &mut Page, person: &RecordId, today: &str, noted: &[(Field, &str)], expected: &[&str]) {
    page.comes_to(day(today));
    for (field, text) in noted {
        page.does(Action::Edited { record: person.clone(), field: *field, text: (*text).to_owned() });
    }
    assert_eq!(tasks(page), expected, "{today}");
}

/// What is told of a candidate, as rules.
fn rules(page: &Page, person: &RecordId) -> Vec<&'static str> {
    ket_nap::app::selectors::findings(&page.state, person)
        .iter()
        .filter(|finding| finding.rule != Rule::Missing)
        .map(|finding| finding.id().as_str())
        .collect()
}

#[test]
fn from_discovery_to_official_member_in_2025_across_tet() {
    let (mut page, person) = begun("3/2/2025");
    let page = &mut page;
    on(page, &person, "3/2/2025", &[(Field::Introduced, "3/2/2025")], &["Học lớp bồi dưỡng nhận thức về Đảng"]);
    on(page, &person, "20/5/2025", &[(Field::Certificate, "20/5/2025")], &["Viết đơn xin vào Đảng"]);
    on(page, &person, "1/9/2025", &[(Field::Application, "1/9/2025")], &["Khai lý lịch"]);
    on(page, &person, "5/9/2025", &[(Field::Resume, "5/9/2025")], &["Thẩm tra lý lịch"]);

    // A letter with its own last day is late after it; a reminder does not make it disappear.
    page.does(Action::BeginAttached(RecordKind::Inquiry, person.clone()));
    let letter = page.here();
    page.types(Field::InquiryPlace, "Đảng ủy xã Thí Dụ");
    page.types(Field::InquirySent, "10/9/2025");
    // Told of seven days ahead of its last day, late after it; a reminder gives it two weeks more.
    on(page, &letter, "10/9/2025", &[], &["Thẩm tra lý lịch"]);
    on(page, &letter, "14/10/2025", &[], &["Thẩm tra lý lịch"]);
    on(
        page,
        &letter,
        "15/10/2025",
        &[],
        &["Nhắc trả lời thẩm tra: Đảng ủy xã Thí Dụ | 22/10/2025 (ước tính) · còn 7 ngày", "Thẩm tra lý lịch"],
    );
    on(
        page,
        &letter,
        "25/10/2025",
        &[(Field::InquiryDue, "20/10/2025")],
        &["Nhắc trả lời thẩm tra: Đảng ủy xã Thí Dụ | 20/10/2025 · quá 5 ngày", "Thẩm tra lý lịch"],
    );
    on(page, &letter, "26/10/2025", &[(Field::InquiryReminded, "26/10/2025")], &["Thẩm tra lý lịch"]);
    on(
        page,
        &letter,
        "10/11/2025",
        &[],
        &["Nhắc trả lời thẩm tra: Đảng ủy xã Thí Dụ | 09/11/2025 (ước tính) · quá 1 ngày", "Thẩm tra lý lịch"],
    );
    on(page, &letter, "10/11/2025", &[(Field::InquiryAnswered, "10/11/2025")], &["Thẩm tra lý lịch"]);
    // What is noted out of order does not hide what is still to be done.
    on(page, &person, "10/11/2025", &[(Field::BodiesHeard, "9/11/2025")], &["Thẩm tra lý lịch"]);
    on(
        page,
        &person,
        "10/11/2025",
        &[(Field::BodiesHeard, ""), (Field::SelfAnswered, "10/11/2025")],
        &["Lấy ý kiến đoàn thể, nơi cư trú; đảng viên giới thiệu"],
    );

    // Those who introduce have to know the applicant for twelve months: from then on.
    let heard = [
        (Field::BodiesHeard, "20/11/2025"),
        (Field::ResidenceHeard, "20/11/2025"),
        (Field::Introducer1, "Vàng A Thử"),
        (Field::Introducer1Since, "1/12/2024"),
        (Field::Introducer2, "Giàng Thị Thí Dụ"),
        (Field::Introducer2Since, "2020"),
    ];
    on(page, &person, "20/11/2025", &heard, &["Chi bộ họp xét, ra nghị quyết | sớm nhất 01/12/2025"]);
    on(
        page,
        &person,
        "1/12/2025",
        &[(Field::CellMeeting, "15/12/2025")],
        &["Chi bộ họp xét, ra nghị quyết | 15/12/2025 · còn 14 ngày"],
    );

    // 60 working days over New Year and Tết end on 17/3/2026.
    let due = |what: &str, left: &str| format!("{what} | 17/03/2026 · {left}");
    on(page, &person, "16/12/2025", &[], &[&due("Ghi kết quả biểu quyết của chi bộ", "còn 91 ngày")]);
    let lost = [(Field::OfficialMembers, "9"), (Field::VotesFor, "5")];
    on(page, &person, "16/12/2025", &lost, &["Chưa đủ phiếu: họp lại hoặc dừng theo dõi"]);
    on(page, &person, "16/12/2025", &[(Field::VotesFor, "9")], &[&due("Gửi hồ sơ lên cấp trên", "còn 91 ngày")]);
    let sent = [(Field::SentUp, "20/12/2025")];
    on(page, &person, "15/2/2026", &sent, &[&due("Có quyết định kết nạp", "còn 30 ngày")]);
    on(page, &person, "18/3/2026", &[], &[&due("Có quyết định kết nạp", "quá 1 ngày")]);
    // Without the day of receiving it the limit is an estimate, and never late for certain.
    let signed = [(Field::Decision, "10/3/2026")];
    on(page, &person, "18/3/2026", &signed, &["Tổ chức lễ kết nạp | 21/04/2026 (ước tính) · còn 34 ngày"]);
    let received = [(Field::DecisionReceived, "12/3/2026")];
    on(page, &person, "18/3/2026", &received, &["Tổ chức lễ kết nạp | 23/04/2026 · còn 36 ngày"]);

    // Twelve months of probation, a reminder thirty days ahead, then 30 working days to meet.
    let file = ["Khai lý lịch đảng viên | 04/06/2026 · còn 45 ngày"];
    on(page, &person, "20/4/2026", &[(Field::Ceremony, "20/4/2026")], &file);
    on(
        page,
        &person,
        "20/4/2026",
        &[(Field::MemberFile, "20/4/2026")],
        &["Học lớp bồi dưỡng đảng viên mới | 03/06/2027 (ước tính) · còn 409 ngày"],
    );
    on(
        page,
        &person,
        "20/3/2027",
        &[(Field::NewMemberClass, "1/9/2026")],
        &["Đảng viên dự bị tự kiểm điểm | 03/06/2027 (ước tính) · còn 75 ngày"],
    );
    on(
        page,
        &person,
        "21/3/2027",
        &[],
        &[
            "Hết dự bị: chuẩn bị giấy tờ xét công nhận | 20/04/2027 · còn 30 ngày",
            "Đảng viên dự bị tự kiểm điểm | 03/06/2027 (ước tính) · còn 74 ngày",
        ],
    );
    let written =
        [(Field::SelfReview, "21/4/2027"), (Field::HelperRemark, "22/4/2027"), (Field::ProbationOpinions, "25/4/2027")];
    on(page, &person, "25/4/2027", &written, &["Chi bộ họp xét công nhận | 03/06/2027 (ước tính) · còn 39 ngày"]);
    assert!(rules(page, &person).contains(&"probation.over"));
    on(
        page,
        &person,
        "10/5/2027",
        &[(Field::RecognitionMeeting, "10/5/2027")],
        &["Có quyết định công nhận chính thức | 21/06/2027 · còn 42 ngày"],
    );
    // The signature alone makes nobody official: the day that counts is still asked for, and offered.
    let signed = [(Field::RecognitionDecision, "1/6/2027")];
    on(page, &person, "1/6/2027", &signed, &["Có quyết định công nhận chính thức | 21/06/2027 · còn 20 ngày"]);
    assert_eq!(suggestions::suggested(&page.state, &person, Field::Recognition, ""), ["2027-04-20"]);
    on(page, &person, "1/6/2027", &[(Field::Recognition, "20/4/2027")], &[]);

    // In the register by itself; entered there for good, once, and still there without the dossier.
    let listed = |page: &Page| -> Vec<(RecordId, Option<i32>)> {
        let on = day("10/3/2037");
        members::register(&page.state.ledger).map(|member| (member.id.clone(), member.party_age(on))).collect()
    };
    assert_eq!(listed(page), [(person.clone(), Some(11))]);
    page.does(Action::EnterMember(person.clone()));
    let entered = page.here();
    page.does(Action::EnterMember(person.clone()));
    assert_eq!(listed(page), [(entered.clone(), Some(11))]);
    page.does(Action::Delete(person));
    assert_eq!(listed(page), [(entered, Some(11))]);
}

#[test]
fn from_discovery_to_official_member_in_2022_across_tet() {
    let (mut page, person) = begun("10/1/2022");
    let page = &mut page;
    on(page, &person, "10/1/2022", &[(Field::Introduced, "10/1/2022")], &["Học lớp bồi dưỡng nhận thức về Đảng"]);
    let papers = [(Field::Certificate, "1/6/2022"), (Field::Application, "1/8/2022"), (Field::Resume, "5/8/2022")];
    on(page, &person, "5/8/2022", &papers, &["Thẩm tra lý lịch"]);
    let heard = [(Field::SelfAnswered, "1/10/2022"), (Field::BodiesHeard, "1/11/2022")];
    on(page, &person, "1/11/2022", &heard, &["Chi bộ họp xét, ra nghị quyết"]);
    let cell = page.state.ledger.organizations().map(|(id, _)| id.clone()).next().unwrap_or_else(|| unreachable!());
    let decides = |page: &Page, on: &str| authority::authority(&page.state.ledger, &cell, day(on));
    assert_eq!(decides(page, "1/11/2022"), (DecidingBody::District, false));
    assert_eq!(decides(page, "30/6/2025"), (DecidingBody::District, false));
    assert_eq!(decides(page, "1/7/2025"), (DecidingBody::Commune, false));

    // 60 working days over the second of January and Tết of 2023 end on 3/3/2023.
    on(
        page,
        &person,
        "2/12/2022",
        &[(Field::CellMeeting, "1/12/2022"), (Field::VotesFor, "9"), (Field::SentUp, "2/12/2022")],
        &["Có quyết định kết nạp | 03/03/2023 · còn 91 ngày"],
    );
    let decided = [(Field::Decision, "15/2/2023"), (Field::DecisionReceived, "20/2/2023")];
    on(page, &person, "20/2/2023", &decided, &["Tổ chức lễ kết nạp | 03/04/2023 · còn 42 ngày"]);
    on(
        page,
        &person,
        "30/3/2023",
        &[(Field::Ceremony, "30/3/2023")],
        &["Khai lý lịch đảng viên | 16/05/2023 · còn 47 ngày"],
    );
    // In 2022 the guidance of the time gave thirty working days for the member's own file.
    let steps = |page: &Page| {
        let found = ket_nap::app::selectors::dossier(&page.state, &person).map(|found| procedure::timeline(&found));
        found.unwrap_or_default()
    };
    let file = steps(page).into_iter().find(|stand| stand.step == procedure::Step::MemberFile);
    assert_eq!(file.and_then(|file| told::between(&file)).as_deref(), Some("chậm nhất 16/05/2023"));

    let ended = [
        (Field::MemberFile, "10/5/2023"),
        (Field::NewMemberClass, "1/9/2023"),
        (Field::SelfReview, "31/3/2024"),
        (Field::HelperRemark, "1/4/2024"),
        (Field::ProbationOpinions, "5/4/2024"),
    ];
    on(page, &person, "20/5/2024", &ended, &["Chi bộ họp xét công nhận | 15/05/2024 · quá 5 ngày"]);
    assert!(rules(page, &person).contains(&"deadline.review_overdue"));
    on(
        page,
        &person,
        "20/5/2024",
        &[(Field::RecognitionMeeting, "22/4/2024")],
        &["Có quyết định công nhận chính thức | 05/06/2024 · còn 16 ngày"],
    );
    let recognised = [(Field::RecognitionDecision, "1/6/2024"), (Field::Recognition, "30/3/2024")];
    on(page, &person, "1/6/2024", &recognised, &[]);
    assert_eq!(rules(page, &person), ["youth_union.missing", "introducer.too_few"]);
}

#[test]
fn a_step_undone_after_later_ones_is_shown_where_it_is_missing() {
    let (mut page, person) = begun("1/3/2026");
    let page = &mut page;
    let all = [
        (Field::Certificate, "1/6/2025"),
        (Field::Application, "1/8/2025"),
        (Field::Resume, "5/8/2025"),
        (Field::SelfAnswered, "1/10/2025"),
        (Field::BodiesHeard, "1/11/2025"),
        (Field::CellMeeting, "1/12/2025"),
        (Field::Decision, "1/2/2026"),
    ];
    on(page, &person, "1/3/2026", &all, &["Tổ chức lễ kết nạp | 20/03/2026 (ước tính) · còn 19 ngày"]);
    on(
        page,
        &person,
        "1/3/2026",
        &[(Field::CellMeeting, "")],
        &["Tổ chức lễ kết nạp | 20/03/2026 (ước tính) · còn 19 ngày"],
    );
    assert!(rules(page, &person).contains(&"decision.without_meeting"));
    let found = ket_nap::app::selectors::dossier(&page.state, &person).map(|found| procedure::timeline(&found));
    let gaps: Vec<_> = found
        .unwrap_or_default()
        .into_iter()
        .filter(|stand| stand.progress == StepProgress::Gap)
        .map(|stand| stand.step)
        .collect();
    assert_eq!(gaps, [procedure::Step::Meeting]);
    let told = ket_nap::app::selectors::findings(&page.state, &person);
    let told: Vec<_> = told.iter().map(findings::with_label).filter(|told| told.contains("bước sau")).collect();
    assert_eq!(
        told,
        ["Ngày họp chi bộ: Chưa ghi ngày này mà đã có “Ngày quyết định”. Ghi bổ sung, hoặc xem lại bước sau"]
    );
}

#[test]
fn a_dossier_that_came_back_has_its_notes_until_they_are_mended() {
    let (mut page, person) = begun("1/3/2026");
    for (field, words) in [(Field::Birth, "thiếu tháng"), (Field::Application, "xem lại ngày")] {
        page.does(Action::BeginAttached(RecordKind::Note, person.clone()));
        page.types(Field::NoteItem, field.spec().key);
        page.types(Field::NoteText, words);
        page.types(Field::NoteDay, "1/3/2026");
    }
    let open = |page: &Page, field| people::open_notes(&page.state, &person, field).count();
    assert_eq!((open(&page, Field::Birth), open(&page, Field::Application)), (1, 1));
    assert!(tasks(&page).contains(&"Sửa 2 mục của hồ sơ bị trả lại".to_owned()));

    // Mending the field is all that there is to do; taking it back brings the note back.
    let mend = |text: &str| Action::Edited { record: person.clone(), field: Field::Birth, text: text.to_owned() };
    page.does(mend("4/2/1999"));
    assert_eq!((open(&page, Field::Birth), open(&page, Field::Application)), (0, 1));
    page.does(Action::Undo);
    assert_eq!(page.text(&person, Field::Birth).as_deref(), Some("1999-02-03"));
    assert_eq!(open(&page, Field::Birth), 1);
    page.does(mend("3/2/1999"));
    assert_eq!(open(&page, Field::Birth), 1, "the same day again mends nothing");
    page.does(mend("5/2/1999"));
    let mut page = page.again();
    assert_eq!((open(&page, Field::Birth), open(&page, Field::Application)), (0, 1));
    let note = people::open_notes(&page.state, &person, Field::Application).map(|(id, _)| id.clone()).next();
    let note = note.unwrap_or_else(|| unreachable!());
    page.does(Action::Edited { record: note, field: Field::NoteMended, text: "2/3/2026".to_owned() });
    assert_eq!(tasks(&page), ["Học lớp bồi dưỡng nhận thức về Đảng"]);
}

#[test]
fn whoever_works_elsewhere_is_asked_after_every_three_months() {
    let (mut page, person) = begun("1/3/2026");
    let page = &mut page;
    let papers = [(Field::Certificate, "1/1/2026"), (Field::Application, "1/2/2026")];
    let (step, ask) = ("Khai lý lịch", "Liên lạc với người đi làm ăn xa");
    on(page, &person, "1/3/2026", &papers, &[step]);
    on(page, &person, "2/3/2026", &[(Field::AwaySince, "1/3/2026")], &[step]);
    on(page, &person, "29/5/2026", &[], &[step]);
    on(page, &person, "30/5/2026", &[], &[&format!("{ask} | 30/05/2026 · hôm nay"), step]);
    on(page, &person, "30/6/2026", &[(Field::AwayHeard, "29/6/2026")], &[step]);
    on(page, &person, "27/9/2026", &[], &[&format!("{ask} | 27/09/2026 · hôm nay"), step]);
    // Back again.
    on(page, &person, "28/9/2026", &[(Field::AwaySince, "")], &[step]);
}

#[test]
fn whoever_moves_away_is_not_followed_any_more_and_nothing_is_lost() {
    let (mut page, person) = begun("1/3/2026");
    let page = &mut page;
    let papers = [(Field::Certificate, "1/1/2026"), (Field::Application, "1/2/2026")];
    on(page, &person, "1/3/2026", &papers, &["Khai lý lịch"]);
    let moved =
        [(Field::EndedBecause, EndedFor::Moved.key()), (Field::Ended, "1/3/2026"), (Field::MovedTo, "Đảng ủy xã Khác")];
    on(page, &person, "1/3/2026", &moved, &["Chuyển hồ sơ đến nơi mới"]);
    on(page, &person, "2/3/2026", &[(Field::DossierMoved, "2/3/2026")], &[]);
    assert_eq!(page.text(&person, Field::Application).as_deref(), Some("2026-02-01"));
    on(page, &person, "3/3/2026", &[(Field::EndedBecause, ""), (Field::Ended, "")], &["Khai lý lịch"]);
}

#[test]
fn helpers_are_counted_and_those_in_charge_have_what_falls_under_them() {
    let (mut page, person) = begun("1/3/2026");
    let cell = page.state.ledger.candidate(&person).and_then(|found| found.cell.clone());
    let cell = cell.unwrap_or_else(|| unreachable!());
    page.goes("#/members/new");
    page.types(Field::MemberName, "Vàng A Thử");
    page.types(Field::MemberAdmitted, "3/2/2010");
    page.types(Field::MemberRecognition, "3/2/2011");
    let member = page.here();
    assert_eq!(suggestions::suggested(&page.state, &person, Field::Introducer1, "vang"), ["Vàng A Thử"]);
    assert_eq!(suggestions::suggested(&page.state, &person, Field::Introducer1, "Vàng A Thử"), [] as [&str; 0]);
    // Votes rest on the register only once the cell says that it is whole.
    assert_eq!(suggestions::suggested(&page.state, &person, Field::OfficialMembers, ""), [] as [&str; 0]);
    page.does(Action::Edited { record: cell.clone(), field: Field::OrganizationRegister, text: "yes".to_owned() });
    assert_eq!(suggestions::suggested(&page.state, &person, Field::OfficialMembers, ""), ["1"]);
    page.does(Action::BeginAttached(RecordKind::Helper, person.clone()));
    page.types(Field::HelperName, "vàng a thử");
    page.types(Field::HelperSince, "1/2/2026");
    assert_eq!(people::helped_by(&page.state, Some(&cell), "Vàng A Thử"), 1);
    assert_eq!(rules(&page, &person), [] as [&str; 0]);

    // A helper who left.
    page.does(Action::Edited { record: member.clone(), field: Field::MemberStanding, text: "moved".to_owned() });
    page.does(Action::Edited { record: member, field: Field::MemberStandingSince, text: "20/2/2026".to_owned() });
    assert_eq!(rules(&page, &person), ["helper.left"]);

    page.goes("#/assignments/new");
    page.types(Field::AssignmentName, "Giàng Thị Thí Dụ");
    let assignment = page.here();
    let told = ket_nap::app::selectors::findings(&page.state, &assignment);
    assert_eq!(told.iter().map(|finding| finding.id().as_str()).collect::<Vec<_>>(), ["assignment.nothing"]);
    assert_eq!(people::unassigned(&page.state), std::slice::from_ref(&cell));
    page.types(Field::AssignmentOrganization, cell.as_str());
    assert_eq!(people::unassigned(&page.state), [] as [RecordId; 0]);
    assert_eq!(people::under(&page.state, &cell).candidates, 1);
    let inspected = people::inspected(&page.state);
    assert_eq!(inspected.iter().map(|(cell, ..)| cell.clone()).collect::<Vec<_>>(), [Some(cell)]);
    page.goes("#/members");
    assert_eq!(page.state.route, Route::Members);
}

/// The start page looks at most dossiers only briefly: it must come to what the whole list says.
#[test]
fn the_start_page_and_the_list_agree_about_what_presses() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Committee));
    page.types(Field::OrganizationName, "Đảng ủy xã Mẫu");
    let home = page.here();
    let book = commune::book(20, commune::CANDIDATES / 10);
    for (id, record) in book.records() {
        page.state.ledger.put(id, record);
        for change in record.changes(id) {
            page.state.book.apply(&change);
        }
    }
    let cells: Vec<RecordId> = page.state.ledger.roots().into_iter().filter(|id| *id != home).collect();
    for cell in cells {
        page.does(Action::Edited { record: cell, field: Field::OrganizationParent, text: home.as_str().to_owned() });
    }
    for today in ["1/6/2024", "1/1/2025", "15/6/2025", "22/11/2026", "1/3/2029", "1/3/2030"] {
        page.comes_to(day(today));
        let all = people::tasks(&page.state);
        let (top, [late, soon, _]) = people::pressing(&page.state, 1_000);
        let pressing: Vec<_> = all.iter().filter(|task| task.urgency != Urgency::Open).cloned().collect();
        assert_eq!((top.len(), late + soon), (pressing.len(), pressing.len()), "{today}");
        assert_eq!(top, pressing, "{today}");
        assert!(today == "1/3/2030" || !pressing.is_empty(), "{today}");
    }
}

#[test]
fn what_others_of_the_cell_or_the_family_have_is_suggested() {
    let (mut page, first) = begun("1/3/2026");
    let page = &mut page;
    let suggested = |page: &Page, record: &RecordId, field| suggestions::suggested(&page.state, record, field, "");
    let edit = |page: &mut Page, record: &RecordId, field: Field, text: &str| {
        page.does(Action::Edited { record: record.clone(), field, text: text.to_owned() });
    };
    assert_eq!(suggested(page, &first, Field::Residence), [] as [&str; 0], "nobody else is there");
    let mut others = Vec::new();
    for (name, residence) in [("Lò Thị Mẫu", "Bản Thử"), ("Vàng A Thử", "Bản Mẫu"), ("Tòng Văn Mẫu", "Bản Mẫu")]
    {
        page.goes("#/candidates/new");
        page.types(Field::Name, name);
        let other = page.here();
        edit(page, &other, Field::Residence, residence);
        edit(page, &other, Field::EthnicGroup, "mong");
        others.push(other);
    }
    // What most have comes first; a key stands for its entry.
    assert_eq!(suggested(page, &first, Field::Residence), ["Bản Mẫu", "Bản Thử"]);
    assert_eq!(suggested(page, &first, Field::EthnicGroup), ["mong"]);
    assert_eq!(suggestions::suggested(&page.state, &first, Field::Residence, "Bản"), [] as [&str; 0]);
    // The family lives where the candidate does.
    page.does(Action::BeginAttached(RecordKind::Relative, others[0].clone()));
    page.types(Field::RelativeName, "Lò Văn Mẫu");
    let father = page.here();
    assert_eq!(suggested(page, &father, Field::RelativeResidence), ["Bản Thử"]);
    edit(page, &father, Field::RelativeResidence, "Bản Xa");
    page.does(Action::BeginAttached(RecordKind::Relative, others[0].clone()));
    page.types(Field::RelativeName, "Lò Thị Thử");
    let mother = page.here();
    assert_eq!(suggested(page, &mother, Field::RelativeResidence), ["Bản Thử", "Bản Xa"]);
}

#[test]
fn a_day_written_short_is_the_whole_day_once_the_box_is_left() {
    let (mut page, person) = begun("1/3/2026");
    let page = &mut page;
    let mut check = |field: Field, typed: &str, offered: &[&str], left: &str| {
        page.does(Action::Edited { record: person.clone(), field, text: typed.to_owned() });
        assert_eq!(suggestions::suggested(&page.state, &person, field, typed), offered, "{typed}");
        page.does(Action::Left);
        assert_eq!(page.text(&person, field).as_deref(), Some(left), "{typed}");
    };
    check(Field::Birth, "5396", &["1996-03-05"], "1996-03-05");
    check(Field::Birth, "050397", &["1997-03-05"], "1997-03-05");
    check(Field::Birth, "5/3/98", &["1998-03-05"], "1998-03-05");
    // Nobody of six is meant, nor of a hundred and six; and whoever was interrupted has not written a year of two figures.
    check(Field::Birth, "5/3/20", &[], "5/3/20");
    check(Field::Birth, "3/2/19", &[], "3/2/19");
    check(Field::YouthUnion, "26/3/13", &["2013-03-26"], "2013-03-26");
    // Where a month is enough, figures may be that.
    check(Field::YouthUnion, "1296", &["1996-02-01"], "1296");
    check(Field::YouthUnion, "21996", &["1996-09-21"], "21996");
    check(Field::Certificate, "1/5/20", &["2020-05-01"], "1/5/20");
    // Which of two days is up to the person; a year is none, and an age only a year.
    check(Field::Birth, "11196", &["1996-11-01", "1996-01-11"], "11196");
    check(Field::Birth, "1996", &[], "1996");
    check(Field::Birth, "42 tuổi", &["1984"], "42 tuổi");
    // A day that lies ahead.
    check(Field::DeleteBy, "1/12/27", &["2027-12-01"], "2027-12-01");
}
