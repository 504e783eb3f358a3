// Getting a version into the machine: installing, what is fetched, what a bad line or host leaves behind.

/** @import { Fault } from './machine.mjs' */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ALL, ICON, ONE, PROGRAM, TWO, fresh, missed, withNews, withTwo } from './begin.mjs';
import { SCOPE, Worker, versionOf } from './machine.mjs';

test('the first one fetches everything, takes over and is used', async () => {
  const { machine, host, worker } = fresh();
  await worker.installs();
  assert.deepEqual(host.asked().sort(), ALL);
  assert.equal(worker.tookOver, true);
  assert.deepEqual(machine.heard(), ['fetched']);
  assert.deepEqual(machine.names(), { used: undefined, former: undefined, works: false, refused: undefined });
  await worker.activates();
  assert.deepEqual(machine.names(), { used: 'one', former: undefined, works: false, refused: undefined });
  assert.deepEqual(machine.kept(), ALL);
  assert.deepEqual(machine.heard(), [], 'nothing was changed under a page');
});

test('only names with a hash in them may come from the HTTP cache', async () => {
  const { host, worker } = fresh();
  await worker.installs();
  const how = Object.fromEntries(host.requests.map(({ path, cache }) => [path, cache]));
  assert.deepEqual(how, { [PROGRAM]: 'default', 'index.html': 'no-cache', [ICON]: 'no-cache' });
});

test('another version fetches nothing while the one in use works', async () => {
  const { machine, host, worker } = await withNews();
  await worker.begins();
  assert.deepEqual(host.asked(), []);
  assert.equal(worker.tookOver, true, 'its worker takes over all the same');
  assert.equal(machine.names().used, 'one');
  assert.deepEqual(machine.heard(), []);
});

test('one that never started is given up for the next without a question', async () => {
  const { machine, host, worker } = fresh();
  await worker.begins();
  host.contents = { ...TWO.contents };
  host.asked();
  machine.heard();
  await new Worker(machine, host, TWO).begins();
  assert.deepEqual(host.asked(), ['index.html'], 'equal contents are not fetched again');
  assert.deepEqual(machine.names(), { used: 'two', former: 'one', works: false, refused: undefined });
  assert.deepEqual(machine.heard(), ['fetched', 'switched']);
});

test('one that crashes is given up for the next, and the way back leads past it', async () => {
  const { machine, host, worker } = await withTwo();
  await worker.isTold({ fails: PROGRAM });
  const three = versionOf('three', { 'index.html': 'page three' });
  host.contents = { ...three.contents };
  await new Worker(machine, host, three).begins();
  assert.deepEqual(machine.names(), { used: 'three', former: 'one', works: false, refused: undefined });
});

test('one of which a file was lost is given up for the next', async () => {
  const { machine, host, worker } = await withNews();
  machine.loses('index.html');
  await worker.begins();
  assert.deepEqual(host.asked(), ['index.html']);
  assert.equal(machine.names().used, 'two');
});

test('one that was fetched is not used before a page asks, even by a worker that comes anew', async () => {
  const { machine, host, worker } = await withNews();
  await worker.begins();
  await worker.asks('fetch');
  const again = await new Worker(machine, host, TWO).begins();
  assert.equal(machine.names().used, 'one');
  assert.equal((await again.state()).missing, 0, 'what was fetched is still there');
});

test('one that never started stays while not all of the next is here', async () => {
  const { machine, host, worker } = fresh();
  await worker.begins();
  const next = new Worker(machine, host, TWO);
  // Some worker may be activated although its files were lost since.
  await next.activates();
  assert.equal(machine.names().used, 'one');
});

test('a broken line stops it, what has come stays, and the next try fetches the rest', async () => {
  const { machine, host, worker } = fresh();
  host.faults[PROGRAM] = 'broken';
  await assert.rejects(worker.installs());
  assert.equal(worker.tookOver, false);
  assert.deepEqual(machine.heard(), [missed('line')]);
  assert.deepEqual(machine.kept(), ['index.html']);
  host.asked();
  host.faults = {};
  await new Worker(machine, host, ONE).begins();
  assert.deepEqual(host.asked().sort(), [ICON, PROGRAM]);
  assert.equal(machine.names().used, 'one');
});

/** @type {[string, Fault, 'line' | 'host'][]} */
const FAULTS = [
  ['no network', 'offline', 'line'],
  ['a busy host', 503, 'line'],
  ['a host that wants a password', 401, 'line'],
  ['a host without the file', 404, 'host'],
  ['a host that has removed the file', 410, 'host'],
  ['a host with another file', { other: 'something else' }, 'host'],
];
for (const [what, fault, word] of FAULTS) {
  test(`${what} is told as '${word}', and nothing of the file is kept`, async () => {
    const { machine, host, worker } = fresh();
    host.faults[PROGRAM] = fault;
    await assert.rejects(worker.installs());
    assert.deepEqual(machine.heard(), [missed(word)]);
    assert.deepEqual(machine.toldOthers, []);
    assert.deepEqual(machine.kept(), ['index.html']);
    assert.equal(machine.names().used, undefined);
  });
}

test('a machine without room is told as such', async () => {
  const { machine, worker } = fresh();
  machine.full = true;
  await assert.rejects(worker.installs());
  assert.deepEqual(machine.heard(), [missed('full')]);
});

test('a wrong checksum is asked for once more, past every cache', async () => {
  const { machine, host, worker } = fresh();
  host.faults[PROGRAM] = { other: 'what a cache has kept', once: true };
  await worker.begins();
  const asked = host.requests.filter(({ path }) => path === PROGRAM).map(({ cache }) => cache);
  assert.deepEqual(asked, ['default', 'reload']);
  assert.equal(await worker.gives(PROGRAM), 'the program');
  assert.equal(machine.names().used, 'one');
});

test('an icon that the host does not send keeps nothing from being kept', async () => {
  const { machine, host, worker } = fresh();
  host.faults[ICON] = 404;
  await worker.begins();
  assert.deepEqual(machine.kept(), ['index.html', PROGRAM]);
  assert.equal(machine.names().used, 'one');
  assert.equal((await worker.state()).whole, true);
});

test('an answer that was sent on elsewhere is kept as a plain one', async () => {
  const { machine, host, worker } = fresh();
  host.faults['index.html'] = 'redirected';
  await worker.begins();
  const stored = [...(machine.stores.get(`ket-nap-files-${SCOPE}`) || new Map()).values()];
  assert.deepEqual(stored.map(({ redirected }) => redirected), stored.map(() => false));
  const page = stored.find(({ text }) => text === 'page one');
  assert.equal(page.type, 'of index.html');
});

test('activating clears away what no version needs, and leaves everything else', async () => {
  const { machine, host, worker } = await withTwo();
  assert.deepEqual(machine.kept(), [ICON, 'index.html', 'index.html', PROGRAM]);
  const names = ['ket-nap-backups', `ket-nap-precache-v2-${SCOPE}`, 'ket-nap-precache-v2-https://other.example/'];
  for (const name of names) machine.cache(name);
  await worker.isTold({ works: PROGRAM });
  const three = versionOf('three', { 'index.html': 'page three' });
  host.contents = { ...three.contents };
  const next = new Worker(machine, host, three);
  await next.begins();
  assert.deepEqual(machine.kept(), [ICON, 'index.html', 'index.html', PROGRAM], 'both are still needed');
  assert.deepEqual([...machine.stores.keys()].sort(), [names[0], `ket-nap-files-${SCOPE}`, names[2]].sort());
  await next.asks('fetch');
  await next.asks('use');
  await new Worker(machine, host, three).activates();
  // Those of versions two and three.
  assert.equal(machine.kept().filter((path) => path === 'index.html').length, 2);
  assert.equal(machine.names().former, 'two');
  assert.equal(await next.gives('index.html'), 'page three');
});
