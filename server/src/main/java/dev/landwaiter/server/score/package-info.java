/// Scores manifests over HTTP, as kubesec's service does.
@NullMarked
package dev.landwaiter.server.score;

import org.jspecify.annotations.NullMarked;
