//! One line judged: short notation by its grammar (`parse`), sentences by what their words say. A line is wrong only where no
//! reading fits and the roles of its figures are certain.

use super::figure::{Earlier, Sentence, has};
use super::fit::Fit;
use super::parse::parse;
use super::reading::{Reading, Readings, Relation};
use super::slips::slips;
use super::{
    CheckedLine, Claim, Slip, alike, classes, complements, growth, hundred, lone, movement, no_part, paired, reader,
    respectively, shares, sums, tables, ways, within,
};

/// Most words of a line in short notation.
const SHORT: usize = 16;

/// Figures of a line that are compared with each other; a line with more is a table and takes seconds.
const MANY: usize = 90;

/// Judges a line, with the counts of the lines before it, the nearest line first. Returns its own counts, for the lines behind.
pub(super) fn line(number: usize, text: &str, context: &[Earlier]) -> (CheckedLine, Vec<Earlier>) {
    let text = text.to_owned();
    if tables::is_row(&text) {
        let line = CheckedLine { number, text, claim: None, readings: Readings::default(), slips: Vec::new() };
        return (line, Vec::new());
    }
    let (equation, has_more) = equation(without_bullet(&text));
    let claim = parse(equation);
    let (mut readings, counts) = read(&text, context);
    let mut told = claim.as_ref().map(slips).unwrap_or_default();
    let is_equation = text.contains('=') && claim.is_some();
    if is_equation && !has_more {
        return (CheckedLine { number, text, claim, readings: Readings::default(), slips: told }, counts);
    }
    let wrong = readings.found.iter().any(|reading| reading.fit == Fit::No);
    let fits = readings.found.iter().any(|reading| reading.fit.is_some());
    // Of several equations in a line the words know more than the grammar of one.
    let several = text.matches('=').count() > 1 && fits && !wrong;
    // Of several percentages the words know which is of what, and they have the decimals of those that are finer than tenths.
    let fine = text.matches('%').count() > 1 || decimals(&text) > 1;
    let known = wrong && fine && told.iter().all(|slip| matches!(slip, Slip::PercentDiffers(_) | Slip::BeyondWhole));
    let old = claim.filter(|claim| {
        !several && (is_equation || !known) && (is_equation || stands(claim, &text, &told, wrong, fits))
    });
    if old.is_none() {
        told.clear();
    }
    if old.is_some() && !is_equation {
        readings = Readings::default();
    }
    let relations = readings.found.iter().filter(|reading| !reading.fit.is_some());
    told.extend(relations.cloned().map(Slip::Relation));
    (CheckedLine { number, text, claim: old, readings, slips: told }, counts)
}

/// Most decimals of a percentage of a line.
fn decimals(text: &str) -> usize {
    let before = text.split('%').map(|part| part.rsplit([',', '.']).next().unwrap_or_default().trim_end());
    before
        .filter(|digits| digits.len() < 4 && digits.bytes().all(|b| b.is_ascii_digit()))
        .map(str::len)
        .max()
        .unwrap_or(0)
}

/// A line without the mark that begins it as one of a list: it is no minus.
fn without_bullet(text: &str) -> &str {
    let rest = text.trim_start().strip_prefix(['-', '+', '*', '•', '–', '·']).filter(|rest| rest.starts_with(' '));
    rest.map_or(text, str::trim_start)
}

/// The part of a line up to the end of an equation, and whether more follows.
fn equation(text: &str) -> (&str, bool) {
    let Some(sign) = text.find('=') else { return (text, false) };
    let rest = text.get(sign..).unwrap_or_default();
    let end = rest.char_indices().find(|(at, c)| {
        let next = rest.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let sentence = *c == '.' && next.is_some_and(char::is_whitespace);
        *c == ';' || sentence || *c == ',' && next.is_none_or(char::is_whitespace)
    });
    match end {
        Some((at, _)) => (text.get(..sign + at).unwrap_or(text), true),
        None => (text, false),
    }
}

/// Most words between a fraction and its percentage in short notation.
const BETWEEN: usize = 2;

/// Whether a percentage stands right behind the fraction of a line, or behind a comma or bracket.
fn is_beside(text: &str) -> bool {
    let Some((between, _)) = text.split_once('/').and_then(|(_, behind)| behind.split_once('%')) else { return true };
    let between = between.rsplit([',', '(', '=']).next().unwrap_or(between);
    let words = between.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count();
    !between.contains(';') && words <= BETWEEN
}

/// Whether what the grammar of short notation says stands, beside what the words say.
fn stands(claim: &Claim, text: &str, told: &[Slip], wrong: bool, fits: bool) -> bool {
    let of_words = matches!(claim, Claim::Document(_) | Claim::Cut { .. } | Claim::Villages { .. });
    if of_words {
        return !wrong && !fits;
    }
    // `7 chi bộ, trong đó 2`, and `chỉ tiêu 40, còn thiếu 4`: no group, no second target.
    let part_of = matches!(claim, Claim::Within { .. }) && (text.contains("trong đó") || text.contains("Trong đó"));
    let lacking = match claim {
        Claim::Target { done, targets, .. } => targets
            .iter()
            .any(|(least, _)| targets.iter().any(|(other, _)| other.abs_diff(*done) == *least && other != least)),
        _ => false,
    };
    if part_of || lacking && fits {
        return false;
    }
    // A fraction alone, which the words explain.
    if fits && matches!(claim, Claim::Share { given: None, .. }) {
        return false;
    }
    if text.split_whitespace().take(SHORT + 1).count() > SHORT {
        return false;
    }
    // `21/24 trường có tỷ lệ lên lớp đạt 100%`: a share of its own, in words.
    if matches!(claim, Claim::Share { given: Some(_), .. })
        && told.iter().any(|slip| !slip.is_soft())
        && !is_beside(text)
    {
        return false;
    }
    // `từ 7 xuống 8`.
    let from_to = text.contains("từ ") || text.contains("Từ ");
    let named = told.iter().any(|slip| match slip {
        Slip::Rises => from_to,
        slip => matches!(slip, Slip::UnlikePeriods { .. } | Slip::PendingCounted(_) | Slip::SeveralTargets),
    });
    match (told.iter().all(Slip::is_soft), wrong, fits) {
        (true, false, true) => told.is_empty() || named,
        (true, wrong, _) => !wrong,
        (false, true, _) => true,
        (false, false, true) => named,
        (false, false, false) => named || matches!(claim, Claim::Share { .. } | Claim::Equation { .. }),
    }
}

/// Takes out sums of groups that are shares of a whole each by itself: they overlap, whatever word stands before them.
fn overlapping(read: &Sentence, found: &mut Readings) {
    let share = |reading: &&Reading| matches!(reading.relation, Relation::Share { .. }) && reading.fit.is_some();
    let parts: Vec<_> = found.found.iter().filter(share).flat_map(|reading| reading.spans.clone()).collect();
    found.found.retain(|reading| {
        let sum = matches!(reading.relation, Relation::Sum { .. }) && !reading.fit.is_some();
        // `còn lại 25` is what the others leave.
        let last = reading.spans.iter().rev().nth(1);
        let last = read.figures.iter().find(|figure| Some(&figure.span) == last);
        let rest = last.is_some_and(|last| has(&read.before(last.at, 3), &["con", "lai"]));
        !sum || rest || reading.spans.iter().filter(|span| parts.contains(span)).count() < 3
    });
}

/// Everything that the words of a line say about its figures.
fn read(text: &str, context: &[Earlier]) -> (Readings, Vec<Earlier>) {
    let read = reader::read(text);
    let mut found = Readings::default();
    if read.figures.len() > MANY {
        found.unclear = 1;
        return (found, Vec::new());
    }
    growth::changes(&read, &mut found);
    ways::ways(&read, &mut found);
    respectively::respectively(&read, &mut found);
    no_part::no_part(&read, &mut found);
    shares::shares(&read, context, &mut found);
    movement::movement(&read, &mut found);
    sums::sums(&read, &mut found);
    alike::alike(&read, &mut found);
    classes::classes(&read, &mut found);
    complements::complements(&read, &mut found);
    within::within(&read, &mut found);
    hundred::hundred(&read, &mut found);
    sums::continued(&read, context, &mut found);
    overlapping(&read, &mut found);
    paired::paired(&read, &mut found);
    paired::counted(&read, &mut found);
    paired::increments(&read, &mut found);
    lone::lone(&read, &mut found);
    (found, Earlier::of(&read))
}
