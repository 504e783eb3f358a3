//! Lists from files on the page: read in a worker, looked at, taken in as one step, without a network; a bad list, one that is
//! given up; a workbook of the book. `cargo xtask test --only browser` runs it.

use std::fmt::Write as _;
use std::path::Path;

use browser_tests::{Browser, Failure, PHONE, file_in, serve};

/// The people of the book.
const PEOPLE: &str = "Object.keys(localStorage).length > 0 && document.querySelectorAll('.list .row').length";

/// A list of so many people.
fn people(number: usize) -> String {
    let mut text =
        String::from("DANH SÁCH QUẦN CHÚNG ƯU TÚ\n\nSTT;Họ và tên;Ngày, tháng, năm sinh;Dân tộc;Chi bộ công nhận\n");
    for place in 1..=number {
        let (day, month, year) = (place % 28 + 1, place % 12 + 1, 1985 + place % 20);
        let _ = writeln!(text, "{place};Lò Thị Mẫu {place};{day}/{month}/{year};Thái;Chi bộ bản Mẫu");
    }
    text
}

async fn takes(page: &Browser, file: &Path, button: &str) -> Result<(), Failure> {
    page.goes("#/lists").await?;
    page.chooses_file("Chọn tệp", file).await?;
    page.until("the plan", "document.querySelector('.plan-states')").await?;
    page.taps(button).await?;
    page.reads("Đã ghi vào sổ").await
}

async fn counts(page: &Browser, shown: usize) -> Result<(), Failure> {
    page.goes("#/candidates").await?;
    page.until(&format!("{shown} rows"), &format!("({PEOPLE}) === {shown}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn three_thousand_people_are_taken_in_offline_undone_and_taken_in_again() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.is_offline_ready().await?;
    let (small, large) = (profile.path().join("nho.csv"), profile.path().join("lon.csv"));
    std::fs::write(&small, people(2))?;
    std::fs::write(&large, people(3_000))?;
    // The first list has the reader fetched, and kept.
    takes(&page, &small, "Lấy 2 dòng vào sổ").await?;
    counts(&page, 2).await?;
    page.until(
        "the reader to be kept",
        "window.knKept || caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name)))) \
         .then((all) => Promise.all(all.map((one) => one.keys()))) \
         .then((keys) => { window.knKept = keys.flat().filter(({ url }) => /ket-nap-reader-/.test(url)).length > 1; }) && window.knKept",
    )
    .await?;
    let address = server.address();
    drop(server);
    page.reloads().await?;
    page.sees("main h1").await?;
    page.until("the later parts", "window.knLater === 'here'").await?;
    takes(&page, &large, "Lấy 2.998 dòng vào sổ").await?;
    page.taps("Hoàn tác").await?;
    page.reads("Đã hoàn tác").await?;
    counts(&page, 2).await?;
    takes(&page, &large, "Lấy 2.998 dòng vào sổ").await?;
    counts(&page, 50).await?;
    page.until("the rest of them", "document.querySelector('.more').textContent.includes('2.950')").await?;
    // It is in the book for good.
    page.until("kept", "/^đã (lưu|ghi)/.test(document.querySelector('.keeping').textContent)").await?;
    let page = page.restarts(&format!("{address}#/candidates")).await?;
    counts(&page, 50).await?;
    // A workbook of the book, made without a network, says nothing that the book does not have.
    let saved = tempfile::tempdir()?;
    page.downloads_into(saved.path()).await?;
    page.goes("#/lists").await?;
    page.taps("Xuất các danh sách trong sổ").await?;
    let workbook = file_in(saved.path()).await?;
    page.goes("#/candidates").await?;
    page.goes("#/lists").await?;
    page.chooses_file("Chọn tệp", &workbook).await?;
    page.reads("Sổ đã có đủ những gì trong tệp").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_list_and_one_given_up_alter_nothing() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    let workbook = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/gop-o.xlsx").canonicalize()?;
    let file = profile.path().join("xau.csv");
    std::fs::write(&file, "Họ và tên;Cột lạ;Chi bộ\n;5/3/1996;Chi bộ bản Mẫu\nVàng A Thử;5/3/1996;Chi bộ bản Mẫu\n")?;
    page.goes("#/lists").await?;
    page.chooses_file("Chọn tệp", &file).await?;
    page.reads("Có cột chưa hiểu").await?;
    page.reads("chưa lấy được").await?;
    page.run(
        "const box = document.getElementById('column-1'); box.value = 'candidate.birth'; \
         box.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await?;
    page.taps("Đọc lại theo các cột đã chọn").await?;
    page.until("the columns", "!document.body.innerText.includes('Có cột chưa hiểu')").await?;
    page.taps("Bỏ, không lấy vào sổ").await?;
    page.reads("Chọn tệp").await?;
    // A workbook, as it is dropped on the page.
    page.chooses_file("Chọn tệp", &workbook).await?;
    page.until("the plan", "document.querySelector('.plan-row')").await?;
    page.taps("Bỏ, không lấy vào sổ").await?;
    let broken = profile.path().join("hong.xlsx");
    std::fs::write(&broken, b"PK\x03\x04 xl/workbook.xml")?;
    page.chooses_file("Chọn tệp", &broken).await?;
    page.reads("tệp hỏng hoặc chưa chép xong").await?;
    page.taps("Bỏ, không lấy vào sổ").await?;
    // Stopped while it is read.
    let large = profile.path().join("lon.csv");
    std::fs::write(&large, people(60_000))?;
    page.chooses_file("Chọn tệp", &large).await?;
    page.taps("Thôi, không đọc nữa").await?;
    page.reads("Chọn tệp").await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    page.reads("Chọn tệp").await?;
    page.goes("#/candidates").await?;
    page.reads("Chưa có quần chúng nào trong sổ").await?;
    page.close().await
}
