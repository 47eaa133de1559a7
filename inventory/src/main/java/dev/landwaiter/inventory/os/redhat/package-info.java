/// Red Hat Enterprise Linux; its release file is also what most relatives ship.
@NullMarked
package dev.landwaiter.inventory.os.redhat;

import org.jspecify.annotations.NullMarked;
