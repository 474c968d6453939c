"""Answers made by hand, without a network."""

import numpy as np
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from core.results.judged import Judged


def judged(labels: ArrayLike, probabilities: ArrayLike) -> Judged:
    """Pictures of these classes, and what was said about them."""
    wanted, shares = np.asarray(labels, np.int64), np.asarray(probabilities, np.float32)
    of_truth = shares[np.arange(len(wanted)), wanted].astype(np.float64)
    losses = -np.log(np.maximum(of_truth, np.finfo(np.float32).tiny))
    return Judged(np.arange(len(wanted)), wanted, shares, losses)


def said(labels: ArrayLike, answers: ArrayLike, classes: int, share: float = 0.9) -> Judged:
    """Pictures of these classes, and the classes that they were taken for, with the same share each."""
    wanted = np.asarray(answers, np.int64)
    probabilities = np.full((len(wanted), classes), (1 - share) / max(classes - 1, 1))
    probabilities[np.arange(len(wanted)), wanted] = share
    return judged(labels, probabilities)


def promised(count: int, classes: int, sharpness: float, seed: int) -> Judged:
    """Answers that are right exactly as often as their shares promise. The larger `sharpness`, the surer."""
    rng = np.random.default_rng(seed)
    logits = rng.normal(0, sharpness, (count, classes))
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    labels = (shares.cumsum(axis=1) > rng.random((count, 1)) * shares.sum(axis=1, keepdims=True)).argmax(axis=1)
    return judged(labels, shares)


@st.composite
def random_answers(draw: st.DrawFn, most_classes: int = 120, most_pictures: int = 60) -> Judged:
    """A few pictures of many classes or many of few, answered at random: some classes without pictures, some never
    answered, some answers exactly 0 and 1, some that are equally likely."""
    classes = draw(st.integers(2, most_classes))
    count = draw(st.integers(1, most_pictures))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    with_pictures = draw(st.integers(1, classes))
    labels = rng.permutation(classes)[:with_pictures][rng.integers(0, with_pictures, count)]
    logits = rng.normal(0, draw(st.sampled_from([0.0, 1.0, 5.0, 200.0])), (count, classes))
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    return judged(labels, shares / shares.sum(axis=1, keepdims=True))
