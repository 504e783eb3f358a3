//! The data set in an engine of others: DuckDB reads it as it is, and the SQL of `docs/progress.sql` comes to the
//! figures of `ketnap progress`. Needs Node.js and the helpers of `package-lock.json`; `cargo xtask test` sees to both.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const AS_OF: &str = "2026-10-01";

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn run(command: &mut Command) -> Outcome<String> {
    let output = command.output()?;
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

fn ketnap(arguments: &[&str]) -> Outcome<String> {
    run(Command::new(env!("CARGO_BIN_EXE_ketnap")).args(arguments))
}

/// `56,7` as tenths, so that nothing is rounded a second time.
fn tenths(text: &Value) -> Option<i64> {
    text.as_str()?.replace([',', '.'], "").parse().ok()
}

#[track_caller]
fn check(files: &[&str]) -> Outcome {
    let folder = tempfile::tempdir()?;
    let set = folder.path().join("set");
    let set = set.to_string_lossy();
    let mut export = vec!["export", "--format", "parquet", "-o", &set];
    export.extend(files);
    ketnap(&export)?;
    let mut progress = vec!["progress", "--as-of", AS_OF, "--format", "json"];
    progress.extend(files);
    let told: Vec<Value> = serde_json::from_str(&ketnap(&progress)?)?;
    assert!(!told.is_empty());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sql = fs::read_to_string(root.join("docs/progress.sql"))?;
    assert!(sql.contains(AS_OF));
    let query = folder.path().join("progress.sql");
    fs::write(&query, sql)?;
    let mut node = Command::new("node");
    node.arg(root.join("tests/engines/duckdb.mjs")).arg(&*set).arg(&query).current_dir(root);
    let found: Vec<Value> = serde_json::from_str(&run(&mut node)?)?;
    assert_eq!(told.len(), found.len());
    for (told, found) in told.iter().zip(&found) {
        for name in ["id", "indicator", "counted", "pending", "over", "short", "status"] {
            assert_eq!(told[name], found[name], "{name}\n{told}\n{found}");
        }
        for name in ["percent", "percent_of_upper", "share_of_base"] {
            assert_eq!(tenths(&told[name]), found[format!("{name}_tenths")].as_i64(), "{name}\n{told}\n{found}");
        }
        assert_eq!(tenths(&told["expected_to_date"]), found["expected_tenths"].as_i64(), "{told}\n{found}");
    }
    Ok(())
}

#[test]
fn duckdb_comes_to_the_same_figures_for_a_province() -> Outcome {
    let folder = tempfile::tempdir()?;
    let province = folder.path().join("tinh");
    let province = province.to_string_lossy();
    ketnap(&["generate", "--seed", "7", "--cells", "1000", "-o", &province])?;
    check(&[&province])
}

#[test]
fn duckdb_comes_to_the_same_figures_for_every_report() -> Outcome {
    for report in ["mai-chau", "dien-ban", "nam-po", "bac-kan", "hop-nhat"] {
        check(&[&format!("{}/samples/{report}", env!("CARGO_MANIFEST_DIR"))])?;
    }
    Ok(())
}
