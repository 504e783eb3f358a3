//! The programs of workers (`src/bin/reader.rs`, `src/bin/courier.rs`): built as the page's is, but apart from it, since each is
//! fetched on its own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::counter::passes;
use crate::outcome::{Explain, Outcome};
use crate::project::Project;
use crate::tools::{Toolbox, WASM_TARGET};
use crate::{bundle, fingerprint, flags, process};

/// A worker with a program of its own.
#[derive(Clone, Copy, Debug)]
pub struct Worker {
    /// Name of the program, of its script in `web/`, and in the names of its files.
    pub name: &'static str,
    /// The feature of the package that has everything it needs.
    feature: &'static str,
}

/// Reads lists. Fetched by who opens one.
pub const READER: Worker = Worker { name: "reader", feature: "worker" };
/// Carries parcels. Kept by every device.
pub const COURIER: Worker = Worker { name: "courier", feature: "courier-worker" };
/// All of them.
pub const WORKERS: [Worker; 2] = [READER, COURIER];

impl Worker {
    /// Whether a file is its, by its name; `web/keeper.js` knows them by the same beginning.
    pub fn has(self, file: &str) -> bool {
        file.strip_prefix("ket-nap-")
            .and_then(|rest| rest.strip_prefix(self.name))
            .is_some_and(|it| it.starts_with('-'))
    }

    /// Builds script and program into `stage` and gives back both names, the script's first.
    pub fn build(self, project: &Project, tools: &Toolbox, stage: &Path, release: bool) -> Outcome<[String; 2]> {
        let Worker { name, .. } = self;
        let made = project.target().join(name);
        fs::create_dir_all(&made).explain(|| format!("creating {}", made.display()))?;
        let wasm = self.compiled(project, release)?;
        let mut bindgen = tools.command("wasm-bindgen");
        process::run(bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&made).arg(&wasm))?;
        let mut program = made.join(format!("{name}_bg.wasm"));
        if release {
            let small = made.join(format!("{name}.wasm"));
            let html = project.read("index.html")?;
            let mut optimize = tools.command("wasm-opt");
            process::run(optimize.args(passes(&html)?).arg(&program).arg("-o").arg(&small))?;
            program = small;
        }
        let glue = made.join(format!("{name}.js"));
        let script = bundle::with_glue(project, tools, &format!("web/{name}.js"), &glue)?;
        let content = fs::read(&program).explain(|| format!("reading {}", program.display()))?;
        let put = |ending: &str, content: &[u8]| {
            let file = format!("ket-nap-{name}-{}.{ending}", fingerprint::of_bytes(content));
            fs::write(stage.join(&file), content).explain(|| format!("writing {file}"))?;
            Ok(file)
        };
        Ok([put("js", &script)?, put("wasm", &content)?])
    }

    /// The program as the compiler leaves it. The flags that tell the linker to list the page's program are not for this one.
    fn compiled(self, project: &Project, release: bool) -> Outcome<PathBuf> {
        let profile = if release { "page" } else { "dev" };
        process::run(
            process::cargo()
                .args(["build", "--profile", profile, "--target", WASM_TARGET, "--package", "ket-nap"])
                .args(["--no-default-features", "--features", self.feature, "--bin", self.name])
                .current_dir(project.root())
                .env(flags::VARIABLE, flags::short_names(project)?)
                .env_remove("RUSTFLAGS")
                .env_remove("CARGO_ENCODED_RUSTFLAGS"),
        )?;
        let folder = if release { profile } else { "debug" };
        Ok(project.target().join(WASM_TARGET).join(folder).join(format!("{}.wasm", self.name)))
    }
}
