"""Networks to start from."""

from core.errors import NakamiError
from core.network.layers import Activation, Conv2D, Dense, Dropout, Flatten, MaxPooling2D, Network, Rescaling
from core.words import say

# Two valid 3x3 convolutions and two halvings must leave at least one pixel:
# 14 -> 12 -> 6 -> 4 -> 2; at 12 the second pooling would still leave 1, at 11 nothing useful.
SMALLEST_IMAGE_PX = 12
LARGEST_IMAGE_PX = 512
# The tutorial's.
DEFAULT_IMAGE_SIZE_PX = 100


def tutorial_network(image_size_px: int, class_count: int, with_dropout: bool = True) -> Network:
    """The network of the tutorial, every activation a layer of its own so that it can be looked at.

    The tutorial divides pixels by 256, not 255; so does this. Without Dropout it is the same network, the other
    layers' names and first weights too, so that the two can be compared. Raises NakamiError for a size at which
    the stack does not fit.
    """
    if not SMALLEST_IMAGE_PX <= image_size_px <= LARGEST_IMAGE_PX:
        raise NakamiError(
            say(
                "The image size must be {smallest} to {largest} pixels for this network, not {received}.",
                smallest=SMALLEST_IMAGE_PX,
                largest=LARGEST_IMAGE_PX,
                received=image_size_px,
            ),
            say("The tutorial uses 100."),
        )
    layers = (
        Rescaling("rescaling", scale=1 / 256),
        Conv2D("conv2d_1", filters=32, padding="same"),
        Activation("relu_1"),
        Conv2D("conv2d_2", filters=32, padding="valid"),
        Activation("relu_2"),
        MaxPooling2D("pool_1"),
        Dropout("dropout_1", rate=0.25),
        Conv2D("conv2d_3", filters=64, padding="same"),
        Activation("relu_3"),
        Conv2D("conv2d_4", filters=64, padding="valid"),
        Activation("relu_4"),
        MaxPooling2D("pool_2"),
        Dropout("dropout_2", rate=0.25),
        Flatten("flatten"),
        Dense("dense_1", units=512),
        Activation("relu_5"),
        Dropout("dropout_3", rate=0.5),
        Dense("dense_2", units=class_count),
        Activation("softmax", function="softmax"),
    )
    network = Network("tutorial", image_size_px, layers)
    return network if with_dropout else network.without(Dropout)
