//! Percentages that fit once two digits have changed places: a note, never an accusation. Percentages that fit are in `shares`.

use super::figure::{Earlier, Figure, Near, ONE};
use super::fit::{Fit, agrees, percent};
use super::percentage::{Claim, is_count};
use super::reading::Reading;
use super::swaps::swaps;
use super::units;

impl Claim<'_> {
    /// A part and a whole that agree once two digits have changed places. Of those that the words name any; of others only as many as
    /// decimals make chance unlikely.
    pub(super) fn swapped(
        &self,
        part: Option<&Figure>,
        named: Option<&Figure>,
        context: &[Earlier],
    ) -> Option<Reading> {
        if self.given.value.place >= ONE {
            return None;
        }
        let fractions = self.parts.iter().filter_map(|part| Some((*part, self.read.figures.get(part.over?)?)));
        let mut pairs: Vec<(&Figure, &Figure)> = fractions.chain(self.fraction()).collect();
        // `Có 250 trường hợp được thống nhất (trên tổng số 304, chiếm tỷ lệ 82,23%)`.
        let of_named = named.filter(|named| named.at < self.given.at);
        pairs.extend(of_named.and_then(|named| Some((*self.parts.iter().find(|part| part.at < named.at)?, named))));
        let asked = self.asked().into_iter().chain(self.asked_before());
        let before = self.read.figures.iter().rev().filter(|figure| is_count(figure) && figure.at < self.given.at);
        let shared = before.clone().filter(|whole| self.others(whole).0 > 0);
        let said = named.into_iter().chain(asked).chain(shared);
        let more = match self.given.value.place {
            _ if self.is_of_hidden() && !self.tail.starts_with(&["so", "voi"]) => 0,
            place if place < ONE / 10 => 12,
            _ => 2,
        };
        let part = part.filter(|part| part.near == Near::Exactly);
        pairs.extend(part.into_iter().flat_map(|part| said.clone().map(move |whole| (part, whole))));
        let earlier = context.iter().filter(|earlier| part.is_some_and(|part| units::agree(self.read, part, earlier)));
        let others = before.chain(earlier.map(|earlier| &earlier.figure)).filter(|whole| whole.near == Near::Exactly);
        let others = part.into_iter().flat_map(|part| others.clone().map(move |whole| (part, whole)));
        let unlike = |part: &Figure, whole: &Figure| {
            self.read.figures.iter().any(|figure| figure.span == whole.span) && units::differ(self.read, part, whole)
        };
        let others = others
            .filter(|(part, whole)| part.span != whole.span && !unlike(part, whole))
            .take(more)
            .map(|pair| (pair, Fit::Exact));
        // Of one decimal, chance would cut off one in ten.
        let cut = if self.given.value.place < ONE / 10 { Fit::Cut } else { Fit::Exact };
        if let Some((part, whole)) =
            pairs.iter().find(|(part, whole)| part.span != whole.span && self.share(part, whole).0.is_some())
        {
            return Some(self.told(part, whole, self.share(part, whole)));
        }
        let (part, whole) =
            pairs.into_iter().map(|pair| (pair, cut)).chain(others).find_map(|((part, whole), most)| {
                let exact = Figure { near: Near::Exactly, ..whole.clone() };
                (part.span != whole.span && self.is_swapped(part, &exact, most)).then_some((part, whole))
            })?;
        let (_, relation) = self.share(part, whole);
        Some(self.told(part, whole, (Fit::Swapped, relation)))
    }

    /// Whether the share agrees, at worst like `most`, once two digits of a figure are put back.
    fn is_swapped(&self, part: &Figure, whole: &Figure, most: Fit) -> bool {
        let given = swaps(self.given.value).into_iter().any(|value| {
            let given = Figure { value, ..self.given.clone() };
            part.value < whole.value
                && percent(part.reach(), whole.reach()).is_some_and(|range| agrees(range, &given) <= most)
        });
        let of = |figure: &Figure| -> Vec<Figure> {
            swaps(figure.value).into_iter().map(|value| Figure { value, ..figure.clone() }).collect()
        };
        let fits = |part: &Figure, whole: &Figure| part.value < whole.value && self.share(part, whole).0 <= most;
        given || of(part).iter().any(|part| fits(part, whole)) || of(whole).iter().any(|whole| fits(part, whole))
    }
}
