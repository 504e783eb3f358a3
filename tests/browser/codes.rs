//! Two machines without a network and without files: what the commune's screen shows as codes, another program's reader reads, and
//! the phone's camera takes in, with a fifth of the codes lost. The camera is a film that the test makes of what was shown.
//! `cargo xtask test --only browser` runs it.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use browser_tests::{Browser, Failure, LAPTOP, PHONE, Size, serve};
use ket_nap::courier::codes::drawn;
use rand_xoshiro::Xoshiro256StarStar;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Keeps every code that the page shows, as a row of 0 and 1.
const FILM: &str = "window.knFilm = []; window.knFilming = setInterval(() => { \
     const canvas = document.querySelector('#kn-codes canvas'); if (!canvas || canvas.width !== canvas.height) return; \
     const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); \
     let row = ''; for (let at = 0; at < data.length; at += 4) row += data[at] < 128 ? 1 : 0; \
     if (window.knFilm[window.knFilm.length - 1] !== row) window.knFilm.push(row); }, 25)";

/// Width and height of what the camera sees.
const SEEN: (usize, usize) = (640, 480);

async fn machine(
    profile: &Path,
    address: &str,
    size: Size,
    switches: &[&str],
    role: [&str; 2],
) -> Result<Browser, Failure> {
    let [role, name] = role;
    let page = Browser::start_with(profile, size, switches).await?;
    page.open(address).await?;
    page.taps(role).await?;
    page.types("name", name).await?;
    page.is_offline_ready().await?;
    page.keeps("ket-nap-courier-").await?;
    Ok(page)
}

/// A picture of grey tones with a code in it: a hand's breadth away and not quite in the middle.
fn picture(code: &str, noise: &mut Xoshiro256StarStar) -> Vec<u8> {
    let side = code.len().isqrt();
    let scale = SEEN.1 * 9 / 10 / side;
    let (left, top) = ((SEEN.0 - side * scale) / 3, (SEEN.1 - side * scale) / 2);
    let bits = code.as_bytes();
    let tone = |at: usize| {
        let (row, column) = (at / SEEN.0, at % SEEN.0);
        let inside =
            |place: usize, edge: usize| place.checked_sub(edge).map(|place| place / scale).filter(|it| *it < side);
        match inside(row, top).zip(inside(column, left)) {
            Some((row, column)) if bits[row * side + column] == b'1' => 40,
            Some(_) => 215,
            None => 110,
        }
    };
    (0..SEEN.0 * SEEN.1).map(|at| tone(at) + (noise.next_u32() % 24) as u8).collect()
}

/// Writes pictures as a film that Chromium takes for a camera's.
fn film(file: &Path, pictures: &[Vec<u8>], every: u32) -> std::io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    writeln!(out, "YUV4MPEG2 W{} H{} F1000:{every} Ip A1:1 C420mpeg2", SEEN.0, SEEN.1)?;
    for picture in pictures {
        out.write_all(b"FRAME\n")?;
        out.write_all(picture)?;
        out.write_all(&vec![128; SEEN.0 * SEEN.1 / 2])?;
    }
    out.flush()
}

/// Writes a picture as a bitmap, which every browser opens.
fn photograph(file: &Path, grey: &[u8]) -> std::io::Result<()> {
    let [width, height] = [SEEN.0, SEEN.1].map(|side| u32::try_from(side).unwrap_or_default());
    let mut out = BufWriter::new(File::create(file)?);
    out.write_all(b"BM")?;
    for number in [54 + width * height * 3, 0, 54, 40, width, height, 1 | 24 << 16, 0, 0, 0, 0, 0, 0] {
        out.write_all(&number.to_le_bytes())?;
    }
    // From the bottom up, and blue, green, red.
    for row in grey.chunks_exact(SEEN.0).rev() {
        for tone in row {
            out.write_all(&[*tone; 3])?;
        }
    }
    out.flush()
}

/// The code of a text, as the page would show it.
fn code(text: &str) -> Result<String, Failure> {
    let modules = drawn(text).ok_or("no code")?;
    let side = modules.size + 8;
    let is_dark = |at: usize| {
        let inside = |place: usize| place.checked_sub(4).filter(|place| *place < modules.size);
        let place = inside(at / side).zip(inside(at % side));
        place.is_some_and(|(row, column)| modules.dark[row * modules.size + column])
    };
    Ok((0..side * side).map(|at| if is_dark(at) { '1' } else { '0' }).collect())
}

/// Switches of a browser whose camera sees this film.
fn camera(film: &Path) -> [String; 3] {
    let seen = format!("--use-file-for-fake-video-capture={}", film.display());
    ["--use-fake-device-for-media-stream".to_owned(), "--use-fake-ui-for-media-stream".to_owned(), seen]
}

/// Shows the parcel that was made on one screen, and holds the other machine's camera before it: a fifth of the codes is lost, and another
/// program's reader reads those that came. Ends when the other has all of it.
async fn shown(from: &Browser, to: &Browser, eye: &Path, says: &str) -> Result<(), Failure> {
    from.run(FILM).await?;
    from.taps("Hiện mã để quét").await?;
    from.until("the number of codes", "/Một mã là đủ|Cần \\d+ mã/.test(document.body.innerText)").await?;
    let needed = from.run("return Number((/Cần (\\d+) mã/.exec(document.body.innerText) || [0, 1])[1])").await?;
    let needed = needed.as_u64().unwrap_or_default() as usize;
    let wanted = if needed == 1 { 1 } else { needed * 5 / 4 + 16 };
    from.until("enough codes", &format!("window.knFilm.length >= {wanted}")).await?;
    let codes = from.run("clearInterval(window.knFilming); return window.knFilm").await?;
    let mut chance = Xoshiro256StarStar::seed_from_u64(5);
    let codes: Vec<&str> = codes.as_array().into_iter().flatten().filter_map(|code| code.as_str()).collect();
    let lost = |chance: &mut Xoshiro256StarStar| needed > 1 && chance.next_u32().is_multiple_of(5);
    let came: Vec<&str> = codes.iter().copied().filter(|_| !lost(&mut chance)).collect();
    let pictures: Vec<Vec<u8>> = came.iter().map(|code| picture(code, &mut chance)).collect();
    let mut read = HashSet::new();
    for seen in &pictures {
        let found = rxing::helpers::detect_in_luma(seen.clone(), 640, 480, Some(rxing::BarcodeFormat::QR_CODE));
        read.insert(found.map_err(|error| format!("a code of the page cannot be read: {error}"))?.getText().to_owned());
    }
    assert_eq!(read.len(), came.len());
    assert!(read.iter().all(|text| text.starts_with("KN1:")));

    // As fast as they were shown, in the order in which they came.
    film(eye, &pictures, 220)?;
    to.goes("#/").await?;
    to.goes("#/lists").await?;
    let start = Instant::now();
    to.taps("Nhận bằng máy ảnh").await?;
    to.reads(says).await?;
    let seconds = start.elapsed().as_secs_f32();
    let size = from.run("return /Cỡ tệp: (.*)/.exec(document.body.innerText)[1]").await?;
    println!(
        "{size}: {needed} codes needed, {} of {} came: looked at {seconds:.1} s after the tap",
        came.len(),
        codes.len()
    );
    assert_eq!(to.run("return document.querySelector('video')").await?, serde_json::Value::Null);
    from.taps("Máy kia đã nhận xong").await?;
    from.reads("Đã gửi. Sổ đã ghi lần gửi này").await?;
    from.until("the codes to be gone", "!document.querySelector('#kn-codes canvas')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn setup_work_and_receipt_go_from_screen_to_camera_with_a_fifth_of_the_codes_lost() -> Result<(), Failure> {
    let server = serve()?;
    let (office_profile, phone_profile, folder) = (tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?);
    let [office_eye, phone_eye] = ["office.y4m", "phone.y4m"].map(|name| folder.path().join(name));
    let [office_switches, phone_switches] = [camera(&office_eye), camera(&phone_eye)];
    let switches: Vec<&str> = office_switches.iter().map(String::as_str).collect();
    let office =
        machine(office_profile.path(), &server.address(), LAPTOP, &switches, ["Đảng ủy", "Đảng ủy xã Mẫu"]).await?;
    let switches: Vec<&str> = phone_switches.iter().map(String::as_str).collect();
    let phone =
        machine(phone_profile.path(), &server.address(), PHONE, &switches, ["Chi bộ", "Chi bộ bản Mẫu số 7"]).await?;

    // A hundred cells with a target each, from a list, as an office has them; read while there is a network.
    let list = folder.path().join("chi-bo.csv");
    let cells = (1..=100).map(|cell| format!("Chi bộ bản Mẫu số {cell};Chi bộ thôn, bản;Đảng ủy xã Mẫu\n"));
    let targets = (1..=100).map(|cell| format!("Chi bộ bản Mẫu số {cell};Kết nạp đảng viên;01/01/2026;31/12/2026;2\n"));
    let text = format!(
        "Tên tổ chức;Loại tổ chức;Trực thuộc\n{}\nTổ chức;Chỉ tiêu;Từ ngày;Đến ngày;Mức giao\n{}",
        cells.collect::<String>(),
        targets.collect::<String>()
    );
    std::fs::write(&list, text)?;
    office.goes("#/lists").await?;
    office.chooses_file("Chọn tệp", &list).await?;
    office.taps("Lấy 200 dòng vào sổ").await?;
    office.reads("Đã ghi vào sổ").await?;
    drop(server);

    let sends = async |page: &Browser, button: &str, says: &str| -> Result<(), Failure> {
        page.goes("#/").await?;
        page.goes("#/lists").await?;
        page.taps(button).await?;
        page.reads(says).await
    };
    sends(&office, "Lập tệp gửi mọi chi bộ", "Đảng ủy xã Mẫu gửi mọi chi bộ, tệp số 1").await?;
    shown(&office, &phone, &phone_eye, "Đảng ủy xã Mẫu gửi mọi chi bộ, tệp số 1").await?;
    phone.taps("Đúng là một, gộp lại").await?;
    phone.taps("Nhận 201 mục vào sổ").await?;
    phone.reads("Đã nhận vào sổ").await?;

    phone.goes("#/candidates").await?;
    phone.taps("Thêm quần chúng").await?;
    phone.types("name", "Lò Thị Mẫu").await?;
    phone.part("admission").await?;
    phone.types("ceremony", "19/5/2026").await?;
    phone.until("kept", "/^đã (lưu|ghi)/.test(document.querySelector('.keeping').textContent)").await?;
    sends(&phone, "Lập tệp gửi cấp trên", "Không có lý lịch").await?;
    shown(&phone, &office, &office_eye, "Quần chúng: Lò Thị Mẫu").await?;
    office.taps("Nhận 1 mục vào sổ").await?;
    office.reads("Đã nhận vào sổ").await?;
    office.goes("#/progress").await?;
    office.taps("Tổng hợp").await?;
    office.reads("99 nơi chưa có số liệu riêng").await?;

    sends(&office, "Lập tệp gửi mọi chi bộ", "tệp số 2").await?;
    shown(&office, &phone, &phone_eye, "Đảng ủy xã Mẫu gửi mọi chi bộ, tệp số 2").await?;
    phone.taps("Ghi nhận tệp").await?;
    sends(&phone, "Lập tệp gửi cấp trên", "phần cấp trên chưa xác nhận").await?;
    office.close().await?;
    phone.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_before_the_camera_is_a_candidate_with_three_taps_and_no_letter() -> Result<(), Failure> {
    let server = serve()?;
    let (profile, folder) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let eye = folder.path().join("card.y4m");
    let mut chance = Xoshiro256StarStar::seed_from_u64(6);
    let mut seen = Vec::new();
    for text in [
        "00020101021238570010A000000727012700069704360113068804123456702",
        "011096000123|040123456|Vàng A Thử|05031996|Nam|Bản Mẫu 1, Xã Thử, Điện Biên|22062022",
    ] {
        let picture = picture(&code(text)?, &mut chance);
        seen.extend(std::iter::repeat_n(picture, 8));
    }
    film(&eye, &seen, 120)?;
    let switches = camera(&eye);
    let switches: Vec<&str> = switches.iter().map(String::as_str).collect();
    let page = machine(profile.path(), &server.address(), PHONE, &switches, ["Chi bộ", "Chi bộ bản Mẫu"]).await?;
    drop(server);
    page.goes("#/candidates").await?;
    // A bank's code is passed over.
    page.run("new MutationObserver(() => { window.knSaid = (window.knSaid || '') + document.body.innerText; }).observe(document.body, { childList: true, subtree: true, characterData: true })").await?;
    let start = Instant::now();
    page.taps("Quét thẻ căn cước").await?;
    page.reads("Ngày sinh: 05/03/1996").await?;
    println!("a card was read in {:.1} s after the tap, a bank's code before it", start.elapsed().as_secs_f32());
    page.until("word of the other code", "window.knSaid.includes('Mã này không phải thẻ căn cước')").await?;
    page.taps("Lấy 1 dòng vào sổ").await?;
    page.goes("#/candidates").await?;
    page.reads("Vàng A Thử").await?;
    assert_eq!(page.run("return document.querySelector('video')").await?, serde_json::Value::Null);

    // The same from a photograph, and one without a card.
    let photo = folder.path().join("the.bmp");
    let text = "014198000456||Lò Thị Mẫu|01021998|Nữ|Bản Thử, Sơn La|10072021||||";
    photograph(&photo, &picture(&code(text)?, &mut chance))?;
    page.goes("#/lists").await?;
    page.chooses_file("Chọn tệp", &photo).await?;
    page.taps("Lấy 1 dòng vào sổ").await?;
    page.reads("Đã ghi vào sổ").await?;
    let photo = folder.path().join("phong-canh.bmp");
    photograph(&photo, &vec![120; SEEN.0 * SEEN.1])?;
    page.goes("#/").await?;
    page.goes("#/lists").await?;
    page.chooses_file("Chọn tệp", &photo).await?;
    page.reads("Không thấy mã nào đọc được trong ảnh").await?;
    page.goes("#/candidates").await?;
    page.reads("Lò Thị Mẫu").await?;
    page.close().await
}

/// A reader of cards that types like a keyboard: the box in which it typed stays as it was, and the record takes the card.
#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_is_typed_or_pasted_into_a_box_is_read() -> Result<(), Failure> {
    let server = serve()?;
    let profile = tempfile::tempdir()?;
    let page = machine(profile.path(), &server.address(), LAPTOP, &[], ["Chi bộ", "Chi bộ bản Mẫu"]).await?;
    drop(server);
    page.goes("#/candidates/new").await?;
    page.types("name", "A Thử").await?;
    // A person takes longer from one thing to the next than a scanner.
    page.run("document.getElementById('f-name').focus(); return new Promise((done) => { setTimeout(done, 400); })")
        .await?;
    let card = "011096000123|040123456|Vàng A Thử|05031996|Nam|Bản Mẫu 1, Xã Thử, Điện Biên|22062022\n";
    page.client.active_element().await?.send_keys(card).await?;
    page.reads("mã đã quét").await?;
    page.reads("Ngày sinh: 05/03/1996").await?;
    page.reads("A Thử").await?;
    page.taps("Đúng là người này").await?;
    page.taps("Lấy 1 dòng vào sổ").await?;
    page.goes("#/candidates").await?;
    page.reads("A Thử").await?;
    let people = page.run("return document.querySelectorAll('.list > li').length").await?;
    assert_eq!(people, 1);

    // Pasted into the box of the search: somebody else.
    page.run(
        "const box = document.getElementById('search'); box.focus(); \
         box.value = '014198000456||Lò Thị Mẫu|01021998|Nữ|Bản Thử, Sơn La|10072021'; \
         box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))",
    )
    .await?;
    page.reads("Ngày sinh: 01/02/1998").await?;
    page.taps("Lấy 1 dòng vào sổ").await?;
    page.goes("#/candidates").await?;
    page.reads("Lò Thị Mẫu").await?;
    assert_eq!(page.run("return document.getElementById('search').value").await?, "");
    page.close().await
}

/// A sheet of paper carries the way to its page; cameras with a light and a zoom have buttons for them.
#[tokio::test(flavor = "multi_thread")]
async fn the_code_on_a_sheet_of_paper_opens_its_page() -> Result<(), Failure> {
    let server = serve()?;
    let (profile, folder) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let eye = folder.path().join("sheet.y4m");
    let mut chance = Xoshiro256StarStar::seed_from_u64(7);
    film(&eye, &[vec![120; SEEN.0 * SEEN.1]], 120)?;
    let switches = camera(&eye);
    let switches: Vec<&str> = switches.iter().map(String::as_str).collect();
    let page = machine(profile.path(), &server.address(), PHONE, &switches, ["Chi bộ", "Chi bộ bản Mẫu"]).await?;
    drop(server);
    page.goes("#/candidates").await?;
    page.taps("Nhập thành bảng").await?;
    page.taps("In phiếu ghi quần chúng ưu tú").await?;
    page.until("the code", "(document.getElementById('kn-sheet-code') || {}).width > 30 && document.getElementById('kn-sheet-code').width !== 300").await?;
    let here = page.run("return location.href").await?;
    let shown = page
        .run(
            "const canvas = document.getElementById('kn-sheet-code'); \
             const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); \
             let row = ''; for (let at = 0; at < data.length; at += 4) row += data[at] < 128 ? 1 : 0; return row",
        )
        .await?;
    let seen = picture(shown.as_str().unwrap_or_default(), &mut chance);
    let found = rxing::helpers::detect_in_luma(seen.clone(), 640, 480, Some(rxing::BarcodeFormat::QR_CODE));
    assert_eq!(serde_json::json!(found.map_err(|error| error.to_string())?.getText()), here);

    // Such a camera is not to be had here: what it would do is written down.
    page.run(
        "window.knMeans = []; MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true, zoom: { min: 1, max: 2.5 } }); \
         MediaStreamTrack.prototype.applyConstraints = (means) => { window.knMeans.push(means.advanced[0]); return Promise.resolve(); };",
    )
    .await?;
    page.goes("#/candidates").await?;
    page.taps("Quét thẻ căn cước").await?;
    for words in ["Đèn", "Phóng to", "Phóng to", "Đèn"] {
        page.until(words, "document.querySelectorAll('#kn-camera button').length === 2").await?;
        page.taps(words).await?;
    }
    assert_eq!(
        page.run("return window.knMeans").await?,
        serde_json::json!([{ "torch": true }, { "zoom": 2 }, { "zoom": 1 }, { "torch": false }])
    );
    page.taps("Thôi, không quét nữa").await?;
    film(&eye, &vec![seen; 8], 120)?;
    page.goes("#/candidates").await?;
    page.taps("Quét thẻ căn cước").await?;
    page.reads("Phiếu ghi quần chúng ưu tú: Chi bộ bản Mẫu").await?;
    page.taps("Nhập phiếu đã ghi").await?;
    page.sees("#f-name-1").await?;
    assert_eq!(page.run("return document.querySelector('video')").await?, serde_json::Value::Null);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_camera_the_page_says_so_and_a_message_can_be_pasted() -> Result<(), Failure> {
    let server = serve()?;
    let profile = tempfile::tempdir()?;
    let switches = ["--deny-permission-prompts"];
    let page = machine(profile.path(), &server.address(), PHONE, &switches, ["Chi bộ", "Chi bộ bản Mẫu"]).await?;
    drop(server);
    page.goes("#/lists").await?;
    page.taps("Nhận bằng máy ảnh").await?;
    page.until(
        "why there is no camera",
        "/Không mở được máy ảnh|chưa được phép dùng máy ảnh/.test(document.body.innerText)",
    )
    .await?;
    page.taps("Thôi, không quét nữa").await?;

    // What a cell sends goes as letters in a message, and comes back as such.
    page.taps("Lập tệp gửi cấp trên").await?;
    page.reads("Trong tệp có").await?;
    page.run("window.knText = new Promise((resolve) => { navigator.clipboard.writeText = (text) => { resolve(text); window.knCopied = text; return Promise.resolve(); }; })").await?;
    page.taps("Gửi bằng tin nhắn chữ").await?;
    page.taps("Chép thành chữ").await?;
    page.until("the copy", "window.knCopied").await?;
    page.taps("Đã dán vào tin nhắn và gửi").await?;
    page.reads("Đã gửi. Sổ đã ghi lần gửi này").await?;
    page.taps("Dán đoạn nhận được").await?;
    page.run(
        "const box = document.getElementById('kn-pasted'); \
         box.value = 'Em gửi anh:\\n' + window.knCopied.replace(/(.{60})/g, '$1\\n');",
    )
    .await?;
    page.taps("Đọc đoạn này").await?;
    page.reads("đoạn đã dán: Chi bộ bản Mẫu, tệp số 1").await?;
    page.taps("Bỏ, không lấy vào sổ").await?;

    // A message about somebody becomes a record once it was looked at; what was guessed or not understood is seen.
    page.taps("Dán đoạn nhận được").await?;
    page.run(
        "document.getElementById('kn-pasted').value = 'Vàng A Thử, 5/3/96, dt Mông, bản Nậm Thử 3, trưởng bản, sđt 0912 345 678'",
    )
    .await?;
    page.taps("Đọc đoạn này").await?;
    page.reads("Ngày sinh: 05/03/1996 (đoán: xem lại)").await?;
    page.reads("Chưa hiểu, không lấy vào sổ: trưởng bản").await?;
    page.taps("Lấy 1 dòng vào sổ").await?;
    page.goes("#/candidates").await?;
    page.reads("Vàng A Thử").await?;
    page.close().await
}
