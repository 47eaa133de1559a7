/// In-toto statements: what they are about, the types of their predicates, and how predicates are
/// made from files.
@NullMarked
package dev.landwaiter.signing.statement;

import org.jspecify.annotations.NullMarked;
