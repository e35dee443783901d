"""The model in single precision, with numpy alone: what the whole numbers of the encoder are held against."""

import math

import numpy as np

from selon.nlp.weights import Weights


def last(weights: Weights, given):
    """Return the output vectors of a text from its input vectors, (pieces, hidden), by the layers of BERT."""
    given = _normed(weights, "emb.ln", given)
    for layer in range(weights.sizes.layers):
        name = f"l{layer}"
        seen = _dense(weights, f"{name}.ao", _attention(weights, name, given), weights.sizes.hidden)
        told = _normed(weights, f"{name}.aln", given + seen)
        inner = _gelu(_dense(weights, f"{name}.fi", told, weights.sizes.inner))
        given = _normed(weights, f"{name}.oln", told + _dense(weights, f"{name}.fo", inner, len(told[0])))
    return given


def _dense(weights, name, given, columns):
    return given @ weights.matrix(f"{name}.w", columns, given.shape[1]).T + weights.plain(
        f"{name}.b", columns
    )


def _normed(weights, name, given):
    scale, shift = (weights.plain(f"{name}.{part}", given.shape[1]) for part in "wb")
    off = given - given.mean(axis=1, keepdims=True)
    return off / np.sqrt((off**2).mean(axis=1, keepdims=True) + weights.sizes.epsilon) * scale + shift


def _attention(weights, name, given):
    wide, heads = weights.sizes.hidden, weights.sizes.heads
    parts = (_dense(weights, f"{name}.{part}", given, wide) for part in "qkv")
    asks, keys, told = (part.reshape(len(given), heads, -1).transpose(1, 0, 2) for part in parts)
    return (
        (softmax(asks @ keys.transpose(0, 2, 1) / math.sqrt(wide / heads)) @ told)
        .transpose(1, 0, 2)
        .reshape(given.shape)
    )


def softmax(scores):
    """Return shares that add up to one along the last axis."""
    terms = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return terms / terms.sum(axis=-1, keepdims=True)


def _gelu(given):
    return (given * np.vectorize(below)(given)).astype(np.float32)


def below(number):
    """Return the part of the normal distribution below a number."""
    return math.erfc(-number / math.sqrt(2)) / 2
