//! A program in the text form that `wasm-dis` writes, taken apart into its parts.

use crate::outcome::{Failure, Outcome};

/// A function, or one that comes from the script around the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Function<'a> {
    /// Its name in the text form, with `$`.
    pub name: &'a str,
    /// What it takes and gives, as written: `(param $0 i32) (result i32)`.
    pub signature: &'a str,
    /// Everything of it; for an import the line.
    pub text: &'a str,
}

/// A program, part by part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program<'a> {
    /// The lines of types.
    pub types: Vec<&'a str>,
    /// What the script around it gives; functions only.
    pub imports: Vec<Function<'a>>,
    /// Name and line of each global.
    pub globals: Vec<(&'a str, &'a str)>,
    /// The line of the memory.
    pub memory: &'a str,
    /// Place and content of each stretch of data.
    pub data: Vec<(u32, Vec<u8>)>,
    /// How many functions can be called by number.
    pub slots: u32,
    /// Which functions have which number.
    pub elements: Vec<(u32, Vec<&'a str>)>,
    /// What the script around it may use: its name there, kind and name here.
    pub exports: Vec<(&'a str, &'a str, &'a str)>,
    /// All functions.
    pub functions: Vec<Function<'a>>,
}

/// How everything at the top begins.
const ITEM: &str = "\n (";

/// Reads a whole program. Fails at anything that programs of this project do not have.
pub fn read(text: &str) -> Outcome<Program<'_>> {
    let strange = |item: &str| {
        let begin: String = item.chars().take(60).collect();
        Failure::new(format!("the program has something in it that `split` does not know: ({begin}"))
    };
    let mut program = Program::default();
    let body = text.trim_end().strip_suffix(')').unwrap_or(text).trim_end();
    for item in body.split(ITEM).skip(1) {
        let (kind, rest) = item.split_once(' ').ok_or_else(|| strange(item))?;
        program.take(kind, rest, item).ok_or_else(|| strange(item))?;
    }
    Ok(program)
}

impl<'a> Program<'a> {
    /// Takes one part; `None` for one that is not known.
    fn take(&mut self, kind: &str, rest: &'a str, item: &'a str) -> Option<()> {
        match kind {
            "type" => self.types.push(item),
            "import" => self.imports.push(import(item)?),
            "global" => self.globals.push((name(rest)?, item)),
            "memory" if self.memory.is_empty() => self.memory = item,
            "data" => self.data.push(segment(rest)?),
            "table" if self.slots == 0 => self.slots = size(rest)?,
            "elem" => self.elements.push(elements(rest)?),
            "export" => self.exports.push(export(rest)?),
            "func" => self.functions.push(function(rest, item)?),
            _ => return None,
        }
        Some(())
    }
}

/// The name that a text begins with; some are in quotes.
pub fn name(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('$')?;
    let length = match inner.strip_prefix('"') {
        Some(quoted) => end_of_quotes(quoted)? + 2,
        None => inner.find(|c: char| c.is_whitespace() || c == ')').unwrap_or(inner.len()),
    };
    text.get(..=length)
}

fn end_of_quotes(quoted: &str) -> Option<usize> {
    let mut escaped = false;
    quoted.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

/// What stands behind the name that a text begins with.
fn after_name(text: &str) -> Option<&str> {
    text.get(name(text)?.len()..).map(str::trim_start)
}

fn function<'a>(rest: &'a str, item: &'a str) -> Option<Function<'a>> {
    let name = name(rest)?;
    let signature = rest.get(name.len()..)?.lines().next()?.trim();
    Some(Function { name, signature, text: item.trim_end() })
}

fn import(item: &str) -> Option<Function<'_>> {
    let rest = item.split_once("(func ")?.1;
    let signature = after_name(rest)?.trim_end().strip_suffix("))")?;
    Some(Function { name: name(rest)?, signature, text: item })
}

/// `$0 235 235 funcref)`
fn size(rest: &str) -> Option<u32> {
    let mut words = after_name(rest)?.split(' ');
    let least = words.next()?.parse().ok()?;
    (words.next()?.parse() == Ok(least)).then_some(least)
}

/// `$0 (i32.const 1) $a $b)`
fn elements(rest: &str) -> Option<(u32, Vec<&str>)> {
    let (place, mut rest) = placed(rest)?;
    let mut names = Vec::new();
    while let Some(name) = name(rest) {
        names.push(name);
        rest = after_name(rest)?;
    }
    (rest.trim() == ")").then_some((place, names))
}

/// `$x (i32.const 8) "..")`
fn segment(rest: &str) -> Option<(u32, Vec<u8>)> {
    let (place, rest) = placed(rest)?;
    Some((place, bytes(rest.trim().strip_prefix('"')?.strip_suffix("\")")?)?))
}

fn placed(rest: &str) -> Option<(u32, &str)> {
    let (place, rest) = after_name(rest)?.strip_prefix("(i32.const ")?.split_once(')')?;
    Some((place.parse().ok()?, rest.trim_start()))
}

/// `"name" (kind $name))`
fn export(rest: &str) -> Option<(&str, &str, &str)> {
    let (outer, rest) = rest.strip_prefix('"')?.split_once("\" (")?;
    let (kind, rest) = rest.split_once(' ')?;
    Some((outer, kind, name(rest)?))
}

/// The bytes that a quoted text stands for.
fn bytes(quoted: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = quoted.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: u8| char::from(byte).to_digit(16);
        bytes.push(match byte {
            b'\\' => match rest.next()? {
                b't' => b'\t',
                b'n' => b'\n',
                b'r' => b'\r',
                mark @ (b'"' | b'\'' | b'\\') => mark,
                high => u8::try_from(digit(high)? * 16 + digit(rest.next()?)?).ok()?,
            },
            plain => plain,
        });
    }
    Some(bytes)
}

/// A quoted text that stands for these bytes.
pub fn quoted(bytes: &[u8]) -> String {
    let plain = |byte: u8| (b' '..=b'~').contains(&byte) && !matches!(byte, b'"' | b'\\');
    let one = |&byte: &u8| if plain(byte) { char::from(byte).to_string() } else { format!("\\{byte:02x}") };
    format!("\"{}\"", bytes.iter().map(one).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_program_apart() -> Outcome {
        let text = "(module\n (type $0 (func (param i32)))\n (import \"a\" \"b\" (func $f (param i32) (result i32)))\n \
             (global $g (mut i32) (i32.const 9))\n (memory $0 17)\n (data $d (i32.const 8) \"a\\00\\\"\\t\")\n \
             (table $0 3 3 funcref)\n (elem $0 (i32.const 1) $\"x y)\" $f)\n (export \"m\" (memory $0))\n \
             (func $\"x y)\" (param $0 i32)\n  (drop\n   (local.get $0)\n  )\n )\n)\n";
        let program = read(text)?;
        assert_eq!(program.data, [(8, b"a\0\"\t".to_vec())]);
        assert_eq!(program.elements, [(1, vec!["$\"x y)\"", "$f"])]);
        assert_eq!((program.slots, program.exports.as_slice()), (3, [("m", "memory", "$0")].as_slice()));
        let signatures: Vec<_> =
            program.imports.iter().chain(&program.functions).map(|f| (f.name, f.signature)).collect();
        assert_eq!(signatures, [("$f", "(param i32) (result i32)"), ("$\"x y)\"", "(param $0 i32)")]);
        assert!(read("(module\n (tag $x)\n)").is_err());
        Ok(())
    }

    #[test]
    fn names_may_be_in_quotes() {
        assert_eq!(name("$a::b::h0 (param"), Some("$a::b::h0"));
        assert_eq!(name(r#"$"a \"b\" c" (param"#), Some(r#"$"a \"b\" c""#));
        assert_eq!(name("a"), None);
    }

    #[test]
    fn bytes_come_back_from_their_quotes() {
        let all: Vec<u8> = (0..=255).collect();
        let written = quoted(&all);
        assert_eq!(bytes(written.trim_matches('"')).as_deref(), Some(all.as_slice()));
    }
}
