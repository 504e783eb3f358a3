//! The lock in a real browser: nothing of people in its folder as bytes, opened again without a network, locked in all windows, killed
//! while somebody types.

use std::fs;
use std::path::Path;

use browser_tests::{Browser, Failure, PHONE, serve};
use fantoccini::Locator;
use serde_json::{Value, json};

const WORDS: &str = "mưa trên bản Mẫu";

/// Types into a box for a secret.
async fn says(page: &Browser, id: &str, words: &str) -> Result<(), Failure> {
    let secret = page.client.wait().for_element(Locator::Id(id)).await?;
    secret.clear().await?;
    secret.send_keys(words).await?;
    Ok(())
}

/// Turns the lock on; the code on paper.
async fn turns_on(page: &Browser) -> Result<String, Failure> {
    page.goes("#/safety").await?;
    says(page, "secret-new", WORDS).await?;
    says(page, "secret-again", WORDS).await?;
    page.taps("Bật khóa").await?;
    page.sees(".code-on-paper").await?;
    let code = page.run("return document.querySelector('.code-on-paper').textContent").await?;
    page.taps("Đã chép ra giấy").await?;
    page.reads("Sổ đang được khóa bằng mật khẩu.").await?;
    Ok(code.as_str().unwrap_or_default().to_owned())
}

async fn unlocks(page: &Browser, words: &str) -> Result<(), Failure> {
    page.reads("Sổ đang khóa").await?;
    says(page, "secret", words).await?;
    page.taps("Mở khóa").await
}

/// Names of the files below a folder that have a text in them, as UTF-8 or UTF-16, or as bundles write it.
fn files_with(folder: &Path, text: &str, found: &mut Vec<String>) {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let escaped: String = text
        .encode_utf16()
        .map(|unit| match u8::try_from(unit).map(char::from) {
            Ok(c) if c.is_ascii() => c.to_string(),
            _ => format!("\\u{unit:04x}"),
        })
        .collect();
    let needles = [text.as_bytes().to_vec(), wide, escaped.into_bytes()];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files_with(&path, text, found);
            continue;
        }
        let bytes = fs::read(&path).unwrap_or_default();
        if needles.iter().any(|needle| bytes.windows(needle.len()).any(|part| part == needle)) {
            found.push(path.to_string_lossy().into_owned());
        }
    }
}

fn has(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    files_with(folder, text, &mut found);
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn locked_nothing_of_people_is_in_the_browsers_folder() -> Result<(), Failure> {
    let (profile, server) = (tempfile::tempdir()?, serve()?);
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.is_offline_ready().await?;
    let code = turns_on(&page).await?;
    // From here on nothing is fetched any more.
    let address = server.address();
    drop(server);
    page.goes("#/candidates/new").await?;
    page.types("name", "Vàng A Thửkín").await?;
    page.types("birth", "5/3/1996").await?;
    page.reads("đã lưu").await?;
    // What is looked for is found where it stands open.
    page.run("localStorage.setItem('other-page', 'Giàng Thị Bàyra')").await?;
    page.run("document.getElementById('kn-lock').click()").await?;
    page.reads("Sổ đang khóa").await?;
    assert_eq!(page.run("return /Thửkín/.test(document.documentElement.outerHTML)").await?, false);
    let texts = page.kept().await?;
    let open = |(name, text): (&String, &Value)| {
        let text = text.as_str().unwrap_or_default();
        (name.contains("/book/") || name.contains("/folded/")) && !text.starts_with("3;")
    };
    assert!(!texts.iter().any(open), "{texts:?}");
    page.close().await?;
    assert!(!has(profile.path(), "Giàng Thị Bàyra").is_empty());
    assert_eq!(has(profile.path(), "Vàng A Thửkín"), [""; 0]);
    assert_eq!(has(profile.path(), &code), [""; 0]);

    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&format!("{address}#/candidates")).await?;
    unlocks(&page, "mưa trên nương").await?;
    page.reads("Mật khẩu không đúng").await?;
    // Capitals and marks do not count; Enter does what the button does.
    says(&page, "secret", "MUA TREN BAN MAU\u{e007}").await?;
    page.reads("Vàng A Thửkín").await?;
    page.run("document.getElementById('kn-lock').click()").await?;
    unlocks(&page, &code.to_lowercase()).await?;
    page.reads("Vàng A Thửkín").await?;
    // Turned off, it is as it was before.
    page.goes("#/safety").await?;
    page.taps("Đổi mật khẩu, mã khôi phục, tắt khóa").await?;
    says(&page, "secret", WORDS).await?;
    page.taps("Tắt khóa").await?;
    page.reads("Đã tắt khóa").await?;
    let texts = page.kept().await?;
    assert!(
        texts
            .iter()
            .all(|(name, text)| !name.ends_with("/vault") && !text.as_str().unwrap_or_default().starts_with("3;"))
    );
    page.reloads().await?;
    page.goes("#/candidates").await?;
    page.reads("Vàng A Thửkín").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn all_windows_are_locked_at_once_and_a_page_that_was_away_is_covered() -> Result<(), Failure> {
    let (profile, server) = (tempfile::tempdir()?, serve()?);
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    turns_on(&page).await?;
    let first = page.client.window().await?;
    let second = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(second.clone()).await?;
    page.open(&server.address()).await?;
    unlocks(&page, WORDS).await?;
    page.reads("Sổ đang mở ở một trang khác").await?;
    page.sees("#kn-lock").await?;
    page.client.switch_to_window(first.clone()).await?;
    page.run("document.getElementById('kn-lock').click()").await?;
    page.reads("Sổ đang khóa").await?;
    page.client.switch_to_window(second).await?;
    page.reads("Sổ đang khóa").await?;
    // Away and back at once: covered meanwhile, open again. Long away: locked.
    page.client.switch_to_window(first).await?;
    unlocks(&page, WORDS).await?;
    page.sees("#kn-lock").await?;
    let away = |hidden: bool| {
        format!(
            "Object.defineProperty(document, 'hidden', {{ configurable: true, get: () => {hidden} }}); \
             document.dispatchEvent(new Event('visibilitychange')); \
             return getComputedStyle(document.getElementById('app')).visibility"
        )
    };
    assert_eq!(page.run(&away(true)).await?, json!("hidden"));
    assert_eq!(page.run(&away(false)).await?, json!("visible"));
    page.run(&away(true)).await?;
    page.run("const now = Date.now; Date.now = () => now() + 301000;").await?;
    page.run(&away(false)).await?;
    page.reads("Sổ đang khóa").await?;
    page.close().await
}

/// Kills the browser while somebody types behind the lock.
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_browser_has_lost_nothing_behind_the_lock() -> Result<(), Failure> {
    let (profile, server) = (tempfile::tempdir()?, serve()?);
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.is_offline_ready().await?;
    turns_on(&page).await?;
    page.close().await?;
    let rounds = 6;
    for round in 0..rounds {
        let page = Browser::start(profile.path(), PHONE).await?;
        page.open(&format!("{}#/candidates/new", server.address())).await?;
        unlocks(&page, WORDS).await?;
        page.sees("#kn-lock").await?;
        page.goes("#/candidates").await?;
        for before in 0..round {
            page.reads(&format!("Lò Thị Mẫu {before}")).await?;
        }
        page.goes("#/candidates/new").await?;
        page.types("name", &format!("Lò Thị Mẫu {round}")).await?;
        page.until("saved", "document.querySelector('.keeping').textContent === 'đã lưu'").await?;
        page.kill()?;
    }
    println!("{rounds} kills behind the lock: nothing lost");
    Ok(())
}

/// Erased for good, a person is in no store of the page; the others are there.
#[tokio::test(flavor = "multi_thread")]
async fn a_person_erased_for_good_is_in_no_store() -> Result<(), Failure> {
    const ALL: &str = "knStore.open((error, db) => { const texts = db.transaction('texts').objectStore('texts').getAll(); \
        texts.onsuccess = () => caches.open('ket-nap-backups').then(c => c.keys().then(keys => Promise.all(keys.map(k => c.match(k).then(r => r.text()))))) \
        .then(backups => done(JSON.stringify([Object.values(localStorage), texts.result, backups]))); })";
    let (profile, server) = (tempfile::tempdir()?, serve()?);
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    for name in ["Lo Thi Conlai", "Vang A Dixoa"] {
        page.goes("#/candidates/new").await?;
        page.types("name", name).await?;
    }
    page.until("saved", "document.querySelector('.keeping').textContent === 'đã lưu'").await?;
    page.run("window.dispatchEvent(new CustomEvent('kn-idle'))").await?;
    page.until(
        "a backup",
        "caches.open('ket-nap-backups').then(c => c.keys()).then(k => { window.backups = k.length }) && window.backups",
    )
    .await?;
    let before = page.waits_for(ALL).await?;
    let has = |texts: &Value, name: &str| texts.as_str().unwrap_or_default().matches(name).count();
    assert!(has(&before, "Dixoa") >= 3, "{}", has(&before, "Dixoa"));
    page.goes("#/candidates").await?;
    page.taps("Vang A Dixoa").await?;
    page.taps("Xóa").await?;
    page.goes("#/deleted").await?;
    page.taps("Xóa hẳn").await?;
    page.reads("Xóa hẳn “Vang A Dixoa”?").await?;
    page.run("document.querySelector('.dialog .button-danger').click()").await?;
    page.reads("Đã xóa hẳn và kiểm tra lại").await?;
    let after = page.waits_for(ALL).await?;
    assert_eq!((has(&after, "Dixoa"), has(&after, "Conlai") >= 3), (0, true));
    page.reloads().await?;
    page.goes("#/candidates").await?;
    page.reads("Lo Thi Conlai").await?;
    page.close().await
}
