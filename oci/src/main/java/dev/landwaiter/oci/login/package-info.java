/// Logins as others keep them: Docker's and Podman's configuration files, credential programs, and
/// the pull secrets of a Kubernetes cluster.
@NullMarked
package dev.landwaiter.oci.login;

import org.jspecify.annotations.NullMarked;
