/** @import { Tell } from './page.js' */

/**
 * Tells the program something, by an event on `window`. It goes out when everything that runs
 * now has finished: the program may be in the middle of asking, and must not be entered twice.
 *
 * @type {Tell}
 */
export function tell(name, detail) {
  Promise.resolve().then(() => window.dispatchEvent(new CustomEvent(name, { detail })));
}
