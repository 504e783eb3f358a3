// A scanner types what stands on a citizen card like a keyboard, into whatever box has the focus; people paste it there, too. The box
// stays as it was, and the card is read.

import { readCode } from './lists.js';
import { type } from './places.js';

/** The text of a card at the end of what stands in a box. */
const CARD = /(?:\d{12}|\d{9}) *\|(?:[^|\n]*\|){4,}[^|\n]*$/;
/** How one begins. */
const BEGUN = /\d{9,13} *\|/;
/** What it is called where files have names; src/exchange/own.rs knows it. */
const SCANNED = 'ket-nap-scanned';
/** Milliseconds between two keys of a person: a scanner is quicker. */
const SLOW = 250;

/** The box that has the focus, what stands in it and since when, and what stood there before that was typed in one go. */
let stood = { box: /** @type {HTMLInputElement | null} */ (null), now: '', before: '', at: 0 };

/** @param {Event} event */
function look(event) {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target !== stood.box) return;
  const found = CARD.exec(target.value.replace(/\s+$/, ''));
  if (!found) return;
  event.preventDefault();
  const { before } = stood;
  const behind = target.value.slice(0, found.index);
  // Some scanners put a label before the number, which is part of what was typed in one go.
  type(target, behind.startsWith(before) && !BEGUN.test(before) ? before : behind);
  target.blur();
  readCode(SCANNED, found[0]).catch((error) => console.warn(error));
}

/** Looks for cards in what is typed and pasted. */
export function takeCards() {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) stood = { box: target, now: target.value, before: target.value, at: 0 };
  });
  document.addEventListener('keydown', (event) => { if (event.key === 'Enter') look(event); });
  document.addEventListener('input', (event) => {
    const { box, now, before, at } = stood;
    if (!box || event.target !== box) return;
    const time = event.timeStamp;
    stood = { box, now: box.value, before: time - at > SLOW && !BEGUN.test(box.value) ? now : before, at: time };
    if (event instanceof InputEvent && event.inputType === 'insertFromPaste') look(event);
  });
}
