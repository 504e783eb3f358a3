//! The table of findings: stable id, default severity, subject and short name of each. Which case is which row is in
//! `rule_row`, the sentences with their values are in `text`.

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Hints,
    /// Probably a mistake; a person may know better.
    Warns,
    /// The dossier would be returned.
    Blocks,
}

/// The subject of a finding, named after the module of `checks` that reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A single field.
    Field,
    /// Days in the wrong order.
    Order,
    /// Numbers of one record that are inconsistent.
    Numbers,
    /// Age at admission.
    Age,
    /// Citizen numbers.
    CitizenId,
    /// General education.
    Education,
    /// The Youth Union.
    YouthUnion,
    /// Notation and declarations.
    Details,
    /// The work history.
    History,
    /// Readmission of former members.
    Readmission,
    /// The class certificate.
    Certificate,
    /// Papers and opinions at the meeting.
    Papers,
    /// Introducers.
    Introducers,
    /// Verification.
    Verification,
    /// The vote.
    Vote,
    /// Consistency of the steps.
    Procedure,
    /// Time limits.
    Deadlines,
    /// Retention of the record.
    Keeping,
    /// The register, and settings of organizations.
    Register,
    /// The life of organizations.
    Life,
}

macro_rules! rules {
    ($($id:ident $text:literal $severity:ident $subject:ident $name:literal;)+) => {
        /// Identifies a finding: one variant per row of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum RuleId { $(#[doc = concat!("`", $text, "`")] $id,)+ }

        impl RuleId {
            /// All rows, in the order of the table.
            pub const ALL: &'static [RuleId] = &[$(RuleId::$id,)+];

            /// The stable id used in lists and scripts. Never changes.
            pub const fn as_str(self) -> &'static str {
                match self { $(RuleId::$id => $text,)+ }
            }

            /// The default severity.
            pub const fn severity(self) -> Severity {
                match self { $(RuleId::$id => Severity::$severity,)+ }
            }

            /// The subject.
            pub const fn subject(self) -> Subject {
                match self { $(RuleId::$id => Subject::$subject,)+ }
            }

            /// A short name for lists grouped by finding.
            pub const fn name(self) -> &'static str {
                match self { $(RuleId::$id => $name,)+ }
            }
        }
    };
}

rules! {
    NameEmpty "name.empty" Hints Field "Chưa ghi họ tên";
    FieldMissing "field.missing" Hints Field "Chưa điền";
    DateImpossible "date.impossible" Blocks Field "Ngày không đọc được";
    DateInFuture "date.in_future" Warns Field "Ngày chưa tới";
    DateOutOfOrder "date.out_of_order" Blocks Order "Ngày trước sau không khớp";
    PeriodReversed "period.reversed" Blocks Order "Ngày cuối trước ngày đầu";
    CountMalformed "count.malformed" Blocks Field "Số không đọc được";
    BoundMalformed "bound.malformed" Blocks Field "Mức giao không đọc được";
    PhoneMalformed "phone.malformed" Blocks Field "Số điện thoại sai";
    PhoneBefore2018 "phone.before_2018" Blocks Field "Đầu số điện thoại cũ";
    TextTooLong "text.too_long" Blocks Field "Ghi quá dài";
    TextSeveralCells "text.several_cells" Blocks Field "Nhiều ô bảng tính trong một mục";
    ChoiceUnknown "choice.unknown" Blocks Field "Không có trong danh sách";
    ReferenceMalformed "reference.malformed" Blocks Field "Mục đã chọn không còn";
    ReferenceGone "reference.gone" Warns Field "Mục đã chọn không còn";
    OrganizationCircle "organization.circle" Blocks Register "Tổ chức trực thuộc chính nó";
    TotalPartsDiffer "total.parts_differ" Warns Numbers "Cộng từng phần khác tổng số";
    AgeUnder18 "age.under_18" Blocks Age "Chưa đủ tuổi";
    AgeOver60 "age.over_60" Blocks Age "Quá tuổi";
    AgeImplausible "age.implausible" Warns Age "Năm sinh không hợp lý";
    OrganizationCodeTwice "organization.code_twice" Warns Register "Mã tổ chức trùng";
    OrganizationCodeMalformed "organization.code_malformed" Warns Field "Mã tổ chức sai";
    CitizenIdMalformed "citizen_id.malformed" Blocks Field "Số căn cước sai";
    CitizenIdUnknownProvince "citizen_id.unknown_province" Hints CitizenId "Số căn cước: mã tỉnh lạ";
    CitizenIdSexMismatch "citizen_id.sex_mismatch" Warns CitizenId "Số căn cước khác giới tính";
    CitizenIdBirthYearMismatch "citizen_id.birth_year_mismatch" Warns CitizenId "Số căn cước khác năm sinh";
    DuplicateCitizenId "duplicate.citizen_id" Warns CitizenId "Trùng số căn cước";
    EducationBelowMinimum "education.below_minimum" Blocks Education "Chưa đủ trình độ học vấn";
    EducationByGuidance "education.by_guidance" Hints Education "Trình độ học vấn: hỏi cấp trên";
    YouthUnionMissing "youth_union.missing" Warns YouthUnion "Chưa ghi ngày vào Đoàn";
    YouthUnionYoung "youth_union.young" Hints YouthUnion "Vào Đoàn quá sớm";
    CertificateMissing "certificate.missing" Blocks Papers "Chưa có giấy chứng nhận lớp nhận thức";
    PaperOld "paper.too_old" Warns Papers "Giấy tờ để quá lâu";
    CertificateExpired "certificate.expired" Blocks Certificate "Giấy chứng nhận hết giá trị";
    ApplicationMissing "application.missing" Blocks Papers "Chưa có đơn";
    ResumeMissing "resume.missing" Blocks Papers "Chưa có lý lịch";
    ApplicationAfterResume "order.application_after_resume" Blocks Papers "Đơn làm sau lý lịch";
    OpinionMissing "opinion.missing" Warns Papers "Chưa lấy ý kiến";
    IntroducerTooFew "introducer.too_few" Blocks Introducers "Thiếu người giới thiệu";
    IntroducerNotOfficial "introducer.not_official" Blocks Introducers "Người giới thiệu chưa chính thức";
    IntroducerTooShort "introducer.too_short" Blocks Introducers "Người giới thiệu cùng nơi chưa đủ tháng";
    IntroducerTwice "introducer.twice" Warns Introducers "Hai người giới thiệu trùng tên";
    IntroducerResolutionMissing "introducer.resolution_missing" Blocks Introducers "Chưa có nghị quyết của Đoàn, công đoàn";
    IntroducerLeft "introducer.left" Warns Procedure "Người giới thiệu không còn sinh hoạt";
    HelperLeft "helper.left" Warns Procedure "Người giúp đỡ không còn sinh hoạt";
    VerificationMissing "verification.missing" Blocks Verification "Chưa thẩm tra bản thân";
    VerificationRelativesOpen "verification.relatives_open" Blocks Verification "Chưa thẩm tra xong người thân";
    InquiryOverdue "inquiry.overdue" Warns Procedure "Công văn thẩm tra quá hạn trả lời";
    MeetingTooFewMembers "meeting.too_few_members" Blocks Vote "Chi bộ quá ít đảng viên chính thức";
    MeetingMembersDiffer "meeting.members_differ" Hints Procedure "Số đảng viên chính thức khác sổ đảng viên";
    VoteBelowTwoThirds "vote.below_two_thirds" Blocks Vote "Chưa đủ phiếu";
    VoteMoreThanBase "vote.more_than_base" Blocks Vote "Số phiếu nhiều hơn số người";
    VoteMoreExcusedThanMembers "vote.more_excused_than_members" Blocks Vote "Số được trừ quá lớn";
    HeadcountMoreOnProbation "headcount.more_on_probation_than_members" Blocks Numbers "Số dự bị nhiều hơn số đảng viên";
    DurationsLeastBeyondUsual "durations.least_beyond_usual" Warns Numbers "Số ngày nhanh nhất lâu hơn số ngày thường";
    DecisionWithoutMeeting "decision.without_meeting" Warns Procedure "Có quyết định mà chưa ghi ngày họp";
    DecisionBodyNotThere "decision.body_not_there" Warns Procedure "Cấp quyết định không còn hoặc chưa có";
    StepMissing "step.missing" Hints Procedure "Bỏ trống một bước";
    DeadlineDecisionOverdue "deadline.decision_overdue" Warns Deadlines "Quá hạn ra quyết định";
    DeadlineCeremonyOverdue "deadline.ceremony_overdue" Warns Deadlines "Quá hạn tổ chức lễ";
    DeadlineReviewOverdue "deadline.review_overdue" Warns Deadlines "Quá hạn họp xét công nhận";
    DeadlineRecognitionOverdue "deadline.recognition_overdue" Warns Deadlines "Quá hạn quyết định công nhận";
    ProbationNotComplete "probation.not_complete" Blocks Deadlines "Chưa hết dự bị";
    ProbationOver "probation.over" Warns Procedure "Đã hết 12 tháng dự bị";
    ReadmissionTooEarly "readmission.too_early" Blocks Readmission "Kết nạp lại quá sớm";
    ReadmissionBarred "readmission.barred" Blocks Readmission "Không được kết nạp lại";
    ReadmissionTwice "readmission.twice" Blocks Readmission "Kết nạp lại lần hai";
    ReadmissionConsentMissing "readmission.consent_missing" Blocks Readmission "Chưa có đồng ý của cấp tỉnh";
    ReadmissionDayMissing "readmission.day_missing" Blocks Readmission "Thiếu ngày để xét kết nạp lại";
    HistoryMonthsMissing "history.months_missing" Warns History "Quá trình công tác thiếu tháng";
    HistoryMonthsTwice "history.months_twice" Warns History "Quá trình công tác trùng tháng";
    DeclarationContradicts "declaration.contradicts" Warns Details "Khai đủ mà không khớp";
    ProvinceElsewhere "province.elsewhere" Warns Details "Tỉnh cũ, tỉnh mới không khớp";
    DocumentNumberStyle "document_number.style" Hints Details "Cách ghi số văn bản";
    SchoolingShape "schooling.shape" Warns Details "Cách ghi lớp học";
    RegulationGuidanceAhead "regulation.guidance_ahead" Hints Keeping "Họp lúc giao thời hai quy định";
    KeepingConsentMissing "keeping.consent_missing" Hints Keeping "Chưa ghi ngày đồng ý cho giữ thông tin";
    KeepingDeletionDue "keeping.deletion_due" Warns Keeping "Đến hạn xóa";
    DuplicateMember "duplicate.member" Warns Register "Một người ở hai chi bộ";
    EventIncomplete "event.incomplete" Warns Life "Việc đổi thay ghi chưa đủ";
    EventItself "event.itself" Blocks Life "Nhập vào chính nó";
    EventBeforeFounded "event.before_founded" Blocks Life "Đổi thay trước ngày thành lập";
    EventAfterEnd "event.after_end" Blocks Life "Đổi thay sau khi kết thúc";
    EventOtherNotThere "event.other_not_there" Warns Life "Tổ chức liên quan chưa có hoặc không còn";
    EventDivided "event.divided" Hints Life "Chia về nhiều nơi";
    OrganizationNoParent "organization.no_parent" Warns Life "Cấp trên đã kết thúc";
    OrganizationEnded "organization.ended" Warns Life "Ghi cho tổ chức đã kết thúc";
    HelperBeforeMove "helper.before_move" Hints Life "Chuyển chi bộ, chưa phân công người giúp đỡ mới";
    CoverageBeyondAll "coverage.beyond_all" Blocks Numbers "Nhiều hơn tổng số địa bàn";
    PartBeyondWhole "numbers.part_beyond_whole" Blocks Numbers "Phần nhiều hơn tổng số";
    CoverageContradicts "coverage.contradicts" Warns Numbers "Hai số về địa bàn mâu thuẫn";
    HeadcountMergerDiffers "headcount.merger_differs" Warns Life "Số đảng viên trước, sau hợp nhất không khớp";
    AssignmentNothing "assignment.nothing" Warns Register "Chưa chọn nơi phụ trách";
}
