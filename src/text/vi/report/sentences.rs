//! Sentences of the report.

use super::super::{breakdown as parts, groundwork, life, members, numbers, overview, standing, words};
use super::{Known, Piece};
use crate::domain::calculator::breakdown::{Admitted, Dimension, Part};
use crate::domain::calculator::figures;
use crate::domain::calculator::progress::Status;
use crate::domain::calculator::report::{Against, Before, Report, Result, Trace};
use crate::domain::calculator::tally::Doubt;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Period;
use crate::domain::value::letters::joined;
use crate::domain::value::ratio::Ratio;

/// Builder of a sentence.
#[derive(Default)]
pub(super) struct Sentence(pub(super) Vec<Piece>);

impl Sentence {
    /// Appends words.
    pub(super) fn say(mut self, words: &str) -> Sentence {
        match self.0.last_mut() {
            Some(Piece::Words(before)) => before.push_str(words),
            _ => self.0.push(Piece::Words(words.to_owned())),
        }
        self
    }

    /// Appends a figure with its origin.
    pub(super) fn figure(mut self, figure: String, trace: Trace) -> Sentence {
        self.0.push(Piece::Figure(figure, trace));
        self
    }
}

/// Results by indicator, compared with the targets and the previous year.
pub(super) fn results(
    report: &Report,
    name: &str,
    organization: &RecordId,
    period: Period,
    known: &dyn Known,
) -> Sentence {
    let mut sentence = Sentence::default();
    for (place, result) in report.results.iter().enumerate() {
        let unit = words::unit(result.indicator);
        let until = if report.until.last() < period.last() {
            format!(" (đến {})", numbers::day(report.until.last()))
        } else {
            String::new()
        };
        let when = overview::period(period);
        let within = if when.starts_with("từ ") { String::new() } else { "Trong ".to_owned() };
        let begin = match place {
            0 => format!("{}, {name} ", lower(&format!("{within}{when}{until}"), true)),
            _ => " ".to_owned(),
        };
        sentence = sentence.say(&begin);
        let what = lower(result.indicator.name(), place > 0);
        let counted = format!("{} {unit}", numbers::count(result.tally.counted));
        sentence = match (result.known, result.tally.counted, result.indicator) {
            (false, ..) => sentence.say(&format!("chưa có số liệu riêng của kỳ này về: {what}")),
            (true, 0, Indicator::Admissions) => sentence.say("chưa kết nạp được ai"),
            _ => {
                let done = if place == 0 { format!("đã {what} ") } else { format!("{what} ") };
                sentence.say(&done).figure(counted, trace(result, organization, period))
            }
        };
        for against in result.against.iter().filter(|against| result.known || is_known(against)) {
            sentence = against_target(sentence, against, result.tally.counted, period, known);
        }
        sentence = compared(sentence, result);
        if let Some(id) = &result.undivided {
            sentence = sentence.say("; ").say(&life::undivided(&known.name(id)));
        }
        if let Some(pending @ 1..) = result.tally.pending {
            let waits = words::waiting(result.indicator);
            sentence = sentence.say(&format!("; {} {waits}, chưa tính vào kết quả", numbers::count(pending)));
        }
        sentence = sentence.say(".");
        for doubt in &result.tally.doubts {
            let (Doubt::PartlyInside { total } | Doubt::Overlap { total, .. }) = doubt;
            let name = known.total(total).map(standing::total).unwrap_or_default();
            sentence = sentence.say(" Lưu ý: ").say(&lower(&standing::doubt(doubt, &name), false)).say(".");
        }
    }
    sentence
}

/// Origin of a result: the list of those admitted, or the target or record that has it.
fn trace(result: &Result, organization: &RecordId, period: Period) -> Trace {
    let counted = Trace::Counted(organization.clone(), period);
    if result.indicator == Indicator::Admissions {
        return counted;
    }
    let target = result.against.first().map(|against| &against.target);
    let record = target.or(result.tally.totals.first()).or(result.tally.dated.first());
    record.map_or(counted, |id| Trace::Record(id.clone()))
}

/// Whether a target's count is known.
fn is_known(against: &Against) -> bool {
    against.progress.counted > 0 || !against.progress.totals.is_empty()
}

/// `; so với chỉ tiêu 90 (Đảng ủy giao) đạt 76,7%, còn thiếu 21 người`.
fn against_target(sentence: Sentence, against: &Against, counted: u64, period: Period, known: &dyn Known) -> Sentence {
    let Some((target, bound)) = known.target(&against.target).and_then(|target| Some((target, target.bound?))) else {
        return sentence;
    };
    let progress = &against.progress;
    let issued = standing::issued(target).map(|issued| format!(" ({issued})")).unwrap_or_default();
    let begin = if against.period == period && target.takes_over && progress.counted != counted {
        let unit = target.indicator.map_or("", words::unit);
        format!("; cả kết quả nhận bàn giao được {} {unit}, so với chỉ tiêu ", numbers::count(progress.counted))
    } else if against.period == period {
        "; so với chỉ tiêu ".to_owned()
    } else {
        format!(
            "; lũy kế {} được {} {}, so với chỉ tiêu ",
            overview::period(against.period),
            numbers::count(progress.counted),
            target.indicator.map_or("", words::unit)
        )
    };
    let sentence =
        sentence.say(&begin).figure(numbers::bound(bound), Trace::Record(against.target.clone())).say(&issued);
    let Some(percent) = standing::percent(progress) else { return sentence.say(" chưa tính được phần trăm") };
    let unit = target.indicator.map_or("", words::unit);
    let rest = match (progress.over, progress.short, progress.status) {
        (Some(over @ 1..), ..) => {
            let percent = progress.upper.and_then(|upper| figures::share(over, upper));
            let percent = percent.map(|percent| format!(" ({})", numbers::percent(percent))).unwrap_or_default();
            format!(", vượt {} {unit}{percent}", numbers::count(over))
        }
        (_, Some(short @ 1..), Status::Missed) => format!(", thiếu {} {unit}", numbers::count(short)),
        (_, Some(short @ 1..), _) => format!(", còn thiếu {} {unit}", numbers::count(short)),
        _ => ", đạt chỉ tiêu".to_owned(),
    };
    sentence.say(&format!(" đạt {percent}{rest}"))
}

/// `; cùng kỳ năm trước 67, tăng 2 (+3,0%)`.
fn compared(sentence: Sentence, result: &Result) -> Sentence {
    let Some(Before { number, period, same, now, by_tree, compared }) = result.before else { return sentence };
    let when = match (same, figures::months(period).is_some_and(|months| months > Ratio::whole(12))) {
        (true, false) => "cùng kỳ năm trước".to_owned(),
        (true, true) => overview::period(period),
        (false, _) => format!("cả {}", overview::period(period)),
    };
    let by_tree = if by_tree { life::by_tree(now) } else { String::new() };
    if now == number && same {
        return sentence.say(&format!("; bằng {when}{by_tree}"));
    }
    let change = match now.cmp(&number) {
        std::cmp::Ordering::Greater => format!("tăng {}", numbers::count(now - number)),
        std::cmp::Ordering::Less => format!("giảm {}", numbers::count(number - now)),
        std::cmp::Ordering::Equal => "không tăng, không giảm".to_owned(),
    };
    let growth = overview::growth(compared);
    let growth = if growth.is_empty() { growth } else { format!(" {growth}") };
    sentence.say(&format!("; {when} được {}, {change}{growth}{by_tree}", numbers::count(number)))
}

/// Share of women, ethnic minorities, Youth Union members and religions, and mean age.
pub(super) fn made_up(found: &Admitted, organization: &RecordId, period: Period) -> Option<Sentence> {
    let number = |dimension: Dimension, wanted: &dyn Fn(&Part) -> bool| {
        let by = found.by.iter().find(|by| by.dimension == dimension)?;
        let unknown = by.parts.iter().any(|(part, _)| *part == Part::Unknown);
        let sum: u64 = by.parts.iter().filter(|(part, _)| wanted(part)).map(|(_, number)| number).sum();
        // Without any data nothing is said: a part would be taken for the whole.
        (!unknown || sum > 0).then_some((sum, unknown))
    };
    let key = |part: &Part| match part {
        Part::Choice(choice) => Some(choice.key),
        _ => None,
    };
    let told = [
        ("nữ", number(Dimension::Sex, &|part| key(part) == Some("female"))),
        ("dân tộc thiểu số", number(Dimension::EthnicGroup, &|part| key(part).is_some_and(|key| key != "kinh"))),
        ("người có đạo", number(Dimension::Religion, &|part| key(part).is_some_and(|key| key != "none"))),
        ("đoàn viên", number(Dimension::YouthUnion, &|part| *part == Part::InYouthUnion)),
    ];
    let mut lines = Vec::new();
    for (name, number) in told {
        let Some((number, unknown)) = number else { continue };
        let least = if unknown { "ít nhất " } else { "" };
        lines.push(format!("{least}{} {name}", parts::figure(number, found.total)));
    }
    if let Some((mean, of)) = found.mean_age {
        let mean = parts::mean_age(mean, of, found);
        lines.push(lower(&mean, false));
    }
    let total = format!("{} người được kết nạp", numbers::count(found.total));
    let sentence = Sentence::default().say("Trong ").figure(total, Trace::Counted(organization.clone(), period));
    (!lines.is_empty()).then(|| sentence.say(": ").say(&joined(&lines, "; ")).say("."))
}

/// Number of organizations below by status, and those without any admission.
pub(super) fn below(report: &Report, known: &dyn Known) -> Option<Sentence> {
    if report.rows.is_empty() {
        return None;
    }
    let mut sentence = Sentence::default().say(&overview::summary(&report.rows, Indicator::Admissions));
    let none = report.rows.iter().filter(|row| row.known && row.counted == 0);
    let none: Vec<String> = none.map(|row| known.name(&row.organization)).collect();
    if !none.is_empty() && none.len() <= NAMED {
        sentence = sentence.say(&format!(" ({}: {})", NOBODY, joined(&none, ", ")));
    }
    Some(sentence.say("."))
}

/// Precedes the names of organizations without admissions.
const NOBODY: &str = "chưa kết nạp được ai";

/// Cells and villages that lack members.
pub(super) fn weak(report: &Report, known: &dyn Known) -> Option<Sentence> {
    let weak = report.weak.iter().take(NAMED);
    let weak = weak.map(|(id, weak)| format!("{}: {}", known.name(id), lower(&members::weak(*weak), false)));
    let weak: Vec<String> = weak.collect();
    let rest = report.weak.len().saturating_sub(NAMED);
    let rest = if rest > 0 { format!("; và {rest} nơi khác") } else { String::new() };
    (!weak.is_empty()).then(|| Sentence::default().say(&joined(&weak, "; ")).say(&rest).say("."))
}

/// Maximum number of names in a sentence.
const NAMED: usize = 10;

/// How many holders of posts in villages are members.
pub(super) fn key_people(report: &Report) -> Option<Sentence> {
    let told = report.key_people.iter().filter(|holders| holders.all > 0);
    let told = told.map(|holders| format!("{} {}", lower(holders.post.name(), false), groundwork::holders(holders)));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| Sentence::default().say(&joined(&told, "; ")).say("."))
}

/// The classes of the year of the report, what became of the certificates of the year before, and those that run out.
pub(super) fn classes(report: &Report) -> Option<Sentence> {
    let on = report.until.last();
    let found = &report.classes;
    let years = found.years.iter().filter(|year| year.year == on.year() || year.year == on.year() - 1);
    let mut told: Vec<String> = Vec::new();
    for year in years {
        let certified = groundwork::certified(year);
        if !certified.is_empty() {
            told.push(format!("{}: {certified}", lower(&groundwork::year(year), false)));
        }
    }
    told.extend(groundwork::all_unused(&found.unused, on));
    (!told.is_empty()).then(|| Sentence::default().say(&joined(&told, "; ")).say("."))
}

/// The movement of members.
pub(super) fn stock(report: &Report) -> Option<Sentence> {
    let movement = &report.movement;
    let (begin, end) = (movement.begin, movement.end);
    if begin.is_none() && end.is_none() {
        return None;
    }
    let mut sentence = Sentence::default();
    if let Some((day, number)) = begin {
        let words = format!("Ngày {} có ", numbers::day(day));
        sentence =
            sentence.say(&words).figure(format!("{} đảng viên", numbers::count(number)), Trace::Members).say("; ");
    }
    let causes: Vec<String> = movement
        .causes
        .iter()
        .filter(|(_, number)| *number > 0)
        .map(|(cause, number)| format!("{} {}", lower(members::cause(*cause), false), numbers::count(*number)))
        .collect();
    sentence =
        sentence.say(&format!("tăng {}, giảm {}", numbers::count(movement.up()), numbers::count(movement.down())));
    if !causes.is_empty() {
        sentence = sentence.say(&format!(" ({})", joined(&causes, ", ")));
    }
    if let Some((day, number)) = end {
        let words = format!("; ngày {} có ", numbers::day(day));
        sentence = sentence.say(&words).figure(format!("{} đảng viên", numbers::count(number)), Trace::Members);
    }
    if let Some(left) = movement.unexplained.filter(|left| *left != 0) {
        sentence = sentence.say(&format!(". Còn chênh lệch {} chưa rõ lý do", numbers::signed(left)));
    }
    Some(sentence.say("."))
}

/// Lower-cases the first letter unless it begins a sentence.
fn lower(words: &str, begins: bool) -> String {
    if begins { words.to_owned() } else { numbers::lower(words) }
}
