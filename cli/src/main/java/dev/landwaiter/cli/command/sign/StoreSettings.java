package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.store.StoreOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where signatures are looked for and how they are written, as flags and the variables of cosign
/// say.
final class StoreSettings {
  private static final String REPOSITORY = "COSIGN_REPOSITORY";
  private static final String LARGEST = "COSIGN_MAX_ATTACHMENT_SIZE";
  private static final String DOCKER = "COSIGN_DOCKER_MEDIA_TYPES";

  private StoreSettings() {}

  static StoreOptions of(Invocation invocation) throws UsageException {
    return of(invocation, Optional.empty());
  }

  /// The same for writing.
  ///
  /// @param created what new tag images say about when they were made
  static StoreOptions of(Invocation invocation, Optional<Instant> created) throws UsageException {
    Values values = invocation.values();
    Map<String, String> environment = invocation.world().environment();
    String size = environment.getOrDefault(LARGEST, "");
    String docker = environment.getOrDefault(DOCKER, "");
    return new StoreOptions(
        repository(environment.getOrDefault(REPOSITORY, "")),
        values.text(CosignFlags.TAG_PREFIX),
        docker.equals("1") || docker.equalsIgnoreCase("true"),
        values.text(CosignFlags.REFERRERS_MODE).equals("oci-1-1"),
        size.isEmpty() ? StoreOptions.CONTENT_LIMIT : bytes(size),
        values.number(CosignVerifyFlags.MAX_WORKERS),
        created);
  }

  /// An image as the user wrote it.
  static Reference reference(String text) throws UsageException {
    try {
      return Reference.parse(text);
    } catch (ImageException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Reference> repository(String text) throws UsageException {
    return text.isEmpty() ? Optional.empty() : Optional.of(reference(text));
  }

  private static long bytes(String text) throws UsageException {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    int end = 0;
    while (end < upper.length()
        && (Character.isDigit(upper.charAt(end)) || upper.charAt(end) == '.')) {
      end++;
    }
    long factor =
        switch (upper.substring(end).strip()) {
          case "", "B" -> 1L;
          case "K", "KB" -> 1_000L;
          case "M", "MB" -> 1_000_000L;
          case "G", "GB" -> 1_000_000_000L;
          case "KI", "KIB" -> 1L << 10;
          case "MI", "MIB" -> 1L << 20;
          case "GI", "GIB" -> 1L << 30;
          default -> 0L;
        };
    try {
      if (factor > 0 && end > 0 && end < 16) {
        long bytes =
            new BigDecimal(upper.substring(0, end))
                .multiply(BigDecimal.valueOf(factor))
                .longValue();
        if (bytes > 0) {
          return bytes;
        }
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException(
        "the variable %s wants a size such as 134217728 or 128MiB, not \"%s\""
            .formatted(LARGEST, text));
  }
}
