/// The rules whose ids begin with DL, one class each, and what several of them share.
@NullMarked
package dev.landwaiter.dockerfile.rule.dl;

import org.jspecify.annotations.NullMarked;
