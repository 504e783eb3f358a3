//! Exact ratios: the only fractions of the calculator. They become decimals when printed,
//! never before.

use std::cmp::Ordering;

/// A whole number over a positive whole number, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    over: i128,
    under: i128,
}

/// Largest part that is accepted, so that no sum or product of parts can overflow.
const LARGEST: i128 = 1 << 60;

impl Ratio {
    /// Nothing.
    pub const ZERO: Ratio = Ratio { over: 0, under: 1 };

    /// `over / under`. `None` if `under` is 0, or a part is beyond 2^60 in lowest terms.
    pub fn new(over: i128, under: i128) -> Option<Ratio> {
        let divisor = common_divisor(over.checked_abs()?, under.checked_abs()?);
        let sign = under.signum();
        let (over, under) = (over.checked_div(divisor)? * sign, under.checked_div(divisor)? * sign);
        (under > 0 && over.abs() <= LARGEST && under <= LARGEST).then_some(Ratio { over, under })
    }

    /// A count as a ratio.
    pub fn whole(count: u64) -> Ratio {
        Ratio { over: i128::from(count).min(LARGEST), under: 1 }
    }

    /// Reads a decimal number as it is written in Viet Nam: `7`, `5,74`, also `5.74`.
    pub fn parse(text: &str) -> Option<Ratio> {
        let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && part.len() <= 9;
        if whole.is_empty() || !digits(whole) || !digits(decimals) || text.ends_with([',', '.']) {
            return None;
        }
        let under = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        let over = format!("{whole}{decimals}").parse().ok()?;
        Ratio::new(over, under)
    }

    /// This times `over / under`.
    pub fn times(self, over: i128, under: i128) -> Option<Ratio> {
        Ratio::new(self.over.checked_mul(over)?, self.under.checked_mul(under)?)
    }

    /// This divided by `other`; `None` if that is 0.
    pub fn divided_by(self, other: Ratio) -> Option<Ratio> {
        self.times(other.under, other.over)
    }

    /// The sum of both.
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        let over = self.over.checked_mul(other.under)?.checked_add(other.over.checked_mul(self.under)?)?;
        Ratio::new(over, self.under.checked_mul(other.under)?)
    }

    /// The smallest whole number that is not below this; 0 for what is below 0.
    pub fn ceiling(self) -> u64 {
        let up = self.over.div_euclid(self.under) + i128::from(self.over.rem_euclid(self.under) != 0);
        u64::try_from(up.max(0)).unwrap_or(u64::MAX)
    }

    /// This many times `scale`, to the nearest whole number, halves away from zero.
    /// With a scale of 10 these are tenths; with 1000, tenths of a percent.
    pub fn rounded(self, scale: u32) -> i128 {
        let scaled = self.over * i128::from(scale);
        let nearest = (2 * scaled.abs() + self.under).div_euclid(2 * self.under);
        nearest * scaled.signum()
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
    fn cmp(&self, other: &Ratio) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}

fn common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a.max(1) } else { common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tenths_of_percent(over: i128, under: i128) -> Option<i128> {
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
        for bad in ["", ",5", "5,", "1,2,3", "-3", "7 %", "1234567890"] {
            assert_eq!(Ratio::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn the_ceiling_is_the_first_whole_number_not_below(over in 0_i128..10_000_000_000, under in 1_i128..10_000_000) {
            let up = Ratio::new(over, under).map_or(0, Ratio::ceiling);
            prop_assert!(i128::from(up) * under >= over);
            prop_assert!(over == 0 || (i128::from(up) - 1) * under < over);
        }

        #[test]
        fn order_is_that_of_the_cross_products(a in -9_999_i128..9_999, b in 1_i128..9_999, c in -9_999_i128..9_999, d in 1_i128..9_999) {
            prop_assert_eq!(Ratio::new(a, b).cmp(&Ratio::new(c, d)), (a * d).cmp(&(c * b)));
        }
    }
}
