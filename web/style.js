/**
 * Adds a style sheet to the page and gives it back.
 *
 * @param {string} text
 */
export function addStyle(text) {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.appendChild(style);
  return style;
}
