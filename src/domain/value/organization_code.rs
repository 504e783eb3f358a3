//! Codes of organizations in the Party's database: two figures of the province, then three each of the committee above the
//! grass roots, the grass-roots organization, the committee below it (`000` if none) and the cell. Known from programs of
//! 2026 that quote 208-QĐ/TW and 1361-CV/BTCTW.

/// Figures of each part.
const PARTS: [usize; 5] = [2, 3, 3, 3, 3];

/// Parses a code with dots or as fourteen figures and returns it with dots.
///
/// # Errors
/// The number of figures found, if it is not such a code.
pub fn parse(text: &str) -> Result<String, usize> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let wrong = Err(digits.len());
    if digits.len() != 14 || text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '.')) {
        return wrong;
    }
    let (mut code, mut rest) = (String::new(), digits.as_str());
    for part in PARTS {
        let Some((head, tail)) = rest.split_at_checked(part) else { return wrong };
        if !code.is_empty() {
            code.push('.');
        }
        code.push_str(head);
        rest = tail;
    }
    // Dots elsewhere are another code, or one with a figure lost and one too many.
    let typed: String = text.chars().filter(|c| *c != ' ').collect();
    if typed.contains('.') && typed != code { wrong } else { Ok(code) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_with_dots_and_without() {
        let good = Ok("38.168.053.000.001".to_owned());
        for text in ["38.168.053.000.001", "38168053000001", " 38 168 053 000 001 "] {
            assert_eq!(parse(text), good, "{text}");
        }
        for (text, digits) in [
            ("", 0),
            ("3816805300000", 13),
            ("381680530000012", 15),
            ("381.68.053.000.001", 14),
            ("38-168-053-000-001", 14),
            ("38.168.053.000.00A", 13),
        ] {
            assert_eq!(parse(text), Err(digits), "{text}");
        }
    }
}
