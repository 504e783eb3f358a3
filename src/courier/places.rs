//! What is offered while somebody types an address: communes of today with their province, what became of those of before, and the
//! name that a birth certificate has. Nothing is changed unless the person takes it.

use crate::domain::schema::field::Field;
use crate::domain::schema::lists::{self, Choice};
use crate::domain::value::letters::{fold, mend, same_name};
use crate::gazetteer::{Commune, Former, Gazetteer, Match, Place, Updated};
use crate::text::communes as texts;

/// A box for an address, and those beside it that say more of the same place.
#[derive(Clone, Copy, Debug)]
pub struct AddressBox {
    /// The box.
    pub field: Field,
    /// Its province, where there is a box for that.
    pub province: Option<Field>,
    /// The name of before with its province, where there are boxes for them.
    pub former: Option<(Field, Field)>,
    /// Whether the name of before stands here, and that of today in the other boxes.
    pub is_former: bool,
}

const fn address(field: Field, province: Option<Field>) -> AddressBox {
    AddressBox { field, province, former: None, is_former: false }
}

/// All boxes for addresses. `web/places.js` has their names.
pub const BOXES: [AddressBox; 7] = [
    AddressBox {
        former: Some((Field::OldBirthPlace, Field::OldBirthProvince)),
        ..address(Field::BirthPlace, Some(Field::BirthProvince))
    },
    AddressBox {
        former: Some((Field::BirthPlace, Field::BirthProvince)),
        is_former: true,
        ..address(Field::OldBirthPlace, Some(Field::OldBirthProvince))
    },
    address(Field::HomePlace, Some(Field::HomeProvince)),
    address(Field::Residence, Some(Field::ResidenceProvince)),
    address(Field::TemporaryResidence, None),
    address(Field::YouthUnionPlace, None),
    address(Field::FirstAdmissionPlace, None),
];

/// What may be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The place.
    pub says: String,
    /// What was of it, or what became of it.
    pub note: Option<String>,
    /// What comes into the box where the province has no box of its own.
    pub alone: String,
    /// What comes into which box, as people write it.
    pub fills: Vec<Fill>,
}

/// What comes into a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The box.
    pub field: Field,
    /// Its text.
    pub text: String,
    /// Whether what stands there already stays.
    pub gently: bool,
}

/// What is offered, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// The first of them.
    pub offers: Vec<Offer>,
    /// What is said where there are more.
    pub more: Option<String>,
}

/// Answers that name no place, folded.
const NONE: [&str; 2] = ["khong", "khong co"];
/// Offers that are shown.
const MOST: usize = 6;

/// What is offered for the text of a box, named by its field's key; `province` is what stands in the box beside it.
pub fn offers(gazetteer: &Gazetteer, key: &str, text: &str, province: &str) -> Offers {
    let Some(asked) = BOXES.iter().find(|known| known.field.spec().key == key) else { return Offers::default() };
    let list = if asked.is_former { lists::OLD_PROVINCES } else { lists::PROVINCES };
    let home = lists::meant(list, province);
    let text = mend(text);
    // The usual answer of who has none, and no beginning of a name.
    if NONE.contains(&fold(&text).as_str()) {
        return Offers::default();
    }
    let mut found = if asked.is_former { gazetteer.find_former(&text) } else { gazetteer.find(&text) };
    // What is nearest comes first, then what lies in the province that stands beside it, then what there is today.
    found.sort_by_key(|found| {
        let elsewhere = !lies_in(gazetteer, found.place, home, asked.is_former);
        (found.distance, elsewhere, matches!(found.place, Place::Former(_)))
    });
    let mut offers: Vec<Offer> = Vec::new();
    for offer in found.iter().flat_map(|found| made(gazetteer, asked, &text, found)) {
        if !offers.iter().any(|known| known.fills == offer.fills) {
            offers.push(offer);
        }
    }
    let is_there = |offer: &Offer| match (asked.province, home) {
        (Some(field), _) => offer.fills.iter().all(|fill| {
            let now = if fill.field == field { home.map_or("", |home| home.name) } else { text.trim() };
            fill.gently || same_name(&fill.text, now)
        }),
        (None, _) => same_name(&offer.alone, text.trim()),
    };
    if offers.first().is_some_and(is_there) {
        return Offers::default();
    }
    let more = offers.len().saturating_sub(MOST);
    offers.truncate(MOST);
    Offers { offers, more: (more > 0).then(|| texts::more(more)) }
}

/// Whether a place lies in a province.
fn lies_in(gazetteer: &Gazetteer, place: Place, home: Option<&Choice>, is_former: bool) -> bool {
    match place {
        Place::Now(commune) if !is_former => home == Some(commune.province),
        Place::Former(former) if is_former => home == Some(former.province),
        Place::Former(former) => gazetteer.became(former).any(|it| home == Some(it.province)),
        Place::Now(_) => false,
    }
}

fn made(gazetteer: &Gazetteer, asked: &AddressBox, text: &str, found: &Match) -> Vec<Offer> {
    let before = found.before(text);
    match found.place {
        Place::Now(commune) if !asked.is_former => vec![now(asked, before, commune, None, 1)],
        Place::Now(_) => Vec::new(),
        Place::Former(former) if asked.is_former => vec![once(gazetteer, asked, before, former)],
        Place::Former(former) => {
            gazetteer.became(former).map(|it| now(asked, before, it, Some(former), former.became.len())).collect()
        }
    }
}

/// The place of today, which was made of this one, as one of so many.
fn now(asked: &AddressBox, before: &str, commune: &Commune, was: Option<&Former>, parts: usize) -> Offer {
    let place = texts::behind(before, &texts::unit(commune.kind.word(), commune.name));
    let mut fills = vec![fill(asked.field, &place)];
    fills.extend(asked.province.map(|field| fill(field, commune.province.name)));
    if let (Some(was), Some((field, province))) = (was, asked.former) {
        let old = Fill { gently: true, ..fill(field, &texts::behind(before, &written(was))) };
        fills.extend([old, Fill { gently: true, ..fill(province, was.province.name) }]);
    }
    let says = texts::within(&place, commune.province);
    let note = was.map(|was| texts::was(&texts::within(&written(was), was.province), parts));
    Offer { alone: says.clone(), says, note, fills }
}

/// The place of before.
fn once(gazetteer: &Gazetteer, asked: &AddressBox, before: &str, former: &Former) -> Offer {
    let place = texts::behind(before, &written(former));
    let mut fills = vec![fill(asked.field, &place)];
    fills.extend(asked.province.map(|field| fill(field, former.province.name)));
    let became: Vec<&Commune> = gazetteer.became(former).collect();
    if let ([one], Some((field, province))) = (became.as_slice(), asked.former) {
        let place = texts::behind(before, &texts::unit(one.kind.word(), one.name));
        fills.push(Fill { gently: true, ..fill(field, &place) });
        fills.push(Fill { gently: true, ..fill(province, one.province.name) });
    }
    let units: Vec<String> =
        became.iter().map(|it| texts::within(&texts::unit(it.kind.word(), it.name), it.province)).collect();
    let says = texts::within(&place, former.province);
    Offer { alone: says.clone(), says, note: Some(texts::became(&units)), fills }
}

fn fill(field: Field, text: &str) -> Fill {
    Fill { field, text: text.to_owned(), gently: false }
}

/// A unit of before with its district.
fn written(former: &Former) -> String {
    let (kind, district) = former.district;
    let district = texts::unit(kind.word(), district);
    match former.commune {
        Some((kind, name)) => texts::behind(&texts::unit(kind.word(), name), &district),
        None => district,
    }
}

/// Brings the residence of somebody up to date, with its province; what has to be known of it.
pub fn bring_up_to_date(parts: &mut Vec<(Field, String)>) -> Option<String> {
    let (_, residence) = parts.iter_mut().find(|(field, _)| *field == Field::Residence)?;
    let (place, province, note) = match Gazetteer::shared().updated(residence)? {
        Updated::One(place, province) => (place, province, Some(texts::as_written(residence))),
        Updated::Same(place, province) => (place, province, None),
        Updated::Divided(units) => return Some(texts::divided(&units)),
    };
    *residence = place;
    parts.retain(|(field, _)| *field != Field::ResidenceProvince);
    parts.push((Field::ResidenceProvince, province.key.to_owned()));
    note
}
