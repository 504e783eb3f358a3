// Two generations of a backup, in the browser's Cache Storage: another database than the two
// copies, so that it may outlive a fault in them. The service worker leaves this cache alone:
// it clears away only caches with "-precache-" in their names. Events on `window`:
//   kn-backup-write  ←  [['a' or 'b', text or null to delete], …]
//   kn-backup-done   →  '' or 'Failed'; every text was read back
//   kn-backup-read   ←
//   kn-backup-found  →  [['a' or 'b', text], …], empty where there is none; told unasked where there is no book

/** @import { Change } from './page.js' */

import { hasBook } from './second.js';
import { tell } from './tell.js';

/** @param {Change[]} changes */
async function write(changes) {
  const cache = await window.caches.open('ket-nap-backups');
  for (const [name, text] of changes) {
    const address = `kn-backup/${name}`;
    if (text === null) {
      await cache.delete(address);
      continue;
    }
    await cache.put(address, new Response(text));
    const kept = /** @type {Response} */ (await cache.match(address));
    if (await kept.text() !== text) throw new Error(`${address} differs`);
  }
}

/** Starts listening. */
export function keepBackups() {
  window.addEventListener('kn-backup-write', ({ detail }) => {
    write(detail).then(() => tell('kn-backup-done', ''), (error) => {
      console.warn(error);
      tell('kn-backup-done', 'Failed');
    });
  });
  const read = () => window.knStore.backups((found) => tell('kn-backup-found', found));
  window.addEventListener('kn-backup-read', read);
  // Both copies are gone, or nothing was ever written.
  if (!hasBook()) read();
}
