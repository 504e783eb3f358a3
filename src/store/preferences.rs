//! How one person likes the page on one device. Not part of the book: it stays on the device.

use serde::{Deserialize, Serialize};

use super::medium::{Medium, MediumError};

/// Where the preferences are.
pub const NAME: &str = "ket-nap/preferences";

/// What can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Colours.
    pub theme: Theme,
    /// Size of letters.
    pub letters: Letters,
    /// Whether progress looks ahead to the recorded candidates.
    pub forecast: bool,
    /// Id of the organization that the person works for.
    pub home: Option<String>,
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letters {
    /// As the device is set.
    #[default]
    Normal,
    /// One and a half times.
    Large,
    /// Twice.
    Largest,
}

/// Reads the preferences; what is missing or damaged is as on the first day.
pub fn read(medium: &dyn Medium) -> Preferences {
    let text = medium.read(NAME).ok().flatten();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps the preferences.
///
/// # Errors
/// If the medium refuses.
pub fn write(medium: &mut dyn Medium, preferences: &Preferences) -> Result<(), MediumError> {
    let text = serde_json::to_string(preferences).map_err(|_| MediumError::Failed)?;
    medium.write(NAME, &text)
}

#[cfg(test)]
mod tests {
    use super::super::medium::Memory;
    use super::*;

    #[test]
    fn preferences_are_read_back_and_damage_means_defaults() -> Result<(), MediumError> {
        let mut medium = Memory::default();
        assert_eq!(read(&medium), Preferences::default());
        let chosen = Preferences {
            theme: Theme::Contrast,
            letters: Letters::Largest,
            forecast: true,
            home: Some("organization:a".into()),
        };
        write(&mut medium, &chosen)?;
        assert_eq!(read(&medium), chosen);
        medium.write(NAME, "{\"theme\":7}")?;
        assert_eq!(read(&medium), Preferences::default());
        medium.write(NAME, "{\"letters\":\"large\",\"newer\":1}")?;
        assert_eq!(read(&medium).letters, Letters::Large);
        Ok(())
    }
}
