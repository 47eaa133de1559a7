package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.Stores;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where signatures of images are looked for and written, as variables of the environment say.
final class StoreAccess {
  private static final String REPOSITORY = "COSIGN_REPOSITORY";
  private static final String DOCKER_TYPES = "COSIGN_DOCKER_MEDIA_TYPES";
  private static final String CONTENT_LIMIT = "COSIGN_MAX_ATTACHMENT_SIZE";

  private StoreAccess() {}

  /// An image as users write it.
  static Reference reference(String text) throws RefusedException {
    try {
      return Reference.parse(text);
    } catch (ImageException e) {
      throw new RefusedException(FailureClass.PARSE, String.valueOf(e.getMessage()));
    }
  }

  /// What the environment says, and nothing else that differs from the usual.
  static StoreOptions options(Invocation invocation) throws UsageException {
    Map<String, String> environment = invocation.world().environment();
    String repository = environment.getOrDefault(REPOSITORY, "");
    StoreOptions usual = StoreOptions.STANDARD;
    return new StoreOptions(
        repository.isEmpty() ? Optional.empty() : Optional.of(repository(repository)),
        usual.tagPrefix(),
        yes(environment.getOrDefault(DOCKER_TYPES, "")),
        usual.legacyReferrers(),
        contentLimit(invocation, environment.getOrDefault(CONTENT_LIMIT, "")),
        usual.workers(),
        usual.created());
  }

  private static Reference repository(String text) throws UsageException {
    try {
      return Reference.parse(text);
    } catch (ImageException e) {
      throw new UsageException(REPOSITORY + ": " + e.getMessage());
    }
  }

  private static boolean yes(String text) {
    return text.equals("1") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("t");
  }

  /// A number of bytes, with or without a unit. What is none is passed over, and that is told.
  private static long contentLimit(Invocation invocation, String text) {
    if (text.isEmpty()) {
      return StoreOptions.CONTENT_LIMIT;
    }
    long size = bytes(text.strip().toLowerCase(Locale.ROOT));
    if (size < 0) {
      invocation.log().warn(CONTENT_LIMIT + " is no number of bytes and is passed over");
      return StoreOptions.CONTENT_LIMIT;
    }
    return size;
  }

  static long bytes(String text) {
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == 0 || end > 12) {
      return -1;
    }
    long factor =
        switch (text.substring(end).strip()) {
          case "", "b" -> 1;
          case "k", "kb" -> 1_000;
          case "ki", "kib" -> 1 << 10;
          case "m", "mb" -> 1_000_000;
          case "mi", "mib" -> 1 << 20;
          case "g", "gb" -> 1_000_000_000;
          case "gi", "gib" -> 1 << 30;
          default -> -1;
        };
    return factor < 0 ? -1 : Long.parseLong(text.substring(0, end)) * factor;
  }

  /// The place of an image's signatures.
  static SignatureStore open(
      CosignCommand command, Invocation invocation, Reference image, Purpose purpose)
      throws UsageException, IOException {
    return open(command, invocation, image, purpose, options(invocation));
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
