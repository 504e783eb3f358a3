//! The table itself, as typed values. Looking for places in it is [`super::find`].
//!
//! `communes.txt` has a line for each province, `=key`, followed by its communes: `kind name|district:former,former;district:…`. A
//! former unit with the commune's own kind and name is empty; a district that had no communes has `-`. A district of another province
//! than the present one has that province's key before it: `key/district`. Kinds stand as a letter: none for a commune and for a rural
//! district, `p` ward and provincial city, `t` township, `đ` special zone, `q` urban district, `x` district-level town. A former unit that
//! was divided stands in several lines.

use std::collections::HashMap;

use crate::domain::schema::lists::{self, Choice};

/// The table's text.
const TABLE: &str = include_str!("communes.txt");

/// Kinds of units at the level of communes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CommuneKind {
    /// A commune.
    #[doc(alias = "xã")]
    Commune,
    /// A ward.
    #[doc(alias = "phường")]
    Ward,
    /// A township; none since 1 July 2025.
    #[doc(alias = "thị trấn")]
    Township,
    /// A special zone; none before.
    #[doc(alias = "đặc khu")]
    SpecialZone,
}

/// Kinds of units between province and commune, until 30 June 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DistrictKind {
    /// A rural district.
    #[doc(alias = "huyện")]
    Rural,
    /// An urban district.
    #[doc(alias = "quận")]
    Urban,
    /// A district-level town.
    #[doc(alias = "thị xã")]
    Town,
    /// A city of a province or of a centrally-run city.
    #[doc(alias = "thành phố")]
    City,
}

impl CommuneKind {
    /// The word before the name.
    pub const fn word(self) -> &'static str {
        match self {
            CommuneKind::Commune => "xã",
            CommuneKind::Ward => "phường",
            CommuneKind::Township => "thị trấn",
            CommuneKind::SpecialZone => "đặc khu",
        }
    }
}

impl DistrictKind {
    /// The word before the name.
    pub const fn word(self) -> &'static str {
        match self {
            DistrictKind::Rural => "huyện",
            DistrictKind::Urban => "quận",
            DistrictKind::Town => "thị xã",
            DistrictKind::City => "thành phố",
        }
    }
}

/// A unit since 1 July 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Its kind.
    pub kind: CommuneKind,
    /// Its name, without the kind.
    pub name: &'static str,
    /// Its province, of [`lists::PROVINCES`].
    pub province: &'static Choice,
}

/// A unit on 30 June 2025.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Kind and name; nothing where a district had no communes.
    pub commune: Option<(CommuneKind, &'static str)>,
    /// Its district.
    pub district: (DistrictKind, &'static str),
    /// Its province, of [`lists::OLD_PROVINCES`].
    pub province: &'static Choice,
    /// What it became part of, as places in [`Table::communes`]; several if it was divided.
    pub became: Vec<usize>,
}

impl Former {
    /// Its name: the district's where that had no communes.
    pub fn name(&self) -> &'static str {
        self.commune.map_or(self.district.1, |(_, name)| name)
    }
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Units since 1 July 2025, province by province.
    pub communes: Vec<Commune>,
    /// Units on 30 June 2025.
    pub formers: Vec<Former>,
}

impl Table {
    /// Reads the table.
    pub fn read() -> Table {
        let mut table = Table::default();
        let mut province = None;
        let mut known = HashMap::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            if let Some(key) = line.strip_prefix('=') {
                province = lists::PROVINCES.iter().find(|choice| choice.key == key);
            } else if let (Some(province), Some((unit, formers))) = (province, line.split_once('|')) {
                let (kind, name) = commune(unit);
                let place = table.communes.len();
                table.communes.push(Commune { kind, name, province });
                for (district, units) in formers.split(';').filter_map(|group| group.split_once(':')) {
                    let (key, district) = district.split_once('/').unwrap_or((province.key, district));
                    let Some(old) = lists::OLD_PROVINCES.iter().find(|choice| is_of(choice, key)) else { continue };
                    for unit in units.split(',') {
                        let commune = match unit {
                            "" => Some((kind, name)),
                            "-" => None,
                            unit => Some(commune(unit)),
                        };
                        let district = self::district(district);
                        let at = *known.entry((old.key, district, commune)).or_insert(table.formers.len());
                        match table.formers.get_mut(at) {
                            Some(former) => former.became.push(place),
                            None => {
                                table.formers.push(Former { commune, district, province: old, became: vec![place] })
                            }
                        }
                    }
                }
            }
        }
        table
    }
}

/// Whether the old province with this key is meant. Huế alone has another key than the province of the same place.
fn is_of(old: &Choice, key: &str) -> bool {
    old.key == key || (old.key == "thua_thien_hue" && key == "hue")
}

fn commune(unit: &'static str) -> (CommuneKind, &'static str) {
    match unit.split_once(' ') {
        Some(("p", name)) => (CommuneKind::Ward, name),
        Some(("t", name)) => (CommuneKind::Township, name),
        Some(("đ", name)) => (CommuneKind::SpecialZone, name),
        _ => (CommuneKind::Commune, unit),
    }
}

fn district(unit: &'static str) -> (DistrictKind, &'static str) {
    match unit.split_once(' ') {
        Some(("p", name)) => (DistrictKind::City, name),
        Some(("q", name)) => (DistrictKind::Urban, name),
        Some(("x", name)) => (DistrictKind::Town, name),
        _ => (DistrictKind::Rural, unit),
    }
}
