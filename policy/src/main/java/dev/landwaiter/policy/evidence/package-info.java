/// Which place in the user's file a result of a rule is about, told from what the rule looked at.
@NullMarked
package dev.landwaiter.policy.evidence;

import org.jspecify.annotations.NullMarked;
