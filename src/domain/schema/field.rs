//! The field table: everything the program knows about a field of a record. Forms, checks, the change journal and
//! samples all use it. Parsing stored texts into values is in `entry`.

use super::choice::List;
use super::id::RecordKind;
use super::section::Section;

/// Type of a field's value, with its limits.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One line of text, at most `max` characters.
    Line {
        /// Most characters.
        max: usize,
    },
    /// Several lines of text, at most `max` characters.
    Text {
        /// Most characters.
        max: usize,
    },
    /// A month.
    Month,
    /// A date of known precision: year, month or day.
    When,
    /// A Vietnamese phone number.
    Phone,
    /// Number and symbol of a party document, such as `27-KH/TU`.
    DocumentNumber,
    /// A day.
    Day {
        /// Whether it must not lie in the future.
        past: bool,
    },
    /// A whole number, at most `most`.
    Count {
        /// Largest value.
        most: u32,
    },
    /// An entry of a closed list.
    Choice(List),
    /// The id of a record of this kind.
    Reference(RecordKind),
    /// The bound of a target.
    Bound,
    /// A non-negative number with at most four decimals.
    Decimal,
    /// A citizen identification number of 12 digits.
    CitizenId,
    /// A code of an organization, `38.168.053.000.001`.
    OrganizationCode,
    /// A reference to a field of a candidate.
    Item,
}

impl Kind {
    /// Whether the value is the id of another record.
    pub const fn is_reference(self) -> bool {
        matches!(self, Kind::Reference(_))
    }
}

/// Whether a record is complete without the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Required from the start.
    Always,
    /// Required for a complete dossier.
    Dossier,
    /// Never required.
    Optional,
}

/// Item number in the résumé form 2-KNĐ as of 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormItem(pub u8);

/// A row of the table.
#[derive(Debug)]
pub struct FieldSpec {
    /// Kind of the records that have the field.
    pub record: RecordKind,
    /// Stored key, unique within the kind of record. Never changes.
    pub key: &'static str,
    /// Type of the value.
    pub kind: Kind,
    /// Section of the form.
    pub section: Section,
    /// Whether the field is required.
    pub need: Need,
    /// Item of form 2-KNĐ that the field belongs to.
    pub item: Option<FormItem>,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident $record:ident $key:literal $section:ident $need:ident $column:literal $kind:expr, $item:expr;)+) => {
        /// A field of a record: one variant per row of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $field,)+ }

        impl Field {
            /// All fields, in the order of the forms.
            pub const ALL: &'static [Field] = &[$(Field::$field,)+];

            /// Label in forms and heading in lists. Not in [`FieldSpec`], which is needed long before anything is
            /// displayed.
            pub fn label(self) -> &'static str {
                match self.early_label() {
                    "" => self.deferred_label(),
                    label => label,
                }
            }

            /// Label of a field of an early form: the chunk of forms holds no others.
            fn early_label(self) -> &'static str {
                match self { $(Field::$field => const { if RecordKind::$record.has_early_form() { $column } else { "" } },)+ }
            }

            /// Label. In the last chunk.
            #[inline(never)]
            fn deferred_label(self) -> &'static str {
                match self { $(Field::$field => $column,)+ }
            }

            /// The row of this field.
            pub const fn spec(self) -> &'static FieldSpec {
                match self {
                    $(Field::$field => {
                        const SPEC: FieldSpec = FieldSpec {
                            record: RecordKind::$record,
                            key: $key,
                            kind: $kind,
                            section: Section::$section,
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
const ACCOUNT: Kind = Kind::Text { max: 10_000 };
const ANSWER: Kind = Kind::Choice(List::Answers);
const DECLARATION: Kind = Kind::Choice(List::Declared);
const WORDS: Kind = Kind::Line { max: 300 };
const ANY_DAY: Kind = Kind::Day { past: false };
const PAST_DAY: Kind = Kind::Day { past: true };
const PEOPLE: Kind = Kind::Count { most: 10_000_000 };
const DAYS: Kind = Kind::Count { most: 3_650 };
const ORGANIZATION: Kind = Kind::Reference(RecordKind::Organization);

const fn item(number: u8) -> Option<FormItem> {
    Some(FormItem(number))
}

fields! {
    // Organization
    /// Name of the committee or cell.
    OrganizationName Organization "name" Main Always "Tên tổ chức" NAME, None;
    /// Committee or kind of cell.
    OrganizationKind Organization "kind" Main Always "Loại tổ chức" Kind::Choice(List::OrganizationKinds), None;
    /// The organization directly above.
    OrganizationParent Organization "parent" Main Optional "Trực thuộc" ORGANIZATION, None;
    /// Code in the Party's database; tells organizations apart across files better than a name.
    OrganizationCode Organization "code" Main Optional "Mã tổ chức" Kind::OrganizationCode, None;
    /// Foundation day; counts for the indicator "cells founded".
    OrganizationFounded Organization "founded" Main Optional "Ngày thành lập" PAST_DAY, None;
    /// How much of a dossier is stored; empty inherits from the organization above.
    OrganizationLevel Organization "level" Main Optional "Mức lưu giữ hồ sơ" Kind::Choice(List::Levels), None;
    /// Whether the register lists every member of the cell.
    OrganizationRegister Organization "register" Main Optional "Sổ đảng viên đã ghi đủ" ANSWER, None;
    /// The day by which admissions are counted; empty inherits from the organization above.
    OrganizationCountingDay Organization "counting_day" Main Optional "Tính kết nạp theo" Kind::Choice(List::CountingDays), None;

    // Event
    /// The organization that it happens to.
    EventOrganization Event "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// What happens.
    EventKind Event "kind" Main Always "Thay đổi" Kind::Choice(List::EventKinds), None;
    /// First day of what is new.
    EventDay Event "day" Main Always "Từ ngày" ANY_DAY, None;
    /// The other organization: the one that continues it, the new one above, the one that it was split from.
    EventOther Event "other" Main Optional "Tổ chức liên quan" ORGANIZATION, None;
    /// New name.
    EventName Event "name" Main Optional "Tên mới" NAME, None;
    /// New kind.
    EventNewKind Event "new_kind" Main Optional "Loại mới" Kind::Choice(List::OrganizationKinds), None;
    /// Document that orders it.
    EventDocument Event "document" Main Optional "Văn bản" WORDS, None;

    // Village
    /// Name of the village.
    VillageName Village "name" Main Always "Tên thôn, bản" NAME, None;
    /// The committee in whose area the village lies.
    VillageCommittee Village "committee" Main Always "Thuộc địa bàn" ORGANIZATION, None;
    /// The cell that covers the village.
    VillageCell Village "cell" Main Optional "Chi bộ phụ trách" ORGANIZATION, None;
    /// Day the village had a member again.
    VillageCleared Village "cleared" Main Optional "Ngày có đảng viên (hết trắng đảng viên)" PAST_DAY, None;

    /// What kind of place it is; empty means a village.
    VillageKind Village "kind" Main Optional "Loại địa bàn" Kind::Choice(List::PlaceKinds), None;
    /// Members who live or work there, where they are not in the register.
    VillageMembers Village "members" Main Optional "Số đảng viên tại chỗ" PEOPLE, None;
    /// The day of that number.
    VillageMembersDay Village "members_day" Main Optional "Số đảng viên tại chỗ tính đến ngày" PAST_DAY, None;
    /// Households.
    VillageHouseholds Village "households" Main Optional "Số hộ" PEOPLE, None;
    /// Inhabitants.
    VillagePeople Village "people" Main Optional "Số dân" PEOPLE, None;
    /// First day without the place: merged into another one.
    VillageUntil Village "until" Main Optional "Không còn từ ngày (đã sáp nhập)" ANY_DAY, None;

    // Coverage: numbers of places where there is no list of them
    /// Organization in whose area they are.
    CoverageOrganization Coverage "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// What kind of place.
    CoverageKind Coverage "kind" Main Always "Loại địa bàn" Kind::Choice(List::PlaceKinds), None;
    /// Day of the numbers.
    CoverageDay Coverage "day" Main Always "Tại ngày" PAST_DAY, None;
    /// All places of the kind.
    CoverageAll Coverage "all" Main Always "Tổng số" PEOPLE, None;
    /// Of these: without a member.
    CoverageNobody Coverage "nobody" Main Optional "Chưa có đảng viên" PEOPLE, None;
    /// Of these: without a cell of their own.
    CoverageWithoutCell Coverage "without_cell" Main Optional "Chưa có chi bộ riêng" PEOPLE, None;
    /// Where the numbers are from.
    CoverageDocument Coverage "document" Main Optional "Văn bản" WORDS, None;

    // Headcount
    /// Organization counted.
    HeadcountOrganization Headcount "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// Day of the count.
    HeadcountDay Headcount "day" Main Always "Tại ngày" PAST_DAY, None;
    /// Members, official and probationary.
    HeadcountMembers Headcount "members" Main Always "Số đảng viên" PEOPLE, None;
    /// Of these: on probation.
    HeadcountProbation Headcount "probation" Main Optional "Trong đó dự bị" PEOPLE, None;

    /// Base organizations below it on that day.
    HeadcountBase Headcount "base" Main Optional "Số tổ chức cơ sở đảng" PEOPLE, None;
    /// Cells below it on that day.
    HeadcountCells Headcount "cells" Main Optional "Số chi bộ" PEOPLE, None;

    // Target
    /// Organization that has to reach it.
    TargetOrganization Target "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// What it counts.
    TargetIndicator Target "indicator" Main Always "Chỉ tiêu" Kind::Choice(List::Indicators), None;
    /// First day, included.
    TargetFrom Target "from" Main Always "Từ ngày" ANY_DAY, None;
    /// Last day, included.
    TargetTo Target "to" Main Always "Đến ngày" ANY_DAY, None;
    /// The requested number.
    TargetBound Target "bound" Main Always "Mức giao" Kind::Bound, None;
    /// Who assigned it; empty means the organization directly above.
    TargetIssuer Target "issuer" Main Optional "Cơ quan giao" NAME, None;
    /// Document that assigns it.
    TargetDocument Target "document" Main Optional "Văn bản" WORDS, None;
    /// Who set it; empty means a higher level.
    TargetOrigin Target "origin" Main Optional "Cấp trên giao hay tự đăng ký" Kind::Choice(List::TargetOrigins), None;
    /// First day in force, where it replaces an earlier target.
    TargetSince Target "since" Main Optional "Điều chỉnh từ ngày" ANY_DAY, None;
    /// Whether it takes over the targets, with the results, of the organizations that were merged into this one.
    TargetTakesOver Target "takes_over" Main Optional "Tính cả kết quả của các tổ chức đã nhập vào" ANSWER, None;

    // Total
    /// Organization whose result it is.
    TotalOrganization Total "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// What it counts.
    TotalIndicator Total "indicator" Main Always "Nội dung" Kind::Choice(List::Indicators), None;
    /// First day, included.
    TotalFrom Total "from" Main Always "Từ ngày" ANY_DAY, None;
    /// Last day, included.
    TotalTo Total "to" Main Always "Đến ngày" ANY_DAY, None;
    /// The result.
    TotalCount Total "count" Main Always "Số lượng" PEOPLE, None;
    /// Decision about separate entries in the same period.
    TotalOverlap Total "overlap" Main Optional "Những trường hợp đã ghi riêng trong thời gian này" Kind::Choice(List::Overlaps), None;
    /// Of these: without a qualification.
    TotalUntrained Total "by_none" ByQualification Optional "Chưa qua đào tạo" PEOPLE, None;
    /// Of these: elementary training.
    TotalElementary Total "by_elementary" ByQualification Optional "Sơ cấp, công nhân kỹ thuật" PEOPLE, None;
    /// Of these: intermediate training.
    TotalIntermediate Total "by_intermediate" ByQualification Optional "Trung cấp" PEOPLE, None;
    /// Of these: college.
    TotalCollege Total "by_college" ByQualification Optional "Cao đẳng" PEOPLE, None;
    /// Of these: university.
    TotalUniversity Total "by_university" ByQualification Optional "Đại học" PEOPLE, None;
    /// Of these: postgraduate degree.
    TotalPostgraduate Total "by_postgraduate" ByQualification Optional "Trên đại học" PEOPLE, None;
    /// Of these: in village cells.
    TotalVillage Total "in_village" ByCellKind Optional "Thôn, bản" PEOPLE, None;
    /// Of these: in street quarter cells.
    TotalStreetQuarter Total "in_street_quarter" ByCellKind Optional "Tổ dân phố, tiểu khu" PEOPLE, None;
    /// Of these: in school cells.
    TotalSchool Total "in_school" ByCellKind Optional "Trường học" PEOPLE, None;
    /// Of these: in the military cell.
    TotalMilitary Total "in_military" ByCellKind Optional "Quân sự" PEOPLE, None;
    /// Of these: in the police cell.
    TotalPolice Total "in_police" ByCellKind Optional "Công an" PEOPLE, None;
    /// Of these: in the health station's cell.
    TotalHealthStation Total "in_health_station" ByCellKind Optional "Trạm y tế" PEOPLE, None;
    /// Of these: in office cells.
    TotalOffice Total "in_office" ByCellKind Optional "Cơ quan" PEOPLE, None;
    /// Of these: in enterprise cells.
    TotalEnterprise Total "in_enterprise" ByCellKind Optional "Doanh nghiệp" PEOPLE, None;
    /// Of these: in other cells.
    TotalOther Total "in_other" ByCellKind Optional "Loại khác" PEOPLE, None;

    // Durations: days from one step to the next
    /// Organization; applies to everything below it without durations of its own.
    DurationsOrganization Durations "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// Usual days until the certificate of the awareness class.
    UsualClass Durations "usual_class" Usual Optional "Học lớp bồi dưỡng nhận thức (ngày)" DAYS, None;
    /// Usual days until the application.
    UsualApplication Durations "usual_application" Usual Optional "Viết đơn (ngày)" DAYS, None;
    /// Usual days until the résumé.
    UsualResume Durations "usual_resume" Usual Optional "Khai lý lịch (ngày)" DAYS, None;
    /// Usual days until verification is answered.
    UsualVerification Durations "usual_verification" Usual Optional "Thẩm tra lý lịch (ngày)" DAYS, None;
    /// Usual days until the opinions.
    UsualOpinions Durations "usual_opinions" Usual Optional "Lấy ý kiến đoàn thể, nơi cư trú (ngày)" DAYS, None;
    /// Usual days until the cell's meeting.
    UsualMeeting Durations "usual_meeting" Usual Optional "Chi bộ họp xét (ngày)" DAYS, None;
    /// Usual days until the decision.
    UsualDecision Durations "usual_decision" Usual Optional "Cấp ủy xét, ra quyết định (ngày)" DAYS, None;
    /// Usual days until the ceremony.
    UsualCeremony Durations "usual_ceremony" Usual Optional "Tổ chức lễ (ngày)" DAYS, None;
    /// Minimum days until the certificate of the awareness class.
    LeastClass Durations "least_class" Least Optional "Học lớp bồi dưỡng nhận thức (ngày)" DAYS, None;
    /// Minimum days until the application.
    LeastApplication Durations "least_application" Least Optional "Viết đơn (ngày)" DAYS, None;
    /// Minimum days until the résumé.
    LeastResume Durations "least_resume" Least Optional "Khai lý lịch (ngày)" DAYS, None;
    /// Minimum days until verification is answered.
    LeastVerification Durations "least_verification" Least Optional "Thẩm tra lý lịch (ngày)" DAYS, None;
    /// Minimum days until the opinions.
    LeastOpinions Durations "least_opinions" Least Optional "Lấy ý kiến đoàn thể, nơi cư trú (ngày)" DAYS, None;
    /// Minimum days until the cell's meeting.
    LeastMeeting Durations "least_meeting" Least Optional "Chi bộ họp xét (ngày)" DAYS, None;
    /// Minimum days until the decision.
    LeastDecision Durations "least_decision" Least Optional "Cấp ủy xét, ra quyết định (ngày)" DAYS, None;
    /// Minimum days until the ceremony.
    LeastCeremony Durations "least_ceremony" Least Optional "Tổ chức lễ (ngày)" DAYS, None;

    // Survey: numbers only, never names
    /// Organization surveyed.
    SurveyOrganization Survey "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// Day of the survey.
    SurveyDay Survey "day" Main Always "Ngày khảo sát" PAST_DAY, None;
    /// Number of Youth Union members.
    KnownYouthUnion Survey "known_youth_union" Known Optional "Đoàn viên thanh niên" PEOPLE, None;
    /// Number of discharged soldiers.
    KnownSoldiers Survey "known_soldiers" Known Optional "Bộ đội xuất ngũ" PEOPLE, None;
    /// Number of graduates who returned home.
    KnownGraduates Survey "known_graduates" Known Optional "Sinh viên tốt nghiệp về địa phương" PEOPLE, None;
    /// Number of pupils and students.
    KnownStudents Survey "known_students" Known Optional "Học sinh, sinh viên" PEOPLE, None;
    /// Number of women.
    KnownWomen Survey "known_women" Known Optional "Phụ nữ" PEOPLE, None;
    /// Number of people of ethnic minorities.
    KnownMinorities Survey "known_minorities" Known Optional "Người dân tộc thiểu số" PEOPLE, None;
    /// Number of believers.
    KnownBelievers Survey "known_believers" Known Optional "Người có đạo" PEOPLE, None;
    /// Number of village heads and village officers.
    KnownVillageOfficers Survey "known_village_officers" Known Optional "Trưởng thôn, bản; cán bộ thôn, bản" PEOPLE, None;
    /// Number of health and school staff.
    KnownHealthAndSchool Survey "known_health_school" Known Optional "Viên chức y tế, giáo dục" PEOPLE, None;
    /// Number of workers.
    KnownWorkers Survey "known_workers" Known Optional "Công nhân, người lao động" PEOPLE, None;
    /// Number of people working away from home.
    KnownAway Survey "known_away" Known Optional "Người đi làm ăn xa" PEOPLE, None;

    // Key people: numbers only, never names
    /// Organization in whose area they are.
    KeyPeopleOrganization KeyPeople "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// The one place that the numbers are about; empty means all of the organization's area.
    KeyPeoplePlace KeyPeople "place" Main Optional "Chỉ riêng thôn, bản" Kind::Reference(RecordKind::Village), None;
    /// Day of the numbers.
    KeyPeopleDay KeyPeople "day" Main Always "Tại ngày" PAST_DAY, None;
    /// The post.
    KeyPeoplePost KeyPeople "post" Main Always "Chức danh" Kind::Choice(List::KeyPosts), None;
    /// How many hold the post.
    KeyPeopleAll KeyPeople "all" Main Always "Số người" PEOPLE, None;
    /// Of these: members.
    KeyPeopleMembers KeyPeople "members" Main Optional "Trong đó là đảng viên" PEOPLE, None;
    /// Where the numbers are from.
    KeyPeopleDocument KeyPeople "document" Main Optional "Văn bản" WORDS, None;

    // Awareness class
    /// Name of the class.
    ClassName AwarenessClass "name" Main Always "Tên lớp" NAME, None;
    /// Organization whose people attend.
    ClassOrganization AwarenessClass "organization" Main Always "Tổ chức cử người học" ORGANIZATION, None;
    /// First day.
    ClassFrom AwarenessClass "from" Main Always "Ngày mở lớp" ANY_DAY, None;
    /// Last day.
    ClassTo AwarenessClass "to" Main Optional "Ngày bế giảng" ANY_DAY, None;
    /// Where it is held.
    ClassPlace AwarenessClass "place" Main Optional "Nơi học" NAME, None;
    /// Places in the class.
    ClassSeats AwarenessClass "seats" Main Optional "Số chỗ" PEOPLE, None;
    /// Number of people sent.
    ClassSent AwarenessClass "sent" Main Optional "Số người được cử" PEOPLE, None;
    /// Number of people certified.
    ClassCertified AwarenessClass "certified" Main Optional "Số người được cấp giấy chứng nhận" PEOPLE, None;
    /// Issue day of the certificates.
    ClassCertificates AwarenessClass "certificates" Main Optional "Ngày cấp giấy chứng nhận" PAST_DAY, None;
    /// Where it is from.
    ClassDocument AwarenessClass "document" Main Optional "Văn bản" WORDS, None;

    // Reason: numbers only, never names
    /// Organization in whose area nobody was found.
    ReasonOrganization Reason "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// The place.
    ReasonPlace Reason "place" Main Optional "Thôn, bản" Kind::Reference(RecordKind::Village), None;
    /// The year.
    ReasonYear Reason "year" Main Always "Năm" Kind::When, None;
    /// The reason.
    ReasonKind Reason "why" Main Always "Lý do" Kind::Choice(List::Reasons), None;
    /// The reason in the committee's words.
    ReasonOwn Reason "own" Main Optional "Lý do khác, theo cách gọi của cấp ủy" WORDS, None;
    /// Number of people to whom it applies.
    ReasonPeople Reason "people" Main Optional "Số người, nếu đếm được" PEOPLE, None;

    // Points
    /// Organization; applies to everything below it without a table of its own.
    PointsOrganization Points "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// Points for each percent of the target.
    PointsPerPercent Points "per_percent" Main Optional "Điểm cho mỗi 1% chỉ tiêu" Kind::Decimal, None;
    /// Points for each admission.
    PointsPerAdmission Points "per_admission" Main Optional "Điểm cho mỗi người kết nạp" Kind::Decimal, None;
    /// Points deducted from a cell without any admission in the period.
    PointsWithoutAny Points "without_any" Main Optional "Điểm bị trừ nếu không kết nạp được ai" Kind::Decimal, None;
    /// Maximum number of points.
    PointsMost Points "most" Main Optional "Điểm tối đa" Kind::Decimal, None;
    /// Document that sets the table.
    PointsDocument Points "document" Main Optional "Văn bản" WORDS, None;

    // Authority
    /// Organization whose admissions are decided.
    AuthorityOrganization Authority "organization" Main Always "Tổ chức" ORGANIZATION, None;
    /// Who decides.
    AuthorityBody Authority "body" Main Always "Cấp quyết định kết nạp" Kind::Choice(List::DecidingBodies), None;
    /// First day.
    AuthorityFrom Authority "from" Main Always "Từ ngày" ANY_DAY, None;
    /// Document that gives the authority.
    AuthorityDocument Authority "document" Main Optional "Văn bản" WORDS, None;

    // Assignment
    /// The committee member.
    AssignmentName Assignment "name" Main Always "Cấp ủy viên phụ trách" NAME, None;
    /// Assigned organization, with everything below it.
    AssignmentOrganization Assignment "organization" Main Optional "Phụ trách tổ chức" ORGANIZATION, None;
    /// Assigned village.
    AssignmentVillage Assignment "village" Main Optional "Phụ trách thôn, bản" Kind::Reference(RecordKind::Village), None;
    /// First day.
    AssignmentSince Assignment "since" Main Always "Từ ngày" ANY_DAY, None;
    /// Last day.
    AssignmentUntil Assignment "until" Main Optional "Đến ngày" ANY_DAY, None;

    // Office rules
    /// Number and day of issue of the instrument, or the year of the days off.
    RulesTitle OfficeRules "title" Main Always "Văn bản" WORDS, None;
    /// The office that wrote the file.
    RulesOffice OfficeRules "office" Main Optional "Cơ quan gửi" WORDS, None;
    /// Who read the instrument.
    RulesReader OfficeRules "reader" Main Optional "Người đọc văn bản" WORDS, None;
    /// When it was read.
    RulesRead OfficeRules "read" Main Optional "Ngày đọc văn bản" ANY_DAY, None;
    /// Whether it counts although the program knows more of the instrument.
    RulesKeep OfficeRules "keep" Main Optional "Giữ giá trị của cơ quan" ANSWER, None;
    /// The rows, as in the file.
    RulesRows OfficeRules "rows" Main Always "Nội dung" Kind::Text { max: 200_000 }, None;

    // Member
    /// Name.
    MemberName Member "name" Main Always "Họ và tên" NAME, None;
    /// The cell that counts the member.
    MemberCell Member "cell" Main Always "Thuộc chi bộ" ORGANIZATION, None;
    /// Day of the decision to admit; party age starts then.
    #[doc(alias = "ngày vào Đảng")]
    MemberAdmitted Member "admitted" Main Always "Ngày vào Đảng" PAST_DAY, None;
    /// Whether official or on probation, where the day of recognition is unknown.
    MemberOfficial Member "official" Main Optional "Chính thức hay dự bị" Kind::Choice(List::Memberships), None;
    /// Day of recognition as an official member; empty while on probation.
    MemberRecognition Member "recognition" Main Optional "Ngày công nhận chính thức" PAST_DAY, None;
    /// First day in this cell, where that is later.
    MemberJoined Member "joined" Main Optional "Về chi bộ từ ngày" PAST_DAY, None;
    /// How the member came to this cell, if not by admission.
    MemberArrival Member "arrival" Main Optional "Vì sao về chi bộ" Kind::Choice(List::Arrivals), None;
    /// Standing of the member; empty means active.
    MemberStanding Member "standing" Main Optional "Tình trạng" Kind::Choice(List::Standings), None;
    /// First day of this standing.
    MemberStandingSince Member "standing_since" Main Optional "Từ ngày (tình trạng)" PAST_DAY, None;
    /// Where the member attends meetings, if not at the cell.
    MemberMeetsAt Member "meets_at" Main Optional "Nơi đang sinh hoạt" NAME, None;

    /// The place where the member lives or works.
    MemberPlace Member "place" Main Optional "Thôn, bản" Kind::Reference(RecordKind::Village), None;

    // Candidate: identity
    /// Name as on the birth certificate.
    #[doc(alias = "họ và tên khai sinh")]
    Name Candidate "name" Identity Always "Họ và tên" NAME, item(1);
    /// Cell that follows the candidate.
    CandidateCell Candidate "cell" Identity Always "Chi bộ" ORGANIZATION, None;
    /// The place where the person lives or works, for counting places without members.
    CandidatePlace Candidate "place" Identity Optional "Thôn, bản" Kind::Reference(RecordKind::Village), None;
    /// Birth date.
    Birth Candidate "birth" Identity Always "Ngày sinh" PAST_DAY, item(3);
    /// Sex.
    SexOfCandidate Candidate "sex" Identity Always "Giới tính" Kind::Choice(List::Sexes), item(4);
    /// Citizen identification number.
    #[doc(alias = "số căn cước")]
    CitizenId Candidate "citizen_id" Identity Optional "Số căn cước" Kind::CitizenId, item(3);
    /// Ethnic group.
    EthnicGroup Candidate "ethnic_group" Identity Optional "Dân tộc" Kind::Choice(List::EthnicGroup), item(8);
    /// Religion; "none" is an answer.
    Religion Candidate "religion" Identity Optional "Tôn giáo" Kind::Choice(List::Religion), item(9);
    /// Occupation by the categories of the statistics.
    Occupation Candidate "occupation" Identity Optional "Nghề nghiệp (theo thống kê)" Kind::Choice(List::Occupations), item(10);
    /// A post that the candidate holds in the village.
    CandidatePost Candidate "post" Identity Optional "Chức danh ở thôn, bản" Kind::Choice(List::KeyPosts), None;
    /// Source group, besides those that follow from other fields.
    SourceGroup Candidate "source_group" Identity Optional "Nhóm nguồn" Kind::Choice(List::SourceGroups), None;
    /// Lives in an area with a lower education requirement.
    LivesInHardArea Candidate "hard_area" Identity Dossier "Địa bàn khó khăn" Kind::Choice(List::HardAreas), None;
    /// A village elder, head or person of standing.
    #[doc(alias = "già làng, trưởng bản, người có uy tín")]
    Standing Candidate "standing" Identity Optional "Già làng, trưởng bản, người có uy tín" ANSWER, None;

    // Details
    /// Any other name in use.
    OtherName Candidate "other_name" Details Optional "Tên gọi khác" NAME, item(2);
    /// Phone number.
    Phone Candidate "phone" Details Optional "Số điện thoại" Kind::Phone, None;
    /// Commune where the birth was registered, by its present name.
    BirthPlace Candidate "birth_place" Details Dossier "Nơi đăng ký khai sinh: xã, phường" NAME, item(5);
    /// Its province since 1 July 2025.
    BirthProvince Candidate "birth_province" Details Dossier "Nơi đăng ký khai sinh: tỉnh" Kind::Choice(List::Provinces), item(5);
    /// Name on the birth certificate, if different.
    OldBirthPlace Candidate "old_birth_place" Details Optional "Tên cũ của nơi khai sinh" NAME, item(5);
    /// Its province until 30 June 2025.
    OldBirthProvince Candidate "old_birth_province" Details Optional "Tỉnh ngay trước ngày 1/7/2025" Kind::Choice(List::OldProvinces), item(5);
    /// Commune of family origin.
    #[doc(alias = "quê quán")]
    HomePlace Candidate "home_place" Details Dossier "Quê quán: xã, phường" NAME, item(6);
    /// Its province.
    HomeProvince Candidate "home_province" Details Dossier "Quê quán: tỉnh" Kind::Choice(List::Provinces), item(6);
    /// Registered home: village, commune.
    Residence Candidate "residence" Details Dossier "Nơi cư trú" WORDS, item(7);
    /// Its province.
    ResidenceProvince Candidate "residence_province" Details Dossier "Nơi cư trú: tỉnh" Kind::Choice(List::Provinces), item(7);
    /// Temporary residence, if any.
    TemporaryResidence Candidate "temporary_residence" Details Optional "Nơi tạm trú" WORDS, item(7);
    /// Citizenship.
    Nationality Candidate "nationality" Details Optional "Quốc tịch" NAME, item(8);
    /// Rank of a member of the clergy.
    ReligiousRank Candidate "religious_rank" Details Optional "Chức sắc, chức việc trong tôn giáo" NAME, item(9);
    /// Present occupation, as free text.
    Work Candidate "work" Details Dossier "Nghề nghiệp hiện nay" WORDS, item(10);

    // Learning
    /// General education.
    Education Candidate "education" Learning Dossier "Trình độ văn hóa" Kind::Choice(List::Education), item(11);
    /// Professional qualification.
    Qualification Candidate "qualification" Learning Optional "Trình độ chuyên môn" Kind::Choice(List::Qualification), item(11);
    /// Day of joining the Youth Union.
    YouthUnion Candidate "youth_union" Learning Optional "Ngày vào Đoàn" Kind::When, item(12);
    /// Place of joining it.
    YouthUnionPlace Candidate "youth_union_place" Learning Optional "Nơi vào Đoàn" NAME, item(12);

    // Skills
    /// Completed grade out of how many, such as `12/12`.
    Schooling Candidate "schooling" Skills Dossier "Giáo dục phổ thông: lớp đã học hết" NAME, item(11);
    /// Field of study.
    FieldOfStudy Candidate "field_of_study" Skills Optional "Ngành học, nghề được đào tạo" NAME, item(11);
    /// Highest degree, with its year.
    Degree Candidate "degree" Skills Optional "Học vị cao nhất" NAME, item(11);
    /// Academic title, with its year.
    AcademicTitle Candidate "academic_title" Skills Optional "Học hàm" NAME, item(11);
    /// Political theory.
    PoliticalTheory Candidate "political_theory" Skills Optional "Lý luận chính trị" Kind::Choice(List::PoliticalTheory), item(11);
    /// Foreign languages.
    ForeignLanguage Candidate "foreign_language" Skills Optional "Ngoại ngữ" NAME, item(11);
    /// Computing.
    Computing Candidate "computing" Skills Optional "Tin học" NAME, item(11);
    /// Languages of ethnic groups.
    MinorityLanguage Candidate "minority_language" Skills Optional "Tiếng dân tộc thiểu số" NAME, item(11);

    // Readmission
    /// Whether the person was a member before.
    WasMember Candidate "was_member" Readmission Optional "Đã từng là đảng viên" ANSWER, item(13);
    /// First admission.
    FirstAdmission Candidate "first_admission" Readmission Optional "Ngày vào Đảng lần thứ nhất" PAST_DAY, item(13);
    /// Place of the first admission.
    FirstAdmissionPlace Candidate "first_admission_place" Readmission Optional "Nơi vào Đảng lần thứ nhất" NAME, item(13);
    /// First recognition.
    FirstRecognition Candidate "first_recognition" Readmission Optional "Ngày công nhận chính thức lần thứ nhất" PAST_DAY, item(13);
    /// Introducers at the first admission.
    FirstIntroducers Candidate "first_introducers" Readmission Optional "Người giới thiệu lần thứ nhất" WORDS, item(13);
    /// Day the person left the party.
    LeftParty Candidate "left_party" Readmission Optional "Ngày ra khỏi Đảng" PAST_DAY, None;
    /// Reason for leaving.
    LeftBecause Candidate "left_because" Readmission Optional "Lý do ra khỏi Đảng" Kind::Choice(List::LeftFor), None;
    /// Day the criminal record was cleared.
    RecordCleared Candidate "record_cleared" Readmission Optional "Ngày được xóa án tích" PAST_DAY, None;
    /// Whether the person was readmitted before.
    WasReadmitted Candidate "was_readmitted" Readmission Optional "Đã từng được kết nạp lại" ANSWER, None;
    /// Day of the province's written consent.
    ProvinceConsent Candidate "province_consent" Readmission Optional "Ngày cấp tỉnh đồng ý bằng văn bản" PAST_DAY, None;

    // Sections of the full level, and sections with rows
    /// The person's own account of their life.
    Life Candidate "life" Life Dossier "Lịch sử bản thân" ACCOUNT, item(14);
    /// Whether all occupations are among the rows.
    JobsDeclared Candidate "jobs_declared" Jobs Dossier "Quá trình công tác" DECLARATION, item(15);
    /// Answers about certain historical periods.
    Times Candidate "times" Times Dossier "Đặc điểm lịch sử" ACCOUNT, item(16);
    /// Whether all courses are among the rows.
    StudiesDeclared Candidate "studies_declared" Studies Dossier "Lớp đào tạo, bồi dưỡng" DECLARATION, item(17);
    /// Whether all stays abroad are among the rows.
    TripsDeclared Candidate "trips_declared" Trips Dossier "Đi nước ngoài" DECLARATION, item(18);
    /// Whether all awards are among the rows.
    AwardsDeclared Candidate "awards_declared" Awards Dossier "Khen thưởng" DECLARATION, item(19);
    /// Whether all measures are among the rows.
    DisciplinesDeclared Candidate "disciplines_declared" Disciplines Dossier "Kỷ luật" DECLARATION, item(20);
    /// Whether all relatives are among the rows.
    RelativesDeclared Candidate "relatives_declared" Family Dossier "Hoàn cảnh gia đình" DECLARATION, item(21);
    /// Self-assessment.
    SelfAssessment Candidate "self_assessment" Pledge Dossier "Tự nhận xét" ACCOUNT, item(22);
    /// Day of pledge and signature.
    Pledged Candidate "pledged" Pledge Dossier "Ngày cam đoan, ký tên" PAST_DAY, item(23);

    // Preparation
    /// Day the cell introduced the person as a source.
    Introduced Candidate "introduced" Preparation Optional "Ngày giới thiệu nguồn" PAST_DAY, None;
    /// The awareness class that the person attends or attended.
    CandidateClass Candidate "class" Preparation Optional "Lớp bồi dưỡng nhận thức" Kind::Reference(RecordKind::AwarenessClass), None;
    /// Day the person was sent to the awareness class.
    SentToClass Candidate "sent_to_class" Preparation Optional "Ngày cử học lớp bồi dưỡng nhận thức về Đảng" PAST_DAY, None;
    /// Issue day of the class certificate.
    #[doc(alias = "giấy chứng nhận bồi dưỡng nhận thức về Đảng")]
    Certificate Candidate "certificate" Preparation Dossier "Ngày cấp giấy chứng nhận" PAST_DAY, None;
    /// Day of the application.
    #[doc(alias = "đơn xin vào Đảng")]
    Application Candidate "application" Preparation Dossier "Ngày làm đơn" PAST_DAY, None;
    /// Day of the résumé.
    #[doc(alias = "lý lịch của người xin vào Đảng")]
    Resume Candidate "resume" Preparation Dossier "Ngày khai lý lịch" PAST_DAY, None;

    // Introducers
    /// Who introduces the applicant.
    IntroducedBy Candidate "introduced_by" Introducers Dossier "Ai giới thiệu" Kind::Choice(List::IntroducedBy), None;
    /// First member who introduces.
    Introducer1 Candidate "introducer_1" Introducers Dossier "Người giới thiệu 1" NAME, None;
    /// Whether the first introducer is an official member.
    Introducer1Official Candidate "introducer_1_official" Introducers Optional "Người giới thiệu 1 là đảng viên chính thức" ANSWER, None;
    /// Start of working, studying or living in the same place as the first introducer.
    Introducer1Since Candidate "introducer_1_since" Introducers Optional "Ở cùng nơi với người giới thiệu 1 từ" Kind::When, None;
    /// Second member who introduces.
    Introducer2 Candidate "introducer_2" Introducers Optional "Người giới thiệu 2" NAME, None;
    /// Whether the second introducer is an official member.
    Introducer2Official Candidate "introducer_2_official" Introducers Optional "Người giới thiệu 2 là đảng viên chính thức" ANSWER, None;
    /// Start of working, studying or living in the same place as the second introducer.
    Introducer2Since Candidate "introducer_2_since" Introducers Optional "Ở cùng nơi với người giới thiệu 2 từ" Kind::When, None;
    /// Whether one of them takes the place of an introducer who can no longer follow the applicant.
    IntroducerReplaced Candidate "introducer_replaced" Introducers Optional "Có người thay người giới thiệu trước (đã chuyển đi, không theo dõi được nữa)" ANSWER, None;
    /// Day of the resolution of the Youth Union's or the trade union's committee.
    UnionResolution Candidate "union_resolution" Introducers Optional "Ngày nghị quyết của Đoàn hoặc công đoàn" PAST_DAY, None;

    // Verification
    /// Day verification of the applicant was requested.
    SelfAsked Candidate "self_asked" Verification Optional "Ngày gửi thẩm tra bản thân" PAST_DAY, None;
    /// Day of the answer; its content is never stored.
    SelfAnswered Candidate "self_answered" Verification Dossier "Ngày nhận trả lời thẩm tra bản thân" PAST_DAY, None;
    /// Day of the opinions of mass bodies.
    BodiesHeard Candidate "bodies_heard" Verification Dossier "Ngày lấy ý kiến đoàn thể" PAST_DAY, None;
    /// Day of the opinion of the cell at the place of residence.
    ResidenceHeard Candidate "residence_heard" Verification Optional "Ngày lấy ý kiến chi bộ nơi cư trú" PAST_DAY, None;
    /// Day of the verifying committee's remark; its content is never stored.
    VerifierRemark Candidate "verifier_remark" Verification Optional "Ngày cấp ủy nơi thẩm tra ghi nhận xét" PAST_DAY, item(24);
    /// Day of the cell's remark.
    CellRemark Candidate "cell_remark" Verification Optional "Ngày chi ủy (chi bộ) ghi nhận xét" PAST_DAY, item(25);
    /// Day of the base committee's certification.
    Certification Candidate "certification" Verification Optional "Ngày cấp ủy cơ sở chứng nhận" PAST_DAY, item(26);

    // Meeting
    /// Day of the cell's meeting.
    CellMeeting Candidate "cell_meeting" Meeting Optional "Ngày họp chi bộ" ANY_DAY, None;
    /// Official members of the cell on that day.
    OfficialMembers Candidate "official_members" Meeting Optional "Số đảng viên chính thức" Kind::Count { most: 10_000 }, None;
    /// Of these: transferred out temporarily, or excused and absent.
    Excused Candidate "excused" Meeting Optional "Số được trừ" Kind::Count { most: 10_000 }, None;
    /// Votes for admission.
    VotesFor Candidate "votes_for" Meeting Optional "Số phiếu tán thành" Kind::Count { most: 10_000 }, None;

    // Admission
    /// Day of the appraisal by the intermediate committee, where there is one.
    BranchAppraisal Candidate "branch_appraisal" Admission Optional "Ngày đảng ủy bộ phận thẩm định" PAST_DAY, None;
    /// Day of the base committee's resolution, where there is one.
    BaseResolution Candidate "base_resolution" Admission Optional "Ngày nghị quyết của đảng ủy cơ sở" PAST_DAY, None;
    /// Day the dossier was sent to the deciding body.
    SentUp Candidate "sent_up" Admission Optional "Ngày gửi hồ sơ lên cấp quyết định" PAST_DAY, None;
    /// Deciding body, if it differs from the organization's setting.
    DecidedBy Candidate "decided_by" Admission Optional "Cấp ra quyết định" Kind::Choice(List::DecidingBodies), None;
    /// Day of the decision to admit.
    Decision Candidate "decision" Admission Optional "Ngày quyết định" PAST_DAY, None;
    /// Number of the decision.
    DecisionNumber Candidate "decision_number" Admission Optional "Số quyết định" Kind::DocumentNumber, None;
    /// Day the cell received the decision.
    DecisionReceived Candidate "decision_received" Admission Optional "Ngày chi bộ nhận quyết định" PAST_DAY, None;
    /// Day of the ceremony.
    #[doc(alias = "lễ kết nạp")]
    Ceremony Candidate "ceremony" Admission Optional "Ngày kết nạp" PAST_DAY, None;

    // Probation
    /// Day of the member's own file.
    #[doc(alias = "lý lịch đảng viên")]
    MemberFile Candidate "member_file" Probation Optional "Ngày khai lý lịch đảng viên" PAST_DAY, None;
    /// Issue day of the certificate of the class for new members.
    NewMemberClass Candidate "new_member_class" Probation Optional "Ngày cấp giấy chứng nhận lớp đảng viên mới" PAST_DAY, None;
    /// Day of the self-review.
    SelfReview Candidate "self_review" Probation Optional "Ngày tự kiểm điểm" PAST_DAY, None;
    /// Day of the helping member's remark.
    HelperRemark Candidate "helper_remark" Probation Optional "Ngày người giúp đỡ nhận xét" PAST_DAY, None;
    /// Day of the opinions of mass bodies and of the place of residence.
    ProbationOpinions Candidate "probation_opinions" Probation Optional "Ngày lấy ý kiến đoàn thể, nơi cư trú" PAST_DAY, None;

    // Recognition
    /// Day of the cell's meeting about recognition.
    RecognitionMeeting Candidate "recognition_meeting" Recognition Optional "Ngày chi bộ họp xét công nhận" PAST_DAY, None;
    /// Day of the appraisal by the intermediate committee, where there is one.
    RecognitionAppraisal Candidate "recognition_appraisal" Recognition Optional "Ngày đảng ủy bộ phận thẩm định việc công nhận" PAST_DAY, None;
    /// Day of the base committee's resolution, where there is one.
    RecognitionResolution Candidate "recognition_resolution" Recognition Optional "Ngày nghị quyết của đảng ủy cơ sở về công nhận" PAST_DAY, None;
    /// Day the decision on recognition was signed.
    RecognitionDecision Candidate "recognition_decision" Recognition Optional "Ngày ký quyết định công nhận" PAST_DAY, None;
    /// Day of recognition as an official member.
    Recognition Candidate "recognition" Recognition Optional "Ngày công nhận chính thức" PAST_DAY, None;

    // Moves
    /// First day of working elsewhere, while the cell goes on following.
    AwaySince Candidate "away_since" Moves Optional "Đi làm ăn xa từ ngày" PAST_DAY, None;
    /// Day of the latest news.
    AwayHeard Candidate "away_heard" Moves Optional "Liên lạc lần gần nhất" PAST_DAY, None;

    // Ending
    /// Why the person is no longer followed.
    EndedBecause Candidate "ended_because" Ending Optional "Lý do dừng theo dõi" Kind::Choice(List::EndedFor), None;
    /// First day of no longer being followed.
    Ended Candidate "ended" Ending Optional "Ngày dừng theo dõi" PAST_DAY, None;
    /// New place, if the person moved.
    MovedTo Candidate "moved_to" Ending Optional "Chuyển đến đâu" NAME, None;
    /// Day the dossier was forwarded.
    DossierMoved Candidate "dossier_moved" Ending Optional "Ngày chuyển hồ sơ đi" PAST_DAY, None;

    // Keeping
    /// Day the person consented to storing the record.
    Consent Candidate "consent" Keeping Dossier "Ngày người này đồng ý cho giữ thông tin" PAST_DAY, None;
    /// Day by which the record has to be deleted.
    DeleteBy Candidate "delete_by" Keeping Optional "Ngày phải xóa khỏi máy" ANY_DAY, None;
    /// Who holds the paper, and where.
    Holder Candidate "holder" Keeping Optional "Hồ sơ giấy ai giữ, ở đâu" NAME, None;

    // Paper
    /// Whether the section exists on paper.
    PaperExists Paper "there" Main Always "Đã có trên giấy" ANSWER, None;
    /// Day of the paper.
    PaperDay Paper "day" Main Optional "Ngày trên giấy" PAST_DAY, None;
    /// Who holds the paper.
    PaperHolder Paper "holder" Main Optional "Ai giữ" NAME, None;

    // Relative
    /// Relation to the applicant.
    RelativeRelation Relative "relation" Main Always "Quan hệ" Kind::Choice(List::Relations), item(21);
    /// Name.
    RelativeName Relative "name" Main Always "Họ và tên" NAME, item(21);
    /// Birth year or date.
    RelativeBirth Relative "birth" Main Optional "Năm sinh" Kind::When, item(21);
    /// Year or date of death.
    RelativeDeath Relative "death" Main Optional "Năm mất" Kind::When, item(21);
    /// Place of residence.
    RelativeResidence Relative "residence" Main Optional "Nơi cư trú" WORDS, item(21);
    /// Occupation and place of work.
    RelativeWork Relative "work" Main Optional "Nghề nghiệp, nơi làm việc" WORDS, item(21);
    /// Whether the relative is a member whose own file declares everything.
    RelativeIsMember Relative "member" Main Optional "Là đảng viên, lý lịch đã khai đầy đủ" ANSWER, None;
    /// Whether the relative is exempt from verification; the reason is never stored.
    RelativeIsExempt Relative "exempt" Main Optional "Không thuộc diện thẩm tra" ANSWER, None;
    /// Where verification was requested.
    RelativeAskedAt Relative "asked_at" Main Optional "Gửi thẩm tra đến" NAME, None;
    /// Day verification was requested.
    RelativeAsked Relative "asked" Main Optional "Ngày gửi thẩm tra" PAST_DAY, None;
    /// Day of the answer; its content is never stored.
    RelativeAnswered Relative "answered" Main Optional "Ngày nhận trả lời" PAST_DAY, None;

    // Job
    /// First month.
    JobFrom Job "from" Main Always "Từ tháng" Kind::Month, item(15);
    /// Last month; empty if ongoing.
    JobTo Job "to" Main Optional "Đến tháng" Kind::Month, item(15);
    /// Occupation, office, position.
    JobWork Job "work" Main Always "Làm việc gì, chức vụ gì" WORDS, item(15);
    /// Place.
    JobPlace Job "place" Main Optional "Ở đâu" WORDS, item(15);

    // Study
    /// First month.
    StudyFrom Study "from" Main Always "Từ tháng" Kind::Month, item(17);
    /// Last month.
    StudyTo Study "to" Main Optional "Đến tháng" Kind::Month, item(17);
    /// Field of study or course.
    StudyCourse Study "course" Main Always "Ngành học, tên lớp" WORDS, item(17);
    /// School.
    StudySchool Study "school" Main Optional "Tên trường" WORDS, item(17);
    /// Form of attendance.
    StudyForm Study "form" Main Optional "Hình thức học" Kind::Choice(List::StudyForms), item(17);
    /// Certificate or degree.
    StudyCertificate Study "certificate" Main Optional "Văn bằng, chứng chỉ" NAME, item(17);

    // Trip
    /// First month.
    TripFrom Trip "from" Main Always "Từ tháng" Kind::Month, item(18);
    /// Last month.
    TripTo Trip "to" Main Optional "Đến tháng" Kind::Month, item(18);
    /// Country.
    TripCountry Trip "country" Main Always "Nước đến" NAME, item(18);
    /// Purpose.
    TripPurpose Trip "purpose" Main Optional "Đi làm gì" WORDS, item(18);
    /// Who authorized the stay.
    TripDecidedBy Trip "decided_by" Main Optional "Cơ quan cử đi" NAME, item(18);

    // Award
    /// Year or day.
    AwardWhen Award "when" Main Always "Thời gian" Kind::When, item(19);
    /// The award.
    AwardForm Award "form" Main Always "Hình thức khen thưởng" WORDS, item(19);
    /// Who granted it.
    AwardBy Award "by" Main Optional "Cấp quyết định" NAME, item(19);

    // Discipline: the reason is never stored
    /// Year or day.
    DisciplineWhen Discipline "when" Main Always "Thời gian" Kind::When, item(20);
    /// The measure.
    DisciplineForm Discipline "form" Main Always "Hình thức kỷ luật" Kind::Choice(List::Disciplines), item(20);
    /// Who imposed it.
    DisciplineBy Discipline "by" Main Optional "Cấp quyết định" NAME, item(20);

    // Inquiry: the content of the answer is never stored
    /// Addressee of the letter.
    InquiryPlace Inquiry "place" Main Always "Gửi đến" NAME, None;
    /// Subject of the letter.
    InquirySubject Inquiry "subject" Main Always "Thẩm tra về ai" Kind::Choice(List::InquirySubjects), None;
    /// Day the letter was sent.
    InquirySent Inquiry "sent" Main Always "Ngày gửi" PAST_DAY, None;
    /// Day an answer is due.
    InquiryDue Inquiry "due" Main Optional "Hạn trả lời" ANY_DAY, None;
    /// Day of the last reminder.
    InquiryReminded Inquiry "reminded" Main Optional "Ngày nhắc gần nhất" PAST_DAY, None;
    /// Day of the answer.
    InquiryAnswered Inquiry "answered" Main Optional "Ngày nhận trả lời" PAST_DAY, None;

    // Helper
    /// The member's name.
    HelperName Helper "name" Main Always "Đảng viên giúp đỡ" NAME, None;
    /// First day.
    HelperSince Helper "since" Main Always "Từ ngày" PAST_DAY, None;
    /// Last day.
    HelperUntil Helper "until" Main Optional "Đến ngày" PAST_DAY, None;

    // Note
    /// The field to correct.
    NoteItem Note "item" Main Always "Mục phải sửa" Kind::Item, None;
    /// What to correct.
    NoteText Note "text" Main Optional "Phải sửa gì" WORDS, None;
    /// Who returned the dossier.
    NoteBy Note "by" Main Optional "Cấp trả lại" NAME, None;
    /// Day it was returned.
    NoteDay Note "day" Main Optional "Ngày trả lại" PAST_DAY, None;
    /// Day it was corrected.
    NoteMended Note "mended" Main Optional "Ngày đã sửa" PAST_DAY, None;

    // Move: what was done before stays with the person, what counted stays with the cell where it was
    /// First day in the new cell.
    MoveDay Move "day" Main Always "Từ ngày" PAST_DAY, None;
    /// The new cell; empty if the person came from outside of this book.
    MoveTo Move "to" Main Optional "Chuyển đến chi bộ" ORGANIZATION, None;
    /// Where the person came from, if that is not in this book.
    MovePlace Move "place" Main Optional "Nơi chuyển đi (ngoài sổ)" NAME, None;
    /// Day of the paper that the old committee gives to people under consideration.
    #[doc(alias = "giấy chứng nhận đang được xem xét kết nạp")]
    MoveLetter Move "letter" Main Optional "Ngày giấy giới thiệu của nơi chuyển đi" PAST_DAY, None;
}

impl Field {
    /// The fields of a kind of record, in the order of its form.
    pub fn of(record: RecordKind) -> impl Iterator<Item = Field> + Clone {
        Field::ALL.iter().copied().filter(move |field| field.spec().record == record)
    }

    /// The field with this stored key.
    pub fn from_key(record: RecordKind, key: &str) -> Option<Field> {
        Field::of(record).find(|field| field.spec().key == key)
    }

    /// The field that titles a record of this kind: the first of its form.
    pub const fn title(record: RecordKind) -> Field {
        match record {
            RecordKind::Organization => Field::OrganizationName,
            RecordKind::Event => Field::EventOrganization,
            RecordKind::Village => Field::VillageName,
            RecordKind::Coverage => Field::CoverageOrganization,
            RecordKind::Headcount => Field::HeadcountOrganization,
            RecordKind::Target => Field::TargetOrganization,
            RecordKind::Total => Field::TotalOrganization,
            RecordKind::Durations => Field::DurationsOrganization,
            RecordKind::Survey => Field::SurveyOrganization,
            RecordKind::KeyPeople => Field::KeyPeopleOrganization,
            RecordKind::AwarenessClass => Field::ClassName,
            RecordKind::Reason => Field::ReasonOrganization,
            RecordKind::Points => Field::PointsOrganization,
            RecordKind::Authority => Field::AuthorityOrganization,
            RecordKind::Assignment => Field::AssignmentName,
            RecordKind::OfficeRules => Field::RulesTitle,
            RecordKind::Member => Field::MemberName,
            RecordKind::Candidate => Field::Name,
            RecordKind::Paper => Field::PaperExists,
            RecordKind::Relative => Field::RelativeRelation,
            RecordKind::Job => Field::JobFrom,
            RecordKind::Study => Field::StudyFrom,
            RecordKind::Trip => Field::TripFrom,
            RecordKind::Award => Field::AwardWhen,
            RecordKind::Discipline => Field::DisciplineWhen,
            RecordKind::Inquiry => Field::InquiryPlace,
            RecordKind::Helper => Field::HelperName,
            RecordKind::Note => Field::NoteItem,
            RecordKind::Move => Field::MoveDay,
        }
    }

    /// Whether it holds the name of a person.
    pub const fn is_persons_name(self) -> bool {
        matches!(
            self,
            Field::Name
                | Field::OtherName
                | Field::Introducer1
                | Field::Introducer2
                | Field::HelperName
                | Field::RelativeName
                | Field::MemberName
                | Field::AssignmentName
        )
    }

    /// The fields of a dossier section, in the order of the form.
    pub fn in_section(section: Section) -> impl Iterator<Item = Field> + Clone {
        Field::of(RecordKind::Candidate).filter(move |field| field.spec().section == section)
    }

    /// Item of the form 2-KNĐ of 2025, or of the form used until then.
    pub const fn item(self, old_form: bool) -> Option<FormItem> {
        if old_form { self.old_item() } else { self.spec().item }
    }

    /// Item of the form 2-KNĐ in use from 2017 to 2025, as far as its order is known
    /// (items 1 to 10: thuvienphapluat.vn, ly-lich-cua-nguoi-xin-vao-dang-921).
    pub const fn old_item(self) -> Option<FormItem> {
        item(match self {
            Field::Name => 1,
            Field::SexOfCandidate => 2,
            Field::OtherName => 4,
            Field::Birth => 5,
            Field::BirthPlace | Field::BirthProvince | Field::OldBirthPlace | Field::OldBirthProvince => 6,
            Field::HomePlace | Field::HomeProvince => 7,
            Field::Residence | Field::ResidenceProvince | Field::TemporaryResidence => 8,
            Field::EthnicGroup => 9,
            Field::Religion | Field::ReligiousRank => 10,
            _ => return None,
        })
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
            assert!(spec.key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'), "{field:?}");
            assert_eq!(Field::from_key(spec.record, spec.key), Some(*field));
        }
    }

    #[test]
    fn labels_are_unique_within_a_section() {
        let mut seen = BTreeSet::new();
        for field in Field::ALL {
            let spec = field.spec();
            assert!(seen.insert((spec.record, spec.section as u8, field.label())), "{field:?}");
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
