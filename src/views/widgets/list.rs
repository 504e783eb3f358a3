//! Lists whose rows lead to a page.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::app::route::Route;

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
    pub marks: Html,
    /// Steps to the right, for trees.
    pub depth: usize,
}

/// A list of rows.
pub fn list(rows: Vec<Row>) -> Html {
    html! { <ul class="list">{ for rows.into_iter().map(row) }</ul> }
}

fn row(row: Row) -> Html {
    let depth = format!("depth-{}", row.depth.min(4));
    html! {
        <li key={row.route.href()} class={depth}>
            <a class="row" href={row.route.href()}>
                <span class="row-words">
                    <span class="row-title">{ row.title }</span>
                    { for row.about.map(|about| html! { <span class="row-about">{ about }</span> }) }
                </span>
                <span class="row-marks">{ row.marks }</span>
                { icon(Icon::Onward) }
            </a>
        </li>
    }
}

/// What stands in place of a list that has no rows.
pub fn empty(words: &str, next: Html) -> Html {
    html! { <div class="empty"><p>{ words }</p>{ next }</div> }
}
