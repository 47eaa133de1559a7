package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Verdicts;
import dev.landwaiter.signing.verify.Verified;
import java.util.List;

/// What became of one image.
///
/// @param name as messages and outputs name it
/// @param digest of what the signatures must be about
/// @param outcomes of every candidate, bundles first
/// @param bundles how many candidates were Sigstore bundles that could be read
/// @param unrelated how many other things refer to the image
record ImageVerdict(
    String name, Digest digest, List<Outcome> outcomes, int bundles, int unrelated) {
  ImageVerdict {
    outcomes = List.copyOf(outcomes);
  }

  /// Those that are trusted.
  List<Verified<Claim>> accepted() {
    return new Verdicts(outcomes).accepted();
  }

  /// Those that are not.
  List<Outcome.Refused> refused() {
    return new Verdicts(outcomes).refused();
  }

  /// Those that are trusted and that cosign shows: of the newer form where there is one.
  List<Verified<Claim>> shown() {
    List<Verified<Claim>> bundled =
        accepted().stream().filter(each -> each.form() != Evidence.Form.LEGACY).toList();
    return bundled.isEmpty() ? accepted() : bundled;
  }

  /// Whether nothing could be asked, so that nothing is known.
  boolean unknown() {
    return !outcomes.isEmpty()
        && refused().size() == outcomes.size()
        && refused().stream().allMatch(each -> each.refusal().kind() == FailureClass.TRANSPORT);
  }
}
