//! The sheets that can be printed about a candidate. Their content is in `text::sheets`.

/// A printable sheet about a candidate.
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
    /// The cell's resolution with the vote.
    #[doc(alias = "nghị quyết của chi bộ")]
    Resolution,
    /// What the dossier contains and what is missing.
    #[doc(alias = "danh mục hồ sơ")]
    Checklist,
}

impl Sheet {
    /// All sheets.
    pub const ALL: [Sheet; 5] =
        [Sheet::Application, Sheet::Resume, Sheet::Introduction, Sheet::Resolution, Sheet::Checklist];

    /// Name in URLs.
    pub const fn word(self) -> &'static str {
        match self {
            Sheet::Application => "print-application",
            Sheet::Resume => "print-resume",
            Sheet::Introduction => "print-introduction",
            Sheet::Resolution => "print-resolution",
            Sheet::Checklist => "print-checklist",
        }
    }
}
