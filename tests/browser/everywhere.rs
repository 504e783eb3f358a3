//! What a person does on a real page, in every engine that there is: the main journey with the
//! server gone, bad input, damage, the keyboard, one file without a server. `cargo xtask test --only browsers` runs it.

use browser_tests::{Browser, Failure, LAPTOP, PHONE, serve, single};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// Types into a box for a secret.
async fn says(page: &Browser, id: &str, words: &str) -> Result<(), Failure> {
    let script = format!(
        "const box = document.getElementById({}); box.value = {}; box.dispatchEvent(new Event('input', {{ bubbles: true }}))",
        json!(id),
        json!(words)
    );
    page.sees(&format!("#{id}")).await?;
    page.run(&script).await?;
    Ok(())
}

/// Turns the lock on, loses the server, and opens the book by its passphrase.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_locked_opens_by_its_passphrase_without_a_server() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let address = server.address();
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&address).await?;
    page.is_offline_ready().await?;
    page.goes("#/safety").await?;
    says(&page, "secret-new", "mưa trên bản Mẫu").await?;
    says(&page, "secret-again", "mưa trên bản Mẫu").await?;
    page.taps("Bật khóa").await?;
    page.sees(".code-on-paper").await?;
    page.taps("Đã chép ra giấy").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.reads("đã lưu").await?;
    server.stop();
    let page = page.restarts(&format!("{address}#/candidates")).await?;
    page.reads("Sổ đang khóa").await?;
    says(&page, "secret", "mưa trên nương").await?;
    page.taps("Mở khóa").await?;
    page.reads("Mật khẩu không đúng").await?;
    says(&page, "secret", "MUA TREN BAN MAU").await?;
    page.taps("Mở khóa").await?;
    page.reads("Lò Thị Mẫu").await?;
    page.run("document.getElementById('kn-lock').click()").await?;
    page.reads("Sổ đang khóa").await?;
    page.close().await
}

/// Opens a sample, adds a target and a candidate, loses the server and the browser, and finds
/// everything again.
#[tokio::test(flavor = "multi_thread")]
async fn everything_is_there_when_server_and_network_are_gone() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let address = server.address();
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&address).await?;
    page.reads("Làm việc ở chi bộ hay đảng ủy?").await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("76,7%").await?;

    page.taps("Thêm chỉ tiêu").await?;
    page.chooses("organization", "\u{2003}Đảng bộ xã Dương Quang").await?;
    page.types("from", "1/1/2022").await?;
    page.types("to", "31/12/2022").await?;
    page.types("bound", "từ 4").await?;
    page.types("issuer", "Ban chỉ đạo thử").await?;
    page.reads("Hiểu là: 4 trở lên").await?;

    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.chooses("cell", "\u{2003}Đảng bộ xã Dương Quang").await?;
    page.types("birth", "03021999").await?;
    page.part("admission").await?;
    page.types("ceremony", "19.5.2022").await?;
    page.goes("#/progress").await?;
    page.reads("25,0%").await?;
    page.reads("đã lưu").await?;
    page.is_offline_ready().await?;

    let before = server.requests().len();
    server.stop();
    let page = page.restarts(&format!("{address}#/progress")).await?;
    page.reads("Ban chỉ đạo thử").await?;
    page.reads("25,0%").await?;
    page.reads("76,7%").await?;
    page.goes("#/candidates").await?;
    page.taps("Lò Thị Mẫu").await?;
    page.taps("Bản thân").await?;
    page.sees("#f-birth").await?;
    page.until("the birth date", "document.getElementById('f-birth').value === '03/02/1999'").await?;
    // And typing goes on without a server.
    page.part("keeping").await?;
    page.types("holder", "Bản Mẫu").await?;
    page.reloads().await?;
    page.until(
        "the holder",
        "document.getElementById('f-holder') && document.getElementById('f-holder').value === 'Bản Mẫu'",
    )
    .await?;
    page.close().await?;
    assert!(before > 0, "the page came from the server at first");
    Ok(())
}

/// After everything is in, using the page asks the network for nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_visit_asks_the_server_only_for_a_new_version() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.is_offline_ready().await?;
    let first = server.requests().len();
    page.open(&server.address()).await?;
    page.taps("Thị trấn Mai Châu (Hòa Bình)").await?;
    for hash in ["#/candidates", "#/organizations", "#/settings", "#/kitchen", "#/progress"] {
        page.goes(hash).await?;
    }
    page.reads("56,7%").await?;
    let asked: Vec<String> = server.requests().into_iter().skip(first).filter(|path| !path.contains("sw.js")).collect();
    assert_eq!(asked, [] as [String; 0]);
    page.close().await
}

/// Bad input gets a message beside its field, and is there after closing.
#[tokio::test(flavor = "multi_thread")]
async fn bad_input_is_named_beside_its_field_and_kept() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    page.goes("#/candidates/new").await?;
    let message = |key: &str, words: &str| {
        let (key, words) = (json!(format!("f-{key}")), json!(words));
        format!(
            "(document.getElementById({key}).getAttribute('aria-describedby') || '').split(' ').some(id => id && \
             document.getElementById(id) && document.getElementById(id).innerText.includes({words}))"
        )
    };
    // A dossier that nothing was typed into never was: the name first.
    page.types("name", "Lò Thị Mẫu").await?;
    for (part, key, text, words) in [
        ("identity", "birth", "31/02/1999", "Không có ngày này trong lịch"),
        ("preparation", "application", "1/1/0026", "Năm 26 không thể đúng"),
        ("preparation", "certificate", "giữa năm 2022", "Không đọc được ngày"),
        ("meeting", "votes_for", "bảy", "Chỉ ghi số"),
        ("identity", "citizen_id", "12345678901", "Số căn cước có 12 chữ số, ở đây có 11"),
    ] {
        page.part(part).await?;
        page.types(key, text).await?;
        page.until(words, &message(key, words)).await?;
    }
    page.types("birth", "1/1/1886").await?;
    page.until("the year", &message("birth", "Năm 1886 không thể đúng")).await?;
    // Ten thousand letters, as a paste brings them; marks apart, and the Icelandic Đ.
    let paste = |key: &str, text: &str| {
        format!(
            "const box = document.getElementById({}); box.focus(); box.value = {}; \
             box.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); box.blur()",
            json!(format!("f-{key}")),
            text
        )
    };
    page.run(&paste("name", "'Ờ'.repeat(10000)")).await?;
    page.until("too long", &message("name", "Dài 10.000 chữ")).await?;
    page.until("no sideways scroll", "document.documentElement.scrollWidth <= innerWidth").await?;
    let person = page.run("return location.hash").await?;
    page.part("keeping").await?;
    page.run(&paste("holder", "'Ba\\u0309n \\u00D0iện'")).await?;
    page.until("the mended text", "document.getElementById('f-holder').value === 'Bản Điện'").await?;
    let page = page.restarts(&format!("{}{}", server.address(), person.as_str().unwrap_or_default())).await?;
    page.until("all of the name", "document.getElementById('f-name').value === 'Ờ'.repeat(10000)").await?;
    page.until("no sideways scroll", "document.documentElement.scrollWidth <= innerWidth").await?;
    page.part("preparation").await?;
    page.until("the wrong date", "document.getElementById('f-application').value === '1/1/0026'").await?;
    page.part("identity").await?;
    // The same citizen number twice.
    page.types("citizen_id", "011199000123").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Vàng A Thử").await?;
    page.types("citizen_id", "011 199 000 123").await?;
    page.until("twice", &message("citizen_id", "Trùng số căn cước với")).await?;
    page.close().await
}

/// A damaged or foreign entry: the page opens, says so, and leaves the bytes alone.
#[tokio::test(flavor = "multi_thread")]
async fn damaged_entries_are_told_and_left_as_they_are() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.open(&server.address()).await?;
    page.taps("Thành phố Bắc Kạn").await?;
    page.reads("đã lưu").await?;
    let kept = page.kept().await?;
    let bundle = kept.keys().find(|name| name.starts_with("ket-nap/book/")).ok_or("no bundle")?.clone();
    let strange = [
        ("ket-nap/book/0000000777-00000001", "1;900;0000000000000000;[[\"torn"),
        ("ket-nap/book/0000000778-00000001", "7;5;00;from a newer version"),
        ("ket-nap/strange", "\u{0}\u{E000}"),
        ("other-page", "not ours"),
    ];
    for (name, text) in strange {
        page.run(&format!("localStorage.setItem({}, {})", json!(name), json!(text))).await?;
    }
    page.run("localStorage.setItem('ket-nap/preferences', '{{{')").await?;
    page.reloads().await?;
    page.reads("Có 3 mẩu dữ liệu trong máy không đọc được").await?;
    page.goes("#/safety").await?;
    page.reads("do bản mới hơn ghi").await?;
    page.goes("#/progress").await?;
    page.reads("76,7%").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    let after = page.kept().await?;
    for (name, text) in strange {
        assert_eq!(after.get(name).and_then(Value::as_str), Some(text), "{name}");
    }
    assert_eq!(after.get(&bundle), kept.get(&bundle));
    page.close().await
}

/// The whole way by keyboard: past the navigation, through a form, out of a question.
#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_is_enough() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let page = Browser::start(profile.path(), LAPTOP).await?;
    page.open(&server.address()).await?;
    let focused = "document.activeElement.innerText || document.activeElement.id";
    let press = async |keys: &str| -> Result<String, Failure> {
        page.client.active_element().await?.send_keys(keys).await?;
        Ok(page.run(&format!("return {focused}")).await?.as_str().unwrap_or_default().to_owned())
    };
    let (tab, enter, escape) = (
        String::from(char::from(Key::Tab)),
        String::from(char::from(Key::Enter)),
        String::from(char::from(Key::Escape)),
    );
    assert_eq!(press(&tab).await?, "Đến nội dung chính");
    press(&enter).await?;
    page.until("the main part", "document.activeElement.id === 'main'").await?;
    while !press(&tab).await?.starts_with("Chi bộ") {}
    press(&enter).await?;
    page.until("the heading", "document.activeElement.tagName === 'H1'").await?;
    page.sees("#f-name").await?;
    while page.run("return document.activeElement.id").await?.as_str() != Some("f-name") {
        press(&tab).await?;
    }
    press("Chi bộ bản Mẫu").await?;
    page.reads("Tổ chức: Chi bộ bản Mẫu").await?;
    page.goes("#/kitchen").await?;
    page.taps("Xóa").await?;
    page.until("the question", "document.activeElement.id === 'question'").await?;
    press(&escape).await?;
    page.until("no question", "!document.getElementById('question')").await?;
    page.close().await
}

/// One file from a disk: what is typed is there when it is opened again, and nothing is asked of
/// anybody.
#[tokio::test(flavor = "multi_thread")]
async fn one_file_is_the_whole_program() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let folder = tempfile::tempdir()?;
    let address = single(folder.path())?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&address).await?;
    page.until("the deferred chunk", "window.knLater === 'here'").await?;
    page.until("that it lasts", "!window.knPassing && localStorage.getItem('kn-lasting')").await?;
    page.goes("#/candidates/new").await?;
    page.types("name", "Lò Thị Mẫu").await?;
    page.reads("đã lưu").await?;
    assert_eq!(
        page.run(
            "return document.querySelectorAll('[src]:not([src^=\"data:\"]), link[href]:not([href^=\"data:\"])').length"
        )
        .await?,
        0
    );
    let asked = page.run("return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !name.startsWith('data:'))").await?;
    assert_eq!(asked, serde_json::json!([]));
    let page = page.restarts(&address).await?;
    page.goes("#/candidates").await?;
    page.reads("Lò Thị Mẫu").await?;
    page.close().await
}

/// What somebody may have put into the page does not run, and what is in the page goes nowhere else.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_runs_that_is_not_of_the_program() -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let server = serve()?;
    let elsewhere = serve()?;
    let page = Browser::start(profile.path(), PHONE).await?;
    page.begins(&server.address()).await?;
    let other = elsewhere.address();
    page.run(&format!(
        "window.knTold = []; document.addEventListener('securitypolicyviolation', (event) => window.knTold.push(event.violatedDirective.split(' ')[0].replace('-elem', ''))); \
         const tries = (what) => {{ try {{ what(); }} catch (error) {{ window.knTold.push(error.name === 'TypeError' ? 'script-src' : error.name); }} }}; \
         tries(() => {{ const inside = document.createElement('script'); inside.textContent = 'window.knBad = 1'; document.body.append(inside); }}); \
         tries(() => {{ const outside = document.createElement('script'); outside.src = '{other}sw.js'; document.body.append(outside); }}); \
         window.knTrusts = !window.trustedTypes; \
         try {{ document.createElement('p').innerHTML = '<b>1</b>'; }} catch (error) {{ window.knTrusts = error.name === 'TypeError'; }} \
         try {{ window.knTrust.createScriptURL('{other}sw.js'); window.knBad = 3; }} catch (error) {{ }} \
         const picture = document.createElement('img'); picture.src = '{other}icons/icon.svg'; document.body.append(picture); \
         fetch('{other}').then(() => {{ window.knBad = 2; }}, () => {{ window.knTold.push('fetch'); }});"
    ))
    .await?;
    page.until(
        "the refusals",
        "['script-src', 'img-src', 'connect-src', 'fetch'].every((one) => window.knTold.includes(one))",
    )
    .await?;
    assert_eq!(page.run("return window.knBad || 0").await?, 0);
    assert_eq!(page.run("return window.knTrusts").await?, true);
    assert_eq!(elsewhere.requests().len(), 0);
    page.close().await
}
