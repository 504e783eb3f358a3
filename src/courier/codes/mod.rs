//! A text from one screen to another machine's camera, with no network between them: a running sequence of QR codes of which any
//! will do, as long as there are enough (decision 0038, docs/FORMAT.md). `packed` makes the text small, `fountain` divides it, `frame`
//! is what stands in one code, `picture` draws codes and finds them in pictures.

mod fountain;
mod frame;
mod packed;
mod picture;

pub use fountain::{Gathering, Source};
pub use frame::Frame;
pub use picture::{Modules, drawn, found, grey};

/// How much goes into one code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// For cameras that are slow to focus: 45 modules on a side.
    Sparse,
    /// 61 modules.
    #[default]
    Usual,
    /// For good cameras: 81 modules.
    Dense,
}

impl Density {
    /// All, from the sparsest on.
    pub const ALL: [Density; 3] = [Density::Sparse, Density::Usual, Density::Dense];

    /// Bytes of the text in a code. With the header and in the letters of a code they just fit versions 7, 11 and 16 at error
    /// correction level L (ISO/IEC 18004, table 7: 224, 468 and 854 alphanumeric letters). What is lost to bad light, the next code
    /// makes good.
    pub const fn bytes(self) -> usize {
        match self {
            Density::Sparse => 134,
            Density::Usual => 296,
            Density::Dense => 554,
        }
    }
}

/// Why a text cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// What a code has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is none of ours.
    Foreign,
    /// More are needed; so many of a hundred parts are there.
    Part(u32),
    /// The whole text.
    Whole(String),
}
