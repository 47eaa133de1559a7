package dev.landwaiter.oci.copy;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.BlobSource;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.util.Optional;

/// Where something is copied to.
public interface CopyTarget extends AutoCloseable {
  /// What the root will be called, or empty.
  String name();

  /// The manifest that is there under a tag, if there is one.
  Optional<Stored> tagged(String tag) throws IOException;

  /// Brings a manifest there under a tag that belongs to another manifest.
  void tagged(String tag, Stored stored) throws IOException;

  /// Brings a blob there, unless it is there already.
  ///
  /// @param source ends with an error when its bytes are not those of the descriptor
  /// @param from the repository where the blob is, when it comes from a registry
  void blob(Descriptor descriptor, BlobSource source, Optional<Reference> from) throws IOException;

  /// Brings a manifest or an index there that another names.
  void inner(Stored stored) throws IOException;

  /// Brings there what was asked for, under its name if it gets one.
  void root(Stored stored) throws IOException;

  /// Brings something there that belongs to another manifest by its `subject`.
  void attached(Stored stored) throws IOException;

  /// Makes everything visible that is not yet.
  void finish() throws IOException;

  @Override
  void close() throws IOException;
}
