"use strict";
// Offers the reader's own time zone in the time line, and holds the page to its address after quick steps back.

(() => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** Without this a zone is chosen by its name in the address. */
  function offer() {
    const choice = /** @type {HTMLSelectElement} */ (document.getElementById("choose-zone"));
    if (!choice || !own || !/^UTC$|\//.test(own)) return;
    if (Array.from(choice.options).some((option) => option.value === own)) return;
    choice.add(new Option(`${own} (${choice.dataset.yours})`, own));
  }

  offer();
  document.addEventListener("htmx:afterSwap", offer);
  // htmx asks for each step back by itself, and what was asked first may come last.
  document.addEventListener("htmx:historyRestore", (event) => {
    if (event.detail.path !== window.location.pathname + window.location.search) window.location.reload();
    else offer();
  });
})();
