"""What a training will take, before it starts."""

import pytest

from core.network.presets import tutorial_network
from core.training.config import OPTIMIZERS, Optimizer
from core.training.cost import disk_bytes, kept_bytes, memory_bytes


@pytest.mark.parametrize(("optimizer", "remembered"), [("adam", 2), ("sgd", 1), ("rmsprop", 1)])
def test_a_run_keeps_two_networks_and_what_the_optimizer_remembers(optimizer: Optimizer, remembered: int) -> None:
    network = tutorial_network(100, 6)
    assert kept_bytes(network, optimizer) == (2 + remembered) * 4 * network.parameters()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_while_it_saves_there_is_for_a_moment_all_that_an_epoch_writes_beside(optimizer: Optimizer) -> None:
    """Its network twice, its optimizer's numbers once."""
    network = tutorial_network(100, 6)
    assert disk_bytes(network, optimizer) == 2 * kept_bytes(network, optimizer)


def test_memory_grows_with_the_batch_by_its_layers_outputs() -> None:
    network = tutorial_network(20, 3)
    numbers = sum(height * width * channels for height, width, channels in network.shapes()[:13])
    numbers += sum(shape[0] for shape in network.shapes()[13:])
    assert memory_bytes(network, 9) - memory_bytes(network, 8) == 2 * 4 * numbers
    assert memory_bytes(network, 1) > 4 * 4 * network.parameters()


def test_adam_is_the_default_and_takes_the_most() -> None:
    network = tutorial_network(20, 3)
    for reckon in (disk_bytes, kept_bytes, lambda network, *optimizer: memory_bytes(network, 8, *optimizer)):
        assert reckon(network) == reckon(network, "adam") > reckon(network, "rmsprop") >= reckon(network, "sgd")
