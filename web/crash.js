// What a person sees when the program fails: the page stays as it is, with a notice on it.
// The program itself cannot show it, it has just stopped. It should say so, though, by the
// event `kn-panic` on `window` from its panic hook: old browsers keep from the page what has
// failed inside a program (Chrome 72 only says "Script error.").

/** @import { ProgramTag } from './page.js' */

const TEXT = 'Chương trình gặp lỗi nên không ghi tiếp được. '
  + 'Những gì đã báo “đã lưu” vẫn còn trong máy.';
const BUTTON = 'Tải lại trang';

// How a stopped program shows itself: a trap, or the glue meeting what the trap left behind.
const TRACES = /unreachable|RuntimeError|recursive use of an object|closure invoked recursively|memory access out of bounds|Maximum call stack/;

/**
 * @param {unknown} error
 * @param {string} [message]
 */
function isTrap(error, message) {
  return error instanceof WebAssembly.RuntimeError || TRACES.test(message || '');
}

function showNotice() {
  if (document.getElementById('kn-crash')) return;
  const notice = document.createElement('div');
  notice.id = 'kn-crash';
  // The role has to be there before the text, or screen readers do not announce it.
  notice.setAttribute('role', 'alert');
  document.body.appendChild(notice);
  const text = document.createElement('p');
  text.textContent = TEXT;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = BUTTON;
  button.addEventListener('click', () => window.location.reload());
  notice.appendChild(text);
  notice.appendChild(button);
  window.knBoot.offerFormer(notice);
  window.knBoot.offerRescue(notice);
}

/**
 * Watches for traps that nobody caught, before and after the first drawing.
 *
 * @param {{ hasDrawn: () => boolean, beforeDrawing: () => void }} page
 */
export function watchCrashes({ hasDrawn, beforeDrawing }) {
  const crashed = () => {
    // A version that crashes is no longer one that has proved itself: the next may replace it.
    const { controller } = /** @type {Partial<ServiceWorkerContainer>} */ (navigator.serviceWorker || {});
    if (controller) {
      controller.postMessage({ fails: /** @type {ProgramTag} */ (document.getElementById('program')).dataset.wasm });
    }
    if (hasDrawn()) {
      showNotice();
    } else {
      beforeDrawing();
    }
  };
  /** @type {(error: unknown, message?: string) => void} */
  const seen = (error, message) => {
    if (isTrap(error, message)) crashed();
  };
  window.addEventListener('kn-panic', crashed);
  window.addEventListener('error', (event) => seen(event.error, event.message));
  window.addEventListener('unhandledrejection', (event) => {
    const reason = event.reason;
    seen(reason, reason && String(reason.message || reason));
  });
}
