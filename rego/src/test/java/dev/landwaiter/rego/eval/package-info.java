/// Tests of the fast evaluator.
@NullMarked
package dev.landwaiter.rego.eval;

import org.jspecify.annotations.NullMarked;
