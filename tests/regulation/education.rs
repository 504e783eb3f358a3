//! General education: lower secondary school, less where the regulations and guidance say so
//! (29-QĐ/TW, 24-QĐ/TW, 232-QĐ/TW, 294-QĐ/TW; 01-HD/TW of 2021).

use super::{at_meeting, check};

#[test]
fn lower_secondary_school_is_asked_for() {
    for meeting in ["1/3/2018", "1/3/2022", "1/3/2025", "1/3/2026"] {
        at_meeting(meeting, "education lower_secondary", &[]);
    }
    at_meeting("1/3/2026", "education primary", &["B education.below_minimum"]);
    at_meeting("1/3/2026", "education primary, hard_area no", &["B education.below_minimum"]);
    // Before the first instrument known here, nothing is said.
    at_meeting("1/3/2016", "education primary, birth 3/2/1990", &[]);
    check("education literate", &["W education.below_minimum"]);
}

#[test]
fn the_same_schooling_in_a_hard_area_depends_on_the_guidance_of_the_day() {
    // 01-HD/TW of 28/9/2021 allows primary school.
    at_meeting("1/3/2022", "education primary, hard_area yes", &[]);
    at_meeting("8/6/2025", "education primary, hard_area border", &[]);
    at_meeting("1/3/2022", "education literate, hard_area yes", &["B education.below_minimum"]);
    // What 06-HD/TW of 9/6/2025 says was not read, nor what guidance said before 2021, nor the
    // level for village elders: a hint, never a block.
    at_meeting("1/7/2025", "education primary, hard_area yes", &["H education.by_guidance"]);
    at_meeting("1/7/2025", "education literate, hard_area yes", &["H education.by_guidance"]);
    at_meeting("27/9/2021", "education primary, hard_area yes", &["H education.by_guidance"]);
    at_meeting("1/3/2022", "education literate, standing yes", &["H education.by_guidance"]);
    at_meeting("1/7/2025", "education literate, standing no", &["B education.below_minimum"]);
}
