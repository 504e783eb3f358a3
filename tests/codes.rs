//! A parcel by codes from a screen to a camera: what is drawn here, another program's reader reads (ZXing's, as `rxing`), and what
//! is lost on the way is made good by the codes after it.

use ket_nap::courier::codes::{Density, Gathering, Heard, Modules, Source, TooLong, drawn, found, grey};
use proptest::prelude::*;
use rand_xoshiro::Xoshiro256StarStar;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Points of the picture for each module.
const SCALE: usize = 4;
/// Light modules around a code.
const QUIET: usize = 4;

/// The picture that a camera has of a code which stands straight before it, with noise.
fn picture(modules: &Modules, noise: u8, random: &mut Xoshiro256StarStar) -> (usize, Vec<u8>) {
    let side = (modules.size + 2 * QUIET) * SCALE;
    let tone = |at: usize| {
        let (row, column) = (at / side / SCALE, at % side / SCALE);
        let inside = |place: usize| place.checked_sub(QUIET).filter(|place| *place < modules.size);
        let dark = inside(row)
            .zip(inside(column))
            .and_then(|(row, column)| modules.dark.get(row * modules.size + column).copied());
        if dark == Some(true) { 30_u8 } else { 220 }
    };
    let noisy = |tone: u8| tone.saturating_add((random.next_u32() % (u32::from(noise) + 1)) as u8);
    (side, (0..side * side).map(tone).map(noisy).collect())
}

/// What ZXing reads.
fn read_by_another(side: usize, grey: &[u8]) -> Option<String> {
    let side = u32::try_from(side).ok()?;
    let read = rxing::helpers::detect_in_luma(grey.to_vec(), side, side, Some(rxing::BarcodeFormat::QR_CODE));
    read.ok().map(|read| read.getText().to_owned())
}

/// A parcel of some 20 kB, as texts of parcels are.
fn parcel() -> String {
    let mut random = Xoshiro256StarStar::seed_from_u64(20);
    let mut text = "ket-nap;2;parcel;".to_owned();
    while text.len() < 20_000 {
        text.push_str(&format!(
            "[\"candidate:{:x}\",\"name\",\"Ng\\u01b0\\u1eddi th\\u1eed {}\",\"{:x}\"],",
            random.next_u64() >> 24,
            random.next_u32() % 1_000,
            1_790_000_000_000_u64 + u64::from(random.next_u32())
        ));
    }
    text
}

#[test]
fn another_reader_reads_what_is_drawn_with_a_fifth_of_the_codes_lost() {
    let mut random = Xoshiro256StarStar::seed_from_u64(1);
    let text = parcel();
    for density in Density::ALL {
        let source = Source::new(&text, density).unwrap_or_else(|TooLong| unreachable!());
        let (mut ours, mut theirs) = (Gathering::default(), Gathering::default());
        let (mut whole, mut shown) = ([None, None], 0);
        while whole.iter().any(Option::is_none) {
            let modules = drawn(&source.frame(shown).write()).unwrap_or_else(|| unreachable!());
            shown += 1;
            if random.next_u32() % 5 == 0 {
                continue;
            }
            let (side, seen) = picture(&modules, 20, &mut random);
            let read = [found(side, side, &seen).pop(), read_by_another(side, &seen)];
            for ((gathering, read), whole) in [&mut ours, &mut theirs].into_iter().zip(read).zip(&mut whole) {
                let read = read.unwrap_or_else(|| panic!("{density:?}: code {shown} was not read"));
                if let (Heard::Whole(text), None) = (gathering.hear(&read), &whole) {
                    *whole = Some(text);
                }
            }
        }
        assert_eq!(whole, [Some(text.clone()), Some(text.clone())]);
        println!(
            "{density:?}: {} bytes, {} codes needed, {shown} shown with a fifth lost",
            text.len(),
            source.blocks()
        );
        assert!(shown < u32::try_from(source.blocks() * 5 / 4 + 16).unwrap_or(0));
    }
}

#[test]
fn the_picture_of_a_camera_is_read_in_colours() {
    let source = Source::new("ket-nap;2;parcel;1", Density::Usual).unwrap_or_else(|TooLong| unreachable!());
    let modules = drawn(&source.frame(0).write()).unwrap_or_else(|| unreachable!());
    let (side, seen) = picture(&modules, 0, &mut Xoshiro256StarStar::seed_from_u64(2));
    let colours: Vec<u8> = seen.iter().flat_map(|tone| [*tone, *tone, *tone, 255]).collect();
    assert_eq!(found(side, side, &grey(&colours)), [source.frame(0).write()]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn a_picture_of_anything_does_no_harm(width in 0..90_usize, height in 0..90_usize, seed in any::<u64>(), coarse in 1..9_usize) {
        let mut random = Xoshiro256StarStar::seed_from_u64(seed);
        let spots: Vec<u8> = (0..90 * 90).map(|_| if random.next_u32() % 2 == 0 { 0 } else { 255 }).collect();
        let seen: Vec<u8> = (0..width * height).map(|at| spots[at / width / coarse * 90 + at % width / coarse]).collect();
        found(width, height, &seen);
        found(width, height + 1, &seen);
    }
}
