package dev.landwaiter.oci.layer;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;

/// The ways to decompress that this machine offers.
public final class Inflates {
  private static final Optional<IsalLibrary> ISAL = IsalLibrary.find().filter(Inflates::works);

  private Inflates() {}

  /// The fastest: ISA-L where the system has it and it proves itself, else the JDK's.
  public static Supplier<Inflate> fastest() {
    return isal().orElse(jdk());
  }

  public static Supplier<Inflate> jdk() {
    return JdkInflate::new;
  }

  /// ISA-L, where the system has it.
  public static Optional<Supplier<Inflate>> isal() {
    return ISAL.map(library -> () -> new IsalInflate(library));
  }

  /// Decompresses a small stream with something behind it: a library whose state is laid out in
  /// another way than expected must not be used.
  private static boolean works(IsalLibrary library) {
    byte[] wanted = new byte[5000];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = (byte) ((i * i) >> 5);
    }
    byte[] stream = new byte[wanted.length + 100];
    int length;
    try (var deflater = new Deflater(9, true)) {
      deflater.setInput(wanted);
      deflater.finish();
      length = deflater.deflate(stream);
    }
    try (var inflate = new IsalInflate(library)) {
      byte[] actual = new byte[wanted.length + 1];
      int done = 0;
      inflate.input(stream, 0, length + 20);
      for (int calls = 0; calls < 100 && !inflate.finished(); calls++) {
        done += inflate.inflate(actual, done, Math.min(1000, actual.length - done));
      }
      return inflate.finished()
          && inflate.unused() == 20
          && done == wanted.length
          && Arrays.equals(actual, 0, done, wanted, 0, done);
    } catch (DataFormatException e) {
      return false;
    }
  }
}
