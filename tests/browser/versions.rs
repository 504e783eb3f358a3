//! Another version of the program, in every engine that keeps pages: it is offered with its size,
//! fetched when wanted, used when wanted, and nothing that happens to it hurts what was typed.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::{Browser, Failure, PHONE, dist, serve};
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::keeper;
use xtask::serve::Server;

/// A program that fails as soon as it starts: its start function is `unreachable`.
const TRAP: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x08\x01\0\x0a\x05\x01\x03\0\0\x0b";

/// Another version: this one with a mark in its page, and changed further.
fn other(mark: &str, change: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<TempDir, Failure> {
    let folder = tempfile::tempdir()?;
    copy(&dist(), folder.path())?;
    edit(folder.path(), |page| page.replace("<body>", &format!("<body data-mark=\"{mark}\">")))?;
    change(folder.path())?;
    keeper::list_again(folder.path())?;
    Ok(folder)
}

fn edit(folder: &Path, change: impl FnOnce(String) -> String) -> Result<(), Failure> {
    let page = folder.join("index.html");
    Ok(fs::write(&page, change(fs::read_to_string(&page)?))?)
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        // Compressed copies would go on being sent in the place of what is changed.
        let packed = xtask::packed::ENDINGS.iter().any(|ending| entry.file_name().to_string_lossy().ends_with(ending));
        if entry.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            copy(&entry.path(), &target)?;
        } else if !packed {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The name of the first part of the program in the page of a folder.
fn program(folder: &Path) -> Result<String, Failure> {
    let page = fs::read_to_string(folder.join("index.html"))?;
    let name =
        page.split("data-wasm=").nth(1).and_then(|rest| rest.split(['"', ' ', '>']).find(|word| !word.is_empty()));
    Ok(name.ok_or("the page names no program")?.to_owned())
}

/// A page with a cell of its own, kept for use without a network, and known to work.
async fn kept(profile: &Path, server: &Server) -> Result<Browser, Failure> {
    let page = Browser::start(profile, PHONE).await?;
    page.begins(&server.address()).await?;
    page.is_offline_ready().await?;
    page.reloads().await?;
    page.sees("#f-name").await?;
    // The worker notes that the version has started well.
    let noted = "
      for (let wait = 0; wait < 200; wait += 1) {
        const found = await caches.match(new URL('kn-versions', location.href.split('#')[0]).href);
        if (found && (await found.json()).works) return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return false;";
    let noted = page.waits_for(&format!("(async () => {{ {noted} }})().then(done)")).await?;
    assert_eq!(noted, Value::Bool(true), "the version is said to work");
    Ok(page)
}

async fn is_marked(page: &Browser, mark: Option<&str>) -> Result<(), Failure> {
    let mark = mark.map_or_else(|| "undefined".to_owned(), |mark| json!(mark).to_string());
    page.until("the version", &format!("document.body.dataset.mark === {mark} && document.querySelector('main h1')"))
        .await
}

async fn is_named(page: &Browser, name: &str) -> Result<(), Failure> {
    let same = format!("document.getElementById('f-name').value === {}", json!(name));
    page.until("the name that was typed", &same).await
}

/// Everything asked of the server but the worker itself, which is the check for another version.
fn fetched(server: &Server, since: usize) -> Vec<String> {
    server.requests().into_iter().skip(since).filter(|path| !path.contains(keeper::NAME)).collect()
}

/// Old, new, and old again, each time over an edit that is still in its box.
#[tokio::test(flavor = "multi_thread")]
async fn there_and_back_over_an_unsaved_edit() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let newer = other("newer", |_| Ok(()))?;
    let server = serve()?;
    let page = kept(profile.path(), &server).await?;
    is_marked(&page, None).await?;

    server.set_root(newer.path());
    let before = server.requests().len();
    page.reloads().await?;
    page.reads("Có bản mới: cập nhật").await?;
    assert_eq!(fetched(&server, before), [] as [String; 0], "nothing is fetched before it is wanted");
    page.run("window.notReloaded = true").await?;
    page.taps("Để sau").await?;
    page.until("no question", "!document.body.innerText.includes('Có bản mới') && window.notReloaded").await?;
    page.reloads().await?;
    let bytes = xtask::sizes::gzip(&fs::read(newer.path().join("index.html"))?)?.len();
    page.reads(&format!("Có bản mới: cập nhật {}\u{a0}kB", bytes.div_ceil(1000))).await?;
    is_marked(&page, None).await?;
    page.taps("Tải về").await?;
    page.reads("Bấm cập nhật khi không nhập dở").await?;
    assert_eq!(fetched(&server, before), ["/index.html"], "only what has changed is fetched");
    is_marked(&page, None).await?;
    page.types("name", "Chi bộ bản Mẫu Một").await?;
    page.taps("Cập nhật").await?;
    is_marked(&page, Some("newer")).await?;
    is_named(&page, "Chi bộ bản Mẫu Một").await?;

    server.set_root(&dist());
    let before = server.requests().len();
    page.reloads().await?;
    // All of it is still in the machine.
    page.reads("Bấm cập nhật khi không nhập dở").await?;
    page.types("name", "Chi bộ bản Mẫu Hai").await?;
    page.taps("Cập nhật").await?;
    is_marked(&page, None).await?;
    is_named(&page, "Chi bộ bản Mẫu Hai").await?;
    assert_eq!(fetched(&server, before), [] as [String; 0]);
    page.close().await
}

/// The line breaks while the other version comes: this one goes on, and the rest is fetched later.
#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_download_goes_on_where_it_was() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    // Something that cannot be packed, in two files.
    let mut random = SplitMix64::seed_from_u64(1);
    let mut noise = |bytes: usize| -> String {
        let letter = |_| char::from(b'0' + u8::try_from(random.next_u64() % 32).unwrap_or_default());
        (0..bytes).map(letter).collect()
    };
    let newer = other("newer", |folder| {
        fs::write(folder.join("a-first.js"), noise(60_000))?;
        Ok(fs::write(folder.join("b-second.js"), noise(120_000))?)
    })?;
    let server = serve()?;
    let (address, port) = (server.address(), server.port());
    let page = kept(profile.path(), &server).await?;
    server.set_root(newer.path());
    page.reloads().await?;
    page.reads("Có bản mới: cập nhật").await?;
    server.set_speed(Some(40_000));
    page.taps("Tải về").await?;
    page.until("some of it", r"/Đang tải bản mới: [4-9]\d%/.test(document.body.innerText)").await?;
    server.stop();
    page.reads("Chưa tải xong bản mới").await?;
    page.types("name", "Chi bộ bản Mẫu Một").await?;
    page.reads("đã lưu").await?;
    let page = page.restarts(&address).await?;
    is_marked(&page, None).await?;

    let server = Server::start(newer.path(), port)?;
    page.reloads().await?;
    page.reads("Có bản mới: cập nhật").await?;
    let before = server.requests().len();
    page.taps("Tải về").await?;
    page.reads("Bấm cập nhật khi không nhập dở").await?;
    let again = fetched(&server, before);
    assert!(!again.contains(&"/a-first.js".to_owned()), "what has come is not fetched again: {again:?}");
    page.taps("Cập nhật").await?;
    is_marked(&page, Some("newer")).await?;
    page.goes("#/organizations").await?;
    page.reads("Chi bộ bản Mẫu Một").await?;
    page.close().await
}

/// What another page has fetched is in the machine: here it only has to be used.
#[tokio::test(flavor = "multi_thread")]
async fn what_another_page_fetches_is_not_offered_for_fetching() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let newer = other("newer", |_| Ok(()))?;
    let server = serve()?;
    let page = kept(profile.path(), &server).await?;
    server.set_root(newer.path());
    page.reloads().await?;
    page.reads("Có bản mới: cập nhật").await?;
    page.run(
        "navigator.serviceWorker.ready.then(({ active }) => active.postMessage('fetch', [new MessageChannel().port2]))",
    )
    .await?;
    page.reads("Bấm cập nhật khi không nhập dở").await?;
    page.run("document.querySelector('.notice .button-main').focus(); document.activeElement.previousSibling.click()")
        .await?;
    page.until("no question", "!document.body.innerText.includes('Có bản mới')").await?;
    // Who works without a mouse goes on from there, not from the top of the browser.
    page.until("the keyboard's place", "document.activeElement === document.querySelector('main')").await?;
    page.close().await
}

/// A host that sends other files than it lists: that is said, and is no broken line.
#[tokio::test(flavor = "multi_thread")]
async fn wrong_files_of_a_host_are_told_as_such() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let wrong = other("wrong", |folder| Ok(fs::write(folder.join("a-first.js"), "one")?))?;
    fs::write(wrong.path().join("a-first.js"), "two")?;
    let server = Server::start(wrong.path(), 0)?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.reads("Chương trình chưa nằm trong máy vì tệp trên máy chủ không đúng").await?;
    server.set_root(&dist());
    // Again and again: the worker that failed may not have ended yet.
    page.until("the program kept", "(window.dispatchEvent(new Event('online')), window.knOffline.ready)").await?;
    page.until("the bad news to be gone", "!document.body.innerText.includes('chưa nằm trong máy')").await?;
    page.close().await?;

    let profile = tempfile::tempdir()?;
    server.set_root(&dist());
    let page = kept(profile.path(), &server).await?;
    page.goes("#/settings").await?;
    page.reads("Chương trình đã nằm trong máy").await?;
    server.set_root(wrong.path());
    page.reloads().await?;
    page.taps("Tải về").await?;
    page.reads("Tệp trên máy chủ chưa đúng với bản mới").await?;
    page.reloads().await?;
    is_marked(&page, None).await?;
    page.close().await
}

/// A version that fails at its start: the data can be taken out, and the version before is one tap
/// away; it is not offered a second time.
#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_does_not_start_gives_way_to_the_one_before() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let broken = other("broken", breaks)?;
    let server = serve()?;
    let page = kept(profile.path(), &server).await?;
    server.set_root(broken.path());
    page.reloads().await?;
    page.taps("Tải về").await?;
    page.taps("Cập nhật").await?;
    page.reads("Chương trình gặp lỗi khi khởi động").await?;
    page.run(
        "URL.createObjectURL = (blob) => { new Response(blob).text().then((text) => { window.given = text; }); return '#'; };
         HTMLAnchorElement.prototype.click = () => {};",
    )
    .await?;
    page.taps("Lưu dữ liệu trong máy ra tệp").await?;
    page.until("the file", "window.given && window.given.startsWith('ket-nap;1;rescue;')").await?;
    page.taps("Dùng lại bản trước").await?;
    is_marked(&page, None).await?;
    is_named(&page, "Chi bộ bản Mẫu").await?;
    page.reloads().await?;
    is_marked(&page, None).await?;
    page.until("the worker", "window.knOffline.ready").await?;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    page.until("no question", "!document.body.innerText.includes('Có bản mới')").await?;
    page.close().await
}

fn breaks(folder: &Path) -> Result<(), Failure> {
    const NAME: &str = "ket-nap-0123456789abcdef.wasm";
    let former = program(folder)?;
    let bytes = |length: usize| format!("data-bytes=\"{length}\"");
    let length = fs::read(folder.join(&former))?.len();
    fs::write(folder.join(NAME), TRAP)?;
    edit(folder, |page| page.replace(&former, NAME).replace(&bytes(length), &bytes(TRAP.len())))
}

/// A version that never started is replaced by the next one by itself: there is no page that could
/// ask.
#[tokio::test(flavor = "multi_thread")]
async fn a_mended_version_replaces_one_that_never_started() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let broken = other("broken", breaks)?;
    let mended = other("mended", |_| Ok(()))?;
    let server = serve()?;
    let page = kept(profile.path(), &server).await?;
    server.set_root(broken.path());
    page.reloads().await?;
    page.taps("Tải về").await?;
    page.taps("Cập nhật").await?;
    page.reads("Chương trình gặp lỗi khi khởi động").await?;
    server.set_root(mended.path());
    let before = server.requests().len();
    page.run("setTimeout(() => location.reload())").await?;
    let begun = std::time::Instant::now();
    while !fetched(&server, before).contains(&"/index.html".to_owned()) {
        if begun.elapsed().as_secs() > 20 {
            return Err(format!("the mended version is not fetched: {:?}", server.requests()).into());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    // The browser looks for news after the page: it takes one more visit.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let page = page.restarts(&server.address()).await?;
    is_marked(&page, Some("mended")).await?;
    page.goes("#/organizations").await?;
    page.reads("Chi bộ bản Mẫu").await?;
    page.close().await
}

/// The way out for a host: the kept program is let go, what people wrote stays.
#[tokio::test(flavor = "multi_thread")]
async fn the_kept_program_can_be_called_back() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let off = tempfile::tempdir()?;
    copy(&dist(), off.path())?;
    fs::copy(root.join("web/off.js"), off.path().join(keeper::NAME))?;
    let server = serve()?;
    let page = kept(profile.path(), &server).await?;
    server.set_root(off.path());
    page.run("window.notReloaded = true; navigator.serviceWorker.getRegistration().then((one) => one.update())")
        .await?;
    page.until(
        "nothing to be kept",
        "(caches.keys().then((names) => { window.names = names.join(); }), window.notReloaded && window.names !== undefined \
         && !window.names.includes('ket-nap-files'))",
    )
    .await?;
    page.types("name", "Chi bộ bản Mẫu Một").await?;
    page.reads("đã lưu").await?;
    let before = server.requests().len();
    page.reloads().await?;
    is_named(&page, "Chi bộ bản Mẫu Một").await?;
    assert!(fetched(&server, before).iter().any(|path| path == "/"), "the page comes from the host again");

    server.set_root(&dist());
    page.reloads().await?;
    is_named(&page, "Chi bộ bản Mẫu Một").await?;
    page.is_offline_ready().await?;
    page.close().await
}
