//! `cargo xtask bench`: measures the page in a browser beside a bare counter, and writes the table.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::browsers::Browser;
use crate::outcome::{Explain, Outcome};
use crate::project::Project;
use crate::sizes::{Table, When};
use crate::{counter, packed, process, release, sizes};

/// Where the table stands.
const FILE: &str = "docs/BENCHMARKS.md";

/// Measures everything and writes the table.
pub fn run(project: &Project) -> Outcome {
    release::build(project)?;
    let counter = process::step("build the counter", || counter::build(project))?;
    let browser = Browser::chromium(project)?;
    let rows = project.target().join("bench/rows.md");
    let mut measure = process::cargo();
    measure.args(["bench", "--package", "browser-tests", "--bench", "load"]).current_dir(project.root());
    browser.name_in(&mut measure);
    measure.env("KET_NAP_DIST", project.dist()).env("KET_NAP_COUNTER", &counter).env("KET_NAP_ROWS", &rows);
    process::step("measure in the browser", || process::run(&mut measure))?;
    let rows = fs::read_to_string(&rows).explain(|| "reading what was measured".into())?;
    let text = format!(
        "{HEAD}\n{}\n\n## Bytes\n\n{}\n## Times and memory\n\n{rows}",
        machine(&browser),
        bytes(project, &counter)?
    );
    let file = project.root().join(FILE);
    fs::write(&file, text).explain(|| format!("writing {}", file.display()))?;
    println!("The table is in {}.", file.display());
    Ok(())
}

const HEAD: &str = "# Benchmarks

Written by `cargo xtask bench`: one run, on one machine. Times depend on the machine and on what else it does; what
holds elsewhere are the ratios to the bare Yew counter of `benches/counter`, which is built by the same tools with the
same settings, and to a bare page that shows one box when it has fetched 150,000 bytes; all measured in the same run, turn
by turn.
";

/// When and on what.
fn machine(browser: &Browser) -> String {
    let said = |program: &str, arguments: &[&str]| {
        let text = process::quiet_output(Command::new(program).args(arguments)).unwrap_or_default();
        text.trim().to_owned()
    };
    let processors = std::thread::available_parallelism().map_or(0, usize::from);
    let kind = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let kind =
        kind.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map_or("", |(_, name)| name);
    format!(
        "{}; {processors} processors ({kind}); {}; {}.",
        said("date", &["+%Y-%m-%d"]),
        said("uname", &["-s"]),
        browser.version.trim()
    )
}

fn bytes(project: &Project, counter: &Path) -> Outcome<String> {
    let table = Table::measure(&project.dist())?;
    let mut lines = String::from("| what | raw | gzip -9 | brotli |\n|---|---|---|---|\n");
    let mut line = |name: &str, raw: usize, gzip: usize, brotli: usize| {
        lines.push_str(&format!("| {name} | {raw} | {gzip} | {brotli} |\n"));
    };
    for (name, when) in [
        ("until the welcome page", When::Start),
        ("until the first form", When::Forms),
        ("with everything for offline use", When::Offline),
    ] {
        line(name, table.raw_until(when), table.gzip_until(when), table.brotli_until(when));
    }
    let (mut raw, mut gzip, mut brotli) = (0, 0, 0);
    for name in sizes::names(counter)? {
        let content = fs::read(counter.join(&name)).explain(|| format!("reading {name}"))?;
        raw += content.len();
        gzip += sizes::gzip(&content)?.len();
        brotli += packed::brotli(&content)?.len();
    }
    line("bare Yew counter", raw, gzip, brotli);
    Ok(lines)
}
