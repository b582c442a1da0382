// One cluster: what it is, its versions, its facts, two versions side by side, and the event around it.

const view = { detail: null, left: 0, right: 1, picked: new Set() };

async function openCluster(cluster, left = 0, right = 1) {
  const before = state.current;
  state.current = cluster;
  for (const one of [before, cluster]) if (one && rowElement(one)) rowElement(one).classList.toggle("open", one === cluster);
  const told = await detail(cluster);
  if (state.current !== cluster) return;
  if (view.detail !== told) view.picked = new Set([...told.versions.keys()].slice(1));
  Object.assign(view, { detail: told, left, right: right < told.shown ? right : 0 });
  document.body.classList.add("reading");
  const focused = $("cluster").contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
  $("cluster").replaceChildren(...sections(cluster, told));
  if (before !== cluster) scrollTo(0, 0);
  else if (focused) refocus(focused);
  showBar();
}

// What was pressed is made anew with the rest; whoever goes on by keyboard goes on from there.
function refocus(label) {
  const found = [...$("cluster").querySelectorAll("[aria-label]")].find((one) => one.getAttribute("aria-label") === label);
  if (found) found.focus({ preventScroll: true });
}

function closeCluster() {
  document.body.classList.remove("reading");
  const row = state.current && rowElement(state.current);
  if (row) row.querySelector("a").focus();
}

function sections(cluster, told) {
  return [heading(cluster, told), versionsOf(told), factsOf(told), comparison(told), relatedOf(told)].filter(Boolean);
}

function heading(cluster, told) {
  const place = state.found.indexOf(cluster);
  const steps = el(
    "p",
    { class: "steps" },
    button("← List", closeCluster, { class: "back" }),
    button("↑ Previous", () => stepCluster(-1), { disabled: place <= 0 }),
    button("↓ Next", () => stepCluster(1), { disabled: place < 0 || place + 1 >= state.found.length }),
    el("span", {}, place < 0 ? "" : `${place + 1} of ${state.found.length}`),
  );
  const why = foreign("p", `Canonical: ${told.reason}. Cluster ${told.id}.`, { class: "meta" });
  return el("header", {}, steps, foreign("h3", cluster.title), why);
}

function stepCluster(step) {
  const place = state.found.indexOf(state.current);
  const next = state.found[place < 0 ? 0 : place + step];
  if (!next) return;
  while (state.found.indexOf(next) >= state.shown) showMore();
  if (next.page) return void rowElement(next).querySelector("a").focus();
  location.hash = hrefOf(next);
  rowElement(next).scrollIntoView({ block: "nearest" });
}

function relatedOf(told) {
  if (!told.related.length) return null;
  const items = told.related.map((story) => {
    const known = clusterOf.get(story.cluster);
    const title = known ? foreign("a", story.title, { href: hrefOf(known) }) : link(story.url, story.title);
    const versions = story.versions > 1 ? `${story.versions} versions` : "";
    const alike = story.alike ? `${percent(story.alike)} alike` : "";
    const facts = [story.source === "(no source)" ? "" : story.source, story.at ? day(seconds(story.at)) : "", alike, versions, story.place];
    return el("li", {}, title, foreign("p", facts.filter(Boolean).join(" · "), { class: "meta" }));
  });
  const text = "Told separately, of the same event: no duplicates of the versions above.";
  return el("section", { class: "related" }, el("h4", {}, "Related coverage"), el("p", { class: "meta" }, text), el("ul", {}, ...items));
}
