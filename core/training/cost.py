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
    """The two networks that a run keeps: the last and the best."""
    return 2 * BYTES_PER_NUMBER * network.parameters()
