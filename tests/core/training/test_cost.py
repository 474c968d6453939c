"""What a training will take, before it starts."""

from core.network.presets import tutorial_network
from core.training.cost import disk_bytes, memory_bytes


def test_the_disk_holds_two_networks_and_for_a_moment_a_third_twice() -> None:
    network = tutorial_network(100, 6)
    assert disk_bytes(network) == 4 * 4 * network.parameters()


def test_memory_grows_with_the_batch_by_its_layers_outputs() -> None:
    network = tutorial_network(20, 3)
    numbers = sum(height * width * channels for height, width, channels in network.shapes()[:13])
    numbers += sum(shape[0] for shape in network.shapes()[13:])
    assert memory_bytes(network, 9) - memory_bytes(network, 8) == 2 * 4 * numbers
    assert memory_bytes(network, 1) > 4 * 4 * network.parameters()
