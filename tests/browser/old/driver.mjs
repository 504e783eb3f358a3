// A WebDriver for Chromium of 2018 and 2019, whose own drivers cannot be had any more: as much of
// the protocol as the journeys use, on Puppeteer of that time.
//
//   node driver.mjs FOLDER   FOLDER/node_modules has puppeteer-core; prints the port like chromedriver

/** @import { AddressInfo } from 'node:net' */
/** @import { Body, Browser, Command, ElementHandle, Handle, Page, Puppeteer } from './types.js' */

import http from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** @type {Puppeteer} */
const puppeteer = createRequire(join(process.argv[2], 'here.js'))('puppeteer-core');

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** @type {Record<string, string>} */
const KEYS = { '\uE003': 'Backspace', '\uE004': 'Tab', '\uE007': 'Enter', '\uE008': 'Shift', '\uE00C': 'Escape' };
const SHIFT = '\uE008';
const NOBODY = '\uE000';

class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} word
   * @param {string} message
   */
  constructor(status, word, message) {
    super(message);
    this.status = status;
    this.word = word;
  }
}

/** @type {Browser} */
let browser;
/** @type {Page} */
let page;
/** @type {ElementHandle[]} */
let elements = [];

/**
 * What a script gave back, with elements as references.
 *
 * @param {Handle} handle
 */
async function plain(handle) {
  const element = handle.asElement();
  if (element) return { [ELEMENT]: String(elements.push(element) - 1) };
  return handle.jsonValue();
}

/** @param {string} id */
function element(id) {
  const found = elements[Number(id)];
  if (!found) throw new Refusal(404, 'stale element reference', `no element ${id}`);
  return found;
}

/** @param {unknown} value */
function given(value) {
  const { [ELEMENT]: id } = /** @type {Record<string, string | undefined>} */ (value || {});
  return id === undefined ? value : element(id);
}

/**
 * Does something in the page; where that was just being left, in the next one.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function settled(work) {
  for (let again = 50; ; again -= 1) {
    try {
      return await work();
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      if (!again || !/Execution context was destroyed|Cannot find context/.test(message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/**
 * @param {string} source
 * @param {unknown[]} args
 */
function runs(source, args) {
  return settled(async () => plain(await page.evaluateHandle(new Function(source), ...args.map(given))));
}

/**
 * @param {string} using
 * @param {string} value
 * @param {ElementHandle} [root]
 */
function finds(using, value, root) {
  return settled(() => findsNow(using, value, root));
}

/**
 * @param {string} using
 * @param {string} value
 * @param {ElementHandle} [root]
 */
async function findsNow(using, value, root) {
  const handle = await page.evaluateHandle((/** @type {string[]} */ [how, what], /** @type {ParentNode} */ from) => {
    if (how === 'css selector') return [...from.querySelectorAll(what)];
    const found = document.evaluate(what, from, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
    return Array.from({ length: found.snapshotLength }, (_, i) => found.snapshotItem(i));
  }, [using, value], root || await page.evaluateHandle(() => document));
  const properties = [...(await handle.getProperties()).values()];
  const found = properties.map((one) => one.asElement()).filter((one) => one !== null);
  return found.map((one) => ({ [ELEMENT]: String(elements.push(one) - 1) }));
}

/**
 * @param {string} using
 * @param {string} value
 * @param {ElementHandle} [root]
 */
async function findsOne(using, value, root) {
  const [first] = await finds(using, value, root);
  if (!first) throw new Refusal(404, 'no such element', `${using}: ${value}`);
  return first;
}

/**
 * Presses the keys of a text; what stands behind Shift is pressed with it.
 *
 * @param {string} text
 */
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

/** @param {ElementHandle} one */
async function clicks(one) {
  const chosen = await page.evaluate((it) => {
    if (it.tagName !== 'OPTION') return false;
    const list = /** @type {HTMLSelectElement} */ (it.closest('select'));
    list.focus();
    /** @type {HTMLOptionElement} */ (/** @type {Element} */ (it)).selected = true;
    list.dispatchEvent(new Event('input', { bubbles: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }, one);
  if (!chosen) await one.click();
}

/** @param {ElementHandle} one */
async function clears(one) {
  await page.evaluate((it) => {
    it.focus();
    it.value = '';
    it.dispatchEvent(new Event('input', { bubbles: true }));
    it.blur();
  }, one);
}

/** @param {Body} body */
async function begins({ capabilities }) {
  const { binary, args } = capabilities.alwaysMatch['goog:chromeOptions'];
  browser = await puppeteer.launch({
    executablePath: binary,
    args: args.filter((one) => !one.startsWith('--user-data-dir=')),
    userDataDir: (args.find((one) => one.startsWith('--user-data-dir=')) || '').slice('--user-data-dir='.length),
    defaultViewport: { width: 360, height: 740, isMobile: true, hasTouch: false },
  });
  [page] = await browser.pages();
  page.on('dialog', (dialog) => dialog.accept());
  if (process.env.KET_NAP_TALK) page.on('console', (message) => console.error(message.text()));
  return { sessionId: 'one', capabilities: { browserName: await browser.version() } };
}

/** @param {() => Promise<unknown>} work */
async function goesTo(work) {
  elements = [];
  await work();
  return null;
}

/** @type {Command[]} */
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

/**
 * @param {string | undefined} method
 * @param {string} path
 * @param {Body} body
 */
async function answers(method, path, body) {
  for (const [how, where, work] of COMMANDS) {
    const found = how === method && where.exec(path);
    if (found) return work(body, found[1]);
  }
  throw new Refusal(404, 'unknown command', `${method} ${path}`);
}

const server = http.createServer((request, response) => {
  let text = '';
  request.on('data', (part) => { text += part; });
  request.on('end', async () => {
    if (process.env.KET_NAP_TALK) console.error(request.method, request.url, text.slice(0, 200));
    const path = (request.url || '').replace(/^\/session/, '');
    let status = 200;
    let value;
    try {
      value = await answers(request.method, path, text ? JSON.parse(text) : {});
    } catch (error) {
      const { status: own = 500, word = 'javascript error', message } = /** @type {Partial<Refusal>} */ (error);
      status = own;
      value = { error: word, message: String(message), stacktrace: '' };
    }
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
    // Half a pair is no text in JSON; other drivers put the sign for that in its place.
    /** @type {(key: string, one: unknown) => unknown} */
    const whole = (_, one) => (typeof one === 'string' ? one.toWellFormed() : one);
    response.end(JSON.stringify({ value: value === undefined ? null : value }, whole));
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {AddressInfo} */ (server.address());
  console.log(`started successfully on port ${port}`);
});
