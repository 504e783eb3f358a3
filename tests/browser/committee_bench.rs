//! The committee view of a book of Đức Thọ's size (289 cells, 8,723 members, 3,000 candidates): from the key
//! that alters one day of one candidate to the frame that shows every figure worked out anew, with a quarter
//! of the processor. Run with `cargo bench -p browser-tests --bench committee` after a build, with
//! KET_NAP_DIST, KET_NAP_BROWSER and KET_NAP_DRIVER set to the page, the browser and its driver; it
//! prints the median, the 95th percentile and the worst, in milliseconds.

#[path = "../../benches/commune.rs"]
mod commune;

use browser_tests::{Browser, Failure, PHONE, serve, tell_times, watches};
use ket_nap::domain::id::RecordKind;
use ket_nap::store::backup;
use serde_json::json;

/// How often an edit is taken back and done again.
const TIMES: usize = 20;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    for times in [1, 2] {
        let book = commune::book(commune::CELLS * times, commune::CANDIDATES * times);
        let named = |kind| book.records().find(|(id, _)| id.kind() == Some(kind)).map(|(id, _)| id.name().to_owned());
        let person = named(RecordKind::Candidate).ok_or("nobody")?;
        let profile = tempfile::tempdir()?;
        let server = serve()?;
        let page = Browser::start(profile.path(), PHONE).await?;
        page.open(&server.address()).await?;
        let file = profile.path().join("commune.txt");
        std::fs::write(&file, backup::write(&book, 1_767_225_600_000))?;
        page.goes("#/safety").await?;
        page.chooses_file("Mở tệp sao lưu", &file).await?;
        page.reads("thay đổi từ tệp?").await?;
        page.taps("Nhập vào sổ").await?;
        page.until("kept", "/^đã lưu/.test(document.querySelector('.keeping').textContent)").await?;
        page.goes("#/progress").await?;
        page.run("const box = document.getElementById('as-of'); box.value = '1/10/2023'; box.dispatchEvent(new Event('input', { bubbles: true }))")
            .await?;
        page.goes(&format!("#/candidates/{person}/admission")).await?;
        page.types("ceremony", "3/2/2023").await?;
        page.goes("#/progress").await?;
        page.taps("Tổng hợp").await?;
        page.sees(".row .bar").await?;
        page.run("document.activeElement && document.activeElement.blur()").await?;
        page.protocol("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        page.run(&watches("keydown")).await?;
        let mut taken = Vec::new();
        for _ in 0..TIMES {
            for key in ["z", "y"] {
                let press = format!(
                    "window.times = []; dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', ctrlKey: true, bubbles: true }}))"
                );
                page.run(&press).await?;
                page.until("the frame", "window.times.length === 1").await?;
                taken.extend(page.run("return window.times[0]").await?.as_f64());
                tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            }
        }
        tell_times(
            &format!("committee view, {} cells, {} candidates", commune::CELLS * times, commune::CANDIDATES * times),
            taken,
        );
        page.close().await?;
    }
    Ok(())
}
