//! Command-line arguments of `ketnap`.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{ArgAction, Parser, Subcommand};

use super::cards::Communes;
use super::export::Form;
use super::files::Input;
use super::output::Format;
use crate::domain::ledger::life::Basis;
use crate::domain::schema::choice::Level;
use crate::domain::value::day::Day;
use crate::text::cli::{self as texts, help};

/// All arguments.
#[derive(Debug, Parser)]
#[command(name = "ketnap", version, about = help::ABOUT, help_template = help::HELP, after_help = help::AFTER)]
#[command(subcommand_help_heading = help::COMMANDS, next_help_heading = help::OPTIONS)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Args {
    #[arg(short, long, action = ArgAction::Help, help = help::HELP_OPTION, global = true)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = help::VERSION_OPTION)]
    version: Option<bool>,
    /// Passphrase of sealed files.
    #[arg(long, value_name = "TỆP", help = help::PASSPHRASE_FILE, global = true)]
    pub passphrase_file: Option<PathBuf>,
    /// The subcommand.
    #[command(subcommand)]
    pub task: Task,
}

/// Subcommands.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Progress of each target.
    #[command(about = help::PROGRESS, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Progress {
        /// As-of day.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::AS_OF)]
        as_of: Day,
        /// Output format.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// Whether a missed target sets the exit code.
        #[arg(long, help = help::STRICT)]
        strict: bool,
        /// Whether to use the forecast.
        #[arg(long, help = help::FORECAST)]
        forecast: bool,
        /// By which tree results are grouped.
        #[arg(long, value_parser = basis, default_value = "then", value_name = "then|now", help = help::TREE)]
        tree: Basis,
        /// Input files.
        #[command(flatten)]
        input: Input,
    },
    /// Places without members and without a cell.
    #[command(about = help::PLACES, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Places {
        /// The day.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::PLACES_ON)]
        on: Option<Day>,
        /// Output format.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// Input files.
        #[command(flatten)]
        input: Input,
    },
    /// Findings in records.
    #[command(about = help::CHECK, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Check {
        /// Day of the check.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::ON)]
        on: Option<Day>,
        /// Regulation files of offices.
        #[arg(long = "rules", value_name = "TỆP", help = help::RULES_FILE)]
        rules: Vec<PathBuf>,
        /// Output format.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// Input files.
        #[command(flatten)]
        input: Input,
    },
    /// The regulation in force on a day.
    #[command(about = help::RULES, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Rules {
        /// The day.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::RULES_ON)]
        on: Option<Day>,
        /// Output format.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// Regulation files of offices.
        #[arg(long = "rules", value_name = "TỆP", help = help::RULES_FILE)]
        rules: Vec<PathBuf>,
    },
    /// Reconciles the figures of a report.
    #[command(about = help::FIGURES, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Figures {
        /// Output format.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// Books and lists that the figures are shown beside.
        #[arg(long, value_name = "TỆP", help = help::BOOK)]
        book: Vec<PathBuf>,
        /// As-of day of the book.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::BOOK_AS_OF)]
        as_of: Option<Day>,
        /// Text files.
        #[arg(required = true, value_name = "TỆP", help = help::FIGURES_FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// Reads citizen cards from texts of their codes.
    #[command(about = help::CARDS, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Cards {
        /// Whether addresses are brought up to date.
        #[arg(long, value_enum, default_value = "as-written", help = help::COMMUNES)]
        communes: Communes,
        /// Output format.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// Text files.
        #[arg(required = true, value_name = "TỆP", help = help::CARDS_FILES, help_heading = help::ARGUMENTS)]
        files: Vec<PathBuf>,
    },
    /// Writes a report in words.
    #[command(about = help::REPORT, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Report {
        /// Name of the organization.
        #[arg(long, value_name = "TÊN", help = help::ORGANIZATION)]
        organization: Option<String>,
        /// First day of the period.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::FROM)]
        from: Option<Day>,
        /// Last day of the period.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::TO)]
        to: Option<Day>,
        /// As-of day.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::AS_OF)]
        as_of: Option<Day>,
        /// By which tree results are grouped.
        #[arg(long, value_parser = basis, default_value = "then", value_name = "then|now", help = help::TREE)]
        tree: Basis,
        /// Input files.
        #[command(flatten)]
        input: Input,
    },
    /// Merges several files into one book.
    #[command(about = help::MERGE, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Merge {
        /// Output file.
        #[arg(short, long, value_name = "TỆP", help = help::OUT_FILE)]
        out: PathBuf,
        /// Whether to overwrite an existing file.
        #[arg(long, help = help::FORCE)]
        force: bool,
        /// Input files.
        #[command(flatten)]
        input: Input,
    },
    /// Makes the file that one organization sends another.
    #[command(about = help::BUNDLE, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Bundle {
        /// Name of the organization that the file is from.
        #[arg(long, value_name = "TÊN", help = help::BUNDLE_FROM)]
        organization: Option<String>,
        /// Name of the organization below that it is for.
        #[arg(long, value_name = "TÊN", help = help::BUNDLE_TO)]
        to: Option<String>,
        /// Whether it is for all below.
        #[arg(long, conflicts_with = "to", help = help::BUNDLE_TO_ALL)]
        to_all: bool,
        /// Whether everything goes along.
        #[arg(long, help = help::BUNDLE_WHOLE)]
        whole: bool,
        /// How much of dossiers the cells are asked for.
        #[arg(long, value_parser = level, value_name = "steps|form|full", help = help::BUNDLE_ASK)]
        ask: Option<Level>,
        /// Output file.
        #[arg(short, long, value_name = "TỆP", help = help::BUNDLE_OUT)]
        out: PathBuf,
        /// Where the book is written with what it now says of the file.
        #[arg(long, value_name = "TỆP", help = help::BOOK_OUT)]
        book_out: Option<PathBuf>,
        /// Whether to overwrite existing files.
        #[arg(long, help = help::FORCE)]
        force: bool,
        /// The book.
        #[command(flatten)]
        input: Input,
    },
    /// Summarizes the contents of files.
    #[command(about = help::INSPECT, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Inspect {
        /// Input files.
        #[command(flatten)]
        input: Input,
    },
    /// What the columns of lists were taken for.
    #[command(about = help::COLUMNS, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Columns {
        /// Output format.
        #[arg(long, value_enum, default_value = "table", help = help::FORMAT)]
        format: Format,
        /// Input files.
        #[command(flatten)]
        input: Input,
    },
    /// Exports lists or a data set.
    #[command(about = help::EXPORT, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Export {
        /// Export format.
        #[arg(long, value_enum, help = help::FORMAT)]
        format: Form,
        /// Output folder.
        #[arg(short, long, value_name = "THƯ MỤC", help = help::OUT_FOLDER)]
        out: PathBuf,
        /// Whether to overwrite existing files.
        #[arg(long, help = help::FORCE)]
        force: bool,
        /// Whether to write the parts of dossiers.
        #[arg(long, help = help::DOSSIERS)]
        dossiers: bool,
        /// As-of day of the reports; without it there are none.
        #[arg(long, value_parser = day, value_name = "YYYY-MM-DD", help = help::REPORTS_AS_OF)]
        as_of: Option<Day>,
        /// Name of the reports' organization.
        #[arg(long, requires = "as_of", value_name = "TÊN", help = help::ORGANIZATION)]
        organization: Option<String>,
        /// First day of the reports' period.
        #[arg(long, requires = "as_of", value_parser = day, value_name = "YYYY-MM-DD", help = help::FROM)]
        from: Option<Day>,
        /// Last day of the reports' period.
        #[arg(long, requires = "as_of", value_parser = day, value_name = "YYYY-MM-DD", help = help::TO)]
        to: Option<Day>,
        /// Input files.
        #[command(flatten)]
        input: Input,
    },
    /// Generates a fictitious province.
    #[command(about = help::GENERATE, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Generate {
        /// Seed; the same seed gives the same files.
        #[arg(long, default_value_t = 1, help = help::SEED)]
        seed: u64,
        /// Number of cells.
        #[arg(long, default_value_t = 1_000, help = help::CELLS)]
        cells: u32,
        /// Number of candidates per cell.
        #[arg(long, default_value_t = 10, help = help::CANDIDATES)]
        candidates: u32,
        /// Output folder.
        #[arg(short, long, value_name = "THƯ MỤC", help = help::OUT_FOLDER)]
        out: PathBuf,
    },
    /// Prints shell completions.
    #[command(about = help::COMPLETIONS, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Completions {
        /// The shell.
        #[arg(value_enum, help = help::SHELL, help_heading = help::ARGUMENTS)]
        shell: clap_complete::Shell,
    },
    /// Prints the manual page.
    #[command(about = help::MAN, help_template = help::HELP, next_help_heading = help::OPTIONS)]
    Man,
}

fn basis(text: &str) -> Result<Basis, String> {
    Basis::ALL.into_iter().find(|basis| basis.key() == text).ok_or_else(|| texts::no_tree(text))
}

fn level(text: &str) -> Result<Level, String> {
    Level::from_key(text).ok_or_else(|| texts::no_level(text))
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|_| texts::no_day(text))
}

/// Today in Viet Nam's time zone, whatever the machine's.
pub fn today() -> Day {
    const AHEAD: u64 = 7 * 3_600;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map(|time| time.as_secs()).unwrap_or_default();
    let days = i64::try_from((seconds + AHEAD) / 86_400).unwrap_or_default();
    Day::from_days_since_1970(days).unwrap_or(Day::FIRST_OF_2026)
}
