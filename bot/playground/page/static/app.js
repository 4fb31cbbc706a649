// Puts the page together: hears what is seen, and shows it.

import { showBackstage, tickBackstage } from "./backstage.js";
import { showChat, showStageCount } from "./chat.js";
import { fill, h, icon } from "./dom.js";
import { showModal } from "./modal.js";
import { showSidebar, tick } from "./sidebar.js";
import { changed, channelNow, onChange, recall, showPane, sitDown, state } from "./state.js";

onChange(() => {
  showChat();
  showSidebar();
  showStageCount();
  showBackstage();
  showModal();
  showTabs();
  tick();
  document.title = `${channelNow().kind === "im" ? "" : "#"}${document.getElementById("channel-title").textContent.replace("#", "")} · zeegcall playground`;
});

const panes = document.getElementById("tabs");

function showTabs() {
  const tab = (pane, name, label) => h("button", { type: "button", "data-to": pane, onclick: () => go(pane) }, icon(name), h("span", {}, label));
  if (!panes.childElementCount) fill(panes, tab("sidebar", "hash", "Channels"), tab("chat", "reply", "Messages"), tab("backstage", "gear", "Backstage"));
  const here = document.body.dataset.pane === "thread" ? "chat" : document.body.dataset.pane;
  for (const each of panes.children) each.setAttribute("aria-current", String(each.dataset.to === here));
}

function go(pane) {
  state.backstage = pane === "backstage";
  showPane(pane);
  changed();
}

setInterval(() => {
  tick();
  tickBackstage();
}, 1000);

new MutationObserver(() => state.seen && showTabs()).observe(document.body, { attributeFilter: ["data-pane"] });

const people = await (await fetch("/people")).json();
const { person, thread } = recall();
state.backstage = window.matchMedia("(min-width: 1500px)").matches;
sitDown(people.includes(person) ? person : people[0]);
state.thread = thread;
