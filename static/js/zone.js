"use strict";
// Offers the reader's own time zone in the time line. Without this it can be chosen by its name in the address.

(() => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

  function offer() {
    const choice = document.getElementById("choose-zone");
    if (!choice || !own || !/^UTC$|\//.test(own)) return;
    if (Array.from(choice.options).some((option) => option.value === own)) return;
    choice.add(new Option(`${own} (${choice.dataset.yours})`, own));
  }

  offer();
  document.addEventListener("htmx:afterSwap", offer);
})();
