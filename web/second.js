// The second copy of every text, in IndexedDB: what it has acknowledged outlives a phone that
// dies, which localStorage does not promise. Opening and reading are in index.html (`knStore`),
// so that they also work without this script. Events on `window`:
//   kn-second-write  ←  [[name, text or null to delete], …]: all of it or nothing
//   kn-second-done   →  '' or 'Denied', 'Full', 'Failed': one for each of the former, in order
//   kn-persisted     →  'yes' or 'no': whether the browser will not clear it away by itself

/** @import { Change, Refusal } from './page.js' */

import { tell } from './tell.js';

const READ_PATIENCE_MS = 10000;
const WRITE_PATIENCE_MS = 15000;

/** @type {Promise<IDBDatabase> | null} */
let opened = null;
let queue = Promise.resolve();
let askedToPersist = false;

/** Reads the second copy and puts what there is at `knFound`. Never rejects. */
export async function readSecond() {
  window.knFound = await new Promise((resolve) => {
    setTimeout(resolve, READ_PATIENCE_MS, { second: null, why: 'Failed' });
    window.knStore.read((why, pairs) => resolve({ second: pairs || null, why }));
  });
}

/** Whether a book is in this browser. */
export function hasBook() {
  const all = window.knStore.local().concat(window.knFound.second || []);
  return all.some(([name]) => /^ket-nap\/(book|folded)\//.test(name));
}

/** The connection, kept from write to write. */
function connection() {
  if (!opened) {
    opened = new Promise((resolve, reject) => {
      window.knStore.open((why, db) => {
        if (why) reject(why);
        else resolve(/** @type {IDBDatabase} */ (db));
      });
    });
    opened.then((db) => { db.onclose = forget; }, forget);
  }
  return opened;
}

/** Lets the connection go; the next write opens another. */
function forget() {
  if (opened) opened.then((db) => db.close(), () => {});
  opened = null;
}

/**
 * @param {Change[]} changes
 * @param {{ late: boolean }} request
 * @returns {Promise<unknown>}
 */
async function attempt(changes, request) {
  const db = await connection();
  return new Promise((resolve, reject) => {
    // Written now, it might go over something newer.
    if (request.late) throw request;
    const work = db.transaction('texts', 'readwrite', { durability: 'strict' });
    work.oncomplete = resolve;
    work.onabort = () => reject(work.error);
    try {
      fill(work.objectStore('texts'), changes);
      if (work.commit) work.commit();
    } catch (error) {
      reject(error);
      work.abort();
    }
  });
}

/**
 * @param {IDBObjectStore} store
 * @param {Change[]} changes
 */
function fill(store, changes) {
  for (const [name, text] of changes) {
    if (text === null) store.delete(name);
    else store.put(text, name);
  }
}

/**
 * The word for what a write was refused with; opening gives words itself.
 *
 * @param {unknown} error
 */
function word(error) {
  return typeof error === 'string' ? /** @type {Refusal} */ (error) : window.knStore.why(error);
}

/**
 * Resolves to the word that is the answer.
 *
 * @param {Change[]} changes
 * @returns {Promise<Refusal | ''>}
 */
function write(changes) {
  const request = { late: false };
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      request.late = true;
      // Nobody knows what this connection still waits for.
      forget();
      resolve('Failed');
    }, WRITE_PATIENCE_MS);
    attempt(changes, request)
      .catch((error) => {
        if (word(error) === 'Full') throw error;
        // Most likely the connection was lost.
        forget();
        return attempt(changes, request);
      })
      .then(() => /** @type {const} */ (''), word)
      .then((answer) => {
        clearTimeout(limit);
        resolve(answer);
      });
  });
}

async function persist() {
  if (askedToPersist) return;
  askedToPersist = true;
  try {
    tell('kn-persisted', (await navigator.storage.persist()) ? 'yes' : 'no');
  } catch (error) { /* The browser has no such promise to give. */ }
}

/** Starts listening for what is to be written. */
export function keepSecond() {
  window.addEventListener('kn-second-write', ({ detail }) => {
    queue = queue.then(() => write(detail)).then((answer) => {
      tell('kn-second-done', answer);
      if (!answer) persist();
    });
  });
}
