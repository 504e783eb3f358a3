//! The report whose figures are checked: its text, what was found of it so far, and which of its lines are shown. Nothing of it is
//! stored.

use crate::domain::reconcile::{CheckedLine, Checks, Verdict};

/// Bytes of lines that are judged at once. Some 5 ms on a slow phone, so that typing goes on.
const STEP: usize = 1_500;

/// Lines that are shown at first, and how many more each time.
pub const SHOWN: usize = 40;

/// A report under check.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The text as typed or pasted.
    pub text: String,
    /// What was found of it.
    pub checks: Checks,
    /// Whether only lines are shown that do not fit, or of which something is to be noted.
    pub is_short: bool,
    /// Most lines that are shown.
    pub shown: usize,
}

impl Default for Figures {
    fn default() -> Figures {
        Figures { text: String::new(), checks: Checks::default(), is_short: false, shown: SHOWN }
    }
}

/// What else can happen on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Further {
    /// Time for the next lines.
    Judge,
    /// Show more lines.
    More,
    /// Show all lines, or only those that need a look.
    Short(bool),
}

impl Figures {
    /// The text was changed.
    pub fn typed(&mut self, text: String) {
        self.checks.renew(&text);
        self.text = text;
        self.checks.go_on(STEP);
    }

    /// Anything else.
    pub fn further(&mut self, what: Further) {
        match what {
            Further::Judge => {
                self.checks.go_on(STEP);
            }
            Further::More => self.shown += SHOWN,
            Further::Short(is_short) => (self.is_short, self.shown) = (is_short, SHOWN),
        }
    }

    /// How many lines need a look.
    pub fn to_look_at(&self) -> usize {
        self.checks.found().iter().filter(|line| needs_look(line)).count()
    }

    /// The lines that are shown, and how many are not.
    pub fn lines(&self) -> (Vec<&CheckedLine>, usize) {
        let wanted = |line: &&CheckedLine| !self.is_short || needs_look(line);
        let lines: Vec<&CheckedLine> = self.checks.found().iter().filter(wanted).collect();
        let more = lines.len().saturating_sub(self.shown);
        (lines.into_iter().take(self.shown).collect(), more)
    }
}

fn needs_look(line: &CheckedLine) -> bool {
    matches!(line.verdict(), Verdict::Wrong | Verdict::Soft)
}
