package dev.landwaiter.signing.timestamp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.testing.SignedMaterial;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes: the answer of a timestamp authority is read as another program reads it, or
/// refused with a reason.
///
/// `./check` runs the kept inputs; `bench/fuzz` looks for new ones.
class TimestampFuzz {
  private static final Instant GREGORIAN = Instant.parse("1583-01-01T00:00:00Z");

  @MethodSource("seeds")
  @FuzzTest
  void readsAnswers(byte[] content) {
    try {
      TimestampResponse read = TimestampResponse.read(Bytes.of(content));
      compare(read, content);
    } catch (RefusedException e) {
      if (e.refusal().message().isBlank()) {
        throw new AssertionError(e);
      }
    }
  }

  @SuppressWarnings("JavaUtilDate")
  private static void compare(TimestampResponse read, byte[] content) {
    try {
      var other = new TimeStampResponse(content).getTimeStampToken().getTimeStampInfo();
      if (!Arrays.equals(other.getMessageImprintDigest(), read.token().imprint().toArray())
          // Before 1583 the other program counts by another calendar.
          || (read.claimedTime().isAfter(GREGORIAN)
              && other.getGenTime().getTime() != read.claimedTime().toEpochMilli())) {
        throw new AssertionError(read.claimedTime() + " instead of " + other.getGenTime());
      }
    } catch (TSPException | IOException | RuntimeException e) {
      // The other program reads less, or in its own way fails.
    }
  }

  static Stream<byte[]> seeds() throws IOException {
    if (System.getenv("JAZZER_FUZZ") == null) {
      return Stream.empty();
    }
    List<byte[]> all = new ArrayList<>();
    for (String each : List.of("kl-full-tsa", "kl-f-tsa-embed", "kl-f-tsa-other-embed")) {
      var bundle =
          SignedMaterial.bundle(SignedMaterial.COSIGN.resolve("out/" + each + ".sigstore.json"));
      bundle.timestamps().forEach(timestamp -> all.add(timestamp.toArray()));
    }
    return all.stream();
  }
}
