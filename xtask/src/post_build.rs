//! What Trunk calls when it has assembled the page: makes it run in old browsers and offline,
//! and refuses it when it is too heavy or needs too new a browser.

use std::env;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

use crate::html::{self, Finished};
use crate::outcome::{Explain, Failure, Outcome};
use crate::project::Project;
use crate::sizes::growth;
use crate::tools::Toolbox;
use crate::{bundle, fingerprint, flags, keeper, locations, names, order, packed, process, sizes, split, workers};

/// Finishes the page in the folder that Trunk names.
pub fn run(project: &Project) -> Outcome {
    // Whatever is built now, the finished page is no longer the one that was noted.
    fingerprint::forget(project);
    let stage = env::var_os("TRUNK_STAGING_DIR").map_or_else(|| project.dist(), PathBuf::from);
    // A build while developing is larger and newer than what is given to people.
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let tools = Toolbox::present(project);

    let page = stage.join("index.html");
    let built = read(&page)?;
    let built = String::from_utf8(built).explain(|| "the built page is not UTF-8".into())?;
    let program = html::program(&built)?;

    let wasm_path = stage.join(&program.wasm);
    let glue = stage.join(&program.script);
    let mut parts = vec![Part { name: "", file: wasm_path.clone() }];
    if release {
        let script = String::from_utf8(read(&glue)?).explain(|| "the generated script is not UTF-8".into())?;
        write(&glue, names::shorten(&tools, &wasm_path, &script)?.as_bytes())?;
        parts = divide(project, &tools, &wasm_path)?;
        say_wide_imports(&tools, &wasm_path)?;
    }
    let mut finished_names = Vec::new();
    for Part { name, file } in &parts {
        let content = read(file)?;
        if release {
            check_features(&tools, file)?;
            check_folders(project, &content)?;
        }
        let name = hashed(name, "wasm", &content);
        fs::rename(file, stage.join(&name)).explain(|| format!("renaming {}", file.display()))?;
        finished_names.push((name, content.len()));
    }
    let [(wasm_name, bytes), later @ ..] = finished_names.as_slice() else {
        return Err(Failure::new("the program has no part"));
    };

    let script = bundle::script(project, &tools, &glue)?;
    let script_name = hashed("", "js", &script);
    write(&stage.join(&script_name), &script)?;
    // Both are inside the script now.
    fs::remove_file(&glue).explain(|| format!("removing {}", program.script))?;
    let snippets = stage.join("snippets");
    if snippets.is_dir() {
        fs::remove_dir_all(&snippets).explain(|| "removing the snippets".into())?;
    }

    let mut built_workers = Vec::new();
    for worker in workers::WORKERS {
        let files = worker.build(project, &tools, &stage, release)?;
        if release {
            let [_, program] = &files;
            check_features(&tools, &stage.join(program))?;
            check_folders(project, &read(&stage.join(program))?)?;
        }
        built_workers.push((worker, files));
    }
    let after = bundle::after(project, &tools, &built_workers)?;
    let after_name = hashed("after-", "js", &after);
    write(&stage.join(&after_name), &after)?;

    let finished = Finished {
        script: &script_name,
        wasm: wasm_name,
        bytes: *bytes,
        parts: &later.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" "),
        after: &after_name,
    };
    let linked = html::link_program(&built, &finished)?;
    let small = html::shrink(&linked, |language, text| bundle::inline(&tools, language, text))?;
    write(&page, html::permit(&small)?.as_bytes())?;

    keeper::write(project, &tools, &stage)?;

    let table = sizes::report(&stage, project)?;
    if release {
        growth::tell(project, &table)?;
        table.check()?;
        packed::write(&stage)?;
    }
    Ok(())
}

/// A file of the program.
#[derive(Debug)]
struct Part {
    /// What its name has more than that of the first.
    name: &'static str,
    file: PathBuf,
}

/// Divides the program's file, each part with its functions in the order that packs best. The
/// names of functions, which tell where to divide, stay behind.
fn divide(project: &Project, tools: &Toolbox, wasm: &Path) -> Outcome<Vec<Part>> {
    let text = process::output(tools.command("wasm-dis").args(["--quiet", "--mvp-features"]).arg(wasm))?;
    let text = locations::blanked(&String::from_utf8(text).explain(|| "reading the text form of the program".into())?);
    let mut texts = Vec::new();
    if let Some(map) = flags::map(project) {
        let map = fs::read_to_string(&map).explain(|| {
            format!("reading what the linker lists in {} (`cargo clean` and another build write it)", map.display())
        })?;
        let names = iter::once("").chain(split::LATER.map(|part| part.file));
        for (name, text) in names.zip(split::parts(&text, &map)?) {
            let file = if name.is_empty() { wasm.to_path_buf() } else { wasm.with_extension(format!("{name}wasm")) };
            texts.push((Part { name, file }, text));
        }
    } else {
        println!("  note: the program stays in one piece (`cargo xtask build` divides it)");
        texts.push((Part { name: "", file: wasm.to_path_buf() }, text));
    }
    for (part, text) in &texts {
        let source = part.file.with_extension("wat");
        write(&source, order::reordered(text).as_bytes())?;
        let mut assemble = tools.command("wasm-as");
        process::output(assemble.args(FEATURES).arg(&source).arg("-o").arg(&part.file))?;
        fs::remove_file(&source).explain(|| format!("removing {}", source.display()))?;
    }
    Ok(texts.into_iter().map(|(part, _)| part).collect())
}

/// What the tools may take for granted of browsers: the first version of WebAssembly, and globals
/// that two programs share (Chrome 69, Firefox 61, Safari 12).
const FEATURES: [&str; 3] = ["--quiet", "--mvp-features", "--enable-mutable-globals"];

/// Fails when a part of the program uses anything beyond that.
fn check_features(tools: &Toolbox, wasm: &Path) -> Outcome {
    process::output(tools.command("wasm-opt").args(FEATURES).arg(wasm)).explain(|| {
        "the program uses instructions that old browsers do not know \
             (see .cargo/config.toml and data-wasm-opt-params in index.html)"
            .into()
    })?;
    Ok(())
}

/// Says when the program hands 64-bit integers to the browser. The deferred chunk imports from the
/// first, which is no call of the browser.
fn say_wide_imports(tools: &Toolbox, wasm: &Path) -> Outcome {
    let text = process::output(tools.command("wasm-dis").args(FEATURES).arg(wasm))?;
    let text = String::from_utf8_lossy(&text);
    let wide = wide_imports(&text);
    if !wide.is_empty() {
        // Such a program starts anywhere; only the call itself fails, so a person has to judge.
        println!("  note: browsers older than Chrome 85 cannot call these imports, they pass 64-bit integers:");
        wide.iter().for_each(|line| println!("    {line}"));
    }
    Ok(())
}

/// Fails when the program tells on which machine it was built.
fn check_folders(project: &Project, wasm: &[u8]) -> Outcome {
    let mut names = flags::folders(project)?;
    names.extend(env::home_dir());
    match flags::told(wasm, &names) {
        None => Ok(()),
        Some(name) => Err(Failure::new(format!(
            "the program has the name of a folder of this machine in it: {} (build it with `cargo xtask build`)",
            name.display()
        ))),
    }
}

/// The imports with a 64-bit integer, in the text form of a program.
fn wide_imports(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| line.starts_with("(import ") && line.contains("i64")).collect()
}

/// A name that changes exactly when the content does, so that it may be kept forever.
fn hashed(part: &str, ending: &str, content: &[u8]) -> String {
    format!("ket-nap-{part}{}.{ending}", fingerprint::of_bytes(content))
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).explain(|| format!("reading {}", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Outcome {
    fs::write(file, content).explain(|| format!("writing {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_content() {
        assert_eq!(hashed("", "js", b"foobar"), "ket-nap-c3ab8ff13720e8ad.js");
    }

    #[test]
    fn finds_imports_with_wide_integers() {
        let text = "(module\n (import \"a\" \"b\" (func $f (param i32)))\n (import \"a\" \"c\" (func $g (param i64)))\n (func $h (param i64)))";
        assert_eq!(wide_imports(text), ["(import \"a\" \"c\" (func $g (param i64)))"]);
    }
}
