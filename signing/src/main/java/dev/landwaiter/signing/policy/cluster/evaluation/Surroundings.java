package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that policies are evaluated with. Nothing is asked before it is needed.
///
/// @param places where images and signatures lie
/// @param options of places where a policy says nothing
/// @param standard whom to trust where a policy names no TrustRoot
/// @param web for policies and trust roots that lie elsewhere
/// @param objects of the cluster that no file holds
/// @param now the current time
/// @param world of policies in Rego
/// @param namespace where Secrets and ConfigMaps are that name none
public record Surroundings(
    Places places,
    StoreOptions options,
    Standard standard,
    Web web,
    Objects objects,
    Instant now,
    ClosedWorld world,
    String namespace) {
  /// The namespace of the controller where nothing else is said.
  public static final String NAMESPACE = "cosign-system";

  /// Opens the places of images. Several threads may use it at once.
  public interface Places {
    /// The place of an image.
    ///
    /// @param pullSecrets Secrets of the workload's namespace that open the place of signatures
    SignatureStore open(Reference image, StoreOptions options, List<String> pullSecrets)
        throws IOException;

    /// The configuration files of an image by `OS/ARCHITECTURE[/VARIANT]`.
    Map<String, Value> configurations(Reference image, Digest digest) throws IOException;
  }

  /// Whom to trust where nothing else is said.
  @FunctionalInterface
  public interface Standard {
    TrustedRoot root() throws IOException;
  }

  /// Secrets and ConfigMaps.
  @FunctionalInterface
  public interface Objects {
    /// The data of one; nothing when there is no such object.
    Optional<Map<String, Bytes>> read(PolicyDocuments.ObjectName name) throws IOException;
  }
}
