//! Exact ratios: the only fractions of the calculator. They become decimals when printed,
//! never before.

use std::cmp::Ordering;

/// A whole number over a positive whole number, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    over: i64,
    under: i64,
}

/// Largest part that is kept. Counts up to ten million, times a percent with four decimals,
/// times the days of two centuries stay below it.
const LARGEST: i64 = 1 << 59;

impl Ratio {
    /// Nothing.
    pub const ZERO: Ratio = Ratio { over: 0, under: 1 };

    /// `over / under`. `None` if `under` is 0, or a part is beyond 2^59 in lowest terms.
    #[inline(never)]
    pub fn new(over: i64, under: i64) -> Option<Ratio> {
        let divisor = common_divisor(over.checked_abs()?, under.checked_abs()?) * under.signum();
        let (over, under) = (over.checked_div(divisor)?, under.checked_div(divisor)?);
        (over.checked_abs()? <= LARGEST && under <= LARGEST).then_some(Ratio { over, under })
    }

    /// A count as a ratio.
    pub fn whole(count: u64) -> Ratio {
        Ratio { over: i64::try_from(count).unwrap_or(LARGEST).min(LARGEST), under: 1 }
    }

    /// Reads a decimal number as it is written in Viet Nam: `7`, `5,74`, also `5.74`; at most
    /// four decimals.
    pub fn parse(text: &str) -> Option<Ratio> {
        let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
        let digits = |part: &str, most| part.bytes().all(|b| b.is_ascii_digit()) && part.len() <= most;
        if whole.is_empty() || !digits(whole, 9) || !digits(decimals, 4) || text.ends_with([',', '.']) {
            return None;
        }
        let (mut over, mut under) = (0, 1);
        for digit in whole.bytes().chain(decimals.bytes()) {
            over = over * 10 + i64::from(digit - b'0');
        }
        for _ in decimals.bytes() {
            under *= 10;
        }
        Ratio::new(over, under)
    }

    /// This times `over / under`.
    #[inline(never)]
    pub fn times(self, over: i64, under: i64) -> Option<Ratio> {
        Ratio::new(self.over.checked_mul(over)?, self.under.checked_mul(under)?)
    }

    /// This divided by `other`; `None` if that is 0.
    pub fn divided_by(self, other: Ratio) -> Option<Ratio> {
        self.times(other.under, other.over)
    }

    /// The sum of both.
    #[inline(never)]
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        let over = self.over.checked_mul(other.under)?.checked_add(other.over.checked_mul(self.under)?)?;
        Ratio::new(over, self.under.checked_mul(other.under)?)
    }

    /// The smallest whole number that is not below this; 0 for what is below 0.
    #[inline(never)]
    pub fn ceiling(self) -> u64 {
        let up = self.over.div_euclid(self.under) + i64::from(self.over.rem_euclid(self.under) != 0);
        u64::try_from(up).unwrap_or(0)
    }

    /// This many times `scale`, to the nearest whole number, halves away from zero.
    /// With a scale of 10 these are tenths; with 1000, tenths of a percent. Scales are powers of ten.
    #[inline(never)]
    pub fn rounded(self, scale: u32) -> i64 {
        let (size, scale) = (self.over.abs(), i64::from(scale));
        let (whole, mut rest) = (size / self.under, size % self.under);
        // Digit by digit: ten times the rest fits, the rest times the scale may not.
        let (mut nearest, mut left) = (whole, scale);
        while left > 1 {
            let wide = rest * 10;
            nearest = nearest.saturating_mul(10).saturating_add(wide / self.under);
            (rest, left) = (wide % self.under, left / 10);
        }
        let up = i64::from(rest >= self.under - rest);
        nearest.saturating_add(up).saturating_mul(self.over.signum())
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.under == 1
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        self.over == 0
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
        (i128::from(self.over) * i128::from(other.under)).cmp(&(i128::from(other.over) * i128::from(self.under)))
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
