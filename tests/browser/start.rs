//! The start page with three hundred candidates: from the tap that leads to it to the frame that
//! shows it with its list of things to do, with a quarter of the processor. Run with `cargo bench
//! -p browser-tests --bench start` after a build, with KET_NAP_DIST, KET_NAP_CHROMIUM and
//! KET_NAP_CHROMEDRIVER set to the page, the browser and its driver; it prints the median, the 95th
//! percentile and the worst, in milliseconds.

#[path = "../../benches/commune.rs"]
mod commune;

use browser_tests::{Browser, Failure, PHONE, serve};
use ket_nap::store::backup;
use serde_json::json;

/// How often the page is gone to.
const TIMES: usize = 40;
/// Cells and candidates of the book.
const BOOKS: [(u32, u32); 3] = [(1, 0), (20, 300), (289, 3_000)];

/// Takes the time from each change of the address to the moment after the frame that shows it.
const WATCH: &str = r"
window.times = [];
addEventListener('hashchange', (event) => {
  const begun = event.timeStamp;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.times.push(performance.now() - begun);
    channel.port2.postMessage(0);
  });
}, true);
";

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
        page.run(WATCH).await?;
        let mut times = Vec::new();
        for _ in 0..TIMES {
            page.run("location.hash = '#/kitchen-not-there'").await?;
            tokio::time::sleep(std::time::Duration::from_millis(250)).await;
            page.run("window.times = []; location.hash = '#/'").await?;
            page.until("the frame", "window.times.length === 1").await?;
            times.extend(page.run("return window.times[0]").await?.as_f64());
        }
        times.sort_by(f64::total_cmp);
        let at = |part: usize| {
            times.get((times.len() * part / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
        };
        println!(
            "start page, {cells} cells, {candidates} candidates, {} tasks shown: {} times, median {:.1} ms, p95 {:.1} ms, worst {:.1} ms",
            shown.as_u64().unwrap_or_default(),
            times.len(),
            at(50),
            at(95),
            at(100)
        );
        page.close().await?;
    }
    Ok(())
}
