package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.CompliancePolicy;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.signing.policy.cluster.PolicyText;
import dev.landwaiter.signing.policy.cluster.PolicyText.Source;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The policies in Rego that policies of a cluster name, each fetched and compiled once.
final class PolicyTexts {
  private static final int LARGEST = 1 << 20;

  private final Surroundings around;
  private final Map<Source, CompliancePolicy> known = new ConcurrentHashMap<>();

  PolicyTexts(Surroundings around) {
    this.around = around;
  }

  /// @throws RefusedException with POLICY when it is not there, not the wanted one or does not
  ///   compile, with TRANSPORT when it could not be fetched
  CompliancePolicy read(PolicyText text) throws IOException {
    CompliancePolicy policy = known.get(text.source());
    if (policy == null) {
      policy = CompliancePolicy.compile(text.where(), rego(text.source()));
      known.put(text.source(), policy);
    }
    return policy;
  }

  private String rego(Source source) throws IOException {
    return switch (source) {
      case Source.Data(String rego) -> rego;
      case Source.InConfigMap map -> configMap(map);
      case Source.Remote(String url, String sha256) -> {
        Bytes text =
            around
                .web()
                .ask(WebRequest.get(WebRequest.address("the policy", url), LARGEST))
                .success("the place of the policy");
        if (!text.sha256().toHex().equals(sha256)) {
          throw new RefusedException(
              FailureClass.POLICY,
              "the policy at " + url + " is not the one that is wanted",
              sha256,
              text.sha256().toHex());
        }
        yield text.toText();
      }
    };
  }

  private String configMap(Source.InConfigMap map) throws IOException {
    String namespace = map.namespace().isEmpty() ? around.namespace() : map.namespace();
    Optional<Bytes> text =
        around
            .objects()
            .read(new PolicyDocuments.ObjectName("ConfigMap", namespace, map.name()))
            .map(data -> data.get(map.key()));
    if (text.isEmpty()) {
      throw new RefusedException(
          FailureClass.POLICY,
          "the ConfigMap %s/%s with the key '%s' is not there"
              .formatted(namespace, map.name(), map.key()));
    }
    return text.get().toText();
  }
}
