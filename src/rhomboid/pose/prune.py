"""Leave out of a model what nobody asks for.

BlazePose's landmark model also paints a mask of the person, at more than a
third of its cost. We never look at it. Leaving out the steps that lead to it
alone changes no other number by a single bit; a test holds that.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

_IDENTIFIER = b"TFL3"


def keep_outputs(content: bytes, outputs: Sequence[int]) -> bytes:
    """Return a model that computes some of its outputs only, in the order given.

    Parameters
    ----------
    content
        A TensorFlow Lite model with one graph.
    outputs
        Which of its outputs to keep, by their place.
    """
    import flatbuffers
    from ai_edge_litert import schema_py_generated as schema

    model: Any = schema.ModelT.InitFromObj(schema.Model.GetRootAs(content, 0))
    graph = model.subgraphs[0]
    kept = [int(graph.outputs[place]) for place in outputs]
    graph.operators = _leading_to(kept, graph.operators)
    graph.outputs = np.array(kept, dtype=np.int32)
    model.signatureDefs = []
    builder = flatbuffers.Builder(len(content))
    builder.Finish(model.Pack(builder), _IDENTIFIER)
    return bytes(builder.Output())


def _leading_to(wanted: Sequence[int], operators: Sequence[Any]) -> list[Any]:
    """Return the steps that something wanted depends on, in their order."""
    needed, kept = set(wanted), []
    for operator in reversed(operators):
        if not needed.isdisjoint(operator.outputs):
            kept.append(operator)
            needed.update(int(tensor) for tensor in operator.inputs if tensor >= 0)
    return kept[::-1]
