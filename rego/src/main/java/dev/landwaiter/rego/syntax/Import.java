package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.Optional;

/// `import path as alias`.
public record Import(Ref path, Optional<String> alias, Location at) {}
