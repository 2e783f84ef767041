// One tap copies the words above the button, as they stand, narrow spaces included.
// Without this script the buttons stay hidden and the words are selected by hand.

async function copy(words) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(words.textContent.trim());
    return;
  }
  // Plain addresses in a local network have no clipboard: select, and copy what is selected.
  getSelection().selectAllChildren(words);
  if (!document.execCommand("copy")) throw new Error("nothing was copied");
}

for (const button of document.querySelectorAll('[data-module="copying"]')) {
  const block = button.closest(".paste");
  const told = block.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await copy(block.firstElementChild);
      told.textContent = told.dataset.copied;
    } catch {
      // Whatever refuses it, the words are selected for the keyboard.
      getSelection().selectAllChildren(block.firstElementChild);
    }
  });
}
