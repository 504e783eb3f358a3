//! One classic script out of the loader and the generated glue, for browsers of 2017.

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
    let mut command = tools.command("esbuild");
    command
        .args(["web/boot.js", "--bundle", "--format=iife", "--minify", TARGET])
        .args(["--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        // A classic script does not know its own address; the loader names the program instead.
        .arg("--define:import.meta.url=\"\"")
        .arg(format!("--alias:ket-nap-glue={}", glue.display()))
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
