//! Tables as an Excel workbook with typed cells: days as dates, counts as numbers, all else as text, so that nothing becomes a
//! formula and no leading zero is lost. Headings stay in sight while scrolling and come again on each printed page.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::{Cell, OfficeTable, percent};
use crate::domain::calculator::figures::share;
use crate::domain::value::day::Day;
use crate::text::numbers;
use crate::text::sheets::PARTY;
use crate::text::spreadsheets as texts;

/// Points that a line of text is high.
const LINE: u32 = 15;
/// Lines that a row shows at most: Excel allows 409 points.
const HIGHEST: u32 = 27;
/// Paper of the size A4, as Excel numbers it.
const A4: u8 = 9;
/// Line of the title, below the name of the office.
const TITLE: u32 = 1;
/// Line of what the table is about.
const ABOUT: u32 = 2;
/// Line of the headings.
const HEADINGS: u32 = 4;
/// Least and most characters that a column is wide.
const WIDTHS: (usize, usize) = (6, 42);
/// Columns from which on a page is printed across.
const WIDE: usize = 7;
/// Column in which the name of the Party stands at the top, if there are so many.
const RIGHT: usize = 4;

/// How cells look.
struct Formats {
    heading: Format,
    title: Format,
    strong: Format,
    plain: Format,
    day: Format,
    percent: Format,
    about: Format,
    note: Format,
}

impl Formats {
    fn new() -> Formats {
        let cell = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        Formats {
            heading: cell().set_bold().set_text_wrap().set_align(FormatAlign::Center),
            title: Format::new().set_bold(),
            strong: cell().set_bold().set_text_wrap(),
            plain: cell().set_text_wrap(),
            day: cell().set_num_format("dd/mm/yyyy"),
            percent: cell().set_num_format("0.0%"),
            about: Format::new().set_italic(),
            note: Format::new().set_italic().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// A workbook with these tables, made on a day: the same tables give the same bytes.
///
/// # Errors
/// If the library cannot write them.
pub fn bytes(sheets: &[OfficeTable], made: Day) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&date(made)?));
    let formats = Formats::new();
    for sheet in sheets {
        let page = book.add_worksheet().set_name(sheet.name)?;
        write(page, sheet, &formats)?;
    }
    book.save_to_buffer()
}

fn write(page: &mut Worksheet, sheet: &OfficeTable, formats: &Formats) -> Result<(), XlsxError> {
    let columns = sheet.headings.len();
    page.write_string_with_format(0, 0, &sheet.office, &formats.title)?;
    let right = RIGHT.min(columns.saturating_sub(1));
    if right > 0 {
        page.write_string_with_format(0, index(right), PARTY, &formats.title)?;
    }
    page.write_string_with_format(TITLE, 0, &sheet.title, &formats.title)?;
    page.write_string_with_format(ABOUT, 0, &sheet.about, &formats.about)?;
    let widths: Vec<u32> = (0..columns).map(|at| width(sheet, at)).collect();
    for (heading, at) in sheet.headings.iter().zip(0..) {
        page.write_string_with_format(HEADINGS, at, heading, &formats.heading)?;
    }
    let headings = sheet.headings.iter().zip(&widths).map(|(heading, width)| lines(heading, *width)).max();
    page.set_row_height(HEADINGS, headings.unwrap_or(1) * LINE)?;
    let mut line = HEADINGS;
    for row in &sheet.rows {
        line += 1;
        for (at, cell) in (0..columns).map(|at| (index(at), row.get(at).unwrap_or(&Cell::Empty))) {
            put(page, (line, at), cell, formats)?;
        }
        let high = row.iter().zip(&widths).map(|(cell, width)| lines(&shown(cell), *width)).max();
        if let Some(high @ 2..) = high {
            page.set_row_height(line, high.min(HIGHEST) * LINE)?;
        }
    }
    for note in &sheet.notes {
        line += 1;
        if columns > 1 {
            page.merge_range(line, 0, line, index(columns - 1), note, &formats.note)?;
        } else {
            page.write_string_with_format(line, 0, note, &formats.note)?;
        }
        page.set_row_height(line, lines(note, widths.iter().sum()).min(HIGHEST) * LINE)?;
    }
    for (at, width) in (0..).zip(&widths) {
        page.set_column_width(at, *width)?;
    }
    page.set_freeze_panes(HEADINGS + 1, 1)?;
    page.set_repeat_rows(HEADINGS, HEADINGS)?;
    page.set_paper_size(A4);
    page.set_print_fit_to_pages(1, 0);
    if columns >= WIDE {
        page.set_landscape();
    }
    page.set_footer(format!("&L{}&R{} &P/&N", sheet.title.replace('&', "&&"), texts::PAGE));
    Ok(())
}

fn put(page: &mut Worksheet, (line, at): (u32, u16), cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => page.write_blank(line, at, &formats.plain)?,
        Cell::Day(on) => page.write_datetime_with_format(line, at, date(*on)?, &formats.day)?,
        // Excel counts to 15 digits.
        Cell::Count(count) => match u32::try_from(*count) {
            Ok(count) => page.write_number_with_format(line, at, count, &formats.plain)?,
            Err(_) => page.write_string_with_format(line, at, count.to_string(), &formats.plain)?,
        },
        Cell::Share(part, whole) => {
            // Exact as a quotient; readers that do not compute have it to four places.
            let shown = share(*part, *whole).map(|share| share.rounded(SHOWN)).unwrap_or_default();
            let (whole_part, rest) = (shown / i64::from(SHOWN), shown % i64::from(SHOWN));
            let formula = Formula::new(format!("={part}/{whole}")).set_result(format!("{whole_part}.{rest:04}"));
            page.write_formula_with_format(line, at, formula, &formats.percent)?
        }
        Cell::Text(text) => page.write_string_with_format(line, at, bounded(text), &formats.plain)?,
        Cell::Strong(text) => page.write_string_with_format(line, at, bounded(text), &formats.strong)?,
    };
    Ok(())
}

/// Parts of a whole that a share is shown in.
const SHOWN: u32 = 10_000;

/// Longest text of a cell in Excel.
const LONGEST: usize = 32_767;

/// A text that a cell can hold.
fn bounded(text: &str) -> String {
    text.chars().take(LONGEST / 2).collect()
}

fn date(on: Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(u16::try_from(on.year()).unwrap_or_default(), on.month(), on.day())
}

fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// Lines that a text takes in a column of this width, its words kept whole.
fn lines(text: &str, width: u32) -> u32 {
    let (mut lines, mut left) = (1, i64::from(width));
    for word in text.split_whitespace() {
        let long = i64::try_from(word.chars().count()).unwrap_or_default();
        if long > left && left < i64::from(width) {
            lines += 1;
            left = i64::from(width);
        }
        left -= long + 1;
    }
    lines
}

/// How wide a column has to be for its longest text, within bounds.
fn width(sheet: &OfficeTable, at: usize) -> u32 {
    let cells = sheet.rows.iter().filter_map(|row| row.get(at));
    let longest = cells.map(|cell| shown(cell).chars().count()).max().unwrap_or_default();
    // A heading may break between its words.
    let words = sheet.headings.get(at).map(|heading| heading.split(' ').map(|word| word.chars().count()).max());
    let wide = longest.max(words.flatten().unwrap_or_default()).clamp(WIDTHS.0, WIDTHS.1) + 2;
    u32::try_from(wide).unwrap_or_default()
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Day(day) => numbers::day(*day),
        Cell::Count(count) => count.to_string(),
        Cell::Share(part, whole) => percent(*part, *whole),
        Cell::Text(text) | Cell::Strong(text) => text.clone(),
    }
}
