//! One candidate from being found to being an official member, on the page, by the buttons of the
//! list of things to do; the sheets on paper: printed to PDF at A4, their text read back whole; the pictures of the guide.

use std::fs;
use std::path::Path;
use std::process::Command;

use base64::Engine;
use browser_tests::{Browser, Failure, PHONE, serve};
use ket_nap::domain::admission::sheet::Sheet;
use ket_nap::domain::regulation::Regulation;
use ket_nap::domain::schema::field::Field;
use ket_nap::text::{guide, procedure as told};
use serde_json::{Value, json};

/// Lets the page live on a day that the test sets.
const CALENDAR: &str = r"
const Real = Date;
const ahead = () => Number(sessionStorage.getItem('ahead') || 0);
window.Date = class extends Real {
  constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead()); }
  static now() { return Real.now() + ahead(); }
};
window.liveOn = (day) => sessionStorage.setItem('ahead', Real.parse(day + 'T10:00:00') - Real.now());
";

/// From now on it is this day, `yyyy-mm-dd`.
async fn lives_on(page: &Browser, day: &str) -> Result<(), Failure> {
    page.run(&format!("liveOn({})", json!(day))).await?;
    page.goes("#/settings").await?;
    page.goes("#/").await
}

/// Goes by the button of the list of things to do and notes a day where it leads.
async fn notes(page: &Browser, task: &str, due: &str, field: Field, day: &str) -> Result<(), Failure> {
    page.goes("#/todo").await?;
    page.reads(due).await?;
    page.taps(task).await?;
    let id = format!("f-{}", field.spec().key);
    page.until("the focus where it is noted", &format!("document.activeElement.id === {}", json!(id))).await?;
    page.types(field.spec().key, day).await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_discovery_to_official_member() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.prepares(CALENDAR).await?;
    page.begins(&server.address()).await?;
    lives_on(&page, "2025-02-03").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.types("birth", "3/2/1999").await?;
    let person = page.run("return location.hash.split('/').slice(0, 3).join('/')").await?;
    let person = person.as_str().unwrap_or_default().to_owned();
    page.goes("#/").await?;
    page.reads("Không có việc nào quá hạn hay sắp đến hạn.").await?;

    lives_on(&page, "2025-05-20").await?;
    notes(&page, "Học lớp bồi dưỡng nhận thức về Đảng", "", Field::Certificate, "20/5/2025").await?;
    lives_on(&page, "2025-09-05").await?;
    notes(&page, "Viết đơn xin vào Đảng", "", Field::Application, "1/9/2025").await?;
    notes(&page, "Khai lý lịch", "", Field::Resume, "5/9/2025").await?;
    lives_on(&page, "2025-11-20").await?;
    notes(&page, "Thẩm tra lý lịch", "", Field::SelfAnswered, "10/11/2025").await?;
    let opinions = "Lấy ý kiến đoàn thể, nơi cư trú; đảng viên giới thiệu";
    notes(&page, opinions, "", Field::BodiesHeard, "20/11/2025").await?;
    page.goes(&format!("{person}/introducers")).await?;
    page.types("introducer_1", "Vàng A Thử").await?;
    page.types("introducer_2", "Giàng Thị Thí Dụ").await?;

    // 60 working days from 15/12/2025, over New Year and Tết.
    lives_on(&page, "2025-12-16").await?;
    notes(&page, "Chi bộ họp xét, ra nghị quyết", "", Field::CellMeeting, "15/12/2025").await?;
    page.types("official_members", "9").await?;
    page.types("votes_for", "9").await?;
    notes(&page, "Gửi hồ sơ lên cấp trên", "17/03/2026", Field::SentUp, "16/12/2025").await?;
    lives_on(&page, "2026-03-10").await?;
    page.reads("1 việc sắp đến hạn").await?;
    page.reads("17/03/2026 · còn 7 ngày").await?;
    lives_on(&page, "2026-03-18").await?;
    page.reads("1 việc quá hạn").await?;
    notes(&page, "Có quyết định kết nạp", "17/03/2026 · quá 1 ngày", Field::Decision, "10/3/2026").await?;
    page.types("decision_received", "12/3/2026").await?;
    lives_on(&page, "2026-04-20").await?;
    notes(&page, "Tổ chức lễ kết nạp", "23/04/2026 · còn 3 ngày", Field::Ceremony, "20/4/2026").await?;

    notes(&page, "Khai lý lịch đảng viên", "", Field::MemberFile, "20/4/2026").await?;

    lives_on(&page, "2027-03-25").await?;
    page.reads("20/04/2027 · còn 26 ngày").await?;
    notes(&page, "Học lớp bồi dưỡng đảng viên mới", "", Field::NewMemberClass, "1/9/2026").await?;
    lives_on(&page, "2027-04-26").await?;
    notes(&page, "Đảng viên dự bị tự kiểm điểm", "", Field::SelfReview, "21/4/2027").await?;
    notes(&page, "Đảng viên giúp đỡ nhận xét", "", Field::HelperRemark, "22/4/2027").await?;
    notes(&page, "Lấy ý kiến đoàn thể, nơi cư trú", "", Field::ProbationOpinions, "25/4/2027").await?;
    page.goes(&format!("{person}/procedure")).await?;
    page.reads("sớm nhất 20/04/2027 · chậm nhất 03/06/2027 (ước tính)").await?;
    lives_on(&page, "2027-05-11").await?;
    notes(&page, "Chi bộ họp xét công nhận", "03/06/2027", Field::RecognitionMeeting, "10/5/2027").await?;
    let recognised = "Có quyết định công nhận chính thức";
    lives_on(&page, "2027-06-02").await?;
    notes(&page, recognised, "21/06/2027", Field::RecognitionDecision, "1/6/2027").await?;
    // The day on which the twelve months end is offered.
    page.taps("20/04/2027").await?;
    page.until("the day taken", "document.getElementById('f-recognition').value === '20/04/2027'").await?;

    // Nothing is left to do; the register has the name, here and after a start.
    page.goes("#/todo").await?;
    page.reads("Chưa theo dõi ai.").await?;
    page.goes("#/members").await?;
    page.reads("vào Đảng 10/03/2026").await?;
    page.goes(&format!("{person}/procedure")).await?;
    page.taps("Ghi vào danh sách đảng viên").await?;
    page.sees("#f-admitted").await?;
    page.reads("đã lưu").await?;
    page.client.refresh().await?;
    page.goes("#/members").await?;
    page.reads("Lò Thị Mẫu").await?;
    let rows = page.run("return document.querySelectorAll('main .list .row').length").await?;
    assert_eq!(rows, 1, "nobody is there twice");
    page.close().await
}

/// Prints the page at A4 and reads its text back, page by page.
async fn printed(page: &Browser, folder: &Path, name: &str) -> Result<Vec<String>, Failure> {
    let options =
        json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": false });
    let answer = page.protocol("Page.printToPDF", options).await?;
    let data = answer.get("data").and_then(Value::as_str).ok_or("nothing printed")?;
    let file = folder.join(format!("{name}.pdf"));
    fs::write(&file, base64::engine::general_purpose::STANDARD.decode(data)?)?;
    let read = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output()?;
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let size = Command::new("pdfinfo").arg(&file).output()?;
    assert!(String::from_utf8_lossy(&size.stdout).contains("A4"), "{name} is on A4");
    Ok(String::from_utf8(read.stdout)?.split('\u{c}').map(without_number).collect())
}

/// A page without its number, which stands between what goes on from page to page.
fn without_number(page: &str) -> String {
    let number = |line: &&str| !line.is_empty() && line.bytes().all(|sign| sign.is_ascii_digit());
    let mut lines: Vec<&str> = page.trim_end().lines().collect();
    if lines.first().is_some_and(number) {
        lines.remove(0);
    }
    if lines.last().is_some_and(number) {
        lines.pop();
    }
    lines.join("\n")
}

/// A text without what line breaks do to it.
fn run_together(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Sixty letters with marks above and below, in two words.
const LONG_NAME: &str = "Nguyễnthịphượngquỳnhhươngđặngvõhoàng Trầnlêphạmđỗbùingôdương";

/// Five thousand letters, each word of them told from the others.
fn history() -> String {
    let mut text = String::new();
    for number in 0.. {
        let word = format!("Đoạn{number} sống ở bản Mẫu, làm nương. ");
        if text.chars().count() + word.chars().count() > 5_000 {
            break;
        }
        text.push_str(&word);
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn sheets_are_printed_whole() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.taps("Đầy đủ").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", LONG_NAME).await?;
    page.types("birth", "3/2/1999").await?;
    let person = page.run("return location.hash.split('/').slice(0, 3).join('/')").await?;
    let person = person.as_str().unwrap_or_default().to_owned();
    page.part("life").await?;
    page.sees("#f-life").await?;
    let life = history();
    page.run(&format!(
        "const box = document.getElementById('f-life'); box.value = {}; box.dispatchEvent(new Event('input', {{ bubbles: true }}))",
        json!(life)
    ))
    .await?;
    for number in 10..50 {
        page.part("jobs").await?;
        page.taps("Thêm thời gian công tác").await?;
        page.sees("#f-work").await?;
        let work =
            format!("Đầu{number} làm ruộng, làm nương, đi rừng cùng bà con trong bản, mùa nào việc ấy Cuối{number}");
        let fill = |key: &str, text: &str| {
            format!(
                "{{ const box = document.getElementById('f-{key}'); box.value = {}; box.dispatchEvent(new Event('input', {{ bubbles: true }})) }}",
                json!(text)
            )
        };
        let year = 1970 + number;
        page.run(&format!(
            "{}{}{}",
            fill("from", &format!("1/{year}")),
            fill("to", &format!("12/{year}")),
            fill("work", &work)
        ))
        .await?;
        page.goes(&person).await?;
    }
    page.goes(&format!("{person}/introducers")).await?;
    page.types("introducer_1", "Vàng A Thử").await?;
    page.goes(&format!("{person}/meeting")).await?;
    page.types("cell_meeting", "1/3/2026").await?;
    page.types("official_members", "9").await?;
    page.types("votes_for", "8").await?;

    let folder = tempfile::tempdir()?;
    let name = run_together(&LONG_NAME.to_uppercase());
    for sheet in Sheet::ALL {
        page.goes(&format!("{person}/{}", sheet.word())).await?;
        page.sees(".paper").await?;
        let pages = printed(&page, folder.path(), sheet.word()).await?;
        let all = run_together(&pages.concat());
        let upper = all.to_uppercase();
        assert!(upper.contains(&name), "{sheet:?} has the whole name:\n{}", pages.concat());
        let parts = sheet.together().iter().copied();
        for one in parts.chain(Some(sheet).filter(|sheet| sheet.together().is_empty())) {
            let form = Regulation::built_in().form(one.form());
            let title = form.map_or_else(|| told::sheet(one), |form| form.title.as_str());
            assert!(upper.contains(&run_together(&title.to_uppercase())), "{sheet:?} has the title of {one:?}");
        }
        for of_the_screen in ["Trangđầu", "đãlưu", "Quaylại"] {
            assert!(!all.contains(of_the_screen), "{sheet:?}: {of_the_screen} is printed");
        }
        // Whoever signs sees on the same page what is signed.
        for page in pages.iter().filter(|page| page.contains("(ký")) {
            let words = run_together(page).chars().count();
            // At least the last lines of what was decided, each with its label.
            assert!(words > 80 || page.contains(':'), "{sheet:?}: a signature alone on a page\n{page}");
        }
        let single = [Sheet::Resume, Sheet::Introduction, Sheet::Checklist];
        if sheet.together().is_empty() && !single.contains(&sheet) {
            let filled = pages.iter().filter(|page| !page.trim().is_empty()).count();
            println!("{sheet:?}: {filled} pages");
            assert!(filled <= 2, "{sheet:?} has {filled} pages");
        }
        if sheet == Sheet::Resume {
            assert!(all.contains(&run_together(&life)), "the history is cut");
            assert!(pages.len() > 4, "{} pages", pages.len());
            for number in 10..50 {
                let (begins, ends) = (format!("Đầu{number}"), format!("Cuối{number}"));
                let on = |mark: &str| pages.iter().position(|page| run_together(page).contains(mark));
                assert!(on(&begins).is_some(), "row {number} is missing");
                assert_eq!(on(&begins), on(&ends), "row {number} is broken over two pages");
            }
        }
        if sheet == Sheet::Resolution {
            assert!(
                all.contains("01/03/2026")
                    || all.contains("01tháng03năm2026")
                    || all.contains("01tháng3năm2026")
                    || all.contains("1tháng3năm2026"),
                "{all}"
            );
        }
    }
    // The leaflet for the village: two pages.
    page.goes("#/guide").await?;
    page.sees(".leaflet").await?;
    let pages = printed(&page, folder.path(), "guide").await?;
    let filled = pages.iter().filter(|page| !page.trim().is_empty()).count();
    assert!(filled <= 2, "the leaflet has {filled} pages");
    page.goes("#/inspection").await?;
    let pages = printed(&page, folder.path(), "inspection").await?;
    assert!(run_together(&pages.concat()).contains(&run_together(LONG_NAME)), "{}", pages.concat());
    page.close().await
}

/// Headings and buttons of a page in sight, without those that depend on the browser.
const NAMES: &str = r#"
const shown = (element) => element.getBoundingClientRect().width > 0 && !element.closest('.toast, .notices');
const names = [...document.querySelectorAll('main h1, main h2, main button, main summary, main .button')].filter(shown);
return names.map((element) => element.innerText.trim()).filter((words) => words && words !== 'Cài lên màn hình chính').join(' | ');
"#;

/// `docs/huong-dan/` has a picture of the page that each part of the guide is about, as it is: with `UPDATE=1` they are taken anew.
#[tokio::test(flavor = "multi_thread")]
async fn the_guide_has_pictures_of_the_pages() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/huong-dan");
    let update = std::env::var_os("UPDATE").is_some();
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    page.reads("Làm việc ở chi bộ hay đảng ủy?").await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("76,7%").await?;
    page.goes("#/guide").await?;
    page.sees(".leaflet").await?;
    let links = "return [...document.querySelectorAll('.leaflet .actions a')].map((link) => link.getAttribute('href'))";
    let links: Vec<String> = serde_json::from_value(page.run(links).await?)?;
    assert_eq!(links.len(), guide::PARTS.len());
    let mut told = String::new();
    for (link, number) in links.iter().zip(1..) {
        page.goes(link).await?;
        page.sees("main h1").await?;
        let names = page.run(NAMES).await?;
        told.push_str(&format!("{number}: {}\n", names.as_str().unwrap_or_default()));
        let picture = page.picture().await?;
        if update {
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(format!("{number:02}.png")), picture)?;
        }
    }
    page.close().await?;
    if update {
        fs::write(folder.join("pages.txt"), &told)?;
    }
    assert_eq!(fs::read_to_string(folder.join("pages.txt"))?, told, "UPDATE=1 takes the pictures anew");
    Ok(())
}
