package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.Resource;
import java.util.Set;

/// Puts objects that name no namespace where they will be created, as the API server does before
/// Gatekeeper sees them.
///
/// @param namespace the user's; empty when objects stay as they are
record Homes(String namespace) {
  /// The kinds of Kubernetes that stand in no namespace.
  private static final Set<String> CLUSTER =
      Set.of(
          "APIService",
          "CSIDriver",
          "CSINode",
          "CertificateSigningRequest",
          "ClusterRole",
          "ClusterRoleBinding",
          "ClusterTrustBundle",
          "CustomResourceDefinition",
          "DeviceClass",
          "FlowSchema",
          "IPAddress",
          "IngressClass",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "MutatingWebhookConfiguration",
          "Namespace",
          "Node",
          "PersistentVolume",
          "PriorityClass",
          "PriorityLevelConfiguration",
          "ResourceSlice",
          "RuntimeClass",
          "ServiceCIDR",
          "StorageClass",
          "StorageVersion",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration",
          "VolumeAttachment",
          "VolumeAttributesClass");

  Manifest of(Manifest manifest) {
    Resource object = manifest.resource();
    boolean stays =
        namespace.isEmpty()
            || !object.namespace().isEmpty()
            || object.type().group().endsWith("gatekeeper.sh")
            || CLUSTER.contains(object.type().kind());
    if (stays) {
      return manifest;
    }
    var metadata = new ObjectValue.Draft();
    object
        .content()
        .get("metadata")
        .ifPresent(given -> given.members().forEach((key, value) -> metadata.put(key, value)));
    var _ = metadata.put(Value.of("namespace"), Value.of(namespace));
    var content = new ObjectValue.Draft();
    object.content().members().forEach((key, value) -> content.put(key, value));
    var _ = content.put(Value.of("metadata"), metadata.finish());
    ObjectValue whole = content.finish();
    Document document = manifest.document();
    return new Manifest(
        new Document(document.file(), document.index(), whole, document.locator()),
        Resource.of(whole));
  }
}
