// The later parts of the program: what the first screens do not need, each in a file of its own, which shares memory,
// functions and globals with those before it; and the script of what could wait. They come one after the other, in the
// order in which a person needs them, and each is compiled while it comes. Where the build made one program of
// everything, only the script comes. Events on `window`:
//   kn-later        →  it stands otherwise with them: `knLater` says 'coming' or 'failed' before the first is there,
//                      'forms' or 'forms-failed' after that, 'stored' or 'stored-failed' after the second, 'vault' or
//                      'vault-failed' after the third, 'here' when all are
//   kn-fetch-later  ←  the person wants it to be tried again

/** @import { Exports, ProgramTag } from './page.js' */

import { tell } from './tell.js';
import { trusted } from './trust.js';

// By this the first part hands out its table of functions: xtask/src/split/write.rs.
const TABLE = '@';

/** What is said when so many parts are there and the next one comes, or has failed. */
const SAID = /** @type {const} */ ([['coming', 'failed'], ['forms', 'forms-failed'], ['stored', 'stored-failed'], ['vault', 'vault-failed']]);

/** @param {Window['knLater']} how */
function say(how) {
  window.knLater = how;
  tell('kn-later');
}

/**
 * Everything that the parts before have, by the names that the next one asks for it.
 *
 * @param {Exports} program
 */
function shared(program) {
  /** @type {Record<string, WebAssembly.ExportValue>} */
  const all = Object.assign({}, program);
  const table = program[TABLE];
  for (let slot = 0; slot < table.length; slot += 1) all[slot] = table.get(slot);
  return all;
}

/**
 * Runs the script of what could wait, once.
 *
 * @param {string} name
 */
function bringAfter(name) {
  if (window.knAfter) return null;
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = resolve;
    script.onerror = () => reject(new Error(`fetching ${name}`));
    script.src = trusted(name);
    document.head.appendChild(script);
  });
}

/**
 * @param {string} name
 * @param {RequestCache} cache
 */
async function compile(name, cache) {
  const response = await fetch(name, { credentials: 'same-origin', cache });
  if (!response.ok) throw new Error(`fetching ${name}: status ${response.status}`);
  // While it comes, where the browser can and the host says what it is.
  if (WebAssembly.compileStreaming && response.headers.get('content-type') === 'application/wasm') {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @type {string[]} */
let names = [];
/** @type {Promise<WebAssembly.Module>[]} */
const parts = [];
let here = 0;

/**
 * Asks for a part, unless it is on its way, and for the next one as soon as its last byte has come.
 *
 * @param {number} place
 * @param {RequestCache} cache
 */
function fetchFrom(place, cache) {
  if (place in parts || place >= names.length) return;
  const part = compile(names[place], cache);
  parts[place] = part;
  // What has failed is asked for again when there is hope; what is on its way or there is not.
  part.then(() => fetchFrom(place + 1, cache), () => { delete parts[place]; });
}

/**
 * Adds the next part to the program.
 *
 * @param {Exports} program
 * @param {RequestCache} cache
 */
async function add(program, cache) {
  fetchFrom(here, cache);
  await WebAssembly.instantiate(await parts[here], { a: shared(program) });
  here += 1;
  if (here < names.length) say(SAID[here][0]);
}

/**
 * @param {ProgramTag['dataset']} dataset
 * @param {Exports} program
 * @param {RequestCache} cache
 */
async function bring({ after }, program, cache) {
  try {
    while (here + 1 < names.length) await add(program, cache);
    // The script is small and comes beside the last part, which needs it.
    await Promise.all([bringAfter(after), here < names.length && add(program, cache)]);
    say('here');
  } catch (error) {
    console.warn(error);
    say(SAID[Math.min(here, SAID.length - 1)][1]);
  }
}

/**
 * Tells the program, before it starts, that parts of it come later.
 *
 * @param {ProgramTag['dataset']} dataset
 */
export function expectLater({ parts: list }) {
  names = list ? list.split(' ') : [];
  window.knLater = 'coming';
}

/** Asks for the first of the later parts: the line has nothing else to bring any more. */
export function askForLater() {
  fetchFrom(0, 'default');
}

/**
 * Gets the later parts, and again whenever there may be hope. Resolves after the first try.
 *
 * @param {ProgramTag['dataset']} dataset
 * @param {Exports} program
 */
export function bringLater(dataset, program) {
  const again = () => {
    if (!/failed$/.test(window.knLater)) return;
    say(SAID[Math.min(here, SAID.length - 1)][0]);
    // What is kept of a broken answer must not be taken for the file.
    bring(dataset, program, 'reload');
  };
  window.addEventListener('online', again);
  window.addEventListener('kn-fetch-later', again);
  return bring(dataset, program, 'default');
}
