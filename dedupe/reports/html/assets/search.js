// Which clusters are found, and in which order.

const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

for (const cluster of clusters) {
  const sources = cluster.sources.map((n) => index.sources[n]).join("\n");
  cluster.hay = folded(`${cluster.title}\n${cluster.others}\n${sources}\n${cluster.id}`);
}

const number = (id, unit = 1) => ($(id).value === "" ? null : Number($(id).value) / unit);
const date = (id, hours) => ($(id).value ? Date.parse(`${$(id).value}T00:00:00Z`) / 1000 + 3600 * hours : null);

function wanted() {
  return {
    words: folded($("q").value).split(/\s+/).filter(Boolean),
    relation: $("f-relation").value,
    source: $("f-source").value === "" ? null : Number($("f-source").value),
    from: date("f-from", 0),
    to: date("f-to", 24),
    size: number("f-size"),
    least: number("f-least", 100),
    most: number("f-most", 100),
    state: $("f-state").value,
  };
}

function fits(cluster, want) {
  return (
    want.words.every((word) => cluster.hay.includes(word)) &&
    (!want.relation || cluster.relations.includes(want.relation)) &&
    (want.source === null || cluster.sources.includes(want.source)) &&
    (want.from === null || (cluster.dates.length > 0 && cluster.dates[1] >= want.from)) &&
    (want.to === null || (cluster.dates.length > 0 && cluster.dates[0] < want.to)) &&
    (want.size === null || cluster.versions >= want.size) &&
    (want.least === null || cluster.most >= want.least) &&
    (want.most === null || cluster.least <= want.most) &&
    (!want.state || want.state === stateOf(cluster))
  );
}

function stateOf(cluster) {
  if (decidedOn.has(cluster.id)) return "decided";
  return cluster.fresh ? "open" : "accepted";
}

const dated = (cluster, end) => (cluster.dates.length ? cluster.dates[end] : null);
const byDate = (end, sign) => (one, other) => {
  const [left, right] = [dated(one, end), dated(other, end)];
  if (left === null || right === null) return (left === null) - (right === null);
  return sign * (left - right);
};

const ORDERS = {
  size: (one, other) => other.versions - one.versions,
  differing: (one, other) => other.differing - one.differing,
  alike: (one, other) => other.most - one.most,
  unlike: (one, other) => one.least - other.least,
  new: byDate(1, -1),
  old: byDate(0, 1),
  title: (one, other) => (one.title < other.title ? -1 : one.title > other.title ? 1 : 0),
};

function search() {
  const want = wanted();
  const found = clusters.filter((cluster) => fits(cluster, want));
  const order = ORDERS[$("sort").value];
  return order ? found.sort((one, other) => order(one, other) || one.n - other.n) : found;
}
