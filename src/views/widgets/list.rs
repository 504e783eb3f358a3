//! Lists whose rows lead to a page.

use super::icon::{Icon, icon};
use crate::app::route::Route;
use crate::views::el::{El, el};

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Where it leads.
    pub route: Route,
    /// What it is called.
    pub title: String,
    /// What else to know.
    pub about: Option<String>,
    /// Marks at its end.
    pub marks: Vec<El>,
    /// Steps to the right, for trees.
    pub depth: usize,
}

impl Row {
    /// A row with a title only.
    pub fn new(route: Route, title: String) -> Row {
        Row { route, title, about: None, marks: Vec::new(), depth: 0 }
    }
}

/// A list of rows.
pub fn list(rows: Vec<Row>) -> El {
    el("ul", "list").children(rows.into_iter().map(|row| draw(row).done()).collect())
}

fn draw(row: Row) -> El {
    let marks = el("span", "row-marks").children(row.marks.into_iter().map(El::done).collect());
    let href = row.route.href();
    let line = el("a", "row").attr("href", &href).child(words(&row.title, row.about.as_deref())).child(marks);
    el("li", "").key(&href).attr("data-depth", &row.depth.min(4).to_string()).child(line.child(icon(Icon::Onward)))
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
