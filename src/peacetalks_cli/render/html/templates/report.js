"use strict";
// Filters whose state is in the address, and a card for each highlight. Without this script the page is complete:
// nothing is filtered, and a highlight links to its line in the table of the article's facts.
(() => {
  const form = document.getElementById("filters");
  const target = (hash) => document.getElementById(hash.slice(1));
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

  const all = (selector) => [...document.querySelectorAll(selector)];
  const told = all("main [data-article]");
  const following = all("[data-follows]").map((element) => [element, document.getElementById(element.dataset.follows)]);
  const rows = all("#statements tbody tr");
  const articles = all("#texts [data-article]");
  const show = (element, shown) => element.hasAttribute("hidden") === shown && element.toggleAttribute("hidden", !shown);
  const shownOf = (elements, name) => {
    const count = document.getElementById("count");
    return `${elements.filter((one) => !one.hidden).length} ${count.dataset.of} ${elements.length} ${count.dataset[name]}`;
  };

  const filter = () => {
    const wanted = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    for (const element of told) show(element, passes(element, wanted));
    for (const [element, row] of following) show(element, !row || !row.hidden);
    for (const group of all("[data-group]")) show(group, group.querySelector("li:not([hidden]), .point:not([hidden])") !== null);
    for (const chart of all("[data-chart]")) show(chart, chart.querySelector(".point:not([hidden])") !== null);
    const any = told.some((element) => !element.hidden);
    const count = document.getElementById("count");
    count.textContent = any ? `${shownOf(rows, "statements")}, ${shownOf(articles, "articles")}` : count.dataset.nothing;
    return wanted;
  };

  const remember = () => {
    const query = new URLSearchParams(filter()).toString();
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
  };

  if (form) {
    form.hidden = false;
    const asked = new URLSearchParams(location.search);
    for (const field of form.elements) if (asked.has(field.name)) field.value = asked.get(field.name);
    form.addEventListener("input", remember);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(remember));
    filter();
  }

  const card = document.getElementById("card");
  let opener = null;

  const openCard = (link) => {
    const row = target(link.hash);
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
    const onward = event.target.closest("#card-body a");
    if (onward) {
      opener = null; // the focus goes where the link leads
      card.close();
      if (onward.hash === location.hash) reveal();
    }
    const link = event.target.closest(".prose a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && openCard(link)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card.open) card.close();
  });
  card.addEventListener("close", () => opener && opener.focus({ preventScroll: true }));

  // A link to a fact opens the text that it stands in, also when the page is loaded anew, and whatever is filtered.
  const reveal = () => {
    const element = location.hash && target(location.hash);
    if (!element) return;
    if (form && element.closest("[hidden]")) {
      form.reset();
      remember();
    }
    for (let around = element.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    element.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => all("details.text").forEach((text) => { text.open = true; }));
  reveal();
})();
