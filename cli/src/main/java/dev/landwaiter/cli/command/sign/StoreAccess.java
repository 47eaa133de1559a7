package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.Stores;
import java.io.IOException;
import java.util.Optional;

/// Opens the places where signatures of images lie, as flags and the environment say.
final class StoreAccess {
  private StoreAccess() {}

  /// The place of an image's signatures.
  static SignatureStore open(
      CosignCommand command, Invocation invocation, Reference image, Purpose purpose)
      throws UsageException, IOException {
    return open(command, invocation, image, purpose, StoreSettings.of(invocation));
  }

  /// The same with options of one's own.
  static SignatureStore open(
      CosignCommand command,
      Invocation invocation,
      Reference image,
      Purpose purpose,
      StoreOptions options)
      throws UsageException, IOException {
    var registry = new Registry(command.registries(invocation), Limits.STANDARD);
    return Stores.registry(registry, image, purpose, options);
  }

  /// A platform, or empty when none is asked for.
  static Optional<Platform> platform(String text) throws UsageException {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Platform.parse(text));
    } catch (ImageException e) {
      throw new UsageException("--platform: " + e.getMessage());
    }
  }
}
