/** Adds a style sheet to the page. */
export function addStyle(text) {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.appendChild(style);
}
