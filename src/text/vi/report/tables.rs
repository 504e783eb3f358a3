//! Tables of the report.

use super::super::{breakdown as parts, groundwork, numbers, overview, standing};
use super::{Known, Piece, Table};
use crate::domain::calculator::breakdown::{Admitted, Part};
use crate::domain::calculator::figures;
use crate::domain::calculator::overview::Row;
use crate::domain::calculator::reasons::Why;
use crate::domain::calculator::report::{Report, Trace};

/// Targets with their results.
pub(super) fn targets(report: &Report, known: &dyn Known) -> Option<Table> {
    let mut rows = Vec::new();
    let words = |words: String| Piece::Words(words);
    for result in &report.results {
        for against in &result.against {
            let Some((target, bound)) = known.target(&against.target).and_then(|target| Some((target, target.bound?)))
            else {
                continue;
            };
            let progress = &against.progress;
            rows.push(vec![
                words(format!("{}, {}", result.indicator.name(), overview::period(against.period))),
                words(standing::issued(target).unwrap_or_default()),
                Piece::Figure(numbers::bound(bound), Trace::Record(against.target.clone())),
                words(numbers::count(progress.counted)),
                words(standing::percent(progress).unwrap_or_default()),
                words(standing::status(progress.status).to_owned()),
            ]);
        }
    }
    let columns = vec!["Nội dung", "Cơ quan giao, văn bản", "Chỉ tiêu", "Đã đạt", "Tỉ lệ", "Tiến độ"];
    (!rows.is_empty()).then_some(Table { title: "Chỉ tiêu và kết quả", columns, rows })
}

/// Organizations below.
pub(super) fn organizations(report: &Report, known: &dyn Known) -> Option<Table> {
    let words = |words: String| Piece::Words(words);
    let row = |row: &Row| {
        let target = row.target.as_ref();
        let bound = target.and_then(|(id, _)| known.target(id)?.bound).map(numbers::bound);
        let trace = match target {
            Some((id, _)) => Trace::Record(id.clone()),
            None => Trace::Record(row.organization.clone()),
        };
        let percent = target.and_then(|(_, progress)| standing::percent(progress));
        let status = target.map(|(_, progress)| standing::status(progress.status).to_owned());
        vec![
            words(known.name(&row.organization)),
            words(bound.unwrap_or_default()),
            if row.known { Piece::Figure(numbers::count(row.counted), trace) } else { words("–".to_owned()) },
            words(percent.unwrap_or_default()),
            words(status.unwrap_or_default()),
        ]
    };
    let rows: Vec<Vec<Piece>> = report.rows.iter().map(row).collect();
    let columns = vec!["Tổ chức", "Chỉ tiêu", "Kết nạp", "Tỉ lệ", "Tiến độ"];
    (!rows.is_empty()).then_some(Table { title: "Từng tổ chức trực thuộc", columns, rows })
}

/// Why nobody was found, without names.
pub(super) fn reasons(report: &Report) -> Option<Table> {
    let row = |why: &Why| {
        let number = |number: u64| Piece::Words(numbers::count(number));
        let people = why.people.map(numbers::count).unwrap_or_default();
        let name = groundwork::reason(&why.said).to_owned();
        vec![Piece::Words(name), number(why.places), number(why.before), Piece::Words(people)]
    };
    let rows: Vec<Vec<Piece>> = report.reasons.why.iter().map(row).collect();
    let columns = groundwork::REASON_COLUMNS.to_vec();
    (!rows.is_empty()).then_some(Table { title: groundwork::REASONS, columns, rows })
}

/// Breakdowns of those admitted.
pub(super) fn breakdowns(found: &Admitted) -> Option<Table> {
    let mut rows = Vec::new();
    // Dimensions without data are left out.
    let noted = found.by.iter().filter(|by| by.parts.iter().any(|(part, _)| *part != Part::Unknown));
    for by in noted {
        for (part, number) in &by.parts {
            rows.push(vec![
                Piece::Words(parts::dimension(by.dimension).to_owned()),
                Piece::Words(parts::part(*part)),
                Piece::Words(numbers::count(*number)),
                Piece::Words(figures::share(*number, found.total).map(numbers::percent).unwrap_or_default()),
            ]);
        }
    }
    let columns = vec!["Theo", "Nhóm", "Số người", "Tỉ lệ"];
    (!rows.is_empty()).then_some(Table { title: parts::BREAKDOWN, columns, rows })
}
