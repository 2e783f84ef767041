// A part of a page that waits for something is read again every few seconds, until it no longer does.
// Without this script a link below it reads the page again.

const EACH = 3000;
const SELECTOR = '[data-module="waiting"]';

const again = async () => {
  const part = document.querySelector(SELECTOR);
  if (!part) return;
  if (document.visibilityState === "visible" && !part.contains(document.activeElement)) {
    try {
      const answer = await fetch(location.href);
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById(part.id);
        if (fresh) part.replaceWith(fresh);
      }
    } catch {
      // out of reach for a moment: the next time will do
    }
  }
  setTimeout(again, EACH);
};

setTimeout(again, EACH);
