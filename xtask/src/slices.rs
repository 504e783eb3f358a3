//! Yew cuts the first two letters off a hundred fixed names, each with a check that nothing is cut
//! in half. Optimising for size, the compiler leaves that check to a call. Its message can print
//! any letter, and with it come Unicode's tables of what can be printed: kilobytes (docs/BYTES.md)
//! for something that cannot happen. Written out in place, the check of a fixed name is found
//! superfluous, and all of that goes.
//!
//! The compiler takes such a wish by the full name of a function only. One of the two names
//! depends on the versions of packages, so they are looked up in what it made of Yew.

use std::fs;

use cargo_metadata::Message;
use cargo_metadata::camino::Utf8PathBuf;

use crate::flags;
use crate::outcome::{Explain, Outcome};
use crate::process;
use crate::project::Project;

/// How the names of the two functions begin, and what they have towards their end: cutting a
/// text, and cutting off its beginning.
const NAMES: [(&[u8], &[u8]); 2] = [
    (b"_ZN4core3str6traits", b"$u20$for$u20$str$GT$5index17h"),
    (b"_RNvXs", b"3ops5range9RangeFromjEINtNtNtB9_5slice5index10SliceIndexeE5index"),
];

/// What follows on that: the digits of a hash.
const HASHES: [usize; 2] = [17, 0];

/// The flags that have the checks written out. None where the names are not found: the program
/// is the same then, only larger, and the report of sizes will tell.
pub fn written_out(project: &Project, others: &str) -> Outcome<String> {
    let mut cargo = process::cargo();
    cargo
        .args([
            "build",
            "--quiet",
            "--profile=page",
            "--lib",
            // As index.html has it: the names depend on what else is built in.
            "--no-default-features",
            "--features=page",
            "--target=wasm32-unknown-unknown",
            "--message-format=json",
        ])
        .current_dir(project.root())
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env(flags::VARIABLE, others);
    let told = process::output(&mut cargo)?;
    let library = library(&told);
    let content =
        library.map_or(Ok(Vec::new()), |library| fs::read(&library).explain(|| format!("reading {library}")))?;
    let names = NAMES.into_iter().zip(HASHES).filter_map(|((begin, end), hash)| symbol(&content, begin, end, hash));
    let flags: Vec<String> = names.map(|name| format!(" -Cllvm-args=-force-attribute={name}:alwaysinline")).collect();
    if flags.len() < NAMES.len() {
        println!("  note: the compiler gives these functions other names by now; the program gets 5 kB larger");
    }
    Ok(flags.concat())
}

/// Where cargo has put what it made of Yew, out of all that it tells.
fn library(told: &[u8]) -> Option<Utf8PathBuf> {
    Message::parse_stream(told).filter_map(Result::ok).find_map(|message| match message {
        Message::CompilerArtifact(made) if made.target.name == "yew" => {
            made.filenames.into_iter().find(|file| file.extension() == Some("rlib"))
        }
        _ => None,
    })
}

/// The first name in a file that begins so, and ends so and with that many letters more.
fn symbol(content: &[u8], begin: &[u8], end: &[u8], more: usize) -> Option<String> {
    let at = content.windows(end.len()).position(|part| part == end)?;
    let from = content.get(..at)?.windows(begin.len()).rposition(|part| part == begin)?;
    let name = content.get(from..at + end.len() + more)?;
    String::from_utf8(name.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_between_others() {
        let content = b"\x00_ZN1a17hffE_ZN1a5index17h12E_ZN1a5index17h34E\xff";
        assert_eq!(symbol(content, b"_ZN", b"5index17h", 3).as_deref(), Some("_ZN1a5index17h12E"));
        assert_eq!(symbol(content, b"_ZN", b"6index", 3), None);
        assert_eq!(symbol(content, b"_RN", b"5index17h", 3), None);
    }
}
