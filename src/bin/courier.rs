//! The program of the worker that carries parcels and knows the communes: hands `ket_nap::courier` to its script (`web/courier.js`) as functions.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array};
use ket_nap::courier::codes::{Density, Gathering, Heard, Source, drawn, found, grey};
use ket_nap::courier::places::{self, Offer};
use ket_nap::courier::{Opened, answer};
use ket_nap::domain::schema::roster::Blank;
use ket_nap::exchange::card;
use ket_nap::gazetteer::Gazetteer;
use ket_nap::text::communes as texts;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Opens a file: its name and bytes.
const OPEN: &str = "courierOpen";
/// What is asked with rows of texts (see `ket_nap::courier::answer`): a plan as text, or nothing.
const PLAN: &str = "courierPlan";
/// Prepares a text to be shown, with the place of its density: how many codes are needed, 0 if it is too long.
const SHOW: &str = "courierShow";
/// The modules of a code of it by its number: one byte each, 1 is dark.
const DRAW: &str = "courierDraw";
/// The modules of a code of a text, in the same way.
const PICTURE: &str = "courierPicture";
/// Takes in the text of a code: how many of a hundred parts are there, −1 if it is of others; or the whole text, of a parcel, a card, or the address on a sheet
/// of paper.
const HEAR: &str = "courierHear";
/// The same of what a camera sees: width, height, and its bytes in red, green, blue and opacity. −2 without a code.
const LOOK: &str = "courierLook";
/// What is offered for an address: the key of its field, its text, and what stands in the box for its province. Gives back what is said
/// over the offers, the offers, and what is said where there are more, or nothing. An offer is what it says, a note or nothing, the text
/// for a box alone, and for each box its key, its text, and whether what stands there already stays.
const PLACES: &str = "courierPlaces";

/// What the worker has at hand.
#[derive(Default)]
struct Desk {
    files: Vec<Opened>,
    shown: Option<Source>,
    gathering: Gathering,
}

impl Desk {
    fn show(&mut self, text: &str, density: usize) -> usize {
        let density = Density::ALL.get(density).copied().unwrap_or_default();
        self.shown = Source::new(text, density).ok();
        self.shown.as_ref().map_or(0, Source::blocks)
    }

    fn draw(&self, number: u32) -> Option<Vec<u8>> {
        picture(&self.shown.as_ref()?.frame(number).write())
    }

    /// What the best of these texts has brought.
    fn hear(&mut self, texts: &[String]) -> JsValue {
        let mut best = if texts.is_empty() { -2 } else { -1 };
        for text in texts {
            match self.gathering.hear(text) {
                Heard::Whole(text) => return text.into(),
                Heard::Part(part) => best = best.max(i32::try_from(part).unwrap_or_default()),
                Heard::Foreign if card::read(text).is_ok() || Blank::is_address(text) => return text.into(),
                Heard::Foreign => {}
            }
        }
        best.into()
    }
}

/// The modules of a code.
fn picture(text: &str) -> Option<Vec<u8>> {
    Some(drawn(text)?.dark.into_iter().map(u8::from).collect())
}

/// What is offered for an address.
fn offers(key: &str, text: &str, province: &str) -> Array {
    let found = places::offers(Gazetteer::shared(), key, text, province);
    let offers: Array = found.offers.iter().map(offer).collect();
    row(&[texts::OFFERED.into(), offers.into(), found.more.into()])
}

fn row(values: &[JsValue]) -> Array {
    values.iter().collect()
}

/// An offer for the script.
fn offer(offer: &Offer) -> Array {
    let fill = |field: &str, text: &str, gently: bool| row(&[field.into(), text.into(), gently.into()]);
    let fills: Array = offer.fills.iter().map(|it| fill(it.field.spec().key, &it.text, it.gently)).collect();
    let note = offer.note.as_deref().map_or(JsValue::NULL, JsValue::from);
    row(&[(&offer.says).into(), note, (&offer.alone).into(), fills.into()])
}

fn main() {
    let desk: Rc<RefCell<Desk>> = Rc::default();
    let at = || Rc::clone(&desk);
    let here = at();
    let open = Closure::<dyn FnMut(String, Uint8Array)>::new(move |name, bytes: Uint8Array| {
        here.borrow_mut().files.push(Opened::new(name, &bytes.to_vec()));
    });
    let here = at();
    let plan = Closure::<dyn FnMut(String) -> Option<String>>::new(move |asked: String| {
        answer(&here.borrow().files, &asked).map(|plan| plan.write())
    });
    let here = at();
    let show = Closure::<dyn FnMut(String, usize) -> usize>::new(move |text: String, density| {
        here.borrow_mut().show(&text, density)
    });
    let here = at();
    let draw = Closure::<dyn FnMut(u32) -> Option<Uint8Array>>::new(move |number| {
        here.borrow().draw(number).map(|modules| Uint8Array::from(modules.as_slice()))
    });
    let one = Closure::<dyn FnMut(String) -> Option<Uint8Array>>::new(|text: String| {
        picture(&text).map(|modules| Uint8Array::from(modules.as_slice()))
    });
    let here = at();
    let hear = Closure::<dyn FnMut(String) -> JsValue>::new(move |text: String| here.borrow_mut().hear(&[text]));
    let here = at();
    let look =
        Closure::<dyn FnMut(usize, usize, Uint8Array) -> JsValue>::new(move |width, height, seen: Uint8Array| {
            here.borrow_mut().hear(&found(width, height, &grey(&seen.to_vec())))
        });
    let places =
        Closure::<dyn FnMut(String, String, String) -> Array>::new(|key: String, text: String, province: String| {
            offers(&key, &text, &province)
        });
    hand(OPEN, &open.into_js_value());
    hand(PLAN, &plan.into_js_value());
    hand(SHOW, &show.into_js_value());
    hand(DRAW, &draw.into_js_value());
    hand(PICTURE, &one.into_js_value());
    hand(HEAR, &hear.into_js_value());
    hand(LOOK, &look.into_js_value());
    hand(PLACES, &places.into_js_value());
}

/// Gives a function to the script under a name.
fn hand(name: &str, function: &JsValue) {
    // A worker without it tells that it has failed.
    let _ = Reflect::set(&js_sys::global(), &name.into(), function);
}
