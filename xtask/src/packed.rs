//! Compressed copies beside the files of a finished page, for hosts that send them instead of
//! compressing themselves (`gzip_static` and `brotli_static` of nginx, `precompressed` of Caddy).

use std::fs;
use std::io;
use std::path::Path;

use crate::outcome::{Explain, Outcome};
use crate::{keeper, sizes};

/// The endings of the copies.
pub const ENDINGS: [&str; 2] = [".gz", ".br"];

/// Below this a copy gains less than a packet of the network.
const LEAST: usize = 1_024;

/// What is packed in itself already, or is a copy.
const LEFT: [&str; 3] = [".png", ".gz", ".br"];

/// Writes the copies; each is smaller than its file.
pub fn write(dist: &Path) -> Outcome {
    for name in sizes::names(dist)? {
        let file = dist.join(&name);
        let content = fs::read(&file).explain(|| format!("reading {name}"))?;
        // A host that puts another worker in its place must not go on sending a copy of the former.
        if name == keeper::NAME || content.len() < LEAST || LEFT.iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let packed = [sizes::gzip(&content)?, brotli(&content)?];
        for (ending, packed) in ENDINGS.iter().zip(packed) {
            let copy = dist.join(format!("{name}{ending}"));
            fs::write(&copy, packed).explain(|| format!("writing {}", copy.display()))?;
        }
    }
    Ok(())
}

/// What `brotli -q 11` makes of these bytes.
pub fn brotli(content: &[u8]) -> Outcome<Vec<u8>> {
    let options =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut io::Cursor::new(content), &mut packed, &options).explain(|| "compressing".into())?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_same_content() -> Outcome {
        let content = "chỉ tiêu kết nạp ".repeat(200);
        let packed = brotli(content.as_bytes())?;
        assert!(packed.len() < 100, "{}", packed.len());
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut back).explain(|| "unpacking".into())?;
        assert_eq!(back, content.as_bytes());
        Ok(())
    }
}
