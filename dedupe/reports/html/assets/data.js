// The index of all clusters is read at once; a part with the texts of some, when one of them is opened.

const index = JSON.parse($("index").textContent);
const clusters = index.clusters.map((row, n) => ({
  n,
  id: row[0],
  title: row[1],
  versions: row[2],
  fresh: row[3],
  sources: row[4],
  relations: row[5],
  most: row[6],
  least: row[7],
  dates: row[8],
  others: row[9],
  part: row[10],
  place: row[11],
  page: row[12],
  differing: row[13],
}));
const clusterOf = new Map(clusters.map((cluster) => [cluster.id, cluster]));

const OPENED = 12; // parts kept open
const elements = document.getElementsByClassName("part");
const opened = new Map();

async function inflated(text) {
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

async function read(element) {
  const text = element.textContent;
  return JSON.parse(element.type === "application/json" ? text : await inflated(text));
}

async function detail(cluster) {
  if (!opened.has(cluster.part)) opened.set(cluster.part, read(elements[cluster.part]));
  else opened.set(cluster.part, touched(cluster.part));
  while (opened.size > OPENED) opened.delete(opened.keys().next().value);
  return (await opened.get(cluster.part))[cluster.place];
}

function touched(part) {
  const known = opened.get(part);
  opened.delete(part);
  return known;
}
