// Ways out of the page beside a saved file: the share sheet of the machine, and the clipboard. Events on `window`:
//   kn-copied  →  'done', or 'failed' where the browser does not let it

import { tell } from './tell.js';
import { say } from './workers.js';

/**
 * A file of a name that chat programs and browsers take: `.txt` is among what Chrome on Android lets a page share.
 *
 * @param {string} text
 */
function fileOf(text) {
  const end = text.indexOf(';');
  return new File([text.slice(end + 1)], text.slice(0, end), { type: 'text/plain' });
}

/** Whether this browser can share such a file: then the page shows the button (styles/5-pages.css). */
export function markSharing() {
  try {
    const can = navigator.canShare && navigator.canShare({ files: [fileOf('a.txt;a')] });
    if (can) document.documentElement.classList.add('can-share');
  } catch (error) {
    console.warn(error);
  }
}

/**
 * Hands a file to the share sheet; sent while a tap is handled.
 *
 * @param {string} text its name and content
 */
export async function shareFile(text) {
  try {
    await navigator.share({ files: [fileOf(text)] });
    say('sent', 0);
  } catch (error) {
    console.warn(error);
    tell('kn-file-failed', /** @type {Error} */ (error).name === 'AbortError' ? 'cancelled' : 'failed');
  }
}

/**
 * Copies the old way: from a box that is there for a moment.
 *
 * @param {string} text
 */
function copyFromBox(text) {
  const box = document.createElement('textarea');
  box.value = text;
  box.readOnly = true;
  box.style.position = 'fixed';
  box.style.opacity = '0';
  document.body.appendChild(box);
  box.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } finally {
    box.remove();
  }
  return done;
}

/**
 * Puts a text on the clipboard.
 *
 * @param {string} text
 */
export async function copy(text) {
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch (error) {
    console.warn(error);
    done = copyFromBox(text);
  }
  tell('kn-copied', done ? 'done' : 'failed');
}

/**
 * Puts a text on the clipboard in Base64, which no chat program alters: they turn quotes and drop spaces.
 *
 * @param {string} text
 */
export function copyPacked(text) {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return copy(btoa(bytes.join('')));
}
