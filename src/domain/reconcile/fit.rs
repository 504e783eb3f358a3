//! Whether a value worked out is the one that is written: rounded, cut off, in the last place, or as near as the words say.

use super::figure::{Figure, LARGEST, Near, ONE};

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
    /// Only read otherwise than the words say: `vượt 105%` for what reaches 105 %.
    Loose,
    /// Not as written, but exactly once two neighbouring digits change places. Whether the relation is meant is not certain.
    Swapped,
    /// Not at all; whether the relation is meant is not certain.
    Doubtful,
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
            Fit::Loose => "loose",
            Fit::Swapped => "swapped",
            Fit::Doubtful => "doubtful",
            Fit::No => "wrong",
        }
    }

    /// Whether it agrees in some way.
    pub fn is_some(self) -> bool {
        self < Fit::Loose
    }
}

/// The range of `part / whole` in ten-thousandths of a percent.
pub fn percent(part: (i64, i64), whole: (i64, i64)) -> Option<(i64, i64)> {
    quotient(part, whole, 100 * ONE)
}

/// The range of `scale × part / whole`; `None` where it is out of reach.
pub fn quotient(part: (i64, i64), whole: (i64, i64), scale: i64) -> Option<(i64, i64)> {
    if whole.0 <= 0 {
        return None;
    }
    let least = scaled(part.0, scale, if part.0 >= 0 { whole.1 } else { whole.0 }, false)?;
    let most = scaled(part.1, scale, if part.1 >= 0 { whole.0 } else { whole.1 }, true)?;
    Some((least, most))
}

/// `number × scale / whole`, down or up. The one place that needs more than 64 bits.
#[inline(never)]
fn scaled(number: i64, scale: i64, whole: i64, up: bool) -> Option<i64> {
    let (product, whole) = (i128::from(number) * i128::from(scale), i128::from(whole));
    let more = i128::from(up && product.rem_euclid(whole) != 0);
    i64::try_from(product.div_euclid(whole) + more).ok().filter(|found| found.abs() < LARGEST)
}

/// How a given figure agrees with a range of values.
pub fn agrees(range: (i64, i64), given: &Figure) -> Fit {
    let (low, high) = range;
    let (value, place) = (given.value.parts, given.value.place);
    let twice = |number: i64| number.saturating_mul(2);
    let reaches = |least: i64, most: i64| twice(high) >= least && twice(low) <= most;
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
pub fn equal(range: (i64, i64), given: &Figure) -> bool {
    let (low, high) = given.reach();
    range.1 >= low && range.0 <= high
}
