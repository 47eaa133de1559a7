package dev.landwaiter.signing.key.token;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/// The functions of one PKCS#11 module (PKCS #11 2.40, appendix of function lists), where
/// `CK_ULONG` has 64 bits.
final class NativeModule {
  /// A function by its place in the list.
  enum Call {
    INITIALIZE(0),
    GET_SLOT_LIST(4),
    GET_TOKEN_INFO(6),
    OPEN_SESSION(12),
    CLOSE_SESSION(13),
    LOGIN(18),
    GET_ATTRIBUTE_VALUE(24),
    FIND_OBJECTS_INIT(26),
    FIND_OBJECTS(27),
    FIND_OBJECTS_FINAL(28),
    SIGN_INIT(42),
    SIGN(43);

    private final int place;

    Call(int place) {
      this.place = place;
    }
  }

  static final long OK = 0;
  static final long ALREADY_LOGGED_IN = 0x100;
  private static final long ALREADY_INITIALIZED = 0x191;
  private static final long LOCKING = 2;
  private static final int WORD = 8;

  private final Linker linker = Linker.nativeLinker();
  private final MemorySegment functions;
  private final String name;

  private NativeModule(String name, MemorySegment functions) {
    this.name = name;
    this.functions = functions;
  }

  /// Loads a module; it stays loaded as long as the process lives.
  ///
  /// @throws RefusedException with USAGE when the file is no such module
  @SuppressWarnings("restricted")
  static NativeModule load(String file) throws RefusedException {
    Path path = Path.of(file);
    if (!path.isAbsolute() || !Files.isRegularFile(path)) {
      throw new RefusedException(
          FailureClass.USAGE,
          "the PKCS#11 module '" + file + "' is no file; its absolute path is wanted");
    }
    try (Arena arena = Arena.ofConfined()) {
      Linker linker = Linker.nativeLinker();
      MemoryLayout wide = linker.canonicalLayouts().get("long");
      if (wide == null || wide.byteSize() != WORD) {
        throw new RefusedException(
            FailureClass.USAGE, "PKCS#11 modules are built for 64-bit Linux and macOS only");
      }
      MemorySegment list = arena.allocate(ValueLayout.ADDRESS);
      MemorySegment get =
          SymbolLookup.libraryLookup(path, Arena.global()).findOrThrow("C_GetFunctionList");
      var handle =
          linker.downcallHandle(
              get, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
      if ((long) invoke(handle, list) != OK) {
        throw noModule(file);
      }
      MemorySegment functions = list.get(ValueLayout.ADDRESS, 0).reinterpret(WORD + 68L * WORD);
      return of(file, functions);
    } catch (IllegalArgumentException | UnsatisfiedLinkError | NoSuchElementException e) {
      throw noModule(file);
    }
  }

  /// A module by its list of functions.
  static NativeModule of(String name, MemorySegment functions) throws RefusedException {
    var module = new NativeModule(name, functions);
    try (Arena arena = Arena.ofConfined()) {
      module.initialize(arena);
    }
    return module;
  }

  private static RefusedException noModule(String file) {
    return new RefusedException(FailureClass.USAGE, "'" + file + "' is no PKCS#11 module");
  }

  private void initialize(Arena arena) throws RefusedException {
    MemorySegment how = arena.allocate(6L * WORD, WORD);
    how.set(ValueLayout.JAVA_LONG, 4L * WORD, LOCKING);
    long result = answer(Call.INITIALIZE, how);
    if (result != OK && result != ALREADY_INITIALIZED) {
      throw failed(Call.INITIALIZE, result);
    }
  }

  /// Calls a function that must succeed.
  ///
  /// @param arguments addresses, longs and bytes
  /// @throws RefusedException with TRUST_ROOT
  void call(Call function, Object... arguments) throws RefusedException {
    long result = answer(function, arguments);
    if (result != OK) {
      throw failed(function, result);
    }
  }

  /// What a function answers (`CK_RV`).
  @SuppressWarnings("restricted")
  long answer(Call function, Object... arguments) throws RefusedException {
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      layouts[i] =
          switch (arguments[i]) {
            case MemorySegment _ -> ValueLayout.ADDRESS;
            case Long _ -> ValueLayout.JAVA_LONG;
            case Byte _ -> ValueLayout.JAVA_BYTE;
            default -> throw new IllegalArgumentException("no type of PKCS#11");
          };
    }
    MemorySegment address = functions.get(ValueLayout.ADDRESS, WORD + (long) function.place * WORD);
    if (address.equals(MemorySegment.NULL)) {
      throw failed(function, 0x54);
    }
    var handle =
        linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts));
    return (long) invoke(handle, arguments);
  }

  private static Object invoke(MethodHandle handle, Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException("native code does not throw", e);
    }
  }

  /// The refusal for an answer (`CK_RV`).
  RefusedException failed(Call function, long result) {
    String why =
        switch ((int) result) {
          case 0xa0, 0xa1, 0xa2 -> "the PIN is wrong";
          case 0xa4 -> "the PIN is locked";
          case 0xe0 -> "there is no token in the slot";
          case 0x101 -> "a PIN is wanted";
          case 0x70 -> "the device cannot sign so";
          case 0x54 -> "the module does not know the function";
          case 0x30, 0x32 -> "the device does not answer";
          default -> "error 0x%x".formatted(result);
        };
    return new RefusedException(
        FailureClass.TRUST_ROOT, "the PKCS#11 module %s: %s: %s".formatted(name, function, why));
  }
}
