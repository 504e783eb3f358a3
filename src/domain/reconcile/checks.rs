//! A text under check while it is being written: lines that did not change keep what was found of them, the others are judged a
//! few at a time, so that a page never stands still. What is found does not depend on how a text came about.

use super::across::{self, Place};
use super::figure::Earlier;
use super::lists::{self, Role};
use super::{CheckedLine, judge, tables};

/// Lines before a line that its figures may refer to; rows of tables are not counted.
const BACK: usize = 6;

/// A line, and what was found of it alone.
#[derive(Clone, Debug)]
struct Written {
    number: usize,
    text: String,
    judged: Option<Judged>,
}

#[derive(Clone, Debug)]
struct Judged {
    line: CheckedLine,
    counts: Vec<Earlier>,
    places: Vec<Place>,
    role: Role,
}

/// The lines of a text, judged as far as there was time.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    lines: Vec<Written>,
    /// Lines before this one are judged.
    next: usize,
    found: Vec<CheckedLine>,
    is_done: bool,
}

impl Checks {
    /// Takes a changed text. Lines at its beginning and end that are as before need not be judged again.
    pub fn renew(&mut self, text: &str) {
        let mut old = std::mem::take(&mut self.lines);
        let written = text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty());
        let mut lines: Vec<Written> =
            written.map(|(place, line)| Written { number: place + 1, text: line.to_owned(), judged: None }).collect();
        let same = |(one, other): &(&Written, &Written)| one.text == other.text;
        let shorter = lines.len().min(old.len());
        let first = lines.iter().zip(&old).take_while(same).count();
        let last = lines.iter().rev().zip(old.iter().rev()).take(shorter - first).take_while(same).count();
        let (shift, end) = (old.len() - last, lines.len() - last);
        for (place, line) in lines.iter_mut().enumerate() {
            let before = if place < first { Some(place) } else { place.checked_sub(end).map(|behind| behind + shift) };
            line.judged = before.and_then(|before| old.get_mut(before)).and_then(|line| line.judged.take());
        }
        // What stands behind a change may refer to it.
        let mut behind = 0;
        for line in lines.iter_mut().skip(end) {
            if behind == BACK {
                break;
            }
            line.judged = None;
            behind += usize::from(!tables::is_row(&line.text));
        }
        *self = Checks { lines, next: 0, found: std::mem::take(&mut self.found), is_done: false };
    }

    /// Judges lines until they come to this many bytes; whether all are judged.
    pub fn go_on(&mut self, bytes: usize) -> bool {
        let mut left = bytes;
        while let Some(line) = self.lines.get(self.next) {
            if line.judged.is_none() {
                if left == 0 {
                    return false;
                }
                left = left.saturating_sub(line.text.len());
                let (found, counts) = judge::line(line.number, &line.text, &self.before(self.next));
                let (places, role) = (across::places(&line.text), Role::of(&line.text));
                if let Some(line) = self.lines.get_mut(self.next) {
                    line.judged = Some(Judged { line: found, counts, places, role });
                }
            }
            self.next += 1;
        }
        if !self.is_done {
            self.join();
        }
        self.is_done
    }

    /// Counts of the lines before one, the nearest line first.
    fn before(&self, place: usize) -> Vec<Earlier> {
        let lines = self.lines.get(..place).unwrap_or_default().iter().rev();
        let plain = lines.filter(|line| !tables::is_row(&line.text)).take(BACK);
        plain.filter_map(|line| line.judged.as_ref()).flat_map(|judged| judged.counts.iter().cloned()).collect()
    }

    /// Adds what only several lines tell.
    fn join(&mut self) {
        let judged = || self.lines.iter().filter_map(|line| Some((line.number, line.judged.as_ref()?)));
        let mut found: Vec<CheckedLine> =
            judged().map(|(number, judged)| CheckedLine { number, ..judged.line.clone() }).collect();
        let roles: Vec<&Role> = judged().map(|(_, judged)| &judged.role).collect();
        let places: Vec<&[Place]> = judged().map(|(_, judged)| judged.places.as_slice()).collect();
        tables::tables(&mut found);
        lists::lists(&mut found, &roles);
        across::across(&mut found, &places);
        (self.found, self.is_done) = (found, true);
    }

    /// Whether lines are left to judge.
    pub fn is_pending(&self) -> bool {
        !self.is_done && !self.lines.is_empty()
    }

    /// How many lines are judged, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.lines.len())
    }

    /// What was found when all lines were last judged.
    pub fn found(&self) -> &[CheckedLine] {
        &self.found
    }

    /// What was found.
    pub(super) fn take(self) -> Vec<CheckedLine> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::Checks;
    use proptest::prelude::*;

    /// Lines that refer to each other, rows of a table, a blank one.
    const LINES: [&str; 9] = [
        "Đảng bộ có 980 đảng viên.",
        "Trong đó, 931 chính thức, 49 dự bị.",
        "Kế hoạch giao 80 đảng viên.",
        "Kết nạp 92 đảng viên, đạt 115% kế hoạch.",
        "Thôn\t10\t4\t6",
        "Bản\t8\t5\t3",
        "Thôn Nà Lừa có 7 đảng viên, Bản Nà Lừa có 8.",
        "Đảng viên nữ 196 đồng chí, chiếm 20%.",
        "",
    ];

    fn text() -> impl Strategy<Value = String> {
        let line = prop::sample::select(LINES.as_slice());
        prop::collection::vec(line, 0..14).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn the_way_to_a_text_does_not_matter(texts in prop::collection::vec(text(), 1..5), bytes in 1_usize..90) {
            let mut checks = Checks::default();
            for text in &texts {
                checks.renew(text);
                // The next one comes in the middle.
                checks.go_on(bytes);
            }
            while !checks.go_on(bytes) {}
            let last = texts.last().cloned().unwrap_or_default();
            prop_assert_eq!(checks.found(), check(&last));
        }
    }
}
