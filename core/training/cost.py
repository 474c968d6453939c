"""What a training will take, before it starts."""

from math import prod

from core.network.layers import Network

BYTES_PER_NUMBER = 4  # float32


def memory_bytes(network: Network, batch_size: int) -> int:
    """Roughly the memory of a training step: weights, gradients and Adam's two averages, and what one batch leaves
    in every layer, once for the values and once for their gradients."""
    weights = 4 * network.parameters()
    activations = 2 * batch_size * sum(prod(shape) for shape in network.shapes())
    return BYTES_PER_NUMBER * (weights + activations)


def disk_bytes(network: Network) -> int:
    """What a run needs on the disk while it saves: the last and the best network, and the next one twice for a
    moment (its weights, and the file that they are packed into). Afterwards half of it is free again."""
    return 4 * BYTES_PER_NUMBER * network.parameters()
