//! The guide: how to begin, and what to do when. What stands in “…” is what a button, a page or a message is called; `tests/wording.rs`
//! holds it to that, and makes `docs/huong-dan.md` of it.

/// Heading of the page, and the way to it.
pub const GUIDE: &str = "Hướng dẫn";
/// What it is.
pub const ABOUT: &str = "Đọc mục nào cần. In ra vừa hai trang giấy, để ở nhà văn hóa bản.";
/// Button that prints it.
pub const PRINT: &str = "In tờ hướng dẫn";
/// Link to the page that a part is about.
pub const OPEN: &str = "Mở trang này";

/// A part of the guide.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its heading.
    pub title: &'static str,
    /// What to do, each in a paragraph.
    pub steps: &'static [&'static str],
}

/// All parts, in the order in which a new user meets them.
pub const PARTS: [Part; 10] = [
    Part {
        title: "Cài vào máy",
        steps: &[
            "Chỉ lần đầu cần mạng. Vào “Cài đặt”, bấm “Cài lên màn hình chính”; từ đó mở lên là dùng, không cần mạng.",
            "Những gì ghi vào chỉ nằm trong máy này. Đang ghi mà hết pin cũng không mất: dòng chữ “đã lưu” ở đầu trang báo điều đó.",
        ],
    },
    Part {
        title: "Việc đầu tiên",
        steps: &[
            "Trang “Bắt đầu” hỏi làm việc ở đâu: bấm “Chi bộ” hoặc “Đảng ủy”.",
            "Làm lần lượt “Đặt tên cho tổ chức”, “Nhập chỉ tiêu được giao”, “Ghi quần chúng đầu tiên”. Việc nào xong có chữ “Xong”.",
            "Đảng ủy đã gửi tệp thì không phải nhập tên và chỉ tiêu: mở tệp ấy ở “Danh sách, gửi và nhận tệp”.",
        ],
    },
    Part {
        title: "Ghi một quần chúng",
        steps: &[
            "Bấm “Thêm quần chúng”, ghi họ tên, ngày sinh. Ngày gõ tắt được: 5396 là 05/03/1996.",
            "Có thẻ căn cước: “Quét thẻ căn cước”. Có tin nhắn kể về người ấy: chép rồi dán vào ô “Dán đoạn nhận được”.",
            "Ghi nhiều người một lúc: “Nhập thành bảng”. Nơi không có điện thoại thì in phiếu ghi tay.",
        ],
    },
    Part {
        title: "Theo từng bước đến kết nạp",
        steps: &[
            "Mở tên một người rồi vào “Quy trình”: mỗi bước có ngày sớm nhất, chậm nhất, giấy tờ và chỗ còn thiếu.",
            "“Việc cần làm” xếp việc quá hạn lên trước. “Đưa các hạn vào lịch của máy” thì máy tự nhắc.",
            "Chỗ trái quy định được tô đỏ, bên dưới ghi theo điều, khoản nào.",
        ],
    },
    Part {
        title: "In giấy tờ",
        steps: &[
            "Cuối trang “Quy trình”, ở mục “In giấy tờ”: in từng tờ, hoặc “In cả bộ hồ sơ kết nạp”. Chỗ chưa ghi để dòng chấm cho viết tay.",
            "Máy không nối máy in thì chọn lưu thành PDF rồi nhờ nơi khác in.",
        ],
    },
    Part {
        title: "Xem chỉ tiêu",
        steps: &[
            "Trang “Chỉ tiêu” cho biết đã đạt bao nhiêu, còn thiếu mấy người, có kịp không. Bấm vào một chỉ tiêu để xem đã tính những ai.",
            "Muốn số của một ngày khác: “Xem số liệu đến ngày khác”.",
            "Có báo cáo của nơi khác: dán vào “Đối chiếu số liệu”, chương trình cộng lại và chỉ ra chỗ không khớp.",
        ],
    },
    Part {
        title: "Gửi và nhận",
        steps: &[
            "Ở “Danh sách, gửi và nhận tệp”: bấm “Lập tệp gửi cấp trên”, rồi “Gửi qua Zalo, Bluetooth…”. Gửi hai lần cũng không sao.",
            "Không có mạng: máy này bấm “Hiện mã để quét”, máy kia bấm “Nhận bằng máy ảnh”.",
            "Nhận được tệp thì “Chọn tệp”, xem bên trong có gì, rồi mới lấy vào sổ. Lấy nhầm thì “Hoàn tác”.",
        ],
    },
    Part {
        title: "Giữ cho khỏi mất, khỏi lộ",
        steps: &[
            "Mỗi tháng một lần: “Giữ dữ liệu”, “Sao lưu ngay”, cất tệp ra thẻ nhớ hay máy khác.",
            "Máy có người dùng chung: “Khóa bằng mật khẩu”. Chép “Mã khôi phục” ra giấy, cất cùng hồ sơ chi bộ.",
            "Trước khi bán hay cho mượn máy: “Xóa sạch máy này”.",
        ],
    },
    Part {
        title: "Khi nhầm, khi hỏng",
        steps: &[
            "Ghi nhầm: “Hoàn tác việc vừa làm”. Xóa nhầm: “Mục đã xóa”, rồi “Khôi phục”. Mọi lần sửa còn trong “Nhật ký sửa đổi”.",
            "Đổi máy: “Sao lưu ngay” ở máy cũ, “Mở tệp sao lưu” ở máy mới.",
            "Trang báo lỗi thì đừng xóa dữ liệu của trình duyệt. Bấm “Lưu mọi thứ ra tệp cứu hộ” rồi hỏi cán bộ xã.",
        ],
    },
    Part {
        title: "Ở đảng ủy",
        steps: &[
            "Danh sách chi bộ, đảng viên, quần chúng trong Excel: “Danh sách, gửi và nhận tệp”, “Chọn tệp”. Cột nào chưa hiểu thì chương trình hỏi.",
            "Nhập chỉ tiêu của từng chi bộ, rồi “Lập tệp gửi mọi chi bộ”: một tệp gửi vào nhóm Zalo cho tất cả.",
            "Mở tệp của các chi bộ một lúc. “Tổng hợp” xếp nơi chậm nhất lên đầu, có báo cáo bằng chữ và bảng tính.",
        ],
    },
];
