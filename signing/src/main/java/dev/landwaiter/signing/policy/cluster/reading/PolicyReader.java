package dev.landwaiter.signing.policy.cluster.reading;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.ClusterImagePolicy;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.signing.policy.cluster.TrustRootDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads ClusterImagePolicies with the TrustRoots, Secrets and ConfigMaps that they name, from YAML
/// or JSON. Whatever is not understood is refused, with its file and line.
public final class PolicyReader {
  private static final int LARGEST = 16 << 20;
  private static final String GROUP = "policy.sigstore.dev/";

  private final List<ClusterImagePolicy> policies = new ArrayList<>();
  private final Map<String, TrustRootDocument> trustRoots = new LinkedHashMap<>();
  private final Map<PolicyDocuments.ObjectName, Map<String, Bytes>> objects = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /// Reads the documents of one file.
  ///
  /// @param where its name, for messages
  /// @throws RefusedException with PARSE for what is malformed, with USAGE for policies in CUE,
  ///   with POLICY for those in Rego that do not compile, with TRUST_ROOT for keys and certificates
  public PolicyReader add(String where, Bytes text) throws RefusedException {
    if (text.size() > LARGEST) {
      throw new RefusedException(
          FailureClass.LIMIT, where + " is larger than " + LARGEST + " bytes");
    }
    List<Located> documents;
    try {
      documents = Yaml.parseAll(where, text.toArray());
    } catch (FormatException e) {
      throw new RefusedException(FailureClass.PARSE, e.problem().toString());
    }
    for (Located each : documents) {
      if (!(each.root() instanceof NullValue)) {
        document(Field.of(where, each));
      }
    }
    return this;
  }

  /// All that was read. TrustRoots that policies name and nobody defines are refused.
  public PolicyDocuments finish() throws RefusedException {
    for (ClusterImagePolicy each : policies) {
      for (String name : RootNames.of(each)) {
        if (!trustRoots.containsKey(name)) {
          throw new RefusedException(
              FailureClass.TRUST_ROOT,
              "%s: the policy %s names the TrustRoot '%s', which is in none of the files"
                  .formatted(each.where(), each.name(), name));
        }
      }
    }
    return new PolicyDocuments(policies, trustRoots, objects, warnings);
  }

  private void document(Field top) throws RefusedException {
    String version = top.requireText("apiVersion");
    String kind = top.requireText("kind");
    switch (version + " " + kind) {
      case GROUP + "v1beta1 ClusterImagePolicy", GROUP + "v1alpha1 ClusterImagePolicy" -> {
        String name = named(top, kind);
        policies.add(
            new SpecReader(name, warnings)
                .read(top.only("apiVersion", "kind", "metadata", "spec", "status")));
      }
      case GROUP + "v1alpha1 TrustRoot" -> {
        String name = named(top, kind);
        trustRoots.put(
            name,
            TrustRootReader.read(
                name, top.only("apiVersion", "kind", "metadata", "spec", "status")));
      }
      case "v1 Secret", "v1 ConfigMap" -> {
        String name = named(top, kind);
        String namespace = top.require("metadata").text("namespace");
        objects.put(
            new PolicyDocuments.ObjectName(kind, namespace, name), ObjectData.read(top, kind));
      }
      case "v1 List" -> {
        for (Field each : top.list("items")) {
          document(each);
        }
      }
      default ->
          throw top.wrong(
              "'%s' of '%s' is no ClusterImagePolicy, TrustRoot, Secret or ConfigMap of a version"
                      .formatted(kind, version)
                  + " that is known");
    }
  }

  /// The name of an object, which no other of its kind may have.
  private String named(Field top, String kind) throws RefusedException {
    Field metadata = top.require("metadata");
    String name = metadata.requireText("name");
    String key = kind + " " + metadata.text("namespace") + "/" + name;
    String before = places.putIfAbsent(key, top.where());
    if (before != null) {
      throw metadata
          .require("name")
          .wrong("there is another %s '%s' at %s".formatted(kind, name, before));
    }
    return name;
  }
}
