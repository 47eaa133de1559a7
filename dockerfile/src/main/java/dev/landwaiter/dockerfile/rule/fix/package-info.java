/// Changes of a file that rules of several families offer.
@NullMarked
package dev.landwaiter.dockerfile.rule.fix;

import org.jspecify.annotations.NullMarked;
