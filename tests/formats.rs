//! What `docs/FORMAT.md` says of fields and lists is what the code has. After a change the tables
//! as they should be are in `target/format-tables.md`.

use std::fs;
use std::path::Path;

use ket_nap::domain::choice::{
    ANSWERS, COUNTING_DAYS, Choice, DECLARED, HARD_AREAS, INDICATORS, INTRODUCED_BY, LEFT_FOR, LEVELS,
    ORGANIZATION_KINDS, OVERLAPS, RELATIONS, SEXES,
};
use ket_nap::domain::field::{Field, Kind, Need};
use ket_nap::domain::lists::{
    DISCIPLINES, EDUCATION, ETHNIC_GROUP, OCCUPATIONS, OLD_PROVINCES, POLITICAL_THEORY, PROVINCES, QUALIFICATION,
    RELIGION, STUDY_FORMS,
};

const LISTS: &[(&str, &[Choice])] = &[
    ("organization kinds", ORGANIZATION_KINDS),
    ("indicators", INDICATORS),
    ("counting days", COUNTING_DAYS),
    ("overlaps", OVERLAPS),
    ("levels", LEVELS),
    ("answers", ANSWERS),
    ("declarations", DECLARED),
    ("sexes", SEXES),
    ("hard areas", HARD_AREAS),
    ("who introduces", INTRODUCED_BY),
    ("why left", LEFT_FOR),
    ("relations", RELATIONS),
    ("education", EDUCATION),
    ("qualification", QUALIFICATION),
    ("political theory", POLITICAL_THEORY),
    ("study forms", STUDY_FORMS),
    ("measures", DISCIPLINES),
    ("occupations", OCCUPATIONS),
    ("religion", RELIGION),
    ("ethnic group", ETHNIC_GROUP),
    ("provinces", PROVINCES),
    ("provinces until 2025", OLD_PROVINCES),
];

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
        Kind::Choice(list) => {
            let name = LISTS.iter().find(|(_, known)| *known == list).map(|(name, _)| *name);
            format!("choice: {}", name.unwrap_or("?"))
        }
        Kind::Reference(of) => of.prefix().to_owned(),
        Kind::Bound => "bound".to_owned(),
        Kind::CitizenId => "citizen number".to_owned(),
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
        let (record, key, column) = (spec.record.prefix(), spec.key, spec.column);
        format!("| {record} | `{key}` | {column} | {} | {need} | {item} |\n", kind(spec.kind))
    };
    Field::ALL.iter().map(row).collect()
}

fn lists() -> String {
    let row = |(name, list): &(&str, &[Choice])| {
        let entries: Vec<String> = list.iter().map(|choice| format!("`{}` {}", choice.key, choice.name)).collect();
        format!("| {name} | {} |\n", entries.join(" · "))
    };
    LISTS.iter().map(row).collect()
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
