package dev.landwaiter.signing.key.token;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.key.token.NativeModule.Call;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A session with a token.
final class TokenSession implements AutoCloseable {
  static final long CLASS = 0;
  static final long LABEL = 3;
  static final long VALUE = 0x11;
  static final long KEY_TYPE = 0x100;
  static final long ID = 0x102;
  static final long MODULUS = 0x120;
  static final long PUBLIC_EXPONENT = 0x122;
  static final long EC_PARAMS = 0x180;
  static final long EC_POINT = 0x181;
  static final long ALWAYS_AUTHENTICATE = 0x202;

  static final long CERTIFICATE = 1;
  static final long PUBLIC_KEY = 2;
  static final long PRIVATE_KEY = 3;

  private static final long SERIAL = 4;
  private static final long USER = 1;
  private static final long CONTEXT = 2;
  private static final int MOST = 1_000;
  private static final long LARGEST = 1 << 20;

  private final NativeModule module;
  private final long handle;

  private TokenSession(NativeModule module, long handle) {
    this.module = module;
    this.handle = handle;
  }

  static TokenSession open(NativeModule module, long slot) throws RefusedException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = arena.allocate(ValueLayout.JAVA_LONG);
      module.call(Call.OPEN_SESSION, slot, SERIAL, MemorySegment.NULL, MemorySegment.NULL, handle);
      return new TokenSession(module, handle.get(ValueLayout.JAVA_LONG, 0));
    }
  }

  /// @throws RefusedException when the PIN is wrong
  void login(Bytes pin) throws RefusedException {
    long result = login(USER, pin);
    if (result != NativeModule.ALREADY_LOGGED_IN && result != NativeModule.OK) {
      throw module.failed(Call.LOGIN, result);
    }
  }

  private long login(long who, Bytes pin) throws RefusedException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = bytes(arena, pin);
      long result = module.answer(Call.LOGIN, handle, who, text, (long) pin.size());
      text.fill((byte) 0);
      return result;
    }
  }

  /// The objects with these attributes.
  List<Long> find(Map<Long, Bytes> wanted) throws RefusedException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment template = arena.allocate(24L * Math.max(1, wanted.size()), 8);
      int at = 0;
      for (var each : wanted.entrySet()) {
        attribute(
            template, at++, each.getKey(), bytes(arena, each.getValue()), each.getValue().size());
      }
      module.call(Call.FIND_OBJECTS_INIT, handle, template, (long) wanted.size());
      MemorySegment found = arena.allocate(ValueLayout.JAVA_LONG, MOST);
      MemorySegment count = arena.allocate(ValueLayout.JAVA_LONG);
      module.call(Call.FIND_OBJECTS, handle, found, (long) MOST, count);
      module.call(Call.FIND_OBJECTS_FINAL, handle);
      List<Long> all = new ArrayList<>();
      for (int i = 0; i < count.get(ValueLayout.JAVA_LONG, 0); i++) {
        all.add(found.getAtIndex(ValueLayout.JAVA_LONG, i));
      }
      return all;
    }
  }

  /// The value of an attribute, or empty when the object does not have or tell it.
  Optional<Bytes> value(long object, long type) throws RefusedException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment template = arena.allocate(24, 8);
      attribute(template, 0, type, MemorySegment.NULL, 0);
      if (module.answer(Call.GET_ATTRIBUTE_VALUE, handle, object, template, 1L)
          != NativeModule.OK) {
        return Optional.empty();
      }
      long size = template.get(ValueLayout.JAVA_LONG, 16);
      if (size < 0 || size > LARGEST) {
        return Optional.empty();
      }
      MemorySegment space = arena.allocate(Math.max(1, size));
      attribute(template, 0, type, space, size);
      module.call(Call.GET_ATTRIBUTE_VALUE, handle, object, template, 1L);
      return Optional.of(Bytes.of(space.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE)));
    }
  }

  /// A signature by a key of the token.
  ///
  /// @param mechanism `CKM_…`, without parameters
  /// @param pin for keys that want it each time
  Bytes sign(long key, long mechanism, Bytes data, Bytes pin) throws RefusedException {
    boolean eachTime =
        value(key, ALWAYS_AUTHENTICATE).filter(v -> v.equals(Bytes.hex("01"))).isPresent();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment how = arena.allocate(24, 8);
      how.set(ValueLayout.JAVA_LONG, 0, mechanism);
      module.call(Call.SIGN_INIT, handle, how, key);
      if (eachTime) {
        long result = login(CONTEXT, pin);
        if (result != NativeModule.OK) {
          throw module.failed(Call.LOGIN, result);
        }
      }
      MemorySegment space = arena.allocate(2_048);
      MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
      size.set(ValueLayout.JAVA_LONG, 0, space.byteSize());
      module.call(Call.SIGN, handle, bytes(arena, data), (long) data.size(), space, size);
      return Bytes.of(
          space.asSlice(0, size.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE));
    }
  }

  /// A number as modules of this platform have it.
  static Bytes number(long number) {
    byte[] bytes = new byte[8];
    MemorySegment.ofArray(bytes).set(ValueLayout.JAVA_LONG_UNALIGNED, 0, number);
    return Bytes.of(bytes);
  }

  private static void attribute(
      MemorySegment template, int at, long type, MemorySegment value, long size) {
    template.set(ValueLayout.JAVA_LONG, 24L * at, type);
    template.set(ValueLayout.ADDRESS, 24L * at + 8, value);
    template.set(ValueLayout.JAVA_LONG, 24L * at + 16, size);
  }

  private static MemorySegment bytes(Arena arena, Bytes bytes) {
    MemorySegment space = arena.allocate(Math.max(1, bytes.size()));
    MemorySegment.copy(bytes.toArray(), 0, space, ValueLayout.JAVA_BYTE, 0, bytes.size());
    return space;
  }

  @Override
  public void close() {
    try {
      module.answer(Call.CLOSE_SESSION, handle);
    } catch (RefusedException e) {
      // Nothing is left to do with a device that does not answer.
    }
  }
}
