//! `ketnap progress`: a row for each target. `docs/CLI.md` defines the figures.

use std::io::{self, Write};

use rayon::prelude::*;

use super::bar::Bar;
use super::files::Input;
use super::output::{self, Format};
use super::rows::{self, Value};
use super::trouble::Trouble;
use super::{Outcome, files, ledger};
use crate::domain::calculator::progress::{self, Forecast, Progress, Status};
use crate::domain::calculator::tally::Doubt;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::life::{Basis, Tree};
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::ratio::Ratio;
use crate::text::{cli as texts, numbers, standing};

/// Column names, in order. Stable: other programs rely on them.
pub const NAMES: [&str; 19] = [
    "organization",
    "indicator",
    "from",
    "to",
    "issuer",
    "bound",
    "counted",
    "pending",
    "percent",
    "percent_of_upper",
    "share_of_base",
    "over",
    "short",
    "expected_to_date",
    "status",
    "children_sum",
    "warnings",
    "id",
    "organization_id",
];

/// Arguments of the command.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Input files.
    pub input: Input,
    /// As-of day.
    pub as_of: Day,
    /// Output format.
    pub format: Format,
    /// Whether a missed target sets the exit code.
    pub strict: bool,
    /// Whether to use the forecast.
    pub forecast: bool,
    /// By which tree results are grouped.
    pub tree: Basis,
}

/// Computes the progress of every target.
///
/// # Errors
/// All errors in reading the files.
pub fn run(asked: &Asked) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(&asked.input)?;
    let mut found = ledger::read(&files)?;
    found.ledger.see(Tree { basis: asked.tree, day: asked.as_of });
    found.lists.say_ignored();
    found.lists.say_remarks()?;
    if found.targets.is_empty() {
        return Err(files.paths.first().map(|file| Trouble::new(file, texts::NO_TARGETS)).into_iter().collect());
    }
    for (id, organization) in found.ledger.organizations().filter(|(id, _)| found.ledger.in_circle(id)) {
        eprintln!("{}: {}", organization.name.as_deref().unwrap_or(id.as_str()), texts::CIRCLE);
    }
    let forecast = if asked.forecast { Forecast::On } else { Forecast::Off };
    let bar = Bar::new(texts::COUNTING, found.targets.len());
    let stands: Vec<TargetLine<'_>> = found
        .targets
        .par_iter()
        .filter_map(|id| {
            let target = found.ledger.target(id)?;
            let progress = progress::progress(&found.ledger, target, asked.as_of, forecast);
            bar.step();
            Some((id, target, progress))
        })
        .collect();
    drop(bar);
    let missed = |(_, _, progress): &(&RecordId, &Target, Option<Progress>)| {
        progress.as_ref().is_some_and(|found| matches!(found.status, Status::Missed | Status::OutOfReach))
    };
    let failed = asked.strict && stands.iter().any(missed);
    output::write(|to| match asked.format {
        Format::Table => table(to, &found.ledger, &stands),
        Format::Json => rows::json(to, &NAMES, &values(&found.ledger, &stands)),
        Format::Csv => rows::csv(to, &NAMES, &values(&found.ledger, &stands)),
    })?;
    Ok(if failed { Outcome::Blocks } else { Outcome::Nothing })
}

type TargetLine<'a> = (&'a RecordId, &'a Target, Option<Progress>);

fn values(ledger: &Ledger, stands: &[TargetLine<'_>]) -> Vec<Vec<Value>> {
    stands.iter().map(|(id, target, found)| row(ledger, id, target, found.as_ref())).collect()
}

fn row(ledger: &Ledger, id: &RecordId, target: &Target, found: Option<&Progress>) -> Vec<Value> {
    let figure = |of: fn(&Progress) -> Option<Ratio>| Value::text(found.and_then(of).map(numbers::percent_figure));
    let count = |of: fn(&Progress) -> Option<u64>| Value::count(found.and_then(of));
    vec![
        Value::text(organization(ledger, target)),
        Value::text(target.indicator.map(Indicator::key)),
        Value::text(target.period.map(|period| period.first().iso())),
        Value::text(target.period.map(|period| period.last().iso())),
        Value::text(target.issuer.clone()),
        Value::text(target.bound.map(numbers::bound)),
        count(|found| Some(found.counted)),
        count(|found| found.pending),
        figure(|found| found.percent),
        figure(|found| found.percent_of_upper),
        figure(|found| found.share_of_base),
        count(|found| found.over),
        count(|found| found.short),
        Value::text(found.and_then(|found| found.expected).map(numbers::decimal)),
        Value::text(found.map(|found| status(found.status))),
        found.and_then(|found| found.children_sum).map_or(Value::Nothing, exact),
        Value::Warnings(found.map(|found| warnings(ledger, found)).unwrap_or_default()),
        Value::Text(id.as_str().to_owned()),
        Value::text(target.organization.as_ref().map(RecordId::as_str)),
    ]
}

fn organization(ledger: &Ledger, target: &Target) -> Option<String> {
    target.organization.as_ref().and_then(|id| ledger.organization_name(id)).map(str::to_owned)
}

/// The stable name of a status.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::NotComputable => "not_computable",
        Status::Exceeded => "exceeded",
        Status::Met => "met",
        Status::Missed => "missed",
        Status::OutOfReach => "out_of_reach",
        Status::OnPace => "on_pace",
        Status::Behind => "behind",
    }
}

/// An integer if the ratio is whole, otherwise with one decimal.
fn exact(ratio: Ratio) -> Value {
    if ratio.is_whole() {
        return Value::Count(ratio.ceiling());
    }
    let text = numbers::decimal(ratio).replace('.', "").replace(',', ".");
    serde_json::from_str(&text).map_or(Value::Nothing, Value::Exact)
}

fn warnings(ledger: &Ledger, found: &Progress) -> Vec<(&'static str, String)> {
    let mut warnings: Vec<(&'static str, String)> = Vec::new();
    for doubt in &found.doubts {
        let (Doubt::PartlyInside { total } | Doubt::Overlap { total, .. }) = doubt;
        let title = ledger.total(total).map(|total| {
            let of = total.organization.as_ref().and_then(|id| ledger.organization_name(id)).unwrap_or_default();
            format!("{of}: {}", standing::total(total))
        });
        let title = title.unwrap_or_default();
        let name = match doubt {
            Doubt::PartlyInside { .. } => "total.partly_inside",
            Doubt::Overlap { .. } => "total.possible_double_count",
        };
        warnings.push((name, standing::doubt(doubt, &title)));
    }
    warnings.extend(standing::children_below(found).map(|words| ("target.children_below", words)));
    warnings.extend(standing::years_differ(found).map(|words| ("target.years_differ", words)));
    warnings
}

fn table(to: &mut dyn Write, ledger: &Ledger, stands: &[TargetLine<'_>]) -> io::Result<()> {
    let mut lines = Vec::new();
    let mut notes = Vec::new();
    for (_, target, found) in stands {
        let found = found.as_ref();
        let count = |count: Option<u64>| count.map(numbers::count).unwrap_or_default();
        let percent = [found.and_then(|found| found.percent), found.and_then(|found| found.percent_of_upper)];
        let percent: Vec<String> = percent.into_iter().flatten().map(numbers::percent_figure).collect();
        let name = organization(ledger, target).unwrap_or_default();
        let said = found.map(|found| warnings(ledger, found)).unwrap_or_default();
        for (_, words) in said {
            notes.push(words);
        }
        lines.push(vec![
            name,
            target.indicator.map(Indicator::name).unwrap_or_default().to_owned(),
            target.period.map(numbers::period).unwrap_or_default(),
            target.bound.map(numbers::bound).unwrap_or_default(),
            target.issuer.clone().unwrap_or_default(),
            count(found.map(|found| found.counted)),
            count(found.and_then(|found| found.pending)),
            percent.join(" – "),
            count(found.and_then(|found| found.short)),
            count(found.and_then(|found| found.over)),
            found.and_then(|found| found.expected).map(numbers::decimal).unwrap_or_default(),
            found.map(|found| standing::status(found.status)).unwrap_or_default().to_owned(),
        ]);
    }
    output::table(to, &texts::PROGRESS_COLUMNS, &[5, 6, 7, 8, 9, 10], lines)?;
    for note in notes {
        writeln!(to, "• {note}")?;
    }
    Ok(())
}
