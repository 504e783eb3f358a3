//! `ketnap merge`: merges books and lists into one book, which the page can open as a backup.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::files::Input;
use super::gather::Moved;
use super::trouble::Trouble;
use super::whole::Parcels;
use super::{Outcome, files, whole};
use crate::store::backup;
use crate::text::cli as texts;

/// Merges files into one.
///
/// # Errors
/// All errors in reading or writing. An existing output file is only replaced by a complete one.
pub fn run(input: &Input, out: &Path, force: bool) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(input)?;
    free(out, force).map_err(|trouble| vec![trouble])?;
    let whole = whole::read_with(&files, Parcels::Taken, Moved::Refused)?;
    whole.lists.say_ignored();
    whole.lists.say_remarks()?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map(|time| time.as_millis()).unwrap_or_default();
    let text = backup::write(&whole.book, u64::try_from(now).unwrap_or_default());
    put(out, text.as_bytes(), true).map_err(|trouble| vec![trouble])?;
    println!("{}", texts::merged(out, files.paths.len(), whole.book.records().count()));
    Ok(Outcome::Nothing)
}

/// Checks that `out` may be written.
///
/// # Errors
/// If it exists and `force` is not set.
pub fn free(out: &Path, force: bool) -> Result<(), Trouble> {
    if out.exists() && !force { Err(Trouble::new(out, texts::exists())) } else { Ok(()) }
}

/// Writes a file atomically: to a temporary file, synced if `to_disk` is set, then renamed.
///
/// # Errors
/// If it cannot be written.
pub fn put(out: &Path, bytes: &[u8], to_disk: bool) -> Result<(), Trouble> {
    let failed = |error: std::io::Error| Trouble::new(out, texts::unopened(&error));
    let mut name = out.file_name().unwrap_or_default().to_os_string();
    name.push(".moi");
    let beside = out.with_file_name(name);
    let written = File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| if to_disk { file.sync_all() } else { Ok(()) }));
    written.and_then(|()| fs::rename(&beside, out)).map_err(|error| {
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}
