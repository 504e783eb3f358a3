//! The browsers that journeys run in, and how each is started. `KET_NAP_ENGINE` names the one of
//! this run; `cargo xtask test` sets it, with the paths of the browser and its driver.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{Failure, PATIENCE, from_environment};

/// One kind of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The installed Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// The engine of Safari, by the driver of WebKitGTK.
    WebKit,
    /// A Chromium of 2018 or 2019, by `old/driver.mjs`.
    Old,
}

impl Engine {
    /// The engine of this run.
    pub fn of_this_run() -> Self {
        match std::env::var("KET_NAP_ENGINE").unwrap_or_default().as_str() {
            "" | "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            old if old.starts_with("chromium-") => Self::Old,
            other => panic!("KET_NAP_ENGINE={other}: no such engine"),
        }
    }

    /// Whether it keeps what a page stores when it is closed and started again. The driver of
    /// WebKitGTK gives each session a profile of its own.
    pub fn keeps_its_profile(self) -> bool {
        self != Self::WebKit
    }

    /// What a new session has to be asked for.
    pub(crate) fn capabilities(self, profile: &Path, switches: &[&str]) -> Value {
        let browser = from_environment("KET_NAP_BROWSER");
        match self {
            Self::Chromium | Self::Old => {
                // Chromium of that time has one kind of headless only.
                let headless = if self == Self::Old { "--headless" } else { "--headless=new" };
                let mut arguments = vec![
                    headless.to_owned(),
                    "--no-sandbox".to_owned(),
                    "--disable-gpu".to_owned(),
                    "--disable-quic".to_owned(),
                    "--no-first-run".to_owned(),
                    "--disable-background-networking".to_owned(),
                    "--disable-component-update".to_owned(),
                    "--disable-sync".to_owned(),
                    "--lang=vi".to_owned(),
                    format!("--user-data-dir={}", profile.display()),
                ];
                arguments.extend(switches.iter().map(|switch| (*switch).to_owned()));
                json!({ "browserName": "chrome", "goog:chromeOptions": { "binary": browser, "args": arguments } })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": browser,
                    "args": ["-headless", "-profile", profile, "-width", "360", "-height", "740"],
                    "prefs": {
                        "intl.accept_languages": "vi",
                        "browser.shell.checkDefaultBrowser": false,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        "app.update.enabled": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
            }),
        }
    }

    /// Starts the driver.
    pub(crate) fn drive(self, profile: &Path) -> Result<Driver, Failure> {
        let driver = from_environment("KET_NAP_DRIVER");
        let mut helpers = Vec::new();
        let mut command = Command::new(&driver);
        let mut known = None;
        match self {
            Self::Chromium => {
                command.arg("--port=0");
            }
            Self::Firefox => {
                let port = free_port()?;
                known = Some(port);
                command.args(["--port", &port.to_string()]);
            }
            Self::WebKit => {
                let port = free_port()?;
                known = Some(port);
                let (screen, name) = screen()?;
                helpers.push(screen);
                command
                    .arg(format!("--port={port}"))
                    .env("DISPLAY", name)
                    // It cannot have one as root.
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                    .env("LIBGL_ALWAYS_SOFTWARE", "1")
                    .env("LANG", "C.UTF-8")
                    .env("NO_AT_BRIDGE", "1");
            }
            Self::Old => {
                command = Command::new("node");
                command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("old/driver.mjs")).arg(&driver);
            }
        }
        // A group of its own, the browser in it: so that one signal ends them all.
        command.process_group(0).stdout(Stdio::piped());
        if std::env::var_os("KET_NAP_TALK").is_none() {
            command.stderr(Stdio::null());
        }
        let mut driver = Driver { process: command.spawn()?, helpers, profile: profile.to_path_buf(), port: 0 };
        driver.port = match known {
            Some(port) => {
                answers(port)?;
                port
            }
            None => port_of(&mut driver.process)?,
        };
        Ok(driver)
    }
}

/// A running driver, with what it needs besides.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    helpers: Vec<Child>,
    profile: PathBuf,
    /// Where it listens on 127.0.0.1.
    pub(crate) port: u16,
}

impl Driver {
    /// Ends driver and browser at once, with no chance to write anything down.
    pub(crate) fn kill(&self) -> Result<(), Failure> {
        let group = format!("-{}", self.process.id());
        let status = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status()?;
        if status.success() { Ok(()) } else { Err("the browser could not be killed".into()) }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.kill();
        let _ = self.process.wait();
        // A journey that fails leaves its browser behind; the folder of its data tells which it is.
        let profile = self.profile.display();
        for browser in [format!("user-data-dir={profile}"), format!("-profile {profile}")] {
            let _ = Command::new("pkill").args(["-KILL", "-f", "--", &browser]).status();
        }
        for helper in &mut self.helpers {
            let _ = helper.kill();
            let _ = helper.wait();
        }
    }
}

fn free_port() -> Result<u16, Failure> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn answers(port: u16) -> Result<(), Failure> {
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if begun.elapsed() > PATIENCE {
            return Err("the driver does not answer".into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// A screen that nobody sees, and its name.
fn screen() -> Result<(Child, String), Failure> {
    let mut process = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let output = process.stdout.take().ok_or("the screen says nothing")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    if number.trim().is_empty() {
        return Err("Xvfb does not start".into());
    }
    Ok((process, format!(":{}", number.trim())))
}

/// The port that a driver says it listens on.
fn port_of(driver: &mut Child) -> Result<u16, Failure> {
    let output = driver.stdout.take().ok_or("the driver says nothing")?;
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next() {
        let line = line?;
        let port = line.split("successfully on port ").nth(1).unwrap_or_default();
        let digits: String = port.chars().take_while(char::is_ascii_digit).collect();
        if let Ok(port) = digits.parse() {
            // What else it says is read and dropped, so that it never waits for a reader.
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(port);
        }
    }
    Err("the driver did not say its port".into())
}
