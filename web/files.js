// Files that the person keeps. Events on `window`:
//   kn-file-save    ←  [file name, text]; must be sent while a tap is being handled
//   kn-file-saved   →  'checked': written and read back; 'handed': the browser has it, no more
//   kn-copy         ←  [text]; must be sent while a tap is being handled
//   kn-rescue       ←  everything that the store holds, readable or not, as one file
//   kn-file-open    ←  must be sent while a tap is being handled
//   kn-file-read    →  the text of the file chosen or dropped; of lists see lists.js
//   kn-file-failed  →  'cancelled' by the person (old browsers do not tell), 'different' when
//                      read back, 'large', 'failed'

/** @import { DetailOf } from './page.js' */

import { lookAtPicture } from './codes.js';
import { readCode, readLists } from './lists.js';
import { copy } from './sending.js';
import { tell } from './tell.js';
import { forget, found } from './waiting.js';
import { say } from './workers.js';

const LARGEST = 64 * 1024 * 1024;

/**
 * What a file of this name is, and how it ends.
 *
 * @param {string} name
 * @returns {Record<string, string[]>}
 */
function kindOf(name) {
  if (/\.csv$/.test(name)) return { 'text/csv': ['.csv'] };
  return /\.ics$/.test(name) ? { 'text/calendar': ['.ics'] } : { 'text/plain': ['.txt'] };
}

/**
 * Asks where to; `null` when the person does not want it any more.
 *
 * @param {string} suggestedName
 */
async function choosePlace(suggestedName) {
  try {
    return await /** @type {NonNullable<Window['showSaveFilePicker']>} */ (window.showSaveFilePicker)({
      suggestedName,
      types: [{ accept: kindOf(suggestedName) }],
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

// What a text begins with that the program itself reads: a book, or a regulation file. Parcels are read beside lists.
const OWN = /^\uFEFF?\s*(ket-nap;1;|[[{])/;

// Sealed by a passphrase (age): in letters, whatever message stands above, or as bytes.
const SEALED = /-----BEGIN AGE ENCRYPTED FILE-----|^age-encryption\.org\//;

/**
 * A sealed file in letters: the program reads texts.
 *
 * @param {File} file
 */
async function lettersOf(file) {
  const text = await new Response(file).text();
  if (!text.startsWith('age-encryption')) return text;
  const bytes = new Uint8Array(await new Response(file).arrayBuffer());
  let letters = '';
  // A multiple of three, so that the parts stand behind each other.
  for (let at = 0; at < bytes.length; at += 30000) {
    letters += btoa(String.fromCharCode(...bytes.subarray(at, at + 30000)));
  }
  return `-----BEGIN AGE ENCRYPTED FILE-----\n${letters}\n-----END AGE ENCRYPTED FILE-----\n`;
}

/** @param {File[]} files */
async function read(files) {
  if (files.some(({ size }) => size > LARGEST)) {
    tell('kn-file-failed', 'large');
    return;
  }
  if (files.length === 1 && /^image\//.test(files[0].type)) {
    await lookAtPicture(files[0], (whole) => readCode(files[0].name, whole), failed);
    return;
  }
  // A Response reads a file as UTF-8 in every browser; `file.text()` came years later.
  const begins = await new Response(files[0].slice(0, 4096)).text();
  if (files.length === 1 && SEALED.test(begins)) tell('kn-file-read', await lettersOf(files[0]));
  else if (files.length > 1 || !OWN.test(begins)) await readLists(files);
  else tell('kn-file-read', await new Response(files[0]).text());
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
  input.accept = '.txt,.age,.json,.csv,.tsv,.xlsx,.xlsm,.xls,.xlsb,.ods,text/plain,image/*';
  input.multiple = true;
  input.hidden = true;
  const chosen = () => {
    // Another question has taken the place of this one.
    if (!input.isConnected) return;
    const files = Array.from(/** @type {FileList} */ (input.files));
    input.remove();
    if (files.length > 0) read(files).catch(failed);
    else tell('kn-file-failed', 'cancelled');
  };
  input.addEventListener('change', chosen);
  input.addEventListener('cancel', chosen);
  document.body.appendChild(input);
  input.click();
}

/** @param {DragEvent} event */
function dropped(event) {
  const files = Array.from(event.dataTransfer ? event.dataTransfer.files : []);
  if (files.length === 0) return;
  event.preventDefault();
  read(files).catch(failed);
}

/** Opens what comes from outside: shared by another program, or opened with this one. What was not looked at to its end is told. */
async function openComing() {
  if (window.launchQueue) {
    window.launchQueue.setConsumer(({ files }) => {
      if (files.length > 0) Promise.all(files.map((file) => file.getFile())).then(read).catch(failed);
    });
  }
  const { shared, files } = await found();
  if (!shared) {
    if (files.length > 0) say('waiting', files.length);
    return;
  }
  await forget();
  if (files.length === 0) say('nothing', 0);
  // The text of a message: the service worker calls it so.
  else if (files.length === 1 && files[0].name === 'tin-nhan') await readLists(files, true);
  else await read(files);
}

/** Starts listening. */
export function handleFiles() {
  // A file that is dropped beside everything else would take the place of the page.
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files')) event.preventDefault();
  });
  window.addEventListener('drop', dropped);
  window.addEventListener('kn-file-save', ({ detail }) => save(detail).catch(failed));
  window.addEventListener('kn-file-open', open);
  window.addEventListener('kn-copy', ({ detail: [text] }) => copy(text));
  window.addEventListener('kn-rescue', () => window.knStore.rescue());
  openComing().catch(failed);
}
