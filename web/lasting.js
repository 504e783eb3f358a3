// Whether what this page writes is there when it is opened again. A page from a host can rely on
// that; one that was opened as a file cannot: some browsers keep nothing for files, some keep it
// for one way of opening only. Then the program works with files instead, and says so
// (`knPassing`).

const NAME = 'kn-lasting';

const fromHost = () => /^https?:$/.test(window.location.protocol);

/** Whether an earlier load of this page has left its mark; leaves one for the next. */
function isMarked() {
  try {
    const found = localStorage.getItem(NAME);
    localStorage.setItem(NAME, '1');
    return !!found;
  } catch (error) {
    return false;
  }
}

/** Asks before the page is left with edits that no file holds. */
function guard() {
  let edited = false;
  window.addEventListener('kn-second-write', () => { edited = true; });
  window.addEventListener('kn-file-saved', () => { edited = false; });
  window.addEventListener('beforeunload', (event) => {
    if (!edited) return;
    event.preventDefault();
    event.returnValue = '';
  });
}

/** Resolves when it is known; loads the page again where that shows it. Never rejects. */
export async function findOutWhetherItLasts() {
  if (fromHost() || isMarked()) {
    if (window.name === NAME) window.name = '';
    return;
  }
  // A file on a disk can be loaded again for certain. What another program has handed over for
  // once may not: there the next opening will tell.
  if (window.location.protocol === 'file:' && window.name !== NAME) {
    window.name = NAME;
    window.location.reload();
    await new Promise(() => {});
  }
  window.name = '';
  window.knPassing = true;
  guard();
}
