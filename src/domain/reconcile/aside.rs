//! Numbers that are no figures: days, years, documents, ordinals, ages, telephone numbers. What the others are is in `kinds`.

use super::aside_words::{BEFORE_YEARS, DOCUMENTS, NAMES, is_code, is_unit};
use super::figure::{Item, Kind, ONE, Sentence, has};
use super::{kinds, labels};

/// Settles kinds, then takes out what is no figure.
pub fn set_aside(read: &mut Sentence) {
    let mut gone: Vec<usize> = Vec::new();
    for place in 0..read.figures.len() {
        kinds::settle(read, place);
        in_range(read, place);
        if is_aside(read, place) {
            gone.push(place);
        }
    }
    lists_of_years(read, &mut gone);
    kinds::share_sizes(read);
    gone.extend(kinds::join_sizes(read));
    let mut kept = Vec::new();
    let mut moved: Vec<Option<usize>> = Vec::new();
    for (place, figure) in std::mem::take(&mut read.figures).into_iter().enumerate() {
        if gone.contains(&place) {
            moved.push(None);
            if let Some(item) = read.items.get_mut(figure.at) {
                *item = Item::Aside;
            }
        } else {
            moved.push(Some(kept.len()));
            if let Some(item) = read.items.get_mut(figure.at) {
                *item = Item::Figure(kept.len());
            }
            kept.push(figure);
        }
    }
    read.figures = kept;
    // `17/30`.
    for place in 0..read.figures.len() {
        let over =
            read.figures.get(place).and_then(|figure| match (read.next(figure.at), read.items.get(figure.at + 2)) {
                (Some(Item::Mark('/')), Some(Item::Figure(over))) => Some(*over),
                _ => None,
            });
        if let Some(figure) = read.figures.get_mut(place) {
            figure.over = over;
        }
    }
}

/// `3-4%`: the first of the two is a percentage as well.
fn in_range(read: &mut Sentence, place: usize) {
    let Some(at) = read.figures.get(place).filter(|figure| figure.kind == Kind::Count).map(|figure| figure.at) else {
        return;
    };
    let percent = matches!(read.items.get(at + 1), Some(Item::Mark('-')))
        && matches!(read.items.get(at + 2), Some(Item::Figure(next)) if matches!(read.items.get(at + 3), Some(Item::Mark('%')))
            || read.figures.get(*next).is_some_and(|next| next.kind == Kind::Percent));
    if let Some(figure) = read.figures.get_mut(place).filter(|_| percent) {
        figure.kind = Kind::Percent;
    }
}

/// Whether a number is no figure.
fn is_aside(read: &Sentence, place: usize) -> bool {
    let Some(figure) = read.figures.get(place) else { return false };
    let at = figure.at;
    if !matches!(figure.kind, Kind::Count | Kind::Span) {
        return false;
    }
    let (before, after) = (read.before(at, 4), read.after(at, 3));
    let last = before.last().copied().unwrap_or_default();
    let number = figure.value.parts / ONE;
    let slash = |at: usize| matches!(read.items.get(at), Some(Item::Mark('/')));
    let dash = |at: usize| matches!(read.items.get(at), Some(Item::Mark('-' | '.')));
    // Written with separators it is no year.
    let plain = |at: usize| match read.items.get(at) {
        Some(Item::Figure(place)) => read.figures.get(*place).is_some_and(|figure| figure.span.1 - figure.span.0 == 4),
        _ => true,
    };
    let value = |at: usize| match read.items.get(at) {
        Some(Item::Figure(place)) => read.figures.get(*place).map(|figure| figure.value.parts / ONE),
        _ => None,
    };
    let back = |by: usize| at.checked_sub(by);
    // 7/2019, 5/8, 19/5/1890, 7-8-2025.
    let of_days = |word: &str| {
        matches!(
            word,
            "ngay" | "sang" | "chieu" | "toi" | "den" | "tu" | "het" | "thang" | "truoc" | "va" | "dot" | "dip" | "hom"
        )
    };
    let joined = |at: usize| slash(at) || dash(at);
    let small = |value: i64, most: i64| (1..=most).contains(&value);
    if joined(at + 1)
        && let Some(next) = value(at + 2)
    {
        let third = if joined(at + 3) { value(at + 4) } else { None };
        if small(number, 31) && small(next, 12) && third.is_some_and(is_year)
            || small(number, 12) && is_year(next) && (slash(at + 1) || last == "thang")
            || small(number, 31) && small(next, 12) && of_days(last)
        {
            return true;
        }
        if is_year(number) && plain(at) && (is_year(next) || next < 100) && dash(at + 1) {
            return true;
        }
    }
    if let Some(previous) = back(2).and_then(&value)
        && back(1).is_some_and(joined)
    {
        let first = back(3).filter(|at| joined(*at)).and_then(|_| back(4)).and_then(&value);
        let word =
            back(2).map(|at| read.before(at, 1)).unwrap_or_default().last().copied().unwrap_or_default().to_owned();
        if is_year(number) && small(previous, 12)
            || is_year(number) && is_year(previous) && plain(at) && back(2).is_some_and(plain)
        {
            return true;
        }
        if small(previous, 31)
            && small(number, 12)
            && (of_days(&word) || joined(at + 1) && value(at + 2).is_some_and(is_year))
        {
            return true;
        }
        if first.is_some_and(|first| small(first, 31)) && small(previous, 12) && is_year(number) {
            return true;
        }
    }
    if is_year(number) && figure.value.is_whole() && figure.other.is_none() && figure.span.1 - figure.span.0 == 4 {
        let in_brackets =
            matches!(read.previous(at), Some(Item::Mark('('))) && matches!(read.next(at), Some(Item::Mark(')' | '-')));
        // `với 1900 đảng viên` counts them.
        let people = [["dang", "vien"], ["dong", "chi"], ["doan", "vien"], ["hoi", "vien"], ["hoc", "sinh"]];
        let counted = last != "nam"
            && (people.iter().any(|unit| after.starts_with(unit)) || matches!(after.first(), Some(&("nguoi" | "ho"))));
        if BEFORE_YEARS.contains(&last) && !counted || in_brackets || matches!(read.previous(at), Some(Item::Mark('-')))
        {
            return true;
        }
    }
    // `quý I/2023`, `6 tháng/2023`, `6T/2023`, `9T2023`: a year behind the name of a period, and the months before it.
    let word = |at: usize| match read.items.get(at) {
        Some(Item::Word(word)) => Some(word.as_str()),
        _ => None,
    };
    let long = figure.span.1 - figure.span.0 == 4 && figure.value.is_whole();
    if is_year(number) && long {
        let behind_stroke = back(1).is_some_and(slash) && back(2).and_then(word).is_some_and(|word| word.len() <= 5);
        if behind_stroke || back(1).and_then(word) == Some("t") && back(2).and_then(&value).is_some() {
            return true;
        }
    }
    if word(at + 1) == Some("t") && small(number, 12) && (slash(at + 2) || value(at + 2).is_some_and(is_year)) {
        return true;
    }
    // `yêu cầu 2/3`, `ít nhất 2/3`: what is needed, not what there is.
    let needed = |word: Option<&str>| matches!(word, Some("cau" | "thieu" | "nhat" | "qua"));
    if small(number, 3) && slash(at + 1) && value(at + 2).is_some_and(|whole| small(whole, 5)) && needed(Some(last))
        || small(number, 5)
            && back(1).is_some_and(slash)
            && back(2).and_then(&value).is_some_and(|part| small(part, 3))
            && needed(back(3).and_then(word))
    {
        return true;
    }
    // A document: `11/NQ-HĐND`, `27-KH/TU`, `Kế hoạch số 168`, `Chỉ thị 05`.
    let letters = matches!(read.items.get(at + 2), Some(Item::Word(word)) if word.len() <= 5);
    if joined(at + 1) && letters && !matches!(read.items.get(at + 1), Some(Item::Mark('.'))) && is_code(read, at + 2) {
        return true;
    }
    let document = |words: &[&str]| matches!(words, [.., one, other] if DOCUMENTS.contains(&[*one, *other]));
    if last == "so" && document(before.get(..before.len().saturating_sub(1)).unwrap_or_default()) {
        return true;
    }
    let is_plan = last == "hoach" && after.first().is_none_or(|word| !matches!(*word, "cua" | "ngay"));
    if document(&before)
        && !labels::is_part(read, at)
        && !is_plan
        && after.first().is_none_or(|word| matches!(*word, "cua" | "ve" | "khoa" | "ngay" | "va"))
    {
        return true;
    }
    // `Trung đoàn 36`, `Lữ đoàn 101`.
    if matches!(
        before.as_slice(),
        [.., "trung" | "lu" | "su" | "tieu" | "tieu_" | "binh", "doan"] | [.., "quan", "khu"]
    ) {
        return true;
    }
    // `ngày 5.9`.
    if last == "ngay" && figure.value.place < ONE && small(number, 31) {
        return true;
    }
    // `60 năm 3`, `từ 31 đến 40 tuổi 354`: behind a length of time it counts.
    let of_length = back(2).and_then(&value).is_some_and(|length| length > 9 && length < 100);
    // `2021: 21; 2022: 24`.
    if is_year(number) && figure.span.1 - figure.span.0 == 4 && matches!(read.items.get(at + 1), Some(Item::Mark(':')))
    {
        return true;
    }
    // A clock, an age, a mark of honour.
    let colon = |at: usize| matches!(read.items.get(at), Some(Item::Mark(':')));
    if colon(at + 1) && value(at + 2).is_some() && number < 24
        || back(1).is_some_and(colon)
            && back(2).and_then(value).is_some_and(|hour| hour < 24)
            && number < 60
            && figure.span.1 - figure.span.0 == 2
    {
        return true;
    }
    if after.first() == Some(&"tuoi")
        || has(&after, &["nam", "tuoi"])
        || last == "hieu"
        || last == "tuoi" && !of_length && number <= 120 && !has(&before, &["cao", "tuoi"])
        || after.first() == Some(&"h")
    {
        return true;
    }
    let length = figure.span.1 - figure.span.0;
    if length >= 9 && figure.other.is_none() && number >= 100_000_000 && length == number.to_string().len() + 1 {
        return true;
    }
    // An ordinal or a name: `quý 1`, `thôn 5`, `lần thứ 3`. With a unit behind it, it counts.
    let named = NAMES.contains(&last) || has(&before, &["lan", "thu"]);
    let counted = after.first().is_some_and(|word| is_unit(word));
    let paired = (last == "nam" || last == "ban" || last == "to" || last == "chi" || last == "so") && number > 31;
    // `3 hoàn thành, chỉ 1 xếp loại yếu`.
    let only = last == "chi" && !after.is_empty();
    let counts = only || counted || paired || labels::is_part(read, at) || last == "nam" && of_length;
    named
        && !counts
        && figure.value.is_whole()
        && number <= 100
        && !matches!(read.next(at), Some(Item::Mark('(' | '%' | '/')))
        && !matches!(
            before.as_slice(),
            [.., "tuong", "duong"]
                | [.., "tong" | "thieu_", "so"]
                | [.., "can", "bo"]
                | [.., "chi", "bo"]
                | [.., "chi", "tieu"]
                | [.., "so" | "trung" | "cao", "cap"]
                | [.., "vu", "trang"]
        )
}

/// Whether a number may be a year.
const fn is_year(number: i64) -> bool {
    number >= 1900 && number <= 2100
}

/// `30, 40 và 50 năm tuổi Đảng`: years in a list, before the word that tells.
fn lists_of_years(read: &Sentence, gone: &mut Vec<usize>) {
    for place in (1..read.figures.len()).rev() {
        let Some((before, figure)) = read.figures.get(place - 1).zip(read.figures.get(place)) else { continue };
        if !gone.contains(&place) || gone.contains(&(place - 1)) || before.kind != Kind::Count {
            continue;
        }
        let after = read.after(figure.at, 2);
        let aged = has(&after, &["nam", "tuoi"]) || after.first() == Some(&"tuoi");
        let between = read.items.get(before.at + 1..figure.at).unwrap_or_default();
        let near = between.len() <= 1
            && between.iter().all(|item| {
                matches!(item, Item::Mark(',' | '-'))
                    || matches!(item, Item::Word(word) if word == "va" || word == "den")
            });
        if near && (aged || gone.contains(&place)) && before.value.parts < 101 * ONE {
            gone.push(place - 1);
        }
    }
}
