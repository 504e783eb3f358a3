// Versions by consent: what a page is answered, changing to another version and back, and what is noted of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ICON, ONE, PROGRAM, TWO, fresh, missed, withNews, withTwo } from './begin.mjs';
import { Worker, versionOf } from './machine.mjs';

test('on the first visit nothing is used, and everything but the icons is missing', async () => {
  const { worker } = fresh();
  const missing = ONE.files['index.html'][2] + ONE.files[PROGRAM][2];
  assert.deepEqual(await worker.state(),
    { version: 'one', used: undefined, whole: false, news: false, missing, former: false });
});

test('a version that is used is no news to its own worker', async () => {
  const { worker } = fresh();
  await worker.begins();
  assert.deepEqual(await worker.state(),
    { version: 'one', used: 'one', whole: true, news: false, missing: 0, former: false });
});

test('another version is news, with the bytes that differ as a server sends them', async () => {
  const { worker } = await withNews();
  await worker.begins();
  assert.deepEqual(await worker.state(),
    { version: 'two', used: 'one', whole: true, news: true, missing: TWO.files['index.html'][2], former: false });
});

test('a used version with a lost file is not whole', async () => {
  const { machine, worker } = fresh();
  await worker.begins();
  machine.loses(PROGRAM);
  const { whole, missing } = await worker.state();
  assert.deepEqual({ whole, missing }, { whole: false, missing: ONE.files[PROGRAM][2] });
});

test('fetching tells how much has come, then that it is here, and changes nothing in use', async () => {
  const { machine, host, worker } = await withNews();
  await worker.begins();
  const { answer, parts } = await worker.asks('fetch');
  assert.equal(answer, 'here');
  assert.deepEqual(parts, [1]);
  assert.deepEqual(host.asked(), ['index.html']);
  assert.deepEqual(machine.heard(), ['fetched']);
  assert.equal(machine.names().used, 'one');
  assert.equal((await worker.state()).missing, 0);
});

test('the parts are those of all that is missing', async () => {
  const { machine, worker } = fresh();
  await worker.begins();
  machine.loses(PROGRAM);
  machine.loses('index.html');
  machine.loses(ICON);
  // 8, 11 and 4 bytes.
  assert.deepEqual((await worker.asks('fetch')).parts, [8 / 23, 19 / 23, 1]);
});

test('two pages that ask at once are both told, and each file is fetched once', async () => {
  const { host, machine, worker } = await withNews();
  await worker.begins();
  const both = await Promise.all([worker.asks('fetch'), worker.asks('fetch')]);
  assert.deepEqual(both, [{ answer: 'here', parts: [1] }, { answer: 'here', parts: [1] }]);
  assert.deepEqual(host.asked(), ['index.html']);
  assert.deepEqual(machine.heard(), ['fetched']);
});

test('a page that was answered hears nothing of what another asks later', async () => {
  const { machine, worker } = await withNews();
  await worker.begins();
  const first = await worker.asks('fetch');
  machine.loses(PROGRAM);
  await worker.asks('fetch');
  assert.deepEqual(first.parts, [1]);
});

test('a fetch that fails is told to all pages, and can be asked for again', async () => {
  const { machine, host, worker } = await withNews();
  await worker.begins();
  host.faults['index.html'] = 'broken';
  assert.equal((await worker.asks('fetch')).answer, 'failed');
  assert.deepEqual(machine.heard(), [missed('line')]);
  assert.equal(machine.names().used, 'one');
  host.faults = {};
  assert.equal((await worker.asks('fetch')).answer, 'here');
});

test('a version is used when a page asks for it, and the one before stays at hand', async () => {
  const { machine, worker } = await withNews();
  await worker.begins();
  await worker.asks('fetch');
  machine.heard();
  assert.equal((await worker.asks('use')).answer, 'used');
  assert.deepEqual(machine.names(), { used: 'two', former: 'one', works: false, refused: undefined });
  assert.deepEqual(machine.heard(), ['switched']);
  assert.deepEqual(await worker.state(),
    { version: 'two', used: 'two', whole: true, news: false, missing: 0, former: true });
});

test('a version of which a file is missing is not used', async () => {
  const { machine, worker } = await withNews();
  await worker.begins();
  assert.equal((await worker.asks('use')).answer, 'failed');
  assert.equal(machine.names().used, 'one');
  assert.deepEqual(machine.heard(), []);
});

test('what is so already is not noted again', async () => {
  const { machine, worker } = await withTwo();
  await worker.isTold({ works: PROGRAM });
  const { notes } = machine;
  machine.heard();
  assert.equal((await worker.asks('use')).answer, 'used');
  assert.deepEqual(machine.heard(), []);
  await worker.isTold({ works: PROGRAM });
  assert.equal(machine.notes, notes);
  assert.deepEqual(machine.names(), { used: 'two', former: 'one', works: true, refused: undefined });
});

test('one that never started well is no way back', async () => {
  const { machine, host } = await withTwo();
  const three = versionOf('three', { 'index.html': 'page three' });
  host.contents = { ...three.contents };
  const next = new Worker(machine, host, three);
  await next.installs();
  assert.equal((await next.asks('use')).answer, 'used');
  assert.deepEqual(machine.names(), { used: 'three', former: 'one', works: false, refused: undefined });
});

test('the way back changes both, and the version left is offered no more', async () => {
  const { machine, worker } = await withTwo();
  assert.equal((await worker.asks('back')).answer, 'used');
  assert.deepEqual(machine.names(), { used: 'one', former: 'two', works: true, refused: 'two' });
  assert.deepEqual(machine.heard(), ['switched']);
  const { news, former } = await worker.state();
  assert.deepEqual({ news, former }, { news: false, former: true });
  assert.equal(await worker.gives(''), 'page one');
});

test('a version after the one that was left is offered', async () => {
  const { machine, host, worker } = await withTwo();
  await worker.asks('back');
  const next = new Worker(machine, host, versionOf('three', { 'index.html': 'page three' }));
  await next.begins();
  assert.equal((await next.state()).news, true);
});

test('there is no way back where there was no version before', async () => {
  const { machine, worker } = fresh();
  await worker.begins();
  assert.equal((await worker.asks('back')).answer, 'failed');
  assert.equal(machine.names().used, 'one');
  await worker.isTold({ works: PROGRAM });
  assert.equal(machine.names().works, true, 'a change that was refused holds up no other');
});

test('there is none where a file of that version was lost', async () => {
  const { machine, worker } = await withTwo();
  machine.loses('index.html');
  const { whole, former } = await worker.state();
  assert.deepEqual({ whole, former }, { whole: false, former: false });
});

test('what no worker knows is refused', async () => {
  const { worker } = fresh();
  const unknown = /** @type {'ask'} */ (/** @type {string} */ ('what'));
  assert.equal((await worker.asks(unknown)).answer, 'failed');
});

test('that a version works is noted by one of its files, and that it fails', async () => {
  const { machine, worker } = fresh();
  await worker.begins();
  await worker.isTold({ works: 'ket-nap-fedcba9876543210.wasm' });
  assert.equal(machine.names().works, false, 'a page of another version is still open');
  await worker.isTold({ works: PROGRAM });
  assert.equal(machine.names().works, true);
  await worker.isTold({ fails: 'ket-nap-fedcba9876543210.wasm' });
  assert.equal(machine.names().works, true);
  await worker.isTold({ fails: PROGRAM });
  assert.equal(machine.names().works, false);
});

test('a file that was lost of the one in use is fetched again when it starts', async () => {
  const { machine, host, worker } = fresh();
  await worker.begins();
  machine.loses(ICON);
  host.asked();
  await worker.isTold({ works: PROGRAM });
  assert.deepEqual(host.asked(), [ICON]);
});

test('starting one fetches nothing of another', async () => {
  const { machine, host, worker } = await withNews();
  await worker.begins();
  await worker.isTold({ works: PROGRAM });
  assert.deepEqual(host.asked(), []);
  assert.equal(machine.names().used, 'one');
});

test('stores that were cleared are filled again when the page starts', async () => {
  const { machine, worker } = fresh();
  await worker.begins();
  machine.stores.clear();
  await worker.isTold({ works: PROGRAM });
  assert.equal(machine.names().used, 'one');
  assert.equal((await worker.state()).whole, true);
});

test('changes come one after the other', async () => {
  const { machine, worker } = await withNews();
  await worker.begins();
  await worker.isTold({ fails: PROGRAM });
  await Promise.all([worker.isTold({ works: PROGRAM }), worker.isTold({ fails: PROGRAM })]);
  assert.equal(machine.names().works, false);
});

test('a change goes by what another worker has noted meanwhile', async () => {
  const { machine, before, worker } = await withNews();
  await worker.begins();
  await worker.asks('fetch');
  await worker.asks('use');
  await before.isTold({ works: PROGRAM });
  assert.deepEqual(machine.names(), { used: 'two', former: 'one', works: true, refused: undefined });
});
