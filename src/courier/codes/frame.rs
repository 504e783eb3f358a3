//! What stands in one code: which transfer it belongs to, which parts of it are in it, and their bytes. Written in the letters that
//! a code holds most of (Base45, RFC 9285): what browsers read from codes is text.

/// How the text of a code begins.
const OPENING: &str = "KN1:";
/// Bytes before those of the text.
const HEADER: usize = 12;

/// The content of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Checksum of the packed text.
    pub transfer: u32,
    /// Bytes of the packed text.
    pub length: usize,
    /// Its place in the sequence, which says which blocks are in it.
    pub number: u32,
    /// Exclusive or of these blocks.
    pub block: Vec<u8>,
}

/// Numbers and lengths are written in three bytes.
pub(super) const LARGEST: u32 = 0xFF_FFFF;

impl Frame {
    /// The text of the code.
    pub fn write(&self) -> String {
        let three = |number: u32| number.to_be_bytes().into_iter().skip(1);
        let length = u32::try_from(self.length).unwrap_or(LARGEST).min(LARGEST);
        let size = u16::try_from(self.block.len()).unwrap_or(u16::MAX);
        let mut bytes: Vec<u8> = self.transfer.to_be_bytes().to_vec();
        bytes.extend(three(length).chain(size.to_be_bytes()).chain(three(self.number)));
        bytes.extend(&self.block);
        format!("{OPENING}{}", base45::encode(&bytes))
    }

    /// Reads such a text; `None` if it is another one.
    pub fn read(text: &str) -> Option<Frame> {
        let bytes = base45::decode(text.strip_prefix(OPENING)?).ok()?;
        let (header, block) = bytes.split_at_checked(HEADER)?;
        let number = |from: usize, to: usize| {
            let bytes = header.get(from..to)?;
            Some(bytes.iter().fold(0, |sum, byte| (sum << 8) | u32::from(*byte)))
        };
        let length = usize::try_from(number(4, 7)?).ok()?;
        let is_whole = usize::try_from(number(7, 9)?) == Ok(block.len());
        let transfer = number(0, 4)?;
        let number = number(9, 12)?;
        (is_whole && length > 0 && !block.is_empty()).then(|| Frame { transfer, length, number, block: block.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::courier::codes::Density;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(transfer in any::<u32>(), length in 1..=0xFF_FFFF_usize, number in 0..=LARGEST, block in proptest::collection::vec(any::<u8>(), 1..600)) {
            let frame = Frame { transfer, length, number, block };
            prop_assert_eq!(Frame::read(&frame.write()), Some(frame));
        }

        #[test]
        fn any_other_text_is_none(text in "(KN1:)?[ -~]{0,60}") {
            let read = Frame::read(&text);
            prop_assert_eq!(read.as_ref().and_then(|frame| Frame::read(&frame.write())), read);
        }
    }

    #[test]
    fn a_full_code_is_of_the_version_that_its_density_says() {
        let lengths = Density::ALL.map(|density| {
            let block = vec![0xFF; density.bytes()];
            Frame { transfer: u32::MAX, length: 1, number: LARGEST, block }.write().len()
        });
        assert_eq!(lengths, [223, 466, 853]);
    }
}
