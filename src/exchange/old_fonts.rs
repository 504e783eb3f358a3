//! Texts written for the fonts of the years before Unicode: TCVN3 (.VnTime) and VNI. Their letters are those of Western
//! Europe in a file, whatever the file's encoding; which one it is shows in the headings. By table, and told.

use super::headings::{Dictionary, plain};
use super::lists::{List, SheetLine};

/// Fonts whose texts are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldFont {
    /// TCVN 5712:1993, third table: fonts named `.Vn…`.
    Tcvn3,
    /// VNI-Windows: a letter, then its marks.
    Vni,
}

/// Letters of TCVN3: how they are stored, and what they show.
const TCVN3: (&str, &str) = (
    "¡¢§£¤¥¦¨©®ª«¬\u{AD}µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂĐÊÔƠƯăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
);

/// Letters of VNI that stand alone.
const VNI_ALONE: (&str, &str) = ("ñÑôÔöÖæÆóÓòÒîÎìÌíÍ", "đĐơƠưƯỉỈĩĨịỊỵỴìÌíÍ");

/// Marks of VNI, in small and large letters, and the Unicode marks that they stand for.
const VNI_MARKS: [(char, char, &str); 16] = [
    ('ø', 'Ø', "\u{300}"),
    ('ù', 'Ù', "\u{301}"),
    ('û', 'Û', "\u{309}"),
    ('õ', 'Õ', "\u{303}"),
    ('ï', 'Ï', "\u{323}"),
    ('â', 'Â', "\u{302}"),
    ('á', 'Á', "\u{302}\u{301}"),
    ('à', 'À', "\u{302}\u{300}"),
    ('å', 'Å', "\u{302}\u{309}"),
    ('ã', 'Ã', "\u{302}\u{303}"),
    ('ä', 'Ä', "\u{323}\u{302}"),
    ('ê', 'Ê', "\u{306}"),
    ('é', 'É', "\u{306}\u{301}"),
    ('è', 'È', "\u{306}\u{300}"),
    ('ú', 'Ú', "\u{306}\u{309}"),
    ('ü', 'Ü', "\u{306}\u{303}"),
];

/// The last mark of VNI: breve and dot below.
const VNI_BREVE_DOT: (char, char, &str) = ('ë', 'Ë', "\u{323}\u{306}");

impl OldFont {
    /// All of them.
    pub const ALL: [OldFont; 2] = [OldFont::Tcvn3, OldFont::Vni];

    /// The text that such a font shows. Marks may follow their letters: it has to be composed.
    pub fn read(self, text: &str) -> String {
        match self {
            OldFont::Tcvn3 => text.chars().map(|c| letter(TCVN3, c).unwrap_or(c)).collect(),
            OldFont::Vni => vni(text),
        }
    }

    /// The font of a sheet: the one by which more of its first cells are headings of lists than as they stand.
    pub fn of(lines: &[SheetLine]) -> Option<OldFont> {
        let known = |font: Option<OldFont>| headings(lines, font);
        let best = OldFont::ALL.into_iter().map(|font| (known(Some(font)), font)).max_by_key(|(known, _)| *known);
        best.filter(|(found, _)| *found >= 2 && *found > known(None)).map(|(_, font)| font)
    }

    /// Reads all cells of a sheet.
    pub fn read_all(self, lines: &mut [SheetLine]) {
        for cell in lines.iter_mut().flat_map(|line| &mut line.cells) {
            if !cell.is_ascii() {
                *cell = self.read(cell);
            }
        }
    }
}

/// How many lines are looked at to tell a sheet's letters.
pub const LOOKED_AT: usize = 30;

/// Number of cells in the first lines that are headings of a list.
pub fn headings(lines: &[SheetLine], font: Option<OldFont>) -> usize {
    let cells = lines.iter().take(LOOKED_AT).flat_map(|line| line.cells.iter().take(60));
    let names = cells.map(|cell| plain(&font.map_or_else(|| cell.clone(), |font| font.read(cell))));
    let mut known: Vec<String> =
        names.filter(|name| List::ALL.iter().any(|list| Dictionary::of(*list).meaning(name).is_some())).collect();
    known.sort();
    known.dedup();
    known.len()
}

fn letter((stored, shown): (&str, &str), c: char) -> Option<char> {
    shown.chars().nth(stored.chars().position(|known| known == c)?)
}

fn vni(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let takes_marks = "aeouyAEOUYôÔöÖ".contains(before);
        let marks = VNI_MARKS.iter().chain([&VNI_BREVE_DOT]).find(|(small, large, _)| c == *small || c == *large);
        match marks.filter(|_| takes_marks) {
            Some((.., marks)) => read.push_str(marks),
            None => read.push(letter(VNI_ALONE, c).unwrap_or(c)),
        }
        before = c;
    }
    read
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[track_caller]
    fn check(font: OldFont, stored: &str, shown: &str) {
        assert_eq!(font.read(stored).nfc().collect::<String>(), shown);
    }

    #[test]
    fn old_fonts_show_what_they_showed() {
        check(OldFont::Tcvn3, "Hä vµ tªn", "Họ và tên");
        check(OldFont::Tcvn3, "Ngµy, th¸ng, n¨m sinh", "Ngày, tháng, năm sinh");
        check(OldFont::Tcvn3, "Tr×nh ®é v¨n hãa", "Trình độ văn hóa");
        check(OldFont::Tcvn3, "§¶ng bé x· MÉu", "Đảng bộ xã Mẫu");
        check(OldFont::Tcvn3, "Giíi tÝnh", "Giới tính");
        check(OldFont::Vni, "Hoï vaø teân", "Họ và tên");
        check(OldFont::Vni, "Ngaøy, thaùng, naêm sinh", "Ngày, tháng, năm sinh");
        check(OldFont::Vni, "Trình ñoä vaên hoùa", "Trình độ văn hóa");
        check(OldFont::Vni, "Ñaûng boä xaõ Maãu", "Đảng bộ xã Mẫu");
        check(OldFont::Vni, "Nguyeãn Thò Ñöôïc", "Nguyễn Thị Được");
    }

    #[test]
    fn the_headings_tell_which_font_it_was() {
        let lines = |text: &str| {
            vec![SheetLine { number: 1, cells: text.split(';').map(str::to_owned).collect(), ..SheetLine::default() }]
        };
        assert_eq!(OldFont::of(&lines("Hä vµ tªn;Ngµy sinh;D©n téc")), Some(OldFont::Tcvn3));
        assert_eq!(OldFont::of(&lines("Hoï vaø teân;Ngaøy sinh")), Some(OldFont::Vni));
        assert_eq!(OldFont::of(&lines("Họ và tên;Ngày sinh;Dân tộc")), None);
        assert_eq!(OldFont::of(&lines("Prénom;Né le")), None);
    }
}
