package dev.landwaiter.policy.gatekeeper;

import java.util.List;

/// Asks the providers of external data. What goes wrong is part of the answer.
@FunctionalInterface
public interface ExternalData {
  /// Nobody is asked: every provider is unknown.
  ExternalData NONE = (provider, keys) -> ExternalAnswer.unknownProvider(provider);

  /// Asks one provider for all keys in one request, apart from those whose answers are remembered.
  ///
  /// @param provider its name in the cluster
  /// @param keys in the order in which the answer has them
  ExternalAnswer ask(String provider, List<String> keys);
}
