// Added to pages by `newsbrief serve`, never by a build: reloads a page when the site was rebuilt, and shows the problems
// that keep it from being rebuilt. Each event holds the digest of the page as it is now, the addresses of the style
// sheets, and the problems as HTML.
"use strict";
{
  const { page, events } = document.currentScript.dataset;
  const host = document.createElement("newsbrief-problems");
  const shadow = host.attachShadow({ mode: "open" });
  let shown = "";
  let stream = null;

  const nameOf = (address) => new URL(address, location.href).pathname.replace(/\.[0-9a-f]{10}\.css$/, ".css");
  const sheets = () => [...document.querySelectorAll('link[rel~="stylesheet"]')];

  // The new sheet stands beside the old one until it is loaded, so that the page always has one.
  const swapSheet = (address) => {
    const target = new URL(address, location.href).href;
    const named = sheets().filter((link) => nameOf(link.href) === nameOf(target));
    if (!named.length || named.at(-1).href === target) return;
    const fresh = named.at(-1).cloneNode();
    fresh.href = target;
    fresh.addEventListener("load", () => named.forEach((link) => link.remove()));
    fresh.addEventListener("error", () => fresh.remove());
    named.at(-1).after(fresh);
  };

  const hide = () => host.remove();

  const showProblems = (problems) => {
    if (problems === shown) return;
    shown = problems;
    hide();
    shadow.innerHTML = problems;
    if (!problems) return;
    const panel = shadow.querySelector(".panel");
    const show = () => (panel.hidden = false);
    shadow.querySelector("link").addEventListener("load", show);
    shadow.querySelector("link").addEventListener("error", show);
    shadow.querySelector("button").addEventListener("click", hide);
    document.documentElement.append(host);
  };

  const disconnect = () => {
    stream?.close();
    stream = null;
  };

  // A browser has few connections to one host, so only pages that are looked at keep one.
  const connect = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(events);
    stream.addEventListener("message", (event) => {
      const latest = JSON.parse(event.data);
      if (latest.page !== page) {
        disconnect();
        location.reload();
        return;
      }
      latest.styles.forEach(swapSheet);
      showProblems(latest.problems);
    });
    stream.addEventListener("error", () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, 1000);
    });
  };

  addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
}
