//! Cells of one name below different committees: “I | Đảng bộ xã A”, “1 | Chi bộ thôn 1”, “II | Đảng bộ xã B”, “1 | Chi bộ thôn 1”. A list
//! names each by what it is below. Looking up such a name is in `names`.

use std::collections::{BTreeMap, BTreeSet};

use super::line_words::without_number;
use super::lines::Table;
use super::lists::SheetLine;
use super::names::plain;
use crate::domain::value::letters::fold;

/// Whether a text is the name of a committee, which has cells below it.
pub(super) fn is_committee(name: &str) -> bool {
    let folded = fold(name);
    ["dang bo ", "dang uy "].iter().any(|word| folded.starts_with(word))
}

/// Names of cells with the committee above each, in the order in which they stand.
#[derive(Debug, Default)]
pub(super) struct Committees {
    above: Option<String>,
    said: Vec<(String, Option<String>)>,
}

impl Committees {
    /// What stands below from here on; `None` below no committee.
    pub(super) fn begin(&mut self, committee: Option<&str>) {
        self.above = committee.map(str::to_owned);
    }

    /// Notes the name of a cell.
    pub(super) fn say(&mut self, cell: &str) {
        self.said.push((cell.to_owned(), self.above.clone()));
    }

    /// How to refer to each of the names said, in their order: those that stand below several committees with theirs behind.
    pub(super) fn mentions(self) -> Vec<String> {
        let mut of: BTreeMap<String, BTreeSet<Option<String>>> = BTreeMap::new();
        for (cell, above) in &self.said {
            of.entry(plain(cell)).or_default().insert(above.as_deref().map(plain));
        }
        let several = |cell: &str| of.get(&plain(cell)).is_some_and(|above| above.len() > 1);
        let mention = |(cell, above): (String, Option<String>)| match above {
            Some(above) if several(&cell) => format!("{cell} ({above})"),
            _ => cell,
        };
        self.said.into_iter().map(mention).collect()
    }
}

/// How the cells of a table are referred to, by line: those of one name below several committees with theirs.
pub(super) fn mentions(rows: &[SheetLine], organization: usize, committee: Option<usize>) -> BTreeMap<u64, String> {
    let own_column = [organization];
    let table = Table::of(rows, &own_column, &[]);
    let mut all = Committees::default();
    let mut lines = Vec::new();
    for line in rows {
        let text = |column: usize| line.cells.get(column).map_or("", |cell| cell.trim());
        let name = text(organization);
        if let Some(above) = committee.map(text).filter(|above| !above.is_empty()) {
            all.begin(Some(above));
        } else if is_committee(without_number(name)) {
            all.begin(Some(without_number(name)));
            continue;
        } else if table.lettered.contains(&line.number) && committee.is_none() {
            all.begin(None);
        }
        if !name.is_empty() {
            all.say(name);
            lines.push(line.number);
        }
    }
    lines.into_iter().zip(all.mentions()).collect()
}

/// A name with the committee that stands in brackets behind it.
pub(super) fn below(mention: &str) -> Option<(&str, &str)> {
    let (cell, committee) = mention.strip_suffix(')')?.split_once('(')?;
    let (cell, committee) = (cell.trim_end(), committee.trim());
    (is_committee(committee) && !cell.is_empty() && !is_committee(cell)).then_some((cell, committee))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_one_name_are_named_by_what_is_above() {
        let mut all = Committees::default();
        all.say("Chi bộ Công an");
        all.begin(Some("Đảng bộ xã A"));
        all.say("Chi bộ thôn 1");
        all.say("Chi bộ thôn 2");
        all.begin(Some("Đảng bộ xã B"));
        all.say("Chi bộ thôn 1");
        let named = ["Chi bộ Công an", "Chi bộ thôn 1 (Đảng bộ xã A)", "Chi bộ thôn 2", "Chi bộ thôn 1 (Đảng bộ xã B)"];
        assert_eq!(all.mentions(), named);
        assert_eq!(below("Chi bộ thôn 1 (Đảng bộ xã B)"), Some(("Chi bộ thôn 1", "Đảng bộ xã B")));
        assert_eq!(below("Chi bộ thôn 1 (mới)"), None);
    }
}
