// A machine with a browser's stores and pages, a host on the line, and the service worker between them: as much of the
// browser as web/keeper.js and web/off.js use.

/** @import { Question, State } from '../../web/messages.js' */
/** @import { Noted, Version } from '../../web/worker.js' */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';

export const SCOPE = 'https://host.example/so/';
const FILES = `ket-nap-files-${SCOPE}`;
const NOTE = `${SCOPE}kn-versions`;

/** @type {(url: string) => string} */
const below = (url) => (url.startsWith(SCOPE) ? url.slice(SCOPE.length) || 'index.html' : url);

/**
 * A version with these contents by path. A server sends half of the bytes of each file.
 *
 * @param {string} name
 * @param {Record<string, string>} contents
 */
export function versionOf(name, contents) {
  /** @type {Version['files']} */
  const files = {};
  for (const [path, text] of Object.entries(contents)) {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
    files[path] = [hash, text.length, Math.floor(text.length / 2)];
  }
  return { name, files, contents };
}

/** @typedef {ReturnType<typeof versionOf>} Made */
/** @typedef {number | 'broken' | 'offline' | 'redirected' | { other: string, once?: boolean }} Fault */

/** What answers on the line. */
export class Host {
  /** @param {Record<string, string>} contents */
  constructor(contents) {
    this.contents = contents;
    /** Nothing answers at all. */
    this.gone = false;
    /** @type {Record<string, Fault>} */
    this.faults = {};
    /** @type {{ path: string, cache?: RequestCache }[]} */
    this.requests = [];
  }

  /** The paths that were asked for since the last time. */
  asked() {
    return this.requests.splice(0).map(({ path }) => path);
  }

  /**
   * @param {string | { url: string }} request
   * @param {RequestInit} [options]
   */
  async fetch(request, options = {}) {
    const path = below(typeof request === 'string' ? request : request.url);
    this.requests.push({ path, cache: options.cache });
    const fault = this.faults[path];
    if (this.gone || fault === 'offline') throw new TypeError('no network');
    if (typeof fault === 'number') return new Response('an error page', { status: fault });
    const text = this.contents[path];
    if (text === undefined) return new Response('an error page', { status: 404 });
    if (fault === 'broken') return new Response(broken(text));
    if (typeof fault === 'object') {
      if (fault.once) delete this.faults[path];
      return new Response(fault.other);
    }
    const response = new Response(text, { headers: { 'content-type': `of ${path}` } });
    return fault === 'redirected' ? sentOn(response) : response;
  }
}

/**
 * An answer that comes from another place than was asked.
 *
 * @param {Response} response
 */
function sentOn(response) {
  const clone = response.clone.bind(response);
  return Object.defineProperties(response, { redirected: { value: true }, clone: { value: () => sentOn(clone()) } });
}

/**
 * The first half of a text, after which the line breaks.
 *
 * @param {string} text
 */
function broken(text) {
  const parts = [new TextEncoder().encode(text.slice(0, text.length / 2))];
  return new ReadableStream({
    pull(stream) {
      const part = parts.pop();
      if (part) stream.enqueue(part);
      else stream.error(new TypeError('the line broke'));
    },
  });
}

/** @typedef {{ text: string, type: string | null, redirected: boolean }} Stored */

/** What a browser keeps for the page, and its pages. */
export class Machine {
  constructor() {
    /** @type {Map<string, Map<string, Stored>>} */
    this.stores = new Map();
    /** How often something was noted. */
    this.notes = 0;
    /** No file has room any more. */
    this.full = false;
    /** What the page of the program was told. @type {unknown[]} */
    this.told = [];
    /** What a page of another program was told. @type {unknown[]} */
    this.toldOthers = [];
    this.caches = {
      /** @param {string} name */
      open: async (name) => this.cache(name),
      keys: async () => [...this.stores.keys()],
      /** @param {string} name */
      delete: async (name) => this.stores.delete(name),
    };
  }

  /** @param {string} name */
  cache(name) {
    const store = this.stores.get(name) || new Map();
    this.stores.set(name, store);
    return {
      /** @param {string} url */
      match: async (url) => {
        const stored = store.get(url);
        return stored && new Response(stored.text, { headers: stored.type ? { 'content-type': stored.type } : {} });
      },
      /**
       * @param {string} url
       * @param {Response} response
       */
      put: async (url, response) => {
        if (this.full) throw new DOMException('no room', 'QuotaExceededError');
        if (url === NOTE) this.notes += 1;
        const { redirected, headers } = response;
        store.set(url, { text: await response.text(), type: headers.get('content-type'), redirected });
      },
      /** @param {string | { url: string }} request */
      delete: async (request) => store.delete(typeof request === 'string' ? request : request.url),
      keys: async () => [...store.keys()].map((url) => ({ url })),
    };
  }

  /** What is kept of files, by path, more than once where more than one content of it is kept. */
  kept() {
    const urls = [...(this.stores.get(FILES) || new Map()).keys()].filter((url) => url !== NOTE);
    return urls.map((url) => below(url).split('?')[0]).sort();
  }

  /**
   * Loses what is kept of a file.
   *
   * @param {string} path
   */
  loses(path) {
    const store = this.stores.get(FILES) || new Map();
    for (const url of [...store.keys()]) {
      if (url.startsWith(`${SCOPE}${path}?`)) store.delete(url);
    }
  }

  /** @returns {Noted} */
  noted() {
    const stored = (this.stores.get(FILES) || new Map()).get(NOTE);
    return stored ? JSON.parse(stored.text) : {};
  }

  /** What is noted, with names in the place of versions. */
  names() {
    const { used, former, works, refused } = this.noted();
    return { used: used && used.name, former: former && former.name, works: !!works, refused };
  }

  /** What the page was told since the last time. */
  heard() {
    return this.told.splice(0);
  }
}

/** A service worker of one version. */
export class Worker {
  /**
   * @param {Machine} machine
   * @param {Host} host
   * @param {Version} version
   * @param {string} [script]
   */
  constructor(machine, host, version, script = 'keeper.js') {
    /** @type {Record<string, (event: object) => void>} */
    const listeners = {};
    this.listeners = listeners;
    this.tookOver = false;
    this.unregistered = false;
    const clients = [
      { url: `${SCOPE}#/home`, postMessage: (/** @type {unknown} */ what) => machine.told.push(what) },
      { url: 'https://host.example/else/', postMessage: (/** @type {unknown} */ what) => machine.toldOthers.push(what) },
    ];
    const self = {
      knVersion: version.name,
      knFiles: version.files,
      registration: { scope: SCOPE, unregister: async () => { this.unregistered = true; } },
      clients: { matchAll: async () => clients },
      skipWaiting: async () => { this.tookOver = true; },
      /**
       * @param {string} name
       * @param {(event: object) => void} listener
       */
      addEventListener: (name, listener) => { listeners[name] = listener; },
    };
    const file = new URL(`../../web/${script}`, import.meta.url);
    const names = ['self', 'caches', 'fetch', 'console'];
    const run = compileFunction(readFileSync(file, 'utf8'), names, { filename: file.pathname });
    run(self, machine.caches, host.fetch.bind(host), { warn() {} });
  }

  /**
   * @param {string} name
   * @param {object} [more]
   */
  async happens(name, more = {}) {
    /** @type {Promise<unknown>[]} */
    const works = [];
    this.listeners[name](Object.assign({ waitUntil: (/** @type {Promise<unknown>} */ work) => works.push(work) }, more));
    await Promise.all(works);
  }

  installs() {
    return this.happens('install');
  }

  activates() {
    return this.happens('activate');
  }

  /** Installs and activates, as a browser does where installing succeeds. */
  async begins() {
    await this.installs();
    await this.activates();
    return this;
  }

  /**
   * Asks with a port; resolves to the answer, and the numbers before it.
   *
   * @param {Question} question
   */
  async asks(question) {
    /** @type {unknown[]} */
    const said = [];
    const port = { postMessage: (/** @type {unknown} */ what) => said.push(what) };
    await this.happens('message', { data: question, ports: [port] });
    return { answer: said.pop(), parts: said };
  }

  /** What there is. */
  async state() {
    return /** @type {State} */ ((await this.asks('ask')).answer);
  }

  /** @param {{ works: string } | { fails: string } | { keeps: [path: string, content: ArrayBuffer, type: string] }} data */
  isTold(data) {
    return this.happens('message', { data, ports: [] });
  }

  /**
   * What a page gets that fetches: the text, 'refused' where the line is gone, or `null` where the worker leaves it to
   * the browser.
   *
   * @param {string} path below the scope, or a whole address
   * @param {string} [method]
   */
  async gives(path, method = 'GET') {
    /** @type {Promise<Response> | null} */
    let answer = null;
    const request = { url: new URL(path, SCOPE).href, method };
    await this.happens('fetch', { request, respondWith: (/** @type {Promise<Response>} */ given) => { answer = given; } });
    const given = /** @type {Promise<Response> | null} */ (answer);
    return given && given.then((response) => response.text(), () => 'refused');
  }
}
