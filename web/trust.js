// Addresses of scripts. Where browsers know Trusted Types, a script or worker is begun only from what the page's own policy (index.html) has let
// through, so that no text can become one.

/**
 * @param {string} url
 * @returns {string}
 */
export function trusted(url) {
  return window.knTrust ? /** @type {string} */ (window.knTrust.createScriptURL(url)) : url;
}
