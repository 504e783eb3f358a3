//! Two neighbouring digits that changed places: the commonest slip of typing. Where a figure fits nothing, and fits exactly once two
//! of its digits are put back, that is no chance.

use super::figure::{Figure, ONE, Value};

/// The values of a figure with two neighbouring digits changed.
pub fn swaps(value: Value) -> Vec<Value> {
    let mut unit = value.parts / value.place.max(1);
    if unit.saturating_mul(value.place) != value.parts || unit < 10 {
        return Vec::new();
    }
    let mut digits: Vec<i64> = Vec::new();
    while unit > 0 {
        digits.push(unit % 10);
        unit /= 10;
    }
    let mut found = Vec::new();
    let mut scale = value.place;
    for pair in digits.windows(2) {
        if let [low, high] = pair
            && low != high
        {
            let parts = value.parts + (low - high) * scale * 9;
            found.push(Value { parts, place: value.place });
        }
        scale = scale.saturating_mul(10);
    }
    found
}

/// Whether the sum agrees once two digits of one figure are put back. Of two parts only where numbers are large, or one part is
/// larger than the whole, which then cannot be: with small ones it may be chance.
pub(super) fn is_swapped(whole: &Figure, parts: &[&Figure]) -> bool {
    let total: i64 = parts.iter().map(|part| part.value.parts).sum();
    let beyond = parts.iter().any(|part| part.value > whole.value);
    // Of two parts in a list that may not be whole, little is often left over.
    let missing = whole.value.parts - total;
    if parts.len() == 2 && missing.abs().saturating_mul(200) < whole.value.parts {
        return false;
    }
    let large = beyond || whole.value.parts >= if parts.len() > 2 { 40 * ONE } else { 100 * ONE };
    let of_whole = swaps(whole.value).iter().any(|value| value.parts == total);
    let of_part =
        parts.iter().any(|part| swaps(part.value).iter().any(|value| value.parts - part.value.parts == missing));
    large && (of_whole || of_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_digits_change_places() {
        let whole = |numbers: &[i64]| numbers.iter().copied().map(Value::whole).collect::<Vec<_>>();
        assert_eq!(swaps(Value::whole(7)), []);
        assert_eq!(swaps(Value::whole(33)), []);
        assert_eq!(swaps(Value::whole(45)), whole(&[54]));
        assert_eq!(swaps(Value::whole(1905)), whole(&[1950, 1095, 9105]));
        let written = |hundredths: i64| Value { parts: hundredths * 100, place: 100 };
        assert_eq!(swaps(written(6732)), [written(6723), written(6372), written(7632)]);
    }
}
