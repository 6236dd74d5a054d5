"""The block model: the evaluator against the trainer, determinism, and what a page must get."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from benchmarks.check import EXPECTED, random_page
from cleaner import blockmodel
from cleaner.blockmodel import chars, features, network, repetition
from cleaner.blockmodel.likes import SHARED, SUREST, agreed
from cleaner.config import Config
from cleaner.model import Page
from cleaner.pipeline import parse, prepare

STORY = "\n\n".join(
    f"The {name} council voted on {day} to repair the old stone bridge, and {name} residents who had asked for it "
    "since the spring flood said that they were relieved to hear the news at last."
    for name, day in (("Marlow Heath", "Monday"), ("Tarn Valley", "Tuesday"), ("Oxley", "Friday"))
)
FURNITURE = ("Home", "Sign in", "Share this article", "Related stories", "All rights reserved")
TEXT = "\n\n".join([*FURNITURE[:2], "Council votes to repair bridge", STORY, *FURNITURE[2:]])


def page(text: str, media_type: str = "text/plain") -> Page:
    return prepare(parse(text, media_type), Config()).page


def test_evaluator_equals_trainer():
    nets = blockmodel._WEIGHTS.get()
    found = [network.forward(net, random_page()) for net in nets]
    with np.load(EXPECTED) as expected:
        assert np.abs(np.mean([f[0] for f in found], axis=0) - expected["blocks"]).max() < 1e-5
        assert abs(np.mean([f[1] for f in found]) - float(expected["article"])) < 1e-5


def test_story_is_told_from_furniture():
    seen = page(TEXT)
    judged = blockmodel.posterior(seen)
    for block, value in zip(seen.blocks, judged, strict=True):
        if block.text in FURNITURE:
            assert value < 0.5, block.text
        elif "relieved" in block.text:
            assert value > 0.5, block.text


def test_a_page_keeps_no_other_core_busy():
    seen = features.inputs(page("\n".join(["The council of Oxley met on Monday to talk about the bridge."] * 2_000)))
    net = blockmodel._WEIGHTS.get()[0]
    network.forward(net, seen)
    everywhere, here = time.process_time(), time.thread_time()
    for _ in range(10):
        network.forward(net, seen)
    here = time.thread_time() - here
    assert time.process_time() - everywhere < 1.3 * here


def test_posteriors_are_rounded_probabilities_and_the_same_in_threads():
    seen = page(TEXT)
    first = blockmodel.posterior(seen)
    assert ((first >= 0) & (first <= 1)).all()
    assert (np.round(first, blockmodel.DECIMALS) == first).all()
    with ThreadPoolExecutor(4) as pool:
        for other in pool.map(blockmodel.posterior, [seen] * 8):
            assert (other == first).all()


@pytest.mark.parametrize("text", ["", "x", "日本語。", "\n".join(["Home"] * 300), "😀\n…\n—", "a\n" + "b" * 70_000])
def test_odd_pages_have_a_posterior_for_each_block(text: str):
    seen = page(text)
    assert len(blockmodel.posterior(seen)) == len(seen.blocks)
    assert 0 <= blockmodel.judge(seen).article <= 1


def test_html_without_classes():
    story = STORY.replace("\n\n", "</p><p>")
    seen = page(f"<html><body><nav><a href='/'>Home</a></nav><article><p>{story}</p></article>", "text/html")
    assert features.inputs(seen).dense.shape == (4, len(features.NAMES))


def likes(source: str, media_type: str) -> list[int] | None:
    found = features.inputs(page(source, media_type)).likes
    return None if found is None else found.tolist()


def test_blocks_of_one_kind_of_element_look_alike():
    menu = "<ul class='menu'><li>One<li>Two</ul>"
    source = f"<body>{menu}<p>Three<p class='teaser'>Four<p>Five{menu}"
    assert likes(source, "text/html") == [0, 0, 1, 2, 1, 0, 0]


def test_lines_of_text_look_alike_by_their_layout():
    lines = [f"The {name} council voted on the bridge of the town" for name in ("old", "new", "next")]
    first, second, own, last, other = (
        likes(f"  * {lines[0]}\n  * {lines[1]}\n  * Read more\n\n{lines[2]}\n  * Sign in", "text/plain") or [0] * 5
    )
    assert first == second
    assert len({first, own, last, other}) == 4


def test_indents_tell_layouts_apart():
    line = "The old council voted on the bridge of the town"
    _, *looks = likes(f"The town\n\n  {line}\n\n    {line}\n\n  {line}", "text/plain") or [0] * 4
    assert looks[0] == looks[2] != looks[1]


def test_text_without_layout_and_markdown_have_no_likes():
    assert likes(TEXT, "text/plain") is None
    assert likes("* One\n* Two\n", "text/markdown") is None


def test_likes_agree_by_their_log_odds():
    chances = np.array([0.9, 0.3, 0.1, 0.3], np.float32)
    found = agreed(chances, np.array([0, 0, 1, 2]))
    assert found[2:].tolist() == pytest.approx([0.1, 0.3])
    assert 0.3 < found[1] < found[0] < 0.9
    odds = np.log(found / (1 - found))
    assert odds[:2].sum() == pytest.approx(np.log(9) + np.log(3 / 7), abs=1e-5)


def test_likes_of_which_the_model_says_different_things_agree_less():
    near, far = (agreed(np.array([0.5, other], np.float32), np.array([0, 0])) for other in (0.8, SUREST))
    assert near[0] > 0.6
    assert far[0] < 0.9
    moved = [np.log(x / (1 - x)) / np.log(o / (1 - o)) for x, o in ((near[0], 0.8), (far[0], SUREST))]
    assert moved[1] < moved[0] < SHARED / 2


def test_no_chance_speaks_for_more_than_its_odds():
    found = agreed(np.array([0.0, 1.0, 1.0], np.float32), np.array([0, 0, 1]))
    assert found.tolist() == pytest.approx([1 - found[1], 1 - found[0], SUREST], abs=1e-6)
    assert found[0] > 1 - SUREST


def test_words_hash_alike_wherever_they_stand():
    read = chars.read(["Bridge, news; BRIDGE", "x" * 5000 + " the bridge 12 45"])
    hashes, blocks = read.words.hashes, read.words.block
    assert hashes[0] == hashes[2] == hashes[blocks == 1][2]
    assert hashes[blocks == 1][3] == hashes[blocks == 1][4]


def test_words_across_a_seam_are_mended():
    words = chars.read([" ".join(["harbourmaster"] * 1000)]).words
    assert len(words.torn)
    assert len(set(words.exact.tolist())) == 1 < len(set(words.hashes.tolist()))


@pytest.mark.parametrize("more", [0, repetition._FEW_HASHES])
def test_hashes_that_share_a_half_are_told_apart(more):
    found = repetition.grouped(np.array([7, 7 + (1 << 40), 7, 9, *range(10, 10 + more)], np.uint64))
    assert found.order.tolist() == [0, 2, 3, *range(4, 4 + more), 1]
    assert found.new.tolist() == [True, False, True, True, *[True] * more]


def test_many_hashes_are_grouped_by_half_of_their_bits():
    hashes = np.arange(2 * repetition._FEW_HASHES, dtype=np.uint64)[::-1] // np.uint64(2)
    found = repetition.grouped(hashes)
    assert hashes[found.order].tolist() == sorted(hashes.tolist())
    assert found.new.tolist() == [True, False] * repetition._FEW_HASHES


def test_characters_beyond_the_small_table_leave_the_rest_as_it_is():
    plain, wide = chars.read(["Old bridge, 12 new"]), chars.read(["Old bridge, 12 new 橋"])
    assert plain.words.hashes.tolist() == wide.words.hashes.tolist()[:-1]
    assert (plain.first, plain.last) != (wide.first, wide.last)


def test_markup_pooled_by_kind_is_that_of_each_block():
    seen = page(
        "<body><ul class='Menu'><li>One<li>Two</ul><p id='lead'>Three<ul class='Menu'><li>Four</ul>", "text/html"
    )
    tables = blockmodel._WEIGHTS.get()[0].tables
    for table, bag in zip(tables, features.inputs(seen).bags, strict=True):
        unfolded = bag.unfolded()
        assert unfolded.kind is None
        folded = network._pooled(table, bag, len(seen.blocks))
        assert (folded == network._pooled(table, unfolded, len(seen.blocks))).all()


def test_the_weights_fit_the_package():
    assert blockmodel.PACKAGED.stat().st_size <= 2_000_000
