//! What begins a list of parts, and whether it leaves nothing out. The sums are in `sums`.

use super::figure::{Figure, Item, Sentence, any, has};

/// Words that say that a list is whole.
const WHOLE: [&str; 2] = ["gom", "chia"];

/// Words that say that a list leaves out things, or that its parts may overlap.
const PARTIAL: [&str; 8] = ["nhu", "rieng", "chu", "dien", "tieu", "mot", "hon", "nhieu"];

/// Pairs of words that leave nothing out.
const PAIRS: [(&str, &str); 8] = [
    ("chinh", "bi"),
    ("nam_", "nu"),
    ("hop", "khong"),
    ("tai", "lan"),
    ("di", "den"),
    ("xay", "sua"),
    ("dong", "chi_bo"),
    ("nong", "thanh_thi"),
];

/// The words or marks that begin a list of parts, whether they say that it is whole, and where they stand.
pub(super) fn connector(read: &Sentence, whole: &Figure, all: &[&Figure]) -> Option<(bool, usize)> {
    let first = all.first()?;
    let items = read.items.get(whole.at + 1..first.at).unwrap_or_default();
    let words = read.words(whole.at + 1, first.at);
    let find = |wanted: &dyn Fn(&Item) -> bool| items.iter().rposition(wanted).map(|at| whole.at + 1 + at);
    let word = |wanted: &'static str| move |item: &Item| matches!(item, Item::Word(word) if word == wanted);
    let is_partial = any(&words, &PARTIAL) || read.has_mark(first.at, end_of(read, whole), &['…']);
    let same = first.sentence == whole.sentence;
    let last = words.last().copied().unwrap_or_default();
    let divided = has(&words, &["chia", "thanh"]);
    if let Some(at) = WHOLE.iter().find_map(|wanted| find(&word(wanted))).filter(|_| !divided) {
        let including = any(&words, &["ca", "chua", "khong"]);
        let colon = read.has_mark(at, first.at, &[':']);
        let near = read.words(whole.at + 1, at).len() <= 8 && !read.has_mark(whole.at, at, &[';', ':', '.']);
        return Some((same && near && !is_partial && !including && (last != "co" || colon), at));
    }
    if let Some(at) = find(&word("do")).filter(|at| read.before(*at, 1) == ["trong"]) {
        return Some((same && !is_partial && (complementary(read, all, whole) || leaves_rest(read, all, whole)), at));
    }
    // `bán nhà: 50 tỷ` behind a semicolon is another part, not a list.
    let own = |at: usize| !read.has_mark(whole.at, at, &[';']);
    // What stands behind closed brackets is no list in them.
    let begins = |item: &Item| match item {
        Item::Mark('(') => first.depth > whole.depth,
        item => *item == Item::Mark(':'),
    };
    if let Some(at) = find(&begins) {
        let unit = read.after(whole.at, 2);
        let here = || all.iter().filter(|figure| figure.sentence == whole.sentence);
        let alike = unit.len() == 2 && here().count() >= 2 && here().all(|figure| read.after(figure.at, 2) == unit);
        let colon = read.items.get(at) == Some(&Item::Mark(':'));
        // `năm 2023: 19, năm 2024: 26`: each has its own.
        let own_label =
            colon && read.has_mark(whole.at, at, &[',']) && read.previous(whole.at) == Some(&Item::Mark(':'));
        let alike = alike && !own_label;
        // In brackets just those count.
        let inside: Vec<&Figure> = all.iter().copied().filter(|figure| colon || figure.depth > whole.depth).collect();
        return Some((same && own(at) && !is_partial && (colon && alike || complementary(read, &inside, whole)), at));
    }
    if let Some(at) = find(&word("the")).or_else(|| find(&word("thuc"))) {
        return Some((false, at));
    }
    // `Trong 29 đảng viên được tặng có 3 …; 2 …; 24 …`.
    let named = matches!(read.before(whole.at, 3).as_slice(), [.., "trong"] | [.., "trong", "so"] | [.., "tong", "so"]);
    let semicolons = read.has_mark(first.at, first.at + 30, &[';']);
    if named && same && semicolons { Some((false, whole.at)) } else { None }
}

/// Whether exactly two parts follow that leave nothing out: official and on probation, men and women.
pub(super) fn complementary(read: &Sentence, all: &[&Figure], whole: &Figure) -> bool {
    let here: Vec<&&Figure> = all.iter().filter(|figure| figure.sentence == whole.sentence).collect();
    let [one, other] = here.as_slice() else { return false };
    let words = |figure: &Figure| {
        let next = read.figures.iter().find(|next| next.at > figure.at).map_or(figure.at + 5, |next| next.at);
        read.words(figure.at + 1, next.min(figure.at + 7)).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let (first, second) = (words(one), words(other));
    let has = |words: &[String], wanted: &str| words.iter().any(|word| word == wanted);
    PAIRS.iter().any(|(left, right)| {
        has(&first, left) && has(&second, right) && !has(&second, left)
            || has(&first, right) && has(&second, left) && !has(&first, left)
    })
}

/// Whether the last part is what is left: `còn lại 15`.
pub(super) fn leaves_rest(read: &Sentence, all: &[&Figure], whole: &Figure) -> bool {
    let here = all.iter().rev().find(|figure| figure.sentence == whole.sentence && figure.depth == whole.depth);
    here.is_some_and(|last| has(&read.before(last.at, 3), &["con", "lai"]))
}

/// Whether the parts are of kinds that leave nothing out: committees and cells of organizations, forms of discipline.
pub(super) fn is_partition(read: &Sentence, whole: &Figure, parts: &[&Figure]) -> bool {
    let behind = |figure: &Figure| read.after(figure.at, 3);
    let bodies = has(&behind(whole), &["to", "chuc"]) || behind(whole).first() == Some(&"tccsd");
    let committees = parts.iter().filter(|part| has(&behind(part), &["dang", "bo"])).count();
    let cells = parts.iter().filter(|part| has(&behind(part), &["chi", "bo"])).count();
    bodies && parts.len() == 2 && committees == 1 && cells == 1 || forms(read, whole, parts)
}

/// Whether the parts are forms of discipline.
pub(super) fn forms(read: &Sentence, whole: &Figure, parts: &[&Figure]) -> bool {
    let labels: Vec<&str> = parts.first().map(|first| read.words(whole.at, first.at)).unwrap_or_default();
    let rest: Vec<&str> =
        parts.first().zip(parts.last()).map(|(first, last)| read.words(first.at, last.at)).unwrap_or_default();
    let colon = parts.first().is_some_and(|first| read.has_mark(whole.at, first.at, &[':']));
    // Ratings: `xuất sắc`, `tốt`, `hoàn thành`, `không hoàn thành`.
    let end = parts.last().map_or(0, |last| last.at + 7);
    let all = parts.first().map(|first| read.words(first.at, end)).unwrap_or_default();
    let rated = all.windows(2).filter(|pair| pair == &["hoan", "thanh"]).count();
    let worst = has(&all, &["khong", "hoan"]) || has(&all, &["chua", "hoan"]) || has(&all, &["yeu", "kem"]);
    let best = has(&all, &["xuat", "sac"]) || has(&all, &["trong", "sach"]);
    if colon && parts.len() > 1 && rated > 1 && worst && best {
        return true;
    }
    has(&labels, &["khien", "trach"])
        && has(&rest, &["canh", "cao"])
        && (colon || has(&labels, &["hinh", "thuc"]) || parts.iter().all(|part| part.depth > whole.depth))
}

/// Whether parts are told by unlike properties, which one person may have at once: women, minorities, the young, believers.
pub(super) fn overlaps(read: &Sentence, parts: &[&Figure]) -> bool {
    let kinds: [&[&str]; 4] = [&["nu"], &["toc", "dtts"], &["doan", "tuoi", "tre"], &["giao_", "dao", "hoc"]];
    let label = |part: &Figure| {
        let next = read.figures.iter().find(|next| next.at > part.at).map_or(part.at + 8, |next| next.at);
        let words = read.words(part.at + 1, next.min(part.at + 8));
        kinds.iter().position(|kind| any(&words, kind))
    };
    let told: Vec<usize> = parts.iter().filter_map(|part| label(part)).collect();
    told.iter().any(|kind| Some(kind) != told.first())
}

/// Parts in the brackets or behind the colon right behind a whole, all written in one way, that nearly come to it: none seems to be
/// missing. Lists of some parts are far from their whole.
pub(super) fn nearly<'a, 'b>(read: &Sentence, whole: &Figure, parts: &'b [&'a Figure]) -> Option<&'b [&'a Figure]> {
    let (first, last) = (parts.first()?, parts.last()?);
    let said = read.items.get(whole.at..first.at).unwrap_or_default();
    let list = said.windows(3).any(|three| {
        matches!(three, [Item::Word(one), Item::Word(other), Item::Mark(':')] if one == "trong" && other == "do")
    });
    let comma = read.has_mark(whole.at, first.at, &[',']) && !(list && super::units::are_bodies(read, whole));
    let begins =
        read.has_mark(whole.at, first.at, &['(', ':']) && !comma && !read.has_mark(whole.at, first.at, &[';', '.']);
    let open = read.items.iter().skip(last.at + 1).find(|item| matches!(item, Item::Mark(_) | Item::Figure(_)));
    let ends = open.is_none_or(|item| matches!(item, Item::Mark(')' | '.' | ';')));
    let before = |part: &Figure| matches!(read.previous(part.at), Some(Item::Word(_)));
    let behind = |part: &Figure| !read.after(part.at, 1).is_empty();
    let one_way = parts.iter().all(|part| before(part) && !behind(part))
        || parts.iter().all(|part| behind(part) && !before(part));
    let total: i64 = parts.iter().map(|part| part.value.parts).sum();
    let off = (total - whole.value.parts).abs();
    let near = off.saturating_mul(8) < whole.value.parts && parts.iter().all(|part| part.value < whole.value);
    let words = read.words(whole.at, last.at);
    let partial = any(&words, &PARTIAL) && !any(&words, &["tieu"]) || overlaps(read, parts);
    (parts.len() > 2 && begins && ends && one_way && near && !partial).then_some(parts)
}

/// Whether a number that was taken for a name may be a part: `gồm: thôn 9, cơ quan 2`, `cơ quan 2, thôn 9`.
pub(super) fn hides_parts(read: &Sentence, first: usize, whole: &Figure) -> bool {
    let list = read.items.iter().enumerate().skip(whole.at + 1);
    let clause = list.take_while(|(at, item)| *at < first || !matches!(item, Item::Mark('.' | ';')));
    let mut asides = clause.filter(|(_, item)| **item == Item::Aside);
    asides.any(|(at, _)| {
        let begins = read.items.get(..at).unwrap_or_default().iter().rev().take(4).position(|item| {
            matches!(item, Item::Mark(',' | ':' | ';' | '('))
                || matches!(item, Item::Word(word) if word == "gom" || word == "va")
        });
        let ends = read
            .next(at)
            .is_none_or(|item| matches!(item, Item::Mark(_)) || matches!(item, Item::Word(word) if word == "va"));
        begins.is_some_and(|words| words > 0) && ends
    })
}

pub(super) fn end_of(read: &Sentence, whole: &Figure) -> usize {
    read.figures.iter().rev().find(|figure| figure.sentence == whole.sentence).map_or(whole.at, |figure| figure.at + 12)
}
