//! The program of the worker that reads lists: hands `ket_nap::reader` to its script (`web/reader.js`) as two functions.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array};
use ket_nap::reader::{Answer, File, answer};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Opens a file: its name and bytes.
const OPEN: &str = "readerOpen";
/// What is asked with rows of texts (see `ket_nap::reader::answer`): a plan as text, or a workbook as its name and bytes.
const PLAN: &str = "readerPlan";

fn main() {
    let files: Rc<RefCell<Vec<File>>> = Rc::default();
    let opened = Rc::clone(&files);
    let open = Closure::<dyn FnMut(String, Uint8Array)>::new(move |name, bytes: Uint8Array| {
        opened.borrow_mut().push(File::new(name, bytes.to_vec()));
    });
    let ask =
        Closure::<dyn FnMut(String) -> JsValue>::new(move |asked: String| match answer(&files.borrow(), &asked) {
            Answer::Plan(plan) => plan.write().into(),
            Answer::File(name, bytes) => Array::of2(&name.into(), &Uint8Array::from(bytes.as_slice()).into()).into(),
            Answer::Nothing => JsValue::NULL,
        });
    hand(OPEN, &open.into_js_value());
    hand(PLAN, &ask.into_js_value());
}

/// Gives a function to the script under a name.
fn hand(name: &str, function: &JsValue) {
    // A worker without it tells that it has failed.
    let _ = Reflect::set(&js_sys::global(), &name.into(), function);
}
