//! From a letter typed to its paint, in the longest part of a dossier and in the largest book, with
//! a quarter of the processor. Run with `cargo bench -p browser-tests --bench typing` after a build,
//! with KET_NAP_DIST, KET_NAP_BROWSER and KET_NAP_DRIVER set to the page, the browser and its driver;
//! it prints the median, the 95th percentile and the worst, in milliseconds.

#[path = "../../benches/commune.rs"]
mod commune;

use browser_tests::{Browser, Failure, PHONE, serve, tell_times, watches};
use ket_nap::domain::field::Field;
use ket_nap::domain::section::Section;
use ket_nap::store::backup;
use serde_json::{Value, json};

/// Letters typed into each box.
const LETTERS: usize = 60;

async fn types(page: &Browser, what: &str, id: &str) -> Result<(), Failure> {
    page.sees(&format!("#{id}")).await?;
    page.run(&watches("keydown")).await?;
    page.run(&format!("document.getElementById({}).focus()", json!(id))).await?;
    for place in 0..LETTERS {
        let letter = char::from(b'a' + u8::try_from(place % 26)?).to_string();
        for kind in ["keyDown", "keyUp"] {
            page.protocol(
                "Input.dispatchKeyEvent",
                json!({ "type": kind, "key": letter, "text": if kind == "keyDown" { letter.as_str() } else { "" } }),
            )
            .await?;
        }
        tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    }
    let times = page.run("return window.times").await?;
    tell_times(what, times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect());
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let longest =
        Section::DOSSIER.into_iter().max_by_key(|section| Field::in_section(*section).count()).ok_or("no part")?;
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.taps("Đầy đủ").await?;
    in_a_dossier(&page, longest).await?;
    page.protocol("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;

    println!("beside {} cells and {} candidates:", commune::CELLS, commune::CANDIDATES);
    let file = profile.path().join("commune.txt");
    std::fs::write(&file, backup::write(&commune::book(commune::CELLS, commune::CANDIDATES), 1_767_225_600_000))?;
    page.goes("#/safety").await?;
    page.chooses_file("Mở tệp sao lưu", &file).await?;
    page.reads("thay đổi từ tệp?").await?;
    page.taps("Nhập vào sổ").await?;
    page.until("kept", "/^đã lưu/.test(document.querySelector('.keeping').textContent)").await?;
    in_a_dossier(&page, longest).await?;
    page.close().await
}

async fn in_a_dossier(page: &Browser, longest: Section) -> Result<(), Failure> {
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.protocol("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    types(page, "name of a new candidate", "f-name").await?;
    page.part(longest.word()).await?;
    let text = Field::in_section(longest).next().ok_or("no field")?;
    types(
        page,
        &format!("longest part ({}, {} fields)", longest.word(), Field::in_section(longest).count()),
        &format!("f-{}", text.spec().key),
    )
    .await?;
    page.part("life").await?;
    types(page, "account of one's life", "f-life").await
}
