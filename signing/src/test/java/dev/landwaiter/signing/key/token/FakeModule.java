package dev.landwaiter.signing.key.token;

import dev.landwaiter.signing.Bytes;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A PKCS#11 module written in Java, called through native code as a real one is: one token in slot
/// 5, with the PIN `1234`.
@SuppressWarnings("restricted")
final class FakeModule {
  private static final long PIN_INCORRECT = 0xa0;
  private static final long ATTRIBUTE_TYPE_INVALID = 0x12;
  private static final long NOT_LOGGED_IN = 0x101;

  private final Arena arena = Arena.ofAuto();
  private final List<Item> items = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private List<Long> found = List.of();
  private Optional<Item> signing = Optional.empty();
  private boolean loggedIn;

  /// An object of the token.
  ///
  /// @param key what signs, for a private key
  record Item(Map<Long, Bytes> attributes, Optional<PrivateKey> key, String algorithm) {
    boolean secret() {
      return key.isPresent();
    }
  }

  void add(Item item) {
    items.add(item);
  }

  /// Which functions were called.
  List<String> calls() {
    return List.copyOf(calls);
  }

  NativeModule module() throws Exception {
    MemorySegment functions = arena.allocate(69L * 8, 8);
    put(functions, 0, "initialize", MemorySegment.class);
    put(functions, 4, "slots", byte.class, MemorySegment.class, MemorySegment.class);
    put(functions, 6, "token", long.class, MemorySegment.class);
    put(
        functions,
        12,
        "open",
        long.class,
        long.class,
        MemorySegment.class,
        MemorySegment.class,
        MemorySegment.class);
    put(functions, 13, "close", long.class);
    put(functions, 18, "login", long.class, long.class, MemorySegment.class, long.class);
    put(functions, 24, "attributes", long.class, long.class, MemorySegment.class, long.class);
    put(functions, 26, "find", long.class, MemorySegment.class, long.class);
    put(functions, 27, "next", long.class, MemorySegment.class, long.class, MemorySegment.class);
    put(functions, 28, "end", long.class);
    put(functions, 42, "signWith", long.class, MemorySegment.class, long.class);
    put(
        functions,
        43,
        "sign",
        long.class,
        MemorySegment.class,
        long.class,
        MemorySegment.class,
        MemorySegment.class);
    return NativeModule.of("fake", functions);
  }

  private void put(MemorySegment functions, int place, String name, Class<?>... types)
      throws Exception {
    var handle = MethodHandles.lookup().bind(this, name, MethodType.methodType(long.class, types));
    var layouts =
        Arrays.stream(types)
            .map(type ->
                type == long.class
                    ? ValueLayout.JAVA_LONG
                    : type == byte.class ? ValueLayout.JAVA_BYTE : ValueLayout.ADDRESS)
            .toArray(MemoryLayout[]::new);
    var stub =
        Linker.nativeLinker()
            .upcallStub(handle, FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts), arena);
    functions.set(ValueLayout.ADDRESS, 8 + 8L * place, stub);
  }

  long initialize(MemorySegment how) {
    calls.add("initialize " + how.reinterpret(48).get(ValueLayout.JAVA_LONG, 32));
    return 0;
  }

  long slots(byte present, MemorySegment slots, MemorySegment count) {
    slots.reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 5);
    count.reinterpret(8).set(ValueLayout.JAVA_LONG, 0, present);
    return 0;
  }

  long token(long slot, MemorySegment info) {
    byte[] text =
        "%-32s%-32s%-16s%-16s"
            .formatted("a token", "we", "m1", "0007")
            .getBytes(StandardCharsets.US_ASCII);
    MemorySegment.copy(text, 0, info.reinterpret(208), ValueLayout.JAVA_BYTE, 0, text.length);
    return slot == 5 ? 0 : 3;
  }

  long open(long slot, long flags, MemorySegment a, MemorySegment b, MemorySegment handle) {
    handle.reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 77);
    return slot == 5 && flags == 4 ? 0 : 3;
  }

  long close(long session) {
    calls.add("close " + session);
    return 0;
  }

  long login(long session, long who, MemorySegment pin, long size) {
    calls.add("login " + who);
    String text = new String(bytes(pin, size).toArray(), StandardCharsets.US_ASCII);
    if (!text.equals("1234")) {
      return PIN_INCORRECT;
    }
    loggedIn = true;
    return 0;
  }

  long attributes(long session, long object, MemorySegment template, long count) {
    MemorySegment one = template.reinterpret(24);
    Bytes value = items.get((int) object).attributes().get(one.get(ValueLayout.JAVA_LONG, 0));
    if (value == null) {
      one.set(ValueLayout.JAVA_LONG, 16, -1);
      return ATTRIBUTE_TYPE_INVALID;
    }
    MemorySegment space = one.get(ValueLayout.ADDRESS, 8);
    if (!space.equals(MemorySegment.NULL)) {
      MemorySegment.copy(
          value.toArray(),
          0,
          space.reinterpret(value.size()),
          ValueLayout.JAVA_BYTE,
          0,
          value.size());
    }
    one.set(ValueLayout.JAVA_LONG, 16, value.size());
    return 0;
  }

  long find(long session, MemorySegment template, long count) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      boolean fits = loggedIn || !items.get(i).secret();
      for (int k = 0; k < count; k++) {
        MemorySegment one = template.reinterpret(24 * count).asSlice(24L * k, 24);
        Bytes wanted = bytes(one.get(ValueLayout.ADDRESS, 8), one.get(ValueLayout.JAVA_LONG, 16));
        fits &= wanted.equals(items.get(i).attributes().get(one.get(ValueLayout.JAVA_LONG, 0)));
      }
      if (fits) {
        all.add((long) i);
      }
    }
    found = all;
    return 0;
  }

  long next(long session, MemorySegment into, long most, MemorySegment count) {
    for (int i = 0; i < found.size(); i++) {
      into.reinterpret(8L * most).setAtIndex(ValueLayout.JAVA_LONG, i, found.get(i));
    }
    count.reinterpret(8).set(ValueLayout.JAVA_LONG, 0, found.size());
    return 0;
  }

  long end(long session) {
    return 0;
  }

  long signWith(long session, MemorySegment how, long key) {
    calls.add("sign by 0x%x".formatted(how.reinterpret(24).get(ValueLayout.JAVA_LONG, 0)));
    signing = Optional.of(items.get((int) key));
    return loggedIn ? 0 : NOT_LOGGED_IN;
  }

  long sign(long session, MemorySegment data, long size, MemorySegment into, MemorySegment length) {
    try {
      Item item = signing.orElseThrow();
      Signature algorithm = Signature.getInstance(item.algorithm());
      algorithm.initSign(item.key().orElseThrow());
      algorithm.update(bytes(data, size).toArray());
      byte[] signature = algorithm.sign();
      MemorySegment.copy(
          signature,
          0,
          into.reinterpret(signature.length),
          ValueLayout.JAVA_BYTE,
          0,
          signature.length);
      length.reinterpret(8).set(ValueLayout.JAVA_LONG, 0, signature.length);
      return 0;
    } catch (GeneralSecurityException e) {
      return 6;
    }
  }

  private static Bytes bytes(MemorySegment at, long size) {
    return Bytes.of(at.reinterpret(size).toArray(ValueLayout.JAVA_BYTE));
  }
}
