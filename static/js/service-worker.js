// Shows a page of ours where the network is away. What was published is never answered from here: a page that is cited
// must not change silently, and none may seem to be there that is not. `kept` stands before these lines.

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.destination === "document" && request.method === "GET") {
    event.respondWith(fetch(request).catch(() => offline(request)));
  } else if (kept.files.includes(request.url.replace(location.origin, ""))) {
    event.respondWith(fetch(request).catch(() => held(request)));
  }
});

async function keep() {
  const cache = await caches.open(kept.name);
  const addresses = [...Object.values(kept.pages), ...kept.files];
  await cache.addAll(addresses.map((address) => new Request(address, { cache: "reload" })));
  await self.skipWaiting();
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== kept.name).map((name) => caches.delete(name)));
}

/** In the language of the address that was asked for. */
async function offline(request) {
  const { pathname } = new URL(request.url);
  const prefix = Object.keys(kept.pages).find((one) => one && pathname.startsWith(one)) || "";
  return held(kept.pages[prefix]);
}

async function held(address) {
  const cache = await caches.open(kept.name);
  return (await cache.match(address)) || Response.error();
}
