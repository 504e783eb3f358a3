//! Everything a change has to pass, in the order in which it is cheapest to fail.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::browsers::{self, Browser, Browsers, Engine};
use crate::office::Office;
use crate::outcome::{Explain, Failure, Outcome};
use crate::project::Project;
use crate::spark::Spark;
use crate::{npm, process, release, reproduce, tools};

struct Step {
    name: &'static str,
    work: fn(&Project) -> Outcome,
}

const STEPS: [Step; 15] = [
    Step { name: "fmt", work: |project| cargo(project, "fmt --all --check") },
    Step {
        name: "clippy",
        work: |project| cargo(project, "clippy --workspace --all-targets --features host-views -- -D warnings"),
    },
    Step {
        name: "clippy-wasm",
        work: |project| {
            let clippy = "clippy --package ket-nap --target wasm32-unknown-unknown";
            cargo(project, &format!("{clippy} --lib --bins -- -D warnings"))?;
            // The programs of the workers.
            cargo(
                project,
                &format!(
                    "{clippy} --no-default-features --features worker,courier-worker --bin reader --bin courier -- -D warnings"
                ),
            )
        },
    },
    Step {
        name: "core",
        // One set of features for all tests of the package: another one builds it anew.
        work: |project| cargo(project, "test --package ket-nap --no-default-features --features host-views,cli"),
    },
    Step { name: "pure", work: |project| cargo(project, "check --package ket-nap --no-default-features --lib") },
    Step { name: "scripts", work: scripts },
    Step { name: "engines", work: duckdb },
    Step { name: "spark", work: spark },
    Step { name: "office", work: office },
    Step { name: "tasks", work: |project| cargo(project, "test --package xtask") },
    Step { name: "docs", work: docs },
    Step { name: "build", work: release::build },
    Step { name: "reproduce", work: reproduce::run },
    Step { name: "browser", work: in_browser },
    Step { name: "browsers", work: in_all_browsers },
];

/// The names of the steps, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|step| step.name)
}

/// Runs all steps, or the one named, and stops at the first that fails.
pub fn run(project: &Project, only: Option<&str>) -> Outcome {
    let chosen: Vec<&Step> = STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = names().collect();
        return Err(Failure::new(format!("no such step; the steps are: {}", names.join(", "))));
    }
    // Before everything else: a missing download should not be found out after ten minutes.
    process::step("tools", || install(project, &chosen))?;

    let mut times = Vec::new();
    for step in chosen {
        let start = Instant::now();
        process::step(step.name, || (step.work)(project))
            .map_err(|failure| Failure::new(format!("step `{}`: {failure}", step.name)))?;
        times.push((step.name, start.elapsed().as_secs_f64()));
    }
    println!("\nAll passed:");
    for (name, seconds) in &times {
        println!("  {name:<12} {seconds:>7.1} s");
    }
    println!("  {:<12} {:>7.1} s", "in all", times.iter().map(|(_, seconds)| seconds).sum::<f64>());
    let ran = |step: &str| times.iter().any(|(name, _)| *name == step);
    if ran("spark") {
        print!("Spark:\n{}", spark_here(project));
    }
    if ran("office") {
        print!("Office:\n{}", office_here());
    }
    if ran("browsers") {
        print!("In these browsers:\n{}", Browsers::ensure(project)?);
    }
    Ok(())
}

fn install(project: &Project, chosen: &[&Step]) -> Outcome {
    let has = |name: &str| chosen.iter().any(|step| step.name == name);
    if has("fmt") || has("clippy") || has("clippy-wasm") {
        tools::ensure_components()?;
    }
    if has("clippy-wasm") {
        tools::ensure_wasm_target()?;
    }
    if has("scripts") || has("engines") {
        npm::ensure(project)?;
    }
    if has("spark") {
        print!("{}", spark_here(project));
    }
    if has("office") {
        print!("{}", office_here());
    }
    if has("build") || has("reproduce") || has("browser") || has("browsers") {
        tools::Toolbox::ensure(project)?;
    }
    if has("browser") {
        Browser::chromium(project)?;
        browsers::ensure_pdf_reader()?;
    }
    if has("browsers") {
        print!("{}", Browsers::ensure(project)?);
    }
    Ok(())
}

fn cargo_command(project: &Project, arguments: &str) -> Command {
    let mut command = process::cargo();
    command.args(arguments.split(' ')).current_dir(project.root());
    command
}

fn cargo(project: &Project, arguments: &str) -> Outcome {
    process::run(&mut cargo_command(project, arguments))
}

/// Where tsc finds what it is to look at: the page's scripts, the workers', their tests, and the driver of old browsers.
const TYPED: [&str; 4] =
    ["web/tsconfig.json", "web/tsconfig.worker.json", "tests/worker/tsconfig.json", "tests/browser/old/tsconfig.json"];

/// The types of all scripts, and the tests of the service worker.
fn scripts(project: &Project) -> Outcome {
    let programs = npm::ensure(project)?;
    for settings in TYPED {
        let mut tsc = Command::new(programs.join(if cfg!(windows) { "tsc.cmd" } else { "tsc" }));
        process::run(tsc.args(["--project", settings]).current_dir(project.root()))?;
    }
    let folder = project.root().join("tests/worker");
    let entries = fs::read_dir(&folder).explain(|| format!("reading {}", folder.display()))?;
    // By name: what `node --test` makes of a folder is not the same in all versions.
    let mut tests: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| is_test(path)).collect();
    tests.sort();
    process::run(Command::new("node").arg("--test").args(tests).current_dir(project.root()))
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".test.mjs"))
}

/// The data set in an engine of others, which npm brings.
fn duckdb(project: &Project) -> Outcome {
    npm::ensure(project)?;
    process::run(&mut engine(project, "duckdb"))
}

/// The same in Spark, on two workers and on one, where Spark can be had.
fn spark(project: &Project) -> Outcome {
    match Spark::ensure(project) {
        Ok(spark) => process::run(engine(project, "spark").env("KET_NAP_PYSPARK", spark.python)),
        Err(why) => {
            println!("\n  !! spark is NOT TESTED: {why}\n");
            Ok(())
        }
    }
}

/// One test for all engines. It fails unless it is told which.
fn engine(project: &Project, name: &str) -> Command {
    let arguments = "test --package ket-nap --no-default-features --features host-views,engines --test engines \
        -- --test-threads=1 --nocapture";
    let mut command = cargo_command(project, arguments);
    command.env("KET_NAP_QUERY_ENGINE", name);
    command
}

fn spark_here(project: &Project) -> String {
    match Spark::ensure(project) {
        Ok(spark) => format!("  {spark}\n"),
        Err(why) => format!("  {:<12} NOT TESTED: {}\n", "spark", why.to_string().lines().next().unwrap_or_default()),
    }
}

/// What is written for offices, opened by LibreOffice and given back, where it can be had.
fn office(project: &Project) -> Outcome {
    match Office::ensure() {
        Ok(office) => {
            let arguments = "test --package ket-nap --no-default-features --features host-views,engines --test office";
            process::run(cargo_command(project, arguments).env("KET_NAP_OFFICE", office.program))
        }
        Err(why) => {
            println!("\n  !! office is NOT TESTED: {why}\n");
            Ok(())
        }
    }
}

fn office_here() -> String {
    match Office::ensure() {
        Ok(office) => format!("  {office}\n"),
        Err(why) => format!("  {:<12} NOT TESTED: {}\n", "office", why.to_string().lines().next().unwrap_or_default()),
    }
}

fn docs(project: &Project) -> Outcome {
    let mut command = cargo_command(project, "doc --no-deps --workspace --features host-views");
    process::run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

/// The journeys in a real browser, against the page as it is given to people.
fn in_browser(project: &Project) -> Outcome {
    release::build(project)?;
    npm::ensure(project)?;
    browsers::ensure_pdf_reader()?;
    journeys(project, &Browser::chromium(project)?, "")
}

/// What has to work everywhere, in every other browser that there is.
fn in_all_browsers(project: &Project) -> Outcome {
    release::build(project)?;
    npm::ensure(project)?;
    let browsers = Browsers::ensure(project)?;
    for (engine, why) in &browsers.missing {
        println!("\n  !! {} is NOT TESTED: {why}\n", engine.key());
    }
    for browser in browsers.here.iter().skip(1) {
        let what: &[&str] = match browser.engine {
            Engine::Firefox | Engine::WebKit => &["everywhere", "versions", "screens"],
            Engine::Chromium | Engine::Chromium72 | Engine::Chromium79 => &["everywhere", "versions"],
        };
        let tests: String = what.iter().map(|name| format!(" --test {name}")).collect();
        journeys(project, browser, &tests)?;
    }
    Ok(())
}

/// Runs journeys in a browser: all of them, or those of the named files.
fn journeys(project: &Project, browser: &Browser, tests: &str) -> Outcome {
    println!("  browser: {}, {}", browser.version, browser.program.display());
    let arguments = format!("test --package browser-tests{tests} -- --test-threads=1 --nocapture");
    let mut command = cargo_command(project, &arguments);
    browser.name_in(&mut command);
    process::run(command.env("KET_NAP_DIST", project.dist()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_its_own_name() {
        let mut all: Vec<&str> = names().collect();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
