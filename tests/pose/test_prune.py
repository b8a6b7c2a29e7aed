"""A model without the outputs nobody asks for gives the others bit by bit."""

import numpy as np
import pytest

from rhomboid.pose.prune import keep_outputs
from rhomboid.pose.weights import MODELS, interpreter, read_model


def outputs_of(model, picture):
    """Run a model on a picture; return all it gives."""
    model.set_tensor(model.get_input_details()[0]["index"], picture)
    model.invoke()
    return [model.get_tensor(one["index"]) for one in model.get_output_details()]


@pytest.mark.parametrize("name", MODELS)
def test_leaving_out_the_mask_changes_nothing_else(name):
    filename = f"pose_landmark_{name}.tflite"
    picture = np.random.default_rng(1).random((1, 256, 256, 3), dtype=np.float32)
    points, flag, mask, heat, world = outputs_of(interpreter(filename), picture)
    kept = outputs_of(interpreter(filename, outputs=(0, 1, 3, 4)), picture)

    assert mask.shape == (1, 256, 256, 1)
    for whole, reduced in zip((points, flag, heat, world), kept, strict=True):
        np.testing.assert_array_equal(whole, reduced)


def test_what_only_led_to_the_mask_is_gone():
    content = read_model("pose_landmark_lite.tflite")

    assert len(keep_outputs(content, (0, 1, 3, 4))) < len(content)
    assert len(keep_outputs(content, (0, 1, 2, 3, 4))) >= len(keep_outputs(content, (0, 1, 3, 4)))
