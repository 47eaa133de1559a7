/// Kubernetes manifests: documents and their places, pods and their containers, images, security
/// settings.
@NullMarked
package dev.landwaiter.policy.manifest;

import org.jspecify.annotations.NullMarked;
