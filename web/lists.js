// Files of lists and of parcels, read by workers; and what is made, shown, shared, copied and seen by the camera. What comes of
// it goes to the program as the text of a file that was opened: 'ket-nap-lists;' with a word and a number, or a plan. Events on
// `window`:
//   kn-lists-read  ←  what is to be done, as a word with what it needs; rows of texts are for the worker that reads the files
//                     which were chosen; an empty text stops everything and forgets the files

/** @import { Kind, WorkerAsked, WorkerSays } from './messages.js' */
/** @import { DetailOf } from './page.js' */

import { closeCodes, lookForCodes, showCodes } from './codes.js';
import { erase } from './erase.js';
import { lock } from './lock.js';
import { readSecond } from './second.js';
import { copyPacked, shareFile } from './sending.js';
import { leadsToSheet } from './sheet.js';
import { tell } from './tell.js';
import { forget, found, keep } from './waiting.js';
import { atWork, say, send, start, stop } from './workers.js';

/** @type {File[]} */
let chosen = [];
/** Who reads them. @type {Kind} */
let reader = 'reader';

/** @param {Blob} blob */
function bytesOf(blob) {
  return new Response(blob).arrayBuffer();
}

/** @param {unknown} error */
function failed(error) {
  console.warn(error);
  stop();
  say('failed', 0);
}

/**
 * Hands a workbook to the browser.
 *
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function give(name, bytes) {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The files that are being looked at are still needed.
  if (!chosen.length) stop();
  say('made', 0);
}

/** @param {WorkerSays} said */
function answered(said) {
  if (said[0] === 'part') say('part', said[1]);
  else if (said[0] === 'plan') tell('kn-file-read', said[1]);
  else if (said[0] === 'file') give(said[1], said[2]);
}

/**
 * Asks a worker, which is started if it is not at work.
 *
 * @param {Kind} kind
 * @param {string} text
 */
async function ask(kind, text) {
  const before = atWork(kind);
  if (before) {
    send(before, { text }, [], answered);
    return;
  }
  const files = chosen;
  const started = await start(kind, failed);
  if (!started) return;
  const { worker, program } = started;
  const bytes = await Promise.all(files.map(bytesOf));
  /** @type {WorkerAsked} */
  const asked = { program, files: files.map(({ name }, place) => [name, bytes[place]]), text };
  send(worker, asked, [program, ...bytes], answered);
}

// How the program's own texts begin, as they are and in Base64.
const PARCEL = /(ket-nap;|a2V0LW5hcDs|-----BEGIN AGE|^age-encryption)/;
// What begins so is no text, whatever else is in it.
const PACKED = /^(PK\x03|%PDF|\xFF\xD8|\x89PNG)/;
// The texts of citizen cards; some scanners put a label before the number.
const CARD = /(^|\n)[^|\n]{0,20}\d{9,13} *\|/;

/**
 * Whether a file is the courier's: whatever encoding its letters have, and whatever message stands above.
 *
 * @param {File} file
 */
async function isCouriers(file) {
  const bytes = new Uint8Array(await bytesOf(file.slice(0, 4096)));
  const text = Array.from(bytes, (byte) => (byte ? String.fromCharCode(byte) : '')).join('');
  return !PACKED.test(text) && (PARCEL.test(text) || CARD.test(text));
}

/**
 * Has lists or parcels read: the program is told, and asks with its book.
 *
 * @param {File[]} files
 * @param {boolean} [message] whether it is the text of a message, and no list
 * @param {boolean} [sealed] whether it came sealed: then it is kept nowhere
 */
export async function readLists(files, message = false, sealed = false) {
  stop();
  closeCodes();
  chosen = files;
  const couriers = await Promise.all(files.map(isCouriers));
  if (files !== chosen) return;
  reader = message || couriers.every(Boolean) ? 'courier' : 'reader';
  if (sealed) forget();
  else keep(files);
  say('chosen', files.length);
}

/**
 * What a code said is read like a file, or leads to a page.
 *
 * @param {string} name
 * @param {string} whole
 */
export async function readCode(name, whole) {
  if (leadsToSheet(whole)) say('closed', 0);
  else await readLists([new File([whole], name)]);
}

/** What was pasted into the box of the page, as a file; the page has a name for it. */
function readPasted() {
  const box = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('kn-pasted'));
  // What was copied from a spreadsheet has tabs between its cells.
  if (box && box.value.trim()) {
    return readLists([new File([box.value], box.dataset.name || '')], !box.value.includes('\t'));
  }
  if (box) box.focus();
  return Promise.resolve();
}

/**
 * Who answers rows of texts: what is to be made stands in the first of them.
 *
 * @param {string} text
 * @returns {Kind}
 */
function kindOf(text) {
  if (text.startsWith('[["parcel"')) return 'courier';
  return /^\[\["(lists|reports)"/.test(text) ? 'reader' : reader;
}

/** Reads the replica again, and the program opens its stores anew. */
function reread() {
  return readSecond().then(() => tell('kn-stale'));
}

/**
 * What is to be erased is written over by the first reading, seen to be gone by the second, when the replica has taken everything; then
 * come the backups in the browser.
 */
async function rereadTwice() {
  const taken = new Promise((resolve) => {
    window.addEventListener('kn-second-done', resolve, { once: true });
    setTimeout(resolve, 3000);
  });
  await reread();
  await taken;
  // The program may have more to say to the replica.
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  await reread();
  await Promise.resolve();
  window.knStore.backups((found) => tell('kn-backup-found', found));
}

/** @param {DetailOf<'kn-lists-read'>} texts */
async function act([text]) {
  const [, word, rest] = /^(\w*);?([^]*)/.exec(text) || ['', '', ''];
  switch (word) {
    case 'show': return showCodes(rest, failed);
    case 'camera': return lookForCodes(readCode, failed);
    case 'close': return closeCodes();
    case 'share': return shareFile(rest);
    case 'copy': return copyPacked(rest);
    case 'paste': return readPasted();
    case 'given': return readLists([new File([rest], 'tep.txt')], false, true);
    case 'erase': return erase();
    case 'lock': return lock();
    case 'reload': return window.location.reload();
    case 'erasing': return rereadTwice();
    case 'reread': return reread();
    case 'resume': return readLists((await found()).files);
    default:
  }
  if (text) return ask(kindOf(text), text);
  chosen = [];
  closeCodes();
  stop();
  return forget();
}

/** Starts listening. */
export function handleLists() {
  window.addEventListener('kn-lists-read', ({ detail }) => { act(detail).catch(failed); });
}
