package dev.landwaiter.policy.conftest;

import dev.landwaiter.base.text.Span;

/// Where the value stands that made a rule speak.
///
/// @param path from the document's root, such as `spec.containers[0].image`; empty for the root
public record Place(String file, Span span, String path) {}
