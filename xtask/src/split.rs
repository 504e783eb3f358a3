//! Divides the finished program into what the first screens need and the rest, which is fetched
//! when they are there (docs/decisions/0014). The source knows nothing of it, except that the
//! functions through which the rest is reached have names that begin with `deferred_`.

mod data;
mod reach;
mod text;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use self::data::Image;
use self::reach::Said;
pub use self::write::Parts;
use self::write::Plan;
use crate::outcome::{Failure, Outcome};

/// How the names of the functions begin that lead into the deferred chunk.
const MARK: &str = "deferred_";

/// Divides a program in its text form; `map` is the linker's list of what is in it.
pub fn parts(program: &str, map: &str) -> Outcome<Parts> {
    let program = text::read(program)?;
    let said: BTreeMap<&str, Said<'_>> =
        program.functions.iter().map(|function| (function.name, reach::said(function.text))).collect();
    let entries: BTreeSet<&str> = said.keys().copied().filter(|name| is_entry(name)).collect();
    if entries.is_empty() {
        return Err(Failure::new(format!("no function of the program has a name that begins with `{MARK}`")));
    }
    let image = Image::new(&program.data);
    let constants = data::constants(map, &image);
    let tables = data::tables(map);
    let whole = reach::needed(&program, &said, &image, &constants, &tables, &BTreeSet::new());
    let needed = reach::needed(&program, &said, &image, &constants, &tables, &entries);
    println!(
        "  first part: {} of {} functions, {} of {} pieces of data",
        needed.functions.len(),
        whole.functions.len(),
        needed.pieces.len(),
        constants.len()
    );
    let plan = Plan {
        program: &program,
        said: &said,
        image: &image,
        constants: &constants,
        needed: &needed,
        entries: &entries,
    };
    write::parts(&plan)
}

/// `$ket_nap::views::pages::deferred_page::h0123456789abcdef`
fn is_entry(name: &str) -> bool {
    name.strip_prefix("$ket_nap::").is_some_and(|path| path.split("::").any(|part| part.starts_with(MARK)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `$x::deferred_y` is called by the main function and calls what that has, what it has not,
    /// and what the script gives. Of the texts one is shared, one belongs to it alone.
    const WHOLE: &str = "(module\n (type $0 (func))\n (import \"a\" \"b\" (func $js (param i32)))\n \
        (global $stack (mut i32) (i32.const 9000))\n (global $end i32 (i32.const 9200))\n (memory $0 17)\n \
        (data $d (i32.const 9000) \"first.....................later....................both\")\n \
        (table $0 3 3 funcref)\n (elem $0 (i32.const 1) $main $moved)\n \
        (export \"m\" (memory $0))\n (export \"r\" (func $main))\n \
        (func $main\n  (drop\n   (call $ket_nap::x::deferred_y::h0\n    (i32.const 9000)\n    (i64.const 1)\n   )\n  )\n  \
        (call $shared\n   (i32.const 9051)\n  )\n )\n \
        (func $ket_nap::x::deferred_y::h0 (param $0 i32) (param $1 i64) (result i32)\n  (global.set $stack\n   \
        (i32.const 9026)\n  )\n  (call $shared\n   (i32.const 9051)\n  )\n  (call $js\n   (i32.const 2)\n  )\n  \
        (call $main)\n  (call $own)\n )\n (func $shared (param $0 i32)\n )\n (func $moved\n )\n (func $own\n )\n)\n";

    const MAP: &str = "  2328 1 1a a.o:(.rodata..1)\n  2342 1 19 a.o:(.rodata..2)\n  235b 1 4 a.o:(.rodata..3)\n";

    #[test]
    fn the_first_part_has_what_it_needs_and_hands_it_out() -> Outcome {
        let Parts { first, .. } = parts(WHOLE, MAP)?;
        for line in [
            " (data (i32.const 9000) \"first.....................\")",
            " (data (i32.const 9051) \"both\")",
            " (table $0 6 6 funcref)",
            " (elem (i32.const 1) $main)",
            " (elem (i32.const 3) $js $shared)",
            " (export \"@\" (table $0))",
            " (export \"@0\" (global $stack))",
            "  (call_indirect (param i32) (param i64) (result i32)",
            "   (local.get $0)\n   (local.get $1)\n   (i32.const 5)",
        ] {
            assert!(first.contains(&format!("\n{line}")), "{line} is not in\n{first}");
        }
        for gone in ["$own", "$moved", "later.."] {
            assert!(!first.contains(gone), "{gone}");
        }
        Ok(())
    }

    #[test]
    fn the_deferred_chunk_takes_from_the_first_and_fills_its_table() -> Outcome {
        let Parts { deferred, .. } = parts(WHOLE, MAP)?;
        for line in [
            " (import \"a\" \"m\" (memory $0 17))",
            " (import \"a\" \"@\" (table $0 6 6 funcref))",
            " (import \"a\" \"@0\" (global $stack (mut i32)))",
            " (import \"a\" \"3\" (func $js (param i32)))",
            " (import \"a\" \"1\" (func $main ))",
            " (import \"a\" \"4\" (func $shared (param $0 i32)))",
            " (data (i32.const 9026) \"later....................\")",
            " (elem (i32.const 2) $moved)",
            " (elem (i32.const 5) $ket_nap::x::deferred_y::h0)",
            " (func $own",
        ] {
            assert!(deferred.contains(&format!("\n{line}")), "{line} is not in\n{deferred}");
        }
        assert!(!deferred.contains("first..") && !deferred.contains("$end"));
        Ok(())
    }

    #[test]
    fn a_program_that_leads_nowhere_is_refused() {
        assert!(parts(&WHOLE.replace("deferred_y", "y"), MAP).is_err());
    }
}
