//! What the page weighs, and how much it may.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::outcome::{Explain, Failure, Outcome};
use crate::packed;
use crate::project::Project;
use crate::split::{self, Later};
use crate::workers;

pub mod growth;

/// How many bytes, compressed by `gzip -9`, the first screen may cost: everything that is fetched
/// until the welcome page stands, style sheets included. It was 118,000 until the forms and what reads the stores came
/// in parts of their own (29 November 2026), and 95,000 until the page had a policy of what may run in it, of which the hashes do not
/// pack; 95,300 until the addresses of twelve more pages and sheets stood in it, which cost 140 (30 November 2026). How the parts are laid out
/// alters some 250 bytes either way.
pub const FIRST_VISIT_BUDGET: usize = 95_500;

/// The same compressed by Brotli, as most hosts send it.
pub const FIRST_VISIT_BROTLI_BUDGET: usize = 82_500;

/// How many it may cost together with what is fetched after that, while the person works
/// already: the deferred chunk of the program, the service worker, the manifest and the icons, each file once. It was
/// 340,000 until the regulation of 2026 with its sources and the reader of regulation files took 17,000 (28 November 2026),
/// and 360,000 until organizations, places and people were followed through time; 400,000 until key people, classes and reasons
/// took 15,000, and the reader of sentences in the figures check 45,000: rules and words, the one thing that no library has; 460,000
/// until that reader learnt tables, lists, means and movements from the lines of 218 more reports; 490,000 until the
/// program came in four parts instead of two, which pack worse; 500,000 until lists from files could be looked at and taken in
/// (the program that reads them is not in it: it is fetched by who opens one); 510,000 until work went from village to commune
/// and back by files, 4,400 with what is to come of it (29 November 2026); 520,000 until every machine kept the courier, without which
/// a village that has no network could neither send nor receive (decision 0038): it comes after all else, and nothing waits for it;
/// some 25,000 of it are citizen cards beside the book, and 12,000 messages about people; 790,000 until several candidates stood in one
/// table, with sheets of paper beside it, cards that are typed, and a machine that can be erased: 15,000; 836,000 until files could be
/// sealed by a passphrase, 13,300, and a person erased for good, 3,400; 856,000 until the sheets between introduction and recognition could be printed and the
/// guide came with the program (30 November 2026); 868,000 until the figures check knew nine of ten slips instead of eight, and lists were read in more shapes,
/// 14,200 together; 882,000 until the figures check told what is left and lacking, and whose a number of another line is, 4,600 (1 December 2026).
pub const OFFLINE_BUDGET: usize = 890_000;

/// How many bytes may have come, compressed by `gzip -9`, when the first form can be typed into: the first visit and
/// the chunk of forms.
pub const FORMS_BUDGET: usize = 150_000;

/// The same compressed by Brotli.
pub const FORMS_BROTLI_BUDGET: usize = 130_000;

/// When a file is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Before anything can be done.
    Start,
    /// Right after that, before the first form can be typed into.
    Forms,
    /// Right after the first forms.
    Second,
    /// After that, once, to have everything offline.
    Offline,
    /// Once a person opens a list; kept from then on.
    Asked,
    /// Only for installing or never.
    Later,
}

/// One file of the finished page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name in the folder.
    pub name: String,
    /// When it is fetched.
    pub when: When,
    /// Its bytes.
    pub raw: usize,
    /// Its bytes after `gzip -9`.
    pub gzip: usize,
    /// Its bytes after Brotli at its best.
    pub brotli: usize,
}

/// All files with their sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table(Vec<Row>);

impl Table {
    /// Measures every file of a finished page.
    pub fn measure(dist: &Path) -> Outcome<Self> {
        let mut rows = Vec::new();
        for name in names(dist)? {
            let content = fs::read(dist.join(&name)).explain(|| format!("reading {name}"))?;
            let (gzip, brotli) = (gzip(&content)?.len(), packed::brotli(&content)?.len());
            rows.push(Row { when: when(&name), name, raw: content.len(), gzip, brotli });
        }
        rows.sort_by(|a, b| (a.when, &a.name).cmp(&(b.when, &b.name)));
        Ok(Self(rows))
    }

    /// The compressed bytes fetched up to this moment.
    pub fn gzip_until(&self, when: When) -> usize {
        self.0.iter().filter(|row| row.when <= when).map(|row| row.gzip).sum()
    }

    /// The same compressed by Brotli.
    pub fn brotli_until(&self, when: When) -> usize {
        self.0.iter().filter(|row| row.when <= when).map(|row| row.brotli).sum()
    }

    /// The same as it is.
    pub fn raw_until(&self, when: When) -> usize {
        self.0.iter().filter(|row| row.when <= when).map(|row| row.raw).sum()
    }

    /// Fails when the first visit costs more than a budget.
    pub fn check(&self) -> Outcome {
        let within = |total: usize, budget: usize, name: &str| {
            if total <= budget {
                return Ok(());
            }
            Err(Failure::new(format!(
                "the first visit costs {total} bytes compressed, {} more than the {budget} it may \
                 ({name} in xtask/src/sizes.rs)",
                total - budget
            )))
        };
        within(self.gzip_until(When::Start), FIRST_VISIT_BUDGET, "FIRST_VISIT_BUDGET")?;
        within(self.brotli_until(When::Start), FIRST_VISIT_BROTLI_BUDGET, "FIRST_VISIT_BROTLI_BUDGET")?;
        within(self.gzip_until(When::Forms), FORMS_BUDGET, "FORMS_BUDGET")?;
        within(self.brotli_until(When::Forms), FORMS_BROTLI_BUDGET, "FORMS_BROTLI_BUDGET")?;
        within(self.gzip_until(When::Offline), OFFLINE_BUDGET, "OFFLINE_BUDGET")
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {:<38} {:>9} {:>9} {:>9}  fetched", "file", "bytes", "gzip -9", "brotli")?;
        for Row { name, when, raw, gzip, brotli } in &self.0 {
            let when = match when {
                When::Start => "to start",
                When::Forms => "for the first form",
                When::Second => "after the first forms",
                When::Offline => "for offline use",
                When::Asked => "with the first list opened",
                When::Later => "not on the first visit",
            };
            writeln!(f, "  {name:<38} {raw:>9} {gzip:>9} {brotli:>9}  {when}")?;
        }
        writeln!(
            f,
            "  first visit: {} bytes of {FIRST_VISIT_BUDGET} (gzip), {} of {FIRST_VISIT_BROTLI_BUDGET} (brotli); \
             until the first form: {} of {FORMS_BUDGET} and {} of {FORMS_BROTLI_BUDGET}; \
             with everything for offline use: {} of {OFFLINE_BUDGET} (gzip)",
            self.gzip_until(When::Start),
            self.brotli_until(When::Start),
            self.gzip_until(When::Forms),
            self.brotli_until(When::Forms),
            self.gzip_until(When::Offline)
        )
    }
}

/// Measures, prints, and writes the table to `target/size-report.txt`.
pub fn report(dist: &Path, project: &Project) -> Outcome<Table> {
    let table = Table::measure(dist)?;
    print!("{table}");
    let file = project.target().join("size-report.txt");
    fs::write(&file, table.to_string()).explain(|| format!("writing {}", file.display()))?;
    Ok(table)
}

/// What `gzip -9` makes of these bytes.
pub fn gzip(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).explain(|| "compressing".into())
}

/// When a file of the page is fetched, by its name.
pub fn when(name: &str) -> When {
    match name {
        "index.html" => When::Start,
        "sw.js" | "manifest.webmanifest" => When::Offline,
        // The large icons only when the page is installed.
        "icons/icon.svg" | "icons/icon-192.png" => When::Offline,
        _ if is_later(split::LATER.first(), name) => When::Forms,
        _ if split::LATER.iter().any(|part| is_later(Some(part), name)) => When::Second,
        _ if name.starts_with("ket-nap-after-") => When::Second,
        _ if workers::READER.has(name) => When::Asked,
        _ if workers::COURIER.has(name) => When::Offline,
        _ if !name.contains('/') && (name.ends_with(".js") || name.ends_with(".wasm")) => When::Start,
        _ => When::Later,
    }
}

fn is_later(part: Option<&Later>, name: &str) -> bool {
    let rest = name.strip_prefix("ket-nap-");
    part.zip(rest).is_some_and(|(part, rest)| rest.starts_with(part.file) && rest.ends_with(".wasm"))
}

/// The names of the page's own files, with `/` between folders; without their compressed copies.
pub fn names(dist: &Path) -> Outcome<Vec<String>> {
    let mut names = all_names(dist)?;
    names.retain(|name| !packed::ENDINGS.iter().any(|ending| name.ends_with(ending)));
    Ok(names)
}

/// The names of all files, sorted, with `/` between folders.
pub fn all_names(dist: &Path) -> Outcome<Vec<String>> {
    let name = |file: &PathBuf| file.strip_prefix(dist).unwrap_or(file).to_string_lossy().replace('\\', "/");
    let mut names: Vec<String> = files(dist)?.iter().map(name).collect();
    names.sort();
    Ok(names)
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).explain(|| format!("reading {}", folder.display()))? {
        let path = entry.explain(|| format!("reading {}", folder.display()))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, gzip: usize) -> Row {
        Row { name: name.into(), when: when(name), raw: gzip, gzip, brotli: 0 }
    }

    #[test]
    fn each_budget_holds_for_its_part() {
        let (forms, offline) = (FORMS_BUDGET - FIRST_VISIT_BUDGET, OFFLINE_BUDGET - FORMS_BUDGET);
        let check = |page: usize, forms: usize, worker: usize| {
            Table(vec![
                row("index.html", 10),
                row("a.wasm", page - 10),
                row("ket-nap-forms-1.wasm", forms),
                row("sw.js", worker),
                row("screenshots/narrow.png", 1_000_000),
                row("icons/icon-512.png", 1_000_000),
            ])
            .check()
            .is_ok()
        };
        assert!(check(FIRST_VISIT_BUDGET, forms, offline));
        assert!(!check(FIRST_VISIT_BUDGET + 1, 0, 0));
        assert!(!check(FIRST_VISIT_BUDGET, forms + 1, 0));
        assert!(!check(FIRST_VISIT_BUDGET, forms, offline + 1));
    }

    #[test]
    fn counts_what_starts_the_page_apart() {
        let mut table = Table(vec![row("index.html", 1), row("a-1.js", 2), row("a-1.wasm", 3), row("sw.js", 4)]);
        table.0.push(row("ket-nap-later-1.wasm", 5));
        table.0.push(row("ket-nap-stored-1.wasm", 20));
        table.0.push(row("ket-nap-forms-1.wasm", 40));
        assert_eq!(table.gzip_until(When::Start), 6);
        assert_eq!(table.gzip_until(When::Forms), 46);
        assert_eq!(table.gzip_until(When::Second), 71);
        assert_eq!(table.gzip_until(When::Offline), 75);
    }
}
