// The later part of the program: what the first screens do not need, in a file of its own, which
// shares memory, functions and globals with the first. Where the build made one file of
// everything, there is none. Events on `window`:
//   kn-later        →  it stands otherwise with it: `knLater` says 'coming', 'here' or 'failed'
//   kn-fetch-later  ←  the person wants it to be tried again

import { tell } from './tell.js';

// By this the first part hands out its table of functions: xtask/src/split/write.rs.
const TABLE = '@';

function say(how) {
  window.knLater = how;
  tell('kn-later');
}

/** Everything that the first part has, by the names that the later part asks for it. */
function shared(program) {
  const all = Object.assign({}, program);
  const table = program[TABLE];
  for (let slot = 0; slot < table.length; slot += 1) all[slot] = table.get(slot);
  return all;
}

async function bring(name, program, cache) {
  try {
    const response = await fetch(name, { credentials: 'same-origin', cache });
    if (!response.ok) throw new Error(`fetching ${name}: status ${response.status}`);
    const imports = { a: shared(program) };
    // Compiled while it comes, where the browser can and the host says what it is.
    if (WebAssembly.instantiateStreaming && response.headers.get('content-type') === 'application/wasm') {
      await WebAssembly.instantiateStreaming(response, imports);
    } else {
      await WebAssembly.instantiate(await response.arrayBuffer(), imports);
    }
    say('here');
  } catch (error) {
    console.warn(error);
    say('failed');
  }
}

/** Tells the program, before it starts, that a part of it comes later. */
export function expectLater(name) {
  if (name) window.knLater = 'coming';
}

/** Gets the later part, and again whenever there may be hope. Resolves after the first try. */
export function bringLater(name, program) {
  if (!name) return Promise.resolve();
  const again = () => {
    if (window.knLater !== 'failed') return;
    say('coming');
    // What is kept of a broken answer must not be taken for the file.
    bring(name, program, 'reload');
  };
  window.addEventListener('online', again);
  window.addEventListener('kn-fetch-later', again);
  return bring(name, program, 'default');
}
