// The later part of the program: what the first screens do not need, in a file of its own, which
// shares memory, functions and globals with the first, and the script of what could wait. Where the
// build made one program of everything, only the script comes. Events on `window`:
//   kn-later        →  it stands otherwise with it: `knLater` says 'coming', 'here' or 'failed'
//   kn-fetch-later  ←  the person wants it to be tried again

/** @import { Exports, ProgramTag } from './page.js' */

import { tell } from './tell.js';

// By this the first part hands out its table of functions: xtask/src/split/write.rs.
const TABLE = '@';

/** @param {Window['knLater']} how */
function say(how) {
  window.knLater = how;
  tell('kn-later');
}

/**
 * Everything that the first part has, by the names that the later part asks for it.
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
    script.src = name;
    document.head.appendChild(script);
  });
}

/**
 * @param {string} name
 * @param {Exports} program
 * @param {RequestCache} cache
 */
async function bringPart(name, program, cache) {
  const response = await fetch(name, { credentials: 'same-origin', cache });
  if (!response.ok) throw new Error(`fetching ${name}: status ${response.status}`);
  const imports = { a: shared(program) };
  // Compiled while it comes, where the browser can and the host says what it is.
  if (WebAssembly.instantiateStreaming && response.headers.get('content-type') === 'application/wasm') {
    await WebAssembly.instantiateStreaming(response, imports);
  } else {
    await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  }
}

/** @type {Promise<void> | null} */
let part = null;

/**
 * @param {ProgramTag['dataset']} names
 * @param {Exports} program
 * @param {RequestCache} cache
 */
async function bring({ later, after }, program, cache) {
  // What is on its way or there is not fetched again because the other has failed.
  if (later && !part) {
    part = bringPart(later, program, cache);
    part.catch(() => { part = null; });
  }
  try {
    await Promise.all([bringAfter(after), part]);
    say('here');
  } catch (error) {
    console.warn(error);
    say('failed');
  }
}

/** Tells the program, before it starts, that a part of it comes later. */
export function expectLater() {
  window.knLater = 'coming';
}

/**
 * Gets the later part, and again whenever there may be hope. Resolves after the first try.
 *
 * @param {ProgramTag['dataset']} names
 * @param {Exports} program
 */
export function bringLater(names, program) {
  const again = () => {
    if (window.knLater !== 'failed') return;
    say('coming');
    // What is kept of a broken answer must not be taken for the file.
    bring(names, program, 'reload');
  };
  window.addEventListener('online', again);
  window.addEventListener('kn-fetch-later', again);
  return bring(names, program, 'default');
}
