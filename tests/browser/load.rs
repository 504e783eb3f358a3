//! What `cargo xtask bench` measures in a browser: first visits (`first_visit`), warm starts, typing, saving, the roll-up of a large commune, memory. Writes the
//! rows of a table; KET_NAP_ROWS names the file, KET_NAP_COUNTER the folder of the counter.

#[path = "../../benches/commune.rs"]
mod commune;
mod first_visit;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use browser_tests::{Browser, Failure, PHONE, dist, watches};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::section::Section;
use ket_nap::store::backup;
use serde_json::{Value, json};
use xtask::serve::Server;

/// Warm starts of each.
const STARTS: usize = 9;
/// Candidates of a book that is larger than any.
const MANY: u32 = 10_000;
/// Letters typed, and edits saved.
const EDITS: usize = 40;

/// Notes when something can be done: the moment after the frame that shows the first thing to tap.
const USABLE: &str = r"
(() => {
  const look = () => {
    if (!document.querySelector('main button, main a')) return;
    watcher.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { window.usable = performance.now(); };
      channel.port2.postMessage(0);
    });
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document, { childList: true, subtree: true });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const former = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await former.apply(WebAssembly, all);
      const memory = Object.values((made.instance || made).exports).find((one) => one instanceof WebAssembly.Memory);
      if (memory) window.programMemory = memory;
      return made;
    };
  }
})();
";

/// Least, middle and most of some values.
#[derive(Debug)]
struct Spread {
    values: Vec<f64>,
}

impl Spread {
    fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        Self { values }
    }

    fn at(&self, percent: usize) -> f64 {
        let last = self.values.len().saturating_sub(1);
        self.values.get((self.values.len() * percent / 100).min(last)).copied().unwrap_or_default()
    }
}

/// The table as it grows.
#[derive(Debug, Default)]
struct Rows(String);

impl Rows {
    fn add(&mut self, what: &str, spread: &Spread) -> Result<(), Failure> {
        self.row(what, spread, 1)
    }

    /// How many times as long as another, turn by turn.
    fn ratio(&mut self, what: &str, ours: &[f64], theirs: &[f64]) -> Result<(), Failure> {
        let ratios = Spread::of(ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs).collect());
        self.row(&format!("**{what}**"), &ratios, 2)
    }

    fn row(&mut self, what: &str, spread: &Spread, decimals: usize) -> Result<(), Failure> {
        let values = [0, 50, 95, 100].map(|percent| format!("{:.decimals$}", spread.at(percent)));
        let row = format!("| {what} | {} | {} |", spread.values.len(), values.join(" | "));
        println!("{row}");
        Ok(writeln!(self.0, "{row}")?)
    }
}

async fn slowed(page: &Browser) -> Result<(), Failure> {
    page.protocol("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    Ok(())
}

/// Milliseconds from asking for the address to something that can be tapped.
async fn usable(page: &Browser, address: &str) -> Result<f64, Failure> {
    // Asked seldom: every question takes the page's time.
    const WHEN: &str = "const look = () => (window.usable > 0 ? done(window.usable) : setTimeout(look, 200)); look();";
    page.client.goto(address).await?;
    page.waits_for(WHEN).await?.as_f64().ok_or_else(|| "no time".into())
}

/// Starts without a server, with everything in the machine.
async fn warm_starts(book: Option<&str>) -> Result<Spread, Failure> {
    let profile = tempfile::tempdir()?;
    let server = Server::start(&dist(), 0)?;
    let address = server.address();
    let page = Browser::start(profile.path(), PHONE).await?;
    page.prepares(USABLE).await?;
    match book {
        None => page.begins(&address).await?,
        Some(book) => takes(&page, &address, profile.path(), book).await?,
    }
    page.is_offline_ready().await?;
    page.goes("#/").await?;
    // A warm start follows some use: a page open for a second or two starts more slowly the next time.
    tokio::time::sleep(std::time::Duration::from_secs(10)).await;
    server.stop();
    slowed(&page).await?;
    let mut times = Vec::new();
    for _ in 0..STARTS {
        page.client.goto("about:blank").await?;
        // The page before has gone by then.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        times.push(usable(&page, &address).await?);
    }
    page.close().await?;
    Ok(Spread::of(times))
}

/// Takes a book in from a file.
async fn takes(page: &Browser, address: &str, folder: &Path, book: &str) -> Result<(), Failure> {
    let file = folder.join("commune.txt");
    std::fs::write(&file, book)?;
    page.open(address).await?;
    page.goes("#/safety").await?;
    page.chooses_file("Mở tệp sao lưu", &file).await?;
    page.reads("thay đổi từ tệp?").await?;
    page.taps("Nhập vào sổ").await?;
    page.until("kept", "/^đã lưu/.test(document.querySelector('.keeping').textContent)").await
}

/// Types letters into a box; milliseconds from each key to the frame after it.
async fn typing(page: &Browser, key: &str) -> Result<Spread, Failure> {
    let id = format!("f-{key}");
    page.sees(&format!("#{id}")).await?;
    page.run(&watches("keydown")).await?;
    page.run(&format!("window.times = []; document.getElementById({}).focus()", json!(id))).await?;
    for place in 0..EDITS {
        let letter = char::from(b'a' + u8::try_from(place % 26)?).to_string();
        for (kind, text) in [("keyDown", letter.as_str()), ("keyUp", "")] {
            page.protocol("Input.dispatchKeyEvent", json!({ "type": kind, "key": letter, "text": text })).await?;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    numbers(&page.run("return window.times").await?)
}

/// Writes into a box and leaves it; milliseconds until the page says “đã lưu”.
async fn saving(page: &Browser) -> Result<Spread, Failure> {
    const SAVE: &str = r"
        const box = document.getElementById('f-name'), begun = performance.now();
        box.focus(); box.value = `Lò Thị Mẫu ${Math.random()}`;
        box.dispatchEvent(new InputEvent('input', { bubbles: true })); box.blur();
        const look = () => document.querySelector('.keeping').textContent === 'đã lưu' ? done(performance.now() - begun) : setTimeout(look, 1);
        setTimeout(look);";
    let mut times = Vec::new();
    for _ in 0..EDITS {
        times.extend(page.waits_for(SAVE).await?.as_f64());
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Ok(Spread::of(times))
}

/// Goes from one page to another; milliseconds from the tap to the frame that shows it.
async fn going(page: &Browser, from: &str, to: &str) -> Result<Spread, Failure> {
    page.run("window.watched = false").await?;
    page.run(&watches("hashchange")).await?;
    let mut times = Vec::new();
    for _ in 0..EDITS {
        page.run(&format!("location.hash = '{from}'")).await?;
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
        page.run(&format!("window.times = []; location.hash = '{to}'")).await?;
        page.until("the frame", "window.times.length > 0").await?;
        times.extend(page.run("return window.times[0]").await?.as_f64());
    }
    Ok(Spread::of(times))
}

/// Alters one day of one person and takes it back; milliseconds until all figures are shown anew.
async fn rolling_up(page: &Browser, person: &str) -> Result<Spread, Failure> {
    slowed(page).await?;
    page.goes("#/progress").await?;
    page.run("const box = document.getElementById('as-of'); box.value = '1/10/2023'; box.dispatchEvent(new Event('input', { bubbles: true }))")
        .await?;
    page.goes(&format!("#/candidates/{person}/admission")).await?;
    page.types("ceremony", "3/2/2023").await?;
    page.goes("#/progress").await?;
    page.taps("Tổng hợp").await?;
    page.sees(".row .bar").await?;
    page.run("document.activeElement && document.activeElement.blur()").await?;
    page.run("window.watched = false").await?;
    page.run(&watches("keydown")).await?;
    let mut times = Vec::new();
    for place in 0..EDITS {
        let key = if place % 2 == 0 { "z" } else { "y" };
        let press = format!(
            "window.times = []; document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', ctrlKey: true, bubbles: true }}))"
        );
        page.run(&press).await?;
        page.until("the frame", "window.times.length > 0").await?;
        times.extend(page.run("return window.times[0]").await?.as_f64());
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    Ok(Spread::of(times))
}

/// Megabytes that the page takes: what scripts hold, and the program's own memory.
async fn memory(page: &Browser) -> Result<Spread, Failure> {
    page.protocol("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = page.run("return performance.memory.usedJSHeapSize").await?.as_f64().unwrap_or_default();
    let own = page.run("return window.programMemory.buffer.byteLength").await?.as_f64().ok_or("no memory")?;
    Ok(Spread::of(vec![(heap + own) / 1_000_000.0]))
}

fn numbers(list: &Value) -> Result<Spread, Failure> {
    Ok(Spread::of(list.as_array().ok_or("no list")?.iter().filter_map(Value::as_f64).collect()))
}

fn path(name: &str) -> Result<PathBuf, Failure> {
    Ok(std::env::var_os(name)
        .map(PathBuf::from)
        .ok_or_else(|| format!("{name} is not set: run `cargo xtask bench`"))?)
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let (counter, rows_file) = (path("KET_NAP_COUNTER")?, path("KET_NAP_ROWS")?);
    let mut rows = Rows::default();
    writeln!(
        rows.0,
        "All on {}×{} with a quarter of the processor; milliseconds unless said. First visits with an empty browser each \
         time; the slow line has {} kbit/s and {} ms to the server.\n\n| what | times | least | median | p95 | most |\n|---|---|---|---|---|---|",
        PHONE.width,
        PHONE.height,
        first_visit::LINE.0 / 1000,
        first_visit::LINE.1
    )?;

    first_visit::measure(&mut rows, &counter).await?;

    let book = commune::book(commune::CELLS, commune::CANDIDATES);
    let written = backup::write(&book, 1_767_225_600_000);
    let small = backup::write(&commune::book(1, 30), 1_767_225_600_000);
    let size = format!("{} cells, {} candidates", commune::CELLS, commune::CANDIDATES);
    let many = backup::write(&commune::book(commune::CELLS, MANY), 1_767_225_600_000);
    rows.add("warm start without a server, one cell", &warm_starts(None).await?)?;
    rows.add("warm start without a server, one cell, 30 candidates", &warm_starts(Some(&small)).await?)?;
    rows.add(&format!("warm start without a server, {size}"), &warm_starts(Some(&written)).await?)?;
    rows.add(
        &format!("warm start without a server, {} cells, {MANY} candidates", commune::CELLS),
        &warm_starts(Some(&many)).await?,
    )?;

    let person = book
        .records()
        .find(|(id, _)| id.kind() == Some(ket_nap::domain::schema::id::RecordKind::Candidate))
        .map(|(id, _)| id.name().to_owned())
        .ok_or("nobody")?;
    // The part of a dossier with the most boxes.
    let longest =
        Section::DOSSIER.into_iter().max_by_key(|section| Field::in_section(*section).count()).ok_or("no part")?;
    let box_in_it = Field::in_section(longest).next().ok_or("no field")?.spec().key;
    for (what, file, large) in [("one cell, 30 candidates", &small, false), (size.as_str(), &written, true)] {
        let profile = tempfile::tempdir()?;
        let server = Server::start(&dist(), 0)?;
        let page = Browser::start(profile.path(), PHONE).await?;
        page.prepares(USABLE).await?;
        page.begins(&server.address()).await?;
        page.taps("Đầy đủ").await?;
        takes(&page, &server.address(), profile.path(), file).await?;
        page.goes("#/candidates/new").await?;
        page.types("name", "Lò Thị Mẫu").await?;
        slowed(&page).await?;
        rows.add(&format!("key to paint, {what}"), &typing(&page, "name").await?)?;
        rows.add(&format!("edit to “đã lưu”, {what}"), &saving(&page).await?)?;
        page.part(longest.word()).await?;
        rows.add(&format!("key to paint in the longest part of a dossier, {what}"), &typing(&page, box_in_it).await?)?;
        rows.add(&format!("tap to the start page, {what}"), &going(&page, "#/nowhere", "#/").await?)?;
        rows.add(&format!("tap to the page of candidates, {what}"), &going(&page, "#/nowhere", "#/candidates").await?)?;
        rows.add(&format!("memory in MB, {what}"), &memory(&page).await?)?;
        page.close().await?;
        if large {
            // Here the committee is whom the page works for.
            let profile = tempfile::tempdir()?;
            let page = Browser::start(profile.path(), PHONE).await?;
            takes(&page, &server.address(), profile.path(), file).await?;
            rows.add(&format!("edit to all figures worked out anew, {what}"), &rolling_up(&page, &person).await?)?;
            page.close().await?;
        }
    }
    std::fs::write(rows_file, rows.0)?;
    Ok(())
}
