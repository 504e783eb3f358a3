//! What can be typed behind `ketnap`.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{ArgAction, Parser, Subcommand};

use super::export::Form;
use super::output::Format;
use crate::domain::value::day::Day;
use crate::text::vi::cli::{self as told, help};

/// The whole line.
#[derive(Debug, Parser)]
#[command(name = "ketnap", version, about = help::ABOUT, help_template = help::HELP, after_help = help::AFTER)]
#[command(subcommand_help_heading = help::COMMANDS, next_help_heading = help::OPTIONS)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Args {
    #[arg(short, long, action = ArgAction::Help, help = help::HELP_OPTION, global = true)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = help::VERSION_OPTION)]
    version: Option<bool>,
    /// What is to be done.
    #[command(subcommand)]
    pub task: Task,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// How each target stands.
    #[command(about = help::PROGRESS, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Progress {
        /// The day up to which is counted.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::AS_OF)]
        as_of: Day,
        /// Form of the output.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// Whether a missed target is told by the exit code.
        #[arg(long, help = help::STRICT)]
        strict: bool,
        /// Whether to look ahead.
        #[arg(long, help = help::FORECAST)]
        forecast: bool,
        /// The files.
        #[arg(required = true, value_name = "TỆP", help = help::FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// What is found in records.
    #[command(about = help::CHECK, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Check {
        /// The day on which everything is looked at.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::ON)]
        on: Option<Day>,
        /// Form of the output.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// The files.
        #[arg(required = true, value_name = "TỆP", help = help::FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// The figures of a report, worked out anew.
    #[command(about = help::FIGURES, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Figures {
        /// Form of the output.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// The texts.
        #[arg(required = true, value_name = "TỆP", help = help::FIGURES_FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// A report in words.
    #[command(about = help::REPORT, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Report {
        /// Of which organization.
        #[arg(long, value_name = "TÊN", help = help::ORGANIZATION)]
        organization: Option<String>,
        /// First day.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::FROM)]
        from: Option<Day>,
        /// Last day.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::TO)]
        to: Option<Day>,
        /// The day up to which is counted.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::AS_OF)]
        as_of: Option<Day>,
        /// The files.
        #[arg(required = true, value_name = "TỆP", help = help::FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// Several files as one book.
    #[command(about = help::MERGE, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Merge {
        /// The book to be written.
        #[arg(short, long, value_name = "TỆP", help = help::OUT_FILE)]
        out: PathBuf,
        /// Whether a file that is there is written over.
        #[arg(long, help = help::FORCE)]
        force: bool,
        /// The files.
        #[arg(required = true, value_name = "TỆP", help = help::FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// What is in files.
    #[command(about = help::INSPECT, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Inspect {
        /// The files.
        #[arg(required = true, value_name = "TỆP", help = help::FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// Everything as lists or as a data set.
    #[command(about = help::EXPORT, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Export {
        /// Form of the files.
        #[arg(long, value_enum, help = help::FORMAT)]
        format: Form,
        /// The folder to be written.
        #[arg(short, long, value_name = "THƯ MỤC", help = help::OUT_FOLDER)]
        out: PathBuf,
        /// Whether files that are there are written over.
        #[arg(long, help = help::FORCE)]
        force: bool,
        /// The files.
        #[arg(required = true, value_name = "TỆP", help = help::FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// A made-up province.
    #[command(about = help::GENERATE, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Generate {
        /// Gives the same province again.
        #[arg(long, default_value_t = 1, help = help::SEED)]
        seed: u64,
        /// How many cells.
        #[arg(long, default_value_t = 1_000, help = help::CELLS)]
        cells: u32,
        /// How many candidates in each.
        #[arg(long, default_value_t = 10, help = help::CANDIDATES)]
        candidates: u32,
        /// The folder to be written.
        #[arg(short, long, value_name = "THƯ MỤC", help = help::OUT_FOLDER)]
        out: PathBuf,
    },
    /// What a shell needs to complete these commands.
    #[command(about = help::COMPLETIONS, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Completions {
        /// The shell.
        #[arg(value_enum, help = help::SHELL, help_heading = help::ARGUMENTS)]
        shell: clap_complete::Shell,
    },
    /// The manual page.
    #[command(about = help::MAN, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Man,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|_| told::no_day(text))
}

/// Today, in Viet Nam: the offices that use this are there.
pub fn today() -> Day {
    const AHEAD: u64 = 7 * 3_600;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map(|time| time.as_secs()).unwrap_or_default();
    let days = i64::try_from((seconds + AHEAD) / 86_400).unwrap_or_default();
    Day::from_days_since_1970(days).unwrap_or(Day::FIRST_OF_2026)
}
