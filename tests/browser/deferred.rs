//! The program in two parts: the first screens need only the first, and lose nothing by that.

use browser_tests::{Browser, Failure, PHONE, dist, serve};

/// Holds the deferred chunk back until `window.release()`.
const HELD: &str = r"
const fetched = window.fetch.bind(window);
window.fetch = (name, how) => {
  if (!String(name).includes('-later-')) return fetched(name, how);
  return new Promise((resolve) => { window.release = () => resolve(fetched(name, how)); });
};
";

/// The screens that the first part draws: those of somebody who has written nothing yet.
const FIRST: [&str; 3] = ["#/", "#/nowhere", "#/"];

/// Everything on the page but what only the deferred chunk tells.
const DRAWN: &str = "const page = document.querySelector('#app').cloneNode(true);
    page.querySelectorAll('.undo, .toast').forEach((one) => one.remove());
    // The samples are in the deferred chunk; their place is there before.
    page.querySelectorAll('.section > [role=status], .section > .list').forEach((one) => one.remove());
    return page.innerHTML";

/// Words with a zero in them, and things to tap or headings that say nothing.
const EMPTY: &str = r"
const empty = [];
for (const one of document.querySelectorAll('#app a, #app button, #app h1, #app h2, #app h3, #app label, #app summary')) {
  if (!one.textContent.trim() && !one.getAttribute('aria-label')) empty.push(one.outerHTML);
}
if (document.querySelector('#app').innerHTML.includes('\0')) empty.push('zero');
return empty;
";

async fn drawn(page: &Browser) -> Result<Vec<String>, Failure> {
    let mut drawn = Vec::new();
    for hash in FIRST {
        page.goes(hash).await?;
        assert_eq!(page.run(EMPTY).await?, serde_json::json!([]), "{hash}");
        drawn.push(page.run(DRAWN).await?.as_str().unwrap_or_default().to_owned());
    }
    Ok(drawn)
}

/// While the deferred chunk is held back, the first screens look as they do with it; a page of the
/// deferred chunk says that it comes, and what was asked for too early is done when it is there.
#[tokio::test(flavor = "multi_thread")]
async fn the_first_screens_are_the_same_without_the_deferred_chunk() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.prepares(HELD).await?;
    page.client.goto(&server.address()).await?;
    page.reads("Anh/chị làm việc ở đâu?").await?;
    page.until("the deferred chunk to be asked for", "window.release && window.knLater === 'coming'").await?;
    let without = drawn(&page).await?;
    page.goes("#/candidates").await?;
    page.reads("Đang tải phần này").await?;
    page.goes("#/").await?;
    page.taps("Chi bộ").await?;
    page.reads("tải xong mới làm được việc này").await?;
    page.run("window.release()").await?;
    page.sees("#f-name").await?;
    page.close().await?;

    let profile = tempfile::tempdir()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    assert_eq!(without, drawn(&page).await?);
    page.close().await
}

/// A book's pages are in the deferred chunk. It comes before the first drawing, so that nobody sees an
/// empty page; where it takes long, the page says that it comes.
#[tokio::test(flavor = "multi_thread")]
async fn a_book_is_shown_at_once_or_said_to_come() -> Result<(), Failure> {
    const SEEN: &str = "
        new MutationObserver(() => {
          const main = document.querySelector('main');
          if (main) window.first = window.first || main.innerText;
        }).observe(document, { childList: true, subtree: true });";
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("76,7%").await?;
    page.reads("đã lưu").await?;
    page.prepares(SEEN).await?;
    page.client.refresh().await?;
    page.until("the first drawing to have the figures", "window.first.includes('76,7%')").await?;
    page.prepares(HELD).await?;
    page.client.refresh().await?;
    page.reads("Đang tải phần này").await?;
    page.run("window.release()").await?;
    page.reads("76,7%").await?;
    page.close().await
}

/// When the deferred chunk does not arrive, the page says so and tries again when asked to.
#[tokio::test(flavor = "multi_thread")]
async fn a_deferred_chunk_that_does_not_arrive_is_asked_for_again() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let poor = tempfile::tempdir()?;
    for entry in std::fs::read_dir(dist())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && !name.contains("-later-") {
            std::fs::copy(&path, poor.path().join(name))?;
        }
    }
    let server = serve()?;
    server.set_root(poor.path());
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.reads("Anh/chị làm việc ở đâu?").await?;
    page.reads("Chưa tải được phần còn lại của chương trình").await?;
    assert_eq!(page.run(EMPTY).await?, serde_json::json!([]));
    page.goes("#/progress").await?;
    page.reads("Chưa tải được phần còn lại của chương trình").await?;
    page.goes("#/").await?;
    // What is asked for meanwhile is done as soon as it can be.
    page.taps("Chi bộ").await?;
    page.reads("Chưa tải được phần còn lại của chương trình").await?;
    server.set_root(&dist());
    page.taps("Thử lại").await?;
    page.types("name", "Chi bộ bản Mẫu").await?;
    page.reads("đã lưu").await?;
    page.close().await
}
