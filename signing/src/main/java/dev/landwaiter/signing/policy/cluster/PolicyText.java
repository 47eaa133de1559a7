package dev.landwaiter.signing.policy.cluster;

/// A policy in Rego over what was verified. One in CUE is never read this far.
///
/// @param where for messages
/// @param configFile whether the configuration of the image is wanted in its input
/// @param spec whether the object's `spec` is
/// @param metadata whether its `metadata` is
/// @param type whether its kind and version are
public record PolicyText(
    String where, Source source, boolean configFile, boolean spec, boolean metadata, boolean type) {
  /// Where the text is.
  public sealed interface Source {
    /// In the policy.
    record Data(String rego) implements Source {}

    /// In a ConfigMap.
    ///
    /// @param namespace empty for the controller's own
    record InConfigMap(String namespace, String name, String key) implements Source {}

    /// At an address.
    ///
    /// @param sha256 what the text must hash to, in lower-case digits
    record Remote(String url, String sha256) implements Source {}
  }
}
