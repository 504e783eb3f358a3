//! Writing the two parts of a program, in the text form that `wasm-as` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::data::Image;
use super::reach::{Needed, Said, others};
use super::text::{Function, Program, quoted};
use crate::outcome::{Failure, Outcome};

/// The name by which the first part hands out its table of functions. A global is handed out by
/// this sign and its place, a function by its number in the table (web/later.js).
const TABLE: &str = "@";

/// The two parts as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// What is needed to begin with.
    pub first: String,
    /// The rest.
    pub deferred: String,
}

/// Everything that both parts are written from.
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
    /// What the first part has.
    pub needed: &'b Needed<'a>,
    /// The functions of the deferred chunk that the first calls.
    pub entries: &'b BTreeSet<&'a str>,
}

/// Writes both parts.
pub fn parts(plan: &Plan<'_, '_>) -> Outcome<Parts> {
    let Plan { program, needed, .. } = plan;
    let mut slots: BTreeMap<&str, u32> = BTreeMap::new();
    for (from, names) in &program.elements {
        slots.extend(names.iter().copied().zip(*from..));
    }
    // What the deferred chunk uses of the first goes behind what the table has, then the entries.
    let stays =
        |name: &str| needed.functions.contains(name) || program.imports.iter().any(|import| import.name == name);
    let deferred_functions: Vec<&Function<'_>> =
        program.functions.iter().filter(|function| !stays(function.name)).collect();
    let said = |function: &&Function<'_>| plan.said.get(function.name).cloned().unwrap_or_default();
    let used: BTreeSet<&str> =
        deferred_functions.iter().flat_map(|f| said(f).calls).filter(|name| stays(name)).collect();
    let globals: BTreeSet<&str> = deferred_functions.iter().flat_map(|f| said(f).globals).collect();
    let mut handed: Vec<&str> = Vec::new();
    let mut free = program.slots;
    for name in used.iter().chain(plan.entries).copied().filter(|name| stays(name) || plan.entries.contains(name)) {
        if !slots.contains_key(name) {
            slots.insert(name, free);
            handed.push(name);
            free += 1;
        }
    }
    let memory = program.exports.iter().find(|(_, kind, _)| *kind == "memory");
    let (memory_name, ..) = memory.ok_or_else(|| Failure::new("the program hands out no memory to split it by"))?;

    let by_place = |kept: &dyn Fn(&str) -> bool| {
        let own = program.elements.iter().flat_map(|(from, names)| (*from..).zip(names.iter().copied()));
        let more = (program.slots..).zip(handed.iter().copied());
        elements(own.chain(more).filter(|(_, name)| kept(name)))
    };
    let (mut moved, mut left) = (Vec::new(), others(plan.image, plan.constants));
    for (place, piece) in plan.constants.iter().enumerate() {
        if needed.pieces.contains(&place) { &mut left } else { &mut moved }.push(piece.clone());
    }

    let mut first = Text::new(&program.types);
    program.imports.iter().for_each(|import| first.item(import.text));
    program.globals.iter().for_each(|(_, global)| first.item(global));
    first.item(program.memory);
    first.data(&plan.image.segments(&left));
    first.item(&format!("table $0 {free} {free} funcref)"));
    first.add(&by_place(&stays));
    for (outer, kind, name) in &program.exports {
        first.item(&format!("export \"{outer}\" ({kind} {name}))"));
    }
    first.item(&format!("export \"{TABLE}\" (table $0))"));
    let mut deferred = Text::new(&program.types);
    let limits = program.memory.trim_start_matches("memory $0 ");
    deferred.item(&format!("import \"a\" \"{memory_name}\" (memory $0 {limits})"));
    deferred.item(&format!("import \"a\" \"{TABLE}\" (table $0 {free} {free} funcref))"));
    for (place, (name, text)) in program.globals.iter().enumerate().filter(|(_, (name, _))| globals.contains(name)) {
        first.item(&format!("export \"{TABLE}{place}\" (global {name}))"));
        let kind = if text.contains("(mut i32)") { "(mut i32)" } else { "i32" };
        deferred.item(&format!("import \"a\" \"{TABLE}{place}\" (global {name} {kind}))"));
    }
    for function in program.imports.iter().chain(&program.functions).filter(|f| used.contains(f.name)) {
        let slot = slots.get(function.name).copied().unwrap_or_default();
        deferred.item(&format!("import \"a\" \"{slot}\" (func {} {}))", function.name, function.signature));
    }
    deferred.data(&plan.image.segments(&moved));
    deferred.add(&by_place(&|name| !stays(name)));
    for function in &program.functions {
        if stays(function.name) { &mut first } else { &mut deferred }.item(function.text);
        if plan.entries.contains(function.name) {
            first.item(&stub(function, slots.get(function.name).copied().unwrap_or_default()));
        }
    }
    Ok(Parts { first: first.end(), deferred: deferred.end() })
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

/// In the first part, a function of the deferred chunk: calls whatever stands in the table.
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
