//! Words about ways for a file from one machine to another: shared, copied, or as codes from a screen to a camera.

use crate::text::vi::numbers;

/// Looks for codes through the camera.
pub const LOOK: &str = "Nhận bằng máy ảnh";
/// What a file is called that the camera has brought.
pub const LOOKED: &str = "mã đã quét";
/// Turns on the light beside the camera.
pub const LIGHT: &str = "Đèn";
/// Comes nearer to a small code.
pub const NEARER: &str = "Phóng to";
/// What to do while the camera looks.
pub const LOOK_ABOUT: &str = "Hướng máy ảnh cho mã nằm gọn trong khung: mã trên máy kia (bấm “Hiện mã để quét” ở máy đó), mã trên thẻ căn cước, hoặc mã ở góc phiếu giấy. Không cần mạng, không giữ lại hình nào.";
/// A code of something else.
pub const STRANGE: &str = "Mã này không phải thẻ căn cước, cũng không phải của Kết Nạp.";
/// A picture without a code that can be read.
pub const NO_CODE: &str =
    "Không thấy mã nào đọc được trong ảnh. Chụp gần hơn, thẳng, đủ sáng, cho mã chiếm phần lớn ảnh rồi thử lại.";
/// Looks for a citizen card.
pub const LOOK_FOR_CARD: &str = "Quét thẻ căn cước";
/// Ends looking.
pub const LOOK_NO_MORE: &str = "Thôi, không quét nữa";
/// Tries once more.
pub const LOOK_AGAIN: &str = "Thử lại";
/// There is no camera.
pub const CAMERA_ABSENT: &str =
    "Không mở được máy ảnh: máy không có, hoặc trình duyệt này không cho trang dùng. Hãy nhận bằng tệp.";
/// The camera is not allowed.
pub const CAMERA_REFUSED: &str = "Trình duyệt chưa được phép dùng máy ảnh. Hãy bấm vào biểu tượng cạnh địa chỉ trang (hoặc Cài đặt của máy, mục Quyền), cho phép Máy ảnh rồi thử lại.";
/// Another program has the camera.
pub const CAMERA_TAKEN: &str = "Máy ảnh đang do chương trình khác dùng. Hãy đóng chương trình đó rồi thử lại.";
/// Shows a parcel as codes.
pub const SHOW: &str = "Hiện mã để quét";
/// The codes are being prepared.
pub const PREPARING: &str = "Đang chuẩn bị mã…";
/// A parcel that is too long for codes.
pub const TOO_LONG: &str = "Tệp này quá dài để quét bằng mã. Hãy gửi bằng tệp: Zalo, Bluetooth hoặc USB.";
/// What to do while codes are shown.
pub const SHOW_ABOUT: &str = "Trên máy kia mở “Danh sách, gửi và nhận tệp”, bấm “Nhận bằng máy ảnh”. Để sáng màn hình, giữ hai máy cách nhau chừng một gang tay; sót mã nào cũng không sao.";
/// The other side has it.
pub const RECEIVED: &str = "Máy kia đã nhận xong";
/// Fewer modules.
pub const SPARSER: &str = "Hiện mã thưa hơn, chậm hơn (khi máy kia khó đọc)";
/// More of them.
pub const DENSER: &str = "Hiện mã dày hơn, nhanh hơn";
/// Takes codes off the screen.
pub const HIDE: &str = "Tắt mã";
/// Hands the file to another program.
pub const SHARE: &str = "Gửi qua Zalo, Bluetooth…";
/// Other ways.
pub const OTHER_WAYS: &str = "Gửi bằng tin nhắn chữ";
/// About copying.
pub const COPY_ABOUT: &str = "Dùng khi không gửi được tệp. Chép rồi dán nguyên vẹn vào tin nhắn; máy kia chép lại cả đoạn, dán vào ô “Dán đoạn nhận được”. Ai đọc được tin nhắn cũng mở được.";
/// Copies.
pub const COPY: &str = "Chép thành chữ";
/// The message has gone.
pub const MESSAGE_SENT: &str = "Đã dán vào tin nhắn và gửi";
/// The box for what came in a message.
pub const PASTE: &str = "Dán đoạn nhận được";
/// About it.
pub const PASTE_ABOUT: &str = "Đoạn chữ nơi khác gửi, tin nhắn về quần chúng (như: Vàng A Thử, sn 5/3/1996, dt Mông, bản Nậm Thử; mỗi người một dòng), hoặc các dòng chép từ bảng tính.";
/// Reads what was pasted.
pub const PASTE_READ: &str = "Đọc đoạn này";
/// What a pasted text is called.
pub const PASTED: &str = "đoạn đã dán";

/// How many codes are needed, and how long that takes when each stands for so many milliseconds.
pub fn codes(number: u64, stands: u64) -> String {
    match number {
        1 => "Một mã là đủ.".to_owned(),
        _ => {
            let seconds = (number * stands).div_ceil(1_000);
            format!("Cần {} mã, chừng {} giây nếu máy kia đọc kịp.", numbers::count(number), numbers::count(seconds))
        }
    }
}

/// How much of a text the camera has brought.
pub fn heard(part: u64) -> String {
    match part {
        0 => "Chưa thấy mã nào…".to_owned(),
        _ => format!("Đã nhận {part}%. Giữ yên máy."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_codes_and_seconds() {
        assert_eq!(codes(1, 220), "Một mã là đủ.");
        assert_eq!(codes(20, 220), "Cần 20 mã, chừng 5 giây nếu máy kia đọc kịp.");
        assert_eq!(codes(1_000, 350), "Cần 1.000 mã, chừng 350 giây nếu máy kia đọc kịp.");
        assert_eq!(heard(0), "Chưa thấy mã nào…");
        assert_eq!(heard(40), "Đã nhận 40%. Giữ yên máy.");
    }
}
