//! The figures check on lines restated from published reports: nothing right is accused, and slips put into right lines by rule
//! are found. `held.tsv` was first tried when the check was
//! written, and has been looked at since.

mod slipped;

use ket_nap::domain::reconcile::{CheckedLine, Slip, Verdict, check};

use slipped::{Relation, Rule, Slipped, slips};

/// A case of the corpus: identifier, source, what it is about, text, relations, truth, kinds.
struct Case {
    id: String,
    text: String,
    relations: Vec<Relation>,
    truth: String,
}

fn cases(corpus: &str) -> Vec<Case> {
    let case = |line: &str| {
        let mut columns = line.split('\t').map(str::to_owned);
        let (id, _, _) = (columns.next()?, columns.next()?, columns.next()?);
        let text = columns.next()?.replace("\\n", "\n").replace("\\t", "\t");
        let relations = columns.next()?.split(" ; ").filter_map(Relation::parse).collect();
        Some(Case { id, text, relations, truth: columns.next()? })
    };
    corpus.lines().filter_map(case).collect()
}

fn has(lines: &[CheckedLine], wanted: &[Verdict]) -> bool {
    lines.iter().any(|line| wanted.contains(&line.verdict()))
}

/// What the check makes of a corpus.
#[derive(Debug, Default, PartialEq, Eq)]
struct Score {
    right: usize,
    open: usize,
    wrong: usize,
    accused: Vec<String>,
    noted: usize,
    read: usize,
    readable: usize,
    named: usize,
    slips: usize,
    found: usize,
    based: usize,
    based_found: usize,
    left_out: usize,
    left_out_found: usize,
}

fn score(corpus: &str) -> Score {
    let mut score = Score::default();
    for case in cases(corpus) {
        let lines = check(&case.text);
        let is_wrong = case.truth.starts_with("wrong");
        match (is_wrong, case.truth.as_str()) {
            (true, _) => score.wrong += 1,
            (_, "right") => score.right += 1,
            _ => score.open += 1,
        }
        let accused = has(&lines, &[Verdict::Wrong]);
        let names = |lines: &[CheckedLine]| {
            lines.iter().any(|line| line.slips.iter().any(|slip| matches!(slip, Slip::Relation(_))))
        };
        if is_wrong {
            score.named += usize::from(names(&lines));
            continue;
        }
        if accused {
            score.accused.push(case.id.clone());
        }
        score.noted += usize::from(names(&lines));
        if case.relations.is_empty() {
            continue;
        }
        score.readable += 1;
        score.read += usize::from(has(&lines, &[Verdict::Fits, Verdict::Rounding]));
        for Slipped { rule, what, text } in slips(&case.text, &case.relations) {
            let (all, named) = match rule {
                Rule::Swapped => (&mut score.slips, &mut score.found),
                Rule::WrongBase => (&mut score.based, &mut score.based_found),
                Rule::LeftOut => (&mut score.left_out, &mut score.left_out_found),
            };
            let found = names(&check(&text));
            *all += 1;
            *named += usize::from(found);
            if !found && std::env::var_os("KET_NAP_MISSED").is_some() {
                println!("missed {} {what}: {}", case.id, text.replace('\n', " ¶ "));
            }
        }
        if std::env::var_os("KET_NAP_MISSED").is_some() && !has(&lines, &[Verdict::Fits, Verdict::Rounding]) {
            println!("unread {}: {}", case.id, case.text.replace('\n', " ¶ "));
        }
    }
    score
}

fn shown(name: &str, score: &Score) {
    println!(
        "{name}: {} right, {} open, {} published with slips; accused {:?}, noted {}; read {}/{}; published slips named {}/{}; slips found {}/{}; wrong base {}/{}; left out {}/{}",
        score.right,
        score.open,
        score.wrong,
        score.accused,
        score.noted,
        score.read,
        score.readable,
        score.named,
        score.wrong,
        score.found,
        score.slips,
        score.based_found,
        score.based,
        score.left_out_found,
        score.left_out
    );
}

#[test]
fn lines_held_apart() {
    let score = score(include_str!("held.tsv"));
    shown("held", &score);
    assert_eq!(score.accused, [] as [String; 0]);
    assert!(score.read * 100 >= score.readable * 85, "{score:?}");
    assert!(score.found * 100 >= score.slips * 80, "{score:?}");
}

#[test]
fn lines_of_published_reports() {
    let score = score(include_str!("lines.tsv"));
    shown("lines", &score);
    assert_eq!(score.accused, [] as [String; 0]);
    assert!(score.read * 10 >= score.readable * 9, "{score:?}");
    assert!(score.found * 100 >= score.slips * 67, "{score:?}");
}

/// What the check makes of single lines, each right or with a slip as offices make them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Lines {
    right: usize,
    accused: Vec<String>,
    noted: usize,
    read: usize,
    readable: usize,
    slips: usize,
    found: usize,
}

/// Columns: identifier, source, kind, `right` or `wrong`, the line, what holds or fails.
fn short(corpus: &str) -> Lines {
    let mut lines = Lines::default();
    for row in corpus.lines() {
        let columns: Vec<&str> = row.split('\t').collect();
        let [id, _, _, truth, text, relations] = columns.as_slice() else { unreachable!("{row}") };
        let checked = check(&text.replace("\\n", "\n").replace("\\t", "\t"));
        let (wrong, noted) = (has(&checked, &[Verdict::Wrong]), has(&checked, &[Verdict::Soft]));
        if *truth == "wrong" {
            lines.slips += 1;
            lines.found += usize::from(wrong || noted);
            if !wrong && !noted && std::env::var_os("KET_NAP_MISSED").is_some() {
                println!("missed {id}: {text}");
            }
            continue;
        }
        lines.right += 1;
        lines.noted += usize::from(noted);
        if wrong {
            lines.accused.push((*id).to_owned());
        }
        if relations.contains('=') {
            lines.readable += 1;
            lines.read += usize::from(has(&checked, &[Verdict::Fits, Verdict::Rounding]));
        }
    }
    println!("{lines:?}");
    lines
}

#[test]
fn short_lines_and_their_slips() {
    let lines = short(include_str!("short.tsv"));
    assert_eq!(lines.accused, [] as [String; 0]);
    assert!(lines.noted * 100 <= lines.right, "{lines:?}");
    assert!(lines.read * 100 >= lines.readable * 85, "{lines:?}");
    assert!(lines.found * 100 >= lines.slips * 90, "{lines:?}");
}
