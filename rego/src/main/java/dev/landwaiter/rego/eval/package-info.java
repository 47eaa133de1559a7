/// The fast evaluator: policies as closures over slots, without traces.
@NullMarked
package dev.landwaiter.rego.eval;

import org.jspecify.annotations.NullMarked;
