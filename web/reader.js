// The worker that reads lists: the program of src/bin/reader.rs does all of it, and can be ended at any time. Messages:
//   { program, files: [[name, bytes], …], text }  ←  the program, the files, and what it is asked with
//   { text }                                      ←  the same files once more, with another text
//   ['part', percent]                             →  how far it is
//   ['plan', text]                                →  what the files would bring
//   ['file', name, bytes]                         →  the workbook that was asked for

/** @import { WorkerAsked } from './messages.js' */

import start from 'ket-nap-glue';

// So much of the work is opening the files; the rest is reading their rows beside the book.
const OPENED = 70;

/** @param {WorkerAsked} asked */
async function read({ program, files, text }) {
  if (program && files) {
    await start({ module_or_path: program });
    files.forEach(([name, bytes], place) => {
      self.readerOpen(name, new Uint8Array(bytes));
      self.postMessage(['part', Math.round(OPENED * (place + 1) / files.length)]);
    });
  }
  const found = self.readerPlan(text || '');
  if (typeof found === 'string') self.postMessage(['plan', found]);
  else if (found) self.postMessage(['file', ...found]);
  else throw new Error('no workbook');
}

// What goes wrong has to be an error of the worker, which the page is told.
self.addEventListener('message', ({ data }) => {
  read(data).catch((error) => setTimeout(() => { throw error; }));
});
