//! The command line of `cargo xtask`.

use std::thread;
use std::time::Duration;

use crate::outcome::{Explain, Failure, Outcome};
use crate::project::Project;
use crate::serve::Server;
use crate::{bench, checks, dist, post_build, release, reproduce};

const HELP: &str = "\
cargo xtask run [--port N]      build the page and serve it on http://127.0.0.1:8080/
cargo xtask build               build the page into dist/ and report its size
cargo xtask reproduce           build it again elsewhere and compare every byte
cargo xtask dist                the page as one file, and a packed folder for hosts, in target/dist/
cargo xtask bench               measure the page in a browser, into docs/BENCHMARKS.md
cargo xtask test [--only STEP]  everything a change has to pass
cargo xtask steps               the names of the steps of `test`

What is missing is installed first: Rust's wasm target, Trunk, wasm-bindgen, npm's helpers
and, on Debian as root, Node.js and Chromium. Build tools go to ~/.cache/ket-nap/tools, or to
the folder in KET_NAP_TOOLS.";

const PORT: u16 = 8080;

/// One task with its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Build and serve.
    Run {
        /// Where on 127.0.0.1.
        port: u16,
    },
    /// Build only.
    Build,
    /// Build twice and compare.
    Reproduce,
    /// Measure.
    Bench,
    /// Build, and pack what is handed on.
    Dist,
    /// All checks, or one of them.
    Test {
        /// The name of the one step.
        only: Option<String>,
    },
    /// List the steps of the checks.
    Steps,
    /// What Trunk calls when it has built the page.
    PostBuild,
    /// Explain the tasks.
    Help,
}

/// Reads a command line.
pub fn parse(arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    let words: Vec<String> = arguments.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run"] => Ok(Task::Run { port: PORT }),
        ["run", "--port", port] => {
            let port = port.parse().explain(|| format!("`{port}` is not a port"))?;
            Ok(Task::Run { port })
        }
        ["build"] => Ok(Task::Build),
        ["reproduce"] => Ok(Task::Reproduce),
        ["bench"] => Ok(Task::Bench),
        ["dist"] => Ok(Task::Dist),
        ["test"] => Ok(Task::Test { only: None }),
        ["test", "--only", step] => Ok(Task::Test { only: Some((*step).to_owned()) }),
        ["steps"] => Ok(Task::Steps),
        ["post-build"] => Ok(Task::PostBuild),
        [] | ["help" | "--help" | "-h"] => Ok(Task::Help),
        _ => Err(Failure::new(format!("`{}` is not a task.\n\n{HELP}", words.join(" ")))),
    }
}

/// Does what the command line says.
pub fn main(arguments: impl Iterator<Item = String>) -> Outcome {
    match parse(arguments)? {
        Task::Run { port } => run(port),
        Task::Build => release::build(&Project::find()?),
        Task::Reproduce => reproduce::run(&Project::find()?),
        Task::Bench => bench::run(&Project::find()?),
        Task::Dist => dist::write(&Project::find()?),
        Task::Test { only } => checks::run(&Project::find()?, only.as_deref()),
        Task::Steps => {
            checks::names().for_each(|name| println!("{name}"));
            Ok(())
        }
        Task::PostBuild => post_build::run(&Project::find()?),
        Task::Help => {
            println!("{HELP}");
            Ok(())
        }
    }
}

fn run(port: u16) -> Outcome {
    let project = Project::find()?;
    release::build(&project)?;
    let server = Server::start(&project.dist(), port).explain(|| {
        format!(
            "port {port} of 127.0.0.1 cannot be used (another program has it?). Try `cargo xtask run --port {}`",
            port.wrapping_add(1)
        )
    })?;
    println!("\nThe page is at {}  (Ctrl+C stops it)", server.address());
    loop {
        thread::sleep(Duration::from_secs(3600));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Outcome<Task> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn reads_tasks() {
        assert_eq!(parsed("run"), Ok(Task::Run { port: 8080 }));
        assert_eq!(parsed("run --port 9000"), Ok(Task::Run { port: 9000 }));
        assert_eq!(parsed("test --only fmt"), Ok(Task::Test { only: Some("fmt".into()) }));
        assert_eq!(parsed(""), Ok(Task::Help));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(parsed("run --port http").is_err());
        assert!(parsed("deploy").is_err());
    }
}
