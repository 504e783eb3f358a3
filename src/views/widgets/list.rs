//! Lists whose rows lead to a page.

use super::icon::{Icon, icon};
use crate::app::route::Route;
use crate::views::el::{El, el};

/// A list of rows.
#[inline(never)]
pub fn list(rows: Vec<El>) -> El {
    el("ul", "list").children(rows)
}

/// A row: where it leads, what it is called, what else to know, and marks at its end.
pub fn row(to: &Route, title: &str, about: Option<&str>, marks: Vec<El>) -> El {
    row_at(0, to, title, about, marks)
}

/// A row of a tree, so many steps to the right.
#[inline(never)]
pub fn row_at(depth: usize, to: &Route, title: &str, about: Option<&str>, marks: Vec<El>) -> El {
    let marks = el("span", "row-marks").children(marks);
    let href = to.href();
    let line = el("a", "row").attr("href", &href).child(words(title, about)).child(marks);
    el("li", "").key(&href).attr("data-depth", &depth.min(4).to_string()).child(line.child(icon(Icon::Onward)))
}

/// A title with a line under it.
pub fn words(title: &str, about: Option<&str>) -> El {
    let words = el("span", "row-words").child(el("span", "row-title").text(title));
    match about {
        Some(about) => words.child(el("span", "row-about").text(about)),
        None => words,
    }
}

/// What stands in place of a list that has no rows.
pub fn empty(words: &str) -> El {
    el("div", "empty").child(el("p", "").text(words))
}
