//! The application. The applicant has to write it by hand: this is the template.

use super::{address, end, head, lines, name_line, nobody, paper, places, sign, title, to_write, value};
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::domain::schema::field::Field;
use crate::text::sheets as texts;
use crate::views::el::{El, el};

/// Lines for the reasons.
const REASONS: usize = 5;

/// Its single page.
pub fn pages(state: &State, dossier: &Dossier<'_>) -> Vec<El> {
    let places = places(state, dossier);
    let name = value(dossier, Field::Name);
    let mut parts = vec![head(nobody(), dossier.day(Field::Application))];
    parts.extend(title(dossier, Sheet::Application));
    parts.push(el("p", "paper-about").text(texts::TO_COPY));
    parts.push(address(&places));
    parts.push(name_line(texts::I_AM, name.as_deref()));
    parts.extend(lines(dossier, texts::APPLICATION));
    parts.push(to_write(texts::REASONS, REASONS));
    parts.push(end(sign(None, &[texts::SIGNS_APPLICATION], texts::BY_NAME, name.as_deref())));
    vec![paper(parts)]
}
