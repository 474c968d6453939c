"""What a training will take, before it starts. Light.

A run keeps on the disk the network of the last epoch and that of the best, and what the optimizer needs to go on. Each
epoch writes them anew beside the old ones, in the background, from copies, while the next epoch is trained.
"""

from math import prod

from core.network.layers import Network
from core.training.config import Optimizer

BYTES_PER_NUMBER = 4  # float32
# Numbers that an optimizer remembers of each weight: Adam two averages, of the gradient and of its square; SGD its
# momentum; RMSprop the average square.
SLOTS: dict[Optimizer, int] = {"adam": 2, "sgd": 1, "rmsprop": 1}
# Numbers beside each weight that no later step depends on: RMSprop's step itself.
_PASSING: dict[Optimizer, int] = {"adam": 0, "sgd": 0, "rmsprop": 1}


def memory_bytes(network: Network, batch_size: int, optimizer: Optimizer = "adam") -> int:
    """Roughly the memory of a training: weights, gradients and what the optimizer remembers; copies of weights and
    optimizer while they are written, and one more network that writes them; and what one batch leaves in every layer,
    once for the values and once for their gradients."""
    training = 2 + SLOTS[optimizer] + _PASSING[optimizer]
    saving = 2 + SLOTS[optimizer]
    activations = 2 * batch_size * sum(prod(shape) for shape in network.shapes())
    return BYTES_PER_NUMBER * ((training + saving) * network.parameters() + activations)


def kept_bytes(network: Network, optimizer: Optimizer = "adam") -> int:
    """What a run keeps on the disk: the last and the best network, and what the optimizer remembers."""
    return BYTES_PER_NUMBER * (2 + SLOTS[optimizer]) * network.parameters()


def disk_bytes(network: Network, optimizer: Optimizer = "adam") -> int:
    """What a run needs on the disk at most, while it saves: what it keeps, the next network twice for a moment (its
    weights, and the file that they are packed into), and once more what the optimizer remembers."""
    return kept_bytes(network, optimizer) + BYTES_PER_NUMBER * (2 + SLOTS[optimizer]) * network.parameters()
