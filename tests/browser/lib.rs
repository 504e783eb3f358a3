//! A real Chromium with the built page: what the journeys share. Nothing is checked here.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use xtask::serve::Server;

/// What went wrong on the way.
pub type Failure = Box<dyn Error>;

/// How long the page may take for anything before a journey gives up. Not a measure of speed.
const PATIENCE: Duration = Duration::from_secs(30);

/// The folder with the built page, from the environment that `cargo xtask test` sets.
pub fn dist() -> PathBuf {
    from_environment("KET_NAP_DIST")
}

fn from_environment(name: &str) -> PathBuf {
    let value =
        std::env::var_os(name).unwrap_or_else(|| panic!("{name} is not set: run `cargo xtask test --only browser`"));
    PathBuf::from(value)
}

/// Serves the built page on a free port.
pub fn serve() -> Result<Server, Failure> {
    Ok(Server::start(&dist(), 0)?)
}

/// A running driver with one browser window.
#[derive(Debug)]
pub struct Browser {
    /// The window.
    pub client: Client,
    driver: Driver,
}

#[derive(Debug)]
struct Driver {
    process: Child,
    profile: PathBuf,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        // A journey that fails leaves its browser behind; the folder of its data tells which it is.
        let browser = format!("user-data-dir={}", self.profile.display());
        let _ = Command::new("pkill").args(["-KILL", "-f", &browser]).status();
    }
}

/// A window's size in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

/// A cheap phone.
pub const PHONE: Size = Size { width: 360, height: 740 };
/// An office computer.
pub const LAPTOP: Size = Size { width: 1280, height: 800 };

impl Browser {
    /// Starts a browser that keeps its data in `profile`.
    pub async fn start(profile: &Path, size: Size) -> Result<Browser, Failure> {
        Browser::start_with(profile, size, &[]).await
    }

    /// The same with further switches of the browser.
    pub async fn start_with(profile: &Path, size: Size, switches: &[&str]) -> Result<Browser, Failure> {
        let process = Command::new(from_environment("KET_NAP_CHROMEDRIVER"))
            .arg("--port=0")
            // A group of its own, the browser in it: so that one signal ends them all.
            .process_group(0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut driver = Driver { process, profile: profile.to_path_buf() };
        let port = port_of(&mut driver.process)?;
        let mut arguments = vec![
            "--headless=new".to_owned(),
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
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": from_environment("KET_NAP_CHROMIUM"), "args": arguments },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!() };
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await?;
        let browser = Browser { client, driver };
        browser
            .protocol(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": size.width < 500 }),
            )
            .await?;
        Ok(browser)
    }

    /// Closes the browser as a person does, so that it writes down what it has.
    pub async fn close(self) -> Result<(), Failure> {
        self.client.close().await?;
        drop(self.driver);
        Ok(())
    }

    /// Ends driver and browser at once, with no chance to write anything down (SIGKILL to their
    /// process group).
    pub fn kill(self) -> Result<(), Failure> {
        let group = format!("-{}", self.driver.process.id());
        let status = Command::new("kill").args(["-KILL", "--", &group]).status()?;
        if !status.success() {
            return Err("the browser could not be killed".into());
        }
        drop(self.driver);
        Ok(())
    }

    /// Asks the browser through its own protocol (CDP).
    pub async fn protocol(&self, method: &str, parameters: Value) -> Result<Value, Failure> {
        let call = Protocol(json!({ "cmd": method, "params": parameters }));
        Ok(self.client.issue_cmd(call).await?)
    }

    /// Opens an address and waits until the program has drawn.
    pub async fn open(&self, address: &str) -> Result<(), Failure> {
        self.client.goto(address).await?;
        self.sees("main h1").await?;
        self.until("the later part", "['here', 'failed'].includes(window.knLater)").await
    }

    /// Begins with a cell of its own, as on the first start, and waits until it is kept.
    pub async fn begins(&self, address: &str) -> Result<(), Failure> {
        self.open(address).await?;
        self.taps("Chi bộ").await?;
        self.types("name", "Chi bộ bản Mẫu").await?;
        self.until("kept", "/^đã (lưu|ghi)/.test(document.querySelector('.keeping').textContent)").await
    }

    /// Waits for an element.
    pub async fn sees(&self, css: &str) -> Result<(), Failure> {
        self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await?;
        Ok(())
    }

    /// Waits until a script gives `true`; `what` says what was waited for.
    pub async fn until(&self, what: &str, script: &str) -> Result<(), Failure> {
        let begun = Instant::now();
        loop {
            if self.run(&format!("try {{ return !!({script}) }} catch (error) {{ return false }}")).await?
                == Value::Bool(true)
            {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let page = self.run("return document.body.innerText").await?;
                return Err(format!(
                    "waited in vain for {what}; the page says:\n{}",
                    page.as_str().unwrap_or_default()
                )
                .into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the page shows these words.
    pub async fn reads(&self, words: &str) -> Result<(), Failure> {
        self.until(words, &format!("document.body.innerText.includes({})", json!(words))).await
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str) -> Result<Value, Failure> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// Taps the first element that has exactly these words.
    pub async fn taps(&self, words: &str) -> Result<(), Failure> {
        let path = format!(
            "//*[self::a or self::button or self::summary or self::span or self::strong][normalize-space(.)=\"{words}\"]"
        );
        let element = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await?;
        self.to_middle(&element).await?;
        element.click().await?;
        Ok(())
    }

    /// Scrolls an element to where nothing lies over it.
    async fn to_middle(&self, element: &Element) -> Result<(), Failure> {
        let element = serde_json::to_value(element)?;
        self.client.execute("arguments[0].scrollIntoView({ block: 'center' })", vec![element]).await?;
        Ok(())
    }

    /// Types a text into a field of the open record, in place of what is there.
    pub async fn types(&self, key: &str, text: &str) -> Result<(), Failure> {
        let field = self.client.wait().at_most(PATIENCE).for_element(Locator::Id(&format!("f-{key}"))).await?;
        self.to_middle(&field).await?;
        field.click().await?;
        field.clear().await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Chooses an entry of a field by its words.
    pub async fn chooses(&self, key: &str, words: &str) -> Result<(), Failure> {
        let list = self.client.wait().at_most(PATIENCE).for_element(Locator::Id(&format!("f-{key}"))).await?;
        list.select_by_label(words).await?;
        Ok(())
    }

    /// Goes to a page of the program by its address after `#`, and waits until it is drawn.
    pub async fn goes(&self, hash: &str) -> Result<(), Failure> {
        self.run(&format!("location.hash = {}", json!(hash))).await?;
        tokio::time::sleep(Duration::from_millis(120)).await;
        self.sees("main h1").await
    }

    /// Goes to a part of the open dossier.
    pub async fn part(&self, word: &str) -> Result<(), Failure> {
        let person = self.run("return location.hash.split('/').slice(0, 3).join('/')").await?;
        self.goes(&format!("{}/{word}", person.as_str().unwrap_or_default())).await
    }

    /// Runs a script that hands its result to `done`, and waits for it.
    pub async fn waits_for(&self, script: &str) -> Result<Value, Failure> {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        Ok(self.client.execute_async(&script, Vec::new()).await?)
    }

    /// Gives a file to the program as a person does in the browser's dialog, which no test can
    /// see: taps the button with these words, then chooses.
    pub async fn chooses_file(&self, words: &str, file: &Path) -> Result<(), Failure> {
        self.run("HTMLInputElement.prototype.click = () => {}").await?;
        self.taps(words).await?;
        let input = self.client.wait().at_most(PATIENCE).for_element(Locator::Id("kn-file")).await?;
        input.send_keys(&file.to_string_lossy()).await?;
        Ok(())
    }

    /// Lets downloads go into a folder.
    pub async fn downloads_into(&self, folder: &Path) -> Result<(), Failure> {
        let parameters = json!({ "behavior": "allow", "downloadPath": folder });
        self.protocol("Browser.setDownloadBehavior", parameters).await?;
        Ok(())
    }

    /// Runs a script in every page that is opened from now on, before anything of the page.
    pub async fn prepares(&self, script: &str) -> Result<(), Failure> {
        self.protocol("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// Every text that the program keeps in the browser, by name.
    pub async fn kept(&self) -> Result<serde_json::Map<String, Value>, Failure> {
        match self.run("return Object.assign({}, localStorage)").await? {
            Value::Object(kept) => Ok(kept),
            other => Err(format!("{other}").into()),
        }
    }

    /// Waits until the service worker holds everything, so that the page starts without a network.
    pub async fn is_offline_ready(&self) -> Result<(), Failure> {
        self.until("the service worker", "window.knOffline && window.knOffline.ready").await
    }

    /// A picture of the whole page, as PNG bytes.
    pub async fn picture(&self) -> Result<Vec<u8>, Failure> {
        let answer = self.protocol("Page.captureScreenshot", json!({ "format": "png" })).await?;
        let data = answer.get("data").and_then(Value::as_str).ok_or("no picture")?;
        Ok(base64::engine::general_purpose::STANDARD.decode(data)?)
    }
}

/// The file that comes into a folder, once it is complete.
pub async fn file_in(folder: &Path) -> Result<PathBuf, Failure> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let partial = path.extension().is_some_and(|ending| ending == "crdownload" || ending == "tmp");
            if !partial && path.metadata()?.len() > 0 {
                return Ok(path);
            }
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err("no file was saved".into())
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

#[derive(Debug)]
struct Protocol(Value);

impl WebDriverCompatibleCommand for Protocol {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.to_string()))
    }
}

/// A script that takes the time from each event of this name to the moment after the frame that
/// shows what it led to, into `window.times`.
pub fn watches(event: &str) -> String {
    format!(
        r"
        window.times = [];
        if (!window.watched) addEventListener('{event}', (event) => {{
          const begun = event.timeStamp;
          requestAnimationFrame(() => {{
            const channel = new MessageChannel();
            channel.port1.onmessage = () => window.times.push(performance.now() - begun);
            channel.port2.postMessage(0);
          }});
        }}, true);
        window.watched = true;"
    )
}

/// Prints the median, the 95th percentile and the worst of some times in milliseconds.
pub fn tell_times(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |part: usize| {
        times.get((times.len() * part / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
    };
    println!("{what}: {} times, median {:.1} ms, p95 {:.1} ms, worst {:.1} ms", times.len(), at(50), at(95), at(100));
}
