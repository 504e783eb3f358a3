//! Closed lists that a person chooses from. A choice is stored by its key, which never
//! changes; its name is what people read.

/// One entry of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stored form: lower-case ASCII letters, digits and underscores.
    pub key: &'static str,
    /// What people read.
    pub name: &'static str,
}

const fn c(key: &'static str, name: &'static str) -> Choice {
    Choice { key, name }
}

/// The entry of this key.
pub fn find(list: &'static [Choice], key: &str) -> Option<&'static Choice> {
    list.iter().find(|choice| choice.key == key)
}

/// Declares an enum together with its list, so that neither can lack an entry of the other.
macro_rules! closed {
    ($(#[$doc:meta])* $name:ident, $list:ident: $($(#[$about:meta])* $variant:ident $key:literal $words:literal,)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* $variant,)+ }

        impl $name {
            /// Every one of them, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The one of this key.
            pub fn from_key(key: &str) -> Option<$name> {
                match key { $($key => Some($name::$variant),)+ _ => None }
            }

            /// The stored form.
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)+ }
            }

            /// What people read.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $words,)+ }
            }
        }

        /// The entries of the enum of the same name.
        pub const $list: &[Choice] = &[$(c($key, $words),)+];
    };
}

closed! {
    /// What an organization is: a committee with others below it, or a cell of one kind.
    #[doc(alias = "loại hình tổ chức")]
    OrganizationKind, ORGANIZATION_KINDS:
    /// A committee, with cells or other committees below it.
    #[doc(alias = "đảng ủy")]
    Committee "committee" "Đảng ủy",
    /// Cell of a village.
    Village "village" "Chi bộ thôn, bản",
    /// Cell of a street quarter.
    StreetQuarter "street_quarter" "Chi bộ tổ dân phố, tiểu khu",
    /// Cell of a school.
    School "school" "Chi bộ trường học",
    /// Cell of the military command.
    Military "military" "Chi bộ quân sự",
    /// Cell of the police.
    Police "police" "Chi bộ công an",
    /// Cell of a health station.
    HealthStation "health_station" "Chi bộ trạm y tế",
    /// Cell of a public office.
    Office "office" "Chi bộ cơ quan",
    /// Cell of an enterprise.
    Enterprise "enterprise" "Chi bộ doanh nghiệp",
    /// Any other cell.
    Other "other" "Chi bộ khác",
}

closed! {
    /// What a target or a result counts.
    #[doc(alias = "nội dung chỉ tiêu")]
    Indicator, INDICATORS:
    /// Candidates admitted.
    Admissions "admissions" "Kết nạp",
    /// People introduced as a source for admission.
    Introductions "introductions" "Giới thiệu nguồn",
    /// People sent to the awareness class.
    Class "class" "Cử học lớp bồi dưỡng nhận thức",
    /// Probationary members recognised as official members.
    Recognitions "recognitions" "Công nhận chính thức",
    /// Villages that had no member and now have one.
    VillagesCleared "villages_cleared" "Xóa bản chưa có đảng viên",
    /// New cells.
    CellsFounded "cells_founded" "Thành lập chi bộ",
}

closed! {
    /// Which day of an admission decides the period in which it counts. No instrument found
    /// fixes it, so each organization chooses; the ceremony is the default.
    CountingDay, COUNTING_DAYS:
    /// The day of the ceremony.
    Ceremony "ceremony" "Ngày tổ chức lễ kết nạp",
    /// The day of the decision.
    Decision "decision" "Ngày ra quyết định kết nạp",
}

closed! {
    /// What a person decided about an entered total that overlaps single entries.
    Overlap, OVERLAPS:
    /// The total leaves out what is entered one by one: both count.
    Apart "apart" "Chưa gồm những trường hợp đã ghi riêng: cộng cả hai",
    /// The total has those in it: only the total counts.
    Includes "includes" "Đã gồm những trường hợp đã ghi riêng: chỉ lấy số tổng",
}

closed! {
    /// Sex as the identity card has it.
    Sex, SEXES:
    /// Male.
    Male "male" "Nam",
    /// Female.
    Female "female" "Nữ",
}

/// General education, from the lowest (form 2-KNĐ, item 11).
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

/// Religions as the party's statistical form 2b has them; "none" is an answer, not a blank.
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn keys_are_plain_and_none_stands_twice() {
        let lists = [
            ORGANIZATION_KINDS,
            INDICATORS,
            COUNTING_DAYS,
            OVERLAPS,
            SEXES,
            EDUCATION,
            QUALIFICATION,
            RELIGION,
            ETHNIC_GROUP,
        ];
        for list in lists {
            let keys: BTreeSet<_> = list.iter().map(|choice| choice.key).collect();
            let names: BTreeSet<_> = list.iter().map(|choice| choice.name).collect();
            assert_eq!((keys.len(), names.len()), (list.len(), list.len()));
            assert!(keys.iter().all(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
        }
        assert_eq!(ETHNIC_GROUP.len(), 54);
    }

    #[test]
    fn an_enum_and_its_list_agree() {
        for indicator in Indicator::ALL {
            assert_eq!(Indicator::from_key(indicator.key()), Some(*indicator));
            assert_eq!(find(INDICATORS, indicator.key()).map(|choice| choice.name), Some(indicator.name()));
        }
        assert_eq!(Indicator::from_key("nothing"), None);
    }
}
