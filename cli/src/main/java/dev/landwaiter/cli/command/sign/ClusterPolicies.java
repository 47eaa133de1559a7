package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ClusterPolicyFlags;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.ImageResult;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.signing.policy.cluster.ResourceObject;
import dev.landwaiter.signing.policy.cluster.evaluation.PolicyEngine;
import dev.landwaiter.signing.policy.cluster.evaluation.Surroundings;
import dev.landwaiter.signing.policy.cluster.reading.PolicyReader;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Verifies images by the policies of a cluster, as its admission would.
record ClusterPolicies(Invocation invocation, ImageRun.Registries registries) {
  private static final int DENIED = 1;
  private static final int TROUBLE = 2;

  /// Whether policies are given.
  static boolean asked(Invocation invocation) throws UsageException {
    return !invocation.values().repeated(ClusterPolicyFlags.POLICY_FILE).isEmpty();
  }

  /// Judges all images and tells what became of them.
  ///
  /// @return 0 when all may run, 1 when one is denied, 2 when policies cannot be used or, of those
  ///   that are denied, all are because somebody could not be asked
  int verify(List<String> images) throws UsageException, IOException {
    PolicyDocuments documents;
    Optional<ResourceObject> object;
    try {
      documents = documents();
      object = object();
    } catch (IOException e) {
      invocation.log().error(Plain.lines(String.valueOf(e.getMessage())));
      return TROUBLE;
    }
    documents.warnings().forEach(each -> invocation.log().warn(Plain.lines(each)));
    if (documents.policies().isEmpty()) {
      throw new UsageException("--policy-file: the files hold no ClusterImagePolicy");
    }
    var engine = new PolicyEngine(documents, rules(), around(documents));
    List<ImageResult> results = new ArrayList<>();
    for (String each : images) {
      results.add(engine.judge(each, object));
    }
    CosignCommand.print(
        invocation,
        invocation.values().text(VerifyReport.OUTPUT).equals("json")
            ? ClusterPolicyJson.of(results)
            : ClusterPolicyTable.of(results));
    return exitCode(results);
  }

  private static int exitCode(List<ImageResult> results) {
    boolean denied = false;
    boolean known = false;
    for (ImageResult each : results) {
      if (each.decision() == ImageResult.Decision.DENIED) {
        denied = true;
        known |= each.reasons().stream().map(Refusal::kind).anyMatch(ClusterPolicies::isKnown);
      }
    }
    return !denied ? 0 : known ? DENIED : TROUBLE;
  }

  private static boolean isKnown(FailureClass kind) {
    return kind != FailureClass.TRANSPORT;
  }

  private PolicyDocuments documents() throws UsageException, IOException {
    var reader = new PolicyReader();
    for (String each : invocation.values().repeated(ClusterPolicyFlags.POLICY_FILE)) {
      reader.add(each, FileText.read(invocation, "--policy-file", each));
    }
    return reader.finish();
  }

  private Optional<ResourceObject> object() throws UsageException, IOException {
    String name = invocation.values().text(ClusterPolicyFlags.RESOURCE);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      Located document =
          Yaml.parseLocated(name, FileText.read(invocation, "--resource", name).toArray());
      var object = document.root() instanceof ObjectValue value ? new ResourceObject(value) : null;
      if (object != null && !object.kind().isEmpty() && !object.apiVersion().isEmpty()) {
        return Optional.of(object);
      }
    } catch (FormatException e) {
      throw new RefusedException(FailureClass.PARSE, e.problem().toString());
    }
    throw new RefusedException(
        FailureClass.PARSE, name + ": an object of a cluster has a kind and an apiVersion");
  }

  private PolicyEngine.Rules rules() throws UsageException {
    if (!invocation.values().text(ClusterPolicyFlags.NO_MATCH).equals("deny")) {
      SwitchedOff.tellOrigin(invocation, ClusterPolicyFlags.NO_MATCH);
    }
    return new PolicyEngine.Rules(
        switch (invocation.values().text(ClusterPolicyFlags.NO_MATCH)) {
          case "allow" -> PolicyEngine.NoMatch.ALLOW;
          case "warn" -> PolicyEngine.NoMatch.WARN;
          default -> PolicyEngine.NoMatch.DENY;
        },
        true);
  }

  private Surroundings around(PolicyDocuments documents) throws UsageException {
    Values values = invocation.values();
    String layout = values.text(ClusterPolicyFlags.LAYOUT);
    String root = values.text(CosignFlags.TRUSTED_ROOT);
    var trust = new RepositoryTrust(invocation);
    return new Surroundings(
        layout.isEmpty()
            ? new PolicyPlaces(invocation, registries)
            : new LayoutPlaces(CosignCommand.path(invocation, layout)),
        StoreSettings.of(invocation),
        () -> {
          try {
            return root.isEmpty()
                ? trust.root()
                : TrustedRootReader.read(root, FileText.read(invocation, "--trusted-root", root));
          } catch (UsageException e) {
            throw new RefusedException(FailureClass.USAGE, String.valueOf(e.getMessage()));
          }
        },
        SigningNetwork.of(invocation),
        documents::object,
        invocation.world().clock().instant(),
        Policies.world(invocation),
        Surroundings.NAMESPACE);
  }
}
