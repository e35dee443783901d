// The keyboard: every key does what a link or button of the page does. Off in fields, with modifiers, and when switched off.
"use strict";
(() => {
  const OFF = "selon-keys-off", PICKS = "selon-picks", ROOMS = { o: "/", c: "/claims", d: "/documents", a: "/actors" };
  const TREE = ".tree svg.d a[data-key]";
  const main = document.getElementById("main");
  if (!main) return;
  const kept = (store, name) => { try { return store.getItem(name); } catch { return null; } };
  const keep = (store, name, value) => { try { store.setItem(name, value); } catch { /* private window */ } };
  const seen = (node) => node.getClientRects().length > 0;
  const all = (selector, from = main) => [...from.querySelectorAll(selector)].filter(seen);

  // rows and passages
  let row = null;
  const rows = () => {
    const found = all("[data-row]");
    if (found.length) return found;
    const drawn = all(TREE).map((a) => [a.getBoundingClientRect(), a]); // as the eye reads: line by line, from the left
    drawn.sort(([a], [b]) => a.top - b.top || a.left - b.left);
    return drawn.length ? drawn.map(([, a]) => a) : all(".reader .txt, .pr, main tbody tr");
  };
  const here = () => {
    const near = document.activeElement && document.activeElement.closest(`[data-row], .reader .txt, .pr, tbody tr, ${TREE}`);
    return near && main.contains(near) ? near : row && row.isConnected ? row : null;
  };
  function stand(next) {
    if (row) row.classList.remove("cur");
    row = next;
    row.classList.add("cur");
    const target = row.matches("a") ? row : row.querySelector("td.c a[href], a[href]:not([hreflang])") || row;
    if (target === row && !row.matches("a") && !row.hasAttribute("tabindex")) row.tabIndex = -1;
    target.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }
  function step(way) {
    const found = rows(), at = found.indexOf(here());
    const next = at < 0 ? (way > 0 ? found[0] : found[found.length - 1]) : found[at + way];
    if (next) stand(next);
  }
  function family(way) {
    const at = here();
    if (!at || !at.matches(TREE)) return;
    const wanted = way < 0 ? `[data-key="${CSS.escape(at.dataset.parent || "")}"]` : `[data-parent="${CSS.escape(at.dataset.key)}"]`;
    const found = all(TREE).filter((a) => a.matches(wanted));
    if (found[0]) stand(found[0]);
  }
  const begins = (mark) => { // a statement may be marked in pieces that stand side by side
    let before = mark.previousSibling;
    while (before && !before.textContent) before = before.previousSibling;
    return !(before && before.nodeType === 1 && before.classList.contains("w-con"));
  };
  function marks(way) {
    const found = all(".reader .w-con").filter(begins), at = found.findIndex((m) => m.classList.contains("cur"));
    const next = at < 0 ? (way > 0 ? found[0] : found[found.length - 1]) : found[at + way];
    if (!next) return;
    found.forEach((m) => m.classList.toggle("cur", m === next));
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }
  function stack() {
    const at = here(), pile = at && at.dataset.pile;
    const turn = pile ? all("a[data-turn]").find((a) => a.dataset.turn === pile) : all("a[data-turn]")[0];
    if (turn) return void location.assign(turn.href.baseVal ?? turn.href);
    const box = (at && (at.closest("details") || all("details", at)[0])) || all("details")[0];
    if (box) box.open = !box.open;
  }

  // judging
  function button(key) {
    const at = here(), wanted = `[data-keys~="${key}"]`, own = at && all(wanted, at)[0], found = all(wanted);
    if (own || found.length < 2) return own || found[0];
    const outside = found.filter((b) => !b.closest("[data-row]"));
    if (outside.length !== found.length) return void stand(found[0].closest("[data-row]") || rows()[0]);
    return found[0];
  }
  function press(key) {
    const found = button(key);
    if (!found) return;
    if (found.form && found.type === "submit") found.form.requestSubmit(found);
    else unfold(found);
  }
  function unfold(summary) {
    const box = summary.closest("details");
    if (box) box.open = true;
    (box && box.querySelector("input") || summary).focus();
  }
  const picks = () => (kept(sessionStorage, PICKS) || "").split(" ").filter(Boolean);
  function pick() {
    const at = here(), id = at && at.dataset.claim;
    if (!id) return;
    const held = picks(), next = held.includes(id) ? held.filter((p) => p !== id) : [...held, id].slice(-2);
    keep(sessionStorage, PICKS, next.join(" "));
    showPicks();
  }
  function showPicks() {
    const held = picks();
    for (const one of main.querySelectorAll("[data-claim]")) one.classList.toggle("picked", held.includes(one.dataset.claim));
    const told = document.getElementById("picked");
    if (told) told.textContent = held.length ? told.dataset.words.replace("{n}", held.length) : "";
  }
  function merge() {
    const held = picks(), own = main.querySelector("form[data-merge]"), form = document.getElementById("merge");
    const pair = own && held.length ? [own.dataset.merge, held.find((p) => p !== own.dataset.merge)] : held;
    if (pair.length === 2 && pair[1] && form) {
      form.elements.a.value = pair[0];
      form.elements.b.value = pair[1];
      keep(sessionStorage, PICKS, "");
      return void form.requestSubmit();
    }
    if (own) unfold(own.elements.other);
  }
  function statement() {
    const link = main.querySelector(`${TREE}.on`), choice = main.querySelector("select[data-statements]");
    const found = link && choice && [...choice.options].find((o) => o.dataset.doc === link.dataset.doc);
    if (found) choice.value = found.value;
  }
  function undo() {
    const form = document.getElementById("undo");
    if (form) form.requestSubmit();
  }

  // the list of keys
  async function list() {
    let box = document.getElementById("keys-dialog");
    if (!box) {
      const answer = await fetch("/keys");
      if (!answer.ok) return void location.assign("/keys");
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      box = document.createElement("dialog");
      box.id = "keys-dialog";
      box.setAttribute("aria-labelledby", "keys-title");
      const title = document.createElement("h2"), form = document.createElement("form"), close = document.createElement("button");
      title.id = "keys-title";
      title.textContent = page.querySelector("h1").textContent;
      form.method = "dialog";
      close.textContent = document.body.dataset.close || "×";
      close.autofocus = true;
      form.append(close);
      const link = document.createElement("a");
      link.href = "/keys";
      link.textContent = page.querySelector(".switch").textContent.trim();
      box.append(title, page.getElementById("keys-list"), link, form);
      document.body.append(box);
    }
    if (!box.open) box.showModal();
  }
  function search() {
    const field = all("input[type=search]")[0];
    if (field) field.focus(); else location.assign("/search");
  }
  function back() {
    const panel = document.activeElement;
    if (row) { row.classList.remove("cur"); row = null; if (panel) panel.blur(); }
    else if (document.referrer.startsWith(location.origin + "/")) history.back();
  }

  const acts = {
    "/": search, "?": list, j: () => step(1), k: () => step(-1), h: () => family(-1), l: () => family(1), e: stack, x: pick, f: merge, u: undo,
    n: () => (main.querySelector(".reader") ? marks(1) : press("n")), p: () => main.querySelector(".reader") && marks(-1), Escape: back,
  };
  for (const key of "mdis") acts[key] = () => press(key);

  let going = 0;
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && !"jk".includes(event.key)) return;
    if (kept(localStorage, OFF)) return;
    if (document.querySelector("dialog[open]")) return;
    const field = event.target.closest && event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (field) {
      const own = event.key === "Enter" && field.matches(".slip input") && field.closest(".slip").querySelector("button");
      if (own) { event.preventDefault(); own.click(); }
      if (event.key === "Escape") field.blur();
      return;
    }
    if (going && Date.now() - going < 1500 && ROOMS[event.key]) {
      going = 0;
      event.preventDefault();
      return void location.assign(ROOMS[event.key]);
    }
    going = event.key === "g" ? Date.now() : 0;
    const act = Object.hasOwn(acts, event.key) && acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const on = document.getElementById("keys-on");
  if (on) {
    on.disabled = false;
    on.checked = !kept(localStorage, OFF);
    on.addEventListener("change", () => { if (on.checked) { try { localStorage.removeItem(OFF); } catch { /* as above */ } } else keep(localStorage, OFF, "1"); });
  }
  document.addEventListener("click", () => setTimeout(statement, 0));
  addEventListener("hashchange", statement);
  statement();
  showPicks();
})();
