//! Files that hold no list that can be read, told by how they begin: what a person has chosen in place of the list.

/// Another kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A picture or a photograph.
    Picture,
    /// A document to be printed.
    Pdf,
    /// A document of Word or a text of LibreOffice.
    Document,
    /// Several files packed in one.
    Archive,
    /// Nothing at all.
    Empty,
    /// Zeros, as a copy leaves behind that was not finished.
    Zeros,
}

/// How files begin.
const BEGINNINGS: [(&[u8], Foreign); 9] = [
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"BM", Foreign::Picture),
    (b"%PDF", Foreign::Pdf),
    (b"{\\rtf", Foreign::Document),
    (b"Rar!", Foreign::Archive),
    (b"7z\xBC\xAF", Foreign::Archive),
    (b"\x1F\x8B", Foreign::Archive),
];

/// The name of Word's stream in a file of before 2007.
const WORD: &[u8] = b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";
/// Names of parts in packed files, and what has such a part.
const PARTS: [(&[u8], Foreign); 3] = [
    (b"word/document.xml", Foreign::Document),
    (b"application/vnd.oasis.opendocument.text", Foreign::Document),
    (b"ppt/presentation.xml", Foreign::Document),
];
/// Names of parts that workbooks have.
const WORKBOOKS: [&[u8]; 3] = [b"xl/workbook", b"opendocument.spreadsheet", b"[Content_Types].xml"];

impl Foreign {
    /// What a file is, unless it may hold a list.
    pub fn of(bytes: &[u8]) -> Option<Foreign> {
        let named = |part: &[u8]| bytes.windows(part.len()).any(|found| found == part);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Some(Foreign::Empty);
        }
        if bytes.iter().all(|byte| *byte == 0) {
            return Some(Foreign::Zeros);
        }
        // Two letters may begin a list as well.
        let begins =
            |(begin, _): &&(&[u8], Foreign)| bytes.starts_with(begin) && (begin.len() > 2 || bytes.contains(&0));
        if let Some((_, foreign)) = BEGINNINGS.iter().find(begins) {
            return Some(*foreign);
        }
        // Photographs of telephones.
        if bytes.get(4..12).is_some_and(|kind| kind.starts_with(b"ftyp")) || bytes.get(8..12) == Some(b"WEBP") {
            return Some(Foreign::Picture);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            let found = PARTS.iter().find(|(part, _)| named(part)).map(|(_, foreign)| *foreign);
            return found.or_else(|| (!WORKBOOKS.iter().any(|part| named(part))).then_some(Foreign::Archive));
        }
        (bytes.starts_with(super::OLD_OFFICE) && named(WORD)).then_some(Foreign::Document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<Foreign>) {
        assert_eq!(Foreign::of(bytes), expected);
    }

    #[test]
    fn what_is_no_list_is_told_by_its_beginning() {
        check(b"", Some(Foreign::Empty));
        check(b"\r\n  \n", Some(Foreign::Empty));
        check(&[0; 5], Some(Foreign::Zeros));
        check(b"\x89PNG\r\n", Some(Foreign::Picture));
        check(b"BM\0\0", Some(Foreign::Picture));
        check(b"BM;H\xE1\xBB\x8D", None);
        check(b"%PDF-1.7", Some(Foreign::Pdf));
        check(b"PK\x03\x04..word/document.xml..[Content_Types].xml", Some(Foreign::Document));
        check(b"PK\x03\x04..xl/workbook.xml", None);
        check(b"PK\x03\x04..a.txt", Some(Foreign::Archive));
        check(b"STT,H\xE1\xBB\x8D t\xC3\xAAn", None);
    }
}
