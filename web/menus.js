// The menus of pages (`.tools-more`): closed by a tap beside them and by Escape, as everywhere. They open by themselves.

/** @returns {HTMLDetailsElement[]} */
function opened() {
  return Array.from(document.querySelectorAll('.tools-more[open]'));
}

/** Starts listening. */
export function closeMenus() {
  document.addEventListener('click', ({ target }) => {
    opened().forEach((menu) => { if (!menu.contains(/** @type {Node} */ (target))) menu.open = false; });
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    opened().forEach((menu) => {
      menu.open = false;
      /** @type {HTMLElement} */ (menu.firstElementChild).focus();
    });
  });
}
