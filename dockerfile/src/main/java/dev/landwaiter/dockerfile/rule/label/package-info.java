/// Forms that values of labels may have, as the classic linter accepts them (reference: 11.9).
@NullMarked
package dev.landwaiter.dockerfile.rule.label;

import org.jspecify.annotations.NullMarked;
