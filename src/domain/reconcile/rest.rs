//! What is left of a whole without a part: `39 trong tổng số 200, còn phải kết nạp 161`. Means are in `means`.

use super::figure::{Figure, Item, Kind, Sentence, any, has};
use super::fit::{Fit, agrees, equal};
use super::reading::{Reading, Relation};

/// `Giảm 21/80 xóm, hiện còn 59 xóm`: what is left of a whole.
pub(super) fn rest(read: &Sentence, given: &Figure) -> Option<Reading> {
    let words = read.before(given.at, 3);
    let behind = read.after(given.at, 4);
    let needed = has(&read.before(given.at, 5), &["con", "phai"]);
    // `Tổng thu 1.250 triệu đồng, tổng chi 1.130 triệu đồng, kết dư 120 triệu đồng`.
    let balance = matches!(words.as_slice(), [.., "ket", "du"] | [.., "chenh", "lech"] | [.., "ton", "quy"]);
    let left = needed
        || balance
        || has(&behind, &["con", "lai"])
        || matches!(words.as_slice(), [.., "con"] | [.., "con", "lai"] | [.., "con", _] | [.., "lai", "la"]);
    if given.kind != Kind::Count || !left || given.over.is_some() {
        return None;
    }
    let of = |part: &Figure, whole: &Figure| {
        let ((least, most), (low, high)) = (part.reach(), whole.reach());
        let fit = if equal((low - most, high - least), given) { Fit::Exact } else { Fit::No };
        let relation = Relation::Rest { whole: whole.value, part: part.value, given: given.value };
        Reading { relation, fit, spans: vec![part.span, whole.span, given.span] }
    };
    let before: Vec<&Figure> = read
        .figures
        .iter()
        .filter(|figure| figure.at < given.at && figure.sentence == given.sentence && figure.kind == Kind::Count)
        .collect();
    let fractions = || before.iter().rev().filter_map(|part| Some((*part, read.figures.get(part.over?)?)));
    if let Some(fits) = fractions().map(|(part, whole)| of(part, whole)).find(|reading| reading.fit.is_some()) {
        return Some(fits);
    }
    let fraction = fractions().find(|(part, whole)| part.value <= whole.value);
    // `288 của 815, đạt 35,34%, còn 527`: a percentage says that the one is a part of the other.
    let shared = |part: &Figure, whole: &Figure| {
        let percent = |figure: &&Figure| {
            figure.kind == Kind::Percent && figure.at < given.at && figure.sentence == given.sentence
        };
        let mut percents = read.figures.iter().filter(percent);
        percents.any(|figure| {
            super::fit::percent(part.reach(), whole.reach()).is_some_and(|range| agrees(range, figure) <= Fit::Cut)
        })
    };
    if let Some((part, whole)) = fraction {
        let reading = of(part, whole);
        let lessens = any(&read.before(part.at, 4), &["giam", "xoa", "bo", "nhap"]);
        let later = later(read, whole.at, given.at);
        // `14/19 tiêu chí đạt, còn 5 tiêu chí chưa đạt`.
        let unit = read.after(given.at, 1);
        let not_yet = before.len() == 2 && !unit.is_empty() && read.after(whole.at, 1) == unit;
        let not_yet = not_yet && any(&read.after(given.at, 4), &["chua", "khong"]) && !later;
        let last = before.last().is_some_and(|last| last.span == whole.span) && shared(part, whole) && !later;
        return (reading.fit.is_some() || lessens && before.len() == 2 || last || not_yet).then_some(reading);
    }
    if let [one, other] = before.as_slice() {
        let (part, whole) = if one.value < other.value { (one, other) } else { (other, one) };
        // `43 tỉnh, có 27 tỉnh đạt, 16 tỉnh còn lại`.
        let unit = read.after(given.at, 1);
        let alike = has(&behind, &["con", "lai"])
            && !unit.is_empty()
            && [part, whole].iter().all(|figure| read.after(figure.at, 1) == unit);
        // `128 thôn, 119 thôn có chi bộ, còn 9 thôn chưa có`, `thu 9,5 tỷ đồng, đã chi 6,84 tỷ đồng, còn lại 2,66 tỷ đồng`.
        let same = |words: usize| {
            let unit = read.after(given.at, words);
            unit.len() == words && [part, whole].iter().all(|figure| read.after(figure.at, words) == unit)
        };
        // Of what the part has: no word, or one of its own.
        let lacks = read.after(given.at, 9);
        let lacks = lacks.iter().position(|word| *word == "chua").and_then(|at| lacks.get(at + 2..));
        let own = read.after(part.at, 9);
        let of_same = lacks.is_some_and(|lacks| lacks.first().is_none_or(|word| own.contains(word)));
        let not_yet = of_same && words.last() == Some(&"con") && same(1) && part.at > whole.at;
        let before_part = read.before(part.at, 4);
        let spent = any(&before_part, &["chi", "ngan", "dung", "tra", "nop", "cap", "dau", "mua"]);
        let money = any(&read.after(given.at, 2), &["dong"]) && same(2) && spent && part.at > whole.at;
        let money = money && (balance || words.ends_with(&["con", "lai"]));
        // `năm nay còn 34.168` is of another year.
        let since = before.last().map_or(0, |last| last.at);
        let later = later(read, since, given.at);
        if (alike || shared(part, whole)) && !later && !super::units::differ(read, part, given) {
            return Some(of(part, whole));
        }
        if (not_yet || money) && !later {
            let reading = of(part, whole);
            let fit = if reading.fit.is_some() { reading.fit } else { Fit::Doubtful };
            return Some(Reading { fit, ..reading });
        }
    }
    before.iter().find_map(|whole| {
        before
            .iter()
            .filter(|part| part.span != whole.span && part.value < whole.value)
            .map(|part| of(part, whole))
            .find(|reading| reading.fit.is_some())
    })
}

/// Whether the words of the last clause before a number are about another time: `năm nay còn 34.168`.
fn later(read: &Sentence, from: usize, to: usize) -> bool {
    let items = read.items.get(from..to).unwrap_or_default();
    let clause = items.iter().rposition(|item| matches!(item, Item::Mark(',' | ';'))).map_or(from, |at| from + at);
    any(&read.words(clause, to), &["nam", "nay", "hien", "thang", "ky"])
}
