// The code in the corner of a sheet of paper that is filled in by hand: a camera that sees it opens the sheet's page.

import { paint, pause } from './codes.js';
import { create } from './workers.js';

/** How the addresses of such pages begin. */
const SHEET = '#/blank-';
/** Milliseconds between looks whether the page is there: its part of the program may still be on the way. */
const LOOK = 100;

/**
 * Goes to the page of a sheet whose code was read.
 *
 * @param {string} text
 */
export function leadsToSheet(text) {
  const at = text.indexOf(SHEET);
  if (at < 0 || /\s/.test(text)) return false;
  location.hash = text.slice(at);
  return true;
}

/** Draws the code once its place is there. */
async function drawCode() {
  const { hash } = location;
  if (!hash.startsWith(SHEET)) return;
  let canvas = null;
  while (!canvas) {
    await pause(LOOK);
    if (location.hash !== hash) return;
    canvas = /** @type {HTMLCanvasElement | null} */ (document.getElementById('kn-sheet-code'));
  }
  const place = canvas;
  // Where the page is a file of the machine, its place is nobody else's.
  const before = location.protocol.startsWith('http') ? location.href.slice(0, -location.hash.length) : '';
  const { worker, program } = await create('courier');
  worker.onmessage = ({ data: [, modules] }) => {
    worker.terminate();
    if (modules) paint(place, modules);
  };
  worker.onerror = () => worker.terminate();
  const asked = { program, picture: before + place.dataset.text };
  worker.postMessage(asked, [program]);
}

/** Draws codes on the sheets that are opened. */
export function drawCodes() {
  const draw = () => { drawCode().catch((error) => console.warn(error)); };
  window.addEventListener('hashchange', draw);
  draw();
}
