"""How well foreign pictures are told from a network's own: the AUROC against its test pictures.

Trains on each folder named and on the sample creatures; foreign are pictures of the other folders, and drawn ones.
`distance` is what the program goes by; `last_layer` (distance to the nearest training picture in the features) and
`share` (1 - the largest probability) are what it could go by instead. Folders are best two kinds of photos.

    python tests/bench/foreign.py [FOLDER ...] [--epochs N] [--image-size PX] [--seed N]
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from common import own_home, tell

MOST_FOREIGN = 150
BATCH_SIZE = 32


@dataclass(frozen=True)
class Scores:
    """Of some pictures, each larger the more foreign they are; and how many of them are called so."""

    distance: np.ndarray
    last_layer: np.ndarray
    share: np.ndarray
    foreign: float


class Trained:
    """A network trained on a folder, its reference, and pictures of the folder for others to be foreign."""

    def __init__(self, folder: Path, epochs: int, size_px: int, seed: int) -> None:
        from core.control import Control
        from core.events import ignore
        from core.network.store import open_model
        from core.pictures.cache import prepare
        from core.pictures.scan import scan
        from core.pictures.split import SPLIT_FILE, dataset_of_split
        from core.results.features import FeatureModel
        from core.results.reference import Reference
        from core.training.config import TrainingConfig
        from core.training.train import train

        self.name = folder.name
        config = TrainingConfig(image_size_px=size_px, epochs=epochs, seed=seed)
        run = train(scan(folder), config, ignore, Control()).run
        prepared = prepare(dataset_of_split(run / SPLIT_FILE, folder), config.frame)
        pictures = prepared.dataset.pictures
        part = {
            name: np.array([position for position, each in enumerate(pictures) if each.part == name])
            for name in ("training", "validation", "test")
        }
        self._network = FeatureModel(open_model(run).model)
        learned, own = (self._seen(prepared.pixels(part[name])) for name in ("training", "validation"))
        self.reference = Reference.build(
            [pictures[position].file for position in part["training"]],
            prepared.dataset.labels[part["training"]],
            learned[1],
            learned[2],
            own[2],
        )
        self.test = self.scores(prepared.pixels(part["test"]))
        chosen = np.random.default_rng(seed).permutation(len(pictures))[:MOST_FOREIGN]
        self.pictures = prepared.pixels(np.sort(chosen))

    def scores(self, pictures: np.ndarray) -> Scores:
        probabilities, features, signatures = self._seen(pictures)
        return Scores(
            distance=self.reference.distance(signatures),
            last_layer=self.reference.nearest(features, 1)[1][:, 0],
            share=1 - probabilities.max(axis=1),
            foreign=float(self.reference.is_foreign(signatures).mean()),
        )

    def _seen(self, pictures: np.ndarray) -> list[np.ndarray]:
        starts = range(0, len(pictures), BATCH_SIZE)
        batches = (self._network.of(pictures[start : start + BATCH_SIZE]) for start in starts)
        return [np.concatenate(rows) for rows in zip(*batches, strict=True)]


def table(trained: Iterable[Trained], drawings: dict[str, np.ndarray]) -> dict[str, dict[str, float]]:
    """For each network and each foreign set: the AUROC of every score, and how many pictures are called foreign."""
    from core.results.measures import auroc

    networks, rows = list(trained), {}
    for own in networks:
        others = {each.name: each.pictures for each in networks if each is not own} | drawings
        for name, pictures in others.items():
            found = own.scores(pictures)
            row = {
                score: round(auroc(getattr(own.test, score), getattr(found, score)), 3)
                for score in ("distance", "last_layer", "share")
            }
            rows[f"{own.name} > {name}"] = row | {"called_foreign": round(found.foreign, 2)}
    return rows


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--image-size", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with own_home() as home:
        from core import engine

        engine.load()
        from core.pictures.sample import write_sample
        from tests.core.results.foreign_pictures import DRAWINGS, drawn

        folders = [write_sample(home / "creatures"), *(each.absolute() for each in options.folders)]
        trained = [Trained(folder, options.epochs, options.image_size, options.seed) for folder in folders]
        drawings = {kind: drawn(kind, 60, options.image_size) for kind in DRAWINGS}
        rows = table(trained, drawings)
    kinds = {"drawn": [row for name, row in rows.items() if name.split(" > ")[1] in drawings]}
    kinds["pictures"] = [row for row in rows.values() if row not in kinds["drawn"]]
    tell(
        bench="foreign",
        rows=rows,
        mean={
            f"{kind}_{score}": round(float(np.mean([row[score] for row in found])), 3)
            for kind, found in kinds.items()
            if found
            for score in ("distance", "last_layer", "share")
        },
        own_called_foreign={each.name: round(each.test.foreign, 2) for each in trained},
    )


if __name__ == "__main__":
    main()
