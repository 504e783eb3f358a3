//! Three communes become one where there is no network: what the tree, the targets and the years say then, and
//! that it stays. A candidate goes to another cell and is counted once.

use browser_tests::{Browser, Failure, PHONE, serve};
use fantoccini::Locator;
use serde_json::json;

const LINE: &str = "Đảng bộ xã Nà A + Đảng bộ xã Nà B + Đảng bộ xã Nà C thành Đảng bộ xã Nà Mẫu";

/// The tree as the page lists it, with a dot for each level; after a slash what is under the heading of the ended.
const TREE: &str = r"(() => {
  const titles = (list) => [...list.querySelectorAll(':scope > li')].map((row) =>
    '.'.repeat(Number(row.dataset.depth)) + row.querySelector('.row-title').textContent).join(' ');
  const ended = [...document.querySelectorAll('h2')].find((heading) => heading.textContent === 'Đã kết thúc');
  const below = ended ? ' / ' + titles(ended.parentElement.querySelector('.list')) : '';
  return titles(document.querySelector('main .list')) + below;
})()";

const BEFORE: &str =
    "Tỉnh ủy Mẫu .Đảng bộ xã Nà A ..Chi bộ bản A .Đảng bộ xã Nà B ..Chi bộ bản B .Đảng bộ xã Nà C ..Chi bộ bản C";
const AFTER: &str = "Tỉnh ủy Mẫu .Đảng bộ xã Nà Mẫu ..Chi bộ bản A ..Chi bộ bản B ..Chi bộ bản C / Đảng bộ xã Nà A Đảng bộ xã Nà B Đảng bộ xã Nà C";

/// A commune as lists of organizations show it, below the province.
fn commune(name: &str) -> String {
    format!("\u{2003}Đảng bộ xã Nà {name}")
}

async fn is_kept(page: &Browser) -> Result<(), Failure> {
    page.until("kept", "/^đã (lưu|ghi)/.test(document.querySelector('.keeping').textContent)").await
}

/// The address of the open page.
async fn here(page: &Browser) -> Result<String, Failure> {
    let here = page.run("return location.hash").await?;
    Ok(here.as_str().ok_or("no address")?.to_owned())
}

/// Types into a box that is no field of a record.
async fn fills(page: &Browser, id: &str, text: &str) -> Result<(), Failure> {
    page.sees(&format!("#{id}")).await?;
    // Unfolded, and to where nothing lies over it.
    page.run(&format!(
        "const own = document.getElementById('{id}'), folded = own.closest('details'); if (folded) folded.open = true; \
         own.scrollIntoView({{ block: 'center' }})"
    ))
    .await?;
    let typed_in = page.client.find(Locator::Id(id)).await?;
    typed_in.click().await?;
    typed_in.clear().await?;
    typed_in.send_keys(text).await?;
    Ok(())
}

async fn organization(page: &Browser, name: &str, kind: &str, above: &str) -> Result<(), Failure> {
    page.goes("#/organizations/new").await?;
    page.types("name", name).await?;
    page.chooses("kind", kind).await?;
    page.chooses("parent", above).await
}

/// A result entered as one number.
async fn total(page: &Browser, of: &str, from: &str, to: &str, count: &str) -> Result<(), Failure> {
    page.goes("#/totals/new").await?;
    page.types("count", count).await?;
    page.chooses("organization", of).await?;
    page.types("from", from).await?;
    page.types("to", to).await
}

async fn shows_tree(page: &Browser, tree: &str) -> Result<(), Failure> {
    page.goes("#/organizations").await?;
    page.until(tree, &format!("{TREE} === {}", json!(tree))).await
}

/// Waits until the figure of a target is this.
async fn counts(page: &Browser, figure: &str) -> Result<(), Failure> {
    page.until(figure, &format!("document.querySelector('.target-figure').textContent === '{figure}'")).await
}

/// Waits until a row of the years begins with these words: year, number, change.
async fn year(page: &Browser, words: &str) -> Result<(), Failure> {
    let rows = "[...document.querySelectorAll('table.stack tbody tr')]";
    let row = "[...row.cells].map((cell) => cell.textContent).join(' ')";
    page.until(words, &format!("{rows}.some((row) => {row}.startsWith({}))", json!(words))).await
}

async fn as_of(page: &Browser, day: &str, shown: &str) -> Result<(), Failure> {
    page.goes("#/progress").await?;
    fills(page, "as-of", day).await?;
    page.reads(&format!("Đang xem số liệu đến {shown}")).await
}

/// A province with three communes, each with a cell and results of a year and a half. Gives back the target of the first.
async fn province(page: &Browser) -> Result<String, Failure> {
    page.taps("Đảng ủy").await?;
    page.types("name", "Tỉnh ủy Mẫu").await?;
    is_kept(page).await?;
    for letter in ["A", "B", "C"] {
        organization(page, commune(letter).trim(), "Đảng ủy", "Tỉnh ủy Mẫu").await?;
        organization(page, &format!("Chi bộ bản {letter}"), "Chi bộ thôn, bản", &commune(letter)).await?;
    }
    for (letter, whole_year, half_year) in [("A", "3", "2"), ("B", "2", "1"), ("C", "5", "1")] {
        total(page, &commune(letter), "1/1/2024", "31/12/2024", whole_year).await?;
        total(page, &commune(letter), "1/1/2025", "30/6/2025", half_year).await?;
    }
    page.goes("#/targets/new").await?;
    page.types("bound", "4").await?;
    page.chooses("organization", &commune("A")).await?;
    page.types("from", "1/1/2025").await?;
    page.types("to", "31/12/2025").await?;
    counts(page, "2 / 4").await?;
    here(page).await
}

/// Merges the three in one step. Gives back the name of the new commune in addresses.
async fn merges(page: &Browser) -> Result<String, Failure> {
    page.goes("#/reorganize").await?;
    fills(page, "plan-day", "1/7/2025").await?;
    fills(page, "plan-lines", LINE).await?;
    page.reads("hợp nhất, sáp nhập vào Đảng bộ xã Nà Mẫu (mới)").await?;
    page.taps("Ghi 1 việc").await?;
    page.reads("Đã ghi, 3 tổ chức thay đổi").await?;
    shows_tree(page, AFTER).await?;
    page.reads("Từ 01/07/2025 thuộc Đảng bộ xã Nà Mẫu").await?;
    page.taps("Đảng bộ xã Nà Mẫu").await?;
    page.reads("Từ 01/07/2025: tiếp nhận Đảng bộ xã Nà A").await?;
    Ok(here(page).await?.rsplit('/').next().ok_or("no organization")?.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn three_communes_become_one_without_a_network() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    server.stop();

    let target = province(&page).await?;
    shows_tree(&page, BEFORE).await?;
    let new = merges(&page).await?;

    // The old target counts to the end of its commune; the new one takes it over.
    page.goes(&target).await?;
    page.reads("Giao lại cho Đảng bộ xã Nà Mẫu (4)").await?;
    counts(&page, "2 / 4").await?;
    page.taps("Giao lại cho Đảng bộ xã Nà Mẫu (4)").await?;
    page.reads("Tính cả kết quả của các tổ chức đã nhập vào").await?;
    page.until("yes", "document.querySelector('input[name=\"f-takes_over\"][value=yes]').checked").await?;
    counts(&page, "4 / 4").await?;
    is_kept(&page).await?;
    let handed = here(&page).await?;
    page.goes(&target).await?;
    page.reads("Từ 01/07/2025 chỉ tiêu này đã bàn giao cho Đảng bộ xã Nà Mẫu").await?;
    counts(&page, "2 / 4").await?;

    // Taken back: the target, then the merger. And taken again.
    page.run("document.querySelector('.undo').click()").await?;
    page.reads("Giao lại cho Đảng bộ xã Nà Mẫu (4)").await?;
    page.run("document.querySelector('.undo').click()").await?;
    shows_tree(&page, BEFORE).await?;
    for _ in 0..2 {
        page.run(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', ctrlKey: true, bubbles: true }))",
        )
        .await?;
    }
    shows_tree(&page, AFTER).await?;
    page.goes(&handed).await?;
    counts(&page, "4 / 4").await?;

    // As it was, the new commune had nothing before its first day; by the tree of today it has what the three had.
    as_of(&page, "31/12/2025", "31/12/2025").await?;
    let overview = format!("#/overview/{new}/2025-01-01/2025-12-31");
    page.goes(&overview).await?;
    counts(&page, "4 / 4").await?;
    year(&page, "2025 – −6 (−60,0%) (theo tổ chức hiện nay: 10 → 4)").await?;
    page.taps("Như hiện nay").await?;
    year(&page, "2024 10 –").await?;
    year(&page, "2025 4 −6 (−60,0%)").await?;
    is_kept(&page).await?;

    page.reloads().await?;
    page.until("the deferred chunk", "window.knLater === 'here'").await?;
    as_of(&page, "31/12/2025", "31/12/2025").await?;
    page.goes(&overview).await?;
    year(&page, "2025 4 −6 (−60,0%)").await?;
    shows_tree(&page, AFTER).await?;
    page.goes(&target).await?;
    counts(&page, "2 / 4").await?;
    page.goes(&handed).await?;
    counts(&page, "4 / 4").await?;

    // With results of its own, years as they were are compared by the tree of today, and say so.
    total(&page, &commune("Mẫu"), "1/7/2025", "31/12/2025", "3").await?;
    total(&page, &commune("Mẫu"), "1/1/2026", "31/3/2026", "2").await?;
    as_of(&page, "31/3/2026", "31/03/2026").await?;
    page.goes(&format!("#/overview/{new}/2026-01-01/2026-12-31")).await?;
    page.taps("Như lúc đó").await?;
    year(&page, "2025 3 −3 (−30,0%) (theo tổ chức hiện nay: 10 → 7)").await?;
    page.reads("(theo tổ chức hiện nay: 7 → 2)").await?;
    page.close().await
}

/// Opens the overview of a cell for 2026 and waits for its figure.
async fn admitted(page: &Browser, cell: &str, figure: &str) -> Result<(), Failure> {
    page.goes(&format!("{}/2026-01-01/2026-12-31", cell.replace("organizations", "overview"))).await?;
    counts(page, figure).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_candidate_who_moves_is_counted_once() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    server.stop();

    page.taps("Đảng ủy").await?;
    page.types("name", "Đảng ủy xã Mẫu").await?;
    is_kept(&page).await?;
    let commune = here(&page).await?;
    let mut cells = Vec::new();
    for name in ["Chi bộ bản A", "Chi bộ bản B"] {
        organization(&page, name, "Chi bộ thôn, bản", "Đảng ủy xã Mẫu").await?;
        cells.push(here(&page).await?);
    }
    // One target for the commune and for each cell.
    for of in ["Đảng ủy xã Mẫu", "\u{2003}Chi bộ bản A", "\u{2003}Chi bộ bản B"] {
        page.goes("#/targets/new").await?;
        page.types("bound", "2").await?;
        page.chooses("organization", of).await?;
        page.types("from", "1/1/2026").await?;
        page.types("to", "31/12/2026").await?;
    }
    page.goes("#/candidates/new").await?;
    page.types("name", "Vàng Thị Thử").await?;
    page.chooses("cell", "\u{2003}Chi bộ bản A").await?;
    let person = here(&page).await?.replace("/identity", "");
    page.goes(&format!("{person}/admission")).await?;
    page.types("ceremony", "3/9/2026").await?;
    admitted(&page, &cells[0], "1 / 2").await?;
    admitted(&page, &cells[1], "0 / 2").await?;
    admitted(&page, &commune, "1 / 2").await?;

    // The ceremony comes after the move: the new cell has it, once.
    page.goes(&format!("{person}/moves")).await?;
    page.taps("Ghi một lần chuyển").await?;
    page.types("day", "1/6/2026").await?;
    page.chooses("to", "\u{2003}Chi bộ bản B").await?;
    is_kept(&page).await?;
    admitted(&page, &cells[0], "0 / 2").await?;
    admitted(&page, &cells[1], "1 / 2").await?;
    admitted(&page, &commune, "1 / 2").await?;

    // A ceremony before it stays where it was, also after a reload.
    page.goes(&format!("{person}/admission")).await?;
    page.types("ceremony", "3/2/2026").await?;
    is_kept(&page).await?;
    page.reloads().await?;
    page.until("the deferred chunk", "window.knLater === 'here'").await?;
    admitted(&page, &cells[0], "1 / 2").await?;
    admitted(&page, &cells[1], "0 / 2").await?;
    admitted(&page, &commune, "1 / 2").await?;
    page.close().await
}
