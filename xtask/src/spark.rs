//! Spark for the tests of the data set: PySpark in an environment of its own beside the other tools, and the Java it
//! runs on. Neither is needed for the program or the page.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::outcome::{Explain, Failure, Outcome};
use crate::project::Project;
use crate::{process, system};

/// PySpark, which brings Spark along.
const PYSPARK: &str = "4.3.0";

/// What PySpark speaks with Java by.
const PY4J: &str = "0.10.9.9";

/// The oldest Java that this Spark starts on.
const OLDEST_JAVA: u32 = 17;

const JAVA_BY_HAND: &str = "Java 17 or newer was not found. On Debian: `sudo apt-get install default-jre-headless`; \
    or name the folder of one in JAVA_HOME.";

const PYTHON_BY_HAND: &str = "Python 3.11 or newer with its module venv was not found. \
    On Debian: `sudo apt-get install python3 python3-venv`.";

/// A Spark that can be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spark {
    /// The Python that knows PySpark.
    pub python: PathBuf,
    java: String,
}

impl Spark {
    /// Finds it, installing it where that can be done without asking. What was found out once holds for the whole
    /// run, so that a machine without a network waits for it once.
    pub fn ensure(project: &Project) -> Outcome<Self> {
        static FOUND: OnceLock<Outcome<Spark>> = OnceLock::new();
        FOUND.get_or_init(|| Self::find(project)).clone()
    }

    fn find(project: &Project) -> Outcome<Self> {
        if java().is_none() {
            system::install(&["default-jre-headless"], JAVA_BY_HAND)?;
        }
        let java = java().ok_or_else(|| Failure::new(JAVA_BY_HAND))?;
        let folder = project.tools().join(format!("pyspark-{PYSPARK}"));
        let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        if !is_ready(&python) {
            process::step(&format!("install PySpark {PYSPARK} (once, 450 MB)"), || install(&folder, &python))?;
        }
        Ok(Self { python, java })
    }
}

impl fmt::Display for Spark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Spark {PYSPARK}, {}", self.java)
    }
}

/// What the Java that Spark would take says of itself, where it is new enough.
fn java() -> Option<String> {
    let home = env::var_os("JAVA_HOME").map(|home| PathBuf::from(home).join("bin"));
    let program = match home {
        Some(folder) => process::in_folder(folder, "java")?,
        None => process::on_path("java")?,
    };
    // Java 8 does not know this option.
    let said = process::quiet_output(Command::new(program).arg("--version"))?;
    new_enough(said.lines().next()?).map(str::to_owned)
}

/// The line itself, such as `openjdk 17.0.15 2025-04-15`, if Spark starts on what it names.
fn new_enough(line: &str) -> Option<&str> {
    let version: u32 = line.split_whitespace().nth(1)?.split(['.', '-', '+']).next()?.parse().ok()?;
    (version >= OLDEST_JAVA).then_some(line)
}

fn is_ready(python: &Path) -> bool {
    let asked = format!("import pyspark, py4j.java_gateway; assert pyspark.__version__ == '{PYSPARK}'");
    process::succeeds(Command::new(python).args(["-c", &asked]))
}

/// Makes the environment anew and fills it.
fn install(folder: &Path, python: &Path) -> Outcome {
    let name = if cfg!(windows) { "python" } else { "python3" };
    let environment = || process::run(Command::new(name).args(["-m", "venv", "--clear"]).arg(folder));
    if environment().is_err() {
        system::install(&["python3", "python3-venv"], PYTHON_BY_HAND)?;
        environment().map_err(|failure| Failure::new(format!("{failure}\n{PYTHON_BY_HAND}")))?;
    }
    let mut pip = Command::new(python);
    // Its own store would keep the archive a second time.
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-cache-dir"]);
    pip.args([format!("pyspark=={PYSPARK}"), format!("py4j=={PY4J}")]);
    process::run(&mut pip).explain(|| "PySpark could not be installed; it needs the network once".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_java_will_not_do() {
        assert!(new_enough("openjdk 17.0.15 2025-04-15").is_some());
        assert!(new_enough("openjdk 21 2023-09-19").is_some());
        assert!(new_enough("java 25-ea 2025-09-16").is_some());
        assert!(new_enough("openjdk 11.0.2 2019-01-15").is_none());
        assert!(new_enough("something else").is_none());
    }
}
