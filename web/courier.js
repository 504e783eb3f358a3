// The worker that carries parcels: the program of src/bin/courier.rs does all of it, and can be ended at any time. Messages:
//   { program }                        ←  the program, once
//   { files: [[name, bytes], …] }      ←  files to be opened
//   { text }                           ←  what is to be made of them or of the book
//   { show, density }, { draw }        ←  a text to be shown as codes; one of them, by its number
//   { picture }                        ←  a text that is to be one code
//   { address: [key, text, province] } ←  what is typed as an address
//   { hear }, { look, width, height }  ←  the text of a code; a picture that may have some
//   ['plan', text]                     →  what files would bring, or what was made
//   ['codes', number]                  →  how many codes are needed; 0 if the text is too long
//   ['drawn', modules]                 →  a byte for each module, dark is 1
//   ['places', [over, places, more]]   →  what is offered for it (src/bin/courier.rs)
//   ['heard', number or text]          →  how many of a hundred parts are there, −1 for a code of others, −2 for none; or the whole
//                                         text of a parcel, a citizen card, or the address on a sheet of paper

/** @import { CourierAsked, WorkerSays } from './messages.js' */

import start from 'ket-nap-glue';

/**
 * @param {CourierAsked} asked
 * @returns {WorkerSays | null}
 */
function answer({ files, text, show, density, draw, picture, hear, look, width, height, address }) {
  if (files) files.forEach(([name, bytes]) => self.courierOpen(name, new Uint8Array(bytes)));
  if (text !== undefined) {
    const plan = self.courierPlan(text);
    if (typeof plan !== 'string') throw new Error('no plan');
    return ['plan', plan];
  }
  if (show !== undefined) return ['codes', self.courierShow(show, density || 0)];
  if (draw !== undefined) return ['drawn', self.courierDraw(draw)];
  if (picture !== undefined) return ['drawn', self.courierPicture(picture)];
  if (address) return ['places', self.courierPlaces(...address)];
  if (hear !== undefined) return ['heard', self.courierHear(hear)];
  if (look) return ['heard', self.courierLook(width || 0, height || 0, new Uint8Array(look.buffer))];
  return null;
}

/** @type {Promise<unknown>} */
let ready = Promise.resolve();

/** @param {CourierAsked} asked */
async function work(asked) {
  if (asked.program) await start({ module_or_path: asked.program });
  const said = answer(asked);
  if (said) self.postMessage(said);
}

// One after the other. What goes wrong has to be an error of the worker, which the page is told.
self.addEventListener('message', ({ data }) => {
  ready = ready.then(() => work(data)).catch((error) => setTimeout(() => { throw error; }));
});
