// Addresses while they are typed: what the courier offers for them stands below the box, and comes into it and the boxes beside it as if
// the person had typed it. The program knows nothing of it; without the courier nothing is offered.

/** @import { Place } from './messages.js' */

import { FIELD } from './boxes.js';
import { create } from './workers.js';

/** The boxes, by the keys of their fields, each with that of the box for its province. @type {Record<string, string>} */
const BOXES = {
  birth_place: 'birth_province',
  old_birth_place: 'old_birth_province',
  home_place: 'home_province',
  residence: 'residence_province',
  temporary_residence: '',
  youth_union_place: '',
  first_admission_place: '',
};

/** Milliseconds for which nothing more is typed. */
const PAUSE = 150;
/** Milliseconds that a tap takes. */
const SOON = 300;
/** Milliseconds after which the courier is sent away. */
const IDLE = 60_000;

/** @type {Promise<{ worker: Worker, program: ArrayBuffer | null }> | null} */
let courier = null;
let idle = 0;
let waiting = 0;
/** Questions that were sent, and answers that came: each comes, in the same order. */
let sent = 0;
let heard = 0;
/** Changes with everything after which an answer is wanted no more. */
let turn = 0;
/** What was written into boxes of which the person had chosen another one. @type {Record<string, string>} */
let written = {};
/** What is offered, below its box. @type {HTMLElement | null} */
let shown = null;

/**
 * The key of a box's field; in a table the place of its line follows.
 *
 * @param {HTMLInputElement} box
 */
function named(box) {
  const [key, line] = box.id.slice(FIELD.length).split('-');
  return { key, behind: line ? `-${line}` : '' };
}

/**
 * The box of a field in the same line.
 *
 * @param {string} key
 * @param {string} behind
 */
function boxOf(key, behind) {
  const box = document.getElementById(FIELD + key + behind);
  return box instanceof HTMLInputElement ? box : null;
}

/** @param {EventTarget | null} target */
function addressBox(target) {
  if (!(target instanceof HTMLInputElement)) return null;
  return target.id.startsWith(FIELD) && named(target).key in BOXES ? target : null;
}

function clear() {
  turn += 1;
  clearTimeout(waiting);
  const list = shown;
  // First: what has the focus loses it when it goes, and of that this script is told.
  shown = null;
  if (list) list.remove();
}

function sendAway() {
  sent = 0;
  heard = 0;
  if (courier) courier.then(({ worker }) => worker.terminate(), () => {});
  courier = null;
}

/**
 * Puts a text into a box as the person would.
 *
 * @param {HTMLInputElement} box
 * @param {string} text
 */
export function type(box, text) {
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * @param {HTMLInputElement} box
 * @param {Place} place
 */
function take(box, [, , alone, fills]) {
  clear();
  const { behind } = named(box);
  const boxes = fills.map(([key]) => boxOf(key, behind));
  // A name of before and its province belong together: both, unless the person has written one of them.
  const may = fills.every(([key, , gently], at) => {
    const beside = boxes[at];
    return !gently || !beside || !beside.value || beside.value === written[key];
  });
  const fits = fills.length > 1 && boxes.slice(0, 2).every(Boolean);
  // The box itself comes last, so that it is the one that was typed in.
  boxes.forEach((beside, at) => {
    const [key, text, gently] = fills[at];
    if (!fits || !beside || beside === box || (gently && !may)) return;
    type(beside, text);
    if (gently) written[key] = text;
  });
  type(box, fits ? fills[0][1] : alone);
  box.focus();
  clear();
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} kind
 * @param {string} text
 */
function element(tag, kind, text) {
  const made = document.createElement(tag);
  made.className = kind;
  made.textContent = text;
  return made;
}

/**
 * @param {HTMLInputElement} box
 * @param {[over: string, places: Place[], more: string | undefined]} said
 */
function show(box, [over, places, more]) {
  clear();
  if (!places.length) return;
  const list = element('div', 'offers', '');
  list.setAttribute('aria-live', 'polite');
  shown = list;
  list.append(element('p', 'field-help', over));
  /** @type {string | null} */
  let noted = null;
  places.forEach((place) => {
    const [says, note] = place;
    // Once over all that became of the same place.
    if (note && note !== noted) list.append(element('p', 'field-help offers-note', note));
    noted = note;
    const button = element('button', 'button', says);
    button.type = 'button';
    // The box keeps the focus, and the phone its keyboard.
    button.onmousedown = (event) => event.preventDefault();
    button.onclick = () => take(box, place);
    list.append(button);
  });
  if (more) list.append(element('p', 'field-help', more));
  const buttons = Array.from(list.querySelectorAll('button'));
  list.onkeydown = (event) => {
    if (event.key === 'Escape') {
      clear();
      box.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = buttons.findIndex((button) => button === document.activeElement) + step;
    (buttons[next] || (step < 0 ? box : buttons[next - 1])).focus();
  };
  box.insertAdjacentElement('afterend', list);
}

/** @param {HTMLInputElement} box */
async function ask(box) {
  const { key, behind } = named(box);
  const province = boxOf(BOXES[key], behind);
  turn += 1;
  const own = turn;
  clearTimeout(idle);
  try {
    courier = courier || create('courier');
    const { worker, program } = await courier;
    if (own !== turn) return;
    sent += 1;
    worker.onmessage = ({ data }) => {
      heard += 1;
      if (heard === sent && own === turn && document.activeElement === box) show(box, data[1]);
    };
    worker.onerror = sendAway;
    const asked = { program: program || undefined, address: [key, box.value.normalize('NFC'), province ? province.value : ''] };
    courier = Promise.resolve({ worker, program: null });
    worker.postMessage(asked, program ? [program] : []);
    idle = setTimeout(sendAway, IDLE);
  } catch (error) {
    console.warn(error);
    sendAway();
  }
}

/** Offers places while addresses are typed. */
export function offerPlaces() {
  document.addEventListener('input', ({ target, isTrusted }) => {
    const box = addressBox(target);
    if (!box || !isTrusted) return;
    clear();
    waiting = setTimeout(ask, PAUSE, box);
  });
  document.addEventListener('focusin', ({ target }) => {
    const box = addressBox(target);
    // The courier is there when the first letters are typed.
    if (box && !(shown && shown.previousSibling === box)) {
      clear();
      ask(box);
    }
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    const list = shown;
    if (!list || (relatedTarget instanceof Node && list.contains(relatedTarget))) return;
    // What is being tapped below must not move away from under the finger.
    setTimeout(() => { if (shown === list && !list.contains(document.activeElement)) clear(); }, SOON);
  });
  window.addEventListener('hashchange', () => { written = {}; });
  document.addEventListener('keydown', (event) => {
    const box = addressBox(event.target);
    if (!box || !shown) return;
    if (event.key === 'Escape') clear();
    const first = shown && shown.querySelector('button');
    if (event.key !== 'ArrowDown' || !first) return;
    event.preventDefault();
    first.focus();
  });
}
