//! The files of both sides, read into tokens, and what stands in them of events and constants.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::rc::Rc;

use serde_json::Value;

use crate::part;
use crate::scan::{Language, Token, inside, texts_after, tokens};

/// Where the program names what it shares.
const OWN: &str = "src/platform/contract.rs";
const LIST: &str = "web/contract.js";

#[derive(Clone, Debug)]
struct File {
    text: String,
    tokens: Vec<Token>,
}

impl File {
    fn of(path: &str, text: String) -> File {
        let tokens = if path.starts_with("src/") {
            let program = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            tokens(program, Language::Rust)
        } else if path == "index.html" {
            text.split("<script>").skip(1).flat_map(|rest| script(rest.split("</script>").next())).collect()
        } else if path != LIST && path.starts_with("web/") {
            script(Some(&text))
        } else {
            Vec::new()
        };
        File { text, tokens }
    }
}

fn script(text: Option<&str>) -> Vec<Token> {
    tokens(text.unwrap_or_default(), Language::Script)
}

/// A constant of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constant {
    pub module: String,
    pub name: String,
    pub text: String,
}

/// Every file that has a part in it, by its path.
#[derive(Clone, Debug)]
pub struct Sides(BTreeMap<String, Rc<File>>);

impl Sides {
    /// The files as they are.
    pub fn read() -> Sides {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found = BTreeMap::new();
        for folder in ["src", "web", "xtask/src", "tests/browser"] {
            gather(root, folder, &mut found);
        }
        let page = fs::read_to_string(root.join("index.html")).unwrap_or_default();
        found.insert("index.html".to_owned(), Rc::new(File::of("index.html", page)));
        Sides(found)
    }

    /// The same with one text in the place of another, which must be there once.
    #[track_caller]
    pub fn with(&self, path: &str, old: &str, new: &str) -> Sides {
        let text = self.text(path);
        assert_eq!(text.matches(old).count(), 1, "{path}: {old}");
        let mut files = self.0.clone();
        files.insert(path.to_owned(), Rc::new(File::of(path, text.replace(old, new))));
        Sides(files)
    }

    /// The list, which is JSON in brackets.
    pub fn list(&self) -> Value {
        let text = self.text(LIST);
        let inside = text.split_once("({").and_then(|(_, rest)| rest.rsplit_once("})"));
        let (json, _) = inside.unwrap_or_default();
        serde_json::from_str(&format!("{{{json}}}")).unwrap_or_else(|error| unreachable!("{LIST}: {error}"))
    }

    /// What stands in a file.
    pub fn text(&self, path: &str) -> &str {
        self.0.get(path).map_or("", |file| file.text.as_str())
    }

    /// Every script by its short name, with its tokens.
    pub fn scripts(&self) -> impl Iterator<Item = (&str, &[Token])> {
        self.0
            .iter()
            .filter(|(path, _)| path.ends_with(".js") || *path == "index.html")
            .map(|(path, file)| (path.strip_prefix("web/").unwrap_or(path), file.tokens.as_slice()))
    }

    /// The tokens of one script.
    pub fn script(&self, name: &str) -> &[Token] {
        self.scripts().find(|(script, _)| *script == name).map_or(&[], |(_, tokens)| tokens)
    }

    /// Every file of the program but the one with its constants.
    pub fn program(&self) -> impl Iterator<Item = (&str, &[Token])> {
        let of_program = |(path, _): &(&String, &Rc<File>)| path.starts_with("src/") && *path != OWN;
        self.0.iter().filter(of_program).map(|(path, file)| (path.as_str(), file.tokens.as_slice()))
    }

    /// The constants with which the program names what it shares.
    pub fn constants(&self) -> Vec<Constant> {
        let tokens = self.0.get(OWN).map_or(&[][..], |file| &file.tokens);
        let mut found = Vec::new();
        let (mut module, mut name) = (String::new(), None);
        for two in tokens.windows(2) {
            match two {
                [Token::Word(before), Token::Word(word)] if before == "mod" => module.clone_from(word),
                [Token::Word(before), Token::Word(word)] if before == "const" => name = Some(word),
                [_, Token::Text(text)] => {
                    let name = name.take().cloned().unwrap_or_default();
                    found.push(Constant { module: module.clone(), name, text: text.clone() });
                }
                _ => {}
            }
        }
        found
    }

    /// The texts of the constants of a module.
    pub fn texts_of(&self, module: &str) -> BTreeSet<String> {
        self.constants().into_iter().filter(|one| one.module == module).map(|one| one.text).collect()
    }

    /// Who sends which event.
    pub fn sent(&self) -> BTreeSet<(String, String)> {
        self.said(&["tell", "("], "sent")
    }

    /// Who listens to which event.
    pub fn heard(&self) -> BTreeSet<(String, String)> {
        self.said(&["addEventListener", "("], "heard")
    }

    fn said(&self, call: &[&str], module: &str) -> BTreeSet<(String, String)> {
        let mut found = BTreeSet::new();
        for (who, tokens) in self.scripts() {
            let events = texts_after(tokens, call).into_iter().filter(|name| name.starts_with("kn-"));
            found.extend(events.map(|name| (who.to_owned(), name.to_owned())));
        }
        found.extend(self.texts_of(module).into_iter().map(|name| ("program".to_owned(), name)));
        found
    }

    /// The words that scripts say outright with an event that brings one of a few: who, event, word.
    pub fn told_words(&self) -> Vec<(String, String, String)> {
        let list = self.list();
        let mut found = Vec::new();
        for (who, tokens) in self.scripts() {
            for rest in crate::scan::after(tokens, &["tell", "("]) {
                let mut texts = inside(rest).iter().filter_map(Token::text);
                let event = texts.next().filter(|event| part(&list, &["events", event, "detail"]).is_array());
                // The name of an error that is asked for is no word.
                let words = texts.filter(|text| event.is_some() && !text.ends_with("Error"));
                found.extend(words.map(|word| (who.to_owned(), event.unwrap_or_default().to_owned(), word.to_owned())));
            }
        }
        found
    }

    /// Constants that no other file of the program names, with their module.
    pub fn unused_constants(&self) -> Vec<String> {
        let constants = self.constants();
        let modules: BTreeSet<&str> = constants.iter().map(|one| one.module.as_str()).collect();
        let mut used = BTreeSet::new();
        for four in self.program().flat_map(|(_, tokens)| tokens.windows(4)) {
            if let [Token::Word(module), Token::Mark(':'), Token::Mark(':'), Token::Word(name)] = four
                && modules.contains(module.as_str())
            {
                used.insert((module.as_str(), name.as_str()));
            }
        }
        let is_used = |one: &&Constant| used.contains(&(one.module.as_str(), one.name.as_str()));
        let unused = constants.iter().filter(|one| !is_used(one));
        unused.map(|one| format!("{}::{}", one.module, one.name)).collect()
    }
}

fn gather(root: &Path, folder: &str, found: &mut BTreeMap<String, Rc<File>>) {
    for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            gather(root, &path, found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.insert(path.clone(), Rc::new(File::of(&path, text)));
        }
    }
}
