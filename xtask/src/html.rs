//! Rewriting the page that Trunk has assembled. Plain text work: the input is our own page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::fingerprint;
use crate::outcome::{Failure, Outcome};

/// The two files of the program, as Trunk's marker in the page names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The generated JavaScript around the program.
    pub script: String,
    /// The program.
    pub wasm: String,
}

/// What the page needs to know of the finished program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished<'a> {
    /// The name of the one script.
    pub script: &'a str,
    /// The name of the program.
    pub wasm: &'a str,
    /// Its length, for the bar that shows how far it has come.
    pub bytes: usize,
    /// The names of its later parts in their order, with spaces between; empty where it is one piece.
    pub parts: &'a str,
    /// The name of the script of what can wait.
    pub after: &'a str,
}

/// Where the program is asked for.
const PLACE: &str = "<!-- The program is asked for here. -->";

/// How the script begins that does it.
pub const FIRST: &str = "<script data-first>";

const MARKER: &str = "<script data-program=\"";

/// Reads the marker that `pattern_script` of Trunk.toml leaves.
pub fn program(html: &str) -> Outcome<Program> {
    let marker = marker(html)?;
    let value = |name: &str| {
        let start = marker.split_once(&format!("{name}=\""))?.1;
        Some(start.split_once('"')?.0.to_owned())
    };
    match (value("data-program"), value("data-wasm")) {
        (Some(script), Some(wasm)) => Ok(Program { script, wasm }),
        _ => Err(Failure::new("the marker of the program in the built page cannot be read: see Trunk.toml")),
    }
}

fn marker(html: &str) -> Outcome<&str> {
    const END: &str = "</script>";
    let start = html.find(MARKER).ok_or_else(|| {
        Failure::new("the built page has no marker of the program: pattern_script in Trunk.toml must write one")
    })?;
    let rest = html.get(start..).unwrap_or_default();
    let length = rest.find(END).map_or(rest.len(), |end| end + END.len());
    Ok(rest.get(..length).unwrap_or(rest))
}

/// Replaces the marker by the tags that load the finished program.
pub fn link_program(html: &str, finished: &Finished<'_>) -> Outcome<String> {
    let Finished { script, wasm, bytes, parts, after } = finished;
    // The names have the contents in them.
    let build = fingerprint::of_bytes([script, wasm, *parts, after].concat().as_bytes());
    let build = build.get(..7).unwrap_or_default();
    let parts = if parts.is_empty() { String::new() } else { format!(" data-parts=\"{parts}\"") };
    let tag = format!(
        "<script defer id=\"program\" src=\"{script}\" data-wasm=\"{wasm}\" data-bytes=\"{bytes}\"{parts} \
         data-after=\"{after}\" data-build=\"{build}\"></script>"
    );
    // The program is asked for with the first bytes of the page, before its style sheets: on a line
    // that takes a third of a second for an answer, that is what the rest of the page takes to come.
    let first = format!(
        "{FIRST}window.knInside||document.head.appendChild(Object.assign(document.createElement(\"link\"),\
         {{rel:\"preload\",as:\"fetch\",type:\"application/wasm\",crossOrigin:\"\",href:\"{wasm}\"}}))</script>"
    );
    let html = html.replacen(marker(html)?, &tag, 1);
    let (before, after) =
        html.split_once(PLACE).ok_or_else(|| Failure::new(format!("the built page has no `{PLACE}`")))?;
    let html = format!("{before}{first}{after}");
    if html.contains(" integrity=") {
        return Err(Failure::new("the built page has integrity hashes of files that were changed since"));
    }
    Ok(html)
}

/// Stands in the page's policy for its scripts.
const SCRIPTS: &str = "SCRIPTS";

/// Writes into the page's policy which of the scripts inside it may run: all but the one that has the policy, by their hashes.
pub fn permit(html: &str) -> Outcome<String> {
    let mut hashes = Vec::new();
    for rest in html.split("<script").skip(1) {
        let (tag, content) = rest.split_once('>').unwrap_or_default();
        let content = content.split_once("</script>").map_or(content, |(content, _)| content);
        if !tag.contains(" src=") && !content.contains(SCRIPTS) {
            hashes.push(format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content))));
        }
    }
    if html.matches(SCRIPTS).count() != 1 {
        return Err(Failure::new(format!("the page needs one policy with one `{SCRIPTS}` in it")));
    }
    Ok(html.replacen(SCRIPTS, &hashes.join(" "), 1))
}

/// The policy of a page that stands in one file: it has no host, and its scripts are inside.
pub fn permit_inside(html: &str) -> Outcome<String> {
    const SELF: &str = "script-src 'self' ";
    let policy = || Failure::new("the page has no policy for its scripts");
    let (before, mut after) = html.split_once(SELF).ok_or_else(policy)?;
    while let Some(hash) = after.strip_prefix("'sha256-") {
        (_, after) = hash.split_once("' ").ok_or_else(policy)?;
    }
    let html = format!("{before}script-src 'unsafe-inline' data: {after}");
    Ok(html.replacen("connect-src 'self'", "connect-src data:", 1))
}

/// A piece of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Markup(&'a str),
    Comment,
    Style(&'a str),
    Script(&'a str),
}

/// The language of a block inside the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// A style sheet.
    Css,
    /// A script.
    Js,
}

/// Leaves out comments and line ends, joins neighbouring style sheets, and puts every inline
/// style sheet and script through `shrink`.
pub fn shrink(html: &str, mut shrink: impl FnMut(Language, &str) -> Outcome<String>) -> Outcome<String> {
    let mut result = String::with_capacity(html.len());
    let mut css = String::new();
    for piece in pieces(html) {
        match piece {
            Piece::Comment => {}
            Piece::Style(content) => {
                css.push_str(content);
                css.push('\n');
            }
            Piece::Markup(text) if css.is_empty() || !text.trim().is_empty() => {
                flush(&mut css, &mut result, &mut shrink)?;
                push_markup(&mut result, text);
            }
            Piece::Markup(_) => {}
            Piece::Script(content) => {
                flush(&mut css, &mut result, &mut shrink)?;
                result.push_str("<script>");
                result.push_str(shrink(Language::Js, content)?.trim_end());
                result.push_str("</script>");
            }
        }
    }
    flush(&mut css, &mut result, &mut shrink)?;
    Ok(result)
}

fn flush(css: &mut String, result: &mut String, shrink: &mut impl FnMut(Language, &str) -> Outcome<String>) -> Outcome {
    if !css.is_empty() {
        result.push_str("<style>");
        result.push_str(shrink(Language::Css, css)?.trim_end());
        result.push_str("</style>");
        css.clear();
    }
    Ok(())
}

/// Line ends between tags go; inside a text they become the space that they are.
fn push_markup(result: &mut String, text: &str) {
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !result.is_empty() && !result.ends_with('>') {
            result.push(' ');
        }
        result.push_str(line);
    }
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    const BLOCKS: [(&str, &str); 3] = [("<!--", "-->"), ("<style>", "</style>"), ("<script>", "</script>")];
    let mut found = Vec::new();
    let mut rest = html;
    loop {
        let next = BLOCKS
            .iter()
            .filter_map(|(open, close)| rest.split_once(open).map(|(before, after)| (before, *open, *close, after)))
            .min_by_key(|(before, ..)| before.len());
        let Some((before, open, close, after)) = next else {
            found.push(Piece::Markup(rest));
            return found;
        };
        found.push(Piece::Markup(before));
        let (content, behind) = after.split_once(close).unwrap_or((after, ""));
        found.push(match open {
            "<style>" => Piece::Style(content),
            "<script>" => Piece::Script(content),
            _ => Piece::Comment,
        });
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<head>\n<!-- The program is asked for here. -->\n<script data-program=\"a-1.js\" data-wasm=\"a-1_bg.wasm\"></script>\n</head>";

    #[test]
    fn reads_and_replaces_the_marker() -> Outcome {
        let program = program(BUILT)?;
        assert_eq!(program, Program { script: "a-1.js".into(), wasm: "a-1_bg.wasm".into() });
        let html =
            link_program(BUILT, &Finished { script: "b.js", wasm: "b.wasm", bytes: 42, parts: "", after: "d.js" })?;
        assert!(
            html.contains("<script defer id=\"program\" src=\"b.js\" data-wasm=\"b.wasm\" data-bytes=\"42\" data-after=\"d.js\" data-build=\"")
        );
        assert!(html.contains("href:\"b.wasm\"}))</script>"));
        assert!(!html.contains("a-1"));
        let html = link_program(
            BUILT,
            &Finished { script: "b.js", wasm: "b.wasm", bytes: 42, parts: "c.wasm d.wasm", after: "d.js" },
        )?;
        assert!(html.contains(" data-bytes=\"42\" data-parts=\"c.wasm d.wasm\" data-after=\"d.js\" data-build=\""));
        Ok(())
    }

    #[test]
    fn scripts_inside_are_named_by_their_hashes() -> Outcome {
        let page = "<script>p(\"script-src 'self' SCRIPTS '\"+e)</script><script data-first>a()</script><script defer src=\"b.js\"></script><script>c()</script>";
        let permitted = permit(page)?;
        // The hashes of `a()` and `c()`, as `openssl dgst -sha256 -binary | base64` tells them.
        let hashes = "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=' 'sha256-uv6BXxguRKhBqgeOtcyTvppA2Vttceh37dUo7xwS8Ug='";
        assert!(permitted.contains(&format!("script-src 'self' {hashes} '")), "{permitted}");
        assert!(permit_inside(&permitted)?.contains("script-src 'unsafe-inline' data: '"));
        assert!(permit("<script>a()</script>").is_err());
        Ok(())
    }

    #[test]
    fn a_page_without_marker_or_with_stale_hashes_is_refused() {
        assert!(program("<head></head>").is_err());
        let stale = BUILT.replace("<head>", "<link rel=\"stylesheet\" integrity=\"sha384-x\">");
        assert!(
            link_program(&stale, &Finished { script: "b.js", wasm: "b.wasm", bytes: 1, parts: "", after: "d.js" })
                .is_err()
        );
    }

    #[test]
    fn shrinks_only_what_is_not_text() -> Outcome {
        let html = "<p>một\n  hai</p>\n<!-- no -->\n<style>a</style>\n<!-- no -->\n<style>b</style>\n<script>c</script>\n<b>x</b>";
        let mut seen = Vec::new();
        let result = shrink(html, |language, text| {
            seen.push((language, text.to_owned()));
            Ok(text.replace('\n', ""))
        })?;
        assert_eq!(result, "<p>một hai</p><style>ab</style><script>c</script><b>x</b>");
        assert_eq!(seen, [(Language::Css, "a\nb\n".to_owned()), (Language::Js, "c".to_owned())]);
        Ok(())
    }
}
