"use strict";
// Filters whose state is in the address, and a card for each highlight. Without this script the page is complete:
// nothing is filtered, and a highlight links to its line in the table of the article's facts.
(() => {
  const form = document.getElementById("filters");
  const words = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
  const meets = (element, name, wanted) => !(name in element.dataset) || words(element, name).some((id) => wanted.includes(id));

  const within = (element, from, until) => {
    if (!from && !until) return true;
    const days = "days" in element.dataset ? words(element, "days") : "day" in element.dataset ? [element.dataset.day] : null;
    if (days === null) return true;
    return days.some((day) => day && (!from || (element.dataset.until || day) >= from) && (!until || day <= until));
  };

  const passes = (element, wanted) =>
    (!wanted.topic || meets(element, "topics", [wanted.topic])) &&
    (!wanted.person || meets(element, "people", wanted.person.split(" "))) &&
    (!wanted.place || meets(element, "places", wanted.place.split(" "))) &&
    (!wanted.article || meets(element, "article", [wanted.article])) &&
    within(element, wanted.from, wanted.until) &&
    (!wanted.text || (element.dataset.search || element.textContent).toLowerCase().includes(wanted.text.toLowerCase()));

  const filter = () => {
    const wanted = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    let shown = 0;
    const rows = document.querySelectorAll("#statements tbody tr");
    for (const element of document.querySelectorAll("[data-article], [data-places]")) {
      element.toggleAttribute("hidden", !passes(element, wanted));
    }
    for (const day of document.querySelectorAll("[data-days-of]")) day.hidden = !day.querySelector("li:not([hidden])");
    for (const chart of document.querySelectorAll("[data-chart]")) chart.hidden = !chart.querySelector(".point:not([hidden])");
    for (const row of rows) shown += !row.hidden;
    const count = document.getElementById("count");
    const any = document.querySelector("main [data-article]:not([hidden]), main [data-places]:not([hidden])");
    count.textContent = any ? `${shown} ${count.dataset.of} ${rows.length} ${count.dataset.shown}` : count.dataset.nothing;
    return wanted;
  };

  const remember = () => {
    const query = new URLSearchParams(filter()).toString();
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
  };

  if (form) {
    form.hidden = false;
    for (const [name, value] of new URLSearchParams(location.search)) if (form.elements[name]) form.elements[name].value = value;
    form.addEventListener("input", remember);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(remember));
    filter();
  }

  const card = document.getElementById("card");
  let opener = null;

  const openCard = (link) => {
    const row = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!row) return false;
    const [text, kind, meaning, reason] = row.cells;
    document.getElementById("card-title").textContent = text.textContent;
    const list = meaning.querySelector("dl").cloneNode(true);
    const add = (term, content) => {
      const line = document.createElement("div");
      line.append(Object.assign(document.createElement("dt"), { textContent: term }), Object.assign(document.createElement("dd"), content));
      list.append(line);
    };
    const heads = row.closest("table").tHead.rows[0].cells;
    if (reason.textContent) add(heads[3].textContent, { textContent: reason.textContent });
    add(heads[1].textContent, { textContent: kind.textContent });
    const here = text.querySelector("a").cloneNode(false);
    here.textContent = "#" + here.hash.slice(6);
    list.lastElementChild.lastElementChild.append(" · ", here);
    document.getElementById("card-body").replaceChildren(list);
    opener = link;
    if (!card.open) card.show();
    document.getElementById("card-close").focus({ preventScroll: true });
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".prose a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && openCard(link)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card.open) card.close();
  });
  card.addEventListener("close", () => opener && opener.focus({ preventScroll: true }));

  // A link to a fact opens the text that it stands in, also when the page is loaded anew.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let around = target?.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    target?.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => document.querySelectorAll("details.text").forEach((text) => { text.open = true; }));
  if (location.hash) reveal();
})();
