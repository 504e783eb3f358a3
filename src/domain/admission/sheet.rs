//! The sheets that can be printed about a candidate. Their content is in `text::sheets`.

/// A printable sheet about a candidate, or all of a stage in one print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The application.
    #[doc(alias = "đơn xin vào Đảng")]
    Application,
    /// The résumé.
    #[doc(alias = "lý lịch của người xin vào Đảng")]
    Resume,
    /// The introduction by a member.
    #[doc(alias = "giấy giới thiệu người vào Đảng")]
    Introduction,
    /// Opinions of mass bodies and of the place of residence, gathered by the cell.
    #[doc(alias = "tổng hợp ý kiến nhận xét")]
    Opinions,
    /// The cell's resolution with the vote.
    #[doc(alias = "nghị quyết của chi bộ")]
    Resolution,
    /// The base committee's resolution.
    #[doc(alias = "nghị quyết của đảng ủy cơ sở")]
    BaseResolution,
    /// The decision on admission.
    #[doc(alias = "quyết định kết nạp đảng viên")]
    Decision,
    /// What the dossier contains and what is missing.
    #[doc(alias = "danh mục hồ sơ")]
    Checklist,
    /// The new member's review of their own probation.
    #[doc(alias = "bản tự kiểm điểm của đảng viên dự bị")]
    SelfReview,
    /// The helping member's remark.
    #[doc(alias = "bản nhận xét đảng viên dự bị")]
    HelperRemark,
    /// Opinions on the probation.
    ProbationOpinions,
    /// The cell's resolution on recognition.
    RecognitionResolution,
    /// The base committee's resolution on recognition.
    RecognitionBase,
    /// The decision on recognition.
    #[doc(alias = "quyết định công nhận đảng viên chính thức")]
    RecognitionDecision,
    /// All sheets of the admission.
    AllOfAdmission,
    /// All sheets of the recognition.
    AllOfRecognition,
}

impl Sheet {
    /// All sheets.
    pub const ALL: [Sheet; 16] = [
        Sheet::Application,
        Sheet::Resume,
        Sheet::Introduction,
        Sheet::Opinions,
        Sheet::Resolution,
        Sheet::BaseResolution,
        Sheet::Decision,
        Sheet::Checklist,
        Sheet::AllOfAdmission,
        Sheet::SelfReview,
        Sheet::HelperRemark,
        Sheet::ProbationOpinions,
        Sheet::RecognitionResolution,
        Sheet::RecognitionBase,
        Sheet::RecognitionDecision,
        Sheet::AllOfRecognition,
    ];

    /// Those of the admission, in the order of its steps.
    pub const ADMISSION: [Sheet; 8] = [
        Sheet::Application,
        Sheet::Resume,
        Sheet::Introduction,
        Sheet::Opinions,
        Sheet::Resolution,
        Sheet::BaseResolution,
        Sheet::Decision,
        Sheet::Checklist,
    ];

    /// Those of the recognition, in the order of its steps.
    pub const RECOGNITION: [Sheet; 6] = [
        Sheet::SelfReview,
        Sheet::HelperRemark,
        Sheet::ProbationOpinions,
        Sheet::RecognitionResolution,
        Sheet::RecognitionBase,
        Sheet::RecognitionDecision,
    ];

    /// The sheets that are printed together; none for a single one.
    pub const fn together(self) -> &'static [Sheet] {
        match self {
            Sheet::AllOfAdmission => &Sheet::ADMISSION,
            Sheet::AllOfRecognition => &Sheet::RECOGNITION,
            _ => &[],
        }
    }

    /// Name in URLs.
    pub const fn word(self) -> &'static str {
        match self {
            Sheet::Application => "print-application",
            Sheet::Resume => "print-resume",
            Sheet::Introduction => "print-introduction",
            Sheet::Opinions => "print-opinions",
            Sheet::Resolution => "print-resolution",
            Sheet::BaseResolution => "print-base",
            Sheet::Decision => "print-decision",
            Sheet::Checklist => "print-checklist",
            Sheet::SelfReview => "print-review",
            Sheet::HelperRemark => "print-remark",
            Sheet::ProbationOpinions => "print-probation",
            Sheet::RecognitionResolution => "print-recognition",
            Sheet::RecognitionBase => "print-recognition-base",
            Sheet::RecognitionDecision => "print-recognition-decision",
            Sheet::AllOfAdmission => "print-all",
            Sheet::AllOfRecognition => "print-all-recognition",
        }
    }

    /// Stable name of the form in the regulation; empty where none is prescribed.
    pub const fn form(self) -> &'static str {
        match self {
            Sheet::Application => "application",
            Sheet::Resume => "resume",
            Sheet::Introduction => "introduction",
            Sheet::Opinions => "opinions",
            Sheet::Resolution => "cell_resolution",
            Sheet::BaseResolution => "base_resolution",
            Sheet::Decision => "decision",
            Sheet::SelfReview => "self_review",
            Sheet::HelperRemark => "helper_remark",
            Sheet::ProbationOpinions => "probation_opinions",
            Sheet::RecognitionResolution => "recognition_cell",
            Sheet::RecognitionBase => "recognition_base",
            Sheet::RecognitionDecision => "recognition",
            Sheet::Checklist | Sheet::AllOfAdmission | Sheet::AllOfRecognition => "",
        }
    }
}
