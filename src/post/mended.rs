//! The text of a parcel as chat and mail programs leave it, made right again: broken lines, turned quotes, marks of quotations, entities
//! of pages. It is written in ASCII and in two lines, so whatever else stands in it came on the way; whether it is right then,
//! the checksum says.

use super::parcel::{BOOK, OPENING};
use crate::domain::value::letters::number;
use crate::store::line;

/// What pages and mails write for signs that have a meaning to them.
const ENTITIES: [(&str, &str); 6] =
    [("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];

/// The text of the parcel in this one; `None` if something of it is missing.
pub(super) fn mended(text: &str) -> Option<String> {
    let plain = ascii(text);
    let pages = ENTITIES.iter().fold(plain.clone(), |text, (entity, sign)| text.replace(entity, sign));
    let mail = plain.replace("=3D", "=").replace("=3d", "=");
    [plain, pages, mail].iter().find_map(|text| unbroken(text))
}

/// With the signs that the text can have.
fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '“' | '”' | '„' | '«' | '»' => plain.push('"'),
            '‘' | '’' => plain.push('\''),
            '–' => plain.push('-'),
            '—' => plain.push_str("--"),
            '…' => plain.push_str("..."),
            '\u{A0}' | '\u{202F}' => plain.push(' '),
            sign if sign.is_ascii() => plain.push(sign),
            _ => {}
        }
    }
    plain
}

/// With its bundle in one line: where lines were broken, there was nothing, or a space.
fn unbroken(text: &str) -> Option<String> {
    // Whoever pastes twice may have cut the first.
    text.split(OPENING).skip(1).find_map(whole)
}

fn whole(text: &str) -> Option<String> {
    let (_, bundle) = text.split_once(BOOK)?;
    let lines: Vec<&str> = bundle.lines().map(|line| line.trim_start_matches(['>', ' ', '\t']).trim_end()).collect();
    let soft: Vec<&str> = lines.iter().map(|line| line.strip_suffix('=').unwrap_or(line)).collect();
    [lines.concat(), lines.join(" "), soft.concat()].iter().find_map(|joined| {
        let mut parts = joined.splitn(4, ';');
        let (version, length, sum, rest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let payload = rest.get(..usize::try_from(number(length, 10)?).ok()?)?;
        let bundle = format!("{version};{length};{sum};{payload}");
        line::is_whole(&bundle).then(|| format!("{OPENING}0;0\n{BOOK}{bundle}\n"))
    })
}
