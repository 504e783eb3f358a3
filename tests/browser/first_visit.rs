//! First visits on an emulated phone, as a new user makes them: from the address to the first letter of a first candidate,
//! beside a bare Yew counter, and beside a bare page that shows one box when it has fetched as many bytes as the program
//! may take until its first form (`FORMS_BUDGET`). The taps are made by a script inside the page, as soon as there is
//! something to tap, so that no driver's time is in the figures.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::{Browser, Failure, PHONE, dist};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use serde_json::json;
use xtask::serve::Server;
use xtask::sizes::FORMS_BUDGET;

use crate::{Rows, Spread, slowed};

/// First visits of each, turn by turn.
const VISITS: usize = 7;

/// A bad line: bits per second, and milliseconds to the server.
pub const LINE: (u32, u32) = (400_000, 300);

/// Makes the way of a new user; `window.marks` gets the milliseconds from the address to the frame after each step.
const WAY: &str = r"
(() => {
  window.marks = {};
  const one = (css) => document.querySelector(css);
  const drawn = (name) => new Promise((go) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { window.marks[name] = window.marks[name] || performance.now(); go(); };
    channel.port2.postMessage(0);
  }));
  // Looked for at each change of the page, and seldom besides: a store changes without one.
  const there = (look) => new Promise((go) => {
    let timer;
    const see = () => {
      const found = look();
      if (!found) return;
      watcher.disconnect();
      clearInterval(timer);
      go(found);
    };
    const watcher = new MutationObserver(see);
    watcher.observe(document, { childList: true, subtree: true });
    timer = setInterval(see, 20);
    see();
  });
  const writes = (box, text) => {
    box.focus();
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  // A record is written down with its first letter.
  const stored = (text) => Object.keys(localStorage).some((name) => localStorage.getItem(name).includes(text));
  (async () => {
    const first = await there(() => one('main button.tile') || one('main button') || one('#f-name'));
    await drawn('first');
    if (first.tagName !== 'INPUT' && !first.matches('.tile')) return;
    if (first.matches('.tile')) {
      first.click();
      const name = await there(() => one('#f-name'));
      await drawn('form');
      writes(name, 'Chi bộ bản Mẫu');
      name.blur();
      (await there(() => one('a[href=\'#/candidates\']'))).click();
      (await there(() => one('a[href=\'#/candidates/new\']'))).click();
      await there(() => /^#\/candidates\/(?!new)./.test(location.hash));
    }
    writes(await there(() => one('#f-name')), 'Lò');
    await drawn('letter');
    if (!window.knOffline && !one('.frame')) return;
    await there(() => stored('candidate:'));
    await drawn('kept');
    await there(() => window.knOffline && window.knOffline.ready);
    await drawn('all');
  })();
})();
";

/// The bare page: one script in it, one request, one box.
const BARE: &str = "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
    content=\"width=device-width, initial-scale=1\"><title>Trơn</title><body><main></main><script>\
    fetch('bytes.bin').then((r) => r.arrayBuffer()).then(() => { const box = document.createElement('input'); \
    box.id = 'f-name'; document.querySelector('main').appendChild(box); });</script>";

/// Writes the bare page into a folder. Its bytes cannot be packed.
fn bare(folder: &Path) -> Result<(), Failure> {
    let mut bytes = vec![0; FORMS_BUDGET - BARE.len()];
    Xoshiro256PlusPlus::seed_from_u64(23).fill_bytes(&mut bytes);
    fs::write(folder.join("index.html"), BARE)?;
    Ok(fs::write(folder.join("bytes.bin"), bytes)?)
}

/// One visit with an empty browser; milliseconds until each of these marks.
async fn visit(root: &Path, slow: bool, marks: &[&str]) -> Result<Vec<f64>, Failure> {
    let profile = tempfile::tempdir()?;
    let server = Server::start(root, 0)?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.prepares(WAY).await?;
    slowed(&page).await?;
    if slow {
        let (bits, wait) = LINE;
        let line =
            json!({ "offline": false, "latency": wait, "downloadThroughput": bits / 8, "uploadThroughput": bits / 8 });
        page.protocol("Network.enable", json!({})).await?;
        page.protocol("Network.emulateNetworkConditions", line).await?;
    }
    page.client.goto(&server.address()).await?;
    let last = marks.last().copied().unwrap_or_default();
    // Asked seldom: every question takes the page's time.
    let asked = format!("const look = () => window.marks.{last} ? done(window.marks) : setTimeout(look, 500); look();");
    let found = page.waits_for(&asked).await?;
    page.close().await?;
    marks.iter().map(|mark| found[*mark].as_f64().ok_or_else(|| format!("no time of {mark}").into())).collect()
}

/// Adds the rows of all first visits.
pub async fn measure(rows: &mut Rows, counter: &Path) -> Result<(), Failure> {
    const OURS: [(&str, &str); 5] = [
        ("first", "welcome page"),
        ("form", "first form"),
        ("letter", "first letter of a first candidate"),
        ("kept", "that letter kept"),
        ("all", "everything offline"),
    ];
    let folder = tempfile::tempdir()?;
    bare(folder.path())?;
    let ours: PathBuf = dist();
    for (slow, line) in [(true, "slow line"), (false, "plain line")] {
        let (mut counters, mut bares) = (Vec::new(), Vec::new());
        let mut visits: [Vec<f64>; OURS.len()] = Default::default();
        for _ in 0..VISITS {
            counters.extend(visit(counter, slow, &["first"]).await?);
            bares.extend(visit(folder.path(), slow, &["letter"]).await?);
            let times = visit(&ours, slow, &OURS.map(|(mark, _)| mark)).await?;
            visits.iter_mut().zip(times).for_each(|(all, time)| all.push(time));
        }
        let [welcome, _, letter, ..] = &visits;
        rows.ratio(&format!("{line}: welcome page to bare Yew counter"), welcome, &counters)?;
        rows.ratio(&format!("{line}: first letter to that of the bare page"), letter, &bares)?;
        rows.add(&format!("{line}: bare Yew counter"), &Spread::of(counters))?;
        rows.add(&format!("{line}: bare page of {FORMS_BUDGET} bytes, first letter"), &Spread::of(bares))?;
        for ((_, what), times) in OURS.into_iter().zip(visits) {
            rows.add(&format!("{line}: {what}"), &Spread::of(times))?;
        }
    }
    Ok(())
}
