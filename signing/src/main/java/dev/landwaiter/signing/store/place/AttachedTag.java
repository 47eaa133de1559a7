package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.signing.store.Kind;

/// The tags under which the older forms lie: `[prefix]sha256-HEX.sig` and the like.
public final class AttachedTag {
  private AttachedTag() {}

  public static String of(String prefix, Digest subject, Kind kind) {
    return prefix + subject.algorithm() + "-" + subject.encoded() + kind.suffix();
  }
}
