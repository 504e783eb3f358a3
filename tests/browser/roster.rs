//! Several candidates in one table: entered by keys alone, and the same entered for many with one tap.

use browser_tests::{Browser, Failure, LAPTOP, PHONE, serve};
use fantoccini::key::Key;
use serde_json::json;
use tempfile::tempdir;

/// Invented people as somebody types them: name, birth date, the first letters of the sex, ethnic group.
const PEOPLE: [[&str; 4]; 10] = [
    ["Vàng A Thử", "050396", "Nam", "mông"],
    ["Vàng Thị Mẫu", "121198", "Nữ", "mông"],
    ["Giàng A Thí", "9/7/2001", "Nam", "mong"],
    ["Giàng Thị Dụ", "25/1/2003", "Nữ", "Mông"],
    ["Lò Văn Mẫu", "300894", "Nam", "thái"],
    ["Lò Thị Thử", "4/4/99", "Nữ", "Thái"],
    ["Quàng Văn Thí", "101092", "Nam", "thai"],
    ["Sùng A Mẫu", "29/2/2000", "Nam", "mông"],
    ["Tòng Thị Dụ", "150697", "Nữ", "thái"],
    ["Hờ A Thử", "011295", "Nam", "mông"],
];

async fn keys(page: &Browser, text: &str) -> Result<(), Failure> {
    Ok(page.client.active_element().await?.send_keys(text).await?)
}

async fn key(page: &Browser, key: Key) -> Result<(), Failure> {
    keys(page, &String::from(char::from(key))).await
}

/// Where the focus is.
async fn is_at(page: &Browser, id: &str) -> Result<(), Failure> {
    page.until(id, &format!("document.activeElement.id === '{id}'")).await
}

/// What stands in the boxes of a field, line by line.
async fn column(page: &Browser, field: &str) -> Result<serde_json::Value, Failure> {
    page.run(&format!(
        "return Array.from(document.querySelectorAll('[id^=\"f-{field}-\"]'), (box) => box.value).filter(Boolean)"
    ))
    .await
}

#[tokio::test]
async fn ten_candidates_are_entered_by_keys_alone() -> Result<(), Failure> {
    let (profile, server) = (tempdir()?, serve()?);
    let page = Browser::start(profile.path(), LAPTOP).await?;
    page.begins(&server.address()).await?;
    page.goes("#/candidates").await?;
    page.taps("Nhập thành bảng").await?;
    page.sees("#f-name-1").await?;
    page.run("document.getElementById('f-name-1').focus()").await?;
    for (place, person) in PEOPLE.into_iter().enumerate() {
        let line = place + 1;
        for (text, field) in person.into_iter().zip(["name", "birth", "sex", "ethnic_group"]) {
            is_at(&page, &format!("f-{field}-{line}")).await?;
            keys(&page, text).await?;
            key(&page, Key::Tab).await?;
        }
        // Past the way to the record, and the mark of the next line.
        if place + 1 < PEOPLE.len() {
            key(&page, Key::Tab).await?;
        }
    }
    let names: Vec<&str> = PEOPLE.iter().map(|person| person[0]).collect();
    assert_eq!(column(&page, "name").await?, json!(names));
    page.reads("đã lưu").await?;

    // Lines are changed with arrows, and Enter leads on.
    page.run("document.getElementById('f-birth-3').focus()").await?;
    key(&page, Key::Up).await?;
    is_at(&page, "f-birth-2").await?;
    key(&page, Key::Down).await?;
    key(&page, Key::Down).await?;
    is_at(&page, "f-birth-4").await?;
    page.run("document.getElementById('f-name-11').focus()").await?;
    key(&page, Key::Enter).await?;
    is_at(&page, "f-birth-11").await?;

    page.reloads().await?;
    page.sees("#f-name-10").await?;
    assert_eq!(column(&page, "name").await?, json!(names));
    let days = [
        "05/03/1996",
        "12/11/1998",
        "09/07/2001",
        "25/01/2003",
        "30/08/1994",
        "04/04/1999",
        "10/10/1992",
        "29/02/2000",
        "15/06/1997",
        "01/12/1995",
    ];
    assert_eq!(column(&page, "birth").await?, json!(days));
    let groups = PEOPLE.map(|person| if person[3].to_lowercase().starts_with('m') { "Mông" } else { "Thái" });
    assert_eq!(column(&page, "ethnic_group").await?, json!(groups));
    page.goes("#/candidates").await?;
    page.reads("Hờ A Thử").await?;
    page.close().await
}

#[tokio::test]
async fn a_class_is_entered_for_all_with_one_tap() -> Result<(), Failure> {
    let (profile, server) = (tempdir()?, serve()?);
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.goes("#/classes/new").await?;
    page.types("name", "Lớp thử tháng 3").await?;
    page.goes("#/candidates").await?;
    page.taps("Nhập thành bảng").await?;
    for (place, [name, ..]) in PEOPLE.into_iter().take(3).enumerate() {
        page.types(&format!("name-{}", place + 1), name).await?;
    }
    page.taps("Lớp bồi dưỡng nhận thức").await?;
    page.sees("#f-class-0").await?;
    page.run("document.querySelector('.roster-group input').click()").await?;
    page.chooses("class-0", "Lớp thử tháng 3").await?;
    page.types("sent_to_class-0", "5/3/26").await?;
    page.taps("Ghi cho 3 người đã đánh dấu").await?;
    page.reads("Đã ghi vào ô còn trống của 3 người").await?;
    assert_eq!(column(&page, "sent_to_class").await?, json!(["05/03/2026", "05/03/2026", "05/03/2026"]));
    page.reads("đã lưu").await?;
    page.taps("Hoàn tác").await?;
    page.until(
        "nothing entered",
        "!Array.from(document.querySelectorAll('[id^=f-sent_to_class-]')).some((box) => box.value)",
    )
    .await?;
    page.close().await
}
