//! Two machines without a network and without files: what the commune's screen shows as codes, another program's reader reads, and
//! the phone's camera takes in, with a fifth of the codes lost. The camera is a film that the test makes of what was shown.
//! `cargo xtask test --only browser` runs it.

use std::collections::HashMap;
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

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_goes_from_a_screen_to_a_camera_with_a_fifth_of_the_codes_lost() -> Result<(), Failure> {
    let server = serve()?;
    let (office_profile, phone_profile, folder) = (tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?);
    let camera = folder.path().join("camera.y4m");
    let office = machine(office_profile.path(), &server.address(), LAPTOP, &[], ["Đảng ủy", "Đảng ủy xã Mẫu"]).await?;
    let seen = format!("--use-file-for-fake-video-capture={}", camera.display());
    let switches = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", &seen];
    let phone =
        machine(phone_profile.path(), &server.address(), PHONE, &switches, ["Chi bộ", "Chi bộ bản Mẫu số 7"]).await?;

    // Forty cells with a target each, from a list, as an office has them; read while there is a network.
    let list = folder.path().join("chi-bo.csv");
    let cells = (1..=40).map(|cell| format!("Chi bộ bản Mẫu số {cell};Chi bộ thôn, bản;Đảng ủy xã Mẫu\n"));
    let targets = (1..=40).map(|cell| format!("Chi bộ bản Mẫu số {cell};Kết nạp đảng viên;01/01/2026;31/12/2026;2\n"));
    let text = format!(
        "Tên tổ chức;Loại tổ chức;Trực thuộc\n{}\nTổ chức;Chỉ tiêu;Từ ngày;Đến ngày;Mức giao\n{}",
        cells.collect::<String>(),
        targets.collect::<String>()
    );
    std::fs::write(&list, text)?;
    office.goes("#/lists").await?;
    office.chooses_file("Chọn tệp", &list).await?;
    office.taps("Lấy 80 dòng vào sổ").await?;
    office.reads("dòng từ tệp vào sổ").await?;
    drop(server);

    office.goes("#/").await?;
    office.goes("#/lists").await?;
    office.taps("Lập tệp gửi mọi chi bộ").await?;
    office.reads("Đảng ủy xã Mẫu gửi mọi chi bộ, tệp số 1").await?;
    office.run(FILM).await?;
    office.taps("Hiện mã để quét").await?;
    office.reads("nếu máy kia đọc kịp").await?;
    let needed = office.run("return Number(/Cần (\\d+) mã/.exec(document.body.textContent)[1])").await?;
    let needed = needed.as_u64().unwrap_or_default() as usize;
    let shown = needed * 5 / 4 + 16;
    office.until("enough codes", &format!("window.knFilm.length >= {shown}")).await?;
    let shown = office.run("clearInterval(window.knFilming); return window.knFilm").await?;
    let mut chance = Xoshiro256StarStar::seed_from_u64(5);
    let codes: Vec<&str> = shown.as_array().into_iter().flatten().filter_map(|code| code.as_str()).collect();
    let came: Vec<&str> = codes.iter().copied().filter(|_| !chance.next_u32().is_multiple_of(5)).collect();

    // Another reader reads every one of them.
    let pictures: Vec<Vec<u8>> = came.iter().map(|code| picture(code, &mut chance)).collect();
    let mut read = HashMap::new();
    for seen in &pictures {
        let found = rxing::helpers::detect_in_luma(seen.clone(), 640, 480, Some(rxing::BarcodeFormat::QR_CODE));
        let found = found.map_err(|error| format!("a code of the page cannot be read: {error}"))?;
        read.insert(found.getText().to_owned(), ());
    }
    assert_eq!(read.len(), came.len());
    assert!(read.keys().all(|text| text.starts_with("KN1:")));

    // The phone sees them as fast as they were shown, five of a second, in the order in which they came.
    film(&camera, &pictures, 220)?;
    phone.goes("#/lists").await?;
    let start = Instant::now();
    phone.taps("Nhận bằng máy ảnh").await?;
    phone.reads("Đảng ủy xã Mẫu gửi mọi chi bộ, tệp số 1").await?;
    let seconds = start.elapsed().as_secs_f32();
    let size = office.run("return /Cỡ tệp: (.*)/.exec(document.body.innerText)[1]").await?;
    println!(
        "{size}: {needed} codes needed, {} came of {}: taken in {seconds:.1} s after the tap",
        came.len(),
        codes.len()
    );
    phone.reads("lần đầu nhận tệp của nơi này").await?;
    phone.taps("Đúng là một, gộp lại").await?;
    phone.taps("Nhận 81 mục vào sổ").await?;
    phone.reads("từ tệp vào sổ").await?;
    assert_eq!(phone.run("return document.querySelector('video')").await?, serde_json::Value::Null);

    office.taps("Máy kia đã nhận xong").await?;
    office.reads("Đã gửi. Sổ đã ghi lần gửi này").await?;
    office.until("the codes to be gone", "!document.querySelector('#kn-codes canvas')").await?;
    office.close().await?;
    phone.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_before_the_camera_is_a_candidate_with_two_taps_and_no_letter() -> Result<(), Failure> {
    let server = serve()?;
    let (profile, folder) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let camera = folder.path().join("card.y4m");
    let mut chance = Xoshiro256StarStar::seed_from_u64(6);
    let mut seen = Vec::new();
    for text in [
        "00020101021238570010A000000727012700069704360113068804123456702",
        "011096000123|040123456|Vàng A Thử|05031996|Nam|Bản Mẫu 1, Xã Thử, Điện Biên|22062022",
    ] {
        let modules = drawn(text).ok_or("no code")?;
        let side = modules.size + 8;
        let is_dark = |at: usize| {
            let inside = |place: usize| place.checked_sub(4).filter(|place| *place < modules.size);
            let place = inside(at / side).zip(inside(at % side));
            place.is_some_and(|(row, column)| modules.dark[row * modules.size + column])
        };
        let code: String = (0..side * side).map(|at| if is_dark(at) { '1' } else { '0' }).collect();
        let picture = picture(&code, &mut chance);
        seen.extend(std::iter::repeat_n(picture, 8));
    }
    film(&camera, &seen, 120)?;
    let film = format!("--use-file-for-fake-video-capture={}", camera.display());
    let switches = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", &film];
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
    page.close().await
}
