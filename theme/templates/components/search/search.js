// Search in the browser. Loads the index when somebody begins to type, sends nothing, keeps nothing.
// The words are never written into the address; only "Link to this search" holds them, after the # that no server sees.
const box = document.querySelector("[data-search]");
const part = (name) => box.querySelector(`[data-search-${name}]`);
const input = box.querySelector("input");
const choices = [...box.querySelectorAll("[data-search-choice]")];
const status = part("status");
const found = part("found");
const more = part("more");
const SHOWN_AT_ONCE = 10;
const PAUSE = 200;
// Where no word begins as asked, Pagefind gives words that only share a letter or two; those score below this.
const WEAKEST = 0.012;
// Cyrillic words typed with Latin letters of the same look, as some keyboards make them.
const LOOKS_LIKE = { a: "а", c: "с", e: "е", i: "і", o: "о", p: "р", x: "х", y: "у" };

let index = null;
let results = [];
let shown = 0;
let run = 0;
let timer = 0;

// The index and the list of entries, once.
const load = () => {
  index ??= Promise.all([
    import("./pagefind/pagefind.js"),
    fetch(new URL(box.dataset.search, document.baseURI)).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer.json();
    }),
  ]).then(async ([pagefind, list]) => {
    // Without a worker: it would need a policy of its own. A long text about a thing counts no less than a short one.
    await pagefind.options({ noWorker: true, ranking: { pageLength: 0.2, termFrequency: 0.4, termSimilarity: 6 } });
    await pagefind.init();
    return { pagefind, list, stop: new Set(list.stop) };
  });
  return index;
};

// The words of a question as the index holds them: small letters, no apostrophes, no words that say nothing.
const wordsOf = (text, list, stop) => {
  const apostrophe = new RegExp(`(\\p{L})[${list.apostrophes}"*](?=\\p{L})`, "gu");
  const words = text.normalize("NFC").replaceAll("\u0301", "").toLowerCase().replace(apostrophe, "$1")
    .split(/[^\p{L}\p{N}]+/u).filter(Boolean)
    .map((word) => (/[а-яєіїґ]/.test(word) ? word.replace(/[aceiopxy]/g, (letter) => LOOKS_LIKE[letter]) : word));
  const telling = words.filter((word) => !stop.has(word));
  return [...new Set(telling.length ? telling : words)].slice(0, 12);
};

// What Pagefind finds: id and score, raised for entries that readers mostly mean and for those called exactly so.
const ask = async ({ pagefind, list, stop }, words) => {
  const { results: answers } = await pagefind.search(words.join(" "));
  const asked = words.join(" ");
  const raised = ({ title, weight }) => (weight ?? 1) * (wordsOf(title, list, stop).join(" ") === asked ? 8 : 1);
  return answers
    .filter(({ id, score }) => id in list.entries && score > WEAKEST)
    .map(({ id, score }) => ({ id, score: score * raised(list.entries[id]) }))
    .sort((one, other) => other.score - one.score);
};

// Entries with all words; if there are none, those with some, the more the better.
const lookFor = async (loaded, text) => {
  const { list, stop } = loaded;
  const words = wordsOf(text, list, stop);
  if (!words.length) return { ids: text.trim() ? [] : Object.keys(list.entries), all: true };
  const whole = await ask(loaded, words);
  if (whole.length || words.length === 1) return { ids: whole.map((result) => result.id), all: true };
  const scores = new Map();
  for (const word of words) {
    const seen = new Set();
    for (const { id, score } of await ask(loaded, [word])) {
      if (!seen.has(id)) scores.set(id, (scores.get(id) ?? 0) + 1000 + score);
      seen.add(id);
    }
  }
  const best = [...scores].sort((one, other) => other[1] - one[1]);
  return { ids: best.map(([id]) => id), all: false };
};

const isChosen = (entry) => choices.every(({ value, dataset }) => {
  if (!value) return true;
  if (dataset.searchChoice === "region") return (entry.regions ?? []).includes(value);
  return String(entry[dataset.searchChoice] ?? "") === value;
});

const element = (name, className, text, language) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  if (language) made.lang = language;
  return made;
};

const itemOf = (entry, kinds) => {
  const item = document.createElement("li");
  const title = element("p", "search-title");
  const link = element("a", "", entry.title, entry.lang);
  link.href = new URL(entry.path, new URL(box.dataset.root, document.baseURI)).href;
  title.append(link);
  const by = element("p", "search-by");
  const rest = [entry.by, entry.where, entry.year].filter(Boolean).join(" · ");
  by.append(element("span", "search-kind", kinds[entry.kind]), ` ${rest}`);
  item.append(title, by);
  if (entry.summary) item.append(element("p", "", entry.summary, entry.summary_lang));
  if (entry.notes) item.append(element("p", "search-notes", entry.notes.join(" · ")));
  return item;
};

const showMore = (kinds) => {
  const first = shown;
  for (const entry of results.slice(shown, shown + SHOWN_AT_ONCE)) found.append(itemOf(entry, kinds));
  shown = Math.min(shown + SHOWN_AT_ONCE, results.length);
  more.hidden = shown >= results.length;
  return found.children[first];
};

const clear = () => {
  found.setAttribute("aria-busy", "false");
  found.replaceChildren();
  part("after").hidden = true;
  status.textContent = "";
};

const question = () => {
  const said = new URLSearchParams();
  if (input.value.trim()) said.set("q", input.value.trim());
  for (const { value, dataset } of choices) if (value) said.set(dataset.searchChoice, value);
  return said;
};

const countText = (number) => {
  const category = new Intl.PluralRules(document.documentElement.lang).select(number);
  const text = box.getAttribute(`data-count-${category}`) ?? box.getAttribute("data-count-other");
  return text.replace("{count}", number.toLocaleString(document.documentElement.lang));
};

const search = async () => {
  clearTimeout(timer);
  run += 1;
  const mine = run;
  const said = question();
  if (![...said].length) {
    clear();
    return;
  }
  found.setAttribute("aria-busy", "true");
  try {
    if (!index) status.textContent = box.dataset.loading;
    const loaded = await load();
    const { ids, all } = await lookFor(loaded, input.value);
    if (mine !== run) return;
    results = ids.map((id) => loaded.list.entries[id]).filter((entry) => entry && isChosen(entry));
    shown = 0;
    clear();
    showMore(loaded.list.kinds);
    more.onclick = () => showMore(loaded.list.kinds)?.querySelector("a").focus();
    part("after").hidden = !results.length;
    part("link").href = `#${said}`;
    const counted = countText(results.length);
    if (!results.length) status.textContent = box.dataset.none;
    else status.textContent = all ? counted : box.dataset.some.replace("{count}", String(results.length));
  } catch {
    if (mine !== run) return;
    index = null;
    clear();
    status.textContent = box.dataset.failed;
  }
};

// A link to a search holds it behind the #.
const readAddress = () => {
  const said = new URLSearchParams(location.hash.slice(1));
  const names = ["q", ...choices.map(({ dataset }) => dataset.searchChoice)];
  if (!names.some((name) => said.has(name))) return;
  input.value = said.get("q") ?? "";
  for (const choice of choices) {
    const wanted = said.get(choice.dataset.searchChoice) ?? "";
    choice.value = [...choice.options].some(({ value }) => value === wanted) ? wanted : "";
  }
  search();
};

part("plain").hidden = true;
part("form").hidden = false;
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing) search();
});
for (const choice of choices) choice.addEventListener("change", search);
addEventListener("hashchange", readAddress);
// Back from a result, a browser may have kept the words in the field.
addEventListener("pageshow", () => { if (input.value && !found.children.length) search(); });
readAddress();
