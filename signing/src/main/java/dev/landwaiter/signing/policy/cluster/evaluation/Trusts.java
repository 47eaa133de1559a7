package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.signing.policy.cluster.TrustRootDocument;
import dev.landwaiter.signing.policy.cluster.TrustRootDocument.Form;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.tuf.TrustTarget;
import dev.landwaiter.signing.trust.tuf.WebMirror;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The trusted roots that policies name, each read once.
final class Trusts {
  private final PolicyDocuments documents;
  private final Surroundings around;
  private final Map<String, TrustedRoot> known = new ConcurrentHashMap<>();

  Trusts(PolicyDocuments documents, Surroundings around) {
    this.documents = documents;
    this.around = around;
  }

  /// The root of a TrustRoot; with an empty name the standard one.
  ///
  /// @throws RefusedException with TRUST_ROOT, LIMIT or TRANSPORT
  TrustedRoot root(String name) throws IOException {
    TrustedRoot root = known.get(name);
    if (root == null) {
      synchronized (this) {
        root = known.get(name);
        if (root == null) {
          root = name.isEmpty() ? around.standard().root() : read(name);
          known.put(name, root);
        }
      }
    }
    return root;
  }

  private TrustedRoot read(String name) throws IOException {
    TrustRootDocument document = documents.trustRoots().get(name);
    if (document == null) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, "there is no TrustRoot of the name '" + name + "'");
    }
    try {
      return switch (document.form()) {
        case Form.Keys(TrustedRoot root) -> root;
        case Form.Remote remote ->
            TrustTarget.read(
                new WebMirror(around.web(), WebRequest.address("the mirror", remote.mirror())),
                remote.root(),
                remote.target().folder(),
                remote.target().name(),
                around.now());
        case Form.Repository repository ->
            TrustTarget.read(
                PackedMirror.of(document.where(), repository.archive()),
                repository.root(),
                repository.target().folder(),
                repository.target().name(),
                around.now());
      };
    } catch (RefusedException e) {
      throw new RefusedException(e.refusal().in("the TrustRoot " + name));
    }
  }
}
