//! The data set in engines of others: DuckDB and Spark read it as it is, and the SQL of `docs/progress.sql` comes to
//! the figures of `ketnap progress` in both. Needs Node.js and the helpers of `package-lock.json`, or Java and PySpark;
//! `cargo xtask test` sees to them and names the engine. Without a name nothing passes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const AS_OF: &str = "2026-10-01";

/// The session on one machine: nothing is served, and nobody outside is listened to.
const SESSION: &str = "--conf spark.driver.bindAddress=127.0.0.1 --conf spark.driver.host=127.0.0.1 \
    --conf spark.log.level=ERROR --conf spark.sql.session.timeZone=UTC \
    --conf spark.sql.sources.partitionColumnTypeInference.enabled=false \
    --conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false";

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a program says: what was asked for, and everything beside it.
fn run(command: &mut Command) -> Outcome<(String, String)> {
    let output = command.output()?;
    let beside = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}\n{beside}");
    Ok((String::from_utf8(output.stdout)?, beside))
}

fn ketnap(arguments: &[&str]) -> Outcome<String> {
    Ok(run(Command::new(env!("CARGO_BIN_EXE_ketnap")).args(arguments))?.0)
}

/// The engine that `KET_NAP_QUERY_ENGINE` names; Spark on so many workers.
fn engine(folder: &Path, workers: u8) -> Command {
    match env::var("KET_NAP_QUERY_ENGINE").as_deref() {
        Ok("duckdb") => {
            let mut node = Command::new("node");
            node.arg(root().join("tests/engines/duckdb.mjs")).current_dir(root());
            node
        }
        Ok("spark") => {
            let python = env::var_os("KET_NAP_PYSPARK").unwrap_or_else(|| unreachable!("KET_NAP_PYSPARK: a Python"));
            let mut spark = Command::new(python);
            spark
                .arg(root().join("tests/engines/spark.py"))
                .env("PYSPARK_SUBMIT_ARGS", format!("--master local[{workers}] {SESSION} pyspark-shell"))
                .env("SPARK_LOCAL_IP", "127.0.0.1")
                .env_remove("SPARK_HOME")
                .env_remove("SPARK_CONF_DIR")
                .current_dir(folder);
            spark
        }
        other => unreachable!("KET_NAP_QUERY_ENGINE is {other:?}, not duckdb or spark; `cargo xtask test` names it"),
    }
}

/// A data set and what `ketnap progress` says of it.
struct Case {
    set: PathBuf,
    told: Vec<Value>,
}

impl Case {
    fn new(file: &str, set: PathBuf) -> Outcome<Self> {
        ketnap(&["export", "--format", "parquet", "-o", &set.to_string_lossy(), file])?;
        let told = serde_json::from_str(&ketnap(&["progress", "--as-of", AS_OF, "--format", "json", file])?)?;
        Ok(Self { set, told })
    }

    fn generated(folder: &Path, name: &str, numbers: [&str; 2]) -> Outcome<Self> {
        let province = folder.join(name);
        let [cells, candidates] = numbers;
        let out = province.to_string_lossy();
        ketnap(&["generate", "--seed", "7", "--cells", cells, "--candidates", candidates, "-o", &out])?;
        Self::new(&out, folder.join(format!("{name}-set")))
    }

    /// Provinces in one folder, as `docs/DATASET.md` has them lie there.
    fn beside_one_another(folder: &Path, provinces: Vec<Self>) -> Outcome<Self> {
        let mut all = Self { set: folder.join("all"), told: Vec::new() };
        for (number, province) in (1..).zip(provinces) {
            for table in fs::read_dir(&province.set)? {
                let table = table?;
                let below = all.set.join(table.file_name());
                fs::create_dir_all(&below)?;
                fs::rename(table.path(), below.join(format!("province={number:02}")))?;
            }
            all.told.extend(province.told);
        }
        Ok(all)
    }

    #[track_caller]
    fn check(&self, found: &[Value]) {
        assert!(!self.told.is_empty());
        assert_eq!(self.told.len(), found.len(), "{}", self.set.display());
        for (told, found) in self.told.iter().zip(found) {
            for name in ["id", "indicator", "counted", "pending", "over", "short", "status"] {
                assert_eq!(told[name], found[name], "{name}\n{told}\n{found}");
            }
            for name in ["percent", "percent_of_upper", "share_of_base"] {
                assert_eq!(tenths(&told[name]), found[format!("{name}_tenths")].as_i64(), "{name}\n{told}\n{found}");
            }
            assert_eq!(tenths(&told["expected_to_date"]), found["expected_tenths"].as_i64(), "{told}\n{found}");
        }
    }
}

/// `56,7` as tenths, so that nothing is rounded a second time.
fn tenths(text: &Value) -> Option<i64> {
    text.as_str()?.replace([',', '.'], "").parse().ok()
}

#[track_caller]
fn check(folder: &Path, cases: &[Case], workers: u8) -> Outcome {
    let query = root().join("docs/progress.sql");
    assert!(fs::read_to_string(&query)?.contains(AS_OF));
    let mut engine = engine(folder, workers);
    let (found, said) = run(engine.arg(&query).args(cases.iter().map(|case| &case.set)))?;
    let times = |line: &&str| ["DuckDB ", "Spark "].iter().any(|name| line.starts_with(name));
    println!("{}", said.lines().rfind(times).unwrap_or("no times were told"));
    let found: Vec<Vec<Value>> = serde_json::from_str(&found)?;
    assert_eq!(cases.len(), found.len());
    for (case, found) in cases.iter().zip(&found) {
        case.check(found);
    }
    Ok(())
}

#[test]
fn an_engine_comes_to_the_same_figures_for_a_province() -> Outcome {
    let folder = tempfile::tempdir()?;
    let province = [Case::generated(folder.path(), "tinh", ["1000", "10"])?];
    check(folder.path(), &province, 2)?;
    check(folder.path(), &province, 1)
}

#[test]
fn an_engine_comes_to_the_same_figures_for_reports_and_provinces_beside_one_another() -> Outcome {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let mut cases = Vec::new();
    for report in ["mai-chau", "dien-ban", "nam-po", "bac-kan", "hop-nhat"] {
        cases.push(Case::new(&root().join("samples").join(report).to_string_lossy(), folder.join(report))?);
    }
    // Of one seed: their organizations have the same ids, their candidates have not.
    let many = Case::generated(folder, "many", ["100", "10"])?;
    let few = Case::generated(folder, "few", ["100", "3"])?;
    cases.push(Case::beside_one_another(folder, vec![many, few])?);
    check(folder, &cases, 2)
}
