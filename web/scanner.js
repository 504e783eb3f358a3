// A scanner types what stands on a citizen card like a keyboard, into whatever box has the focus; people paste it there, too. The box
// stays as it was, and the card is read.

import { readCode } from './lists.js';
import { type } from './places.js';

/** The text of a card, behind a label that some scanners put before it. */
const CARD = /^[^|\n]{0,20}\d{9,13} *\|(?:[^|\n]*\|){4,}[^|\n]*$/;

/** Milliseconds between two keys of a person: a scanner is quicker. */
const SLOW = 250;

/** The box that has the focus, what stands in it and since when, and what stood there before that was typed in one go. */
let stood = { box: /** @type {HTMLInputElement | null} */ (null), now: '', before: '', at: 0 };

/** @param {Event} event */
function look(event) {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target !== stood.box || !CARD.test(target.value.trim())) return;
  event.preventDefault();
  const { value } = target;
  const { before } = stood;
  type(target, before);
  target.blur();
  readCode('', value.slice(value.startsWith(before) ? before.length : 0).trim()).catch((error) => console.warn(error));
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
    const time = performance.now();
    stood = { box, now: box.value, before: time - at > SLOW ? now : before, at: time };
    if (event instanceof InputEvent && event.inputType === 'insertFromPaste') look(event);
  });
}
