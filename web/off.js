// The way out: put in the place of sw.js on the host, it makes every browser that comes by let go
// of the kept program, so that the page comes from the host again. What people have written is in
// other stores and stays. No page is loaded again under anybody's hands.

async function letGo() {
  const { scope } = self.registration;
  for (const name of await caches.keys()) {
    const ours = name.startsWith('ket-nap-files-') || name.startsWith('ket-nap-precache-');
    if (ours && name.endsWith(scope)) await caches.delete(name);
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await letGo();
  await self.registration.unregister();
  // The worker before this one may still be at something, and then opens its store anew.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await letGo();
})()));
