"""The boundary model's training: the same network as `cleaner.boundaries.network`, in torch.

Torch is needed here alone. Seeds are fixed and algorithms deterministic: same data and machine image, same weights.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - torch's own custom

from benchmarks.boundaries import Example
from benchmarks.learner import restored, stored
from cleaner.boundaries.network import DILATIONS
from cleaner.boundaries.words import COLUMNS, ROWS, TABLES, Inputs

SIZE, WIDTH = 16, 32
"""Columns of each table and of each layer."""
EPOCHS, RATE, WARM_UP = 10, 3e-3, 0.1
DECAY, TABLE_DECAY = 0.01, 0.1
DROPOUT, WORD_DROPOUT = 0.1, 0.5
"""Share of a layer's values, and of the words whose own row is left out: what a word looks like must do for those."""
WINDOW, WINDOWS, BATCH = 600, 6, 12
"""Words that are learned from at once, how many such pieces of a page an epoch takes at most, and how many make a batch."""
FEWEST_WORDS = 40
"""Words of the shortest piece that is learned from."""
SPARE_STEPS = 60
"""Batches by which the epochs together may exceed the first one's number."""


class Net(nn.Module):
    """The network; words beyond a text's end are kept at zero."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = nn.ModuleDict({name: nn.Embedding(ROWS[name], SIZE) for name in TABLES})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.05)
        self.enter = nn.Linear(SIZE + len(COLUMNS), WIDTH)
        self.convs = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in DILATIONS)
        for conv in self.convs:
            nn.init.normal_(conv.weight, std=0.5 / (3 * WIDTH) ** 0.5)
        self.out = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, rows: torch.Tensor, dense: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return logits (texts x words); `rows` is texts x words x tables, `dense` texts x words x columns."""
        parts = [table(rows[..., place]) for place, table in enumerate(self.tables.values())]
        if self.training:
            parts[0] = parts[0] * (torch.rand(parts[0].shape[:2]) > WORD_DROPOUT).float()[..., None]
        words = rows.shape[1]
        hidden = F.relu(self.enter(torch.cat((sum(parts), dense), dim=2))) * mask
        for conv, dilation in zip(self.convs, DILATIONS, strict=True):
            seen = self.drop(hidden)
            wide = F.pad(seen, (0, 0, dilation, dilation))
            hidden = hidden + F.relu(conv(torch.cat((wide[:, :words], seen, wide[:, 2 * dilation :]), dim=2))) * mask
        return self.out(self.drop(hidden))[..., 0]


Window = tuple[Example, int, int]


def trained(found: Sequence[Example], seed: int) -> Net:
    """Return a network trained on these examples."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    dice = random.Random(seed)
    net = Net()
    tables = [p for name, p in net.named_parameters() if "tables" in name]
    others = [p for name, p in net.named_parameters() if "tables" not in name]
    optimizer = torch.optim.AdamW(
        [{"params": tables, "weight_decay": TABLE_DECAY}, {"params": others, "weight_decay": DECAY}], lr=RATE
    )
    pages: dict[str, list[Example]] = {}
    for one in found:
        pages.setdefault(one.key, []).append(one)
    steps = len(list(_batches(pages, random.Random(0)))) * EPOCHS + SPARE_STEPS
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=WARM_UP)
    net.train()
    for _ in range(EPOCHS):
        for batch in _batches(pages, dice):
            loss = _loss(net, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return net.eval()


def _batches(pages: dict[str, list[Example]], dice: random.Random) -> Iterator[list[Window]]:
    """Yield one epoch's pieces of pages, each page in one of its forms."""
    windows: list[Window] = []
    for forms in pages.values():
        one = dice.choice(forms)
        size = len(one.target)
        starts = list(range(-dice.randrange(WINDOW), size, WINDOW))
        pieces = ((one, max(0, start), min(size, start + WINDOW)) for start in dice.sample(starts, min(len(starts), WINDOWS)))
        windows += (piece for piece in pieces if piece[2] - piece[1] >= FEWEST_WORDS)
    dice.shuffle(windows)
    for start in range(0, len(windows), BATCH):
        yield windows[start : start + BATCH]


def _loss(net: Net, batch: Sequence[Window]) -> torch.Tensor:
    rows = np.zeros((len(batch), WINDOW, len(TABLES)), np.int64)
    dense = np.zeros((len(batch), WINDOW, len(COLUMNS)), np.float32)
    target, mask = (np.zeros((len(batch), WINDOW), np.float32) for _ in range(2))
    for place, (one, start, end) in enumerate(batch):
        size = end - start
        rows[place, :size], dense[place, :size], target[place, :size] = one.rows[start:end], one.dense[start:end], one.target[start:end]
        mask[place, :size] = 1
    logits = net(torch.from_numpy(rows), torch.from_numpy(dense), torch.from_numpy(mask)[..., None])
    losses = F.binary_cross_entropy_with_logits(logits, torch.from_numpy(target), reduction="none")
    return (losses * torch.from_numpy(mask)).sum() / float(mask.sum())


def predicted(net: Net, text: Inputs | Example) -> np.ndarray:
    """Return the probability for each word."""
    rows = torch.from_numpy(text.rows.astype(np.int64))[None]
    dense = torch.from_numpy(text.dense.astype(np.float32))[None]
    with torch.no_grad():
        return torch.sigmoid(net(rows, dense, torch.ones(1, rows.shape[1], 1))[0]).numpy()


def arrays(net: Net) -> dict[str, np.ndarray]:
    """Return the network as the arrays `cleaner.boundaries.network.read` reads."""
    return stored(net, {"in": net.enter, "out": net.out})


def reference(net: Net, text: Inputs) -> np.ndarray:
    """Return what torch predicts for `text` with the weights as `arrays` stores them."""
    return predicted(restored(net, arrays(net), Net()), text)
