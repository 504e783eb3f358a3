//! A real browser with the built page: what the journeys share. Nothing is checked here.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use xtask::serve::Server;

mod engine;

use engine::Driver;
pub use engine::Engine;

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

/// Writes the page as one file into a folder; gives back its address.
pub fn single(folder: &Path) -> Result<String, Failure> {
    let file = folder.join(xtask::dist::SINGLE);
    std::fs::write(&file, xtask::single::page(&dist())?)?;
    Ok(format!("file://{}", file.display()))
}

/// A running driver with one browser window.
#[derive(Debug)]
pub struct Browser {
    /// The window.
    pub client: Client,
    driver: Driver,
    profile: PathBuf,
    size: Size,
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
        let engine = Engine::of_this_run();
        let driver = engine.drive(profile)?;
        let Value::Object(capabilities) = engine.capabilities(profile, switches) else { unreachable!() };
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await?;
        let browser = Browser { client, driver, profile: profile.to_path_buf(), size };
        browser.takes(size).await?;
        Ok(browser)
    }

    /// Gives the page this room.
    async fn takes(&self, size: Size) -> Result<(), Failure> {
        let Size { width, height } = size;
        match Engine::of_this_run() {
            Engine::Chromium => {
                let metrics =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
                self.protocol("Emulation.setDeviceMetricsOverride", metrics).await?;
            }
            Engine::Firefox | Engine::WebKit => {
                // The window has a frame around the page.
                self.client.set_window_size(width, height).await?;
                let inner = self.run("return [innerWidth, innerHeight]").await?;
                let side = |at: usize| inner.get(at).and_then(Value::as_u64).unwrap_or_default() as u32;
                let (across, down) = (width.saturating_sub(side(0)), height.saturating_sub(side(1)));
                self.client.set_window_size(width + across, height + down).await?;
            }
            // Its driver does.
            Engine::Old => {}
        }
        Ok(())
    }

    /// Closes the browser as a person does, so that it writes down what it has.
    pub async fn close(self) -> Result<(), Failure> {
        self.client.close().await?;
        drop(self.driver);
        Ok(())
    }

    /// Closes the browser, starts it again and opens an address. An engine that would not keep
    /// its profile goes to the address from an empty page instead.
    pub async fn restarts(self, address: &str) -> Result<Browser, Failure> {
        if !Engine::of_this_run().keeps_its_profile() {
            self.client.goto("about:blank").await?;
            self.open(address).await?;
            return Ok(self);
        }
        let (profile, size) = (self.profile.clone(), self.size);
        self.close().await?;
        let browser = Browser::start(&profile, size).await?;
        browser.open(address).await?;
        Ok(browser)
    }

    /// Ends driver and browser at once, with no chance to write anything down (SIGKILL to their
    /// process group).
    pub fn kill(self) -> Result<(), Failure> {
        self.driver.kill()
    }

    /// Asks the browser through its own protocol (CDP).
    pub async fn protocol(&self, method: &str, parameters: Value) -> Result<Value, Failure> {
        let call = Protocol(json!({ "cmd": method, "params": parameters }));
        Ok(self.client.issue_cmd(call).await?)
    }

    /// Opens an address and waits until the program has drawn, also a page of its later parts:
    /// between the arrival of a part and its first drawing the page still says that it comes.
    pub async fn open(&self, address: &str) -> Result<(), Failure> {
        self.client.goto(address).await?;
        self.sees("main h1").await?;
        self.until("the later parts", "/failed/.test(window.knLater) || /here/.test(window.knLater) && !document.body.innerText.includes('Đang tải phần này…')").await
    }

    /// Begins with a cell of its own, as on the first start, and waits until it is kept.
    pub async fn begins(&self, address: &str) -> Result<(), Failure> {
        self.open(address).await?;
        self.taps("Chi bộ").await?;
        self.types("name", "Chi bộ bản Mẫu").await?;
        self.until("kept", "/^đã (lưu|ghi)/.test(document.querySelector('.keeping').textContent)").await
    }

    /// Loads the page again as a person does; a driver's own command may go past what is kept.
    pub async fn reloads(&self) -> Result<(), Failure> {
        self.run("window.knBefore = true; setTimeout(() => location.reload())").await?;
        self.until("the page to load again", "!window.knBefore").await
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

    /// Waits until the files of a worker are kept for when there is no network: script and program.
    pub async fn keeps(&self, beginning: &str) -> Result<(), Failure> {
        let script = format!(
            "window.knKept === {name} || caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name)))) \
             .then((all) => Promise.all(all.map((one) => one.keys()))) \
             .then((keys) => {{ if (keys.flat().filter(({{ url }}) => url.includes({name})).length > 1) window.knKept = {name}; }}) \
             && window.knKept === {name}",
            name = json!(beginning),
        );
        self.until("the files of a worker to be kept", &script).await
    }

    /// Does what the share sheet of a machine does: posts a file to the page's share target, or nothing, and opens where that leads.
    pub async fn shares(&self, name: &str, text: &str) -> Result<(), Failure> {
        let script = format!(
            "window.knOld = true; const form = document.createElement('form'); form.method = 'post'; form.enctype = 'multipart/form-data'; \
             form.action = 'shared'; if ({name}) {{ const box = document.createElement('input'); box.type = 'file'; box.name = 'files'; \
             const all = new DataTransfer(); all.items.add(new File([{text}], {name}, {{ type: 'text/plain' }})); \
             box.files = all.files; form.append(box); }} document.body.append(form); form.submit()",
            name = json!(name),
            text = json!(text),
        );
        self.run(&script).await?;
        self.until("the page after sharing", "!window.knOld && location.hash === '#/lists'").await
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
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await;
        let Ok(element) = found else {
            let page = self.run("return document.body.innerText").await?;
            return Err(format!(
                "nothing to tap says “{words}”; the page says:\n{}",
                page.as_str().unwrap_or_default()
            )
            .into());
        };
        self.to_middle(&element).await?;
        element.click().await?;
        Ok(())
    }

    /// Opens what an element is folded into, and scrolls it to where nothing lies over it.
    async fn to_middle(&self, element: &Element) -> Result<(), Failure> {
        const OPEN: &str = "const own = arguments[0].closest('summary'); \
            for (let around = own ? own.parentElement.parentElement : arguments[0]; around; around = around.parentElement) \
                if (around.tagName === 'DETAILS') around.open = true; \
            arguments[0].scrollIntoView({ block: 'center' })";
        let element = serde_json::to_value(element)?;
        self.client.execute(OPEN, vec![element]).await?;
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
        Ok(self.client.screenshot().await?)
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
