//! A committee's pages in the browser: from a figure to who is behind it, the forecast of a target, the
//! report copied and printed. What each figure means is tested on the host.

use std::process::Command;

use base64::Engine;
use browser_tests::{Browser, Failure, PHONE, serve};
use serde_json::{Value, json};

/// A committee with the sample of Bắc Kạn, and no network any more.
async fn with_sample(page: &Browser, address: &str) -> Result<(), Failure> {
    page.open(address).await?;
    page.is_offline_ready().await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("76,7%").await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_bar_to_who_is_behind_it_and_to_a_printed_report() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    with_sample(&page, &server.address()).await?;
    server.stop();
    page.goes("#/progress").await?;
    page.taps("Tổng hợp").await?;
    page.reads("2 tổ chức: 1 vượt, 1 chậm tiến độ").await?;
    page.reads("+2 (+3,0%; bình quân tháng 6,3 so với 5,6: +13,4%)").await?;
    let labels = page.run("return [...document.querySelectorAll('svg.columns, .row svg.bar')].map((chart) => chart.getAttribute('aria-label'))").await?;
    assert_eq!(
        labels,
        json!(["0 / 12, 0,0% · chưa có số liệu riêng", "13 / 12, 108,3%", "Kết nạp: 2021 67, 2022 (đến 27/11) 69"])
    );
    page.taps("Đảng bộ xã Nông Thượng").await?;
    page.reads("Đã tính vào kết quả").await?;
    page.run("history.back()").await?;
    page.taps("Viết báo cáo").await?;
    page.reads("đã kết nạp 69 người; so với chỉ tiêu 110 trở lên (Tỉnh ủy Bắc Kạn giao, 27-KH/TU) đạt 62,7%").await?;
    page.taps("Chép văn bản").await?;
    page.reads("Đã chép. Dán vào Zalo").await?;
    // Browsers without the newer way copy from a box.
    page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }); window.copied = ''; document.addEventListener('copy', () => { window.copied = String(document.activeElement.value) })").await?;
    page.taps("Đóng").await?;
    page.taps("Chép văn bản").await?;
    page.until("the text of the report", "/^Báo cáo kết quả[^]*Nông Thượng\\t12\\t13\\t108,3%/.test(window.copied)")
        .await?;
    page.reads("Đã chép. Dán vào Zalo").await?;
    // A figure leads to its target.
    page.run("document.querySelector('.traced[href*=\"targets/mau-bk-tinh-22\"]').click()").await?;
    page.reads("Chỉ tiêu cùng nội dung do nơi khác giao").await?;
    page.run("history.back()").await?;
    let options =
        json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": false });
    let answer = page.protocol("Page.printToPDF", options).await?;
    let data = answer.get("data").and_then(Value::as_str).ok_or("nothing printed")?;
    let file = profile.path().join("report.pdf");
    std::fs::write(&file, base64::engine::general_purpose::STANDARD.decode(data)?)?;
    let read = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output()?;
    let text = String::from_utf8(read.stdout)?;
    for words in [
        "BÁO CÁO KẾT QUẢ PHÁT TRIỂN ĐẢNG VIÊN",
        "Kết nạp tính theo ngày tổ chức lễ",
        "Đảng bộ xã Nông Thượng",
        "108,3%",
    ] {
        assert!(text.contains(words), "{words} is printed\n{text}");
    }
    assert!(!text.contains("Chép văn bản") && !text.contains("Trang đầu"), "{text}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_target_says_who_may_still_make_it() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    server.stop();
    page.goes("#/targets/new").await?;
    page.types("bound", "3").await?;
    let target = page.run("return location.hash").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    let person = page.run("return location.hash.split('/').slice(0, 3).join('/')").await?;
    let person = person.as_str().unwrap_or_default().to_owned();
    // Decided, and the ceremony is settled for the last day of the year.
    page.goes(&format!("{person}/admission")).await?;
    let year = page.run("return String(new Date().getFullYear())").await?;
    let year = year.as_str().unwrap_or_default().to_owned();
    page.types("decision", &format!("1/1/{year}")).await?;
    page.types("ceremony", &format!("31/12/{year}")).await?;
    page.goes(target.as_str().unwrap_or_default()).await?;
    page.reads("Dự báo đến hết kỳ").await?;
    page.reads("Dự báo cuối kỳ: 1").await?;
    page.reads("Cần tìm thêm 2 người").await?;
    page.reads("Chắc chắn").await?;
    // The committee knows better how long its steps take.
    page.taps("Số ngày đang dùng").await?;
    page.reads("Nhanh nhất").await?;
    page.taps("Sửa số ngày của từng bước").await?;
    page.types("least_class", "40").await?;
    page.types("usual_class", "45").await?;
    page.goes(target.as_str().unwrap_or_default()).await?;
    let days = "[...document.querySelectorAll('.ages tr')].some((row) => row.innerText.split(/\\s+/).slice(-2).join(' ') === '45 40')";
    page.run("document.querySelectorAll('details').forEach((folded) => { folded.open = true; })").await?;
    page.until("the days entered", days).await?;
    // Changed from today on, the number of before stays.
    page.taps("Điều chỉnh từ hôm nay, giữ mức cũ").await?;
    page.types("bound", "5").await?;
    page.reads("Mức giao trước khi điều chỉnh").await?;
    page.goes("#/progress").await?;
    page.reads("/ 5").await?;
    let only = "[...document.querySelectorAll('.target-figure')].map((figure) => figure.textContent).every((text, place, all) => all.length === 1 && text.endsWith(' / 5'))";
    page.until("only what holds now", only).await?;
    page.goes("#/progress").await?;
    page.taps("Tổng hợp").await?;
    page.taps("Nguồn phát triển đảng viên").await?;
    page.taps("Khảo sát nguồn").await?;
    page.types("known_soldiers", "12").await?;
    page.run("history.back()").await?;
    page.reads("Nhóm chưa theo dõi ai").await?;
    page.reads("Bộ đội xuất ngũ: 12").await?;
    page.close().await
}
