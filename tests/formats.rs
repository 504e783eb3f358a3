//! What `docs/FORMAT.md` says of fields and lists is what the code has. After a change the tables
//! as they should be are in `target/format-tables.md`.

use std::fs;
use std::path::Path;

use ket_nap::domain::schema::choice::List;
use ket_nap::domain::schema::field::{Field, Kind, Need};
const fn name(list: List) -> &'static str {
    match list {
        List::OrganizationKinds => "organization kinds",
        List::EventKinds => "what happens to an organization",
        List::PlaceKinds => "kinds of places",
        List::Indicators => "indicators",
        List::CountingDays => "counting days",
        List::Overlaps => "overlaps",
        List::TargetOrigins => "who set a target",
        List::SourceGroups => "source groups",
        List::KeyPosts => "posts in villages",
        List::Reasons => "reasons why nobody was found",
        List::Arrivals => "how a member came",
        List::Levels => "levels",
        List::Answers => "answers",
        List::Declared => "declarations",
        List::Sexes => "sexes",
        List::HardAreas => "hard areas",
        List::IntroducedBy => "who introduces",
        List::LeftFor => "why left",
        List::DecidingBodies => "deciding bodies",
        List::EndedFor => "why ended",
        List::Standings => "how a member stands",
        List::Memberships => "official or probationary",
        List::InquirySubjects => "whom a letter asks about",
        List::Relations => "relations",
        List::Education => "education",
        List::Qualification => "qualification",
        List::PoliticalTheory => "political theory",
        List::StudyForms => "study forms",
        List::Disciplines => "measures",
        List::Occupations => "occupations",
        List::Religion => "religion",
        List::EthnicGroup => "ethnic group",
        List::Provinces => "provinces",
        List::OldProvinces => "provinces until 2025",
    }
}

/// A number with a space between thousands.
fn spaced(number: usize) -> String {
    let figures = number.to_string();
    let groups = figures.as_bytes().rchunks(3).rev();
    groups.map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join(" ")
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Line { max } => format!("line ≤ {}", spaced(max)),
        Kind::Text { max } => format!("text ≤ {}", spaced(max)),
        Kind::Month => "month".to_owned(),
        Kind::When => "date".to_owned(),
        Kind::Phone => "phone number".to_owned(),
        Kind::DocumentNumber => "number of a document".to_owned(),
        Kind::Day { past: true } => "day, not ahead".to_owned(),
        Kind::Day { past: false } => "day".to_owned(),
        Kind::Count { most } => format!("count ≤ {}", spaced(most as usize)),
        Kind::Choice(list) => format!("choice: {}", name(list)),
        Kind::Reference(of) => of.prefix().to_owned(),
        Kind::Bound => "bound".to_owned(),
        Kind::Decimal => "decimal number".to_owned(),
        Kind::CitizenId => "citizen number".to_owned(),
        Kind::OrganizationCode => "code of an organization".to_owned(),
        Kind::Item => "field of a candidate".to_owned(),
    }
}

fn fields() -> String {
    let row = |field: &Field| {
        let spec = field.spec();
        let need = match spec.need {
            Need::Always => "at once",
            Need::Dossier => "for a dossier",
            Need::Optional => "",
        };
        let item = spec.item.map(|item| item.0.to_string()).unwrap_or_default();
        let (record, key, column) = (spec.record.prefix(), spec.key, field.label());
        format!("| {record} | `{key}` | {column} | {} | {need} | {item} |\n", kind(spec.kind))
    };
    Field::ALL.iter().map(row).collect()
}

fn lists() -> String {
    let row = |list: &List| {
        let entries = list.entries().iter().map(|choice| format!("`{}` {}", choice.key, choice.name));
        format!("| {} | {} |\n", name(*list), entries.collect::<Vec<_>>().join(" · "))
    };
    List::ALL.iter().map(row).collect()
}

#[test]
fn the_documented_fields_and_lists_are_those_of_the_code() -> Result<(), std::io::Error> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("docs/FORMAT.md"))?;
    let (fields, lists) = (fields(), lists());
    let same = document.contains(&fields) && document.contains(&lists);
    if !same {
        fs::write(root.join("target/format-tables.md"), format!("{fields}\n{lists}"))?;
    }
    assert!(same, "docs/FORMAT.md differs: see target/format-tables.md");
    Ok(())
}
