//! How one person likes the page on one device. Not part of the book: it stays on the device.

use crate::domain::value::rows;

/// Where the preferences are.
pub const NAME: &str = "ket-nap/preferences";

/// What can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Colours.
    pub theme: Theme,
    /// Size of letters.
    pub letters: Letters,
    /// Whether progress looks ahead to the recorded candidates.
    pub forecast: bool,
    /// Id of the organization that the person works for.
    pub home: Option<String>,
    /// Address of the part of a dossier that was filled in last.
    pub place: Option<String>,
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Device,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black, white and thick lines.
    Contrast,
}

/// Size of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// As the device is set.
    #[default]
    Normal,
    /// One and a half times.
    Large,
    /// Twice.
    Largest,
}

impl Theme {
    /// Every one of them.
    pub const ALL: [Theme; 4] = [Theme::Device, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The stored form.
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
    /// Every one of them.
    pub const ALL: [Letters; 3] = [Letters::Normal, Letters::Large, Letters::Largest];

    /// The stored form, which the style sheets know too.
    pub const fn key(self) -> &'static str {
        match self {
            Letters::Normal => "normal",
            Letters::Large => "large",
            Letters::Largest => "largest",
        }
    }
}

/// Reads the preferences; what is missing or damaged is as on the first day.
pub fn read(text: Option<&str>) -> Preferences {
    let rows = text.and_then(rows::parse).unwrap_or_default();
    let named = |name| rows::named(&rows, name);
    Preferences {
        theme: Theme::ALL.into_iter().find(|theme| named("theme") == Some(theme.key())).unwrap_or_default(),
        letters: Letters::ALL.into_iter().find(|letters| named("letters") == Some(letters.key())).unwrap_or_default(),
        forecast: named("forecast") == Some("on"),
        home: named("home").map(str::to_owned),
        place: named("place").map(str::to_owned),
    }
}

/// The written form of preferences.
pub fn write(preferences: &Preferences) -> String {
    let forecast = if preferences.forecast { "on" } else { "off" };
    let row = |name: &str, value: Option<&str>| vec![Some(name.to_owned()), value.map(str::to_owned)];
    let rows = vec![
        row("theme", Some(preferences.theme.key())),
        row("letters", Some(preferences.letters.key())),
        row("forecast", Some(forecast)),
        row("home", preferences.home.as_deref()),
        row("place", preferences.place.as_deref()),
    ];
    rows::write(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_are_read_back_and_damage_means_defaults() {
        assert_eq!(read(None), Preferences::default());
        let chosen = Preferences {
            theme: Theme::Contrast,
            letters: Letters::Largest,
            forecast: true,
            home: Some("organization:a".into()),
            place: Some("#/candidates/a/life".into()),
        };
        assert_eq!(read(Some(&write(&chosen))), chosen);
        assert_eq!(read(Some("[[\"theme\",7]]")), Preferences::default());
        assert_eq!(read(Some("[[\"letters\",\"large\"],[\"newer\",\"1\"]]")).letters, Letters::Large);
    }
}
