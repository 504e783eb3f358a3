//! The one field table: everything that the program knows about one item of a record.
//! Screens, checks, the change journal and samples read it; nothing about a field is written
//! twice. How a stored text becomes a value is in `entry`.

use super::choice::{
    COUNTING_DAYS, Choice, EDUCATION, ETHNIC_GROUP, INDICATORS, ORGANIZATION_KINDS, OVERLAPS, QUALIFICATION, RELIGION,
    SEXES,
};
use super::id::RecordKind;

/// What a field holds and within which limits.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One line of text, at most `max` characters.
    Line {
        /// Most characters.
        max: usize,
    },
    /// A day. With `past`, one that cannot lie in the future.
    Day {
        /// Whether it must have happened already.
        past: bool,
    },
    /// A whole number, at most `most`.
    Count {
        /// Largest number.
        most: u32,
    },
    /// One of a closed list.
    Choice(&'static [Choice]),
    /// Another record of this kind.
    Reference(RecordKind),
    /// The bound of a target in any of its spellings.
    Bound,
    /// A citizen identification number of 12 digits.
    CitizenId,
}

/// Part of a form under a heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the record is about.
    Main,
    /// Who the candidate is.
    Identity,
    /// Where the candidate lives.
    Residence,
    /// Education and Youth Union.
    Learning,
    /// From being introduced to the application.
    Preparation,
    /// The cell's meeting and its vote.
    Meeting,
    /// Decision, ceremony and recognition.
    Admission,
    /// Parts of a total by professional qualification.
    ByQualification,
    /// Parts of a total by kind of cell.
    ByCellKind,
}

/// Whether a record is complete without the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It is asked for at once.
    Always,
    /// It may stay empty.
    Optional,
}

/// Number of an item in the résumé form 2-KNĐ as it stands since 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormItem(pub u8);

/// One row of the table.
#[derive(Debug)]
pub struct FieldSpec {
    /// Kind of record that has the field.
    pub record: RecordKind,
    /// Stored name, unique within the record. Never changes.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Part of the form.
    pub section: Section,
    /// Label on screen and heading in lists.
    pub column: &'static str,
    /// Whether the record is complete without it.
    pub need: Need,
    /// Item of form 2-KNĐ that asks for it.
    pub item: Option<FormItem>,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident $record:ident $key:literal $section:ident $need:ident $column:literal $kind:expr, $item:expr;)+) => {
        /// A field of a record, one for each row of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $field,)+ }

        impl Field {
            /// Every field, in the order of the forms.
            pub const ALL: &'static [Field] = &[$(Field::$field,)+];

            /// The row of this field.
            pub const fn spec(self) -> &'static FieldSpec {
                match self {
                    $(Field::$field => {
                        const SPEC: FieldSpec = FieldSpec {
                            record: RecordKind::$record,
                            key: $key,
                            kind: $kind,
                            section: Section::$section,
                            column: $column,
                            need: Need::$need,
                            item: $item,
                        };
                        &SPEC
                    })+
                }
            }
        }
    };
}

const NAME: Kind = Kind::Line { max: 120 };
const WORDS: Kind = Kind::Line { max: 300 };
const ANY_DAY: Kind = Kind::Day { past: false };
const PAST_DAY: Kind = Kind::Day { past: true };
const PEOPLE: Kind = Kind::Count { most: 10_000_000 };
const ORGANIZATION: Kind = Kind::Reference(RecordKind::Organization);

const fn item(number: u8) -> Option<FormItem> {
    Some(FormItem(number))
}

fields! {
    // Organization
    /// Name of the committee or cell.
    OrganizationName Organization "name" Main Always "Tên tổ chức" NAME, None;
    /// Committee or kind of cell.
    OrganizationKind Organization "kind" Main Always "Loại tổ chức" Kind::Choice(ORGANIZATION_KINDS), None;
    /// The organization directly above.
    OrganizationParent Organization "parent" Main Optional "Trực thuộc" ORGANIZATION, None;
    /// Day on which the organization was founded; counts for the indicator "cells founded".
    OrganizationFounded Organization "founded" Main Optional "Ngày thành lập" PAST_DAY, None;
    /// Day of an admission that counts here.
    OrganizationCountingDay Organization "counting_day" Main Optional "Tính kết nạp theo" Kind::Choice(COUNTING_DAYS), None;

    // Village
    /// Name of the village.
    VillageName Village "name" Main Always "Tên thôn, bản" NAME, None;
    /// The committee in whose area the village lies.
    VillageCommittee Village "committee" Main Always "Thuộc địa bàn" ORGANIZATION, None;
    /// The cell that covers the village.
    VillageCell Village "cell" Main Optional "Chi bộ phụ trách" ORGANIZATION, None;
    /// Day on which the village got its first member again.
    VillageCleared Village "cleared" Main Optional "Ngày có đảng viên (xóa bản trắng)" PAST_DAY, None;

    // Headcount
    /// Organization counted.
    HeadcountOrganization Headcount "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// Day of the count.
    HeadcountDay Headcount "day" Main Always "Tại ngày" PAST_DAY, None;
    /// Members, official and probationary.
    HeadcountMembers Headcount "members" Main Always "Số đảng viên" PEOPLE, None;

    // Target
    /// Organization that is to reach it.
    TargetOrganization Target "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// What it counts.
    TargetIndicator Target "indicator" Main Always "Chỉ tiêu" Kind::Choice(INDICATORS), None;
    /// First day, included.
    TargetFrom Target "from" Main Always "Từ ngày" ANY_DAY, None;
    /// Last day, included.
    TargetTo Target "to" Main Always "Đến ngày" ANY_DAY, None;
    /// The number asked for.
    TargetBound Target "bound" Main Always "Mức giao" Kind::Bound, None;
    /// Who handed it down; empty stands for the organization directly above.
    TargetIssuer Target "issuer" Main Optional "Cơ quan giao" NAME, None;
    /// Document that says so.
    TargetDocument Target "document" Main Optional "Văn bản" WORDS, None;

    // Total
    /// Organization whose result it is.
    TotalOrganization Total "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// What it counts.
    TotalIndicator Total "indicator" Main Always "Nội dung" Kind::Choice(INDICATORS), None;
    /// First day, included.
    TotalFrom Total "from" Main Always "Từ ngày" ANY_DAY, None;
    /// Last day, included.
    TotalTo Total "to" Main Always "Đến ngày" ANY_DAY, None;
    /// The number reached.
    TotalCount Total "count" Main Always "Số lượng" PEOPLE, None;
    /// What a person decided about single entries in the same time.
    TotalOverlap Total "overlap" Main Optional "Những trường hợp đã ghi riêng trong thời gian này" Kind::Choice(OVERLAPS), None;
    /// Of them without a qualification.
    TotalUntrained Total "by_none" ByQualification Optional "Chưa qua đào tạo" PEOPLE, None;
    /// Of them with elementary training.
    TotalElementary Total "by_elementary" ByQualification Optional "Sơ cấp, công nhân kỹ thuật" PEOPLE, None;
    /// Of them with intermediate training.
    TotalIntermediate Total "by_intermediate" ByQualification Optional "Trung cấp" PEOPLE, None;
    /// Of them from a college.
    TotalCollege Total "by_college" ByQualification Optional "Cao đẳng" PEOPLE, None;
    /// Of them from a university.
    TotalUniversity Total "by_university" ByQualification Optional "Đại học" PEOPLE, None;
    /// Of them with a degree above.
    TotalPostgraduate Total "by_postgraduate" ByQualification Optional "Trên đại học" PEOPLE, None;
    /// Of them in village cells.
    TotalVillage Total "in_village" ByCellKind Optional "Thôn, bản" PEOPLE, None;
    /// Of them in street quarter cells.
    TotalStreetQuarter Total "in_street_quarter" ByCellKind Optional "Tổ dân phố, tiểu khu" PEOPLE, None;
    /// Of them in school cells.
    TotalSchool Total "in_school" ByCellKind Optional "Trường học" PEOPLE, None;
    /// Of them in the military cell.
    TotalMilitary Total "in_military" ByCellKind Optional "Quân sự" PEOPLE, None;
    /// Of them in the police cell.
    TotalPolice Total "in_police" ByCellKind Optional "Công an" PEOPLE, None;
    /// Of them in the health station's cell.
    TotalHealthStation Total "in_health_station" ByCellKind Optional "Trạm y tế" PEOPLE, None;
    /// Of them in office cells.
    TotalOffice Total "in_office" ByCellKind Optional "Cơ quan" PEOPLE, None;
    /// Of them in enterprise cells.
    TotalEnterprise Total "in_enterprise" ByCellKind Optional "Doanh nghiệp" PEOPLE, None;
    /// Of them in other cells.
    TotalOther Total "in_other" ByCellKind Optional "Loại khác" PEOPLE, None;

    // Candidate
    /// Name as on the birth certificate.
    #[doc(alias = "họ và tên khai sinh")]
    Name Candidate "name" Identity Always "Họ và tên" NAME, item(1);
    /// Cell that follows the candidate.
    CandidateCell Candidate "cell" Identity Always "Chi bộ" ORGANIZATION, None;
    /// Birth date.
    Birth Candidate "birth" Identity Always "Ngày sinh" PAST_DAY, item(3);
    /// Sex.
    SexOfCandidate Candidate "sex" Identity Always "Giới tính" Kind::Choice(SEXES), item(4);
    /// Citizen identification number.
    #[doc(alias = "số căn cước")]
    CitizenId Candidate "citizen_id" Identity Optional "Số căn cước" Kind::CitizenId, item(3);
    /// Ethnic group.
    EthnicGroup Candidate "ethnic_group" Identity Optional "Dân tộc" Kind::Choice(ETHNIC_GROUP), item(8);
    /// Religion; "none" is an answer.
    Religion Candidate "religion" Identity Optional "Tôn giáo" Kind::Choice(RELIGION), item(9);
    /// Registered or actual home: village, commune, province.
    Residence Candidate "residence" Residence Optional "Nơi cư trú" WORDS, item(7);
    /// General education.
    Education Candidate "education" Learning Optional "Trình độ văn hóa" Kind::Choice(EDUCATION), item(11);
    /// Professional qualification.
    Qualification Candidate "qualification" Learning Optional "Trình độ chuyên môn" Kind::Choice(QUALIFICATION), item(11);
    /// Day of joining the Youth Union.
    YouthUnion Candidate "youth_union" Learning Optional "Ngày vào Đoàn" PAST_DAY, item(12);
    /// Day on which the cell introduced the person as a source.
    Introduced Candidate "introduced" Preparation Optional "Ngày giới thiệu nguồn" PAST_DAY, None;
    /// Day on which the person was sent to the awareness class.
    SentToClass Candidate "sent_to_class" Preparation Optional "Ngày cử học lớp nhận thức về Đảng" PAST_DAY, None;
    /// Issue day of the class certificate.
    #[doc(alias = "giấy chứng nhận bồi dưỡng nhận thức về Đảng")]
    Certificate Candidate "certificate" Preparation Optional "Ngày cấp giấy chứng nhận" PAST_DAY, None;
    /// Day of the application.
    #[doc(alias = "đơn xin vào Đảng")]
    Application Candidate "application" Preparation Optional "Ngày làm đơn" PAST_DAY, None;
    /// Day of the cell's meeting.
    CellMeeting Candidate "cell_meeting" Meeting Optional "Ngày họp chi bộ" ANY_DAY, None;
    /// Official members of the cell on that day.
    OfficialMembers Candidate "official_members" Meeting Optional "Số đảng viên chính thức" Kind::Count { most: 10_000 }, None;
    /// Of them transferred out for a time, or excused and absent.
    Excused Candidate "excused" Meeting Optional "Số được trừ" Kind::Count { most: 10_000 }, None;
    /// Votes for admission.
    VotesFor Candidate "votes_for" Meeting Optional "Số phiếu tán thành" Kind::Count { most: 10_000 }, None;
    /// Day of the decision to admit.
    Decision Candidate "decision" Admission Optional "Ngày quyết định" PAST_DAY, None;
    /// Number of the decision.
    DecisionNumber Candidate "decision_number" Admission Optional "Số quyết định" NAME, None;
    /// Day of the ceremony.
    #[doc(alias = "lễ kết nạp")]
    Ceremony Candidate "ceremony" Admission Optional "Ngày kết nạp" PAST_DAY, None;
    /// Day of recognition as an official member.
    Recognition Candidate "recognition" Admission Optional "Ngày công nhận chính thức" PAST_DAY, None;
}

impl Field {
    /// The fields of a kind of record, in the order of its form.
    pub fn of(record: RecordKind) -> impl Iterator<Item = Field> + Clone {
        Field::ALL.iter().copied().filter(move |field| field.spec().record == record)
    }

    /// The field with this stored name.
    pub fn from_key(record: RecordKind, key: &str) -> Option<Field> {
        Field::of(record).find(|field| field.spec().key == key)
    }

    /// What people call a record of this kind: the first field of its form.
    pub const fn title(record: RecordKind) -> Field {
        match record {
            RecordKind::Organization => Field::OrganizationName,
            RecordKind::Village => Field::VillageName,
            RecordKind::Headcount => Field::HeadcountOrganization,
            RecordKind::Target => Field::TargetOrganization,
            RecordKind::Total => Field::TotalOrganization,
            RecordKind::Candidate => Field::Name,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn stored_names_are_plain_and_unique_within_a_record() {
        let mut seen = BTreeSet::new();
        for field in Field::ALL {
            let spec = field.spec();
            assert!(seen.insert((spec.record, spec.key)), "{field:?}");
            assert!(spec.key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{field:?}");
            assert_eq!(Field::from_key(spec.record, spec.key), Some(*field));
        }
    }

    #[test]
    fn labels_are_unique_within_a_section() {
        let mut seen = BTreeSet::new();
        for field in Field::ALL {
            let spec = field.spec();
            assert!(seen.insert((spec.record, spec.section as u8, spec.column)), "{field:?}");
        }
    }

    #[test]
    fn every_record_opens_with_its_title_and_needs_it() {
        for record in RecordKind::ALL {
            let title = Field::title(record);
            assert_eq!(Field::of(record).next(), Some(title));
            assert_eq!(title.spec().need, Need::Always);
        }
    }
}
