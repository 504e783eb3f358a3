//! By how much a result is beyond what was asked, in percent.

use super::figure::{Figure, Item, ONE};
use super::fit::Fit;
use super::percentage::{Claim, is_count};
use super::reading::Reading;

impl Claim<'_> {
    /// `vượt 20% so với kế hoạch 45`.
    pub(super) fn beyond_asked(&self) -> Option<Reading> {
        let asked = self.asked();
        let named = self.named_whole();
        let all: Vec<&Figure> = self
            .read
            .figures
            .iter()
            .filter(|figure| figure.sentence == self.given.sentence && is_count(figure))
            .collect();
        // `vượt chỉ tiêu 7%` may be what was asked.
        let bracket = matches!(self.read.previous(self.given.at), Some(Item::Mark('(')));
        let ranged = matches!(self.read.previous(self.given.at), Some(Item::Mark('-')));
        let said = matches!(self.link.last(), Some(&("la" | "ra" | "tren" | "quyet" | "hoi")));
        let level = bracket || ranged || said || matches!(self.link.last(), Some(&("tieu" | "hoach" | "dinh" | "muc")));
        let only = if let ([only], None) = (asked.as_slice(), named) { Some(*only) } else { None };
        for done in all.iter().filter(|done| only.is_none_or(|only| only.span != done.span)) {
            for asked in named.iter().copied().chain(asked.iter().copied()).chain(all.iter().copied()) {
                if done.span == asked.span {
                    continue;
                }
                let one = self.beyond(done, asked);
                if one.0.is_some() {
                    return Some(self.told(done, asked, one));
                }
                // `vượt 105%` of what was reached, `vượt 96,6%` of what was not.
                let part = self.share(done, asked);
                let reached = self.link.iter().rposition(|word| matches!(*word, "dat" | "bang"));
                let beyond = self.link.iter().rposition(|word| *word == "vuot");
                if part.0.is_some() && (done.value < asked.value || self.given.value.parts >= 100 * ONE) {
                    // `vượt mục tiêu (95%)` is what was asked.
                    if level {
                        return None;
                    }
                    let is_share = reached > beyond;
                    return Some(self.told(done, asked, if is_share { part } else { (Fit::Loose, part.1) }));
                }
            }
        }
        if level {
            return None;
        }
        // `19/14 đảng viên, vượt 36%`.
        let over = self.parts.iter().take(2).find_map(|part| Some((*part, self.read.figures.get(part.over?)?)));
        if let Some((done, asked)) = over.filter(|(_, asked)| self.is_next(asked)) {
            return Some(self.told(done, asked, self.beyond(done, asked)));
        }
        let asked = named.or(match asked.as_slice() {
            [only] => Some(*only),
            _ => None,
        })?;
        let mut others = all.iter().filter(|figure| figure.span != asked.span);
        let (done, more) = (others.next()?, others.next());
        more.is_none().then(|| self.told(done, asked, self.beyond(done, asked)))
    }
}
