//! Communes found by what people type, and old addresses in their new form: `ket_nap::gazetteer`.

use std::collections::{BTreeMap, BTreeSet};

use ket_nap::courier::places::{self, Offers};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::lists::{OLD_PROVINCES, OldProvince, PROVINCES};
use ket_nap::domain::value::letters::fold;
use ket_nap::gazetteer::{Commune, Former, Gazetteer, Match, Place, Updated};
use ket_nap::text::communes;

/// The places that a text may mean, as people write them.
fn found(gazetteer: &Gazetteer, text: &str) -> Vec<String> {
    gazetteer.find(text).iter().map(|found| told(found)).collect()
}

fn told(found: &Match) -> String {
    match found.place {
        Place::Now(commune) => format!("{} {}, {}", commune.kind.word(), commune.name, commune.province.name),
        Place::Former(former) => former_told(former),
    }
}

fn former_told(former: &Former) -> String {
    let commune = former.commune.map(|(kind, name)| format!("{} {name}, ", kind.word())).unwrap_or_default();
    let (kind, district) = former.district;
    format!("{commune}{} {district}, {} (cũ)", kind.word(), former.province.name)
}

#[test]
fn the_table_has_every_unit_once() {
    let gazetteer = Gazetteer::shared();
    let table = gazetteer.table();
    assert_eq!((table.communes.len(), table.formers.len()), (3_321, 10_040));
    let now: BTreeSet<String> = table.communes.iter().map(|it| format!("{}|{}", it.name, it.province.key)).collect();
    assert_eq!(now.len(), 3_321, "no province has two communes of a name");
    let formers: BTreeSet<String> = table.formers.iter().map(former_told).collect();
    assert_eq!(formers.len(), 10_040);
    assert_eq!(table.formers.iter().filter(|former| former.became.is_empty()).count(), 0);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for commune in &table.communes {
        *kinds.entry(commune.kind.word()).or_default() += 1;
    }
    // Report of the Ministry of Home Affairs, July 2025: 2,621 communes, 687 wards, 13 special zones.
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), [("phường", 687), ("xã", 2_621), ("đặc khu", 13)]);
    let provinces: BTreeSet<&str> = table.communes.iter().map(|it| it.province.key).collect();
    assert_eq!(provinces.len(), PROVINCES.len());
    let old: BTreeSet<&str> = table.formers.iter().map(|it| it.province.key).collect();
    assert_eq!(old.len(), OLD_PROVINCES.len());
}

/// Few places were given to the province next to theirs, all of them by resolutions of their own.
#[test]
fn what_became_of_a_unit_lies_in_what_became_of_its_province() {
    let gazetteer = Gazetteer::shared();
    let elsewhere: Vec<String> = gazetteer
        .table()
        .formers
        .iter()
        .filter(|former| {
            let now = OldProvince(former.province).now();
            gazetteer.became(former).any(|it| now.is_none_or(|now| now.0.key != it.province.key))
        })
        .map(former_told)
        .collect();
    assert_eq!(elsewhere, [] as [String; 0]);
}

/// Texts that do not bring what they should, the first few.
fn lost(texts: impl Iterator<Item = (String, bool)>) -> Vec<String> {
    texts.filter(|(_, right)| !right).map(|(text, _)| text).take(20).collect()
}

#[test]
fn every_unit_of_today_is_found_by_its_first_letters_with_marks_and_without() {
    let gazetteer = Gazetteer::shared();
    let all = gazetteer.table().communes.iter().flat_map(|commune| {
        let is_it = |found: &Match| matches!(found.place, Place::Now(it) if it == commune);
        let begun: String = commune.name.chars().take(4).collect();
        let written = format!("bản Mẫu 1, {} {begun}", commune.kind.word());
        [written.clone(), fold(&written)].map(|text| (text.clone(), gazetteer.find(&text).iter().any(is_it)))
    });
    assert_eq!(lost(all), [] as [String; 0]);
}

#[test]
fn every_unit_of_today_is_meant_by_its_name() {
    let gazetteer = Gazetteer::shared();
    let table = gazetteer.table();
    let all = table.communes.iter().flat_map(|commune| {
        let is_it = |found: Match| matches!(found.place, Place::Now(it) if it == commune);
        let bare = format!("{}, {}", commune.name, commune.province.name);
        let text = format!("{} {bare}", commune.kind.word());
        let like = |it: &&Commune| it.province == commune.province && fold(it.name) == fold(commune.name);
        let alone = table.communes.iter().filter(like).count() == 1;
        let folded = (fold(&text), !alone || gazetteer.meant(&fold(&text)).is_some_and(is_it));
        // A number alone may be that of a house.
        let numbered = bare.starts_with(|c: char| c.is_ascii_digit());
        let bare = (bare.clone(), numbered || gazetteer.meant(&bare).is_some_and(is_it));
        [(text.clone(), gazetteer.meant(&text).is_some_and(is_it)), folded, bare]
    });
    assert_eq!(lost(all), [] as [String; 0]);
}

#[test]
fn every_unit_of_before_is_meant_by_its_name() {
    let gazetteer = Gazetteer::shared();
    let table = gazetteer.table();
    let all = table.formers.iter().flat_map(|former| {
        // Some names of today are made of those of a former unit and its district.
        let is_it = |found: Match| match found.place {
            Place::Former(it) => it == former,
            Place::Now(it) => gazetteer.became(former).any(|became| became == it),
        };
        let text = former_told(former).replace(" (cũ)", "");
        let like = |it: &&Former| {
            it.province == former.province && it.district == former.district && fold(it.name()) == fold(former.name())
        };
        let alone = table.formers.iter().filter(like).count() == 1;
        let words = fold(&text.replace(',', ""));
        let folded = !alone || gazetteer.meant(&words).is_some_and(is_it);
        [(text.clone(), gazetteer.meant(&text).is_some_and(is_it)), (words, folded)]
    });
    assert_eq!(lost(all), [] as [String; 0]);
}

#[test]
fn people_type_it_in_many_ways() {
    let gazetteer = Gazetteer::shared();
    let check = |typed: &str, first: &[&str]| {
        let all = found(gazetteer, typed);
        assert_eq!(
            all.iter().map(String::as_str).take(first.len()).collect::<Vec<_>>(),
            first,
            "{typed}: {} more",
            all.len()
        );
        assert!(!first.is_empty() || all.is_empty(), "{typed}: {} found", all.len());
    };
    check("nà hỳ", &["xã Nà Hỳ, Điện Biên"]);
    check("na hy", &["xã Nà Hỳ, Điện Biên"]);
    check("Nà H", &["xã Nà Hang, Tuyên Quang", "xã Nà Hẩu, huyện Văn Yên, Yên Bái (cũ)", "xã Nà Hỳ, Điện Biên"]);
    check("bản Nậm Thử 3, xã Nà Hỳ", &["xã Nà Hỳ, Điện Biên"]);
    check("bản Nậm Thử 3 xã nà hỳ", &["xã Nà Hỳ, Điện Biên"]);
    check("bản Nậm Thử 3 - x. Nà Hỳ - t. Điện Biên", &["xã Nà Hỳ, Điện Biên"]);
    check("Nà Khoa, Nậm Pồ", &["xã Nà Khoa, huyện Nậm Pồ, Điện Biên (cũ)"]);
    check("na khoa nam po dien bien", &["xã Nà Khoa, huyện Nậm Pồ, Điện Biên (cũ)"]);
    check("Nà Hỳ, h. Nậm Pồ", &["xã Nà Hỳ, huyện Nậm Pồ, Điện Biên (cũ)"]);
    check("xã Xá Nhè", &["xã Xá Nhè, huyện Tủa Chùa, Điện Biên (cũ)"]);
    check("phường Bến Nghé, Q1, TP.HCM", &["phường Bến Nghé, quận 1, Thành phố Hồ Chí Minh (cũ)"]);
    check("phường Bến Nghé, Quận 1, TP.HCM", &["phường Bến Nghé, quận 1, Thành phố Hồ Chí Minh (cũ)"]);
    check("thị trấn Đồng Văn, Hà Giang", &["thị trấn Đồng Văn, huyện Đồng Văn, Hà Giang (cũ)"]);
    check("Ea H’leo, Đắk Lắk", &["xã Ea H'Leo, Đắk Lắk"]);
    check("ea hleo, dak lak", &["xã Ea H'Leo, Đắk Lắk"]);
    check("số 3, tổ 5", &[]);
    check("42", &[]);
    check("", &[]);
    check("Viêng Chăn", &[]);
    // Villages and streets that have the name of a commune.
    check("bản Mường Nhé", &[]);
    check("số 5 đường Điện Biên Phủ", &[]);
    check("thôn Tả Phìn, tỉnh Lào Cai", &[]);
    check("bản Mường Nhé, xã Nà Hỳ", &["xã Nà Hỳ, Điện Biên"]);
}

/// What is offered for a box, with what stands in the province's box: each offer as it is shown and what it fills in; a fill in brackets
/// leaves what is there.
fn offered(gazetteer: &Gazetteer, key: &str, text: &str, province: &str) -> Vec<String> {
    let Offers { offers, more } = places::offers(gazetteer, key, text, province);
    let told = offers.into_iter().map(|offer| {
        let fills: Vec<String> = offer
            .fills
            .iter()
            .map(|fill| {
                let filled = format!("{}={}", fill.field.spec().key, fill.text);
                if fill.gently { format!("({filled})") } else { filled }
            })
            .collect();
        format!("{} | {} | {}", offer.says, offer.note.unwrap_or_default(), fills.join(" "))
    });
    told.chain(more).collect()
}

#[test]
fn an_address_is_offered_with_its_province_and_what_became_of_it() {
    let gazetteer = Gazetteer::shared();
    let check = |key: &str, text: &str, province: &str, wanted: &[&str]| {
        assert_eq!(offered(gazetteer, key, text, province), wanted, "{key}: {text}");
    };
    check(
        "residence",
        "bản Nậm Thử 3, na hy",
        "",
        &[
            "bản Nậm Thử 3, xã Nà Hỳ, tỉnh Điện Biên |  | residence=bản Nậm Thử 3, xã Nà Hỳ residence_province=Điện Biên",
        ],
    );
    check(
        "birth_place",
        "Nà Khoa, Nậm Pồ",
        "",
        &[
            "xã Nà Hỳ, tỉnh Điện Biên | trước 1/7/2025: xã Nà Khoa, huyện Nậm Pồ, tỉnh Điện Biên | birth_place=xã Nà Hỳ birth_province=Điện Biên (old_birth_place=xã Nà Khoa, huyện Nậm Pồ) (old_birth_province=Điện Biên)",
        ],
    );
    check(
        "old_birth_place",
        "xa na khoa",
        "",
        &[
            "xã Nà Khoa, huyện Nậm Pồ, tỉnh Điện Biên | nay là xã Nà Hỳ, tỉnh Điện Biên | old_birth_place=xã Nà Khoa, huyện Nậm Pồ old_birth_province=Điện Biên (birth_place=xã Nà Hỳ) (birth_province=Điện Biên)",
        ],
    );
    // The old name where today's commune has the same.
    check(
        "old_birth_place",
        "xã Nà Hỳ",
        "",
        &[
            "xã Nà Hỳ, huyện Nậm Pồ, tỉnh Điện Biên | nay là xã Nà Hỳ, tỉnh Điện Biên | old_birth_place=xã Nà Hỳ, huyện Nậm Pồ old_birth_province=Điện Biên (birth_place=xã Nà Hỳ) (birth_province=Điện Biên)",
        ],
    );
    // What is complete is left alone; a province that is missing is not.
    check("residence", "bản Nậm Thử 3, xã Nà Hỳ", "Điện Biên", &[]);
    check(
        "residence",
        "bản Nậm Thử 3, xã Nà Hỳ",
        "",
        &[
            "bản Nậm Thử 3, xã Nà Hỳ, tỉnh Điện Biên |  | residence=bản Nậm Thử 3, xã Nà Hỳ residence_province=Điện Biên",
        ],
    );
    check("temporary_residence", "xã Nà Hỳ, tỉnh Điện Biên", "", &[]);
    check(
        "temporary_residence",
        "tổ 3, na hy dien bien",
        "",
        &["tổ 3, xã Nà Hỳ, tỉnh Điện Biên |  | temporary_residence=tổ 3, xã Nà Hỳ"],
    );
    // A commune that was divided asks which.
    check(
        "home_place",
        "phường Thụy Phương, Bắc Từ Liêm",
        "",
        &[
            "phường Thượng Cát, thành phố Hà Nội | trước 1/7/2025: phường Thụy Phương, quận Bắc Từ Liêm, thành phố Hà Nội, nay chia về 2 nơi: hãy chọn đúng | home_place=phường Thượng Cát home_province=Hà Nội",
            "phường Đông Ngạc, thành phố Hà Nội | trước 1/7/2025: phường Thụy Phương, quận Bắc Từ Liêm, thành phố Hà Nội, nay chia về 2 nơi: hãy chọn đúng | home_place=phường Đông Ngạc home_province=Hà Nội",
        ],
    );
    check("name", "Nà Hỳ", "", &[]);
    check("temporary_residence", "Không", "", &[]);
    // The province that stands beside it comes first.
    let first =
        |province: &str| offered(gazetteer, "home_place", "tân lập", province).into_iter().next().unwrap_or_default();
    assert!(first("Tây Ninh").starts_with("xã Tân Lập, tỉnh Tây Ninh"), "{}", first("Tây Ninh"));
    assert!(first("đồng nai").starts_with("xã Đồng Phú, tỉnh Đồng Nai"), "{}", first("đồng nai"));
    assert_eq!(offered(gazetteer, "home_place", "tân lập", "").len(), 7, "six and how many more there are");
}

#[test]
fn an_old_address_is_brought_up_to_date_only_where_it_is_certain() {
    let gazetteer = Gazetteer::shared();
    let check = |text: &str, wanted: &str| {
        let now = match gazetteer.updated(text) {
            Some(Updated::One(place, province)) => format!("{place} / {}", province.name),
            Some(Updated::Same(place, province)) => format!("= {place} / {}", province.name),
            Some(Updated::Divided(units)) => format!("? {}", units.join("; ")),
            None => String::new(),
        };
        assert_eq!(now, wanted, "{text}");
    };
    check("Bản Nậm Thử 3, Nà Khoa, Nậm Pồ, Điện Biên", "Bản Nậm Thử 3, xã Nà Hỳ / Điện Biên");
    check("BẢN NẬM THỬ 3, NÀ KHOA, NẬM PỒ, ĐIỆN BIÊN", "BẢN NẬM THỬ 3, xã Nà Hỳ / Điện Biên");
    check("ban Nam Thu 3, Na Khoa, Nam Po, Dien Bien", "ban Nam Thu 3, xã Nà Hỳ / Điện Biên");
    check("bản Mẫu, xã Nà Hỳ, tỉnh Điện Biên", "= bản Mẫu, xã Nà Hỳ / Điện Biên");
    check("xã Nà Hỳ", "");
    // A commune that is not in the table, in a district that has the name of a commune of today.
    check("Tổ 4, Không Có, Sóc Sơn, Hà Nội", "");
    check("Tổ 12, Phường 07, Phú Nhuận, TP.Hồ Chí Minh", "Tổ 12, phường Cầu Kiệu / Thành phố Hồ Chí Minh");
    check("Nguyễn Trãi, Thanh Xuân, Hà Nội", "");
    check("Tổ 4, xã Sóc Sơn, Hà Nội", "= Tổ 4, xã Sóc Sơn / Hà Nội");
    // Numbers as people write them.
    check("Tổ 5, P5, Q. Gò Vấp, TP.HCM", "Tổ 5, phường An Nhơn / Thành phố Hồ Chí Minh");
    check("Tổ 5, Phường 05, Quận Gò Vấp, TP Hồ Chí Minh", "Tổ 5, phường An Nhơn / Thành phố Hồ Chí Minh");
    // Parts of names that look like the words of kinds.
    check("Bản Ngàm - Na Mèo - Quan Sơn - Thanh Hóa", "Bản Ngàm, xã Na Mèo / Thanh Hóa");
    check("phường Không Có, quận Nam Từ Liêm, Hà Nội", "");
    check("bản Mẫu, xã Không Có, huyện Nậm Pồ, Điện Biên", "");
}

#[test]
fn the_script_knows_the_boxes() {
    let script = include_str!("../web/places.js");
    let listed: Vec<(&str, &str)> = script
        .lines()
        .skip_while(|line| !line.starts_with("const BOXES"))
        .skip(1)
        .take_while(|line| *line != "};")
        .filter_map(|line| line.trim().trim_end_matches(',').split_once(": "))
        .map(|(key, province)| (key, province.trim_matches('\'')))
        .collect();
    let province = |field: Option<Field>| field.map_or("", |field| field.spec().key);
    let known: Vec<(&str, &str)> =
        places::BOXES.iter().map(|known| (known.field.spec().key, province(known.province))).collect();
    assert_eq!(listed, known);
}

/// Addresses in the shapes of citizen cards, registers and public notices, without persons and houses; places that are not beyond doubt,
/// abroad, or of before the table have to stay as they are.
#[test]
fn real_addresses_are_brought_up_to_date_or_left_alone() {
    let gazetteer = Gazetteer::shared();
    let (mut wrong, mut right, mut left) = (Vec::new(), 0, 0);
    for line in include_str!("addresses.tsv").lines() {
        let (address, wanted) = line.split_once('\t').unwrap_or((line, ""));
        let now = match gazetteer.updated(address) {
            Some(Updated::One(place, province) | Updated::Same(place, province)) => communes::within(&place, province),
            Some(Updated::Divided(_)) | None => String::new(),
        };
        match now {
            now if now == wanted => right += 1,
            now if now.is_empty() => left += 1,
            now => wrong.push(format!("{address} => {now}, not {wanted}")),
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
    assert_eq!((right, left), (124, 52));
}
