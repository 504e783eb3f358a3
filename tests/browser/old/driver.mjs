// A WebDriver for Chromium of 2018 and 2019, whose own drivers cannot be had any more: as much of
// the protocol as the journeys use, on Puppeteer of that time.
//
//   node driver.mjs FOLDER   FOLDER/node_modules has puppeteer-core; prints the port like chromedriver

import http from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const puppeteer = createRequire(join(process.argv[2], 'here.js'))('puppeteer-core');

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS = { '\uE003': 'Backspace', '\uE004': 'Tab', '\uE007': 'Enter', '\uE008': 'Shift', '\uE00C': 'Escape' };
const SHIFT = '\uE008';
const NOBODY = '\uE000';

class Refusal extends Error {
  constructor(status, word, message) {
    super(message);
    Object.assign(this, { status, word });
  }
}

let browser;
let page;
let elements = [];

/** What a script gave back, with elements as references. */
async function plain(handle) {
  const element = handle.asElement();
  if (element) return { [ELEMENT]: String(elements.push(element) - 1) };
  return handle.jsonValue();
}

function element(id) {
  const found = elements[Number(id)];
  if (!found) throw new Refusal(404, 'stale element reference', `no element ${id}`);
  return found;
}

const given = (value) => (value && value[ELEMENT] !== undefined ? element(value[ELEMENT]) : value);

/** Does something in the page; where that was just being left, in the next one. */
async function settled(work) {
  for (let again = 50; ; again -= 1) {
    try {
      return await work();
    } catch (error) {
      if (!again || !/Execution context was destroyed|Cannot find context/.test(error.message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function runs(source, args) {
  return settled(async () => plain(await page.evaluateHandle(new Function(source), ...args.map(given))));
}

function finds(using, value, root) {
  return settled(() => findsNow(using, value, root));
}

async function findsNow(using, value, root) {
  const handle = await page.evaluateHandle((how, what, from) => {
    if (how === 'css selector') return [...from.querySelectorAll(what)];
    const found = document.evaluate(what, from, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
    return Array.from({ length: found.snapshotLength }, (_, i) => found.snapshotItem(i));
  }, using, value, root || await page.evaluateHandle(() => document));
  const properties = [...(await handle.getProperties()).values()];
  return properties.filter((one) => one.asElement()).map((one) => ({ [ELEMENT]: String(elements.push(one.asElement()) - 1) }));
}

async function findsOne(using, value, root) {
  const [first] = await finds(using, value, root);
  if (!first) throw new Refusal(404, 'no such element', `${using}: ${value}`);
  return first;
}

/** Presses the keys of a text; what stands behind Shift is pressed with it. */
async function presses(text) {
  let shift = false;
  for (const letter of text) {
    if (letter === SHIFT) {
      shift = true;
      await page.keyboard.down('Shift');
    } else if (letter === NOBODY) {
      shift = false;
      await page.keyboard.up('Shift');
    } else if (KEYS[letter]) {
      await page.keyboard.press(KEYS[letter]);
    } else {
      await page.keyboard.type(letter);
    }
  }
  if (shift) await page.keyboard.up('Shift');
}

async function clicks(one) {
  const chosen = await page.evaluate((it) => {
    if (it.tagName !== 'OPTION') return false;
    const list = it.closest('select');
    list.focus();
    it.selected = true;
    list.dispatchEvent(new Event('input', { bubbles: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }, one);
  if (!chosen) await one.click();
}

async function clears(one) {
  await page.evaluate((it) => {
    it.focus();
    it.value = '';
    it.dispatchEvent(new Event('input', { bubbles: true }));
    it.blur();
  }, one);
}

async function begins({ capabilities }) {
  const { binary, args } = capabilities.alwaysMatch['goog:chromeOptions'];
  browser = await puppeteer.launch({
    executablePath: binary,
    args: args.filter((one) => !one.startsWith('--user-data-dir=')),
    userDataDir: args.find((one) => one.startsWith('--user-data-dir=')).slice('--user-data-dir='.length),
    defaultViewport: { width: 360, height: 740, isMobile: true, hasTouch: false },
  });
  [page] = await browser.pages();
  page.on('dialog', (dialog) => dialog.accept());
  if (process.env.KET_NAP_TALK) page.on('console', (message) => console.error(message.text()));
  return { sessionId: 'one', capabilities: { browserName: await browser.version() } };
}

async function goesTo(work) {
  elements = [];
  await work();
  return null;
}

const COMMANDS = [
  ['POST', /^$/, (body) => begins(body)],
  ['DELETE', /^\/one$/, async () => { await browser.close(); return null; }],
  ['POST', /^\/one\/url$/, ({ url }) => goesTo(() => page.goto(url))],
  ['GET', /^\/one\/url$/, () => page.url()],
  ['POST', /^\/one\/refresh$/, () => goesTo(() => page.reload())],
  ['POST', /^\/one\/back$/, () => goesTo(() => page.goBack())],
  ['POST', /^\/one\/timeouts$/, () => null],
  ['POST', /^\/one\/execute\/sync$/, ({ script, args }) => runs(script, args)],
  ['POST', /^\/one\/execute\/async$/, ({ script, args }) => runs(
    `const all = [...arguments]; return new Promise((done) => { (function () { ${script} }).apply(null, all.concat(done)) })`,
    args,
  )],
  ['GET', /^\/one\/element\/active$/, () => runs('return document.activeElement', [])],
  ['POST', /^\/one\/element$/, ({ using, value }) => findsOne(using, value)],
  ['POST', /^\/one\/elements$/, ({ using, value }) => finds(using, value)],
  ['POST', /^\/one\/element\/(\d+)\/element$/, ({ using, value }, id) => findsOne(using, value, element(id))],
  ['POST', /^\/one\/element\/(\d+)\/elements$/, ({ using, value }, id) => finds(using, value, element(id))],
  ['POST', /^\/one\/element\/(\d+)\/click$/, async (_, id) => { await clicks(element(id)); return null; }],
  ['POST', /^\/one\/element\/(\d+)\/clear$/, async (_, id) => { await clears(element(id)); return null; }],
  ['POST', /^\/one\/element\/(\d+)\/value$/, async ({ text }, id) => {
    if (await page.evaluate((it) => it.type === 'file', element(id))) {
      await element(id).uploadFile(text);
      return null;
    }
    await element(id).focus();
    await presses(text);
    return null;
  }],
];

async function answers(method, path, body) {
  for (const [how, where, work] of COMMANDS) {
    const found = how === method && where.exec(path);
    if (found) return work(body, ...found.slice(1));
  }
  throw new Refusal(404, 'unknown command', `${method} ${path}`);
}

const server = http.createServer((request, response) => {
  let text = '';
  request.on('data', (part) => { text += part; });
  request.on('end', async () => {
    if (process.env.KET_NAP_TALK) console.error(request.method, request.url, text.slice(0, 200));
    let status = 200;
    let value;
    try {
      value = await answers(request.method, request.url.replace(/^\/session/, ''), text ? JSON.parse(text) : {});
    } catch (error) {
      status = error.status || 500;
      value = { error: error.word || 'javascript error', message: String(error.message), stacktrace: '' };
    }
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
    // Half a pair is no text in JSON; other drivers put the sign for that in its place.
    const whole = (_, one) => (typeof one === 'string' ? one.toWellFormed() : one);
    response.end(JSON.stringify({ value: value === undefined ? null : value }, whole));
  });
});
server.listen(0, '127.0.0.1', () => console.log(`started successfully on port ${server.address().port}`));
