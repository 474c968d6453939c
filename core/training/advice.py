"""What the curves of a run show, and what to do about it. Light."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from core.events import EpochEnded
from core.numerals import number, percent
from core.training.early_stopping import epochs_since_best
from core.training.runs import best_epoch, judged_loss
from core.words import Sentence, plural, say

Kind = Literal["diverged", "by_heart", "guessing", "improving"]

# Learning by heart: so many epochs without a new lowest validation loss, as early stopping waits by default, while
# training loss fell below this share of what it was. A smaller fall is a curve that has levelled out.
FEWEST_EPOCHS_BY_HEART = 5
LARGEST_SHARE_BY_HEART = 0.9
# Guessing: for so many epochs in a row. Before that the first steps explain it.
FEWEST_EPOCHS_GUESSING = 3
# Training loss that falls by less over those epochs is not moving.
LARGEST_SHARE_MOVING = 0.98
# Too large a rate: training loss, which else falls from epoch to epoch, is this many times its lowest and has nothing
# left of what was learned; or it has jumped by half so many times in so many epochs, by more than a tenth of where it
# began, for near zero it may well double.
RISEN_TIMES = 2
JUMP_TIMES, JUMP_SHARE, FEWEST_JUMPS, JUMP_EPOCHS = 1.5, 0.1, 2, 5
# With so many training pictures right it has learned them, however it got there.
LEARNT_ACCURACY = 0.9


@dataclass(frozen=True)
class Guessing:
    """How often one is right (`share`, 0-1) who always names the largest class, tried on so many `pictures`."""

    share: float
    pictures: int

    @classmethod
    def of(cls, counts: Sequence[int], class_weights: bool = False) -> "Guessing":
        """For the pictures that accuracy is measured on, by class: those of validation, or of training where there are
        none. Where `class_weights` count in the loss, no class is worth naming more than another."""
        pictures = sum(counts)
        largest = 1 / len(counts) if class_weights else max(counts) / max(pictures, 1)
        return cls(largest, pictures)

    @property
    def reach(self) -> float:
        """The accuracy (0-1) up to which chance alone may come: two standard errors above the share."""
        return self.share + 2 * math.sqrt(self.share * (1 - self.share) / max(self.pictures, 1))


@dataclass(frozen=True)
class Advice:
    """`what` the curves show, in a few words, and `then` the numbers for it and what to do. `stop_at`: the epoch that
    is worth stopping for and using; None where stopping is not the answer, or the run has ended."""

    kind: Kind
    what: Sentence
    then: Sentence
    stop_at: int | None = None


def advice(history: Sequence[EpochEnded], guessing: Guessing, is_training: bool) -> Advice | None:
    """The one thing that the epochs so far give reason to say; None where all goes as it should."""
    return (
        _diverged(history, is_training)
        or _by_heart(history, is_training)
        or _guessing(history, guessing, is_training)
        or (None if is_training else _improving(history))
    )


def _diverged(history: Sequence[EpochEnded], is_training: bool) -> Advice | None:
    losses = [each.loss for each in history]
    if not losses:
        return None
    best = best_epoch(history)
    usable = best.epoch if is_training and best is not None and math.isfinite(judged_loss(best)) else None
    if not math.isfinite(losses[-1]):
        return Advice(
            "diverged",
            say("Loss is not a number any more."),
            say("The learning rate is too high. Train again with a tenth of it, or let a good one be found."),
            usable,
        )
    losses = [loss for loss in losses if math.isfinite(loss)]
    if losses[-1] > RISEN_TIMES * min(losses) and losses[-1] >= losses[0]:
        low, high = _apart(min(losses), losses[-1])
        return Advice(
            "diverged",
            say("It is unlearning what it learned.") if is_training else say("It unlearned what it had learned."),
            say(
                "Training loss has risen from {low} to {high}: the learning rate is probably too high. Try a tenth of "
                "it, or let a good one be found.",
                low=low,
                high=high,
            ),
            usable,
        )
    if _jumps(losses) >= FEWEST_JUMPS and history[-1].accuracy < LEARNT_ACCURACY:
        return Advice(
            "diverged",
            say("Training loss jumps up and down."),
            say(
                "The learning rate is probably too high, or the batches are too small. Try a third of the rate, or let "
                "a good one be found."
            ),
        )
    return None


def _jumps(losses: Sequence[float]) -> int:
    """How many of the latest epochs ended with a much larger loss than the one before."""
    least = JUMP_SHARE * losses[0]
    latest = losses[-JUMP_EPOCHS - 1 :]
    return sum(now > JUMP_TIMES * before and now - before > least for before, now in pairwise(latest))


def _by_heart(history: Sequence[EpochEnded], is_training: bool) -> Advice | None:
    best, waited = best_epoch(history), epochs_since_best(history)
    if best is None or waited < FEWEST_EPOCHS_BY_HEART or not math.isfinite(best.val_loss):
        return None
    last = history[-1]
    if not last.loss <= LARGEST_SHARE_BY_HEART * best.loss:
        return None
    after, before = _apart(last.loss, best.loss)
    values = {"epochs": waited, "before": before, "after": after, "epoch": best.epoch}
    if is_training:
        return Advice(
            "by_heart",
            say("It is learning these pictures by heart."),
            say(
                "Validation loss has not improved for {epochs} epochs while training loss fell from {before} to "
                "{after}. Epoch {epoch} is kept.",
                **values,
            ),
            best.epoch,
        )
    return Advice(
        "by_heart",
        say("It learned these pictures by heart."),
        say(
            "Validation loss did not improve for the last {epochs} epochs while training loss fell from {before} to "
            "{after}. Epoch {epoch} is kept. More pictures, or variations of them, would help.",
            **values,
        ),
    )


def _guessing(history: Sequence[EpochEnded], guessing: Guessing, is_training: bool) -> Advice | None:
    latest = history[-FEWEST_EPOCHS_GUESSING:]
    if len(latest) < FEWEST_EPOCHS_GUESSING or any(_measured(each) > guessing.reach for each in latest):
        return None
    if guessing.reach >= 1:
        return None  # too few pictures to tell
    return Advice(
        "guessing",
        say("No better than guessing yet.") if is_training else say("No better than guessing."),
        say(
            "{accuracy} of the answers are right; with {pictures}, chance alone may reach {reach}. {then}",
            accuracy=percent(_measured(latest[-1])),
            pictures=plural(guessing.pictures, say("1 picture"), say("{count:,} pictures", count=guessing.pictures)),
            reach=percent(guessing.reach),
            then=_after_guessing(history, guessing, is_training),
        ),
    )


def _after_guessing(history: Sequence[EpochEnded], guessing: Guessing, is_training: bool) -> Sentence:
    before, last = history[-FEWEST_EPOCHS_GUESSING], history[-1]
    if last.accuracy > guessing.reach:
        return say("It does know the pictures that it learns from: more of them would help it with others.")
    if history[0].loss > RISEN_TIMES * last.loss:
        return say("Loss leapt up in the beginning: the learning rate is probably too high. Try a tenth of it.")
    if not last.loss <= LARGEST_SHARE_MOVING * before.loss:
        return say("Training loss hardly moves: try another learning rate, or let a good one be found.")
    if is_training:
        return say("Training loss is falling: give it a few more epochs.")
    return say("Training loss was still falling: train for more epochs.")


def _improving(history: Sequence[EpochEnded]) -> Advice | None:
    # Training loss alone falls nearly always, so without validation this would say nothing.
    if len(history) < 2 or epochs_since_best(history) or not math.isfinite(history[-1].val_loss):
        return None
    return Advice(
        "improving",
        say("It was still improving when it ended."),
        say("Its last epoch is its best: more epochs may help."),
    )


def _measured(epoch: EpochEnded) -> float:
    """Accuracy on validation pictures, or on those of training where there are none."""
    return epoch.accuracy if math.isnan(epoch.val_accuracy) else epoch.val_accuracy


def _apart(low: float, high: float) -> tuple[str, str]:
    """Two losses with as many digits as tell them apart, two at least."""
    digits = next((each for each in range(2, 10) if number(low, each) != number(high, each)), 2)
    return number(low, digits), number(high, digits)
