//! A whole dossier at the full level, entered from the first item to the last: by touch on a phone
//! with what an input method composes, and by keyboard on an office computer. Nothing is missing
//! and nothing is found wrong afterwards, and all of it is there after a start.

use std::time::Duration;

use browser_tests::{Browser, Failure, LAPTOP, PHONE, serve};
use fantoccini::key::Key;
use ket_nap::domain::schema::field::{Field, Kind};
use ket_nap::domain::schema::id::RecordKind;
use ket_nap::domain::schema::lists::{self, Choice};
use ket_nap::domain::schema::section::Section;
use ket_nap::text::words;
use serde_json::json;

/// What is entered into each field; fields without a row stay empty.
const ENTERED: &[(Field, &str)] = &[
    (Field::Name, "Lò Thị Mẫu"),
    (Field::Birth, "3/2/1999"),
    (Field::SexOfCandidate, "Nữ"),
    (Field::CitizenId, "011199000123"),
    (Field::EthnicGroup, "thái"),
    (Field::Religion, "Không"),
    (Field::Occupation, "Nông, lâm, ngư nghiệp"),
    (Field::LivesInHardArea, "Xã biên giới"),
    (Field::Standing, "Không"),
    (Field::OtherName, "Mẫu"),
    (Field::Phone, "0912345678"),
    (Field::BirthPlace, "Xã Thí Dụ"),
    (Field::BirthProvince, "điện biên"),
    (Field::OldBirthPlace, "Xã Thí Dụ Cũ"),
    (Field::OldBirthProvince, "dien bien"),
    (Field::HomePlace, "Xã Thí Dụ"),
    (Field::HomeProvince, "Điện Biên"),
    (Field::Residence, "Bản Mẫu, xã Thí Dụ"),
    (Field::ResidenceProvince, "Ðiện Biên"),
    (Field::TemporaryResidence, "Không"),
    (Field::Nationality, "Việt Nam"),
    (Field::Work, "Làm ruộng"),
    (Field::Education, "Tốt nghiệp trung học phổ thông"),
    (Field::Qualification, "Trung cấp"),
    (Field::YouthUnion, "26/3/2015"),
    (Field::YouthUnionPlace, "Trường Thí Dụ"),
    (Field::Schooling, "12/12"),
    (Field::FieldOfStudy, "Trồng trọt"),
    (Field::Degree, "Không"),
    (Field::AcademicTitle, "Không"),
    (Field::PoliticalTheory, "Sơ cấp"),
    (Field::ForeignLanguage, "Không"),
    (Field::Computing, "Cơ bản"),
    (Field::MinorityLanguage, "Tiếng Thái"),
    (Field::WasMember, "Không"),
    (Field::Life, "Sinh ra và lớn lên ở bản Mẫu. Học hết lớp 12, ở nhà làm ruộng."),
    (Field::JobsDeclared, "Đã ghi đủ"),
    (Field::Times, "Không"),
    (Field::StudiesDeclared, "Đã ghi đủ"),
    (Field::TripsDeclared, "Đã ghi đủ"),
    (Field::AwardsDeclared, "Đã ghi đủ"),
    (Field::DisciplinesDeclared, "Đã ghi đủ"),
    (Field::RelativesDeclared, "Đã ghi đủ"),
    (Field::SelfAssessment, "Chăm chỉ, hòa đồng."),
    (Field::Pledged, "6/1/2026"),
    (Field::Introduced, "1/2/2025"),
    (Field::SentToClass, "1/5/2025"),
    (Field::Certificate, "20/5/2025"),
    (Field::Application, "5/1/2026"),
    (Field::Resume, "6/1/2026"),
    (Field::HelperName, "Vàng A Thử"),
    (Field::HelperSince, "1/2/2025"),
    (Field::HelperUntil, "1/3/2026"),
    (Field::IntroducedBy, "Hai đảng viên chính thức"),
    (Field::Introducer1, "Vàng A Thử"),
    (Field::Introducer1Official, "Có"),
    (Field::Introducer1Since, "1/1/2020"),
    (Field::Introducer2, "Giàng Thị Thí Dụ"),
    (Field::Introducer2Official, "Có"),
    (Field::Introducer2Since, "1/1/2020"),
    (Field::SelfAsked, "10/1/2026"),
    (Field::SelfAnswered, "20/1/2026"),
    (Field::BodiesHeard, "25/1/2026"),
    (Field::ResidenceHeard, "25/1/2026"),
    (Field::VerifierRemark, "20/1/2026"),
    (Field::CellRemark, "26/1/2026"),
    (Field::Certification, "27/1/2026"),
    (Field::CellMeeting, "1/3/2026"),
    (Field::OfficialMembers, "9"),
    (Field::Excused, "0"),
    (Field::VotesFor, "9"),
    (Field::BranchAppraisal, "10/3/2026"),
    (Field::BaseResolution, "15/3/2026"),
    (Field::SentUp, "20/3/2026"),
    (Field::DecidedBy, "Ban thường vụ đảng ủy xã, phường, đặc khu (từ 1/7/2025)"),
    (Field::Decision, "1/4/2026"),
    (Field::DecisionNumber, "27-QĐ/ĐU"),
    (Field::DecisionReceived, "3/4/2026"),
    (Field::Ceremony, "10/4/2026"),
    (Field::MemberFile, "20/4/2026"),
    (Field::NewMemberClass, "1/9/2026"),
    (Field::InquiryPlace, "Đảng ủy xã Thí Dụ"),
    (Field::InquirySubject, "Cả người xin vào Đảng và người thân"),
    (Field::InquirySent, "10/1/2026"),
    (Field::InquiryDue, "20/2/2026"),
    (Field::InquiryReminded, "15/1/2026"),
    (Field::InquiryAnswered, "20/1/2026"),
    (Field::NoteItem, "Bản thân: Ngày sinh"),
    (Field::NoteText, "Thiếu tháng"),
    (Field::NoteBy, "Đảng ủy xã Thí Dụ"),
    (Field::NoteDay, "1/2/2026"),
    (Field::NoteMended, "2/2/2026"),
    (Field::MoveDay, "1/2/2025"),
    (Field::MovePlace, "Đảng bộ xã Thí Dụ"),
    (Field::MoveLetter, "15/1/2025"),
    (Field::Consent, "1/1/2026"),
    (Field::DeleteBy, "1/1/2100"),
    (Field::Holder, "Bí thư chi bộ"),
    (Field::RelativeRelation, "Cha đẻ"),
    (Field::RelativeName, "Lò Văn Mẫu"),
    (Field::RelativeBirth, "1970"),
    (Field::RelativeResidence, "Bản Mẫu"),
    (Field::RelativeWork, "Làm ruộng"),
    (Field::RelativeIsMember, "Không"),
    (Field::RelativeIsExempt, "Không"),
    (Field::RelativeAskedAt, "Đảng ủy xã Thí Dụ"),
    (Field::RelativeAsked, "10/1/2026"),
    (Field::RelativeAnswered, "20/1/2026"),
    (Field::JobFrom, "6/2017"),
    (Field::JobWork, "Làm ruộng ở nhà"),
    (Field::JobPlace, "Bản Mẫu"),
    (Field::StudyFrom, "9/2017"),
    (Field::StudyTo, "6/2019"),
    (Field::StudyCourse, "Trồng trọt"),
    (Field::StudySchool, "Trường Thí Dụ"),
    (Field::StudyForm, "Vừa làm vừa học, tại chức"),
    (Field::StudyCertificate, "Bằng trung cấp"),
    (Field::TripFrom, "1/2020"),
    (Field::TripTo, "6/2020"),
    (Field::TripCountry, "Lào"),
    (Field::TripPurpose, "Làm thuê"),
    (Field::TripDecidedBy, "Tự đi"),
    (Field::AwardWhen, "2024"),
    (Field::AwardForm, "Giấy khen"),
    (Field::AwardBy, "Ủy ban nhân dân xã"),
    (Field::DisciplineWhen, "2018"),
    (Field::DisciplineForm, "Khiển trách"),
    (Field::DisciplineBy, "Đoàn xã"),
];

fn entered(fields: impl Iterator<Item = Field>) -> Vec<(Field, &'static str)> {
    fields.filter_map(|field| ENTERED.iter().find(|(known, _)| *known == field).copied()).collect()
}

/// How a person meets a field on the page.
enum Box {
    Typed,
    Group(&'static [Choice]),
    List,
}

fn box_of(field: Field) -> Box {
    match field.spec().kind {
        Kind::Choice(list) if lists::is_long(list.entries()) => Box::Typed,
        Kind::Choice(list) if list.entries().len() <= 3 => Box::Group(list.entries()),
        Kind::Choice(_) | Kind::Reference(_) | Kind::Item => Box::List,
        _ => Box::Typed,
    }
}

/// Puts a finger on an element and takes it off again.
async fn touches(page: &Browser, css: &str) -> Result<(), Failure> {
    page.sees(css).await?;
    let at = page
        .run(&format!(
            "const it = document.querySelector({}); it.scrollIntoView({{ block: 'center' }}); \
             const box = it.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]",
            json!(css)
        ))
        .await?;
    // Two touches at one place within 0.3 seconds would be one double tap.
    tokio::time::sleep(Duration::from_millis(400)).await;
    let (x, y) = (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default());
    page.protocol("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] }))
        .await?;
    page.protocol("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await?;
    Ok(())
}

/// Touches the first element with exactly these words.
async fn touches_words(page: &Browser, words: &str) -> Result<(), Failure> {
    page.until(
        words,
        &format!(
            "(() => {{ const found = [...document.querySelectorAll('main a, main button')].find(it => it.innerText.trim() === {}); \
             document.querySelectorAll('[data-next]').forEach(it => it.removeAttribute('data-next')); \
             if (found) found.setAttribute('data-next', ''); return !!found; }})()",
            json!(words)
        ),
    )
    .await?;
    touches(page, "[data-next]").await
}

/// Writes as an input method does: the last word is composed step by step, then taken.
async fn composes(page: &Browser, text: &str) -> Result<(), Failure> {
    let at = text.rfind(' ').map_or(0, |at| at + 1);
    let (before, word) = text.split_at(at);
    if !before.is_empty() {
        page.protocol("Input.insertText", json!({ "text": before })).await?;
    }
    for end in word.char_indices().map(|(at, sign)| at + sign.len_utf8()) {
        let part = &word[..end];
        let caret = part.chars().count();
        page.protocol(
            "Input.imeSetComposition",
            json!({ "text": part, "selectionStart": caret, "selectionEnd": caret }),
        )
        .await?;
    }
    page.protocol("Input.insertText", json!({ "text": word })).await?;
    Ok(())
}

async fn by_touch(page: &Browser, fields: Vec<(Field, &str)>) -> Result<(), Failure> {
    for (field, text) in fields {
        let id = format!("f-{}", field.spec().key);
        match box_of(field) {
            Box::Typed => {
                touches(page, &format!("#{id}")).await?;
                page.until(&id, &format!("document.activeElement.id === {}", json!(id))).await?;
                composes(page, text).await?;
                let shown = page.run(&format!("return document.getElementById({}).value", json!(id))).await?;
                assert_eq!(shown.as_str(), Some(text), "{field:?} is as composed while the person is in it");
            }
            Box::Group(list) => {
                let place = list.iter().position(|choice| choice.name == text).ok_or(text)?;
                let option = if place == 0 { id } else { format!("{id}-{place}") };
                touches(page, &format!("#{option}")).await?;
                page.until(&option, &format!("document.getElementById({}).checked", json!(option))).await?;
            }
            // The list that opens is the phone's own; no test can touch into it.
            Box::List => page.chooses(field.spec().key, text).await?,
        }
    }
    Ok(())
}

/// The kinds of records that hang on a part, entered once each.
fn rows(section: Section) -> Option<(RecordKind, Vec<(Field, &'static str)>)> {
    let kind = section.attached()?;
    Some((kind, entered(Field::of(kind))))
}

/// A cell that keeps everything, and a dossier begun.
async fn begins(page: &Browser, address: &str) -> Result<(), Failure> {
    page.begins(address).await?;
    page.taps("Đầy đủ").await?;
    page.goes("#/candidates/new").await?;
    page.sees("#f-name").await
}

/// Everything is there, nothing is missing, nothing is wrong, today and after a start.
async fn is_whole(page: &Browser) -> Result<(), Failure> {
    page.reads("đã lưu").await?;
    for round in 0..2 {
        let all = page.run("const [, shown, of] = /Đã điền (\\d+) trong (\\d+) mục/.exec(document.body.innerText); return [shown, of]").await?;
        assert_eq!(all[0], all[1], "round {round}");
        let wrong = page.run("return [...document.querySelectorAll('.to-mend .jump')].map(it => it.innerText)").await?;
        assert_eq!(wrong, json!([]), "round {round}");
        page.client.refresh().await?;
        page.reads("Đã điền").await?;
    }
    for (field, text) in entered(Field::of(RecordKind::Candidate)) {
        if !matches!(box_of(field), Box::Typed) || matches!(field.spec().kind, Kind::Choice(_)) {
            continue;
        }
        page.part(field.spec().section.word()).await?;
        let id = format!("f-{}", field.spec().key);
        let shown = page.run(&format!("return document.getElementById({}).value", json!(id))).await?;
        let days = |text: &str| text.split('/').map(|part| part.trim_start_matches('0').to_owned()).collect::<Vec<_>>();
        let shown = shown.as_str().unwrap_or_default();
        // Figures of telephone numbers stand in groups.
        let shown = if field == Field::Phone { shown.replace(' ', "") } else { shown.to_owned() };
        assert_eq!(days(&shown), days(text), "{field:?}");
    }
    page.part("identity").await?;
    // An entry that is offered is taken, even where the focus stays in the box.
    page.types("ethnic_group", "la h").await?;
    page.reads("La Hủ").await?;
    page.run("[...document.querySelectorAll('.offers button')].find(it => it.innerText === 'La Hủ').click()").await?;
    page.until("the name taken", "document.getElementById('f-ethnic_group').value === 'La Hủ'").await?;
    page.types("ethnic_group", "thai").await?;
    page.run("document.activeElement.blur()").await?;
    page.until("the name of the group", "document.getElementById('f-ethnic_group').value === 'Thái'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn by_touch_on_a_phone_with_an_input_method() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.protocol("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    begins(&page, &server.address()).await?;
    for section in Section::DOSSIER {
        page.reads(words::section(section).unwrap_or_default()).await?;
        by_touch(&page, entered(Field::in_section(section))).await?;
        if let Some((kind, fields)) = rows(section) {
            touches_words(&page, words::add(kind)).await?;
            let first = fields.first().map(|(field, _)| field.spec().key).unwrap_or_default();
            page.sees(&format!("#f-{first}")).await?;
            by_touch(&page, fields).await?;
            touches_words(&page, words::BACK).await?;
            page.reads(words::add(kind)).await?;
        }
        let next = Section::DOSSIER.into_iter().skip_while(|at| *at != section).nth(1);
        match next.and_then(words::section) {
            Some(next) => touches_words(&page, &format!("Tiếp theo: {next}")).await?,
            None => touches_words(&page, "Các phần của hồ sơ").await?,
        }
        tokio::time::sleep(Duration::from_millis(120)).await;
    }
    page.reads("Đã điền").await?;
    is_whole(&page).await?;
    page.close().await
}

/// Presses keys into whatever has the focus.
async fn presses(page: &Browser, keys: &str) -> Result<(), Failure> {
    // The page may be drawn anew between the two: then once more.
    if page.client.active_element().await?.send_keys(keys).await.is_err() {
        page.client.active_element().await?.send_keys(keys).await?;
    }
    Ok(())
}

/// Goes on with the tabulator until a condition holds.
async fn tabs(page: &Browser, until: &str, what: &str) -> Result<(), Failure> {
    for _ in 0..120 {
        if page.run(&format!("return {until}")).await?.as_bool() == Some(true) {
            return Ok(());
        }
        presses(page, &String::from(char::from(Key::Tab))).await?;
    }
    Err(format!("the tabulator never comes to {what}").into())
}

/// Goes on with the tabulator until an element with this id has the focus.
async fn tabs_to(page: &Browser, id: &str) -> Result<(), Failure> {
    tabs(page, &format!("document.activeElement.id === {}", json!(id)), id).await
}

/// Goes on with the tabulator to an element with these words and presses Enter.
async fn enters(page: &Browser, words: &str) -> Result<(), Failure> {
    tabs(page, &format!("(document.activeElement.innerText || '').trim() === {}", json!(words)), words).await?;
    presses(page, &String::from(char::from(Key::Enter))).await
}

async fn by_keyboard(page: &Browser, fields: Vec<(Field, &str)>) -> Result<(), Failure> {
    for (field, text) in fields {
        let id = format!("f-{}", field.spec().key);
        match box_of(field) {
            Box::Typed => {
                tabs_to(page, &id).await?;
                presses(page, text).await?;
            }
            Box::Group(list) => {
                // The tabulator comes to the group once, to what is chosen; arrows go round in it.
                let place = list.iter().position(|choice| choice.name == text).ok_or(text)?;
                let here = format!("[...document.getElementsByName({})].indexOf(document.activeElement)", json!(id));
                tabs(page, &format!("{here} >= 0"), &id).await?;
                let options = page.run(&format!("return document.getElementsByName({}).length", json!(id))).await?;
                presses(page, " ").await?;
                for _ in 0..options.as_u64().unwrap_or_default() {
                    if page.run(&format!("return {here}")).await?.as_u64() == u64::try_from(place).ok() {
                        break;
                    }
                    presses(page, &String::from(char::from(Key::Down))).await?;
                }
                page.until(text, &format!("document.getElementsByName({})[{place}].checked", json!(id))).await?;
            }
            Box::List => {
                tabs_to(page, &id).await?;
                let place = page
                    .run(&format!(
                        "return [...document.getElementById({}).options].findIndex(it => it.text === {})",
                        json!(id),
                        json!(text)
                    ))
                    .await?;
                for _ in 0..place.as_u64().ok_or("no such entry")? {
                    presses(page, &String::from(char::from(Key::Down))).await?;
                }
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn by_keyboard_on_an_office_computer() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), LAPTOP).await?;
    begins(&page, &server.address()).await?;
    for section in Section::DOSSIER {
        let heading = format!("document.querySelector('h1').innerText.startsWith({})", json!(words::section(section)));
        page.until("the part", &heading).await?;
        page.until("the focus on its heading", "document.activeElement.tagName === 'H1'").await?;
        by_keyboard(&page, entered(Field::in_section(section))).await?;
        if let Some((kind, fields)) = rows(section) {
            enters(&page, words::add(kind)).await?;
            page.until("a row", "document.activeElement.tagName === 'H1' && !document.querySelector('h1').innerText.includes(': Lò Thị')").await?;
            by_keyboard(&page, fields).await?;
            enters(&page, words::BACK).await?;
            page.until("the part again", &heading).await?;
        }
        let next = Section::DOSSIER.into_iter().skip_while(|at| *at != section).nth(1);
        match next.and_then(words::section) {
            Some(next) => enters(&page, &format!("Tiếp theo: {next}")).await?,
            None => enters(&page, "Các phần của hồ sơ").await?,
        }
    }
    page.reads("Đã điền").await?;
    is_whole(&page).await?;
    page.close().await
}

#[test]
fn all_but_the_cell_and_what_does_not_apply_is_entered() {
    use Field::*;
    let open = [
        CandidateCell,
        CandidatePlace,
        // Came from outside.
        MoveTo,
        // Follows from other fields for most.
        SourceGroup,
        CandidatePost,
        // A class of the book, if there is one.
        CandidateClass,
        AwaySince,
        AwayHeard,
        ReligiousRank,
        FirstAdmission,
        FirstAdmissionPlace,
        FirstRecognition,
        FirstIntroducers,
        LeftParty,
        LeftBecause,
        RecordCleared,
        WasReadmitted,
        ProvinceConsent,
        IntroducerReplaced,
        UnionResolution,
        SelfReview,
        HelperRemark,
        ProbationOpinions,
        RecognitionMeeting,
        RecognitionAppraisal,
        RecognitionResolution,
        RecognitionDecision,
        Recognition,
        EndedBecause,
        Ended,
        MovedTo,
        DossierMoved,
        RelativeDeath,
        JobTo,
    ];
    let of_a_dossier = |kind: RecordKind| kind == RecordKind::Candidate || kind.is_attached();
    for field in
        Field::ALL.iter().filter(|field| of_a_dossier(field.spec().record) && field.spec().record != RecordKind::Paper)
    {
        assert_ne!(open.contains(field), ENTERED.iter().any(|(known, _)| known == field), "{field:?}");
    }
}
