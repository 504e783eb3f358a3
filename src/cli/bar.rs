//! A bar on the standard error while something takes long; nothing where that is no terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Fewer things than this are done before a bar could be read.
const WORTH_IT: usize = 200;

/// A bar that goes when it is dropped.
#[derive(Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar over so many things.
    pub fn new(what: &'static str, things: usize) -> Bar {
        // Hidden by itself where the standard error is no terminal.
        let target =
            if things < WORTH_IT { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr_with_hz(10) };
        let bar = ProgressBar::with_draw_target(Some(things as u64), target);
        let style = ProgressStyle::with_template("{msg} {bar:40} {human_pos}/{human_len}");
        let bar = bar.with_message(what);
        Bar(if let Ok(style) = style { bar.with_style(style) } else { bar })
    }

    /// One of them is done.
    pub fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
