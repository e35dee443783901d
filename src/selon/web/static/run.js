// While the dossier is being written: says how far it is, and shows the new state when it is done.
"use strict";
(() => {
  const banner = document.querySelector("[data-run]");
  if (!banner) return;
  const typing = () => [...document.querySelectorAll("textarea, input[type=text], input[type=search]")]
    .some((f) => f === document.activeElement || f.value !== f.defaultValue);
  async function look() {
    let found;
    try {
      const answer = await fetch("/api/runs", { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      found = await answer.json();
    } catch {
      return void setTimeout(look, 5000);
    }
    if (found.current) {
      for (const place of document.querySelectorAll("[data-said]")) {
        if (place.textContent !== found.current.said) place.textContent = found.current.said;
      }
      return void setTimeout(look, 1000);
    }
    if (!typing()) return void location.reload();
    banner.querySelector("[data-said]").textContent = banner.dataset.ready;
  }
  setTimeout(look, 600);
})();
