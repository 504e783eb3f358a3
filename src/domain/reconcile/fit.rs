//! Whether a value worked out is the one that is written: rounded, cut off, in the last place, or as near as the words say.

use super::figure::{Figure, Near, ONE};

/// How a written value agrees with the one worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Rounded to the places written.
    Exact,
    /// As near as `gần`, `hơn`, `khoảng` say.
    About,
    /// Cut off instead of rounded.
    Cut,
    /// One unit of the last place away.
    LastPlace,
    /// Not at all.
    No,
}

impl Fit {
    /// The stable name, for scripts.
    pub const fn name(self) -> &'static str {
        match self {
            Fit::Exact => "fits",
            Fit::About => "about",
            Fit::Cut => "cut",
            Fit::LastPlace => "last_place",
            Fit::No => "wrong",
        }
    }

    /// Whether it agrees in some way.
    pub fn is_some(self) -> bool {
        self != Fit::No
    }
}

/// The range of `part / whole` in millionths of a percent.
pub fn percent(part: (i128, i128), whole: (i128, i128)) -> Option<(i128, i128)> {
    let of = |part: i128, whole: i128, up: bool| {
        let scaled = part.checked_mul(100 * ONE)?;
        let more = if up && scaled.rem_euclid(whole) != 0 { 1 } else { 0 };
        Some(scaled.div_euclid(whole) + more)
    };
    if whole.0 <= 0 {
        return None;
    }
    let least = of(part.0, if part.0 >= 0 { whole.1 } else { whole.0 }, false)?;
    let most = of(part.1, if part.1 >= 0 { whole.0 } else { whole.1 }, true)?;
    Some((least, most))
}

/// How a given figure agrees with a range of values.
pub fn agrees(range: (i128, i128), given: &Figure) -> Fit {
    let (low, high) = range;
    let (value, place) = (given.value.millionths, given.value.place);
    let twice = |number: i128| number.saturating_mul(2);
    let reaches = |least: i128, most: i128| twice(high) >= least && twice(low) <= most;
    let is_spread = high - low > place;
    if reaches(twice(value) - place, twice(value) + place) {
        return if is_spread { Fit::About } else { Fit::Exact };
    }
    if high >= value && low < value + place && given.value.place < 10 * ONE && value >= 0 {
        return Fit::Cut;
    }
    let slack = (value.abs() / 10).max(place).max(if given.kind == super::figure::Kind::Percent { ONE } else { 0 });
    let near = match given.near {
        Near::Exactly => false,
        Near::Below => high <= value && value - high <= slack,
        Near::Above => low >= value && low - value <= slack,
        Near::About => low - value <= slack && value - high <= slack,
    };
    if near {
        return Fit::About;
    }
    let decimals = place < ONE;
    if decimals && reaches(twice(value) - 3 * place, twice(value) + 3 * place) { Fit::LastPlace } else { Fit::No }
}

/// How two figures agree that stand for the same value.
pub fn equal(range: (i128, i128), given: &Figure) -> bool {
    let (low, high) = given.reach();
    range.1 >= low && range.0 <= high
}
