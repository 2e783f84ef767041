"""Reading a picture back: as XML, and whether everything lies inside it."""

from xml.etree import ElementTree as ET

from markupsafe import Markup

SVG = "{http://www.w3.org/2000/svg}"
ROUNDING = 0.05


def read(picture: Markup) -> ET.Element:
    """Return the picture as a tree; fails where it is no XML."""
    return ET.fromstring(str(picture))  # noqa: S314 - our own


def inside(root: ET.Element) -> bool:
    """Tell whether all rectangles, lines and words lie within the width and the height."""
    tall = float(root.attrib["height"])
    patterns = {it for pattern in root.iter(f"{SVG}defs") for it in pattern.iter()}
    return all(_inside(it, tall) for it in root.iter() if it not in patterns and it is not root)


def rectangles(root: ET.Element, *classes: str) -> list[ET.Element]:
    """Return the rectangles painted with one of the classes."""
    return [it for it in root.iter(f"{SVG}rect") if it.get("class") in classes]


def said(root: ET.Element) -> list[str]:
    """Return the words one can see."""
    return [it.text or "" for it in root.iter(f"{SVG}text")]


def _inside(shape: ET.Element, tall: float) -> bool:
    ends = [_length(shape, "x"), _length(shape, "x1"), _length(shape, "x2")]
    right = max(ends) + (_length(shape, "width") if shape.get("width", "").endswith("%") else 0)
    top = min(_length(shape, it) for it in ("y", "y1", "y2"))
    low = max(_length(shape, it) for it in ("y", "y1", "y2")) + _length(shape, "height")
    return min(ends) >= 0 and right <= 100 + ROUNDING and top >= 0 and low <= tall + ROUNDING


def _length(shape: ET.Element, name: str) -> float:
    return float(shape.get(name, "0").removesuffix("%"))
