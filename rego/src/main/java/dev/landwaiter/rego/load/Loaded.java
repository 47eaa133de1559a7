package dev.landwaiter.rego.load;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.rego.syntax.Module;
import java.util.List;
import java.util.SortedMap;

/// What files were read into.
///
/// @param modules by their names
/// @param bundles that were among the files
public record Loaded(SortedMap<String, Module> modules, ObjectValue data, List<Bundle> bundles) {}
