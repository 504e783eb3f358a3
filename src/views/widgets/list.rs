//! Lists whose rows are links.

use super::icon::{Icon, icon};
use crate::app::route::Route;
use crate::views::el::{El, el};

/// A list of rows.
#[inline(never)]
pub fn list(rows: Vec<El>) -> El {
    el("ul", "list").children(rows)
}

/// A row: link, title, secondary text, and badges at the end.
pub fn row(to: &Route, title: &str, about: Option<&str>, marks: Vec<El>) -> El {
    row_at(0, to, title, about, marks)
}

/// A row of a tree, indented by `depth`.
#[inline(never)]
pub fn row_at(depth: usize, to: &Route, title: &str, about: Option<&str>, marks: Vec<El>) -> El {
    let marks = el("span", "row-marks").children(marks);
    let href = to.href();
    let line = el("a", "row").attr("href", &href).child(words(title, about)).child(marks);
    el("li", "").key(&href).attr("data-depth", &depth.min(4).to_string()).child(line.child(icon(Icon::Onward)))
}

/// A title with secondary text below.
pub fn words(title: &str, about: Option<&str>) -> El {
    let words = el("span", "row-words").child(el("span", "row-title").text(title));
    match about {
        Some(about) => words.child(el("span", "row-about").text(about)),
        None => words,
    }
}

/// Placeholder of an empty list.
pub fn empty(words: &str) -> El {
    el("div", "empty").child(el("p", "").text(words))
}
