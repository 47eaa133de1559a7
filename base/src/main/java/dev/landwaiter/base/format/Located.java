package dev.landwaiter.base.format;

import dev.landwaiter.base.value.Value;

/// A value together with the places where its nodes were written.
public record Located(Value root, Positions positions) {}
