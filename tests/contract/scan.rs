//! Reading scripts and Rust files as a list of tokens, without comments: as much of both languages as this project's
//! own files need.

/// A piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A word or a number.
    Word(String),
    /// A text between quotes, as it is written; what is put into a template is `${}`.
    Text(String),
    /// The inside of a regular expression.
    Pattern(String),
    /// Any other letter.
    Mark(char),
}

impl Token {
    /// Whether it is written like this.
    pub fn is(&self, written: &str) -> bool {
        match self {
            Token::Word(word) => word == written,
            Token::Mark(mark) => written.chars().eq([*mark]),
            Token::Text(_) | Token::Pattern(_) => false,
        }
    }

    /// The text between quotes.
    pub fn text(&self) -> Option<&str> {
        if let Token::Text(text) = self { Some(text) } else { None }
    }
}

/// The language of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// A script.
    Script,
    /// A part of the program.
    Rust,
}

/// The tokens of a file.
pub fn tokens(text: &str, language: Language) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, length) = if rest.starts_with("//") {
            (None, until(rest, "\n"))
        } else if rest.starts_with("/*") {
            (None, until(rest, "*/"))
        } else if first.is_whitespace() {
            (None, first.len_utf8())
        } else if first.is_alphanumeric() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            (Some(Token::Word(rest[..length].to_owned())), length)
        } else if language == Language::Rust && first == '\'' {
            (Some(Token::Mark(first)), letter(rest))
        } else if matches!(first, '"' | '\'' | '`') && (language == Language::Script || first == '"') {
            let length = quoted(rest, first);
            (Some(Token::Text(plain(&rest[1..length - 1], first))), length)
        } else if first == '/' && language == Language::Script && begins_pattern(found.last()) {
            let length = quoted(rest, '/');
            (Some(Token::Pattern(rest[1..length - 1].to_owned())), length)
        } else {
            (Some(Token::Mark(first)), first.len_utf8())
        };
        found.extend(token);
        rest = &rest[length..];
    }
    found
}

fn until(rest: &str, end: &str) -> usize {
    rest.find(end).map_or(rest.len(), |place| place + end.len())
}

/// The length of a letter between quotes of Rust, or of the mark in front of a lifetime.
fn letter(rest: &str) -> usize {
    let inside: Vec<char> = rest.chars().skip(1).take(2).collect();
    match inside.as_slice() {
        ['\\', _] => rest[3..].find('\'').map_or(1, |end| 3 + end + 1),
        [inside, '\''] => 2 + inside.len_utf8(),
        _ => 1,
    }
}

/// The length of what stands between two marks, with both.
fn quoted(rest: &str, mark: char) -> usize {
    let (mut escaped, mut in_class) = (false, false);
    for (place, letter) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if letter == '\\' {
            escaped = true;
        } else if mark == '/' && (letter == '[' || letter == ']') {
            in_class = letter == '[';
        } else if letter == mark && !in_class {
            return place + 1;
        }
    }
    unreachable!("no end of {}", rest.chars().take(40).collect::<String>())
}

/// A text with an empty place for what a template puts there.
fn plain(text: &str, mark: char) -> String {
    if mark != '`' {
        return text.to_owned();
    }
    let mut parts = text.split("${");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + "${}" + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// Whether a slash after this begins a regular expression.
fn begins_pattern(before: Option<&Token>) -> bool {
    before.is_none_or(|before| matches!(before, Token::Mark(mark) if "(,=>:[!&|?{};".contains(*mark)))
}

/// The tokens after each place where these are written.
pub fn after<'a>(tokens: &'a [Token], written: &[&str]) -> Vec<&'a [Token]> {
    let fits = |some: &[Token]| some.iter().zip(written).all(|(token, written)| token.is(written));
    let places = 0..tokens.len().saturating_sub(written.len());
    places
        .filter_map(|place| tokens.get(place..)?.split_at_checked(written.len()))
        .filter(|(some, _)| fits(some))
        .map(|(_, rest)| rest)
        .collect()
}

/// The texts right after each place where these are written.
pub fn texts_after<'a>(tokens: &'a [Token], written: &[&str]) -> Vec<&'a str> {
    after(tokens, written).into_iter().filter_map(|rest| rest.first()?.text()).collect()
}

/// What stands up to the end of a bracket that is open.
pub fn inside(tokens: &[Token]) -> &[Token] {
    let mut depth = 0;
    for (place, token) in tokens.iter().enumerate() {
        match token {
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(')' | ']' | '}') if depth == 0 => return tokens.get(..place).unwrap_or(tokens),
            Token::Mark(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
    }
    tokens
}

/// The texts that a regular expression of names stands for: one choice between words, at its beginning.
pub fn spelled_out(pattern: &str) -> Vec<String> {
    let pattern = pattern.trim_start_matches('^').replace("\\/", "/");
    match pattern.split_once('(').and_then(|(head, rest)| Some((head, rest.split_once(')')?))) {
        Some((head, (choices, tail))) => choices.split('|').map(|choice| format!("{head}{choice}{tail}")).collect(),
        None => vec![pattern],
    }
}

#[test]
fn a_script_is_read() {
    let text = "tell('kn-a', x ? \"b\" : `c/${d.e}f`); // 'no'\nif (/^[/\"']x\\//.test(y)) z = 1 /* 'no' */ / 2;";
    let texts: Vec<Token> = tokens(text, Language::Script)
        .into_iter()
        .filter(|token| matches!(token, Token::Text(_) | Token::Pattern(_)))
        .collect();
    let text = |text: &str| Token::Text(text.to_owned());
    assert_eq!(texts, [text("kn-a"), text("b"), text("c/${}f"), Token::Pattern("^[/\"']x\\/".to_owned())]);
}

#[test]
fn a_rust_file_is_read() {
    let found = tokens("fn f<'a>(c: char) -> &'a str { g('\"', '\\'', '\\u{1}', \"kn\") } // \"no\"", Language::Rust);
    assert_eq!(found.iter().filter_map(Token::text).collect::<Vec<_>>(), ["kn"]);
}

#[test]
fn a_pattern_is_spelled_out() {
    assert_eq!(spelled_out("^ket-nap\\/(book|folded)\\/"), ["ket-nap/book/", "ket-nap/folded/"]);
    assert_eq!(spelled_out("^https?:$"), ["https?:$"]);
}
