package dev.landwaiter.dockerfile;

import dev.landwaiter.base.text.Span;

/// One change of a file: what stands in `span` becomes `text`.
public record Edit(Span span, String text) {}
