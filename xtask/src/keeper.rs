//! The service worker of a finished page: `web/keeper.js` in one classic script, with a first line
//! that says which files belong to this version.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::outcome::{Explain, Failure, Outcome};
use crate::project::Project;
use crate::sizes::{self, When};
use crate::tools::Toolbox;
use crate::{bundle, fingerprint};

/// The name of the worker's file. It never changes: browsers ask for it to find news.
pub const NAME: &str = "sw.js";

/// So much of a hash is enough to tell contents apart that nobody forges.
const HASH: usize = 32;

/// Writes the worker of the page in `dist`.
pub fn write(project: &Project, tools: &Toolbox, dist: &Path) -> Outcome {
    let program = bundle::classic(project, tools, "web/keeper.js")?;
    put(dist, &String::from_utf8_lossy(&program))
}

/// Writes the first line of the worker anew, after files of the page have changed.
pub fn list_again(dist: &Path) -> Outcome {
    let file = dist.join(NAME);
    let text = fs::read_to_string(&file).explain(|| format!("reading {}", file.display()))?;
    let (_, program) = text.split_once('\n').ok_or_else(|| Failure::new("the service worker has no first line"))?;
    put(dist, program)
}

fn put(dist: &Path, program: &str) -> Outcome {
    let file = dist.join(NAME);
    let text = format!("{}\n{}\n", first_line(dist)?, program.trim_end());
    fs::write(&file, text).explain(|| format!("writing {}", file.display()))
}

/// What the worker keeps: all that the page needs without a network. The large icons are fetched
/// once, by the browser, when the page is installed.
fn first_line(dist: &Path) -> Outcome<String> {
    let mut kept = BTreeMap::new();
    for name in sizes::names(dist)? {
        if sizes::when(&name) > When::Asked || name == NAME {
            continue;
        }
        let content = fs::read(dist.join(&name)).explain(|| format!("reading {name}"))?;
        let hash: String = fingerprint::sha256(&content).chars().take(HASH).collect();
        kept.insert(name, (hash, content.len(), sizes::gzip(&content)?.len()));
    }
    let files: Vec<String> =
        kept.iter().map(|(name, (hash, raw, packed))| format!("\"{name}\":[\"{hash}\",{raw},{packed}]")).collect();
    let files = format!("{{{}}}", files.join(","));
    Ok(format!("self.knVersion=\"{}\";self.knFiles={files};", fingerprint::of_bytes(files.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_names_what_is_kept_and_follows_the_content() -> Outcome {
        let dist = std::env::temp_dir().join(format!("ket-nap-keeper-{}", std::process::id()));
        let work = || -> Outcome<(String, String)> {
            fs::create_dir_all(dist.join("screenshots")).explain(|| "a folder".into())?;
            let put = |name: &str, text: &str| fs::write(dist.join(name), text).explain(|| name.to_owned());
            put("index.html", "a")?;
            put("index.html.gz", "a")?;
            put("screenshots/x.png", "b")?;
            put(NAME, "old\nprogram()\n")?;
            list_again(&dist)?;
            let before = fs::read_to_string(dist.join(NAME)).explain(|| "sw.js".into())?;
            put("index.html", "b")?;
            list_again(&dist)?;
            let after = fs::read_to_string(dist.join(NAME)).explain(|| "sw.js".into())?;
            Ok((before, after))
        };
        let result = work();
        let _ = fs::remove_dir_all(&dist);
        let (before, after) = result?;
        assert!(
            before.contains("{\"index.html\":[\"ca978112ca1bbdcafac231b39a23dc4d\",1,21]};\nprogram()\n"),
            "{before}"
        );
        assert_ne!(before.lines().next(), after.lines().next());
        Ok(())
    }
}
