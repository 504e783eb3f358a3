//! Cells of OpenDocument sheets that reach down over others: the reader of workbooks tells of them for Excel alone.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Seek};

use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The cells that reach down, by the names of their sheets. What cannot be read is left out: it only fills empty cells.
pub(super) fn of<R: Read + Seek>(archive: &mut zip::ZipArchive<R>) -> HashMap<String, Vec<Dimensions>> {
    let part = archive.by_name("content.xml");
    part.map_or_else(|_| HashMap::new(), |part| read(BufReader::new(part)))
}

/// The place of the next cell of a sheet.
struct Place {
    sheet: String,
    row: u32,
    column: u32,
    /// How often the row is there.
    times: u32,
}

fn read(content: impl BufRead) -> HashMap<String, Vec<Dimensions>> {
    let (mut found, mut reader, mut buffer) = (HashMap::new(), Reader::from_reader(content), Vec::new());
    let mut place: Option<Place> = None;
    loop {
        buffer.clear();
        let (element, empty) = match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => (element, false),
            Ok(Event::Empty(element)) => (element, true),
            Ok(Event::End(element)) => {
                if let (Some(place), "table:table-row") = (&mut place, element.name().as_ref()) {
                    place.row = place.row.saturating_add(place.times);
                }
                continue;
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => continue,
        };
        match (element.name().as_ref(), &mut place) {
            ("table:table", _) => {
                let name = element.try_get_attribute("table:name").ok().flatten();
                let sheet = name.and_then(|name| name.normalized_value(quick_xml::XmlVersion::default()).ok());
                let sheet = sheet.unwrap_or_default().into_owned();
                place = Some(Place { sheet, row: 0, column: 0, times: 1 });
            }
            ("table:table-row", Some(place)) => {
                place.column = 0;
                place.times = count(&element, "table:number-rows-repeated");
                if empty {
                    place.row = place.row.saturating_add(place.times);
                }
            }
            ("table:table-cell" | "table:covered-table-cell", Some(place)) => {
                let rows = count(&element, "table:number-rows-spanned");
                if rows > 1 {
                    let end = (place.row.saturating_add(rows - 1), place.column);
                    let dimensions = Dimensions { start: (place.row, place.column), end };
                    found.entry(place.sheet.clone()).or_insert_with(Vec::new).push(dimensions);
                }
                place.column = place.column.saturating_add(count(&element, "table:number-columns-repeated"));
            }
            _ => {}
        }
    }
}

/// A number that is one where it does not stand.
fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    let written = element.try_get_attribute(name).ok().flatten();
    written.and_then(|written| written.value.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_reach_down_are_found_behind_repeated_ones() {
        let content = r#"<office:spreadsheet><table:table table:name="A &amp; B"><table:table-column/>
            <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
            <table:table-row><table:table-cell table:number-columns-repeated="2"/>
            <table:table-cell table:number-rows-spanned="4" table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell>
            <table:covered-table-cell/><table:table-cell table:number-rows-spanned="2"/></table:table-row></table:table>
            <table:table table:name="C"><table:table-row/><table:table-row>
            <table:table-cell table:number-rows-spanned="99999999999"/><table:table-cell table:number-rows-spanned="2"/>"#;
        let mut found: Vec<_> = read(content.as_bytes()).into_iter().collect();
        found.sort_by(|one, other| one.0.cmp(&other.0));
        let at = |start, end| Dimensions { start, end };
        let first = vec![at((3, 2), (6, 2)), at((3, 4), (4, 4))];
        assert_eq!(found, [("A & B".to_owned(), first), ("C".to_owned(), vec![at((1, 1), (2, 1))])]);
    }
}
