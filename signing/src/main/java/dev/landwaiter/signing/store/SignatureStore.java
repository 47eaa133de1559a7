package dev.landwaiter.signing.store;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.util.List;

/// A place that holds images with what belongs to them. Several threads may use it at once.
///
/// Whatever goes wrong is a [RefusedException]: TRANSPORT where the place cannot be asked, wants a
/// login or answers with other bytes than it promised, never "there is nothing"; LIMIT; PARSE for
/// manifests that are none.
public interface SignatureStore extends AutoCloseable {
  /// Where it is, for messages.
  String name();

  /// Looks up an image once; everything after goes by its digest.
  ///
  /// @param name a tag or a digest; in a layout empty for the only image
  /// @throws RefusedException with NOT_FOUND when there is no such image
  Subject resolve(String name) throws IOException;

  /// What belongs to an image, none of it twice.
  ///
  /// @return nothing when there is none; a candidate that cannot be had is in it as damaged
  Gathered gather(Kind kind, Digest subject) throws IOException;

  /// Puts a signature, attestation or inventory of an older form beside the others.
  ///
  /// @param addition what is put, and what it replaces
  /// @return what it lies in afterwards, or empty when it was there already
  Put append(Kind kind, Digest subject, Addition addition) throws IOException;

  /// Puts a bundle.
  ///
  /// @param bundle its JSON
  /// @param facts what its manifest says about it
  Descriptor attach(Subject subject, Bytes bundle, BundleFacts facts) throws IOException;

  /// Every manifest that belongs to the image, whatever it holds, without its content: first those
  /// under tags, then those that name the image.
  List<Carried> list(Digest subject) throws IOException;

  /// What refers to the image and is an artifact of a type with exactly one layer.
  ///
  /// @param most no more than these are looked at
  /// @param largest the most bytes of one
  List<Attachment> attachments(Digest subject, String artifactType, int most, long largest)
      throws IOException;

  /// Takes such a manifest away.
  ///
  /// @return whether it was there
  boolean delete(Digest subject, Carried carried) throws IOException;

  @Override
  void close() throws IOException;
}
