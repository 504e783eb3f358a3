//! Running other programs, visibly.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::outcome::{Explain, Failure, Outcome};

/// The command line as a person would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut text = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

/// Prints the command, runs it with its output on the terminal, fails when it fails.
pub fn run(command: &mut Command) -> Outcome {
    println!("  $ {}", shown(command));
    let status = command.status().explain(|| format!("could not start `{}`", shown(command)))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{}` ended with {status}", shown(command)))) }
}

/// Runs a command silently and gives back what it printed; its error output stays visible.
pub fn output(command: &mut Command) -> Outcome<Vec<u8>> {
    let result =
        command.stderr(Stdio::inherit()).output().explain(|| format!("could not start `{}`", shown(command)))?;
    if result.status.success() {
        Ok(result.stdout)
    } else {
        Err(Failure::new(format!("`{}` ended with {}", shown(command), result.status)))
    }
}

/// What a command printed, when it could be run and ended well; nothing else is told.
pub fn quiet_output(command: &mut Command) -> Option<String> {
    let result = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(result.stdout).ok()?;
    result.status.success().then_some(text)
}

/// Runs a command with `input` on its standard input and gives back what it printed.
pub fn filter(command: &mut Command, input: &[u8]) -> Outcome<Vec<u8>> {
    let what = || format!("could not run `{}`", shown(command));
    let mut child = Command::new(command.get_program())
        .args(command.get_args())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .explain(what)?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input).explain(what)?;
    }
    let result = child.wait_with_output().explain(what)?;
    if result.status.success() {
        Ok(result.stdout)
    } else {
        Err(Failure::new(format!("`{}` ended with {}", shown(command), result.status)))
    }
}

/// Whether a command starts and ends well, with nothing printed.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Where a program lies on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find_map(|folder| in_folder(folder, name))
}

/// The program `name` in `folder`, with the endings that Windows gives programs.
pub fn in_folder(folder: PathBuf, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    endings.iter().map(|ending| folder.join(format!("{name}{ending}"))).find(|file| file.is_file())
}

/// The cargo that runs this task, or the one on `PATH`.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Does one step, printing its name before and its seconds after.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n== {name}");
    let start = Instant::now();
    let result = work();
    let word = if result.is_ok() { "done" } else { "failed" };
    println!("== {name}: {word} after {:.1} s", start.elapsed().as_secs_f64());
    result
}
