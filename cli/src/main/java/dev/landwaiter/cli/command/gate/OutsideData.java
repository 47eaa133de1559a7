package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.rego.CliWorld;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.external.ExternalFunction;
import dev.landwaiter.policy.gatekeeper.external.Provider;
import dev.landwaiter.policy.gatekeeper.external.Providers;
import dev.landwaiter.policy.gatekeeper.external.RecordedAnswers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where external data comes from: out of a file, or from the providers among the manifests, as far
/// as the network is open.
final class OutsideData {
  private static final int SIZE_LIMIT = 64 << 20;

  private OutsideData() {}

  /// Nothing when there are neither providers nor a file: then nobody can be asked at all.
  ///
  /// @throws UsageException when the file cannot be read or has another shape
  static Optional<ExternalData> of(
      Invocation invocation, List<Manifest> manifests, Gate.Refusals refusals)
      throws UsageException, GateException {
    List<Provider> providers = new ArrayList<>();
    for (Manifest each : manifests) {
      if (Provider.is(each.resource())) {
        try {
          providers.add(Provider.of(each.resource()));
        } catch (RefusedException e) {
          refusals.refused(each, "adding provider \"" + each.resource().name() + "\"", e);
        }
      }
    }
    Optional<ExternalData> recorded = recorded(invocation);
    if (recorded.isPresent()) {
      return recorded;
    }
    List<String> hosts = invocation.values().texts(GateFlags.ALLOW_NET);
    return providers.isEmpty() && hosts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Providers(
                providers, new CliWorld(invocation, !hosts.isEmpty()), hosts, Providers.LIFETIME));
  }

  /// The answers of a file alone, where there is one.
  ///
  /// @throws UsageException when the file cannot be read or has another shape
  static Optional<ExternalData> recorded(Invocation invocation) throws UsageException {
    String file = invocation.values().text(GateFlags.EXTERNAL_DATA);
    return file.isEmpty() ? Optional.empty() : Optional.of(recorded(invocation, file));
  }

  /// Says what to do where a template asks and there is nobody to be asked.
  static RefusedException hinted(RefusedException why) {
    return why.text().contains("undefined function " + ExternalFunction.NAME)
        ? new RefusedException(
            why.text(),
            "Put the Provider beside the template, or answers on record: --external-data FILE.")
        : why;
  }

  private static ExternalData recorded(Invocation invocation, String file) throws UsageException {
    try (InputStream in = Files.newInputStream(invocation.world().folder().resolve(file))) {
      byte[] text = in.readNBytes(SIZE_LIMIT + 1);
      if (text.length > SIZE_LIMIT) {
        throw new UsageException(file + " is larger than the 64 MiB that are read");
      }
      return RecordedAnswers.of(file, Yaml.parse(file, text));
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read: " + e.getMessage());
    } catch (FormatException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (RefusedException e) {
      throw new UsageException(e.text());
    }
  }
}
