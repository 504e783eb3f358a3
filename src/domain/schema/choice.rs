//! The closed lists whose entries the program itself distinguishes, each an enum with its entries, and the
//! enumeration of all lists. How entries are looked up, and the long lists, are in `lists`.

use super::lists::{
    Choice, DISCIPLINES, EDUCATION, ETHNIC_GROUP, OCCUPATIONS, OLD_PROVINCES, POLITICAL_THEORY, PROVINCES,
    QUALIFICATION, RELIGION, STUDY_FORMS, c,
};

macro_rules! named_lists {
    ($($(#[$doc:meta])* $name:ident $list:path;)+) => {
        /// Identifies a list. Code that needs only the identity does not link the entries.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum List { $($(#[$doc])* $name,)+ }

        impl List {
            /// All lists.
            pub const ALL: &'static [List] = &[$(List::$name,)+];

            /// Its entries, wherever they are; `entries` of `schema::early` is for all but its tables.
            pub(super) const fn every_entry(self) -> &'static [Choice] {
                match self { $(List::$name => $list,)+ }
            }
        }
    };
}

named_lists! {
    /// What an organization is.
    OrganizationKinds ORGANIZATION_KINDS;
    /// What happens to an organization.
    EventKinds EVENT_KINDS;
    /// What a place is.
    PlaceKinds PLACE_KINDS;
    /// What a target counts.
    Indicators INDICATORS;
    /// The day by which an admission is counted.
    CountingDays COUNTING_DAYS;
    /// Whether a total includes single entries.
    Overlaps OVERLAPS;
    /// Who set a target.
    TargetOrigins TARGET_ORIGINS;
    /// Groups that candidates come from.
    SourceGroups SOURCE_GROUPS;
    /// Posts in villages.
    KeyPosts KEY_POSTS;
    /// Why nobody was found for admission.
    Reasons REASONS;
    /// How a member came to a cell.
    Arrivals ARRIVALS;
    /// How much of a dossier is kept.
    Levels LEVELS;
    /// Yes or no.
    Answers ANSWERS;
    /// Whether the rows of a section are complete.
    Declared DECLARED;
    /// Sexes.
    Sexes SEXES;
    /// Areas with a lower education requirement.
    HardAreas HARD_AREAS;
    /// Who introduces.
    IntroducedBy INTRODUCED_BY;
    /// Why a member left.
    LeftFor LEFT_FOR;
    /// Who decides on admissions.
    DecidingBodies DECIDING_BODIES;
    /// Why a candidate is no longer followed.
    EndedFor ENDED_FOR;
    /// Standing of a member in the cell.
    Standings STANDINGS;
    /// Official or on probation.
    Memberships MEMBERSHIPS;
    /// The subject of a verification letter.
    InquirySubjects INQUIRY_SUBJECTS;
    /// Relation of a relative to the applicant.
    Relations RELATIONS;
    /// Levels of general education.
    Education EDUCATION;
    /// Professional qualifications.
    Qualification QUALIFICATION;
    /// Levels of political theory.
    PoliticalTheory POLITICAL_THEORY;
    /// How a course was attended.
    StudyForms STUDY_FORMS;
    /// Disciplinary measures.
    Disciplines DISCIPLINES;
    /// Occupations.
    Occupations OCCUPATIONS;
    /// Religions.
    Religion RELIGION;
    /// Ethnic groups.
    EthnicGroup ETHNIC_GROUP;
    /// Provinces since 1 July 2025.
    Provinces PROVINCES;
    /// Provinces until 30 June 2025.
    OldProvinces OLD_PROVINCES;
}

/// Declares an enum together with its list, so that the two cannot diverge.
macro_rules! closed {
    ($(#[$doc:meta])* $name:ident, $list:ident: $($(#[$about:meta])* $variant:ident $key:literal $words:literal,)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* $variant,)+ }

        impl $name {
            /// All variants, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The variant with this key.
            pub fn from_key(key: &str) -> Option<$name> {
                match key { $($key => Some($name::$variant),)+ _ => None }
            }

            /// The stored form.
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)+ }
            }

            /// The display name.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $words,)+ }
            }
        }

        /// The entries of the enum with the same name.
        pub const $list: &[Choice] = &[$(c($key, $words),)+];
    };
}

closed! {
    /// Kind of organization: a committee, or a cell of one kind.
    #[doc(alias = "loại hình tổ chức")]
    OrganizationKind, ORGANIZATION_KINDS:
    /// A committee, with cells or other committees below it.
    #[doc(alias = "đảng ủy")]
    Committee "committee" "Đảng ủy",
    /// A committee below a base committee, on trial since 208-QĐ/TW.
    #[doc(alias = "đảng bộ trực thuộc cơ sở")]
    BranchCommittee "branch_committee" "Đảng bộ trực thuộc cơ sở",
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

impl OrganizationKind {
    /// Whether it has cells or committees below it, and is no cell itself.
    pub const fn is_committee(self) -> bool {
        matches!(self, OrganizationKind::Committee | OrganizationKind::BranchCommittee)
    }
}

closed! {
    /// What a target or a total counts.
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
    /// Villages without a member that have one now.
    VillagesCleared "villages_cleared" "Xóa thôn, bản trắng đảng viên",
    /// New cells.
    CellsFounded "cells_founded" "Thành lập chi bộ",
    /// Villages with a cell of their own: how many there are on a day, not how many came.
    #[doc(alias = "thôn, bản có chi bộ độc lập")]
    VillagesWithCell "villages_with_cell" "Thôn, bản có chi bộ riêng",
}

closed! {
    /// The day of an admission that decides in which period it counts. No instrument found fixes it, so each
    /// organization chooses; the ceremony is the default.
    CountingDay, COUNTING_DAYS:
    /// The day of the ceremony.
    Ceremony "ceremony" "Ngày tổ chức lễ kết nạp",
    /// The day of the decision.
    Decision "decision" "Ngày ra quyết định kết nạp",
}

closed! {
    /// The decision about a total that overlaps separately entered cases.
    Overlap, OVERLAPS:
    /// The total does not contain the separate entries: both count.
    Apart "apart" "Chưa gồm những trường hợp đã ghi riêng: cộng cả hai",
    /// The total contains the separate entries: only the total counts.
    Includes "includes" "Đã gồm những trường hợp đã ghi riêng: chỉ lấy số tổng",
}

closed! {
    /// Who set a target.
    TargetOrigin, TARGET_ORIGINS:
    /// A higher level.
    Handed "handed" "Cấp trên giao",
    /// The organization itself.
    #[doc(alias = "chỉ tiêu tự đăng ký")]
    Own "own" "Tự đăng ký",
}

closed! {
    /// What a place is, as reports count them.
    #[doc(alias = "địa bàn")]
    PlaceKind, PLACE_KINDS:
    /// A village.
    #[doc(alias = "thôn, bản")]
    Village "village" "Thôn, bản",
    /// A quarter of a town.
    #[doc(alias = "tổ dân phố")]
    StreetQuarter "street_quarter" "Tổ dân phố, khối phố",
    /// A school.
    School "school" "Trường học",
    /// A health station.
    HealthStation "health_station" "Trạm y tế",
    /// An enterprise.
    Enterprise "enterprise" "Doanh nghiệp",
    /// A cooperative.
    Cooperative "cooperative" "Hợp tác xã",
    /// An office.
    Office "office" "Cơ quan, đơn vị",
}

closed! {
    /// What happens to an organization. Its founding is a field of the organization.
    #[doc(alias = "biến động tổ chức")]
    EventKind, EVENT_KINDS:
    /// Becomes part of another one, old or new, and ends.
    #[doc(alias = "hợp nhất, sáp nhập")]
    Merged "merged" "Hợp nhất, sáp nhập vào tổ chức khác",
    /// Stands below another one.
    #[doc(alias = "chuyển giao, tiếp nhận")]
    Moved "moved" "Chuyển về trực thuộc tổ chức khác",
    /// Comes out of another one, which goes on.
    #[doc(alias = "chia tách")]
    Split "split" "Tách ra từ tổ chức khác",
    /// Has another name.
    Renamed "renamed" "Đổi tên",
    /// Is of another kind.
    #[doc(alias = "chuyển đổi loại hình")]
    Changed "changed" "Đổi loại tổ chức",
    /// Ends, and no other one continues it.
    #[doc(alias = "giải thể, kết thúc hoạt động")]
    Ended "ended" "Giải thể, kết thúc hoạt động",
}

closed! {
    /// Groups in which a cell looks for candidates. A person may be in several.
    #[doc(alias = "nhóm nguồn phát triển đảng")]
    SourceGroup, SOURCE_GROUPS:
    /// Members of the Youth Union.
    YouthUnion "youth_union" "Đoàn viên thanh niên",
    /// Discharged soldiers.
    Soldiers "soldiers" "Bộ đội xuất ngũ",
    /// Graduates who returned home.
    Graduates "graduates" "Sinh viên tốt nghiệp về địa phương",
    /// Pupils and students.
    Students "students" "Học sinh, sinh viên",
    /// Women.
    Women "women" "Phụ nữ",
    /// Ethnic minorities.
    Minorities "minorities" "Người dân tộc thiểu số",
    /// Believers.
    Believers "believers" "Người có đạo",
    /// Village heads and village officers.
    VillageOfficers "village_officers" "Trưởng thôn, bản; cán bộ thôn, bản",
    /// Health and school staff.
    HealthAndSchool "health_school" "Viên chức y tế, giáo dục",
    /// Workers.
    Workers "workers" "Công nhân, người lao động",
    /// People working away from home.
    Away "away" "Người đi làm ăn xa",
}

closed! {
    /// Posts in villages and quarters of which reports tell how many holders are members.
    #[doc(alias = "chức danh chủ chốt ở thôn, bản")]
    KeyPost, KEY_POSTS:
    /// Head of a village, or of a quarter.
    VillageHead "village_head" "Trưởng thôn, bản, tổ trưởng tổ dân phố",
    /// Head of the Front's board.
    FrontHead "front_head" "Trưởng ban công tác Mặt trận",
    /// Head of the women's branch.
    Women "women" "Chi hội trưởng phụ nữ",
    /// Head of the farmers' branch.
    Farmers "farmers" "Chi hội trưởng nông dân",
    /// Head of the veterans' branch.
    Veterans "veterans" "Chi hội trưởng cựu chiến binh",
    /// Secretary of the Youth Union's branch.
    YouthUnion "youth_union" "Bí thư chi đoàn",
    /// Member of the security team.
    Security "security" "Tổ viên tổ bảo vệ an ninh, trật tự",
    /// Head of the militia in the village.
    Militia "militia" "Thôn đội trưởng",
    /// Village health worker.
    Health "health" "Nhân viên y tế thôn, bản",
    /// Person of prestige.
    Prestige "prestige" "Người có uy tín",
    /// All of them together, where only one number is known.
    All "all" "Cán bộ thôn, bản nói chung",
}

closed! {
    /// Why nobody was found for admission, as reports of cells and committees name it.
    #[doc(alias = "lý do chưa có nguồn")]
    Reason, REASONS:
    /// Young people work elsewhere.
    Away "away" "Thanh niên đi làm ăn xa",
    /// There are few young people.
    Few "few" "Ít thanh niên, đoàn viên",
    /// Who is there is too old.
    Age "age" "Quá tuổi, tuổi cao",
    /// Schooling below what is asked for.
    Schooling "schooling" "Trình độ học vấn",
    /// No wish to join.
    Interest "interest" "Chưa có nguyện vọng, ngại phấn đấu",
    /// Cares of the family and its living.
    Family "family" "Lo kinh tế, bận việc gia đình",
    /// Religion taken up against the law.
    Religion "religion" "Theo đạo trái pháp luật",
    /// Customs that the regulation does not allow.
    Customs "customs" "Hủ tục, tảo hôn, hôn nhân cận huyết",
    /// The past or the family does not meet the political standards.
    History "history" "Vướng tiêu chuẩn chính trị",
    /// Verification is not possible, as for free migrants.
    Verification "verification" "Không thẩm tra được, di cư tự do",
    /// Breaches of law or of the village's rules.
    Breach "breach" "Vi phạm pháp luật, hương ước",
    /// The cell did not look for sources.
    Cell "cell" "Chi bộ chưa chủ động tạo nguồn",
    /// Another reason.
    Other "other" "Lý do khác",
}

closed! {
    /// How a member came to a cell.
    Arrival, ARRIVALS:
    /// From another cell.
    Moved "moved" "Chuyển từ nơi khác đến",
    /// By restored membership.
    #[doc(alias = "phục hồi đảng tịch")]
    Restored "restored" "Được phục hồi đảng tịch",
}

closed! {
    /// Yes or no.
    Answer, ANSWERS:
    /// Yes.
    Yes "yes" "Có",
    /// No.
    No "no" "Không",
}

closed! {
    /// Whether a section with rows is complete.
    Declared, DECLARED:
    /// All cases are among the rows.
    Listed "listed" "Đã ghi đủ",
    /// There is no case.
    Nothing "none" "Không có",
}

closed! {
    /// How much of a dossier is stored in the book; the rest stays on paper.
    #[doc(alias = "mức lưu giữ")]
    Level, LEVELS:
    /// Names, days, document numbers and the place of the paper.
    Steps "steps" "Các bước",
    /// Also the applicant's own items.
    Form "form" "Lý lịch bản thân",
    /// Also histories and relatives.
    Full "full" "Đầy đủ",
}

closed! {
    /// Area of residence, as far as the required level of education depends on it.
    #[doc(alias = "địa bàn khó khăn")]
    HardArea, HARD_AREAS:
    /// None of these.
    No "no" "Không",
    /// Named by the regulations.
    Named "yes" "Có: miền núi, hải đảo, vùng dân tộc thiểu số, vùng đặc biệt khó khăn",
    /// Named by guidance only.
    Border "border" "Xã biên giới",
    /// Named by guidance only.
    Fishing "fishing" "Ngư dân làm nghề trên biển",
}

closed! {
    /// Who introduces the applicant.
    #[doc(alias = "người giới thiệu")]
    IntroducedBy, INTRODUCED_BY:
    /// Two official members.
    Members "members" "Hai đảng viên chính thức",
    /// The Youth Union's committee and one member.
    YouthUnion "youth_union" "Ban chấp hành Đoàn cơ sở và một đảng viên",
    /// The trade union's committee and one member.
    TradeUnion "trade_union" "Ban chấp hành công đoàn cơ sở và một đảng viên",
}

closed! {
    /// Why a former member left.
    LeftFor, LEFT_FOR:
    /// Any reason other than a crime.
    Other "other" "Lý do khác",
    /// A less serious crime.
    Crime "crime" "Phạm tội ít nghiêm trọng",
    /// A third child, while the Party's rules on population asked so.
    Population "population" "Vi phạm chính sách dân số",
    /// A reason that bars readmission for good: dropping out, leaving without family hardship, gross disunity,
    /// corruption, waste, a serious crime.
    Barred "barred" "Tự bỏ sinh hoạt, xin ra (không vì gia đình khó khăn), gây mất đoàn kết nghiêm trọng, tham nhũng, tiêu cực, phạm tội nghiêm trọng",
}

closed! {
    /// Relation of a relative to the applicant.
    #[doc(alias = "quan hệ")]
    Relation, RELATIONS:
    /// Father.
    Father "father" "Cha đẻ",
    /// Mother.
    Mother "mother" "Mẹ đẻ",
    /// Person who raised the applicant.
    Guardian "guardian" "Người nuôi dưỡng",
    /// Wife or husband.
    Spouse "spouse" "Vợ hoặc chồng",
    /// Birth child.
    Child "child" "Con đẻ",
    /// Adopted child.
    AdoptedChild "adopted_child" "Con nuôi",
    /// Father of wife or husband.
    FatherInLaw "father_in_law" "Cha vợ (chồng)",
    /// Mother of wife or husband.
    MotherInLaw "mother_in_law" "Mẹ vợ (chồng)",
    /// Person who raised the wife or husband.
    SpouseGuardian "spouse_guardian" "Người nuôi dưỡng vợ (chồng)",
    /// Brother or sister.
    Sibling "sibling" "Anh chị em ruột",
    /// Brother or sister of wife or husband.
    SiblingInLaw "sibling_in_law" "Anh chị em ruột của vợ (chồng)",
    /// Father's father.
    PaternalGrandfather "paternal_grandfather" "Ông nội",
    /// Father's mother.
    PaternalGrandmother "paternal_grandmother" "Bà nội",
    /// Mother's father.
    MaternalGrandfather "maternal_grandfather" "Ông ngoại",
    /// Mother's mother.
    MaternalGrandmother "maternal_grandmother" "Bà ngoại",
}

closed! {
    /// Who decides on admissions (29-QĐ/TW, 4.3.2, and its successors). A setting, since it differs
    /// from place to place and changed on 1 July 2025.
    #[doc(alias = "thẩm quyền quyết định kết nạp")]
    DecidingBody, DECIDING_BODIES:
    /// The standing committee of the base committee, since 26 July 2026.
    BaseStanding "base_standing" "Ban thường vụ đảng ủy cơ sở (từ 26/7/2026)",
    /// The base committee, where it was authorised to decide.
    Base "base" "Đảng ủy cơ sở được ủy quyền (đến 25/7/2026)",
    /// The standing committee of the district, until 30 June 2025.
    District "district" "Ban thường vụ cấp ủy cấp huyện (đến 30/6/2025)",
    /// The standing committee of the commune, since 1 July 2025.
    Commune "commune" "Ban thường vụ đảng ủy xã, phường, đặc khu (từ 1/7/2025)",
    /// The province.
    Province "province" "Tỉnh ủy, thành ủy",
    /// Army and police, by their own regulations.
    Forces "forces" "Cấp ủy trong quân đội, công an",
}

closed! {
    /// Why a candidate, or a member on probation, is no longer followed.
    #[doc(alias = "dừng theo dõi")]
    EndedFor, ENDED_FOR:
    /// Moved elsewhere to live or work.
    Moved "moved" "Chuyển đi nơi khác",
    /// Withdrew the wish to join.
    Withdrew "withdrew" "Thôi nguyện vọng vào Đảng",
    /// The cell did not agree.
    CellDeclined "cell_declined" "Chi bộ không đồng ý",
    /// The deciding body did not agree.
    BodyDeclined "body_declined" "Cấp có thẩm quyền không đồng ý",
    /// Struck off the list while on probation.
    Struck "struck" "Xóa tên đảng viên dự bị",
    /// Died.
    Died "died" "Từ trần",
    /// Anything else.
    Other "other" "Lý do khác",
}

closed! {
    /// Standing of a member in the cell.
    #[doc(alias = "trạng thái đảng viên")]
    Standing, STANDINGS:
    /// Takes part in the cell.
    Active "active" "Đang sinh hoạt",
    /// Exempt from work and meetings.
    Exempt "exempt" "Được miễn công tác và sinh hoạt đảng",
    /// Transferred out temporarily.
    Away "away" "Chuyển sinh hoạt đảng tạm thời",
    /// Transferred out permanently.
    Moved "moved" "Đã chuyển sinh hoạt đảng chính thức đi",
    /// Left on request.
    Left "left" "Đã xin ra khỏi Đảng",
    /// Struck off the list.
    Struck "struck" "Bị xóa tên",
    /// Expelled.
    Expelled "expelled" "Bị khai trừ",
    /// Died.
    Died "died" "Từ trần",
}

closed! {
    /// Official or on probation.
    Membership, MEMBERSHIPS:
    /// May vote.
    #[doc(alias = "đảng viên chính thức")]
    Official "official" "Chính thức",
    /// On probation.
    #[doc(alias = "đảng viên dự bị")]
    Probationary "probationary" "Dự bị",
}

closed! {
    /// The subject of a verification letter. Which relative is not recorded.
    InquirySubject, INQUIRY_SUBJECTS:
    /// The applicant.
    Applicant "applicant" "Người xin vào Đảng",
    /// Relatives.
    Relatives "relatives" "Người thân",
    /// Both.
    Both "both" "Cả người xin vào Đảng và người thân",
}

closed! {
    /// Sex as on the identity card.
    Sex, SEXES:
    /// Male.
    Male "male" "Nam",
    /// Female.
    Female "female" "Nữ",
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::lists::*;
    use super::*;

    #[test]
    fn keys_are_plain_and_none_stands_twice() {
        for list in List::ALL.iter().map(|list| list.entries()) {
            let keys: BTreeSet<_> = list.iter().map(|choice| choice.key).collect();
            let names: BTreeSet<_> = list.iter().map(|choice| choice.name).collect();
            assert_eq!((keys.len(), names.len()), (list.len(), list.len()));
            let plain: BTreeSet<_> = list.iter().map(|choice| plain(choice.name)).collect();
            assert_eq!(plain.len(), list.len(), "no two names are the same without marks");
            assert!(list.iter().all(|choice| meant(list, choice.name) == Some(choice)));
            assert!(keys.iter().all(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
        }
        assert_eq!((ETHNIC_GROUP.len(), PROVINCES.len(), OLD_PROVINCES.len()), (54, 34, 63));
        for (name, key) in OTHER_NAMES {
            assert_eq!(plain(name), *name);
            assert!(find(ETHNIC_GROUP, key).or_else(|| find(OLD_PROVINCES, key)).is_some(), "{key}");
        }
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let check = |list, typed: &str, key: Option<&str>| {
            assert_eq!(meant(list, typed).map(|choice| choice.key), key, "{typed}");
        };
        for typed in ["Dao", "dao", " DAO ", "dao\u{300}".trim_end_matches('\u{300}')] {
            check(ETHNIC_GROUP, typed, Some("dao"));
        }
        for typed in ["Ê Đê", "e de", "Ê-đê", "\u{CA} \u{D0}\u{EA}", "E\u{302} Đe\u{302}", "ede"] {
            check(ETHNIC_GROUP, typed, Some("e_de"));
        }
        for typed in [
            "Phật giáo Hòa Hảo",
            "Phật giáo Hoà Hảo",
            "phat giao hoa hao",
            "Pha\u{323}\u{302}t gia\u{301}o Ho\u{300}a Ha\u{309}o",
        ] {
            check(RELIGION, typed, Some("hoa_hao"));
        }
        for (typed, key) in
            [("Khơ-me", "khmer"), ("H'Mông", "mong"), ("Raglai", "ra_glai"), ("co", "co"), ("Cơ Ho", "co_ho")]
        {
            check(ETHNIC_GROUP, typed, Some(key));
        }
        for (typed, key) in
            [("Hoà Bình", "hoa_binh"), ("TP.HCM", "ho_chi_minh"), ("đak lak", "dak_lak"), ("Ðiện Biên", "dien_bien")]
        {
            check(OLD_PROVINCES, typed, Some(key));
        }
        for typed in ["", " ", "-", "Da", "Hòa Bình"] {
            check(PROVINCES, typed, None);
        }
        let names = |typed| beginning(ETHNIC_GROUP, typed).iter().map(|choice| choice.name).collect::<Vec<_>>();
        assert_eq!(names("la h"), ["La Hủ", "La Ha"]);
        assert_eq!(names("đ"), ["Dao", "Ê Đê", "Xơ Đăng", "Sán Dìu", "Ơ Đu"]);
        assert_eq!(names("vân"), ["Bru-Vân Kiều"]);
        assert_eq!(names("?!"), names(""));
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
