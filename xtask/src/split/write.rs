//! Writing the parts of a program, in the text form that `wasm-as` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Part;
use super::data::Image;
use super::reach::{Said, others};
use super::text::{Function, Program, quoted};
use crate::outcome::{Failure, Outcome};

/// The name by which the first part hands out its table of functions. A global is handed out by
/// this sign and its place, a function by its number in the table (web/later.js).
const TABLE: &str = "@";

/// Everything that the parts are written from.
#[derive(Debug)]
pub struct Plan<'a, 'b> {
    /// The whole program.
    pub program: &'b Program<'a>,
    /// What each function speaks of.
    pub said: &'b BTreeMap<&'a str, Said<'a>>,
    /// Its data.
    pub image: &'b Image,
    /// The pieces of data that never change.
    pub constants: &'b [Range<u32>],
    /// What is in which part. What is in none is reached by nobody, and is put into the last.
    pub parts: &'b [Part<'a>],
}

/// The number of a function in the table, by its name.
type Slots<'a> = BTreeMap<&'a str, u32>;

/// Writes all parts.
pub fn parts(plan: &Plan<'_, '_>) -> Outcome<Vec<String>> {
    let homes = homes(plan);
    let (slots, handed) = slots(plan, &homes);
    let memory = plan.program.exports.iter().find(|(_, kind, _)| *kind == "memory");
    let (memory, ..) = memory.ok_or_else(|| Failure::new("the program hands out no memory to split it by"))?;
    let mut shared = BTreeSet::new();
    let mut texts: Vec<Text> = Vec::new();
    for place in 0..plan.parts.len() {
        let functions = || plan.program.functions.iter().filter(|f| homes.get(f.name) == Some(&place));
        let said = || functions().filter_map(|f| plan.said.get(f.name));
        let mut text = Text::new(&plan.program.types);
        let size = plan.program.slots + u32::try_from(handed.len()).unwrap_or_default();
        if place == 0 {
            plan.program.imports.iter().for_each(|import| text.item(import.text));
            plan.program.globals.iter().for_each(|(_, global)| text.item(global));
            text.item(plan.program.memory);
            text.data(&plan.image.segments(&data(plan, place)));
            text.item(&format!("table $0 {size} {size} funcref)"));
        } else {
            let limits = plan.program.memory.trim_start_matches("memory $0 ");
            text.item(&format!("import \"a\" \"{memory}\" (memory $0 {limits})"));
            text.item(&format!("import \"a\" \"{TABLE}\" (table $0 {size} {size} funcref))"));
            let used: BTreeSet<&str> = said().flat_map(|said| said.globals.iter().copied()).collect();
            let globals = plan.program.globals.iter().enumerate();
            for (number, (name, global)) in globals.filter(|(_, (name, _))| used.contains(name)) {
                let kind = if global.contains("(mut i32)") { "(mut i32)" } else { "i32" };
                text.item(&format!("import \"a\" \"{TABLE}{number}\" (global {name} {kind}))"));
                shared.insert((number, *name));
            }
            let used: BTreeSet<&str> = said().flat_map(|said| said.calls.iter().copied()).collect();
            let earlier = |name: &str| homes.get(name).is_some_and(|home| *home < place);
            let all = plan.program.imports.iter().chain(&plan.program.functions);
            for function in all.filter(|f| used.contains(f.name) && earlier(f.name)) {
                let slot = slots.get(function.name).copied().unwrap_or_default();
                text.item(&format!("import \"a\" \"{slot}\" (func {} {}))", function.name, function.signature));
            }
            text.data(&plan.image.segments(&data(plan, place)));
        }
        let own = plan.program.elements.iter().flat_map(|(from, names)| (*from..).zip(names.iter().copied()));
        let more = (plan.program.slots..).zip(handed.iter().copied());
        text.add(&elements(own.chain(more).filter(|(_, name)| homes.get(name) == Some(&place))));
        functions().for_each(|function| text.item(function.text));
        let calls: BTreeSet<&str> = said().flat_map(|said| said.calls.iter().copied()).collect();
        let later = |name: &str| homes.get(name).is_some_and(|home| *home > place);
        for function in plan.program.functions.iter().filter(|f| calls.contains(f.name) && later(f.name)) {
            text.item(&stub(function, slots.get(function.name).copied().unwrap_or_default()));
        }
        texts.push(text);
    }
    if let Some(first) = texts.first_mut() {
        for (outer, kind, name) in &plan.program.exports {
            first.item(&format!("export \"{outer}\" ({kind} {name}))"));
        }
        first.item(&format!("export \"{TABLE}\" (table $0))"));
        for (number, name) in shared {
            first.item(&format!("export \"{TABLE}{number}\" (global {name}))"));
        }
    }
    Ok(texts.into_iter().map(Text::end).collect())
}

/// Which function is in which part.
fn homes<'a>(plan: &Plan<'a, '_>) -> BTreeMap<&'a str, usize> {
    let last = plan.parts.len().saturating_sub(1);
    let mut homes: BTreeMap<&str, usize> = plan.program.functions.iter().map(|f| (f.name, last)).collect();
    for (place, part) in plan.parts.iter().enumerate() {
        homes.extend(part.own.functions.iter().map(|name| (*name, place)));
    }
    homes.extend(plan.program.imports.iter().map(|import| (import.name, 0)));
    homes
}

/// The numbers of all functions that are called by number, and those that get theirs only because
/// one part calls them in another, behind the others.
fn slots<'a>(plan: &Plan<'a, '_>, homes: &BTreeMap<&'a str, usize>) -> (Slots<'a>, Vec<&'a str>) {
    let mut slots: Slots<'a> = BTreeMap::new();
    for (from, names) in &plan.program.elements {
        slots.extend(names.iter().copied().zip(*from..));
    }
    let mut handed: BTreeSet<&str> = BTreeSet::new();
    for (name, said) in plan.said {
        let home = homes.get(name);
        handed.extend(said.calls.iter().filter(|called| homes.get(**called) != home && !slots.contains_key(*called)));
    }
    // Those of the earlier parts first: stretches without holes take fewer bytes.
    let mut handed: Vec<&str> = handed.into_iter().collect();
    handed.sort_by_key(|name| homes.get(name));
    slots.extend(handed.iter().copied().zip(plan.program.slots..));
    (slots, handed)
}

/// The stretches of data of a part.
fn data(plan: &Plan<'_, '_>, place: usize) -> Vec<Range<u32>> {
    let last = place + 1 == plan.parts.len();
    let is_here = |piece: usize| match plan.parts.iter().position(|part| part.own.pieces.contains(&piece)) {
        Some(home) => home == place,
        None => last,
    };
    let pieces = plan.constants.iter().enumerate().filter(|(piece, _)| is_here(*piece));
    let pieces = pieces.map(|(_, piece)| piece.clone());
    // What changes while the program runs is there from the beginning.
    let rest = if place == 0 { others(plan.image, plan.constants) } else { Vec::new() };
    rest.into_iter().chain(pieces).collect()
}

/// Functions by their numbers, a line for each stretch without holes.
fn elements<'a>(functions: impl Iterator<Item = (u32, &'a str)>) -> String {
    let mut text = String::new();
    let mut next = None;
    for (slot, name) in functions {
        if next != Some(slot) {
            text += if next.is_some() { ")" } else { "" };
            text += &format!("\n (elem (i32.const {slot})");
        }
        text += &format!(" {name}");
        next = Some(slot + 1);
    }
    if next.is_some() { text + ")" } else { text }
}

/// A function of a later part: calls whatever stands in the table.
fn stub(function: &Function<'_>, slot: u32) -> String {
    let Function { name, signature, .. } = function;
    let names = signature.split("(param ").skip(1).filter_map(|rest| rest.split(' ').next());
    let arguments: String = names.map(|name| format!("\n   (local.get {name})")).collect();
    let kind: String = signature.split('$').enumerate().map(|(place, part)| nameless(place, part)).collect();
    format!("func {name} {signature}\n  (call_indirect {kind}{arguments}\n   (i32.const {slot})\n  )\n )")
}

/// A parameter's type without its name.
fn nameless(place: usize, part: &str) -> &str {
    if place == 0 { part } else { part.split_once(' ').map_or("", |(_, kind)| kind) }
}

struct Text(String);

impl Text {
    fn new(types: &[&str]) -> Self {
        let mut text = Self("(module".to_owned());
        types.iter().for_each(|kind| text.item(kind));
        text
    }

    fn item(&mut self, item: &str) {
        self.0.push_str("\n (");
        self.0.push_str(item);
    }

    fn add(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn data(&mut self, segments: &[(u32, Vec<u8>)]) {
        for (at, bytes) in segments {
            self.item(&format!("data (i32.const {at}) {})", quoted(bytes)));
        }
    }

    fn end(self) -> String {
        self.0 + "\n)\n"
    }
}
