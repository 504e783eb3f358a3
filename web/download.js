// Fetching the program while counting its bytes.

/**
 * What is on its way, and whether every byte of it will have come.
 *
 * @typedef {{ response: Response, complete: Promise<boolean> }} Download
 */

/** The network or the server failed; trying again may help. */
export class DownloadError extends Error {}

/**
 * Fetches `url` and reports the part of `total` bytes that has arrived.
 *
 * The total is the length of the file itself, written into the page by the build: a server
 * that compresses announces another number. The answer is handed on untouched, so that the
 * browser can compile while it arrives and keep the compiled code; a copy is counted.
 *
 * @param {string} url
 * @param {RequestCache} cache
 * @param {number} total
 * @param {(part: number | null) => void} onPart gets `null` where nothing is known of it
 * @returns {Promise<Download>}
 */
export async function download(url, cache, total, onPart) {
  let response;
  try {
    // The same credentials as the preload in the page, or the file would be fetched twice.
    response = await fetch(url, { credentials: 'same-origin', cache });
  } catch (error) {
    throw new DownloadError(`fetching ${url}: ${error}`);
  }
  if (!response.ok) {
    throw new DownloadError(`fetching ${url}: status ${response.status}`);
  }
  return { response, complete: count(response, total, onPart) };
}

/**
 * Counts to the end; resolves to whether every byte came, never rejects.
 *
 * @param {Response} response
 * @param {number} total
 * @param {(part: number | null) => void} onPart
 */
async function count(response, total, onPart) {
  if (!response.body || !response.body.getReader || !total) {
    onPart(null);
    return true;
  }
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.clone().body).getReader();
  let received = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      received += value.length;
      onPart(Math.min(received / total, 1));
    }
  } catch (error) {
    console.warn(error);
    return false;
  }
  return received === total;
}
