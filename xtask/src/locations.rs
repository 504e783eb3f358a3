//! Where in the standard library something failed is not worth its bytes: its paths (`/rustc/…/library/…rs`) are blanked in the
//! finished program. Lengths stay, and blanks pack to nothing. Places in this program and its packages are still told.

const BEGINNING: &str = "/rustc/";
const END: &str = ".rs";

/// The text form of a program without them.
pub fn blanked(text: &str) -> String {
    let mut rest = text;
    let mut all = String::with_capacity(text.len());
    while let Some((before, path)) = rest.split_once(BEGINNING) {
        all.push_str(before);
        let is_path = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
        let end = path.find(|c| !is_path(c)).unwrap_or(path.len());
        match path.get(..end).and_then(|path| path.find(END)) {
            Some(length) => {
                all.extend(std::iter::repeat_n(' ', BEGINNING.len() + length + END.len()));
                rest = path.get(length + END.len()..).unwrap_or_default();
            }
            None => {
                all.push_str(BEGINNING);
                rest = path;
            }
        }
    }
    all + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(blanked(text), expected);
        assert_eq!(text.len(), expected.len());
    }

    #[test]
    fn paths_of_the_library_alone_are_blanked() {
        check("(data \"M/rustc/5a/lib/id.rs/rustc/5a/b.rsx\")", &format!("(data \"M{}x\")", " ".repeat(33)));
        check("src/app/run.rs", "src/app/run.rs");
        check("(data \"/rustc/\\00.rs\")", "(data \"/rustc/\\00.rs\")");
        check("/rustc/5a", "/rustc/5a");
    }
}
