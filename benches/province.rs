//! A made-up province through `ketnap progress`, from 1,000 to 50,000 files, and the same people in fewer files: time
//! and the most memory that it took. `cargo bench --bench province`.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Files, and candidates in each.
const SIZES: [(u32, u32); 6] = [(1_000, 10), (5_000, 10), (10_000, 10), (25_000, 10), (50_000, 10), (1_000, 500)];
/// How often each is worked out.
const TIMES: usize = 5;

/// The most memory that a process has taken so far, in KiB; `None` where the system does not tell.
fn peak(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn one(folder: &Path) -> Outcome<(Duration, u64)> {
    let mut ketnap = Command::new(env!("CARGO_BIN_EXE_ketnap"));
    ketnap.args(["progress", "--as-of", "2026-10-01", "--format", "json"]).arg(folder).stdout(Stdio::null());
    let begun = Instant::now();
    let mut child = ketnap.spawn()?;
    let mut most = 0;
    while child.try_wait()?.is_none() {
        most = most.max(peak(&child).unwrap_or_default());
        std::thread::sleep(Duration::from_millis(2));
    }
    Ok((begun.elapsed(), most))
}

fn main() -> Outcome {
    let cores = std::thread::available_parallelism()?;
    println!("ketnap progress on {cores} cores, median of {TIMES} times and the slowest");
    for (files, candidates) in SIZES {
        let folder = tempfile::tempdir()?;
        let (cells, each) = (files.to_string(), candidates.to_string());
        let mut generate = Command::new(env!("CARGO_BIN_EXE_ketnap"));
        generate.args(["generate", "--seed", "7", "--cells", &cells, "--candidates", &each, "-o"]).arg(folder.path());
        generate.stdout(Stdio::null()).status()?;
        let mut times = Vec::new();
        let mut most = 0;
        for _ in 0..TIMES {
            let (time, peak) = one(folder.path())?;
            times.push(time);
            most = most.max(peak);
        }
        times.sort();
        let people = u64::from(files) * u64::from(candidates);
        let (median, slowest) = (times.get(TIMES / 2).copied(), times.last().copied());
        let (median, slowest) = (median.unwrap_or_default(), slowest.unwrap_or_default());
        let each = median.as_micros() / u128::from(people.max(1));
        println!(
            "{files:>6} files, {people:>6} candidates: {median:>9.2?}, {slowest:>9.2?}; {each} µs each; {} MiB",
            most / 1024
        );
    }
    Ok(())
}
