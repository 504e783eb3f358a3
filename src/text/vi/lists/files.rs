//! Words about files of lists: why one cannot be read, and how one was read.

use super::quoted;
use crate::exchange::files::{FileNote, FileProblem, FileTrouble, Foreign};
use crate::exchange::old_fonts::OldFont;
use crate::text::vi::{numbers, vault};

/// Why a file cannot be read.
pub fn file_problem(problem: &FileProblem) -> String {
    match problem {
        FileProblem::TooLarge(most) => {
            format!("tệp quá lớn (giới hạn {} MB khi mở ra). Chia nhỏ danh sách", most >> 20)
        }
        FileProblem::TooManyCells(most) => {
            format!("quá nhiều ô có chữ (giới hạn {}). Chia nhỏ danh sách", numbers::count(*most as u64))
        }
        FileProblem::TooManyColumns(most) => {
            format!("dòng có quá nhiều cột (giới hạn {}); đây không phải là danh sách", numbers::count(*most as u64))
        }
        FileProblem::Unclosed => UNCLOSED.to_owned(),
        FileProblem::NotUtf8 => NOT_UTF_8.to_owned(),
        FileProblem::Password => PASSWORD.to_owned(),
        FileProblem::Sealed => vault::SEALED_ALONE.to_owned(),
        FileProblem::Foreign(foreign) => foreign_file(*foreign).to_owned(),
        FileProblem::Malformed(why) => format!("không đọc được, tệp hỏng hoặc chưa chép xong ({why})"),
    }
}

const fn foreign_file(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Picture => "đây là ảnh. Cần tệp bảng tính (.xlsx, .xls, .ods) hoặc .csv",
        Foreign::Pdf => "đây là tệp PDF. Hỏi nơi gửi để lấy tệp bảng tính (.xlsx, .xls, .ods) hoặc .csv",
        Foreign::Document => "đây là văn bản Word. Chép bảng trong đó sang Excel hoặc LibreOffice rồi lưu thành .xlsx",
        Foreign::Archive => "đây là tệp nén. Giải nén rồi mở từng tệp bên trong",
        Foreign::Empty => "tệp trống",
        Foreign::Zeros => {
            "tệp không có nội dung (toàn số 0): chép chưa xong, hoặc máy tắt khi đang chép. Xin nơi gửi gửi lại"
        }
    }
}

/// The same with its place.
pub fn file_trouble(FileTrouble { problem, line, .. }: &FileTrouble) -> String {
    let place = line.map(|line| format!("dòng {line}: ")).unwrap_or_default();
    format!("{place}{}", file_problem(problem))
}

/// What a person has to know of how a file was read.
pub fn file_note(note: &FileNote) -> String {
    match note {
        FileNote::Windows1258 => WINDOWS_1258.to_owned(),
        FileNote::OldFont(font, written, read) => old_font(*font, written, read),
        FileNote::TwiceEncoded(written, read) => {
            format!("chữ bị mở sai bảng mã rồi lưu lại (“{written}”), đọc là “{read}”; đối chiếu tên người với giấy")
        }
        FileNote::Instructions(names) => {
            format!("không đọc trang hướng dẫn: {}", names.join(", "))
        }
        FileNote::HiddenSheets(names) => {
            format!("bỏ qua trang tính ẩn: {}", quoted(names.iter().map(String::as_str)))
        }
    }
}

/// Text that is not UTF-8.
const NOT_UTF_8: &str = "chữ không phải UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258). Mở tệp bằng Excel hay LibreOffice, đổi sang phông Unicode nếu chữ sai, rồi lưu thành “CSV UTF-8” hoặc .xlsx";
/// A workbook with a password.
const PASSWORD: &str = "tệp có mật khẩu. Mở bằng Excel hay LibreOffice và lưu lại không mật khẩu";
/// An unclosed quote.
const UNCLOSED: &str =
    "dấu ngoặc kép mở ở dòng này không đóng, nên các dòng sau sẽ bị dồn vào một ô. Đóng lại hoặc bỏ dấu ngoặc kép";

/// Text in the encoding of Windows for Vietnamese.
const WINDOWS_1258: &str = "đọc theo bảng mã Windows-1258; xem chữ có đúng không";

/// A list written for a font of before Unicode.
fn old_font(font: OldFont, written: &str, read: &str) -> String {
    let name = match font {
        OldFont::Tcvn3 => "TCVN3 (.VnTime)",
        OldFont::Vni => "VNI",
    };
    format!("đọc theo bảng mã {name}: “{written}” là “{read}”; xem chữ có đúng không")
}
