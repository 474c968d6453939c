"""The optimizers that move the weights. Heavy: imports TensorFlow and Keras."""

from typing import assert_never

import keras
import tensorflow as tf

from core.training.config import Optimizer

# The momentum that nearly all of the literature trains with (Krizhevsky et al. 2012, He et al. 2015). Keras has none by
# default, which is many times slower.
MOMENTUM = 0.9


def make_optimizer(name: Optimizer, learning_rate: float) -> keras.optimizers.Optimizer:
    """Keras's optimizer of that name with its own defaults, the momentum of SGD aside. To assign to its `learning_rate`
    between two batches changes the rate without tracing anything anew."""
    match name:
        case "adam":
            return FusedAdam(learning_rate)
        case "sgd":
            return FusedSGD(learning_rate, momentum=MOMENTUM)
        case "rmsprop":
            return FusedRMSprop(learning_rate)
        case _:
            assert_never(name)


class FusedAdam(keras.optimizers.Adam):
    """Keras's Adam, each variable updated by TensorFlow's fused `ResourceApplyAdam`.

    The same formula (Kingma and Ba 2014, the form before section 2.1) in one pass over memory instead of
    about ten: the tutorial network has 17 million weights, and the stock optimizer is a sixth of its step.
    """

    def update_step(self, gradient: tf.Tensor, variable: tf.Variable, learning_rate: tf.Tensor) -> None:
        """Move one variable along its gradient; Keras calls this for each."""
        step = tf.cast(self.iterations.value + 1, variable.dtype)
        beta_1 = tf.constant(self.beta_1, variable.dtype)
        beta_2 = tf.constant(self.beta_2, variable.dtype)
        position = self._get_variable_index(variable)
        tf.raw_ops.ResourceApplyAdam(
            var=variable.handle,
            m=self._momentums[position].value.handle,
            v=self._velocities[position].value.handle,
            beta1_power=tf.pow(beta_1, step),
            beta2_power=tf.pow(beta_2, step),
            lr=tf.cast(learning_rate, variable.dtype),
            beta1=beta_1,
            beta2=beta_2,
            epsilon=tf.constant(self.epsilon, variable.dtype),
            grad=gradient,
        )


class FusedSGD(keras.optimizers.SGD):
    """Keras's SGD with a momentum above 0, each variable updated by TensorFlow's fused `ResourceApplyKerasMomentum`, in
    less than half the time."""

    def update_step(self, gradient: tf.Tensor, variable: tf.Variable, learning_rate: tf.Tensor) -> None:
        """Move one variable along its gradient; Keras calls this for each."""
        tf.raw_ops.ResourceApplyKerasMomentum(
            var=variable.handle,
            accum=self.momentums[self._get_variable_index(variable)].value.handle,
            lr=tf.cast(learning_rate, variable.dtype),
            grad=gradient,
            momentum=tf.constant(self.momentum, variable.dtype),
            use_nesterov=self.nesterov,
        )


class FusedRMSprop(keras.optimizers.RMSprop):
    """Keras's RMSprop without momentum, each variable updated by TensorFlow's fused `ResourceApplyRMSProp`, in less
    than half the time.

    The operation writes each step into a variable of its own, which is smaller than what the stock optimizer
    allocates in passing. It decides nothing of the next step, so it is none of the optimizer's `variables`.
    """

    def build(self, variables: list[keras.Variable]) -> None:
        """Make what is remembered of each variable."""
        assert not self.momentum, "the step itself is where the operation would keep a momentum"
        assert not self.centered, "that is another operation"
        super().build(variables)
        self._steps = [tf.Variable(tf.zeros_like(variable.value), trainable=False) for variable in variables]

    def update_step(self, gradient: tf.Tensor, variable: tf.Variable, learning_rate: tf.Tensor) -> None:
        """Move one variable along its gradient; Keras calls this for each."""
        position = self._get_variable_index(variable)
        tf.raw_ops.ResourceApplyRMSProp(
            var=variable.handle,
            ms=self._velocities[position].value.handle,
            mom=self._steps[position].handle,
            lr=tf.cast(learning_rate, variable.dtype),
            rho=tf.constant(self.rho, variable.dtype),
            momentum=tf.constant(0, variable.dtype),
            epsilon=tf.constant(self.epsilon, variable.dtype),
            grad=gradient,
        )
