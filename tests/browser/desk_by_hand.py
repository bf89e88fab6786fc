"""An editor's hands at the desk. Counts what they do: a click, a drag or a key press that types no word is one."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

PLACE = """([id, words, nth]) => {
    const text = document.getElementById(id);
    const whole = text.textContent;
    let at = -1;
    for (let seen = 0; seen <= nth; seen += 1) at = whole.indexOf(words, at + 1);
    if (at < 0) throw new Error(`not in the text: ${words}`);
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let passed = 0, node;
    while ((node = walker.nextNode())) {
        const next = passed + node.length;
        if (at >= passed && at < next) range.setStart(node, at - passed);
        if (at + words.length > passed && at + words.length <= next) {
            range.setEnd(node, at + words.length - passed);
            break;
        }
        passed = next;
    }
    const line = range.startContainer.parentElement;
    text.scrollTop = 0;
    const inText = () => {
        const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
        return [rects[0], rects[rects.length - 1]];
    };
    let [first] = inText();
    text.scrollTop = Math.max(0, first.top - text.getBoundingClientRect().top - 40);
    text.scrollIntoView({ block: "start" });
    text.closest(".columns").scrollLeft += text.getBoundingClientRect().left - 40;
    const [start, end] = inText();
    return {
        from: [start.left + 0.5, start.top + start.height / 2],
        to: [end.right - 0.5, end.top + end.height / 2],
    };
}"""


@dataclass
class Hands:
    page: Page
    count: int = 0

    def drag_over(self, account: int | str, words: str, nth: int = 0) -> None:
        """Select words in an account's text with the mouse."""
        place = self.page.evaluate(PLACE, [f"text-{account}", words, nth])
        self.page.mouse.move(*place["from"])
        self.page.mouse.down()
        self.page.mouse.move(*place["to"], steps=4)
        self.page.mouse.up()
        self.count += 1
        expect(self.page.locator("#panel.open [name=claim]")).to_be_focused()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.count += 1

    def type(self, words: str) -> None:
        """Words cost nothing."""
        self.page.keyboard.insert_text(words)

    def click(self, selector: str) -> None:
        self.page.locator(selector).click()
        self.count += 1

    def saved(self) -> None:
        expect(self.page.locator("#panel.closed[data-saved][data-seen]")).to_be_visible()
