// Where the tests of the service worker begin: two versions that share their program, and machines with them.

/** @import { Missed } from '../../web/messages.js' */

import { Host, Machine, Worker, versionOf } from './machine.mjs';

export const PROGRAM = 'ket-nap-0123456789abcdef.wasm';
export const ICON = 'icons/icon.svg';
export const ONE = versionOf('one', { 'index.html': 'page one', [PROGRAM]: 'the program', [ICON]: 'icon' });
export const TWO = versionOf('two', { 'index.html': 'page two!', [PROGRAM]: 'the program', [ICON]: 'icon' });
export const ALL = [ICON, 'index.html', PROGRAM];

/** An empty machine, and the worker of version one with its host. */
export function fresh() {
  const machine = new Machine();
  const host = new Host({ ...ONE.contents });
  return { machine, host, worker: new Worker(machine, host, ONE) };
}

/** A machine in which version one is used and has started well; the host has two by now, and this is its worker. */
export async function withNews() {
  const { machine, host, worker: before } = fresh();
  await before.begins();
  await before.isTold({ works: PROGRAM });
  host.contents = { ...TWO.contents };
  host.asked();
  machine.heard();
  return { machine, host, before, worker: new Worker(machine, host, TWO) };
}

/** One in which two has been fetched and is used. */
export async function withTwo() {
  const all = await withNews();
  await all.worker.begins();
  await all.worker.asks('fetch');
  await all.worker.asks('use');
  all.host.asked();
  all.machine.heard();
  return all;
}

/** @type {(why: Missed) => { missed: Missed }} */
export const missed = (why) => ({ missed: why });
