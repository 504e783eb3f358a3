//! Files with sealed texts: what the page saves without the program, and generations that were taken out. How such files look otherwise
//! is in `store::backup`.

use super::guard::{self, Guard};
use super::header::Header;
use crate::domain::value::json;
use crate::store::names;

/// The header that goes along with a file; `None` if nothing in it is sealed.
pub fn header(text: &str) -> Option<Header> {
    let line = || text.lines().find_map(|line| line.strip_prefix(names::VAULT)?.strip_prefix(' '));
    Header::parse(guard::header_of(text).or_else(line)?)
}

/// The file with its texts opened, without the header; `None` if it belongs to another vault.
#[inline(never)]
pub fn vault_opened(guard: &Guard, text: &str) -> Option<String> {
    if guard::header_of(text).is_some() {
        return guard.vault_of_file(text).ok();
    }
    if header(text)?.id != guard.id() {
        return None;
    }
    let mut open = String::with_capacity(text.len());
    for line in text.lines() {
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        if name == names::VAULT {
            continue;
        }
        let quoted: Option<String> = if rest.starts_with('"') { json::parse(rest).ok() } else { None };
        let opened = match quoted {
            // A generation: its lines stand here as those of the file.
            Some(file) if guard::header_of(&file).is_some() => {
                guard.vault_of_file(&file).ok().map(|file| file.lines().skip(1).collect::<Vec<_>>().join("\n"))
            }
            None if guard::is_sealed_kind(name) => Some(format!("{name} {}", guard.vault_elsewhere(name, rest))),
            _ => Some(line.to_owned()),
        };
        open.push_str(&opened.unwrap_or_default());
        open.push('\n');
    }
    Some(open)
}
