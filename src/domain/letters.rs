//! Vietnamese letters: mending what keyboards and old files do to them, and folding them
//! for search. Composing marks (NFC) is done at the edge, where the text comes in.

/// Mends letters that look right and are not: the Icelandic `Ð` (U+00D0, U+0189) that some
/// keyboards give for `Đ`, no-break and zero-width spaces. Everything else stays as typed.
pub fn mend(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\u{D0}' | '\u{189}' => Some('Đ'),
            '\u{F0}' | '\u{256}' => Some('đ'),
            '\u{A0}' | '\u{202F}' => Some(' '),
            '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => None,
            c if c.is_control() && c != '\n' && c != '\t' => None,
            c => Some(c),
        })
        .collect()
}

/// A text as search sees it: lower case, no marks, `đ` as `d`, one space between words.
/// Works on composed and decomposed text alike.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let base = match c {
            '\u{300}'..='\u{36F}' => continue,
            'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' => {
                'a'
            }
            'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
            'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
            'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => {
                'o'
            }
            'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
            'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
            'đ' | '\u{F0}' | '\u{256}' => 'd',
            c if c.is_whitespace() => {
                gap = !folded.is_empty();
                continue;
            }
            c => c,
        };
        if gap {
            folded.push(' ');
            gap = false;
        }
        folded.push(base);
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn search_sees_through_marks() {
        for (typed, folded) in [
            ("Dao", "dao"),
            ("Đào", "dao"),
            ("\u{D0}ào", "dao"),
            ("  Nguyễn   Thị\u{A0}Hòa ", "nguyen thi hoa"),
            ("hoà", "hoa"),
            ("Xơ Đăng", "xo dang"),
            ("Nguye\u{302}\u{303}n", "nguyen"),
            ("THỬ ƯỚC", "thu uoc"),
        ] {
            assert_eq!(fold(typed), folded, "{typed}");
        }
    }

    #[test]
    fn letters_that_only_look_right_are_mended() {
        assert_eq!(mend("\u{D0}iện Biên"), "Điện Biên");
        assert_eq!(mend("Lò\u{A0}Văn\u{200B} Mẫu"), "Lò Văn Mẫu");
        assert_eq!(mend("hai\ndòng"), "hai\ndòng");
    }

    proptest! {
        #[test]
        fn folding_does_not_depend_on_how_marks_are_stored(text in "[a-zA-Zàáảãạăằâầđêếôồơởưữỳ Đ]{0,24}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&decomposed));
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn mending_twice_changes_nothing(text in "\\PC{0,40}") {
            prop_assert_eq!(mend(&mend(&text)), mend(&text));
        }
    }
}
