// Opens the exact words beside the drawing without moving the page. Everything works without it, by anchors.
document.documentElement.classList.add("js");
function opened(panel) {
  const box = panel.closest(".words");
  for (const other of box.querySelectorAll(".w")) other.classList.toggle("on", other === panel);
  for (const mark of document.querySelectorAll('a.on')) mark.classList.remove("on");
  for (const mark of document.querySelectorAll('.tree a[href="#' + CSS.escape(panel.id) + '"]')) mark.classList.add("on");
}
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const panel = link && document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
  if (!panel || !panel.classList.contains("w")) return;
  const seen = panel.closest(".words").getBoundingClientRect();
  opened(panel);
  if (matchMedia("(min-width:1181px)").matches && seen.top < innerHeight && seen.bottom > 0) event.preventDefault();
});
function arrived() {
  const panel = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (panel && panel.classList.contains("w")) opened(panel);
}
addEventListener("hashchange", arrived);
arrived();
