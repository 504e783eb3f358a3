// Files that the person keeps. Events on `window`:
//   kn-file-save    ←  [file name, text]; must be sent while a tap is being handled
//   kn-file-saved   →  'checked': written and read back; 'handed': the browser has it, no more
//   kn-copy         ←  [text]; must be sent while a tap is being handled
//   kn-copied       →  'done', or 'failed' where the browser does not let it
//   kn-rescue       ←  everything that the store holds, readable or not, as one file
//   kn-file-open    ←  must be sent while a tap is being handled
//   kn-file-read    →  the text of the file chosen
//   kn-file-failed  →  'cancelled' by the person (old browsers do not tell), 'different' when
//                      read back, 'large', 'failed'

/** @import { DetailOf } from './page.js' */

import { tell } from './tell.js';

const LARGEST = 64 * 1024 * 1024;

/**
 * Asks where to; `null` when the person does not want it any more.
 *
 * @param {string} suggestedName
 */
async function choosePlace(suggestedName) {
  try {
    return await /** @type {NonNullable<Window['showSaveFilePicker']>} */ (window.showSaveFilePicker)({
      suggestedName,
      types: [{ accept: { 'text/plain': ['.txt'] } }],
    });
  } catch (error) {
    if (/** @type {Error} */ (error).name === 'AbortError') return null;
    throw error;
  }
}

/**
 * @param {FileSystemFileHandle} place
 * @param {string} text
 */
async function writeTo(place, text) {
  const stream = await place.createWritable();
  await stream.write(text);
  await stream.close();
  const file = await place.getFile();
  return await file.text() === text;
}

/** @param {DetailOf<'kn-file-save'>} file */
async function save([name, text]) {
  if (window.showSaveFilePicker) {
    try {
      const place = await choosePlace(name);
      if (!place) tell('kn-file-failed', 'cancelled');
      else if (await writeTo(place, text)) tell('kn-file-saved', 'checked');
      else tell('kn-file-failed', 'different');
      return;
    } catch (error) {
      console.warn(error);
    }
  }
  window.knStore.give(name, text);
  tell('kn-file-saved', 'handed');
}

/** @param {File} file */
async function read(file) {
  if (file.size > LARGEST) {
    tell('kn-file-failed', 'large');
    return;
  }
  // A Response reads a file as UTF-8 in every browser; `file.text()` came years later.
  tell('kn-file-read', await new Response(file).text());
}

/** @param {unknown} error */
function failed(error) {
  console.warn(error);
  tell('kn-file-failed', 'failed');
}

function open() {
  const former = document.getElementById('kn-file');
  if (former) former.remove();
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'kn-file';
  input.accept = '.txt,text/plain';
  input.hidden = true;
  const chosen = () => {
    // Another question has taken the place of this one.
    if (!input.isConnected) return;
    const file = /** @type {FileList} */ (input.files)[0];
    input.remove();
    if (file) read(file).catch(failed);
    else tell('kn-file-failed', 'cancelled');
  };
  input.addEventListener('change', chosen);
  input.addEventListener('cancel', chosen);
  document.body.appendChild(input);
  input.click();
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

/** @param {DetailOf<'kn-copy'>} texts */
async function copy([text]) {
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

/** Starts listening. */
export function handleFiles() {
  window.addEventListener('kn-file-save', ({ detail }) => save(detail).catch(failed));
  window.addEventListener('kn-file-open', open);
  window.addEventListener('kn-copy', ({ detail }) => copy(detail));
  window.addEventListener('kn-rescue', () => window.knStore.rescue());
}
