/// Text templates.
@NullMarked
package dev.landwaiter.rego.builtin.template;

import org.jspecify.annotations.NullMarked;
