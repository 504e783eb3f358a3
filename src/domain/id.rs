//! Names of records: what kind a record is and which one it is.
//! How a record's fields change over time is not here: see `book`.

use std::fmt;
use std::sync::Arc;

/// What a record describes. The first part of every record's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// A party committee or a party cell.
    #[doc(alias = "tổ chức đảng")]
    Organization,
    /// A village, and which cell covers it.
    #[doc(alias = "thôn, bản")]
    Village,
    /// Number of members of one organization on one day.
    #[doc(alias = "số đảng viên")]
    Headcount,
    /// A number to reach in a period, handed down by an issuer.
    #[doc(alias = "chỉ tiêu")]
    Target,
    /// A result entered as one number for a period.
    #[doc(alias = "số tổng")]
    Total,
    /// A person followed towards admission.
    #[doc(alias = "quần chúng ưu tú")]
    Candidate,
}

impl RecordKind {
    /// Every kind, in the order in which people meet them.
    pub const ALL: [RecordKind; 6] = [
        RecordKind::Organization,
        RecordKind::Village,
        RecordKind::Headcount,
        RecordKind::Target,
        RecordKind::Total,
        RecordKind::Candidate,
    ];

    /// The word that opens the ids of this kind. Part of the stored format.
    pub const fn prefix(self) -> &'static str {
        match self {
            RecordKind::Organization => "organization",
            RecordKind::Village => "village",
            RecordKind::Headcount => "headcount",
            RecordKind::Target => "target",
            RecordKind::Total => "total",
            RecordKind::Candidate => "candidate",
        }
    }
}

/// Which record: a kind's word, a colon and a name of its own, such as
/// `candidate:0d3k9m2q7c5xa`. Kinds of a newer version are kept, not understood.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Arc<str>);

/// Longest id that is accepted from a file or an address, in bytes.
const LONGEST: usize = 64;

/// The 32 signs of the names that the program makes: no `i`, `l`, `o`, `u`, which are misread.
const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl RecordId {
    /// Reads `kind:name`. Lower-case ASCII letters, digits, hyphens and underscores only, 64 bytes at most.
    pub fn parse(text: &str) -> Option<RecordId> {
        let (kind, name) = text.split_once(':')?;
        let plain = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
        };
        (text.len() <= LONGEST && plain(kind) && plain(name)).then(|| RecordId(text.into()))
    }

    /// Reads a name within a kind, as the addresses of pages carry it.
    pub fn of(kind: RecordKind, name: &str) -> Option<RecordId> {
        RecordId::parse(&format!("{}:{name}", kind.prefix()))
    }

    /// A new id from 64 random bits, written with 13 signs.
    pub fn new(kind: RecordKind, random: u64) -> RecordId {
        let name: String = (0..13)
            .rev()
            .filter_map(|place| SIGNS.get(((random >> (place * 5)) & 31) as usize))
            .map(|&sign| sign as char)
            .collect();
        RecordId(format!("{}:{name}", kind.prefix()).into())
    }

    /// The kind, if this version knows it.
    pub fn kind(&self) -> Option<RecordKind> {
        let (prefix, _) = self.0.split_once(':')?;
        RecordKind::ALL.into_iter().find(|kind| kind.prefix() == prefix)
    }

    /// The name without the kind's word.
    pub fn name(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, name)| name)
    }

    /// The whole id as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// By a call: written out in its eighty places, a counter takes more than twice as much program.
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
    fn ids_are_read_back_as_written() {
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
    fn foreign_words_are_refused_and_unknown_kinds_kept() {
        for bad in ["", "candidate", "candidate:", ":a", "candidate:a b", "candidate:Á", "a:b:c/d"] {
            assert_eq!(RecordId::parse(bad), None, "{bad}");
        }
        assert_eq!(RecordId::parse(&format!("candidate:{}", "a".repeat(80))), None);
        let newer = RecordId::parse("member:abc");
        assert_eq!(newer.map(|id| id.kind()), Some(None));
    }
}
