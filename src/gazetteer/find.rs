//! Places found by the beginning of what somebody types, with marks or without, or by an address that is written.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::marks::{FEWER_MARKS, marks};
use super::place::{Match, Place};
use super::table::{Commune, Former, Table};
use super::typed::{Unit, Word, words};
use crate::domain::value::letters::fold;
use crate::domain::value::place_words::{STREETS, VILLAGES};

/// The name's end is still to be typed.
const UNFINISHED: u8 = 8;
/// Another kind of unit is named.
const OTHER_KIND: u8 = 4;
/// Further than this, a text does not say for certain what it means.
const NEAR: u8 = FEWER_MARKS;

/// A name that is looked for: folded, with all that a place lies in.
#[derive(Debug)]
struct Entry {
    key: String,
    /// Bytes of the unit's own name in it.
    own: usize,
    at: At,
}

#[derive(Clone, Copy, Debug)]
enum At {
    Now(usize),
    /// With its district.
    Former(usize),
    /// Without.
    Short(usize),
}

/// The table, ready to be searched.
#[derive(Debug, Default)]
pub struct Gazetteer {
    table: Table,
    /// By key.
    entries: Vec<Entry>,
    /// Names of districts, folded.
    districts: BTreeSet<String>,
}

/// A text that is shorter says nothing yet.
const SHORTEST: usize = 2;
/// Letters of a name that begins amid other words: fewer are found in the name of every village.
const SHORTEST_AMID: usize = 5;
/// Words of an address that are looked at: nobody writes more.
const MOST_WORDS: usize = 40;
/// Words that may or may not be part of a name, looked at both ways.
const MOST_DOUBTS: usize = 5;

impl Gazetteer {
    /// The one of this program, read when it is first needed.
    pub fn shared() -> &'static Gazetteer {
        static SHARED: OnceLock<Gazetteer> = OnceLock::new();
        SHARED.get_or_init(Gazetteer::read)
    }

    /// Reads the table.
    fn read() -> Gazetteer {
        let table = Table::read();
        let mut entries = Vec::with_capacity(table.communes.len() + 2 * table.formers.len());
        for (place, commune) in table.communes.iter().enumerate() {
            entries.push(entry(&[commune.name, commune.province.name], At::Now(place)));
        }
        for (place, former) in table.formers.iter().enumerate() {
            let (name, district, province) = (former.name(), former.district.1, former.province.name);
            if former.commune.is_some() {
                entries.push(entry(&[name, district, province], At::Former(place)));
                entries.push(entry(&[name, province], At::Short(place)));
            } else {
                entries.push(entry(&[name, province], At::Former(place)));
            }
        }
        entries.sort_by(|one, other| one.key.cmp(&other.key));
        let districts = table.formers.iter().map(|former| fold(former.district.1)).collect();
        Gazetteer { table, entries, districts }
    }

    /// The table.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// What a former unit became part of: several if it was divided.
    pub fn became<'a>(&'a self, former: &'a Former) -> impl Iterator<Item = &'a Commune> {
        former.became.iter().filter_map(|place| self.table.communes.get(*place))
    }

    /// What the end of a text may mean, the nearest first.
    pub fn find(&self, text: &str) -> Vec<Match<'_>> {
        self.search(text, |found| self.without_doubles(found))
    }

    /// What it may mean of the units until 30 June 2025, the nearest first.
    pub fn find_former(&self, text: &str) -> Vec<Match<'_>> {
        self.search(text, |mut found| {
            found.retain(|found| matches!(found.place, Place::Former(_)));
            found
        })
    }

    /// What it may mean, of each place at which a name may begin as much as is `left` of it.
    fn search<'a>(&'a self, text: &str, left: impl Fn(Vec<Match<'a>>) -> Vec<Match<'a>>) -> Vec<Match<'a>> {
        let words = words(text);
        if words.len() > MOST_WORDS {
            return Vec::new();
        }
        // The name that begins first says most. One amid other words is looked for last, since it may belong to a village.
        let places = || 0..words.len();
        let starts = places().filter(|start| begins(&words, *start)).map(|start| (start, SHORTEST));
        let amid = places().filter(|start| is_amid(&words, *start)).map(|start| (start, SHORTEST_AMID));
        let mut found = starts
            .chain(amid)
            .map(|(start, least)| left(self.from(words.get(start..).unwrap_or_default(), least)))
            .find(|found| !found.is_empty())
            .unwrap_or_default();
        found.sort_by_key(|found| found.distance);
        found
    }

    /// What is meant, if the text says so for certain: all of a name, and no other place has it.
    pub fn meant(&self, text: &str) -> Option<Match<'_>> {
        let mut found = self.find(text);
        found.retain(|found| found.whole && found.distance <= NEAR);
        // What may be part of a name is one, if there is a place of that name.
        let best = found.iter().map(|found| (Reverse(found.named), found.distance)).min()?;
        found.retain(|found| (Reverse(found.named), found.distance) == best);
        // Today's form of an address has no district; and some names of today are made of a former unit and its district.
        if found.iter().any(|found| matches!(found.place, Place::Now(_))) {
            found.retain(|found| matches!(found.place, Place::Now(_)));
        }
        match found.as_slice() {
            [one] if !self.may_be_district(one, text) => Some(*one),
            _ => None,
        }
    }

    /// Whether a name without the word of its kind may be that of a district in which a commune lies that nobody here knows: what stands
    /// before it is no village, or there is a district of that name.
    fn may_be_district(&self, found: &Match, text: &str) -> bool {
        let name = fold(found.place.name());
        let is_bare = fold(text.get(found.from..).unwrap_or_default()).starts_with(&name);
        let before = fold(found.before(text));
        let part = before.rsplit([',', ';', '-', '/']).next().unwrap_or_default().trim();
        let is_village = part.split(' ').next().is_some_and(is_village);
        is_bare && !found.district && !before.is_empty() && (!is_village || self.districts.contains(&name))
    }

    /// What these words may mean, if the name has at least so many letters.
    fn from(&self, words: &[Word], least: usize) -> Vec<Match<'_>> {
        let doubts: Vec<usize> =
            (0..words.len()).filter(|at| words.get(*at).is_some_and(is_doubtful)).take(MOST_DOUBTS).collect();
        let last = words.len().checked_sub(1).and_then(|last| doubts.iter().position(|at| *at == last));
        let ways = |with_last: bool| {
            let ways = (0..1_usize << doubts.len())
                .filter(move |way| last.is_none_or(|last| (way >> last & 1 == 1) == with_last));
            let mut found: BTreeMap<usize, Match> = BTreeMap::new();
            for (entry, meant) in ways.flat_map(|way| self.one_way(words, least, &doubts, way)) {
                let nearest = found.entry(entry).or_insert(meant);
                if meant.distance < nearest.distance {
                    *nearest = meant;
                }
            }
            found.into_values().collect::<Vec<_>>()
        };
        // The word that is just being typed is part of a name wherever there is one.
        let mut found = ways(true);
        if found.is_empty() && last.is_some() {
            found = ways(false);
        }
        found
    }

    /// What they mean if these of the doubtful words are parts of names, with the places of the entries.
    fn one_way(&self, words: &[Word], least: usize, doubts: &[usize], way: usize) -> Vec<(usize, Match<'_>)> {
        let named_too =
            |at: usize| doubts.iter().position(|doubt| *doubt == at).is_some_and(|place| way >> place & 1 == 1);
        let mut is_name = false;
        let mut named: Vec<&Word> = Vec::new();
        let mut kind = None;
        for (at, word) in words.iter().enumerate() {
            if !word.second {
                is_name = word.unit.is_none() || named_too(at);
            }
            if is_name {
                named.push(word);
            } else if at == 0 {
                kind = word.unit;
            }
        }
        let key = named.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
        let number = named.first().is_some_and(|word| word.folded.bytes().all(|byte| byte.is_ascii_digit()));
        // A number alone is that of a house, unless it is said to be a ward's.
        let is_enough = if number { kind.is_some() } else { key.len() >= least };
        let (Some(first), true) = (words.first(), is_enough) else { return Vec::new() };
        let beginning = self.entries.partition_point(|entry| entry.key < key);
        let meant =
            self.entries.iter().enumerate().skip(beginning).take_while(|(_, entry)| entry.key.starts_with(&key));
        meant.filter_map(|(at, entry)| Some((at, self.matched(entry, &key, &named, kind, first.at)?))).collect()
    }

    fn matched(&self, entry: &Entry, key: &str, named: &[&Word], kind: Option<Unit>, from: usize) -> Option<Match<'_>> {
        // Behind the name something has begun.
        let further = key.len() > entry.own + 1;
        let (place, district) = match entry.at {
            At::Now(at) => (Place::Now(self.table.communes.get(at)?), false),
            At::Former(at) => (Place::Former(self.table.formers.get(at)?), further),
            // With the name alone, the entry that has the district says the same.
            At::Short(at) if further => (Place::Former(self.table.formers.get(at)?), false),
            At::Short(_) => return None,
        };
        let its = match place {
            Place::Now(commune) => Some(commune.kind),
            Place::Former(former) => former.commune.map(|(kind, _)| kind),
        };
        let right = match kind {
            Some(Unit::Commune(kind)) => its == Some(kind),
            // A district without communes.
            Some(Unit::Above) if its.is_some() => return None,
            _ => true,
        };
        let typed: Vec<&str> = named.iter().map(|word| word.small.as_str()).collect();
        let mut distance = marks(&typed.join(" "), place.name());
        distance += if key.len() < entry.own { UNFINISHED } else { 0 };
        distance += if right { 0 } else { OTHER_KIND };
        Some(Match { place, from, whole: key == entry.key, district, distance, named: key.len() })
    }

    /// Who names no district means the place of today, where one of that name was made of the former one.
    fn without_doubles<'a>(&'a self, mut found: Vec<Match<'a>>) -> Vec<Match<'a>> {
        let now: Vec<Commune> = found.iter().filter_map(|found| found.place.now()).collect();
        let is_there = |former: &Former| self.became(former).any(|it| it.name == former.name() && now.contains(it));
        found.retain(|found| match found.place {
            Place::Former(former) => found.district || !is_there(former),
            Place::Now(_) => true,
        });
        found
    }
}

/// Whether a part of an address begins here, or the word of a kind.
fn begins(words: &[Word], start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|before| words.get(before));
    let is_kind = |word: &Word| word.unit.is_some();
    words.get(start).is_some_and(|word| word.begins || (is_kind(word) && !word.second && !before.is_some_and(is_kind)))
}

/// Whether the name of a village or a street follows a word: many of them are those of communes, too.
fn is_village(word: &str) -> bool {
    VILLAGES.iter().chain(&STREETS).any(|known| fold(known) == word)
}

/// Whether a name may begin here without any sign of it: neither behind a word for a village, nor within what the word of a kind has begun.
fn is_amid(words: &[Word], start: usize) -> bool {
    let before = words.get(..start).unwrap_or_default();
    let part = before.iter().rposition(|word| word.begins).unwrap_or_default();
    let is_opened = before.get(part..).unwrap_or_default().iter().any(|word| word.unit.is_some());
    !begins(words, start) && !is_opened && !before.last().is_some_and(|word| is_village(&word.folded))
}

/// Whether a word may or may not be the word of a kind.
fn is_doubtful(word: &Word) -> bool {
    word.unit.is_some() && !word.certain && !word.second
}

fn entry(names: &[&str], at: At) -> Entry {
    let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let own = names.first().map_or(0, String::len);
    Entry { key: names.join(" "), own, at }
}

/// A name as [`words`] would cut it. One province has the word of its kind in its name.
fn plain(name: &str) -> String {
    let name = words(name).iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
    name.strip_prefix("thanh pho ").map_or_else(|| name.clone(), str::to_owned)
}
