package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a signature is about: a manifest by its digest.
///
/// @param subject the manifest itself; empty where a digest was given for something that is not
///   there
record SignTarget(Digest digest, Optional<Subject> subject) {
  private static final int MOST = 10_000;

  /// What a reference means now. Tags move: that is told.
  ///
  /// @param absent whether a digest may be of something that is not there
  static SignTarget of(Invocation invocation, SignatureStore store, Reference image, boolean absent)
      throws IOException {
    if (image.digest().isEmpty()) {
      invocation
          .world()
          .stderr()
          .println(
              ("WARNING: %s is a tag, which may mean another image by the time of signing than the"
                      + " one you looked at; name the image by its digest")
                  .formatted(image.familiar()));
    }
    try {
      Subject subject = store.resolve(image.identifier());
      return new SignTarget(subject.digest(), Optional.of(subject));
    } catch (RefusedException e) {
      if (absent && e.kind() == FailureClass.NOT_FOUND && image.digest().isPresent()) {
        return new SignTarget(image.digest().get(), Optional.empty());
      }
      throw e;
    }
  }

  /// It and everything below it.
  List<SignTarget> all(SignatureStore store) throws IOException {
    List<SignTarget> all = new ArrayList<>();
    all.add(this);
    for (int i = 0; i < all.size(); i++) {
      Optional<Subject> subject = all.get(i).subject();
      if (subject.isEmpty()) {
        continue;
      }
      for (Descriptor child : subject.get().children()) {
        if (all.size() == MOST) {
          throw new RefusedException(FailureClass.LIMIT, "more than 10000 manifests in one index");
        }
        Subject below = store.resolve(child.digest().toString());
        all.add(new SignTarget(below.digest(), Optional.of(below)));
      }
    }
    return all;
  }

  /// What points at it.
  ///
  /// @throws RefusedException with NOT_FOUND when it is not there
  Subject required() throws RefusedException {
    return subject.orElseThrow(() ->
        new RefusedException(
            FailureClass.NOT_FOUND,
            digest + " is not there, and a bundle must say what kind of thing it is about"));
  }

  /// The digits that a statement names the image by.
  ///
  /// @throws RefusedException with USAGE for an image that is named by another hash
  String sha256() throws RefusedException {
    if (!digest.algorithm().equals("sha256")) {
      throw new RefusedException(
          FailureClass.USAGE,
          digest + ": a statement about an image names its sha256, so name the image by that");
    }
    return digest.encoded();
  }
}
