//! One line of a report, as the figures check sees it.

use ket_nap::domain::reconcile::{CheckedLine, check};
use ket_nap::text::reconcile::{computed, slip};

/// The only line of a text.
pub fn one(text: &str) -> CheckedLine {
    let mut lines = check(text);
    assert_eq!(lines.len(), 1, "{text}");
    lines.pop().unwrap_or_else(|| unreachable!())
}

/// A line that fits, and what it comes to.
#[track_caller]
pub fn fits(text: &str, comes_to: &str) {
    let line = one(text);
    assert_eq!(line.slips, [], "{text}");
    assert_eq!(computed(&line).as_deref(), Some(comes_to), "{text}");
}

/// A line that does not fit, and everything that is told about it.
#[track_caller]
pub fn flags(text: &str, told: &[&str]) {
    let line = one(text);
    let found: Vec<String> = line.slips.iter().map(slip).collect();
    assert_eq!(found, told, "{text}: {:?}", line.claim);
}
