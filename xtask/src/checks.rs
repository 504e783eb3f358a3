//! Everything a change has to pass, in the order in which it is cheapest to fail.

use std::process::Command;
use std::time::Instant;

use crate::browser::{self, Browser};
use crate::outcome::{Failure, Outcome};
use crate::project::Project;
use crate::{npm, process, release, tools};

struct Step {
    name: &'static str,
    work: fn(&Project) -> Outcome,
}

const STEPS: [Step; 10] = [
    Step { name: "fmt", work: |project| cargo(project, "fmt --all --check") },
    Step {
        name: "clippy",
        work: |project| cargo(project, "clippy --workspace --all-targets --features host-views -- -D warnings"),
    },
    Step {
        name: "clippy-wasm",
        work: |project| {
            cargo(project, "clippy --package ket-nap --target wasm32-unknown-unknown --lib --bins -- -D warnings")
        },
    },
    Step {
        name: "core",
        work: |project| cargo(project, "test --package ket-nap --no-default-features --features cli"),
    },
    Step {
        name: "views",
        work: |project| cargo(project, "test --package ket-nap --features host-views --test views --test sheets"),
    },
    Step { name: "engines", work: engines },
    Step { name: "tasks", work: |project| cargo(project, "test --package xtask") },
    Step { name: "docs", work: docs },
    Step { name: "build", work: release::build },
    Step { name: "browser", work: in_browser },
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
    if has("engines") {
        npm::ensure(project)?;
    }
    if has("build") || has("browser") {
        tools::Toolbox::ensure(project)?;
    }
    if has("browser") {
        Browser::ensure()?;
        browser::ensure_pdf_reader()?;
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

/// The data set in an engine of others, which npm brings.
fn engines(project: &Project) -> Outcome {
    npm::ensure(project)?;
    cargo(project, "test --package ket-nap --no-default-features --features engines --test engines")
}

fn docs(project: &Project) -> Outcome {
    let mut command = cargo_command(project, "doc --no-deps --workspace --features host-views");
    process::run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

/// The journeys in a real browser, against the page as it is given to people.
fn in_browser(project: &Project) -> Outcome {
    release::build(project)?;
    npm::ensure(project)?;
    let browser = Browser::ensure()?;
    browser::ensure_pdf_reader()?;
    println!("  browser: {}", browser.chromium.display());
    browser::say_untested();
    let mut command = cargo_command(project, "test --package browser-tests -- --test-threads=1 --nocapture");
    command
        .env("KET_NAP_DIST", project.dist())
        .env("KET_NAP_CHROMEDRIVER", &browser.driver)
        .env("KET_NAP_CHROMIUM", &browser.chromium);
    process::run(&mut command)
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
