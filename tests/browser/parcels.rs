//! Two machines without a network: the commune's setup goes to a cell's phone, work comes back, is looked at and taken in, the
//! receipt goes home. `cargo xtask test --only browser` runs it.

use std::path::{Path, PathBuf};

use browser_tests::{Browser, Failure, LAPTOP, PHONE, Size, file_in, serve};
use fantoccini::Locator;

/// A machine with a browser that has the program, and the folder into which it saves.
struct Machine {
    page: Browser,
    folder: tempfile::TempDir,
    _profile: tempfile::TempDir,
}

impl Machine {
    async fn new(address: &str, size: Size, role: &str, name: &str) -> Result<Machine, Failure> {
        let (profile, folder) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let page = Browser::start(profile.path(), size).await?;
        page.prepares("window.showSaveFilePicker = undefined").await?;
        page.downloads_into(folder.path()).await?;
        page.open(address).await?;
        page.taps(role).await?;
        page.types("name", name).await?;
        page.is_offline_ready().await?;
        if role == "Đảng ủy" {
            // What reads lists is fetched with the first of them, and kept. What sends and receives is in every machine.
            let list = folder.path().join("trong.csv");
            std::fs::write(&list, "Họ và tên;Ngày sinh;Chi bộ\n")?;
            page.goes("#/lists").await?;
            page.chooses_file("Chọn tệp", &list).await?;
            page.reads("không có dòng nào").await?;
            page.taps("Bỏ, không lấy vào sổ").await?;
            page.keeps("ket-nap-reader-").await?;
            std::fs::remove_file(&list)?;
        }
        page.keeps("ket-nap-courier-").await?;
        Ok(Machine { page, folder, _profile: profile })
    }

    /// Makes a file, looks at what is in it, and saves it.
    async fn sends(&self, button: &str, says: &str) -> Result<PathBuf, Failure> {
        self.page.goes("#/").await?;
        self.page.goes("#/lists").await?;
        self.page.taps(button).await?;
        self.page.reads(says).await?;
        self.page.taps("Lưu tệp để gửi").await?;
        file_in(self.folder.path()).await
    }

    /// The same, sealed by a passphrase.
    async fn sends_sealed(&self, button: &str, words: &str) -> Result<PathBuf, Failure> {
        self.page.goes("#/").await?;
        self.page.goes("#/lists").await?;
        self.page.taps(button).await?;
        self.page.taps("Đặt mật khẩu trước khi gửi").await?;
        says(&self.page, "secret-new", words).await?;
        says(&self.page, "secret-again", words).await?;
        self.page.taps("Niêm phong tệp này").await?;
        self.page.reads("Tệp đã niêm phong bằng mật khẩu").await?;
        self.page.taps("Lưu tệp để gửi").await?;
        file_in(self.folder.path()).await
    }

    /// Opens a file and looks at what it would alter.
    async fn opens(&self, file: &Path, says: &str) -> Result<(), Failure> {
        self.page.goes("#/").await?;
        self.page.goes("#/lists").await?;
        self.page.chooses_file("Chọn tệp", file).await?;
        self.page.reads(says).await
    }
}

/// Types into a box for a secret.
async fn says(page: &Browser, id: &str, words: &str) -> Result<(), Failure> {
    let secret = page.client.wait().for_element(Locator::Id(id)).await?;
    secret.clear().await?;
    secret.send_keys(words).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn setup_goes_out_work_comes_back_and_a_receipt_goes_home_without_a_network() -> Result<(), Failure> {
    let server = serve()?;
    let office = Machine::new(&server.address(), LAPTOP, "Đảng ủy", "Đảng ủy xã Mẫu").await?;
    let phone = Machine::new(&server.address(), PHONE, "Chi bộ", "Chi bộ bản Mẫu").await?;
    let address = server.address();
    drop(server);
    let on_the_way = tempfile::tempdir()?;
    let carry = |file: &Path, name: &str| -> Result<PathBuf, Failure> {
        let there = on_the_way.path().join(name);
        std::fs::rename(file, &there)?;
        Ok(there)
    };

    // The office enters its cell and the target, and hands them out.
    let lists = on_the_way.path().join("chi-bo.csv");
    std::fs::write(
        &lists,
        "Tên tổ chức;Loại tổ chức;Trực thuộc\nChi bộ bản Mẫu;Chi bộ thôn, bản;Đảng ủy xã Mẫu\n\n\
         Tổ chức;Chỉ tiêu;Từ ngày;Đến ngày;Mức giao\nChi bộ bản Mẫu;Kết nạp đảng viên;01/01/2026;31/12/2026;2\n",
    )?;
    office.opens(&lists, "Lấy 2 dòng vào sổ").await?;
    office.page.taps("Lấy 2 dòng vào sổ").await?;
    office.page.reads("Đã ghi vào sổ").await?;
    let setup = office.sends("Lập tệp gửi mọi chi bộ", "Đảng ủy xã Mẫu gửi mọi chi bộ, tệp số 1").await?;

    // The phone had begun with a cell of that name.
    let setup = carry(&setup, "gui (1).json.txt")?;
    phone.opens(&setup, "sổ này đã có một tổ chức cùng tên").await?;
    phone.page.taps("Đúng là một, gộp lại").await?;
    phone.page.taps("Nhận 3 mục vào sổ").await?;
    phone.page.reads("Đã nhận vào sổ").await?;
    phone.page.goes("#/candidates").await?;
    phone.page.taps("Thêm quần chúng").await?;
    phone.page.types("name", "Lò Thị Mẫu").await?;
    phone.page.part("admission").await?;
    phone.page.types("ceremony", "19/5/2026").await?;
    phone.page.until("kept", "/^đã (lưu|ghi)/.test(document.querySelector('.keeping').textContent)").await?;
    let work = phone.sends("Lập tệp gửi cấp trên", "Không có lý lịch").await?;
    let name = work.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    assert!(name.starts_with("ket-nap-gui-chi-bo-ban-mau-1-"), "{name}");
    let text = std::fs::read_to_string(&work)?;

    // The office looks at it first: a file that was cut, then the whole one, then the same once more.
    let work = carry(&work, "work.txt")?;
    let cut = on_the_way.path().join("cut.txt");
    std::fs::write(&cut, &text[..text.len() / 2])?;
    office.opens(&cut, "bị thiếu khi chuyển").await?;
    office.page.taps("Bỏ, không lấy vào sổ").await?;
    // The same sealed by a passphrase that was said on the telephone. Its text is kept nowhere.
    let sealed = phone.sends_sealed("Lập tệp gửi cấp trên", "mưa trên bản").await?;
    let sealed = carry(&sealed, "sealed.txt")?;
    let letters = std::fs::read_to_string(&sealed)?;
    assert!(letters.starts_with("-----BEGIN AGE ENCRYPTED FILE-----") && !letters.contains("ket-nap"), "{letters}");
    office.opens(&sealed, "Tệp này được niêm phong").await?;
    says(&office.page, "secret", "mưa trên").await?;
    office.page.taps("Mở tệp này").await?;
    office.page.reads("Mật khẩu của tệp không đúng").await?;
    says(&office.page, "secret", "MUA TREN BAN").await?;
    office.page.taps("Mở tệp này").await?;
    office.page.reads("Quần chúng: Lò Thị Mẫu").await?;
    assert_eq!(
        office
            .page
            .waits_for("caches.keys().then((names) => done(names.filter((name) => name.includes('waiting')).length))")
            .await?,
        0
    );
    office.page.taps("Bỏ, không lấy vào sổ").await?;
    office.opens(&work, "Quần chúng: Lò Thị Mẫu").await?;
    // What was not decided on waits when the page is opened again.
    office.page.open(&address).await?;
    office.page.goes("#/lists").await?;
    office.page.taps("Xem tiếp").await?;
    office.page.reads("Quần chúng: Lò Thị Mẫu").await?;
    office.page.reads("gửi lần đầu").await?;
    office.page.taps("Nhận 1 mục vào sổ").await?;
    office.page.reads("Đã nhận vào sổ").await?;
    office.page.goes("#/candidates").await?;
    office.page.reads("Lò Thị Mẫu").await?;
    // What the cell has done shows at its target: one of two.
    office.page.goes("#/progress").await?;
    office.page.reads("1 / 2").await?;
    office.opens(&work, "sổ đã có đủ những gì trong tệp này").await?;
    office.page.taps("Bỏ, không lấy vào sổ").await?;
    office.page.reads("đã nhận tệp số 1").await?;

    // Another program may hand the same over; some bring nothing, which is said.
    office.page.shares("cong-viec.txt", &text).await?;
    office.page.reads("cong-viec.txt: Chi bộ bản Mẫu").await?;
    office.page.taps("Bỏ, không lấy vào sổ").await?;
    office.page.shares("", "").await?;
    office.page.reads("không có tệp nào đến").await?;
    office.page.taps("Bỏ, không lấy vào sổ").await?;

    // With the receipt the phone sends only what is new.
    let back = carry(&office.sends("Lập tệp gửi", "Đảng ủy xã Mẫu gửi Chi bộ bản Mẫu").await?, "back.txt")?;
    phone.opens(&back, "Đảng ủy xã Mẫu gửi Chi bộ bản Mẫu, tệp số 2").await?;
    phone.page.taps("Ghi nhận tệp").await?;
    let rest = phone.sends("Lập tệp gửi cấp trên", "phần cấp trên chưa xác nhận").await?;
    let rest = std::fs::read_to_string(rest)?;
    assert!(rest.len() < text.len() && !rest.contains("L\\u00f2"), "{} of {} bytes", rest.len(), text.len());
    office.page.close().await?;
    phone.page.close().await
}
