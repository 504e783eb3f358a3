//! The program in parts: the first screens need only the first, typing a first candidate only the second, and nothing is
//! lost by that, whichever part the line breaks in.

use browser_tests::{Browser, Failure, PHONE, dist, serve};

/// Holds the later parts back whose files are called so, until `window.release()`.
fn held(parts: &[&str]) -> String {
    format!(
        r"
const fetched = window.fetch.bind(window), held = {parts:?}, waiting = [];
window.asked = [];
window.fetch = (name, how) => {{
  const part = /ket-nap-([a-z]+)-/.exec(String(name));
  if (part) window.asked.push(part[1]);
  if (!part || !held.includes(part[1])) return fetched(name, how);
  return new Promise((resolve) => waiting.push(() => resolve(fetched(name, how))));
}};
window.release = () => {{ held.length = 0; waiting.splice(0).forEach((go) => go()); }};
"
    )
}

/// All later parts.
const LATER: [&str; 3] = ["forms", "stored", "later"];

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
    page.prepares(&held(&LATER)).await?;
    page.client.goto(&server.address()).await?;
    page.reads("Làm việc ở chi bộ hay đảng ủy?").await?;
    page.until("the first of the later parts to be asked for", "window.asked.length && window.knLater === 'coming'")
        .await?;
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

/// A first candidate is written down with the forms alone, before what reads the stores and all else is there; nothing of
/// it is lost when the page is loaded again, and what needs the rest says so and can be given up.
#[tokio::test(flavor = "multi_thread")]
async fn a_first_candidate_is_written_with_the_forms_alone() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.prepares(&held(&["stored", "later"])).await?;
    page.client.goto(&server.address()).await?;
    page.taps("Chi bộ").await?;
    page.types("name", "Chi bộ bản Mẫu").await?;
    let organization = page.run("return location.hash").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.types("citizen_id", "123").await?;
    page.reads("12 chữ số").await?;
    page.reads("đã lưu").await?;
    page.goes("#/candidates").await?;
    page.reads("Lò Thị Mẫu").await?;
    page.goes("#/targets/new").await?;
    page.types("bound", "7% đầu kỳ").await?;
    page.reads("Hiểu là").await?;
    assert_eq!(page.run("return window.knLater").await?, "forms");
    assert_eq!(page.run(EMPTY).await?, serde_json::json!([]));
    for hash in ["#/progress", "#/members/new", "#/organizations", "#/safety", "#/report", "#/regulation"] {
        page.goes(hash).await?;
        page.until("something to be read", "document.querySelector('main').innerText.trim().length > 10").await?;
        page.until("the program to stand", "!document.querySelector('#kn-crash') && window.knLater === 'forms'")
            .await?;
    }
    page.goes(organization.as_str().unwrap_or_default()).await?;
    page.taps("Xóa").await?;
    page.reads("tải xong mới làm được việc này").await?;
    page.taps("Thôi, không chờ").await?;
    page.until("the notice to go", "!document.body.innerText.includes('tải xong mới làm được')").await?;
    page.client.refresh().await?;
    page.goes("#/candidates").await?;
    page.reads("Đang tải phần này").await?;
    page.run("window.release()").await?;
    page.reads("Lò Thị Mẫu").await?;
    page.until("everything", "window.knLater === 'here'").await?;
    page.goes("#/organizations").await?;
    page.reads("Chi bộ bản Mẫu").await?;
    page.close().await
}

/// A book's pages are in the last part. It comes before the first drawing, so that nobody sees an
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
    page.prepares(&held(&["later"])).await?;
    page.client.refresh().await?;
    page.reads("Đang tải phần này").await?;
    page.run("window.release()").await?;
    page.reads("76,7%").await?;
    page.close().await
}

/// When a part does not arrive, whichever it is, the page says so and tries again when asked to. What has arrived before
/// is not fetched again.
#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_does_not_arrive_is_asked_for_again() -> Result<(), Failure> {
    for (place, broken) in LATER.into_iter().enumerate() {
        let profile = tempfile::tempdir()?;
        let poor = tempfile::tempdir()?;
        for entry in std::fs::read_dir(dist())? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_file() && !name.contains(&format!("ket-nap-{broken}-")) {
                std::fs::copy(&path, poor.path().join(name))?;
            }
        }
        let server = serve()?;
        server.set_root(poor.path());
        let page = Browser::start(profile.path(), PHONE).await?;
        page.prepares(&held(&[])).await?;
        page.open(&server.address()).await?;
        page.reads("Làm việc ở chi bộ hay đảng ủy?").await?;
        page.reads("Chưa tải được phần còn lại của chương trình").await?;
        assert_eq!(page.run(EMPTY).await?, serde_json::json!([]), "{broken}");
        page.goes("#/progress").await?;
        page.reads("Chưa tải được phần còn lại của chương trình").await?;
        page.goes("#/").await?;
        // What is asked for meanwhile is done as soon as it can be: at once where the forms are there.
        page.taps("Chi bộ").await?;
        if place == 0 {
            page.reads("Chưa tải được phần còn lại của chương trình").await?;
            server.set_root(&dist());
            page.taps("Thử lại").await?;
        }
        page.types("name", "Chi bộ bản Mẫu").await?;
        page.reads("đã lưu").await?;
        if place > 0 {
            server.set_root(&dist());
            page.goes("#/progress").await?;
            page.taps("Thử lại").await?;
        }
        page.until("everything", "window.knLater === 'here'").await?;
        for part in LATER {
            let asked = page.run(&format!("return window.asked.filter((part) => part === '{part}').length")).await?;
            let asked = asked.as_u64().unwrap_or_default();
            assert!(
                if part == broken { asked > 1 } else { asked == 1 },
                "{broken} was broken, {part} asked for {asked}×"
            );
        }
        page.close().await?;
    }
    Ok(())
}
