package dev.landwaiter.rego.bundle;

import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Optional;

/// How a bundle is built.
///
/// @param version of modules that nothing else gives a version
/// @param revision instead of the one that an input bundle has
/// @param optimization 0 to leave modules as they are, 1 to work out what needs no input, 2 to put
///   rules in the place of refs to them too
/// @param entrypoints paths of rules, such as `a/b/rule`
/// @param namespace the part below `data` for rules that only the optimisation has
/// @param keyId of the key that signs
/// @param evaluation how what is known is worked out
public record BuildSettings(
    RegoVersion version,
    Capabilities capabilities,
    Optional<String> revision,
    int optimization,
    List<String> entrypoints,
    String namespace,
    Optional<BundleSigner> signer,
    String keyId,
    Settings evaluation) {
  public BuildSettings {
    entrypoints = List.copyOf(entrypoints);
  }
}
