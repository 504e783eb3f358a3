//! Exact ratios, the only fractions of the calculator. They are rounded to decimals only for display.

use std::cmp::Ordering;

/// A fraction with a positive denominator, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i64,
    denominator: i64,
}

/// Largest numerator or denominator. Counts up to ten million, times a percent with four decimals, times the days
/// of two centuries stay below it.
const LARGEST: i64 = 1 << 59;

impl Ratio {
    /// The ratio 0.
    pub const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };

    /// `numerator / denominator`. `None` if `denominator` is 0, or if either exceeds 2^59 in lowest terms.
    #[inline(never)]
    pub fn new(numerator: i64, denominator: i64) -> Option<Ratio> {
        let divisor = common_divisor(numerator.checked_abs()?, denominator.checked_abs()?) * denominator.signum();
        let (numerator, denominator) = (numerator.checked_div(divisor)?, denominator.checked_div(divisor)?);
        (numerator.checked_abs()? <= LARGEST && denominator <= LARGEST).then_some(Ratio { numerator, denominator })
    }

    /// `count / 1`, clamped to 2^59.
    pub fn whole(count: u64) -> Ratio {
        Ratio { numerator: i64::try_from(count).unwrap_or(LARGEST).min(LARGEST), denominator: 1 }
    }

    /// Parses a decimal number in Vietnamese notation: `7`, `5,74`, also `5.74`. `None` for more than nine digits
    /// before or four after the separator.
    pub fn parse(text: &str) -> Option<Ratio> {
        let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
        let digits = |part: &str, most| part.bytes().all(|b| b.is_ascii_digit()) && part.len() <= most;
        if whole.is_empty() || !digits(whole, 9) || !digits(decimals, 4) || text.ends_with([',', '.']) {
            return None;
        }
        let (mut numerator, mut denominator) = (0, 1);
        for digit in whole.bytes().chain(decimals.bytes()) {
            numerator = numerator * 10 + i64::from(digit - b'0');
        }
        for _ in decimals.bytes() {
            denominator *= 10;
        }
        Ratio::new(numerator, denominator)
    }

    /// `self * numerator / denominator`. `None` on overflow.
    #[inline(never)]
    pub fn times(self, numerator: i64, denominator: i64) -> Option<Ratio> {
        Ratio::new(self.numerator.checked_mul(numerator)?, self.denominator.checked_mul(denominator)?)
    }

    /// `self / other`. `None` if `other` is 0.
    pub fn divided_by(self, other: Ratio) -> Option<Ratio> {
        self.times(other.denominator, other.numerator)
    }

    /// `self + other`. `None` on overflow.
    #[inline(never)]
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        let numerator = self
            .numerator
            .checked_mul(other.denominator)?
            .checked_add(other.numerator.checked_mul(self.denominator)?)?;
        Ratio::new(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    /// The smallest integer not below `self`; 0 if that is negative.
    #[inline(never)]
    pub fn ceiling(self) -> u64 {
        let up =
            self.numerator.div_euclid(self.denominator) + i64::from(self.numerator.rem_euclid(self.denominator) != 0);
        u64::try_from(up).unwrap_or(0)
    }

    /// `self * scale` rounded to the nearest integer, halves away from zero. `scale` must be a power of ten: 10 gives
    /// tenths, 1000 gives tenths of a percent.
    #[inline(never)]
    pub fn rounded(self, scale: u32) -> i64 {
        let (size, scale) = (self.numerator.abs(), i64::from(scale));
        let (whole, mut rest) = (size / self.denominator, size % self.denominator);
        // Digit by digit, because `rest * 10` fits into `i64` and `rest * scale` may not.
        let (mut nearest, mut left) = (whole, scale);
        while left > 1 {
            let wide = rest * 10;
            nearest = nearest.saturating_mul(10).saturating_add(wide / self.denominator);
            (rest, left) = (wide % self.denominator, left / 10);
        }
        let up = i64::from(rest >= self.denominator - rest);
        nearest.saturating_add(up).saturating_mul(self.numerator.signum())
    }

    /// Whether it is an integer.
    pub fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    #[inline(never)]
    fn cmp(&self, other: &Ratio) -> Ordering {
        (i128::from(self.numerator) * i128::from(other.denominator))
            .cmp(&(i128::from(other.numerator) * i128::from(self.denominator)))
    }
}

fn common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a.max(1) } else { common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tenths_of_percent(over: i64, under: i64) -> Option<i64> {
        Ratio::new(over, under).map(|ratio| ratio.rounded(1000))
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(tenths_of_percent(17, 30), Some(567));
        assert_eq!(tenths_of_percent(1, 2000), Some(1));
        assert_eq!(tenths_of_percent(-1, 2000), Some(-1));
        assert_eq!(tenths_of_percent(1, 2001), Some(0));
        assert_eq!(tenths_of_percent(69, 90), Some(767));
        assert_eq!(tenths_of_percent(0, 5), Some(0));
        assert_eq!(tenths_of_percent(5, 0), None);
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(Ratio::parse("5,74"), Ratio::new(287, 50));
        assert_eq!(Ratio::parse("7"), Ratio::new(7, 1));
        assert_eq!(Ratio::parse("0.5"), Ratio::new(1, 2));
        for bad in ["", ",5", "5,", "1,2,3", "-3", "7 %", "1234567890", "1,00001"] {
            assert_eq!(Ratio::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn the_ceiling_is_the_first_whole_number_not_below(over in 0_i64..10_000_000_000, under in 1_i64..10_000_000) {
            let up = Ratio::new(over, under).map_or(0, Ratio::ceiling);
            let up = i64::try_from(up).unwrap_or(i64::MAX);
            prop_assert!(up * under >= over);
            prop_assert!(over == 0 || (up - 1) * under < over);
        }

        #[test]
        fn order_is_that_of_the_cross_products(a in -9_999_i64..9_999, b in 1_i64..9_999, c in -9_999_i64..9_999, d in 1_i64..9_999) {
            prop_assert_eq!(Ratio::new(a, b).cmp(&Ratio::new(c, d)), (a * d).cmp(&(c * b)));
        }
    }
}
