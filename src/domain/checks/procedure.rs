//! Consistency of the steps: no required step omitted, a deciding body that existed, members still present, letters
//! answered, probation not left open. Nothing here blocks.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::admission::procedure::{self, Step, StepProgress};
use crate::domain::admission::verification;
use crate::domain::admission::{authority, deadlines, limits};
use crate::domain::ledger::attached::Attached;
use crate::domain::ledger::members::{self, RegisterEntry};
use crate::domain::ledger::namesakes;
use crate::domain::regulation::{Key, Regulation};
use crate::domain::schema::choice::{DecidingBody, Standing};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// All inconsistencies of the steps.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    gaps(dossier, &mut findings);
    findings.extend(body(dossier));
    findings.extend(probation_over(dossier));
    // Helpers and letters no longer matter for an official member.
    if dossier.candidate().has_ended(dossier.today) || dossier.has(Field::Recognition) {
        return findings;
    }
    if let Some(cell) = dossier.cell() {
        introducers(dossier, &cell, &mut findings);
        helpers(dossier, &cell, &mut findings);
        findings.extend(votes(dossier, &cell));
    }
    findings.extend(inquiries(dossier));
    findings
}

/// Steps without a day although a later one has one. Not reported for official members.
fn gaps(dossier: &Dossier<'_>, findings: &mut Vec<Finding>) {
    if dossier.has(Field::Recognition) {
        return;
    }
    let mut later = None;
    for stand in procedure::timeline(dossier).iter().rev() {
        let field = stand.step.field();
        match (stand.progress, later) {
            (StepProgress::Done(_), _) => later = Some(stand.step),
            (StepProgress::Gap, Some(later)) if is_reported(dossier, stand.step, later) => {
                findings.push(Finding::new(Rule::StepMissing { later: later.field() }, &[field, later.field()]));
            }
            _ => {}
        }
    }
}

/// Whether a gap is reported. Papers missing at the cell's meeting are reported by `papers`.
fn is_reported(dossier: &Dossier<'_>, step: Step, later: Step) -> bool {
    if step < Step::Meeting {
        return dossier.meeting.is_none()
            && step < Step::Verification
            && (Step::Verification..Step::Meeting).contains(&later);
    }
    // A meeting in the future has a day already, only a wrong one.
    step != Step::Meeting || dossier.meeting.is_none()
}

/// A deciding body that did not exist on the day of the decision.
fn body(dossier: &Dossier<'_>) -> Option<Finding> {
    let on = dossier.day(Field::Decision)?;
    let named = dossier.chosen(Field::DecidedBy).and_then(DecidingBody::from_key);
    let set = || {
        let cell = dossier.cell()?;
        let (body, set) = authority::authority(dossier.ledger, &cell, on);
        set.then_some(body)
    };
    let body = named.or_else(set)?;
    body_gone(dossier.regulation(), body, on, &[Field::DecidedBy, Field::Decision])
}

/// The finding for a body that does not exist on `on`, with its source.
pub fn body_gone(regulation: &Regulation, body: DecidingBody, on: Day, fields: &[Field]) -> Option<Finding> {
    if authority::exists(regulation, body, on) {
        return None;
    }
    let finding = Finding::new(Rule::BodyGone { body, on }, fields);
    Some(match regulation.in_force(Key::DistrictEnded, on) {
        Some(source) if body == DecidingBody::District => finding.citing(source),
        _ => finding,
    })
}

/// Probation is over and the cell has not met, while there is still time; afterwards the deadline is reported
/// instead.
fn probation_over(dossier: &Dossier<'_>) -> Option<Finding> {
    let ended = procedure::probation_ends(dossier).filter(|ends| *ends <= dossier.today)?;
    let fields = [Field::RecognitionMeeting, Field::RecognitionDecision, Field::Recognition];
    if fields.into_iter().any(|field| dossier.has(field)) || dossier.candidate().has_ended(dossier.today) {
        return None;
    }
    let limit = deadlines::of_field(dossier, Field::RecognitionMeeting)?.limit;
    let (_, source) = limits::probation(dossier.regulation(), dossier.day(Field::Ceremony)?)?;
    let rule = Rule::ProbationOver { ended, limit };
    (dossier.today <= limit.last).then(|| {
        Finding::new(rule, &[Field::RecognitionMeeting, Field::Ceremony]).weighing(Severity::Hints).citing(source)
    })
}

/// Introducers who had left according to the register, or were on probation when the cell met.
fn introducers(dossier: &Dossier<'_>, cell: &RecordId, findings: &mut Vec<Finding>) {
    let on = dossier.on();
    for (name, official) in
        [(Field::Introducer1, Field::Introducer1Official), (Field::Introducer2, Field::Introducer2Official)]
    {
        let Some(text) = dossier.text(name) else { continue };
        let Some(member) = namesakes::named(dossier.ledger, cell, &text) else { continue };
        if let Some(finding) = left(&member, on, name) {
            findings.push(finding);
        } else if !member.is_official(on)
            && dossier.says_yes(official).is_none()
            && let Some(rule) = dossier.regulation().in_force(Key::IntroducerOfficial, on)
        {
            findings.push(dossier.weighs(Finding::by(rule, Rule::IntroducerNotOfficial, &[name])));
        }
    }
}

/// Helpers who have left according to the register although their help is not noted as ended.
fn helpers(dossier: &Dossier<'_>, cell: &RecordId, findings: &mut Vec<Finding>) {
    for (id, found) in dossier.ledger.attached(RecordKind::Helper, dossier.id) {
        let Attached::Helper(helper) = found else { continue };
        if !helper.helps(dossier.today) {
            continue;
        }
        let member = helper.name.as_deref().and_then(|name| namesakes::named(dossier.ledger, cell, name));
        let finding = member.and_then(|member| left(&member, dossier.today, Field::HelperName));
        findings.extend(finding.map(|finding| {
            let fields = Vec::new();
            Finding { fields, ..finding }.at(vec![(id.clone(), Field::HelperName)])
        }));
    }
}

fn left(member: &RegisterEntry<'_>, on: Day, field: Field) -> Option<Finding> {
    let away = member.standing == Standing::Away && member.is_excused(on);
    (member.has_gone(on) || away).then(|| {
        let rule = Rule::MemberLeft { standing: member.standing, since: member.standing_since };
        Finding::new(rule, &[field])
    })
}

/// A number of official members that differs from the register on the day of the meeting.
fn votes(dossier: &Dossier<'_>, cell: &RecordId) -> Option<Finding> {
    let written = dossier.candidate().official_members?;
    let count = members::whole(dossier.ledger, cell, dossier.meeting?)?;
    (count.official != written).then(|| {
        Finding::new(Rule::MembersDiffer { register: count.official }, &[Field::OfficialMembers, Field::CellMeeting])
    })
}

/// Letters whose answer is overdue, until the cell has met.
fn inquiries(dossier: &Dossier<'_>) -> Option<Finding> {
    if dossier.has_met() {
        return None;
    }
    let mut attached = Vec::new();
    let mut sure = false;
    for request in verification::requests(dossier) {
        let due = request.due.filter(|_| request.answered.is_none());
        if let Some(due) = due.filter(|due| due.last < dossier.today) {
            sure |= !due.estimated;
            attached.push(request.answer);
        }
    }
    let severity = if sure { Severity::Warns } else { Severity::Hints };
    let letters = attached.len();
    attached.retain(|(id, _)| id != dossier.id);
    // Reported at the field where answers are noted, whomever they are about.
    let finding = Finding::new(Rule::InquiryOverdue { letters }, &[Field::SelfAnswered]);
    (letters > 0).then(|| finding.weighing(severity).at(attached))
}
