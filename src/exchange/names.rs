//! Organizations by their names, as lists mention them: one name may be that of several organizations, told apart
//! by what they stand under.

use std::collections::HashMap;

use crate::domain::ledger::Ledger;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters::fold;

/// What a mention leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// One organization.
    One(RecordId),
    /// Nothing that was declared.
    Unknown,
    /// So many organizations of that name.
    Several(usize),
}

#[derive(Clone, Debug)]
struct Known {
    /// Name of the one above, if it was told.
    parent: Option<String>,
    id: RecordId,
}

/// Every organization that is known by a name.
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_name: HashMap<String, Vec<Known>>,
    /// Names without marks, with the names that they may stand for.
    by_letters: HashMap<String, Vec<String>>,
}

impl Names {
    /// The names of all organizations of a ledger.
    pub fn of(ledger: &Ledger) -> Names {
        let mut names = Names::default();
        for (id, found) in ledger.organizations() {
            let parent = found.parent.as_ref().and_then(|parent| ledger.organization_name(parent));
            names.know(found.name.as_deref().unwrap_or_default(), parent, id);
        }
        names
    }

    /// Takes note of an organization that has its id already.
    pub fn know(&mut self, name: &str, parent: Option<&str>, id: &RecordId) {
        self.add(&plain(name), Known { parent: parent.map(plain), id: id.clone() });
    }

    /// The organization of a row: the one of that name under the same one above, or a new one. Its id comes from
    /// the names, so that a list gives the same records each time.
    pub fn declare(&mut self, name: &str, parent: Option<&str>) -> RecordId {
        let (name, parent) = (plain(name), parent.map(plain).filter(|parent| !parent.is_empty()));
        let known = self.by_name.get_mut(&name).map(Vec::as_mut_slice).unwrap_or_default();
        if let Some(same) = known.iter().find(|known| known.parent == parent) {
            return same.id.clone();
        }
        // Told in one row and left out in another.
        match (known, &parent) {
            ([one], None) => return one.id.clone(),
            ([one], Some(_)) if one.parent.is_none() => {
                one.parent = parent;
                return one.id.clone();
            }
            _ => {}
        }
        let id = RecordId::new(RecordKind::Organization, number(&[&name, parent.as_deref().unwrap_or_default()]));
        self.add(&name, Known { parent, id: id.clone() });
        id
    }

    /// Finds a mention: a name with or without marks, where need be with the one above in brackets behind it.
    pub fn find(&self, mention: &str) -> Mention {
        let name = plain(mention);
        let found = self.named(&name);
        match found.as_slice() {
            [one] => return Mention::One(one.id.clone()),
            [] => {}
            several => return Mention::Several(several.len()),
        }
        let Some((name, parent)) = name.strip_suffix(')').and_then(|name| name.split_once('(')) else {
            return Mention::Unknown;
        };
        // The one above may have one above it in brackets itself, here and where it was told.
        let bare = |name: &str| fold(name.split('(').next().unwrap_or(name).trim_end());
        let named = self.named(name.trim_end());
        let exactly =
            named.iter().filter(|known| known.parent.as_ref().is_some_and(|known| fold(known) == fold(parent)));
        let nearly =
            named.iter().filter(|known| known.parent.as_ref().is_some_and(|known| bare(known) == bare(parent)));
        match (exactly.collect::<Vec<_>>().as_slice(), nearly.collect::<Vec<_>>().as_slice()) {
            ([one], _) | ([], [one]) => Mention::One(one.id.clone()),
            // Of several that are known, one that is not among them is more likely a slip than another one.
            ([], []) if named.len() > 1 => Mention::Several(named.len()),
            ([], []) => Mention::Unknown,
            (_, several) => Mention::Several(several.len()),
        }
    }

    /// How an organization is mentioned so that it is found.
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
        // Marks tell names apart where both have them.
        let bare = |name: &str| fold(name) == name;
        let names = self.by_letters.get(&fold(name)).map(Vec::as_slice).unwrap_or_default();
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
            self.by_letters.entry(fold(name)).or_default().push(name.to_owned());
        }
        all.push(known);
    }
}

/// A name as names are compared: in small letters, one space between words.
fn plain(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number that stands for texts: the same for the same ones, on every machine (FNV-1a, 64 bits).
pub fn number(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0]));
    let sum =
        bytes.fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    // The last letters of a name should tell in every sign of the id.
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
    fn a_row_that_leaves_out_what_is_above_means_the_same_organization() {
        let mut names = Names::default();
        let one = names.declare("Chi bộ", None);
        assert_eq!(names.declare("Chi bộ", Some("Đảng bộ")), one);
        assert_eq!(names.find("Chi bộ (Đảng bộ)"), Mention::One(one));
    }
}
