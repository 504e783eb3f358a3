// Files that are lists, read in a worker by a program of its own, which is fetched when it is first needed. What it says goes
// to the program as the text of a file that was opened: 'ket-nap-lists;' with a word and a number, or a plan. Events on
// `window`:
//   kn-lists-read  ←  read the files that were chosen, with a text for the reader; without one, stop and forget them

/** @import { ReaderAsked, ReaderSays } from './messages.js' */
/** @import { DetailOf } from './page.js' */

import names from 'ket-nap-reader';
import { tell } from './tell.js';

/** @type {File[]} */
let chosen = [];
/** @type {Worker | null} */
let worker = null;

/**
 * @param {string} word
 * @param {number} number
 */
function say(word, number) {
  tell('kn-file-read', `ket-nap-lists;${word};${number}`);
}

function stop() {
  if (worker) worker.terminate();
  worker = null;
}

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
 * Fetches a file of the reader, and has it kept for when there is no network.
 *
 * @param {string} name
 */
async function bring(name) {
  const response = await fetch(name, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`fetching ${name}: status ${response.status}`);
  const content = await response.arrayBuffer();
  const type = response.headers.get('content-type') || '';
  // Not where the page is one file.
  if (navigator.serviceWorker && !name.startsWith('data:')) {
    navigator.serviceWorker.ready.then(({ active }) => active && active.postMessage({ keeps: [name, content, type] }));
  }
  return content;
}

/**
 * The worker with its program; `null` where they cannot be had.
 *
 * @returns {Promise<[Worker, ArrayBuffer] | null>}
 */
async function fetched() {
  try {
    const [script, program] = await Promise.all(names.map(bring));
    // From its bytes, since a page from a disk may not start a worker by an address.
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    return [new Worker(address), program];
  } catch (error) {
    console.warn(error);
    return null;
  }
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

/** @param {MessageEvent<ReaderSays>} event */
function answered({ data }) {
  if (data[0] === 'part') say('part', data[1]);
  else if (data[0] === 'plan') tell('kn-file-read', data[1]);
  else give(data[1], data[2]);
}

/** @param {DetailOf<'kn-lists-read'>} texts */
async function read([text]) {
  if (!text) {
    chosen = [];
    stop();
    return;
  }
  /** @type {ReaderAsked} */
  const asked = { text };
  if (worker) {
    worker.postMessage(asked);
    return;
  }
  const files = chosen;
  const found = await fetched();
  // Given up, or others chosen meanwhile.
  if (files !== chosen) return;
  if (!found) {
    say('unfetched', 0);
    return;
  }
  [worker, asked.program] = found;
  worker.onmessage = answered;
  worker.onerror = failed;
  const bytes = await Promise.all(files.map(bytesOf));
  asked.files = files.map(({ name }, place) => [name, bytes[place]]);
  if (files === chosen && worker) worker.postMessage(asked, [asked.program, ...bytes]);
}

/**
 * Has lists read: the program is told, and asks with its book.
 *
 * @param {File[]} files
 */
export function readLists(files) {
  stop();
  chosen = files;
  say('chosen', files.length);
}

/** Starts listening. */
export function handleLists() {
  window.addEventListener('kn-lists-read', ({ detail }) => { read(detail).catch(failed); });
}
