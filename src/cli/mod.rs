//! The command `ketnap`: the same rules and calculator for files, folders and scripts. Each
//! subcommand is a module; input is in `files`, `sheets`, `gather`, `ledger` and `whole`, output in
//! `output` and `rows`. Only this layer accesses files, the clock and the terminal.

pub mod args;
mod bar;
pub mod bundle;
pub mod cards;
pub mod check;
pub mod columns;
pub mod coverage;
pub mod export;
pub mod figures;
pub mod files;
pub mod gather;
pub mod generate;
pub mod inspect;
pub mod ledger;
pub mod merge;
pub mod output;
pub mod places;
pub mod progress;
pub mod report;
pub mod rows;
pub mod rules;
mod said;
mod sealed;
pub mod trouble;
pub mod whole;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Task};
use trouble::Trouble;

/// Result of a command, as an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No blocking finding.
    Nothing,
    /// A blocking finding, or a missed target in strict mode.
    Blocks,
}

/// Runs the command. Exit codes: 0 nothing blocks, 1 something blocks, 2 input or arguments are invalid.
pub fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(Outcome::Nothing) => ExitCode::SUCCESS,
        Ok(Outcome::Blocks) => ExitCode::from(1),
        Err(troubles) => {
            for trouble in troubles {
                eprintln!("{trouble}");
            }
            ExitCode::from(2)
        }
    }
}

fn run(args: Args) -> Result<Outcome, Vec<Trouble>> {
    if let Some(path) = args.passphrase_file {
        sealed::passphrase_from(&path).map_err(|trouble| vec![trouble])?;
    }
    match args.task {
        Task::Progress { as_of, format, strict, forecast, tree, input } => {
            progress::run(&progress::Asked { input, as_of, format, strict, forecast, tree })
        }
        Task::Places { on, format, input } => {
            coverage::run(&coverage::Asked { input, on: on.unwrap_or_else(args::today), format })
        }
        Task::Check { on, rules, format, input } => {
            check::run(&check::Asked { input, rules, on: on.unwrap_or_else(args::today), format })
        }
        Task::Rules { on, format, rules } => rules::run(on.unwrap_or_else(args::today), format, &rules),
        Task::Figures { format, book, as_of, files } => {
            figures::run(&figures::Asked { files, book, as_of: as_of.unwrap_or_else(args::today), format })
        }
        Task::Cards { communes, format, files } => cards::run(&files, format, communes),
        Task::Report { organization, from, to, as_of, tree, input } => {
            let as_of = as_of.unwrap_or_else(args::today);
            report::run(&report::Asked { input, organization, from, to, as_of, tree })
        }
        Task::Merge { out, force, input } => merge::run(&input, &out, force),
        Task::Bundle { organization, to, to_all, whole, ask, out, book_out, force, input } => {
            bundle::run(&bundle::Asked { input, organization, to, to_all, whole, ask, out, book_out, force })
        }
        Task::Inspect { input } => inspect::run(&input),
        Task::Columns { format, input } => columns::run(&input, format),
        Task::Export { format, out, force, dossiers, as_of, organization, from, to, input } => {
            let reports = as_of.map(|as_of| export::Reports { organization, from, to, as_of });
            export::run(&export::Asked { input, form: format, out, force, dossiers, reports })
        }
        Task::Generate { seed, cells, candidates, out } => generate::run(seed, cells, candidates, &out),
        Task::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "ketnap", &mut std::io::stdout());
            Ok(Outcome::Nothing)
        }
        Task::Man => {
            let page = clap_mangen::Man::new(Args::command());
            output::write(|to| page.render(to)).map(|()| Outcome::Nothing)
        }
    }
}
