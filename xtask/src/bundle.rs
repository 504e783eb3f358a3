//! One classic script out of several, for browsers of 2017.

use std::fs;
use std::path::Path;

use crate::html::Language;
use crate::outcome::{Explain, Outcome};
use crate::process;
use crate::project::Project;
use crate::tools::Toolbox;
use crate::workers::Worker;

/// The oldest language that scripts and style sheets are written in: Chrome of December 2017.
const TARGET: &str = "--target=chrome63";

/// The styles of the program's pages, in their order. They come with the scripts and not with the
/// page: so the page is small, and the program is asked for sooner.
const STYLES: [&str; 4] = ["styles/1-tokens.css", "styles/2-base.css", "styles/3-layout.css", "styles/4-widgets.css"];

/// Those that only the last chunk needs, of its pages and of printed sheets.
const LATER_STYLES: [&str; 2] = ["styles/5-pages.css", "styles/6-print.css"];

/// Bundles `web/boot.js` with the glue that wasm-bindgen has written, and the styles.
pub fn script(project: &Project, tools: &Toolbox, glue: &Path) -> Outcome<Vec<u8>> {
    bundled(
        project,
        tools,
        "web/boot.js",
        &[glue_of(glue), styles(project, tools, "ket-nap-styles", &STYLES)?, TEXT.into()],
    )
}

/// Bundles a script that starts a program with the glue that wasm-bindgen has written for it.
pub fn with_glue(project: &Project, tools: &Toolbox, entry: &str, glue: &Path) -> Outcome<Vec<u8>> {
    bundled(project, tools, entry, &[glue_of(glue)])
}

fn glue_of(glue: &Path) -> String {
    format!("--alias:ket-nap-glue={}", glue.display())
}

/// Style sheets are texts to the scripts.
const TEXT: &str = "--loader:.css=text";

/// Makes one small style sheet, which scripts may import by this name.
fn styles(project: &Project, tools: &Toolbox, name: &str, files: &[&str]) -> Outcome<String> {
    let all: String = files.iter().map(|file| project.read(file)).collect::<Outcome<_>>()?;
    let small = project.target().join(format!("{name}.css"));
    fs::write(&small, inline(tools, Language::Css, &all)?.trim_end())
        .explain(|| format!("writing {}", small.display()))?;
    Ok(format!("--alias:{name}={}", small.display()))
}

/// Bundles `web/after.js` with the styles that the first screens do not need, and the names of the workers' files.
pub fn after(project: &Project, tools: &Toolbox, workers: &[(Worker, [String; 2])]) -> Outcome<Vec<u8>> {
    let names = project.target().join("ket-nap-workers.json");
    let rows: Vec<String> = workers
        .iter()
        .map(|(worker, [script, program])| format!("\"{}\":[\"{script}\",\"{program}\"]", worker.name))
        .collect();
    fs::write(&names, format!("{{{}}}", rows.join(","))).explain(|| format!("writing {}", names.display()))?;
    let names = format!("--alias:ket-nap-workers={}", names.display());
    bundled(
        project,
        tools,
        "web/after.js",
        &[styles(project, tools, "ket-nap-later-styles", &LATER_STYLES)?, TEXT.into(), names],
    )
}

/// Bundles a script that stands alone.
pub fn classic(project: &Project, tools: &Toolbox, entry: &str) -> Outcome<Vec<u8>> {
    bundled(project, tools, entry, &[])
}

fn bundled(project: &Project, tools: &Toolbox, entry: &str, more: &[String]) -> Outcome<Vec<u8>> {
    let mut command = tools.command("esbuild");
    command
        .args([entry, "--bundle", "--format=iife", "--minify", TARGET])
        .args(["--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        // The settings of tsc are not those of the page.
        .arg("--tsconfig-raw={}")
        // A classic script does not know its own address; the loader names the program instead.
        .arg("--define:import.meta.url=\"\"")
        .args(more)
        .current_dir(project.root());
    process::output(&mut command)
}

/// Minifies a block of the page itself. Its script may run in any browser at all, so it must
/// stay the plain old script that it is.
pub fn inline(tools: &Toolbox, language: Language, text: &str) -> Outcome<String> {
    let mut command = tools.command("esbuild");
    command.args(["--minify", "--charset=utf8", "--log-level=warning"]);
    match language {
        Language::Css => command.args(["--loader=css", TARGET]),
        Language::Js => command.args(["--loader=js", "--target=es5"]),
    };
    let bytes = process::filter(&mut command, text.as_bytes())?;
    String::from_utf8(bytes).explain(|| "reading what esbuild wrote".into())
}
