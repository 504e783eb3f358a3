// Writes sw.js into the folder given: `node web/service-worker.mjs DIST`.
// Workbox keeps the list of files, their revisions and the clean-up of older versions.

import { generateSW } from 'workbox-build';
import { join, resolve } from 'node:path';

const dist = resolve(process.argv[2] || 'dist');

const { count, size, warnings } = await generateSW({
  globDirectory: dist,
  globPatterns: ['index.html', '*.js', '*.wasm', 'manifest.webmanifest', 'icons/icon.svg', 'icons/icon-192.png'],
  // The large icons are fetched once, by the browser, when the page is installed.
  globIgnores: ['sw.js'],
  swDest: join(dist, 'sw.js'),
  cacheId: 'ket-nap',
  mode: 'production',
  sourcemap: false,
  inlineWorkboxRuntime: true,
  babelPresetEnvTargets: ['chrome >= 63'],
  maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
  // A name with a hash in it needs no second one, and may come from the browser's cache.
  dontCacheBustURLsMatching: /-[0-9a-f]{16}\./,
  directoryIndex: 'index.html',
  ignoreURLParametersMatching: [/.*/],
  navigateFallback: 'index.html',
  // Opening a file (a picture, a list) must not show the program instead.
  navigateFallbackDenylist: [/\/[^/?]+\.(?!html?\b)[a-z0-9]+(\?|$)/i],
  cleanupOutdatedCaches: true,
  // The person decides when a new version takes over: see web/worker.js.
  skipWaiting: false,
  clientsClaim: false,
});

if (warnings.length > 0) {
  console.error(warnings.join('\n'));
  process.exit(1);
}
console.log(`sw.js keeps ${count} files, ${size} bytes`);
