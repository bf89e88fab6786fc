"use strict";
// Offers the reader's own time zone in the time line, leads from a chosen family to its claims, and holds the page to its
// address after quick steps back.

(() => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** Without this a zone is chosen by its name in the address. */
  function offer() {
    const choice = /** @type {HTMLSelectElement} */ (document.getElementById("choose-zone"));
    if (!choice || !own || !/^UTC$|\//.test(own)) return;
    if (Array.from(choice.options).some((option) => option.value === own)) return;
    choice.add(new Option(`${own} (${choice.dataset.yours})`, own));
  }

  /** Where a link names what it leads to, as its address does without this: there the reader goes on. */
  function lead(/** @type {Event} */ event) {
    const pressed = /** @type {CustomEvent} */ (event).detail.requestConfig?.elt;
    const target = pressed?.dataset.leadsTo && document.getElementById(pressed.dataset.leadsTo);
    if (!target) return;
    target.focus({ preventScroll: true });
    if (target.getBoundingClientRect().top < 0) target.scrollIntoView();
  }

  offer();
  document.addEventListener("htmx:afterSwap", offer);
  document.addEventListener("htmx:afterSettle", lead);
  // htmx asks for each step back by itself, and what was asked first may come last.
  document.addEventListener("htmx:historyRestore", (event) => {
    if (event.detail.path !== window.location.pathname + window.location.search) window.location.reload();
    else offer();
  });
})();
