//! Slips put into right lines by rule: two digits of a figure change places, so that a relation of the line no longer holds.

/// A relation of a case: figures as written in the corpus, with a point and without separators, and the text of the relation.
pub struct Relation {
    text: String,
    figures: Vec<String>,
}

impl Relation {
    /// Reads `4531/46265=9.79%`; `None` for an empty one.
    pub fn parse(text: &str) -> Option<Relation> {
        let text = text.trim().trim_start_matches(['~', 't']).to_owned();
        let figures = text.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|part| !part.is_empty());
        let figures = figures.map(str::to_owned).collect();
        (!text.is_empty()).then_some(Relation { text, figures })
    }
}

/// How a figure may be written in a report.
fn spellings(figure: &str) -> Vec<String> {
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let grouped = |mark: &str| {
        let digits: Vec<char> = whole.chars().collect();
        let mut out = String::new();
        for (place, digit) in digits.iter().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push_str(mark);
            }
            out.push(*digit);
        }
        out
    };
    let wholes = [whole.to_owned(), grouped("."), grouped(","), format!("0{whole}")];
    let mut found: Vec<String> = Vec::new();
    for whole in wholes {
        if part.is_empty() {
            found.push(whole);
        } else {
            found.extend([format!("{whole},{part}"), format!("{whole}.{part}")]);
        }
    }
    found.dedup();
    found
}

/// The only place of a figure in a text, as a whole number.
fn place(text: &str, figure: &str) -> Option<(usize, usize)> {
    let mut found = Vec::new();
    for spelling in spellings(figure) {
        for (at, _) in text.match_indices(&spelling) {
            let end = at + spelling.len();
            let before = text.get(..at)?.chars().next_back();
            let after: Vec<char> = text.get(end..)?.chars().take(2).collect();
            let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let joined = matches!(after.first(), Some('.' | ',')) && inside(after.get(1).copied());
            let joined_before = matches!(before, Some('.' | ',')) && {
                let mut back = text.get(..at)?.chars().rev();
                back.next();
                inside(back.next())
            };
            if !inside(before) && !inside(after.first().copied()) && !joined && !joined_before {
                found.push((at, end));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The figure with its first two unlike neighbouring digits changed, from the left; a leading zero is no number.
fn swapped(written: &str) -> Option<String> {
    let characters: Vec<char> = written.chars().collect();
    for at in 0..characters.len().saturating_sub(1) {
        let next = (at + 1..characters.len()).find(|next| characters.get(*next).is_some_and(char::is_ascii_digit))?;
        let (one, other) = (*characters.get(at)?, *characters.get(next)?);
        if one.is_ascii_digit() && one != other && !(at == 0 && other == '0') {
            let mut changed = characters.clone();
            changed.swap(at, next);
            return Some(changed.into_iter().collect());
        }
    }
    None
}

/// What kind of slip is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Two digits of a figure change places.
    Swapped,
    /// The percentage of a change is taken of the new number instead of the old one.
    WrongBase,
    /// A part of a sum is left out of the list.
    LeftOut,
}

/// A text with one slip, and what it is.
pub struct Slipped {
    /// What was put in.
    pub rule: Rule,
    /// What was changed.
    pub what: String,
    /// The text.
    pub text: String,
}

/// Texts with one slip each: of each relation one figure, the given one and the part in turn; and what else its kind allows.
pub fn slips(text: &str, relations: &[Relation]) -> Vec<Slipped> {
    let mut found: Vec<Slipped> = Vec::new();
    for (turn, relation) in relations.iter().enumerate() {
        let given = relation.figures.len().saturating_sub(1);
        let order = if turn % 2 == 0 { [given, 0] } else { [0, given] };
        let swap = order.into_iter().find_map(|which| {
            let figure = relation.figures.get(which)?;
            let (at, end) = place(text, figure)?;
            let changed = swapped(text.get(at..end)?)?;
            let text = format!("{}{changed}{}", text.get(..at)?, text.get(end..)?);
            Some(Slipped { rule: Rule::Swapped, what: format!("{} {figure} → {changed}", relation.text), text })
        });
        found.extend(swap);
        found.extend(wrong_base(text, relation));
        found.extend(left_out(text, relation));
    }
    found
}

/// `(66-60)/60=10%` with 9,1 %.
fn wrong_base(text: &str, relation: &Relation) -> Option<Slipped> {
    let [new, old, base, given] = relation.figures.as_slice() else { return None };
    if !relation.text.contains(")/") || !relation.text.ends_with('%') || old != base {
        return None;
    }
    let number = |figure: &str| figure.parse::<i64>().ok();
    let places = given.split_once('.').map_or(0, |(_, part)| part.len());
    let scale = 10_i64.pow(u32::try_from(places).ok()?);
    let (size, whole) = ((number(new)? - number(old)?).abs(), number(new)?);
    let units = (2 * size * 100 * scale + whole) / (2 * whole);
    let changed = if places == 0 { units.to_string() } else { format!("{},{:0places$}", units / scale, units % scale) };
    let (at, end) = place(text, given)?;
    let before = text.get(at..end)?;
    let text = format!("{}{changed}{}", text.get(..at)?, text.get(end..)?);
    (changed != before).then(|| Slipped {
        rule: Rule::WrongBase,
        what: format!("{} {given} → {changed}", relation.text),
        text,
    })
}

/// `980=931+49` without the words of the last part.
fn left_out(text: &str, relation: &Relation) -> Option<Slipped> {
    if !relation.text.contains('+') || relation.text.contains(')') || relation.figures.len() < 4 {
        return None;
    }
    let last = relation.figures.last()?;
    let (at, end) = place(text, last)?;
    let mark = |c: char| matches!(c, ',' | ';' | '(' | ')' | '.' | '\n');
    let from = text.get(..at)?.rfind(mark)?;
    let to = end + text.get(end..)?.find(mark).unwrap_or(text.len() - end);
    let gone = text.get(from..to)?;
    let text = format!("{}{}", text.get(..from)?, text.get(to..)?);
    let alone = gone.chars().filter(char::is_ascii_digit).count() == last.chars().filter(char::is_ascii_digit).count();
    alone.then(|| Slipped { rule: Rule::LeftOut, what: format!("{} without “{gone}”", relation.text), text })
}
