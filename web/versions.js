// The kept program and its versions, as the page sees them. It never reloads anything by itself:
// a form may be half filled in. `web/keeper.js` is the other side. Events on `window`:
//   kn-offline             →  whether the page opens without a network: 'ready' (also
//                             `knOffline.ready`), 'line', 'host' or 'full' where keeping it has failed,
//                             'never' where there is no such thing
//   kn-offline-ready       →  it does from now on: told once
//   kn-new-version         →  bytes of another version that are still to be fetched, as a text;
//                             '0' when all of it is in the machine
//   kn-fetch-version       ←  the person wants it to be fetched
//   kn-version-part        →  how much of it has come, in percent
//   kn-version-failed      →  the rest has not come: 'line', 'host' or 'full'
//   kn-activate-version    ←  the person wants it now: this tab reloads once
//   kn-new-version-active  →  another tab has changed the version under this one

/** @import { Answer, Broadcast, Missed, Question, Reply } from './messages.js' */

import { tell } from './tell.js';
import { trusted } from './trust.js';

// Bytes come at least this often, or the line is gone.
const PATIENCE_MS = 60000;
// After a failed first keeping; twice as long after each further one, for every try may cost bytes.
const TRY_AGAIN_MS = 30000;
const TRY_AGAIN_MOST_MS = 60 * 60 * 1000;
// A page that stays open for weeks asks for news itself, when it is looked at.
const ASK_AGAIN_MS = 12 * 60 * 60 * 1000;

window.knOffline = { ready: false };

/**
 * Asks a worker; `onPart` gets the numbers that come before the answer.
 *
 * @template {Question} Asked
 * @param {ServiceWorker} worker
 * @param {Asked} question
 * @param {(part: number) => void} [onPart]
 * @returns {Promise<Answer<Asked>>}
 */
function ask(worker, question, onPart) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    /** @type {number | undefined} */
    let limit;
    const wait = () => {
      clearTimeout(limit);
      limit = setTimeout(() => reject(new Error(`no answer to ${question}`)), PATIENCE_MS);
    };
    port1.onmessage = (/** @type {MessageEvent<Reply<Asked>>} */ { data }) => {
      wait();
      if (typeof data === 'number') {
        // Only who asks for it is sent numbers.
        /** @type {(part: number) => void} */ (onPart)(data);
        return;
      }
      clearTimeout(limit);
      port1.close();
      if (data === 'failed') reject(new Error(`${question} failed`));
      else resolve(data);
    };
    wait();
    worker.postMessage(question, [port2]);
  });
}

/**
 * @param {ServiceWorker} worker
 * @param {ServiceWorkerState[]} states
 * @returns {Promise<void>}
 */
function once(worker, states) {
  return new Promise((resolve) => {
    const see = () => {
      if (states.includes(worker.state)) resolve();
    };
    worker.addEventListener('statechange', see);
    see();
  });
}

const possible = () => 'serviceWorker' in navigator && window.isSecureContext
  && /^https?:$/.test(window.location.protocol);

/** @type {ServiceWorkerRegistration | null} */
let followed = null;
/**
 * Why the last attempt to get all of a version has failed.
 *
 * @type {Missed}
 */
let missed = 'line';

/** @param {Missed} why */
function notKept(why) {
  if (!window.knOffline.ready) tell('kn-offline', why);
}

// The number of the timer, 0 for none.
let trying = 0;
let pause = TRY_AGAIN_MS;

/** Tries again to keep the program: in a while, or when there is a network again. */
function tryAgain() {
  clearTimeout(trying);
  trying = setTimeout(register, pause);
  pause = Math.min(pause * 2, TRY_AGAIN_MOST_MS);
}

window.addEventListener('online', () => {
  pause = TRY_AGAIN_MS;
  if (trying) register();
});

async function register() {
  clearTimeout(trying);
  trying = 0;
  if (!followed || !followed.active) missed = 'line';
  try {
    // Never an answer from the HTTP cache for the worker itself: it decides what is current.
    const registration = await navigator.serviceWorker.register(trusted('./sw.js'), { updateViaCache: 'none' });
    if (registration !== followed) follow(registration);
    followed = registration;
  } catch (error) {
    console.warn(error);
    if (followed && followed.active) return;
    // What a host sends in the place of a worker, an error page perhaps, is refused like this.
    notKept(/** @type {Error} */ (error).name === 'SecurityError' ? 'host' : 'line');
    tryAgain();
  }
}

/**
 * Registers `sw.js`, where there is such a thing; without it the page only works online. `file` is
 * one of a version that has started well, when it has. May be called again.
 *
 * @param {string | false} file
 */
export async function keepProgram(file) {
  if (!possible()) {
    console.warn('no service worker here: the page will not open without a network');
    tell('kn-offline', 'never');
    return;
  }
  if (!followed) await register();
  if (file) /** @type {ServiceWorker} */ ((await navigator.serviceWorker.ready).active).postMessage({ works: file });
}

/** @param {ServiceWorkerRegistration} registration */
function follow(registration) {
  let mine = false;
  // Whether this page has asked for another version, and was not yet told why it has not come.
  let wanted = false;

  const look = async () => {
    const { whole, news, missing } = await ask(/** @type {ServiceWorker} */ (registration.active), 'ask');
    if (whole && !window.knOffline.ready) {
      window.knOffline.ready = true;
      tell('kn-offline', 'ready');
      // Told once, when it comes to be so.
      if (!known) tell('kn-offline-ready');
    }
    if (news) tell('kn-new-version', String(missing));
  };
  const lookQuietly = () => look().catch((error) => console.warn(error));

  // On the very first visit there is none until everything is in the machine.
  let known = registration.active;
  const watch = async () => {
    // A worker with nothing to fetch may be further on before anybody is told of it.
    const worker = registration.installing || registration.waiting || registration.active;
    if (!worker) return;
    await once(worker, ['activated', 'redundant']);
    if (worker.state === 'redundant') {
      // The program could not be kept.
      if (registration.active) return;
      // Its word on why may come after its end.
      setTimeout(() => notKept(missed), 500);
      tryAgain();
      return;
    }
    await lookQuietly();
    known = worker;
  };

  const bring = async () => {
    if (!registration.active) return;
    let told = -1;
    wanted = true;
    missed = 'line';
    try {
      await ask(registration.active, 'fetch', (part) => {
        const percent = Math.floor(part * 100);
        if (percent > told) tell('kn-version-part', String(percent));
        told = Math.max(told, percent);
      });
      wanted = false;
      await look();
    } catch (error) {
      console.warn(error);
      tell('kn-version-failed', missed);
      // The host may have yet another one by now.
      registration.update().catch(() => {});
    }
  };

  const change = async () => {
    if (!registration.active) return;
    mine = true;
    missed = 'line';
    try {
      await ask(registration.active, 'use');
      window.location.reload();
    } catch (error) {
      mine = false;
      console.warn(error);
      tell('kn-version-failed', missed);
    }
  };

  if (registration.active) lookQuietly();
  if (registration.installing || !known) watch();
  registration.addEventListener('updatefound', watch);
  window.addEventListener('kn-fetch-version', bring);
  window.addEventListener('kn-activate-version', change);
  navigator.serviceWorker.addEventListener('message', (/** @type {MessageEvent<Broadcast>} */ { data }) => {
    // One that could not be kept has another in its place.
    if (registration !== followed) return;
    if (data === 'switched' && !mine) tell('kn-new-version-active');
    // Another page may have asked for it.
    if (data === 'fetched' && registration.active) lookQuietly();
    const why = data && /** @type {{ missed?: Missed }} */ (data).missed;
    if (!why) return;
    missed = why;
    if (!registration.active) {
      notKept(missed);
    } else if (wanted) {
      // It may come after the answer to the page itself.
      wanted = false;
      tell('kn-version-failed', missed);
    }
  });

  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < ASK_AGAIN_MS) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}
