//! What the words of a line say about its figures: one reading for each relation, with the figures that it is between.

use super::figure::Value;
use super::fit::Fit;

/// A relation between figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// A part of a whole in percent, or a result against what was asked.
    Share {
        /// The part, or the result.
        part: Value,
        /// The whole, or what was asked.
        whole: Value,
        /// The percentage given.
        given: Value,
    },
    /// A percentage of a whole without the number of things: no whole number gives it.
    NoPart {
        /// The whole.
        whole: Value,
        /// The percentage given.
        given: Value,
    },
    /// By how much a result is beyond what was asked, in percent.
    Beyond {
        /// The result.
        done: Value,
        /// What was asked.
        asked: Value,
        /// The percentage given.
        given: Value,
    },
    /// From an earlier number to a later one, in percent of the earlier one.
    Growth {
        /// The earlier number.
        old: Value,
        /// The later number.
        new: Value,
        /// The percentage given, without its sign.
        given: Value,
    },
    /// By how much two numbers differ.
    Difference {
        /// The larger or later number.
        one: Value,
        /// The other one.
        other: Value,
        /// The difference given.
        given: Value,
    },
    /// A whole and its parts.
    Sum {
        /// The whole.
        whole: Value,
        /// The parts.
        parts: Vec<Value>,
    },
    /// What there was, what came and went, and what there is.
    Movement {
        /// At the beginning.
        begin: Value,
        /// What came, and with `true` what went.
        moved: Vec<(Value, bool)>,
        /// At the end.
        end: Value,
    },
    /// What is left of a whole without a part.
    Rest {
        /// The whole.
        whole: Value,
        /// The part.
        part: Value,
        /// What is said to be left.
        given: Value,
    },
    /// A part of a whole, both told in numbers.
    Within {
        /// The part.
        part: Value,
        /// The whole.
        whole: Value,
    },
    /// From one number to another, and which way the words say.
    Way {
        /// The earlier number.
        old: Value,
        /// The later number.
        new: Value,
        /// Whether it is said to rise.
        up: bool,
    },
    /// A mean.
    Mean {
        /// The total.
        total: Value,
        /// Over how many.
        over: Value,
        /// The mean given.
        given: Value,
    },
    /// How many times one number is another.
    Times {
        /// The larger number.
        one: Value,
        /// The other one.
        other: Value,
        /// The number of times given.
        given: Value,
    },
}

impl Relation {
    /// The stable name, for scripts.
    pub const fn name(&self) -> &'static str {
        match self {
            Relation::Share { .. } => "share",
            Relation::NoPart { .. } => "no_part",
            Relation::Beyond { .. } => "beyond",
            Relation::Growth { .. } => "growth",
            Relation::Difference { .. } => "difference",
            Relation::Sum { .. } => "sum",
            Relation::Movement { .. } => "movement",
            Relation::Rest { .. } => "rest",
            Relation::Within { .. } => "within",
            Relation::Way { .. } => "way",
            Relation::Mean { .. } => "mean",
            Relation::Times { .. } => "times",
        }
    }
}

/// A relation that a line states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The relation.
    pub relation: Relation,
    /// Whether it holds.
    pub fit: Fit,
    /// Where its figures stand, in bytes of the line; the one that is given stands last.
    pub spans: Vec<(usize, usize)>,
}

/// What a percentage without its whole allows: `68 đảng viên, đạt 34% kế hoạch`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The part.
    pub part: Value,
    /// The percentage.
    pub given: Value,
    /// The smallest whole number that gives it.
    pub least: i64,
    /// The largest one.
    pub most: i64,
}

/// What is read of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// The relations.
    pub found: Vec<Reading>,
    /// Figures that claim a relation for which the line gives no second figure, or several that may be meant.
    pub unclear: usize,
    /// What such figures allow.
    pub hints: Vec<Hint>,
}

impl Readings {
    /// Whether a figure, by its span, is part of a relation already.
    pub fn has(&self, span: (usize, usize)) -> bool {
        self.found.iter().any(|reading| reading.spans.last() == Some(&span))
    }
}
