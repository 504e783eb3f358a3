// When a page with a vault is locked: by the person, in another page of the same browser, after time without a touch or a key, or
// when it was away for long. To lock is to load the page anew: nothing of what was open is left in its memory. Whether there
// is anything to lock says the button `kn-lock`, which stands only then.

const MARK = 'kn-locked';
const IDLE_MS = 600_000;
const AWAY_MS = 300_000;
const LOOK_MS = 10_000;

function button() {
  return document.getElementById('kn-lock');
}

/** Asks the program, which has everything written first. */
function ask() {
  const found = button();
  if (found) found.click();
}

let touched = Date.now();
/** @type {number | null} */
let away = null;

/** Nothing of people in what other programs show of this one while it is away, as far as a page is asked. */
function cover() {
  document.documentElement.classList.toggle('kn-covered', document.hidden && !!button());
  if (document.hidden) {
    away = Date.now();
    return;
  }
  const long = away !== null && Date.now() - away > AWAY_MS;
  away = null;
  if (long) ask();
}

function look() {
  const now = Date.now();
  if (now - touched > IDLE_MS || (away !== null && now - away > AWAY_MS)) ask();
}

// Another page was locked and this one follows: it is not said again.
let follows = false;

/** What the button leads to, once everything is written. */
export function lock() {
  try {
    if (!follows) localStorage.setItem(MARK, String(Date.now()));
  } catch (error) {
    // Where nothing can be kept, no other page has a book.
    console.warn(error);
  }
  window.location.reload();
}

/** Locks by itself from now on; and has Enter in a box for a secret do what the button beside it does. */
export function watchLock() {
  for (const event of ['pointerdown', 'touchstart', 'keydown', 'wheel']) {
    document.addEventListener(event, () => { touched = Date.now(); }, { passive: true, capture: true });
  }
  document.addEventListener('visibilitychange', cover);
  window.addEventListener('storage', ({ key }) => {
    if (key !== MARK) return;
    follows = true;
    ask();
  });
  setInterval(look, LOOK_MS);
  document.addEventListener('keydown', (event) => {
    const box = event.target;
    if (event.key !== 'Enter' || event.isComposing || !(box instanceof HTMLInputElement)) return;
    const form = box.closest('.secrets');
    const main = form && /** @type {HTMLElement | null} */ (form.querySelector('.button-main'));
    if (main) main.click();
  });
}
