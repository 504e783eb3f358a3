// Keys lead from one box of a record to another: that of the phone's keyboard to the next, arrows to the lines of a table. And they
// take back and do again.

/** How the names of fields' elements begin. */
export const FIELD = 'f-';

/**
 * What takes an answer behind a box: a box, or the choice that is marked, or the first of several.
 *
 * @param {HTMLInputElement} box
 * @returns {HTMLElement | undefined}
 */
function behind(box) {
  /** @type {HTMLInputElement[]} */
  const all = Array.from(document.querySelectorAll(`main .box[id^="${FIELD}"], main input[type="radio"]`));
  const next = all.slice(all.indexOf(box) + 1)
    .find((it) => it.offsetParent && !it.disabled && !it.closest('details:not([open])'));
  return next && all.find((it) => it.type === 'radio' && it.name === next.name && it.checked) || next;
}

/** @param {EventTarget | null} target */
function fieldBox(target) {
  return target instanceof HTMLInputElement && target.id.startsWith(FIELD) && target.type === 'text' ? target : null;
}

/** The same in a table. @type {Record<string, number>} */
const LINES = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The box of the same field in another line: the place of the line stands at the end of its name.
 *
 * @param {HTMLInputElement} box
 * @param {number} step
 */
function beside(box, step) {
  const [name, line] = box.id.split('-').slice(1);
  return line ? document.getElementById(`${FIELD}${name}-${Number(line) + step}`) : null;
}

/**
 * The button that keys stand for: undo and redo, outside of boxes, which have their own.
 *
 * @param {KeyboardEvent} event
 */
function meant({ target, key, ctrlKey, metaKey, shiftKey }) {
  const inBox = target instanceof HTMLElement && target.matches('input, select, textarea');
  if (inBox || !(ctrlKey || metaKey)) return null;
  if (key === 'z' && !shiftKey) return document.getElementById('kn-undo');
  return key === 'y' || /^z$/i.test(key) ? document.getElementById('kn-redo') : null;
}

/** Says what the key does, and does it. */
export function leadOn() {
  document.addEventListener('keydown', (event) => {
    const button = meant(event);
    if (button) button.click();
  });
  document.addEventListener('focusin', ({ target }) => {
    const box = fieldBox(target);
    if (box) box.setAttribute('enterkeyhint', behind(box) ? 'next' : 'done');
  });
  document.addEventListener('keydown', (event) => {
    const box = fieldBox(event.target);
    // A word that an input method is still at takes the key for itself; Safari tells only by its old number.
    if (!box || event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    event.preventDefault();
    const next = behind(box);
    if (next) next.focus();
    else box.blur();
  });
  document.addEventListener('keydown', (event) => {
    const [box, step] = [fieldBox(event.target), LINES[event.key]];
    const other = box && step && !event.defaultPrevented && !event.altKey && beside(box, step);
    if (!other) return;
    event.preventDefault();
    other.focus();
  });
}
