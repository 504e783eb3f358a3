//! The whole page as one file, for where there is no host: it opens from a USB stick or as a file
//! that somebody has sent.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::html::{self, FIRST};
use crate::outcome::{Explain, Failure, Outcome};
use crate::sizes;
use crate::workers::WORKERS;

/// Puts everything of a finished page into one.
pub fn page(dist: &Path) -> Outcome<String> {
    let text = |name: &str| fs::read_to_string(dist.join(name)).explain(|| format!("reading {name}"));
    let html = text("index.html")?;
    let tag = between(&html, "<script defer id=\"program\"", "</script>")?;
    let script = text(attribute(tag, "src")?)?;
    if script.contains("</script") {
        return Err(Failure::new("the script cannot stand inside a page: it has the end of a script in it"));
    }
    let wasm = data(dist, attribute(tag, "data-wasm")?, "application/wasm")?;
    let parts = attribute(tag, "data-parts")?.split(' ').map(|name| data(dist, name, "application/wasm"));
    let parts = parts.collect::<Outcome<Vec<String>>>()?.join(" ");
    let after = after(dist, &text(attribute(tag, "data-after")?)?)?;
    let (bytes, build) = (attribute(tag, "data-bytes")?, attribute(tag, "data-build")?);
    // At the end of the page: a script inside it cannot wait for the rest.
    let program = format!(
        "<script id=\"program\" data-wasm=\"{wasm}\" data-bytes=\"{bytes}\" data-parts=\"{parts}\" data-after=\"{after}\" data-build=\"{build}\">{script}</script>\
         <script>window.knStarted||!knBoot.capable||knBoot.show(\"old\")</script>"
    );
    let mut page = html.replacen(tag, "", 1);
    for (start, end) in [(FIRST, "</script>"), ("<link rel=\"manifest\"", ">"), ("<link rel=\"apple-touch-icon\"", ">")]
    {
        let found = between(&page, start, end)?.to_owned();
        page = page.replacen(&found, "", 1);
    }
    for icon in ["icons/icon.svg", "icons/icon-192.png"] {
        let kind = if icon.ends_with(".svg") { "image/svg+xml" } else { "image/png" };
        page = page.replacen(icon, &data(dist, icon, kind)?, 1);
    }
    let page = html::permit_inside(&page)?;
    let (before, after) = page.rsplit_once("</body>").ok_or_else(|| Failure::new("the page has no end of its body"))?;
    Ok(format!("{before}{program}</body>{after}"))
}

/// The script of what can wait as an address, with the files of the workers in it.
fn after(dist: &Path, script: &str) -> Outcome<String> {
    let mut script = script.to_owned();
    for (name, kind) in worker_files(dist)? {
        script = script.replace(&name, &data(dist, &name, kind)?);
    }
    Ok(format!("data:text/javascript;charset=utf-8;base64,{}", STANDARD.encode(script)))
}

fn worker_files(dist: &Path) -> Outcome<Vec<(String, &'static str)>> {
    let mut names = sizes::names(dist)?;
    names.retain(|name| WORKERS.iter().any(|worker| worker.has(name)));
    let kind = |name: &str| if name.ends_with(".js") { "text/javascript;charset=utf-8" } else { "application/wasm" };
    Ok(names.into_iter().map(|name| (name.clone(), kind(&name))).collect())
}

/// The first piece of a text from `start` to `end`, with both.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Outcome<&'a str> {
    let missing = || Failure::new(format!("the built page has no `{start}`"));
    let from = text.find(start).ok_or_else(missing)?;
    let rest = text.get(from..).unwrap_or_default();
    let length = rest.find(end).ok_or_else(missing)? + end.len();
    rest.get(..length).ok_or_else(missing)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Outcome<&'a str> {
    let value = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    value.map(|(value, _)| value).ok_or_else(|| Failure::new(format!("the tag of the program has no `{name}`")))
}

/// A file as an address that is its content.
fn data(dist: &Path, name: &str, kind: &str) -> Outcome<String> {
    let content = fs::read(dist.join(name)).explain(|| format!("reading {name}"))?;
    Ok(format!("data:{kind};base64,{}", STANDARD.encode(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_inside() -> Outcome {
        let dist = std::env::temp_dir().join(format!("ket-nap-single-{}", std::process::id()));
        let work = || -> Outcome<String> {
            fs::create_dir_all(dist.join("icons")).explain(|| "a folder".into())?;
            let put = |name: &str, text: &str| fs::write(dist.join(name), text).explain(|| name.to_owned());
            put(
                "index.html",
                "<head><script>p(\"script-src 'self' 'sha256-q=' 'x\")</script><link rel=\"manifest\" href=\"m\"><link rel=\"icon\" href=\"icons/icon.svg\">\
                 <link rel=\"icon\" href=\"icons/icon-192.png\"><link rel=\"apple-touch-icon\" href=\"x\">\
                 <script data-first>x()</script><script defer id=\"program\" src=\"a.js\" \
                 data-wasm=\"a.wasm\" data-bytes=\"1\" data-parts=\"b.wasm b.wasm\" data-after=\"c.js\" data-build=\"e\"></script></head><body>x</body>",
            )?;
            for (name, text) in
                [("a.js", "run()"), ("c.js", "E"), ("a.wasm", "A"), ("b.wasm", "B"), ("icons/icon.svg", "C")]
            {
                put(name, text)?;
            }
            put("icons/icon-192.png", "D")?;
            page(&dist)
        };
        let result = work();
        let _ = fs::remove_dir_all(&dist);
        assert_eq!(
            result?,
            "<head><script>p(\"script-src 'unsafe-inline' data: 'x\")</script><link rel=\"icon\" href=\"data:image/svg+xml;base64,Qw==\">\
             <link rel=\"icon\" href=\"data:image/png;base64,RA==\"></head><body>x\
             <script id=\"program\" data-wasm=\"data:application/wasm;base64,QQ==\" data-bytes=\"1\" \
             data-parts=\"data:application/wasm;base64,Qg== data:application/wasm;base64,Qg==\" \
             data-after=\"data:text/javascript;charset=utf-8;base64,RQ==\" data-build=\"e\">run()</script>\
             <script>window.knStarted||!knBoot.capable||knBoot.show(\"old\")</script></body>"
        );
        Ok(())
    }
}
