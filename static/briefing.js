// Enriches what already works without it: a preview of the party that a name leads to, words of the article lit beside
// the claim that rests on them or shown over it, and the section being read.
(() => {
  "use strict";

  const OPEN_AFTER = 150;
  const CLOSE_AFTER = 250;

  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const isOpen = (popover) => popover.matches(":popover-open");

  const preview = make("div", { id: "preview", className: "preview", popover: "manual" });
  const article = document.querySelector(".the-article");
  let shown = null;
  let timer = 0;

  const line = (className, text) => make("p", { className, textContent: text.trim().replace(/\s+/g, " ") });

  const fill = (link) => {
    const card = byId(link.hash.slice(1));
    const parts = [
      ["preview-name", "h4 dfn"],
      ["preview-full", "h4 .full-name"],
      ["preview-facts", ".party-facts"],
      ["preview-claim", ".claim:not(:has(~ .reading))"],
    ];
    const lines = parts.map(([name, selector]) => [name, card.querySelector(selector)]).filter(([, found]) => found);
    const more = make("a", { href: link.hash, tabIndex: -1, textContent: article.dataset.more });
    preview.replaceChildren(...lines.map(([name, found]) => line(name, found.textContent)), more);
  };

  const place = (link, y) => {
    const boxes = [...link.getClientRects()];
    const box = boxes.find((each) => y >= each.top && y <= each.bottom) ?? boxes[0];
    const { offsetWidth: width, offsetHeight: height } = preview;
    const start = getComputedStyle(link).direction === "rtl" ? box.right - width : box.left;
    const below = box.bottom + 6;
    preview.style.left = `${Math.max(8, Math.min(start, document.documentElement.clientWidth - width - 8))}px`;
    preview.style.top = `${below + height < innerHeight ? below : Math.max(8, box.top - height - 6)}px`;
  };

  const open = (link, y = 0) => {
    clearTimeout(timer);
    if (shown === link) return;
    close();
    fill(link);
    preview.showPopover();
    place(link, y);
    link.setAttribute("aria-describedby", preview.id);
    shown = link;
  };

  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    preview.hidePopover();
  };

  const after = (delay, then) => {
    clearTimeout(timer);
    timer = setTimeout(then, delay);
  };

  const mention = (target) => target.closest?.("a.mention");

  if (article && preview.showPopover) {
    document.body.append(preview);
    let pointer = "";
    let below = null;
    article.addEventListener("pointerdown", (event) => { pointer = event.pointerType; });
    // Moving, not being over: scrolling may bring a name below a pointer that rests.
    article.addEventListener("pointermove", (event) => {
      const link = event.pointerType === "mouse" ? mention(event.target) : null;
      if (!link || link === below) return;
      below = link;
      after(shown === link ? 0 : OPEN_AFTER, () => open(link, event.clientY));
    });
    article.addEventListener("pointerout", (event) => {
      if (event.pointerType !== "mouse" || !mention(event.target)) return;
      below = null;
      after(CLOSE_AFTER, close);
    });
    article.addEventListener("focusin", (event) => {
      const link = mention(event.target);
      if (link?.matches(":focus-visible")) open(link);
    });
    article.addEventListener("focusout", (event) => { if (!preview.contains(event.relatedTarget)) close(); });
    // A finger has nothing to hover with: its first touch shows the preview, the second follows the link.
    article.addEventListener("click", (event) => {
      const link = mention(event.target);
      if (!link || pointer === "mouse" || pointer === "" || shown === link) return;
      event.preventDefault();
      open(link, event.clientY);
    });
    preview.addEventListener("pointerenter", () => clearTimeout(timer));
    preview.addEventListener("pointerleave", () => after(CLOSE_AFTER, close));
    preview.addEventListener("click", close);
    document.addEventListener("pointerdown", (event) => {
      if (shown && !preview.contains(event.target) && !shown.contains(event.target)) close();
    });
    document.addEventListener("keydown", (event) => {
      pointer = "";
      if (event.key === "Escape") close();
    });
    addEventListener("hashchange", close);
    addEventListener("scroll", () => { if (shown) place(shown); }, { passive: true, capture: true });
  }

  // Ties: links to words of the article, each with its card, in both directions.
  const LIGHT_AFTER = 90;
  const MOST_PLACES = 6;
  const wide = matchMedia("screen and (min-width: 75rem)");
  const idOf = (link) => (link.getAttribute("href") ?? "").slice(1);
  const cardOf = (link) => {
    const near = link.closest("[data-card], [id]");
    const card = near?.dataset.card ? byId(near.dataset.card) : near;
    return card?.matches("main, section") ? link : card;
  };
  const isWords = (element) => element?.closest(".block :is(span, a)");
  const tied = new Map();
  const resting = new Map();
  const names = new Map();
  const pieces = (id) => all(`#${CSS.escape(id)}, [data-of="${CSS.escape(id)}"]`, article);
  if (article) {
    all(".notes a", article).forEach((note) => names.set(idOf(note), note.textContent));
    all("main a[href^='#']").forEach((link) => {
      const id = idOf(link);
      if (article.contains(link) || !isWords(byId(id))) return;
      tied.set(link, id);
      resting.set(id, [...(resting.get(id) ?? []), link]);
    });
  }

  const head = article?.querySelector("header");
  const says = article?.querySelector(".lit-now");
  const nameOf = (card) => names.get(card.id) ?? card.querySelector?.("dfn")?.textContent ?? card.getAttribute("aria-label");
  const placeOf = (words) => article.dataset.place.replace("{}", words.closest(".block").dataset.number);
  const few = (list, most) => {
    const found = [...new Set(list.filter(Boolean))];
    return found.length > most ? [...found.slice(0, most), "…"] : found;
  };
  const name = (words, cards) =>
    [few(words.map(placeOf), MOST_PLACES).join(" "), few(cards.map(nameOf), 3).join(", ")].join(" · ");

  const isSeen = (words) => {
    const box = words.getClientRects()[0];
    return box.top >= head.getBoundingClientRect().bottom && box.bottom <= innerHeight;
  };
  const reveal = (words) => {
    if (wide.matches && !isSeen(words)) article.scrollBy({ top: words.getClientRects()[0].top - innerHeight * 0.3 });
  };
  const light = (ids, cards) => {
    all(".lit, .resting").forEach((each) => each.classList.remove("lit", "resting"));
    ids.flatMap(pieces).forEach((piece) => piece.classList.add("lit"));
    cards.forEach((card) => card.classList.add("resting"));
    says.textContent = ids.length ? name(ids.map(byId), cards) : "";
  };
  const lightTies = (links) => {
    const ids = [...new Set(links.map((link) => tied.get(link)))];
    const cards = [...new Set(links.map(cardOf))];
    light(ids, []);
    says.textContent = name(ids.map(byId), cards);
    if (!ids.some((id) => isSeen(byId(id)))) reveal(byId(ids[0]));
  };
  const tiesIn = (element) => all("a", element).filter((link) => tied.has(link));
  const cardsOn = (ids) => [...new Set(ids.flatMap((id) => resting.get(id) ?? []).map(cardOf))];

  // Whatever is pointed at has the ties of the smallest part of the page around it that has any, up to its card.
  const WHOLE = "section, nav, ul, ol, table, tbody, main, .relations figure, .columns, .panel";
  const tiesAround = (target) => {
    for (let each = target; each && !each.matches(WHOLE); each = each.parentElement) {
      const links = tied.has(each) ? [each] : tiesIn(each);
      if (links.length) return links;
    }
    return [];
  };
  const wordsAround = (target) => {
    const ids = [];
    for (let each = target; each && !each.matches(".block"); each = each.parentElement) {
      const id = each.id || each.dataset.of;
      if (id && resting.has(id)) ids.push(id);
    }
    return ids;
  };
  const consider = (target) => {
    if (!wide.matches || !target?.closest("main")) return;
    if (!article.contains(target)) {
      const links = tiesAround(target);
      if (links.length) lightTies(links);
    } else {
      const ids = wordsAround(target);
      if (ids.length) light(ids, cardsOn(ids));
    }
  };

  // Words that other words cross stand in several pieces, of which an address names the first.
  const land = (isFirst) => {
    all(".landed").forEach((piece) => piece.classList.remove("landed"));
    const target = document.querySelector(":target");
    light([], []);
    if (!target) return;
    if (isWords(target)) {
      pieces(target.id).forEach((piece) => piece.classList.add("landed"));
      const cards = cardsOn([target.id]);
      light([], cards);
      says.textContent = name([target], cards);
      reveal(target);
      if (isFirst && wide.matches) cards[0]?.scrollIntoView({ block: "center", behavior: "instant" });
    } else if (!article.contains(target) && !target.matches("main, h2")) {
      const links = tiesIn(target);
      if (links.length) lightTies(links);
    }
  };

  const keepPlace = () => history.replaceState({ ...history.state, top: article.scrollTop }, "");
  const returnToPlace = (top) => {
    if (wide.matches && top !== undefined) article.scrollTo({ top, behavior: "instant" });
  };

  if (article) {
    article.classList.add("answers");
    const fit = () => {
      if (wide.matches) article.tabIndex = 0;
      else article.removeAttribute("tabindex");
    };
    fit();
    wide.addEventListener("change", fit);

    let x, y, pointed, lighting, keeping;
    addEventListener("pointermove", (event) => {
      // The page may scroll under a pointer that rests: it lights nothing until it moves.
      const hasMoved = event.movementX || event.movementY || (x !== undefined && (x !== event.screenX || y !== event.screenY));
      [x, y] = [event.screenX, event.screenY];
      if (event.pointerType !== "mouse" || !hasMoved || event.target === pointed) return;
      pointed = event.target;
      clearTimeout(lighting);
      lighting = setTimeout(consider, LIGHT_AFTER, pointed);
    });
    addEventListener("focusin", ({ target }) => { if (target.matches(":focus-visible")) consider(target); });
    addEventListener("keydown", (event) => { if (event.key === "Escape") light([], []); });
    article.addEventListener("scroll", () => {
      clearTimeout(keeping);
      keeping = setTimeout(keepPlace, 300);
    }, { passive: true });
    document.addEventListener("click", (event) => {
      clearTimeout(keeping);
      if (event.target.closest?.("a") && wide.matches) keepPlace();
    }, { capture: true });
    addEventListener("popstate", (event) => returnToPlace(event.state?.top));
    // From words back to what rests on them: their card, or the list of several below the paragraph.
    article.addEventListener("click", ({ target }) => {
      if (target.closest("a, label") || !getSelection().isCollapsed) return;
      const cards = cardsOn(wordsAround(target));
      if (cards.length === 1 && cards[0].id && wide.matches) location.hash = cards[0].id;
      else if (cards.length) target.closest(".block").classList.toggle("opened");
    });
    addEventListener("hashchange", () => {
      land(false);
      returnToPlace(history.state?.top);
    });
    const { state } = history;
    addEventListener("load", () => {
      land(state?.top === undefined);
      returnToPlace(state?.top);
    });
  }

  // Where the article is not beside the claim, a reference shows its paragraph over the page, which stays where it is.
  const sheet = make("div", { className: "sheet", popover: "auto", tabIndex: -1 });
  const openSheet = (link) => {
    const id = tied.get(link);
    const copy = byId(id).closest(".block").cloneNode(true);
    all(".notes", copy).forEach((notes) => notes.remove());
    [copy, ...all("[id]", copy)].forEach((each) => {
      each.classList.remove("lit", "landed");
      if (each.id) each.dataset.of ||= each.id;
      each.removeAttribute("id");
    });
    const words = all(`[data-of="${CSS.escape(id)}"]`, copy);
    words.forEach((piece) => piece.classList.add("landed"));
    const title = name([byId(id)], [cardOf(link)]);
    const top = make("header");
    top.append(line("lit-now", title), make("button", { type: "button", textContent: "×", ariaLabel: article.dataset.close }));
    top.lastChild.addEventListener("click", () => sheet.hidePopover());
    sheet.ariaLabel = title;
    sheet.replaceChildren(top, copy, make("a", { href: `#${id}`, textContent: article.dataset.readOn }));
    sheet.showPopover();
    sheet.scrollTop = 0;
    const under = words[0].getClientRects()[0].bottom - sheet.getBoundingClientRect().bottom + 32;
    if (under > 0) sheet.scrollTop = under;
    sheet.focus({ preventScroll: true });
  };

  if (article && sheet.showPopover) {
    sheet.setAttribute("role", "dialog");
    document.body.append(sheet);
    let leaving = 0;
    let next = "";
    const goOn = () => {
      if (next) location.href = next;
      next = "";
    };
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a");
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (sheet.contains(link)) {
        // Only when the sheet has left the history: the place which it was opened at is what one goes back to.
        event.preventDefault();
        next = link.href;
        sheet.hidePopover();
      } else if (!wide.matches && tied.has(link)) {
        event.preventDefault();
        clearTimeout(leaving);
        if (!history.state?.sheet) {
          history.scrollRestoration = "manual";
          history.pushState({ sheet: true }, "");
        }
        openSheet(link);
      }
    });
    sheet.addEventListener("toggle", (event) => {
      if (event.newState === "closed") leaving = setTimeout(() => (history.state?.sheet ? history.back() : goOn()), 60);
    });
    addEventListener("popstate", () => {
      history.scrollRestoration = "auto";
      if (isOpen(sheet)) sheet.hidePopover();
      setTimeout(goOn);
    });
    wide.addEventListener("change", () => { if (isOpen(sheet)) sheet.hidePopover(); });
  }

  const list = byId("section-list");
  const here = document.querySelector(".sections .here");
  const links = list ? all("a", list) : [];

  // The article is no section of what is read on the left while it stands beside it.
  const mark = () => {
    const shownLinks = links.filter((link) => !wide.matches || link.hash !== "#article");
    const heads = shownLinks.map((link) => byId(link.hash.slice(1)));
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3).length;
    const chosen = shownLinks.findIndex((link) => link.hash === location.hash);
    const isChosenSeen = chosen >= 0 && heads[chosen].getBoundingClientRect().top > 0;
    const current = shownLinks[atEnd ? (isChosenSeen ? chosen : shownLinks.length - 1) : passed - 1];
    links.forEach((link) => {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    here.textContent = current?.textContent ?? "";
  };

  if (links.length) {
    let waiting = false;
    const soon = () => {
      if (!waiting) requestAnimationFrame(() => { waiting = false; mark(); });
      waiting = true;
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && isOpen(list)) list.hidePopover();
    });
    mark();
  }
})();

// Says how many quotations a choice shows, and keeps it in the address, so that it can be passed on.
(() => {
  "use strict";

  const choices = [...document.querySelectorAll(".choice-bar input")];
  const status = document.querySelector(".choice-bar [role=status]");
  const name = "quotes";
  if (!status) return;

  const say = () => {
    status.textContent = choices.find((each) => each.checked)?.dataset.shown ?? "";
  };

  const keep = (event) => {
    say();
    const address = new URL(location.href);
    if (event.target.value) address.searchParams.set(name, event.target.value);
    else address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
  };

  const wanted = new URLSearchParams(location.search).get(name);
  const chosen = choices.find((each) => each.value === wanted);
  if (wanted && chosen) chosen.checked = true;
  choices.forEach((each) => each.addEventListener("change", keep));
  say();
})();

// Opens what is folded where an address leads into it, which not every browser does.
(() => {
  "use strict";

  const unfold = () => {
    const landed = document.querySelector(":target");
    const fold = landed?.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    landed.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
})();

// Shows citations beside their cards by a script of its own, which comes when the first of them is asked for.
(() => {
  "use strict";

  const { cite } = document.currentScript.dataset;
  let isAsked = false;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.to-citation");
    if (isAsked || !link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    isAsked = true;
    const script = document.createElement("script");
    script.src = cite;
    script.addEventListener("load", () => link.click());
    script.addEventListener("error", () => { location.href = link.href; });
    document.head.append(script);
  });
})();
