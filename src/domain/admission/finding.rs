//! Findings: severity, fields involved and source. Their sentences are in `text`; the possible cases are in `rule`, the
//! table of ids and default severities in `rule_id`, the checks that produce them in `checks`.

pub use super::rule::Rule;
pub use super::rule_id::{RuleId, Severity};
use crate::domain::regulation::InForce;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The case.
    pub rule: Rule,
    /// How serious it is.
    pub severity: Severity,
    /// The fields of the record involved, the most important first.
    pub fields: Vec<Field>,
    /// Fields of attached records involved.
    pub attached: Vec<(RecordId, Field)>,
    /// The field that it is mainly about, if it is reported at another one.
    pub about: Option<Field>,
    /// The value of the regulation; `None` for plain plausibility.
    pub source: Option<InForce>,
    /// What of the program's knowledge is too old for it, if anything.
    pub stale: Option<Stale>,
}

/// Knowledge that is too old for the day of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// New instruments were looked for until this day, long ago.
    Regulation(Day),
    /// The days off are known until this day.
    Calendar(Day),
}

impl Finding {
    /// The field whose text cannot be read, if that is what was found.
    pub fn unread(&self) -> Option<Field> {
        matches!(self.rule, Rule::Unreadable(_)).then(|| self.fields.first().copied()).flatten()
    }

    /// A finding with default severity and without a source.
    pub fn new(rule: Rule, fields: &[Field]) -> Finding {
        let severity = rule.id(fields.first().copied()).severity();
        Finding {
            rule,
            severity,
            fields: fields.to_vec(),
            attached: Vec::new(),
            about: None,
            source: None,
            stale: None,
        }
    }

    /// A finding that cites a value of the regulation, which limits its severity.
    pub fn by(source: InForce, rule: Rule, fields: &[Field]) -> Finding {
        Finding::new(rule, fields).citing(source)
    }

    /// Overrides the severity.
    #[must_use]
    pub fn weighing(self, severity: Severity) -> Finding {
        Finding { severity, ..self }
    }

    /// Adds fields of attached records.
    #[must_use]
    pub fn at(self, attached: Vec<(RecordId, Field)>) -> Finding {
        Finding { attached, ..self }
    }

    /// Its row in the table of findings.
    pub fn id(&self) -> RuleId {
        self.rule.id(self.fields.first().or(self.attached.first().map(|(_, field)| field)).copied())
    }

    /// Sets the source. A weak source lowers the severity to a hint.
    pub fn citing(self, source: InForce) -> Finding {
        let severity = if source.is_weak() { Severity::Hints } else { self.severity };
        Finding { severity, source: Some(source), ..self }
    }
}
