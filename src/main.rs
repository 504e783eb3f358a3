//! Mounts the program in the page.

fn main() {
    if let Some(root) = ket_nap::platform::page::root() {
        yew::Renderer::<ket_nap::shell::Shell>::with_root(root).render();
    }
}
