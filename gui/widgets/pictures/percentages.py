"""Shares in whole percent that add up to 100 whatever is changed: numbers alone, no widget."""

from dataclasses import dataclass

from core.pictures.split import Shares

LEAST_TRAINING = 1
"""Something must be left to learn from."""


@dataclass(frozen=True)
class Percentages:
    """Together 100, with `training` at least LEAST_TRAINING and the others at least 0."""

    training: int
    validation: int
    test: int

    @classmethod
    def of(cls, shares: Shares) -> "Percentages":
        """Shares (0-1) in whole percent; what the rounding leaves over goes to training."""
        validation = min(max(round(shares.validation * 100), 0), 100 - LEAST_TRAINING)
        test = min(max(round(shares.test * 100), 0), 100 - LEAST_TRAINING - validation)
        return cls(100 - validation - test, validation, test)

    @property
    def shares(self) -> Shares:
        """The same as shares (0-1)."""
        return Shares(self.training / 100, self.validation / 100, self.test / 100)

    def with_training(self, training: int) -> "Percentages":
        """Others share the rest in the proportion that they have; evenly where both have none."""
        training = min(max(training, LEAST_TRAINING), 100)
        rest, before = 100 - training, self.validation + self.test
        test = rest * self.test // before if before else rest // 2
        return Percentages(training, rest - test, test)

    def with_validation(self, validation: int) -> "Percentages":
        """Training gives what it can, or takes the rest."""
        validation = min(max(validation, 0), 100 - LEAST_TRAINING - self.test)
        return Percentages(100 - validation - self.test, validation, self.test)

    def with_test(self, test: int) -> "Percentages":
        """Training gives what it can, or takes the rest."""
        test = min(max(test, 0), 100 - LEAST_TRAINING - self.validation)
        return Percentages(100 - self.validation - test, self.validation, test)
