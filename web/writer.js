// One page writes, the others only show: two that write would not know of each other's changes.
// `knWriter.mine` tells which this one is, decided before the program starts. Events on `window`:
//   kn-take-over  ←  the person wants to write here
//   kn-writer     →  this page writes now; `knFound` has been read again
//   kn-reader     →  another page has taken over
//   kn-stale      →  another page has written; `knFound` has been read again
//
// Where there are locks (not on plain http, not in old browsers), the writer holds one. Elsewhere
// it keeps a lease in localStorage: its number and the time, renewed while it lives.

import { readSecond } from './second.js';
import { tell } from './tell.js';

const PREFIX = 'ket-nap/';
const LEASE = 'ket-nap/lease';
const RENEW_MS = 2000;
const EXPIRED_MS = 6000;
const QUIET_MS = 300;
const LOCK_PATIENCE_MS = 5000;

const page = Math.random().toString(36).slice(2);
const state = { mine: false };

// What this page writes by: a token of its lock, or its lease; `null` when another page does.
/** @type {object | string | null} */
let held = null;
let leased = false;

/** @type {(time: number) => Promise<unknown>} */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

function lost() {
  held = null;
  state.mine = false;
  tell('kn-reader');
}

/** Becomes the writer of what is in the machine now. */
async function write() {
  await readSecond();
  // That takes its time.
  if (!held) return;
  state.mine = true;
  tell('kn-writer');
}

/**
 * Asks for the lock; resolves to whether it was given, or to `null` where locks do not work.
 *
 * @param {LockOptions} options
 * @returns {Promise<boolean | null>}
 */
function lock(options) {
  const token = {};
  return new Promise((resolve) => {
    // A page that the browser prepares in advance is answered only when it is shown.
    let late = false;
    setTimeout(() => {
      late = true;
      resolve(false);
    }, LOCK_PATIENCE_MS);
    /** @type {LockGrantedCallback<unknown>} */
    const given = (granted) => {
      resolve(!!granted);
      if (!granted) return null;
      held = token;
      if (late) write();
      // Never: it is held until the page goes.
      return new Promise(() => {});
    };
    navigator.locks.request('ket-nap', options, given).catch(() => {
      resolve(null);
      if (held === token) lost();
    });
  }).catch(() => null);
}

function leaseOwner() {
  return (localStorage.getItem(LEASE) || '').split(' ')[0];
}

function writeLease() {
  localStorage.setItem(LEASE, `${page} ${Date.now()}`);
}

/**
 * Asks for the lease; resolves to whether it is this page's now.
 *
 * @param {boolean} force
 */
async function lease(force) {
  try {
    const time = (localStorage.getItem(LEASE) || '').split(' ')[1];
    // Either way: clocks are set back, too.
    if (!force && Math.abs(Date.now() - +time) < EXPIRED_MS) return false;
    writeLease();
    // Another page may have seen it free in the same moment: the last to write has it.
    await pause(50 + Math.random() * 50);
    if (leaseOwner() !== page) return false;
  } catch (error) { /* Without a localStorage there is nothing to share with another page. */ }
  held = page;
  return true;
}

function renew() {
  if (held !== page) return;
  try {
    const owner = leaseOwner();
    if (owner && owner !== page) lost();
    else writeLease();
  } catch (error) { /* As above. */ }
}

function giveBack() {
  // A last renewal may come after this, by `visibilitychange`.
  held = null;
  try {
    if (leaseOwner() === page) localStorage.removeItem(LEASE);
  } catch (error) { /* As above. */ }
}

/** @param {boolean} force */
async function ask(force) {
  const granted = leased ? null : await lock(force ? { steal: true } : { ifAvailable: true });
  if (granted !== null) return granted;
  if (!leased) startLeasing();
  return lease(force);
}

/**
 * Becomes the writer, if it may.
 *
 * @param {boolean} force
 */
async function become(force) {
  if (await ask(force)) await write();
  else lost();
}

let seeking = false;

/** Becomes the writer when the page that is has gone, perhaps with its browser and without a word. */
async function seek() {
  // A page that nobody sees must not take it from the one in use, which is away for its reload.
  if (seeking || state.mine || document.hidden) return;
  seeking = true;
  if (held || await lease(false)) await write();
  seeking = false;
}

function startLeasing() {
  leased = true;
  setInterval(renew, RENEW_MS);
  setInterval(seek, RENEW_MS);
  document.addEventListener('visibilitychange', renew);
  window.addEventListener('pagehide', giveBack);
  window.addEventListener('pageshow', (event) => {
    // Kept by the browser and shown again: another page may have written meanwhile.
    if (!event.persisted || !state.mine) return;
    state.mine = false;
    become(false);
  });
}

/** @type {number | undefined} */
let quiet;

/** @param {StorageEvent} event */
function heardOfChange({ key }) {
  if (key === LEASE) {
    if (leased) renew();
  } else if (!state.mine && (!key || key.startsWith(PREFIX))) {
    clearTimeout(quiet);
    quiet = setTimeout(() => readSecond().then(() => tell('kn-stale')), QUIET_MS);
  }
}

/** Decides whether this page writes. Never rejects. */
export async function chooseWriter() {
  window.knWriter = state;
  window.addEventListener('storage', heardOfChange);
  window.addEventListener('kn-take-over', () => {
    if (state.mine) tell('kn-writer');
    else become(true);
  });
  state.mine = await ask(false);
}
