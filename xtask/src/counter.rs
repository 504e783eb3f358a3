//! A bare Yew counter, built as the page is: the same profile, the same flags of the compiler, the
//! same passes of wasm-opt, the same target of esbuild. What a browser needs for it is what any
//! Yew page costs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::outcome::{Explain, Failure, Outcome};
use crate::project::Project;
use crate::tools::Toolbox;
use crate::{bundle, packed, process};

/// Builds it into `target/bench/counter` and gives back that folder.
pub fn build(project: &Project) -> Outcome<PathBuf> {
    let tools = Toolbox::ensure(project)?;
    let folder = project.target().join("bench/counter");
    let made = project.target().join("bench/made");
    for each in [&folder, &made] {
        fs::create_dir_all(each).explain(|| format!("creating {}", each.display()))?;
    }
    process::run(
        process::cargo()
            .args(["build", "--profile", "page", "--target", "wasm32-unknown-unknown", "--package", "counter"])
            .current_dir(project.root())
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS"),
    )?;
    let wasm = project.target().join("wasm32-unknown-unknown/page/counter.wasm");
    let mut bindgen = tools.command("wasm-bindgen");
    process::run(bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&made).arg(&wasm))?;
    let mut optimize = tools.command("wasm-opt");
    optimize.args(passes(&project.read("index.html")?)?).arg(made.join("counter_bg.wasm"));
    process::run(optimize.arg("-o").arg(folder.join("counter.wasm")))?;
    let script = bundle::with_glue(project, &tools, "benches/counter/boot.js", &made.join("counter.js"))?;
    put(&folder, "counter.js", &script)?;
    put(&folder, "index.html", project.read("benches/counter/index.html")?.as_bytes())?;
    packed::write(&folder)?;
    Ok(folder)
}

fn put(folder: &Path, name: &str, content: &[u8]) -> Outcome {
    fs::write(folder.join(name), content).explain(|| format!("writing {name}"))
}

/// The passes of wasm-opt that the page goes through, without the names of functions.
pub fn passes(html: &str) -> Outcome<Vec<&str>> {
    let missing = || Failure::new("index.html names no passes of wasm-opt");
    let (_, rest) = html.split_once("data-wasm-opt-params=\"").ok_or_else(missing)?;
    let (passes, _) = rest.split_once('"').ok_or_else(missing)?;
    Ok(passes.split(' ').filter(|pass| *pass != "-g").collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_passes_are_those_of_the_page() -> Outcome {
        let html = Project::find()?.read("index.html")?;
        let passes = passes(&html)?;
        assert!(passes.contains(&"-Oz") && !passes.contains(&"-g"), "{passes:?}");
        Ok(())
    }
}
