// Workers with programs of their own, one at a time: fetched when they are first needed, from their bytes, so that a page from a
// disk may start them too. What they say goes to whoever asked.

/** @import { CourierAsked, Kind, WorkerSays } from './messages.js' */

import files from 'ket-nap-workers';
import { tell } from './tell.js';
import { trusted } from './trust.js';

/** @type {{ kind: Kind, worker: Worker } | null} */
let busy = null;
/** Changes with every end, so that what comes too late is known as such. */
let turn = 0;

/** @type {(said: WorkerSays) => void} */
let hears = () => {};

/**
 * Tells the program how it stands with files.
 *
 * @param {string} word
 * @param {number} number
 */
export function say(word, number) {
  tell('kn-file-read', `ket-nap-lists;${word};${number}`);
}

/** Ends the worker that is at work. */
export function stop() {
  turn += 1;
  if (busy) busy.worker.terminate();
  busy = null;
}

/**
 * The worker that is at work, if it is of this kind.
 *
 * @param {Kind} kind
 */
export function atWork(kind) {
  return busy && busy.kind === kind ? busy.worker : null;
}

/**
 * Sends a worker something; what it says from now on goes to who has sent it.
 *
 * @param {Worker} worker
 * @param {CourierAsked} asked
 * @param {Transferable[]} moved
 * @param {(said: WorkerSays) => void} answered
 */
export function send(worker, asked, moved, answered) {
  hears = answered;
  worker.postMessage(asked, moved);
}

/**
 * Fetches a file of a worker, and has it kept for when there is no network.
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
 * A worker of this kind, and its program to be sent with the first message.
 *
 * @param {Kind} kind
 */
export async function create(kind) {
  const [script, program] = await Promise.all(files[kind].map(bring));
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(trusted(address));
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return { worker, program };
}

/**
 * Starts a worker in the place of the one before, and gives back its program to be sent with the first message. `null` where it
 * cannot be had, of which the program is told, or is wanted no more.
 *
 * @param {Kind} kind
 * @param {(error: unknown) => void} failed
 * @returns {Promise<{ worker: Worker, program: ArrayBuffer } | null>}
 */
export async function start(kind, failed) {
  stop();
  const own = turn;
  try {
    const { worker, program } = await create(kind);
    if (own !== turn) {
      worker.terminate();
      return null;
    }
    busy = { kind, worker };
    worker.onmessage = ({ data }) => { if (own === turn) hears(data); };
    worker.onerror = failed;
    return { worker, program };
  } catch (error) {
    console.warn(error);
    if (own === turn) say('unfetched', 0);
    return null;
  }
}
