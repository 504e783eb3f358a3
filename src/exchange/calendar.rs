//! Calendar files (iCalendar, RFC 5545): whole days on which something is due, with reminders. Written by hand: the crate
//! `icalendar` asks the clock and chance where a stamp is missing, which nothing here may, and brings three packages for sixty
//! lines; it is the measure in the tests.

use crate::domain::value::day::Day;

/// Octets of a line, without its end.
const WIDTH: usize = 75;
/// Days before at which a reminder comes.
const REMINDERS: [u32; 2] = [7, 1];

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// What tells it from others, the same each time: a calendar then moves it instead of having it twice.
    pub id: String,
    /// The day.
    pub day: Day,
    /// What.
    pub title: String,
    /// More about it.
    pub about: String,
}

/// The text of a calendar file, made on a day.
pub fn write(appointments: &[Appointment], made: Day) -> String {
    let mut text = String::new();
    line(&mut text, "BEGIN:VCALENDAR");
    line(&mut text, "VERSION:2.0");
    line(&mut text, "PRODID:-//Ket Nap//VI");
    for one in appointments {
        line(&mut text, "BEGIN:VEVENT");
        line(&mut text, &format!("UID:{}@ket-nap", escaped(&one.id)));
        line(&mut text, &format!("DTSTAMP:{}T000000Z", plain(made)));
        line(&mut text, &format!("DTSTART;VALUE=DATE:{}", plain(one.day)));
        line(&mut text, &format!("SUMMARY:{}", escaped(&one.title)));
        line(&mut text, &format!("DESCRIPTION:{}", escaped(&one.about)));
        line(&mut text, "TRANSP:TRANSPARENT");
        for days in REMINDERS {
            line(&mut text, "BEGIN:VALARM");
            line(&mut text, "ACTION:DISPLAY");
            line(&mut text, &format!("DESCRIPTION:{}", escaped(&one.title)));
            line(&mut text, &format!("TRIGGER:-P{days}D"));
            line(&mut text, "END:VALARM");
        }
        line(&mut text, "END:VEVENT");
    }
    line(&mut text, "END:VCALENDAR");
    text
}

fn plain(day: Day) -> String {
    day.iso().chars().filter(|c| *c != '-').collect()
}

/// Section 3.3.11.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Section 3.1: a long line goes on in the next one, behind a space. A letter is never cut.
fn line(text: &mut String, content: &str) {
    let mut room = WIDTH;
    for c in content.chars() {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = WIDTH - 1;
        }
        room -= c.len_utf8();
        text.push(c);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use icalendar::{Calendar, CalendarComponent, Component};
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap_or(Day::LAST)
    }

    /// What a reader of calendars finds: id, day, title, about.
    fn read(text: &str) -> Vec<[String; 4]> {
        let calendar: Calendar = text.parse().unwrap_or_default();
        let events = calendar.components.iter().filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        });
        events
            .map(|event| {
                let text = |key: &str| event.property_value(key).unwrap_or_default().to_owned();
                let shown = |found: Option<&str>| found.unwrap_or_default().to_owned();
                [shown(event.get_uid()), text("DTSTART"), shown(event.get_summary()), shown(event.get_description())]
            })
            .collect()
    }

    #[test]
    fn a_day_comes_with_its_reminders() {
        let one = Appointment {
            id: "candidate:a-step".to_owned(),
            day: day("2026-12-05"),
            title: "Họp xét; L.T.M".to_owned(),
            about: "Mở Kết Nạp, mục Việc cần làm".to_owned(),
        };
        let text = write(&[one], day("2026-11-29"));
        assert!(text.lines().all(|line| line.len() <= WIDTH));
        assert_eq!(text.matches("TRIGGER:-P7D\r\n").count() + text.matches("TRIGGER:-P1D\r\n").count(), 2);
        assert_eq!(
            read(&text),
            [["candidate:a-step@ket-nap", "20261205", "Họp xét; L.T.M", "Mở Kết Nạp, mục Việc cần làm"]
                .map(str::to_owned)]
        );
    }

    #[test]
    fn what_has_a_meaning_in_the_file_is_marked() {
        assert_eq!(escaped("a\\N;b,c\n\u{7}d"), "a\\\\N\\;b\\,c\\nd");
    }

    proptest! {
        #[test]
        fn any_text_is_read_again_by_another_program(title in "[a-zạđ;,:\"]{1,90}", about in "[A-Zừ ;,]{0,200}") {
            let about = format!("x{about}x");
            let one = Appointment { id: "a".to_owned(), day: day("2026-12-05"), title: title.clone(), about: about.clone() };
            let text = write(&[one.clone(), one], day("2026-11-29"));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= WIDTH));
            let found = read(&text);
            prop_assert_eq!(found.len(), 2);
            prop_assert_eq!(&found[0][2..], &[title, about]);
        }
    }
}
