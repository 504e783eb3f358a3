//! The claims of the five reports that a person would paste into the figures check, as they stand in one
//! line: what fits is left alone, what does not is named with its likely slip.

use ket_nap::domain::reconcile::check;
use ket_nap::text::reconcile::{computed, slip};

use super::lines::{fits, flags, one};

#[test]
fn mai_chau() {
    fits("0.1. 13 chi bộ = 4 tiểu khu + 4 tổ dân phố + 4 trường + 1 công an", "13 và 13");
    // 0.2, AMB, two readings of the term: five years or six.
    fits("6 × 5 = 30", "30 và 30");
    flags("6 x 6 = 30", &["Hai bên lệch nhau +6"]);
    // 0.3 and 0.4, with both readings of the term.
    fits("17 = 7 (năm 2020) + 8 (năm 2021) + 2 (năm 2022)", "17 và 17");
    fits("17/30 = 56,7%", "17/30 = 56,7%");
    fits("17/36 = 47,2%", "17/36 = 47,2%");
    // 0.5.
    fits("7, chỉ tiêu 6", "7/6 = 116,7%, vượt 1");
    fits("8, chỉ tiêu 6 trở lên, đạt 133,3%", "8/6 = 133,3%, vượt 2");
    fits("2, chỉ tiêu 6, đạt 33,3%", "2/6 = 33,3%, còn thiếu 4");
    // 0.6: with the dossiers that wait it would be 66,7.
    flags(
        "2, chỉ tiêu 6, đạt 66,7% (đang làm 2 hồ sơ)",
        &["Có thể đã tính cả 2 hồ sơ đang làm. Chưa kết nạp thì không tính"],
    );
    fits("17/548 = 3,1%", "17/548 = 3,1%");
    // 0.10: twelve by education, ten admitted, two wait.
    flags(
        "8 đại học + 2 cao đẳng + 2 trung cấp = 8 + 2 (đang làm 2 hồ sơ)",
        &["Có thể đã tính cả 2 hồ sơ đang làm. Chưa kết nạp thì không tính"],
    );
    flags("8 + 2 + 2 = 8 + 2", &["Hai bên lệch nhau +2"]);
    // 0.11 and 0.12, soft.
    flags("17 kết nạp trong 16 người đi học", &["Phần lớn hơn tổng. Chỉ đúng nếu gồm cả người của kỳ trước"]);
    flags("từ 7 xuống 8", &["Nói giảm nhưng số sau lớn hơn số trước"]);
    flags(
        "từ 8 (12 tháng) giảm xuống 2 (5 tháng)",
        &["Hai kỳ dài ngắn khác nhau (12 tháng và 5 tháng). Tính theo từng tháng: −40,0%"],
    );
    // 0.13.
    fits("2/10 = 20%", "2/10 = 20,0%");
}

#[test]
fn duc_tho() {
    // 1.2 derived, 1.3 wrong base, 1.4 unlike periods.
    fits("101 = 68 + 33", "101 và 101");
    flags(
        "101, tăng 33 so với kỳ trước, tăng gần 33%",
        &["Tính lại được 48,5%: có thể đã chia cho số mới. Tăng, giảm phải chia cho số kỳ trước"],
    );
    flags(
        "Năm 2020 từ 68 (12 tháng) lên 101 (21 tháng), tăng gần 33%",
        &[
            "Tính lại được 48,5%: có thể đã chia cho số mới. Tăng, giảm phải chia cho số kỳ trước",
            "Hai kỳ dài ngắn khác nhau (12 tháng và 21 tháng). Tính theo từng tháng: −15,1%",
        ],
    );
    fits("từ 68 lên 101, tăng 48,5%", "68 → 101: +33 (+48,5%)");
    // 1.5: the rounded parts say 52,4.
    fits("10 + 17 + 26 = 53", "53 và 53");
    fits("53/101 = 52,5%", "53/101 = 52,5%");
    flags("9,9% + 16,8% + 25,7% = 52,5%", &["Lệch −0,1 do làm tròn từng phần"]);
    fits("101/8.723 = 1,2%", "101/8.723 = 1,2%");
}

#[test]
fn dien_ban() {
    // 2.1 to 2.7.
    fits("134/100, vượt 34%", "134/100 = 134,0%, vượt 34");
    fits("117 xã, phường + 17 nơi khác = 134", "134 và 134");
    fits("87,3% + 12,7% = 100%", "100 và 100");
    fits("12 = 1 quân sự + 2 trường học + 9 thôn", "12 và 12");
    fits("12, chỉ tiêu 6 - 8", "12/6 = 200,0%, 12/8 = 150,0%, vượt 4");
    fits("12, chỉ tiêu 6-8, đạt 150%", "12/6 = 200,0%, 12/8 = 150,0%, vượt 4");
    fits("11 = 5 khối phố + 6 trường học, quân sự", "11 và 11");
    fits("11, chỉ tiêu 8, vượt 37,5%", "11/8 = 137,5%, vượt 3");
    fits("2/9 = 22,2%", "2/9 = 22,2%");
    // 2.10: a ceremony after the day up to which the figures go.
    flags(
        "134 người, số liệu đến 30/9/2022, lễ kết nạp ngày 8/10/2022",
        &["Có việc sau ngày chốt số liệu: xem đã tính vào chưa"],
    );
    flags("Số liệu đến 30/9/2022, lễ kết nạp ngày 8/10", &["Có việc sau ngày chốt số liệu: xem đã tính vào chưa"]);
    fits("Số liệu đến 30/9/2022, lễ kết nạp ngày 8/9/2022", "số liệu đến 30/09/2022, có ngày 08/09/2022");
    // 2.11, soft: one place of two kinds.
    let lines = check("ra mắt chi bộ khối phố Tân Khai\nChi đoàn thôn Tân Khai");
    let told: Vec<String> = lines.iter().flat_map(|line| line.slips.iter().map(slip)).collect();
    assert_eq!(told, ["Cùng một tên mà gọi khác loại: “khối phố Tân Khai” và “thôn Tân Khai”"]);
}

#[test]
fn nam_po() {
    // 3.1 and 3.2.
    fits("38/121 = 31,4%", "38/121 = 31,4%");
    fits("33/121 = 27,3%", "33/121 = 27,3%");
    // 3.3: more villages with no member than with no organization.
    flags(
        "121 bản, 38 bản chưa có đảng viên, 33 bản chưa có tổ chức đảng",
        &[
            "Nơi chưa có đảng viên thì cũng chưa có tổ chức đảng, nên số sau phải bằng hoặc lớn hơn số trước. Nếu là hai nhóm riêng thì cả thảy 71 nơi chưa có tổ chức đảng",
        ],
    );
    fits("27 bản chưa có đảng viên, 33 bản chưa có chi bộ", "27 nơi chưa có đảng viên, 33 nơi chưa có tổ chức đảng");
    // 3.4 and 3.16.
    fits("94/121 = 77,7%", "94/121 = 77,7%");
    // 3.5.
    fits("38/38 = 100%", "38/38 = 100,0%");
    // 3.6: a hundred and two left.
    flags(
        "1.713 đảng viên + 862 kết nạp = 2.473",
        &[
            "Lệch 102: có thể chưa kể số giảm (chuyển đi, từ trần, xóa tên, ra khỏi Đảng). Lập đủ: đầu kỳ + tăng − giảm = cuối kỳ",
        ],
    );
    fits("1.713 đảng viên + 862 − 102 = 2.473", "2.473 và 2.473");
    // 3.7 to 3.9.
    fits("từ 1.713 lên 2.473, tăng 44,4%", "1.713 → 2.473: +760 (+44,4%)");
    fits("862/1713 = 50,3%", "862/1.713 = 50,3%");
    fits("862/1694 = 50,9%", "862/1.694 = 50,9%");
    fits("từ 33 lên 46 tổ chức, tăng 39,4%", "33 → 46: +13 (+39,4%)");
    // 3.10: fits, but beside 3.6 it tells of no loss at all; soft.
    fits("34 + 33 = 67 đảng viên", "67 và 67");
    let lines = check("1.713 đảng viên + 862 kết nạp = 2.473\n34 + 33 = 67 đảng viên");
    let told: Vec<String> = lines.iter().skip(1).flat_map(|line| line.slips.iter().map(slip)).collect();
    assert_eq!(told, ["Không kể số giảm nào, trong khi dòng khác cho thấy có người giảm"]);
    // 3.11, 3.12, 3.15.
    fits("3 + 4 = 7 chi bộ", "7 và 7");
    fits("6 − 3 + 3 = 6", "6 và 6");
    fits("2/15 = 13,3%", "2/15 = 13,3%");
}

#[test]
fn bac_kan() {
    // 4.1: two issuers.
    let several = "Có nhiều mức giao khác nhau. Báo cáo riêng theo từng mức, nêu rõ cơ quan giao";
    flags("Chỉ tiêu: 90 và 110 trở lên", &[several]);
    flags("69, chỉ tiêu 90 và 110", &[several]);
    assert_eq!(
        computed(&one("67, chỉ tiêu 90 và 110")).as_deref(),
        Some("67/90 = 74,4%, còn thiếu 23; 67/110 = 60,9%, còn thiếu 43")
    );
    flags("69, chỉ tiêu 90 và 110, đạt 62,7%", &[several]);
    flags("69, chỉ tiêu 90 và 110, đạt 70%", &[several, "Tính lại được 76,7%"]);
    // 4.5, AMB: eleven months against twelve; the other reading, by days, is with the years.
    flags(
        "từ 67 (12 tháng) lên 69 (11 tháng), tăng 3%",
        &["Hai kỳ dài ngắn khác nhau (12 tháng và 11 tháng). Tính theo từng tháng: +12,3%"],
    );
    // 4.6 to 4.8.
    fits("136/180 = 75,6%", "136/180 = 75,6%");
    fits("136/450 = 30,2%", "136/450 = 30,2%");
    fits("4/8 = 50%", "4/8 = 50,0%");
    // 4.9: the dossier that waits, counted.
    flags("1/12 (đang trình 1 hồ sơ)", &["Có thể đã tính cả 1 hồ sơ đang làm. Chưa kết nạp thì không tính"]);
    flags(
        "0, chỉ tiêu 12, đạt 8,3% (đang trình 1)",
        &["Có thể đã tính cả 1 hồ sơ đang làm. Chưa kết nạp thì không tính"],
    );
    fits("0, chỉ tiêu 12, đạt 0% (đang trình 1)", "0/12 = 0,0%, còn thiếu 12; đang làm hồ sơ 1, không tính");
    // 4.10.
    fits("13/12, vượt 8,3%", "13/12 = 108,3%, vượt 1");
    fits("26/24 = 108,3%", "26/24 = 108,3%");
    // 1.7 and 4.11, N/C: no figure to work out.
    for line in ["vượt kế hoạch đề ra", "trên 90% trưởng thôn là đảng viên"] {
        assert_eq!(computed(&one(line)), None, "{line}");
    }
    // 4.12: the number of a document.
    flags("Kế hoạch số 27/KH/TU", &["Số văn bản của Đảng không viết như vậy"]);
    assert_eq!(computed(&one("Kế hoạch số 27/KH/TU")).as_deref(), Some("thường viết 27-KH/TU"));
}
