/// Which findings a user wants to see: severities, statuses, waivers.
@NullMarked
package dev.landwaiter.scan.filter;

import org.jspecify.annotations.NullMarked;
