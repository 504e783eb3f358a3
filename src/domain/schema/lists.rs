//! Entries of closed lists and how to look them up; and the long lists: ethnic groups, religions, provinces before and
//! since 1 July 2025, education, occupations. The stored form of an entry is its key, which never changes; the name
//! is for display.

use crate::domain::value::letters::fold;

/// One entry of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stored form: lower-case ASCII letters, digits and underscores.
    pub key: &'static str,
    /// Display name.
    pub name: &'static str,
}

pub(super) const fn c(key: &'static str, name: &'static str) -> Choice {
    Choice { key, name }
}

/// The entry with this key.
pub fn find(list: &'static [Choice], key: &str) -> Option<&'static Choice> {
    list.iter().find(|choice| choice.key == key)
}

/// Whether a list is so long that the page offers a text field with suggestions.
pub const fn is_long(list: &[Choice]) -> bool {
    list.len() > 20
}

/// Normalizes a name for comparison: folded, only letters and digits, so that `Ê-đê`, `ê đê` and `EDE` are equal.
pub(super) fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}

/// The entry that a typed text denotes: by key, by name in any spelling, or by an entry of [`OTHER_NAMES`].
pub fn meant(list: &'static [Choice], typed: &str) -> Option<&'static Choice> {
    let wanted = plain(typed);
    let other = OTHER_NAMES.iter().find(|(name, _)| *name == wanted).map(|(_, key)| *key);
    find(list, typed)
        .or_else(|| list.iter().find(|choice| plain(choice.name) == wanted))
        .or_else(|| find(list, other?))
        .filter(|_| !wanted.is_empty())
}

/// Suggestions for a typed prefix: entries whose name starts with it, then those with a word that does.
pub fn beginning(list: &'static [Choice], typed: &str) -> Vec<&'static Choice> {
    let wanted = plain(typed);
    let mut found: Vec<&Choice> = list.iter().filter(|choice| plain(choice.name).starts_with(&wanted)).collect();
    for choice in list {
        let known = found.iter().any(|other| other.key == choice.key);
        if !known && fold(choice.name).split([' ', '-']).any(|word| word.starts_with(&wanted)) {
            found.push(choice);
        }
    }
    found
}

/// General education, lowest level first (form 2-KNĐ, item 11).
pub const EDUCATION: &[Choice] = &[
    c("literate", "Biết đọc, biết viết"),
    c("primary", "Tốt nghiệp tiểu học"),
    c("lower_secondary", "Tốt nghiệp trung học cơ sở"),
    c("upper_secondary", "Tốt nghiệp trung học phổ thông"),
];

/// Professional qualification (form 2-KNĐ, item 11; rows II.4 of the statistical form 2-BTCTW).
pub const QUALIFICATION: &[Choice] = &[
    c("none", "Chưa qua đào tạo"),
    c("elementary", "Sơ cấp, công nhân kỹ thuật"),
    c("intermediate", "Trung cấp"),
    c("college", "Cao đẳng"),
    c("university", "Đại học"),
    c("master", "Thạc sĩ"),
    c("doctor", "Tiến sĩ"),
];

/// Religions as in the party's statistical form 2b; "none" is an answer, not an empty field.
pub const RELIGION: &[Choice] = &[
    c("none", "Không"),
    c("buddhist", "Phật giáo"),
    c("catholic", "Công giáo"),
    c("hoa_hao", "Phật giáo Hòa Hảo"),
    c("cao_dai", "Cao Đài"),
    c("protestant", "Tin Lành"),
    c("muslim", "Hồi giáo"),
    c("other", "Tôn giáo khác"),
];

/// The 54 ethnic groups in the order of the General Statistics Office's list.
pub const ETHNIC_GROUP: &[Choice] = &[
    c("kinh", "Kinh"),
    c("tay", "Tày"),
    c("thai", "Thái"),
    c("muong", "Mường"),
    c("khmer", "Khmer"),
    c("hoa", "Hoa"),
    c("nung", "Nùng"),
    c("mong", "Mông"),
    c("dao", "Dao"),
    c("gia_rai", "Gia Rai"),
    c("e_de", "Ê Đê"),
    c("ba_na", "Ba Na"),
    c("san_chay", "Sán Chay"),
    c("cham", "Chăm"),
    c("co_ho", "Cơ Ho"),
    c("xo_dang", "Xơ Đăng"),
    c("san_diu", "Sán Dìu"),
    c("hre", "Hrê"),
    c("ra_glai", "Ra Glai"),
    c("mnong", "Mnông"),
    c("tho", "Thổ"),
    c("xtieng", "Xtiêng"),
    c("kho_mu", "Khơ Mú"),
    c("bru_van_kieu", "Bru-Vân Kiều"),
    c("co_tu", "Cơ Tu"),
    c("giay", "Giáy"),
    c("ta_oi", "Tà Ôi"),
    c("ma", "Mạ"),
    c("gie_trieng", "Giẻ Triêng"),
    c("co", "Co"),
    c("cho_ro", "Chơ Ro"),
    c("xinh_mun", "Xinh Mun"),
    c("ha_nhi", "Hà Nhì"),
    c("chu_ru", "Chu Ru"),
    c("lao", "Lào"),
    c("la_chi", "La Chí"),
    c("khang", "Kháng"),
    c("phu_la", "Phù Lá"),
    c("la_hu", "La Hủ"),
    c("la_ha", "La Ha"),
    c("pa_then", "Pà Thẻn"),
    c("lu", "Lự"),
    c("ngai", "Ngái"),
    c("chut", "Chứt"),
    c("lo_lo", "Lô Lô"),
    c("mang", "Mảng"),
    c("co_lao", "Cơ Lao"),
    c("bo_y", "Bố Y"),
    c("cong", "Cống"),
    c("si_la", "Si La"),
    c("pu_peo", "Pu Péo"),
    c("ro_mam", "Rơ Măm"),
    c("brau", "Brâu"),
    c("o_du", "Ơ Đu"),
];

/// Occupations as in the statistical form 2-BTCTW (rows II.1).
#[doc(alias = "nghề nghiệp")]
pub const OCCUPATIONS: &[Choice] = &[
    c("state_official", "Cán bộ, công chức nhà nước từ cấp huyện trở lên"),
    c("party_official", "Cán bộ, công chức cơ quan đảng, Mặt trận, đoàn thể"),
    c("commune_official", "Cán bộ, công chức, người không chuyên trách cấp xã"),
    c("village_official", "Người hoạt động không chuyên trách ở thôn, tổ dân phố"),
    c("public_employee", "Viên chức đơn vị công lập"),
    c("private_service", "Người làm việc ở đơn vị ngoài công lập"),
    c("firm_manager", "Doanh nghiệp: quản lý"),
    c("firm_office", "Doanh nghiệp: nhân viên văn phòng"),
    c("firm_worker", "Doanh nghiệp: lao động trực tiếp"),
    c("farming", "Nông, lâm, ngư nghiệp"),
    c("army_police", "Quân đội, công an"),
    c("student", "Sinh viên"),
    c("pupil", "Học sinh"),
    c("other", "Nghề khác"),
];

/// Political theory (form 2-KNĐ, item 11).
#[doc(alias = "lý luận chính trị")]
pub const POLITICAL_THEORY: &[Choice] = &[
    c("none", "Chưa học"),
    c("elementary", "Sơ cấp"),
    c("intermediate", "Trung cấp, không tập trung"),
    c("intermediate_full_time", "Trung cấp, tập trung"),
    c("advanced", "Cao cấp, không tập trung"),
    c("advanced_full_time", "Cao cấp, tập trung"),
    c("bachelor", "Cử nhân"),
];

/// How a course was attended (form 2-KNĐ, item 17).
pub const STUDY_FORMS: &[Choice] = &[
    c("full_time", "Chính quy, tập trung"),
    c("in_service", "Vừa làm vừa học, tại chức"),
    c("distance", "Từ xa, trực tuyến"),
    c("short", "Bồi dưỡng ngắn ngày"),
    c("other", "Hình thức khác"),
];

/// Disciplinary measures from a reprimand upwards, and cases closed without one (item 20).
pub const DISCIPLINES: &[Choice] = &[
    c("reprimand", "Khiển trách"),
    c("warning", "Cảnh cáo"),
    c("removal", "Cách chức"),
    c("other", "Hình thức khác"),
    c("considered", "Đã xem xét, không kỷ luật"),
];

/// Colloquial names, normalized, and the keys that they denote.
pub const OTHER_NAMES: &[(&str, &str)] = &[
    ("khome", "khmer"),
    ("hmong", "mong"),
    ("xedang", "xo_dang"),
    ("stieng", "xtieng"),
    ("katu", "co_tu"),
    ("vankieu", "bru_van_kieu"),
    ("tphcm", "ho_chi_minh"),
    ("tphochiminh", "ho_chi_minh"),
    ("hochiminh", "ho_chi_minh"),
    ("saigon", "ho_chi_minh"),
];

/// Provinces that are centrally-run cities, by their keys (Resolution 202/2025/QH15).
pub const CITIES: [&str; 6] = ["ha_noi", "hue", "hai_phong", "da_nang", "ho_chi_minh", "can_tho"];

macro_rules! provinces {
    ($($code:literal $key:literal $name:literal;)+) => {
        /// The 34 provinces since 1 July 2025.
        pub const PROVINCES: &[Choice] = &[$(c($key, $name),)+];
        const CODES: &[u16] = &[$($code,)+];
    };
}

macro_rules! old_provinces {
    ($($code:literal $key:literal $name:literal $now:literal;)+) => {
        /// The 63 provinces until 30 June 2025.
        pub const OLD_PROVINCES: &[Choice] = &[$(c($key, $name),)+];
        const OLD_CODES: &[(u16, &str)] = &[$(($code, $now),)+];
    };
}

/// A province since 1 July 2025 (Decision 19/2025/QĐ-TTg). Its code has two digits and denotes another place than the
/// same digits of an [`OldProvince`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Province(pub &'static Choice);

/// A province until 30 June 2025. Citizen numbers begin with its three-digit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OldProvince(pub &'static Choice);

impl Province {
    /// The two-digit code.
    pub fn code(self) -> Option<u16> {
        PROVINCES.iter().zip(CODES).find(|(choice, _)| choice.key == self.0.key).map(|(_, code)| *code)
    }
}

impl OldProvince {
    /// The province with this code, the first three digits of a citizen number issued until 30 June 2025. Numbers of
    /// people born abroad begin with country codes.
    pub fn of_code(code: u16) -> Option<OldProvince> {
        let found = OLD_PROVINCES.iter().zip(OLD_CODES).find(|(_, (known, _))| *known == code);
        found.map(|(choice, _)| OldProvince(choice))
    }

    /// The province that it became part of on 1 July 2025.
    pub fn now(self) -> Option<Province> {
        let found = OLD_PROVINCES.iter().zip(OLD_CODES).find(|(choice, _)| choice.key == self.0.key);
        found.and_then(|(_, (_, now))| find(PROVINCES, now)).map(Province)
    }
}

provinces! {
    1 "ha_noi" "Hà Nội";
    4 "cao_bang" "Cao Bằng";
    8 "tuyen_quang" "Tuyên Quang";
    11 "dien_bien" "Điện Biên";
    12 "lai_chau" "Lai Châu";
    14 "son_la" "Sơn La";
    15 "lao_cai" "Lào Cai";
    19 "thai_nguyen" "Thái Nguyên";
    20 "lang_son" "Lạng Sơn";
    22 "quang_ninh" "Quảng Ninh";
    24 "bac_ninh" "Bắc Ninh";
    25 "phu_tho" "Phú Thọ";
    31 "hai_phong" "Hải Phòng";
    33 "hung_yen" "Hưng Yên";
    37 "ninh_binh" "Ninh Bình";
    38 "thanh_hoa" "Thanh Hóa";
    40 "nghe_an" "Nghệ An";
    42 "ha_tinh" "Hà Tĩnh";
    44 "quang_tri" "Quảng Trị";
    46 "hue" "Huế";
    48 "da_nang" "Đà Nẵng";
    51 "quang_ngai" "Quảng Ngãi";
    52 "gia_lai" "Gia Lai";
    56 "khanh_hoa" "Khánh Hòa";
    66 "dak_lak" "Đắk Lắk";
    68 "lam_dong" "Lâm Đồng";
    75 "dong_nai" "Đồng Nai";
    79 "ho_chi_minh" "Thành phố Hồ Chí Minh";
    80 "tay_ninh" "Tây Ninh";
    82 "dong_thap" "Đồng Tháp";
    86 "vinh_long" "Vĩnh Long";
    91 "an_giang" "An Giang";
    92 "can_tho" "Cần Thơ";
    96 "ca_mau" "Cà Mau";
}

old_provinces! {
    1 "ha_noi" "Hà Nội" "ha_noi";
    2 "ha_giang" "Hà Giang" "tuyen_quang";
    4 "cao_bang" "Cao Bằng" "cao_bang";
    6 "bac_kan" "Bắc Kạn" "thai_nguyen";
    8 "tuyen_quang" "Tuyên Quang" "tuyen_quang";
    10 "lao_cai" "Lào Cai" "lao_cai";
    11 "dien_bien" "Điện Biên" "dien_bien";
    12 "lai_chau" "Lai Châu" "lai_chau";
    14 "son_la" "Sơn La" "son_la";
    15 "yen_bai" "Yên Bái" "lao_cai";
    17 "hoa_binh" "Hòa Bình" "phu_tho";
    19 "thai_nguyen" "Thái Nguyên" "thai_nguyen";
    20 "lang_son" "Lạng Sơn" "lang_son";
    22 "quang_ninh" "Quảng Ninh" "quang_ninh";
    24 "bac_giang" "Bắc Giang" "bac_ninh";
    25 "phu_tho" "Phú Thọ" "phu_tho";
    26 "vinh_phuc" "Vĩnh Phúc" "phu_tho";
    27 "bac_ninh" "Bắc Ninh" "bac_ninh";
    30 "hai_duong" "Hải Dương" "hai_phong";
    31 "hai_phong" "Hải Phòng" "hai_phong";
    33 "hung_yen" "Hưng Yên" "hung_yen";
    34 "thai_binh" "Thái Bình" "hung_yen";
    35 "ha_nam" "Hà Nam" "ninh_binh";
    36 "nam_dinh" "Nam Định" "ninh_binh";
    37 "ninh_binh" "Ninh Bình" "ninh_binh";
    38 "thanh_hoa" "Thanh Hóa" "thanh_hoa";
    40 "nghe_an" "Nghệ An" "nghe_an";
    42 "ha_tinh" "Hà Tĩnh" "ha_tinh";
    44 "quang_binh" "Quảng Bình" "quang_tri";
    45 "quang_tri" "Quảng Trị" "quang_tri";
    46 "thua_thien_hue" "Thừa Thiên Huế" "hue";
    48 "da_nang" "Đà Nẵng" "da_nang";
    49 "quang_nam" "Quảng Nam" "da_nang";
    51 "quang_ngai" "Quảng Ngãi" "quang_ngai";
    52 "binh_dinh" "Bình Định" "gia_lai";
    54 "phu_yen" "Phú Yên" "dak_lak";
    56 "khanh_hoa" "Khánh Hòa" "khanh_hoa";
    58 "ninh_thuan" "Ninh Thuận" "khanh_hoa";
    60 "binh_thuan" "Bình Thuận" "lam_dong";
    62 "kon_tum" "Kon Tum" "quang_ngai";
    64 "gia_lai" "Gia Lai" "gia_lai";
    66 "dak_lak" "Đắk Lắk" "dak_lak";
    67 "dak_nong" "Đắk Nông" "lam_dong";
    68 "lam_dong" "Lâm Đồng" "lam_dong";
    70 "binh_phuoc" "Bình Phước" "dong_nai";
    72 "tay_ninh" "Tây Ninh" "tay_ninh";
    74 "binh_duong" "Bình Dương" "ho_chi_minh";
    75 "dong_nai" "Đồng Nai" "dong_nai";
    77 "ba_ria_vung_tau" "Bà Rịa - Vũng Tàu" "ho_chi_minh";
    79 "ho_chi_minh" "Thành phố Hồ Chí Minh" "ho_chi_minh";
    80 "long_an" "Long An" "tay_ninh";
    82 "tien_giang" "Tiền Giang" "dong_thap";
    83 "ben_tre" "Bến Tre" "vinh_long";
    84 "tra_vinh" "Trà Vinh" "vinh_long";
    86 "vinh_long" "Vĩnh Long" "vinh_long";
    87 "dong_thap" "Đồng Tháp" "dong_thap";
    89 "an_giang" "An Giang" "an_giang";
    91 "kien_giang" "Kiên Giang" "an_giang";
    92 "can_tho" "Cần Thơ" "can_tho";
    93 "hau_giang" "Hậu Giang" "can_tho";
    94 "soc_trang" "Sóc Trăng" "can_tho";
    95 "bac_lieu" "Bạc Liêu" "ca_mau";
    96 "ca_mau" "Cà Mau" "ca_mau";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_old_province_lies_in_a_new_one_and_every_new_one_has_an_old_one() {
        let now: BTreeSet<_> =
            OLD_PROVINCES.iter().filter_map(|old| OldProvince(old).now()).map(|new| new.0.key).collect();
        assert_eq!(now.len(), 34);
        assert!(OLD_PROVINCES.iter().all(|old| OldProvince(old).now().is_some()));
        let codes: BTreeSet<_> = OLD_CODES.iter().map(|(code, _)| code).collect();
        assert_eq!(codes.len(), 63);
    }

    #[test]
    fn the_same_digits_denote_different_places_in_the_two_tables() {
        // Decision 19/2025/QĐ-TTg: 15 was Yên Bái and is Lào Cai, and six more of the kind.
        for (code, old, now) in [
            (15, "Yên Bái", "Lào Cai"),
            (24, "Bắc Giang", "Bắc Ninh"),
            (44, "Quảng Bình", "Quảng Trị"),
            (52, "Bình Định", "Gia Lai"),
            (80, "Long An", "Tây Ninh"),
            (82, "Tiền Giang", "Đồng Tháp"),
            (91, "Kiên Giang", "An Giang"),
        ] {
            let found = OldProvince::of_code(code);
            assert_eq!(found.map(|found| found.0.name), Some(old));
            let new = found.and_then(OldProvince::now);
            assert_eq!(new.map(|new| new.0.name), Some(now));
            assert_eq!(new.and_then(Province::code), Some(code));
        }
        assert_eq!(OldProvince::of_code(3), None);
    }
}
