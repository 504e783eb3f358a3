//! Several facts in one cell, as under “Dân tộc, tôn giáo” or “Họ tên, năm sinh”: which headings say so, and how their cells are
//! cut. A cell that can be cut in two ways is not cut. What each fact means is in `headings` and `cells`.

use super::headings::{Dictionary, Meaning, plain};
use crate::domain::schema::field::{Field, Kind};
use crate::domain::value::letters::fold;

/// What stands between facts, the surest first. A stroke may be part of a day, of a number or of “12/12”.
const SIGNS: [&str; 5] = ["\n", ";", ",", " - ", "/"];

/// The fields that a heading names one after the other, at least two.
pub(super) fn fields(dictionary: &Dictionary, heading: &str) -> Vec<Field> {
    let known = dictionary.several(&plain(heading));
    if !known.is_empty() {
        return known.to_vec();
    }
    // Lines of a heading, but not of “Ngày, tháng,\nnăm sinh”.
    let lines: Vec<&str> = heading.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let known = |line: &&str| matches!(dictionary.meaning(&plain(line)), Some(Meaning::Field(_)));
    let heading = if lines.len() > 1 && lines.iter().all(known) { lines.join(";") } else { lines.join(" ") };
    let bare = fold(heading.split('(').next().unwrap_or(&heading));
    let bare = bare.replace("ho va ten", "ho ten");
    let mut bare = [" va ", " – ", "+", "&"].iter().fold(bare, |text, sign| text.replace(sign, ","));
    // The commas within these are none between facts.
    for date in ["ngay, thang, nam", "ngay,thang,nam", "ngay/thang/nam", "ngay, thang nam"] {
        bare = bare.replace(date, "ngay");
    }
    let cut = |sign: &str| -> Option<Vec<Field>> {
        let parts: Vec<&str> = bare.split(sign).collect();
        let meant = parts.iter().map(|part| match dictionary.meaning(&plain(part)) {
            Some(Meaning::Field(field)) => Some(field),
            _ => None,
        });
        let fields: Vec<Field> = meant.collect::<Option<_>>()?;
        let twice =
            fields.iter().enumerate().any(|(place, field)| fields.iter().take(place).any(|known| known == field));
        (fields.len() > 1 && !twice).then_some(fields)
    };
    SIGNS.iter().find_map(|sign| cut(sign)).unwrap_or_default()
}

/// The text of each field in a cell, if it can be cut in one way only.
pub(super) fn cut(dictionary: &Dictionary, fields: &[Field], text: &str) -> Option<Vec<String>> {
    let text = text.replace(['–', '—'], "-").replace('(', ",").replace(')', "");
    // “12/12” and days have strokes of their own.
    let stroked =
        |field: &Field| *field == Field::Education || matches!(field.spec().kind, Kind::Day { .. } | Kind::When);
    let signs = SIGNS.iter().filter(|sign| **sign != "/" || !fields.iter().any(stroked));
    let parts = signs.clone().find_map(|sign| parts(fields, &text, sign)).or_else(|| at_day(fields, &text))?;
    Some(fields.iter().zip(parts).map(|(field, part)| without_label(dictionary, *field, &part)).collect())
}

/// The parts between signs. An address or the name of a workplace may have such signs itself, where there is only one of them.
fn parts(fields: &[Field], text: &str, sign: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = text.split(sign).map(str::trim).filter(|part| !part.is_empty()).collect();
    let more = parts.len().checked_sub(fields.len())?;
    let mut long = fields.iter().enumerate().filter(|(_, field)| is_long(**field)).map(|(place, _)| place);
    let long = match (more, long.next(), long.next()) {
        (0, ..) => fields.len(),
        (_, Some(place), None) if sign != "/" => place,
        _ => return None,
    };
    let mut cut = Vec::with_capacity(fields.len());
    let mut parts = parts.into_iter();
    for place in 0..fields.len() {
        let count = if place == long { more + 1 } else { 1 };
        cut.push(parts.by_ref().take(count).collect::<Vec<_>>().join(&format!("{} ", sign.trim())));
    }
    Some(cut)
}

/// A day behind a name or a number without a sign between: `Lò Văn Mẫu 1996`, `12-QĐ/ĐU ngày 5/3/2026`.
fn at_day(fields: &[Field], text: &str) -> Option<Vec<String>> {
    let [_, day] = fields else { return None };
    if !matches!(day.spec().kind, Kind::Day { .. } | Kind::When) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let (last, before) = words.split_last()?;
    let said =
        before.iter().rev().take_while(|word| ["ngay", "sinh", "nam", "sn"].contains(&fold(word).as_str())).count();
    let before = before.get(..before.len() - said)?;
    let is_day = last.starts_with(|c: char| c.is_ascii_digit()) && last.ends_with(|c: char| c.is_ascii_digit());
    (is_day && !before.is_empty()).then(|| vec![before.join(" "), (*last).to_owned()])
}

/// Whether texts of a field may have commas of their own.
fn is_long(field: Field) -> bool {
    let titles = [Field::Name, Field::MemberName];
    !titles.contains(&field) && matches!(field.spec().kind, Kind::Line { .. } | Kind::Text { .. })
}

/// A fact without the words that only repeat its heading: `dân tộc Mông`, `số 12-QĐ/ĐU`.
fn without_label(dictionary: &Dictionary, field: Field, text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let says = |count: &usize| {
        let label = plain(&words.get(..*count).unwrap_or_default().join(" "));
        dictionary.meaning(&label) == Some(Meaning::Field(field))
            || ["so", "ngay", "sinh", "sn", "nam"].contains(&label.as_str())
    };
    let label = (1..words.len()).rev().find(says).unwrap_or_default();
    let rest = words.get(label..).unwrap_or_default().join(" ");
    rest.trim_start_matches(':').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::lists::List;

    #[track_caller]
    fn check(heading: &str, cell: &str, expected: &str) {
        let dictionary = Dictionary::of(List::Candidates);
        let fields = fields(dictionary, heading);
        let parts = cut(dictionary, &fields, cell);
        let shown = |parts: Vec<String>| {
            let each = fields.iter().zip(parts).map(|(field, part)| format!("{}={part}", field.spec().key));
            each.collect::<Vec<_>>().join(" | ")
        };
        assert_eq!(parts.map_or_else(|| "-".to_owned(), shown), expected, "{heading}: {cell}");
    }

    #[test]
    fn a_cell_is_cut_where_its_heading_is() {
        check("Dân tộc, tôn giáo", "Mông, không", "ethnic_group=Mông | religion=không");
        check("Dân tộc/Tôn giáo", "Mông / Tin Lành", "ethnic_group=Mông | religion=Tin Lành");
        check("Dân tộc, tôn giáo", "Dân tộc Mông; tôn giáo: không", "ethnic_group=Mông | religion=không");
        check("Họ tên, năm sinh", "Lò Văn Mẫu, 1996", "name=Lò Văn Mẫu | birth=1996");
        check("Họ và tên - Ngày, tháng, năm sinh", "Lò Văn Mẫu\n5/3/1996", "name=Lò Văn Mẫu | birth=5/3/1996");
        check("Họ và tên và năm sinh", "Lò Văn Mẫu (1996)", "name=Lò Văn Mẫu | birth=1996");
        check("Họ tên, năm sinh", "Lò Văn Mẫu sinh năm 1996", "name=Lò Văn Mẫu | birth=1996");
        check("Giới tính, dân tộc, tôn giáo", "Nam, Mông, không", "sex=Nam | ethnic_group=Mông | religion=không");
        check("Số, ngày quyết định", "Số 12-QĐ/ĐU ngày 5/3/2026", "decision_number=12-QĐ/ĐU | decision=5/3/2026");
        check("Số, ngày, tháng, năm quyết định", "12-QĐ/ĐU, 5/3/2026", "decision_number=12-QĐ/ĐU | decision=5/3/2026");
    }

    #[test]
    fn one_long_text_may_have_commas() {
        check("Năm sinh, quê quán", "1996, Bản Thử, xã Mẫu", "birth=1996 | home_place=Bản Thử, xã Mẫu");
        check("Nơi ở, dân tộc", "Bản Thử, xã Mẫu, Mông", "residence=Bản Thử, xã Mẫu | ethnic_group=Mông");
        check("Quê quán, nơi ở", "Bản Thử, xã Mẫu, xã Mới", "-");
    }

    #[test]
    fn what_is_no_several_facts_stays_whole() {
        check("Ngày, tháng, năm sinh", "5/3/1996", "-");
        check("Chức vụ, đơn vị công tác", "Giáo viên, trường Mẫu", "-");
        check("Dân tộc, tôn giáo", "Mông", "-");
        check("Văn hóa/Chuyên môn", "9/12", "-");
        check("Văn hóa/Chuyên môn", "9/12, Trung cấp", "education=9/12 | qualification=Trung cấp");
        check("Họ và tên\nNgày sinh", "Lò Văn Mẫu\n05/03/1996", "name=Lò Văn Mẫu | birth=05/03/1996");
        check("Dân tộc, tôn giáo", "Mông, Tin Lành, không", "-");
    }
}
