// What a page gets from the service worker, with a network and without; and the worker that gives everything up.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ALL, PROGRAM, fresh, withNews, withTwo } from './begin.mjs';
import { Host, Machine, SCOPE, Worker, versionOf } from './machine.mjs';

test('a page opens without a network', async () => {
  const { host, worker } = fresh();
  await worker.begins();
  host.gone = true;
  assert.equal(await worker.gives(''), 'page one');
  assert.equal(await worker.gives('?from=home#/todo'), 'page one');
  assert.equal(await worker.gives('index.html'), 'page one');
  assert.equal(await worker.gives(PROGRAM), 'the program');
  assert.equal(await worker.gives('screenshots/wide.png'), 'refused');
});

test('what is in the machine is not asked of the host', async () => {
  const { host, worker } = fresh();
  await worker.begins();
  host.asked();
  for (const path of ALL) await worker.gives(path);
  assert.deepEqual(host.asked(), []);
  host.contents['screenshots/wide.png'] = 'a picture';
  assert.equal(await worker.gives('screenshots/wide.png'), 'a picture');
});

test('the version in use is served until another is used, whatever has been fetched', async () => {
  const { worker } = await withNews();
  await worker.begins();
  await worker.asks('fetch');
  assert.equal(await worker.gives(''), 'page one');
  await worker.asks('use');
  assert.equal(await worker.gives(''), 'page two!');
});

test('a worker that starts anew serves what was noted', async () => {
  const { machine, host, worker } = await withTwo();
  await worker.asks('back');
  host.gone = true;
  assert.equal(await new Worker(machine, host, versionOf('three', {})).gives(''), 'page one');
});

test('a page of the version before that is still open gets its files', async () => {
  const { machine, host, worker } = fresh();
  const old = versionOf('old', { 'index.html': 'an old page', 'ket-nap-old.js': 'an old script' });
  host.contents = { ...old.contents };
  const before = await new Worker(machine, host, old).begins();
  await before.isTold({ works: 'ket-nap-old.js' });
  host.contents = { 'index.html': 'page one', [PROGRAM]: 'the program' };
  await worker.begins();
  await worker.asks('fetch');
  await worker.asks('use');
  assert.equal(machine.names().former, 'old');
  assert.equal(await worker.gives('ket-nap-old.js'), 'an old script');
});

test('the page itself is the one in use, or the host\'s; the version before only when there is no other', async () => {
  const { machine, host, worker } = await withTwo();
  const store = machine.stores.get(`ket-nap-files-${SCOPE}`) || new Map();
  const lost = [...store].find(([, { text }]) => text === 'page two!') || [];
  store.delete(lost[0]);
  host.contents['index.html'] = 'what the host has';
  assert.equal(await worker.gives(''), 'what the host has');
  host.gone = true;
  assert.equal(await worker.gives(''), 'page one');
});

test('nothing but fetching below its own place is its business', async () => {
  const { worker } = fresh();
  await worker.begins();
  assert.equal(await worker.gives('index.html', 'POST'), null);
  assert.equal(await worker.gives('https://host.example/else/index.html'), null);
});

test('where nothing is noted everything comes from the host', async () => {
  const { worker } = fresh();
  assert.equal(await worker.gives(''), 'page one');
});

test('stores that cannot be opened leave the page to the host, until they can', async () => {
  const { machine, host } = await withTwo();
  const worker = new Worker(machine, host, versionOf('three', {}));
  const { open } = machine.caches;
  machine.caches.open = () => Promise.reject(new DOMException('no stores', 'SecurityError'));
  host.contents['index.html'] = 'what the host has';
  assert.equal(await worker.gives(''), 'what the host has');
  machine.caches.open = open;
  assert.equal(await worker.gives(''), 'page two!');
});

test('the way out lets go of the kept program of this place, and of nothing else', async () => {
  const { machine, host } = await withTwo();
  const names = ['ket-nap-backups', 'ket-nap-files-https://other.example/', 'somebody'];
  for (const name of [...names, `ket-nap-precache-v2-${SCOPE}`]) machine.cache(name);
  const off = await new Worker(machine, host, versionOf('off', {}), 'off.js').begins();
  assert.equal(off.tookOver, true);
  assert.equal(off.unregistered, true);
  assert.deepEqual([...machine.stores.keys()].sort(), names);
});

test('the reader of lists is fetched by who opens a list, kept then, and part of every later version', async () => {
  const READER = 'ket-nap-reader-0123456789abcdef.wasm';
  const NEXT = 'ket-nap-reader-fedcba9876543210.wasm';
  const one = versionOf('one', { 'index.html': 'page one', [READER]: 'the reader' });
  const two = versionOf('two', { 'index.html': 'page two', [NEXT]: 'a better reader' });
  const machine = new Machine();
  const host = new Host({ ...one.contents });
  const worker = await new Worker(machine, host, one).begins();
  assert.deepEqual(host.asked(), ['index.html']);
  await worker.isTold({ works: 'index.html' });
  /** @type {(text: string) => ArrayBuffer} */
  const bytes = (text) => /** @type {ArrayBuffer} */ (new TextEncoder().encode(text).buffer);
  // Neither another content nor another file is kept.
  await worker.isTold({ keeps: [READER, bytes('something else'), ''] });
  await worker.isTold({ keeps: ['ket-nap-x.js', bytes('the reader'), ''] });
  host.gone = true;
  assert.equal(await worker.gives(READER), 'refused');
  await worker.isTold({ keeps: [READER, bytes('the reader'), 'application/wasm'] });
  assert.equal(await worker.gives(READER), 'the reader');
  host.gone = false;
  host.contents = { ...two.contents };
  const after = await new Worker(machine, host, two).begins();
  host.asked();
  await after.asks('fetch');
  assert.deepEqual(host.asked().sort(), ['index.html', NEXT].sort());
});
