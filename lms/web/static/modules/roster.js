// The roll call: sends each tap at once and offers to undo the last one.
// Without this script the roll is one form, saved whole by its button; what could not be sent
// stays chosen in that form, so the button still saves it.

const roll = document.querySelector('[data-module="roster"]');

if (roll) {
  const progress = document.getElementById("progress");
  const bar = document.getElementById("bar");
  const place = document.getElementById("undo");
  const pattern = document.getElementById("undo-button");
  const banner = document.getElementById("unsent");
  const unsent = new Map();
  let line = Promise.resolve();

  const seenOf = (row) => row.querySelector('input[name^="seen-"]');
  const chosenOf = (row) => row.querySelector('input[type="radio"]:checked');

  const identifier = () =>
    crypto.randomUUID
      ? crypto.randomUUID()
      : [...crypto.getRandomValues(new Uint8Array(16))].map((it) => it.toString(16).padStart(2, "0")).join("");

  const say = (sentence) => {
    banner.querySelector("[data-what]").textContent = sentence;
    banner.hidden = !sentence;
  };

  // What somebody else had marked stays to be read; what is not sent goes once it is.
  const notes = [];
  const sayAll = () => say([...notes, unsent.size ? `${unsent.size} · ${roll.dataset.unsent}` : ""].join(" ").trim());

  const offerUndo = (row, before) => {
    const button = pattern.content.firstElementChild.cloneNode(true);
    const chosen = chosenOf(row);
    button.querySelector("[data-what]").textContent = [
      chosen.getAttribute("aria-label"),
      row.querySelector("strong").textContent,
    ].join(" · ");
    button.addEventListener("click", () => {
      const old = row.querySelector(`input[type="radio"][value="${before}"]`);
      for (const input of row.querySelectorAll('input[type="radio"]')) input.checked = input === old;
      place.replaceChildren();
      queue(row, before, false);
    });
    place.replaceChildren(button);
  };

  const keep = async (row, state, undoable) => {
    const seen = seenOf(row);
    const before = seen.value;
    const tap = unsent.get(row.id) ?? { uuid: identifier(), at: new Date().toISOString() };
    if (tap.state !== undefined && tap.state !== state) tap.uuid = identifier();
    tap.state = state;
    unsent.set(row.id, tap);
    const body = new URLSearchParams({
      csrf_token: roll.elements.csrf_token.value,
      participation: row.id.slice(1),
      state,
      seen: before,
      uuid: tap.uuid,
      at: tap.at,
    });
    let answer;
    try {
      answer = await fetch(roll.dataset.tap, { method: "POST", headers: { Accept: "application/json" }, body });
    } catch {
      sayAll();
      return;
    }
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      if (told.refused) say(told.refused);
      else sayAll();
      return;
    }
    unsent.delete(row.id);
    seen.value = state;
    progress.textContent = told.progress;
    bar.value = told.called;
    notes.push(...told.meanwhile);
    sayAll();
    if (undoable) offerUndo(row, before);
  };

  const queue = (row, state, undoable) => {
    line = line.then(() => keep(row, state, undoable));
  };

  roll.addEventListener("change", (event) => {
    if (event.target.type === "radio") queue(event.target.closest("fieldset"), event.target.value, true);
  });

  // Looking for a name must not leave the page: marks not sent yet are in it.
  const search = document.getElementById("search");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  search.addEventListener("submit", (event) => event.preventDefault());
  search.elements.q.addEventListener("input", () => {
    const words = plain(search.elements.q.value).split(/\s+/);
    for (const row of roll.querySelectorAll("fieldset")) {
      const said = plain([...row.querySelectorAll("strong, .unit")].map((it) => it.textContent).join(" "));
      row.hidden = !words.every((word) => said.includes(word));
    }
  });

  addEventListener("online", () => {
    for (const [id, tap] of [...unsent]) queue(document.getElementById(id), tap.state, false);
  });
}
