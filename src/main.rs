//! Mounts the page.
use yew::prelude::*;
/// Root.
#[component]
pub fn App() -> Html { html! { <h1>{ "Kết Nạp" }</h1> } }
fn main() { yew::Renderer::<App>::new().render(); }
