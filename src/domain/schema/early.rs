//! The entries of lists, in two tables: those that early forms offer are in the chunk of forms, all in the chunk that
//! reads the stores (docs/decisions/0033). The lists themselves are in `choice` and `lists`.

use super::choice::List;
use super::field::{Field, Kind};
use super::lists::Choice;

type Table = [&'static [Choice]; List::ALL.len()];

const EARLY: &Table = &table(true);
const ALL: &Table = &table(false);

impl List {
    /// Its entries.
    pub fn entries(self) -> &'static [Choice] {
        match EARLY.get(self as usize) {
            Some(entries) if !entries.is_empty() => entries,
            _ => self.stored_entries(),
        }
    }

    #[inline(never)]
    fn stored_entries(self) -> &'static [Choice] {
        ALL.get(self as usize).copied().unwrap_or_default()
    }
}

const fn table(early: bool) -> Table {
    let mut table: Table = [&[]; List::ALL.len()];
    let (mut rows, mut lists): (&mut [_], _) = (&mut table, List::ALL);
    while let ([row, other_rows @ ..], [list, other_lists @ ..]) = (rows, lists) {
        if !early || is_early(*list) {
            *row = list.every_entry();
        }
        (rows, lists) = (other_rows, other_lists);
    }
    table
}

/// Whether a field of an early form is chosen from this list.
const fn is_early(list: List) -> bool {
    let mut rest = Field::ALL;
    while let [field, more @ ..] = rest {
        let spec = field.spec();
        if let (true, Kind::Choice(of)) = (spec.record.has_early_form(), spec.kind)
            && of as u8 == list as u8
        {
            return true;
        }
        rest = more;
    }
    false
}
