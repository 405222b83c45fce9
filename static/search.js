// Finds briefings by the words of their index, and shows in each of them the words that were found.
(() => {
  "use strict";

  const SHOWN = 10;
  const HITS = 4;
  const WAIT = 150;
  const AROUND = 70;

  // Words are folded and cut as outputs/search_index/words.py does.
  const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0655\u0670\u06d6-\u06ed]/gu;
  const ALIKE = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ς: "σ", ى: "ي", ی: "ي", ة: "ه", ٱ: "ا", ک: "ك" };
  [0x660, 0x6f0].forEach((zero) => { for (let at = 0; at < 10; at++) ALIKE[String.fromCharCode(zero + at)] = String(at); });
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
  const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
  const WORDS = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const isUnspaced = (word) => new RegExp(`^[${UNSPACED}]`, "u").test(word);
  const JOINED = /^ו?(?:מש|כש|לכש|ש)?[הבלמכ]?ה?$/u;
  const ARTICLE = /^(?:[وفبك]?ال|لل)(?=...)/u;
  const MOST_LETTERS = 32;

  const foldOne = (char) => [...char.toLowerCase().normalize("NFKD").replace(MARKS, "").normalize("NFC")]
    .map((letter) => ALIKE[letter] ?? letter)
    .map((letter) => (/[\p{L}\p{N}\p{M}]/u.test(letter) ? letter : " "))
    .join("");
  const fold = (text) => [...text].map(foldOne).join("");
  const cut = (text) => fold(text).split(" ").flatMap((word) => word.match(RUNS) ?? []).flatMap((run) => {
    if (isUnspaced(run)) {
      const signs = [...run];
      return signs.map((sign, at) => sign + (signs[at + 1] ?? ""));
    }
    return run.length > 1 ? [[...run.replace(ARTICLE, "")].slice(0, MOST_LETTERS).join("")] : [];
  });
  // A Hebrew word is found by what stands behind the letters that are written together with it as well.
  const formsOf = (word) => (/^[א-ת]/u.test(word)
    ? [0, 1, 2, 3, 4, 5].filter((end) => end <= word.length - 2 && JOINED.test(word.slice(0, end))).map((end) => word.slice(end))
    : [word]);
  // What a reader types ends with a sign that need not be the last of its word.
  const cutQuery = (text) => {
    const words = cut(text);
    return [...new Set(words.filter((word, at) => !isUnspaced(word) || [...word].length > 1 || !isUnspaced(words[at - 1] ?? "") || [...words[at - 1]][1] !== word))];
  };

  const root = document.querySelector(".search");
  const form = root.querySelector("search");
  const field = form.querySelector("input");
  const status = root.querySelector(".search-status");
  const list = root.querySelector(".results");
  const more = root.querySelector(".search-more");
  const model = root.querySelector("template").content;
  const depth = Number(root.dataset.depth);
  const groups = new Set(root.dataset.groups.split(" "));
  const language = document.documentElement.lang;

  const loaded = new Map();
  const load = (path, read) => {
    if (!loaded.has(path)) {
      const loading = fetch(path).then((answer) => {
        if (!answer.ok) throw new Error(path);
        return answer.text();
      }).then(read);
      loading.catch(() => loaded.delete(path));
      loaded.set(path, loading);
    }
    return loaded.get(path);
  };

  const rowsOf = (piece) => {
    let word = "";
    return piece.split("\n").slice(1, -1).map((line) => {
      const end = line.indexOf(" ");
      word = word.slice(0, parseInt(line[0], 36)) + line.slice(1, end);
      return [word, line.slice(end + 1)];
    });
  };
  const numbersOf = (written) => {
    let number = 0;
    const numbers = [];
    for (const sign of written) {
      number += sign === "\ue000" ? 0xc000 : sign.codePointAt(0) - 0x30;
      if (sign !== "\ue000") numbers.push(number);
    }
    return numbers;
  };
  const groupOf = (word) => {
    if (!depth) return "";
    if (isUnspaced(word)) return `-block-${(word.codePointAt(0) >> 8).toString(16)}`;
    return `-${[...word].slice(0, depth).map((char) => (char < "\x80" ? char : `u${char.codePointAt(0).toString(16)}`)).join("")}`;
  };

  // Return the briefings that have a word which begins so, each with how much that counts.
  const findWord = async (start) => {
    const group = groupOf(start);
    const found = new Map();
    if (!groups.has(group || "-")) return found;
    for (const [word, numbers] of await load(`words${group}.txt`, rowsOf)) {
      if (!word.startsWith(start)) continue;
      for (const number of numbersOf(numbers)) {
        const counts = (number % 2 ? 4 : 1) + (word === start ? 1 : 0);
        found.set(number >> 1, Math.max(found.get(number >> 1) ?? 0, counts));
      }
    }
    return found;
  };

  const find = async (words) => {
    const [first, ...others] = await Promise.all(words.map(findWord));
    return [...first]
      .filter(([number]) => others.every((found) => found.has(number)))
      .map(([number, counts]) => [number, others.reduce((sum, found) => sum + found.get(number), counts)])
      .sort((one, other) => other[1] - one[1] || other[0] - one[0])
      .map(([number]) => number);
  };

  const titleOf = async (number) => {
    const rows = await load(`briefings-${Math.floor(number / 100)}.txt`, (piece) => piece.split("\n").slice(1, -1));
    const [slug, day, title] = rows[number % 100].split("\t");
    return { slug, day, title };
  };

  // The places of the words that were looked for, each with these: a whole word, or the signs alone where no space parts them.
  const placesIn = function* (text, words) {
    for (const { 0: written, index } of text.matchAll(WORDS)) {
      if (!isUnspaced(written)) {
        const folded = cut(written).flatMap(formsOf);
        const those = words.filter((word) => folded.some((each) => each.startsWith(word)));
        if (those.length) yield { start: index, end: index + written.length, those };
        continue;
      }
      let start = index;
      const signs = [...written];
      for (let at = 0; at < signs.length; start += signs[at++].length) {
        const pair = signs.slice(at, at + 2);
        const those = words.filter((word) => fold(pair.join("")).startsWith(word));
        const end = start + (those.some((word) => [...word].length > 1) ? pair.join("") : pair[0]).length;
        if (those.length) yield { start, end, those };
      }
    }
  };

  // Mark in a text the words that were looked for; return their number and the place of the first.
  const mark = (element, text, words) => {
    const hit = new Set();
    const marks = [];
    for (const { start, end, those } of placesIn(text, words)) {
      those.forEach((word) => hit.add(word));
      const before = marks.at(-1);
      if (before && start <= before.end) before.end = Math.max(before.end, end);
      else marks.push({ start, end });
    }
    let last = 0;
    for (const { start, end } of marks) {
      const marked = document.createElement("mark");
      marked.textContent = text.slice(start, end);
      element.append(text.slice(last, start), marked);
      last = end;
    }
    element.append(text.slice(last));
    return { count: hit.size, first: marks[0]?.start ?? -1 };
  };

  // The words near a place: whole ones, with … where some are left out. Signs without spaces are as good as words, and wider.
  const excerpt = (text, words) => {
    const { first, count } = mark(document.createElement("q"), text, words);
    const signs = isUnspaced(text.slice(Math.max(first, 0)));
    const around = signs ? AROUND / 2 : AROUND;
    const end = first + 2 * around;
    const from = first <= around ? 0 : signs ? first - around : text.indexOf(" ", first - around) + 1;
    const to = text.length <= end ? text.length : signs ? end : text.lastIndexOf(" ", end);
    const shown = to > from && to > first ? text.slice(from, to) : text.slice(first, end);
    return { count, text: `${from ? "…" : ""}${shown}${to < text.length ? "…" : ""}` };
  };

  const hitsIn = (page, article, words) => {
    const hits = [];
    for (const each of page.querySelectorAll("[data-words]")) {
      const text = each.querySelector(".words").textContent.replace(/\s+/g, " ").trim();
      const by = each.querySelector(".by")?.textContent.trim() ?? "";
      const { count } = mark(document.createElement("q"), `${text} ${by}`, words);
      const own = mark(document.createElement("q"), text, words).count;
      if (own) hits.push({ count, text: excerpt(text, words).text, by, place: each.dataset.words, isQuoted: Boolean(by) });
    }
    const signs = [...article];
    const starts = (page.querySelector("[data-blocks]")?.dataset.blocks ?? "").split(" ").map(Number);
    starts.forEach((start, at) => {
      const text = signs.slice(start, starts[at + 1]).join("").replace(/\s+/g, " ").trim();
      const { count, text: shown } = excerpt(text, words);
      if (count) hits.push({ count: count - 0.5, text: shown, by: "", place: `p-${at + 1}`, paragraph: at + 1 });
    });
    return hits.sort((one, other) => other.count - one.count).slice(0, HITS);
  };

  const showHits = async (result, slug, words) => {
    const place = `../${slug.split("/").map(encodeURIComponent).join("/")}/`;
    const [page, article] = await Promise.all([
      load(`${place}embed/`, (html) => new DOMParser().parseFromString(html, "text/html")),
      load(`${place}article.txt`, (text) => text),
    ]);
    const hits = result.querySelector(".hits");
    for (const each of hitsIn(page, article, words)) {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${place}#${each.place}`;
      entry.dir = "auto";
      const said = document.createElement(each.isQuoted || each.paragraph ? "q" : "span");
      mark(link, each.text, words);
      said.append(link);
      entry.append(said);
      const where = each.by || (each.paragraph ? `${hits.dataset.inArticle} ${hits.dataset.place.replace("{}", each.paragraph.toLocaleString(language))}` : "");
      if (where) {
        const note = document.createElement("span");
        note.className = "hit-of";
        note.textContent = where;
        entry.append(" ", note);
      }
      hits.append(entry);
    }
  };

  let asked = 0;
  let numbers = [];
  let shown = 0;

  const showMore = async (words, turn) => {
    const rows = await Promise.all(numbers.slice(shown, shown + SHOWN).map(titleOf));
    if (turn !== asked) return;
    const results = rows.map(({ slug, day, title }) => {
      const result = model.cloneNode(true).querySelector("li");
      const link = result.querySelector("a");
      const time = result.querySelector("time");
      link.href = `../${slug}/`;
      mark(link, title, words);
      time.dateTime = day;
      time.textContent = new Date(`${day}T00:00Z`).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
      showHits(result, slug, words).catch(() => {});
      return result;
    });
    list.append(...results);
    shown += results.length;
    more.hidden = shown >= numbers.length;
    return results[0];
  };

  const search = async () => {
    const turn = ++asked;
    const query = field.value.trim();
    const words = cutQuery(query);
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    try {
      const found = words.length ? await find(words) : [];
      if (turn !== asked) return;
      [numbers, shown] = [found, 0];
      list.replaceChildren();
      more.hidden = true;
      const { found: count, none, short } = status.dataset;
      if (!query) status.textContent = "";
      else if (!words.length) status.textContent = short;
      else status.textContent = found.length ? count.replace("{number}", found.length.toLocaleString(language)) : none;
      if (found.length) await showMore(words, turn);
    } catch {
      if (turn === asked) status.textContent = status.dataset.failed;
    }
  };

  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    clearTimeout(timer);
    search();
  });
  more.addEventListener("click", async () => {
    const first = await showMore(cutQuery(field.value), asked);
    first?.querySelector("a").focus();
  });

  form.hidden = false;
  root.querySelector("#lists + p").hidden = true;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
  else field.focus({ preventScroll: true });
})();
