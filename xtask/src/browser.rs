//! The browser of the browser tests, and the driver that belongs to it.

use std::env;
use std::path::PathBuf;

use crate::outcome::{Failure, Outcome};
use crate::{process, system};

const BY_HAND: &str = "No browser to test with was found: neither Chromium nor Chrome with chromedriver. \
    On Debian or Ubuntu: `sudo apt-get install chromium chromium-driver`. Elsewhere install Chrome and \
    the chromedriver of the same version, or name both in KET_NAP_CHROMIUM and KET_NAP_CHROMEDRIVER.";

/// A browser and its driver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// What speaks WebDriver for it.
    pub driver: PathBuf,
}

impl Browser {
    /// Finds a browser, installing one where that can be done without asking.
    pub fn ensure() -> Outcome<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        system::install(&["chromium", "chromium-driver"], BY_HAND)?;
        Self::find().ok_or_else(|| Failure::new(BY_HAND))
    }

    /// Finds a browser on this machine.
    pub fn find() -> Option<Self> {
        const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        let chromium = named("KET_NAP_CHROMIUM").or_else(|| NAMES.iter().find_map(|name| process::on_path(name)))?;
        let driver = named("KET_NAP_CHROMEDRIVER").or_else(|| process::on_path("chromedriver"))?;
        Some(Self { chromium, driver })
    }
}

const PDF_BY_HAND: &str = "What is printed is read back with pdftotext and pdfinfo, which were not found. \
    On Debian or Ubuntu: `sudo apt-get install poppler-utils`.";

/// Makes sure that printed pages can be read back.
pub fn ensure_pdf_reader() -> Outcome {
    let there = || ["pdftotext", "pdfinfo"].into_iter().all(|name| process::on_path(name).is_some());
    if there() {
        return Ok(());
    }
    system::install(&["poppler-utils"], PDF_BY_HAND)?;
    if there() { Ok(()) } else { Err(Failure::new(PDF_BY_HAND)) }
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}

/// Says which engines are not tested here, so that nobody believes more than was tested.
pub fn say_untested() {
    println!("  not tested here: Firefox, Safari's engine, and Chromium older than the installed one");
}
