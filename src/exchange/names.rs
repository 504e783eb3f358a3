//! Lookup of organizations by name. Names need not be unique: the parent's name disambiguates.

use std::collections::BTreeMap;

use super::unit_words::UnitName;
use crate::domain::ledger::Ledger;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters::{fold, small};
use crate::domain::value::organization_code;

/// Result of a lookup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// A unique match.
    One(RecordId),
    /// A unique match for a short way to write its name, and the name.
    Like(RecordId, String),
    /// No match.
    Unknown,
    /// The number of organizations that match.
    Several(usize),
}

#[derive(Clone, Debug)]
struct Known {
    /// Name of the parent, if known.
    parent: Option<String>,
    /// Its name as it was written first.
    called: String,
    id: RecordId,
}

/// Index of organizations by name.
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_name: BTreeMap<String, Vec<Known>>,
    /// From names without diacritics to the full names.
    by_plain: BTreeMap<String, Vec<String>>,
    /// From what short ways to write a name have in common to the full names.
    by_rest: BTreeMap<String, Vec<String>>,
    by_code: BTreeMap<String, RecordId>,
}

impl Names {
    /// Indexes all organizations of a ledger.
    pub fn of(ledger: &Ledger) -> Names {
        let mut names = Names::default();
        for (id, found) in ledger.organizations() {
            let parent = found.parent.as_ref().and_then(|parent| ledger.organization_name(parent));
            names.know(found.name.as_deref().unwrap_or_default(), parent, id);
            names.know_code(found.code.as_deref(), id);
        }
        names
    }

    /// Adds an organization that already has an id.
    pub fn know(&mut self, name: &str, parent: Option<&str>, id: &RecordId) {
        self.add(&plain(name), Known { parent: parent.map(plain), called: name.to_owned(), id: id.clone() });
    }

    /// Notes the code of an organization that has an id. The first one with a code keeps it.
    pub fn know_code(&mut self, code: Option<&str>, id: &RecordId) {
        if let Some(code) = code.and_then(|code| organization_code::parse(code).ok()) {
            self.by_code.entry(code).or_insert_with(|| id.clone());
        }
    }

    /// The organization with this code, else that with this name and parent, see [`Names::declare`].
    pub fn declare_coded(&mut self, code: Option<&str>, name: &str, parent: Option<&str>) -> RecordId {
        let known = code.and_then(|code| self.by_code.get(&organization_code::parse(code).ok()?).cloned());
        let id = match known {
            Some(id) => {
                // Other rows may refer to it by the name it has here.
                if self.named(&plain(name)).iter().all(|known| known.id != id) {
                    self.know(name, parent, &id);
                }
                id
            }
            None => self.declare(name, parent),
        };
        self.know_code(code, &id);
        id
    }

    /// The organization with this name and parent, created if necessary. Ids are derived from the
    /// names, so that importing a list twice gives the same records.
    pub fn declare(&mut self, name: &str, parent: Option<&str>) -> RecordId {
        let called = name.to_owned();
        let (name, parent) = (plain(name), parent.map(plain).filter(|parent| !parent.is_empty()));
        let known = self.by_name.get_mut(&name).map(Vec::as_mut_slice).unwrap_or_default();
        if let Some(same) = known.iter().find(|known| known.parent == parent) {
            return same.id.clone();
        }
        // The parent may be given in one row and missing in another.
        match (known, &parent) {
            ([one], None) => return one.id.clone(),
            ([one], Some(_)) if one.parent.is_none() => {
                one.parent = parent;
                return one.id.clone();
            }
            _ => {}
        }
        let id = RecordId::new(RecordKind::Organization, number(&[&name, parent.as_deref().unwrap_or_default()]));
        self.add(&name, Known { parent, called, id: id.clone() });
        id
    }

    /// Looks up a code, or a name, with or without diacritics, optionally followed by the parent's name in parentheses.
    pub fn find(&self, mention: &str) -> Mention {
        if let Some(id) = organization_code::parse(mention).ok().and_then(|code| self.by_code.get(&code)) {
            return Mention::One(id.clone());
        }
        let name = plain(mention);
        let found = self.named(&name);
        match found.as_slice() {
            [one] => return Mention::One(one.id.clone()),
            [] => {}
            several => return Mention::Several(several.len()),
        }
        let Some((name, parent)) = name.strip_suffix(')').and_then(|name| name.split_once('(')) else {
            return self.like(&name);
        };
        // The parent may have its own parent in parentheses, in the lookup or in the index.
        let bare = |name: &str| fold(name.split('(').next().unwrap_or(name).trim_end());
        let named = self.named(name.trim_end());
        let exactly =
            named.iter().filter(|known| known.parent.as_ref().is_some_and(|known| fold(known) == fold(parent)));
        let nearly =
            named.iter().filter(|known| known.parent.as_ref().is_some_and(|known| bare(known) == bare(parent)));
        match (exactly.collect::<Vec<_>>().as_slice(), nearly.collect::<Vec<_>>().as_slice()) {
            ([one], _) | ([], [one]) => Mention::One(one.id.clone()),
            // If several organizations have the name but none this parent, a typo is more likely
            // than a new organization.
            ([], []) if named.len() > 1 => Mention::Several(named.len()),
            ([], []) => Mention::Unknown,
            (_, several) => Mention::Several(several.len()),
        }
    }

    /// Looks up a short way to write a name.
    fn like(&self, name: &str) -> Mention {
        let wanted = UnitName::of(name);
        let names = self.by_rest.get(&wanted.key()).map(Vec::as_slice).unwrap_or_default();
        let names = names.iter().filter(|name| UnitName::of(name).is_like(&wanted));
        let found: Vec<&Known> = names.filter_map(|name| self.by_name.get(name)).flatten().collect();
        match found.as_slice() {
            [] => Mention::Unknown,
            [one] => Mention::Like(one.id.clone(), one.called.clone()),
            several => Mention::Several(several.len()),
        }
    }

    /// How to refer to an organization so that [`Names::find`] is unique.
    pub fn mention(&self, name: &str, parent: Option<&str>) -> String {
        match parent {
            Some(parent) if self.named(&plain(name)).len() > 1 => format!("{name} ({parent})"),
            _ => name.to_owned(),
        }
    }

    fn named(&self, name: &str) -> Vec<&Known> {
        if let Some(known) = self.by_name.get(name) {
            return known.iter().collect();
        }
        // Diacritics distinguish names if both have them.
        let bare = |name: &str| fold(name) == name;
        let names = self.by_plain.get(&fold(name)).map(Vec::as_slice).unwrap_or_default();
        names
            .iter()
            .filter(|known| bare(name) || bare(known))
            .filter_map(|name| self.by_name.get(name))
            .flatten()
            .collect()
    }

    fn add(&mut self, name: &str, known: Known) {
        let all = self.by_name.entry(name.to_owned()).or_default();
        if all.is_empty() {
            self.by_plain.entry(fold(name)).or_default().push(name.to_owned());
            self.by_rest.entry(UnitName::of(name).key()).or_default().push(name.to_owned());
        }
        all.push(known);
    }
}

/// Normalizes case and white space.
pub(super) fn plain(name: &str) -> String {
    name.chars().map(small).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A deterministic hash of texts (FNV-1a, 64 bits), the same on every machine.
pub fn number(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0]));
    let sum =
        bytes.fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    // Mixes the last characters of a name into all digits of the id.
    let mixed = (sum ^ (sum >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_with_and_without_marks_and_told_apart_by_what_is_above() {
        let mut names = Names::default();
        let one = names.declare("Chi bộ thôn 1", Some("Đảng bộ xã A"));
        assert_eq!(names.declare("chi bộ  THÔN 1", None), one);
        assert_eq!(names.find("Chi bo thon 1"), Mention::One(one.clone()));
        let other = names.declare("Chi bộ thôn 1", Some("Đảng bộ xã B"));
        assert_ne!(one, other);
        assert_eq!(names.find("Chi bộ thôn 1"), Mention::Several(2));
        assert_eq!(names.find("Chi bộ thôn 1 (Đảng bộ xã B)"), Mention::One(other.clone()));
        assert_eq!(names.find("Chi bộ thôn 1 (xã C)"), Mention::Several(2));
        assert_eq!(names.find("Chi bộ thôn 2 (xã C)"), Mention::Unknown);
        assert_eq!(names.find("Chi bộ thôn 2"), Mention::Unknown);
        assert_eq!(names.mention("Chi bộ thôn 1", Some("Đảng bộ xã B")), "Chi bộ thôn 1 (Đảng bộ xã B)");
        let marks = [names.declare("Bản Tà", None), names.declare("Bản Ta", None)];
        assert_eq!(names.find("Bản Tà"), Mention::One(marks[0].clone()));
        assert_eq!(names.find("ban ta"), Mention::Several(2));
        assert_eq!(names.find("Bản Tá"), Mention::Unknown);
        let cells = ["Xã A (Huyện 1)", "Xã A (Huyện 2)"].map(|above| names.declare("Chi bộ 9", Some(above)));
        assert_eq!(names.find("Chi bộ 9 (Xã A (Huyện 2))"), Mention::One(cells[1].clone()));
        assert_eq!(names.find("Chi bộ 9 (Xã A)"), Mention::Several(2));
    }

    #[test]
    fn a_short_way_to_write_a_name_is_understood_where_one_is_meant() {
        let mut names = Names::default();
        let one = names.declare("Chi bộ bản Pá", None);
        assert_eq!(names.find("CB Pá"), Mention::Like(one.clone(), "Chi bộ bản Pá".to_owned()));
        assert_eq!(names.find("Đảng bộ Pá"), Mention::Unknown);
        names.declare("Chi bộ thôn Pá", None);
        assert_eq!(names.find("Pá"), Mention::Several(2));
        assert_eq!(names.find("bản Pá"), Mention::Like(one, "Chi bộ bản Pá".to_owned()));
    }

    #[test]
    fn a_row_that_leaves_out_what_is_above_means_the_same_organization() {
        let mut names = Names::default();
        let one = names.declare("Chi bộ", None);
        assert_eq!(names.declare("Chi bộ", Some("Đảng bộ")), one);
        assert_eq!(names.find("Chi bộ (Đảng bộ)"), Mention::One(one));
    }

    #[test]
    fn a_code_tells_more_than_a_name() {
        let mut names = Names::default();
        let code = Some("38.168.053.000.001");
        let one = names.declare_coded(code, "Chi bộ bản Mẫu", None);
        // Renamed, and written without dots.
        assert_eq!(names.declare_coded(Some("38168053000001"), "Chi bộ bản Mẫu Mới", None), one);
        assert_eq!(names.find("38 168 053 000 001"), Mention::One(one.clone()));
        assert_eq!(names.find("chi bo ban mau moi"), Mention::One(one.clone()));
        assert_ne!(names.declare_coded(Some("38.168.053.000.002"), "Chi bộ bản Mẫu 2", None), one);
        assert_eq!(names.declare_coded(Some("không rõ"), "Chi bộ bản Mẫu", None), one);
    }
}
