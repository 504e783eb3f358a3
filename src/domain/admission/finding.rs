//! Findings: how much each weighs, which fields it is about, what says so. A finding has no words of its own:
//! `text` gives it some. What can be found is in `rule`, the table of names and usual weights in `rule_id`,
//! what finds it in `checks`.

pub use super::rule::Rule;
pub use super::rule_id::{RuleId, Severity};
use crate::domain::regulation::{InForce, Mark};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub rule: Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// Every field of the record involved, the one to look at first in front.
    pub fields: Vec<Field>,
    /// Fields of records that belong to it.
    pub attached: Vec<(RecordId, Field)>,
    /// The field that it is mostly about, where it is told at another.
    pub about: Option<Field>,
    /// What says so; `None` where it is plain sense.
    pub source: Option<InForce>,
}

impl Finding {
    /// A finding of its usual weight, by plain sense.
    pub fn new(rule: Rule, fields: &[Field]) -> Finding {
        let severity = rule.id(fields.first().copied()).severity();
        Finding { rule, severity, fields: fields.to_vec(), attached: Vec::new(), about: None, source: None }
    }

    /// A finding by a value of the regulation, which limits how much it may weigh.
    pub fn by(source: InForce, rule: Rule, fields: &[Field]) -> Finding {
        Finding::new(rule, fields).citing(source)
    }

    /// Of another weight than usual.
    #[must_use]
    pub fn weighing(self, severity: Severity) -> Finding {
        Finding { severity, ..self }
    }

    /// With the fields of records that belong to it.
    #[must_use]
    pub fn at(self, attached: Vec<(RecordId, Field)>) -> Finding {
        Finding { attached, ..self }
    }

    /// Its row in the table of findings.
    pub fn id(&self) -> RuleId {
        self.rule.id(self.fields.first().or(self.attached.first().map(|(_, field)| field)).copied())
    }

    /// With its source, which also limits how much it may weigh.
    pub fn citing(self, source: InForce) -> Finding {
        let severity = if source.cited.mark == Mark::Unverified { Severity::Hints } else { self.severity };
        Finding { severity, source: Some(source), ..self }
    }
}
