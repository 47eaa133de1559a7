package dev.landwaiter.rego.syntax;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.rego.Location;
import java.util.Optional;

/// One block of metadata.
///
/// @param scope `rule`, `document`, `package` or `subpackages`
/// @param fields what the block says, normalised, as the JSON form shows it without its place
/// @param target the path it speaks of, once the module is known
/// @param at from the `# METADATA` line to the block's last
public record Annotations(String scope, ObjectValue fields, Optional<Ref> target, Location at) {}
