/** Tells the program something, by an event on `window` without further data. */
export function tell(name) {
  window.dispatchEvent(new CustomEvent(name));
}
