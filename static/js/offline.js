"use strict";
// Lets the browser keep the page that is shown where the network is away, and leaves that page when it is back.

(() => {
  const isShown = document.querySelector("[data-offline]") && !/\/offline\/$/.test(window.location.pathname);
  if (isShown) window.addEventListener("online", () => window.location.reload());

  // Not on a host without HTTPS, nor where the browser or its user forbids it: then the browser's own page is shown.
  if (!navigator.serviceWorker) return;
  window.addEventListener("load", () => navigator.serviceWorker.register("/service-worker.js").catch(() => {}));
})();
