//! What a person does on a real page: typing with an input method, installing.
//! `cargo xtask test --only browser` runs it.

use browser_tests::{Browser, Failure, LAPTOP, PHONE, serve};
use fantoccini::Locator;
use fantoccini::key::Key;
use ket_nap::book::Book;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::backup;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_finds_no_fault_with_installing() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    let errors = page.protocol("Page.getInstallabilityErrors", json!({})).await?;
    assert_eq!(errors.get("installabilityErrors"), Some(&json!([])));
    let manifest = page.protocol("Page.getAppManifest", json!({})).await?;
    assert_eq!(manifest.get("errors"), Some(&json!([])));
    let text: Value = serde_json::from_str(manifest.get("data").and_then(Value::as_str).unwrap_or_default())?;
    assert_eq!((text["lang"].as_str(), text["display"].as_str()), (Some("vi"), Some("standalone")));
    assert!(text["id"].is_string() && text["shortcuts"].as_array().is_some_and(|shortcuts| !shortcuts.is_empty()));
    page.close().await
}

/// What an input method composes is never disturbed by the page.
#[tokio::test(flavor = "multi_thread")]
async fn composing_vietnamese_is_left_alone() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.taps("Chi bộ").await?;
    page.sees("#f-name").await?;
    page.client.find(Locator::Id("f-name")).await?.click().await?;
    for step in ["n", "ng", "ngu", "nguy", "nguye", "nguyê", "nguyễ"] {
        let parameters =
            json!({ "text": step, "selectionStart": step.chars().count(), "selectionEnd": step.chars().count() });
        page.protocol("Input.imeSetComposition", parameters).await?;
        let shown = page.run("return document.getElementById('f-name').value").await?;
        assert_eq!(shown.as_str(), Some(step));
    }
    page.protocol("Input.insertText", json!({ "text": "nguyễn" })).await?;
    let caret = page.run("return document.getElementById('f-name').selectionStart").await?;
    assert_eq!(caret.as_u64(), Some(6));
    page.client.find(Locator::Id("f-name")).await?.send_keys(" hoàng").await?;
    page.reads("Tổ chức: nguyễn hoàng").await?;
    page.close().await
}

/// Of a long list a part is drawn; the search looks through all of it, and its box stays while the list changes.
#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_comes_in_parts_and_is_searched_as_a_whole() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let mut book = Book::new(7);
    for place in 0..120 {
        let id = RecordId::parse(&format!("candidate:{place:03}")).ok_or("no id")?;
        book.edit(1_767_225_600_000, &id, "name", Some(format!("Lò Thị Mẫu {place:03}")));
    }
    let file = profile.path().join("long.txt");
    std::fs::write(&file, backup::write(&book, 1_767_225_600_000))?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.goes("#/safety").await?;
    page.chooses_file("Mở tệp sao lưu", &file).await?;
    page.reads("thay đổi từ tệp?").await?;
    page.taps("Nhập vào sổ").await?;
    // The notice about the file is gone after two pages.
    page.goes("#/organizations").await?;
    page.goes("#/candidates").await?;
    page.until("the first rows", "document.querySelectorAll('.list .row').length === 50").await?;
    page.taps("Xem thêm (còn 70)").await?;
    page.until("more rows", "document.querySelectorAll('.list .row').length === 100").await?;
    page.taps("Xem thêm (còn 20)").await?;
    page.until(
        "all rows",
        "document.querySelectorAll('.list .row').length === 120 && !document.querySelector('.more button')",
    )
    .await?;
    let search = page.client.find(Locator::Id("search")).await?;
    search.click().await?;
    search.send_keys("mẫu 11").await?;
    page.until("those that match", "document.querySelectorAll('.list .row').length === 11").await?;
    search.send_keys("9x").await?;
    page.until("nobody", "document.querySelectorAll('.list .row').length === 0").await?;
    let typed = page.run("return document.activeElement.id + ' ' + document.activeElement.value").await?;
    assert_eq!(typed.as_str(), Some("search mẫu 119x"));
    page.close().await
}

/// On a computer letters and arrows lead about; a box keeps its letters, and the keys can be turned off.
#[tokio::test(flavor = "multi_thread")]
async fn keys_lead_about_and_can_be_turned_off() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), LAPTOP).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("76,7%").await?;
    page.goes("#/candidates").await?;
    page.sees("#search").await?;
    let presses =
        async |keys: &str| -> Result<(), Failure> { Ok(page.client.active_element().await?.send_keys(keys).await?) };
    let key = |key: Key| String::from(char::from(key));
    presses("/").await?;
    page.until("the search", "document.activeElement.id === 'search' && !document.activeElement.value").await?;
    presses("n/").await?;
    page.until("its letters", "document.activeElement.value === 'n/'").await?;
    presses(&key(Key::Backspace)).await?;
    presses(&key(Key::Backspace)).await?;
    presses(&key(Key::Down)).await?;
    page.until("the first row", "document.activeElement === document.querySelectorAll('.list .row')[0]").await?;
    presses(&key(Key::Enter)).await?;
    page.until("its page", "/^#.candidates.mau-/.test(location.hash)").await?;
    page.goes("#/organizations").await?;
    page.sees(".list .row").await?;
    page.run("document.querySelectorAll('.list .row')[0].focus()").await?;
    presses(&key(Key::Down)).await?;
    page.until("the second row", "document.activeElement === document.querySelectorAll('.list .row')[1]").await?;
    presses(&key(Key::Up)).await?;
    page.until("the first row", "document.activeElement === document.querySelectorAll('.list .row')[0]").await?;
    page.goes("#/candidates").await?;
    page.sees("#search").await?;
    page.run("document.activeElement.blur()").await?;
    presses("n").await?;
    page.sees("#f-name").await?;
    page.goes("#/settings").await?;
    page.taps("Tắt phím / và n").await?;
    page.goes("#/candidates").await?;
    page.sees("#search").await?;
    page.run("document.activeElement.blur()").await?;
    presses("n").await?;
    page.goes("#/settings").await?;
    page.taps("Bật phím / và n").await?;
    page.reads("Tắt phím / và n").await?;
    page.close().await
}

/// What a browser's translator does: every text is put into elements of its own, again and again while the page changes.
const TRANSLATES: &str = r#"
const wrap = (root) => {
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode;
    if (walker.currentNode.data.trim() && parentElement && !parentElement.closest('script, style, textarea, font')) texts.push(walker.currentNode);
  }
  texts.forEach((text) => {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    outer.appendChild(inner);
    text.replaceWith(outer);
    inner.appendChild(text);
  });
};
window.translated = setInterval(() => wrap(document.getElementById('app')), 50);
"#;

/// A page that is translated against its word goes on: no error, no stale figure.
#[tokio::test(flavor = "multi_thread")]
async fn a_translator_breaks_nothing() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    let says_not_to = page.run("return document.documentElement.getAttribute('translate')").await?;
    assert_eq!(says_not_to.as_str(), Some("no"));
    page.run(TRANSLATES).await?;
    page.taps("Chi bộ").await?;
    page.types("name", "Chi bộ bản Mẫu").await?;
    page.until("the heading", "document.querySelector('h1').innerText === 'Tổ chức: Chi bộ bản Mẫu'").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Văn Mẫu").await?;
    page.until("the heading", "document.querySelector('h1').innerText === 'Bản thân: Lò Văn Mẫu'").await?;
    page.types("name", "Lò Văn Mẫu Hai").await?;
    page.until("the heading", "document.querySelector('h1').innerText === 'Bản thân: Lò Văn Mẫu Hai'").await?;
    page.goes("#/candidates").await?;
    page.until("the list", "document.querySelectorAll('.list .row').length === 1").await?;
    page.reads("Lò Văn Mẫu Hai").await?;
    page.goes("#/").await?;
    page.reads("Việc nên làm trước").await?;
    for _ in 0..3 {
        page.goes("#/targets/new").await?;
        page.sees("#f-bound").await?;
        page.goes("#/progress").await?;
        page.reads("Chỉ tiêu").await?;
    }
    page.until("no crash", "((told) => !told || !told.offsetParent)(document.getElementById('kn-crash'))").await?;
    page.close().await
}
