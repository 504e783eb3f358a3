//! One classic script out of several, for browsers of 2017.

use std::path::Path;

use crate::html::Language;
use crate::outcome::{Explain, Outcome};
use crate::process;
use crate::project::Project;
use crate::tools::Toolbox;

/// The oldest language that scripts and style sheets are written in: Chrome of December 2017.
const TARGET: &str = "--target=chrome63";

/// Bundles `web/boot.js` with the glue that wasm-bindgen has written.
pub fn script(project: &Project, tools: &Toolbox, glue: &Path) -> Outcome<Vec<u8>> {
    bundled(project, tools, "web/boot.js", &[format!("--alias:ket-nap-glue={}", glue.display())])
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
