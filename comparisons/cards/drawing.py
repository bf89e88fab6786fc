"""Draws a layout as a PNG, with Pillow."""

from io import BytesIO

from PIL import Image, ImageDraw

from .fonts import pieces
from .layout import HEIGHT, PAPER, WIDTH, Layout, Mark, Rule, TextBlock
from .marks import FIELD, strokes

FINER = 8
"""Marks have slanting lines: they are drawn so many times larger, and made smaller again."""
COLOURS = 64


def png(layout: Layout) -> bytes:
    """About 15 kB, in colours enough for the edges of letters; takes some 50 ms."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    for item in layout.items:
        match item:
            case Rule():
                left, top = round(item.x), round(item.y)
                right, bottom = round(item.x + item.width), round(item.y + item.height)
                draw.rectangle((left, top, max(right - 1, left), max(bottom - 1, top)), fill=item.colour)
            case TextBlock():
                _letter(draw, item)
            case Mark():
                _mark(image, item)
    written = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def _letter(draw: ImageDraw.ImageDraw, text: TextBlock) -> None:
    for number, line in enumerate(text.lines):
        x: float = text.x
        y = text.y + number * text.type.leading + text.type.baseline
        for font, piece in pieces(line, text.type):
            draw.text((x, y), piece, font=font, fill=text.colour, anchor="ls")
            x += font.getlength(piece)


def _mark(image: Image.Image, mark: Mark) -> None:
    field = Image.new("L", (FIELD[0] * FINER, FIELD[1] * FINER))
    draw = ImageDraw.Draw(field)
    for stroke in strokes(mark.family, mark.outcome):
        for line in stroke.pieces:
            larger = [(x * FINER, y * FINER) for x, y in line]
            draw.line(larger, fill=255, width=stroke.width * FINER, joint="curve")
    shape = field.resize((mark.width, mark.height), Image.Resampling.LANCZOS)
    image.paste(mark.colour, (mark.x, mark.y), shape)
