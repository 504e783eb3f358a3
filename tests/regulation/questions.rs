//! Questions that people asked about admission and that were answered in public, each as a dossier through the rules of its
//! day: facts, the answer's essence, the source. Days that a question leaves open are chosen to fit it. Where two published
//! answers disagree, the program has to be the milder one.

use super::{complete, found_beside, names};

/// What blocks and warns, and those hints that are expected.
#[track_caller]
fn check(meeting: &str, row: &str, others: &str, today: &str, expected: &[&str]) {
    let all = names(&found_beside(&complete(meeting, row), today, others));
    let told: Vec<&str> =
        all.iter().map(String::as_str).filter(|name| !name.starts_with("H ") || expected.contains(name)).collect();
    assert_eq!(told, expected, "{meeting}: {row} {others}");
}

/// Looked at on the day of the meeting.
#[track_caller]
fn asked(meeting: &str, row: &str, expected: &[&str]) {
    check(meeting, row, "", meeting, expected);
}

/// Somebody older than thirty, who is in no Youth Union.
const GROWN: &str = "youth_union , birth 20/5/1980";

fn admitted(decision: &str, received: &str, ceremony: &str, row: &str) -> String {
    format!("decision {decision}, decision_received {received}, ceremony {ceremony}, {row}")
}

#[test]
fn who_may_apply() {
    // Over sixty, and no consent noted (thuvienphapluat.vn 5130C, before 2021).
    asked("15/5/2019", "youth_union , birth 10/2/1955", &["B age.over_60"]);
    // With it the same person may be admitted.
    asked("15/5/2019", "youth_union , birth 10/2/1955, province_consent 1/5/2019", &["H age.over_60"]);
    // A pupil is eighteen by the month, on the day of the meeting (lehongphonghn.edu.vn, 2024).
    let pupil = "birth 15/3/2006, youth_union 26/3/2021";
    asked("20/1/2024", pupil, &["B age.under_18"]);
    asked("14/3/2024", pupil, &["B age.under_18"]);
    asked("15/3/2024", pupil, &[]);
    // By the month, not by the year (a bank's questions of 2025, 47).
    let young = "birth 10/10/2007, youth_union 26/3/2023";
    asked("9/10/2025", young, &["B age.under_18"]);
    asked("10/10/2025", young, &[]);
    // 208-QĐ/TW: full eighteen to full sixty (public questions of 2026, 87).
    asked("19/8/2026", "birth 20/8/2008, youth_union 26/3/2024", &["B age.under_18"]);
    asked("20/8/2026", "birth 20/8/2008, youth_union 26/3/2024", &[]);
    asked("10/8/2026", "birth 5/7/1966, youth_union ", &["B age.over_60"]);
    // Religion is no bar (lawnet.vn 364990, 2022).
    asked("20/7/2022", "religion catholic, birth 5/5/1990", &[]);
}

#[test]
fn which_schooling_is_asked_for() {
    // Lower secondary or equivalent; elsewhere guidance (congdan.binhphuoc.gov.vn, 2016).
    let grown = |education: &str| format!("{GROWN}, education {education}");
    asked("20/10/2016", &grown("lower_secondary"), &[]);
    asked("20/10/2016", &grown("primary, hard_area yes"), &["H education.by_guidance"]);
    asked("20/10/2016", &grown("primary"), &["B education.below_minimum"]);
    // Lower secondary suffices in the lowland (thuvienphapluat.vn 83A06CE, 2022–2024).
    asked("20/2/2023", "education lower_secondary", &[]);
    // 2025 (thuvienphapluat.vn 200407): primary only in the areas named, and not below.
    asked("10/3/2025", "education primary", &["B education.below_minimum"]);
    asked("10/3/2025", "education primary, hard_area yes", &[]);
    asked("10/3/2025", "education literate, hard_area yes", &["B education.below_minimum"]);
    // 208-QĐ/TW names the programme, not the diploma (public questions of 2026, 88).
    asked("15/9/2026", "education lower_secondary", &[]);
}

#[test]
fn who_introduces() {
    // Over Union age, two members of the unit (nghean.dcs.vn, 2020).
    asked("15/9/2020", &format!("{GROWN}, introducer_1_since 1/9/2017, introducer_2_since 1/9/2017"), &[]);
    // A brother on probation (lawnet.vn 369067, 2022).
    asked("20/9/2022", "introducer_1_official no", &["B introducer.not_official"]);
    // Eight months in the unit: the year is the Charter's (lawnet.vn 369067 quoting Article 4).
    asked("15/5/2019", "introducer_1_since 10/9/2018", &["B introducer.too_short"]);
    // Official for six months only, together for two years: enough (a bank's questions of 2025, 2).
    asked("20/10/2025", "introducer_1_official yes, introducer_1_since 1/10/2023", &[]);
    // Twelve months to the day (the same, 52).
    let since = "introducer_1_since 20/10/2024, introducer_2_since 21/10/2024";
    asked("20/10/2025", since, &["B introducer.too_short"]);
    // The Union and one member (the same, 46).
    let union = "birth 20/5/2000, introduced_by youth_union, introducer_2 , union_resolution 1/10/2025";
    asked("20/10/2025", union, &[]);
    // The trade union gives its resolution (dichvubaocaothue.vn, 2022–2023).
    let trade = "introduced_by trade_union, introducer_2 ";
    asked("10/4/2023", trade, &["B introducer.resolution_missing"]);
    asked("10/4/2023", &format!("{trade}, union_resolution 1/3/2023"), &[]);
    // Seven months in a company: the company's introducers are too short (a contest of 2026, 40).
    asked("10/6/2026", "introducer_1_since 1/11/2025", &["B introducer.too_short"]);
}

#[test]
fn how_long_the_certificate_is_good() {
    // Five years (ezlearning.edu.vn, 2017): not read in the guidance, so it hints.
    asked("15/5/2017", "certificate 10/3/2012, introduced 1/3/2012", &["H certificate.expired"]);
    // 15/1/2020 to 3/2/2025 was wrong (a bank's questions of 2025, 7).
    asked("3/2/2025", "certificate 15/1/2020", &["B certificate.expired"]);
    asked("15/1/2025", "certificate 15/1/2020", &[]);
    // Sixty months by the guidance of 2026 (a contest of 2026, 39).
    asked("10/6/2026", "certificate 10/6/2021", &[]);
    asked("11/6/2026", "certificate 10/6/2021", &["B certificate.expired"]);
}

#[test]
fn who_is_verified() {
    let beside =
        |meeting: &str, row: &str, others: &str, expected: &[&str]| check(meeting, row, others, meeting, expected);
    // A father expelled: verified, and people judge (thukyluat.vn 331565, 2020).
    let father = "relative:this_1: relation father, name Lò Văn Cha, answered 25/11/2020";
    beside("10/12/2020", "", father, &[]);
    // A brother's record is nobody's business here (lsx.vn, 2018–2021).
    beside("10/6/2019", "", "relative:this_1: relation sibling, name Lò Văn Anh", &[]);
    // Grandfathers are not, nor a mother who is a member (danluat 616061, 2024).
    let grandfathers = "relative:this_1: relation paternal_grandfather, name Lò Văn Nội
        relative:this_2: relation maternal_grandfather, name Lò Văn Ngoại
        relative:this_3: relation mother, name Vàng Thị Mẹ, member yes";
    beside("15/10/2024", "", grandfathers, &[]);
    // Asked and not answered (tintuc.thuvienphapluat.com 63136, 2024).
    beside("10/6/2024", "self_answered , self_asked 2/5/2024", "", &["B verification.missing"]);
    let family = "relative:this_1: relation spouse, name Giàng A Chồng
        relative:this_2: relation child, name Giàng A Con, birth 2002";
    beside("10/6/2024", "", family, &["B verification.relatives_open"]);
    beside("10/6/2024", "", "relative:this_1: relation child, name Giàng A Con, birth 2012", &[]);
    // Father, mother, brother and sister all members with whole files (a bank's questions of 2025, 1).
    let members = "relative:this_1: relation father, name Lò Văn Cha, member yes
        relative:this_2: relation mother, name Vàng Thị Mẹ, member yes
        relative:this_3: relation sibling, name Lò Văn Anh, member yes";
    beside("20/11/2025", "", members, &[]);
    // One parent who is a member: by the words quoted the whole side is free, by other answers only that parent. So the
    // other parent is hinted at (danluat 616061, 2024; thuvienphapluat.vn 5748E, 2022; accgroup.vn, 2022).
    let mother = "relative:this_1: relation father, name Lò Văn Cha
        relative:this_2: relation mother, name Vàng Thị Mẹ, member yes";
    beside("15/10/2024", "", mother, &["H verification.relatives_open"]);
    let sister = "relative:this_1: relation father, name Lò Văn Cha
        relative:this_2: relation sibling, name Lò Thị Chị, member yes";
    beside("15/3/2022", "", sister, &["H verification.relatives_open"]);
    let in_laws = "relative:this_1: relation spouse, name Giàng A Chồng
        relative:this_2: relation father_in_law, name Giàng A Cha, member yes, answered 1/5/2022";
    beside("20/5/2022", "", in_laws, &["H verification.relatives_open"]);
    // Since 2026 also who raised the wife or husband (a contest of 2026, 36).
    let aunt = "relative:this_1: relation spouse_guardian, name Giàng Thị Cô";
    beside("22/6/2026", "", aunt, &["B verification.relatives_open"]);
    beside("18/5/2026", "", aunt, &[]);
    // The cell remarks only after verification (the same, 9).
    let early = "self_asked 10/9/2025, self_answered 20/10/2025, cell_remark 5/9/2025";
    beside("15/11/2025", early, "", &["W date.out_of_order"]);
}

#[test]
fn how_many_votes_are_needed() {
    // Two thirds of the official members (luatvietnam.vn 95035, 2023).
    asked("12/6/2023", "official_members 15, votes_for 10", &[]);
    asked("12/6/2023", "official_members 15, votes_for 9", &["B vote.below_two_thirds"]);
    // Probationary members are not in the base (luatvietnam.vn 28363).
    asked("15/11/2022", "official_members 12, votes_for 8", &[]);
    // Excused and absent are taken off; who comes counts (a bank's questions of 2025, 3).
    asked("10/11/2025", "official_members 12, excused 2, votes_for 7", &[]);
    asked("10/11/2025", "official_members 12, excused 1, votes_for 7", &["B vote.below_two_thirds"]);
    // Eighteen, three of them away: fifteen count (danguykccq.tuyenquang.gov.vn 108, 2017–2018).
    asked("20/8/2018", "official_members 18, excused 3, votes_for 10", &["H vote.below_two_thirds"]);
    // Two official members cannot (a bank's questions of 2025, 12).
    asked("20/11/2025", "official_members 2, votes_for 2", &["B meeting.too_few_members"]);
}

#[test]
fn when_the_decision_and_the_ceremony_are_late() {
    let later = |meeting: &str, row: &str, today: &str, expected: &[&str]| check(meeting, row, "", today, expected);
    // Thirty working days from the receipt (thukyluat.vn 277349, 2018).
    let held = |ceremony: &str| admitted("1/10/2018", "8/10/2018", ceremony, "");
    later("20/8/2018", &held("19/11/2018"), "20/11/2018", &[]);
    later("20/8/2018", &held("20/11/2018"), "20/11/2018", &["W deadline.ceremony_overdue"]);
    // Several people in one ceremony (thuvienphapluat.vn 55AEC, 2022).
    later("1/3/2022", &admitted("2/5/2022", "4/5/2022", "19/5/2022", ""), "20/5/2022", &[]);
    // Sixty working days, thirty more by extension (thuvienphapluat.vn 213056, 2025).
    later("3/2/2025", "decision 28/4/2025", "28/4/2025", &[]);
    later("3/2/2025", "decision 29/4/2025", "29/4/2025", &["W deadline.decision_overdue"]);
    later("3/2/2025", "decision 16/6/2025", "16/6/2025", &["W deadline.decision_overdue"]);
    // 208-QĐ/TW: from the day of the decision (questions for cell secretaries, 2026, 2).
    let held = |ceremony: &str| admitted("3/8/2026", "10/8/2026", ceremony, "");
    later("27/7/2026", &held("16/9/2026"), "20/9/2026", &[]);
    later("27/7/2026", &held("17/9/2026"), "20/9/2026", &["W deadline.ceremony_overdue"]);
    // The standing committee of the base committee decides (public questions of 2026, 91).
    later("3/8/2026", "decision 15/9/2026, decided_by base_standing", "15/9/2026", &[]);
    later("3/8/2026", "decision 15/9/2026, decided_by commune", "15/9/2026", &[]);
    later("3/8/2026", "decision 15/9/2026, decided_by base", "15/9/2026", &["W decision.body_not_there"]);
    // The authorised base committee of 2025 (a bank's questions of 2025, 17).
    later("15/10/2025", "decision 25/11/2025, decided_by base", "25/11/2025", &[]);
}

#[test]
fn when_probation_ends() {
    let written =
        "new_member_class 1/1/2019, self_review 1/4/2019, helper_remark 1/4/2019, probation_opinions 1/4/2019";
    let later = |admitted: &str, row: &str, today: &str, expected: &[&str]| {
        check("1/3/2018", &format!("{admitted}, {row}"), "", today, expected);
    };
    // Moved to another unit: twelve months from the ceremony all the same (bocongan.gov.vn, 2019).
    let police = "decision 10/5/2018, decision_received 10/5/2018, ceremony 15/5/2018";
    later(police, &format!("recognition_meeting 20/5/2019, {written}"), "21/5/2019", &[]);
    later(police, &format!("recognition_meeting 10/5/2019, {written}"), "11/5/2019", &["W probation.not_complete"]);
    // Party age counts from the decision, probation from the ceremony (a bank's questions of 2025, 6 and 50).
    let of_2024 = |recognition: &str, expected: &[&str]| {
        let row = admitted("25/8/2024", "25/8/2024", "15/9/2024", &format!("recognition {recognition}"));
        check("1/7/2024", &row, "", "1/10/2025", expected);
    };
    of_2024("15/9/2025", &[]);
    of_2024("25/8/2025", &["B probation.not_complete"]);
    // Thirty working days to consider it (a contest of 2026, 24).
    let papers =
        "new_member_class 1/1/2026, self_review 12/8/2026, helper_remark 12/8/2026, probation_opinions 12/8/2026";
    let reviewed = |day: &str, expected: &[&str]| {
        let row = admitted("5/8/2025", "5/8/2025", "12/8/2025", &format!("recognition_meeting {day}, {papers}"));
        check("1/7/2025", &row, "", "30/9/2026", expected);
    };
    reviewed("25/9/2026", &[]);
    reviewed("28/9/2026", &["W deadline.review_overdue"]);
}

#[test]
fn who_may_come_back() {
    let again = |left: &str, row: &str| format!("{GROWN}, was_member yes, left_party {left}, {row}");
    let consent = "province_consent 1/3/2017";
    // Thirty-six months since leaving, in 2019 too (thuvienphapluat.vn 43B6D).
    asked("20/5/2019", &again("12/6/2016", consent), &["B readmission.too_early"]);
    asked("12/6/2019", &again("12/6/2016", consent), &[]);
    // Only once (thuvienphapluat.vn 4C662).
    let twice = format!("was_readmitted yes, {consent}");
    asked("10/6/2019", &again("1/2/2015", &twice), &["B readmission.twice"]);
    // The province has to agree (luatminhkhue.vn, 2018–2019).
    asked("20/4/2020", &again("15/3/2017", ""), &["B readmission.consent_missing"]);
    // Who dropped out, asked to leave without hardship or was corrupt does not come back (thuvienphapluat.vn 839B782;
    // thuviennhadat.vn 579420, 2024; a contest of 2026, 21).
    let barred = format!("left_because barred, {consent}");
    asked("15/3/2023", &again("10/1/2018", &barred), &["B readmission.barred"]);
    asked("15/12/2024", &again("10/10/2020", &barred), &["B readmission.barred"]);
    asked("15/9/2026", &again("5/5/2018", &barred), &["B readmission.barred"]);
    // Sixty months since the record was cleared (a contest of 2026, 20).
    let crime = format!("left_because crime, record_cleared 20/8/2021, {consent}");
    asked("19/8/2026", &again("1/1/2015", &crime), &["B readmission.too_early"]);
    asked("20/8/2026", &again("1/1/2015", &crime), &[]);
}

#[test]
fn how_old_papers_may_be() {
    // Papers older than twelve months are made again (luatduonggia.vn, 2021–2022).
    asked("15/6/2023", "bodies_heard 1/3/2022", &["W paper.too_old"]);
    asked("15/6/2023", "bodies_heard 15/6/2022", &[]);
    let union = "birth 20/5/2000, introduced_by youth_union, introducer_2 , union_resolution 25/2/2022";
    asked("15/6/2023", union, &["W paper.too_old"]);
}

/// A third of what was gathered, held apart until the rest was done.
#[test]
fn those_held_apart() {
    let later = |meeting: &str, row: &str, today: &str, expected: &[&str]| check(meeting, row, "", today, expected);
    let written =
        "new_member_class 1/1/2019, self_review 11/1/2019, helper_remark 11/1/2019, probation_opinions 11/1/2019";
    // A late cell does not move the day (thuvienphapluat.vn 35A57, 2018).
    let ceremony = admitted("5/1/2018", "5/1/2018", "10/1/2018", written);
    let late = format!("{ceremony}, recognition_meeting 20/3/2019, recognition 10/1/2019");
    later("1/12/2017", &late, "21/3/2019", &["W deadline.review_overdue"]);
    // Twenty-one months since the record was cleared (thuvienphapluat.vn 21D5D, 2016).
    let left = format!("{GROWN}, was_member yes, left_party 1/3/2012");
    let crime = format!("{left}, left_because crime, record_cleared 31/12/2014, province_consent 1/9/2016");
    asked("10/10/2016", &crime, &["B readmission.too_early"]);
    // A grandfather's sentence (thuvienphapluat.vn 21409, 2018).
    let grandfather = "relative:this_1: relation maternal_grandfather, name Lò Văn Ngoại";
    check("15/10/2018", "", grandfather, "15/10/2018", &[]);
    // A third child: twenty-four months (baonghean.vn, 2018).
    let child =
        format!("{GROWN}, was_member yes, left_party 15/9/2016, left_because population, province_consent 1/9/2018");
    asked("1/11/2018", &child, &[]);
    asked("14/9/2018", &child, &["B readmission.too_early"]);
    // By the month of the sixtieth birthday (thukyluat.vn 347579, 2021; thuvienphapluat.vn 83A6083, 2025).
    asked("20/8/2021", "birth 25/8/1961, youth_union ", &[]);
    asked("31/8/2021", "birth 25/8/1961, youth_union ", &[]);
    asked("1/9/2021", "birth 25/8/1961, youth_union ", &["B age.over_60"]);
    asked("20/2/2025", "birth 12/2/1965, youth_union ", &[]);
    asked("20/3/2025", "birth 12/2/1965, youth_union ", &["B age.over_60"]);
    // Asked to leave for the family's sake (thuvienphapluat.vn 5A1A6, 2022).
    let family = format!("{GROWN}, was_member yes, left_party 15/6/2020, province_consent 1/7/2022");
    asked("10/10/2022", &family, &["B readmission.too_early"]);
    asked("20/7/2023", &family, &[]);
    // Both parents members (thuviennhadat.vn 592021, 2024).
    let parents = "relative:this_1: relation father, name Lò Văn Cha, member yes
        relative:this_2: relation mother, name Vàng Thị Mẹ, member yes";
    check("20/11/2024", "", parents, "20/11/2024", &[]);
    // Past Union age (danluat 616123, 2024).
    asked("15/10/2024", "birth 12/4/1985, youth_union ", &[]);
    // Probation from the ceremony (cusc.edu.vn, 2022).
    let of_2022 =
        |recognition: &str| admitted("10/3/2022", "10/3/2022", "25/3/2022", &format!("recognition {recognition}"));
    later("4/3/2022", &of_2022("25/3/2023"), "1/4/2023", &[]);
    later("4/3/2022", &of_2022("10/3/2023"), "1/4/2023", &["B probation.not_complete"]);
    // A certificate two years old (lsx.vn, 2022).
    asked("20/3/2023", "certificate 15/3/2021", &[]);
    // What is in the file when the cell considers (thuvienphapluat.vn 5D82E, 2022).
    asked("15/8/2022", "certificate ", &["B certificate.missing"]);
    asked("15/8/2022", "bodies_heard ", &["W opinion.missing"]);
    asked("15/8/2022", "resume ", &["B resume.missing"]);
    // The husband is verified (luatvietphong.vn, 2021).
    let husband = "relative:this_1: relation spouse, name Giàng A Chồng, asked 10/9/2021";
    check("20/10/2021", "", &format!("{husband}, answered 5/10/2021"), "20/10/2021", &[]);
    check("20/10/2021", "", husband, "20/10/2021", &["B verification.relatives_open"]);
    // All twenty count, also those away on duty (a bank's questions of 2025, 3).
    asked("15/12/2025", "official_members 20, votes_for 14", &[]);
    asked("15/12/2025", "official_members 20, votes_for 13", &["B vote.below_two_thirds"]);
    // The application first (the same, 4); fifty-eight is not too old (14); serious disunity bars (48).
    asked("15/10/2025", "resume 5/8/2025, application 20/8/2025", &["B order.application_after_resume"]);
    asked("10/9/2025", "birth 5/6/1967, youth_union ", &[]);
    let split =
        format!("{GROWN}, was_member yes, left_party 10/2/2019, left_because barred, province_consent 1/10/2025");
    asked("20/10/2025", &split, &["B readmission.barred"]);
    // Parents-in-law, not uncles (49).
    let in_law = "relative:this_1: relation mother_in_law, name Giàng Thị Mẹ";
    check("20/11/2025", "", in_law, "20/11/2025", &["B verification.relatives_open"]);
    // Thirty working days to the ceremony (13).
    let held = |day: &str| admitted("15/9/2025", "15/9/2025", day, "");
    later("1/8/2025", &held("27/10/2025"), "1/11/2025", &[]);
    later("1/8/2025", &held("28/10/2025"), "1/11/2025", &["W deadline.ceremony_overdue"]);
    // Under 208-QĐ/TW from the day of the decision (public questions of 2026, 89).
    let held = |day: &str| admitted("10/8/2026", "24/8/2026", day, "");
    later("27/7/2026", &held("23/9/2026"), "10/10/2026", &[]);
    later("27/7/2026", &held("24/9/2026"), "10/10/2026", &["W deadline.ceremony_overdue"]);
    // Thirty-six months (public questions of 2026, 94).
    let left = format!("{GROWN}, was_member yes, left_party 15/9/2023, province_consent 1/9/2026");
    asked("14/9/2026", &left, &["B readmission.too_early"]);
    asked("15/9/2026", &left, &[]);
    // Past sixty with the province's consent (a contest of 2026, 34).
    let agreed = "birth 10/3/1966, youth_union , province_consent 1/6/2026";
    asked("15/6/2026", agreed, &["H age.over_60"]);
    // An introducer in the place of one who moved (the same, 19).
    asked("15/9/2026", "introducer_1_since 16/9/2025", &["B introducer.too_short"]);
    asked("15/9/2026", "introducer_1_since 1/3/2026, introducer_replaced yes", &["H introducer.too_short"]);
}
