//! Every screen on a phone and on an office computer, in every letter size and colour: nothing
//! sticks out sideways, nothing is cut, every target is large enough for a thumb, and axe-core
//! finds no fault. Pictures of all of them are left in `target/screens`.

use std::fs;
use std::path::Path;

use browser_tests::{Browser, Failure, LAPTOP, PHONE, Size, dist, serve};
use serde_json::Value;

/// Every page, with a name for its picture.
const SCREENS: [(&str, &str); 50] = [
    ("home", "#/"),
    ("candidates", "#/candidates"),
    ("candidate", "#/candidates/mau-bk-dq-1"),
    ("part-on-paper", "#/candidates/mau-bk-dq-1/life"),
    ("procedure", "#/candidates/mau-bk-dq-1/procedure"),
    ("print-resume", "#/candidates/mau-bk-dq-1/print-resume"),
    ("print-checklist", "#/candidates/mau-bk-dq-1/print-checklist"),
    ("todo", "#/todo"),
    ("inspection", "#/inspection"),
    ("reconcile", "#/reconcile"),
    ("lists", "#/lists"),
    ("table", "#/table-people/mau-bk"),
    ("table-class", "#/table-class/mau-bk"),
    ("blank-people", "#/blank-people/mau-bk"),
    ("blank-survey", "#/blank-survey/mau-bk"),
    ("members", "#/members"),
    ("member", "#/members/new"),
    ("assignments", "#/assignments"),
    ("assignment", "#/assignments/new"),
    ("regulation", "#/regulation"),
    ("progress", "#/progress"),
    ("overview", "#/overview/mau-bk/2022-01-01/2022-12-31"),
    ("cells", "#/cells/mau-bk/2022-01-01/2022-12-31"),
    ("report", "#/report/mau-bk/2022-01-01/2022-12-31"),
    ("sources", "#/sources/mau-bk"),
    ("classes", "#/classes-of/mau-bk"),
    ("class", "#/classes/new"),
    ("key-people", "#/key-people/new"),
    ("reason", "#/reasons/new"),
    ("durations", "#/durations/new"),
    ("survey", "#/surveys/new"),
    ("points", "#/points/new"),
    ("target", "#/targets/mau-bk-tinh-22"),
    ("total", "#/totals/mau-bk-22"),
    ("organizations", "#/organizations"),
    ("organization", "#/organizations/mau-bk"),
    ("reorganize", "#/reorganize"),
    ("event", "#/events/new"),
    ("places", "#/places/mau-bk"),
    ("coverage", "#/coverages/new"),
    ("village", "#/villages/new"),
    ("headcount", "#/headcounts/new"),
    ("settings", "#/settings"),
    ("guide", "#/guide"),
    ("kitchen", "#/kitchen"),
    ("safety", "#/safety"),
    ("history", "#/history"),
    ("deleted", "#/deleted"),
    ("unknown", "#/nowhere"),
    ("gone", "#/candidates/gone"),
];

/// What sticks out, is cut, or is too small to hit. Text that is meant to end in an ellipsis
/// (the organization in the header, long titles in lists) is left out.
const FAULTS: &str = r#"
const faults = [];
const seen = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
};
const name = (element) => `${element.tagName.toLowerCase()}.${element.className.baseVal || element.className} "${(element.innerText || element.id || '').slice(0, 40)}"`;
if (document.documentElement.scrollWidth > innerWidth) faults.push(`sideways scroll: ${document.documentElement.scrollWidth}`);
for (const element of document.querySelectorAll('body *')) {
  if (!seen(element) || element.closest('svg')) continue;
  // On a phone rows stand one below the other with their headings: the row of headings is for ears only.
  const headings = element.closest('.paper thead');
  if (headings && headings.getBoundingClientRect().width <= 1) continue;
  // What stands there for who listens.
  const heard = element.closest('.unseen, .roster-word, .roster .field-label');
  if (heard && heard.getBoundingClientRect().width <= 1) continue;
  const box = element.getBoundingClientRect();
  if ((box.right > innerWidth + 1 || box.left < -1) && !element.closest('.skip')) faults.push(`sticks out: ${name(element)}`);
  const style = getComputedStyle(element);
  const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const cut = (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
  const meant = element.matches('.of, .row-title, .box') || element === document.documentElement || element === document.body;
  if (cut && !meant) faults.push(`cut: ${name(element)}`);
}
for (const element of document.querySelectorAll('a, button, select, summary, textarea, input:not([type=radio]):not([type=checkbox]), label.option, label.roster-mark')) {
  if (!seen(element) || element.matches('.skip')) continue;
  const box = element.getBoundingClientRect();
  // A link inside a heading or a sentence is as high as its line and has the card around it.
  // A figure in running text is as high as its line.
  const low = element.matches('.traced') ? 0 : element.matches('.card-link') ? 40 : 48;
  if (box.height < low || (low && box.width < 40)) faults.push(`too small ${Math.round(box.width)}x${Math.round(box.height)}: ${name(element)}`);
}
return faults;
"#;

const AXE: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then(
  (result) => done(result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target + ' ' + node.failureSummary).join(' | ')}`)),
  (error) => done([String(error)]));
"#;

async fn faults(page: &Browser, axe: &str) -> Result<Vec<String>, Failure> {
    let mut found: Vec<String> = serde_json::from_value(page.run(FAULTS).await?)?;
    page.run(axe).await?;
    found.extend(serde_json::from_value::<Vec<String>>(page.client.execute_async(AXE, Vec::new()).await?)?);
    Ok(found)
}

async fn looks(size: Size, theme: &str, letters: &str) -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let root = dist().parent().map(Path::to_path_buf).unwrap_or_default();
    let axe = fs::read_to_string(root.join("node_modules/axe-core/axe.min.js"))?;
    let pictures = root.join("target/screens");
    fs::create_dir_all(&pictures)?;
    let page = Browser::start(profile.path(), size).await?;
    page.open(&server.address()).await?;
    // What is told then would lie over what is tapped.
    page.is_offline_ready().await?;
    let mut found = Vec::new();
    let mut look = async |name: &str| -> Result<(), Failure> {
        let picture = format!("{name}-{}x{}-{theme}-{letters}.png", size.width, size.height);
        fs::write(pictures.join(picture), page.picture().await?)?;
        found.extend(faults(&page, &axe).await?.into_iter().map(|fault| format!("{name}: {fault}")));
        Ok(())
    };
    let preferences = format!(r#"[["theme","{theme}"],["letters","{letters}"]]"#);
    page.run(&format!("localStorage.setItem('ket-nap/preferences', {})", Value::from(preferences))).await?;
    page.client.refresh().await?;
    page.reads("Làm việc ở chi bộ hay đảng ủy?").await?;
    look("welcome").await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("76,7%").await?;
    for (name, hash) in SCREENS {
        page.goes(hash).await?;
        // What is folded away is looked at too.
        page.run("document.querySelectorAll('details').forEach((folded) => { folded.open = true; })").await?;
        look(name).await?;
    }
    page.goes("#/organizations/mau-bk-dq").await?;
    page.taps("Đầy đủ").await?;
    for part in ["identity", "details", "life", "introducers", "verification", "keeping", "family"] {
        page.goes(&format!("#/candidates/mau-bk-dq-1/{part}")).await?;
        if part == "identity" {
            page.types("ethnic_group", "la h").await?;
        }
        look(&format!("part-{part}")).await?;
    }
    page.taps("Thêm người thân").await?;
    page.types("name", "Hoàng Văn Giả Định").await?;
    look("relative").await?;
    page.goes("#/kitchen").await?;
    page.taps("Xóa").await?;
    page.sees("#question").await?;
    look("question").await?;
    page.close().await?;
    assert_eq!(found, [] as [String; 0], "{theme} {letters} {size:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn phone_light() -> Result<(), Failure> {
    looks(PHONE, "light", "normal").await
}

#[tokio::test(flavor = "multi_thread")]
async fn phone_dark_with_large_letters() -> Result<(), Failure> {
    looks(PHONE, "dark", "large").await
}

#[tokio::test(flavor = "multi_thread")]
async fn phone_contrast_with_the_largest_letters() -> Result<(), Failure> {
    looks(PHONE, "contrast", "largest").await
}

#[tokio::test(flavor = "multi_thread")]
async fn laptop_light() -> Result<(), Failure> {
    looks(LAPTOP, "light", "normal").await
}

#[tokio::test(flavor = "multi_thread")]
async fn laptop_dark_with_the_largest_letters() -> Result<(), Failure> {
    looks(LAPTOP, "dark", "largest").await
}
