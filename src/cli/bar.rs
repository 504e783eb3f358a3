//! A progress bar on standard error; hidden if that is not a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Fewer items than this are done before a bar could be read.
const WORTH_IT: usize = 200;

/// A progress bar that is removed when dropped.
#[derive(Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar over `things` items.
    pub fn new(what: &'static str, things: usize) -> Bar {
        // Hides itself if standard error is not a terminal.
        let target =
            if things < WORTH_IT { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr_with_hz(10) };
        let bar = ProgressBar::with_draw_target(Some(things as u64), target);
        let style = ProgressStyle::with_template("{msg} {bar:40} {human_pos}/{human_len}");
        let bar = bar.with_message(what);
        Bar(if let Ok(style) = style { bar.with_style(style) } else { bar })
    }

    /// Advances by one item.
    pub fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
