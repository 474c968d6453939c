"""The plain tutorial script: numpy arrays, stock Keras `fit`. Prints the seconds of each epoch as JSON.

python tutorial_script.py ARRAYS.npz EPOCHS
"""

import json
import sys
import time
from pathlib import Path

import keras
import numpy as np
from keras import layers

arrays = np.load(sys.argv[1])
X_train, Y_train = arrays["x_train"].astype("float32") / 256, arrays["y_train"]
X_val, Y_val = arrays["x_val"].astype("float32") / 256, arrays["y_val"]
classes = int(Y_train.max()) + 1
Y_train, Y_val = keras.utils.to_categorical(Y_train, classes), keras.utils.to_categorical(Y_val, classes)

model = keras.Sequential(
    [
        keras.Input(X_train.shape[1:]),
        layers.Conv2D(32, (3, 3), padding="same"),
        layers.Activation("relu"),
        layers.Conv2D(32, (3, 3)),
        layers.Activation("relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Dropout(0.25),
        layers.Conv2D(64, (3, 3), padding="same"),
        layers.Activation("relu"),
        layers.Conv2D(64, (3, 3)),
        layers.Activation("relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Dropout(0.25),
        layers.Flatten(),
        layers.Dense(512),
        layers.Activation("relu"),
        layers.Dropout(0.5),
        layers.Dense(classes),
        layers.Activation("softmax"),
    ]
)
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])


class Clock(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.seconds = []

    def on_epoch_begin(self, epoch, logs=None):
        self.started = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.seconds.append(time.perf_counter() - self.started)


clock = Clock()
model.fit(
    X_train,
    Y_train,
    batch_size=32,
    epochs=int(sys.argv[2]),
    validation_data=(X_val, Y_val),
    verbose=0,
    callbacks=[clock],
)
status = Path("/proc/self/status")
peak_mb = int(status.read_text().split("VmHWM:")[1].split()[0]) / 1000 if status.exists() else None
print(json.dumps({"seconds": clock.seconds, "pictures": len(X_train), "peak_mb": peak_mb}))
