//! A text made small, and back again: DEFLATE (RFC 1951), with a bound on what it may grow to.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The best that it can do: the text is packed once and shown many times.
const LEVEL: u8 = 10;
/// Bytes of a text at most: more than a camera can be held still for, and little enough for a phone's memory.
const LARGEST: usize = 4 << 20;

/// The text, packed.
pub(super) fn pack(text: &str) -> Vec<u8> {
    compress_to_vec(text.as_bytes(), LEVEL)
}

/// The text in these bytes; `None` if they are something else, or of more than 4 MiB.
pub(super) fn unpack(bytes: &[u8]) -> Option<String> {
    String::from_utf8(decompress_to_vec_with_limit(bytes, LARGEST).ok()?).ok()
}

/// CRC-32 of ISO 3309, which tells one transfer from another and says in the end whether all of it is right.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    const POLYNOMIAL: u32 = 0xEDB8_8320;
    let step = |crc: u32| if crc & 1 == 1 { (crc >> 1) ^ POLYNOMIAL } else { crc >> 1 };
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc));
    !bytes.iter().fold(u32::MAX, byte)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(text in "\\PC{0,200}") {
            prop_assert_eq!(unpack(&pack(&text)), Some(text));
        }

        #[test]
        fn other_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            unpack(&bytes);
        }
    }

    #[test]
    fn what_would_grow_too_large_is_refused() {
        let bomb = compress_to_vec(&vec![b'a'; LARGEST + 1], LEVEL);
        assert!(bomb.len() < 10_000);
        assert_eq!(unpack(&bomb), None);
        assert_eq!(unpack(&compress_to_vec(&vec![b'a'; LARGEST], LEVEL)).map(|text| text.len()), Some(LARGEST));
    }

    #[test]
    fn the_checksum_is_the_usual_one() {
        // The check value that the catalogue of CRCs gives for CRC-32/ISO-HDLC.
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }
}
