//! Where the page lies, and what shows it: where nothing lasts, inside another program, in a browser
//! that is too old. Chromium's own: scripts before the page, other names of the browser.

use browser_tests::{Browser, Engine, Failure, PHONE, serve, single};
use serde_json::Value;

/// Where nothing lasts the program says so and works with files: open, work, save.
#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_lasts_the_book_is_a_file() -> Result<(), Failure> {
    let (profile, folder) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let address = single(folder.path())?;
    let page = Browser::start(profile.path(), PHONE).await?;
    // As browsers do that give such a page a store which goes with it.
    let forgets = "
        const kept = new Map();
        Object.defineProperty(window, 'localStorage', { value: {
          getItem: (name) => (kept.has(name) ? kept.get(name) : null), setItem: (name, text) => kept.set(name, text),
          removeItem: (name) => kept.delete(name), key: (at) => [...kept.keys()][at], get length() { return kept.size; },
        } });
        Object.defineProperty(window, 'indexedDB', { value: undefined });
        window.showSaveFilePicker = undefined;";
    page.prepares(forgets).await?;
    let saved = tempfile::tempdir()?;
    page.downloads_into(saved.path()).await?;
    page.open(&address).await?;
    page.reads("Chưa chắc trang này giữ được dữ liệu").await?;
    page.taps("Chi bộ").await?;
    page.types("name", "Chi bộ bản Mẫu").await?;
    page.reads("chỉ giữ tạm").await?;
    page.taps("Lưu ra tệp").await?;
    let file = browser_tests::file_in(saved.path()).await?;

    page.goes("#/").await?;
    page.reloads().await?;
    page.reads("Làm việc ở chi bộ hay đảng ủy?").await?;
    page.chooses_file("Mở tệp", &file).await?;
    page.reads("thay đổi từ tệp?").await?;
    page.taps("Nhập vào sổ").await?;
    page.goes("#/organizations").await?;
    page.reads("Chi bộ bản Mẫu").await?;
    page.close().await
}

/// Names that programs give themselves when they show a page inside.
const INSIDE: [(&str, &str); 4] = [
    (
        "Zalo",
        "Mozilla/5.0 (Linux; Android 9; SM-A105F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/88.0.4324.93 Mobile Safari/537.36 Zalo android/12040467 ZaloTheme/light ZaloLanguage/vi",
    ),
    (
        "Zalo",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/430 ZaloTheme/light ZaloLanguage/vn",
    ),
    (
        "Facebook",
        "Mozilla/5.0 (Linux; Android 10; RMX1941; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/96.0.4664.45 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/345.0.0.34.118;]",
    ),
    (
        "Messenger",
        "Mozilla/5.0 (Linux; Android 10; RMX1941; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/96.0.4664.45 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/340.0.0.15.119;]",
    ),
];

/// Inside another program nothing can be written; the way to a browser is shown.
#[tokio::test(flavor = "multi_thread")]
async fn inside_another_program_the_way_out_is_shown() -> Result<(), Failure> {
    let server = serve()?;
    for (name, agent) in INSIDE {
        let profile = tempfile::tempdir()?;
        let page = Browser::start_with(profile.path(), PHONE, &[&format!("--user-agent={agent}")]).await?;
        page.client.goto(&server.address()).await?;
        page.reads(&format!("Trang đang mở bên trong {name}.")).await?;
        page.until("nothing to write into", "!document.querySelector('main') && !window.knStarted").await?;
        page.until("no sideways scroll", "document.documentElement.scrollWidth <= innerWidth").await?;
        let way = page.run("const way = document.querySelector('a.kn-way'); return way && way.href").await?;
        if agent.contains("Android") {
            let host = server.address().replace("http://", "");
            let way = way.as_str().unwrap_or_default();
            assert!(
                way.starts_with(&format!("intent://{host}#Intent;scheme=http;package=com.android.chrome;")),
                "{way}"
            );
        } else {
            assert_eq!(way, Value::Null);
        }
        // The browser that comes next fetches it all.
        assert!(!server.requests().iter().any(|path| path.contains(".wasm")), "{:?}", server.requests());
        page.taps("Chép địa chỉ").await?;
        page.reads("Đã chép").await?;
        page.close().await?;
    }
    Ok(())
}

/// A browser that lacks what the program needs: words that say so, and the data can be taken out.
#[tokio::test(flavor = "multi_thread")]
async fn below_the_floor_a_plain_page_says_what_to_do() -> Result<(), Failure> {
    assert_eq!(Engine::of_this_run(), Engine::Chromium, "scripts before the page are Chromium's");
    for lacking in ["delete window.WebAssembly", "delete window.TextDecoder", "delete window.fetch"] {
        let profile = tempfile::tempdir()?;
        let server = serve()?;
        let page = Browser::start(profile.path(), PHONE).await?;
        page.begins(&server.address()).await?;
        page.prepares(lacking).await?;
        page.run("setTimeout(() => location.reload())").await?;
        page.reads("Trình duyệt này quá cũ").await?;
        page.reads("Chrome 72 trở lên").await?;
        page.reads("Lưu dữ liệu trong máy ra tệp").await?;
        page.close().await?;
    }
    Ok(())
}
