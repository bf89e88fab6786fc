"use strict";
// Lets the browser keep the page that is shown where the network is away.

// Not on a host without HTTPS, nor where the browser or its user forbids it: then the browser's own page is shown.
if (navigator.serviceWorker) {
  window.addEventListener("load", () => navigator.serviceWorker.register("/service-worker.js").catch(() => {}));
}
