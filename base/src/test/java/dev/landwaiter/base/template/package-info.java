/// Tests of templates.
@NullMarked
package dev.landwaiter.base.template;

import org.jspecify.annotations.NullMarked;
