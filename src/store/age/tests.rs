//! Sealed files: those of the command `age` open, ours come back, and none that was changed does.

use super::*;

const TEXT: &str = "Lò Thị Mẫu\n";

/// Written by the command `age` 1.1.1 (Debian 12), with “Mưa trên bản”.
const PLAIN: &[u8] = include_bytes!("samples/plain.age");
/// By the same with `-a`, and “mua tren ban”.
const ARMORED: &[u8] = include_bytes!("samples/armored.txt");

fn fresh(seed: u8) -> Fresh {
    Fresh { key: Zeroizing::new([seed; FILE_KEY]), salt: [seed + 1; SALT], nonce: [seed + 2; SALT] }
}

fn open(file: &[u8], passphrase: &str) -> Result<String, Shut> {
    vault_open_file(file, &Passphrase::new(passphrase)).map(|text| String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn what_the_command_has_sealed_opens() {
    assert!(is_sealed(PLAIN) && is_sealed(ARMORED) && !is_sealed(b"ket-nap;1;backup"));
    assert_eq!(open(PLAIN, "Mưa trên bản").as_deref(), Ok(TEXT));
    assert_eq!(open(ARMORED, "MƯA TRÊN BẢN").as_deref(), Ok(TEXT));
}

#[test]
fn what_is_sealed_here_opens_by_capitals_and_marks_of_any_kind() {
    let sealed = vault_seal_file(TEXT, &Passphrase::new("Mưa trên bản"), 6, &fresh(7)).unwrap_or_default();
    assert_eq!(open(sealed.as_bytes(), "mua tren BAN").as_deref(), Ok(TEXT));
    assert_eq!(open(sealed.as_bytes(), "mua tren"), Err(Shut::Wrong));
    // As chat programs and mail leave it.
    let carried = format!("\u{FEFF}Gửi anh:\r\n> {}", sealed.replace('\n', "\r\n"));
    assert_eq!(open(carried.as_bytes(), "Mưa trên bản").as_deref(), Ok(TEXT));
}

#[test]
fn texts_of_any_length_come_back() {
    let words = Passphrase::new("mưa");
    for length in [0, 1, 65_535, 65_536, 65_537, 200_000] {
        let text: String = "ab\n".chars().cycle().take(length).collect();
        let sealed = vault_seal_file(&text, &words, 1, &fresh(3)).unwrap_or_default();
        assert!(open(sealed.as_bytes(), "mưa") == Ok(text), "{length}");
    }
}

#[test]
fn no_changed_and_no_cut_off_file_opens() {
    let sealed = vault_seal_file(TEXT, &Passphrase::new("mưa"), 1, &fresh(9)).unwrap_or_default();
    let bytes = armor::read(sealed.as_bytes()).unwrap_or_default();
    for place in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed.iter_mut().skip(place).take(1).for_each(|byte| *byte ^= 1);
        assert!(open(&changed, "mưa").is_err(), "{place}");
        assert!(open(bytes.get(..place).unwrap_or_default(), "mưa").is_err(), "{place}");
    }
    assert!(open(&[bytes.as_slice(), b"x"].concat(), "mưa").is_err());
    // Pieces that change places.
    let words = Passphrase::new("mưa");
    let sealed = vault_seal_file(&"a".repeat(200_000), &words, 1, &fresh(9)).unwrap_or_default();
    let bytes = armor::read(sealed.as_bytes()).unwrap_or_default();
    let (head, rest) = bytes.split_at(bytes.len() - 200_000 - 4 * 16);
    let pieces: Vec<&[u8]> = rest.chunks(65_536 + 16).collect();
    let [one, two, three, four] = pieces.as_slice() else { unreachable!("{}", pieces.len()) };
    assert!(open(&[head, one, two, three, four].concat(), "mưa").is_ok());
    assert_eq!(open(&[head, two, one, three, four].concat(), "mưa"), Err(Shut::Damaged));
    assert_eq!(open(&[head, one, two, three].concat(), "mưa"), Err(Shut::Damaged));
    assert_eq!(open(&[head, one, two, four].concat(), "mưa"), Err(Shut::Damaged));
}

#[test]
fn what_cannot_be_opened_says_why() {
    let costly = b"age-encryption.org/v1\n-> scrypt p1YZ2QQx5uO/da8XuzyeoA 22\njXZDA/v+SpVyKTw34OBloTv4DLbwZswR/VPFSW5wuqw\n--- jXZDA/v+SpVyKTw34OBloTv4DLbwZswR/VPFSW5wuqw\n";
    assert_eq!(open(costly, "mưa"), Err(Shut::NoMemory));
    let key = b"age-encryption.org/v1\n-> X25519 p1YZ2QQx5uO/da8XuzyeoA\njXZD\n--- jXZD\n";
    assert_eq!(open(key, "mưa"), Err(Shut::ForKey));
    assert_eq!(open(b"age-encryption.org/v1\n", "mưa"), Err(Shut::Damaged));
    assert_eq!(
        open(b"-----BEGIN AGE ENCRYPTED FILE-----\n\n-----END AGE ENCRYPTED FILE-----", "mưa"),
        Err(Shut::Damaged)
    );
}
