// The service worker as the page sees it. It never reloads anything by itself: a form may be
// half filled in. Events on `window`:
//   kn-offline-ready       →  everything is in the machine now (also `knOffline.ready`)
//   kn-new-version         →  a new version is ready and waits (also `knUpdate.waiting`)
//   kn-activate-version    ←  the person wants it now: this tab reloads once
//   kn-new-version-active  →  another tab has changed the version under this one

import { tell } from './tell.js';

// For a program that starts listening later than the event was sent.
window.knUpdate = { waiting: false };
window.knOffline = { ready: false };

/** Registers `sw.js`, where there is such a thing; without it the page only works online. */
export async function registerWorker() {
  if (!('serviceWorker' in navigator) || !window.isSecureContext
    || !/^https?:$/.test(window.location.protocol)) {
    console.warn('no service worker here: the page will not open without a network');
    return;
  }
  try {
    // Never an answer from the HTTP cache for the worker itself: it decides what is current.
    const registration = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
    follow(registration);
  } catch (error) {
    console.warn(error);
  }
}

function follow(registration) {
  const container = navigator.serviceWorker;
  let watched = null;
  let asked = false;
  let reloaded = false;

  const reload = () => {
    if (reloaded) return;
    reloaded = true;
    window.location.reload();
  };
  const ready = () => {
    window.knOffline.ready = true;
    tell('kn-offline-ready');
  };
  const waiting = () => {
    window.knUpdate.waiting = true;
    tell('kn-new-version');
  };
  const watch = (worker) => {
    // Registering and `updatefound` may both bring the same worker.
    if (!worker || worker === watched) return;
    watched = worker;
    // An active worker beside the new one means an older version is in use. The page's
    // controller would not tell: on the very first visit there is none to the end.
    const first = !registration.active;
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated' && first) ready();
      if (worker.state === 'installed' && !first) waiting();
    });
  };

  if (registration.active) window.knOffline.ready = true;
  if (registration.active && registration.waiting) waiting();
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));

  window.addEventListener('kn-activate-version', () => {
    const worker = registration.waiting;
    if (!worker) return;
    asked = true;
    // A tab without a controller hears no `controllerchange`, only this.
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') reload();
    });
    worker.postMessage({ type: 'SKIP_WAITING' });
  });

  container.addEventListener('controllerchange', () => {
    window.knUpdate.waiting = false;
    if (asked) {
      reload();
    } else {
      tell('kn-new-version-active');
    }
  });
}
