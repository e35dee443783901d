// On a very large tree each text asks for its own words: they are put in place without a new page.
"use strict";
document.addEventListener("click", async (event) => {
  const link = event.target.closest(".tree .plot a"), box = document.querySelector(".words");
  if (!link || !box || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const to = new URL(link.getAttribute("href"), location.href);
  const plain = (path) => decodeURIComponent(path);
  if (plain(to.pathname) !== plain(location.pathname) || !to.searchParams.has("words")) return;
  event.preventDefault();
  try {
    const answer = await fetch(to);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    box.replaceChildren(...page.querySelector(".words").childNodes);
  } catch {
    return void location.assign(to);
  }
  history.replaceState(null, "", to);
  dispatchEvent(new Event("hashchange"));
});
