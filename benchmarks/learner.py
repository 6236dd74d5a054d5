"""The block model's training: the same network as `cleaner.blockmodel.network`, in torch.

Torch is needed here alone. Seeds are fixed and algorithms deterministic: same data and machine image, same weights.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - torch's own custom

from benchmarks.corpora import SPLICED
from benchmarks.dataset import HTML, Example
from cleaner.blockmodel.columns import KINDS, MARKUP_ROWS, NAMES, WORD_ROWS, Inputs
from cleaner.blockmodel.network import BAGS, CONTEXT_AFTER, DILATIONS

ROWS = {"words": WORD_ROWS, "near": MARKUP_ROWS, "far": MARKUP_ROWS}
COLUMNS = {"words": 16, "near": 16, "far": 8}
WIDTH, HEADS = 64, 4
LONGEST = 1000
"""Blocks of a page that are trained on."""
BATCH_BLOCKS = 6000
SPARE_STEPS = 30
"""Batches by which an epoch may exceed the first one's number."""
WARM_UP = 0.15
SMALL, LEAST_STORY = 1e-3, 0.2
"""Against division by zero, and the weight of story from which a page's F1 says something."""
NO_METADATA, NO_JSON, NO_CUES = 0.2, 0.3, 0.15
"""Share of the pages trained on without these features."""
METADATA = tuple(NAMES.index(n) for n in NAMES if n.startswith(("title_", "described", "json_")))
JSON = tuple(NAMES.index(n) for n in NAMES if n.startswith("json_"))
CUES = tuple(NAMES.index(f"{name}_{kind}") for name in ("cue", "label") for kind in KINDS)


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: int = 5
    rate: float = 3e-3
    decay: float = 0.02
    table_decay: float = 0.2
    dropout: float = 0.2
    word_dropout: float = 0.7
    feature_dropout: float = 0.06
    texts: int = 2
    page_loss: float = 0.05
    f1_loss: float = 0.5
    seed: int = 1
    threads: int = 1


class Net(nn.Module):
    """The network; padded blocks are kept at zero, so that they act as the page's edge."""

    def __init__(self, dropout: float = 0.0, word_dropout: float = 0.0, feature_dropout: float = 0.0) -> None:
        super().__init__()
        self.tables = nn.ModuleDict({bag: nn.EmbeddingBag(ROWS[bag], COLUMNS[bag], mode="mean") for bag in BAGS})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.05)
        self.enter = nn.Linear(len(NAMES) + sum(COLUMNS.values()), WIDTH)
        self.convs = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in DILATIONS)
        for conv in self.convs:
            nn.init.normal_(conv.weight, std=0.5 / (3 * WIDTH) ** 0.5)
        self.attend = nn.Linear(WIDTH, HEADS, bias=False)
        self.context = nn.Linear(HEADS * WIDTH, WIDTH)
        self.page = nn.Linear(HEADS * WIDTH, 1)
        self.out = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(dropout)
        self.drop_words = nn.Dropout(word_dropout)
        self.drop_features = nn.Dropout(feature_dropout)

    def forward(
        self, dense: torch.Tensor, bags: list[tuple[torch.Tensor, torch.Tensor]], mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return logits of blocks (pages x blocks) and of pages. `dense` is pages x blocks x features."""
        pages, blocks, _ = dense.shape
        pooled = [
            self.drop_words(table(rows, offsets)).view(pages, blocks, -1)
            for table, (rows, offsets) in zip(self.tables.values(), bags, strict=True)
        ]
        hidden = F.relu(self.enter(torch.cat((self.drop_features(dense), *pooled), dim=2))) * mask
        article = torch.zeros(pages)
        for layer, (conv, dilation) in enumerate(zip(self.convs, DILATIONS, strict=True)):
            if layer == CONTEXT_AFTER:
                scores = self.attend(hidden).masked_fill(mask == 0, -1e9)
                summary = torch.einsum("pbh,pbw->phw", scores.softmax(dim=1), hidden).reshape(pages, -1)
                article = self.page(summary)[:, 0]
                hidden = (hidden + self.context(self.drop(summary))[:, None]) * mask
            seen = self.drop(hidden)
            wide = F.pad(seen, (0, 0, dilation, dilation))
            sides = torch.cat((wide[:, :blocks], seen, wide[:, 2 * dilation :]), dim=2)
            hidden = hidden + F.relu(conv(sides)) * mask
        return self.out(self.drop(hidden))[:, :, 0], article


@dataclass(frozen=True)
class Batch:
    """Pages padded to one length."""

    dense: torch.Tensor
    bags: list[tuple[torch.Tensor, torch.Tensor]]
    mask: torch.Tensor
    target: torch.Tensor
    weight: torch.Tensor
    article: torch.Tensor


def batch_of(chosen: Sequence[Example]) -> Batch:
    """Pad examples into one batch."""
    length = min(LONGEST, max(len(e.target) for e in chosen))
    dense = np.zeros((len(chosen), length, len(NAMES)), np.float32)
    target, weight, mask = (np.zeros((len(chosen), length), np.float32) for _ in range(3))
    for page, example in enumerate(chosen):
        n = min(length, len(example.target))
        dense[page, :n] = example.inputs.dense[:n]
        target[page, :n], weight[page, :n], mask[page, :n] = example.target[:n], example.weight[:n], 1
    bags = [_bag([e.inputs.bags[number] for e in chosen], length) for number in range(len(BAGS))]
    article = np.array([e.article for e in chosen], np.float32)
    return Batch(
        torch.from_numpy(dense), bags, torch.from_numpy(mask)[:, :, None], torch.from_numpy(target),
        torch.from_numpy(weight), torch.from_numpy(article),
    )  # fmt: skip


def _bag(parts: list, length: int) -> tuple[torch.Tensor, torch.Tensor]:
    rows = np.concatenate([part.rows[part.block < length] for part in parts])
    sizes = np.concatenate([np.bincount(part.block[part.block < length], minlength=length) for part in parts])
    offsets = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    return torch.from_numpy(rows.astype(np.int64)), torch.from_numpy(offsets.astype(np.int64))


def batches(chosen: Sequence[Example], dice: random.Random) -> Iterator[list[Example]]:
    """Yield the examples in batches of about equal length, in random order."""
    ordered = sorted(chosen, key=lambda e: (len(e.target) * dice.uniform(0.85, 1.15), e.key))
    groups: list[list[Example]] = [[]]
    for example in ordered:
        longest = min(LONGEST, len(example.target))
        if groups[-1] and (len(groups[-1]) + 1) * longest > BATCH_BLOCKS:
            groups.append([])
        groups[-1].append(example)
    dice.shuffle(groups)
    yield from groups


def trained(examples: Sequence[Example], plan: Plan) -> Net:
    """Return a network trained on `examples`."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    torch.use_deterministic_algorithms(mode=True)
    dice = random.Random(plan.seed)
    net = Net(plan.dropout, plan.word_dropout, plan.feature_dropout)
    decayed = [p for name, p in net.named_parameters() if p.ndim > 1 and "tables" not in name]
    others = [p for name, p in net.named_parameters() if p.ndim == 1]
    tables = [p for name, p in net.named_parameters() if "tables" in name]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": plan.decay}, {"params": others, "weight_decay": 0.0},
         {"params": tables, "weight_decay": plan.table_decay}], lr=plan.rate,
    )  # fmt: skip
    pages: dict[str, list[Example]] = {}
    for example in examples:
        pages.setdefault(example.key, []).append(example)
    per_epoch = len(list(batches(_drawn(pages, plan, random.Random(0)), random.Random(0))))
    steps = (per_epoch + SPARE_STEPS) * plan.epochs
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.rate, total_steps=steps, pct_start=WARM_UP)
    for _ in range(plan.epochs):
        net.train()
        for group in batches(_drawn(pages, plan, dice), dice):
            loss = _loss(net, _blurred(batch_of(group), dice), plan)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    net.eval()
    return net


def _drawn(pages: dict[str, list[Example]], plan: Plan, dice: random.Random) -> list[Example]:
    """Return one epoch's examples: each page as HTML and in some of its flattened forms, spliced ones in one."""
    chosen: list[Example] = []
    for found in pages.values():
        html, texts = ([e for e in found if (e.form == HTML) is markup] for markup in (True, False))
        spliced = found[0].key.endswith(SPLICED)
        chosen += dice.sample(html, min(len(html), 1))
        chosen += dice.sample(texts, min(len(texts), plan.texts if found[0].article and not spliced else 1))
    return chosen


def _blurred(batch: Batch, dice: random.Random) -> Batch:
    """Take some pages' metadata, cues and markup words away, so that the network does not lean on them alone."""
    for page in range(len(batch.dense)):
        if dice.random() < NO_METADATA:
            batch.dense[page][:, METADATA] = 0
        elif dice.random() < NO_JSON:
            batch.dense[page][:, JSON] = 0
        if dice.random() < NO_CUES:
            batch.dense[page][:, CUES] = 0
    return batch


def _loss(net: Net, batch: Batch, plan: Plan) -> torch.Tensor:
    logits, article = net(batch.dense, batch.bags, batch.mask)
    blocks = F.binary_cross_entropy_with_logits(logits, batch.target, reduction="none")
    pages = F.binary_cross_entropy_with_logits(article, batch.article)
    known = (blocks * batch.weight).sum() / len(batch.dense)
    return known + plan.f1_loss * _soft_f1_loss(logits, batch) + plan.page_loss * pages


def _soft_f1_loss(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Return the mean of 1 - F1 over the pages with a story, chances counted as parts of blocks."""
    chance, wanted = torch.sigmoid(logits) * batch.weight, batch.target * batch.weight
    shared = (chance * batch.target).sum(dim=1)
    f1 = 2 * shared / (chance.sum(dim=1) + wanted.sum(dim=1) + SMALL)
    return ((1 - f1) * (wanted.sum(dim=1) > LEAST_STORY)).sum() / len(batch.dense)


def predicted(net: Net, examples: Sequence[Example]) -> list[tuple[np.ndarray, float]]:
    """Return blocks' and pages' probabilities, in the order of `examples`."""
    result: list[tuple[np.ndarray, float]] = []
    with torch.no_grad():
        for example in examples:
            batch = batch_of([example])
            logits, article = net(batch.dense, batch.bags, batch.mask)
            blocks = torch.sigmoid(logits[0]).numpy()
            full = np.zeros(len(example.target), np.float32)
            full[: len(blocks)] = blocks
            result.append((full, float(torch.sigmoid(article[0]))))
    return result


def arrays(net: Net, number: int) -> dict[str, np.ndarray]:
    """Return the network as the arrays `cleaner.blockmodel.network.read` reads."""
    return {f"{number}.{name}": array for name, array in _stored(net).items()}


def _stored(net: Net) -> dict[str, np.ndarray]:
    found = stored(net, {"in": net.enter, "context": net.context, "page": net.page, "out": net.out})
    found["attend.w"] = np.ascontiguousarray(net.attend.weight.detach().numpy().T.astype(np.float16))
    return found


def stored(net: nn.Module, layers: dict[str, nn.Linear]) -> dict[str, np.ndarray]:
    """Return a network's `tables`, its `convs` and these layers as `cleaner.convolutions.read` reads them."""
    found: dict[str, np.ndarray] = {}
    for name, table in net.tables.items():
        weight = table.weight.detach().numpy()
        scale = (np.abs(weight).max(axis=0) / 127 + 1e-12).astype(np.float16)
        found[f"table_{name}"] = np.clip(np.rint(weight / scale.astype(np.float32)), -127, 127).astype(np.int8)
        found[f"scale_{name}"] = scale
    for name, layer in (layers | {f"conv{place}": conv for place, conv in enumerate(net.convs)}).items():
        found[f"{name}.w"] = np.ascontiguousarray(layer.weight.detach().numpy().T.astype(np.float16))
        found[f"{name}.b"] = layer.bias.detach().numpy().astype(np.float16)
    return found


def restored(net: nn.Module, kept: dict[str, np.ndarray], copy: nn.Module) -> nn.Module:
    """Return `copy`, a new network like `net`, with the weights as they are `kept`: 8-bit tables, 16-bit floats elsewhere."""
    state = {name: value.to(torch.float16).to(torch.float32) for name, value in net.state_dict().items()}
    for name in net.tables:
        values = kept[f"table_{name}"].astype(np.float32) * kept[f"scale_{name}"].astype(np.float32)
        state[f"tables.{name}.weight"] = torch.from_numpy(values)
    copy.load_state_dict(state)
    return copy.eval()


def reference(net: Net, page: Inputs) -> tuple[np.ndarray, float]:
    """Return what torch predicts for `page` with the weights as `arrays` stores them."""
    blank = np.zeros(len(page.dense), np.float32)
    nowhere = np.zeros((0, 3), np.float32)
    example = Example("", "", "", 0, "", article=False, inputs=page, target=blank, weight=blank, origin=nowhere)
    return predicted(restored(net, _stored(net), Net()), [example])[0]
