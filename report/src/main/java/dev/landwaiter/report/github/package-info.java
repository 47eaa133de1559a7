/// Dependency snapshots as GitHub's dependency submission takes them.
@NullMarked
package dev.landwaiter.report.github;

import org.jspecify.annotations.NullMarked;
