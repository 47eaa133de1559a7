/// Advisory databases: built from what distributions publish, fetched, and chosen for a scan.
@NullMarked
package dev.landwaiter.scan.database;

import org.jspecify.annotations.NullMarked;
