//! LibreOffice for the tests of workbooks, and the command `age` for those of sealed files: what is written here has to open in an
//! office's programs. Neither is needed for the program or the page.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use crate::outcome::{Failure, Outcome};
use crate::{process, system};

const BY_HAND: &str = "LibreOffice Calc was not found. On Debian: `sudo apt-get install libreoffice-calc`.";
const AGE_BY_HAND: &str = "The command age was not found. On Debian: `sudo apt-get install age`.";

/// How its program is called.
const NAMES: [&str; 2] = ["soffice", "libreoffice"];

/// A LibreOffice that can be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Its program.
    pub program: PathBuf,
    version: String,
}

impl Office {
    /// Finds it, installing it where that can be done without asking; what was found out once holds for the whole run.
    pub fn ensure() -> Outcome<Self> {
        static FOUND: OnceLock<Outcome<Office>> = OnceLock::new();
        FOUND.get_or_init(Self::find).clone()
    }

    fn find() -> Outcome<Self> {
        if process::on_path("age").is_none() {
            system::install(&["age"], AGE_BY_HAND)?;
        }
        if let Some(found) = Self::on_path() {
            return Ok(found);
        }
        system::install(&["libreoffice-calc"], BY_HAND)?;
        Self::on_path().ok_or_else(|| Failure::new(BY_HAND))
    }

    fn on_path() -> Option<Self> {
        let program = NAMES.into_iter().find_map(process::on_path)?;
        let said = process::quiet_output(Command::new(&program).arg("--version"))?;
        Some(Self { program, version: said.lines().next().unwrap_or_default().trim().to_owned() })
    }
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.version)
    }
}
