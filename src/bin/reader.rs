//! The program of the worker that reads lists: hands `ket_nap::reader` to its script (`web/reader.js`) as two functions.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use ket_nap::domain::value::day::Day;
use ket_nap::domain::value::rows::{self, at};
use ket_nap::reader::{Asked, File, plan};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Opens a file: its name and bytes.
const OPEN: &str = "readerOpen";
/// What the opened files would bring, asked with a row of texts: the book, today, headings and their fields.
const PLAN: &str = "readerPlan";

fn main() {
    let files: Rc<RefCell<Vec<File>>> = Rc::default();
    let opened = Rc::clone(&files);
    let open = Closure::<dyn FnMut(String, Uint8Array)>::new(move |name, bytes: Uint8Array| {
        opened.borrow_mut().push(File::new(name, bytes.to_vec()));
    });
    let ask = Closure::<dyn FnMut(String) -> String>::new(move |asked: String| {
        let row = rows::parse(&asked).and_then(|rows| rows.into_iter().next()).unwrap_or_default();
        let said = row.get(2..).unwrap_or_default().chunks_exact(2);
        let said: Vec<(String, String)> =
            said.filter_map(|pair| Some((at(pair, 0)?.to_owned(), at(pair, 1)?.to_owned()))).collect();
        let today = at(&row, 1).and_then(Day::from_iso).unwrap_or(Day::LAST);
        plan(&files.borrow(), &Asked { book: at(&row, 0).unwrap_or_default(), said: &said, today }).write()
    });
    hand(OPEN, &open.into_js_value());
    hand(PLAN, &ask.into_js_value());
}

/// Gives a function to the script under a name.
fn hand(name: &str, function: &JsValue) {
    // A worker without it tells that it has failed.
    let _ = Reflect::set(&js_sys::global(), &name.into(), function);
}
