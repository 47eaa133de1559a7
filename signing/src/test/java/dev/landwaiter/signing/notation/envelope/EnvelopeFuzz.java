package dev.landwaiter.signing.notation.envelope;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;

/// Whatever the bytes of an envelope: it is read, or refused with a reason.
///
/// `./check` runs the kept inputs; `bench/fuzz` looks for new ones.
class EnvelopeFuzz {
  @FuzzTest
  void readsJson(byte[] content) {
    reads(Envelopes.JWS, content);
  }

  @FuzzTest
  void readsCbor(byte[] content) {
    reads(Envelopes.COSE, content);
  }

  private static void reads(String mediaType, byte[] content) {
    try {
      Envelopes.read(mediaType, Bytes.of(content));
    } catch (RefusedException e) {
      // As it should.
    }
  }
}
