"use strict";
// In the frame: tells the page around it how high this document is, whenever that changes and when it is asked.

(() => {
  if (window.parent === window) return;

  // Every page may know the height, which says nothing about the reader.
  function tell() {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    window.parent.postMessage({ counterpoint: { height } }, "*");
  }

  // At once as well: in a frame that is out of view nothing is observed before it comes into view.
  tell();
  new ResizeObserver(tell).observe(document.documentElement);
  window.addEventListener("message", (event) => {
    if (event.source === window.parent && event.data?.counterpoint === "height?") tell();
  });
})();
