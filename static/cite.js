// Shows a citation beside the card that it is of, and copies it by one press. Without this, its link leads to a page
// that has all of them, each to be selected by one press.
(() => {
  "use strict";

  const select = (element) => getSelection().selectAllChildren(element);

  const copyButton = (text, labels) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = labels.copy;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = labels.copied;
      } catch {
        select(text);
        button.textContent = labels.byHand;
      }
    });
    return button;
  };

  const own = document.querySelector("main.embed");
  own?.addEventListener("toggle", ({ target }) => {
    if (!target.open || target.querySelector("button")) return;
    target.querySelectorAll(".citation, .snippet").forEach((text) => text.after(copyButton(text, own.dataset)));
  }, true);

  let dialog = null;
  let page = null;

  const open = async (link) => {
    const address = link.href.split("#")[0];
    page ??= fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(address);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    const main = (await page).querySelector("main.embed");
    const entry = (await page).getElementById(link.hash.slice(1));
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "citing";
      dialog.setAttribute("aria-label", main.dataset.cite);
      document.body.append(dialog);
      // A press outside the words of the dialog is one on the dialog itself.
      dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    }
    const text = document.createElement("p");
    text.className = "citation";
    text.tabIndex = 0;
    text.textContent = entry.querySelector(".citation").textContent;
    const more = document.createElement("a");
    more.href = link.href;
    more.textContent = entry.querySelector("summary").textContent;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = main.dataset.close;
    close.addEventListener("click", () => dialog.close());
    const acts = document.createElement("p");
    acts.append(copyButton(text, main.dataset), " ", close, " ", more);
    const inside = document.createElement("div");
    inside.append(text, acts);
    dialog.replaceChildren(inside);
    dialog.showModal();
    acts.querySelector("button").focus();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link).catch(() => { location.href = link.href; });
  });
})();
