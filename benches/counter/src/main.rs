//! A bare Yew counter: what the page is measured against (`cargo xtask bench`).

use yew::prelude::*;

#[function_component]
fn Counter() -> Html {
    let count = use_state(|| 0_u32);
    let more = {
        let count = count.clone();
        Callback::from(move |_: MouseEvent| count.set(count.wrapping_add(1)))
    };
    html! { <main><h1>{ "Đếm" }</h1><button onclick={more}>{ *count }</button></main> }
}

fn main() {
    yew::Renderer::<Counter>::new().render();
}
