//! What a relation allows its last figure to be: from the least to the most that rounding and words such as `gần`, `hơn`, `khoảng` leave
//! open.

use super::figure::{Figure, ONE, Value};
use super::fit::{percent, quotient};
use super::reader;
use super::reading::{Reading, Relation};

impl Reading {
    /// The least and the most, in ten-thousandths, of what the judged figure may be. `text` is the line of the reading. `None` where no
    /// number does.
    pub fn interval(&self, text: &str) -> Option<(i64, i64)> {
        let read = reader::read(text);
        let inside = |figure: &&Figure| self.spans.contains(&figure.span);
        let figures: Vec<&Figure> = read.figures.iter().filter(inside).collect();
        let reach = |value: &Value| {
            let found = figures.iter().find(|figure| figure.value == *value);
            found.map_or_else(|| value.reach(), |figure| figure.reach())
        };
        let minus = |one: (i64, i64), other: (i64, i64)| (one.0 - other.1, one.1 - other.0);
        let plus = |one: (i64, i64), other: (i64, i64)| (one.0.saturating_add(other.0), one.1.saturating_add(other.1));
        let size = |(least, most): (i64, i64)| if most < 0 { (-most, -least) } else { (least, most) };
        match &self.relation {
            Relation::Share { part, whole, .. } => percent(reach(part), reach(whole)),
            Relation::NoPart { .. } | Relation::Way { .. } => None,
            Relation::Within { whole, .. } => Some((0, reach(whole).1)),
            Relation::Beyond { done, asked, .. } => percent(minus(reach(done), reach(asked)), reach(asked)),
            Relation::Growth { old, new, .. } => percent(size(minus(reach(new), reach(old))), reach(old)),
            Relation::Difference { one, other, .. } => Some(size(minus(reach(one), reach(other)))),
            Relation::Rest { whole, part, .. } => Some(minus(reach(whole), reach(part))),
            Relation::Sum { parts, .. } => Some(parts.iter().fold((0, 0), |sum, part| plus(sum, reach(part)))),
            Relation::Movement { begin, moved, .. } => Some(moved.iter().fold(reach(begin), |sum, (value, goes)| {
                if *goes { minus(sum, reach(value)) } else { plus(sum, reach(value)) }
            })),
            Relation::Mean { total, over, .. } => quotient(reach(total), reach(over), ONE),
            Relation::Times { one, other, .. } => quotient(reach(one), reach(other), ONE),
        }
    }
}
