//! Citizen numbers (Circular 07/2016/TT-BCA, Article 7), phones, provinces, numbers of documents.

use super::check;

#[test]
fn a_citizen_number_says_province_sex_and_birth_year() {
    check("citizen_id 011199000123", &[]);
    check("citizen_id 011 199 000 123", &[]);
    check("citizen_id 011099000123", &["W citizen_id.sex_mismatch"]);
    check("citizen_id 011198000123", &["W citizen_id.birth_year_mismatch"]);
    check("citizen_id 011301000123", &["W citizen_id.birth_year_mismatch"]);
    check("citizen_id 003199000123", &["H citizen_id.unknown_province"]);
    check("citizen_id 011099000001", &["W citizen_id.sex_mismatch", "W duplicate.citizen_id"]);
    // Nine digits are the number of an old card, no citizen number.
    check("citizen_id 123456789", &["B citizen_id.malformed"]);
    check("citizen_id 01119900012A", &["B citizen_id.malformed"]);
}

#[test]
fn a_phone_number_of_before_2018_is_told_with_the_new_one() {
    check("phone 0912345678, consent 1/1/2026", &[]);
    check("phone 01691234567, consent 1/1/2026", &["B phone.before_2018"]);
    check("phone 12345, consent 1/1/2026", &["B phone.malformed"]);
}

#[test]
fn an_old_province_lies_in_the_new_one() {
    let born = |row: &str, expected: &[&str]| check(&format!("{row}, consent 1/1/2026"), expected);
    born("old_birth_province Yên Bái, birth_province Lào Cai", &[]);
    born("old_birth_province Yên Bái, birth_province Yên Bái", &["B choice.unknown"]);
    born("old_birth_province yen bai, birth_province sơn la", &["W province.elsewhere"]);
    born("old_birth_province Điện Biên, birth_province Ðiện Biên", &[]);
}

#[test]
fn party_documents_have_a_number_and_a_sign() {
    for (number, expected) in [
        ("27-QĐ/ĐU", &[][..]),
        ("Số 27 - QĐ/ĐU", &[]),
        ("1205-QĐ/TU", &[]),
        ("27/QĐ/ĐU", &["H document_number.style"]),
        ("27", &["H document_number.style"]),
        ("QĐ 27", &["H document_number.style"]),
    ] {
        check(&format!("decision_number {number}"), expected);
    }
}

#[test]
fn grades_are_of_ten_or_twelve() {
    let school = |text: &str, expected: &[&str]| check(&format!("schooling {text}, consent 1/1/2026"), expected);
    for text in ["9/12", "12/12", "10/10", "tốt nghiệp THPT 5/2015", "12/12 bổ túc", "chín/12"] {
        school(text, &[]);
    }
    for text in ["11/10", "13/12", "9/9", "0/12"] {
        school(text, &["W schooling.shape"]);
    }
}
