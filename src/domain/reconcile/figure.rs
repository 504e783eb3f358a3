//! Figures as a report writes them: a value with the size of its last place, what it counts, how sure the writer is, and
//! where it stands. Which numbers are no figures (days, documents, ordinals) is in `aside`.

/// Ten-thousandths: figures have at most four decimals, and reach up to 900,000 milliards.
pub const ONE: i64 = 10_000;
/// The largest value, so that some of them can be added up and doubled.
pub const LARGEST: i64 = 400_000_000_000_000_000;

/// A value in ten-thousandths, and the size of the last place written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value {
    /// The value.
    pub parts: i64,
    /// Size of its last place; [`ONE`] for whole numbers.
    pub place: i64,
}

impl Value {
    /// A whole number.
    pub const fn whole(number: i64) -> Value {
        Value { parts: number * ONE, place: ONE }
    }

    /// Whether it is a plain whole number.
    pub const fn is_whole(self) -> bool {
        self.place == ONE && self.parts % ONE == 0
    }

    /// The values that may stand behind the written one: itself for whole numbers, what rounds to it for others.
    pub const fn reach(self) -> (i64, i64) {
        if self.place == ONE {
            (self.parts, self.parts)
        } else {
            (self.parts - self.place / 2, self.parts + self.place / 2)
        }
    }
}

/// How sure a figure is, by the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// Nothing is said.
    Exactly,
    /// `gần`, `dưới`: a little less.
    Below,
    /// `hơn`, `trên`: a little more.
    Above,
    /// `khoảng`: either.
    About,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number of things, or a measure.
    Count,
    /// A percentage.
    Percent,
    /// Percentage points.
    Points,
    /// A number of times.
    Times,
    /// A length of time.
    Span,
}

/// A figure of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// First byte and the byte after the last one.
    pub span: (usize, usize),
    /// The value.
    pub value: Value,
    /// The other reading of `8,723` and `8.723`.
    pub other: Option<Value>,
    /// What it is.
    pub kind: Kind,
    /// How sure it is.
    pub near: Near,
    /// Place among the items of the line.
    pub at: usize,
    /// Number of its sentence.
    pub sentence: usize,
    /// Depth of brackets.
    pub depth: usize,
    /// For `17/30`, the place among the figures of the 30.
    pub over: Option<usize>,
    /// Whether a minus stands before it.
    pub minus: bool,
}

impl Figure {
    /// Values that the figure may stand for.
    pub fn reach(&self) -> (i64, i64) {
        let (low, high) = self.value.reach();
        let size = self.value.parts.abs();
        let slack = (size / 12).max(self.value.place);
        match self.near {
            Near::Exactly => (low, high),
            Near::Below => (low - slack, high),
            Near::Above => (low, high + slack),
            Near::About => (low - slack / 2, high + slack / 2),
        }
    }

    /// The same figure read the other way, if there is one.
    pub fn otherwise(&self) -> Option<Figure> {
        Some(Figure { value: self.other?, other: None, ..self.clone() })
    }
}

/// A count of a line before, with the words of what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The count.
    pub figure: Figure,
    /// The words right behind it.
    pub unit: Vec<String>,
}

impl Earlier {
    /// The counts of a line.
    pub fn of(read: &Sentence) -> Vec<Earlier> {
        let counts = read.figures.iter().filter(|figure| figure.kind == Kind::Count);
        let unit = |figure: &Figure| read.after(figure.at, 2).into_iter().map(str::to_owned).collect();
        counts.map(|figure| Earlier { unit: unit(figure), figure: figure.clone() }).collect()
    }
}

/// An item of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A folded word.
    Word(String),
    /// A figure, by its place.
    Figure(usize),
    /// A number that is no figure.
    Aside,
    /// A mark: `.`, `,`, `;`, `:`, `(`, `)`, `+`, `-`, `=`.
    Mark(char),
}

/// A line, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Its items.
    pub items: Vec<Item>,
    /// Its figures.
    pub figures: Vec<Figure>,
}

impl Sentence {
    /// The words from one item to another, without what stands between them.
    pub fn words(&self, from: usize, to: usize) -> Vec<&str> {
        let items = self.items.get(from..to.min(self.items.len())).unwrap_or_default();
        items.iter().filter_map(|item| if let Item::Word(word) = item { Some(word.as_str()) } else { None }).collect()
    }

    /// Up to `most` words directly before an item, in their order; a mark or a number ends them.
    pub fn before(&self, at: usize, most: usize) -> Vec<&str> {
        let mut found = Vec::new();
        for item in self.items.get(..at).unwrap_or_default().iter().rev().take(most) {
            let Item::Word(word) = item else { break };
            found.insert(0, word.as_str());
        }
        found
    }

    /// Up to `most` words directly after an item.
    pub fn after(&self, at: usize, most: usize) -> Vec<&str> {
        let mut found = Vec::new();
        for item in self.items.iter().skip(at + 1).take(most) {
            let Item::Word(word) = item else { break };
            found.push(word.as_str());
        }
        found
    }

    /// Whether the mark stands between two items.
    pub fn has_mark(&self, from: usize, to: usize, marks: &[char]) -> bool {
        let items = self.items.get(from..to.min(self.items.len())).unwrap_or_default();
        items.iter().any(|item| matches!(item, Item::Mark(mark) if marks.contains(mark)))
    }

    /// The item after another one.
    pub fn next(&self, at: usize) -> Option<&Item> {
        self.items.get(at + 1)
    }

    /// The item before another one.
    pub fn previous(&self, at: usize) -> Option<&Item> {
        self.items.get(at.checked_sub(1)?)
    }
}

/// Whether these words stand in this order, next to each other.
pub fn has(words: &[&str], wanted: &[&str]) -> bool {
    !wanted.is_empty() && words.windows(wanted.len()).any(|window| window == wanted)
}

/// Whether one of the words is there.
pub fn any(words: &[&str], wanted: &[&str]) -> bool {
    words.iter().any(|word| wanted.contains(word))
}
