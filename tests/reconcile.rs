//! The figures check on lines that are written in all kinds of ways, and on what lines tell only together.
//! The claims of the five published reports are in `reference_reports`.

#[path = "common/lines.rs"]
mod lines;

use ket_nap::domain::reconcile::check;
use ket_nap::text::reconcile::{computed, slip};
use lines::{fits, flags, one};
use proptest::prelude::*;

#[test]
fn lines_tell_some_things_only_together() {
    let told = |text: &str| {
        let lines = check(text);
        let slips = lines.iter().flat_map(|line| line.slips.iter().map(|found| (line.number, slip(found))));
        slips.map(|(number, slip)| format!("{number} {slip}")).collect::<Vec<_>>()
    };
    let differ =
        |line: u32, one: &str, other: &str| format!("{line} Cùng một tên mà gọi khác loại: “{one}” và “{other}”");
    assert_eq!(told("khối phố Tạm Khai\nChi đoàn thôn Tạm Khai"), [differ(2, "khối phố Tạm Khai", "thôn Tạm Khai")]);
    assert_eq!(told("bản Nà Mẫu, thôn Nà Mẫu"), [differ(1, "bản Nà Mẫu", "thôn Nà Mẫu")]);
    // The same kind, other names, no names at all.
    assert_eq!(
        told("bản Nà Mẫu 1\nBản Nà Mẫu 1\nthôn Nà Mẫu 2\nbản làng, thôn xóm\ntổ dân phố 3"),
        Vec::<String>::new()
    );
    // Only where another line shows losses.
    let none = "2 Không kể số giảm nào, trong khi dòng khác cho thấy có người giảm";
    let both = told("1.713 đảng viên + 862 = 2.473\n34 + 33 = 67 đảng viên\n3 + 4 = 7 chi bộ");
    assert_eq!(both.get(1).map(String::as_str), Some(none), "{both:?}");
    assert_eq!(both.len(), 2);
    assert_eq!(told("34 + 33 = 67 đảng viên"), Vec::<String>::new());
}

#[test]
fn what_is_written_otherwise() {
    for line in ["17/30=56,7 %", "17/30 = 56,7%.", "Đạt 17/30 = 56,7%;"] {
        fits(line, "17/30 = 56,7%");
    }
    flags("17/30 = 57%", &[]);
    // A statement of members in words, a share of something, growth from something.
    fits("đầu kỳ 20, tăng 3, giảm 0, cuối kỳ 23", "23 và 23");
    fits("Đầu năm 1.713, tăng 862, giảm 102, cuối năm 2.473", "2.473 và 2.473");
    flags(
        "đầu kỳ 20, tăng 3, giảm 0, cuối kỳ 22",
        &[
            "Lệch 1: có thể chưa kể số giảm (chuyển đi, từ trần, xóa tên, ra khỏi Đảng). Lập đủ: đầu kỳ + tăng − giảm = cuối kỳ",
        ],
    );
    fits("3,5% của 200 = 7", "7/200 = 3,5%");
    flags("3,5% của 200 = 8", &["Tính lại được 4,0%"]);
    fits("12 đảng viên, tăng 20% so với 10", "10 → 12: +2 (+20,0%)");
    flags("12, tăng 25% so với 10", &["Tính lại được 20,0%"]);
    flags("17/30 = 56,6%", &["Tính lại được 56,7%"]);
    flags("5/0 = 10%", &["Không tính được: số chia bằng 0"]);
    flags("từ 0 lên 5, tăng 100%", &["Không tính được: số chia bằng 0"]);
    flags("2.473 đảng viên + 10 = 2.500", &["Lệch 17: có thể chưa kể số tăng khác (chuyển đến, khôi phục)"]);
    // What says nothing is left alone and not called wrong.
    for line in ["Báo cáo quý 3", "27-KH/TU", "ngày 30/9", "abc", "= = =", "1 = 2 = 3", "%"] {
        let line = one(line);
        assert_eq!((line.claim, line.slips), (None, vec![]), "{}", line.text);
    }
    assert_eq!(check("\n\n  \n"), []);
    let lines = check("a\n\n1 = 1");
    assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 3]);
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,200}|[0-9 /+=×.,%-]{0,60}|(tăng|giảm|từ|chỉ tiêu|đến|[0-9]{1,14}|[%/=+() -]){0,20}") {
        for line in check(&text) {
            let _ = (computed(&line), line.slips.iter().map(slip).count());
        }
    }

    #[test]
    fn parts_that_add_up_are_never_flagged(parts in proptest::collection::vec(0u32..10_000_000, 1..20)) {
        let sum: u64 = parts.iter().map(|part| u64::from(*part)).sum();
        let words: Vec<String> = parts.iter().map(u32::to_string).collect();
        prop_assert_eq!(check(&format!("{sum} = {}", words.join(" + "))).first().map(|line| line.slips.len()), Some(0));
        let wrong = check(&format!("{} = {}", sum + 1, words.join(" + ")));
        prop_assert_eq!(wrong.first().map(|line| line.slips.len()), Some(1));
    }
}
