//! Relations that the words of a report state, worked out; the sentence put right; what a percentage alone allows.

use super::numbers;
use crate::domain::reconcile::CheckedLine;
use crate::domain::reconcile::figure::{ONE, Value};
use crate::domain::reconcile::fit::Fit;
use crate::domain::reconcile::reading::{Hint, Reading, Relation};
use crate::domain::value::letters::joined;

/// What a percentage without its whole allows.
pub fn hint(hint: &Hint) -> String {
    let whole = |number: i64| fixed(number, 1, 0);
    let of = format!("{} là {}% của", written(hint.part), written(hint.given));
    match hint.least == hint.most {
        true => format!("{of} {}", whole(hint.least)),
        false => format!("{of} một số từ {} đến {}", whole(hint.least), whole(hint.most)),
    }
}

/// Label of the corrected sentence.
pub const CORRECTED: &str = "Nếu các số khác đúng thì viết:";
/// Button: copy the corrected sentence.
pub const COPY: &str = "Chép câu đã sửa";

/// The line with the one figure put right that does not fit, if all others are right.
pub fn corrected(line: &CheckedLine) -> Option<String> {
    let mut wrong = line.readings.found.iter().filter(|reading| reading.fit == Fit::No);
    let (reading, None) = (wrong.next()?, wrong.next()) else { return None };
    let minus = |one: &Value, other: &Value| {
        let (place, parts) = (one.place.min(other.place), one.parts - other.parts);
        Some(Value { parts, place }).filter(|value| value.parts > 0).map(written)
    };
    let percent = |part: i64, whole: i64, given: &Value| Some(hundredfold(part.abs(), whole, places(*given)));
    let value = match &reading.relation {
        Relation::Share { part, whole, given } => percent(part.parts, whole.parts, given),
        Relation::Beyond { done, asked, given } if done > asked => {
            percent(done.parts - asked.parts, asked.parts, given)
        }
        Relation::Growth { old, new, given } => percent(new.parts - old.parts, old.parts, given),
        Relation::Difference { one, other, .. } => minus(one, other),
        Relation::Rest { whole, part, .. } => minus(whole, part),
        Relation::Sum { parts, .. } => {
            let total = parts.iter().map(|part| part.parts).sum();
            let place = parts.iter().map(|part| part.place).min()?;
            (place <= ONE).then(|| written(Value { parts: total, place }))
        }
        _ => None,
    }?;
    let (from, to) = *reading.spans.last()?;
    Some(format!("{}{value}{}", line.text.get(..from)?, line.text.get(to..)?))
}

/// One relation, worked out, and how the given figure agrees.
pub fn reading(reading: &Reading) -> String {
    let percent = |part: i64, whole: i64, given: Value| {
        let places = places(given) + u32::from(!matches!(reading.fit, Fit::Exact | Fit::Loose));
        format!("{}%", hundredfold(part, whole, places))
    };
    let of = |value: Value| written(value);
    let sum = |one: Value, sign: i64, other: Value| {
        let place = one.place.min(other.place);
        Value { parts: one.parts + sign * other.parts, place }
    };
    let words = match &reading.relation {
        Relation::Share { part, whole, given } => {
            format!("{}/{} = {}", of(*part), of(*whole), percent(part.parts, whole.parts, *given))
        }
        Relation::NoPart { whole, given } => {
            format!("không có số nguyên nào trong {} bằng {}%", of(*whole), of(*given))
        }
        Relation::Beyond { done, asked, given } => {
            let over = percent(done.parts - asked.parts, asked.parts, *given);
            format!("{} so với {}: vượt {over}", of(*done), of(*asked))
        }
        Relation::Growth { old, new, given } => {
            let change = percent(new.parts - old.parts, old.parts, *given);
            format!("{} → {}: {}", of(*old), of(*new), change.replace('-', "−"))
        }
        Relation::Difference { one, other, .. } => {
            format!("{} − {} = {}", of(*one), of(*other), of(sum(*one, -1, *other)))
        }
        Relation::Sum { whole, parts } => {
            let total = parts.iter().copied().reduce(|one, other| sum(one, 1, other)).unwrap_or(*whole);
            let parts: Vec<String> = parts.iter().map(|part| of(*part)).collect();
            format!("{} = {}", joined(&parts, " + "), of(total))
        }
        Relation::Movement { begin, moved, .. } => {
            let parts = moved.iter().map(|(value, goes)| format!(" {} {}", if *goes { "−" } else { "+" }, of(*value)));
            let total = moved
                .iter()
                .fold(begin.parts, |sum, (value, goes)| if *goes { sum - value.parts } else { sum + value.parts });
            let parts: String = parts.collect();
            format!("{}{parts} = {}", of(*begin), of(Value { parts: total, place: begin.place }))
        }
        Relation::Rest { whole, part, .. } => {
            format!("{} − {} = {}", of(*whole), of(*part), of(sum(*whole, -1, *part)))
        }
        Relation::Within { part, whole } => format!("{} không thể nằm trong {}", of(*part), of(*whole)),
        Relation::Way { old, new, up } => {
            let (said, is) = if *up { ("tăng", "giảm") } else { ("giảm", "tăng") };
            format!("từ {} đến {} là {is}, không phải {said}", of(*old), of(*new))
        }
        Relation::Mean { total, over, given } => {
            let mean = fixed(total.parts, over.parts, places(*given));
            format!("{} : {} = {mean}", of(*total), of(*over))
        }
        Relation::Times { one, other, given } => {
            let times = fixed(one.parts, other.parts, places(*given));
            format!("{} : {} = {times}", of(*one), of(*other))
        }
    };
    let given = match &reading.relation {
        Relation::Sum { whole, .. } => of(*whole),
        Relation::Movement { end, .. } => of(*end),
        Relation::NoPart { .. } | Relation::Within { .. } | Relation::Way { .. } => return words,
        Relation::Share { given, .. } | Relation::Beyond { given, .. } | Relation::Growth { given, .. } => {
            format!("{}%", of(*given))
        }
        Relation::Difference { given, .. }
        | Relation::Rest { given, .. }
        | Relation::Mean { given, .. }
        | Relation::Times { given, .. } => of(*given),
    };
    match reading.fit {
        Fit::Exact | Fit::Loose => words,
        Fit::About if words.ends_with(&format!(" {given}")) => words,
        Fit::About => format!("{words}, ghi gần đúng {given}"),
        Fit::Cut => format!("{words}, ghi {given}: bỏ phần lẻ, không làm tròn"),
        Fit::LastPlace => format!("{words}, ghi {given}: lệch ở chữ số cuối"),
        Fit::Swapped | Fit::Doubtful | Fit::No => format!("{words}, ghi {given}"),
    }
}

/// Number of decimals of a figure.
fn places(value: Value) -> u32 {
    let (mut places, mut place) = (0, value.place);
    while place < ONE && places < 6 {
        place *= 10;
        places += 1;
    }
    places
}

/// A value with its own decimals.
fn written(value: Value) -> String {
    fixed(value.parts, ONE, places(value))
}

/// `100 × number / of` with this number of decimals; large amounts of money lose what is less than a whole.
fn hundredfold(number: i64, of: i64, places: u32) -> String {
    match number.checked_mul(100) {
        Some(hundred) => fixed(hundred, of, places),
        None => fixed((number / ONE).saturating_mul(100), of / ONE, places),
    }
}

/// `number / of` with this number of decimals, halves away from zero.
#[inline(never)]
fn fixed(number: i64, of: i64, places: u32) -> String {
    if of == 0 {
        return "?".to_owned();
    }
    let scale = 10_u64.pow(places.min(6));
    let (size, whole) = (u128::from(number.unsigned_abs()), u128::from(of.unsigned_abs()));
    let scaled = u64::try_from((size * 2 * u128::from(scale) + whole) / (2 * whole)).unwrap_or(u64::MAX);
    let sign = if scaled == 0 || (number < 0) == (of < 0) { "" } else { "−" };
    let (whole, part) = (numbers::count(scaled / scale), (scaled % scale).to_string());
    let zeros = (places as usize).saturating_sub(part.len());
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole},{}{part}", "0".repeat(zeros)) }
}
