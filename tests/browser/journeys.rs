//! What a person does on a real page: the main journey with the server gone, typing, damage,
//! installing. `cargo xtask test --only browser` runs it.

use std::path::Path;

use browser_tests::{Browser, Failure, LAPTOP, PHONE, dist, serve};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// Opens a sample, adds a target and a candidate, loses the server and the browser, and finds
/// everything again.
#[tokio::test(flavor = "multi_thread")]
async fn everything_is_there_when_server_and_network_are_gone() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let address = server.address();
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&address).await?;
    page.reads("Anh/chị làm việc ở đâu?").await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("76,7%").await?;

    page.taps("Thêm chỉ tiêu").await?;
    page.chooses("organization", "\u{2003}Đảng bộ xã Dương Quang").await?;
    page.types("from", "1/1/2022").await?;
    page.types("to", "31/12/2022").await?;
    page.types("bound", "từ 4").await?;
    page.types("issuer", "Ban chỉ đạo thử").await?;
    page.reads("Hiểu là: 4 trở lên").await?;

    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.chooses("cell", "\u{2003}Đảng bộ xã Dương Quang").await?;
    page.types("birth", "03021999").await?;
    page.part("admission").await?;
    page.types("ceremony", "19.5.2022").await?;
    page.goes("#/progress").await?;
    page.reads("25,0%").await?;
    page.reads("đã lưu").await?;
    page.is_offline_ready().await?;

    let before = server.requests().len();
    server.stop();
    page.close().await?;

    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&format!("{address}#/progress")).await?;
    page.reads("Ban chỉ đạo thử").await?;
    page.reads("25,0%").await?;
    page.reads("76,7%").await?;
    page.goes("#/candidates").await?;
    page.taps("Lò Thị Mẫu").await?;
    page.taps("Bản thân").await?;
    page.sees("#f-birth").await?;
    page.until("the birth date", "document.getElementById('f-birth').value === '03/02/1999'").await?;
    // And typing goes on without a server.
    page.part("keeping").await?;
    page.types("holder", "Bản Mẫu").await?;
    page.client.refresh().await?;
    page.until(
        "the holder",
        "document.getElementById('f-holder') && document.getElementById('f-holder').value === 'Bản Mẫu'",
    )
    .await?;
    page.close().await?;
    assert!(before > 0, "the page came from the server at first");
    Ok(())
}

/// After everything is in, using the page asks the network for nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_visit_asks_the_server_only_for_a_new_version() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    let first = server.requests().len();
    page.open(&server.address()).await?;
    page.taps("Thị trấn Mai Châu (Hòa Bình)").await?;
    for hash in ["#/candidates", "#/organizations", "#/settings", "#/kitchen", "#/progress"] {
        page.goes(hash).await?;
    }
    page.reads("56,7%").await?;
    let asked: Vec<String> = server.requests().into_iter().skip(first).filter(|path| !path.contains("sw.js")).collect();
    assert_eq!(asked, [] as [String; 0]);
    page.close().await
}

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

/// A new version waits until the person takes it; what was typed is there before and after.
#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_waits_and_asks() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let newer = tempfile::tempdir()?;
    copy(&dist(), newer.path())?;
    let worker = newer.path().join("sw.js");
    std::fs::write(&worker, std::fs::read_to_string(&worker)? + "\n// newer\n")?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.is_offline_ready().await?;
    server.set_root(newer.path());
    page.client.refresh().await?;
    page.reads("Có bản mới").await?;
    // It does not take over by itself, not even when the page is loaded again.
    page.client.refresh().await?;
    page.reads("Có bản mới").await?;
    page.types("name", "Chi bộ bản Mẫu Một").await?;
    page.run("window.notReloaded = true").await?;
    page.taps("Để sau").await?;
    page.until("no question", "!document.body.innerText.includes('Có bản mới') && window.notReloaded").await?;
    page.client.refresh().await?;
    page.reads("Có bản mới").await?;
    page.run("window.notReloaded = true").await?;
    page.taps("Cập nhật").await?;
    page.until("the new version", "!window.notReloaded && document.getElementById('f-name')").await?;
    page.until("the name", "document.getElementById('f-name').value === 'Chi bộ bản Mẫu Một'").await?;
    page.until("no question", "!document.body.innerText.includes('Có bản mới')").await?;
    page.close().await
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Bad input gets a message beside its field, and is there after closing.
#[tokio::test(flavor = "multi_thread")]
async fn bad_input_is_named_beside_its_field_and_kept() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.goes("#/candidates/new").await?;
    let message = |key: &str, words: &str| {
        let (key, words) = (json!(format!("f-{key}")), json!(words));
        format!(
            "(document.getElementById({key}).getAttribute('aria-describedby') || '').split(' ').some(id => id && \
             document.getElementById(id) && document.getElementById(id).innerText.includes({words}))"
        )
    };
    // A dossier that nothing was typed into never was: the name first.
    page.types("name", "Lò Thị Mẫu").await?;
    for (part, key, text, words) in [
        ("identity", "birth", "31/02/1999", "Không có ngày này trong lịch"),
        ("preparation", "application", "1/1/0026", "Năm 26 không thể đúng"),
        ("preparation", "certificate", "1/6/22", "Ghi đủ bốn chữ số của năm"),
        ("meeting", "votes_for", "bảy", "Chỉ ghi số"),
        ("identity", "citizen_id", "12345678901", "Số căn cước có 12 chữ số, ở đây có 11"),
    ] {
        page.part(part).await?;
        page.types(key, text).await?;
        page.until(words, &message(key, words)).await?;
    }
    page.types("birth", "1/1/1886").await?;
    page.until("the year", &message("birth", "Năm 1886 không thể đúng")).await?;
    // Ten thousand letters, as a paste brings them; marks apart, and the Icelandic Đ.
    let paste = |key: &str, text: &str| {
        format!(
            "const box = document.getElementById({}); box.focus(); box.value = {}; \
             box.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); box.blur()",
            json!(format!("f-{key}")),
            text
        )
    };
    page.run(&paste("name", "'Ờ'.repeat(10000)")).await?;
    page.until("too long", &message("name", "Dài 10.000 chữ")).await?;
    page.until("no sideways scroll", "document.documentElement.scrollWidth <= innerWidth").await?;
    let person = page.run("return location.hash").await?;
    page.part("keeping").await?;
    page.run(&paste("holder", "'Ba\\u0309n \\u00D0iện'")).await?;
    page.until("the mended text", "document.getElementById('f-holder').value === 'Bản Điện'").await?;
    page.close().await?;

    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&format!("{}{}", server.address(), person.as_str().unwrap_or_default())).await?;
    page.until("all of the name", "document.getElementById('f-name').value === 'Ờ'.repeat(10000)").await?;
    page.until("no sideways scroll", "document.documentElement.scrollWidth <= innerWidth").await?;
    page.part("preparation").await?;
    page.until("the wrong date", "document.getElementById('f-application').value === '1/1/0026'").await?;
    page.part("identity").await?;
    // The same citizen number twice.
    page.types("citizen_id", "011199000123").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Vàng A Thử").await?;
    page.types("citizen_id", "011 199 000 123").await?;
    page.until("twice", &message("citizen_id", "Trùng số căn cước với")).await?;
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

/// A damaged or foreign entry: the page opens, says so, and leaves the bytes alone.
#[tokio::test(flavor = "multi_thread")]
async fn damaged_entries_are_told_and_left_as_they_are() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("đã lưu").await?;
    let kept = page.kept().await?;
    let bundle = kept.keys().find(|name| name.starts_with("ket-nap/book/")).ok_or("no bundle")?.clone();
    let strange = [
        ("ket-nap/book/0000000777-00000001", "1;900;0000000000000000;[[\"torn"),
        ("ket-nap/book/0000000778-00000001", "7;5;00;from a newer version"),
        ("ket-nap/strange", "\u{0}\u{FFFF}"),
        ("other-page", "not ours"),
    ];
    for (name, text) in strange {
        page.run(&format!("localStorage.setItem({}, {})", json!(name), json!(text))).await?;
    }
    page.run("localStorage.setItem('ket-nap/preferences', '{{{')").await?;
    page.client.refresh().await?;
    page.reads("Có 3 mẩu dữ liệu trong máy không đọc được").await?;
    page.goes("#/safety").await?;
    page.reads("do bản mới hơn ghi").await?;
    page.goes("#/progress").await?;
    page.reads("76,7%").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    let after = page.kept().await?;
    for (name, text) in strange {
        assert_eq!(after.get(name).and_then(Value::as_str), Some(text), "{name}");
    }
    assert_eq!(after.get(&bundle), kept.get(&bundle));
    page.close().await
}

/// The whole way by keyboard: past the navigation, through a form, out of a question.
#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_is_enough() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), LAPTOP).await?;
    page.open(&server.address()).await?;
    let focused = "document.activeElement.innerText || document.activeElement.id";
    let press = async |keys: &str| -> Result<String, Failure> {
        page.client.active_element().await?.send_keys(keys).await?;
        Ok(page.run(&format!("return {focused}")).await?.as_str().unwrap_or_default().to_owned())
    };
    let (tab, enter, escape) = (
        String::from(char::from(Key::Tab)),
        String::from(char::from(Key::Enter)),
        String::from(char::from(Key::Escape)),
    );
    assert_eq!(press(&tab).await?, "Đến nội dung chính");
    press(&enter).await?;
    page.until("the main part", "document.activeElement.id === 'main'").await?;
    while !press(&tab).await?.starts_with("Chi bộ") {}
    press(&enter).await?;
    page.until("the heading", "document.activeElement.tagName === 'H1'").await?;
    page.sees("#f-name").await?;
    while page.run("return document.activeElement.id").await?.as_str() != Some("f-name") {
        press(&tab).await?;
    }
    press("Chi bộ bản Mẫu").await?;
    page.reads("Tổ chức: Chi bộ bản Mẫu").await?;
    page.goes("#/kitchen").await?;
    page.taps("Xóa").await?;
    page.until("the question", "document.activeElement.id === 'question'").await?;
    press(&escape).await?;
    page.until("no question", "!document.getElementById('question')").await?;
    page.close().await
}
