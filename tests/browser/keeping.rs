//! Whether a real browser keeps what the page has said to be kept: killed at any moment, with
//! two tabs, without room, without one of its stores, without the program.

#[path = "../../benches/commune.rs"]
mod commune;

use std::time::{Duration, Instant, SystemTime};

use browser_tests::{Browser, Failure, PHONE, dist, file_in, serve};
use fantoccini::Locator;
use ket_nap::store::backup;
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};

/// How often the browser is killed.
const KILLS: usize = 26;

/// Types one text into the open dossier's holder and leaves the box, then waits until the page says
/// "đã lưu".
const TYPE: &str = r"
const box = document.getElementById('f-holder');
box.focus(); box.value = TEXT;
box.dispatchEvent(new InputEvent('input', { bubbles: true })); box.blur();
const look = () => document.querySelector('.keeping').textContent === 'đã lưu' ? done(true) : setTimeout(look, 5);
setTimeout(look);
";

/// A number below `most` that nobody can foresee.
fn chance(most: u64) -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_nanos() as u64);
    SplitMix64::seed_from_u64(now).next_u64() % most
}

/// Kills the browser in the middle of typing, again and again. Every text for which the page had
/// said "đã lưu" is there afterwards, in the history of its record.
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_browser_has_lost_nothing_that_was_saved() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.is_offline_ready().await?;
    page.close().await?;

    let (mut saved, mut lost, mut unsaid) = (0, Vec::new(), 0);
    for round in 0..KILLS {
        let page = Browser::start(profile.path(), PHONE).await?;
        page.open(&format!("{}#/candidates/new", server.address())).await?;
        page.types("name", &format!("Lò Thị Mẫu {round}")).await?;
        page.until("saved", "document.querySelector('.keeping').textContent === 'đã lưu'").await?;
        let person = page.run("return location.hash").await?;
        let person = person
            .as_str()
            .and_then(|hash| hash.rsplit_once('/'))
            .map_or_else(String::new, |(dossier, _)| dossier.to_owned());
        page.part("keeping").await?;
        // Some kills come within the first seconds, when local storage has written nothing yet.
        let end = Instant::now() + Duration::from_millis(chance(2_500));
        let mut told = Vec::new();
        while let Some(left) = end.checked_duration_since(Instant::now()) {
            let text = format!("Bản {round}-{}", told.len());
            let typing = TYPE.replace("TEXT", &json!(text).to_string());
            match tokio::time::timeout(left, page.waits_for(&typing)).await {
                Ok(answer) => {
                    answer?;
                    told.push(text);
                }
                Err(_) => {
                    unsaid += 1;
                    break;
                }
            }
        }
        page.kill()?;

        let page = Browser::start(profile.path(), PHONE).await?;
        page.open(&format!("{}{}", server.address(), person.replace("#/", "#/history/"))).await?;
        page.reads(&format!("Lò Thị Mẫu {round}")).await?;
        let words = page.run("return document.body.innerText").await?;
        let words = words.as_str().unwrap_or_default();
        // The latest two hundred edits of a record are listed.
        for text in told.iter().rev().take(190) {
            if !words.contains(&format!("→ {text}\n")) {
                lost.push(text.clone());
            }
        }
        saved += told.len();
        page.close().await?;
    }
    println!("{KILLS} kills: {saved} texts were said to be saved, {unsaid} were on their way, {} lost", lost.len());
    assert_eq!(lost, [] as [String; 0]);
    assert!(saved > KILLS, "too few texts to show anything: {saved}");
    Ok(())
}

/// Two tabs: one writes, the other reads and sees what is written; the button changes places.
#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_write_in_turn_and_lose_nothing() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    let first = page.client.window().await?;
    let second = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(second.clone()).await?;
    page.open(&server.address()).await?;
    page.reads("Sổ đang mở ở một trang khác").await?;
    page.goes("#/organizations").await?;
    page.taps("Chi bộ bản Mẫu").await?;
    page.until("a box that takes nothing", "document.getElementById('f-name').matches(':disabled')").await?;
    for (round, (writer, reader)) in [(&second, &first), (&first, &second), (&second, &first)].into_iter().enumerate() {
        page.client.switch_to_window(writer.clone()).await?;
        page.taps("Ghi ở trang này").await?;
        page.until("a box to type in", "!document.getElementById('f-name').matches(':disabled')").await?;
        let name = format!("Chi bộ bản Mẫu {round}");
        page.types("name", &name).await?;
        page.reads("đã lưu").await?;
        page.client.switch_to_window(reader.clone()).await?;
        page.reads("Sổ đang mở ở một trang khác").await?;
        page.reads(&format!("Tổ chức: {name}")).await?;
    }
    page.goes("#/history").await?;
    for round in 0..3 {
        page.reads(&format!("→ Chi bộ bản Mẫu {round}")).await?;
    }
    page.close().await
}

/// Over plain http in a local network the browser has no locks, no service worker and no place
/// for generations: one page writes all the same, and everything is kept twice.
#[tokio::test(flavor = "multi_thread")]
async fn without_locks_one_page_writes_and_keeps_everything_twice() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let address = server.address().replace("127.0.0.1", "ketnap.test");
    let page = Browser::start_with(profile.path(), PHONE, &["--host-resolver-rules=MAP ketnap.test 127.0.0.1"]).await?;
    page.begins(&address).await?;
    assert_eq!(
        page.run("return [isSecureContext, !!navigator.locks, !!window.caches]").await?,
        json!([false, false, false])
    );
    page.reads("đã lưu").await?;
    let first = page.client.window().await?;
    let second = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(second.clone()).await?;
    page.open(&format!("{address}#/organizations")).await?;
    page.reads("Sổ đang mở ở một trang khác").await?;
    page.taps("Chi bộ bản Mẫu").await?;
    page.taps("Ghi ở trang này").await?;
    page.until("a box to type in", "!document.getElementById('f-name').matches(':disabled')").await?;
    page.types("name", "Chi bộ bản Mẫu Hai").await?;
    page.reads("đã lưu").await?;
    page.client.switch_to_window(first).await?;
    page.reads("Sổ đang mở ở một trang khác").await?;
    page.reads("Tổ chức: Chi bộ bản Mẫu Hai").await?;
    page.client.close_window().await?;
    page.client.switch_to_window(second).await?;
    page.waits_for("localStorage.clear(); done(true)").await?;
    page.client.refresh().await?;
    page.until(
        "the name",
        "document.getElementById('f-name') && document.getElementById('f-name').value === 'Chi bộ bản Mẫu Hai'",
    )
    .await?;
    page.goes("#/safety").await?;
    page.run("window.dispatchEvent(new CustomEvent('kn-idle'))").await?;
    page.reads("Chưa có. Bản đầu tiên").await?;
    page.close().await
}

/// On plain http a page may have gone without a word, with its whole browser: the next one is the
/// writer by itself once nothing has been heard of it for a while.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_went_without_a_word_is_not_waited_for() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let address = server.address().replace("127.0.0.1", "ketnap.test");
    let page = Browser::start_with(profile.path(), PHONE, &["--host-resolver-rules=MAP ketnap.test 127.0.0.1"]).await?;
    page.begins(&address).await?;
    page.reads("đã lưu").await?;
    page.run("addEventListener('pagehide', () => localStorage.setItem('ket-nap/lease', `gone ${Date.now() + 4000}`))")
        .await?;
    page.reloads().await?;
    page.reads("Sổ đang mở ở một trang khác").await?;
    page.until("a box to type in", "!document.getElementById('f-name').matches(':disabled')").await?;
    page.types("name", "Chi bộ bản Mẫu Hai").await?;
    page.reads("đã lưu").await?;
    page.close().await
}

/// Local storage filled to the last sign: with the replica everything goes on, and the page
/// says that there is one copy; without it the page says that nothing more is kept, hands out a
/// file, and goes on when there is room.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_store_is_told_and_nothing_typed_is_lost() -> Result<(), Failure> {
    const FILL: &str = "let room = 4194304; let text = ''; \
        while (room > 0) { try { localStorage.setItem('other-page', text + 'x'.repeat(room)); text += 'x'.repeat(room); } catch (e) { room = room >> 1; } } \
        return text.length";
    let server = serve()?;
    for refused in [false, true] {
        let profile = tempfile::tempdir()?;
        let folder = tempfile::tempdir()?;
        let page = Browser::start(profile.path(), PHONE).await?;
        page.downloads_into(folder.path()).await?;
        page.prepares("window.showSaveFilePicker = undefined").await?;
        if refused {
            page.prepares("Object.defineProperty(window, 'indexedDB', { value: undefined })").await?;
        }
        page.begins(&server.address()).await?;
        page.reads(if refused { "đã ghi vào máy" } else { "đã lưu" }).await?;
        let filled = page.run(FILL).await?;
        assert!(filled.as_u64() > Some(5_000_000), "{filled}");
        page.types("name", "Chi bộ bản Mẫu có tên dài hơn trước nhiều").await?;
        if refused {
            page.reads("Bộ nhớ của trình duyệt đã đầy").await?;
            page.taps("Sao lưu ngay").await?;
            let file = std::fs::read_to_string(file_in(folder.path()).await?)?;
            assert!(file.contains("nhi\\u1ec1u"), "{file}");
            page.run("localStorage.removeItem('other-page')").await?;
            page.taps("Thử ghi lại").await?;
            page.until("no trouble", "!document.body.innerText.includes('đã đầy')").await?;
            page.reads("đã ghi vào máy").await?;
        } else {
            page.reads("đã lưu một bản").await?;
            page.reads("Sổ chỉ có một bản trong trình duyệt").await?;
        }
        page.client.refresh().await?;
        page.until("the name", "document.getElementById('f-name') && document.getElementById('f-name').value === 'Chi bộ bản Mẫu có tên dài hơn trước nhiều'").await?;
        page.close().await?;
    }
    Ok(())
}

/// Each store alone brings everything back; when both are gone, the browser's own backup does,
/// and the page says so.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_store_is_left_brings_the_book_back() -> Result<(), Failure> {
    const DROP_LOCAL: &str = "localStorage.clear(); done(true)";
    const DROP_SECOND: &str = "knStore.open((error, db) => { const tx = db.transaction('texts', 'readwrite'); \
        tx.objectStore('texts').clear(); tx.oncomplete = () => done(true); })";
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.reads("đã lưu").await?;
    page.run("window.dispatchEvent(new CustomEvent('kn-idle'))").await?;
    page.waits_for(
        "const look = () => caches.open('ket-nap-backups').then(c => c.keys()).then(k => k.length ? done(true) : setTimeout(look, 20)); look()",
    )
    .await?;
    for (round, drops) in [vec![DROP_LOCAL], vec![DROP_SECOND], vec![DROP_LOCAL, DROP_SECOND]].iter().enumerate() {
        for script in drops {
            page.waits_for(script).await?;
        }
        page.open(&format!("{}?{round}#/candidates", server.address())).await?;
        page.reads("Lò Thị Mẫu").await?;
        if drops.len() > 1 {
            page.reads("đã lấy lại từ bản dự phòng").await?;
        }
    }
    page.reads("đã lưu").await?;
    let kept = page.kept().await?;
    assert!(kept.keys().any(|name| name.starts_with("ket-nap/book/")), "{kept:?}");
    page.close().await
}

/// The largest book there is goes into a file, onto another machine, and is there after a start.
#[tokio::test(flavor = "multi_thread")]
async fn the_largest_book_is_restored_from_its_file() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("lớn.txt");
    let book = commune::book(commune::CELLS, commune::CANDIDATES * 10 / 3);
    std::fs::write(&file, backup::write(&book, 1_767_225_600_000))?;
    let last = book.edits().map(|(_, _, edit)| edit.stamp).max().ok_or("an empty book")?;
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&format!("{}#/safety", server.address())).await?;
    page.chooses_file("Mở tệp sao lưu", &file).await?;
    page.reads("thay đổi từ tệp?").await?;
    page.taps("Nhập vào sổ").await?;
    page.until("kept", "/^đã lưu/.test(document.querySelector('.keeping').textContent)").await?;
    page.client.refresh().await?;
    page.sees("main h1").await?;
    page.chooses_file("Mở tệp sao lưu", &file).await?;
    page.reads("Tệp nguyên vẹn và đủ mọi thứ trong sổ").await?;
    page.close().await?;
    println!("10,000 candidates, last edit at {last}: restored and checked");
    Ok(())
}

/// A file is saved, opened again to be checked, and restored on another machine.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_checked_and_restored_elsewhere() -> Result<(), Failure> {
    let server = serve()?;
    let (here, there) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let folder = tempfile::tempdir()?;
    let page = Browser::start(here.path(), PHONE).await?;
    page.downloads_into(folder.path()).await?;
    page.prepares("window.showSaveFilePicker = undefined").await?;
    page.begins(&server.address()).await?;
    page.goes("#/safety").await?;
    page.reads("Chưa sao lưu lần nào").await?;
    page.taps("Sao lưu ngay").await?;
    page.reads("chưa kiểm tra").await?;
    // What is told lies over the page, within the window.
    page.until(
        "the notice in view",
        "document.querySelector('.toast .notice').getBoundingClientRect().bottom <= innerHeight",
    )
    .await?;
    let file = file_in(folder.path()).await?;
    page.chooses_file("Mở tệp sao lưu", &file).await?;
    page.reads("Tệp nguyên vẹn và đủ mọi thứ trong sổ").await?;
    page.reads("(đã kiểm tra)").await?;
    page.close().await?;

    let page = Browser::start(there.path(), PHONE).await?;
    page.open(&format!("{}#/safety", server.address())).await?;
    let other = folder.path().join("thư.txt");
    std::fs::write(&other, "Kính gửi chi bộ\n")?;
    page.chooses_file("Mở tệp sao lưu", &other).await?;
    page.reads("không nhận ra danh sách nào").await?;
    page.goes("#/safety").await?;
    page.chooses_file("Mở tệp sao lưu", &file).await?;
    page.reads("Không xóa gì trong sổ").await?;
    page.taps("Nhập vào sổ").await?;
    page.goes("#/").await?;
    page.reads("Chi bộ bản Mẫu").await?;
    page.close().await
}

/// A program that cannot start: the page alone saves everything to a file, and a program that
/// can start takes it in.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_alone_saves_everything_when_the_program_cannot_start() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let folder = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.downloads_into(folder.path()).await?;
    page.begins(&server.address()).await?;
    page.run("localStorage.setItem('ket-nap/book/0000000777-00000001', 'hỏng\\nhai dòng')").await?;
    page.prepares(
        "WebAssembly.instantiateStreaming = undefined; WebAssembly.instantiate = () => Promise.reject(new Error('no'))",
    )
    .await?;
    page.client.refresh().await?;
    page.reads("Chương trình gặp lỗi khi khởi động").await?;
    page.taps("Lưu dữ liệu trong máy ra tệp").await?;
    let file = file_in(folder.path()).await?;
    let text = std::fs::read_to_string(&file)?;
    assert!(text.starts_with("ket-nap;1;rescue;") && text.contains("hỏng\\nhai dòng"), "{text}");
    page.close().await?;

    let other = tempfile::tempdir()?;
    let page = Browser::start(other.path(), PHONE).await?;
    page.open(&format!("{}#/safety", server.address())).await?;
    page.chooses_file("Mở tệp sao lưu", &file).await?;
    page.reads("1 phần của tệp bị hỏng").await?;
    page.taps("Nhập vào sổ").await?;
    page.goes("#/").await?;
    page.reads("Chi bộ bản Mẫu").await?;
    page.close().await
}

/// What the first version of the program wrote is opened; what a newer one wrote is told.
#[tokio::test(flavor = "multi_thread")]
async fn what_an_older_version_wrote_is_opened() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    // As it stood in the store then, with its sum.
    let line = r#"1;146;adabe037a0eb4b5c;[["018f0000000000000000002a","organization:cu","created","2026-11-01"],["018f0000000000010000002a","organization:cu","name","Chi bộ bản Cũ"]]"#;
    for (name, text) in [("ket-nap/book/0000000001-0000002a", line), ("ket-nap/book/0000000002-0000002a", "3;1;0;x")] {
        page.run(&format!("localStorage.setItem({}, {})", json!(name), json!(text))).await?;
    }
    page.client.refresh().await?;
    page.reads("Chi bộ bản Cũ").await?;
    page.reads("Có 1 mẩu dữ liệu trong máy không đọc được").await?;
    page.taps("Giữ dữ liệu").await?;
    page.reads("do bản mới hơn ghi, hãy cập nhật chương trình").await?;
    page.goes("#/organizations/cu").await?;
    page.types("name", "Chi bộ bản Mới").await?;
    page.reads("đã lưu").await?;
    page.goes("#/history/organizations/cu").await?;
    page.reads("→ Chi bộ bản Mới").await?;
    page.reads("→ Chi bộ bản Cũ").await?;
    page.close().await
}

/// Undo by button and by keyboard; in a box the browser's own undo stays the browser's.
#[tokio::test(flavor = "multi_thread")]
async fn the_last_step_is_taken_back_by_button_and_by_keyboard() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.part("keeping").await?;
    page.types("holder", "Bản Mẫu").await?;
    let home = |text: &str| format!("document.getElementById('f-holder').value === {}", json!(text));
    page.client.find(Locator::Css(".undo")).await?.click().await?;
    page.until("the holder gone", &home("")).await?;
    page.taps("Làm lại").await?;
    page.until("the holder back", &home("Bản Mẫu")).await?;
    let press = |key: &str, more: &str| {
        format!(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', ctrlKey: true, bubbles: true{more} }}))"
        )
    };
    page.run(&press("z", "")).await?;
    page.until("the holder gone", &home("")).await?;
    page.run(&press("Z", ", shiftKey: true")).await?;
    page.until("the holder back", &home("Bản Mẫu")).await?;
    page.run("document.getElementById('f-holder').dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))").await?;
    tokio::time::sleep(Duration::from_millis(100)).await;
    page.until("the holder still there", &home("Bản Mẫu")).await?;
    assert!(dist().is_dir());
    page.close().await
}

/// The browser is told once to keep the page's data for good, and the answer is shown.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_what_the_browser_promises() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.prepares(
        "navigator.storage.persist = () => { window.asked = (window.asked || 0) + 1; return Promise.resolve(true) }",
    )
    .await?;
    page.begins(&server.address()).await?;
    page.goes("#/safety").await?;
    page.reads("cam kết không tự xóa").await?;
    assert_eq!(page.run("return window.asked").await?, Value::from(1));
    page.close().await
}

/// What the browser keeps of anybody: names in both stores, and whether the generations and the files that wait are there.
const KEPT: &str = "return (async () => { \
     const second = await new Promise((done) => window.knStore.read((why, pairs) => done((pairs || []).map(([name]) => name)))); \
     const own = (name) => name.startsWith('ket-nap/') && name !== 'ket-nap/device' && name !== 'ket-nap/lease'; \
     const caches = (await window.caches.keys()).filter((name) => /backups|waiting/.test(name)); \
     return [Object.keys(localStorage).filter(own), second.filter(own), caches]; })()";

#[tokio::test]
async fn a_machine_is_erased_and_looked_at_again() -> Result<(), Failure> {
    let (profile, server) = (tempfile::tempdir()?, serve()?);
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Vàng A Thử").await?;
    page.reads("đã lưu").await?;
    page.run(
        "const cache = await window.caches.open('ket-nap-backups'); await cache.put('kn-backup/a', new Response('x'))",
    )
    .await?;
    let kept = page.run(KEPT).await?;
    assert!(kept.as_array().is_some_and(|all| all.iter().all(|part| *part != json!([]))), "{kept}");
    page.goes("#/safety").await?;
    page.taps("Xóa sạch máy này").await?;
    page.reads("thay đổi chưa có trong tệp sao lưu nào").await?;
    // Whoever thinks better of it keeps everything.
    page.taps("Không, giữ lại").await?;
    assert_eq!(page.run(KEPT).await?, kept);
    page.taps("Xóa sạch máy này").await?;
    page.run("document.querySelector('.dialog .button-danger').click()").await?;
    page.reads("Đã xóa sạch").await?;
    page.reads("Chi bộ").await?;
    assert_eq!(page.run(KEPT).await?, json!([[], [], []]));
    let page = page.restarts(&server.address()).await?;
    page.sees("#main").await?;
    assert_eq!(page.run(KEPT).await?, json!([[], [], []]));
    assert_eq!(page.run("return document.body.innerText.includes('Vàng A Thử')").await?, false);
    page.close().await
}
