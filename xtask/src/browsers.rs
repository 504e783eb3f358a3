//! The browsers of the browser tests, with the drivers that belong to them: which there are here,
//! which can be installed, and which are missing and why.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outcome::{Explain, Failure, Outcome};
use crate::project::Project;
use crate::{fingerprint, npm, process, system, tools};

const BY_HAND: &str = "No browser to test with was found: neither Chromium nor Chrome with chromedriver. \
    On Debian or Ubuntu: `sudo apt-get install chromium chromium-driver`. Elsewhere install Chrome and \
    the chromedriver of the same version, or name both in KET_NAP_CHROMIUM and KET_NAP_CHROMEDRIVER.";

/// What journeys can run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The installed Chromium or Chrome. Without it there is no browser test.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// The engine of Safari, as WebKitGTK has it.
    WebKit,
    /// Chromium 72 of December 2018: the oldest browser that is promised.
    Chromium72,
    /// Chromium 79 of December 2019.
    Chromium79,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Chromium, Self::Firefox, Self::WebKit, Self::Chromium72, Self::Chromium79];

    /// What it is called in `KET_NAP_ENGINE`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
            Self::Chromium72 => "chromium-72",
            Self::Chromium79 => "chromium-79",
        }
    }

    /// Finds it, installing it where that can be done without asking.
    fn ensure(self, project: &Project) -> Outcome<Browser> {
        let (program, driver) = match self {
            Self::Chromium => chromium()?,
            Self::Firefox => firefox(project)?,
            Self::WebKit => webkit()?,
            Self::Chromium72 | Self::Chromium79 => old(project, self.key())?,
        };
        let version = version(self, &program);
        Ok(Browser { engine: self, program, driver, version })
    }
}

/// A browser and its driver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// Its kind.
    pub engine: Engine,
    /// The browser itself.
    pub program: PathBuf,
    /// What speaks WebDriver for it; for the old ones the folder of the packages that do.
    pub driver: PathBuf,
    /// Its name and version, as it says itself.
    pub version: String,
}

impl Browser {
    /// The Chromium of this machine.
    pub fn chromium(project: &Project) -> Outcome<Self> {
        Engine::Chromium.ensure(project)
    }

    /// Tells a test run which browser it is for.
    pub fn name_in(&self, command: &mut Command) {
        command
            .env("KET_NAP_ENGINE", self.engine.key())
            .env("KET_NAP_BROWSER", &self.program)
            .env("KET_NAP_DRIVER", &self.driver);
    }
}

/// Which browsers there are, and which not.
#[derive(Debug, Clone, Default)]
pub struct Browsers {
    /// Those that can be used.
    pub here: Vec<Browser>,
    /// Those that cannot be had, each with the reason.
    pub missing: Vec<(Engine, String)>,
}

impl Browsers {
    /// Looks for all of them.
    pub fn ensure(project: &Project) -> Outcome<Self> {
        let mut found = Self { here: vec![Browser::chromium(project)?], missing: Vec::new() };
        for engine in Engine::ALL.into_iter().skip(1) {
            match engine.ensure(project) {
                Ok(browser) => found.here.push(browser),
                Err(failure) => found.missing.push((engine, failure.to_string())),
            }
        }
        Ok(found)
    }
}

impl fmt::Display for Browsers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for browser in &self.here {
            writeln!(f, "  {:<12} {}", browser.engine.key(), browser.version)?;
        }
        for (engine, why) in &self.missing {
            writeln!(f, "  {:<12} NOT TESTED: {}", engine.key(), why.lines().next().unwrap_or_default())?;
        }
        Ok(())
    }
}

fn chromium() -> Outcome<(PathBuf, PathBuf)> {
    const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let find = || {
        let program = named("KET_NAP_CHROMIUM").or_else(|| first_on_path(&NAMES))?;
        let driver = named("KET_NAP_CHROMEDRIVER").or_else(|| process::on_path("chromedriver"))?;
        Some((program, driver))
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    system::install(&["chromium", "chromium-driver"], BY_HAND)?;
    find().ok_or_else(|| Failure::new(BY_HAND))
}

fn firefox(project: &Project) -> Outcome<(PathBuf, PathBuf)> {
    const MISSING: &str = "Firefox was not found. On Debian: `sudo apt-get install firefox-esr`.";
    let find = || first_on_path(&["firefox-esr", "firefox"]);
    if find().is_none() {
        system::install(&["firefox-esr"], MISSING)?;
    }
    Ok((find().ok_or_else(|| Failure::new(MISSING))?, tools::ensure_geckodriver(project)?))
}

fn webkit() -> Outcome<(PathBuf, PathBuf)> {
    const MISSING: &str =
        "WebKitGTK with its driver was not found. On Debian: `sudo apt-get install webkit2gtk-driver xvfb`.";
    // The small browser lies where programs of a library lie, under a name with the machine's kind in it.
    let browser = || {
        let folders = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
        folders.map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser")).find(|file| file.is_file())
    };
    let find = || {
        process::on_path("Xvfb")?;
        Some((browser()?, process::on_path("WebKitWebDriver")?))
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    system::install(&["webkit2gtk-driver", "xvfb"], MISSING)?;
    find().ok_or_else(|| Failure::new(MISSING))
}

/// An old Chromium out of a package of npm, and the folder with what drives it.
fn old(project: &Project, key: &str) -> Outcome<(PathBuf, PathBuf)> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err(Failure::new("there are packages of it for Linux on x86-64 only"));
    }
    let list = project.root().join("tests/browser/old");
    let lock = fs::read(list.join("package-lock.json")).explain(|| "reading the list of old browsers".into())?;
    let folder = project.tools().join(format!("old-browsers-{}", fingerprint::of_bytes(&lock)));
    if !folder.join("node_modules/.package-lock.json").is_file() {
        fs::create_dir_all(&folder).explain(|| format!("creating {}", folder.display()))?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(list.join(name), folder.join(name)).explain(|| format!("copying {name}"))?;
        }
        // Their own scripts would fetch another browser. What drives them is older than they ask for.
        npm::install(&folder, &["--ignore-scripts", "--legacy-peer-deps"])?;
    }
    let program = folder.join(key);
    if !program.is_file() {
        unpack(&folder.join("node_modules").join(key).join("bin"), &program)?;
    }
    Ok((program, folder))
}

/// Unpacks the browser of a package, under its name only when all of it is there.
fn unpack(bin: &Path, program: &Path) -> Outcome {
    let packed = fs::read_dir(bin)
        .explain(|| format!("reading {}", bin.display()))?
        .flatten()
        .map(|entry| entry.path())
        .find(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("chromium")))
        .ok_or_else(|| Failure::new(format!("no browser in {}", bin.display())))?;
    let begun = program.with_extension("part");
    let what = || format!("unpacking {}", packed.display());
    let mut from = File::open(&packed).explain(what)?;
    let mut to = File::create(&begun).explain(what)?;
    brotli::BrotliDecompress(&mut from, &mut to).explain(what)?;
    make_runnable(&to).explain(what)?;
    fs::rename(&begun, program).explain(what)
}

#[cfg(unix)]
fn make_runnable(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_runnable(_: &File) -> std::io::Result<()> {
    Ok(())
}

/// What a browser says of itself. The small browser of WebKitGTK says nothing, its package does; the
/// old ones are those of the lock file.
fn version(engine: Engine, program: &Path) -> String {
    let mut asked = match engine {
        Engine::Chromium | Engine::Firefox => Command::new(program),
        Engine::WebKit => Command::new("dpkg-query"),
        Engine::Chromium72 => return "Chromium 72.0.3617.0".into(),
        Engine::Chromium79 => return "Chromium 79.0.3945.0".into(),
    };
    match engine {
        Engine::WebKit => asked.args(["--show", "--showformat=WebKitGTK ${Version}", "webkit2gtk-driver"]),
        _ => asked.arg("--version"),
    };
    let said = process::quiet_output(&mut asked).unwrap_or_default();
    let first = said.lines().find(|line| !line.trim().is_empty()).map(str::trim);
    first.unwrap_or("of an unknown version").to_owned()
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

fn named(variable: impl AsRef<OsStr>) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}

fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| process::on_path(name))
}
