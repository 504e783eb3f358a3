//! What a person does on a real page: typing with an input method, installing.
//! `cargo xtask test --only browser` runs it.

use browser_tests::{Browser, Failure, PHONE, serve};
use fantoccini::Locator;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_finds_no_fault_with_installing() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    let errors = page.protocol("Page.getInstallabilityErrors", json!({})).await?;
    assert_eq!(errors.get("installabilityErrors"), Some(&json!([])));
    let manifest = page.protocol("Page.getAppManifest", json!({})).await?;
    assert_eq!(manifest.get("errors"), Some(&json!([])));
    let text: Value = serde_json::from_str(manifest.get("data").and_then(Value::as_str).unwrap_or_default())?;
    assert_eq!((text["lang"].as_str(), text["display"].as_str()), (Some("vi"), Some("standalone")));
    assert!(text["id"].is_string() && text["shortcuts"].as_array().is_some_and(|shortcuts| !shortcuts.is_empty()));
    page.close().await
}

/// What an input method composes is never disturbed by the page.
#[tokio::test(flavor = "multi_thread")]
async fn composing_vietnamese_is_left_alone() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.taps("Chi bộ").await?;
    page.sees("#f-name").await?;
    page.client.find(Locator::Id("f-name")).await?.click().await?;
    for step in ["n", "ng", "ngu", "nguy", "nguye", "nguyê", "nguyễ"] {
        let parameters =
            json!({ "text": step, "selectionStart": step.chars().count(), "selectionEnd": step.chars().count() });
        page.protocol("Input.imeSetComposition", parameters).await?;
        let shown = page.run("return document.getElementById('f-name').value").await?;
        assert_eq!(shown.as_str(), Some(step));
    }
    page.protocol("Input.insertText", json!({ "text": "nguyễn" })).await?;
    let caret = page.run("return document.getElementById('f-name').selectionStart").await?;
    assert_eq!(caret.as_u64(), Some(6));
    page.client.find(Locator::Id("f-name")).await?.send_keys(" hoàng").await?;
    page.reads("Tổ chức: nguyễn hoàng").await?;
    page.close().await
}
