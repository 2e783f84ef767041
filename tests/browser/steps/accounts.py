"""Coming in, going out, and opening accounts."""

from dataclasses import dataclass

from playwright.sync_api import ViewportSize, expect

from tests.browser.visitor import DESK, House, Visitor

PASSWORD = "une maison du savoir"
ADMINISTRATOR = "admin@example.org"


@dataclass(frozen=True)
class Colleague:
    """An account to be opened."""

    name: str
    email: str
    role: str
    regions: tuple[str, ...] = ()


def member(
    house: House,
    email: str,
    password: str = PASSWORD,
    *,
    size: ViewportSize = DESK,
    scripts: bool = True,
) -> Visitor:
    """Return somebody of the team who has come in, and reads the language of the house."""
    visitor = house.visitor(known_as=email, size=size, scripts=scripts)
    if email not in house.visits:
        sign_in(visitor, email, password)
        if visitor.page.locator("html").get_attribute("lang") != house.locale:
            read_in(visitor, house.locale)
        house.visits[email] = visitor.page.context.storage_state()
    return visitor


def sign_in(visitor: Visitor, email: str, password: str = PASSWORD) -> None:
    """Come in with an address and a password."""
    visitor.open("/sign-in")
    visitor.fill({"E-mail address": email, "Password": password})
    visitor.press("Sign in", visitor.page.locator("main"))
    visitor.page.wait_for_url(f"{visitor.address}/")


def read_in(visitor: Visitor, locale: str) -> None:
    """Change the language of the page, and stay on it."""
    before = visitor.path
    visitor.page.locator(f'header a[hreflang="{locale}"]').click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", locale)
    assert visitor.path == before


def open_account(administrator: Visitor, colleague: Colleague) -> None:
    """Open an account whose owner reads the language of the administrator."""
    words = administrator.words
    administrator.open("/")
    administrator.press("Accounts")
    administrator.press("Open an account")
    administrator.fill(
        {"Name": colleague.name, "E-mail address": colleague.email, "First password": PASSWORD}
    )
    administrator.tick(words(colleague.role, "account"))
    for region in colleague.regions:
        administrator.tick(region)
    administrator.tick({"fr": "français", "en": "English"}[words.locale])
    administrator.press("Open the account")
    administrator.reads("The account is open. Hand over the address and the first password.")
    administrator.sees(colleague.email)
