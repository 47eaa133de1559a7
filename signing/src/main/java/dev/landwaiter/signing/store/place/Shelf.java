package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.store.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// What a place must be able to do so that signatures can lie there. Everything it hands out is
/// what its digest says.
interface Shelf extends AutoCloseable {
  /// Where it is, for messages.
  String name();

  /// How something under a tag is called.
  String at(String tag);

  /// How a manifest is called.
  String at(Digest digest);

  /// Looks up an image.
  Stored image(String name) throws IOException;

  /// The manifests with what belongs to an image under a tag; none when there are none.
  List<Stored> tagged(Kind kind, String tag) throws IOException;

  List<Descriptor> referrers(Digest subject) throws IOException;

  Stored manifest(Descriptor descriptor) throws IOException;

  InputStream blob(Descriptor descriptor) throws IOException;

  void putBlob(Descriptor descriptor, Bytes content) throws IOException;

  /// Puts a manifest under a tag.
  void putTagged(Kind kind, String tag, Stored manifest) throws IOException;

  /// Puts a manifest that names its subject.
  void putReferrer(Stored manifest) throws IOException;

  /// Takes away what is under a tag, or a manifest that names its subject.
  ///
  /// @param tag or empty
  boolean delete(Kind kind, String tag, Digest manifest) throws IOException;

  /// Waits before something is looked at or tried again.
  ///
  /// @param attempt from 1
  void pause(int attempt) throws IOException;

  /// Does something while nobody else writes here, as far as that can be had.
  <T> T exclusively(Troubles.Asking<T> work) throws IOException;

  @Override
  void close() throws IOException;
}
