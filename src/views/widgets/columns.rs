//! A column chart by year: number and target. A table beside it has the same data; colour alone
//! carries no meaning.

use crate::views::el::{El, el};

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Label below.
    pub label: String,
    /// Figure above.
    pub figure: String,
    /// Height; `None` if unknown.
    pub value: Option<u64>,
    /// Height of the target line.
    pub goal: Option<u64>,
    /// Whether the value may still grow.
    pub open: bool,
}

/// Width of a column with its gap, and of the column alone, in SVG units.
const STEP: u64 = 64;
const WIDTH: u64 = 36;
/// Height of the tallest column, and the space above it, in SVG units.
const HEIGHT: u64 = 96;
const TOP: u64 = 20;

/// Renders the chart; `label` says the same in words.
pub fn columns(found: &[Column], label: &str) -> El {
    let highest = found.iter().flat_map(|column| [column.value, column.goal]).flatten().max().unwrap_or(0).max(1);
    let high = |value: u64| value.saturating_mul(HEIGHT).checked_div(highest).unwrap_or(0);
    let width = STEP * found.len() as u64;
    let mut chart = el("svg", "columns").attr("viewBox", &format!("0 0 {width} {}", TOP + HEIGHT + 24));
    chart = chart.attr("style", &format!("max-width: {}rem", found.len() * 5));
    chart = chart.fixed("role", "img").attr("aria-label", label);
    for (column, place) in found.iter().zip(0_u64..) {
        let left = place * STEP + (STEP - WIDTH) / 2;
        let middle = place * STEP + STEP / 2;
        if let Some(value) = column.value {
            let high = high(value);
            let class = if column.open { "column column-open" } else { "column" };
            chart = chart.child(rect(class, left, TOP + HEIGHT - high, WIDTH, high.max(1)));
            chart = chart.child(label_at(middle, TOP + HEIGHT - high - 4, &column.figure));
        } else {
            chart = chart.child(label_at(middle, TOP + HEIGHT - 4, &column.figure));
        }
        if let Some(goal) = column.goal {
            chart = chart.child(rect("column-goal", left - 6, TOP + HEIGHT - high(goal), WIDTH + 12, 2));
        }
        chart = chart.child(label_at(middle, TOP + HEIGHT + 16, &column.label));
    }
    chart
}

fn rect(class: &'static str, left: u64, top: u64, width: u64, height: u64) -> El {
    let rect = el("rect", class).attr("x", &left.to_string()).attr("y", &top.to_string());
    rect.attr("width", &width.to_string()).attr("height", &height.to_string())
}

fn label_at(middle: u64, bottom: u64, words: &str) -> El {
    let label = el("text", "column-label").attr("x", &middle.to_string()).attr("y", &bottom.to_string());
    label.fixed("text-anchor", "middle").fixed("aria-hidden", "true").text(words)
}
