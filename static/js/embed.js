"use strict";
// For pages with a comparison in a frame: makes the frame as high as what it holds. Without it the frame scrolls.

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL(script.src).origin;
  const highest = 100000;

  function frames() {
    return Array.from(document.querySelectorAll("iframe")).filter((frame) => frame.src.startsWith(`${site}/embed/`));
  }

  window.addEventListener("message", (event) => {
    const height = event.data?.counterpoint?.height;
    if (event.origin !== site || !Number.isFinite(height) || height <= 0 || height > highest) return;
    const frame = frames().find((one) => one.contentWindow === event.source);
    if (frame) frame.style.height = `${Math.ceil(height)}px`;
  });

  // Those that have told their height before this script was there tell it again.
  for (const frame of frames()) frame.contentWindow.postMessage({ counterpoint: "height?" }, "*");
})();
