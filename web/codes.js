// Codes on the screen for another machine's camera, and what this machine's camera sees. The worker draws and reads them
// (src/courier/codes/); where the browser reads codes itself, only their texts go to it.

/** @import { CourierAsked, WorkerSays } from './messages.js' */

import { addMeans } from './camera.js';
import { atWork, say, send, start } from './workers.js';

/** Milliseconds for which a code stands, by density: cameras of cheap phones need them. */
const STANDS = [350, 220, 160];
/** Light modules around a code. */
const QUIET = 4;
/** Points of the shorter side of a picture that is looked at: enough for every density, and little work for a small phone. */
const SEEN = 720;
/** Why there is no camera. @type {Record<string, number>} */
const TROUBLES = { NotAllowedError: 1, SecurityError: 1, NotReadableError: 2, AbortError: 2 };

/** Whether what is shown or looked for is still wanted: everyone has a turn of their own. */
let turn = 0;

/**
 * @param {Worker} worker
 * @param {CourierAsked} asked
 * @param {Transferable[]} [moved]
 * @returns {Promise<WorkerSays>}
 */
function ask(worker, asked, moved = []) {
  return new Promise((resolve) => { send(worker, asked, moved, resolve); });
}

/** @param {number} ms */
export function pause(ms) {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}

/** Takes codes off the screen and lets go of the camera. */
export function closeCodes() {
  turn += 1;
}

/**
 * The place of the page for it, which the program draws at the same time.
 *
 * @param {string} id
 */
async function placeOf(id) {
  for (let tries = 0; tries < 60; tries += 1) {
    const place = document.getElementById(id);
    if (place) return place;
    await pause(50);
  }
  throw new Error(`no ${id}`);
}

/** Keeps the screen bright where the browser can. */
async function stayAwake() {
  try {
    const lock = navigator.wakeLock && await navigator.wakeLock.request('screen');
    return () => { if (lock) lock.release(); };
  } catch (error) {
    console.warn(error);
    return () => {};
  }
}

/** @param {(error: unknown) => void} failed */
async function courier(failed) {
  const started = await start('courier', failed);
  if (!started) return null;
  send(started.worker, { program: started.program }, [started.program], () => {});
  return started.worker;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} modules
 */
export function paint(canvas, modules) {
  const size = Math.round(Math.sqrt(modules.length));
  const side = size + 2 * QUIET;
  if (canvas.width !== side) canvas.width = canvas.height = side;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#000';
  modules.forEach((dark, place) => {
    if (dark) context.fillRect(QUIET + place % size, QUIET + Math.floor(place / size), 1, 1);
  });
}

/**
 * Shows a text as a running sequence of codes, or as one.
 *
 * @param {string} detail the place of the density, and the text
 * @param {(error: unknown) => void} failed
 */
export async function showCodes(detail, failed) {
  closeCodes();
  const own = turn;
  const [density, text] = [Number(detail[0]), detail.slice(2)];
  const worker = atWork('courier') || await courier(failed);
  if (!worker || own !== turn) return;
  const [, blocks] = await ask(worker, { show: text, density });
  say('codes', Number(blocks));
  if (!blocks) return;
  const place = await placeOf('kn-codes');
  const canvas = document.createElement('canvas');
  place.textContent = '';
  place.appendChild(canvas);
  const sleep = await stayAwake();
  for (let number = 0; own === turn && canvas.isConnected; number += 1) {
    const [, modules] = await ask(worker, { draw: number });
    if (own !== turn) break;
    paint(canvas, /** @type {Uint8Array} */ (modules));
    do await pause(STANDS[density]); while (blocks === 1 && own === turn && canvas.isConnected);
  }
  sleep();
  canvas.remove();
  if (own === turn) say('closed', 0);
}

/** A reader of codes that the browser has; none where it only says so. */
async function readerOfBrowser() {
  try {
    const Detector = window.BarcodeDetector;
    const formats = Detector ? await Detector.getSupportedFormats() : [];
    return Detector && formats.includes('qr_code') ? new Detector({ formats: ['qr_code'] }) : null;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/**
 * What the camera sees, small.
 *
 * @param {HTMLVideoElement} video
 * @param {HTMLCanvasElement} canvas
 */
function seen(video, canvas) {
  const scale = Math.min(1, SEEN / Math.min(video.videoWidth, video.videoHeight));
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  canvas.width = width;
  canvas.height = height;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  context.drawImage(video, 0, 0, width, height);
  return { width, height, look: context.getImageData(0, 0, width, height).data };
}

/**
 * What the picture of the moment has brought: a part, the whole text, or nothing of ours.
 *
 * @param {Worker} worker
 * @param {HTMLVideoElement} video
 * @param {HTMLCanvasElement} canvas
 * @param {{ detector: BarcodeDetector | null }} by
 */
async function heard(worker, video, canvas, by) {
  if (by.detector) {
    try {
      const codes = await by.detector.detect(video);
      let best = codes.length > 0 ? -1 : -2;
      for (const { rawValue } of codes) {
        const [, found] = await ask(worker, { hear: rawValue });
        if (typeof found === 'string') return found;
        best = Math.max(best, Number(found));
      }
      return best;
    } catch (error) {
      // Such as a phone on which the service behind it is missing.
      console.warn(error);
      by.detector = null;
    }
  }
  const picture = seen(video, canvas);
  const [, found] = await ask(worker, picture, [picture.look.buffer]);
  return typeof found === 'string' ? found : Number(found);
}

// Points of the longer side at which a picture from the gallery is looked at, one after the other: a code is a small part of a
// photograph, and a sharp one is read sooner when it is small.
const SIZES = [1200, 2000, 700, 3200];

/**
 * Looks for a code in a picture that was chosen. Nothing of it is kept.
 *
 * @param {File} file
 * @param {(whole: string) => Promise<void>} done
 * @param {(error: unknown) => void} failed
 */
export async function lookAtPicture(file, done, failed) {
  closeCodes();
  const own = turn;
  const worker = await courier(failed);
  if (!worker) return;
  let best = -2;
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const longer = Math.max(picture.width, picture.height);
    for (const size of SIZES) {
      const scale = Math.min(1, size / longer);
      const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
      canvas.width = width;
      canvas.height = height;
      context.drawImage(picture, 0, 0, width, height);
      const look = context.getImageData(0, 0, width, height).data;
      const [, found] = await ask(worker, { width, height, look }, [look.buffer]);
      if (own !== turn) return;
      if (typeof found === 'string') {
        await done(found);
        return;
      }
      best = Math.max(best, Number(found));
    }
  } catch (error) {
    console.warn(error);
  }
  if (own === turn) say('picture', best === -2 ? 0 : 1);
}

/** @param {unknown} error */
function tellTrouble(error) {
  console.warn(error);
  say('camera', TROUBLES[/** @type {Error} */ (error).name] || 0);
}

/**
 * Looks through the camera until a whole text is there.
 *
 * @param {(name: string, whole: string) => Promise<void>} done with what the page calls it
 * @param {(error: unknown) => void} failed
 */
export async function lookForCodes(done, failed) {
  closeCodes();
  const own = turn;
  let stream;
  try {
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', ...size }, audio: false });
  } catch (error) {
    if (own === turn) tellTrouble(error);
    return;
  }
  const sleep = await stayAwake();
  const video = document.createElement('video');
  let [name, whole] = ['', ''];
  try {
    const worker = own === turn ? await courier(failed) : null;
    if (!worker) return;
    video.muted = true;
    video.setAttribute('playsinline', '');
    video.srcObject = stream;
    const place = await placeOf('kn-camera');
    name = place.dataset.name || '';
    place.textContent = '';
    place.appendChild(video);
    await video.play();
    addMeans(place, stream.getVideoTracks()[0]);
    const [canvas, by] = [document.createElement('canvas'), { detector: await readerOfBrowser() }];
    while (own === turn && video.isConnected && !whole) {
      const found = video.videoWidth ? await heard(worker, video, canvas, by) : -2;
      if (own !== turn) break;
      if (typeof found === 'string') whole = found;
      else if (found >= 0) say('heard', found);
      else if (found === -1) say('strange', 0);
      await pause(30);
    }
  } finally {
    sleep();
    stream.getTracks().forEach((track) => track.stop());
    video.remove();
  }
  if (whole) await done(name, whole);
  else if (own === turn) say('closed', 0);
}
