//! Display preferences of one user on one device. Not part of the book and never synchronized.

use crate::domain::ledger::life::Basis;
use crate::domain::value::day::Day;
use crate::domain::value::rows;

/// Key under which the preferences are stored.
pub const NAME: &str = "ket-nap/preferences";

/// All preferences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Colour theme.
    pub theme: Theme,
    /// Font size.
    pub letters: Letters,
    /// Whether progress takes the recorded candidates into account.
    pub forecast: bool,
    /// How results are grouped where organizations changed.
    pub basis: Basis,
    /// Id of the organization that the user works for.
    pub home: Option<String>,
    /// Address of the section of a dossier edited last.
    pub place: Option<String>,
    /// The day that a wrong clock showed when the day was set by hand, and that day.
    pub clock: Option<(Day, Day)>,
}

/// Colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As set on the device.
    #[default]
    Device,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// High contrast: black, white and thick borders.
    Contrast,
}

/// Font size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// As set on the device.
    #[default]
    Normal,
    /// 150 %.
    Large,
    /// 200 %.
    Largest,
}

impl Theme {
    /// All themes.
    pub const ALL: [Theme; 4] = [Theme::Device, Theme::Light, Theme::Dark, Theme::Contrast];

    /// Stored key, also used by the style sheets.
    pub const fn key(self) -> &'static str {
        match self {
            Theme::Device => "device",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }
}

impl Letters {
    /// All sizes.
    pub const ALL: [Letters; 3] = [Letters::Normal, Letters::Large, Letters::Largest];

    /// Stored key, also used by the style sheets.
    pub const fn key(self) -> &'static str {
        match self {
            Letters::Normal => "normal",
            Letters::Large => "large",
            Letters::Largest => "largest",
        }
    }
}

/// Parses stored preferences; missing or damaged entries get their defaults.
#[inline(never)]
pub fn stored_read(text: &str) -> Preferences {
    let rows = rows::parse(text).unwrap_or_default();
    let named = |name| rows::named(&rows, name);
    Preferences {
        theme: Theme::ALL.into_iter().find(|theme| named("theme") == Some(theme.key())).unwrap_or_default(),
        letters: Letters::ALL.into_iter().find(|letters| named("letters") == Some(letters.key())).unwrap_or_default(),
        forecast: named("forecast") == Some("on"),
        basis: Basis::ALL.into_iter().find(|basis| named("tree") == Some(basis.key())).unwrap_or_default(),
        home: named("home").map(str::to_owned),
        place: named("place").map(str::to_owned),
        clock: named("clock").and_then(Day::from_iso).zip(named("today").and_then(Day::from_iso)),
    }
}

/// Serializes the preferences. Before the chunk of forms is loaded they are the default ones, which need not be stored.
#[inline(never)]
pub fn forms_write(preferences: &Preferences) -> String {
    let forecast = if preferences.forecast { "on" } else { "off" };
    let row = |name: &str, value: Option<&str>| vec![Some(name.to_owned()), value.map(str::to_owned)];
    let rows = vec![
        row("theme", Some(preferences.theme.key())),
        row("letters", Some(preferences.letters.key())),
        row("forecast", Some(forecast)),
        row("tree", Some(preferences.basis.key())),
        row("home", preferences.home.as_deref()),
        row("place", preferences.place.as_deref()),
        row("clock", preferences.clock.map(|(clock, _)| clock.iso()).as_deref()),
        row("today", preferences.clock.map(|(_, day)| day.iso()).as_deref()),
    ];
    rows::write(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_are_read_back_and_damage_means_defaults() {
        let chosen = Preferences {
            theme: Theme::Contrast,
            letters: Letters::Largest,
            forecast: true,
            basis: Basis::Now,
            home: Some("organization:a".into()),
            place: Some("#/candidates/a/life".into()),
            clock: Day::new(1970, 1, 1).zip(Day::new(2026, 12, 1)),
        };
        assert_eq!(stored_read(&forms_write(&chosen)), chosen);
        assert_eq!(stored_read("[[\"theme\",7]]"), Preferences::default());
        assert_eq!(stored_read("[[\"letters\",\"large\"],[\"newer\",\"1\"]]").letters, Letters::Large);
    }
}
