// The keys shown beside the buttons of a decision press them.
// Without this script the buttons are pressed; nothing else needs it.

const form = document.querySelector('[data-module="keys"]');

if (form) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input:not([type=radio]), select, textarea")) return;
    const button = form.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
}
