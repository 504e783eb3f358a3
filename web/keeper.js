// The service worker: keeps the program in the machine, and changes to another version only when
// the person wants it. The first line of the finished sw.js, written by xtask/src/keeper.rs, says
// what belongs to this version:
//   knVersion  its name
//   knFiles    { path: [SHA-256 of the content, its bytes, its bytes as a server sends them], … }
//
// Which version is used is not a matter of the worker: it is noted beside the files, and every
// worker serves what is noted. So a new worker may take over at once, and does: one that waits is
// put in place by the browser some day, and Firefox forgets both when it is closed while one waits.
// See docs/decisions/0023-versions-by-consent.md. A page asks by messages, each with a port for the
// answers; pages of other versions ask too, so what is said here never changes its meaning:
//   'ask'     →  what there is: { version, used, whole, news, missing, former }
//   'fetch'   →  part of the missing bytes, again and again; then 'here' or 'failed'
//   'use'     →  'used': this worker's version is the one in use now, the one before stays at hand
//   'back'    →  'used': the version before is in use again
//   { keeps }           ←  a file that is only fetched when it is asked for: its path, content and type
//   { works }, { fails }  ←  with the name of a file of a version that has started well, or has crashed
// and every page is told:
//   'switched'            →  another version is in use now
//   'fetched'             →  all of this worker's version is in the machine
//   { missed }            →  it is not: 'line' where the line broke, 'host' where the host has no such
//                            file or another one, 'full' where the machine has no room for it

/** @import { Answer, Broadcast, Missed, Question, Reply } from './messages.js' */
/** @import { Listed, Noted, Version } from './worker.js' */

const scope = self.registration.scope;
const place = `ket-nap-files-${scope}`;
const note = new URL('kn-versions', scope).href;
/** @type {Version} */
const own = { name: self.knVersion, files: self.knFiles };

/**
 * What is noted. The worker before this one may have written it meanwhile, so only serving goes by what was read once.
 *
 * @type {Promise<Noted> | null}
 */
let noted = null;

/**
 * What is noted now; nothing on the very first start.
 *
 * @returns {Promise<Noted>}
 */
function read() {
  noted = caches.open(place)
    .then((cache) => cache.match(note))
    .then((found) => (found ? found.json() : {}));
  noted.catch(() => { noted = null; });
  return noted;
}

/**
 * Says something to every page of the program.
 *
 * @param {Broadcast} what
 */
async function tellPages(what) {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) {
    if (page.url.startsWith(scope)) page.postMessage(what);
  }
}

/** @type {Promise<void>} */
let changes = Promise.resolve();

/**
 * Writes what `work` makes of what is noted, one change after the other; nothing where it makes none.
 *
 * @param {(before: Noted) => Noted | null} work
 */
function change(work) {
  const done = changes.then(async () => {
    const before = await read();
    const next = work(before);
    if (!next) return;
    const cache = await caches.open(place);
    await cache.put(note, new Response(JSON.stringify(next)));
    noted = Promise.resolve(next);
    // Pages of a version that is changed under them.
    if (before.used && before.used.name !== /** @type {Version} */ (next.used).name) await tellPages('switched');
  });
  changes = done.catch(() => {});
  return done;
}

/**
 * Where a content is kept: equal files of two versions are kept once.
 *
 * @param {string} path
 * @param {Listed} listed
 */
function address(path, [hash]) {
  return new URL(`${path}?kn=${hash}`, scope).href;
}

// Nice to have: that a host does not send them must not keep the program from being kept.
const LOOSE = /^(manifest\.webmanifest$|icons\/)/;

// Fetched by who opens a list for the first time, and from then on kept of each version.
const ASKED = /^ket-nap-reader-/;

// The program works without it, so it comes last, and is asked for again when it did not come.
const LATE = /^ket-nap-courier-/;

/**
 * The files of a version that are not in the machine, in the order in which they are fetched.
 *
 * @param {Version} version
 */
async function absent({ files }) {
  const cache = await caches.open(place);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const asked = Array.from(there).some((url) => ASKED.test(url.slice(scope.length)));
  const paths = Object.keys(files).filter(
    (path) => (asked || !ASKED.test(path)) && !there.has(address(path, files[path])),
  );
  return paths.filter((path) => !LATE.test(path)).concat(paths.filter((path) => LATE.test(path)));
}

/**
 * Those of them that it cannot do without.
 *
 * @param {Version} version
 */
async function missing(version) {
  return (await absent(version)).filter((path) => !LOOSE.test(path) && !LATE.test(path));
}

/** @param {ArrayBuffer} bytes */
function hexadecimal(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The content of an answer, told piece by piece.
 *
 * @param {Response} response
 * @param {(bytes: number) => void} onBytes
 */
async function contentOf(response, onBytes) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Response(new Blob(parts)).arrayBuffer();
    parts.push(value);
    onBytes(value.length);
  }
}

/** What a host has is not what it has to be. */
class HostError extends Error {}

/**
 * In a word, why a version has not come.
 *
 * @param {unknown} error
 * @returns {Missed}
 */
function why(error) {
  if (error instanceof HostError) return 'host';
  return error && /** @type {Error} */ (error).name === 'QuotaExceededError' ? 'full' : 'line';
}

/**
 * Gets one file of this version and keeps it; resolves to whether it is exactly what it has to be.
 *
 * @param {Cache} store
 * @param {string} path
 * @param {RequestCache} cache
 * @param {(bytes: number) => void} onBytes
 */
async function bring(store, path, cache, onBytes) {
  const file = own.files[path];
  const response = await fetch(new URL(path, scope).href, { cache, credentials: 'same-origin' });
  // Any other refusal may be gone the next time.
  if (!response.ok) {
    throw new (response.status === 404 || response.status === 410 ? HostError : Error)(
      `${path}: status ${response.status}`,
    );
  }
  const kept = response.clone();
  const content = await contentOf(response, onBytes);
  const hash = hexadecimal(await crypto.subtle.digest('SHA-256', content));
  if (!hash.startsWith(file[0])) return false;
  // An answer that was sent on elsewhere may not be given to a page that is opened.
  await store.put(address(path, file), kept.redirected ? new Response(content, { headers: kept.headers }) : kept);
  return true;
}

/** @param {(part: number) => void} onPart */
async function bringAbsent(onPart) {
  const store = await caches.open(place);
  const paths = await absent(own);
  const total = paths.reduce((sum, path) => sum + own.files[path][1], 0);
  let come = 0;
  /** @type {(bytes: number) => void} */
  const onBytes = (bytes) => {
    come += bytes;
    onPart(Math.min(come / total, 1));
  };
  for (const path of paths) {
    // A name with a hash in it has one content only: the page may have fetched it already.
    const cache = /-[0-9a-f]{16}\./.test(path) ? 'default' : 'no-cache';
    try {
      const right = await bring(store, path, cache, onBytes) || await bring(store, path, 'reload', () => onBytes(0));
      if (!right) throw new HostError(`${path}: something else has come`);
    } catch (error) {
      if (!LOOSE.test(path) && !LATE.test(path)) throw error;
      console.warn(error);
    }
  }
}

/** @type {Promise<void> | null} */
let bringing = null;
/** @type {Set<(part: number) => void>} */
const listening = new Set();

/**
 * Gets what is missing of this version, once for all who ask. What has come stays, even if the rest does not.
 *
 * @param {(part: number) => void} onPart
 */
function bringAll(onPart) {
  listening.add(onPart);
  if (!bringing) {
    /** @type {(what: Broadcast) => Promise<void>} */
    const end = (what) => {
      bringing = null;
      listening.clear();
      return tellPages(what);
    };
    bringing = bringAbsent((part) => listening.forEach((listener) => listener(part))).then(
      () => end('fetched'),
      async (error) => {
        // Before anything else: a worker that could not be installed is ended at once.
        await end({ missed: why(error) });
        throw error;
      },
    );
  }
  return bringing;
}

/**
 * Removes what neither version needs.
 *
 * @param {Noted} known
 */
async function tidy({ used, former }) {
  const cache = await caches.open(place);
  const needed = new Set([note]);
  for (const version of [used, former, own]) {
    if (version) Object.keys(version.files).forEach((path) => needed.add(address(path, version.files[path])));
  }
  for (const request of await cache.keys()) {
    if (!needed.has(request.url)) await cache.delete(request);
  }
}

/** Uses this worker's version. One that never started well is no way back. */
function useOwn() {
  return change(({ used, former, works }) => {
    if (used && used.name === own.name) return null;
    return { used: own, former: works ? used : former || used };
  });
}

/** A version that has never started well is replaced without a question: nobody could ask it. */
async function isSettled() {
  const { used, works } = await read();
  return !!used && !!works && (await missing(used)).length === 0;
}

/** Gets back what was lost of this version while it was in use. */
async function mend() {
  const { used } = await read();
  if (used && used.name !== own.name) return;
  await bringAll(() => {});
  await useOwn();
}

async function install() {
  if (!(await isSettled())) await bringAll(() => {});
  await self.skipWaiting();
}

async function activate() {
  if (!(await isSettled()) && (await missing(own)).length === 0) await useOwn();
  await tidy(await read());
  // What the workers of before this one kept.
  for (const name of await caches.keys()) {
    if (name.startsWith('ket-nap-precache-') && name.endsWith(scope)) await caches.delete(name);
  }
}

/** @returns {Promise<Answer<'ask'>>} */
async function asked() {
  const { used, former, refused } = await read();
  const paths = (await absent(own)).filter((path) => !LOOSE.test(path));
  return {
    version: own.name,
    used: used && used.name,
    whole: !!used && (await missing(used)).length === 0,
    news: !!used && used.name !== own.name && refused !== own.name,
    missing: paths.reduce((sum, path) => sum + own.files[path][2], 0),
    former: !!former && (await missing(former)).length === 0,
  };
}

function back() {
  return change(({ used, former }) => {
    if (!former) throw new Error('no version before this one');
    return { used: former, former: used, works: true, refused: /** @type {Version} */ (used).name };
  });
}

/**
 * Notes whether the version with this file in it starts well.
 *
 * @param {string} path
 * @param {boolean} works
 */
function says(path, works) {
  return change((known) => {
    const same = !known.used || !known.used.files[path] || !!known.works === works;
    return same ? null : Object.assign({}, known, { works });
  });
}

/**
 * @param {Question} question
 * @param {(part: number) => void} say
 * @returns {Promise<Reply<Question>>}
 */
async function answer(question, say) {
  switch (question) {
    case 'ask': return asked();
    case 'fetch': await bringAll(say); return 'here';
    case 'use':
      if ((await missing(own)).length > 0) throw new Error('not all of it is here');
      await useOwn();
      return 'used';
    case 'back': await back(); return 'used';
    default: throw new Error(`${question}?`);
  }
}

/**
 * The path of what is asked for, below the place of the program.
 *
 * @param {Request} request
 */
function pathOf({ url }) {
  return url.slice(scope.length).split(/[?#]/)[0] || 'index.html';
}

/**
 * @param {Version | undefined} version
 * @param {string} path
 */
async function kept(version, path) {
  const file = version && version.files[path];
  return file && (await caches.open(place)).match(address(path, file));
}

/**
 * Keeps what a page has fetched of the files of workers.
 *
 * @param {[path: string, content: ArrayBuffer, type: string]} file
 */
async function keepAsked([path, content, type]) {
  const hash = hexadecimal(await crypto.subtle.digest('SHA-256', content));
  const { used } = await read();
  for (const version of [own, used]) {
    const file = version && (ASKED.test(path) || LATE.test(path)) && version.files[path];
    if (file && hash.startsWith(file[0])) {
      const cache = await caches.open(place);
      await cache.put(address(path, file), new Response(content, { headers: { 'content-type': type } }));
      return;
    }
  }
}

/** @param {Request} request */
async function serve(request) {
  const path = pathOf(request);
  const { used, former } = await (noted || read());
  // A page that is still open may need a file of the version before; the page itself is always the
  // one in use, as long as it can be had.
  const found = await kept(used, path) || (path !== 'index.html' && await kept(former, path));
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const last = await kept(former, path);
    if (last) return last;
    throw error;
  }
}

/**
 * Puts aside what another program of the machine shares, for the page to open (web/waiting.js). Some versions of Chrome bring
 * nothing, or bring it and then nothing once more: that is noted only where nothing else is.
 *
 * @param {Request} request
 */
async function takeShared(request) {
  const form = await request.formData();
  const shelf = await caches.open(`ket-nap-waiting-${scope}`);
  const text = form.get('text');
  /** @type {[name: string, content: BodyInit][]} */
  const all = form.getAll('files').filter((file) => typeof file !== 'string').map((file) => [file.name, file]);
  if (text) all.push(['tin-nhan', text]);
  if (all.length === 0 && (await shelf.keys()).length === 0) all.push(['', '']);
  await Promise.all(all.map(([name, content], at) => (
    shelf.put(`${scope}shared/${at}/${encodeURIComponent(name)}`, new Response(content))
  )));
  return Response.redirect(`${scope}#/lists`, 303);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'POST' && request.url === `${scope}shared`) event.respondWith(takeShared(request));
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  event.respondWith(serve(request).catch(() => fetch(request)));
});
self.addEventListener('message', (event) => {
  const { data, ports: [port] } = event;
  if (data && data.works) event.waitUntil(says(data.works, true).then(mend));
  if (data && data.keeps) event.waitUntil(keepAsked(data.keeps));
  if (data && data.fails) event.waitUntil(says(data.fails, false));
  if (!port) return;
  event.waitUntil(answer(data, (part) => port.postMessage(part)).catch((error) => {
    console.warn(error);
    return 'failed';
  }).then((said) => port.postMessage(said)));
});
