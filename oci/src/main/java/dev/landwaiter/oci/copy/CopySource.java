package dev.landwaiter.oci.copy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Where something is copied from.
public interface CopySource extends AutoCloseable {
  /// The manifest or index that is to be copied.
  Stored root() throws IOException;

  /// The tag or name of the root, or empty.
  String name() throws IOException;

  /// A manifest or an index, verified.
  Stored manifest(Descriptor descriptor) throws IOException;

  /// Opens a blob; size and digest are verified by the time the last bytes come.
  InputStream blob(Descriptor descriptor) throws IOException;

  /// What is attached to a manifest.
  List<Descriptor> referrers(Digest subject) throws IOException;

  /// The manifest under another tag, if there is one.
  Optional<Stored> tagged(String tag) throws IOException;

  /// The repository, where this is one of a registry.
  Optional<Reference> repository();

  @Override
  void close() throws IOException;
}
