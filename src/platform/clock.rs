//! The device's clock.

use crate::app::facts::Moment;
use crate::domain::value::day::Day;

/// The current time in the device's time zone. If the clock is outside the supported years, the
/// date is [`Day::FIRST_OF_2026`], so that editing still works.
pub fn now() -> Moment {
    let date = js_sys::Date::new_0();
    let parts =
        (i32::try_from(date.get_full_year()), u8::try_from(date.get_month() + 1), u8::try_from(date.get_date()));
    let today = match parts {
        (Ok(year), Ok(month), Ok(day)) => Day::new(year, month, day),
        _ => None,
    };
    Moment {
        ms: js_sys::Date::now().max(0.0) as u64,
        today: today.unwrap_or(Day::FIRST_OF_2026),
        // The browser returns the offset with the opposite sign.
        zone_minutes: -(date.get_timezone_offset() as i64),
    }
}
