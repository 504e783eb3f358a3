// Everything that the program has kept in this browser is taken away. Then the page is loaded anew and looks at all stores again, so that
// nothing of the page before can have written once more unseen.

import { forget, waits } from './waiting.js';
import { say } from './workers.js';

/** Says to the next load that it is to look. */
const MARK = 'kn-erased';

/**
 * Whether a text is kept for a person: the number of the machine and which page writes say nothing of anybody.
 *
 * @param {string} name
 */
function isOfSomebody(name) {
  return name.startsWith('ket-nap/') && name !== 'ket-nap/device' && name !== 'ket-nap/lease';
}

function localNames() {
  return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) || '');
}

/** The names in the second copy; none where the browser gives this page none. */
function secondNames() {
  return new Promise((resolve, reject) => {
    window.knStore.read((why, pairs) => {
      if (why && why !== 'Denied') reject(why);
      else resolve((pairs || []).map(([name]) => name));
    });
  });
}

function clearSecond() {
  return new Promise((resolve, reject) => {
    window.knStore.open((why, db) => {
      if (!db) {
        if (why === 'Denied') resolve(null);
        else reject(why);
        return;
      }
      const work = db.transaction('texts', 'readwrite');
      work.objectStore('texts').clear();
      work.oncomplete = () => { db.close(); resolve(null); };
      work.onabort = () => { db.close(); reject(work.error); };
    });
  });
}

/** Whether anything of anybody is still there, or cannot be looked at. */
async function isAnythingLeft() {
  try {
    const names = localNames().concat(/** @type {string[]} */ (await secondNames()));
    return names.some(isOfSomebody) || await waits() || (window.caches ? await caches.has('ket-nap-backups') : false);
  } catch (error) {
    console.warn(error);
    return true;
  }
}

/** Milliseconds after which a store that does not answer is left to be told of. */
const PATIENCE = 10_000;

/** @param {() => unknown} take */
async function within(take) {
  try {
    await Promise.race([take(), new Promise((_, reject) => { setTimeout(reject, PATIENCE, 'late'); })]);
  } catch (error) {
    // The next load sees what is left.
    console.warn(error);
  }
}

function clearLocal() {
  localNames().filter((name) => name.startsWith('ket-nap/')).forEach((name) => localStorage.removeItem(name));
}

/** Takes everything away: what one store refuses keeps no other from being cleared. */
export async function erase() {
  try {
    sessionStorage.setItem(MARK, '1');
  } catch (error) {
    // Where nothing can be kept, nothing is there.
    console.warn(error);
  }
  await Promise.all([
    within(clearSecond), within(forget), within(() => window.caches && caches.delete('ket-nap-backups')), within(clearLocal),
  ]);
  // Without anything behind `#` it is loaded anew.
  location.replace(location.href.split('#')[0]);
}

/** Tells, once it is loaded, whether all of it is gone. */
export async function tellErased() {
  if (!sessionStorage.getItem(MARK)) return;
  sessionStorage.removeItem(MARK);
  say('erased', await isAnythingLeft() ? 1 : 0);
}
