//! A regulation file of an office, opened where there is no network: what it changes, and that it stays.

use browser_tests::{Browser, Failure, PHONE, file_in, serve};

const FILE: &str = r#"[
 ["quydinh", "1"],
 ["office", "Ban Tổ chức Tỉnh ủy Mẫu"],
 ["read_by", "Nguyễn Văn Mẫu, chuyên viên", "2026-11-20"],
 ["number", "300-QĐ/TW"],
 ["issued", "2026-11-01"],
 ["from", "2026-11-01"],
 ["replaces", "208-QĐ/TW", "2026-07-26"],
 ["value", "age_least_months", "240", "", "1.1", "bản gốc"],
 ["value", "nothing", "1", "", "1.1", "bản gốc"]
]"#;

/// Somebody who is nineteen is old enough for the regulation that the program knows, and not for the office's.
const YOUNG: &str = "Chưa đủ 20 tuổi";

#[tokio::test(flavor = "multi_thread")]
async fn a_regulation_file_changes_a_finding_without_a_network_and_stays() -> Result<(), Failure> {
    let (here, there) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let folder = tempfile::tempdir()?;
    let rules = folder.path().join("300.quydinh.json");
    std::fs::write(&rules, FILE)?;
    let saved = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(here.path(), PHONE).await?;
    page.downloads_into(saved.path()).await?;
    page.prepares("window.showSaveFilePicker = undefined").await?;
    page.begins(&server.address()).await?;
    page.is_offline_ready().await?;
    server.stop();

    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.run("window.knBorn = new Date().getFullYear() - 19").await?;
    let born = page.run("return '1/1/' + window.knBorn").await?;
    page.types("birth", born.as_str().unwrap_or_default()).await?;
    page.until("kept", "/^đã (lưu|ghi)/.test(document.querySelector('.keeping').textContent)").await?;
    let person = page.run("return location.hash.split('/').slice(0, 3).join('/')").await?;
    let person = person.as_str().unwrap_or_default().to_owned();
    let young = format!("document.body.innerText.includes('{YOUNG}')");
    page.goes(&person).await?;
    page.reads("208-QĐ/TW").await?;
    page.until("no finding yet", &format!("!{young}")).await?;

    // Looked at: nothing changes before it is taken in.
    page.goes("#/regulation").await?;
    page.chooses_file("Mở tệp quy định", &rules).await?;
    page.reads("18 tuổi → 20 tuổi").await?;
    page.reads("không có giá trị nào tên “nothing”").await?;
    page.reads("1 hồ sơ đang theo dõi đổi kết quả kiểm tra").await?;
    page.goes(&person).await?;
    page.until("no finding yet", &format!("!{young}")).await?;
    page.goes("#/regulation").await?;
    page.taps("Nhận").await?;
    page.reads("Đã nhận 1 mục vào quy định").await?;
    page.goes(&person).await?;
    page.reads(YOUNG).await?;
    page.reads("300-QĐ/TW").await?;

    page.reloads().await?;
    page.reads(YOUNG).await?;
    page.goes("#/safety").await?;
    page.taps("Sao lưu ngay").await?;
    let backup = file_in(saved.path()).await?;

    // Taken out again, and that taken back.
    page.goes("#/regulation").await?;
    page.taps("Bỏ quy định nhận từ tệp này").await?;
    page.goes(&person).await?;
    page.until("no finding any more", &format!("!{young}")).await?;
    page.run("document.querySelector('.undo').click()").await?;
    page.reads("300-QĐ/TW").await?;
    page.goes(&person).await?;
    page.reads(YOUNG).await?;
    page.close().await?;

    // On another machine, from the backup.
    let server = serve()?;
    let page = Browser::start(there.path(), PHONE).await?;
    page.open(&format!("{}#/safety", server.address())).await?;
    page.chooses_file("Mở tệp sao lưu", &backup).await?;
    page.taps("Nhập vào sổ").await?;
    page.goes(&person).await?;
    page.reads(YOUNG).await?;
    page.close().await
}
