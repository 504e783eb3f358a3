//! `ketnap report`: the page's report as text.

use std::path::{Path, PathBuf};

use super::files::Input;
use super::trouble::Trouble;
use super::whole::{self, Whole};
use super::{Outcome, files, output};
use crate::domain::calculator::progress::Forecast;
use crate::domain::calculator::report::{self, Asked as Wanted};
use crate::domain::ledger::life::{Basis, Tree};
use crate::domain::ledger::records::{Target, Total};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};
use crate::exchange::names::{Mention, Names};
use crate::text::report::{self as words, Known};
use crate::text::{cli as texts, words as single};

/// Arguments of the command.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Input files.
    pub input: Input,
    /// Name of the organization.
    pub organization: Option<String>,
    /// First day of the period.
    pub from: Option<Day>,
    /// Last day of the period.
    pub to: Option<Day>,
    /// As-of day.
    pub as_of: Day,
    /// By which tree results are grouped.
    pub tree: Basis,
}

impl Known for Whole {
    fn name(&self, id: &RecordId) -> String {
        let title = id.kind().map(Field::title);
        let of = |entries: &dyn Entries| {
            let title = title?;
            let organization = entry::reference(entries, title).and_then(|of| self.ledger.organization_name(&of));
            organization.map(str::to_owned).or_else(|| entry::text(entries, title))
        };
        self.book.record(id).and_then(|record| of(record)).unwrap_or_else(|| single::NAMELESS.to_owned())
    }

    fn target(&self, id: &RecordId) -> Option<&Target> {
        self.ledger.target(id)
    }

    fn total(&self, id: &RecordId) -> Option<&Total> {
        self.ledger.total(id)
    }
}

/// Writes the report.
///
/// # Errors
/// All errors in reading the files, or an unknown organization or invalid period.
pub fn run(asked: &Asked) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(&asked.input)?;
    let mut whole = whole::read(&files)?;
    whole.ledger.see(Tree { basis: asked.tree, day: asked.as_of });
    whole.lists.say_ignored();
    whole.lists.say_remarks()?;
    let wrong =
        |words: String| vec![Trouble::new(files.paths.first().map_or(Path::new("ketnap"), PathBuf::as_path), words)];
    let organization = organization(&whole, asked.organization.as_deref()).map_err(wrong)?;
    let period = period(asked.from, asked.to, asked.as_of).map_err(wrong)?;
    let texts = |id: &RecordId| whole.book.record(id).map(|record| record as &dyn Entries);
    let wanted = Wanted { organization: &organization, period, as_of: asked.as_of, forecast: Forecast::On };
    let found = report::report(&whole.ledger, wanted, &texts).ok_or_else(|| wrong(words::AHEAD.to_owned()))?;
    let text = words::plain(&words::write(&found, &organization, period, &whole));
    output::write(|to| writeln!(to, "{}", text.trim_end()))?;
    Ok(Outcome::Nothing)
}

/// The period between two days; without them, the year of the as-of day.
///
/// # Errors
/// If it ends before it begins.
pub fn period(from: Option<Day>, to: Option<Day>, as_of: Day) -> Result<Period, String> {
    let first = from.unwrap_or(as_of.year_start());
    let last = to.unwrap_or(first.year_end().max(as_of.year_end()));
    Period::new(first, last).ok_or_else(|| texts::REVERSED.to_owned())
}

/// The organization of that name; without a name, the only root.
///
/// # Errors
/// If there is none or several.
pub fn organization(whole: &Whole, name: Option<&str>) -> Result<RecordId, String> {
    let Some(name) = name else {
        let roots = whole.ledger.roots();
        return match roots.as_slice() {
            [one] => Ok(one.clone()),
            several => {
                Err(texts::which_organization(several.iter().filter_map(|id| whole.ledger.organization_name(id))))
            }
        };
    };
    match Names::of(&whole.ledger).find(name) {
        Mention::One(id) | Mention::Like(id, _) => Ok(id),
        Mention::Unknown => Err(texts::no_organization(name)),
        Mention::Several(_) => Err(texts::several_organizations(name)),
    }
}
