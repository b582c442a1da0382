// Two versions whose comparison is not in the page are compared here: paragraphs by their words in common, then words.
// Moves are not looked for; facts are those of the table above that the two tell differently.

function comparedHere(told, left, right) {
  const blocks = left === right ? sameText(told, left) : [];
  const facts = left === right ? [] : factsBetween(told, left, right);
  for (const part of left === right ? [] : Object.keys(PARTS)) {
    blocks.push(...aligned(textsOf(told, left, part), textsOf(told, right, part), part));
  }
  const note = left === right ? "One version beside itself." : "These two were compared in this page: passages that moved are shown as left out and added.";
  return { blocks, counts: countsOf(blocks), facts, note };
}

// The paragraphs of a part of one version, taken from its comparison with the canonical.
function textsOf(told, place, part) {
  const { blocks } = told.diffs[place ? `0 ${place}` : "0 1"];
  const side = place ? 2 : 1;
  const paragraphs = [];
  for (const block of blocks) {
    if (block[1] !== part || block[2] === (place ? "left" : "right")) continue;
    const at = block[place ? 4 : 3];
    paragraphs[at] = (paragraphs[at] || "") + sideText(block[5], side);
  }
  return paragraphs.filter((text) => text);
}

const sameText = (told, place) =>
  Object.keys(PARTS).flatMap((part) => textsOf(told, place, part).map((text, n) => ["=", part, "both", n, n, [text]]));

const split = (text) => text.match(/\s*\S+\s*$|\s*\S+/g) || [];
const key = (word) => folded(word).replace(/[^\p{L}\p{N}]/gu, "") || word.trim();

// Pairs of places in the order of both that have the greatest sum of likeness.
function chain(rows, columns, like) {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + like(i, j));
  const pairs = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const here = like(i, j);
    if (here > 0 && best[i][j] === best[i + 1][j + 1] + here) pairs.push([i++, j++]);
    else if (best[i][j] === best[i + 1][j]) i++;
    else j++;
  }
  return pairs;
}

function likeness(left, right) {
  const sets = [left, right].map((texts) => texts.map((text) => new Set(split(text).map(key))));
  const table = sets[0].map((one) => sets[1].map((other) => {
    const shared = [...one].filter((word) => other.has(word)).length;
    const share = shared / Math.max(Math.min(one.size, other.size), 1);
    return share >= 0.4 ? share * shared : 0;
  }));
  return (i, j) => table[i][j];
}

function aligned(left, right, part) {
  const title = part === "title" && left.length && right.length;
  const pairs = title ? [[0, 0]] : chain(left.length, right.length, likeness(left, right));
  const blocks = [];
  let [i, j] = [0, 0];
  for (const [nextLeft, nextRight] of [...pairs, [left.length, right.length]]) {
    for (; i < nextLeft; i++) blocks.push(["-", part, "left", i, null, [["-", left[i], ""]]]);
    for (; j < nextRight; j++) blocks.push(["+", part, "right", null, j, [["+", "", right[j]]]]);
    if (i < left.length && j < right.length) blocks.push(paragraph(left[i], right[j], part, [i++, j++]));
  }
  return blocks;
}

function paragraph(left, right, part, places) {
  const [one, other] = [split(left), split(right)];
  const [keys, otherKeys] = [one.map(key), other.map(key)];
  const pairs = chain(one.length, other.length, (i, j) => (keys[i] === otherKeys[j] ? 1 : 0));
  const spans = [];
  let [i, j, same] = [0, 0, ""];
  const flush = () => { if (same) spans.push(same); same = ""; };
  for (const [nextLeft, nextRight] of [...pairs, [one.length, other.length]]) {
    const [gone, come] = [one.slice(i, nextLeft).join(""), other.slice(j, nextRight).join("")];
    if (gone || come) flush();
    if (gone || come) spans.push([gone && come ? "~" : gone ? "-" : "+", gone, come]);
    same += other[nextRight] || "";
    [i, j] = [nextLeft + 1, nextRight + 1];
  }
  flush();
  const kind = spans.every((span) => typeof span === "string") ? "=" : "~";
  return [kind, part, "both", ...places, spans];
}

function countsOf(blocks) {
  const counts = [0, 0, 0, 0, 0];
  const size = (text) => (text.match(/\S+/g) || []).length;
  for (const span of blocks.flatMap((block) => block[5])) {
    if (typeof span === "string") counts[0] += size(span);
    else counts.forEach((_, n) => { if (n === 1 || n === 2) counts[n] += size(span[n]); });
  }
  return counts;
}

function factsBetween(told, left, right) {
  const value = (row, place) => (row.cells[place] < 0 ? "" : row.values[row.cells[place]][0]);
  return told.facts
    .map((row) => [row.kind, value(row, left), value(row, right), row.sentence, row.sentence])
    .filter(([, one, other]) => one !== other)
    .map((fact) => [...fact, Boolean(fact[1] && fact[2]), ""]);
}
