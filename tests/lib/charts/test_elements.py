from lms.lib.charts.amounts import Words
from lms.lib.charts.elements import element, picture, words


def test_text_and_attributes_are_escaped_once() -> None:
    made = element("text", "a & b", class_='"c"')
    assert made == '<text class="&#34;c&#34;">a &amp; b</text>'
    assert element("g", made) == f"<g>{made}</g>"


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert words("a\x00b\x1f", 0, 1) == '<text x="0%" y="1">ab</text>'


def test_two_pictures_of_a_page_share_no_name() -> None:
    one = picture(Words("a b", "t", "d"), 10, [])
    assert 'id="chart-a-b-title"' in one
    assert 'aria-labelledby="chart-a-b-title"' in one
