//! What is handed on: the page as one file, and a packed folder for hosts with what one has to know.

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::process::Command;

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::outcome::{Explain, Outcome};
use crate::project::Project;
use crate::{packed, process, release, single, sizes};

/// The page as one file.
pub const SINGLE: &str = "ket-nap.html";

/// The packed folder.
pub const PACKED: &str = "ket-nap.zip";

/// What is beside the page in the packed folder, by its place in the project.
const BESIDE: [(&str, &str); 2] = [("docs/HOSTING.md", "DOC-TRUOC.md"), ("web/off.js", "go-bo/sw.js")];

/// Where both are written.
pub fn folder(project: &Project) -> PathBuf {
    project.target().join("dist")
}

/// Builds the page and writes both.
pub fn write(project: &Project) -> Outcome {
    release::build(project)?;
    let folder = folder(project);
    fs::create_dir_all(&folder).explain(|| format!("creating {}", folder.display()))?;
    let put = |name: &str, content: &[u8]| {
        let file = folder.join(name);
        fs::write(&file, content).explain(|| format!("writing {}", file.display()))?;
        let packed = sizes::gzip(content)?.len();
        println!("  {:<14} {:>9} bytes, {packed} after gzip -9: {}", name, content.len(), file.display());
        Ok(())
    };
    put(SINGLE, single::page(&project.dist())?.as_bytes())?;
    put(PACKED, &zipped(project)?)
}

/// The folder `ket-nap/` with the page, its compressed copies, and what is beside it.
fn zipped(project: &Project) -> Outcome<Vec<u8>> {
    let dist = project.dist();
    let mut files: Vec<(String, PathBuf)> = Vec::new();
    for name in sizes::names(&dist)? {
        for copy in std::iter::once(name.clone()).chain(packed::ENDINGS.map(|ending| format!("{name}{ending}"))) {
            let file = dist.join(&copy);
            if file.is_file() {
                files.push((copy, file));
            }
        }
    }
    files.extend(BESIDE.map(|(place, name)| (name.to_owned(), project.root().join(place))));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(now());
    for (name, file) in files {
        let what = || format!("packing {}", file.display());
        let content = fs::read(&file).explain(what)?;
        zip.start_file(format!("ket-nap/{name}"), options).explain(what)?;
        zip.write_all(&content).explain(what)?;
    }
    let done = zip.finish().explain(|| "packing the folder".into())?;
    Ok(done.into_inner())
}

/// The moment of packing: hosts tell browsers by a file's day whether it is another one, and would
/// not tell of a new version whose files are as old as the former's.
fn now() -> DateTime {
    let said = process::quiet_output(Command::new("date").args(["-u", "+%Y %m %d %H %M %S"])).unwrap_or_default();
    let parts: Vec<u16> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [year, rest @ ..] = parts.as_slice() else { return DateTime::default() };
    let rest: Vec<u8> = rest.iter().filter_map(|part| u8::try_from(*part).ok()).collect();
    let [month, day, hour, minute, second] = *rest.as_slice() else { return DateTime::default() };
    DateTime::from_date_and_time(*year, month, day, hour, minute, second).unwrap_or_default()
}
