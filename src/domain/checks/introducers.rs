//! Introducers: two official members, or the committee of the Youth Union or of the trade union and one member (Party
//! Charter, Article 4); in the same place as the applicant for twelve months (24-QĐ/TW and its successors, 3.2).

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::regulation::Key;
use crate::domain::schema::choice::IntroducedBy;
use crate::domain::schema::field::Field;
use crate::domain::value::letters::same_name;

/// Fields of each introducer: name, whether official, since when in the same place.
const INTRODUCERS: [[Field; 3]; 2] = [
    [Field::Introducer1, Field::Introducer1Official, Field::Introducer1Since],
    [Field::Introducer2, Field::Introducer2Official, Field::Introducer2Since],
];

/// Whether there are enough introducers, and whether each one may introduce.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let by = dossier.chosen(Field::IntroducedBy).and_then(IntroducedBy::from_key).unwrap_or(IntroducedBy::Members);
    let by_union = by != IntroducedBy::Members;
    let named = INTRODUCERS.iter().fold(u32::from(by_union), |named, [name, ..]| named + u32::from(dossier.has(*name)));
    if let Some(least) = dossier.in_force(Key::Introducers).filter(|_| dossier.meeting.is_some()) {
        if named < least.cited.value {
            let rule = Rule::IntroducersTooFew { named, least: least.cited.value };
            let empty = INTRODUCERS.iter().map(|[name, ..]| *name).find(|name| !dossier.has(*name));
            let fields = [empty.unwrap_or(Field::Introducer1), Field::IntroducedBy, Field::CellMeeting];
            findings.push(dossier.weighs(Finding::by(least, rule, &fields)));
        }
        if by_union && !dossier.has(Field::UnionResolution) {
            let fields = [Field::UnionResolution, Field::IntroducedBy];
            findings.push(dossier.weighs(Finding::by(least, Rule::NeededAtMeeting, &fields)));
        }
    }
    for [name, official, since] in INTRODUCERS {
        if dossier.says_yes(official) == Some(false)
            && let Some(rule) = dossier.in_force(Key::IntroducerOfficial)
        {
            findings.push(dossier.weighs(Finding::by(rule, Rule::IntroducerNotOfficial, &[official, name])));
        }
        findings.extend(too_short(dossier, since));
    }
    let names = dossier.text(Field::Introducer1).zip(dossier.text(Field::Introducer2));
    if names.is_some_and(|(one, other)| same_name(&one, &other)) {
        findings.push(Finding::new(Rule::IntroducerTwice, &[Field::Introducer2, Field::Introducer1]));
    }
    findings
}

fn too_short(dossier: &Dossier<'_>, since: Field) -> Option<Finding> {
    let limits = dossier.limits();
    let needed = limits.introducer?;
    // Of a date known by the year only, the most favourable day is tested and the least favourable one shown.
    let began = dossier.when(since)?;
    let first = limits.introducer_first(began.latest()?);
    let rule = Rule::IntroducerTooShort { months: needed.cited.value, first };
    let short = limits.introducer_first(began.earliest()?).is_none_or(|first| dossier.on() < first);
    let finding = short.then(|| Finding::by(needed, rule, &[since, Field::CellMeeting]))?;
    // Who takes the place of an introducer that moved away need not have the months (24-QĐ/TW and its successors, 3.2).
    let replaces = dossier.says_yes(Field::IntroducerReplaced) == Some(true);
    // Nor has who takes on somebody that moved here while being considered: the new cell names a member whatever the time
    // together (01-HD/TW of 28/9/2021, read in a secondary source only).
    let replaces = replaces || dossier.moved(dossier.on()).is_some();
    Some(if replaces { finding.weighing(Severity::Hints) } else { dossier.weighs(finding) })
}
