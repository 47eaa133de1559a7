package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.Optional;

/// Reads `spec.parameters.assign.externalData`.
final class ExternalReader {
  private static final String WHERE = "spec.parameters.assign.externalData.";

  private ExternalReader() {}

  static External read(Value source) throws RefusedException {
    String provider = Texts.text(source, "provider", WHERE + "provider");
    if (provider.isEmpty()) {
      throw new RefusedException(WHERE + "provider is missing");
    }
    boolean byUsername =
        switch (Texts.text(source, "dataSource", WHERE + "dataSource")) {
          case "", "ValueAtLocation" -> false;
          case "Username" -> true;
          default ->
              throw new RefusedException(
                  WHERE + "dataSource is neither ValueAtLocation nor Username");
        };
    var onFailure =
        switch (Texts.text(source, "failurePolicy", WHERE + "failurePolicy")) {
          case "", "Fail" -> External.FailurePolicy.FAIL;
          case "Ignore" -> External.FailurePolicy.IGNORE;
          case "UseDefault" -> External.FailurePolicy.USE_DEFAULT;
          default ->
              throw new RefusedException(
                  WHERE + "failurePolicy is none of Fail, Ignore and UseDefault");
        };
    String standard = Texts.text(source, "default", WHERE + "default");
    if (onFailure == External.FailurePolicy.USE_DEFAULT && standard.isEmpty()) {
      throw new RefusedException(WHERE + "default is missing, which UseDefault needs");
    }
    return new External(
        provider,
        byUsername,
        onFailure,
        standard.isEmpty() ? Optional.empty() : Optional.of(standard));
  }
}
