"""What eyes need: all of a page in its window, text that stands out, a focus that shows."""

from collections.abc import Iterator
from typing import Literal

from playwright.sync_api import Page

from tests.browser.visitor import DESK, PHONE, Visitor

WIDER_THAN_ITS_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"

UNREADABLE = """() => {
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((it, n) => it * a + below[n] * (1 - a));
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    // The words of a map stand on the tile that is drawn before them.
    const group = element.matches("text") && element.closest(".chart--map g");
    const tile = group && group.querySelector("rect");
    if (tile) return rgba(getComputedStyle(tile).color).slice(0, 3);
    const color = rgba(getComputedStyle(element).backgroundColor);
    return color[3] === 1 ? color.slice(0, 3) : over(color, ground(element.parentElement));
  };
  const linear = (it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  const light = (rgb) => {
    const [r, g, b] = rgb.map((it) => linear(it / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (element) => {
    const behind = ground(element);
    const before = over(rgba(getComputedStyle(element).color), behind);
    const [dark, bright] = [light(before), light(behind)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const element = texts.currentNode.parentElement;
    if (!text || !element.checkVisibility({ visibilityProperty: true })) continue;
    const there = contrast(element);
    if (there < 4.5) found.add(`${text.slice(0, 40)}: ${there.toFixed(2)}`);
  }
  return [...found];
}"""
"""Text whose contrast with what lies behind it is under 4.5 to 1 (WCAG 1.4.3)."""

SHOWS_FOCUS = """() => {
  let it = document.activeElement;
  for (let steps = 0; it && steps < 3; steps += 1) {
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    if (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) return true;
    it = it.parentElement;
  }
  return false;
}"""
"""Whether what has the focus, or the box around it, wears a ring."""

MOST_STEPS = 200
FOCUSED = "document.activeElement.matches('body') ? '' : document.activeElement.outerHTML"


def misfits(visitor: Visitor) -> Iterator[str]:
    """Yield a sentence for each window in which a page has to be pushed sideways."""
    before = visitor.page.viewport_size
    for size in (PHONE, DESK):
        visitor.page.set_viewport_size(size)
        if visitor.page.evaluate(WIDER_THAN_ITS_WINDOW):
            yield f"{visitor.path} is wider than {size['width']} px"
    visitor.page.set_viewport_size(before or DESK)


def fits(visitor: Visitor) -> None:
    """Fail unless the page fits a phone and a desk."""
    assert [*misfits(visitor)] == []


def unreadable(visitor: Visitor) -> Iterator[str]:
    """Yield the texts that can hardly be read, by day and by night."""
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        visitor.page.emulate_media(color_scheme=scheme)
        for text in visitor.page.evaluate(UNREADABLE):
            yield f"{text} ({scheme})"


def walk_by_keyboard(page: Page) -> list[str]:
    """Press Tab until the page has been walked through; return where no focus shows."""
    hidden: list[str] = []
    before = ""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focused: str = page.evaluate(FOCUSED)
        if not focused:
            return hidden
        # Inside a date there are several stops; the browser itself marks the last one.
        if focused != before and not page.evaluate(SHOWS_FOCUS):
            hidden.append(focused)
        before = focused
    raise AssertionError("the focus does not come to an end")
