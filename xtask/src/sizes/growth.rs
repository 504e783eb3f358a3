//! What the page weighs more or less than that of the last commit.
//!
//! The weights of a commit stand in its own tree (`docs/SIZES.txt`), so that a fresh checkout
//! knows them too; `cargo xtask build` writes the file, a commit takes it along.

use std::fs;
use std::process::Command;

use crate::outcome::{Explain, Outcome};
use crate::process;
use crate::project::Project;

use super::{Table, When};

/// Where the weights of the page stand.
pub const FILE: &str = "docs/SIZES.txt";

const HEAD: &str = "# What the first visit costs until the welcome page, until the first form, and in all, in bytes. Written by `cargo xtask build`.";

/// How the line begins that names the compiler.
const BUILT_BY: &str = "# Built by ";

/// The figures that are compared, with their names.
fn figures(table: &Table) -> [(&'static str, usize); 9] {
    let (first, forms, all) = (When::Start, When::Forms, When::Offline);
    [
        ("first-visit-raw", table.raw_until(first)),
        ("first-visit-gzip", table.gzip_until(first)),
        ("first-visit-brotli", table.brotli_until(first)),
        ("first-form-raw", table.raw_until(forms)),
        ("first-form-gzip", table.gzip_until(forms)),
        ("first-form-brotli", table.brotli_until(forms)),
        ("offline-raw", table.raw_until(all)),
        ("offline-gzip", table.gzip_until(all)),
        ("offline-brotli", table.brotli_until(all)),
    ]
}

/// Prints the difference to the last commit, and writes the figures for the next where they are others.
pub fn tell(project: &Project, table: &Table) -> Outcome {
    let figures = figures(table);
    let mut git = Command::new("git");
    git.args(["show", &format!("HEAD:{FILE}")]).current_dir(project.root());
    let before = process::quiet_output(&mut git).unwrap_or_default();
    print!("{}", compared(&figures, &before));
    let rust = process::quiet_output(Command::new("rustc").arg("--version")).unwrap_or_default();
    let file = project.root().join(FILE);
    match written(&figures, rust.trim(), fs::read_to_string(&file).ok().as_deref()) {
        News::Same => Ok(()),
        News::Other(text) => fs::write(&file, text).explain(|| format!("writing {}", file.display())),
        News::NotComparable(other) => {
            println!(
                "  note: {FILE} has what {other} makes of it and stays. To take over what {} makes, remove it",
                rust.trim()
            );
            Ok(())
        }
    }
}

/// What is to be done with the file of the figures.
#[derive(Debug, PartialEq, Eq)]
enum News {
    Same,
    Other(String),
    /// The file has the figures of this other compiler: the differences are not those of the sources.
    NotComparable(String),
}

fn written(figures: &[(&str, usize)], rust: &str, before: Option<&str>) -> News {
    let lines: String = figures.iter().map(|(name, bytes)| format!("{name} {bytes}\n")).collect();
    let text = format!("{HEAD}\n{BUILT_BY}{rust}\n{lines}");
    let Some(before) = before else { return News::Other(text) };
    match before.lines().find_map(|line| line.strip_prefix(BUILT_BY)) {
        Some(other) if other != rust => News::NotComparable(other.to_owned()),
        _ if before == text => News::Same,
        _ => News::Other(text),
    }
}

fn compared(figures: &[(&str, usize)], before: &str) -> String {
    let former = |name: &str| {
        let line = before.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))?;
        line.trim().parse::<usize>().ok()
    };
    let mut text = String::from("  beside the last commit:");
    for (name, bytes) in figures {
        match former(name) {
            Some(former) if former > *bytes => text.push_str(&format!(" {name} -{}", former - bytes)),
            Some(former) => text.push_str(&format!(" {name} +{}", bytes - former)),
            None => text.push_str(&format!(" {name} unknown")),
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_written_where_the_figures_are_others_by_the_same_compiler() {
        let figures = [("a", 10), ("b", 7)];
        let News::Other(text) = written(&figures, "rustc 1", None) else { unreachable!() };
        assert!(text.ends_with("\n# Built by rustc 1\na 10\nb 7\n"), "{text}");
        assert_eq!(written(&figures, "rustc 1", Some(&text)), News::Same);
        assert!(matches!(written(&[("a", 11), ("b", 7)], "rustc 1", Some(&text)), News::Other(_)));
        assert_eq!(written(&[("a", 11), ("b", 7)], "rustc 2", Some(&text)), News::NotComparable("rustc 1".into()));
    }

    #[test]
    fn tells_more_less_and_unknown() {
        let figures = [("a", 10), ("ab", 10), ("b", 7)];
        assert_eq!(compared(&figures, "# x\na 8\nab 12\n"), "  beside the last commit: a +2 ab -2 b unknown\n");
    }
}
