//! Mounts the program in the page.

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| ket_nap::platform::page::panicked(&panic.to_string())));
    ket_nap::platform::page::when_told(|| {
        if let Some(root) = ket_nap::platform::page::root() {
            yew::Renderer::<ket_nap::shell::Shell>::with_root(root).render();
        }
    });
}
