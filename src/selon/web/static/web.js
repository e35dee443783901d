// Enhancement only: every page works without it.
"use strict";
document.documentElement.classList.add("js");
for (const place of document.querySelectorAll("[data-print]")) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => print());
}
