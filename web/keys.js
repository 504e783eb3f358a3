// Keys of whoever works at a computer all day: `/` goes to the search, `n` does what the page is for, arrows go from row to row. A
// box keeps its letters, and the keys can be turned off: a voice that is taken for typing would press them.

/** In local storage: they are turned off. */
const TURNED_OFF = 'kn-keys';

/** The rows that arrows go through. @returns {HTMLElement[]} */
function rows() {
  return Array.from(document.querySelectorAll('main .list .row'));
}

/** @param {EventTarget | null} target */
function takesLetters(target) {
  return target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]');
}

/** @param {string} selector @returns {HTMLElement | null} */
function seen(selector) {
  const found = Array.from(document.querySelectorAll(selector));
  return /** @type {HTMLElement[]} */ (found).find((element) => element.offsetParent) || null;
}

/**
 * What an arrow leads to: the next row, or from the search to the first one.
 *
 * @param {EventTarget | null} target
 * @param {string} key
 */
function along(target, key) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const all = rows();
  const place = all.indexOf(/** @type {HTMLElement} */ (target));
  if (!step || !all.length) return null;
  if (place >= 0) return all[place + step] || null;
  const search = target instanceof HTMLElement && target.closest('[role="search"]');
  return search && step > 0 ? all[0] : null;
}

/**
 * What a letter stands for.
 *
 * @param {KeyboardEvent} event
 */
function meant({ target, key }) {
  if (takesLetters(target) || document.querySelector('.dialog-shade')) return null;
  if (key === '/') return seen('main [role="search"] input');
  return key === 'n' || key === 'N' ? seen('main .tools > .button-main') : null;
}

function show() {
  document.documentElement.toggleAttribute('data-keys-off', localStorage.getItem(TURNED_OFF) !== null);
}

/** Starts listening. */
export function takeKeys() {
  show();
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof HTMLElement && target.closest('[data-keys]');
    if (!button) return;
    if (button.getAttribute('data-keys') === 'off') localStorage.setItem(TURNED_OFF, '');
    else localStorage.removeItem(TURNED_OFF);
    show();
  });
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const row = along(event.target, event.key);
    const other = row || (localStorage.getItem(TURNED_OFF) === null ? meant(event) : null);
    if (!other) return;
    event.preventDefault();
    if (row || other instanceof HTMLInputElement) other.focus();
    else other.click();
  });
}
