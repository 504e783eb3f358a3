//! Figures that stand on their own: a share of a whole, growth from one number to the next.
//! Progress against a target is in `progress`.

use super::ratio::Ratio;

/// `part / whole`; `None` where the whole is 0.
pub fn share(part: u64, whole: u64) -> Option<Ratio> {
    Ratio::new(i128::from(part), i128::from(whole))
}

/// `(new − old) / old`; `None` where the old number is 0. A new number alone has no growth.
pub fn growth(old: u64, new: u64) -> Option<Ratio> {
    Ratio::new(i128::from(new) - i128::from(old), i128::from(old))
}
