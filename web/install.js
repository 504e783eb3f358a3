// Installing on the home screen: the browser says when it may be offered, the page when the
// person wants it. Events on `window`:
//   kn-can-install  →  the page may show its own offer (also `knInstall.possible`, for a program
//                      that starts later)
//   kn-install      ←  the person has asked for it
//   kn-installed    →  it is done

import { tell } from './tell.js';

/** Starts listening; must run early, the browser offers only once. */
export function offerInstall() {
  /** @type {WindowEventMap['beforeinstallprompt'] | null} */
  let offer = null;
  window.knInstall = { possible: false };

  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event;
    window.knInstall.possible = true;
    tell('kn-can-install');
  });

  window.addEventListener('kn-install', () => {
    if (!offer) return;
    // An offer can be used once; when refused, the browser brings a new one another day.
    const used = offer;
    offer = null;
    window.knInstall.possible = false;
    Promise.resolve(used.prompt()).catch((error) => console.warn(error));
  });

  window.addEventListener('appinstalled', () => {
    offer = null;
    window.knInstall.possible = false;
    tell('kn-installed');
  });
}
