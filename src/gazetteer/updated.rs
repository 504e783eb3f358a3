//! Written addresses in the form that they have since 1 July 2025: without a district, with the commune and province of today.

use super::find::Gazetteer;
use super::place::Place;
use super::table::Commune;
use crate::domain::schema::lists::Choice;
use crate::domain::value::letters::fold;
use crate::text::communes as texts;

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Updated {
    /// It became part of one commune: the address within the province, and the province.
    One(String, &'static Choice),
    /// Its commune was divided among these, each with its province.
    Divided(Vec<String>),
    /// It is one of today: the address within the province, and the province.
    Same(String, &'static Choice),
}

impl Gazetteer {
    /// Brings an address up to date. `None` where it does not say for certain which commune is meant.
    pub fn updated(&self, address: &str) -> Option<Updated> {
        let found = self.meant(address)?;
        let before = fold(found.before(address));
        // Somebody has said already what the place is now; or a commune of an island that had none.
        let is_told = before.ends_with("nay la") || before.ends_with("nay thuoc");
        let is_island = matches!(found.place, Place::Former(former) if former.commune.is_none());
        if is_told || (is_island && before.split([',', '-']).any(|part| part.trim().starts_with("xa "))) {
            return None;
        }
        let within = |it: &Commune| texts::behind(found.before(address), &texts::unit(it.kind.word(), it.name));
        match found.place {
            Place::Now(commune) => Some(Updated::Same(within(commune), commune.province)),
            Place::Former(former) => match self.became(former).collect::<Vec<_>>().as_slice() {
                [one] => Some(Updated::One(within(one), one.province)),
                several => {
                    let unit = |it: &&Commune| texts::within(&texts::unit(it.kind.word(), it.name), it.province);
                    Some(Updated::Divided(several.iter().map(unit).collect()))
                }
            },
        }
    }
}
