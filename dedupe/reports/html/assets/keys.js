// Keys, places in the page, and the start.

const KEYS = {
  "/": ["search", () => { show("clusters"); $("q").focus(); }],
  j: ["next cluster", () => stepCluster(1)],
  k: ["previous cluster", () => stepCluster(-1)],
  n: ["next change", () => stepChange(1)],
  p: ["previous change", () => stepChange(-1)],
  "]": ["next version beside this one", () => stepVersion(1)],
  "[": ["previous version", () => stepVersion(-1)],
  v: ["side by side, or in one column", () => $("mode") && turnMode()],
  x: ["select the cluster", () => state.current && tickCluster(state.current, !state.ticked.has(state.current.id))],
  a: ["decide: known, stay quiet", () => !$("bar").hidden && decide("known")],
  d: ["decide: not a duplicate", () => !$("bar").hidden && decide("different")],
  s: ["decide: same story", () => !$("bar").hidden && decide("same")],
  o: ["decide: the version on the right is the canonical", () => !$("bar").hidden && decide("keep")],
  g: ["overview", () => { location.hash = "overview"; }],
  Escape: ["back to the list, leave a field", leave],
  "?": ["these keys", () => $("keys").showModal()],
};

function leave() {
  if (document.activeElement && document.activeElement.matches("input, select")) document.activeElement.blur();
  else closeCluster();
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
  const typing = event.target.matches("select, input:not([type=checkbox]):not([type=radio])");
  if ((typing && event.key !== "Escape") || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key][1]();
}

function show(name) {
  if ($(name).hidden) setTimeout(() => scrollTo(0, 0)); // after the browser has gone to what the address names
  for (const section of ["overview", "clusters", "decisions"]) $(section).hidden = section !== name;
  for (const anchor of document.querySelectorAll("nav a")) {
    if (anchor.dataset.view === name) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
  showBar();
}

function route() {
  const given = new URLSearchParams(location.hash.slice(1));
  const cluster = clusterOf.get(given.get("cluster"));
  if (cluster && cluster.page) return void location.assign(hrefOf(cluster));
  if (cluster) {
    show("clusters");
    return openCluster(cluster, Number(given.get("left") || 0), Number(given.get("right") || 1));
  }
  const name = location.hash.slice(1);
  show(["clusters", "decisions"].includes(name) ? name : "overview");
  return null;
}

function turnTheme() {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
}

function start() {
  fillFilters();
  restore();
  refresh();
  showLines();
  for (const id of ["q", "f-from", "f-to", "f-size", "f-least", "f-most"]) $(id).addEventListener("input", refresh);
  for (const id of ["f-relation", "f-source", "f-state", "sort"]) $(id).addEventListener("change", refresh);
  $("search").addEventListener("submit", (event) => event.preventDefault());
  $("search").addEventListener("reset", () => setTimeout(refresh));
  $("all").addEventListener("change", () => tickAll($("all").checked));
  $("more").addEventListener("click", showMore);
  $("download").addEventListener("click", download);
  $("upload").addEventListener("change", () => $("upload").files[0] && upload($("upload").files[0]));
  $("forget").addEventListener("click", () => { lines.clear(); settle(clusters.slice(0, state.shown)); say("Forgotten."); });
  $("theme").addEventListener("click", turnTheme);
  $("help").addEventListener("click", () => $("keys").showModal());
  $("unkey").addEventListener("click", () => $("keys").close());
  $("keylist").append(...Object.entries(KEYS).flatMap(([name, [text]]) => [el("dt", {}, el("kbd", {}, name)), el("dd", {}, text)]));
  document.addEventListener("keydown", pressed);
  window.addEventListener("hashchange", route);
  route();
  document.documentElement.dataset.ready = performance.now().toFixed(0);
}

start();
