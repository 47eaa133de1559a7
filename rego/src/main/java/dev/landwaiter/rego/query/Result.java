package dev.landwaiter.rego.query;

import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Map;

/// One way in which a query holds.
///
/// @param bindings the query's variables by their source names, in the order of names; wildcards
///   and generated names are left out
/// @param values one for each expression of the query's text
public record Result(Map<String, Value> bindings, List<Value> values) {}
