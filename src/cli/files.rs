//! Files and folders given on the command line, and reading them. What they hold is told in `exchange::files`.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::sealed;
use super::trouble::Trouble;
use crate::exchange::files::{self, Content, FileProblem, FileTrouble, Limits};
use crate::exchange::mapping::{Mapping, MappingProblem};
use crate::text::cli::{self as texts, help};

/// Extensions of the files read from a folder.
const ENDINGS: [&str; 9] = ["txt", "age", "csv", "tsv", "xlsx", "xlsm", "xls", "xlsb", "ods"];

/// Input files, and how the headings of their lists are to be understood.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Input {
    /// Tables of headings.
    #[arg(long = "map", value_name = "TỆP", help = help::MAP)]
    pub map: Vec<PathBuf>,
    /// Files and folders.
    #[arg(required = true, value_name = "TỆP", help = help::FILES, help_heading = help::ARGUMENTS)]
    pub files: Vec<PathBuf>,
}

/// The files to read.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Their paths.
    pub paths: Vec<PathBuf>,
    /// What a person said of the headings of lists.
    pub mapping: Mapping,
}

/// The files to read, without duplicates: those given, in that order, and those in given folders,
/// sorted by name; and the tables of headings.
///
/// # Errors
/// All paths that do not exist, and what is wrong with the tables.
pub fn all(input: &Input) -> Result<Files, Vec<Trouble>> {
    let mut mapping = Mapping::default();
    for path in &input.map {
        mapping.and(read_mapping(path)?);
    }
    paths(&input.files).map(|paths| Files { paths, mapping })
}

fn read_mapping(path: &Path) -> Result<Mapping, Vec<Trouble>> {
    let lines = match read(path).map_err(|trouble| vec![trouble])? {
        Content::Table(lines) => lines,
        Content::Sheets(sheets) => sheets.into_iter().next().map(|(_, lines)| lines).unwrap_or_default(),
        Content::Book(_) => Vec::new(),
    };
    let told = |problem: MappingProblem| {
        let trouble = Trouble::new(path, texts::mapping(&problem));
        match problem {
            MappingProblem::NoHeadings => trouble,
            MappingProblem::NoField(line, column, _) => trouble.at(line, Some(column)),
        }
    };
    Mapping::read(&lines).map_err(|problems| problems.into_iter().map(told).collect())
}

fn paths(named: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<Trouble>> {
    let (mut files, mut troubles, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for path in named {
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => match within(path) {
                Ok(found) if found.is_empty() => troubles.push(Trouble::new(path, texts::EMPTY_FOLDER)),
                Ok(found) => files.extend(found),
                Err(trouble) => troubles.push(trouble),
            },
            Ok(_) => files.push(path.clone()),
            Err(error) => troubles.push(Trouble::new(path, texts::unopened(&error))),
        }
    }
    // A file given twice must not be counted twice.
    files.retain(|file| seen.insert(fs::canonicalize(file).unwrap_or_else(|_| file.clone())));
    if troubles.is_empty() { Ok(files) } else { Err(troubles) }
}

fn within(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let unopened = |path: &Path, error: &std::io::Error| Trouble::new(path, texts::unopened(error));
    let (mut files, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| unopened(&folder, &error))? {
            let entry = entry.map_err(|error| unopened(&folder, &error))?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(|error| unopened(&folder, &error))?);
            // Lock files and temporary files of other programs.
            let hidden = entry.file_name().to_string_lossy().starts_with(['.', '~']);
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
            if kind.is_dir() && !hidden {
                open.push(path);
            } else if !hidden && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Reads a file and detects its type.
///
/// # Errors
/// If it cannot be opened, is too large, or has an unknown type.
pub fn read(path: &Path) -> Result<Content, Trouble> {
    let opened = files::open(bytes(path)?, &Limits::COMMAND).map_err(|trouble| told(path, &trouble))?;
    opened.notes.iter().for_each(|note| say(&Trouble::new(path, texts::file_note(note))));
    Ok(opened.content)
}

fn told(path: &Path, FileTrouble { problem, line, column }: &FileTrouble) -> Trouble {
    Trouble { line: *line, column: *column, ..Trouble::new(path, texts::file_problem(problem)) }
}

/// Says something of a file once, however often it is read.
fn say(trouble: &Trouble) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let words = trouble.to_string();
    if SAID.lock().is_ok_and(|mut said| said.insert(words.clone())) {
        eprintln!("{words}");
    }
}

/// Reads a file as text.
///
/// # Errors
/// If it cannot be opened, is too large, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Trouble> {
    files::text(&bytes(path)?).map_err(|trouble| told(path, &trouble))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    let unopened = |error: &std::io::Error| Trouble::new(path, texts::unopened(error));
    let size = fs::metadata(path).map_err(|error| unopened(&error))?.len();
    let most = Limits::COMMAND.bytes;
    if size > most {
        return Err(Trouble::new(path, texts::file_problem(&FileProblem::TooLarge(most))));
    }
    sealed::opened(path, fs::read(path).map_err(|error| unopened(&error))?)
}
