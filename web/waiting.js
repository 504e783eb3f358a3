// Files that wait to be looked at: what another program has shared (the service worker puts it aside, web/keeper.js), and what was
// opened and not decided on when the page was closed.

const SHARED = 'shared/';
const OPENED = 'opened/';
/** Bytes that are kept in all: more than forty cells send, and little beside what the browser gives. */
const MOST = 8 * 1024 * 1024;

function place() {
  return new URL('./', location.href).href;
}

/** Where they are; nowhere in a page from a disk, and in old browsers. */
function shelf() {
  return window.caches && /^http/.test(location.protocol) ? `ket-nap-waiting-${place()}` : '';
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * One thing after the other, since a file that is put there must not come after it was given up.
 *
 * @template T
 * @param {(name: string) => Promise<T>} work
 * @param {T} otherwise
 * @returns {Promise<T>}
 */
function inTurn(work, otherwise) {
  const name = shelf();
  if (!name) return Promise.resolve(otherwise);
  const done = last.then(() => work(name)).catch((error) => {
    console.warn(error);
    return otherwise;
  });
  last = done;
  return done;
}

/** Gives them up. */
export function forget() {
  return inTurn((name) => caches.delete(name), false);
}

/** Whether any are there, or it cannot be seen. */
export function waits() {
  return inTurn((name) => caches.has(name), !!shelf());
}

/**
 * Keeps files that were opened, in the place of those before.
 *
 * @param {File[]} files
 */
export function keep(files) {
  return inTurn(async (name) => {
    await caches.delete(name);
    if (files.reduce((sum, { size }) => sum + size, 0) > MOST) return;
    const cache = await caches.open(name);
    await Promise.all(files.map((file, at) => (
      cache.put(`${place()}${OPENED}${at}/${encodeURIComponent(file.name)}`, new Response(file))
    )));
  }, undefined);
}

/**
 * What waits: whether it was shared just now, and the files. Whoever shares may bring nothing, which is told as no files.
 *
 * @returns {Promise<{ shared: boolean, files: File[] }>}
 */
export function found() {
  return inTurn(async (name) => {
    if (!await caches.has(name)) return { shared: false, files: [] };
    const cache = await caches.open(name);
    const all = await cache.keys();
    const came = all.filter(({ url }) => url.startsWith(place() + SHARED));
    const files = await Promise.all((came.length > 0 ? came : all).map(async (request) => {
      const content = await /** @type {Response} */ (await cache.match(request)).blob();
      return new File([content], decodeURIComponent(request.url.slice(request.url.lastIndexOf('/') + 1)));
    }));
    return { shared: came.length > 0, files: files.filter(({ name: called }) => called) };
  }, { shared: false, files: [] });
}
