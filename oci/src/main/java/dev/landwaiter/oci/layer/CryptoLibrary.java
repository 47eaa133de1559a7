package dev.landwaiter.oci.layer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// OpenSSL's libcrypto (manual page SHA256_Init), where the system has it.
///
/// @param init `SHA256_Init(context)`
/// @param update `SHA256_Update(context, bytes, length)`
/// @param end `SHA256_Final(hash, context)`
record CryptoLibrary(MethodHandle init, MethodHandle update, MethodHandle end) {
  static Optional<CryptoLibrary> find() {
    return SystemLibraries.find("libcrypto.so.3", "libcrypto.so.1.1").flatMap(CryptoLibrary::load);
  }

  @SuppressWarnings("restricted")
  private static Optional<CryptoLibrary> load(Path library) {
    try {
      var symbols = SymbolLookup.libraryLookup(library, Arena.global());
      var linker = Linker.nativeLinker();
      // Arrays are handed over in place: a call takes far less than a millisecond.
      var inPlace = Linker.Option.critical(true);
      var init =
          linker.downcallHandle(
              symbols.findOrThrow("SHA256_Init"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
      var update =
          linker.downcallHandle(
              symbols.findOrThrow("SHA256_Update"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_LONG),
              inPlace);
      var end =
          linker.downcallHandle(
              symbols.findOrThrow("SHA256_Final"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS),
              inPlace);
      return Optional.of(new CryptoLibrary(init, update, end));
    } catch (RuntimeException | UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }

  void init(MemorySegment context) {
    try {
      require((int) init.invokeExact(context));
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  void update(MemorySegment context, MemorySegment bytes, long length) {
    try {
      require((int) update.invokeExact(context, bytes, length));
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  void end(MemorySegment hash, MemorySegment context) {
    try {
      require((int) end.invokeExact(hash, context));
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static void require(int result) {
    if (result != 1) {
      throw new IllegalStateException("libcrypto refuses to hash");
    }
  }

  private static IllegalStateException broken(Throwable e) {
    return e instanceof IllegalStateException known
        ? known
        : new IllegalStateException("native code does not throw", e);
  }
}
