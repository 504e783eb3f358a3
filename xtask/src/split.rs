//! Divides the finished program into parts, in the order in which a person needs them: what the first
//! screens need, and what is fetched when they are there (docs/decisions/0014, 0033). The source knows
//! nothing of it, except that the functions through which a later part is reached have names that begin
//! with its mark.

mod data;
mod reach;
mod text;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use self::data::Image;
use self::reach::{Needed, Said};
use self::write::Plan;
use crate::outcome::{Failure, Outcome};

/// A part of the program that is fetched after the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// How the names of the functions begin that lead into it.
    pub mark: &'static str,
    /// What its file's name begins with, behind the program's own name.
    pub file: &'static str,
}

/// The later parts in the order in which they are fetched: the chunks of `src/app/chunks.rs`. The name of the last file
/// is older than the others: installed service workers know it.
pub const LATER: [Later; 4] = [
    Later { mark: "forms_", file: "forms-" },
    Later { mark: "stored_", file: "stored-" },
    Later { mark: "vault_", file: "vault-" },
    Later { mark: "deferred_", file: "later-" },
];

/// What one part has that none before it has.
#[derive(Debug, Default)]
struct Part<'a> {
    /// The functions through which it is reached; none for the first.
    entries: BTreeSet<&'a str>,
    own: Needed<'a>,
}

/// Divides a program in its text form; `map` is the linker's list of what is in it. The texts of the
/// parts, the first one first.
pub fn parts(program: &str, map: &str) -> Outcome<Vec<String>> {
    let program = text::read(program)?;
    let said: BTreeMap<&str, Said<'_>> =
        program.functions.iter().map(|function| (function.name, reach::said(function.text))).collect();
    let image = Image::new(&program.data);
    let constants = data::constants(map, &image);
    let tables = data::tables(map);
    let mut parts = vec![Part::default()];
    for Later { mark, .. } in LATER {
        let entries: BTreeSet<&str> = said.keys().copied().filter(|name| leads_to(mark, name)).collect();
        if entries.is_empty() {
            return Err(Failure::new(format!("no function of the program has a name that begins with `{mark}`")));
        }
        parts.push(Part { entries, own: Needed::default() });
    }
    let mut before = Needed::default();
    for place in 0..parts.len() {
        let later: BTreeSet<&str> = parts.iter().skip(place + 1).flat_map(|part| &part.entries).copied().collect();
        let needed = reach::needed(&program, &said, &image, &constants, &tables, &later);
        if let Some(part) = parts.get_mut(place) {
            part.own = needed.without(&before);
            println!(
                "  part {place}: {} of {} functions, {} of {} pieces of data",
                part.own.functions.len(),
                program.functions.len(),
                part.own.pieces.len(),
                constants.len()
            );
        }
        before = needed;
    }
    write::parts(&Plan { program: &program, said: &said, image: &image, constants: &constants, parts: &parts })
}

/// `$ket_nap::views::pages::deferred_page::h0123456789abcdef`
fn leads_to(mark: &str, name: &str) -> bool {
    name.strip_prefix("$ket_nap::").is_some_and(|path| path.split("::").any(|part| part.starts_with(mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The main function calls `forms_z`, that calls `deferred_y`, an empty `stored_u` and an empty `vault_v`; `deferred_y` calls what the
    /// first part has, what the second has, what it alone has, and what the script gives. Of the texts one is shared,
    /// one belongs to the last part alone.
    const WHOLE: &str = "(module\n (type $0 (func))\n (import \"a\" \"b\" (func $js (param i32)))\n \
        (global $stack (mut i32) (i32.const 9000))\n (global $end i32 (i32.const 9200))\n (memory $0 17)\n \
        (data $d (i32.const 9000) \"first.....................later....................both\")\n \
        (table $0 3 3 funcref)\n (elem $0 (i32.const 1) $main $moved)\n \
        (export \"m\" (memory $0))\n (export \"r\" (func $main))\n \
        (func $main\n  (call $ket_nap::x::forms_z::h0)\n  (call $shared\n   (i32.const 9051)\n  )\n )\n \
        (func $ket_nap::x::forms_z::h0\n  (drop\n   (call $ket_nap::x::deferred_y::h0\n    (i32.const 9000)\n    \
        (i64.const 1)\n   )\n  )\n  (call $middle)\n  (call $ket_nap::x::stored_u::h0)\n  (call $ket_nap::x::vault_v::h0)\n )\n \
        (func $ket_nap::x::stored_u::h0\n )\n (func $ket_nap::x::vault_v::h0\n )\n (func $middle\n )\n \
        (func $ket_nap::x::deferred_y::h0 (param $0 i32) (param $1 i64) (result i32)\n  (global.set $stack\n   \
        (i32.const 9026)\n  )\n  (call $shared\n   (i32.const 9051)\n  )\n  (call $js\n   (i32.const 2)\n  )\n  \
        (call $main)\n  (call $middle)\n  (call $own)\n )\n (func $shared (param $0 i32)\n )\n (func $moved\n )\n \
        (func $own\n )\n)\n";

    const MAP: &str = "  2328 1 1a a.o:(.rodata..1)\n  2342 1 19 a.o:(.rodata..2)\n  235b 1 4 a.o:(.rodata..3)\n";

    fn check(place: usize, there: &[&str], gone: &[&str]) -> Outcome {
        let parts = parts(WHOLE, MAP)?;
        let part = parts.get(place).map_or("", String::as_str);
        for line in there {
            assert!(part.contains(&format!("\n{line}")), "{line} is not in\n{part}");
        }
        for word in gone {
            assert!(!part.contains(word), "{word} is in\n{part}");
        }
        Ok(())
    }

    #[test]
    fn the_first_part_has_what_it_needs_and_hands_it_out() -> Outcome {
        check(
            0,
            &[
                " (data (i32.const 9051) \"both\")",
                " (table $0 10 10 funcref)",
                " (elem (i32.const 1) $main)",
                " (elem (i32.const 3) $js $shared)",
                " (export \"@\" (table $0))",
                " (export \"@0\" (global $stack))",
                " (func $ket_nap::x::forms_z::h0 \n  (call_indirect \n   (i32.const 5)",
            ],
            &["$own", "$moved", "$middle", "$ket_nap::x::deferred_y::h0", "first..", "later.."],
        )
    }

    #[test]
    fn a_part_between_takes_from_the_first_and_leads_on() -> Outcome {
        check(
            1,
            &[
                " (import \"a\" \"m\" (memory $0 17))",
                " (import \"a\" \"@\" (table $0 10 10 funcref))",
                " (data (i32.const 9000) \"first.....................\")",
                " (elem (i32.const 5) $ket_nap::x::forms_z::h0 $middle)",
                " (func $ket_nap::x::forms_z::h0\n  (drop",
                " (func $ket_nap::x::deferred_y::h0 (param $0 i32) (param $1 i64) (result i32)\n  \
                 (call_indirect (param i32) (param i64) (result i32)\n   (local.get $0)\n   (local.get $1)\n   (i32.const 9)",
            ],
            &["$own", "$moved", "$shared", "both", "later..", "global"],
        )
    }

    #[test]
    fn the_last_part_takes_from_both_and_fills_the_table() -> Outcome {
        check(
            4,
            &[
                " (import \"a\" \"m\" (memory $0 17))",
                " (import \"a\" \"@0\" (global $stack (mut i32)))",
                " (import \"a\" \"3\" (func $js (param i32)))",
                " (import \"a\" \"1\" (func $main ))",
                " (import \"a\" \"4\" (func $shared (param $0 i32)))",
                " (import \"a\" \"6\" (func $middle ))",
                " (data (i32.const 9026) \"later....................\")",
                " (elem (i32.const 2) $moved)",
                " (elem (i32.const 9) $ket_nap::x::deferred_y::h0)",
                " (func $own",
            ],
            &["first..", "$end", "forms_z"],
        )
    }

    #[test]
    fn a_program_that_leads_nowhere_is_refused() {
        assert!(parts(&WHOLE.replace("deferred_y", "y"), MAP).is_err());
        assert!(parts(&WHOLE.replace("stored_u", "u"), MAP).is_err());
    }
}
