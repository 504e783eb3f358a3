//! The start page with three hundred candidates: from the tap that leads to it to the frame that
//! shows it with its list of things to do, with a quarter of the processor. Run with `cargo bench
//! -p browser-tests --bench start` after a build, with KET_NAP_DIST, KET_NAP_BROWSER and
//! KET_NAP_DRIVER set to the page, the browser and its driver; it prints the median, the 95th
//! percentile and the worst, in milliseconds.

#[path = "../../benches/commune.rs"]
mod commune;

use browser_tests::{Browser, Failure, PHONE, serve, tell_times, watches};
use ket_nap::store::backup;
use serde_json::json;

/// How often the page is gone to.
const TIMES: usize = 40;
/// Cells and candidates of the book.
const BOOKS: [(u32, u32); 3] = [(1, 0), (20, 300), (commune::CELLS, commune::CANDIDATES)];

#[tokio::main]
async fn main() -> Result<(), Failure> {
    for (cells, candidates) in BOOKS {
        let profile = tempfile::tempdir()?;
        let server = serve()?;
        let page = Browser::start(profile.path(), PHONE).await?;
        page.open(&server.address()).await?;
        let file = profile.path().join("commune.txt");
        std::fs::write(&file, backup::write(&commune::book(cells, candidates), 1_767_225_600_000))?;
        page.goes("#/safety").await?;
        page.chooses_file("Mở tệp sao lưu", &file).await?;
        page.reads("thay đổi từ tệp?").await?;
        page.taps("Nhập vào sổ").await?;
        page.until("kept", "/^đã lưu/.test(document.querySelector('.keeping').textContent)").await?;
        page.goes("#/").await?;
        let shown = page.run("return [...document.querySelectorAll('.tasks .task')].length").await?;
        page.protocol("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        page.run(&watches("hashchange")).await?;
        let mut times = Vec::new();
        for _ in 0..TIMES {
            page.run("location.hash = '#/kitchen-not-there'").await?;
            tokio::time::sleep(std::time::Duration::from_millis(250)).await;
            page.run("window.times = []; location.hash = '#/'").await?;
            page.until("the frame", "window.times.length === 1").await?;
            times.extend(page.run("return window.times[0]").await?.as_f64());
        }
        let shown = shown.as_u64().unwrap_or_default();
        tell_times(&format!("start page, {cells} cells, {candidates} candidates, {shown} tasks shown"), times);
        page.close().await?;
    }
    Ok(())
}
