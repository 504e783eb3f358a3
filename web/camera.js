// What a camera can do beside seeing: light, and come nearer to a small code. Buttons stand below its picture where it can.

/** How many times nearer, one step after the other. */
const NEARER = [1, 2, 3];

/** What browsers tell of cameras beyond what tsc knows of. @typedef {{ torch?: boolean, zoom?: { min: number, max: number } }} Means */

/**
 * @param {HTMLElement} place
 * @param {string | undefined} words
 * @param {() => Promise<boolean>} press whether it is on now
 */
function add(place, words, press) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = words || '';
  button.setAttribute('aria-pressed', 'false');
  button.onclick = async () => {
    try {
      button.setAttribute('aria-pressed', String(await press()));
    } catch (error) {
      // Some say that they can, and cannot.
      console.warn(error);
      button.remove();
    }
  };
  place.append(button);
}

/**
 * Adds the buttons of a camera to its picture.
 *
 * @param {HTMLElement} place has their words
 * @param {MediaStreamTrack} track
 */
export function addMeans(place, track) {
  const { torch, zoom } = /** @type {Means} */ (track.getCapabilities ? track.getCapabilities() : {});
  /** @param {object} means */
  const set = (means) => track.applyConstraints({ advanced: [means] });
  let lit = false;
  if (torch) {
    add(place, place.dataset.light, async () => {
      await set({ torch: !lit });
      lit = !lit;
      return lit;
    });
  }
  const steps = zoom ? NEARER.filter((step) => step * zoom.min <= zoom.max) : [];
  let at = 0;
  if (zoom && steps.length > 1) {
    add(place, place.dataset.nearer, async () => {
      const next = (at + 1) % steps.length;
      await set({ zoom: steps[next] * zoom.min });
      at = next;
      return at > 0;
    });
  }
}
