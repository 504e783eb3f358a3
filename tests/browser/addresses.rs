//! Addresses while they are typed: communes of today below the box, taken with one tap or by keys alone, without a network.

use browser_tests::{Browser, Failure, LAPTOP, PHONE, serve};
use fantoccini::key::Key;
use serde_json::{Value, json};
use tempfile::tempdir;

/// What stands in a box.
async fn stands(page: &Browser, key: &str) -> Result<Value, Failure> {
    page.run(&format!("return document.getElementById('f-{key}').value")).await
}

/// What is offered below a box.
async fn offered(page: &Browser, key: &str) -> Result<Value, Failure> {
    page.until("places", "document.querySelector('.offers button')").await?;
    page.run(&format!(
        "const list = document.getElementById('f-{key}').nextElementSibling; \
         return Array.from(list.querySelectorAll('button'), (button) => button.firstChild.textContent)"
    ))
    .await
}

/// A candidate of a cell that keeps everything, at the part with the addresses.
async fn candidate(page: &Browser, address: &str) -> Result<(), Failure> {
    page.begins(address).await?;
    page.taps("Đầy đủ").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Vàng A Thử").await?;
    page.part("details").await
}

#[tokio::test]
async fn a_commune_comes_into_its_boxes_with_one_tap_and_no_network() -> Result<(), Failure> {
    let (profile, server) = (tempdir()?, serve()?);
    let page = Browser::start(profile.path(), PHONE).await?;
    candidate(&page, &server.address()).await?;
    page.is_offline_ready().await?;
    page.keeps("ket-nap-courier-").await?;
    drop(server);
    page.reloads().await?;
    page.types("residence", "bản Nậm Thử 3, na hy").await?;
    assert_eq!(offered(&page, "residence").await?, json!(["bản Nậm Thử 3, xã Nà Hỳ, tỉnh Điện Biên"]));
    page.taps("bản Nậm Thử 3, xã Nà Hỳ, tỉnh Điện Biên").await?;
    assert_eq!(stands(&page, "residence").await?, "bản Nậm Thử 3, xã Nà Hỳ");
    assert_eq!(stands(&page, "residence_province").await?, "Điện Biên");
    page.until("no more places", "!document.querySelector('.offers button')").await?;
    // An old address: the birthplace of today, and the old name beside it.
    page.types("birth_place", "Nà Khoa, Nậm Pồ").await?;
    assert_eq!(offered(&page, "birth_place").await?, json!(["xã Nà Hỳ, tỉnh Điện Biên"]));
    page.reads("trước 1/7/2025: xã Nà Khoa, huyện Nậm Pồ, tỉnh Điện Biên").await?;
    page.taps("xã Nà Hỳ, tỉnh Điện Biên").await?;
    for (key, text) in [
        ("birth_place", "xã Nà Hỳ"),
        ("birth_province", "Điện Biên"),
        ("old_birth_place", "xã Nà Khoa, huyện Nậm Pồ"),
        ("old_birth_province", "Điện Biên"),
    ] {
        assert_eq!(stands(&page, key).await?, text, "{key}");
    }
    // All of it is in the book.
    page.reads("đã lưu").await?;
    page.reloads().await?;
    page.sees("#f-residence").await?;
    page.until("the address", "document.getElementById('f-residence').value").await?;
    assert_eq!(stands(&page, "residence").await?, "bản Nậm Thử 3, xã Nà Hỳ");
    assert_eq!(stands(&page, "old_birth_province").await?, "Điện Biên");
    page.close().await
}

#[tokio::test]
async fn keys_alone_are_enough_and_what_is_typed_stays() -> Result<(), Failure> {
    let (profile, server) = (tempdir()?, serve()?);
    let page = Browser::start(profile.path(), LAPTOP).await?;
    candidate(&page, &server.address()).await?;
    page.types("other_name", "Mẫu").await?;
    page.client.active_element().await?.send_keys(&String::from(char::from(Key::Enter))).await?;
    page.until("the next box", "document.activeElement.id === 'f-phone'").await?;
    page.types("home_place", "co bi, gia lam").await?;
    let places = offered(&page, "home_place").await?;
    assert_eq!(places.as_array().map_or(0, Vec::len), 4, "divided among {places}");
    for key in [Key::Down, Key::Down, Key::Enter] {
        page.client.active_element().await?.send_keys(&String::from(char::from(key))).await?;
    }
    assert_eq!(stands(&page, "home_place").await?, "xã Phù Đổng");
    assert_eq!(stands(&page, "home_province").await?, "Hà Nội");
    // Escape takes the offers away; a place that nobody knows is as good as any other.
    page.types("residence", "na hy").await?;
    offered(&page, "residence").await?;
    page.client.active_element().await?.send_keys(&String::from(char::from(Key::Escape))).await?;
    page.until("no more places", "!document.querySelector('.offers button')").await?;
    page.types("residence", "bản Mẫu, xã Không Có Thật").await?;
    page.client.active_element().await?.send_keys(&String::from(char::from(Key::Tab))).await?;
    assert_eq!(stands(&page, "residence").await?, "bản Mẫu, xã Không Có Thật");
    page.close().await
}
