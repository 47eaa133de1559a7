package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Body;
import java.util.List;

/// A body with its expressions made ready.
record Block(Body body, List<Step> steps) {}
