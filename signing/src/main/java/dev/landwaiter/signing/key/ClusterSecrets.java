package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// The Secrets of a Kubernetes cluster.
public interface ClusterSecrets {
  /// The data of a Secret, decoded.
  ///
  /// @return empty when there is no such Secret
  Optional<Map<String, Bytes>> read(String namespace, String name) throws IOException;

  /// Puts data into a Secret: a new one that nobody can change later, or one that is there, whose
  /// other data stay.
  ///
  /// @throws IOException when the cluster refuses, as for a Secret that cannot be changed
  void write(String namespace, String name, Map<String, Bytes> data) throws IOException;

  /// No cluster.
  ///
  /// @param why a sentence for whoever asks
  static ClusterSecrets none(String why) {
    return new ClusterSecrets() {
      @Override
      public Optional<Map<String, Bytes>> read(String namespace, String name) throws IOException {
        throw new IOException(why);
      }

      @Override
      public void write(String namespace, String name, Map<String, Bytes> data) throws IOException {
        throw new IOException(why);
      }
    };
  }
}
