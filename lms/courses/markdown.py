"""Course text, written in Markdown, as markup that is safe to show.

Two guards, one behind the other: raw HTML is never parsed as such, and whatever comes out is
cut down to a short list of tags. Pictures and other media are materials, never part of the text.
"""

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markupsafe import Markup

TAGS = frozenset(
    {"a", "blockquote", "br", "code", "em", "hr", "pre", "s", "strong", "p", "li", "ol", "ul"}
    | {"h3", "h4", "h5", "h6", "table", "tbody", "td", "th", "thead", "tr"}
)
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = frozenset({"http", "https", "mailto"})
LOWEST_HEADING = 6
# A page has its own h1 and h2; the first level written inside a text comes after them.
HEADING_SHIFT = 2


def _lower_headings(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            level = min(int(token.tag[1:]) + HEADING_SHIFT, LOWEST_HEADING)
            token.tag = f"h{level}"


_parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_parser.core.ruler.push("lower_headings", _lower_headings)


def render(text: str) -> Markup:
    """Return ``text`` as markup without scripts, handlers, styles, pictures or relative links."""
    cleaned = nh3.clean(
        _parser.render(text),
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        url_relative="deny",
        link_rel="noopener noreferrer",
    )
    return Markup(cleaned)  # noqa: S704 - cleaned on the line before
