/// What a report of a run over Dockerfiles is made of, and the contract of the forms it can take.
@NullMarked
package dev.landwaiter.dockerfile.output;

import org.jspecify.annotations.NullMarked;
