//! Record kinds and record ids. How the fields of a record change over time is in `book`.

use std::fmt;
use std::sync::Arc;

use crate::domain::value::letters::split_last;

/// What a record describes. Its prefix is the first part of a record id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// A party committee or a party cell.
    #[doc(alias = "tổ chức đảng")]
    Organization,
    /// A change in the life of an organization: merged, moved, renamed, ended.
    #[doc(alias = "biến động tổ chức")]
    Event,
    /// A village, and the cell that covers it.
    #[doc(alias = "thôn, bản")]
    Village,
    /// How many places of a kind an organization has, and how many of them are without members or a cell.
    #[doc(alias = "số liệu địa bàn")]
    Coverage,
    /// Member count of one organization on one day.
    #[doc(alias = "số đảng viên")]
    Headcount,
    /// A number to reach in a period, assigned by an issuer.
    #[doc(alias = "chỉ tiêu")]
    Target,
    /// A result entered as one number for a period.
    #[doc(alias = "số tổng")]
    Total,
    /// Usual durations of the steps in an organization.
    #[doc(alias = "thời gian các bước")]
    Durations,
    /// Number of people in each source group that a cell knows of.
    #[doc(alias = "khảo sát nguồn")]
    Survey,
    /// How many holders of a post in villages are members.
    #[doc(alias = "cán bộ chủ chốt thôn, bản")]
    KeyPeople,
    /// One course of the awareness class: days, seats, certificates.
    #[doc(alias = "lớp bồi dưỡng nhận thức về Đảng")]
    AwarenessClass,
    /// Why nobody was found for admission in a place in a year.
    #[doc(alias = "lý do chưa có nguồn")]
    Reason,
    /// How emulation points are calculated in an organization.
    #[doc(alias = "điểm thi đua")]
    Points,
    /// Who decides on admissions of an organization from a day on.
    #[doc(alias = "cấp có thẩm quyền quyết định")]
    Authority,
    /// A committee member in charge of a cell or a village.
    #[doc(alias = "phân công cấp ủy viên")]
    Assignment,
    /// What an office adds to the regulation: one instrument, or the days off of a year.
    #[doc(alias = "quy định của cơ quan")]
    OfficeRules,
    /// A member of the party.
    #[doc(alias = "đảng viên")]
    Member,
    /// A person followed towards admission.
    #[doc(alias = "quần chúng ưu tú")]
    Candidate,
    /// What is known of a dossier section that is kept on paper only.
    #[doc(alias = "trên giấy")]
    Paper,
    /// A relative of a candidate (form 2-KNĐ, item 21).
    #[doc(alias = "quan hệ gia đình")]
    Relative,
    /// A period of one occupation (item 15).
    #[doc(alias = "quá trình công tác")]
    Job,
    /// A course or school (item 17).
    #[doc(alias = "lớp đào tạo, bồi dưỡng")]
    Study,
    /// A stay abroad (item 18).
    #[doc(alias = "đi nước ngoài")]
    Trip,
    /// An award (item 19).
    #[doc(alias = "khen thưởng")]
    Award,
    /// A disciplinary measure: form and day, never what it was about (item 20).
    #[doc(alias = "kỷ luật")]
    Discipline,
    /// A letter that asks for verification: where it went and whether an answer came, never what it says.
    #[doc(alias = "yêu cầu thẩm tra")]
    Inquiry,
    /// A member who helps a candidate.
    #[doc(alias = "đảng viên giúp đỡ")]
    Helper,
    /// A reason why a dossier was returned.
    #[doc(alias = "hồ sơ trả lại")]
    Note,
    /// A change of the cell that follows a candidate.
    #[doc(alias = "chuyển chi bộ")]
    Move,
}

impl RecordKind {
    /// All kinds, in display order.
    pub const ALL: [RecordKind; 29] = [
        RecordKind::Organization,
        RecordKind::Event,
        RecordKind::Village,
        RecordKind::Coverage,
        RecordKind::Headcount,
        RecordKind::Target,
        RecordKind::Total,
        RecordKind::Durations,
        RecordKind::Survey,
        RecordKind::KeyPeople,
        RecordKind::AwarenessClass,
        RecordKind::Reason,
        RecordKind::Points,
        RecordKind::Authority,
        RecordKind::Assignment,
        RecordKind::OfficeRules,
        RecordKind::Member,
        RecordKind::Candidate,
        RecordKind::Paper,
        RecordKind::Relative,
        RecordKind::Job,
        RecordKind::Study,
        RecordKind::Trip,
        RecordKind::Award,
        RecordKind::Discipline,
        RecordKind::Inquiry,
        RecordKind::Helper,
        RecordKind::Note,
        RecordKind::Move,
    ];

    /// Whether a new user writes it down first: its form is in the chunk of forms (docs/decisions/0033), those of all
    /// others in the last chunk.
    pub const fn has_early_form(self) -> bool {
        matches!(self, RecordKind::Organization | RecordKind::Target | RecordKind::Candidate)
    }

    /// Whether records of this kind belong to a candidate.
    pub const fn is_attached(self) -> bool {
        self as u8 > RecordKind::Candidate as u8
    }

    /// Whether a record of this kind is about one person, and so is sent to nobody but the person's cell and those above it.
    pub const fn is_of_person(self) -> bool {
        matches!(self, RecordKind::Candidate | RecordKind::Member) || self.is_attached()
    }

    /// The first part of ids of this kind. Part of the stored format.
    pub const fn prefix(self) -> &'static str {
        match self {
            RecordKind::Organization => "organization",
            RecordKind::Event => "event",
            RecordKind::Village => "village",
            RecordKind::Coverage => "coverage",
            RecordKind::Headcount => "headcount",
            RecordKind::Target => "target",
            RecordKind::Total => "total",
            RecordKind::Durations => "durations",
            RecordKind::Survey => "survey",
            RecordKind::KeyPeople => "key_people",
            RecordKind::AwarenessClass => "class",
            RecordKind::Reason => "reason",
            RecordKind::Points => "points",
            RecordKind::Authority => "authority",
            RecordKind::Assignment => "assignment",
            RecordKind::OfficeRules => "rules",
            RecordKind::Member => "member",
            RecordKind::Candidate => "candidate",
            RecordKind::Paper => "paper",
            RecordKind::Relative => "relative",
            RecordKind::Job => "job",
            RecordKind::Study => "study",
            RecordKind::Trip => "trip",
            RecordKind::Award => "award",
            RecordKind::Discipline => "discipline",
            RecordKind::Inquiry => "inquiry",
            RecordKind::Helper => "helper",
            RecordKind::Note => "note",
            RecordKind::Move => "move",
        }
    }
}

/// Identifies a record: the prefix of its kind, a colon and a name, such as `candidate:0d3k9m2q7c5xa`. Ids with a
/// prefix unknown to this version are accepted and kept.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Arc<str>);

/// Maximum length of an id from a file or a URL, in bytes.
const LONGEST: usize = 64;

/// Alphabet of generated names: 32 characters, without the easily confused `i`, `l`, `o` and `u`.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl RecordId {
    /// Parses `kind:name`: lower-case ASCII letters, digits, hyphens and underscores, at most 64 bytes.
    pub fn parse(text: &str) -> Option<RecordId> {
        let (kind, name) = text.split_once(':')?;
        let plain = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
        };
        (text.len() <= LONGEST && plain(kind) && plain(name)).then(|| RecordId(text.into()))
    }

    /// Builds an id from a kind and a name, as found in a URL. `None` if `name` has other characters or is too long.
    pub fn of(kind: RecordKind, name: &str) -> Option<RecordId> {
        RecordId::parse(&format!("{}:{name}", kind.prefix()))
    }

    /// A new id from 64 random bits, encoded in 13 characters.
    pub fn new(kind: RecordKind, random: u64) -> RecordId {
        RecordId(format!("{}:{}", kind.prefix(), encode(random)).into())
    }

    /// The id of a record that belongs to a candidate: `{candidate name}_{own}`. `None` if `own` has other
    /// characters or the id would be too long.
    pub fn attached(kind: RecordKind, candidate: &RecordId, own: &str) -> Option<RecordId> {
        RecordId::of(kind, &format!("{}_{own}", candidate.name()))
    }

    /// A new random id of a record that belongs to a candidate.
    pub fn new_attached(kind: RecordKind, candidate: &RecordId, random: u64) -> Option<RecordId> {
        RecordId::attached(kind, candidate, &encode(random))
    }

    /// The candidate that the record belongs to, for kinds that belong to one.
    pub fn candidate(&self) -> Option<RecordId> {
        self.kind().filter(|kind| kind.is_attached())?;
        let (candidate, _) = split_last(self.name(), b'_')?;
        RecordId::of(RecordKind::Candidate, candidate)
    }

    /// The kind. `None` if this version does not know the prefix.
    pub fn kind(&self) -> Option<RecordKind> {
        let (prefix, _) = self.0.split_once(':')?;
        RecordKind::ALL.into_iter().find(|kind| kind.prefix() == prefix)
    }

    /// Whether the id is of this kind.
    pub fn is(&self, kind: RecordKind) -> bool {
        self.0.strip_prefix(kind.prefix()).is_some_and(|rest| rest.starts_with(':'))
    }

    /// The part after the colon.
    pub fn name(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, name)| name)
    }

    /// The stored form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Encodes 64 bits in 13 characters of [`ALPHABET`], most significant first.
fn encode(random: u64) -> String {
    let character = |place: u32| ALPHABET.get(((random >> (place * 5)) & 31) as usize);
    (0..13).rev().filter_map(character).map(|&byte| byte as char).collect()
}

/// Not derived, to keep it out of line: inlined at eighty places the reference count takes more than twice the wasm.
impl Clone for RecordId {
    #[inline(never)]
    fn clone(&self) -> RecordId {
        RecordId(Arc::clone(&self.0))
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_round_trip() {
        for kind in RecordKind::ALL {
            for random in [0, 1, 31, 32, u64::MAX] {
                let id = RecordId::new(kind, random);
                assert_eq!(RecordId::parse(id.as_str()), Some(id.clone()));
                assert_eq!(id.kind(), Some(kind));
                assert_eq!(RecordId::of(kind, id.name()), Some(id));
            }
        }
    }

    #[test]
    fn no_kinds_word_is_the_beginning_of_anothers() {
        for kind in RecordKind::ALL {
            let others = RecordKind::ALL.into_iter().filter(|other| *other != kind);
            assert!(others.into_iter().all(|other| !other.prefix().starts_with(kind.prefix())), "{kind:?}");
        }
    }

    #[test]
    fn what_belongs_to_a_candidate_says_to_whom() {
        let candidate = RecordId::new(RecordKind::Candidate, 7);
        for kind in RecordKind::ALL.into_iter().filter(|kind| kind.is_attached()) {
            let id = RecordId::new_attached(kind, &candidate, 9);
            assert_eq!(id.as_ref().and_then(RecordId::candidate), Some(candidate.clone()));
            assert_eq!(id.and_then(|id| id.kind()), Some(kind));
        }
        let sample = RecordId::of(RecordKind::Candidate, "mau_a-1");
        let job = sample.as_ref().and_then(|sample| RecordId::attached(RecordKind::Job, sample, "one"));
        assert_eq!(job.and_then(|job| job.candidate()), sample);
        assert_eq!(candidate.candidate(), None);
        assert_eq!(RecordId::parse("job:alone").and_then(|id| id.candidate()), None);
        let long = RecordId::of(RecordKind::Candidate, &"a".repeat(54));
        assert_eq!(long.and_then(|long| RecordId::new_attached(RecordKind::Relative, &long, 1)), None);
    }

    #[test]
    fn foreign_words_are_refused_and_unknown_kinds_kept() {
        for bad in ["", "candidate", "candidate:", ":a", "candidate:a b", "candidate:Á", "a:b:c/d"] {
            assert_eq!(RecordId::parse(bad), None, "{bad}");
        }
        assert_eq!(RecordId::parse(&format!("candidate:{}", "a".repeat(80))), None);
        let newer = RecordId::parse("visitor:abc");
        assert_eq!(newer.map(|id| id.kind()), Some(None));
    }
}
