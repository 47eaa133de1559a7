package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How new signatures are attached to images, as flags and variables say.
final class Attaching {
  private static final String REFERRERS = "oci-1-1";
  private static final String EPOCH = "SOURCE_DATE_EPOCH";
  private static final String EXPERIMENTAL = "COSIGN_EXPERIMENTAL";

  private Attaching() {}

  /// The place of an image and its signatures.
  static SignatureStore open(CosignCommand command, Invocation invocation, Reference image)
      throws UsageException, IOException {
    return StoreAccess.open(command, invocation, image, Purpose.PUSH, options(command, invocation));
  }

  private static StoreOptions options(CosignCommand command, Invocation invocation)
      throws UsageException {
    Values values = invocation.values();
    boolean referrers = values.text(CosignFlags.REFERRERS_MODE).equals(REFERRERS);
    Map<String, String> environment = invocation.world().environment();
    if (referrers && command.cosign() && !environment.getOrDefault(EXPERIMENTAL, "").equals("1")) {
      throw new UsageException(
          "--%s=%s is for experiments: set %s=1"
              .formatted(CosignFlags.REFERRERS_MODE.name(), REFERRERS, EXPERIMENTAL));
    }
    return StoreSettings.of(invocation, created(invocation, CosignSignFlags.RECORD_CREATION));
  }

  /// What new images of signatures say about their time: nothing unless asked, as recorded.
  private static Optional<Instant> created(Invocation invocation, Flag now) throws UsageException {
    if (!invocation.values().flag(now)) {
      return Optional.empty();
    }
    String epoch = invocation.world().environment().getOrDefault(EPOCH, "");
    if (epoch.isEmpty()) {
      return Optional.of(invocation.world().clock().instant());
    }
    try {
      return Optional.of(Instant.ofEpochSecond(Integer.parseUnsignedInt(epoch)));
    } catch (NumberFormatException e) {
      throw new UsageException("the variable " + EPOCH + " is no number of seconds since 1970");
    }
  }
}
