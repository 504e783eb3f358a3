//! The lock: passphrase, code on paper, a locked page.

use crate::store::age;
use crate::store::vault::header::Shut;
use crate::store::vault::key::{SHORTEST, Weakness};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $text:literal;)+) => {$($(#[$doc])* pub const $name: &str = $text;)+};
}

words! {
    /// Heading of a locked page.
    LOCKED "Sổ đang khóa";
    /// What a locked page says.
    LOCKED_ABOUT "Gõ mật khẩu để mở. Không có mật khẩu thì không ai đọc được sổ trong máy này.";
    /// Label of the box.
    PASSPHRASE "Mật khẩu, hoặc mã khôi phục trên giấy";
    /// Help of the box.
    PASSPHRASE_ABOUT "Không phân biệt chữ hoa, chữ thường, có dấu hay không dấu.";
    /// Button that opens the vault.
    UNLOCK "Mở khóa";
    /// The vault is being opened.
    WORKING "Đang kiểm tra mật khẩu… Mất chừng một giây.";
    /// Shows what is typed.
    SHOW "Hiện chữ đang gõ";
    /// Hides it.
    HIDE "Che chữ đang gõ";
    /// Heading of what to do without the passphrase.
    FORGOTTEN "Quên mật khẩu?";
    /// What to do without the passphrase.
    FORGOTTEN_ABOUT "Gõ mã khôi phục đã chép ra giấy vào ô trên. Không còn cả hai thì không cách nào mở được nữa: chỉ có thể xóa sạch máy này, rồi mở tệp sao lưu (nếu có).";
    /// Heading of the section about the vault.
    VAULT "Khóa bằng mật khẩu";
    /// What it does.
    VAULT_ABOUT "Nên bật khi máy có người khác dùng chung. Mọi hồ sơ trong trình duyệt này được niêm phong; mở trang phải gõ mật khẩu. Tự khóa sau 10 phút không dùng.";
    /// What it does not do.
    VAULT_LIMITS "Quên mật khẩu và mất mã khôi phục là mất sổ. Khóa này không khóa tệp sao lưu và tệp gửi đi: tệp có mật khẩu riêng.";
    /// Label of a new passphrase.
    NEW "Mật khẩu mới";
    /// Help of a new passphrase.
    NEW_ABOUT "Ít nhất 8 chữ. Ba, bốn từ dễ nhớ với mình mà người khác không đoán ra thì tốt hơn một số điện thoại.";
    /// Label of the same again.
    AGAIN "Gõ lại mật khẩu mới";
    /// Label of the present passphrase.
    CURRENT "Mật khẩu đang dùng";
    /// Button that turns the vault on.
    TURN_ON "Bật khóa";
    /// The vault is on.
    IS_ON "Sổ đang được khóa bằng mật khẩu.";
    /// Some texts are not sealed.
    LEFT "Còn phần chưa niêm phong được vì trình duyệt hết chỗ. Hãy xóa bớt ảnh, video rồi mở lại trang.";
    /// Button that locks the page.
    LOCK "Khóa ngay";
    /// Heading of changes.
    CHANGES "Đổi mật khẩu, mã khôi phục, tắt khóa";
    /// Button that changes the passphrase.
    CHANGE "Đổi mật khẩu";
    /// Button that makes a new code.
    NEW_CODE "Làm mã khôi phục mới";
    /// Button that turns the vault off.
    TURN_OFF "Tắt khóa";
    /// What the changes ask for.
    CHANGES_ABOUT "Gõ mật khẩu đang dùng, rồi chọn việc. Mã khôi phục mới làm mã cũ hết hiệu lực. Tắt khóa thì mở sổ không phải gõ mật khẩu nữa.";
    /// Heading of the code.
    CODE "Mã khôi phục";
    /// What the code is for.
    CODE_ABOUT "Chép hoặc in mã này ra giấy, cất cùng hồ sơ chi bộ, không để trong máy. Quên mật khẩu thì gõ mã này để mở sổ. Mã chỉ hiện một lần.";
    /// Button that prints it.
    PRINT "In ra giấy";
    /// Button that goes on.
    WRITTEN "Đã chép ra giấy";
    /// The vault was turned on.
    TURNED_ON "Đã bật khóa. Từ nay mở trang phải gõ mật khẩu.";
    /// The vault was turned off.
    TURNED_OFF "Đã tắt khóa. Sổ trong trình duyệt này không còn niêm phong.";
    /// The passphrase was changed.
    CHANGED "Đã đổi mật khẩu.";
    /// The new passphrase was typed otherwise the second time.
    UNLIKE "Hai lần gõ mật khẩu mới không giống nhau.";
    /// Not everything is written.
    UNWRITTEN "Còn điều vừa nhập chưa ghi được vào máy. Hãy lưu ra tệp trước đã.";
    /// Heading above a file and its passphrase.
    SEALED_FILE "Tệp có mật khẩu";
    /// Button that begins to seal a backup.
    SEAL "Lưu tệp có mật khẩu";
    /// What sealing a backup does.
    SEAL_ABOUT "Tệp được niêm phong: ai nhặt được cũng không đọc được nếu không biết mật khẩu. Quên mật khẩu này thì tệp không mở được nữa, kể cả trên máy này; mã khôi phục trên giấy không mở được tệp.";
    /// Button that seals and saves.
    SEAL_BACKUP "Niêm phong và lưu";
    /// Button that begins to seal a parcel.
    SEAL_FIRST "Đặt mật khẩu trước khi gửi";
    /// What sealing a parcel does.
    SEAL_PARCEL_ABOUT "Nơi nhận phải biết mật khẩu này: gọi điện báo, đừng nhắn cùng chỗ với tệp. Bên ngoài tệp không ghi tên chi bộ, tên người.";
    /// Button that seals it.
    SEAL_PARCEL "Niêm phong tệp này";
    /// It is sealed.
    PARCEL_SEALED "Tệp đã niêm phong bằng mật khẩu.";
    /// A sealed file among others.
    SEALED_ALONE "tệp có mật khẩu. Mở riêng từng tệp: bấm Mở tệp, chọn một tệp, rồi gõ mật khẩu";
    /// Label of a passphrase of a file.
    FILE_PASSPHRASE "Mật khẩu của tệp";
    /// Label of the same again.
    FILE_AGAIN "Gõ lại mật khẩu của tệp";
    /// Gives it up.
    SEAL_NOT "Thôi, không đặt mật khẩu";
    /// What to do with a sealed file.
    OPEN_ABOUT "Tệp này được niêm phong. Gõ mật khẩu mà nơi lập tệp đã đặt.";
    /// Button that opens it.
    OPEN_FILE "Mở tệp này";
    /// Gives it up.
    LEAVE_CLOSED "Thôi, không mở";
    /// Offers the vault among the first steps.
    OFFER "Đặt mật khẩu mở sổ (máy dùng chung)";
}

/// Why a passphrase is weak.
pub fn weak(why: Weakness) -> String {
    match why {
        Weakness::Short => format!("Mật khẩu ngắn quá: cần ít nhất {SHORTEST} chữ."),
        Weakness::Figures => "Chỉ có chữ số thì dễ đoán (số điện thoại, ngày sinh). Hãy thêm chữ.".to_owned(),
        Weakness::Repeated => "Chữ lặp lại thì dễ đoán. Hãy dùng mấy từ khác nhau.".to_owned(),
    }
}

/// Why the vault stays shut.
pub const fn shut(why: Shut) -> &'static str {
    match why {
        Shut::Wrong => "Mật khẩu không đúng. Hãy bấm “Hiện chữ đang gõ” để xem lại.",
        Shut::NoMemory => "Máy không đủ bộ nhớ để kiểm tra mật khẩu. Hãy đóng bớt ứng dụng rồi thử lại.",
        Shut::NoHeader => {
            "Phần mở khóa của sổ bị hỏng hoặc do bản mới hơn ghi. Hãy cập nhật chương trình; nếu vẫn vậy, lưu mọi thứ ra tệp cứu hộ."
        }
        Shut::NoRandom => "Trình duyệt này không tạo được số ngẫu nhiên an toàn, nên không bật khóa.",
        Shut::NotKept => {
            "Trình duyệt không ghi được phần mở khóa, nên chưa đổi gì. Hãy xóa bớt ảnh, video rồi thử lại."
        }
    }
}

/// Why a sealed file stays shut, or none was made.
pub const fn file_shut(why: age::Shut) -> &'static str {
    match why {
        age::Shut::Wrong => "Mật khẩu của tệp không đúng. Hãy bấm “Hiện chữ đang gõ” để xem lại.",
        age::Shut::NoMemory => {
            "Máy không đủ bộ nhớ cho mật khẩu của tệp này. Hãy đóng bớt ứng dụng, hoặc mở ở máy khác."
        }
        age::Shut::ForKey => {
            "Tệp này khóa riêng cho một người nhận, không phải bằng mật khẩu. Xin nơi gửi lập lại, đặt mật khẩu."
        }
        age::Shut::Damaged => "Tệp hỏng, bị sửa hoặc bị thiếu khi chuyển. Hãy xin gửi lại; sổ chưa thay đổi gì.",
        age::Shut::NoRandom => "Trình duyệt này không tạo được số ngẫu nhiên an toàn, nên không niêm phong tệp.",
    }
}
