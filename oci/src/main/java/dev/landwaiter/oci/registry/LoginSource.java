package dev.landwaiter.oci.registry;

import java.io.IOException;
import java.util.List;

/// Where logins are kept: a configuration file, the secrets of a cluster, a program.
public interface LoginSource {
  /// The logins for one repository, the one most made for it first; none when nothing is kept.
  /// Called only when a registry wants a login, and at most once for each image.
  ///
  /// @param host host with port as the reference names it, in lower case
  /// @param repository path of the repository on that host
  /// @throws dev.landwaiter.oci.ImageException when the source is broken; the message names it and
  ///   holds nothing secret
  List<Login> find(String host, String repository) throws IOException;
}
