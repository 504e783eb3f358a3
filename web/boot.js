// The loader: brings the program over the line, shows how far it has come, and steps aside
// as soon as the program has drawn something. It runs before the program and outlives its
// crashes, so it depends on nothing of it.
//
// The inline script of index.html has run before this file and left `knBoot`:
//   knBoot.show(kind, retry)  replaces the loading text by one of the error pages
//   knBoot.progress(part)     moves the bar; `part` from 0 to 1, or null when unknown
//   knBoot.offerRescue(place) puts the button there that saves everything to a file
// and `knStore`, what is kept in this machine.

/** @import { Download } from './download.js' */
/** @import { Exports, ProgramTag } from './page.js' */

import start from 'ket-nap-glue';
// The styles of the program's pages, made small by the build; the loading page has its own.
import styles from 'ket-nap-styles';
import { watchCrashes } from './crash.js';
import { DownloadError, download } from './download.js';
import { offerInstall } from './install.js';
import { findOutWhetherItLasts } from './lasting.js';
import { askForLater, bringLater, expectLater } from './later.js';
import { hasBook, keepSecond, readSecond } from './second.js';
import { addStyle } from './style.js';
import { tell } from './tell.js';
import { chooseWriter } from './writer.js';

// A program that has started and drawn nothing for this long has gone wrong without a word.
const PATIENCE_MS = 20000;

const IDLE_AFTER_MS = 5000;

// So much of the program has come when the first of its later parts is asked for: on a slow line the answer begins
// when the rest is there.
const ASK_FOR_LATER = 0.85;

// A person with a book sees its pages at once, unless the later parts of the program takes longer than this.
const LATER_PATIENCE_MS = 3000;

const boot = window.knBoot;
const tag = /** @type {ProgramTag} */ (document.getElementById('program'));
const app = /** @type {HTMLElement} */ (document.getElementById('app'));

let drawn = false;
/** @type {HTMLStyleElement} */
let sheet;
/** @type {Promise<void> | undefined} */
let later;

/** Waits for the first thing the program puts into the page. */
function firstDrawing() {
  return /** @type {Promise<void>} */ (new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!app.firstChild) return;
      observer.disconnect();
      drawn = true;
      boot.done();
      resolve();
    });
    observer.observe(app, { childList: true });
  }));
}

/**
 * What can wait until the person sees something.
 *
 * @param {Exports} program
 */
async function afterwards(program) {
  // First what the person may be waiting for, then what makes it work without a network.
  await (later || bringLater(tag.dataset, program));
  const keep = () => {
    // A page that is one file has everything with it.
    if (!window.knAfter || tag.dataset.wasm.startsWith('data:')) return;
    window.knAfter.keepProgram(window.knLater === 'here' && tag.dataset.wasm);
  };
  keep();
  window.addEventListener('kn-later', keep);
  // What can wait until the person has seen the page and the phone has caught its breath.
  setTimeout(() => tell('kn-idle'), IDLE_AFTER_MS);
}

/**
 * Fetches the program and starts it.
 *
 * @param {Promise<unknown>} found what it needs when it starts
 * @param {Promise<void>} seen when it has drawn
 * @param {RequestCache} cache
 */
async function run(found, seen, cache) {
  boot.progress(0);
  /** @type {Download | undefined} */
  let fetched;
  try {
    fetched = await download(tag.dataset.wasm, cache, Number(tag.dataset.bytes), (part) => {
      boot.progress(part);
      if (part && part > ASK_FOR_LATER) askForLater();
    });
    await found;
    const program = await start({ module_or_path: fetched.response });
    seen.then(() => afterwards(program));
    if (hasBook()) {
      later = bringLater(tag.dataset, program);
      await Promise.race([later, new Promise((resolve) => setTimeout(resolve, LATER_PATIENCE_MS))]);
    }
    // The program measures and scrolls as soon as it has drawn.
    sheet.removeAttribute('media');
    tell('kn-mount');
  } catch (error) {
    console.error(error);
    // A file cut off on the way fails where it is compiled; the count of bytes tells why.
    const broken = error instanceof DownloadError
      || error instanceof WebAssembly.CompileError
      || (fetched && !(await fetched.complete));
    if (broken) {
      // What is kept of a broken answer must not be taken for the file.
      boot.show('download', () => run(found, seen, 'reload'));
    } else {
      boot.show('crash');
    }
    return;
  }
  setTimeout(() => {
    if (!drawn) boot.show('crash');
  }, PATIENCE_MS);
}

if (boot.capable) {
  window.knStarted = true;
  // Read while the program is on its way; before it stands it would alter the loading page.
  sheet = addStyle(styles);
  sheet.media = 'not all';
  watchCrashes({
    hasDrawn: () => drawn,
    beforeDrawing: () => boot.show('crash'),
  });
  offerInstall();
  expectLater(tag.dataset);
  keepSecond();
  // At once, while the program is on its way; it needs both when it starts.
  run(findOutWhetherItLasts().then(() => Promise.all([readSecond(), chooseWriter()])), firstDrawing(), 'default');
}
