"""An editor's first day: from an empty desk to a published comparison, by the links that the pages offer as next step.

`picture` is called at each stop with its name: the documents' pictures are made there, and a test does nothing with it.
"""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.desk_by_hand import Hands

Picture = Callable[[Page, str], None]
TITLE = "Macron-Merz call, 20 November 2026"
ADDRESS = "/comparisons/macron-merz-call-20-november-2026/"
TEXTS = {
    "Élysée": (
        "The President of the Republic spoke with the Federal Chancellor today.\n\n"
        "The two leaders agreed to meet in Paris before the end of the year. Trade was not raised."
    ),
    "Federal Chancellery": (
        "The Federal Chancellor spoke by telephone with the French President.\n\n"
        "They agreed to meet in Paris. The Chancellor raised the trade dispute."
    ),
}
MEETING = "agreed to meet in Paris"


def log_in(page: Page, password: str) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="The desk")).to_be_visible()


def go_on(page: Page, words: str) -> None:
    """Follow the one next step that the page offers, which must be this one."""
    step = page.locator("a.button.default")
    expect(step).to_have_count(1)
    expect(step).to_have_text(words)
    step.click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success").first).to_be_visible()


def publish_the_first_comparison(page: Page, picture: Picture) -> None:
    """Begins on the front page of an empty desk, ends on the page that readers see."""
    picture(page, "front")
    go_on(page, "New event")
    enter_event(page, picture)
    picture(page, "next")
    for number, party in enumerate(TEXTS):
        go_on(page, "Add the first account" if number == 0 else f"Add an account: {party}")
        enter_account(page, party, picture)
    go_on(page, "Open the desk")
    read(page, picture)
    go_on(page, "Go on: look at it, and publish it")
    see_it_as_readers_will(page)
    go_on(page, "Publish edition 1")
    expect(page.get_by_role("heading", name="Before publishing")).to_be_visible()
    picture(page, "publish")
    page.get_by_role("button", name="Read again: it stands").click()
    expect(page.locator(".messagelist")).to_contain_text("Read again, it stands")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messagelist")).to_contain_text("Edition 1 is published")
    picture(page, "published")
    go_on(page, "See it as readers do")
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)


def enter_event(page: Page, picture: Picture) -> None:
    page.get_by_label("Title:").press_sequentially(TITLE)
    page.get_by_label("Kind:").select_option("Phone call")
    page.locator("#id_date").fill("2026-11-20")
    page.get_by_label("Participants:").fill("Emmanuel Macron\nFriedrich Merz")
    page.get_by_label("New parties:").fill("\n".join(TEXTS))
    picture(page, "event")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def enter_account(page: Page, party: str, picture: Picture) -> None:
    """The event and the party are chosen already."""
    expect(page.locator("#id_party option:checked")).to_have_text(party)
    page.get_by_label("Title:").press_sequentially(f"Readout of the {party}")
    page.get_by_label("Kind:").select_option("readout")
    page.get_by_label("Source:").fill(party)
    page.get_by_label("Text:", exact=True).fill(TEXTS[party])
    page.get_by_label("Issued:").fill("2026-11-20T18:00+01:00")
    page.get_by_label("Original:").fill("https://www.example.org/readout")
    picture(page, "account")
    save(page)


def read(page: Page, picture: Picture) -> None:
    """Two claims, each read in both accounts, with the words that carry it."""
    hands = Hands(page)
    french, german = (account_of(page, party) for party in TEXTS)
    expect(page.locator("#desk-next")).to_contain_text("First select words in a text")
    hands.drag_over(french, MEETING)
    name_claim(page, "They agreed to meet in Paris.", "The meeting", "Did they agree to meet in Paris?")
    picture(page, "panel")
    save_reading(page, hands)
    expect(page.locator("#desk-next")).to_contain_text("Not read yet: 1 of 2.")
    hands.drag_over(german, MEETING)
    page.locator("#panel [name=claim]").fill("They agreed to meet in Paris.")
    save_reading(page, hands)
    hands.drag_over(german, "raised the trade dispute")
    name_claim(page, "Trade was discussed.", "Trade", "Was trade discussed?")
    save_reading(page, hands)
    hands.drag_over(french, "Trade was not raised.")
    page.locator("#panel [name=claim]").fill("Trade was discussed.")
    page.locator("#panel").get_by_label("denies", exact=True).check()
    save_reading(page, hands)
    expect(page.locator("#desk-next")).to_contain_text("Every account of a party is read for every claim.")
    picture(page, "desk")


def account_of(page: Page, party: str) -> str:
    text = page.get_by_role("region", name=f"Text of Readout of the {party}")
    return str(text.get_attribute("data-account"))


def name_claim(page: Page, words: str, topic: str, question: str) -> None:
    page.locator("#panel [name=claim]").fill(words)
    page.locator("#panel [name=topic]").fill(topic)
    page.locator("#panel [name=question]").fill(question)
    page.locator("#panel").get_by_label("affirms", exact=True).check()


def save_reading(page: Page, hands: Hands) -> None:
    page.locator("#panel").get_by_role("button", name="Save").click()
    hands.saved()


def see_it_as_readers_will(page: Page) -> None:
    page.get_by_role("link", name="See it as readers will").click()
    expect(page.get_by_text("It is not published")).to_be_visible()
    expect(page.locator("#claim-was-trade-discussed")).to_have_attribute("data-outcome", "contradiction")
    page.get_by_role("link", name="Back to the event").click()
    expect(page.locator("#steps")).to_be_visible()


def correct(page: Page, picture: Picture) -> None:
    """From the page of the published event: a note on a claim, and edition 2."""
    page.locator("#steps").get_by_role("link", name="Was trade discussed?").first.click()
    page.locator("#id_note").fill("The Chancellery speaks of “the trade dispute” without saying which.")
    save(page)
    picture(page, "changed")
    go_on(page, "Publish edition 2")
    page.get_by_label("Change note:").fill("A note on what “the trade dispute” may be.")
    picture(page, "correct")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messagelist")).to_contain_text("Edition 2 is published")


def keep_a_changed_text(page: Page, picture: Picture) -> None:
    """The Chancellery edits its readout quietly: a sentence is added, and the words that were quoted stay."""
    page.locator("#steps").get_by_role("link", name="Readout of the Federal Chancellery").first.click()
    page.get_by_role("link", name="The text has changed").click()
    page.get_by_label("The new text:").fill(TEXTS["Federal Chancellery"] + " They will speak again next week.")
    page.get_by_label("Note on this text:").fill("A sentence was added.")
    page.get_by_role("button", name="Show the difference").click()
    expect(page.get_by_role("heading", name="What this does to what has been read")).to_be_visible()
    picture(page, "text")
    page.get_by_role("button", name="Save this text").click()
    expect(page.locator(".messagelist")).to_be_visible()


def change_at_once(page: Page, other: Page, picture: Picture) -> None:
    """Two editors have the same event open: whoever saves second is shown both versions."""
    for one, place in ((page, "By telephone"), (other, "Paris and Berlin")):
        one.get_by_label("Place:").fill(place)
    save(other)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".conflict")).to_be_visible()
    picture(page, "conflict")


def withdraw(page: Page, picture: Picture) -> None:
    page.get_by_role("link", name="Withdraw", exact=True).click()
    page.get_by_label("Reason:").fill("We are checking whether both readouts are of the same call.")
    picture(page, "withdraw")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator(".messagelist")).to_contain_text("The comparison is withdrawn")
