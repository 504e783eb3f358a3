//! Short names between the program and the script around it. wasm-bindgen gives every function
//! that the two call of each other a long name, and both files carry it: 5 kB of the first
//! visit (docs/BYTES.md). `wasm-opt` makes the names in the program short and says what it called
//! them; the script follows here.

use std::path::Path;

use crate::outcome::{Explain, Failure, Outcome};
use crate::process;
use crate::tools::Toolbox;

/// One name that became a short one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Renamed<'a> {
    /// Where an import comes from; nothing for an export.
    module: Option<&'a str>,
    old: &'a str,
    new: &'a str,
}

/// What `wasm-opt` calls the one module that everything is imported from.
const MODULE: &str = "a";

/// Shortens the names in the program's file, not those of its own functions, by which `split` knows
/// them, and gives back the script with the same names.
pub fn shorten(tools: &Toolbox, wasm: &Path, script: &str) -> Outcome<String> {
    let mut command = tools.command("wasm-opt");
    command.args(["--quiet", "-g", "--mvp-features", "--minify-imports-and-exports-and-modules"]).arg(wasm);
    let told = process::output(command.arg("-o").arg(wasm))?;
    let told = String::from_utf8(told).explain(|| "reading the names that wasm-opt gave".into())?;
    rename(script, &renamed(&told))
}

/// Reads the list that `wasm-opt` prints: `["MODULE", "OLD", "NEW"]` for imports and
/// `["OLD", "NEW"]` for exports, one a line.
fn renamed(told: &str) -> Vec<Renamed<'_>> {
    let row = |line| match *quoted(line).as_slice() {
        [module, old, new] => Some(Renamed { module: Some(module), old, new }),
        [old, new] => Some(Renamed { module: None, old, new }),
        _ => None,
    };
    told.lines().filter_map(row).collect()
}

fn quoted(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

/// Puts the new names into the script. Fails when an import is not there exactly once: a program
/// that cannot be linked would only be noticed in the browser.
fn rename(script: &str, names: &[Renamed<'_>]) -> Outcome<String> {
    let mut modules: Vec<&str> = names.iter().filter_map(|name| name.module).collect();
    modules.dedup();
    let [module] = modules.as_slice() else {
        return Err(Failure::new(format!("names can be shortened for one module only, the program has {modules:?}")));
    };
    let mut script = replaced(script, &format!("\"{module}\": "), &format!("{MODULE}: "))?;
    for Renamed { module, old, new } in names {
        script = match module {
            Some(_) => replaced(&script, &format!(" {old}: "), &format!(" {new}: "))?,
            None => exports(&script, old, new),
        };
    }
    Ok(script)
}

fn replaced(script: &str, old: &str, new: &str) -> Outcome<String> {
    match script.matches(old).count() {
        1 => Ok(script.replacen(old, new, 1)),
        times => Err(Failure::new(format!("`{old}` is {times} times in the generated script, not once"))),
    }
}

/// Exports are used as `wasm.NAME`, any number of times; some only by other builds.
fn exports(script: &str, old: &str, new: &str) -> String {
    let used = format!("wasm.{old}");
    let mut parts = script.split(&used);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // A longer name may begin with this one.
        let whole = !part.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'));
        renamed.push_str(if whole { "wasm." } else { &used });
        renamed.push_str(if whole { new } else { "" });
        renamed.push_str(part);
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "{\n \"imports\": [\n  [\"./x.js\", \"__wbg_get_1\", \"$a\"],\n  [\"./x.js\", \"drop\", \"b\"]\n ],\n\
        \"exports\": [\n  [\"memory\", \"c\"],\n  [\"export\", \"d\"],\n  [\"export2\", \"e\"]\n ]\n}";

    #[test]
    fn the_script_gets_the_names_of_the_program() -> Outcome {
        let script =
            "{ __wbg_get_1: function() { wasm.export2(wasm.export); }, drop: f };\n\"./x.js\": import0, wasm.memory.x";
        let expected = "{ $a: function() { wasm.e(wasm.d); }, b: f };\na: import0, wasm.c.x";
        assert_eq!(rename(script, &renamed(TOLD))?, expected);
        Ok(())
    }

    #[test]
    fn an_import_that_is_not_there_once_or_a_second_module_is_refused() {
        assert!(rename("{ drop: f }; \"./x.js\": import0", &renamed(TOLD)).is_err());
        let two = "[\"./x.js\", \"f\", \"a\"]\n[\"./y.js\", \"g\", \"b\"]";
        assert!(rename("{ f: 1 }, { g: 2 }; \"./x.js\": import0", &renamed(two)).is_err());
    }
}
