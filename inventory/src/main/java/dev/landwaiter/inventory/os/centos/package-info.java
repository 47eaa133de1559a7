/// CentOS Linux and CentOS Stream.
@NullMarked
package dev.landwaiter.inventory.os.centos;

import org.jspecify.annotations.NullMarked;
