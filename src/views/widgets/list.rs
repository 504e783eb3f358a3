//! Lists whose rows are links.

use super::button::{Weight, button};
use super::icon::{Icon, icon};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::state::State;
use crate::text::words;
use crate::views::Act;
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

/// What of a page's long lists is shown: as many rows as the user asked for, over all lists together.
#[derive(Debug)]
pub struct Shown {
    left: usize,
    hidden: usize,
}

impl Shown {
    /// As many rows as the state says.
    pub const fn of(state: &State) -> Shown {
        Shown { left: state.rows, hidden: 0 }
    }

    /// Keeps of a list what is shown.
    pub fn keep<T>(&mut self, list: &mut Vec<T>) {
        let (all, shown) = (list.len(), list.len().min(self.left));
        self.left -= shown;
        self.hidden += all - shown;
        list.truncate(shown);
    }

    /// The button that shows more, if there are more.
    pub fn more(&self, act: &Act) -> El {
        more(act, self.hidden)
    }
}

/// The button that shows more rows, if `hidden` ones are left. Its place is there in any case: a box before it would
/// be drawn anew, and lose what is being typed, when it comes or goes.
pub fn more(act: &Act, hidden: usize) -> El {
    let button = || button(&words::more_rows(hidden), Weight::Plain, act, Action::MoreRows);
    el("div", "more").each((hidden > 0).then(button).into_iter())
}

/// Placeholder of an empty list.
pub fn empty(words: &str) -> El {
    el("div", "empty").child(el("p", "").text(words))
}
