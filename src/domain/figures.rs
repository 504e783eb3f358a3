//! Figures that stand on their own: a share of a whole, growth from one number to the next.
//! Progress against a target is in `progress`.

use super::ratio::Ratio;

/// `part / whole`; `None` where the whole is 0.
pub fn share(part: u64, whole: u64) -> Option<Ratio> {
    Ratio::new(i64::try_from(part).ok()?, i64::try_from(whole).ok()?)
}

/// `(new − old) / old`; `None` where the old number is 0. A new number alone has no growth.
pub fn growth(old: u64, new: u64) -> Option<Ratio> {
    let (old, new) = (i64::try_from(old).ok()?, i64::try_from(new).ok()?);
    Ratio::new(new.checked_sub(old)?, old)
}
