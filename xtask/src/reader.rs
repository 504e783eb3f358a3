//! The program of the worker that reads lists (`src/bin/reader.rs`): built as the page's is, but apart from it, since it is
//! fetched only by who opens a list.

use std::fs;
use std::path::{Path, PathBuf};

use crate::counter::passes;
use crate::outcome::{Explain, Outcome};
use crate::project::Project;
use crate::tools::{Toolbox, WASM_TARGET};
use crate::{bundle, fingerprint, flags, process};

/// How the names of its files begin; `web/keeper.js` knows them by it.
pub const BEGINNING: &str = "ket-nap-reader-";

/// Builds script and program into `stage` and gives back both names, the script's first.
pub fn build(project: &Project, tools: &Toolbox, stage: &Path, release: bool) -> Outcome<[String; 2]> {
    let made = project.target().join("reader");
    fs::create_dir_all(&made).explain(|| format!("creating {}", made.display()))?;
    let wasm = compiled(project, release)?;
    let mut bindgen = tools.command("wasm-bindgen");
    process::run(bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&made).arg(&wasm))?;
    let mut program = made.join("reader_bg.wasm");
    if release {
        let small = made.join("reader.wasm");
        let html = project.read("index.html")?;
        let mut optimize = tools.command("wasm-opt");
        process::run(optimize.args(passes(&html)?).arg(&program).arg("-o").arg(&small))?;
        program = small;
    }
    let script = bundle::with_glue(project, tools, "web/reader.js", &made.join("reader.js"))?;
    let content = fs::read(&program).explain(|| format!("reading {}", program.display()))?;
    let put = |ending: &str, content: &[u8]| {
        let name = format!("{BEGINNING}{}.{ending}", fingerprint::of_bytes(content));
        fs::write(stage.join(&name), content).explain(|| format!("writing {name}"))?;
        Ok(name)
    };
    Ok([put("js", &script)?, put("wasm", &content)?])
}

/// The program as the compiler leaves it. The flags that tell the linker to list the page's program are not for this one.
fn compiled(project: &Project, release: bool) -> Outcome<PathBuf> {
    let profile = if release { "page" } else { "dev" };
    process::run(
        process::cargo()
            .args(["build", "--profile", profile, "--target", WASM_TARGET, "--package", "ket-nap"])
            .args(["--no-default-features", "--features", "worker", "--bin", "reader"])
            .current_dir(project.root())
            .env(flags::VARIABLE, flags::short_names(project)?)
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS"),
    )?;
    let folder = if release { profile } else { "debug" };
    Ok(project.target().join(WASM_TARGET).join(folder).join("reader.wasm"))
}
