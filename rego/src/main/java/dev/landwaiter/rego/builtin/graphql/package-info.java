/// GraphQL: documents, schemas, and whether one fits the other.
@NullMarked
package dev.landwaiter.rego.builtin.graphql;

import org.jspecify.annotations.NullMarked;
