//! What the name of a sheet says where nothing above the table does: “CB Nà Thử” whose people they are, “Chỉ tiêu 2026” the year.

use std::borrow::Cow;

use super::heading_rows::TITLE_LINES;
use super::lists::SheetLine;
use super::title::words;
use crate::domain::value::letters::fold;

/// The lines of a sheet, below what its name says.
pub fn titled<'a>(name: Option<&str>, lines: &'a [SheetLine]) -> Cow<'a, [SheetLine]> {
    match name.and_then(|name| said(name, lines)) {
        Some(title) => {
            let title = SheetLine { number: 0, cells: vec![title], ..SheetLine::default() };
            std::iter::once(title).chain(lines.iter().cloned()).collect::<Vec<_>>().into()
        }
        None => lines.into(),
    }
}

fn said(name: &str, lines: &[SheetLine]) -> Option<String> {
    let above = words(lines.get(..TITLE_LINES.min(lines.len())).unwrap_or_default());
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = fold(&name);
    let cell =
        folded.strip_prefix("chi bo ").or_else(|| folded.strip_prefix("cb ")).is_some_and(|rest| !rest.is_empty());
    if cell {
        let rest = name.split_once(' ').map(|(first, rest)| {
            if first.chars().count() == 2 { rest } else { rest.split_once(' ').map_or(rest, |(_, rest)| rest) }
        });
        return rest.filter(|_| !above.contains("chi bo")).map(|rest| format!("Chi bộ {rest}"));
    }
    let is_year = |word: &str| word.len() == 4 && word.parse().is_ok_and(|year: u32| (2000..2100).contains(&year));
    let years = |text: &str| text.split(|c: char| !c.is_ascii_digit()).filter(|word| is_year(word)).count();
    if years(&folded) != 1 || years(&above) > 0 || folded.contains("nhiem ky") {
        return None;
    }
    let word = |word: &str| if is_year(word) { format!("năm {word}") } else { word.to_owned() };
    let name = name.replace(['_', '-', '.'], " ").to_lowercase().replace("năm ", "");
    Some(name.split(' ').map(word).collect::<Vec<_>>().join(" "))
}
