// Enriches what already works without it: a preview of the party that a name leads to, and the section being read.
(() => {
  "use strict";

  const OPEN_AFTER = 150;
  const CLOSE_AFTER = 250;

  const preview = document.createElement("div");
  preview.id = "preview";
  preview.className = "preview";
  preview.popover = "manual";
  const article = document.querySelector(".the-article");
  let shown = null;
  let timer = 0;

  const line = (name, text) => {
    const element = document.createElement("p");
    element.className = name;
    element.textContent = text.trim().replace(/\s+/g, " ");
    return element;
  };

  const fill = (link) => {
    const card = document.getElementById(link.hash.slice(1));
    const parts = [
      ["preview-name", "h4 dfn"],
      ["preview-full", "h4 .full-name"],
      ["preview-facts", ".party-facts"],
      ["preview-claim", ".claim:not(:has(~ .reading))"],
    ];
    const lines = parts.map(([name, selector]) => [name, card.querySelector(selector)]).filter(([, found]) => found);
    const more = document.createElement("a");
    more.href = link.hash;
    more.tabIndex = -1;
    more.textContent = article.dataset.more;
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
    article.addEventListener("focusout", () => after(CLOSE_AFTER, close));
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
    addEventListener("scroll", () => { if (shown) place(shown); }, { passive: true });
  }

  // Words that other words cross stand in several pieces, of which an address names the first.
  const light = () => {
    document.querySelectorAll(".landed").forEach((piece) => piece.classList.remove("landed"));
    const id = document.querySelector(":target")?.id;
    if (id) document.querySelectorAll(`[data-of="${CSS.escape(id)}"]`).forEach((piece) => piece.classList.add("landed"));
  };
  addEventListener("hashchange", light);
  light();

  const list = document.getElementById("section-list");
  const here = document.querySelector(".sections .here");
  const links = list ? [...list.querySelectorAll("a")] : [];
  const heads = links.map((link) => document.getElementById(link.hash.slice(1)));

  const mark = () => {
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3).length;
    const chosen = links.findIndex((link) => link.hash === location.hash);
    const isChosenSeen = chosen >= 0 && heads[chosen].getBoundingClientRect().top > 0;
    const current = atEnd ? (isChosenSeen ? chosen : links.length - 1) : passed - 1;
    links.forEach((link, at) => {
      if (at === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    here.textContent = links[current]?.textContent ?? "";
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
      if (event.target.closest("a") && list.matches(":popover-open")) list.hidePopover();
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
